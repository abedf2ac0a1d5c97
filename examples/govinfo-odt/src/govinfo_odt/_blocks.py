"""What the walk over the document found, and the blocks that it becomes.

A table that merely lays out the page is no table to its reader: what it holds stands in its
place. That can only be told when all of the table is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from govinfo.blocks import Anchor, Block, Cell, Figure, Heading, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govinfo_odt._grid import Spot


@frozen(slots=True)
class Line:
    """A paragraph: its text with its number, its heading level, its place in the body."""

    text: str
    level: int | None
    number: int | None


@frozen(slots=True)
class Picture:
    """A picture: what describes it, and the number of the paragraph that holds it."""

    text: str
    number: int | None


@frozen(slots=True)
class Sheet:
    """A table: its cells and what each holds."""

    spots: list[Spot]
    contents: list[list[Piece]]

    @property
    def is_nested(self) -> bool:
        """Whether a cell holds a table."""
        return any(isinstance(piece, Sheet) for content in self.contents for piece in content)

    @property
    def is_layout(self) -> bool:
        """Whether the table only arranges paragraphs and tables on the page.

        So it is where no row has two cells, or two that are not blank, and what stands there is
        more than a cell's text; and where tables stand side by side.
        """
        rows = [spot.row for spot in self.spots]
        if len(set(rows)) == len(rows):
            return self.is_nested or any(len(content) > 1 for content in self.contents)
        filled = [row for row, content in zip(rows, self.contents, strict=True) if content]
        side_by_side = all(map(_holds_sheet, filter(None, self.contents)))
        return self.is_nested and (len(set(filled)) == len(filled) or side_by_side)


Piece = Line | Picture | Sheet


def to_blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """The blocks of a document's body, tables numbered in the order in which they stand."""
    writer = _Writer()
    writer.write(pieces, Anchor())
    return tuple(writer.blocks)


class _Writer:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._tables = 0

    def write(self, pieces: Iterable[Piece], at: Anchor) -> None:
        """Add pieces; `at` is the cell of the layout table that they stand in, if any."""
        for piece in pieces:
            if isinstance(piece, Sheet):
                self._sheet(piece)
                continue
            anchor = at if piece.number is None else Anchor(paragraph=piece.number)
            if isinstance(piece, Picture):
                self.blocks.append(Figure(piece.text, anchor))
            elif piece.level is None:
                self.blocks.append(Paragraph(piece.text, anchor))
            else:
                heading = " ".join(piece.text.split("\n"))
                self.blocks.append(Heading(heading, piece.level, anchor))

    def _sheet(self, sheet: Sheet) -> None:
        self._tables += 1
        number = self._tables
        held = list(zip(sheet.spots, sheet.contents, strict=True))
        if sheet.is_layout:
            for spot, content in held:
                self.write(content, _place(spot, number))
            return
        cells = tuple(
            Cell(
                _text(content),
                *(spot.row, spot.column, spot.rowspan, spot.colspan, spot.header),
                _place(spot, number),
            )
            for spot, content in held
        )
        if cells:
            self.blocks.append(Table(cells, Anchor(table=number)))
        for _, content in held:
            self.write((piece for piece in content if isinstance(piece, Sheet)), Anchor())


def _place(spot: Spot, number: int) -> Anchor:
    return Anchor(table=number, row=spot.row + 1, column=spot.column + 1)


def _text(content: list[Piece]) -> str:
    return "\n".join(piece.text for piece in content if isinstance(piece, Line)).strip()


def _holds_sheet(content: list[Piece]) -> bool:
    return any(isinstance(piece, Sheet) for piece in content)
