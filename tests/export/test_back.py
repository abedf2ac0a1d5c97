"""What the library wrote of a report is read back by the same door, nothing lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner

import govinfo
from govinfo import Report
from govinfo.cli import main
from govinfo.export import sheet, tables
from govinfo.export.status import Cell, cells
from reports.told import FULL, OF_2014, OF_2019, Told

ALL = (FULL, OF_2019, OF_2014)
DOUBTFUL = """某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 约120 |
| 行政处罚 | / |
| 行政强制 | 0 |
"""


def read(told: Told) -> Report:
    """A report that was read from a document: its facts know what was printed, and where."""
    made = Report.from_figures(told.figures, agency=told.agency, year=told.year, overview="概况。")
    return govinfo.parse(made.render("docx"))


def as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def long(report: Report) -> bytes:
    return as_csv(tables.LONG, tables.long_rows(report))


def wide(*reports: Report) -> bytes:
    named = [(f"{number}.docx", report) for number, report in enumerate(reports)]
    return as_csv(tables.wide_columns(), tables.wide_rows(named))


def known(report: Report) -> dict[str, object]:
    return {
        path: (fact.value, fact.raw, fact.label, fact.note, str(fact.anchor or ""))
        for path, fact in report.facts.items()
    }


def figures(report: Report) -> dict[str, object]:
    return {path: fact.value for path, fact in report.facts.items()}


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.edition)
def test_json_gives_the_whole_report(told: Told) -> None:
    report = read(told)
    assert govinfo.parse(report.to_json().encode()) == report
    assert govinfo.parse(report.to_json(indent=2).encode("utf-8-sig")) == report
    line = json.dumps({"file": "x", "report": report.to_dict()}).encode()
    assert govinfo.parse(line) == govinfo.parse(b"[" + line + b"]") == report


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.edition)
def test_the_list_of_facts_gives_every_fact_with_all_that_is_known(told: Told) -> None:
    report = read(told)
    book = sheet.workbook_of(tables.LONG, list(tables.long_rows(report)))
    for back in (govinfo.parse(long(report)), govinfo.parse(book)):
        assert known(back) == known(report)
        assert cells(back) == cells(report)
        assert back.edition == report.edition
        assert back.check(select=("GI2", "GI4")) == report.check(select=("GI2", "GI4"))


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.edition)
def test_the_wide_form_gives_every_figure(told: Told) -> None:
    report = read(told)
    back = govinfo.parse(wide(report))
    assert figures(back) == figures(report)
    assert (back.title, back.agency, back.year, back.edition) == (
        report.title,
        report.agency,
        report.year,
        report.edition,
    )


def test_a_figure_in_doubt_stays_in_doubt() -> None:
    report = govinfo.parse(DOUBTFUL.encode())
    path = "proactive.licensing.decisions"
    assert cells(report)[path] is Cell.NOT_UNDERSTOOD
    for data in (report.to_json().encode(), long(report), wide(report)):
        back = govinfo.parse(data)
        assert back.facts[path].value is None
        assert path in {finding.path for finding in back.diagnostics}
    back = govinfo.parse(long(report))
    assert cells(back) == cells(report)
    assert {one.code for one in back.diagnostics} >= {"GI107", "GI102"} & {
        one.code for one in report.diagnostics
    }


def test_what_was_wrongly_copied_into_a_list_of_facts_is_found(tmp_path: Any) -> None:
    report = read(FULL)
    path = "requests.outcomes.total.total"
    facts = [
        evolve(fact, value=int(str(fact.value)) + 1) if fact.path == path else fact
        for fact in report.facts.values()
    ]
    name = tmp_path / "facts.csv"
    name.write_bytes(long(evolve(report, facts=type(report.facts)(facts))))
    result = CliRunner().invoke(main, ["check", str(name)])
    assert result.exit_code == 1
    assert "GI201" in result.stdout


@pytest.mark.parametrize("command", ["check", "parse", "facts", "plan"])
def test_commands_take_what_commands_wrote(tmp_path: Any, command: str) -> None:
    report = read(FULL)
    (tmp_path / "a.json").write_bytes(report.to_json().encode())
    (tmp_path / "a.csv").write_bytes(sheet.to_csv(report))
    (tmp_path / "a.xlsx").write_bytes(sheet.to_xlsx(report))
    for name in tmp_path.iterdir():
        result = CliRunner().invoke(main, [command, str(name)])
        assert result.exit_code in (0, 1), result.output


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b'{"facts": 1}', "not a report's data"),
        (b'{"file": "a.pdf", "error": "it is empty"}', "a.pdf was not read: it is empty"),
        (b'{"file": "a.pdf", "report": 3}', "not what `govinfo parse"),
        (b'{"name": "x", "items": [1, 2]}', "not what govinfo writes"),
        (b"[1, 2]", "not what govinfo writes"),
        (wide(read(FULL), read(OF_2019)), "2 reports, one a row"),
        (b"file,path,value\na,requests.received.total,1\nb,requests.received.total,2\n", "2 files"),
    ],
)
def test_what_holds_no_report_or_several_says_so(data: bytes, word: str) -> None:
    with pytest.raises(govinfo.NotAReport, match=word):
        govinfo.parse(data)


def test_several_reports_in_json_are_named() -> None:
    line = json.dumps({"file": "x", "report": read(FULL).to_dict()}).encode()
    for data in (line + b"\n" + line, b"[" + line + b"," + line + b"]"):
        with pytest.raises(govinfo.NotAReport, match="2 reports"):
            govinfo.parse(data)


def test_a_formula_that_no_program_has_computed_is_no_blank() -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["path", "value"])
    page.append(["requests.received.total", "=1+2"])
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(govinfo.NotAReport, match=r"requests\.received\.total: "):
        govinfo.parse(buffer.getvalue())
