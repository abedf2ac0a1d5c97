"""What the walk over the document found, and the blocks that it becomes.

A table is turned into blocks only when all of it is known, because a table that merely lays out
the page is no table to its reader: what it holds stands in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from govinfo.adapters.docx._symbols import UNKNOWN
from govinfo.blocks import (
    Anchor,
    Block,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Table,
    cell_anchor,
    paragraph_anchor,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govinfo.adapters.docx._grid import Spot

_SENTENCE: Final = "。"


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


class Picture(NamedTuple):
    """A picture: what describes it, and the number of the paragraph that holds it."""

    text: str
    number: int | None


class Sheet(NamedTuple):
    """A table: its cells, what each holds, and whether one of them holds a table."""

    spots: list[Spot]
    contents: list[Content]
    nested: bool


Piece = Line | Picture | Sheet | Table
"""A `Table` is one that came with an embedded document and still has that one's anchors."""

Content = str | list[Piece]
"""What a cell holds: just its text where that is one plain paragraph."""


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
            match piece:
                case Line():
                    self._line(piece, at)
                case Sheet():
                    self._sheet(piece)
                case Picture():
                    self.blocks.append(Figure(piece.text, _at(at, piece.number)))
                case Table():
                    self._tables += 1
                    self.blocks.append(_renumbered(piece, self._tables))

    def _line(self, line: Line, at: Anchor) -> None:
        if not line.text.strip():
            return
        anchor = _at(at, line.number)
        if line.level is None:
            self.blocks.append(Paragraph(line.text.strip("\n"), anchor))
        else:
            self.blocks.append(Heading(_one_line(line.text), line.level, anchor))

    def _sheet(self, sheet: Sheet) -> None:
        self._tables += 1
        number = self._tables
        if _is_layout(sheet):
            for spot, content in zip(sheet.spots, sheet.contents, strict=True):
                at = cell_anchor(number, spot.row + 1, spot.column + 1)
                self.write(_pieces(content), at)
            return
        prose, has_text = _rows_of_prose(sheet), any(map(_cell_text, sheet.contents))
        cells: list[Cell] = []
        for spot, content in zip(sheet.spots, sheet.contents, strict=True):
            if spot.row in prose:
                self._end_table(cells, number)
                at = cell_anchor(number, spot.row + 1, spot.column + 1)
                self.write(_pieces(content), at)
            else:
                text = _cell_text(content)
                if not text and has_text and _has_picture(content):
                    text = UNKNOWN  # A figure that is a picture is not a cell left blank.
                cells.append(_cell(spot, text, number))
        self._end_table(cells, number)
        if sheet.nested:
            for content in sheet.contents:
                self.write(filter(_is_table, _pieces(content)), Anchor())

    def _end_table(self, cells: list[Cell], number: int) -> None:
        """Add the table of the cells so far, its rows counted from 0."""
        if cells:
            top = cells[0].row
            found = [evolve(cell, row=cell.row - top) for cell in cells] if top else cells
            self.blocks.append(Table(tuple(found), Anchor(table=number)))
            cells.clear()


def _rows_of_prose(sheet: Sheet) -> set[int]:
    """Rows that hold one cell as wide as the table, follow each other, and have a sentence.

    One such row heads the rows below it. Several are a text around a table: so it is where the
    whole report was typed into one.
    """
    width = max((spot.column + spot.colspan for spot in sheet.spots), default=0)
    wide = {
        spot.row: _cell_text(content)
        for spot, content in zip(sheet.spots, sheet.contents, strict=True)
        if spot.colspan == width > 1 and spot.rowspan == 1
    }
    prose: set[int] = set()
    run: list[int] = []
    for row in [*wide, -1]:
        if run and row != run[-1] + 1:
            if len(run) > 1 and any(_SENTENCE in wide[one] for one in run):
                prose.update(run)
            run = []
        run.append(row)
    return prose


def _is_layout(sheet: Sheet) -> bool:
    """Whether a table only arranges paragraphs and tables on the page.

    So it is where each row has one cell, or one that is not blank, and what stands there is more
    than a cell's text; where tables stand side by side, each with its caption; and where text
    stands between two tables in one cell.
    """
    one_a_row = len({spot.row for spot in sheet.spots}) == len(sheet.spots)
    if not (one_a_row or sheet.nested):
        return False
    contents = [_pieces(content) for content in sheet.contents]
    if one_a_row:
        return sheet.nested or any(len(content) > 1 for content in contents)
    filled = [spot.row for spot, content in zip(sheet.spots, contents, strict=True) if content]
    if len(set(filled)) == len(filled):
        return True
    if all(any(map(_is_table, content)) for content in contents if content):
        return True
    return any(map(_has_text_between_tables, contents))


def _has_text_between_tables(content: list[Piece]) -> bool:
    tables = [index for index, piece in enumerate(content) if _is_table(piece)]
    return bool(tables) and any(
        isinstance(piece, Line) for piece in content[tables[0] : tables[-1]]
    )


def _pieces(content: Content) -> list[Piece]:
    """A cell's content in pieces, blank lines left out."""
    if isinstance(content, str):
        content = [Line(content, None, None)]
    return [piece for piece in content if not isinstance(piece, Line) or piece.text.strip()]


def _is_table(piece: Piece) -> bool:
    return isinstance(piece, (Sheet, Table))


def _has_picture(content: Content) -> bool:
    return not isinstance(content, str) and any(isinstance(piece, Picture) for piece in content)


def _cell_text(content: Content) -> str:
    return content.strip() if isinstance(content, str) else _text(content)


def _cell(spot: Spot, text: str, number: int) -> Cell:
    row, column = spot.row, spot.column
    return Cell(
        text,
        row,
        column,
        spot.rowspan,
        spot.colspan,
        spot.header,
        cell_anchor(number, row + 1, column + 1),
    )


def _text(content: list[Piece]) -> str:
    lines = [piece.text for piece in content if isinstance(piece, Line) and piece.text.strip()]
    return "\n".join(lines).strip()


def _one_line(text: str) -> str:
    """A heading broken over lines in one: Chinese needs no blank where a line ended."""
    first, *others = [line for raw in text.split("\n") if (line := raw.strip())] or [""]
    parts = [first]
    for line in others:
        if parts[-1][-1].isascii() and line[0].isascii():
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _at(anchor: Anchor, number: int | None) -> Anchor:
    return anchor if number is None else paragraph_anchor(number)


def _renumbered(table: Table, number: int) -> Table:
    cells = tuple(
        evolve(cell, anchor=cell_anchor(number, cell.row + 1, cell.column + 1))
        for cell in table.cells
    )
    return evolve(table, cells=cells, anchor=Anchor(table=number))
