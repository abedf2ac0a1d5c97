"""Any figures at all, blanks among them, come back from the template's own tables."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.diagnostics import Severity
from govinfo.money import Money
from reports import web, word
from reports.told import FULL, OF_2014, OF_2019, Told, Value

COUNTS = st.one_of(st.none(), st.integers(0, 9), st.integers(0, 9_999_999))
CHANGES = st.one_of(st.none(), st.integers(-9_999, 9_999))
AMOUNTS = st.one_of(
    st.none(),
    st.decimals(0, 999_999, places=2).map(lambda number: Money(Decimal(number), "万元")),
)


def figure(path: str, value: Value) -> st.SearchStrategy[Value]:
    """Figures of the kind that a cell holds, told from the one that these tests put there."""
    if isinstance(value, Money):
        return AMOUNTS
    return CHANGES if path.endswith(".change") else COUNTS


def reports(like: Told) -> st.SearchStrategy[Told]:
    cells = {path: figure(path, value) for path, value in like.figures.items()}
    return st.fixed_dictionaries(cells).map(lambda figures: like.but(figures=figures))


def _doubts(report: govinfo.Report) -> list[str]:
    """Codes of warnings; figures that fall to the last column by chance may look moved up."""
    codes = [one.code for one in report.diagnostics if one.severity is not Severity.INFO]
    return [code for code in codes if code != "GI120"]


@pytest.mark.parametrize("like", [FULL, OF_2019, OF_2014], ids=["2021", "2019", "2014"])
@given(data=st.data())
def test_any_figures_come_back(like: Told, data: st.DataObject) -> None:
    told = data.draw(reports(like))
    for made in (word.by_hand(told), web.by_hand(told)):
        report = govinfo.parse(made)
        assert {path: fact.value for path, fact in report.facts.items()} == dict(told.figures)
        assert _doubts(report) == []
        assert report.edition == told.edition


@given(data=st.data())
@pytest.mark.parametrize("part", ["proactive", "requests", "disputes"])
def test_rows_that_are_all_blank_come_back(part: str, data: st.DataObject) -> None:
    """Small organs leave whole rows blank: these are the layouts with least to hold on to."""
    own = [path for path in FULL.figures if path.startswith(part)]
    kept = data.draw(st.sets(st.sampled_from(own), max_size=4))
    figures = {path: v for path, v in FULL.figures.items() if path in kept or path not in own}
    told = FULL.but(figures={path: figures.get(path) for path in FULL.figures})
    for made in (word.by_hand(told), web.by_hand(told)):
        report = govinfo.parse(made)
        assert {path: fact.value for path, fact in report.facts.items()} == dict(told.figures)
        assert _doubts(report) == []
