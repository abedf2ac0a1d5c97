"""Identities are told broken where a figure breaks them, and nowhere else."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.sound import CASES, COLUMNS, DENIALS, changed, outcome_rows, sound_report
from govinfo.checks.wording import written
from govinfo.grammar.equations import Side, Term
from govinfo.template.editions import Edition
from govinfo.template.report import Report

SEEDS = st.integers(0, 10_000)
EDITIONS = list(Edition)


def breaches(report: Report) -> set[tuple[str, str]]:
    """The errors: their code and the path that they are at."""
    return {(found.code, found.path) for found in report.check() if found.severity == "error"}


def expected(path: str, edition: Edition) -> set[tuple[str, str]]:
    """What a change of one figure must break, as the regulations' template says it."""
    part, _, cell = path.partition(".")
    if part == "disputes":
        case = next(case for case in CASES if cell.startswith(case))
        return {("GI204", f"disputes.{case}.total")}
    row, _, column = cell.rpartition(".")
    found = {("GI203", f"requests.{row}.total")}
    if row in {"received", "carried_over", "carried_forward", "outcomes.total"}:
        found.add(("GI201", f"requests.received.{column}"))
    if row == "outcomes.total" or row in outcome_rows(edition):
        found.add(("GI202", f"requests.outcomes.total.{column}"))
    return found


@pytest.mark.parametrize("edition", EDITIONS)
@given(seed=SEEDS)
def test_a_sound_report_has_no_finding(edition: Edition, seed: int) -> None:
    assert sound_report(Random(seed), edition).check() == ()


@pytest.mark.parametrize("edition", [Edition.E2019, Edition.E2021])
@given(seed=SEEDS, data=st.data())
def test_a_changed_figure_breaks_its_identities_and_no_other(
    edition: Edition, seed: int, data: st.DataObject
) -> None:
    report = sound_report(Random(seed), edition)
    path = data.draw(st.sampled_from(list(report.facts)))
    old = report.facts[path].value
    value = data.draw(st.integers(0, 200).filter(lambda value: value != old))
    assert breaches(changed(report, path, value)) == expected(path, edition)


@pytest.mark.parametrize(
    ("path", "value", "broken"),
    [
        ("applications.received", 999, {"applications.received"}),
        ("applications.fax", 999, {"applications.received"}),
        ("applications.extended", 999, {"applications.concluded"}),
        (
            "applications.answers.denied",
            999,
            {"applications.answered", "applications.answers.denied"},
        ),
        (f"applications.denials.{DENIALS[2]}", 999, {"applications.answers.denied"}),
        ("litigation.corrected", 999, {"litigation.total"}),
        ("organization.staff_part_time", 999, {"organization.staff"}),
        (
            "response.press_conferences_by_leaders",
            10,
            {"response.press_conferences"},
        ),
    ],
)
def test_an_indicator_breaks_the_sums_it_is_part_of(
    path: str, value: int, broken: set[str]
) -> None:
    report = changed(sound_report(Random(1), Edition.E2014), f"indicators.{path}", value)
    found = {finding.path for finding in report.check() if finding.severity == "error"}
    assert found == {f"indicators.{path}" for path in broken}


def test_channels_need_not_add_up_to_the_items_disclosed() -> None:
    report = sound_report(Random(1), Edition.E2014)
    assert not any("disclosure" in finding.path for finding in report.check())


@given(seed=SEEDS, column=st.sampled_from((*COLUMNS, "total")))
def test_a_blank_cell_leaves_its_identities_open(seed: int, column: str) -> None:
    report = changed(sound_report(Random(seed)), f"requests.carried_over.{column}", None)
    (by_column, by_row) = report.check()
    assert {by_column.code, by_row.code} == {"GI208"}
    assert by_column.values["count"] == by_row.values["count"] == "1"


def test_a_sum_that_is_too_large_is_broken_though_cells_are_blank() -> None:
    report = sound_report(Random(3))
    path = "requests.outcomes.granted.natural_person"
    broken = changed(
        changed(report, path, 5000), "requests.outcomes.denied.state_secret.total", None
    )
    assert ("GI202", "requests.outcomes.total.natural_person") in breaches(broken)


def test_a_row_for_a_whole_group_is_not_counted_beside_the_groups_rows() -> None:
    report = sound_report(Random(5), Edition.E2021)
    own = "requests.outcomes.other.total"
    with_own = [*report.facts.values()]
    for column in (*COLUMNS, "total"):
        parts = [f"requests.{row}.{column}" for row in outcome_rows(Edition.E2021)[-3:]]
        total = sum(int(str(report.facts[path].value)) for path in parts)
        with_own.append(type(with_own[0])(f"{own}.{column}", total))
    assert breaches(type(report)(facts=type(report.facts)(with_own))) == set()


def test_a_message_names_every_figure_of_both_sides() -> None:
    report = sound_report(Random(2))
    path = "disputes.reconsideration.total"
    (found, *_) = changed(report, path, 0).check()
    parts = " + ".join(
        f"{label} {report.facts[f'disputes.reconsideration.{name}'].value}"
        for label, name in (
            ("结果维持", "upheld"),
            ("结果纠正", "corrected"),
            ("其他结果", "other"),
            ("尚未审结", "pending"),
        )
    )
    assert found.text("zh").startswith("表四 · 行政复议：“总计”印为 0，而各项之和为")
    assert parts in found.text("zh")
    assert set(found.values["contributors"].split()) == {
        f"disputes.reconsideration.{name}"
        for name in ("upheld", "corrected", "other", "pending", "total")
    }


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ((3, 0, None, 0), "a 3 + b 0 + c ? + d 0"),
        ((3, 0, None, 0, 2), "a 3 + c ? + e 2 + 0 × 2"),
        ((0, 0, None, None, 0), "0 × 3 + ? × 2"),
        ((0, 1, 2, 3, None), "a 0 + b 1 + c 2 + d 3 + e ?"),
    ],
)
def test_a_long_sum_counts_its_zeros_and_blanks(figures: tuple[int | None, ...], text: str) -> None:
    terms = tuple((Term("", label), value) for label, value in zip("abcde", figures, strict=False))
    assert written(Side(terms)) == text


def test_only_a_change_may_be_negative() -> None:
    report = sound_report(Random(2))
    found = changed(report, "requests.received.total", -1).check()
    assert "GI207" in {finding.code for finding in found}
