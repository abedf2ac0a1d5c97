"""Facts in long form, reports in wide form: rows of plain values for CSV and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from govinfo.export.columns import SOURCE, UNIT, YUAN, figures, source_row
from govinfo.export.status import UNSURE, cells
from govinfo.grammar.facts import Fact
from govinfo.money import Money
from govinfo.template.report import Report

LONG = ("path", "label", "value", "unit", "raw", "note", "where", "status")
"""Columns of the long form."""
ORIGIN = tuple(name for name in SOURCE if name != "source")
"""What both forms say of the file besides its name, which stands under `file`."""
NOT_READ = "not read"
"""What stands in `status`, without a path, for a file that could not be read: `note` says why."""
_ABOUT = ("title", "agency", "year", "published", "edition")
_DOUBT = ("not_placed", "error")

PlainRow = dict[str, str | int | None]


def long_rows(report: Report) -> Iterator[PlainRow]:
    """One row a fact, with the columns of `LONG` and `ORIGIN`."""
    known, origin = cells(report), source_row(report)
    for fact in report.facts.values():
        yield {
            "path": fact.path,
            "label": fact.label,
            "value": _number(fact),
            "unit": fact.value.unit if isinstance(fact.value, Money) else None,
            "raw": fact.raw,
            "note": fact.note,
            "where": str(fact.anchor) if fact.anchor is not None else None,
            "status": str(known[fact.path]),
            **{name: origin.get(name) for name in ORIGIN},
        }


def wide_columns() -> list[str]:
    """The columns of the wide form: the same whatever the reports hold.

    An amount of money takes three: as printed, its unit under the ending `.unit`, and what it is
    in yuan under the ending `_yuan`. `not_placed` names the figures of which something is printed
    that could not be placed or understood; `error` is why a file could not be read.
    """
    endings = {True: ("", UNIT, YUAN), False: ("",)}
    paths = [figure.path + ending for figure in figures() for ending in endings[figure.money]]
    return ["file", *ORIGIN, *_ABOUT, *_DOUBT, *paths]


def wide_rows(
    named: Iterable[tuple[str, Report]], unread: Mapping[str, str] | None = None
) -> Iterator[PlainRow]:
    """One row a report, with the columns of `wide_columns`.

    Args:
        named: Reports with the names of their files.
        unread: Why each file that could not be read could not be; asked for after the reports.
    """
    for name, report in named:
        row: PlainRow = {**source_row(report), "file": name}
        row.pop("source", None)
        for field in _ABOUT:
            value = getattr(report, field)
            row[field] = None if value is None else str(value)
        unsure = [path for path, cell in cells(report).items() if cell in UNSURE]
        row["not_placed"] = " ".join(unsure) or None
        for fact in report.facts.values():
            row[fact.path] = _number(fact)
            if isinstance(fact.value, Money):
                row[fact.path + UNIT] = fact.value.unit
                row[fact.path + YUAN] = _exact(fact.value.yuan)
        yield row
    for name, error in (unread or {}).items():
        yield {"file": name, "error": error}


def _number(fact: Fact) -> str | int | None:
    return str(fact.value.amount) if isinstance(fact.value, Money) else fact.value


def _exact(yuan: Decimal | None) -> str | None:
    """An amount in yuan with every digit, and none that says nothing."""
    return None if yuan is None else format(yuan.normalize(), "f")
