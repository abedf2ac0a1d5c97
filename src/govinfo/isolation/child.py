"""The process that does the work: it may be killed at any time, and costs one item then."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from govinfo.isolation.work import Guard, Job, Said, lacked_memory, receive, send

try:
    import resource
except ImportError:  # Windows has no such limits; there only the parent's clock watches
    resource = None  # type: ignore[assignment]


_GARBAGE = (20_000, 20, 100)
"""When circles of objects are looked for: documents make few, and what is remembered of forms is
large. As often as usual, the search takes a tenth of the time of a corpus."""


def main() -> None:
    """Do jobs from standard input until it ends."""
    gc.set_threshold(*_GARBAGE)
    jobs, answers = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the parent that is interrupted
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    send(answers, (Said.READY,))
    _silence(2)
    prepared = set()
    with suppress(EOFError, BrokenPipeError):
        while True:
            job, items, guard = receive(jobs)
            if job.prepare is not None and job.prepare not in prepared:
                job.prepare()
                prepared.add(job.prepare)
            if not _do(job, items, guard, answers):
                break
    # Libraries that were badly treated may crash when they are taken down.
    os._exit(0)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, out of the reach of whatever prints or reads."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _silence(0)
    _silence(1)
    return jobs, answers


def _silence(descriptor: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, descriptor)
    os.close(nothing)


def _do(job: Job, items: list[Any], guard: Guard, answers: IO[bytes]) -> bool:
    """Do a job; whether another can be done."""
    results, numbers = [], []
    for number, item in enumerate(items):
        send(answers, (Said.BEGAN, number))
        try:
            with _guarded(guard):
                results.append(job.read(item))
            numbers.append(number)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever, it is this item's
            if lacked_memory(error):
                send(answers, (Said.MEMORY, number))
                return False
            send(answers, (Said.RAISED, number, f"{type(error).__name__}: {error}"))
    try:
        gathered = job.gather(results)
    except Exception as error:  # noqa: BLE001 - one of the items is the cause, or all are
        send(answers, (Said.LOST, f"{type(error).__name__}: {error}"))
        return False
    send(answers, (Said.DONE, numbers, gathered))
    return True


@contextmanager
def _guarded(guard: Guard) -> Iterator[None]:
    """Limits for one item: the system ends the process where it hangs, in C or in Python."""
    alarm = guard.timeout is not None and hasattr(signal, "setitimer")
    if guard.memory is not None:
        _limit_memory(guard.memory)
    if alarm:
        signal.setitimer(signal.ITIMER_REAL, guard.timeout or 0)
    try:
        yield
    finally:
        if alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if guard.memory is not None:
            _limit_memory(None)


def _limit_memory(more: int | None) -> None:
    """Allow so much more than is held now."""
    held = _held()
    if resource is None or held is None:
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    soft = hard if more is None else held + more
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard) if soft != resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int | None:
    """The bytes that `RLIMIT_DATA` counts; `None` where the system does not say."""
    if not sys.platform.startswith("linux"):
        return None
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - for every document
        return int(file.read().split()[5]) * resource.getpagesize()
