"""Puts the cells of tables that stand in cells of a table into its grid.

Programs that fill in forms write the figures of a row as a table in the one cell beside its
label. To a reader the columns of such tables are columns of the table around them.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from govinfo.adapters.pieces import Sheet, Spot, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from govinfo.adapters.pieces import Content


def spliced(sheet: Sheet) -> Sheet:
    """The table with the cells of tables in it, where those fit its grid; else as it is.

    A table fits that fills its cell alone, and has as many columns as the cell covers; or the
    cell covers one column, which then is as many in all rows. So with rows.
    """
    inner = _alone(sheet)
    if not inner or len({spot.row for spot in sheet.spots}) < 2:
        return sheet
    width = _sizes(sheet, inner, lambda spot: (spot.column, spot.colspan), _n_columns)
    height = _sizes(sheet, inner, lambda spot: (spot.row, spot.rowspan), _n_rows)
    n_columns, n_rows = _n_columns(sheet), _n_rows(sheet)
    lefts = list(accumulate((width.get(at, 1) for at in range(n_columns)), initial=0))
    tops = list(accumulate((height.get(at, 1) for at in range(n_rows)), initial=0))
    spots: list[Spot] = []
    contents: list[Content] = []
    nested = False
    for spot, content in zip(sheet.spots, sheet.contents, strict=True):
        top, bottom = tops[spot.row], tops[spot.row + spot.rowspan]
        left, right = lefts[spot.column], lefts[spot.column + spot.colspan]
        held = inner.get(spot)
        if held is not None and (_n_columns(held), _n_rows(held)) == (right - left, bottom - top):
            nested |= held.nested
            spots += [
                Spot(top + one.row, left + one.column, one.rowspan, one.colspan, header=spot.header)
                for one in held.spots
            ]
            contents += held.contents
        else:
            nested |= held is not None
            spots.append(Spot(top, left, bottom - top, right - left, header=spot.header))
            contents.append(content)
    order = sorted(range(len(spots)), key=lambda at: (spots[at].row, spots[at].column))
    return Sheet([spots[at] for at in order], [contents[at] for at in order], nested=nested)


def _alone(sheet: Sheet) -> dict[Spot, Sheet]:
    """The tables that fill a cell alone, by the cell's place."""
    found = {}
    for spot, content in zip(sheet.spots, sheet.contents, strict=True):
        held = [] if isinstance(content, str) else shown(content)
        if len(held) == 1 and isinstance(held[0], Sheet) and held[0].spots:
            found[spot] = spliced(held[0])
    return found


def _sizes(
    sheet: Sheet,
    inner: dict[Spot, Sheet],
    extent: Callable[[Spot], tuple[int, int]],
    size: Callable[[Sheet], int],
) -> dict[int, int]:
    """How many columns, or rows, each one that a table fills becomes: the most of them."""
    sizes: dict[int, int] = {}
    for spot in sheet.spots:
        first, count = extent(spot)
        if count == 1 and spot in inner:
            sizes[first] = max(sizes.get(first, 1), size(inner[spot]))
    return sizes


def _n_columns(sheet: Sheet) -> int:
    return max((spot.column + spot.colspan for spot in sheet.spots), default=0)


def _n_rows(sheet: Sheet) -> int:
    return max((spot.row + spot.rowspan for spot in sheet.spots), default=0)
