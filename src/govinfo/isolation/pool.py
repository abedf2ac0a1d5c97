"""Children at hand, and jobs that outlive them."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from govinfo.isolation.work import Failure, Guard, Job, Reason
from govinfo.isolation.worker import Worker

Pieces = list[tuple[Sequence[int], Any]]
"""The numbers of some items, and what was gathered of them."""


class Stopped(Exception):  # noqa: N818 - the state
    """The pool was stopped while a job was done."""


class Pool:
    """Child processes that threads take and give back; one is started where none is idle."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: list[Worker] = []
        self._stopped = False

    def run(
        self, job: Job, items: Sequence[Any], guard: Guard
    ) -> tuple[Pieces, dict[int, Failure]]:
        """Do a job in a child process.

        An item on which the child dies is read once more alone in a new one, for another item may
        have done the harm, except where its time was over; the others are read again.

        Returns:
            What was gathered, of all items or in pieces, and the failures by item's number.

        Raises:
            Stopped: `stop` was called.
        """
        pieces: Pieces = []
        failed: dict[int, Failure] = {}
        groups = [(list(range(len(items))), False)]
        while groups:
            group, suspected = groups.pop()
            with self._borrowed(new=suspected) as worker:
                outcome = worker.run(job, [items[number] for number in group], guard)
            if outcome.died is None:
                failed |= {group[number]: one for number, one in outcome.failed.items()}
                pieces.append(([group[number] for number in outcome.numbers], outcome.result))
                continue
            if self._stopped:
                raise Stopped
            culprits = group if outcome.culprit is None else [group[outcome.culprit]]
            if suspected or outcome.died.reason is Reason.TIMEOUT:
                failed |= dict.fromkeys(culprits, outcome.died)
            else:
                groups += [([number], True) for number in culprits]
            others = [number for number in group if number not in culprits]
            if others:
                groups.append((others, False))
        return pieces, failed

    def close(self) -> None:
        """End the children that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end(gently=True)

    def stop(self) -> None:
        """End all children; jobs that are being done raise `Stopped`."""
        with self._lock:
            self._stopped = True
            for worker in self._busy:
                worker.kill()
        self.close()

    def forget(self) -> None:
        """Know of no children: a process that was forked has none of its own."""
        self.__init__()  # type: ignore[misc]

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of all child processes."""
        with self._lock:
            return tuple(worker.pid for worker in (*self._idle, *self._busy))

    @contextmanager
    def _borrowed(self, *, new: bool) -> Iterator[Worker]:
        worker = (None if new else self._taken()) or Worker()
        with self._lock:
            self._busy.append(worker)
            stopped = self._stopped
        try:
            if stopped:
                raise Stopped  # noqa: TRY301 - as if it had been stopped later
            yield worker
        except BaseException:
            # It is in the middle of a job whose answers no one waits for.
            worker.end()
            raise
        finally:
            with self._lock:
                self._busy.remove(worker)
                # A child that was just killed may not have noticed: once stopped, none is kept.
                kept = worker.alive and not worker.worn and not self._stopped
                if kept:
                    self._idle.append(worker)
            if not kept:
                worker.end(gently=True)

    def _taken(self) -> Worker | None:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                worker.end()
        return None


POOL = Pool()
"""The children of this process."""
atexit.register(POOL.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=POOL.forget)
