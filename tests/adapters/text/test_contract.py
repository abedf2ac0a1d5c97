from __future__ import annotations

from typing import ClassVar

from govinfo.adapters.text import TextAdapter
from govinfo.blocks import Block, Document, Heading, Paragraph, Table
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS


class Text(AdapterContract):
    adapter_class = TextAdapter
    spans = False
    breaks = False
    whole = False


class TestTabs(Text):
    headings = False
    aligned = False
    labelled = True
    letters = LETTERS + "&<>'\""

    def write(self, document: Document) -> bytes:
        return "\n\n".join(map(_tabbed, document.blocks)).encode()


class TestMarkdown(Text):
    letters: ClassVar[str] = LETTERS + "&<>'\"\\|*_#~`[]"

    def write(self, document: Document) -> bytes:
        return "\n\n".join(map(_markdown, document.blocks)).encode()

    def paged(self, pages: list[str]) -> bytes:  # type: ignore[override]
        return "\f".join(f"{text}\n" for text in pages).encode()


def _tabbed(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join("\t".join(cell.text for cell in row) for row in block.rows)
    return block.text


def _markdown(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_escaped(block.text)}"
        case Table():
            rows = [
                "| " + " | ".join(_escaped(cell.text) for cell in row) + " |" for row in block.rows
            ]
            rule = "|" + " --- |" * block.n_columns
            return "\n".join([rows[0], rule, *rows[1:]])
        case Paragraph():
            return _escaped(block.text)
        case _:
            return ""


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{letter}" if letter in "\\|*_#~`[]" else letter for letter in text)
