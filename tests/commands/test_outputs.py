"""What leaves a command: results, a line about what is wrong, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import govinfo
from govinfo.adapters.text import TextAdapter
from govinfo.checks.cells import one_cell
from govinfo.cli import main
from govinfo.commands.options import language
from reports.told import FULL
from reports.word import by_python_docx

EXAMPLE = Path(__file__).parents[2] / "examples" / "report.txt"
_READ_AT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
"""When a file was read: two readings may lie in two seconds."""


def run(*arguments: object, env: dict[str, str | None] | None = None) -> Result:
    return CliRunner(env=env).invoke(main, list(map(str, arguments)))


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    """A file that cannot be read, and one that can."""
    unread, read = tmp_path / "unread.pdf", tmp_path / "read.txt"
    unread.write_bytes(b"no report")
    read.write_text(one_cell.example, encoding="utf-8")
    return [str(unread), str(read)]


def test_a_word_file_is_rendered_whatever_its_bytes(tmp_path: Path) -> None:
    source, made = tmp_path / "report.docx", tmp_path / "made.html"
    source.write_bytes(by_python_docx(FULL.blocks()))
    assert run("render", source, "-o", made).exit_code == 0
    assert govinfo.parse(made).facts.keys() == govinfo.parse(source).facts.keys()


@pytest.mark.parametrize("head", [b"PK\x03\x04\x00\r\x00", b"\xd0\xcf\x11\xe0\r\n", b"a\rb\x00\n"])
def test_bytes_of_any_kind_end_in_a_line(tmp_path: Path, head: bytes) -> None:
    source = tmp_path / "report.bin"
    source.write_bytes(head * 40)
    result = run("render", source)
    assert result.exit_code == 2
    assert result.stderr.startswith("govinfo: ")
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["render", "parse", "facts", "check", "show"])
def test_a_folder_that_does_not_exist_is_said(command: str, tmp_path: Path) -> None:
    result = run(command, EXAMPLE, "-o", tmp_path / "absent" / "made.html")
    assert result.exit_code
    assert "absent" in result.stderr
    assert "No such file or directory" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_fault_of_the_library_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise KeyError("of all things")

    monkeypatch.setattr(govinfo, "parse", fail)
    result = run("parse", EXAMPLE)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "KeyError" in line
    assert govinfo.__version__ in line
    assert "report" in line


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_fault_of_an_adapter_is_one_line_too(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("of all things,\nthis")

    monkeypatch.setattr(TextAdapter, "read", fail)
    result = run("check", EXAMPLE, env={"GOVINFO_LANG": language})
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    for part in ("RuntimeError: of all things, this", govinfo.__version__, "SECURITY.md"):
        assert part in line


@pytest.mark.parametrize("command", ["parse", "check"])
def test_text_that_goes_to_a_file_names_what_could_not_be_read(
    command: str, two: list[str], tmp_path: Path
) -> None:
    made = tmp_path / "made.txt"
    assert run(command, *two, "-o", made).exit_code == 2
    assert [line for line in made.read_text("utf-8").splitlines() if "unread.pdf" in line]


def test_json_has_an_entry_for_a_file_that_could_not_be_read(two: list[str]) -> None:
    for command in ("parse", "check"):
        entries = json.loads(run(command, *two, "--format", "json").stdout)
        assert [entry["file"] for entry in entries] == two
        assert "unread.pdf" in entries[0]["error"]


def test_jsonl_and_csv_have_one_too(two: list[str]) -> None:
    lines = [json.loads(one) for one in run("parse", *two, "--format", "jsonl").stdout.splitlines()]
    assert [line["file"] for line in lines if "error" in line] == [two[0]]
    wide = list(csv.DictReader(io.StringIO(run("parse", *two, "--format", "csv").stdout)))
    assert {row["file"]: bool(row["error"]) for row in wide} == {two[1]: False, two[0]: True}
    long = list(csv.DictReader(io.StringIO(run("facts", *two, "--format", "csv").stdout)))
    assert [row["file"] for row in long if row["status"] == "not read" and row["note"]] == [two[0]]


def test_sarif_notifies_of_it(two: list[str]) -> None:
    (one,) = json.loads(run("check", *two, "--format", "sarif").stdout)["runs"]
    (invocation,) = one["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert not invocation["executionSuccessful"]
    assert note["level"] == "error"
    assert "unread.pdf" in note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_the_page_names_it_first(two: list[str], tmp_path: Path) -> None:
    made = tmp_path / "made.html"
    assert run("show", *two, "-o", made).exit_code == 2
    page = made.read_text(encoding="utf-8")
    assert 0 < page.index('id="unread"') < page.index("某县档案局", page.index("<main>"))
    assert two[0] in page


def test_a_last_line_says_how_many_were_read(two: list[str]) -> None:
    english = run("check", *two, env={"GOVINFO_LANG": "en"})
    assert english.stderr.splitlines()[-1] == "govinfo: 1 read, 1 not"
    chinese = run("check", *two, env={"GOVINFO_LANG": "zh"})
    assert chinese.stderr.splitlines()[-1] == "govinfo: 已读 1 个，未能读取 1 个"
    assert run("check", two[1], env={"GOVINFO_LANG": "en"}).stderr == ""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"GOVINFO_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        ({"GOVINFO_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"LANGUAGE": "zh_CN:en", "LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_says_the_language(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GOVINFO_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


def test_facts_in_a_pipe_are_one_a_line_and_never_folded() -> None:
    lines = run("facts", EXAMPLE, "-q").stdout.splitlines()
    assert len(lines) == 1 + 198
    assert lines[0].split("\t")[0] == "path"
    assert all(len(line.split("\t")) == 8 for line in lines)


def test_a_file_is_written_in_utf_8(tmp_path: Path) -> None:
    made = tmp_path / "made.txt"
    assert run("parse", EXAMPLE, "-o", made).stdout == ""
    assert "云岭市青溪区人民政府" in made.read_bytes().decode("utf-8")


@pytest.mark.parametrize("command", ["parse", "facts"])
def test_csv_for_excel_has_its_mark_and_line_ends(command: str, tmp_path: Path) -> None:
    made = tmp_path / "made.csv"
    assert run(command, EXAMPLE, "--excel", "-o", made).exit_code == 0
    data = made.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 1
    printed = run(command, EXAMPLE, "--excel").stdout_bytes
    assert _READ_AT.sub(b"", printed) == _READ_AT.sub(b"", data)


def test_what_a_console_cannot_print_is_replaced() -> None:
    result = CliRunner(charset="ascii").invoke(main, ["parse", str(EXAMPLE)])
    assert result.exit_code == 0
    assert "13964" in result.stdout


@pytest.mark.parametrize("wanted", [True, False])
def test_no_colour_where_none_is_wanted(two: list[str], *, wanted: bool) -> None:
    env = {"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": None if wanted else "1"}
    assert ("\x1b[1;3" in run("check", two[1], env=env).stdout) is wanted
