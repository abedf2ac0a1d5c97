"""Two years of one organ: what one hands on to the next, figure by figure."""

from __future__ import annotations

import json
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from between.pairs import AGENCY, two_years, with_value
from govinfo.checks import between_rules as rules
from govinfo.money import Money
from govinfo.template.carried import carry_overs
from govinfo.template.editions import Edition
from govinfo.template.report import Report

EDITIONS = (Edition.E2019, Edition.E2021)
CODES = {"pending": "GI401", "items": "GI402", "in-force": "GI403"}


def found(last: Report, this: Report) -> list[tuple[str, str]]:
    return [
        (finding.code, finding.path)
        for finding in govinfo.compare(last, this).findings
        if finding.code in CODES.values()
    ]


def test_what_is_declared_is_what_the_domain_says() -> None:
    declared = {one.this: one for one in carry_overs()}
    assert len(declared) == 7 + 5 + 2
    pending = declared["requests.carried_over.enterprise"]
    assert pending.last == ("requests.carried_forward.enterprise",)
    assert declared["proactive.fees.previous_items"].last == (
        "proactive.fees.previous_items",
        "proactive.fees.change",
    )
    rules_in_force = declared["proactive.rules.in_force"]
    assert rules_in_force.last == ("proactive.rules.in_force",)
    assert rules_in_force.added == ("proactive.rules.issued",)
    assert rules_in_force.removed == ("proactive.rules.repealed",)


@given(st.randoms(use_true_random=False), st.sampled_from(EDITIONS))
def test_years_that_hand_on_what_they_should_raise_no_alarm(random: Random, edition: str) -> None:
    last, this = two_years(random, Edition(edition))
    assert found(last, this) == []


@given(st.randoms(use_true_random=False), st.data())
def test_one_changed_figure_is_the_one_that_is_named(random: Random, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(EDITIONS))
    last, this = two_years(random, edition)
    held = [one for one in carry_overs() if one.this in this.facts]
    carried = data.draw(st.sampled_from(held))
    in_last = data.draw(st.booleans())
    here = (carried.this, *carried.added, *carried.removed)
    path = data.draw(st.sampled_from(carried.last if in_last else here))
    report = last if in_last else this
    value = report.facts[path].value
    if value is None:
        return  # Added and removed of the earlier year: no identity here is about them.
    assert isinstance(value, int)
    wrong = with_value(report, path, value + data.draw(st.integers(1, 5)))
    pair = (wrong, this) if in_last else (last, wrong)
    assert found(*pair) == [(CODES[carried.name], carried.this)]


def test_a_blank_is_not_0_and_is_told() -> None:
    last, this = two_years(Random(1), Edition.E2021)
    blank = with_value(last, "requests.carried_forward.enterprise", None)
    findings = govinfo.compare(blank, this).findings
    (told,) = [one for one in findings if one.path == "requests.carried_over.enterprise"]
    assert (told.code, told.values["count"], told.values["all"]) == ("GI404", "1", "7")


def test_the_message_writes_the_sum_in_both_languages() -> None:
    last, this = two_years(Random(1), Edition.E2021)
    for path, value in {"issued": 2, "repealed": 1, "in_force": 14}.items():
        this = with_value(this, f"proactive.rules.{path}", value)
    last = with_value(last, "proactive.rules.in_force", 10)
    (finding,) = govinfo.compare(last, this).findings
    summed = "2021年 现行有效件数 · 规章 10 + 本年制发件数 · 规章 2 − 本年废止件数 · 规章 1"
    assert finding.text("zh") == (
        f"表二 · 现行有效件数 · 规章印为 14，而按上年报告应为 11：{summed}"
    )
    assert finding.text("en").endswith(f"by last year's report it is 11: {summed}")


