from __future__ import annotations

from typing import Any

import attrs
import pytest

import govinfo
from govinfo import Fact, Money, Report
from govinfo.template.editions import Edition, parts
from govinfo.template.report import Facts
from reports.told import FULL, OF_2014, OF_2019, Told

TOTAL = "requests.received.total"


@pytest.mark.parametrize(("edition", "facts"), [("2014", 58), ("2019", 198), ("2021", 200)])
def test_a_blank_report_has_every_figure_of_its_edition(edition: str, facts: int) -> None:
    report = Report.blank(edition)
    assert len(report.facts) == facts
    assert {fact.value for fact in report.facts.values()} == {None}
    assert (report.edition, report.title) == (Edition(edition), "政府信息公开工作年度报告")
    assert report.overview == govinfo.Narrative("", "一、总体情况")


@pytest.mark.parametrize("told", [FULL, OF_2019, OF_2014], ids=lambda told: told.edition)
def test_figures_make_facts_and_sections_of_their_edition(told: Told) -> None:
    report = Report.from_figures(told.figures, agency=told.agency, year=told.year)
    assert {path: fact.value for path, fact in report.facts.items()} == told.figures
    assert report.edition is not None
    assert (report.edition.value, report.title) == (told.edition, told.title)
    if report.requests is not None:
        assert report.requests.received.total == told.figures[TOTAL]


def test_figures_not_given_are_blank() -> None:
    report = Report.from_figures({TOTAL: 3})
    assert report.facts[TOTAL].value == 3
    assert report.facts["requests.received.enterprise"].value is None
    assert report.facts["disputes.reconsideration.total"].label == "行政复议 · 总计"


def test_a_single_row_of_other_outcomes_stands_where_it_is_given() -> None:
    report = Report.from_figures({"requests.outcomes.other.total.total": 4}, edition="2021")
    assert "requests.outcomes.other.fee_unpaid.total" not in report.facts
    assert report.requests is not None
    assert report.requests.outcomes.other.fee_unpaid is None


def test_a_list_may_stand_beside_the_tables() -> None:
    report = Report.from_figures({"indicators.complaints": 2}, edition="2019")
    assert report.indicators is not None
    assert report.proactive is not None
    assert (report.indicators.complaints, len(report.facts)) == (2, 198 + 58)


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ({"requests.received.totl": 3}, "requests.received.total is"),
        ({TOTAL: "3"}, "is a whole number, not '3'"),
        ({TOTAL: True}, "is a whole number, not True"),
        ({TOTAL: Money("3", "万元")}, "is a whole number"),
        ({"proactive.fees.amount": 3}, "is an amount of money, not 3"),
        ({"proactive.rules.issued": 1, "proactive.rules.produced": 1}, "several editions"),
    ],
)
def test_what_is_no_figure_is_named(figures: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Report.from_figures(figures)


def sections(told: Report) -> dict[str, Any]:
    return {part: getattr(told, part) for part in parts()}


def test_sections_alone_make_facts() -> None:
    told = Report.from_figures(FULL.figures)
    bare = attrs.evolve(told, facts=Facts())
    assert bare.tables == ()
    assert attrs.evolve(bare, **sections(told)) == told


def test_sections_are_views_of_facts() -> None:
    told = Report.from_figures(OF_2019.figures)
    bare = Report(edition=told.edition, facts=told.facts)
    assert sections(bare) == sections(told)
    assert bare.requests is bare.requests


def test_a_changed_fact_is_seen_in_its_section() -> None:
    told = Report.from_figures(FULL.figures)
    facts = [
        attrs.evolve(one, value=7) if one.path == TOTAL else one for one in told.facts.values()
    ]
    changed = attrs.evolve(told, facts=Facts(facts))
    assert changed.requests is not None
    assert changed.requests.received.total == 7


def test_a_section_that_says_otherwise_than_the_facts_is_refused() -> None:
    told, other = (Report.from_figures({TOTAL: number}, edition="2021") for number in (1, 2))
    with pytest.raises(ValueError, match=f"{TOTAL} is 2 in the section and 1 in the facts"):
        Report(requests=other.requests, facts=told.facts)


@pytest.mark.parametrize(
    "paths", [("requests.received.totl",), ("proactive.rules.issued", "proactive.rules.produced")]
)
def test_facts_of_no_table_are_not_printed(paths: tuple[str, ...]) -> None:
    report = Report(facts=Facts([Fact(path, 1) for path in paths]))
    with pytest.raises(ValueError, match=r"no figure's path|several editions"):
        report.render("text")


@pytest.mark.parametrize("name", ["proactive", "requests", "disputes", "facts"])
def test_json_with_figures_said_once_reads_as_if_said_twice(name: str) -> None:
    told = Report.from_figures(FULL.figures, agency="云岭市水务局", year=2023)
    data = told.to_dict()
    data[name] = [] if name == "facts" else None
    assert Report.from_dict(data) == told


def test_a_figure_said_in_two_ways_is_refused() -> None:
    data = Report.from_figures(FULL.figures).to_dict()
    data["requests"]["received"]["total"] = 1
    with pytest.raises(ValueError, match=f"{TOTAL} is 1 in the section and 9297 in the facts"):
        Report.from_dict(data)
