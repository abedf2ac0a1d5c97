from __future__ import annotations

import pytest

from adapters.text.read import tables

ROWS = [["信息内容", "制发", "废止"], ["规章", "3", ""], ["许可", "", "4"]]


@pytest.mark.parametrize(
    "text",
    [
        (
            "  信息内容   制发   废止\n  ---------- ------ ------\n  规章       3      \n"
            "  许可              4\n\n正文"
        ),
        (
            "========== ====== ======\n信息内容   制发   废止\n========== ====== ======\n"
            "规章       3      \n许可              4\n========== ====== ======\n\n正文"
        ),
        (
            "  ------------------------\n  信息内容   制发   废止\n  ---------- ------ ------\n"
            "  规章       3      \n\n  许可              4\n  ------------------------\n\n正文"
        ),
        (
            "  ---------- ------ ------\n  信息内容   制发   废止\n\n  规章       3      \n\n"
            "  许可              4\n  ---------- ------ ------\n\n正文"
        ),
    ],
)
def test_a_line_of_dashes_tells_the_columns(text: str) -> None:
    assert tables(text) == [ROWS]


def test_a_row_may_run_over_several_lines() -> None:
    text = (
        "  ------------------\n  内容       数量\n  ---------- -------\n  行政规范   3\n"
        "  性文件\n\n"
        "  许可       4\n  ------------------\n"
    )
    assert tables(text) == [[["内容", "数量"], ["行政规范\n性文件", "3"], ["许可", "4"]]]


def test_a_line_under_a_title_draws_no_table() -> None:
    assert tables("总体情况\n--------\n正文\n") == []


def test_two_dashes_side_by_side_are_signs_for_nothing_and_no_rule() -> None:
    text = (
        "一、主动公开情况\n            --  -- \n            --  -- \n规章制发总数\n"
        "            件\n             6\n"
    )
    assert tables(text) == []


@pytest.mark.parametrize(
    "row", ["许可及其他事项的数量 12 7", "许可       12     7     8", "许可   1306 4"]
)
def test_rows_that_run_over_the_dashes_make_no_table(row: str) -> None:
    text = f"内容       制发   废止\n---------- ------ ------\n规章       3      4\n{row}\n"
    assert tables(text) == []
