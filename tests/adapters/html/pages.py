"""Builds pages for tests and reads them."""

from __future__ import annotations

from govinfo.adapters.html import HtmlAdapter
from govinfo.blocks import Document, Table
from govinfo.source import Limits, Source


def read(page: str | bytes, limits: Limits | None = None) -> Document:
    """What the adapter makes of a page."""
    data = page.encode() if isinstance(page, str) else page
    return HtmlAdapter().read(Source(data), limits or Limits())


def dump(page: str | bytes) -> list[str]:
    """The document's dump, line by line, without metadata."""
    return [line for line in read(page).dump().split("\n") if not line.startswith("metadata: ")]


def table(page: str | bytes) -> Table:
    """The page's only table."""
    (found,) = (block for block in read(page).blocks if isinstance(block, Table))
    return found


def grid(page: str | bytes) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, rowspan, colspan of each cell of the page's only table."""
    return [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table(page).cells
    ]
