from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from corpus.papers import rows, write
from govinfo.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["batch", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "in", range(12))
    (tmp_path / "in" / "notice.txt").write_text("通知：放假。\n", encoding="utf-8")
    (tmp_path / "in" / "again.txt").write_bytes((tmp_path / "in" / "00" / "001.txt").read_bytes())
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return tmp_path


def test_a_run_tells_how_far_it_is_and_what_it_came_to(folder: Path) -> None:
    done = run(folder / "in", "-o", folder / "out", "--jobs", "1")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[0].startswith("govinfo: 0 of 15, ")
    assert done.stderr.splitlines()[-1].startswith("govinfo: 15 of 15, ")
    told = [line.strip() for line in done.stdout.splitlines()]
    assert told[0].startswith("15  documents in ")
    for line in ("12  read", "1  no report", "1  failed: CorruptDocument", "1  duplicates"):
        assert line in told
    assert "the commonest findings:" in told
    assert f"wrote {folder / 'out' / 'reports.parquet'}" in told
    assert len(rows(folder / "out", "reports")) == 12


def test_a_run_tells_so_in_chinese(folder: Path) -> None:
    arguments = ["batch", str(folder / "in"), "-o", str(folder / "out"), "--jobs", "1"]
    done = CliRunner(env={"GOVINFO_LANG": "zh"}).invoke(main, arguments)
    assert done.stderr.splitlines()[0].startswith("govinfo: 0/15，每秒 0 份")
    told = [line.strip() for line in done.stdout.splitlines()]
    assert told[0].startswith("15  份文件，用时 ")
    assert "12  份已读取" in told
    assert "1  份未能读取：文件已损坏，请重新获取，或用原软件打开后另存" in told
    assert "最常见的诊断：" in told


def test_quietly_into_one_file(folder: Path) -> None:
    out = folder / "panel.duckdb"
    done = run(folder / "in" / "00", "-o", out, "-q", "--no-check")
    assert (done.exit_code, done.stderr) == (0, "")
    with duckdb.connect(str(out), read_only=True) as base:
        assert base.execute("SELECT count(*) FROM reports").fetchall() == [(10,)]
        stages = "SELECT DISTINCT stage FROM diagnostics"
        assert base.execute(stages).fetchall() in ([], [("reading",)])


def test_a_run_that_is_there(folder: Path) -> None:
    arguments = (folder / "in" / "00", "-o", folder / "out", "-q")
    assert run(*arguments).exit_code == 0
    again = run(*arguments)
    assert again.exit_code == 2
    assert "--resume goes on with it, --overwrite begins anew" in again.stderr
    assert "10  of them finished before" in run(*arguments, "--resume").stdout
    assert "before" not in run(*arguments, "--overwrite").stdout


def test_what_cannot_be_done_is_said_in_a_line(folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    for arguments, said in (
        (("@none", "-o", folder / "out"), "none"),
        ((folder / "in", "-o", folder / "file" / "out"), "file"),
        ((folder / "in", "-o", folder / "a.xlsx", "--to", "csv"), "one file of format xlsx"),
    ):
        done = run(*arguments)
        assert done.exit_code == 2
        assert done.stderr.startswith("govinfo: ")
        assert said in done.stderr
        assert done.stderr.count("\n") == 1


def test_sizes() -> None:
    assert "is no size" in run("x", "-o", "y", "--memory", "much").stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_what_is_finished_and_says_how_to_go_on(
    folder: Path, number: signal.Signals
) -> None:
    code = (
        "import sys, time; from govinfo.corpus.feed import Feed; keep = Feed._keep\n"
        "def slowly(self, future):\n"
        "    keep(self, future); print('kept', file=sys.stderr, flush=True); time.sleep(0.5)\n"
        "Feed._keep = slowly\n"
        "from govinfo.cli import main; main()\n"
    )
    arguments = ["batch", str(folder / "in"), "-o", str(folder / "out"), "--jobs", "1"]
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        assert process.stderr.readline().startswith("govinfo: 0 of 15")
        while "kept" not in process.stderr.readline():
            pass
        process.send_signal(number)
        told, said = process.stdout.read(), process.stderr.read()
    assert process.returncode == 130
    assert said.splitlines()[-1].endswith("interrupted; to go on: the same command with --resume")
    assert "left" in told
    assert 0 < len(rows(folder / "out", "reports")) < 12
    assert run(*arguments[1:], "--resume", "-q").exit_code == 0
    assert len(rows(folder / "out", "reports")) == 12
