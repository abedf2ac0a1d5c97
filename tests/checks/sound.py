"""Reports whose figures satisfy every identity, and changes of one figure."""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import evolve

from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import Fact, cell_of
from govinfo.template.disputes import Disputes
from govinfo.template.editions import Edition
from govinfo.template.indicators import Indicators
from govinfo.template.report import Facts, Report
from govinfo.template.requests import Requests

COLUMNS = (
    "natural_person",
    "enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_organization",
    "other_organization",
)
OTHER_ROWS = {
    Edition.E2019: ("outcomes.other.total",),
    Edition.E2021: (
        "outcomes.other.not_corrected_in_time",
        "outcomes.other.fee_unpaid",
        "outcomes.other.other",
    ),
}
RESULTS = ("upheld", "corrected", "other", "pending")
CASES = ("reconsideration", "litigation.direct", "litigation.after_reconsideration")
ANSWERS = (
    "already_public",
    "granted",
    "partially_granted",
    "denied",
    "not_competent",
    "nonexistent",
    "amendment_requested",
    "other_channel",
)
DENIALS = (
    "state_secret",
    "trade_secret",
    "privacy",
    "security_and_stability",
    "not_government_information",
    "other",
)


def outcome_rows(edition: Edition) -> list[str]:
    """The rows whose sum is the row of all outcomes."""
    rows = [row.path for row in compile_class(Requests).rows if row.path.startswith("outcomes.")]
    plain = [
        row for row in rows if not row.startswith("outcomes.other") and row != "outcomes.total"
    ]
    return [*plain, *OTHER_ROWS[edition]]


def requests(random: Random, edition: Edition) -> dict[str, int]:
    """Figures of section 3 by path within it."""
    found: dict[str, int] = {}
    for column in COLUMNS:
        for row in outcome_rows(edition):
            found[f"{row}.{column}"] = random.choice((0, 0, 1, 2, 5, 30, 120))
        done = sum(found[f"{row}.{column}"] for row in outcome_rows(edition))
        later, before = random.choice((0, 1, 4)), random.choice((0, 0, 2))
        found[f"outcomes.total.{column}"] = done
        found[f"carried_forward.{column}"] = later
        found[f"carried_over.{column}"] = min(before, done + later)
        found[f"received.{column}"] = done + later - found[f"carried_over.{column}"]
    for row in {path.rpartition(".")[0] for path in found}:
        found[f"{row}.total"] = sum(found[f"{row}.{column}"] for column in COLUMNS)
    return found


def disputes(random: Random) -> dict[str, int]:
    """Figures of section 4 by path within it."""
    found = {
        f"{case}.{result}": random.choice((0, 1, 3, 12)) for case in CASES for result in RESULTS
    }
    return found | {f"{case}.total": sum(found[f"{case}.{r}"] for r in RESULTS) for case in CASES}


def indicators(random: Random) -> dict[str, Any]:
    """Figures of the list of edition 2014 that identities are about."""

    def figure() -> int:
        return random.choice((0, 1, 6, 40))

    ways = {f"applications.{way}": figure() for way in ("in_person", "fax", "online", "letter")}
    ends = {f"applications.{end}": figure() for end in ("on_time", "extended")}
    denials = {f"applications.denials.{ground}": figure() for ground in DENIALS}
    answers = {f"applications.answers.{answer}": figure() for answer in ANSWERS}
    answers["applications.answers.denied"] = sum(denials.values())
    staff = {f"organization.staff_{kind}": figure() for kind in ("full_time", "part_time")}
    cases = {
        f"{kind}.{result}": figure()
        for kind in ("reconsideration", "litigation")
        for result in RESULTS[:3]
    }
    totals = {
        f"{kind}.total": sum(cases[f"{kind}.{result}"] for result in RESULTS[:3])
        for kind in ("reconsideration", "litigation")
    }
    return {
        **ways,
        **ends,
        **denials,
        **answers,
        **staff,
        **cases,
        **totals,
        "applications.received": sum(ways.values()),
        "applications.concluded": sum(ends.values()),
        "applications.answered": sum(answers.values()),
        "organization.staff": sum(staff.values()),
        "response.press_conferences": 9,
        "response.press_conferences_by_leaders": 4,
        "response.online_interviews": 3,
        "response.online_interviews_by_leaders": 3,
    }


def sound_report(random: Random, edition: Edition = Edition.E2021) -> Report:
    """A report of an edition that breaks no identity."""
    if edition is Edition.E2014:
        return _report(edition, {Indicators: indicators(random)})
    return _report(edition, {Requests: requests(random, edition), Disputes: disputes(random)})


def _report(edition: Edition, tables: dict[type, dict[str, Any]]) -> Report:
    facts = []
    for cls, values in tables.items():
        grammar = compile_class(cls)
        part = grammar.layout.part
        facts += [
            Fact(path, values[path.removeprefix(f"{part}.")], label=cell_of(grammar, row, column))
            for row, column, path in grammar.cells()
            if path.removeprefix(f"{part}.") in values
        ]
    return Report(edition=edition, facts=Facts(facts))


def changed(report: Report, path: str, value: int | None) -> Report:
    """The report with another figure in one cell."""
    facts = [evolve(f, value=value) if f.path == path else f for f in report.facts.values()]
    return evolve(report, facts=Facts(facts))
