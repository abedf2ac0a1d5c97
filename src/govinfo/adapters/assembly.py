"""Makes the blocks of a document of the pieces that the walk over it found.

A table is turned into blocks only when all of it is known, because a table that merely lays out
the page is no table to its reader: what it holds stands in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govinfo.adapters.pieces import Line, Picture, Sheet, is_table, shown
from govinfo.adapters.prose import SENTENCE, rows_of_prose
from govinfo.adapters.splicing import spliced
from govinfo.adapters.symbols import PICTURE
from govinfo.blocks import (
    Anchor,
    Block,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Table,
    cell_anchor,
    cell_at,
    paragraph_anchor,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.pieces import Content, Piece

_LINE_BREAK: Final = re.compile(r"(?<![^\S\n])[^\S\n]++\n\s*+|\n\s*+")


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
                self.write(shown(content), at)
            return
        if sheet.nested:
            sheet = spliced(sheet)
        texts = list(map(_cell_text, sheet.contents))
        prose, has_text = _rows_of_prose(sheet, texts), any(texts)
        cells: list[Cell] = []
        for spot, content, text in zip(sheet.spots, sheet.contents, texts, strict=True):
            if spot.row in prose:
                self._end_table(cells, number)
                at = cell_anchor(number, spot.row + 1, spot.column + 1)
                self.write(shown(content), at)
                continue
            # A figure that is a picture is not a cell left blank.
            sign = PICTURE if has_text and _shows_more(content, beside=text) else ""
            place = spot.row, spot.column, spot.rowspan, spot.colspan, spot.header
            cells.append(cell_at(text + sign, *place, number))
        self._end_table(cells, number)
        if sheet.nested:
            for content in sheet.contents:
                self.write(filter(is_table, shown(content)), Anchor())

    def _end_table(self, cells: list[Cell], number: int) -> None:
        """Add the table of the cells so far, its rows counted from 0."""
        if cells:
            top = cells[0].row
            found = [evolve(cell, row=cell.row - top) for cell in cells] if top else cells
            self.blocks.append(Table(tuple(found), Anchor(table=number)))
            cells.clear()


def _rows_of_prose(sheet: Sheet, texts: Sequence[str]) -> set[int]:
    if SENTENCE not in "".join(texts):
        return set()
    return rows_of_prose(
        (spot.row, spot.column, spot.rowspan, spot.colspan, text)
        for spot, text in zip(sheet.spots, texts, strict=True)
    )


def _is_layout(sheet: Sheet) -> bool:
    """Whether a table only arranges paragraphs and tables on the page.

    So it is where each row has one cell, or one that is not blank, and what stands there is more
    than a cell's text; where tables stand side by side, each with its caption; and where text
    stands between two tables in one cell.
    """
    one_a_row = len({spot.row for spot in sheet.spots}) == len(sheet.spots)
    if not (one_a_row or sheet.nested):
        return False
    contents = [shown(content) for content in sheet.contents]
    if one_a_row:
        return sheet.nested or any(len(content) > 1 for content in contents)
    filled = [spot.row for spot, content in zip(sheet.spots, contents, strict=True) if content]
    if len(set(filled)) == len(filled):
        return True
    if all(any(map(is_table, content)) for content in contents if content):
        return True
    return any(map(_has_text_between_tables, contents))


def _has_text_between_tables(content: Sequence[Piece]) -> bool:
    tables = [index for index, piece in enumerate(content) if is_table(piece)]
    return bool(tables) and any(
        isinstance(piece, Line) for piece in content[tables[0] : tables[-1]]
    )


def _shows_more(content: Content, *, beside: str = "") -> bool:
    """Whether a cell shows a picture, or a table that stands after, where it has no words.

    Beside words a picture only decorates; beside a figure it may be a part of it.
    """
    if isinstance(content, str) or any(map(str.isalpha, beside)):
        return False
    if beside:
        return any(isinstance(piece, Picture) for piece in content)
    return any(map(_is_seen, content))


def _is_seen(piece: Piece) -> bool:
    if isinstance(piece, Sheet):
        return any(_cell_text(content) or _shows_more(content) for content in piece.contents)
    return isinstance(piece, (Picture, Table))


def _cell_text(content: Content) -> str:
    return content.strip() if isinstance(content, str) else _text(content)


def _text(content: Sequence[Piece]) -> str:
    lines = [piece.text for piece in content if isinstance(piece, Line) and piece.text.strip()]
    return "\n".join(lines).strip()


def _one_line(text: str) -> str:
    """A heading broken over lines in one: Chinese needs no blank where a line ended."""
    return _LINE_BREAK.sub(_joint, text.strip())


def _joint(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if before.isascii() and after.isascii() else ""


def _at(anchor: Anchor, number: int | None) -> Anchor:
    return anchor if number is None else paragraph_anchor(number)


def _renumbered(table: Table, number: int) -> Table:
    cells = tuple(
        evolve(cell, anchor=cell_anchor(number, cell.row + 1, cell.column + 1))
        for cell in table.cells
    )
    return evolve(table, cells=cells, anchor=Anchor(table=number))


def has_text(block: Block) -> bool:
    """Whether a block shows any text."""
    if isinstance(block, Figure):
        return False
    return not isinstance(block, Table) or any(cell.text.strip() for cell in block.cells)
