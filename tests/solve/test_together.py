"""Readings that stand together are those of some choice that no sum denies."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.grammar.sums import Status, judged
from govinfo.solve.printed import SearchGivenUpError, Steps
from govinfo.solve.together import RowsSum, Values, standing

FEW = 100_000
FIGURES = st.tuples(*[st.one_of(st.none(), st.integers(0, 3))] * 2)
WAYS = st.lists(FIGURES, min_size=1, max_size=3, unique=True)
SUMS = (
    RowsSum((0, 1), (2,), (False, False), "="),
    RowsSum((2, 3), (4,), (False, False), "="),
    RowsSum((1,), (3,), (False, True), "<="),
)


def denied(one: RowsSum, values: dict[int, Values]) -> bool:
    sides = ([values[row] for row in side] for side in (one.left, one.right))
    left, right = (list(zip(*side, strict=True)) for side in sides)
    return any(
        judged(here, there, one.relation, one.lacking) is Status.BROKEN
        for here, there in zip(left, right, strict=True)
    )


@given(ways=st.lists(WAYS, min_size=5, max_size=5))
def test_they_are_those_that_trying_every_choice_finds(ways: list[list[Values]]) -> None:
    values = dict(enumerate(ways))
    rows = [row for row, found in values.items() if len(found) > 1]
    alive: dict[int, set[int]] = {row: set() for row in rows}
    for choice in product(*[range(len(found)) for found in ways]):
        chosen = {row: values[row][way] for row, way in enumerate(choice)}
        if not any(denied(one, chosen) for one in SUMS):
            for row in rows:
                alive[row].add(choice[row])
    if rows:
        found = standing(values, SUMS, rows, Steps(FEW))
        assert {row: set(those) for row, those in found.items()} == alive


def test_choices_that_no_sum_can_tell_apart_are_one() -> None:
    """A total of twenty rows, each of which ends blank and may have lost a zero before it."""
    parts = tuple(range(20))
    values: dict[int, list[Values]] = {
        row: [(0, 0, None), (None, 0, 0), (0, None, 0)] for row in parts
    }
    values[20] = [(0, 0, 0)]
    steps = Steps(FEW)
    one = RowsSum(parts, (20,), (False, False), "=")
    assert standing(values, [one], parts, steps) == {row: [0, 1, 2] for row in parts}
    assert FEW - steps.left < 20 * 3 * 8 * 3


def test_the_work_is_bounded() -> None:
    parts = tuple(range(20))
    values: dict[int, list[Values]] = {row: [(3**row,), (2 * 3**row,)] for row in parts}
    values[20] = [(1,)]
    with pytest.raises(SearchGivenUpError):
        standing(values, [RowsSum(parts, (20,), (False, False), "=")], parts, Steps(1_000))
