"""What leaves a command when its output cannot be written, or the library fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import govinfo
from govinfo.cli import main

REPORT = "某县2023年政府信息公开工作年度报告\n一、总体情况\n公开12条。\n"
GOVINFO = (sys.executable, "-c", "from govinfo.cli import main; main()")


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "command", [["parse"], ["parse", "--format", "json"], ["blocks"], ["check"], ["check", "-v"]]
)
def test_a_closed_pipe_is_quiet(command: list[str], report: str) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(  # noqa: S603 - our own program
        [*GOVINFO, *command, report], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr
    assert b"pipe" not in done.stderr.lower()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("command", [["parse"], ["facts", "--format", "csv"], ["check"]])
def test_a_full_disk_is_one_line(command: list[str], report: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            [*GOVINFO, *command, "-q", report], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "govinfo: output: No space left on device"
    assert b"Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_named(report: str, tmp_path: Path) -> None:
    lost = tmp_path / "missing" / "out.docx"
    done = CliRunner().invoke(main, ["render", report, "-o", str(lost)])
    assert done.exit_code == 2
    assert done.stderr == f"govinfo: {lost} cannot be written: No such file or directory\n"


def test_a_failure_of_the_library_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("told")

    monkeypatch.setattr("govinfo.checks.run.chosen", fail)
    done = CliRunner().invoke(main, ["check", report])
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"govinfo: {govinfo.__version__} failed: KeyError: 'told'")
    assert "report" in line
