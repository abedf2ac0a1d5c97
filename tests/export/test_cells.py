from __future__ import annotations

import pytest

import govinfo
from govinfo import Narrative, Report
from govinfo.export.cells import csv_cell, unquoted
from govinfo.export.sheet import to_csv, to_xlsx


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-x", "\t=1"])
def test_a_text_is_no_formula_and_reads_as_itself(text: str) -> None:
    assert csv_cell(text) == f"'{text}"
    assert unquoted(csv_cell(text)) == text


@pytest.mark.parametrize("value", ["-1.5", "+3", "公开", "a=b", "'t", 3, None])
def test_other_values_stay_as_they_are(value: object) -> None:
    assert csv_cell(value) == value


def test_what_no_sheet_can_hold_is_shown_as_a_replacement() -> None:
    report = Report(title="某县\x01\ud800报告", extra=(Narrative("=1+1", "其他\x00"),))
    for read in (govinfo.parse(to_csv(report)), govinfo.parse(to_xlsx(report))):
        assert read.title == "某县\ufffd\ufffd报告"
        assert read.extra[0].text == "=1+1"
