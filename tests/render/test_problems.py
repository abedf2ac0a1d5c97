"""The list of problems that is sent."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

import govinfo
from govinfo.checks.cells import one_cell
from govinfo.cli import main


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    unread, wrong = tmp_path / "unread.pdf", tmp_path / "wrong.txt"
    unread.write_bytes(b"no report")
    wrong.write_text(one_cell.example, encoding="utf-8")
    return [str(unread), str(wrong)]


def run(files: list[str], format: str, lang: str, made: Path) -> Result:
    arguments = ["check", *files, "--format", format, "--lang", lang, "-o", str(made)]
    return CliRunner().invoke(main, arguments)


def rows(made: Path) -> list[list[str]]:
    if made.suffix == ".docx":
        (table,) = docx.Document(str(made)).tables
        return [[cell.text for cell in row.cells] for row in table.rows]
    sheet = openpyxl.load_workbook(made).worksheets[0]
    return [[str(c or "") for c in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("format", ["docx", "xlsx"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_finding_is_a_row_and_what_could_not_be_read_the_first(
    files: list[str], tmp_path: Path, format: str, lang: govinfo.diagnostics.Language
) -> None:
    made = tmp_path / f"list.{format}"
    assert run(files, format, lang, made).exit_code == 2
    report = govinfo.parse(files[1])
    found = (*report.diagnostics, *report.check())
    head, unread, *others = rows(made)
    assert len(head) == 9
    assert "unread.pdf" in unread[1]
    assert {row[4] for row in others} == {finding.text(lang) for finding in found}
    assert len(others) == len(found)
    assert [row[0] for row in others] == [str(n) for n in range(2, len(found) + 2)]
    told = [row[7] for row in others if row[2] == "表四"]
    assert told[0] == one_cell.code  # the cell that explains others comes first
    if lang == "zh":
        assert head[:3] == ["序号", "报告", "部分"]
        assert not any(re.search("[a-z]", row[3] + row[5] + row[6]) for row in others)


def test_a_sound_report_says_so(tmp_path: Path) -> None:
    sound = tmp_path / "sound.txt"
    sound.write_bytes(govinfo.Report.blank("2021").render("text"))
    made = tmp_path / "list.docx"
    arguments = ["check", str(sound), "--select", "GI101", "--lang", "zh"]
    done = CliRunner().invoke(main, [*arguments, "--format", "docx", "-o", str(made)])
    assert done.exit_code == 0
    assert "未发现问题。" in [one.text for one in docx.Document(str(made)).paragraphs]


def test_it_is_written_to_standard_output_too(files: list[str]) -> None:
    done = CliRunner().invoke(main, ["check", files[1], "--format", "docx"])
    assert docx.Document(io.BytesIO(done.stdout_bytes)).tables
