"""The form as a workbook: what it looks like, what it computes, what is read of it again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import govinfo
from govinfo import Money, Report
from govinfo.render.workbook import to_workbook

EXAMPLE = Path(__file__).parents[2] / "examples" / "report.txt"
EDITIONS = ("2014", "2019", "2021")


def opened(report: Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_workbook(report)))


def typed(workbook: Any, sheet: str) -> Iterator[Any]:
    """The cells of a table's sheet that are typed into."""
    for row in workbook[sheet].iter_rows():
        for cell in row:
            if not cell.protection.locked and cell.fill.fgColor.rgb == "00FFFBE6":
                yield cell


def cell_of(workbook: Any, sheet: str, row: str, column: str) -> Any:
    """The cell where the row and the column of two labels meet."""
    made = workbook[sheet]
    (across,) = (c.row for r in made.iter_rows() for c in r if c.value == row)
    (down,) = (c.column for r in made.iter_rows() for c in r if c.value == column)
    return made.cell(across, down)


def evaluated(formula: str, sheet: Any) -> Any:
    """What a formula of these sheets comes to, computed apart from any spreadsheet."""
    text = re.sub(r"[A-Z]+[0-9]+", lambda found: f"at('{found[0]}')", formula.lstrip("="))
    text = text.replace("<>", "!=").replace(")=", ")==")

    def at(place: str) -> Any:
        value = sheet[place].value
        return evaluated(value, sheet) if isinstance(value, str) and value[:1] == "=" else value

    def numbers(values: tuple[Any, ...]) -> list[Any]:
        return [value for value in values if isinstance(value, int | Decimal)]

    names = {
        "at": at,
        "IF": lambda condition, yes, no: yes if condition else no,
        "AND": lambda *values: all(values),
        "COUNT": lambda *values: len(numbers(values)),
        "SUM": lambda *values: sum(numbers(values)),
        "N": lambda value: value if isinstance(value, int) else 0,
    }
    return eval(text, names)  # noqa: S307 - a formula of ours


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_blank_form_is_the_template(edition: str) -> None:
    blank = Report.blank(edition)
    workbook = opened(blank)
    entries = sum(len(list(typed(workbook, sheet))) for sheet in workbook.sheetnames)
    formulas = sum(
        isinstance(c.value, str) and c.value[:1] == "="
        for sheet in workbook
        for row in sheet.iter_rows()
        for c in row
    )
    texts = 4  # the title and three narratives
    assert entries + formulas == len(blank.facts) + texts
    assert all(sheet.protection.sheet for sheet in workbook)
    read = govinfo.parse(to_workbook(blank))
    assert read.edition == edition
    assert read.facts.keys() == blank.facts.keys()
    assert not any(fact.value for fact in read.facts.values())


def test_a_sheet_a_table_and_all_of_it_chinese() -> None:
    workbook = opened(Report.blank("2021"))
    assert workbook.sheetnames == ["文字1", "表二", "表三", "表四", "文字2"]
    texts = [c.value for s in workbook for row in s.iter_rows() for c in row if c.value]
    assert not any(re.search("[a-z]", text) for text in texts if text[0] != "=")


def test_totals_add_themselves_up_and_are_blank_before() -> None:
    workbook = opened(Report.blank("2021"))
    sheet = workbook["表三"]
    row = "一、本年新收政府信息公开申请数量"
    total = cell_of(workbook, "表三", row, "总计")
    assert evaluated(total.value, sheet) == ""
    assert total.protection.locked
    cell_of(workbook, "表三", row, "自然人").value = 3
    cell_of(workbook, "表三", row, "科研机构").value = 4
    assert evaluated(total.value, sheet) == 7
    granted = cell_of(workbook, "表三", "（一）予以公开", "自然人")
    granted.value = 5
    assert evaluated(cell_of(workbook, "表三", "（七）总计", "自然人").value, sheet) == 5


def test_what_totals_come_to_is_written_with_them() -> None:
    with zipfile.ZipFile(io.BytesIO(to_workbook(Report.blank("2021")))) as package:
        sheets = [package.read(n).decode() for n in package.namelist() if "worksheets/" in n]
    computed = sum(sheet.count(' t="str"><f>IF(COUNT(') for sheet in sheets)
    assert computed == 25 + 6 + 3  # rows of section 3, its other columns, sums of section 4
    assert sum(sheet.count("<f>") for sheet in sheets) == computed


def red(sheet: Any) -> set[str]:
    """The cells whose colour says that a sum fails."""
    return {
        str(place.sqref)
        for place, rules in sheet.conditional_formatting._cf_rules.items()  # noqa: SLF001
        for rule in rules
        if evaluated(rule.formula[0], sheet) is True
    }


def test_a_cell_turns_red_where_a_sum_fails() -> None:
    read = govinfo.parse(EXAMPLE)
    workbook = opened(read)
    sheet = workbook["表三"]
    assert red(sheet) == set()
    one = cell_of(workbook, "表三", "（一）予以公开", "自然人")
    total = cell_of(workbook, "表三", "（一）予以公开", "总计")
    down = cell_of(workbook, "表三", "（七）总计", "自然人")
    one.value += 1
    assert red(sheet) == {total.coordinate, down.coordinate}


def test_a_filled_form_prints_what_the_report_prints_and_computes_nothing() -> None:
    read = govinfo.parse(EXAMPLE)
    workbook = opened(read)
    cells = [c for s in workbook for row in s.iter_rows() for c in row]
    assert not any(c.data_type == "f" for c in cells)
    again = govinfo.parse(to_workbook(read))
    assert {p: (f.value, f.note) for p, f in again.facts.items()} == {
        p: (f.value, f.note) for p, f in read.facts.items()
    }
    for name in ("title", "year", "edition"):
        assert getattr(again, name) == getattr(read, name)
    for name in ("overview", "problems", "other_matters"):
        assert getattr(again, name).text == getattr(read, name).text


def test_numbers_are_numbers_whatever_their_kind() -> None:
    figures: dict[str, int | Money | None] = {
        "proactive.licensing.change": 8,
        "proactive.penalties.change": -3,
        "proactive.fees.change": 0,
        "proactive.procurement.amount": Money("3.58", "万元"),
    }
    fees: dict[str, int | Money | None] = {"proactive.fees.amount": Money("182.32", "万元")}
    later = Report.from_figures(fees, edition="2021", year=2023)
    assert {one.value for one in typed(opened(later), "表二")} == {None, 182.32}
    report = Report.from_figures(figures, edition="2019", agency="云岭市水务局", year=2020)
    workbook = opened(report)
    values = [cell.value for cell in typed(workbook, "表二")]
    assert {value for value in values if value is not None} == {8, -3, 0, "3.58万元"}
    again = govinfo.parse(to_workbook(report))
    assert {path: again.facts[path].value for path in figures} == figures


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    report = Report.from_figures({}, edition="2021", year=2023, overview='=HYPERLINK("x")\n正文。')
    cells = [c for s in opened(report) for row in s.iter_rows() for c in row]
    assert '=HYPERLINK("x")' in {c.value for c in cells if c.data_type == "s"}
