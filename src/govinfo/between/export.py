"""What is found between reports as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from govinfo.export.convert import finding_data, plain_value
from govinfo.money import Money

if TYPE_CHECKING:
    from govinfo.between.coverage import Coverage, Entry
    from govinfo.between.units import Rollup
    from govinfo.between.years import Comparison
    from govinfo.diagnostics import Language
    from govinfo.grammar.facts import Fact
    from govinfo.template.report import Report


def comparison_data(comparison: Comparison, language: Language) -> dict[str, Any]:
    """A comparison as plain data."""
    return {
        "last": _about(comparison.last),
        "this": _about(comparison.this),
        "changes": [
            {
                "path": change.path,
                "label": change.label,
                "last": value_of(change.last),
                "this": value_of(change.this),
                "change": plain_value(change.difference),
            }
            for change in comparison.changes
        ],
        "narratives": {part: attrs.asdict(found) for part, found in comparison.narratives.items()},
        "findings": [finding_data(finding, language) for finding in comparison.findings],
    }


def value_of(fact: Fact | None) -> Any:
    """A fact's value as plain data; `None` where there is none."""
    return None if fact is None else plain_value(fact.value)


def _about(report: Report) -> dict[str, Any]:
    return {"title": report.title, "agency": report.agency, "year": report.year}


def rollup_data(found: Rollup, language: Language) -> dict[str, Any]:
    """Units summed as plain data."""
    return {
        "parent": None if found.parent is None else _about(found.parent),
        "units": {name: _about(report) for name, report in found.units.items()},
        "edition": str(found.edition),
        "totals": [
            {
                "path": one.path,
                "label": one.label,
                "parent": value_of(one.parent),
                "sum": plain_value(one.sum),
                "difference": plain_value(one.difference),
                "parts": [
                    {"unit": part.unit, "value": plain_value(part.value)} for part in one.parts
                ],
                "lacking": list(one.lacking),
                "in_sum": one.wanted,
            }
            for one in found.totals
        ],
        "findings": [finding_data(finding, language) for finding in found.findings],
    }


def rollup_rows(found: Rollup) -> tuple[list[str], list[dict[str, Any]]]:
    """Who contributed what: columns, and a row for each figure.

    A unit has a column of its name. Amounts of money are text with their unit; what is blank is
    `None`.
    """
    columns = ["path", "label", *(["parent"] if found.parent else []), "sum", *found.units]
    rows = []
    for one in found.totals:
        values: dict[str, Any] = {part.unit: part.value for part in one.parts}
        about = {"path": one.path, "label": one.label, "sum": one.sum}
        parent = {"parent": one.parent.value if one.parent else None} if found.parent else {}
        row = values | about | parent
        rows.append({name: _plain(row.get(name)) for name in columns})
    return columns, rows


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Money) else value


ENTRY = (
    *("unit", "year", "state", "due", "published", "days_late", "agency", "source", "copies"),
    "unread",
)
"""Columns of a coverage as a table: a row a unit and year."""


def coverage_rows(found: Coverage) -> list[dict[str, Any]]:
    """A coverage as rows of plain values, with the columns of `ENTRY`; several parted by `; `."""
    return [_entry_row(entry) for entry in found.entries]


def _entry_row(entry: Entry) -> dict[str, Any]:
    def joined(texts: Iterable[object]) -> str | None:
        return "; ".join(str(text) for text in texts if text is not None) or None

    reports = entry.reports
    return {
        "unit": entry.unit.name,
        "year": entry.year,
        "state": str(entry.state),
        "due": None if entry.due is None else entry.due.isoformat(),
        "published": joined(one.published for one in reports),
        "days_late": entry.days_late,
        "agency": joined(dict.fromkeys(one.agency for one in reports)),
        "source": joined(one.source for one in reports),
        "copies": joined(copy for one in reports for copy in one.copies),
        "unread": joined(f"{one.source}: {one.reason}" for one in entry.unread),
    }


def coverage_data(found: Coverage) -> dict[str, Any]:
    """A coverage as plain data."""
    return {
        "years": list(found.years),
        "on": found.on.isoformat(),
        "counts": {str(state): count for state, count in found.counts.items()},
        "entries": coverage_rows(found),
        "matched": {unit: list(names) for unit, names in found.matched.items()},
        "strangers": [
            {
                "source": one.report.source,
                "agency": one.report.agency,
                "year": one.report.year,
                "near": list(one.near),
            }
            for one in found.strangers
        ],
        "unread": [attrs.asdict(one) for one in found.unread],
    }
