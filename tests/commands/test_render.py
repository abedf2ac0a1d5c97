from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import govinfo
from govinfo.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "report.txt"


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["render", *map(str, arguments)], input=stdin)


def figures(report: govinfo.Report) -> dict[str, object]:
    return {path: (fact.value, fact.note) for path, fact in report.facts.items()}


@pytest.mark.parametrize("ending", ["docx", "html", "txt", "md"])
def test_a_document_is_written_in_the_format_of_its_ending(tmp_path: Path, ending: str) -> None:
    made = tmp_path / f"made.{ending}"
    assert run(EXAMPLE, "-o", made).exit_code == 0
    assert figures(govinfo.parse(made)) == figures(govinfo.parse(EXAMPLE))


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_what_was_filled_in_is_rendered(tmp_path: Path, ending: str) -> None:
    form, made = tmp_path / f"form.{ending}", tmp_path / "made.docx"
    assert run(EXAMPLE, "-o", form).exit_code == 0
    assert run(form, "-o", made).exit_code == 0
    assert figures(govinfo.parse(made)) == figures(govinfo.parse(EXAMPLE))


@pytest.mark.parametrize("edition", ["2014", "2019", "2021"])
def test_the_blank_template_is_written(tmp_path: Path, edition: str) -> None:
    made = tmp_path / "blank.docx"
    assert run("--blank", edition, "-o", made).exit_code == 0
    assert govinfo.parse(made).edition == edition


def test_standard_input_to_standard_output() -> None:
    report = govinfo.parse(EXAMPLE)
    result = run("-", "--format", "text", "--layout", "columns", stdin=report.to_json().encode())
    assert figures(govinfo.parse(result.stdout_bytes)) == figures(report)


def test_a_line_of_jsonl_is_a_report() -> None:
    line = f'{{"file": "x", "report": {govinfo.parse(EXAMPLE).to_json()}}}'
    assert run("-", stdin=line.encode()).stdout.startswith("# 云岭市青溪区")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "either a FILE or --blank"),
        ((EXAMPLE, "--blank", "2021"), "either a FILE or --blank"),
        ((EXAMPLE, "-o", "report.odt"), "Name a format"),
        (("missing.json",), "missing.json"),
        ((EXAMPLE, "--layout", "tabs"), "--layout is for text"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[object, ...], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'{"year": "x"}', b"path,value\nrequests.received.total,x\n", b""]
)
def test_data_that_is_no_report_is_an_error_and_no_traceback(data: bytes) -> None:
    result = run("-", stdin=data)
    assert result.exit_code == 2
    assert result.stderr.startswith("govinfo: ")


def test_a_list_of_paths_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    made = tmp_path / "list.xlsx"
    assert run("--blank", "2021", "--paths", "-o", made).exit_code == 0
    rows = openpyxl.load_workbook(made).worksheets[0].iter_rows(values_only=True)
    assert next(rows)[:2] == ("path", "label")
    assert "--paths is for csv and xlsx" in run("--blank", "2021", "--paths", "-o", "x.docx").stderr
