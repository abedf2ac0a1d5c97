from __future__ import annotations

import pytest

from adapters.text.read import blocks, shown, tables
from govinfo.blocks import Table

BOXES = """
   ┌──────────────────────┐
   │  第二十条第（一）项  │
   ├──────────┬─────┬─────┤
   │ 信息内容 │ 制  │ 废  │
   │          │ 发  │ 止  │
   ├──────────┼─────┴─────┤
   │ 规章     │ 3         │
   ├──────────┼─────┬─────┤
   │          │ 1   │ 2   │
   │ 许可     ├─────┼─────┤
   │          │     │ 4   │
   └──────────┴─────┴─────┘
"""
PLAIN = BOXES.translate(str.maketrans("─│┌┐└┘├┤┬┴┼", "-|+++++++++"))


def places(text: str) -> dict[str, tuple[int, int, int, int]]:
    (table,) = (block for block in blocks(text) if isinstance(block, Table))
    return {
        cell.text: (cell.row, cell.column, cell.rowspan, cell.colspan)
        for cell in table.cells
        if cell.text
    }


@pytest.mark.parametrize("text", [BOXES, PLAIN])
def test_lines_tell_what_a_cell_covers(text: str) -> None:
    assert places(text) == {
        "第二十条第（一）项": (0, 0, 1, 3),
        "信息内容": (1, 0, 1, 1),
        "制\n发": (1, 1, 1, 1),
        "废\n止": (1, 2, 1, 1),
        "规章": (2, 0, 1, 1),
        "3": (2, 1, 1, 2),
        "许可": (3, 0, 2, 1),
        "1": (3, 1, 1, 1),
        "2": (3, 2, 1, 1),
        "4": (4, 2, 1, 1),
    }


def test_bars_that_count_a_chinese_character_as_one_place() -> None:
    text = "+------+----+\n| 规章 | 3  |\n+------+----+\n| 许可 | 12 |\n+------+----+\n"
    assert tables(text) == [[["规章", "3"], ["许可", "12"]]]


def test_where_borders_part_no_rows_each_line_is_one() -> None:
    text = (
        "+------+-----+\n| 内容 | 数  |\n+------+-----+\n| 规章 | 3   |\n| 许可 | 12  |\n"
        "+------+-----+\n"
    )
    assert tables(text) == [[["内容", "数"], ["规章", "3"], ["许可", "12"]]]


def test_where_bars_stand_anywhere_the_cells_are_known_by_their_order() -> None:
    text = "+-----+----+\n| 规章 | 3 |\n+-----+----+\n| 行政许可 | 12 |\n+-----+----+\n"
    assert tables(text) == [[["规章", "3"], ["行政许可", "12"]]]


def test_a_figure_is_broken_only_where_the_columns_words_are_too() -> None:
    narrow = (
        "+----+-----+\n| 总 | 0   |\n| 计 |     |\n+----+-----+\n| 12 | 345 |\n"
        "| 0  |     |\n+----+-----+\n| 3  | 4   |\n+----+-----+\n"
    )
    assert tables(narrow) == [[["总\n计", "0"], ["120", "345"], ["3", "4"]]]
    stacked = (
        "+------+-----+\n| 总计 | 0   |\n+------+-----+\n| 50   | 34  |\n| 9    | 1   |\n"
        "+------+-----+\n"
    )
    assert "509" not in str(tables(stacked))


def test_cells_filled_up_with_blanks_stand_under_each_other_without_borders() -> None:
    text = (
        "|信息内容       |制发   |废止   |\n"
        "|规章           |3      |2      |\n"
        "|行政规范性文件 |14     |5      |\n"
        "|第二十条第（五）项            |\n"
        "|行政许可       |40            |\n"
    )
    assert places(text)["40"] == (4, 1, 1, 2)
    assert places(text)["第二十条第（五）项"] == (3, 0, 1, 3)


def test_a_figure_under_words_is_a_row_where_nothing_rules_the_rows() -> None:
    text = """
+----------+----------+
| 行政复议 | 行政诉讼 |
| 结果维持 | 结果纠正 |
| 0        | 7        |
+----------+----------+
"""
    assert tables(text) == [[["行政复议", "行政诉讼"], ["结果维持", "结果纠正"], ["0", "7"]]]


def test_a_whole_sheet_that_is_drawn_is_its_paragraphs_and_tables() -> None:
    text = """
+----+--------------+--------------+
|    | 年度报告     |   Unnamed: 1 |
|----+--------------+--------------|
|  0 | 一、总体情况 | nan          |
|  1 | 信息内容     | 制发         |
|  2 | 规章         | 3            |
+----+--------------+--------------+
"""
    assert shown(text) == ["年度报告", "一、总体情况", [["信息内容", "制发"], ["规章", "3"]]]
