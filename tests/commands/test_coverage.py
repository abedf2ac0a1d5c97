"""`govinfo coverage` over the tables of a run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

import govinfo
from govinfo.cli import main

ROSTER = "名称,别名\n云岭市水务局,云岭市水利局\n云岭市档案局,\n云岭市教育局,\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["coverage", *arguments])


def report(agency: str, year: int, published: str = "", overview: str = "平稳。") -> bytes:
    made = govinfo.Report.from_figures(
        {"requests.received.total": 1, "requests.outcomes.total.total": 1},
        edition="2021",
        agency=agency,
        year=year,
        overview=overview,
    )
    text = made.render("text").decode()
    return f"发布日期：{published}\n{text}".encode() if published else text.encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("coverage")
    files = {
        "water-2022.txt": report("云岭市水利局", 2022, "2023-01-30"),
        "water-2023.txt": report("云岭市水务局", 2023, "2024-02-03"),
        "archive-2022.txt": report("云岭市档案局", 2022, "2023-01-11"),
        "archive-2022-again.txt": report("云岭市档案局", 2022, "2023-01-12", "有所改进。"),
        "archive-2023.txt": report("云岭市档案局", 2023),
        "archive-2023-copy.txt": report("云岭市档案局", 2023),
        "other.txt": report("云岭市水文局", 2023, "2024-01-12"),
        "2022/云岭市教育局.docx": b"",
    }
    for name, data in files.items():
        path = place / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    govinfo.batch(place / "in", place / "out", to=["parquet", "csv"], jobs=1)
    govinfo.batch(place / "in", place / "lines", to="jsonl", jobs=1)
    (place / "units.csv").write_text(ROSTER, encoding="utf-8-sig")
    (place / "out" / "reports.csv").rename(place / "reports.csv")
    return place


def told(folder: Path, out: str = "out") -> dict[tuple[str, str], dict[str, str]]:
    result = run(
        *(str(folder / out), "--roster", str(folder / "units.csv")),
        *("--on", "2024-06-01", "--format", "csv"),
    )
    assert result.exit_code == 1, result.stderr
    return {(row["unit"], row["year"]): row for row in csv.DictReader(io.StringIO(result.stdout))}


STATES = {
    ("云岭市水务局", "2022"): "published",
    ("云岭市水务局", "2023"): "late",
    ("云岭市档案局", "2022"): "twice",
    ("云岭市档案局", "2023"): "undated",
    ("云岭市教育局", "2022"): "unreadable",
    ("云岭市教育局", "2023"): "missing",
}


def test_a_row_a_unit_and_year(folder: Path) -> None:
    rows = told(folder)
    assert {key: row["state"] for key, row in rows.items()} == STATES
    late = rows["云岭市水务局", "2023"]
    assert (late["due"], late["published"], late["days_late"]) == ("2024-01-31", "2024-02-03", "3")
    assert rows["云岭市水务局", "2022"]["agency"] == "云岭市水利局"
    assert rows["云岭市档案局", "2023"]["copies"].count("archive-2023") == 1
    assert "CorruptDocument" in rows["云岭市教育局", "2022"]["unread"]


@pytest.mark.parametrize("out", ["out", "lines"])
def test_the_tables_may_be_of_any_format_of_a_file_a_table(folder: Path, out: str) -> None:
    assert {key: row["state"] for key, row in told(folder, out).items()} == STATES


def test_the_tables_may_be_csv(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "reports.csv").write_bytes((folder / "reports.csv").read_bytes())
    for name in ("failures.csv", "duplicates.csv"):
        (tmp_path / name).write_bytes((folder / "out" / name).read_bytes())
    found = govinfo.coverage(tmp_path, folder / "units.csv")
    assert {(e.unit.name, str(e.year)): str(e.state) for e in found.entries} == STATES


def test_a_grid_for_people_in_both_languages(folder: Path) -> None:
    where = (str(folder / "out"), "--roster", str(folder / "units.csv"), "--on", "2024-06-01")
    chinese = run(*where, "--lang", "zh").stdout
    assert "云岭市水务局   ✓     !" in chinese
    assert "云岭市教育局 2023：缺失" in chinese
    assert "2024-02-03 公布，逾期 3 天（2024-01-31）" in chinese
    assert "云岭市水务局 ← 云岭市水利局" in chinese
    assert "；云岭市水文局；2023；相近：云岭市水务局\n" in chinese
    english = run(*where, "--lang", "en").stdout
    assert "2024-02-03, 3 days after 2024-01-31" in english
    assert "Art. 49" in english


def test_json_says_the_same(folder: Path) -> None:
    where = (str(folder / "out"), "--roster", str(folder / "units.csv"), "--on", "2024-06-01")
    data = json.loads(run(*where, "--format", "json").stdout)
    assert {(one["unit"], str(one["year"])): one["state"] for one in data["entries"]} == STATES
    assert data["counts"]["missing"] == 1
    (stranger,) = data["strangers"]
    assert stranger["agency"] == "云岭市水文局"
    assert "云岭市水务局" in stranger["near"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_with_a_grid_of_years(folder: Path, lang: str) -> None:
    where = (str(folder / "out"), "--roster", str(folder / "units.csv"), "--on", "2024-06-01")
    page = BeautifulSoup(run(*where, "--format", "html", "--lang", lang).stdout, "lxml")
    assert [th.text for th in page.select(".grid thead th")][1:] == ["2022", "2023"]
    states = {
        (row.th.text, year): cell["class"][0]
        for row in page.select(".grid tbody tr")
        if row.th is not None
        for year, cell in zip(("2022", "2023"), row.select("td"), strict=True)
    }
    assert states == STATES
    assert page.select("script") == []


def test_nothing_to_be_seen_to_is_0(folder: Path, tmp_path: Path) -> None:
    roster = tmp_path / "one.csv"
    roster.write_text("云岭市水务局\n", encoding="utf-8")
    where = (str(folder / "out"), "--roster", str(roster), "--years", "2022")
    result = run(*where)
    assert result.exit_code == 1, "its other name is not in this roster"
    roster.write_text(ROSTER.splitlines()[0] + "\n" + ROSTER.splitlines()[1], encoding="utf-8")
    assert run(*where).exit_code == 0


def test_what_cannot_be_read_is_told(folder: Path, tmp_path: Path) -> None:
    roster = str(folder / "units.csv")
    result = run(str(tmp_path), "--roster", roster)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "govinfo batch" in result.stderr
    (tmp_path / "bad.csv").write_text("编号,地址\n1,2\n", encoding="utf-8")
    assert run(str(folder / "out"), "--roster", str(tmp_path / "bad.csv")).exit_code == 2
    assert run(str(folder / "out"), "--roster", roster, "--years", "20x").exit_code == 2
