"""Totals of rows that lost their blank cells: borne out by their row and by their column."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo import Requests
from govinfo.grammar.compile import compile_class
from govinfo.grammar.sums import row_sums
from govinfo.solve.printed import Printed, Token, values_of
from govinfo.solve.verdict import Verdict, solve
from layouts import balanced_rows

GRAMMAR = compile_class(Requests)
TOTAL = 6
Table = dict[int, list[int]]


def solved(rows: Table) -> dict[int, Verdict]:
    columns = GRAMMAR.rows[0].columns
    sums = row_sums(columns)
    return solve(
        GRAMMAR,
        {
            number: Printed(
                tuple(Token(at, str(value), value) for at, value in enumerate(row)),
                tuple(range(7)),
                sums,
            )
            for number, row in rows.items()
        },
    )


def total(verdict: Verdict) -> int | None:
    return values_of(verdict.cells)[TOTAL]


@given(seed=st.integers(0, 2**16))
def test_the_totals_of_rows_that_print_no_zero_are_told(seed: int) -> None:
    table = balanced_rows(seed)
    shown = {number: [value for value in row if value] for number, row in table.items()}
    for number, verdict in solved(shown).items():
        assert total(verdict) == (table[number][TOTAL] or None)


@given(seed=st.integers(0, 2**16))
def test_where_totals_are_lost_too_nothing_wrong_is_told(seed: int) -> None:
    chance, table = random.Random(seed), balanced_rows(seed)
    left = {
        number: [value for value in row if value and chance.random() > 0.2]
        for number, row in table.items()
    }
    for number, verdict in solved(left).items():
        for value, truth in zip(values_of(verdict.cells), table[number], strict=True):
            assert value in (None, truth)


TABLE = """某市公证处2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
申请人情况
自然人
商业企业
科研机构
社会公益组织
法律服务机构
其他
总计
一、本年新收政府信息公开申请数量
412
{}
1
{}
二、上年结转政府信息公开申请数量
7
7
三、本年度办理结果
（一）予以公开
203
9
（七）总计
391
{}
1
{}
四、结转下年度继续办理
{}
{}
"""


def read(*figures: int) -> govinfo.Report:
    return govinfo.parse(TABLE.format(*figures).encode())


def test_rows_without_a_total_stay_open_beside_those_that_have_one() -> None:
    report = read(11, 424, 11, 403, 28, 28)
    facts = report.facts
    paths = ("received", "carried_over", "outcomes.total", "carried_forward")
    totals = [facts[f"requests.{path}.total"].value for path in paths]
    assert totals == [424, 7, 403, 28]
    assert facts["requests.received.natural_person"].value is None
    assert facts["requests.outcomes.granted.total"].value is None
    told = {one.path for one in report.diagnostics}
    assert told.issuperset(f"requests.{path}" for path in (*paths, "outcomes.granted"))


@pytest.mark.parametrize(
    "figures",
    [
        (11, 425, 11, 403, 28, 28),
        (11, 424, 11, 403, 29, 29),
        (11, 424, 11, 403, 28, 27),
    ],
)
def test_ends_that_do_not_add_up_are_no_totals(figures: tuple[int, ...]) -> None:
    facts = read(*figures).facts
    assert facts["requests.received.total"].value is None
    assert facts["requests.outcomes.total.total"].value is None
