"""Two years of one organ whose figures hand on what they should."""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import evolve

from checks.sound import COLUMNS
from govinfo.money import Money
from govinfo.template.editions import Edition
from govinfo.template.report import Facts, Report

AGENCY = "云岭市水务局"
ITEMS = ("licensing", "other_services", "penalties", "compulsion", "fees")
DOCUMENTS = ("rules", "normative_documents")


def two_years(random: Random, edition: Edition) -> tuple[Report, Report]:
    """A report and the next year's, in which every identity between them holds."""
    last: dict[str, Any] = {}
    this: dict[str, Any] = {}
    for column in (*COLUMNS, "total"):
        last[f"requests.carried_forward.{column}"] = random.randint(0, 9)
        this[f"requests.carried_over.{column}"] = last[f"requests.carried_forward.{column}"]
    if edition is Edition.E2019:
        for item in ITEMS:
            before, change = random.randint(10, 50), random.randint(-9, 9)
            last |= {f"proactive.{item}.previous_items": before, f"proactive.{item}.change": change}
            this[f"proactive.{item}.previous_items"] = before + change
    else:
        for kind in DOCUMENTS:
            before, issued, repealed = (random.randint(0, 9) for _ in range(3))
            last[f"proactive.{kind}.in_force"] = before + 10
            this |= {
                f"proactive.{kind}.issued": issued,
                f"proactive.{kind}.repealed": repealed,
                f"proactive.{kind}.in_force": before + 10 + issued - repealed,
            }
    year = edition.year
    return (
        Report.from_figures(last, edition=edition, agency=AGENCY, year=year),
        Report.from_figures(this, edition=edition, agency=AGENCY, year=year + 1),
    )


def with_value(report: Report, path: str, value: int | Money | None) -> Report:
    """The report with another figure in one cell."""
    facts = [evolve(f, value=value) if f.path == path else f for f in report.facts.values()]
    return evolve(report, facts=Facts(facts))
