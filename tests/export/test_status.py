"""A blank cell is told from one that could not be placed, wherever figures are shown."""

from __future__ import annotations

import csv
import io

import pytest
from click.testing import CliRunner
from rich.console import Console

import govinfo
from govinfo.cli import main
from govinfo.export.status import cells
from govinfo.export.tables import wide_columns, wide_rows
from govinfo.render.terminal import show

TEXT = """某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（六）项 | |
|---|---|
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
| 第二十条第（八）项 | |
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 12.50 |
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | | / | 约3 | 0 | 0 | 8 |
| 二、上年结转政府信息公开申请数量 | 6 0 0 0 0 39 |
"""
EXPECTED = {
    "requests.received.natural_person": "printed",
    "requests.received.enterprise": "blank",
    "requests.received.research_institution": "not applicable",
    "requests.received.public_interest_organization": "not understood",
    "requests.carried_over.enterprise": "not placed",
    "requests.carried_forward.total": "no such row",
}


@pytest.fixture(scope="module")
def report() -> govinfo.Report:
    return govinfo.parse(TEXT.encode())


def test_each_cell_has_its_status(report: govinfo.Report) -> None:
    known = cells(report)
    assert {path: str(known[path]) for path in EXPECTED} == EXPECTED


def test_a_report_that_was_never_printed_has_blanks_only() -> None:
    assert set(cells(govinfo.Report.blank("2021")).values()) == {"blank"}


def test_the_long_form_says_it() -> None:
    result = CliRunner().invoke(main, ["facts", "-", "-q", "--format", "csv"], input=TEXT)
    rows = {row["path"]: row["status"] for row in csv.DictReader(io.StringIO(result.stdout))}
    assert {path: rows[path] for path in EXPECTED} == EXPECTED


def test_the_wide_form_names_what_could_not_be_placed(report: govinfo.Report) -> None:
    (row,) = wide_rows([("x", report)])
    named = str(row["not_placed"]).split()
    assert "requests.carried_over.enterprise" in named
    assert "requests.received.public_interest_organization" in named
    assert "requests.received.enterprise" not in named


def test_the_wide_form_has_the_same_columns_for_every_report(report: govinfo.Report) -> None:
    columns = wide_columns()
    assert len(columns) == len(set(columns))
    for one in (report, govinfo.Report.blank("2014"), govinfo.Report()):
        (row,) = wide_rows([("x", one)])
        assert set(row) <= set(columns)


def test_money_is_amount_unit_and_yuan(report: govinfo.Report) -> None:
    path = "proactive.fees.amount"
    (row,) = wide_rows([("x", report)])
    assert (row[path], row[f"{path}.unit"], row[f"{path}_yuan"]) == ("12.50", "万元", "125000")
    at = wide_columns().index(path)
    assert wide_columns()[at : at + 3] == [path, f"{path}.unit", f"{path}_yuan"]


def test_a_notebook_shows_doubt_above_the_tables(report: govinfo.Report) -> None:
    shown = report._repr_html_()
    assert shown.index("GI107") < shown.index("<table")
    assert shown.index("? 未能确定单元格") < shown.index("<table")
    assert ">?约3<" in shown
    assert ">?<" in shown
    assert ">×<" in shown


def test_a_terminal_shows_it_too(report: govinfo.Report) -> None:
    console = Console(width=160, record=True, file=io.StringIO())
    show(report, console)
    text = console.export_text()
    assert "?约3" in text
    assert "× 表中无此行" in text
