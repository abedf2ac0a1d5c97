"""The rows of a table together: sums between them deny readings, and confirm what is left."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo import Requests
from govinfo.grammar.compile import compile_class
from govinfo.grammar.sums import row_sums, table_sums
from govinfo.solve.printed import Printed, Token, values_of
from govinfo.solve.table import relations
from govinfo.solve.verdict import Verdict, solve
from layouts import balanced_rows

GRAMMAR = compile_class(Requests)
NUMBERS = {row.path: number for number, row in enumerate(GRAMMAR.rows)}
Table = dict[int, list[int]]


def printed(texts: list[str]) -> Printed:
    columns = GRAMMAR.rows[0].columns
    tokens = tuple(Token(at, text, int(text)) for at, text in enumerate(texts))
    return Printed(tokens, tuple(range(7)), row_sums(columns))


def solved(table: Table, damaged: dict[int, list[str]]) -> dict[int, Verdict]:
    rows = {number: printed(list(map(str, values))) for number, values in table.items()}
    return solve(GRAMMAR, rows | {number: printed(texts) for number, texts in damaged.items()})


def lost(chance: random.Random, texts: list[str]) -> list[str]:
    return [text for text in texts if chance.random() > 0.3]


def together(chance: random.Random, texts: list[str]) -> list[str]:
    at = chance.randrange(len(texts) - 1)
    return [*texts[:at], texts[at] + texts[at + 1], *texts[at + 2 :]]


@pytest.mark.parametrize("damage", [lost, together])
@given(seed=st.integers(0, 2**16))
def test_what_is_placed_in_a_sound_table_is_true(damage: object, seed: int) -> None:
    assert callable(damage)
    chance = random.Random(seed)
    table = balanced_rows(seed)
    number = chance.choice(list(table))
    texts = damage(chance, list(map(str, table[number])))
    verdict = solved(table, {number: texts})[number]
    for value, truth in zip(values_of(verdict.cells), table[number], strict=True):
        assert value in (None, truth)
    assert verdict.damaged or len(texts) == 7


@given(seed=st.integers(0, 2**16))
def test_digits_that_ran_together_are_told_apart_by_the_table(seed: int) -> None:
    chance = random.Random(seed)
    table = balanced_rows(seed)
    number = chance.choice(list(table))
    texts = together(chance, list(map(str, table[number])))
    verdict = solved(table, {number: texts})[number]
    assert list(values_of(verdict.cells)) == table[number]


@pytest.mark.parametrize("seed", range(4))
def test_long_figures_that_ran_together_are_what_the_other_rows_leave(seed: int) -> None:
    """As a text of a page has them that leaves no blank between columns: 1241186950021059."""
    table = {
        number: [1117 * value for value in values] for number, values in balanced_rows(seed).items()
    }
    number = NUMBERS["outcomes.total"]
    texts = [str(value) for value in table[number]]
    run = [texts[0], "".join(texts[1:5]), "".join(texts[5:])]
    assert list(values_of(solved(table, {number: run})[number].cells)) == table[number]


def test_a_misprint_elsewhere_is_no_evidence() -> None:
    table = balanced_rows(3)
    granted = NUMBERS["outcomes.granted"]
    table[NUMBERS["outcomes.total"]][6] += 1
    texts = [str(value) for at, value in enumerate(table[granted]) if at != 2]
    verdict = solved(table, {granted: texts})[granted]
    if any(table[granted]):
        assert set(verdict.cells) == {None}
    assert not verdict.confirmed


def test_the_row_of_a_group_is_left_out_where_its_rows_are_printed() -> None:
    rows = dict.fromkeys(range(len(GRAMMAR.rows)))
    own = NUMBERS["outcomes.other.total"]
    assert all(own not in one.rows for one in relations(GRAMMAR, rows))
    inner = {NUMBERS[path] for path in NUMBERS if path.startswith("outcomes.other.")} - {own}
    kept = {number: None for number in rows if number not in inner}
    assert any(own in one.rows for one in relations(GRAMMAR, kept))


def test_a_sum_of_which_a_row_is_lost_lacks_something() -> None:
    rows = dict.fromkeys(range(1, len(GRAMMAR.rows)))
    balance = next(one for one in relations(GRAMMAR, rows) if NUMBERS["carried_over"] in one.rows)
    assert balance.lacking == (True, False)
    assert len(table_sums(GRAMMAR)) == 2


@pytest.mark.parametrize(
    ("misprinted", "open_row"),
    [("outcomes.granted", "received"), ("received", "outcomes.granted")],
)
def test_a_row_that_one_sum_leaves_no_reading_is_not_asked_by_another(
    misprinted: str, open_row: str
) -> None:
    # Substrings that are printed twice were taken out: a total lost cells, so did a row beside it.
    table = balanced_rows(3)
    table[NUMBERS[misprinted]][6] += 1000
    table[NUMBERS[misprinted]][0] += 1000
    short = [NUMBERS["outcomes.total"], NUMBERS[open_row]]
    verdicts = solved(table, {number: list(map(str, table[number]))[1:] for number in short})
    assert all(set(verdicts[number].cells) == {None} for number in short)
