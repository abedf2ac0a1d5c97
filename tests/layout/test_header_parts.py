"""Headers that do not name all columns: what is not printed, or another's, has no figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import govinfo
from govinfo import Report

HEAD = "某市粮食局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
FIRST = [
    ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
    ["规章", "1", "2", "3"],
    ["规范性文件", "4", "5", "6"],
    ["第二十条第（五）项"],
]
NAMES = ("previous_items", "change", "decisions")

Drawn = Callable[[list[list[str]]], str]


def _barred(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join([*row, *[''] * (4 - len(row))])} |" for row in rows)


def _cell_a_line(rows: list[list[str]]) -> str:
    return "\n\n".join(cell for row in rows for cell in row)


def read(rows: list[list[str]], drawn: Drawn) -> Report:
    return govinfo.parse(f"{HEAD}\n{drawn([*FIRST, *rows])}".encode(), format="text")


def row(report: Report, name: str) -> tuple[object, ...]:
    return tuple(report.facts[f"proactive.{name}.{column}"].value for column in NAMES)


def told(report: Report) -> set[str]:
    return {one.path for one in report.diagnostics}


@pytest.mark.parametrize(
    ("header", "figures", "values"),
    [
        (["处理决定数量"], ["117"], (None, None, 117)),
        (["上一年项目数量", "处理决定数量"], ["4", "142"], (4, None, 142)),
        (["上一年项目数量", "本年增/减"], ["4", "-2"], (4, -2, None)),
        (["处理决定数量", "上一年项目数量"], ["142", "4"], (4, None, 142)),
    ],
)
def test_a_grid_s_figures_are_of_the_columns_that_its_header_names(
    header: list[str], figures: list[str], values: tuple[int | None, ...]
) -> None:
    """Districts fill in the blocks of 2021 below a first one of 2019: 处理决定数量 alone."""
    name = ["信息内容", *header]
    rows = [name, ["行政许可", *figures], ["第二十条第（六）项"], name, ["行政处罚", *figures]]
    report = read([*rows, ["行政强制", *figures]], _barred)
    for path in ("licensing", "penalties", "compulsion"):
        assert row(report, path) == values
        assert f"proactive.{path}" in told(report)


@pytest.mark.parametrize("figures", [["4", "1", "142"], ["4", "", "142"], ["", "4", "142"]])
def test_a_figure_beside_the_labels_may_be_of_any_column(figures: list[str]) -> None:
    rows = [["信息内容", "上一年项目数量", "处理决定数量"], ["行政许可", *figures]]
    report = read(rows, _barred)
    assert row(report, "licensing") == (None, None, None) or "proactive.licensing" in told(report)


@pytest.mark.parametrize("drawn", [_barred, _cell_a_line])
@pytest.mark.parametrize("label", ["本年数量", "备注", "上年底数"])
def test_under_another_label_at_a_column_s_place_stands_no_figure_of_it(
    label: str, drawn: Drawn
) -> None:
    """A town's report of 2019 has 本年数量 for 本年增/减: what is under it is no change."""
    header = ["信息内容", "上一年项目数量", label, "处理决定数量"]
    rows = [header, ["行政许可", "7", "9", "123"], ["其他对外管理服务事项", "1", "2", "3"]]
    report = read(rows, drawn)
    assert row(report, "licensing") == (7, None, 123)
    assert row(report, "other_services") == (1, None, 3)
    assert {"proactive.licensing", "proactive.other_services"} <= told(report)


def test_a_row_of_fewer_cells_than_labels_is_sure_of_none() -> None:
    header = ["信息内容", "上一年项目数量", "本年数量", "处理决定数量"]
    report = read([header, ["行政许可", "7", "123"]], _cell_a_line)
    assert "proactive.licensing" in told(report) or "proactive" in told(report)


@pytest.mark.parametrize("drawn", [_barred, _cell_a_line])
def test_a_damaged_label_at_its_place_is_its_column_s(drawn: Drawn) -> None:
    header = ["信息内容", "上一年项目数", "本年增减数", "处理决定数量"]
    report = read([header, ["行政许可", "7", "-9", "123"]], drawn)
    assert row(report, "licensing") == (7, -9, 123)


HEADER = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
FIRST_PART = [HEADER[:3], ["规章", "", "2"], ["行政规范性文件", "3", "4"]]
LAST_PART = [[HEADER[0], HEADER[3]], ["规章", "15"], ["行政规范性文件", "16"]]


def in_parts(between: str, *tables: list[list[str]]) -> Report:
    cells = (
        "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        for rows in tables
    )
    page = between.join(f"<table>{rows}</table>" for rows in cells)
    title = "<h1>某市粮食局2022年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2>"
    return govinfo.parse(f"<html><body>{title}{page}</body></html>".encode(), format="html")


def issued(report: Report, name: str) -> tuple[object, ...]:
    columns = ("issued", "repealed", "in_force")
    return tuple(report.facts[f"proactive.{name}.{column}"].value for column in columns)


def test_a_row_is_put_together_from_tables_whose_headers_name_a_part_each() -> None:
    report = in_parts("", FIRST_PART, LAST_PART)
    assert issued(report, "rules") == (None, 2, 15)
    assert issued(report, "normative_documents") == (3, 4, 16)


@pytest.mark.parametrize("between", ["<p>2021年</p>", "<p>局属事业单位</p>"])
def test_a_part_under_a_line_of_its_own_may_be_another_s(between: str) -> None:
    report = in_parts(between, FIRST_PART, LAST_PART)
    assert None in issued(report, "normative_documents")
    assert "proactive.normative_documents" in told(report)


def test_a_whole_table_is_read_before_a_part_of_it() -> None:
    whole = [HEADER, ["规章", "1", "2", "15"], ["行政规范性文件", "3", "4", "16"]]
    report = in_parts("<p>另附</p>", [row[:3] for row in whole], whole)
    assert issued(report, "rules") == (1, 2, 15)
    assert "GI112" not in {one.code for one in report.diagnostics}


@pytest.mark.parametrize(
    ("header", "figures"),
    [
        (["处理决定数量", "备注"], ["201", "3"]),
        (["处理决定数量"], ["201", "5"]),
        (["上年处理决定数量", "处理决定数量"], ["201", "5"]),
        (["本年增/减", "", "处理决定数量"], ["2", "1", "5"]),
    ],
)
def test_no_row_is_read_against_the_labels_nearest_over_it(
    header: list[str], figures: list[str]
) -> None:
    """Too few of them to be a header: the one of the block before said 201 is 上一年项目数量."""
    before = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"]
    rows = [before, ["行政许可", "7", "9", "123"], ["第二十条第（六）项"]]
    report = read([*rows, ["信息内容", *header], ["行政处罚", *figures]], _barred)
    assert row(report, "licensing") == (7, 9, 123)
    assert row(report, "penalties") == (None, None, None)
    assert "proactive.penalties" in told(report)


def test_a_label_at_its_own_place_lets_the_header_before_stand() -> None:
    before = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"]
    rows = [before, ["行政许可", "7", "9", "123"], ["第二十条第（六）项"]]
    report = read([*rows, ["信息内容", "", "本年增/减"], ["行政处罚", "4", "2", "5"]], _barred)
    assert row(report, "penalties") == (4, 2, 5)
