from __future__ import annotations

import pytest

from adapters.text.read import shown, tables
from govinfo.adapters.text.lines import lines_of
from govinfo.source import Limits

CELLS = (
    *(
        "云岭市水务局2023年政府信息公开工作年度报告",
        "一、总体情况",
        "三、收到申请情况（单位： 件）",
    ),
    *(part for number in range(20) for part in (f"第{number}行", "0", f"{number}")),
)


@pytest.mark.parametrize("sign", [" ", "\t", "|", " | ", ";", ",", "；", "#", "，", "。", "〓"])
def test_a_report_that_is_one_line_is_parted(sign: str) -> None:
    assert shown(sign.join(CELLS)) == [cell.replace(" ", "") for cell in CELLS] or shown(
        sign.join(CELLS)
    ) == [cell.replace(" ", "\u3000") if sign == " " else cell for cell in CELLS]


def test_a_sign_within_brackets_parts_no_label() -> None:
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    assert label in shown("，".join([*CELLS, label, "0"]))


def test_a_long_line_of_prose_is_one_line() -> None:
    text = "本年度 认真 落实 条例 要求，" * 40
    assert shown(text) == [text]


def test_a_row_far_apart_is_one_line() -> None:
    text = (" " * 9).join("0" * 15)
    assert shown(text) == [text]


@pytest.mark.parametrize("form", ["{}: {}", "{:>4}\t{}", "{}  {}", "{:>3} | {}"])
def test_numbers_before_all_lines_are_no_text(form: str) -> None:
    lines = [f"第{number}段" for number in range(12)]
    assert shown("\n".join(form.format(at, line) for at, line in enumerate(lines, 1))) == lines


def test_numbers_before_some_lines_are_text() -> None:
    assert shown("1. 属于国家秘密\n2. 其他\n规章") == ["1. 属于国家秘密", "2. 其他", "规章"]


def test_bullets_are_no_text() -> None:
    assert shown("- 四、行政复议\n- 25 4 19 7\n\n• 规章\n") == ["四、行政复议", "25 4 19 7", "规章"]


def test_a_dash_before_figures_is_a_sign_unless_words_have_one() -> None:
    assert shown("- 3 4\n- 5 6\n") == ["- 3 4", "- 5 6"]
    assert shown("规章\n- 3\n许可\n") == ["规章", "- 3", "许可"]


def test_quoted_rows_are_rows() -> None:
    assert shown("> | 规章 | 3 |\n> |---|---|\n> | 许可 | 4 |\n") == [
        [["规章", "3"], ["许可", "4"]]
    ]


def test_numbers_before_rows_leave_their_columns_below_each_other() -> None:
    rows = ["规章", *(f"      {at * 5 % 7:>3}      {at:>3}" for at in range(12))]
    numbered = "\n".join(f"{at:4d}  {row}" for at, row in enumerate(rows, 1))
    assert shown(numbered) == shown("\n".join(rows))


def test_a_bullet_before_lines_and_before_nothing_is_no_text() -> None:
    lines = [f"第{number}段" for number in range(6)]
    assert shown("".join(f"- {line}\n- \n" for line in lines)) == lines


def test_a_drawn_row_of_many_cells_is_no_report_on_one_line() -> None:
    row = "| " + " | ".join(["0" + " " * 7] * 16) + " |"
    assert tables(f"{row}\n{row}\n") == [[["0"] * 16] * 2]


def test_rows_with_a_blank_line_between_every_two_are_one_table_dashes_close_or_not() -> None:
    rows = "\n".join(f"规章 | {at} | {at} |\n" for at in range(12))
    close = rows.replace("0 |\n", "0 |\n---|---|---|\n", 1)
    assert tables(rows) == tables(close) == [[["规章", str(at), str(at)] for at in range(12)]]


def test_two_tabs_between_all_cells_are_one() -> None:
    text = "".join(f"规章\t\t{at}\t\t \t\t{at}\n" for at in range(6))
    assert tables(text) == [[["规章", str(at), "", str(at)] for at in range(6)]]


HEADINGS = ("一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况")


@pytest.mark.parametrize(("before", "after"), [("", ""), ("| ", " |"), ("", " | " + "|" * 300)])
@pytest.mark.parametrize("parted", [" ", "\u3000", "  "])
def test_a_report_without_tables_that_is_all_one_line_is_parted_at_its_headings(
    parted: str, before: str, after: str
) -> None:
    texts = ["今年公开信息 20 条，都在网站上。", "没有变化。", "公开得不够，还要改。" * 10]
    pairs = [text for pair in zip(HEADINGS, texts, strict=True) for text in pair]
    title = "某县水务局2021年政府信息公开工作年度报告"
    line = parted.join([title, "发布时间：2022-01-18", *pairs])
    assert shown(f"{before}{line}{after}") == [
        *(title, "发布时间：2022-01-18"),
        *pairs,
    ]


def test_a_long_line_that_names_a_heading_or_two_is_left_whole() -> None:
    line = f"见 {HEADINGS[0]} 与 {HEADINGS[1]} 两部分，" + "其余从略。" * 20
    assert shown(line) == [line]


@pytest.mark.parametrize(("before", "after"), [("| ", " |"), ("", " | " + "|" * 300)])
def test_a_report_that_is_one_cell_of_a_table_is_parted(before: str, after: str) -> None:
    line = " ".join(cell.replace(" ", "") for cell in CELLS)
    assert shown(f"首页 | {'|' * 300}\n{before}{line}{after}") == shown(
        f"首页 | {'|' * 300}\n{line}"
    )


def test_a_tab_before_every_line_is_an_indent_where_sentences_have_it() -> None:
    cells = ["\t规章", "\t3", "\t0"] * 4
    assert [row.text for row in lines_of("\n".join(cells), Limits())] == cells
    whole = "\n".join([*cells, "\t本局依法公开信息。"])
    assert [row.text for row in lines_of(whole, Limits())] == whole.replace("\t", "").split("\n")


def test_tabs_before_texts_alone_are_the_indentation_of_a_page() -> None:
    cells = ["规章", "3", "", "0"] * 4
    source = "\n".join(f"\t\t\t{cell}\n\t\t" for cell in cells)
    assert [row.text for row in lines_of(source, Limits())] == [
        line for cell in cells for line in (cell, "")
    ]
    nodes = "\n\t\t\t\n".join(cells)
    assert [row.text for row in lines_of(nodes, Limits())] == nodes.replace("\t", "").split("\n")


@pytest.mark.parametrize("row", ["\t\t规章\t3\t0", "\t规章\t\n\t\t"])
def test_tabs_behind_texts_part_cells(row: str) -> None:
    rows = "\n".join([row] * 12)
    assert [line.text for line in lines_of(rows, Limits())] == rows.split("\n")


def test_a_drawn_bar_is_a_bar_where_nothing_else_is_drawn() -> None:
    assert [row.text for row in lines_of("规章│3│0", Limits())] == ["规章|3|0"]
    drawn = "┌────┬─┐\n│规章│3│"
    assert [row.text for row in lines_of(drawn, Limits())] == drawn.split("\n")


def test_blanks_with_which_every_line_ends_are_no_part_of_it() -> None:
    lines = [f"规章{at}  " for at in range(12)]
    assert [row.text for row in lines_of("\n".join(lines), Limits())] == [
        line.rstrip() for line in lines
    ]
    some = [*lines, "规范性文件"]
    assert [row.text for row in lines_of("\n".join(some), Limits())] == some
