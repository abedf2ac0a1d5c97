from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest
from pyarrow import parquet

import govinfo
from corpus.papers import document, report, rows, tables, write
from corpus.poison import installed, poison, spread
from govinfo import Report
from govinfo.corpus import State
from govinfo.prose.measures import MEASURES
from govinfo.template.panel import PANEL


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 40 reports in two formats, a page that is none, and a file under two names."""
    folder = tmp_path_factory.mktemp("panel")
    write(folder / "in", range(20))
    write(folder / "in", range(20, 40), "html", "html")
    (folder / "in" / "small.html").write_text("<html><body><p>通知：放假。</p></body></html>")
    shutil.copy(folder / "in" / "00" / "003.txt", folder / "in" / "zz.txt")
    (folder / "in" / "~$003.docx").write_bytes(b"a lock of a word processor")
    return folder


@pytest.fixture(scope="module")
def undisturbed(panel: Path) -> Path:
    govinfo.batch(panel / "in", panel / "out", jobs=1)
    return panel / "out"


def test_the_tables_hold_what_parse_gives(panel: Path, undisturbed: Path) -> None:
    read = rows(undisturbed, "reports")
    assert [row["source"] for row in read] == sorted(
        str(path) for path in (panel / "in").glob("[0-9]*/*")
    )
    for number, row in enumerate(read):
        told = report(number)
        assert row["title"] == told.title
        assert (row["year"], row["edition"]) == (told.year, "2021")
        assert row["format"] == ("text" if number < 20 else "html")
        assert row["requests.received.total"] == number
        assert row["requests.received.enterprise"] is None
        assert row["proactive.fees.amount"] == Decimal(f"{number}.25")
        assert row["proactive.fees.amount.unit"] == "万元"
        assert row["indicators.disclosure.total"] is None
        path = Path(row["source"])
        parsed = govinfo.parse(path)
        found = (*parsed.diagnostics, *parsed.check())
        counted = row["errors"] + row["warnings"] + row["infos"]
        assert (row["bytes"], counted) == (path.stat().st_size, len(found))
    claims = [(row["source"], row["path"], row["value"]) for row in rows(undisturbed, "claims")]
    assert claims == [
        (row["source"], path, number)
        for number, row in enumerate(read)
        for path in ("narrative.disclosed.total", "requests.received.total")
    ]
    facts = rows(undisturbed, "facts")
    assert len(facts) == sum(len(govinfo.parse(row["source"]).facts) for row in read)
    (fact,) = [
        fact
        for fact in facts
        if fact["path"] == "proactive.fees.amount" and fact["source"].endswith("007.txt")
    ]
    assert (fact["value"], fact["amount"], fact["unit"]) == (None, Decimal("7.25"), "万元")
    assert fact["raw"]
    assert fact["where"].startswith("table ")
    assert all(row["message_zh"] for row in rows(undisturbed, "diagnostics"))


def test_what_is_no_report_and_what_is_there_twice_is_told_apart(
    panel: Path, undisturbed: Path
) -> None:
    (failure,) = rows(undisturbed, "failures")
    assert failure["source"].endswith("small.html")
    assert failure["error"] == "NotAReport"
    assert failure["todo"]
    (same,) = rows(undisturbed, "duplicates")
    assert same["source"] == str(panel / "in" / "zz.txt")
    assert same["same_as"] == str(panel / "in" / "00" / "003.txt")


def test_the_order_of_sources_and_workers_makes_no_difference(
    panel: Path, undisturbed: Path, tmp_path: Path
) -> None:
    files = sorted((panel / "in").rglob("*[0-9lz].*[tl]"), reverse=True)
    summary = govinfo.batch(files, tmp_path, jobs=3)
    assert tables(tmp_path) == tables(undisturbed)
    assert (summary.read, summary.no_report, summary.duplicates) == (40, 1, 1)
    assert summary.left == 0


def test_no_rows_at_all(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    summary = govinfo.batch(tmp_path / "in", tmp_path / "out")
    assert (summary.total, summary.read) == (0, 0)
    assert tables(tmp_path / "out")["reports"] == []


def test_a_run_that_is_there_is_not_lost_by_mistake(panel: Path, undisturbed: Path) -> None:
    with pytest.raises(FileExistsError, match="holds a run"):
        govinfo.batch(panel / "in", undisturbed)


def test_resuming_a_finished_run_reads_nothing_again(
    panel: Path, undisturbed: Path, tmp_path: Path
) -> None:
    shutil.copytree(undisturbed, tmp_path / "out")
    told: list[State] = []
    summary = govinfo.batch(panel / "in", tmp_path / "out", resume=True, progress=told.append)
    assert (summary.total, summary.resumed, summary.left) == (42, 42, 0)
    assert tables(tmp_path / "out") == tables(undisturbed)
    other = govinfo.batch(panel / "in", tmp_path / "out", resume=True, check=False)
    assert other.resumed == 0
    assert {row["stage"] for row in rows(tmp_path / "out", "diagnostics")} <= {"reading"}


def test_a_file_that_has_moved_keeps_its_rows(tmp_path: Path) -> None:
    write(tmp_path / "in", range(3))
    govinfo.batch(tmp_path / "in", tmp_path / "out")
    (tmp_path / "in" / "00" / "001.txt").rename(tmp_path / "in" / "new.txt")
    (tmp_path / "in" / "00" / "002.txt").unlink()
    summary = govinfo.batch(tmp_path / "in", tmp_path / "out", resume=True)
    assert (summary.read, summary.resumed) == (2, 2)
    names = [Path(row["source"]).name for row in rows(tmp_path / "out", "reports")]
    assert names == ["000.txt", "new.txt"]


def test_poisoned_files_cost_themselves_alone(tmp_path: Path) -> None:
    write(tmp_path / "in", range(60))
    said = spread(tmp_path / "in" / "05", 1)
    with installed(tmp_path / "plugin"):
        summary = govinfo.batch(tmp_path / "in", tmp_path / "out", timeout=3, memory=1 << 28)
    assert {row["source"]: row["error"] for row in rows(tmp_path / "out", "failures")} == said
    read = rows(tmp_path / "out", "reports")
    assert [row["requests.received.total"] for row in read] == list(range(60))
    assert summary.failed == {
        "Crash": 2,
        "BrokenAdapter": 1,
        "CorruptDocument": 2,
        "OutOfMemory": 1,
        "Timeout": 1,
    }
    assert (summary.read, summary.left) == (60, 0)


def test_what_failed_by_its_limits_is_tried_again_with_others(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(document(1))
    (tmp_path / "in" / "b.poison").write_bytes(poison("memory"))
    with installed(tmp_path / "plugin"):
        for memory, resumed in ((1 << 28, 0), (1 << 28, 2), (1 << 29, 1)):
            summary = govinfo.batch(tmp_path / "in", tmp_path / "out", memory=memory, resume=True)
            assert (summary.read, summary.resumed) == (1, resumed)
            assert summary.failed == {"OutOfMemory": 1}


def test_an_interrupted_run_writes_what_is_finished_and_is_gone_on_with(
    panel: Path, undisturbed: Path, tmp_path: Path
) -> None:
    def interrupt(state: State) -> None:
        if 5 <= state.done < 40:
            raise KeyboardInterrupt

    with pytest.raises(govinfo.Interrupted) as caught:
        govinfo.batch(panel / "in", tmp_path, jobs=1, progress=interrupt)
    summary = caught.value.summary
    assert 5 <= summary.read < 40
    assert summary.left > 0
    finished = rows(tmp_path, "reports")
    assert len(finished) == summary.read
    assert all(row in rows(undisturbed, "reports") for row in finished)
    resumed = govinfo.batch(panel / "in", tmp_path, resume=True)
    assert resumed.resumed >= summary.read
    assert tables(tmp_path) == tables(undisturbed)


def test_a_run_whose_process_is_killed_is_gone_on_with(
    panel: Path, undisturbed: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[3:]\n"
        "import govinfo\n"
        "def tell(state): print(state.done, flush=True)\n"
        "govinfo.batch(sys.argv[1], sys.argv[2], jobs=1, progress=tell)\n"
    )
    out = tmp_path / "out"
    arguments = [sys.executable, "-c", code, str(panel / "in"), str(out)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as run:  # noqa: S603
        assert run.stdout is not None
        for line in run.stdout:
            if int(line) >= 10:
                run.send_signal(signal.SIGKILL)
                break
    assert run.returncode == -signal.SIGKILL
    assert not (out / "reports.parquet").exists()
    summary = govinfo.batch(panel / "in", out, resume=True)
    assert summary.resumed >= 10
    assert tables(out) == tables(undisturbed)


def test_a_full_disk_is_said_and_what_was_finished_is_kept(
    panel: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govinfo.corpus.journal._MOST_PAGES", 40)
    with pytest.raises(OSError, match="the disk is full") as caught:
        govinfo.batch(panel / "in", tmp_path, jobs=1)
    assert caught.value.filename == str(tmp_path / ".journal")
    monkeypatch.undo()
    summary = govinfo.batch(panel / "in", tmp_path, resume=True)
    assert summary.resumed >= 5
    assert tables(tmp_path) == tables(undisturbed)


def test_tables_that_cannot_be_written_are_said_and_the_journal_is_kept(
    panel: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("govinfo.corpus.writers.Parquet.write", full)
    with pytest.raises(OSError, match="No space left"):
        govinfo.batch(panel / "in", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".journal"]
    monkeypatch.undo()
    assert govinfo.batch(panel / "in", tmp_path, resume=True).resumed == 42
    assert tables(tmp_path) == tables(undisturbed)


def test_an_option_that_no_adapter_has_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="passwort"):
        govinfo.batch(tmp_path, tmp_path / "out", passwort="x")
    assert not (tmp_path / "out").exists()


def test_adapters_get_their_options(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(document(1))
    summary = govinfo.batch(tmp_path / "a.txt", tmp_path / "out", password="x")  # noqa: S106
    assert summary.read == 1
    summary = govinfo.batch(tmp_path / "a.txt", tmp_path / "out", format="pdf", resume=True)
    assert (summary.resumed, summary.failed) == (0, {"CorruptDocument": 1})


def test_children_are_gone_when_a_run_is_over(tmp_path: Path) -> None:
    before = threading.active_count()
    write(tmp_path / "in", range(3))
    govinfo.batch(tmp_path / "in", tmp_path / "out", jobs=2)
    time.sleep(0.1)
    assert threading.active_count() == before
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    if children.exists():
        pids = children.read_text(encoding="ascii").split()
        commands = [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in pids]
        assert not any(b"isolation.child" in command for command in commands)


def test_a_measure_of_ones_own_goes_to_whoever_reads(panel: Path, tmp_path: Path) -> None:
    path = "narrative.items"
    govinfo.measure(path, en="items", zh="信息数", words="公开政府信息", units="条")
    try:
        govinfo.batch(panel / "in" / "00", tmp_path, jobs=1)
    finally:
        MEASURES.pop(path)
    told = [row["value"] for row in rows(tmp_path, "claims") if row["path"] == path]
    assert told == list(range(10))
    govinfo.batch(panel / "in" / "00", tmp_path, jobs=1, resume=True)
    assert path not in {row["path"] for row in rows(tmp_path, "claims")}


def test_harmonised_columns_hold_over_the_editions(tmp_path: Path) -> None:
    made = {
        "2014": {"indicators.applications.received": 5, "indicators.disclosure.total": 80},
        "2019": {"requests.received.total": 6, "proactive.rules.produced": 2},
        "2021": {"requests.received.total": 7, "proactive.rules.issued": 3},
    }
    (tmp_path / "in").mkdir()
    for edition, figures in made.items():
        report = Report.from_figures(
            figures,
            edition=edition,
            agency="云岭市水务局",
            year=int(edition),
            overview="公开政府信息9条。",
        )
        (tmp_path / "in" / f"{edition}.txt").write_bytes(report.render("text"))
    govinfo.batch(tmp_path / "in", tmp_path / "plain", jobs=1)
    formats = ("parquet", "csv", "jsonl", "xlsx", "duckdb")
    govinfo.batch(tmp_path / "in", tmp_path / "out", to=formats, jobs=1, harmonise=True)
    found = rows(tmp_path / "out", "reports")
    columns = ("requests_received", "rules_issued", "disclosed_total", "licensing_decisions")
    assert [[row[f"panel.{name}"] for name in columns] for row in found] == [
        [5, None, 80, None],
        [6, 2, 9, None],
        [7, 3, 9, None],
    ]
    plain = rows(tmp_path / "plain", "reports")
    assert [{name: row[name] for name in plain[0]} for row in found] == plain
    assert {name for name in found[0] if name not in plain[0]} == {
        *(f"panel.{variable.name}" for variable in PANEL),
        "panel.of_another_edition",
    }
    field = parquet.read_schema(tmp_path / "out" / "reports.parquet").field("panel.rules_issued")
    assert field.metadata[b"editions"] == b"2019,2021"
    assert "本年新制作数量" in field.metadata[b"near.2019"].decode()


def test_a_value_of_another_editions_tables_is_told(tmp_path: Path) -> None:
    report = Report.from_figures(
        {"requests.outcomes.other.total.total": 4, "requests.received.total": 9},
        edition="2021",
        agency="云岭市水务局",
        year=2023,
    )
    (tmp_path / "a.txt").write_bytes(report.render("text"))
    read = govinfo.parse(tmp_path / "a.txt")
    assert read.facts["requests.outcomes.other.total.total"].value == 4
    govinfo.batch(tmp_path / "a.txt", tmp_path / "out", jobs=1, harmonise=True)
    (row,) = rows(tmp_path / "out", "reports")
    assert row["panel.requests_other_outcomes"] == 4
    assert row["panel.of_another_edition"] == "requests_other_outcomes"
