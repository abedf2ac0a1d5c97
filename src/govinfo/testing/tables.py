"""What documents do to tables: cut them, lose their headers, run their figures together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from govinfo.blocks import Cell, Table
from govinfo.render.grid import NO_UNIT, UNIT


def figures_in(table: Table, row: int) -> list[Cell]:
    """The cells of figures in a row; none in a header, and none beside a group's label."""
    units = {cell.column for cell in table.rows[0] if cell.text == UNIT}
    found = [c for c in table.rows[row] if not c.header and c.column not in units]
    return [] if all(cell.text == NO_UNIT for cell in found) else found


def rows_of_figures(table: Table) -> list[int]:
    """The rows that hold figures, or blank cells for them."""
    return [row for row in range(table.n_rows) if figures_in(table, row)]


def label_of(table: Table, row: int) -> Cell | None:
    """A row's own label: the last one before its figures."""
    labels = [cell for cell in table.rows[row] if cell.header and cell.rowspan == 1]
    beside = [cell for cell in labels if cell.column < figures_in(table, row)[0].column]
    return beside[0] if beside else None


def without_header(table: Table) -> Table:
    """The table without its header and the titles of its blocks."""
    return of_rows(
        table, [n for n, row in enumerate(table.rows) if not all(cell.header for cell in row)]
    )


def parts(table: Table, *at: int, repeat_header: bool = True) -> list[Table]:
    """The table cut before its figure rows of these numbers.

    Args:
        table: The table.
        at: Numbers of rows among those with figures, ascending.
        repeat_header: Whether each part stands under the header again.
    """
    body = rows_of_figures(table)
    header = list(range(body[0]))
    cut = []
    for number, (start, end) in enumerate(pairwise([0, *at, len(body)])):
        first = body[start] if start else body[0]
        last = body[end] if end < len(body) else table.n_rows
        over = header if repeat_header or not number else []
        cut.append(of_rows(table, [*over, *range(first, last)]))
    return cut


def of_rows(table: Table, rows: Sequence[int]) -> Table:
    """Some rows of a table; a merged cell whose first row is not among them goes on blank."""
    new = {row: at for at, row in enumerate(rows)}
    cells = []
    for cell in table.cells:
        kept = [row for row in range(cell.row, cell.row + cell.rowspan) if row in new]
        if kept:
            text = cell.text if cell.row in new else ""
            cells.append(evolve(cell, text=text, row=new[kept[0]], rowspan=len(kept)))
    return evolve(table, cells=_in_order(cells))


def with_figures(table: Table, row: int, texts: Sequence[str]) -> Table:
    """The table with other figures in a row, from its first cell of figures on.

    Where there are fewer than before, the row ends earlier; each has a column of its own.
    """
    held = figures_in(table, row)
    first = held[0].column
    made = [Cell(text, row, first + at) for at, text in enumerate(texts)]
    kept = [cell for cell in table.cells if cell not in held]
    return evolve(table, cells=_in_order([*kept, *made]))


def with_row(table: Table, at: int, cells: Sequence[Cell]) -> Table:
    """The table with a further row before row `at`; merged cells that run across it grow."""
    moved = [
        evolve(cell, row=cell.row + 1)
        if cell.row >= at
        else evolve(cell, rowspan=cell.rowspan + (cell.row + cell.rowspan > at))
        for cell in table.cells
    ]
    return evolve(table, cells=_in_order([*moved, *(evolve(cell, row=at) for cell in cells)]))


def each_row(table: Table, change: Callable[[list[str]], Sequence[str]]) -> Table:
    """The table with the figures of every row changed."""
    for row in rows_of_figures(table):
        texts = [cell.text for cell in figures_in(table, row)]
        table = with_figures(table, row, change(texts))
    return table


def glued(table: Table, ends: Sequence[int]) -> Table:
    """Figures run together: all up to each end become one (`[6]`: six, then the rest)."""

    def change(texts: list[str]) -> list[str]:
        bounds = [0, *(end for end in ends if end < len(texts)), len(texts)]
        return ["".join(texts[start:end]) for start, end in pairwise(bounds)]

    return each_row(table, change)


def with_texts(table: Table, texts: Mapping[Cell, str]) -> Table:
    """The table with other texts in some cells."""
    return evolve(
        table, cells=tuple(evolve(cell, text=texts.get(cell, cell.text)) for cell in table.cells)
    )


def _in_order(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
