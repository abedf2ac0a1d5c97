"""A report's tables as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from govinfo.blocks import Cell, Table
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.render.grid import grid, rows_of
from govinfo.template.report import Report

_STYLE = "border:1px solid;padding:.2em .5em;text-align:center"


def to_html(report: Report) -> str:
    """The title and the tables, as a fragment that needs no style sheet."""
    parts = [f"<h3>{escape(report.title)}</h3>"]
    for grammar, table in tables_of(report):
        parts.append(f"<h4>{escape(grammar.layout.heading)}</h4>")
        parts.append(_table(table))
    return "".join(parts)


def tables_of(report: Report) -> Iterator[tuple[Grammar, Table]]:
    """The report's tables as the template prints them, with the figures as printed."""
    for section in report.tables:
        grammar = compile_class(type(section))
        paths = [path for path in report.facts if path.startswith(grammar.layout.part)]
        yield grammar, grid(grammar, rows_of(grammar, paths), _printed(report, grammar))


def _printed(report: Report, grammar: Grammar):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def text(row: RowSpec, column: ColumnSpec) -> str:
        fact = report.facts.get(grammar.path(row, column))
        if fact is None or fact.value is None:
            return ""
        return f"{fact.value}（{fact.note}）" if fact.note else str(fact.value)

    return text


def _table(table: Table) -> str:
    rows = (f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f'<table style="border-collapse:collapse">{"".join(rows)}</table>'


def _cell(cell: Cell) -> str:
    name = "th" if cell.header else "td"
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return f'<{name}{spans} style="{_STYLE}">{escape(cell.text)}</{name}>'
