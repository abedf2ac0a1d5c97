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
    **{
        name: {"2014": (f"indicators.{listed}",)} | both(f"narrative.{measure}")
        for name, listed, measure in (
            ("disclosed_total", "disclosure.total", "disclosed.total"),
            ("disclosed_gazette", "disclosure.channels.gazette", "disclosed.gazette"),
            ("disclosed_website", "disclosure.channels.website", "disclosed.website"),
            ("disclosed_weibo", "disclosure.channels.weibo", "disclosed.weibo"),
            ("disclosed_wechat", "disclosure.channels.wechat", "disclosed.wechat"),
            ("disclosed_other", "disclosure.channels.other", "disclosed.other"),
            ("interpretations", "response.interpretations", "interpretations"),
            ("press_conferences", "response.press_conferences", "press_conferences"),
            ("online_interviews", "response.online_interviews", "online_interviews"),
            ("training_sessions", "training.courses", "training.sessions"),
            ("training_participants", "training.participants", "training.participants"),
            ("meetings", "training.meetings", "meetings"),
            ("reading_points", "organization.reading_rooms", "reading_points"),
            ("staff", "organization.staff", "staff.total"),
            ("staff_full_time", "organization.staff_full_time", "staff.full_time"),
            ("staff_part_time", "organization.staff_part_time", "staff.part_time"),
        )
    },
}
SPOKEN = {
    "disclosed.total": "主动公开政府信息{}条。",
    "disclosed.gazette": "政府公报公开信息{}条。",
    "disclosed.website": "政府网站公开信息{}条。",
    "disclosed.weibo": "政务微博发布信息{}条。",
    "disclosed.wechat": "政务微信发布信息{}条。",
    "disclosed.other": "其他方式公开信息{}条。",
    "interpretations": "发布政策解读材料{}篇。",
    "press_conferences": "召开新闻发布会{}场。",
    "online_interviews": "开展在线访谈{}期。",
    "training.sessions": "举办业务培训{}次。",
    "training.participants": "培训人员{}人次。",
    "meetings": "召开政务公开工作会议{}次。",
    "reading_points": "设立查阅点{}个。",
    "staff.total": "政务公开工作人员{}名。",
    "staff.full_time": "政务公开专职人员{}名。",
    "staff.part_time": "政务公开兼职人员{}名。",
}
"""A sentence of each measure."""
SAID = {f"narrative.{name}": 1_000 + at for at, name in enumerate(SPOKEN)}
"""What the narratives of the reports say."""
IN_PROSE = {name for name, told in TRUTH.items() if told.get("2021", ("",))[0] in SAID}
EXACT_IN_2014 = {
    "requests_received",
    "requests_partially_granted",
    "denied_state_secret",
    "denied_security_and_stability",
    "reconsideration_total",
    "litigation_total",
    "normative_documents_disclosed",
    *IN_PROSE,
}
NEAR_IN_2019 = {
    *IN_PROSE,
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
    return evolve(blank, facts=Facts(facts), year=2023, overview=prose(edition))


def prose(edition: Edition, *, without: str = "") -> govinfo.Narrative | None:
    """What a report of an edition says in its text: that of 2014 has the list for it."""
    if edition is Edition.E2014:
        return None
    said = (
        sentence.format(SAID[f"narrative.{name}"])
        for name, sentence in SPOKEN.items()
        if f"narrative.{name}" != without
    )
    return govinfo.Narrative("\n".join(said))


def is_money(path: str) -> bool:
    return path.rpartition(".")[2] in {"amount", "fees", "funding"}


def summed(report: Report, paths: tuple[str, ...]) -> int:
    values = [SAID[path] if path in SAID else report.facts[path].value for path in paths]
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
        if path in SAID:
            report = evolve(report, overview=prose(Edition(year), without=path))
        assert govinfo.harmonise(report)[variable.name].value is None


@pytest.mark.parametrize(
    ("variable", "year"), CORRESPONDENCES, ids=lambda one: getattr(one, "name", one)
)
def test_how_sure_a_correspondence_is(variable: Variable, year: str) -> None:
    source = variable.sources[year]
    near = {
        "2014": variable.name not in EXACT_IN_2014,
        "2019": variable.name in NEAR_IN_2019,
        "2021": variable.name in IN_PROSE,
    }
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


def test_of_two_values_in_the_text_none_is_taken() -> None:
    text = "公开政府信息30条。\n公开政府信息31条。\n政府网站公开信息7条。\n政府网站公开信息7条。"
    found = govinfo.harmonise(Report.from_figures({}, edition="2021", year=2023, overview=text))
    assert found["disclosed_total"].value is None
    assert found["disclosed_website"].value == 7
    assert found["disclosed_weibo"].source is None


def test_a_list_of_2014_beside_the_tables_tells_what_the_text_does_not() -> None:
    facts = [*REPORTS["2019"].facts.values(), *REPORTS["2014"].facts.values()]
    silent = Report(edition=Edition.E2019, facts=Facts(facts))
    staff = govinfo.harmonise(silent)["staff"]
    assert (staff.edition, staff.value) == (
        "2014",
        summed(silent, ("indicators.organization.staff",)),
    )
