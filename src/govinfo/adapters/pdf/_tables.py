"""Grids and runs to table parts: what stands in which cell of a page's tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from govinfo.adapters.pdf._lines import cell_text, room_left, text_of
from govinfo.adapters.pdf._numbers import is_code, is_figure, parted
from govinfo.adapters.pdf._page import Way
from govinfo.adapters.pdf._signs import STRUCK, unstruck, with_pictures
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govinfo.adapters.pdf._cell_borders import Region
    from govinfo.adapters.pdf._grid import Grid
    from govinfo.adapters.pdf._page import Run
    from govinfo.blocks import Box

Span = tuple[float, float]
"""Where something begins and ends, from left to right."""

_SPILL = 1.0  # of its height, by which a line's middle may lie below the one it goes on from
_OVERRUN = 2  # cells in which the digits of a number may stand that is too wide for its own
_APART = 0.15  # of the height, by which the digits of one number stand apart at most
_EDGE = 1.0  # points by which a letter may reach over a border between two cells


Foot = tuple["Sequence[Run]", "Box"]
"""What stands in a cell at a table's lower border, and the cell's border."""


class Field(NamedTuple):
    """A cell on one page.

    Attributes:
        region: Where in the grid.
        text: What stands in it.
        box: Its border.
        page: The page's number.
        foot: What stands in it, and where, if it is at the table's lower border.
        open_above: Whether it is at the table's upper border, and no line is drawn there.
        open_below: Likewise below.
    """

    region: Region
    text: str
    box: Box
    page: int
    foot: Foot | None = None
    open_above: bool = False
    open_below: bool = False

    @property
    def room(self) -> float:
        """At the table's lower border, how many letters its last line leaves room for."""
        return room_left(*self.foot) if self.foot else 0.0


@frozen(slots=True)
class Part:
    """A table, or as much of it as stands on one page or some consecutive pages.

    Attributes:
        xs: Positions of the columns' borders on the first page.
        n_rows: How many rows it has.
        fields: The cells by row, then by column.
        box: The border on the first page.
        page: Number of the first page.
        aligned: Whether the columns are sure.
        ruled: Whether lines enclose the cells.
        spans: Where the texts of its columns of figures stand, if no lines enclose them.
    """

    xs: tuple[float, ...]
    n_rows: int
    fields: tuple[Field, ...]
    box: Box
    page: int
    aligned: bool = True
    ruled: bool = True
    spans: tuple[Span, ...] = ()

    @property
    def is_frame(self) -> bool:
        """Whether it is a single cell: a border around text, or a remainder of a table."""
        return len(self.fields) == 1


def filled(
    grid: Grid, runs: Sequence[Run], page: int, pictures: Sequence[Box] = ()
) -> tuple[Part, list[Run]]:
    """A grid with the runs and pictures that stand in it, and the runs that do not."""
    xs, ys = grid.xs, grid.ys
    n_rows, n_columns = len(ys) - 1, len(xs) - 1
    held: list[list[Run]] = [[] for _ in grid.regions]
    owner = _owners(grid, held)
    outside: list[Run] = []
    wide: list[_Wide] = []
    left, top, right, bottom = grid.box
    for run in _by_rows(runs, ys):
        _, lefts, rights, upper, lower, _, _ = run
        middle, begin, end = (upper + lower) / 2, lefts[0], rights[-1]
        if not top < middle < bottom or end <= left + _EDGE or begin >= right - _EDGE:
            outside.append(run)
            continue
        row = owner[min(bisect_right(ys, middle), n_rows) - 1]
        if bisect_right(xs, begin + _EDGE) >= bisect_left(xs, end - _EDGE):
            pieces = [(run, bisect_right(xs, (begin + end) / 2) - 1)]
        else:
            pieces = _pieces(run, xs)
            if is_figure(run.text):
                wide += [
                    _Wide(piece, over) for piece, _ in pieces if (over := _over(piece, row, xs))
                ]
        for piece, column in pieces:
            if 0 <= column < n_columns:
                row[column].append(piece)
            else:
                outside.append(piece)
    outside += [one.run for one in wide if one.leaves()]
    for number in grid.open_below:
        spilt, outside = _spilt(grid.box_of(grid.regions[number]), outside)
        held[number] += spilt
    return Part(xs, n_rows, tuple(_fields(grid, held, page, pictures)), grid.box, page), outside


class _Wide(NamedTuple):
    """A number whose digits stand in several cells.

    Attributes:
        run: The number, which is in one of them already.
        cells: What these hold.
    """

    run: Run
    cells: list[list[Run]]

    def leaves(self) -> bool:
        """Settle what it is; returns whether it was put over the table, and is in no cell.

        It is too wide for its own cell where the other one has a figure besides: else both may
        have one, which touch. Where that cannot be told, no cell it runs over is taken for blank.
        """
        code = is_code(self.run)
        others = [held for held in self.cells if not _holds(held, self.run)]
        if not code and len(self.cells) <= _OVERRUN and all(others):
            return False
        mark = self.run.part(0, 1)._replace(text=PICTURE)
        for held in self.cells:
            held[:] = [run for run in held if run is not self.run]
            if not (code and held):
                held.append(mark)
        return code


