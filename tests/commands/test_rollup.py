from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import govinfo
from govinfo.checks import between_rules as rules
from govinfo.cli import main

FILES = ("parent.txt", "water.txt", "archive.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rollup", *arguments])


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in zip(FILES, rules.SUM.example.split(rules.NEXT), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_sums_that_differ_stand_with_their_contributors() -> None:
    result = run(*FILES, "--lang", "zh")
    assert result.exit_code == 1
    head, first, *_ = [line.split() for line in result.stdout.splitlines()]
    assert head == ["汇总报告", "合计", "相差", "各单位"]
    assert first[2:5] == ["9", "8", "+1"]
    assert "5；某县档案局 3" in result.stdout
    assert "某县2023年政府信息公开工作年度报告 ← 2 个单位  警告 2 项" in result.stdout


def test_english_and_json_say_the_same() -> None:
    assert "2 units add up to 8: 某县水务局 5；某县档案局 3" in run(*FILES, "--lang", "en").stdout
    data = json.loads(run(*FILES, "--format", "json").stdout)
    (total,) = [one for one in data["totals"] if one["path"] == "requests.received.total"]
    assert (total["parent"], total["sum"], total["difference"]) == (9, 8, 1)
    assert total["parts"][0] == {"unit": "某县水务局", "value": 5}


def test_the_sum_is_written_as_a_report_with_a_table_of_contributors() -> None:
    result = run("--sum", *FILES[1:], "-o", "sum.docx", "--agency", "某县", "--format", "csv")
    assert (result.exit_code, result.stderr) == (0, "govinfo: wrote sum.docx\n")
    made = govinfo.parse("sum.docx")
    assert made.title == "某县2023年政府信息公开工作年度报告"
    assert made.facts["requests.received.natural_person"].value == 8
    rows = {row["path"]: row for row in csv.DictReader(result.stdout.splitlines())}
    received = rows["requests.received.total"]
    assert (received["sum"], received["某县水务局"], received["某县档案局"]) == ("8", "5", "3")


@pytest.mark.parametrize("name", ["who.xlsx", "who.csv"])
def test_who_contributed_what_is_a_sheet(name: str) -> None:
    water = Path("water.txt")
    water.write_text(water.read_text("utf-8").replace("某县水务局", "=1+1局"), "utf-8")
    result = run(*FILES, "--table", name)
    assert (result.exit_code, result.stderr) == (1, f"govinfo: wrote {name}\n")
    (table, *_) = [one for one in govinfo.read(name).blocks if isinstance(one, govinfo.Table)]
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == ["path", "label", "parent", "sum", "=1+1局", "某县档案局"]
    (received,) = [row for row in rows if row[0] == "requests.received.total"]
    assert received[2:] == ["9", "8", "5", "3"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("parent.txt",),
        (*FILES, "-o", "sum.docx"),
        ("--sum", *FILES, "-o", "sum.xyz"),
        (*FILES, "--table", "who.docx"),
        (*FILES, "nothing.txt"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_printed(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
