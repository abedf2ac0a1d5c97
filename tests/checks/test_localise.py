"""The one cell that explains what is broken is named, with the figure that was there."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from checks.sound import changed, sound_report
from govinfo.template.editions import Edition
from govinfo.template.report import Report

ENOUGH = 0.95


def explained(report: Report) -> dict[str, tuple[str, str]]:
    """The cells that are named, with what is printed and what is expected."""
    return {
        found.path: (found.values["printed"], found.values["expected"])
        for found in report.check()
        if found.code == "GI209"
    }


def test_a_cell_that_breaks_two_identities_is_named_with_its_old_figure() -> None:
    random = Random(20)
    named = tried = 0
    for _ in range(300):
        report = sound_report(random, random.choice((Edition.E2019, Edition.E2021)))
        path = random.choice([path for path in report.facts if path.startswith("requests.")])
        old = report.facts[path].value
        value = random.choice([value for value in (0, 1, 7, 40, 333) if value != old])
        broken = changed(report, path, value)
        if sum(found.severity == "error" for found in broken.check()) >= 2:
            tried += 1
            named += explained(broken) == {path: (str(value), str(old))}
    assert tried > 250
    assert named / tried >= ENOUGH


@given(seed=st.integers(0, 10_000))
def test_two_cells_that_share_no_identity_are_both_named(seed: int) -> None:
    report = sound_report(Random(seed))
    first = "requests.outcomes.granted.natural_person"
    second = "requests.carried_forward.enterprise"
    broken = changed(changed(report, first, 777), second, 555)
    assert explained(broken) == {
        path: (printed, str(report.facts[path].value))
        for path, printed in ((first, "777"), (second, "555"))
    }


def test_one_broken_sum_is_explained_where_one_figure_alone_can_be_wrong() -> None:
    report = sound_report(Random(1))
    facts = {"upheld": 5, "corrected": 6, "other": 0, "pending": 0, "total": 0}
    for name, value in facts.items():
        report = changed(report, f"disputes.reconsideration.{name}", value)
    assert explained(report) == {"disputes.reconsideration.total": ("0", "11")}


def test_a_sum_that_several_figures_may_have_broken_is_not_explained() -> None:
    report = sound_report(Random(1))
    total = report.facts["disputes.reconsideration.total"].value
    assert explained(changed(report, "disputes.reconsideration.total", int(str(total)) + 3)) == {}


def test_a_sum_with_a_blank_cell_is_not_explained() -> None:
    report = changed(sound_report(Random(1)), "disputes.reconsideration.upheld", None)
    assert explained(changed(report, "disputes.reconsideration.corrected", 5000)) == {}


def test_many_wrong_figures_cost_bounded_time_and_explain_nothing() -> None:
    random, report = Random(4), sound_report(Random(4))
    for path in report.facts:
        report = changed(report, path, random.randrange(1000))
    assert len(report.check()) > 30
    assert not [path for path in explained(report) if path.startswith("requests.")]
