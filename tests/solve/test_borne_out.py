"""Cells of which several numbers were seen: one is taken only where a sum bears it out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govinfo import Disputes, Requests
from govinfo.grammar.compile import Grammar, compile_class
from govinfo.grammar.sums import row_sums
from govinfo.solve.printed import Printed, Token, values_of
from govinfo.solve.verdict import Verdict, solve, solve_row
from layouts import balanced_rows

REQUESTS = compile_class(Requests)
NUMBERS = {row.path: number for number, row in enumerate(REQUESTS.rows)}
TOTAL = 6
Seen = Mapping[int, tuple[int, ...]]
"""What was seen of cells that are not sure, by column."""


def printed(figures: list[int], seen: Seen, grammar: Grammar = REQUESTS) -> Printed:
    tokens = tuple(
        Token(at, "", None, alike=seen[at]) if at in seen else Token(at, str(value), value)
        for at, value in enumerate(figures)
    )
    columns = grammar.rows[0].columns
    return Printed(tokens, tuple(range(len(columns))), row_sums(columns), placed=True)


def alone(figures: list[int], seen: Seen, grammar: Grammar = REQUESTS) -> Verdict:
    """A row of a table of which nothing else is printed."""
    return solve(grammar, {0: printed(figures, seen, grammar)})[0]


def values(verdict: Verdict) -> list[int | None]:
    return list(values_of(verdict.cells))


def together(figures: Mapping[int, list[int]], seen: Mapping[int, Seen]) -> dict[int, Verdict]:
    rows = {number: printed(row, seen.get(number, {})) for number, row in figures.items()}
    return solve(REQUESTS, rows)


ROW = [13, 2, 0, 0, 1, 0, 16]


@pytest.mark.parametrize("column", range(7))
def test_the_one_with_which_the_row_adds_up_is_taken(column: int) -> None:
    verdict = alone(ROW, {column: (ROW[column], ROW[column] + 5)})
    assert values(verdict) == ROW
    assert verdict.chosen == {column}
    assert verdict.told


def test_one_that_was_seen_unsurely_is_taken_where_the_row_adds_up_with_it() -> None:
    assert values(alone(ROW, {0: (13,)})) == ROW


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param({0: (18, 73)}, id="with neither the row adds up"),
        pytest.param({0: (18,)}, id="nor with the only one"),
        pytest.param({0: (13, 18), 1: (2, 7)}, id="the same may be wrong of both"),
        pytest.param({0: (13, 18), TOTAL: (16, 21)}, id="two choices add up"),
        pytest.param({0: ()}, id="nothing was seen"),
    ],
)
def test_what_the_row_does_not_bear_out_stays_open(seen: Seen) -> None:
    verdict = alone(ROW, seen)
    assert values(verdict) == [None if at in seen else value for at, value in enumerate(ROW)]
    assert not verdict.chosen
    assert not verdict.damaged


def test_a_blank_cell_is_no_known_figure() -> None:
    """What is only not denied is not borne out: the blank may be any number."""
    row = printed([3, 0, 0, 0, 0, 0, 5], {0: (3, 8)})
    blank = (row.tokens[0], Token(1, "", None, blank=True), *row.tokens[2:])
    verdict = solve(REQUESTS, {0: evolve(row, tokens=blank)})[0]
    assert not verdict.chosen


def test_each_sum_bears_out_its_own_cells() -> None:
    figures = [3, 0, 1, 0, 4, 8, 0, 0, 2, 10, 0, 0, 0, 6, 6]
    seen = {0: (3, 8), 5: (8, 3), 6: (0, 6), 13: ()}
    verdict = alone(figures, seen, compile_class(Disputes))
    assert verdict.chosen == {0}
    assert values(verdict)[:5] == [3, 0, 1, 0, 4]
    assert [values(verdict)[at] for at in (5, 6, 13)] == [None] * 3


def test_a_row_by_itself_is_as_it_is_printed() -> None:
    assert values(solve_row(printed(ROW, {0: (13, 18)}))) == [None, *ROW[1:]]


@given(seed=st.integers(0, 2**16), data=st.data())
def test_what_is_taken_in_a_sound_table_was_printed(seed: int, data: st.DataObject) -> None:
    figures = balanced_rows(seed)
    places = [(number, column) for number in figures for column in range(7)]
    seen: dict[int, dict[int, tuple[int, ...]]] = {}
    for number, column in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=6)):
        value = figures[number][column]
        digits = st.sampled_from([value + 1, value + 3, value + 5, value + 6])
        seen.setdefault(number, {})[column] = tuple(sorted({value, data.draw(digits)}))
    for number, verdict in together(figures, seen).items():
        read = dict(enumerate(values(verdict)))
        open_columns = seen.get(number, {}).keys() - verdict.chosen
        assert read == {
            column: None if column in open_columns else value
            for column, value in enumerate(figures[number])
        }
        if len(seen) == 1 and number in seen and len(seen[number]) == 1:
            assert verdict.chosen == set(seen[number])


def test_the_columns_bear_out_what_the_row_does_not() -> None:
    figures = balanced_rows(1)
    number = NUMBERS["outcomes.granted"]
    seen = {0: (figures[number][0], figures[number][0] + 5), 1: (figures[number][1],)}
    assert together(figures, {number: seen})[number].chosen == {0, 1}


def test_a_table_that_contradicts_itself_is_no_evidence() -> None:
    """Another figure may be the wrong one: by how much it is wrong is how digits look alike."""
    figures = balanced_rows(1)
    number = NUMBERS["outcomes.granted"]
    wrong = [value + 5 if at in (0, TOTAL) else value for at, value in enumerate(figures[number])]
    seen = {0: (wrong[0] - 5, wrong[0])}
    assert not together({**figures, number: wrong}, {number: seen})[number].chosen
    other = NUMBERS["outcomes.partially_granted"]
    broken = [*figures[other][:TOTAL], figures[other][TOTAL] + 1]
    sound = {0: (figures[number][0], figures[number][0] + 5)}
    assert not together({**figures, other: broken}, {number: sound})[number].chosen


def test_too_many_cells_are_given_up() -> None:
    figures = [2**at for at in range(15)]
    seen = {at: (value, value + 1, value + 2) for at, value in enumerate(figures)}
    verdict = alone(figures, seen, compile_class(Disputes))
    assert values(verdict) == [None] * 15
