"""Rows that no sum binds and that are filled in only partly."""

from __future__ import annotations

import pytest

import govinfo
from govinfo import Diagnostic

_HEAD = """某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
|---|---|---|---|
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
"""


def found(rows: str) -> list[Diagnostic]:
    report = govinfo.parse((_HEAD + rows).encode(), format="text")
    return [one for one in report.check() if one.code == "GI210"]


@pytest.mark.parametrize(
    ("row", "path", "printed", "blank"),
    [
        ("| 规章 | 3 | 12 | |", "in_force", "本年制发件数 3、本年废止件数 12", "现行有效件数"),
        ("| 规章 | | 12 | 9 |", "issued", "本年废止件数 12、现行有效件数 9", "本年制发件数"),
        ("| 规章 | 3 | 12 | / |", "in_force", "本年制发件数 3、本年废止件数 12", "现行有效件数"),
        ("| 规章 | 7-4 | 12 | |", "in_force", "本年废止件数 12", "现行有效件数"),
        ("| 规章 | 0 | | |", "repealed", "本年制发件数 0", "本年废止件数、现行有效件数"),
    ],
)
def test_figures_beside_blank_cells_are_named(
    row: str, path: str, printed: str, blank: str
) -> None:
    (one,) = found(f"{row}\n| 行政规范性文件 | 2 | 0 | 9 |\n")
    assert one.path == f"proactive.rules.{path}"
    assert (one.values["printed"], one.values["blank"]) == (printed, blank)
    assert one.values["contributors"].split() == [
        f"proactive.rules.{column}" for column in ("issued", "repealed", "in_force")
    ]


@pytest.mark.parametrize(
    "row", ["| 规章 | | | |", "| 规章 | 3 | 12 | 9 |", "| 规章 | / | 12 | 9 |"]
)
def test_rows_that_are_blank_or_whole_are_not(row: str) -> None:
    assert found(f"{row}\n| 行政规范性文件 | 2 | 0 | 9 |\n") == []


def test_a_row_that_was_told_on_reading_is_not_told_again() -> None:
    report = govinfo.parse((_HEAD + "| 规章 | 3 | 12 |\n").encode(), format="text")
    assert any(one.path == "proactive.rules" for one in report.diagnostics)
    assert not [one for one in report.check() if one.code == "GI210"]
