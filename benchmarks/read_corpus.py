"""How fast a corpus is read, and how right: `python benchmarks/read_corpus.py FOLDER`.

FOLDER is what `benchmarks/make_corpus.py` made. In one run: all files through
`govinfo.batch` with two processes, and the tables compared with the truth (a figure that was read
otherwise than meant, and of which nothing speaks, is a silent error); then some of them through a
plain loop of `govinfo.parse` and `check`, through `govinfo.batch` with one process, with two, and
by format, and through the batch paths of Kreuzberg and MarkItDown where these are installed.

Processor time tells how well work is shared where a busy machine makes the clock's useless: what a
second process can bring at most is 2 c / (c + p), with c what a document takes of the children's
time and p what it takes of the parent's.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import duckdb

import govinfo

_JOBS = (1, 2)
_EARLY = 1_000
_SOME = 2_000
"""Files from which rates are taken, for all ways the same."""
ENDINGS = ("docx", "html", "pdf", "txt", "md")

# What stands as one row: a figure that was read, and another than was meant, without a finding
# about it, its row, its table, or a sum that it takes part in.
_WRONG = """
CREATE TABLE wrong AS
SELECT f.source, f.path, t.value AS meant, f.value AS "read", t.amount AS meant_amount, f.amount,
       t.unit AS meant_unit, f.unit
FROM facts f LEFT JOIN truth t USING (source, path)
WHERE (f.value IS NOT NULL AND f.value IS DISTINCT FROM t.value)
   OR (f.amount IS NOT NULL
       AND (f.amount IS DISTINCT FROM t.amount OR f.unit IS DISTINCT FROM t.unit));
"""
_SILENT = """
SELECT count(*) FROM wrong w WHERE NOT EXISTS (
    SELECT 1 FROM diagnostics d WHERE d.source = w.source AND {stage}
      AND (d.path <> '' AND (w.path = d.path OR starts_with(w.path, d.path || '.'))
           OR list_contains(string_split(d.contributors, ' '), w.path)))
