from __future__ import annotations

import pytest

from adapters.text.read import shown, tables

ROWS = [["第二十条第（一）项"], ["信息内容", "制发", "废止"], ["规章", "", "2"], ["许可", "3", "4"]]


def test_a_tab_on_a_line_of_its_own_stands_between_cells() -> None:
    text = (
        "二、主动公开\n\n信息内容\n\n\t\n\n制发\n\n\t\n\n废止\n\n规章\n\n\t\n\n\t\n\n2\n\n"
        "许可\n\n\t\n\n3\n\n\t\n\n4\n\n三、收到和处理\n\n正文。\n"
    )
    assert shown(text) == ["二、主动公开", ROWS[1:], "三、收到和处理", "正文。"]


def test_a_tab_at_both_ends_of_a_cell_and_tabs_alone_between_rows() -> None:
    text = (
        "\t第二十条第（一）项\t\n\t\n\t\n\t信息内容\t\n\t制发\t\n\t废止\t\n\t\n\t\n"
        "\t规章\t\n\t\n\t2\t\n\t\n\t\n\t许可\t\n\t3\t\n\t4\t\n\t\n"
    )
    assert shown(text) == [ROWS]


def test_sentences_behind_a_tab_are_indented_and_no_cells() -> None:
    text = "云岭市\n\t年度报告\n\t\n\t本报告由六部分组成，数据截至年底。\n\t一、总体情况\n"
    assert tables(text) == []


def test_a_rows_last_cell_may_stand_on_the_next_line() -> None:
    text = "信息内容\t制发\t废止\n现行有效件数\n规章\t3\t2\t49\n"
    assert shown(text) == [[["信息内容", "制发", "废止", "现行有效件数"], ["规章", "3", "2", "49"]]]


def test_a_line_under_a_full_row_is_no_cell_of_it() -> None:
    assert shown("规章\t3\t2\n注\n许可\t4\t5\n")[1] == "注"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("行政许可,55", None),
        (
            "信息内容,本年处理决定数量\n行政许可,55",
            [["信息内容", "本年处理决定数量"], ["行政许可", "55"]],
        ),
        (
            "信息内容,上一年项目数量,本年增/减\n行政事业性收费,34,+39",
            [["信息内容", "上一年项目数量", "本年增/减"], ["行政事业性收费", "34", "+39"]],
        ),
        ("9,0,2,1,12", [["9", "0", "2", "1", "12"]]),
        ("规章 1,234 5,678\n规范性文件 2,345 6,789", None),
        ("规章 1,234\n规范性文件 2,345", None),
        ("本局重视,人员到位\n加强学习,改进作风", None),
        ("2022年,在市委领导下,我局重视公开,现将情况报告如下:", None),
        ("一是常态公开,全年9条,其中文件1条,数据8条", None),
    ],
)
def test_few_rows_parted_by_commas(text: str, cells: list[list[str]] | None) -> None:
    assert tables(text) == ([cells] if cells else [])
