from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo import Disputes, Proactive2019, Requests
from govinfo.grammar.compile import ColumnSet, compile_class
from govinfo.grammar.placement import adds_up, split

APPLICANTS = compile_class(Requests).rows[0].columns
RESULTS = compile_class(Disputes).rows[0].columns
DISCLOSED = compile_class(Proactive2019).rows[0].columns


def cuts(text: str, n: int) -> list[tuple[int, ...]]:
    """Every way to cut digits into n numbers without leading zeros: the search in plain words."""
    found = []
    for at in combinations(range(1, len(text)), n - 1):
        parts = [text[i:j] for i, j in zip((0, *at), (*at, len(text)), strict=True)]
        if all(part == "0" or part[0] != "0" for part in parts):
            found.append(tuple(map(int, parts)))
    return found


def solutions(tokens: list[str], columns: ColumnSet) -> list[tuple[int, ...]]:
    n = len(columns)
    found = set()
    for sizes in product(range(1, n + 1), repeat=len(tokens)):
        if sum(sizes) == n:
            for parts in product(*(cuts(t, k) for t, k in zip(tokens, sizes, strict=True))):
                values = tuple(value for part in parts for value in part)
                if adds_up(values, columns):
                    found.add(values)
    return sorted(found)


@pytest.mark.parametrize(
    ("tokens", "numbers"),
    [
        (["000000", "0"], (0, 0, 0, 0, 0, 0, 0)),
        (["0000000"], (0, 0, 0, 0, 0, 0, 0)),
        (["1200003", "15"], (12, 0, 0, 0, 0, 3, 15)),
        (["6", "2", "0000", "8"], (6, 2, 0, 0, 0, 0, 8)),
        (["620000", "8"], (6, 2, 0, 0, 0, 0, 8)),
    ],
)
def test_the_one_reading_that_adds_up_is_found(tokens: list[str], numbers: tuple[int, ...]) -> None:
    assert split(tokens, APPLICANTS) == numbers


@pytest.mark.parametrize(
    "tokens",
    [
        ["1111000", "13"],  # 11 1 1, 1 11 1 or 1 1 11
        ["000000", "1"],  # adds up in no way
        ["12", "3", "15"],  # too few digits for seven columns
        ["0", "0", "0", "0", "0", "0", "0", "0"],  # more numbers than columns
    ],
)
def test_nothing_is_found_where_none_or_several_add_up(tokens: list[str]) -> None:
    assert split(tokens, APPLICANTS) is None


def test_without_a_sum_only_digits_that_cannot_be_one_number_are_cut() -> None:
    assert split(["000"], DISCLOSED) == (0, 0, 0)
    assert split(["123"], DISCLOSED) is None
    assert split(["0", "12"], DISCLOSED) is None


def test_ten_zeros_for_fifteen_columns_are_not_placed() -> None:
    assert split(["0"] * 10, RESULTS) is None


def test_a_search_without_end_is_given_up() -> None:
    assert split(["1" * 60], RESULTS) is None


@given(st.data())
def test_what_is_found_is_the_only_reading_there_is(data: st.DataObject) -> None:
    addends = data.draw(st.lists(st.sampled_from([0, 0, 0, 1, 2, 11, 30]), min_size=6, max_size=6))
    values = [*addends, sum(addends)]
    at = sorted(data.draw(st.sets(st.integers(1, 6), max_size=4)))
    bounds = zip((0, *at), (*at, 7), strict=True)
    runs = [values[i:j] for i, j in bounds]
    tokens = ["".join(map(str, run)) for run in runs]
    found = solutions(tokens, APPLICANTS)
    assert tuple(values) in found
    # Several figures printed apart are not cut at will: one run is, or every token is one.
    glued = sum(len(run) > 1 for run in runs)
    whole = len(found) == 1 and (glued <= 1 or glued == len(runs))
    assert split(tokens, APPLICANTS) == (found[0] if whole else None)


def test_figures_printed_apart_are_not_torn() -> None:
    """Two cells of the row are lost: 10 0 5 1 23 1 40 would add up, and would be invented."""
    assert split(["10", "0", "5", "123", "140"], APPLICANTS) is None


def test_a_row_adds_up_where_every_sum_does() -> None:
    assert adds_up((1, 2, 0, 0, 3, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4), RESULTS)
    assert not adds_up((1, 2, 0, 0, 3, 0, 0, 0, 0, 1, 4, 0, 0, 0, 4), RESULTS)
