"""Whole reports as WPS lays them out: labels from top to bottom, pages that end anywhere."""

from __future__ import annotations

import pytest

import govinfo
from reports.told import FULL, SPARSE, Told, expect
from reports.wps import Label, pdf

LABELS: tuple[Label, ...] = ("letters", "font", "turned")


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("told", [FULL, SPARSE], ids=["full", "sparse"])
def test_a_label_from_top_to_bottom(told: Told, label: Label) -> None:
    expect(pdf(told, label=label), told)


@pytest.mark.parametrize("bottom", [330, 420, 470, 530, 610, 700, 780])
@pytest.mark.parametrize("label", LABELS)
def test_a_page_may_end_anywhere(label: Label, bottom: float) -> None:
    """Within a block of section 2, a group of rows, the label of a group, or before a header.

    Where the rest of a label turned or upright is not printed again, the parts may be two tables.
    """
    expect(pdf(FULL, label=label, bottom=bottom), FULL, placed=False)


@pytest.mark.parametrize("bottom", range(330, 460, 10))
def test_a_page_may_end_above_a_row_of_blanks(bottom: int) -> None:
    """What a small organ reports: most rows have no figure, those around them have."""
    figures = dict.fromkeys(FULL.figures, None)
    printed = ("requests.carried_over.", "disputes.")
    figures |= {path: FULL.figures[path] for path in figures if path.startswith(printed)}
    few = FULL.but(figures=figures, findings=())
    report = govinfo.parse(pdf(few, label="letters", bottom=float(bottom)))
    assert {path: fact.value for path, fact in report.facts.items()} == few.figures
    assert not report.diagnostics
