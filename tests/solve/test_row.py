"""The readings of one row: what its print can have come from, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo import Disputes, Proactive2019, Requests
from govinfo.grammar.compile import ColumnSet, compile_class
from govinfo.grammar.sums import row_sums
from govinfo.solve.printed import ColumnRange, Printed, Steps, Token, values_of
from govinfo.solve.row import RowReadings, readings
from govinfo.solve.verdict import Verdict, solve_row

APPLICANTS = compile_class(Requests).rows[0].columns
RESULTS = compile_class(Disputes).rows[0].columns
DISCLOSED = compile_class(Proactive2019).rows[0].columns
MANY = 10**6
FOURTEEN = "25 4 19 7 55 5 3 2 10 13 2 6 2 23"
SHIFTED = "43 4 16 13 76 8 2 5 1 16 6 1 3 2"


def row(
    texts: Sequence[str],
    columns: ColumnSet = APPLICANTS,
    *,
    glued: str = "",
    placed: bool = False,
    loose: int = 0,
    spans: Sequence[ColumnRange | None] = (),
    strays: bool = False,
) -> Printed:
    """A row as printed; a blank text is a blank cell."""
    tokens = tuple(
        Token(at, text, int(text) if text else None, blank=not text, span=span)
        for at, (text, span) in enumerate(zip(texts, spans or [None] * len(texts), strict=True))
    )
    order, sums = tuple(range(len(columns))), row_sums(columns)
    return Printed(tokens, order, sums, glued, placed, loose, strays=strays)


def read(printed: Printed) -> RowReadings:
    return readings(printed, Steps(MANY))


def values(verdict: Verdict) -> list[int | None]:
    return list(values_of(verdict.cells))


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["000000", "0"], [0, 0, 0, 0, 0, 0, 0]),
        (["0000000"], [0, 0, 0, 0, 0, 0, 0]),
        (["1200003", "15"], [12, 0, 0, 0, 0, 3, 15]),
        (["6", "2", "0000", "8"], [6, 2, 0, 0, 0, 0, 8]),
        (["0", "0", "0", "0", "0", "0"], [0, 0, 0, 0, 0, 0, 0]),
        (["9", "9", "9", "9", "9", "9", "1"], [9, 9, 9, 9, 9, 9, 1]),
    ],
)
def test_what_a_row_says_by_itself(texts: list[str], numbers: list[int]) -> None:
    verdict = solve_row(row(texts))
    assert values(verdict) == numbers
    assert verdict.told


@pytest.mark.parametrize(
    "texts",
    [
        ["6", "0", "0", "0", "0", "39"],  # a 33 was lost, or 3 and 9 ran together
        ["1111000", "13"],  # 11 1 1, 1 11 1 or 1 1 11
        ["000000", "1"],  # adds up in no way
        ["0", "0", "0", "0", "0", "0", "0", "0"],  # more numbers than columns
        ["10", "0", "5", "123", "140"],  # two cells are lost: 10 0 5 1 23 1 40 would be invented
    ],
)
def test_nothing_is_told_where_readings_differ(texts: list[str]) -> None:
    verdict = solve_row(row(texts))
    assert not verdict.told
    assert values(verdict) == [None] * 7


def test_a_group_that_lost_nothing_is_read_beside_one_that_did() -> None:
    """Of section 4 the middle group has lost a cell."""
    verdict = solve_row(
        row(["25", "4", "19", "7", "55", "5", "3", "2", "10", "13", "2", "6", "2", "23"], RESULTS)
    )
    assert values(verdict)[:5] == [25, 4, 19, 7, 55]
    assert values(verdict)[10:] == [13, 2, 6, 2, 23]
    assert verdict.open <= set(range(5, 10))
    assert verdict.open


def test_the_first_figure_may_stand_at_the_end_of_the_label() -> None:
    verdict = solve_row(row(["17", "0", "0", "6", "1", "226"], glued="202"))
    assert values(verdict) == [202, 17, 0, 0, 6, 1, 226]


def test_without_sums_only_digits_that_cannot_be_one_number_are_cut() -> None:
    assert values(solve_row(row(["000"], DISCLOSED))) == [0, 0, 0]
    assert not solve_row(row(["00"], DISCLOSED)).told  # the lost one may be that between them
    assert not solve_row(row(["123"], DISCLOSED)).told
    assert not solve_row(row(["0", "12"], DISCLOSED)).told
    assert not solve_row(row(["4", "07"], DISCLOSED)).told  # or 407, set apart
    assert not solve_row(row(["4", "07", "12", "0"], DISCLOSED, strays=True)).told


def test_a_figure_over_two_columns_is_in_neither_and_the_others_stay() -> None:
    spans = [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7)]
    verdict = solve_row(row(["5", "0", "0", "0", "3", "8"], spans=spans))
    assert values(verdict) == [None, None, 0, 0, 0, 3, 8]
    assert verdict.open == {0, 1}


def test_a_figure_on_a_line_of_its_own_has_no_place_without_a_sum() -> None:
    assert not solve_row(row(["984", "4185", "564"], DISCLOSED, loose=1)).told
    assert values(solve_row(row(["5", "0", "1", "0", "0", "2", "8"], loose=1))) == [
        5,
        0,
        1,
        0,
        0,
        2,
        8,
    ]


def test_as_many_digits_at_a_label_as_columns_are_the_rows_figures_where_others_confirm_them() -> (
    None
):
    found = read(row([], glued="270020130"))
    assert (27, 0, 0, 2, 0, 1, 30) in [values_of(way) for way in found.ways]
    assert all(None not in values_of(way) for way in found.ways)
    assert found.doubtful
    assert not read(row([], glued="2024")).many


def test_zeros_at_a_label_are_figures_without_a_sum_where_each_column_has_one() -> None:
    assert values(solve_row(row([], DISCLOSED, glued="000"))) == [0, 0, 0]
    for other in ("00", "0000", "120", "003"):
        assert values(solve_row(row([], DISCLOSED, glued=other))) == [None] * 3


def test_beside_other_columns_as_many_cells_as_columns_are_what_sums_bear_out() -> None:
    whole = ["5", "0", "1", "0", "0", "2", "8"]
    assert values(solve_row(row(whole, strays=True))) == [5, 0, 1, 0, 0, 2, 8]
    assert not solve_row(row(["98", "69", "25"], DISCLOSED, strays=True)).told
    lost = read(row(["5", "1", "0", "0", "2", "8", "31"], strays=True))
    assert (5, None, 1, 0, 0, 2, 8) in [values_of(way) for way in lost.ways]
    assert not solve_row(row(["5", "1", "0", "0", "2", "8", "31"], strays=True)).told


def test_a_row_of_a_grid_stands_as_printed_though_it_may_have_moved() -> None:
    verdict = solve_row(row(["1", "2", "0", "0", "3", "6", ""], placed=True))
    assert values(verdict) == [1, 2, 0, 0, 3, 6, None]
    assert verdict.moved


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["", "98", "69", "25", "12", "4", "220"], id="the label covers the first"),
        pytest.param(["11", "12", "13", "14", "", "", ""], id="three are lost, the total too"),
        pytest.param(["174", "9", "00", "3", "1", "2", "189"], id="two zeros in one cell"),
        pytest.param(["1097988", "", "", "45", "40", "67", "428"], id="three columns in one"),
    ],
)
def test_a_row_of_a_grid_is_in_doubt_where_its_cells_may_have_moved(texts: list[str]) -> None:
    verdict = solve_row(row(texts, placed=True))
    assert verdict.moved
    assert not verdict.confirmed


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["", "5", "", "", "", "", "5"], id="blanks are zeros"),
        pytest.param(["0", "0", "0", "", "", "", ""], id="zeros at the front"),
        pytest.param(["", "", "", "", "", "", "5"], id="only the total is given"),
        pytest.param(["", "", "", "", "", "", ""], id="all blank"),
        pytest.param(["3", "2", "0", "0", "0", "0", "6"], id="a sum that is printed wrong"),
    ],
)
def test_a_row_of_a_grid_that_tells_of_no_damage_is_in_no_doubt(texts: list[str]) -> None:
    assert not solve_row(row(texts, placed=True)).moved


def test_digits_of_a_merged_cell_are_those_of_the_columns_that_it_covers() -> None:
    """109, 79 and 88, and the sum says so; what is printed stands unless other rows deny it."""
    found = read(row(["1097988", "", "", "45", "40", "67", "428"], placed=True))
    assert values_of(found.ways[0])[0] == 1097988
    assert [109, 79, 88, 45, 40, 67, 428] in [list(values_of(way)) for way in found.ways]


def test_digits_beside_a_blank_cell_may_be_two_numbers_that_stand_close() -> None:
    """7 and 1, which a page prints without a gap; so the group of 8 adds up."""
    printed = [*["0", "1", "0", "0", "1"], *["0"] * 5, *["0", "", "71", "0", "8"]]
    found = read(row(printed, RESULTS, placed=True))
    assert found.moved
    assert [0, 7, 1, 0, 8] in [list(values_of(way))[10:] for way in found.ways]


def test_several_sums_that_fail_as_printed_are_no_accident() -> None:
    texts = ["", *["43", "4", "16", "13", "76", "8", "2", "5", "1", "16", "6", "1", "3", "2"]]
    verdict = solve_row(row(texts, RESULTS, placed=True))
    assert values(verdict)[:10] == [43, 4, 16, 13, 76, 8, 2, 5, 1, 16]


def test_a_search_without_end_is_given_up() -> None:
    found = read(row(["1" * 19] * 3, RESULTS))
    assert found.many
    assert found.ways == ()


FIGURES = st.lists(st.sampled_from([0, 0, 0, 1, 2, 11, 30, 128]), min_size=6, max_size=6)


@given(FIGURES, st.data())
def test_the_true_reading_is_always_among_those_that_a_damage_admits(
    addends: list[int], data: st.DataObject
) -> None:
    truth = [*addends, sum(addends)]
    shown = list(map(str, truth))
    kind = data.draw(st.sampled_from(["lost", "together", "both"]))
    true: list[int | None] = list(truth)
    if kind != "together":
        at = data.draw(st.integers(0, 6))
        true[at] = None
        shown[at] = ""
    if kind != "lost":
        at = data.draw(st.integers(0, 5))
        shown[at : at + 2] = [shown[at] + shown[at + 1]]
    printed = row([text for text in shown if text])
    found = read(printed)
    told = {values_of(way) for way in found.ways}
    zeros = not any(truth)
    assert tuple(true) in told or (zeros and told == {(0,) * 7}) or found.many
