"""The walls of a grid: which stretches of its lines are drawn, and the cells between them.

What lines cannot say surely, the text decides: a wall through letters is none, and texts apart
from each other, each in a column of its own, have one between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from govinfo.adapters.pdf._lines import texts_apart
from govinfo.adapters.pdf._numbers import is_code
from govinfo.adapters.pdf._page import Run, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL = 1.0  # points by which a text may reach over a wall


class Region(NamedTuple):
    """A cell of a grid: its first row and column, and how many of each it covers."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@frozen(slots=True)
class CellBorders:
    """Which stretches of a grid's lines are drawn.

    `floors[y][column]` is the wall above row y, `sides[x][row]` the wall left of column x.
    """

    floors: list[list[bool]]
    sides: list[list[bool]]

    def strike_out(self, xs: list[float], ys: list[float], runs: Sequence[Run]) -> None:
        """Take away inner walls that run through letters: strokes that strayed into a cell.

        No letter stands on a floor. A number may be too wide for its column, though, so that a
        side is taken away only where it stands in no other cell.
        """
        crossing = self._strike_out_floors(xs, ys, runs)
        cut: dict[int, set[int]] = defaultdict(set)
        for run, begin, end in crossing:
            row = bisect_right(ys, run.middle) - 1
            for side in range(begin, end):
                if 0 < side < len(xs) - 1 and _cuts_letter(run, xs[side]):
                    cut[side].update(self._beside(side, row))
        for side, rows in cut.items():
            if rows.issuperset(row for row, drawn in enumerate(self.sides[side]) if drawn):
                self.sides[side] = [False] * len(self.sides[side])

    def _strike_out_floors(
        self, xs: list[float], ys: list[float], runs: Sequence[Run]
    ) -> list[tuple[Run, int, int]]:
        """Take away floors that run through letters; return the runs that reach over sides.

        With each stand the number of the first such side and the one after the last.
        """
        along = Way.ALONG
        crossing: list[tuple[Run, int, int]] = []
        for run in runs:
            _, lefts, rights, top, bottom, _, way = run
            if way is not along:
                continue
            begin, end = bisect_right(xs, lefts[0]), bisect_left(xs, rights[-1])
            if begin < end:
                if is_code(run):
                    continue  # a seal's, put over the table
                crossing.append((run, begin, end))
            third = (bottom - top) / 3
            first, last = bisect_right(ys, top + third), bisect_left(ys, bottom - third)
            if first < last:
                start = max(begin - 1, 0)
                for floor in self.floors[max(first, 1) : min(last, len(ys) - 1)]:
                    floor[start:end] = [False] * len(floor[start:end])
        return crossing

    def part(
        self, xs: list[float], ys: list[float], runs: Sequence[Run], regions: Sequence[Region]
    ) -> bool:
        """Add walls between texts that stand apart in columns of their own, in wide cells.

        Some programs draw the lines of every other row only. Returns whether there are any.
        """
        wide = {
            (row, column): region
            for region in regions
            if region.colspan > 1
            for row in range(region.row, region.row + region.rowspan)
            for column in range(region.column, region.column + region.colspan)
        }
        held: dict[Region, list[Run]] = defaultdict(list)
        along = Way.ALONG
        for run in runs if wide else ():
            _, lefts, _, top, bottom, _, way = run
            row, column = bisect_right(ys, (top + bottom) / 2), bisect_right(xs, lefts[0] + _LEVEL)
            region = wide.get((row - 1, column - 1))
            if region and way is along:
                held[region].append(run)
        found = False
        for region, inside in held.items():
            if len(inside) == 1 and not inside[0].spaces:
                continue  # a single text has none beside it
            for side in _uncrossed(xs, region, texts_apart(inside)):
                for row in range(region.row, region.row + region.rowspan):
                    self.sides[side][row] = found = True
        return found

    def _beside(self, side: int, row: int) -> range:
        """The rows from floor to floor in which a side stands."""
        above, below = row, row + 1
        while above > 0 and not any(self.floors[above][side - 1 : side + 1]):
            above -= 1
        while below < len(self.floors) - 1 and not any(self.floors[below][side - 1 : side + 1]):
            below += 1
        return range(above, below)

    def regions(self) -> list[Region]:
        """Rectangles of fields without a wall between them, by row, then by column."""
        floors, sides = self.floors, self.sides
        rows, columns = len(floors) - 1, len(sides) - 1
        taken = [[False] * columns for _ in range(rows)]
        regions = []
        for row, taken_here in enumerate(taken):
            stop = 0
            while stop < columns:
                column, stop = stop, stop + 1
                if taken_here[column]:
                    continue
                while stop < columns and not sides[stop][row] and not taken_here[stop]:
                    stop += 1
                bottom = row + 1
                # Mostly there is a floor, and no need to ask for more.
                while (
                    bottom < rows
                    and not floors[bottom][column]
                    and self._goes_on(bottom, column, stop)
                ):
                    taken[bottom][column:stop] = [True] * (stop - column)
                    bottom += 1
                regions.append(Region(row, column, bottom - row, stop - column))
        return regions

    def is_open(self, floor: int, at: Region) -> bool:
        """Whether no stretch of a floor is drawn along a cell that it bounds."""
        return not any(self.floors[floor][at.column : at.column + at.colspan])

    def _goes_on(self, row: int, column: int, stop: int) -> bool:
        """Whether the fields from `column` to `stop` go on in this row as one cell."""
        return (
            not any(self.floors[row][column:stop])
            and not any(self.sides[side][row] for side in range(column + 1, stop))
            and (column == 0 or self.sides[column][row])
            and (stop == len(self.sides) - 1 or self.sides[stop][row])
        )


def _uncrossed(
    xs: Sequence[float], region: Region, texts: Sequence[tuple[float, float, str]]
) -> list[int]:
    """The columns' borders in a wide cell at which one of several texts begins or ends."""
    if len(texts) < 2:
        return []
    free = [
        side
        for side in range(region.column + 1, region.column + region.colspan)
        if not any(left < xs[side] - _LEVEL < xs[side] + _LEVEL < right for left, right, _ in texts)
    ]
    borders = [xs[side] for side in free]
    begun = {bisect_right(borders, left + _LEVEL) for left, _, _ in texts}
    if len(begun) < 2:
        return []
    if 2 * sum(text.isdigit() for _, _, text in texts) > len(texts):
        return free
    return [side for number, side in enumerate(free, 1) if number in begun]


def _cuts_letter(run: Run, x: float) -> bool:
    index = bisect_right(run.lefts, x) - 1
    if index < 0:
        return False
    quarter = (run.rights[index] - run.lefts[index]) / 4
    return run.lefts[index] + quarter < x < run.rights[index] - quarter
