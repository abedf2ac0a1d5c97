"""Who does the work: threads with a child process each, or any executor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial

from govinfo.corpus.rows import LOST, Bytes, Piece, Settings, Told, read_documents
from govinfo.isolation import Pool


class Crew:
    """Takes documents, gives futures of pieces.

    Attributes:
        jobs: How many documents are read at the same time.
    """

    def __init__(self, executor: Executor | None, jobs: int | None, settings: Settings) -> None:
        self.jobs = jobs or _workers(executor)
        self._settings = settings
        self._own = Pool() if executor is None else None
        self._executor = executor or ThreadPoolExecutor(self.jobs, "govinfo-batch")
        self._read = (
            read_documents if self._own is None else partial(read_documents, pool=self._own)
        )

    def submit(self, documents: Sequence[Bytes]) -> Future[list[Piece]]:
        """Have documents read."""
        return self._executor.submit(self._read, documents, self._settings)

    def close(self) -> None:
        """Let the processes go; an executor that was given stays as it is."""
        if self._own is not None:
            self._executor.shutdown()
            self._own.close()

    def stop(self) -> None:
        """End at once whatever is being read."""
        if self._own is not None:
            self._own.stop()
            self._executor.shutdown(cancel_futures=True)


def answer(future: Future[list[Piece]], count: int) -> list[Piece] | None:
    """What a future gives; a failure where it gives nothing of one document.

    Returns:
        `None` where it gives nothing of several: then each is to be sent alone.
    """
    try:
        return future.result()
    except Exception as failed:  # noqa: BLE001 - an executor may raise anything
        error = failed
    if count > 1:
        return None
    message = f"the executor gave no answer: {type(error).__name__}: {error}"
    return [Piece([0], [Told(LOST, message)])]


def _workers(executor: Executor | None) -> int:
    known = getattr(executor, "_max_workers", None)
    if isinstance(known, int):
        return known
    client = getattr(executor, "_client", None)
    if client is not None:
        return sum(client.nthreads().values()) or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
