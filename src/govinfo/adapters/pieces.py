"""What the walk over a text document finds: lines, pictures, and tables whose cells hold these.

Adapters of formats with tables in tables collect such pieces; `assembly` makes blocks of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govinfo.blocks import Figure, Heading, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.blocks import Block


class Line(NamedTuple):
    """A paragraph.

    Attributes:
        text: Its text with its automatic number.
        level: Its heading level, or `None`.
        number: Its number in the body, from 1; `None` in a table.
    """

    text: str
    level: int | None
    number: int | None


class Look(NamedTuple):
    """How a picture is shown.

    Attributes:
        name: What the file calls it by; `""` where a part of it is shown, or it is turned.
        width: Points from its left to its right.
        height: Points from its top to its bottom.
    """

    name: str
    width: float
    height: float


class Picture(NamedTuple):
    """A picture.

    Attributes:
        text: What describes it.
        number: The number of the paragraph that holds it.
        look: How it is shown, where that is told.
    """

    text: str
    number: int | None
    look: Look | None = None


class Spot:
    """A cell's place, growing while the cells right of it and below it are read.

    Attributes:
        row: Its first row, from 0.
        column: Its first column, from 0.
        rowspan: How many rows it covers.
        colspan: How many columns it covers.
        header: Whether its row is repeated on every page.
    """

    __slots__ = ("colspan", "column", "header", "row", "rowspan")

    def __init__(
        self, row: int, column: int, rowspan: int = 1, colspan: int = 1, *, header: bool = False
    ) -> None:
        self.row = row
        self.column = column
        self.rowspan = rowspan
        self.colspan = colspan
        self.header = header


class Sheet(NamedTuple):
    """A table: its cells in reading order, what each holds, and whether one holds a table."""

    spots: Sequence[Spot]
    contents: Sequence[Content]
    nested: bool


Piece = Line | Picture | Sheet | Table
"""A `Table` is one that came with an embedded document and still has that one's anchors."""

Content = str | list[Piece]
"""What a cell holds: just its text where that is one plain paragraph."""


def shown(content: Content) -> list[Piece]:
    """A cell's content in pieces, blank lines left out."""
    if isinstance(content, str):
        content = [Line(content, None, None)]
    return [piece for piece in content if not isinstance(piece, Line) or piece.text.strip()]


def is_table(piece: Piece) -> bool:
    """Whether a piece is a table."""
    return isinstance(piece, (Sheet, Table))


def holds_table(content: Content) -> bool:
    """Whether a table is among what a cell holds."""
    return not isinstance(content, str) and any(map(is_table, content))


def piece_of(block: Block, number: int | None) -> Piece:
    """A block of an embedded document as a piece of the paragraph with a number."""
    if isinstance(block, Table):
        return block
    if isinstance(block, Figure):
        return Picture(block.text, number)
    return Line(block.text, block.level if isinstance(block, Heading) else None, number)
