"""Finds in a sheet of cells what a reader sees there: lines of text, and tables.

A sheet knows no paragraphs. A row with one text is a line of the report where it stands before
the first row of a table, after its last, or with others that hold a sentence. Borders, where a
sheet has them, tell its tables better than its texts do.
"""

from __future__ import annotations

from itertools import accumulate, groupby, takewhile
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govinfo.adapters.pieces import Line, Piece, Sheet, Spot
from govinfo.adapters.prose import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govinfo.adapters.budget import Budget

_LONG: Final = 40
"""Characters of a text below a table that is no label of a row any more."""

Place = tuple[int, int]
"""Row and column from 0."""


@define(slots=True)
class Cells:
    """A sheet as its format has it.

    Attributes:
        texts: What the cells show, blank ones left out.
        merged: Merged ranges: first row, first column, last row, last column.
        bordered: Cells with a border.
        hidden_rows: Rows that are not shown.
        hidden_columns: Columns that are not shown.
    """

    texts: dict[Place, str] = field(factory=dict)
    merged: list[tuple[int, int, int, int]] = field(factory=list)
    bordered: set[Place] = field(factory=set)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: set[int] = field(factory=set)


class _Area:
    """A cell of the sheet as it is shown: its place among the shown rows and columns."""

    __slots__ = ("bordered", "bottom", "column", "right", "row", "text")

    def __init__(self, row: int, column: int, bottom: int, right: int, text: str) -> None:
        self.row, self.column, self.bottom, self.right = row, column, bottom, right
        self.text = text
        self.bordered = False


