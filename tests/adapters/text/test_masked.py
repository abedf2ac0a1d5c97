"""Texts in which a cleaning wrote one digit for all."""

from __future__ import annotations

import re

import pytest

import govinfo
from govinfo.adapters.text.masked import without_masks

TEXT = """云岭市水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
"""


@pytest.mark.parametrize(
    ("digits", "mask"), [(r"\d", "0"), (r"\d+", "0"), (r"\d", "9"), (r"\d", "０")]
)
def test_no_figure_is_read_of_masks_and_each_is_told(digits: str, mask: str) -> None:
    report = govinfo.parse(re.sub(digits, mask, TEXT).encode())
    rows = [f"proactive.{row}.decisions" for row in ("licensing", "penalties", "compulsion")]
    assert {report.facts[path].value for path in rows} == {None}
    assert {said.path for said in report.diagnostics if said.code == "GI107"} >= set(rows)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "行政许可\n0\n行政处罚\n00\n",
        "二〇二三年\n规章 0 0 0\n",
        "1.属于国家秘密 1 1 1 1 1 1 1",
        "没有数字",
    ],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert without_masks(text) == text
