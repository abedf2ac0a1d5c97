"""Tables of which a picture left cells in doubt: what is placed, and what is said of it."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import layouts
from govinfo import Report
from govinfo.adapters.symbols import UNKNOWN
from govinfo.blocks import Document, Table
from govinfo.render.page import document_of
from govinfo.render.plan import in_words
from govinfo.template.assemble import report_of, tables_of
from govinfo.testing.compare import errors
from govinfo.testing.strategies import damage, reports
from govinfo.testing.tables import figures_in, rows_of_figures

TOLD = Report.from_figures(
    {**layouts.balanced(5), "proactive.licensing.decisions": 90173},
    edition="2021",
    agency="云岭市水务局",
    year=2023,
)
GRANTED = "requests.outcomes.granted.natural_person"
LICENSING = "proactive.licensing.decisions"
PLACES = {LICENSING: (0, 2), GRANTED: (1, 2)}
"""Number of the table, and of its row of figures; the first of these is the fact."""


def seen(path: str, *readings: int) -> Document:
    """The report, a figure of which was seen as several."""
    document = document_of(TOLD)
    number, row = PLACES[path]
    table = [block for block in document.blocks if isinstance(block, Table)][number]
    cell = figures_in(table, rows_of_figures(table)[row])[0]
    assert cell.text == str(TOLD.facts[path].value)
    doubtful = evolve(cell, text=UNKNOWN, readings=tuple(map(str, readings)))
    cells = tuple(doubtful if one is cell else one for one in table.cells)
    blocks = (evolve(one, cells=cells) if one is table else one for one in document.blocks)
    return evolve(document, blocks=tuple(blocks))


def granted() -> int:
    value = TOLD.facts[GRANTED].value
    assert isinstance(value, int)
    return value


def test_the_reading_that_the_sums_bear_out_is_placed_and_said() -> None:
    value = granted()
    read = report_of(seen(GRANTED, value, value + 5))
    assert list(errors(TOLD, read)) == []
    (said,) = [one for one in read.diagnostics if one.path == GRANTED]
    assert said.code == "GI125"
    assert said.values["seen"] == f"{value} / {value + 5}"
    assert said.anchor == read.facts[GRANTED].anchor


def test_none_is_placed_that_the_sums_do_not_bear_out() -> None:
    for document in (seen(GRANTED, granted() + 5, granted() + 6), seen(LICENSING, 90173, 90178)):
        (error,) = errors(TOLD, report_of(document))
        assert error.read is None
        assert {one.code for one in error.diagnostics} == {"GI107"}


def test_the_plan_says_what_the_sums_chose() -> None:
    lines = list(in_words(tables_of(seen(GRANTED, granted(), granted() + 5))))
    chosen = [line for line in lines if "read by the sums" in line]
    assert len(chosen) == 1
    assert f"自然人 {granted()}  " in chosen[0]


@settings(max_examples=60)
@given(data=st.data())
def test_nothing_is_wrong_and_nothing_silent(data: st.DataObject) -> None:
    told = data.draw(reports(sound=data.draw(st.booleans())))
    document = document_of(told)
    for _ in range(data.draw(st.integers(1, 3))):
        document = data.draw(damage(document, "digits that look alike")).document
    for error in errors(told, report_of(document)):
        assert not error.silent
        assert not error.wrong or error.checks
