"""Rows of a grid that end before the header does have lost a cell."""

from __future__ import annotations

import pytest

import govinfo
import layouts
from govinfo import Document, Proactive2021, Requests
from govinfo.blocks import Table
from govinfo.testing.tables import figures_in, rows_of_figures, with_figures


def read(cls: type, table: Table) -> govinfo.Interpreted[object]:
    return govinfo.interpret(Document((table,)), cls)


def short(table: Table, row: int, *, without: int, padded: str | None = None) -> Table:
    at = rows_of_figures(table)[row]
    texts = [cell.text for cell in figures_in(table, at)]
    del texts[without]
    return with_figures(table, at, [*texts, *([] if padded is None else [padded])])


@pytest.mark.parametrize("without", [0, 1, 2])
def test_which_figure_is_lost_is_not_guessed(without: int) -> None:
    figures = layouts.sound(Proactive2021, 3)
    table = short(layouts.drawn(Proactive2021, figures), 0, without=without)
    found = read(Proactive2021, table)
    names = ("issued", "repealed", "in_force")
    assert [found.facts[f"proactive.rules.{name}"].value for name in names] == [None] * 3
    assert ("GI103", "proactive.rules") in [(one.code, one.path) for one in found.diagnostics]
    other = "proactive.normative_documents.in_force"
    assert found.facts[other].value == figures[other]


@pytest.mark.parametrize("padded", ["", "/"])
@pytest.mark.parametrize("without", range(6))
def test_a_row_that_was_padded_is_said_to_be_perhaps_shifted(without: int, padded: str) -> None:
    """The lost figure may have been part of the total, which then is more than the others."""
    figures = layouts.balanced(4) | dict(
        zip(
            [path for path in layouts.paths(Requests) if path.startswith("requests.received.")],
            [1, 2, 3, 4, 5, 6, 21],
            strict=True,
        )
    )
    table = short(layouts.drawn(Requests, figures), 0, without=without, padded=padded)
    found = read(Requests, table)
    assert ("GI120", "requests.received") in [(one.code, one.path) for one in found.diagnostics]


def test_figures_beside_digits_of_several_cells_are_in_doubt() -> None:
    """Of more digits than any number has, who knows how many cells they are?"""
    table = layouts.drawn(Requests, layouts.balanced(4))
    at = rows_of_figures(table)[0]
    texts = [cell.text for cell in figures_in(table, at)]
    padded = with_figures(table, at, [texts[0], "427726644484297", *texts[3:], "/"])
    found = read(Requests, padded)
    assert ("GI120", "requests.received") in [(one.code, one.path) for one in found.diagnostics]


def test_a_blank_table_before_does_not_lend_its_header() -> None:
    blank = dict.fromkeys(layouts.balanced(4))
    tables = {
        "requests": layouts.markdown_by_row(layouts.drawn(Requests, blank), name=str),
        "disputes": layouts.markdown_by_row(
            layouts.drawn(govinfo.Disputes, layouts.sound(govinfo.Disputes, 2)), name=str
        ),
    }
    report = govinfo.parse(layouts.report(tables).encode())
    assert report.facts["disputes.reconsideration.total"].value is not None


def test_figures_after_a_blank_row_are_not_that_rows() -> None:
    """One cell a line, and the label between the two rows is lost."""
    path = "requests.outcomes.denied.state_secret"
    figures = layouts.balanced(4)
    blank = {one: None if one.startswith(path) else value for one, value in figures.items()}
    lost = {"requests.outcomes.denied.prohibited_by_law": "　"}
    table = layouts.drawn(Requests, blank, labels=lost)
    text = layouts.tab_led(table, apart=False).replace("　", "")
    found = govinfo.interpret(govinfo.read(text.encode(), format="text"), Requests)
    assert {one.value for at, one in found.facts.items() if at.startswith(path)} == {None}


def test_figures_that_look_like_years_are_figures() -> None:
    """They stand beside a row's label, which its group's label stands before."""
    figures = layouts.balanced(4)
    path = "requests.outcomes.denied.state_secret"
    figures |= {f"{path}.natural_person": 2021, f"{path}.enterprise": 2023, f"{path}.total": 4044}
    found = read(Requests, layouts.drawn(Requests, figures))
    assert {at: one.value for at, one in found.facts.items()} == figures
    text = layouts.markdown_by_row(layouts.drawn(Requests, figures), name=str)
    found = govinfo.interpret(govinfo.read(text.encode(), format="text"), Requests)
    assert {at: one.value for at, one in found.facts.items()} == figures
