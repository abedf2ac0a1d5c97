"""Whoever reads, the tables are the same: threads, processes, a cluster that loses a worker."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import govinfo
from corpus.papers import rows, tables, write
from corpus.poison import installed, spread
from govinfo.cli import main
from govinfo.corpus import State
from govinfo.isolation import POOL

COUNT = 48


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder of reports and of files that bring down what reads them; what is said of these."""
    folder = tmp_path_factory.mktemp("poisoned")
    write(folder / "in", range(COUNT))
    with installed(folder / "plugin"):
        yield folder, spread(folder / "in" / "02", 1)
    POOL.close()


def read(
    folder: Path,
    out: Path,
    executor: Executor | None,
    progress: Callable[[State], None] | None = None,
) -> govinfo.corpus.Summary:
    return govinfo.batch(
        folder / "in", out, executor=executor, timeout=3, memory=1 << 28, progress=progress
    )


def check(out: Path, said: dict[str, str]) -> None:
    assert {row["source"]: row["error"] for row in rows(out, "failures")} == said
    read = rows(out, "reports")
    assert [row["requests.received.total"] for row in read] == list(range(COUNT))


def test_threads_and_processes(poisoned: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    folder, said = poisoned
    with ThreadPoolExecutor(2) as threads:
        read(folder, tmp_path / "threads", threads)
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        read(folder, tmp_path / "processes", processes)
    check(tmp_path / "threads", said)
    assert tables(tmp_path / "threads") == tables(tmp_path / "processes")


class Cluster:
    """A scheduler of Dask and two workers, each a process without a nurse."""

    def __init__(self, folder: Path, stack: ExitStack, path: Path) -> None:
        self._folder = folder
        self._stack = stack
        self._environment = {**os.environ, "PYTHONPATH": str(path)}
        self.file = folder / "scheduler.json"
        self._start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self._worker(), self._worker()]

    def _worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard")

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + what, *options]
        log = self._stack.enter_context((self._folder / f"{what}.log").open("ab"))
        process = self._stack.enter_context(
            subprocess.Popen(  # noqa: S603
                [*command, "--scheduler-file", str(self.file)],
                stdout=log,
                stderr=log,
                cwd=self._folder,
                env=self._environment,
            )
        )
        self._stack.callback(process.kill)
        return process


@pytest.fixture(scope="module")
def cluster(
    poisoned: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path_factory.mktemp("cluster"), stack, poisoned[0] / "plugin")


@pytest.fixture
def client(cluster: Cluster) -> Iterator[Any]:
    from distributed import Client  # noqa: PLC0415 - it takes a second

    with Client(scheduler_file=str(cluster.file), timeout=60) as made:  # type: ignore[no-untyped-call]
        made.wait_for_workers(1, timeout=60)
        yield made


def test_a_cluster_that_loses_a_worker(
    poisoned: tuple[Path, dict[str, str]], cluster: Cluster, client: Any, tmp_path: Path
) -> None:
    folder, said = poisoned
    client.wait_for_workers(2, timeout=60)
    killed: list[int] = []

    def kill(state: State) -> None:
        if state.done >= COUNT // 4 and not killed:
            killed.append(state.done)
            cluster.workers[0].kill()

    summary = read(folder, tmp_path, client.get_executor(), kill)
    assert killed[0] < COUNT
    assert len(client.scheduler_info()["workers"]) == 1
    assert (summary.read, summary.left) == (COUNT, 0)
    check(tmp_path, said)


def test_a_cluster_from_the_command_line(
    poisoned: tuple[Path, dict[str, str]], client: Any, tmp_path: Path
) -> None:
    folder, _ = poisoned
    address = client.scheduler.address
    source, out = str(folder / "in" / "00"), str(tmp_path / "out")
    done = CliRunner().invoke(main, ["batch", source, "-o", out, "--dask", address])
    assert done.exit_code == 0, done.output
    assert len(rows(tmp_path / "out", "reports")) == 10


class Forgetful(Executor):
    """An executor that gives no answer of some documents, and of none that come together."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        documents = args[0]
        if len(documents) > 1 or b"\x00" in documents[0].data:
            future.set_exception(OSError("the worker is gone"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_documents_without_an_answer_are_told_and_tried_again_next_time(tmp_path: Path) -> None:
    write(tmp_path / "in", range(20))
    (tmp_path / "in" / "lost.txt").write_bytes(b"\x00")
    govinfo.batch(tmp_path / "in", tmp_path / "out", executor=Forgetful(), jobs=1)
    (failure,) = rows(tmp_path / "out", "failures")
    assert failure["error"] == "Lost"
    assert failure["message"] == "the executor gave no answer: OSError: the worker is gone"
    summary = govinfo.batch(tmp_path / "in", tmp_path / "out", resume=True)
    assert (summary.resumed, summary.read) == (20, 20)
    assert list(summary.failed) != ["Lost"]
    POOL.close()
