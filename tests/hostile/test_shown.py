"""What a document says is shown as what it is: it commands no terminal, page or spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import govinfo
from govinfo.cli import main
from govinfo.export.sheet import to_csv, to_xlsx
from govinfo.render.review import Review, page
from hostile.corpus import REPORT

_COMMANDS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_FILLER = "填充的一句话。" * 2_000 + "\n"
_ODD = "\u202e倒\u2066\x9b31m<script>=1+1"
_TITLE = "某市\u202e某\u2066局2023年政府信息公开工作年度报告"
DATA = (
    REPORT.replace("某市某局2023年政府信息公开工作年度报告", _TITLE)
    .replace("公开的内容还不够全面", _FILLER * 3 + f"公开的{_ODD}内容还不够全面")
    .replace("一、总体情况\n", "一、总体情况\n（一）予以公开\t=1+1\t\u202e3\n")
    .encode()
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "a.txt"
    file.write_bytes(DATA)
    return str(file)


def test_it_is_read_as_it_stands() -> None:
    report = govinfo.parse(DATA)
    assert report.title == _TITLE
    assert report.problems is not None
    assert "\x9b31m" in report.problems.text


@pytest.mark.parametrize("format", ["html", "text", "markdown"])
def test_a_render_commands_nothing(format: str) -> None:
    written = govinfo.parse(DATA).render(format).decode()
    assert _COMMANDS.search(written) is None
    assert "某市\\u202e某" in written.replace("\\\\", "\\")
    assert "<script>" not in written or format == "text"


def test_pages_command_nothing() -> None:
    report = govinfo.parse(DATA)
    shown = page([Review("a\u202e.txt", report, (*report.diagnostics, *report.check()))], "zh")
    for written in (report._repr_html_(), shown):
        assert _COMMANDS.search(written) is None
        assert "\\u202e" in written
        assert "\x9b31m" not in written


@pytest.mark.parametrize(
    "command",
    [
        ["parse"],
        ["parse", "--format", "json"],
        ["parse", "--format", "csv"],
        ["facts"],
        ["facts", "--format", "jsonl"],
        ["blocks"],
        ["plan"],
        ["check"],
    ],
    ids=" ".join,
)
def test_a_command_prints_nothing_that_commands(command: list[str], path: str) -> None:
    done = CliRunner().invoke(main, [*command, path])
    assert done.exit_code in {0, 1}
    assert _COMMANDS.search(done.output) is None


def test_json_says_the_same(path: str) -> None:
    done = CliRunner().invoke(main, ["parse", "--format", "json", path])
    assert json.loads(done.stdout)["title"] == _TITLE


def test_sheets_compute_nothing() -> None:
    report = govinfo.parse(DATA)
    rows = list(csv.DictReader(io.StringIO(to_csv(report).decode("utf-8-sig"))))
    assert not any(
        value.startswith(("=", "+", "@", "\t")) for row in rows for value in row.values()
    )
    assert _COMMANDS.search(str(rows)) is None
    openpyxl = pytest.importorskip("openpyxl")
    (sheet,) = openpyxl.load_workbook(io.BytesIO(to_xlsx(report)))
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert _COMMANDS.search(" ".join(str(cell.value) for cell in cells)) is None