"""


def main() -> None:
    """Measure, compare, print."""
    folder = Path(sys.argv[1])
    files = sorted(path for path in (folder / "files").rglob("*") if path.is_file())
    print(f"{len(files)} files, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    some = files[:: max(1, len(files) // _SOME)]
    run(files, folder / "out", _JOBS[-1], "all")
    compare(folder, folder / "out")
    loop(some)
    for jobs in _JOBS:
        run(some, folder / "out-some", jobs)
    for ending in ENDINGS:
        kind = [path for path in some if path.suffix == f".{ending}"]
        run(kind, folder / "out-some", _JOBS[-1], f".{ending}")
    for name, module, way in OTHERS:
        if find_spec(module):
            with timed(f"{name}, text only", len(some)):
                way(some)
        else:
            print(f"{name}: not installed")


def loop(files: list[Path]) -> None:
    """A plain loop over files, by format."""
    taken: dict[str, float] = {}
    counts: Counter[str] = Counter()
    with timed("loop of govinfo.parse and check", len(files)):
        for path in files:
            began = time.perf_counter()
            try:
                govinfo.parse(path).check()
            except govinfo.GovInfoError as error:
                print(f"  {path}: {error}")
            spent = time.perf_counter() - began
            taken[path.suffix] = taken.get(path.suffix, 0.0) + spent
            counts[path.suffix] += 1
    for ending, count in counts.items():
        print(f"    {ending:6}{count / taken[ending]:8.0f} files/s")


def run(files: list[Path], out: Path, jobs: int, what: str = "some") -> None:
    """One run; what it takes of time and memory."""
    shutil.rmtree(out, ignore_errors=True)
    peak = Peak(_EARLY)
    before = _cpu()
    with timed(f"govinfo.batch, {what}, {jobs} jobs", len(files)):
        summary = govinfo.batch(files, out, jobs=jobs, progress=lambda state: peak.at(state.done))
    peak.over()
    after = _cpu()
    parent, children = ((after[i] - before[i]) * 1000 / len(files) for i in (0, 1))
    print(f"    a document: parent {parent:.2f} ms, children {children:.2f} ms of processor time")
    print(f"    {peak}")
    print(f"    read {summary.read}, no report {summary.no_report}, failed {summary.failed}")


class Peak:
    """The most memory that this process and its children hold, sampled while a run goes."""

    def __init__(self, early: int) -> None:
        self._early = early
        self._done = 0
        self._seen: dict[str, dict[str, int]] = {"early": {}, "all": {}}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def at(self, done: int) -> None:
        """So many documents are finished."""
        self._done = done

    def over(self) -> None:
        """The run is over."""
        self._over.set()
        self._thread.join()

    def __str__(self) -> str:
        early, whole = self._seen["early"], self._seen["all"]
        parts = [
            f"{who} {early.get(who, 0) >> 20} MiB after {self._early:,}, {most >> 20} MiB in all"
            for who, most in whole.items()
        ]
        return "peak memory: " + "; ".join(parts)

    def _watch(self) -> None:
        while not self._over.wait(0.25):
            held = {"parent": _resident(os.getpid())}
            children = [_resident(pid) for pid in _children()]
            if children:
                held["the largest child"] = max(children)
            for when in ("early", "all") if self._done <= self._early else ("all",):
                seen = self._seen[when]
                for who, size in held.items():
                    seen[who] = max(seen.get(who, 0), size)


def _children() -> list[int]:
    """The processes that read; one that has not begun yet still looks like its parent."""
    tasks = Path("/proc/self/task").glob("*/children")
    pids = [int(pid) for task in tasks for pid in _text(task).split()]
    return [pid for pid in pids if "isolation.child" in _text(Path(f"/proc/{pid}/cmdline"))]


def _resident(pid: int) -> int:
    fields = _text(Path(f"/proc/{pid}/statm")).split()
    return int(fields[1]) * resource.getpagesize() if fields else 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _cpu() -> tuple[float, float]:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(kind) for kind in kinds]
    return used[0].ru_utime + used[0].ru_stime, used[1].ru_utime + used[1].ru_stime


def compare(folder: Path, out: Path) -> None:
    """The tables against the truth."""
    base = duckdb.connect()
    for table in ("reports", "facts", "diagnostics", "failures", "duplicates"):
        base.execute(
            f"CREATE TABLE {table} AS SELECT * REPLACE "  # noqa: S608 - ours
            f"(replace(source, '{folder}/files/', '') AS source) FROM '{out}/{table}.parquet'"
        )
    # What equal bytes hold was read once, under the first of their names.
    base.execute(
        "CREATE TABLE truth AS SELECT * FROM "  # noqa: S608 - ours
        f"'{folder}/truth.parquet' WHERE source NOT IN (SELECT source FROM duplicates)"
    )
    base.execute(f"CREATE TABLE documents AS SELECT * FROM '{folder}/documents.parquet'")  # noqa: S608
    base.execute(_WRONG)

    def number(query: str) -> int:
        (count,) = base.execute(query).fetchall()[0]
        return int(count)

    held = "(value IS NOT NULL OR amount IS NOT NULL)"
    meant = number(f"SELECT count(*) FROM truth WHERE {held}")  # noqa: S608
    right = number(
        "SELECT count(*) FROM truth t JOIN facts f USING (source, path) WHERE "
        "t.value = f.value OR (t.amount = f.amount AND t.unit IS NOT DISTINCT FROM f.unit)"
    )
    wrong = number("SELECT count(*) FROM wrong")
    silent = number(_SILENT.format(stage="d.stage = 'reading'"))
    unchecked = number(_SILENT.format(stage="true"))
    forms = number("SELECT count(DISTINCT (edition, form, damaged)) FROM documents")
    print(f"{forms} forms; {meant} figures meant, {right} right, {wrong} wrong,")
    print(f"of these {silent} without a finding on reading, {unchecked} without any")
    for row in base.execute(
        "SELECT d.form, d.damaged, count(*), any_value(w.source), any_value(w.path) "
        "FROM wrong w JOIN documents d USING (source) GROUP BY ALL ORDER BY 3 DESC LIMIT 20"
    ).fetchall():
        print("   ", *row)
    for row in base.execute("SELECT source, error, message FROM failures LIMIT 20").fetchall():
        print("   ", *row)


def _kreuzberg(files: list[Path]) -> None:
    import_module("kreuzberg").batch_extract_files_sync([str(path) for path in files])


def _markitdown(files: list[Path]) -> None:
    converter = import_module("markitdown").MarkItDown()
    for path in files:
        try:
            converter.convert(str(path))
        except Exception as error:  # noqa: BLE001 - whatever it is, it goes on
            print(f"  {path}: {type(error).__name__}")


Way = tuple[str, str, Callable[[list[Path]], None]]
OTHERS: tuple[Way, ...] = (
    ("Kreuzberg", "kreuzberg", _kreuzberg),
    ("MarkItDown", "markitdown", _markitdown),
)


@contextmanager
def timed(what: str, count: int) -> Iterator[None]:
    """Print how long something took."""
    began = time.perf_counter()
    yield
    seconds = time.perf_counter() - began
    print(f"{what}: {count / seconds:.0f} files/s ({count} in {seconds:.1f} s)", flush=True)


if __name__ == "__main__":
    main()