def _holds(held: Sequence[Run], run: Run) -> bool:
    return any(one is run for one in held)


def _over(run: Run, row: Sequence[list[Run]], xs: Sequence[float]) -> list[list[Run]]:
    """What the cells hold in which a number's digits stand; nothing where that is one cell."""
    cells: list[list[Run]] = []
    for left, right in zip(run.lefts, run.rights, strict=True):
        column = bisect_right(xs, (left + right) / 2) - 1
        held = row[min(max(column, 0), len(row) - 1)]
        if not cells or cells[-1] is not held:
            cells.append(held)
    return cells if len(cells) > 1 else []


def _owners(grid: Grid, held: Sequence[list[Run]]) -> list[list[list[Run]]]:
    """For each row and column of a grid what its cell holds."""
    owner = [[held[0]] * (len(grid.xs) - 1) for _ in grid.ys[1:]]
    for (row, column, rowspan, colspan), inside in zip(grid.regions, held, strict=True):
        for line in owner[row : row + rowspan]:
            line[column : column + colspan] = [inside] * colspan
    return owner


def _by_rows(runs: Sequence[Run], ys: Sequence[float]) -> Iterator[Run]:
    """Runs; letters stacked over a border between rows one by one, each with its own place."""
    stacked = Way.STACKED
    for run in runs:
        is_stacked = run.way is stacked
        if not is_stacked or bisect_right(ys, run.top) == bisect_right(ys, run.bottom):
            yield run
            continue
        step = (run.bottom - run.top) / len(run.text)
        for index in range(len(run.text)):
            top = run.top + index * step
            yield run.part(index, index + 1)._replace(top=top, bottom=top + step)


def _spilt(box: Box, runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """What runs out of a cell without a lower line, and the rest.

    Browsers end a cell's borders with the row at a page break, and its text where it fits.
    """
    left, _, right, bottom = box
    spilt: list[Run] = []
    for run in sorted(runs, key=lambda run: run.top):
        height = run.bottom - run.top
        is_below = bottom - height < run.middle < bottom + _SPILL * height
        if is_below and left - _EDGE < run.left and run.right < right + _EDGE:
            spilt.append(run)
            bottom = max(bottom, run.bottom)
    taken = set(map(id, spilt))
    return spilt, [run for run in runs if id(run) not in taken]


def _fields(
    grid: Grid, held: Sequence[list[Run]], page: int, pictures: Sequence[Box]
) -> Iterator[Field]:
    """The cells of a grid, made of what each holds."""
    xs, ys, open_above, open_below = grid.xs, grid.ys, grid.open_above, grid.open_below
    n_rows = len(ys) - 1
    made = partial(tuple.__new__, Field)  # a table has many, and by their names it takes longer
    for number, (region, runs) in enumerate(zip(grid.regions, held, strict=True)):
        row, column, rowspan, colspan = region
        box = xs[column], ys[row], xs[column + colspan], ys[row + rowspan]
        text = text_of(runs) if len(runs) < 2 else cell_text(runs, box)
        if STRUCK in text:
            text = unstruck(text)
        if " " in text:
            text = parted(text)
        if pictures:
            text = with_pictures(text, runs, box, pictures)
        # Only a cell at the lower border may go on over a page break.
        foot = (runs, box) if runs and row + rowspan == n_rows else None
        yield made((region, text, box, page, foot, number in open_above, number in open_below))


def _pieces(run: Run, xs: Sequence[float]) -> list[tuple[Run, int]]:
    """A run cut at the borders between columns, each piece with its column.

    A number is never cut: one too wide for its cell belongs where most of it stands.
    """
    pieces: list[tuple[Run, int]] = []
    start = 0
    column = _column_of(run, 0, xs)
    for stop in range(1, len(run.text)):
        after = column if _holds_together(run, stop) else _column_of(run, stop, xs)
        if after != column:
            pieces.append((run.part(start, stop), column))
            start, column = stop, after
    pieces.append((run.part(start, len(run.text)), column))
    return pieces


def _column_of(run: Run, index: int, xs: Sequence[float]) -> int:
    stop = index + 1
    while stop < len(run.text) and _holds_together(run, stop):
        stop += 1
    return bisect_right(xs, (run.lefts[index] + run.rights[stop - 1]) / 2) - 1


def _holds_together(run: Run, index: int) -> bool:
    """Whether a glyph and the one before are digits of one number."""
    gap = run.lefts[index] - run.rights[index - 1]
    return (
        run.text[index] in "0123456789.,"
        and run.text[index - 1] in "0123456789.,"
        and index not in run.spaces
        and gap < _APART * (run.bottom - run.top)
    )
