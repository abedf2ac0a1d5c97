"""Units summed: a parent made of its children agrees, one changed child is the one named."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from between.pairs import with_value
from checks.sound import sound_report
from govinfo.between.export import rollup_rows
from govinfo.money import Money
from govinfo.template.editions import Edition
from govinfo.template.report import Report

FEES = "proactive.fees.amount"
RECEIVED = "requests.received.total"
FAMILY = ("GI411", "GI412", "GI413", "GI414")


def units(random: Random, count: int, edition: Edition = Edition.E2021) -> dict[str, Report]:
    return {
        f"云岭市第{number}局": evolve(
            sound_report(random, edition), agency=f"云岭市第{number}局", year=2023
        )
        for number in range(1, count + 1)
    }


def told(parent: Report, children: dict[str, Report], code: str) -> list[tuple[str, str]]:
    return [
        (finding.path, finding.values.get("unit", ""))
        for finding in govinfo.rollup(parent, children).findings
        if finding.code == code
    ]


def parent_of(children: dict[str, Report]) -> Report:
    """The sum, with the cells that the children have and no others."""
    made = govinfo.rollup(None, children).report(agency="云岭市", year=2023)
    (child, *_) = children.values()
    facts = govinfo.Facts([fact for path, fact in made.facts.items() if path in child.facts])
    return evolve(made, facts=facts)


EDITIONS = st.sampled_from(list(Edition))
RANDOM = st.randoms(use_true_random=False)


@given(RANDOM, st.integers(1, 4), EDITIONS)
def test_a_parent_made_of_its_children_agrees(random: Random, count: int, edition: Edition) -> None:
    children = units(random, count, edition)
    found = govinfo.rollup(parent_of(children), children)
    assert found.findings == ()
    assert not any(total.differs for total in found.totals)


@given(RANDOM, EDITIONS, st.data())
def test_one_changed_figure_is_named_with_its_unit(
    random: Random, edition: Edition, data: st.DataObject
) -> None:
    children = units(random, 3, edition)
    parent = parent_of(children)
    unit = data.draw(st.sampled_from(list(children)))
    path = data.draw(st.sampled_from(list(children[unit].facts)))
    value = children[unit].facts[path].value
    assert isinstance(value, int)
    wrong = children | {unit: with_value(children[unit], path, value + 7)}
    assert told(parent, wrong, "GI411") == [(path, "")]
    assert told(parent, wrong, "GI412") == []
    if not path.startswith("indicators.response"):  # Of which no sum is told.
        assert told(parent, wrong, "GI413") == [(path, unit)]


@given(RANDOM, EDITIONS, st.data())
def test_a_blank_is_named_with_its_unit_and_never_0(
    random: Random, edition: Edition, data: st.DataObject
) -> None:
    children = units(random, 3, edition)
    parent = parent_of(children)
    unit = data.draw(st.sampled_from(list(children)))
    path = data.draw(st.sampled_from(list(children[unit].facts)))
    blank = children | {unit: with_value(children[unit], path, None)}
    assert told(parent, blank, "GI411") == []
    assert told(parent, blank, "GI412") == [(path, unit)]
    (total,) = [one for one in govinfo.rollup(parent, blank).totals if one.path == path]
    assert (total.sum, total.lacking) == (None, (unit,))


def one(agency: str, figures: dict[str, int | Money | None], year: int = 2023) -> Report:
    made = Report.from_figures(figures, edition="2021", agency=agency, year=year)
    return evolve(made, facts=govinfo.Facts([made.facts[path] for path in figures]))


@pytest.mark.parametrize(("printed", "differs"), [("2.4", False), ("2.5", True)])
def test_units_of_money_are_converted_before_they_are_summed(printed: str, differs: bool) -> None:
    children = [one("甲局", {FEES: Money("1.5", "万元")}), one("乙局", {FEES: Money("9000", "元")})]
    found = govinfo.rollup(one("某县", {FEES: Money(printed, "万元")}), children)
    (total,) = found.totals
    assert total.sum == Money("24000", "元")
    assert total.differs is differs
    assert [part.unit for part in total.parts] == ["甲局", "乙局"]


def test_an_amount_without_a_unit_is_in_no_sum() -> None:
    children = [one("甲局", {FEES: Money("1.5", "万元")}), one("乙局", {FEES: Money("2")})]
    found = govinfo.rollup(one("某县", {FEES: Money("3.5", "万元")}), children)
    assert [(finding.code, finding.values["unit"]) for finding in found.findings] == [
        ("GI412", "乙局")
    ]


def test_the_largest_contributor_stands_first_and_what_explains_is_told() -> None:
    children = [one(name, {RECEIVED: n}) for name, n in (("甲局", 3), ("乙局", 40), ("丙局", 7))]
    found = govinfo.rollup(one("某县", {RECEIVED: 43}), children)
    summed, explained = found.findings
    assert summed.values["parts"] == "乙局 40；丙局 7；甲局 3"
    assert (explained.code, explained.values["unit"]) == ("GI414", "丙局")


def test_two_units_that_would_explain_are_none() -> None:
    children = [one(name, {RECEIVED: n}) for name, n in (("甲局", 7), ("乙局", 40), ("丙局", 7))]
    found = govinfo.rollup(one("某县", {RECEIVED: 47}), children)
    assert [finding.code for finding in found.findings] == ["GI411"]


def test_a_unit_that_is_there_twice_or_of_another_year_is_told() -> None:
    children = [one("甲局", {RECEIVED: 3}), one("甲局", {RECEIVED: 3})]
    found = govinfo.rollup(one("某县", {RECEIVED: 6}), children)
    assert [finding.code for finding in found.findings] == ["GI415"]
    assert list(found.units) == ["甲局", "甲局 (2)"]
    children[1] = one("甲局", {RECEIVED: 3}, year=2022)
    found = govinfo.rollup(one("某县", {RECEIVED: 6}), children)
    (finding,) = found.findings
    assert (finding.code, finding.values["unit"]) == ("GI416", "甲局 (2)")


def test_figures_that_the_parent_has_no_cell_for_are_not_lost_in_silence() -> None:
    single = Report.from_figures({"requests.outcomes.other.total.total": 2}, edition="2019")
    found = govinfo.rollup(Report.blank("2021"), {"甲局": single})
    (finding,) = [finding for finding in found.findings if finding.code == "GI417"]
    assert finding.path == "requests.outcomes.other.total.total"
    assert finding.values["count"] == "1"


@given(RANDOM, EDITIONS)
def test_the_sum_is_a_report_that_reads_as_itself(random: Random, edition: Edition) -> None:
    children = units(random, 3, edition)
    made = govinfo.rollup(None, children).report(agency="云岭市")
    assert (made.edition, made.year) == (edition, 2023)
    for path in next(iter(children.values())).facts:
        values = [child.facts[path].value for child in children.values()]
        assert made.facts[path].value == sum(value for value in values if isinstance(value, int))
    assert [finding for finding in made.check(select=["GI2"]) if finding.severity == "error"] == []


def test_the_sum_can_be_rendered_and_read() -> None:
    made = govinfo.rollup(None, units(Random(3), 3)).report(agency="云岭市")
    read = govinfo.parse(made.render("docx"))
    assert {p: f.value for p, f in read.facts.items()} == {
        p: f.value for p, f in made.facts.items()
    }


def test_who_contributed_what_is_a_table() -> None:
    children = [one("甲局", {RECEIVED: 3}), one("乙局", {RECEIVED: None})]
    columns, rows = rollup_rows(govinfo.rollup(one("某县", {RECEIVED: 3}), children))
    assert columns == ["path", "label", "parent", "sum", "甲局", "乙局"]
    assert [list(row.values())[2:] for row in rows] == [[3, None, 3, None]]


def test_nothing_to_sum_is_an_error() -> None:
    with pytest.raises(ValueError, match="no reports"):
        govinfo.rollup(None, [])
