"""Places the cells of a table in its grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.numerals import whole
from govinfo.adapters.odt import _names as n
from govinfo.adapters.pieces import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from govinfo.adapters.budget import Budget
    from govinfo.source import Limits

_CELL, _COVERED = f"{n.TABLE}table-cell", f"{n.TABLE}covered-table-cell"
_ROW, _HEADERS = f"{n.TABLE}table-row", f"{n.TABLE}table-header-rows"
_ROWS = frozenset((_HEADERS, f"{n.TABLE}table-rows", f"{n.TABLE}table-row-group"))
_NOT_SHOWN = ("collapse", "filter")


class CellSpot(Spot):
    """A cell's place, with its element."""

    __slots__ = ("element",)

    def __init__(self, element: _Element, row: int, column: int, *, header: bool) -> None:
        super().__init__(row, column, header=header)
        self.element = element


def place(table: _Element, budget: Budget) -> list[CellSpot]:
    """The cells of a table that are shown, in reading order.

    A cell that the markup lets overlap another moves to the next free column, and one that is
    said to be covered and is not is shown, so that no text is lost.

    Raises:
        LimitExceeded: The cells, repeated ones included, or the places that they cover, are more
            than the budget has left.
    """
    grid = _Grid(budget)
    rows = list(_rows(table, budget.limits))
    for number, (row, header) in enumerate(rows):
        column = 0
        for cell in row.iterchildren(_CELL, _COVERED):
            for _ in range(_number(cell, "number-columns-repeated")):
                if cell.tag == _CELL or (number, column) not in grid.taken:
                    column = grid.put(cell, number, column, len(rows) - number, header=header)
                else:
                    column += 1
                    grid.count()
    budget.spend_cells(len(grid.spots))
    return grid.spots


class _Grid:
    def __init__(self, budget: Budget) -> None:
        self._limits = budget.limits
        self._count = 0
        self.spots: list[CellSpot] = []
        self.taken: set[tuple[int, int]] = set()

    def count(self, more: int = 1) -> None:
        self._count += more
        if self._count > self._limits.cells:
            raise self._limits.exceeded("cells", "a table covers more places")

    def put(self, cell: _Element, row: int, column: int, rows: int, *, header: bool) -> int:
        """Place a cell, and return the column after its first one."""
        while (row, column) in self.taken:
            column += 1
        wide = _number(cell, "number-columns-spanned") if cell.tag == _CELL else 1
        high = min(_number(cell, "number-rows-spanned"), rows) if cell.tag == _CELL else 1
        self.count(wide * high)
        width = 1
        while width < wide and (row, column + width) not in self.taken:
            width += 1
        self.taken.update(
            (row + down, column + right) for down in range(high) for right in range(width)
        )
        spot = CellSpot(cell, row, column, header=header)
        spot.rowspan, spot.colspan = high, width
        self.spots.append(spot)
        return column + 1


def _rows(
    parent: _Element, limits: Limits, *, header: bool = False
) -> Iterator[tuple[_Element, bool]]:
    for child in parent:
        if child.tag == _ROW:
            if child.get(f"{n.TABLE}visibility") not in _NOT_SHOWN:
                repeated = _number(child, "number-rows-repeated")
                if repeated > limits.cells:
                    raise limits.exceeded("cells", f"a row is repeated {repeated:,} times, more")
                for _ in range(repeated):
                    yield child, header
        elif child.tag in _ROWS:
            yield from _rows(child, limits, header=header or child.tag == _HEADERS)


def _number(element: _Element, name: str) -> int:
    return max(1, whole(element.get(f"{n.TABLE}{name}"), 1))
