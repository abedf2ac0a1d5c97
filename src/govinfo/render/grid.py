"""A section as the table that the template prints, merged cells and all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from govinfo.blocks import Cell, Table
from govinfo.grammar.compile import ColumnSet, ColumnSpec, Grammar, RowSpec

PrintCell = Callable[[RowSpec, ColumnSpec], str]
"""What is printed for a row's column."""

UNIT = "单位"
"""Label of a list's column of units."""

NO_UNIT = "——"
"""What stands for a unit or a figure beside a group's label."""

_LINE = 86
"""Digits that the width of a page holds."""
_FIGURES = 0.68
"""The most that columns of figures take of the width where there are labels."""
_LETTERS = 4
"""Letters of a label from which its column is wider than unit width."""
_NARROWEST, _WIDEST = 1.3, 5.0
"""Widths of columns of labels, in units."""


@frozen(slots=True)
class _Label:
    """A label with its place."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


def of_template(row: RowSpec, column: ColumnSpec) -> str:  # noqa: ARG001 - as any `PrintCell`
    """The unit that the template prints for a column."""
    return column.unit or ""


def grid(
    grammar: Grammar, rows: Sequence[RowSpec], text: PrintCell, unit: PrintCell = of_template
) -> Table:
    """The table of a section.

    Args:
        grammar: The section's grammar.
        rows: The rows to print, each with its columns, in the order in which they are printed.
        text: What each cell prints.
        unit: The unit printed in a column's header or, in a list, beside the label.
    """
    if not grammar.rows[0].label:
        cells = _without_stub(rows, text, unit)
    elif grammar.layout.value:
        cells = _as_list(grammar, rows, text, unit)
    elif rows and rows[0].block:
        cells = _in_blocks(grammar, rows, text, unit)
    else:
        cells = _as_matrix(grammar, rows, text, unit)
    return Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def rows_of(grammar: Grammar, paths: Sequence[str]) -> tuple[RowSpec, ...]:
    """The rows of which facts with these paths exist."""
    present = set(paths)
    return tuple(
        row for row in grammar.rows if any(grammar.path(row, c) in present for c in row.columns)
    )


def _without_stub(rows: Sequence[RowSpec], text: PrintCell, unit: PrintCell) -> Iterator[Cell]:
    (row,) = rows
    depth = _header_depth(row.columns)
    yield from _header(row, unit, 0, 0, depth)
    for number, column in enumerate(row.columns):
        yield Cell(text(row, column), depth, number)


def _as_matrix(
    grammar: Grammar, rows: Sequence[RowSpec], text: PrintCell, unit: PrintCell
) -> Iterator[Cell]:
    columns = rows[0].columns
    width = 1 + max(len(row.groups) for row in rows)
    top = 1 if grammar.layout.header else 0
    depth = top + _header_depth(columns)
    yield Cell(grammar.layout.stub, 0, 0, depth, width, header=True)
    if top:
        yield Cell(grammar.layout.header, 0, width, 1, len(columns), header=True)
    yield from _header(rows[0], unit, top, width, depth)
    for label in _stub(rows, width):
        yield Cell(
            label.text, label.row + depth, label.column, label.rowspan, label.colspan, header=True
        )
    for at, row in enumerate(rows):
        for number, column in enumerate(row.columns):
            yield Cell(text(row, column), at + depth, width + number)


def _in_blocks(
    grammar: Grammar, rows: Sequence[RowSpec], text: PrintCell, unit: PrintCell
) -> Iterator[Cell]:
    width = max(len(row.columns) for row in rows)
    at = 0
    for block, members in groupby(rows, key=lambda row: row.block):
        held = list(members)
        yield Cell(block, at, 0, 1, width + 1, header=True)
        yield Cell(grammar.layout.stub, at + 1, 0, header=True)
        for number, column in enumerate(held[0].columns):
            span = _last_span(number, held[0].columns, width)
            label = labelled(column, unit(held[0], column))
            yield Cell(label, at + 1, number + 1, 1, span, header=True)
        for row in held:
            yield Cell(row.label, at + 2, 0, header=True)
            for number, column in enumerate(row.columns):
                span = _last_span(number, row.columns, width)
                yield Cell(text(row, column), at + 2, number + 1, 1, span)
            at += 1
        at += 2


def _as_list(
    grammar: Grammar, rows: Sequence[RowSpec], text: PrintCell, unit: PrintCell
) -> Iterator[Cell]:
    layout = grammar.layout
    for number, name in enumerate((layout.stub, UNIT, layout.value)):
        yield Cell(name, 0, number, header=True)
    at = 1
    printed: tuple[str, ...] = ()
    for row in rows:
        for depth, group in enumerate(row.groups):
            if printed[: depth + 1] != row.groups[: depth + 1]:
                for number, name in enumerate((group, NO_UNIT, NO_UNIT)):
                    yield Cell(name, at, number, header=number == 0)
                at += 1
        printed = row.groups
        column = row.columns[0]
        for number, name in enumerate((row.label, unit(row, column), text(row, column))):
            yield Cell(name, at, number, header=number == 0)
        at += 1


def labelled(column: ColumnSpec, unit: str) -> str:
    """A column's label with the unit that is printed for it, `""` for none."""
    return f"{column.label}（单位：{unit}）" if unit else column.label


