from __future__ import annotations

import csv
import io
from datetime import date

import attrs
import openpyxl
import pytest

import govinfo
from govinfo import Money, Narrative, Report
from govinfo.export import sheet
from reports.told import FULL, OF_2014, OF_2019

REPORTS = [
    Report.from_figures(
        told.figures,
        agency=told.agency,
        year=told.year,
        published=date(2024, 1, 9),
        overview="两段。\n第二段。",
        notes={next(iter(told.figures)): "含上年"},
    )
    for told in (FULL, OF_2019, OF_2014)
]


def filled(**values: str) -> bytes:
    """A blank sheet of 2021 with some cells filled in; `__` stands for the point of a path."""
    rows = list(csv.DictReader(io.StringIO(sheet.to_csv(Report.blank("2021")).decode("utf-8-sig"))))
    for row in rows:
        row["value"] = values.get(row["path"].replace(".", "__"), row["value"])
    text = io.StringIO()
    writer = csv.DictWriter(text, sheet.COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.edition)
def test_a_report_comes_back_from_its_sheet(report: Report) -> None:
    assert govinfo.parse(sheet.to_csv(report)) == report
    assert govinfo.parse(sheet.to_xlsx(report)) == report


def test_sections_that_the_template_does_not_know_come_back() -> None:
    report = attrs.evolve(REPORTS[0], extra=(Narrative("有专人。", "七、监督保障"),))
    assert govinfo.parse(sheet.to_csv(report)) == report


def test_a_blank_sheet_is_filled_in() -> None:
    report = govinfo.parse(
        filled(
            agency="云岭市水务局",
            year="2023",
            overview="制度健全。",
            requests__received__total="1,203",
            disputes__reconsideration__upheld="2（调解）",
            proactive__fees__amount="３.５",
        )
    )
    assert report.title == "云岭市水务局2023年政府信息公开工作年度报告"
    assert report.facts["requests.received.total"].value == 1203
    assert report.facts["disputes.reconsideration.upheld"].note == "调解"
    assert report.facts["proactive.fees.amount"].value == Money("3.5", "万元")
    assert report.overview == Narrative("制度健全。", "一、总体情况")


def test_paths_and_values_are_enough() -> None:
    report = govinfo.parse("path,value\nrequests.received.total,3\n".encode("gb18030"))
    assert report.facts["requests.received.total"].value == 3


def test_a_workbooks_fractions_that_are_whole_are_counts() -> None:
    workbook = openpyxl.Workbook()
    page = workbook.worksheets[0]
    page.append(["path", "value"])
    page.append(["requests.received.total", 3.0])
    buffer = io.BytesIO()
    workbook.save(buffer)
    assert govinfo.parse(buffer.getvalue()).facts["requests.received.total"].value == 3


FILLED_IN = [
    (2023, date(2024, 1, 30), "yyyy-mm-dd h:mm:ss"),
    (2023.0, date(2024, 1, 30), "mm-dd-yy"),
    ("2023年", date(2024, 1, 30), 'yyyy"年"m"月"d"日"'),
    ("2023年度", "2024年1月30日", "General"),
    (" 2023 ", "2024/1/30", "General"),
    ("2023", "二〇二四年一月三十日", "General"),
]
"""Years and dates as people and spreadsheets write them, with the format of the date's cell."""


@pytest.mark.parametrize(("year", "published", "shown"), FILLED_IN)
def test_years_and_dates_are_understood_as_they_are_written(
    year: object, published: object, shown: str
) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.worksheets[0]
    for row in (["path", "value"], ["year", year], [], ["published", published]):
        page.append(row)
    page["B4"].number_format = shown
    buffer = io.BytesIO()
    workbook.save(buffer)
    report = govinfo.parse(buffer.getvalue())
    assert (report.year, report.published) == (2023, date(2024, 1, 30))


def test_what_a_workbook_holds_that_is_no_figure_is_named_with_its_row() -> None:
    workbook = openpyxl.Workbook()
    page = workbook.worksheets[0]
    for row in (["path", "value"], [], [], ["requests.received.total", "约5"]):
        page.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    with pytest.raises(govinfo.NotAReport, match=r"row 4, requests\.received\.total: '约5'"):
        govinfo.parse(buffer.getvalue())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path,value\nrequests.received.total,约5\n", "'约5' is not a figure"),
        ("path,value\nrequests.received.totals,5\n", "requests.received.total is"),
        ("path,value\nrequests.received.total,2.5\n", "'2.5' is not a figure"),
        ("path,value\nyear,MMXX\n", "row 2, year: 'MMXX' is no year"),
        ("path,value\nyear,2024-01-30\n", "row 2, year: '2024-01-30' is no year"),
        ("path,value\npublished,30/1/24\n", "row 2, published: '30/1/24' is no date"),
        ("path,value\nyear,2023\n\npublished,2024-13-30\n", "row 4, published: '2024-13-30'"),
        ("path,value\n", "no sheet of a report"),
        ("a,b\n1,2\n", "nothing in this document"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        govinfo.parse(text.encode())