class Reader:
    """Makes pieces of sheets, one after the other; lines are numbered through all of them."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._lines = 0

    def pieces(self, cells: Cells) -> list[Piece]:
        """The lines and tables of a sheet.

        Raises:
            LimitExceeded: There are more, or longer ones, than the limits allow.
        """
        rows = _Rows(_shown(cells, self._budget))
        found: list[Piece] = []
        for block in rows.blocks():
            for is_table, part in rows.parts(block):
                if is_table:
                    found.append(self._table(part, rows))
                else:
                    found += [self.line(_text(rows.areas[number])) for number in part]
        return [piece for piece in found if not isinstance(piece, Line) or piece.text]

    def line(self, text: str) -> Line:
        """A line of text with its number."""
        self._budget.check_line(len(text))
        if text:
            self._budget.spend_blocks()
            self._lines += 1
        return Line(text, None, self._lines)

    @property
    def lines(self) -> int:
        """The number of the last line, 1 where there is none."""
        return max(self._lines, 1)

    def _table(self, numbers: list[int], rows: _Rows) -> Sheet:
        """The table in some rows: what is blank between its edges is a blank cell."""
        top, bottom = numbers[0], numbers[-1] + 1
        held = [area for number in numbers for area in rows.areas[number]]
        left = min(area.column for area in held)
        right = max(area.right for area in held)
        self._budget.spend_blocks()
        self._budget.spend_cells((bottom - top) * (right - left))
        covered = {
            (row, column)
            for area in held
            for row in range(area.row, min(area.bottom, bottom))
            for column in range(area.column, area.right)
        }
        blank = [
            _Area(row, column, row + 1, column + 1, "")
            for row in range(top, bottom)
            for column in range(left, right)
            if (row, column) not in covered
        ]
        spots, contents = [], []
        for area in sorted([*held, *blank], key=lambda one: (one.row, one.column)):
            self._budget.check_line(len(area.text))
            height = min(area.bottom, bottom) - area.row
            spots.append(Spot(area.row - top, area.column - left, height, area.right - area.column))
            contents.append(area.text)
        return Sheet(spots, contents, nested=False)


def _shown(cells: Cells, budget: Budget) -> list[_Area]:
    """The cells that are shown and have a text or a border, or are merged, in reading order."""
    budget.spend_text(sum(map(len, cells.texts.values())))
    begun = {*cells.texts, *cells.bordered, *((row, column) for row, column, _, _ in cells.merged)}
    last_row = max((row for row, _ in begun), default=0)
    last_column = max((column for _, column in begun), default=0)
    at_row = _places(last_row, cells.hidden_rows)
    at_column = _places(last_column, cells.hidden_columns)
    areas: list[_Area] = []
    taken: set[Place] = set()
    for row, column, lowest, rightmost in cells.merged:
        bottom, right = min(lowest, last_row) + 1, min(rightmost, last_column) + 1
        budget.spend_slots((bottom - row) * (right - column))
        places = {(one, other) for one in range(row, bottom) for other in range(column, right)}
        if places & taken:
            continue  # Merged ranges do not overlap; of those that do the first is right.
        taken |= places
        text = cells.texts.get((row, column), "")
        area = _Area(at_row[row], at_column[column], at_row[bottom], at_column[right], text)
        area.bordered = not cells.bordered.isdisjoint(places)
        areas.append(area)
    for place in {*cells.texts, *cells.bordered} - taken:
        row, column = place
        top, left = at_row[row], at_column[column]
        area = _Area(top, left, at_row[row + 1], at_column[column + 1], cells.texts.get(place, ""))
        area.bordered = place in cells.bordered
        areas.append(area)
    shown = [one for one in areas if one.bottom > one.row and one.right > one.column]
    return sorted(shown, key=lambda area: (area.row, area.column))


def _text(areas: list[_Area]) -> str:
    """The texts of a row that is a line."""
    return "　".join(area.text for area in areas if area.text)


def _places(last: int, hidden: set[int]) -> list[int]:
    """For each row, or column, how many before it are shown."""
    return list(accumulate((number not in hidden for number in range(last + 1)), initial=0))


class _Rows:
    """The rows of a sheet that hold something.

    Attributes:
        areas: The areas that begin in a row.
        joined: Rows that a cell of a row above reaches into.
    """

    def __init__(self, areas: list[_Area]) -> None:
        self.areas: dict[int, list[_Area]] = {}
        self.joined: set[int] = set()
        for area in areas:
            self.areas.setdefault(area.row, []).append(area)
        reached: set[int] = set()
        for area in areas:
            below = range(area.row + 1, area.bottom)
            if len(self.areas[area.row]) == 1 and not any(row in self.areas for row in below):
                area.bottom = area.row + 1  # A title over several rows has them all to itself.
            elif area.text or area.bordered:
                self.joined.update(below)
                reached.update(below if area.bordered else ())
        for row in self.joined:
            self.areas.setdefault(row, [])
        texts = {row: sum(bool(one.text) for one in held) for row, held in self.areas.items()}
        bordered = {row for row, held in self.areas.items() if any(a.bordered for a in held)}
        self._bordered = bordered | reached
        # Where cells beside others have no border, borders do not tell the tables.
        self._are_told_by_borders = bool(bordered) and all(
            row in self._bordered for row, count in texts.items() if count > 1
        )
        self._texts = texts

    def blocks(self) -> Iterator[list[int]]:
        """The rows, parted where one holds nothing."""
        filled = sorted(
            row
            for row in self.areas
            if self._texts[row] or row in self.joined or row in self._bordered
        )
        for _, group in groupby(enumerate(filled), lambda pair: pair[1] - pair[0]):
            yield [row for _, row in group]

    def parts(self, block: list[int]) -> Iterator[tuple[bool, list[int]]]:
        """The lines and the tables among rows that follow each other; whether each is a table."""
        lines = set(self._lines(block))
        if block[0] == 0 and 0 not in lines:
            # The title over a table is often bordered as the table is.
            lines.update(takewhile(self._is_wide, block))
        for is_table, group in groupby(block, lambda row: row not in lines):
            yield is_table, list(group)

    def _lines(self, block: list[int]) -> Iterator[int]:
        if self._are_told_by_borders:
            yield from (row for row in block if row not in self._bordered)
            return
        yield from takewhile(self._is_single, block)
        for single, group in groupby(block, self._is_single):
            rows = list(group)
            if single and any(SENTENCE in self._text(row) for row in rows):
                yield from rows
        yield from takewhile(lambda row: self._is_single(row) and self._is_long(row), block[::-1])

    def _is_single(self, row: int) -> bool:
        """Whether a row has one text, and no cell reaches into it or out of it."""
        return (
            self._texts[row] == 1
            and row not in self.joined
            and all(area.bottom == row + 1 for area in self.areas[row])
        )

    def _is_wide(self, row: int) -> bool:
        """Whether a row has nothing but one text, in a cell that is merged with others."""
        held = self.areas[row]
        return self._is_single(row) and len(held) == 1 and held[0].right - held[0].column > 1

    def _is_long(self, row: int) -> bool:
        return len(self._text(row)) > _LONG

    def _text(self, row: int) -> str:
        return "".join(area.text for area in self.areas[row])
