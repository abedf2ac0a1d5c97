"""Tables as converters of scanned pages and spreadsheets write them into a text."""

from __future__ import annotations

import pytest

import govinfo
from govinfo import Table


def tables(text: str) -> list[Table]:
    document = govinfo.read(text.encode(), format="text")
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_table_in_html_amid_markdown_keeps_its_spans() -> None:
    text = (
        "# 二、主动公开政府信息情况\n\n"
        "<html><body><table><tr><td colspan=3>第二十条第（一）项</td></tr>\n"
        "<tr><td rowspan=2>规章</td><td>1</td><td>$2$</td></tr><tr><td>3</td><td>4</td></tr>"
        "</table></body></html>\n\n后文。\n"
    )
    (table,) = tables(text)
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in table.cells][:2] == [
        ("第二十条第（一）项", 1, 3),
        ("规章", 2, 1),
    ]
    assert rows(table)[1:] == [["规章", "1", "2"], ["3", "4"]]
    anchor = table.cells[-1].anchor
    assert anchor is not None
    assert (anchor.line, anchor.table, anchor.row, anchor.column) == (3, 1, 3, 3)


@pytest.mark.parametrize(("printed", "text"), [("12$^{①}$", "12[①]"), ("12$^{2}$", "12[2]")])
def test_a_raised_number_does_not_run_into_the_figure(printed: str, text: str) -> None:
    (table,) = tables(f"<table><tr><td>规章</td><td>{printed}</td></tr></table>\n")
    assert rows(table) == [["规章", text]]


def test_a_table_of_which_the_markup_is_never_closed_costs_only_itself() -> None:
    assert len(tables("<table><tr><td>规章</td><td>1</td></tr>\n")) == 1


def test_pipes_without_outer_ones() -> None:
    (table,) = tables("信息内容 | 本年制发件数\n---|---\n规章 | 1\n行政规范性文件 | 2\n\n后文")
    assert rows(table) == [["信息内容", "本年制发件数"], ["规章", "1"], ["行政规范性文件", "2"]]


def test_a_pipe_in_a_sentence_draws_no_table() -> None:
    assert tables("来源：本局 | 作者：办公室\n一、总体情况\n") == []


def test_a_grid_table_with_cells_over_several_lines() -> None:
    text = (
        "+--------+--------+\n| 信息   | 本年收 |\n| 内容   | 费金额 |\n+========+========+\n"
        "| 行政事 | 96.6   |\n| 业性收 |        |\n| 费     |        |\n+--------+--------+\n"
    )
    (table,) = tables(text)
    assert rows(table) == [["信息\n内容", "本年收\n费金额"], ["行政事\n业性收\n费", "96.6"]]


def test_comma_separated_rows() -> None:
    (table,) = tables('信息内容,本年制发件数,备注\n规章,"1,234",\n行政规范性文件,2,无\n')
    assert rows(table)[1] == ["规章", "1,234", ""]


def test_commas_in_prose_draw_no_table() -> None:
    text = "2020年,我局认真工作,成效明显\n下一步,我局将加强培训,改进服务\n同时,完善制度,抓好落实\n"
    assert tables(text) == []