@pytest.mark.parametrize(
    ("agency", "year"), [(AGENCY, 2023), (AGENCY, 2021), (AGENCY, 2020), ("青溪县水务局", 2022)]
)
def test_reports_that_are_not_of_successive_years_are_not_judged(agency: str, year: int) -> None:
    last, this = two_years(Random(1), Edition.E2021)
    other = evolve(with_value(this, "requests.carried_over.total", 99), agency=agency, year=year)
    assert [one.code for one in govinfo.compare(last, other).findings] == ["GI405"]


@pytest.mark.parametrize(("agency", "year"), [(None, None), ("水务局", 2022), (AGENCY, None)])
def test_a_report_that_names_less_is_taken_at_its_word(
    agency: str | None, year: int | None
) -> None:
    last, this = two_years(Random(1), Edition.E2021)
    other = evolve(with_value(this, "requests.carried_over.total", 99), agency=agency, year=year)
    assert found(last, other) == [("GI401", "requests.carried_over.total")]


def test_figures_stand_side_by_side_with_their_change() -> None:
    last = Report.from_figures(
        {
            "requests.received.total": 5,
            "requests.received.enterprise": 1,
            "proactive.fees.amount": Money("1.5", "万元"),
        },
        edition="2021",
    )
    this = Report.from_figures(
        {"requests.received.total": 3, "proactive.fees.amount": Money("9000", "元")},
        edition="2021",
    )
    changes = {change.path: change for change in govinfo.compare(last, this).changes}
    assert list(changes) == list(last.facts)
    assert changes["requests.received.total"].difference == -2
    assert changes["proactive.fees.amount"].difference == Money("-6000", "元")
    blank = changes["requests.received.enterprise"]
    assert (blank.difference, blank.changed) == (None, True)
    assert not changes["requests.received.natural_person"].changed


def test_the_same_amount_in_another_unit_did_not_change() -> None:
    reports = [
        Report.from_figures({"proactive.fees.amount": Money(*amount)}, edition="2021")
        for amount in (("1.5", "万元"), ("15000", "元"), ("1.5", None))
    ]
    path = "proactive.fees.amount"

    def change(last: Report, this: Report) -> tuple[object, bool]:
        (one,) = [one for one in govinfo.compare(last, this).changes if one.path == path]
        return one.difference, one.changed

    assert change(reports[0], reports[1]) == (Money("0", "元"), False)
    assert change(reports[0], reports[2]) == (None, True)
    assert change(reports[2], reports[2]) == (None, False)


def test_figures_of_two_editions_stand_alone_where_only_one_has_them() -> None:
    last, this = (Report.blank(edition) for edition in ("2019", "2021"))
    changes = {change.path: change for change in govinfo.compare(last, this).changes}
    assert set(changes) == {*last.facts, *this.facts}
    assert changes["proactive.procurement.amount"].this is None
    assert changes["proactive.rules.in_force"].last is None


def test_a_copied_section_is_told_and_one_of_its_own_is_not() -> None:
    copied = "公开的内容还不够细致，解读的形式比较单一，今后将加强培训。"
    last = Report.from_figures({}, edition="2021", problems=copied, other_matters="无。")
    this = Report.from_figures({}, edition="2021", problems=copied, other_matters="无。")
    (finding,) = [one for one in govinfo.compare(last, this).findings if one.code == "GI406"]
    assert (finding.path, finding.values["share"]) == ("problems", "100")
    own = evolve(this, problems=govinfo.Narrative("今年开设了课程，编印了问答手册三册。", ""))
    assert "GI406" not in {one.code for one in govinfo.compare(last, own).findings}


def test_the_data_is_json() -> None:
    last, this = (
        govinfo.parse(text.encode(), format="text")
        for text in rules.COPIED.example.split(rules.NEXT)
    )
    data = json.loads(json.dumps(govinfo.compare(last, this).to_dict("zh"), ensure_ascii=False))
    assert (data["last"]["year"], data["this"]["year"]) == (2022, 2023)
    assert data["changes"][0].keys() == {"path", "label", "last", "this", "change"}
    (passage,) = data["narratives"]["problems"]["passages"]
    assert passage["this"] == passage["last"]
    assert "的文字与上年报告相同" in data["findings"][-1]["message"]
