"""Facts in long form, reports in wide form: rows of plain values for CSV and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govinfo.grammar.facts import Fact
from govinfo.money import Money
from govinfo.template.report import Report

LONG = ("path", "label", "value", "unit", "raw", "note", "where")
"""Columns of the long form."""
_ABOUT = ("title", "agency", "year", "published", "edition")

PlainRow = dict[str, str | int | None]


def long_rows(report: Report) -> Iterator[PlainRow]:
    """One row a fact, with the columns of `LONG`."""
    for fact in report.facts.values():
        yield {
            "path": fact.path,
            "label": fact.label,
            "value": _number(fact),
            "unit": fact.value.unit if isinstance(fact.value, Money) else None,
            "raw": fact.raw,
            "note": fact.note,
            "where": str(fact.anchor) if fact.anchor is not None else None,
        }


def wide_rows(named: Sequence[tuple[str, Report]]) -> tuple[list[str], list[PlainRow]]:
    """One row a report: its metadata, then a column for each path that any report has.

    An amount of money takes two columns, the second with the ending `.unit`.

    Args:
        named: Reports with the names of their files.
    """
    columns = list(dict.fromkeys(_paths(report for _, report in named)))
    rows: list[PlainRow] = []
    for name, report in named:
        row: PlainRow = {"file": name}
        for field in _ABOUT:
            value = getattr(report, field)
            row[field] = None if value is None else str(value)
        for fact in report.facts.values():
            row[fact.path] = _number(fact)
            if isinstance(fact.value, Money):
                row[f"{fact.path}.unit"] = fact.value.unit
        rows.append(row)
    return ["file", *_ABOUT, *columns], rows


def _paths(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        for fact in report.facts.values():
            yield fact.path
            if isinstance(fact.value, Money):
                yield f"{fact.path}.unit"


def _number(fact: Fact) -> str | int | None:
    return str(fact.value.amount) if isinstance(fact.value, Money) else fact.value
