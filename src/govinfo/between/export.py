"""What is found between reports as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from govinfo.export.convert import finding_data, plain_value

if TYPE_CHECKING:
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