def _last_span(number: int, columns: ColumnSet, width: int) -> int:
    return width - number if number == len(columns) - 1 else 1


def _header_depth(columns: ColumnSet) -> int:
    return 1 + max(len(column.groups) for column in columns)


def _header(row: RowSpec, unit: PrintCell, top: int, left: int, bottom: int) -> Iterator[Cell]:
    """The column labels: groups over their columns, each column's own label down to the bottom."""
    columns = row.columns
    for depth in range(bottom - top):
        at = 0
        for group, members in groupby(columns, key=lambda c: c.groups[: depth + 1]):
            span = len(list(members))
            if len(group) == depth + 1:
                yield Cell(group[-1], top + depth, left + at, 1, span, header=True)
            at += span
    for number, column in enumerate(columns):
        start = top + len(column.groups)
        label = labelled(column, unit(row, column))
        yield Cell(label, start, left + number, bottom - start, 1, header=True)


def _stub(rows: Sequence[RowSpec], width: int) -> Iterator[_Label]:
    """The row labels: groups before their rows, each row's own label up to the figures."""
    for depth in range(width):
        at = 0
        for group, members in groupby(rows, key=lambda row: row.groups[: depth + 1]):
            span = len(list(members))
            if len(group) == depth + 1:
                yield _Label(group[-1], at, depth, span, 1)
            at += span
    for at, row in enumerate(rows):
        yield _Label(row.label, at, len(row.groups), 1, width - len(row.groups))


def header_height(table: Table) -> int:
    """How many rows at the top head the whole table; 0 where further headers stand below."""
    labels = [all(cell.header for cell in row) for row in table.rows]
    height = labels.index(False) if False in labels else 0
    return 0 if any(labels[height:]) else height


def shares(table: Table) -> list[float]:
    """What share of the table's width each column takes.

    Columns of figures are alike, and wide enough for the longest figure; columns of labels share
    the rest by the length of their labels, of which a merged cell may take several lines.
    """
    figures = [0.0] * table.n_columns
    labels = [0.0] * table.n_columns
    for cell in table.cells:
        if cell.colspan > 1:
            continue
        needed = labels if cell.header else figures
        length = len(cell.text) / (cell.rowspan if cell.header else 1)
        needed[cell.column] = max(needed[cell.column], length)
    holds_figures = {c.column for c in table.cells if not c.header}
    weights = [
        1.0 if column in holds_figures else min(_WIDEST, max(_NARROWEST, length / _LETTERS))
        for column, length in enumerate(labels)
    ]
    longest = max((figures[column] for column in holds_figures), default=0)
    most = (1.0 if len(holds_figures) == len(weights) else _FIGURES) / max(1, len(holds_figures))
    figure = min(most, max(1 / sum(weights), (longest + 1) / _LINE))
    rest = sum(weight for at, weight in enumerate(weights) if at not in holds_figures)
    left = 1 - figure * len(holds_figures)
    return [
        figure if column in holds_figures else left * weight / rest
        for column, weight in enumerate(weights)
    ]
