"""A report for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from govinfo.export.status import legend, marks
from govinfo.grammar.compile import ColumnSet, ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.render.grid import labelled, rows_of
from govinfo.template.report import Facts, Report

_NARROW = 4
"""Columns up to which labels stand in one line."""


@frozen
class _Shown:
    """The facts, and what is shown for those without a figure, by path."""

    facts: Facts
    marks: Mapping[str, str]


def show(report: Report, console: Console) -> None:
    """Print the title and the tables."""
    console.print(Text(report.title or "（无标题）", style="bold"))
    facts = [
        ("机关", report.agency),
        ("年度", report.year),
        ("发布", report.published),
        ("版式", report.edition),
    ]
    console.print(Text("　".join(f"{name} {value}" for name, value in facts if value)))
    shown = _Shown(report.facts, marks(report))
    for section in report.tables:
        grammar = compile_class(type(section))
        console.print()
        console.print(Text(grammar.layout.heading, style="bold"))
        for table in _tables(shown, grammar):
            console.print(table)
    for line in legend(report, "zh"):
        console.print(Text(line, style="yellow"))


def _tables(shown: _Shown, grammar: Grammar) -> Iterator[RenderableType]:
    paths = [path for path in shown.facts if path.startswith(f"{grammar.layout.part}.")]
    rows = rows_of(grammar, paths)
    if not grammar.rows[0].label:
        yield _by_group(shown, grammar)
    elif grammar.layout.value:
        yield _list(shown, grammar, rows)
    else:
        for block, held in groupby(rows, key=lambda row: row.block):
            yield _matrix(shown, grammar, list(held), block)


def _matrix(shown: _Shown, grammar: Grammar, rows: Sequence[RowSpec], block: str) -> Table:
    columns = rows[0].columns
    table = Table(
        title=block or None,
        title_justify="left",
        title_style="default",
        caption=_groups_of(columns),
        caption_justify="left",
        padding=0 if len(columns) > _NARROW else (0, 1),
        show_lines=False,
    )
    table.add_column(grammar.layout.stub if block else "", overflow="fold")
    for column in columns:
        name = labelled(column, column.unit or "")
        table.add_column(_folded(name, columns), justify="right", overflow="fold")
    printed: tuple[str, ...] = ()
    for row in rows:
        groups = () if block else row.groups
        for depth, group in enumerate(groups):
            if printed[: depth + 1] != groups[: depth + 1]:
                table.add_row("　" * depth + group)
        printed = groups
        label = Padding(row.label, (0, 0, 0, 2 * len(groups)))
        table.add_row(label, *(_value(shown, grammar, row, column) for column in columns))
    return table


def _folded(label: str, columns: ColumnSet) -> str:
    """A column's label in lines of two characters where many columns must fit, as in print."""
    if len(columns) <= _NARROW:
        return label
    return "\n".join(label[at : at + 2] for at in range(0, len(label), 2))


def _groups_of(columns: ColumnSet) -> str | None:
    """What the template says by a label over several columns."""
    groups: dict[str, list[str]] = {}
    for column in columns:
        for group in column.groups:
            groups.setdefault(group, []).append(column.label)
    return "；".join(f"{name}：{'、'.join(held)}" for name, held in groups.items()) or None


def _by_group(shown: _Shown, grammar: Grammar) -> Table:
    """A table of one long row, folded: a line for each group of columns."""
    (row,) = grammar.rows
    table = Table()
    table.add_column("", overflow="fold")
    groups = [list(held) for _, held in groupby(row.columns, key=lambda column: column.groups)]
    for column in groups[0]:
        table.add_column(column.label, justify="right")
    for held in groups:
        values = (_value(shown, grammar, row, column) for column in held)
        table.add_row(" · ".join(held[0].groups), *values)
    return table


def _list(shown: _Shown, grammar: Grammar, rows: Sequence[RowSpec]) -> Table:
    table = Table()
    table.add_column(grammar.layout.stub, overflow="fold")
    table.add_column("单位", justify="center")
    table.add_column(grammar.layout.value, justify="right")
    for row in rows:
        table.add_row(
            "　" * len(row.groups) + row.label,
            row.columns[0].unit,
            _value(shown, grammar, row, row.columns[0]),
        )
    return table


def _value(shown: _Shown, grammar: Grammar, row: RowSpec, column: ColumnSpec) -> Text:
    fact = shown.facts.get(grammar.path(row, column))
    if fact is None:
        return Text("")
    if fact.value is None:
        return Text(shown.marks.get(fact.path, fact.raw or ""), style="yellow")
    text = Text(str(fact.value))
    if fact.note:
        text.append(f"（{fact.note}）", style="dim")
    return text
