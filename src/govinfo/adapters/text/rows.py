"""Lines of a text, and the tables that are made of them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govinfo.blocks import Anchor, Block, Cell, Table

Part = tuple[str, Anchor]
"""A cell's text, and where it stood."""
Found = tuple[Sequence[Block], int]
"""The blocks that a table makes, and the number of the line after it; none and the same if none."""


@frozen(slots=True)
class Row:
    """A line of the text with its place."""

    text: str
    anchor: Anchor


def is_empty(line: Row) -> bool:
    """Whether a line prints nothing; one with a tab may be a blank cell."""
    return not line.text.strip(" \u3000\u00a0")


def table_of(rows: Sequence[Sequence[Part]], number: int, *, aligned: bool = False) -> Table:
    """The table of some rows, of which none may be without cells.

    Args:
        rows: The cells of each row.
        number: The table's number in the document.
        aligned: Whether the cells' positions are evidence.
    """
    cells = tuple(
        Cell(text, row, column, anchor=place(anchor, number, row, column))
        for row, parts in enumerate(rows)
        for column, (text, anchor) in enumerate(parts)
    )
    first = rows[0][0][1]
    anchor = Anchor(page=first.page, line=first.line, table=number)
    return Table(cells, anchor, aligned=aligned)


def place(anchor: Anchor, table: int, row: int, column: int) -> Anchor:
    """Where a cell stood, its row and column counted from 0."""
    return Anchor(page=anchor.page, line=anchor.line, table=table, row=row + 1, column=column + 1)
