from __future__ import annotations

from collections.abc import Mapping
from html import escape

from govinfo.blocks import Block, Cell, Document, Heading, Table
from govinfo.testing import AdapterContract, slots
from hypothesis import settings

from books import book
from govinfo_epub import EpubAdapter

# The contract's properties try the same examples at every run.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


class TestEpub(AdapterContract):
    adapter_class = EpubAdapter
    metadata = ("title", "creator")

    def write(self, document: Document) -> bytes:
        # In two chapters, so that what is counted goes on from one to the next.
        written = [_markup(block) for block in document.blocks]
        half = len(written) // 2
        return book("".join(written[:half]), "".join(written[half:]), about=document.metadata)

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        return {
            "hidden": book(f"<p>{seen}</p><p hidden=''>{unseen}</p>"),
            "comment": book(f"<p>{seen}</p><!-- {unseen} -->"),
            "not in the spine": book(f"<p>{seen}</p>", more={"text/note.xhtml": unseen}),
        }

    def nested(self, outer: Table, inner: Table) -> bytes:
        made, last = _markup(outer), f"{_text(outer.cells[-1].text)}</td></tr></table>"
        return book(made.replace(last, last.replace("</td>", f"{_markup(inner)}</td>")))

    def deep(self, depth: int) -> bytes:
        return book("<table><tr><td>" * depth + "甲")

    def encrypted(self) -> bytes:
        locks = '<encryption><CipherReference URI="text/章1.xhtml"/></encryption>'
        return book("<p>甲</p>", more={"META-INF/encryption.xml": locks})

    def pictures(self) -> bytes:
        return book("<p><img src='page.png'/></p>")

    def bomb(self, size: int) -> bytes:
        return book(" " * size)


def _markup(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_text(block.text)}</h{block.level}>"
        case Table():
            rows = (
                "".join(_cell(slot.cell) for slot in row if slot.begins) for row in slots(block)
            )
            return "<table><tr>" + "</tr><tr>".join(rows) + "</tr></table>"
        case _:
            return f"<p>{_text(block.text)}</p>"


def _cell(cell: Cell) -> str:
    spans = f'rowspan="{cell.rowspan}" colspan="{cell.colspan}"'
    return f"<td {spans}>{_text(cell.text)}</td>"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
