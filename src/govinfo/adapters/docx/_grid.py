"""Places the cells of a table in its grid, as Word's merges say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._compatibility import through
from govinfo.adapters.docx._index import NONE, is_on, number
from govinfo.adapters.pieces import Spot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from lxml.etree import _Element

    PropertyMap: TypeAlias = Mapping[_Element, Mapping[str, _Element]]


_FLATTEST: Final = 40  # twentieths of a point: in a row no higher, no letter can be read
# Word itself stops at 63 columns. The bound keeps an absurd span from making an absurd grid.
_MOST_COLUMNS: Final = 1000

# `w:cellMerge`, a merge made while changes were tracked, has names of its own.
_CONTINUES: Final = frozenset({"continue", "cont"})


class CellSpot(Spot):
    """A cell's place, with the `w:tc` that is shown there."""

    __slots__ = ("element",)

    def __init__(self, element: _Element, row: int, column: int, colspan: int) -> None:
        # As in the base class, but not by it: a document has hundreds of cells.
        self.row = row
        self.column = column
        self.rowspan = 1
        self.colspan = colspan
        self.header = False
        self.element = element


def place(table: _Element, properties: PropertyMap) -> list[CellSpot]:
    """The cells of a table that are shown, in reading order, each with its spans."""
    spots: list[CellSpot] = []
    above: dict[int, CellSpot] = {}
    row = 0
    for element in through(table, w.TR):
        of_row = properties.get(element, NONE)
        if w.DEL in of_row or is_on(of_row.get(w.HIDDEN)) or _is_flat(of_row.get(w.TR_HEIGHT)):
            continue
        below: dict[int, CellSpot] = {}
        for spot, merge in _row(element, row, of_row, properties):
            begun = above.get(spot.column) if merge in _CONTINUES else None
            if begun is not None and begun.colspan == spot.colspan:
                begun.rowspan += 1
                below[spot.column] = begun
                continue
            spots.append(spot)
            if merge is not None:
                # A cell that continues nothing is shown, and those below continue it.
                below[spot.column] = spot
        above = below
        row += 1
    return spots


def _is_flat(height: _Element | None) -> bool:
    """Whether a row is held so flat that nothing of it is seen."""
    return (
        height is not None
        and height.get(w.HEIGHT_RULE) == "exact"
        and number(height, _FLATTEST + 1) <= _FLATTEST
    )


def _row(
    element: _Element, row: int, of_row: Mapping[str, _Element], properties: PropertyMap
) -> list[tuple[CellSpot, str | None]]:
    """A row's cells, horizontal merges done, each with how it merges with the one above."""
    header = is_on(of_row.get(w.TBL_HEADER))
    column = max(0, min(number(of_row.get(w.GRID_BEFORE)), _MOST_COLUMNS))
    cells: list[tuple[CellSpot, str | None]] = []
    merging = False
    for cell in through(element, w.TC):
        of_cell = properties.get(cell, NONE)
        if w.CELL_DEL in of_cell:
            continue
        span = 1
        horizontal = merge = None
        if of_cell:
            span = max(1, min(number(of_cell.get(w.GRID_SPAN), 1), _MOST_COLUMNS - column))
            horizontal = _state(of_cell.get(w.H_MERGE), w.VAL)
            merge = _vertical(of_cell)
        if merging and horizontal in _CONTINUES:
            cells[-1][0].colspan += span
        else:
            spot = CellSpot(cell, row, column, span)
            spot.header = header
            cells.append((spot, merge))
        merging = horizontal is not None
        column += span
    return cells


def _vertical(of_cell: Mapping[str, _Element]) -> str | None:
    """`None` for a cell that is not merged vertically, otherwise how."""
    tracked = _state(of_cell.get(w.CELL_MERGE), w.V_MERGE)
    return _state(of_cell.get(w.V_MERGE), w.VAL) if tracked is None else tracked


def _state(element: _Element | None, attribute: str) -> str | None:
    return None if element is None else element.get(attribute, "continue")
