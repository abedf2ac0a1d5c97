"""Places the cells of a table as the HTML standard's table algorithm does.

The standard: https://html.spec.whatwg.org/multipage/tables.html#forming-a-table. It differs
here in two ways that nobody can see on the page: where the standard lets two cells overlap, the
later one ends before the earlier; and a span that reaches past what the table really has ends
with the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from govinfo.adapters.budget import Budget

Content = TypeVar("Content")

_MOST_COLUMNS = 1000  # The standard's limits for the attributes.
_MOST_ROWS = 65534

# A span as wide as this says "to the end", as `colspan="100%"` does, and is no count of columns.
_WIDE = 64


Slot = tuple[Content, int, int]
"""A cell as it is written: content, colspan (at least 1), rowspan (0: to the group's end)."""

Group = Sequence[Sequence[Slot[Content]]]
"""The rows of a row group."""

Placed = tuple[int, int, int, int, Content]
"""A cell at its place: row and column from 0, rowspan, colspan, content."""


def colspan_of(written: str | None) -> int:
    """The columns that a `colspan` attribute stands for."""
    return min(_integer(written), _MOST_COLUMNS) or 1 if written else 1


def rowspan_of(written: str | None) -> int:
    """The rows that a `rowspan` attribute stands for; 0 is "to the end of the row group"."""
    return min(_integer(written), _MOST_ROWS) if written else 1


def _integer(written: str) -> int:
    """The number that an attribute begins with, or 1 (the standard's rules for integers)."""
    if len(written) < 5 and written.isdecimal() and written.isascii():
        return int(written)
    digits = written.strip()
    end = next((i for i, char in enumerate(digits) if char not in "0123456789"), len(digits))
    # Ten digits are more than any limit.
    return int(digits[: min(end, 10)]) if end else 1


def place(groups: Sequence[Group[Content]], budget: Budget) -> list[Placed[Content]]:
    """Lay the row groups of a table into one grid.

    Args:
        groups: Each row group's rows; a `rowspan` does not reach past its group.
        budget: Pays for each slot that a spanning cell keeps from later rows.
    """
    # In an open span nothing is seen but its first column and those of cells beside it. To ask
    # whether there is one takes a third of the time of placing, so that is asked when one is met.
    most = cache(lambda: _columns(groups))
    wide: set[tuple[int, int]] = set()
    placed: list[Placed[Content]] = []
    top = 0
    for group in groups:
        placed += _place_group(group, top, most, wide, budget)
        top += len(group)
    return _clipped(placed, wide) if wide else placed


def _columns(groups: Sequence[Group[Content]]) -> int:
    """At least as many columns as the table has beside its open spans."""
    rows = [row for group in groups for row in group]
    widths = [sum(colspan for _, colspan, _ in row if colspan < _WIDE) for row in rows]
    held = sum(
        colspan for row in rows for _, colspan, rowspan in row if rowspan != 1 and colspan < _WIDE
    )
    return max(1, min(max(widths) + held, _MOST_COLUMNS))


def _place_group(
    rows: Group[Content],
    top: int,
    most: Callable[[], int],
    wide: set[tuple[int, int]],
    budget: Budget,
) -> list[Placed[Content]]:
    placed: list[Placed[Content]] = []
    n_rows = len(rows)
    # For each column that a cell above still holds: the first row where it is free again.
    held: dict[int, int] = {}
    for index, row in enumerate(rows):
        at = top + index
        column = 0
        for content, colspan, rowspan in row:
            if held and held.get(column, 0) > index:
                column = _free(held, column, index, budget)
            if colspan == rowspan == 1:  # Nearly every cell.
                placed.append((at, column, 1, 1, content))
                column += 1
                continue
            start = column
            end = column = start + colspan
            if colspan >= _WIDE:
                wide.add((at, start))
                end = column = start + most()
            if held and colspan > 1:
                end = _first_held(held, start, end, index, budget)
            height = min(rowspan, n_rows - index) if rowspan else n_rows - index
            if height > 1:
                budget.spend_slots(end - start)
                held.update(dict.fromkeys(range(start, end), index + height))
            placed.append((at, start, height, end - start, content))
    return placed


def _free(held: dict[int, int], column: int, row: int, budget: Budget) -> int:
    """The first column from this one on that no cell above holds."""
    start = column
    while held.get(column, 0) > row:
        column += 1
    budget.spend_slots(column - start)
    return column


def _first_held(held: dict[int, int], start: int, end: int, row: int, budget: Budget) -> int:
    """The first column between the two that a cell above holds, or the end."""
    budget.spend_slots(end - start)
    return next((column for column in range(start, end) if held.get(column, 0) > row), end)


def _clipped(placed: list[Placed[Content]], wide: set[tuple[int, int]]) -> list[Placed[Content]]:
    """The cells without the columns that exist only in the midst of open spans."""
    kept: set[int] = set()
    for row, column, _, colspan, _ in placed:
        kept.update(range(column, column + (1 if (row, column) in wide else colspan)))
    columns = sorted(kept)
    clipped = []
    for row, column, rowspan, colspan, content in placed:
        start = bisect_left(columns, column)
        end = bisect_left(columns, column + colspan)
        clipped.append((row, start, rowspan, end - start, content))
    return clipped
