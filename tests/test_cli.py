from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import govinfo
from govinfo.cli import main

EXAMPLE = str(Path(__file__).parents[1] / "examples" / "report.txt")
TOTAL = "requests.outcomes.denied.enforcement_files.total"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_the_table_view_shows_the_figures_on_stdout_and_findings_on_stderr() -> None:
    result = run("parse", EXAMPLE, "--lang", "zh")
    assert result.exit_code == 0
    assert "云岭市青溪区人民政府2020年政府信息公开工作年度报告" in result.stdout
    assert "13964" in result.stdout
    assert "GI110" in result.stderr
    assert "标签后连有数字 229" in result.stderr.replace("\n", "")
    assert "GI110" not in result.stdout


def test_quiet_prints_no_findings() -> None:
    assert run("parse", EXAMPLE, "--quiet").stderr == ""


def test_json_of_one_file_is_the_report() -> None:
    result = run("parse", EXAMPLE, "--format", "json")
    assert govinfo.Report.from_dict(json.loads(result.stdout)) == govinfo.parse(EXAMPLE)


def test_json_keeps_the_schema_that_is_printed() -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.validate(json.loads(run("parse", EXAMPLE, "--format", "json").stdout), schema)


def test_json_of_several_files_names_them() -> None:
    reports = json.loads(run("parse", EXAMPLE, EXAMPLE, "--format", "json").stdout)
    assert [report["file"] for report in reports] == [EXAMPLE, EXAMPLE]


def test_jsonl_prints_a_report_a_line() -> None:
    lines = run("parse", EXAMPLE, EXAMPLE, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["report"]["year"] for line in lines] == [2020, 2020]


def test_csv_is_wide() -> None:
    (row,) = csv.DictReader(io.StringIO(run("parse", EXAMPLE, "--format", "csv").stdout))
    assert row[TOTAL] == "3"
    assert row["proactive.procurement.amount"] == "3.58"
    assert row["proactive.procurement.amount.unit"] == "亿元"
    assert row["edition"] == "2019"


def test_facts_are_long() -> None:
    result = run("facts", EXAMPLE, "--format", "csv")
    rows = {row["path"]: row for row in csv.DictReader(io.StringIO(result.stdout))}
    assert len(rows) == 198
    note = rows["disputes.litigation.direct.other"]
    assert (note["value"], note["note"], note["raw"]) == ("1", "裁定撤诉", "1（裁定撤诉）")
    assert note["where"].startswith("table 3")
    assert "GI110" in result.stderr


def test_claims_stand_after_the_facts() -> None:
    report = govinfo.Report.from_figures(
        {"requests.received.total": 5},
        edition="2021",
        agency="青溪区人民政府",
        year=2023,
        overview="全年新收政府信息公开申请6件，公开政府信息90余条。建议提案满意率99.5%。",
    )
    stdin = report.render("text")
    result = run("facts", "-", "--claims", "-q", "--format", "csv", stdin=stdin)
    *facts, received, disclosed, satisfied = csv.DictReader(io.StringIO(result.stdout))
    assert len(facts) == len(govinfo.parse(stdin).facts)
    assert (received["path"], received["value"]) == ("requests.received.total", "6")
    assert (received["status"], received["raw"]) == ("differs", "6件")
    assert received["note"] == "全年新收政府信息公开申请6件，公开政府信息90余条"
    assert received["where"].startswith("overview ")
    assert (disclosed["label"], disclosed["status"]) == ("主动公开政府信息数", "told")
    assert (disclosed["value"], disclosed["unit"]) == ("90", "条")
    assert (satisfied["value"], satisfied["unit"]) == ("99.5", "%")


@pytest.mark.parametrize("output", ["table", "json", "jsonl"])
def test_facts_in_every_format_hold_the_same_figure(output: str) -> None:
    assert "13964" in run("facts", EXAMPLE, "--format", output).stdout


def test_a_dash_reads_standard_input() -> None:
    result = run("facts", "-", "--format", "csv", stdin=Path(EXAMPLE).read_bytes())
    assert TOTAL in result.stdout


def test_blocks_shows_what_the_adapter_made() -> None:
    result = run("blocks", EXAMPLE)
    assert "paragraph: 一、总体情况" in result.stdout
    assert result.stdout.count("(columns not aligned)") == 3


def test_adapters_lists_formats() -> None:
    lines = run("adapters").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == [
        *("csv", "doc", "docx", "html", "odt", "ofd", "pdf", "rtf", "scan", "text", "xls", "xlsx"),
    ]


def test_an_unreadable_file_is_named_and_the_others_are_still_read(tmp_path: Path) -> None:
    missing, empty = tmp_path / "missing.txt", tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("facts", str(missing), str(empty), EXAMPLE, "--format", "csv")
    assert result.exit_code == 2
    assert "missing.txt" in result.stderr
    assert "empty.txt is empty" in result.stderr
    assert TOTAL in result.stdout


def test_a_file_that_is_no_report_says_so(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("今天天气很好。", encoding="utf-8")
    result = run("parse", str(other), "--format", "json")
    assert result.exit_code == 2
    assert "nothing in this document is a part of an annual report" in result.stderr


def test_an_unknown_adapter_names_those_there_are() -> None:
    result = run("parse", EXAMPLE, "--from", "pages")
    assert result.exit_code == 2
    assert "csv, doc, docx, html, odt, ofd, pdf, rtf, scan, text, xls, xlsx" in result.stderr


@pytest.mark.parametrize("command", [[], ["parse"], ["facts"], ["blocks"], ["schema"]])
def test_every_command_has_help(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert len(result.stdout) > 60
