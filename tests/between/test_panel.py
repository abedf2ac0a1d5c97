"""Each correspondence of the panel, with figures by which a wrong one shows.

Every fact of a report is another power of two: a sum tells which facts it is made of.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

import govinfo
from between.pairs import with_value
from govinfo.money import Money
from govinfo.template.editions import Edition
from govinfo.template.panel import PANEL, Variable
from govinfo.template.report import Facts, Report

OUT = "requests.outcomes"
LIST = "indicators.applications"
GROUNDS = (
    "state_secret",
    "prohibited_by_law",
    "security_and_stability",
    "third_party_rights",
    "internal_affairs",
    "process_information",
    "enforcement_files",
    "administrative_inquiry",
)
REFUSED = ("petition", "repeated", "published_material", "excessive", "confirmation")
ORGANIZATIONS = (
    "enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_organization",
    "other_organization",
)


def both(*paths: str) -> dict[str, tuple[str, ...]]:
    return {"2019": paths, "2021": paths}


def cases(name: str, *groups: str) -> dict[str, dict[str, tuple[str, ...]]]:
    told = {
        f"{name}_{result}": {"2014": (f"indicators.{name}.{result}",)}
        | both(*(f"disputes.{group}.{result}" for group in groups))
        for result in ("total", "upheld", "corrected", "other")
    }
    return told | {f"{name}_pending": both(*(f"disputes.{group}.pending" for group in groups))}


TRUTH: dict[str, dict[str, tuple[str, ...]]] = {
    "requests_received": {"2014": (f"{LIST}.received",)} | both("requests.received.total"),
    "requests_received_natural_persons": both("requests.received.natural_person"),
    "requests_received_organizations": both(*(f"requests.received.{one}" for one in ORGANIZATIONS)),
    "requests_carried_over": both("requests.carried_over.total"),
    "requests_carried_forward": both("requests.carried_forward.total"),
    "requests_concluded": {"2014": (f"{LIST}.concluded",)} | both(f"{OUT}.total.total"),
    "requests_granted": {"2014": (f"{LIST}.answers.already_public", f"{LIST}.answers.granted")}
    | both(f"{OUT}.granted.total"),
    "requests_partially_granted": {"2014": (f"{LIST}.answers.partially_granted",)}
    | both(f"{OUT}.partially_granted.total"),
    "requests_denied": {"2014": (f"{LIST}.answers.denied",)}
    | both(*(f"{OUT}.denied.{ground}.total" for ground in GROUNDS)),
    "denied_state_secret": {"2014": (f"{LIST}.denials.state_secret",)}
    | both(f"{OUT}.denied.state_secret.total"),
    "denied_security_and_stability": {"2014": (f"{LIST}.denials.security_and_stability",)}
    | both(f"{OUT}.denied.security_and_stability.total"),
    "denied_third_party_rights": {
        "2014": (f"{LIST}.denials.trade_secret", f"{LIST}.denials.privacy")
    }
    | both(f"{OUT}.denied.third_party_rights.total"),
    "denied_other_grounds": {"2014": (f"{LIST}.denials.other",)}
    | both(
        f"{OUT}.denied.prohibited_by_law.total",
        *(f"{OUT}.denied.{ground}.total" for ground in GROUNDS[4:]),
    ),
    "requests_not_held": {"2014": (f"{LIST}.answers.nonexistent", f"{LIST}.answers.not_competent")}
    | both(f"{OUT}.unavailable.not_held.total"),
    "requests_unclear": {"2014": (f"{LIST}.answers.amendment_requested",)}
    | both(f"{OUT}.unavailable.still_unclear.total"),
    "requests_directed_elsewhere": {"2014": (f"{LIST}.answers.other_channel",)}
    | both(
        f"{OUT}.denied.administrative_inquiry.total",
        f"{OUT}.not_processed.petition.total",
        f"{OUT}.not_processed.published_material.total",
    ),
    "requests_not_processed": both(*(f"{OUT}.not_processed.{one}.total" for one in REFUSED)),
    "requests_other_outcomes": {
        "2019": (f"{OUT}.other.total.total",),
        "2021": (
            f"{OUT}.other.not_corrected_in_time.total",
            f"{OUT}.other.fee_unpaid.total",
            f"{OUT}.other.other.total",
        ),
    },
    **cases("reconsideration", "reconsideration"),
    **cases("litigation", "litigation.direct", "litigation.after_reconsideration"),
    "rules_issued": {"2019": ("proactive.rules.produced",), "2021": ("proactive.rules.issued",)},
    "rules_in_force": {
        "2019": ("proactive.rules.total_disclosed",),
        "2021": ("proactive.rules.in_force",),
    },
    "normative_documents_issued": {
        "2014": ("indicators.disclosure.normative_documents_issued",),
        "2019": ("proactive.normative_documents.produced",),
        "2021": ("proactive.normative_documents.issued",),
    },
    "normative_documents_in_force": {
        "2019": ("proactive.normative_documents.total_disclosed",),
        "2021": ("proactive.normative_documents.in_force",),
    },
    "normative_documents_disclosed": {
        "2014": ("indicators.disclosure.normative_documents",),
        "2019": ("proactive.normative_documents.newly_disclosed",),
    },
    **{
        f"{row}_decisions": both(f"proactive.{row}.decisions")
        for row in ("licensing", "penalties", "compulsion")
    },
}
EXACT_IN_2014 = {
    "requests_received",
    "requests_partially_granted",
    "denied_state_secret",
    "denied_security_and_stability",
    "reconsideration_total",
    "litigation_total",
    "normative_documents_disclosed",
}
NEAR_IN_2019 = {
    "rules_issued",
    "rules_in_force",
    "normative_documents_issued",
    "normative_documents_in_force",
}
CORRESPONDENCES = [(v, year) for v in PANEL for year in v.sources]


def marked(edition: Edition) -> Report:
    """A report of which every count is another power of two."""
    blank = Report.blank(edition)
    facts = [
        evolve(fact, value=2**at if not is_money(fact.path) else Money(1, "万元"))
        for at, fact in enumerate(blank.facts.values())
    ]
    return evolve(blank, facts=Facts(facts))


def is_money(path: str) -> bool:
    return path.rpartition(".")[2] in {"amount", "fees", "funding"}


def summed(report: Report, paths: tuple[str, ...]) -> int:
    values = [report.facts[path].value for path in paths]
    return sum(value for value in values if isinstance(value, int))


REPORTS: Mapping[str, Report] = {str(edition): marked(edition) for edition in Edition}


def test_the_truth_is_about_every_variable_and_edition() -> None:
    assert {v.name: set(v.sources) for v in PANEL} == {n: set(t) for n, t in TRUTH.items()}
    assert len({v.name for v in PANEL}) == len(PANEL)


@pytest.mark.parametrize(
    ("variable", "year"), CORRESPONDENCES, ids=lambda one: getattr(one, "name", one)
)
def test_a_variable_is_made_of_these_facts_and_no_others(variable: Variable, year: str) -> None:
    report = REPORTS[year]
    found = govinfo.harmonise(report)[variable.name]
    assert found.value == summed(report, TRUTH[variable.name][year])
    assert (found.edition, found.source) == (year, variable.sources[year])


@pytest.mark.parametrize(
    ("variable", "year"), CORRESPONDENCES, ids=lambda one: getattr(one, "name", one)
)
def test_what_is_made_of_a_blank_is_blank(variable: Variable, year: str) -> None:
    for path in TRUTH[variable.name][year]:
        report = with_value(REPORTS[year], path, None)
        assert govinfo.harmonise(report)[variable.name].value is None


@pytest.mark.parametrize(
    ("variable", "year"), CORRESPONDENCES, ids=lambda one: getattr(one, "name", one)
)
def test_how_sure_a_correspondence_is(variable: Variable, year: str) -> None:
    source = variable.sources[year]
    near = {"2014": variable.name not in EXACT_IN_2014, "2019": variable.name in NEAR_IN_2019}
    assert source.exact is not near.get(year, False)
    if source.reason is not None:
        assert source.reason.en
        assert source.reason.zh


def test_what_an_edition_does_not_tell_has_no_value() -> None:
    found = govinfo.harmonise(REPORTS["2014"])["licensing_decisions"]
    assert (found.value, found.edition, found.source) == (None, None, None)


def test_a_report_with_the_row_of_another_edition_has_its_value_all_the_same() -> None:
    made = Report.from_figures(
        {"requests.outcomes.other.total.total": 6, "requests.received.total": 9},
        edition="2021",
    )
    found = govinfo.harmonise(made)
    assert found["requests_other_outcomes"].value == 6
    assert found["requests_other_outcomes"].edition == "2019"
    assert found["requests_received"].edition == "2021"


def test_of_tables_of_two_editions_those_of_the_reports_own_are_taken() -> None:
    both_tables = Report(
        edition=Edition.E2019,
        facts=Facts([*REPORTS["2019"].facts.values(), *REPORTS["2014"].facts.values()]),
    )
    received = govinfo.harmonise(both_tables)["requests_received"]
    assert received.edition == "2019"
    assert received.value == REPORTS["2019"].facts["requests.received.total"].value
