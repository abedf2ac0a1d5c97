"""A sum is judged in one way, wherever it is judged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.grammar.compile import compile_class
from govinfo.grammar.equations import equations
from govinfo.grammar.sums import RowSum, Status, denied, holds, judged, row_sums, table_sums
from govinfo.template.editions import tables
from govinfo.template.requests import Requests

FIGURES = st.lists(st.none() | st.integers(0, 4), min_size=2, max_size=6)


@given(FIGURES)
def test_the_search_for_a_row_judges_as_the_checks_do(figures: list[int | None]) -> None:
    total = len(figures) - 1
    sums = (RowSum(total, tuple(range(total))),)
    status = judged(figures[:total], figures[total:])
    assert denied(figures, sums) is (status is Status.BROKEN)
    assert holds(figures, sums) is (status is Status.HOLDS)


@given(FIGURES, FIGURES)
def test_what_is_lacking_is_as_what_is_blank(
    left: list[int | None], right: list[int | None]
) -> None:
    for relation in ("=", "<="):
        lacking = judged(left, right, relation, (True, False))
        assert lacking is judged([*left, None], right, relation)


def test_a_part_may_be_smaller_than_the_whole() -> None:
    assert judged([2], [3], "<=") is Status.HOLDS
    assert judged([4], [3], "<=") is Status.BROKEN


def test_every_declared_sum_is_told_cell_by_cell() -> None:
    for cls in tables():
        grammar = compile_class(cls)
        rows = sum(len(row_sums(row.columns)) for row in grammar.rows)
        between = sum(len(grammar.rows[one.left[0]].columns) for one in table_sums(grammar))
        assert len(equations(grammar)) == rows + between
    assert len(equations(compile_class(Requests))) == 26 + 7 + 7  # both forms of （六）其他处理
