"""Builds tables that a format tells by marks where cells and rows end, as Word's old formats do.

A row says how wide its cells are and no row knows of the others, so that the columns of a table
are what lies between any two edges of its cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from govinfo.adapters.pieces import Content, Line, Picture, Piece, Sheet, Spot, holds_table, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.budget import Budget

_SAME: Final = 30
"""Twips within which two edges are one: rows drawn by hand differ by as much."""
_WIDTH: Final = 1000
"""Twips of a cell that no row definition gives a width."""


class Edges(NamedTuple):
    """A cell as a row defines it.

    Attributes:
        left: Its left edge in twips.
        right: Its right edge.
        begins: Whether the cells below may continue it.
        continues: Whether it continues the cell above.
        merged: Whether it is merged with the cell before it.
    """

    left: int
    right: int
    begins: bool = False
    continues: bool = False
    merged: bool = False


class Row(NamedTuple):
    """A row's definition: its cells, and whether it is repeated on every page."""

    cells: Sequence[Edges]
    header: bool = False


@define(slots=True)
class _Level:
    """A table that is open: its rows, the cells of the row that is open, and the open cell."""

    rows: list[tuple[Row, list[list[Piece]]]] = field(factory=list)
    cells: list[list[Piece]] = field(factory=list)
    content: list[Piece] = field(factory=list)


class MarkedTables:
    """Collects pieces at their depth of tables: 0 is the document, 1 a table's cell.

    Attributes:
        pieces: What stands outside of tables, and the tables that are closed.
    """

    def __init__(self, budget: Budget) -> None:
        self.pieces: list[Piece] = []
        self._budget = budget
        self._open: list[_Level] = []
        self._paragraph = 1

    def add(self, pieces: Sequence[Piece], depth: int) -> None:
        """Add pieces at a depth; tables that are deeper end before them."""
        self._reach(depth)
        if depth:
            self._open[-1].content.extend(pieces)
            return
        self.pieces.extend(pieces)
        numbers = (piece.number for piece in pieces if isinstance(piece, Line) and piece.number)
        self._paragraph = next(numbers, self._paragraph)

    def cells_so_far(self, depth: int) -> int:
        """How many cells of the open row at a depth have ended."""
        return len(self._open[depth - 1].cells) if 0 < depth <= len(self._open) else 0

    def end_cell(self, depth: int) -> None:
        """End a cell of the table at a depth, from 1."""
        self._reach(depth)
        self._budget.spend_cells(1)
        level = self._open[-1]
        level.cells.append(level.content)
        level.content = []

    def end_row(self, depth: int, row: Row, *, deleted: bool = False) -> None:
        """End a row of the table at a depth.

        One whose mark is deleted is not shown, unless something in it is.
        """
        self._reach(depth)
        level = self._open[-1]
        if level.cells and not (deleted and not any(level.cells)):
            level.rows.append((row, level.cells))
        level.cells, level.content = [], []

    def close(self) -> list[Piece]:
        """End all tables, and give all that was collected."""
        self._reach(0)
        return self.pieces

    def _reach(self, depth: int) -> None:
        self._budget.check_depth(depth)
        while len(self._open) > depth:
            level = self._open.pop()
            found = _closed(level, nested=bool(self._open))
            if self._open:
                self._open[-1].content += found
            else:
                self.pieces += [self._anchored(piece) for piece in found]
            self._budget.spend_blocks()
        while len(self._open) < depth:
            self._open.append(_Level())

    def _anchored(self, piece: Piece) -> Piece:
        """What stood in a row that never ended has the place of the paragraph before it."""
        if isinstance(piece, (Line, Picture)) and piece.number is None:
            return piece._replace(number=self._paragraph)
        return piece


def _closed(level: _Level, *, nested: bool) -> list[Piece]:
    """A table, then what stood in cells after its last row."""
    after = [piece for cell in [*level.cells, level.content] for piece in cell]
    if not level.rows:
        return after
    sheet = _sheet(level.rows)
    if nested and len(sheet.contents) == 1 and not sheet.nested:
        # A frame of one cell around what a cell holds: to a reader, that cell's text.
        return [*shown(sheet.contents[0]), *after]
    return [sheet, *after]


def _sheet(rows: list[tuple[Row, list[list[Piece]]]]) -> Sheet:
    placed = [_merged(row.cells, cells) for row, cells in rows]
    columns = _columns({edge for row in placed for one, _ in row for edge in (one.left, one.right)})
    spots: list[Spot] = []
    contents: list[Content] = []
    above: dict[tuple[int, int], Spot] = {}
    for number, row in enumerate(placed):
        below: dict[tuple[int, int], Spot] = {}
        free = 0
        for one, content in row:
            left = max(columns[one.left], free)
            right = free = max(columns[one.right], left + 1)
            begun = above.get((left, right)) if one.continues else None
            if begun is None:
                begun = Spot(number, left, 1, right - left, header=rows[number][0].header)
                spots.append(begun)
                contents.append(_content(content))
            else:
                begun.rowspan += 1
            if one.begins or one.continues:
                below[left, right] = begun
        above = below
    return Sheet(spots, contents, nested=any(map(holds_table, contents)))


def _content(pieces: list[Piece]) -> Content:
    """Just the text of a cell with one line, as nearly all have."""
    if len(pieces) == 1 and isinstance(pieces[0], Line):
        return pieces[0].text
    return pieces


def _merged(edges: Sequence[Edges], cells: list[list[Piece]]) -> list[tuple[Edges, list[Piece]]]:
    """Each cell of a row with its edges, those merged with the one before taken into it."""
    placed: list[tuple[Edges, list[Piece]]] = []
    for at, content in enumerate(cells):
        if at < len(edges):
            one = edges[at]
        else:
            left = placed[-1][0].right if placed else 0
            one = Edges(left, left + _WIDTH)
        if placed and one.left < placed[-1][0].right:
            one = one._replace(left=placed[-1][0].right)
        if one.right <= one.left:
            one = one._replace(right=one.left + _SAME + 1)
        if one.merged and placed:
            before, held = placed[-1]
            placed[-1] = (before._replace(right=one.right), [*held, *content])
        else:
            placed.append((one, content))
    return placed


def _columns(edges: set[int]) -> dict[int, int]:
    """The column that begins at each edge; edges that lie close together are one."""
    columns: dict[int, int] = {}
    column, before = -1, None
    for edge in sorted(edges):
        if before is None or edge - before > _SAME:
            column += 1
        columns[edge] = column
        before = edge
    return columns
