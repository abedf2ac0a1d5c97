"""Tables written in HTML amid a text, as the converters of scanned pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from govinfo.adapters.text.markdown import plain
from govinfo.blocks import Anchor, Block, Table
from govinfo.source import Limits, Source

_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether a line opens a table in HTML."""
    return "<" in text and _TABLE.search(text) is not None


def markup_blocks(
    lines: Sequence[tuple[str, Anchor]], tables: int, limits: Limits
) -> Iterator[Block]:
    """The blocks of some lines of markup.

    Args:
        lines: The lines with their places.
        tables: How many tables stand before them.
        limits: How much they may hold.
    """
    from govinfo.adapters.html import HtmlAdapter  # noqa: PLC0415 - few texts hold markup

    text = "\n".join(line for line, _ in lines)
    page = f"<!DOCTYPE html><html><body>{text}</body></html>".encode()
    first = lines[0][1]
    for block in HtmlAdapter().read(Source(page, "fragment.html"), limits).blocks:
        if not isinstance(block, Table):
            yield evolve(block, anchor=Anchor(page=first.page, line=first.line))
            continue
        tables += 1
        yield Table(
            tuple(
                evolve(
                    cell,
                    text=plain(cell.text),
                    anchor=Anchor(
                        page=first.page,
                        line=first.line,
                        table=tables,
                        row=cell.row + 1,
                        column=cell.column + 1,
                    ),
                )
                for cell in block.cells
            ),
            Anchor(page=first.page, line=first.line, table=tables),
            block.aligned,
        )
