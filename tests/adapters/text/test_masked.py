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


@pytest.mark.parametrize(("change", "told"), [("3", True), ("0", False)])
def test_a_change_of_a_text_without_any_sign_is_told(change: str, told: bool) -> None:
    text = (
        "云岭市水务局2020年政府信息公开工作年度报告\n二 主动公开政府信息情况\n第二十条第五项\n"
        "信息内容 上一年项目数量 本年增减 处理决定数量\n"
        f"行政许可 21 {change} 18\n其他对外管理服务事项 5 0 0\n"
    )
    path = "proactive.licensing.change"
    for printed in (text, text.replace("本年增减", "本年增/减")):
        report = govinfo.parse(printed.encode())
        assert report.facts[path].value == int(change)
        found = path in {said.path for said in report.diagnostics if said.code == "GI131"}
        assert found is (told and printed is text)
