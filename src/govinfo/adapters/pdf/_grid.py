"""Rulings to grids: which cells a page's lines enclose.

Lines that touch belong to one table. Their positions are its grid; a cell reaches over every
wall that is missing between its fields. What lines cannot say surely, the text decides: a
wall every stretch of which runs through letters is no wall.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from operator import ge
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from govinfo.adapters.pdf._cell_borders import CellBorders, Region
from govinfo.adapters.pdf._page import Ruling, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.blocks import Box
    from govinfo.source import Limits

SHORT = 5.0
"""Points below which a line is a dash, a dot or a bullet."""

_LEVEL = 1.0  # points by which pieces of one ruling may stand apart
_DASH = 4.0  # points between pieces of one ruling
_TOUCH = 3.5  # points by which two lines that meet may miss each other
_SLIM = 4.0  # points below which two positions are one: a double ruling, a slip of the pen
_COVERED = 0.6  # share of a wall that must be drawn
_FIGURES_OF_A_ROW = 3
_ROWS_OF_FIGURES = 3  # two may be figures that are broken for lack of room
_OPEN = 6.0  # points by which lines reach out of a side that has no line


@frozen(slots=True)
class Grid:
    """The cells that one group of lines encloses.

    Attributes:
        xs: Positions of the columns' borders from left to right, one more than columns.
        ys: Positions of the rows' borders from top to bottom, one more than rows.
        regions: The cells, by row, then by column; together they cover the grid.
        open_above: Numbers of the cells at the upper border that have no line above.
        open_below: Numbers of the cells at the lower border that have no line below.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    open_above: frozenset[int] = frozenset()
    open_below: frozenset[int] = frozenset()

    @property
    def box(self) -> Box:
        """The grid's outer border."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, region: Region) -> Box:
        """A cell's border."""
        return (
            self.xs[region.column],
            self.ys[region.row],
            self.xs[region.column + region.colspan],
            self.ys[region.row + region.rowspan],
        )


def grids(
    horizontals: list[Ruling], verticals: list[Ruling], runs: Sequence[Run], limits: Limits
) -> list[Grid]:
    """The grids of a page, from top to bottom; grids inside another's cell are left out.

    Args:
        horizontals: Its horizontal lines, each in one piece.
        verticals: Its vertical lines, likewise.
        runs: Its runs.
        limits: How large a table may be.

    Raises:
        LimitExceeded: A grid has more than `limits.cells` fields.
    """
    found = [
        grid
        for lines in _groups(horizontals, verticals, limits)
        if (grid := _grid(*lines, runs, limits)) is not None
    ]
    found = [grid for grid in found if not _lacks_lines(grid, runs)]
    found.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return _outermost(found)


def _lacks_lines(grid: Grid, runs: Sequence[Run]) -> bool:
    """Whether a grid of one row, or of one column, has a table's rows of figures in it.

    Then lines were drawn in one direction only, and what stands under what tells the cells.
    """
    if len(grid.xs) > 2 and len(grid.ys) > 2:
        return False
    left, top, right, bottom = grid.box
    levels = sorted(
        run.middle
        for run in runs
        if run.text.isdecimal() and left < run.left < right and top < run.middle < bottom
    )
    # How many figures stand on one level with the one before.
    count = rows = 0
    for before, level in pairwise([-math.inf, *levels]):
        count = count + 1 if level - before < _LEVEL else 1
        rows += count == _FIGURES_OF_A_ROW
    return rows >= _ROWS_OF_FIGURES


def merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Join the pieces of each line: overlapping, dashed, or drawn twice."""
    lines: list[Ruling] = []
    level: list[Ruling] = []
    for ruling in sorted(rulings):
        if level and ruling.at - level[0].at > _LEVEL:
            lines += _joined(level)
            level = []
        level.append(ruling)
    lines += _joined(level)
    return lines


def _joined(pieces: list[Ruling]) -> list[Ruling]:
    lines: list[Ruling] = []
    for piece in sorted(pieces, key=lambda piece: piece.start):
        last = lines[-1] if lines else None
        if last is not None and piece.start - last.stop <= _DASH:
            lines[-1] = Ruling(last.at, last.start, max(last.stop, piece.stop))
        else:
            lines.append(piece)
    return [line for line in lines if line.stop - line.start >= SHORT]


def _groups(
    horizontals: list[Ruling], verticals: list[Ruling], limits: Limits
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that touch, each with lines of both directions."""
    parent = list(range(len(horizontals) + len(verticals)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    levels = [line.at for line in horizontals]
    met = 0
    for number, vertical in enumerate(verticals, len(horizontals)):
        first = bisect_left(levels, vertical.start - _TOUCH)
        last = bisect_right(levels, vertical.stop + _TOUCH)
        met += last - first
        if met > 4 * limits.cells:
            raise limits.exceeded("cells", "the lines of a page make more cells")
        own = root(number)
        for index in range(first, last):
            line = horizontals[index]
            if parent[index] != own and line.start - _TOUCH <= vertical.at <= line.stop + _TOUCH:
                parent[root(index)] = own
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = defaultdict(lambda: ([], []))
    for index, line in enumerate(horizontals):
        groups[root(index)][0].append(line)
    for index, line in enumerate(verticals, len(horizontals)):
        groups[root(index)][1].append(line)
    return [(across, down) for across, down in groups.values() if across and down]


def _grid(
    horizontals: list[Ruling], verticals: list[Ruling], runs: Sequence[Run], limits: Limits
) -> Grid | None:
    ys = _positions(horizontals, verticals)
    xs = _positions(verticals, horizontals)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1:
        return None
    if rows * columns > limits.cells:
        raise limits.exceeded("cells", f"a table has {rows * columns:,} cells, more")
    walls = CellBorders(_stretches(horizontals, ys, xs), _stretches(verticals, xs, ys))
    left, top, right, bottom = xs[0], ys[0], xs[-1], ys[-1]
    inside = [
        run
        for run in runs
        if top < (run.top + run.bottom) / 2 < bottom
        and run.rights[-1] > left
        and run.lefts[0] < right
    ]
    walls.strike_out(xs, ys, inside)
    regions = walls.regions()
    if walls.part(xs, ys, inside, regions):
        regions = walls.regions()
    grid = Grid(
        tuple(xs),
        tuple(ys),
        tuple(regions),
        frozenset(n for n, at in enumerate(regions) if at.row == 0 and walls.is_open(0, at)),
        frozenset(
            n
            for n, at in enumerate(regions)
            if at.row + at.rowspan == rows and walls.is_open(rows, at)
        ),
    )
    return _compact(grid)


def _positions(lines: list[Ruling], across: list[Ruling]) -> list[float]:
    """Where the lines of one direction stand, with a border where all others reach out."""
    positions: list[float] = []
    for line in sorted(lines):
        if not positions or line.at - positions[-1] > _SLIM:
            positions.append(line.at)
    low, high = sorted(line.start for line in across), sorted(line.stop for line in across)
    if len(across) > 1:
        # Two lines that reach out make a side without a line; one alone is a slip.
        if positions[0] - low[1] > _OPEN:
            positions.insert(0, low[1])
        if high[-2] - positions[-1] > _OPEN:
            positions.append(high[-2])
    return positions


def _stretches(lines: list[Ruling], at: list[float], along: list[float]) -> list[list[bool]]:
    """For each position, which stretches between the positions `along` are drawn."""
    widths = [stop - start for start, stop in pairwise(along)]
    covers = [[0.0] * len(widths) for _ in at]
    for level, begin, end in lines:
        row = covers[max(0, bisect_right(at, level + 1e-6) - 1)]
        first = max(0, bisect_right(along, begin) - 1)
        last = min(bisect_left(along, end), len(widths)) - 1
        if first < last:
            row[first] += along[first + 1] - max(along[first], begin)
            # Between its ends a line covers whole stretches.
            for index in range(first + 1, last):
                row[index] += widths[index]
            row[last] += min(along[last + 1], end) - along[last]
        elif first == last:
            row[first] += min(along[first + 1], end) - max(along[first], begin)
    least = [_COVERED * width for width in widths]
    return [list(map(ge, row, least)) for row in covers]


def _compact(grid: Grid) -> Grid:
    """Leave out positions at which no cell begins or ends."""
    grid = evolve(
        grid,
        xs=tuple([round(x, 2) for x in grid.xs]),
        ys=tuple([round(y, 2) for y in grid.ys]),
    )
    # Where a cell ends another begins, as they cover the grid.
    columns = sorted({column for _, column, _, _ in grid.regions} | {len(grid.xs) - 1})
    rows = sorted({row for row, _, _, _ in grid.regions} | {len(grid.ys) - 1})
    if len(columns) == len(grid.xs) and len(rows) == len(grid.ys):
        return grid
    column_of = {old: new for new, old in enumerate(columns)}
    row_of = {old: new for new, old in enumerate(rows)}
    regions = tuple(
        Region(
            row_of[r.row],
            column_of[r.column],
            row_of[r.row + r.rowspan] - row_of[r.row],
            column_of[r.column + r.colspan] - column_of[r.column],
        )
        for r in grid.regions
    )
    return evolve(
        grid,
        xs=tuple(grid.xs[index] for index in columns),
        ys=tuple(grid.ys[index] for index in rows),
        regions=regions,
    )


def _outermost(found: list[Grid]) -> list[Grid]:
    """Leave out frames around other grids, and grids inside a cell of another."""
    tables = [grid for grid in found if len(grid.regions) > 1]
    frames = [
        grid
        for grid in found
        if len(grid.regions) == 1 and not any(_inside(other.box, grid.box) for other in tables)
    ]
    outer = [
        grid
        for grid in tables + frames
        if not any(other is not grid and _inside(grid.box, other.box) for other in tables)
    ]
    return sorted(outer, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _inside(box: Box, other: Box) -> bool:
    return (
        other[0] - _TOUCH <= box[0]
        and other[1] - _TOUCH <= box[1]
        and box[2] <= other[2] + _TOUCH
        and box[3] <= other[3] + _TOUCH
    )
