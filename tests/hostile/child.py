"""One hostile input in a child process of bounded memory and time, and how it ended."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

import govinfo

_USUAL = 0.016
"""Seconds that a fixed work takes on a processor of two and a half gigahertz."""
_SPACE = 1536 << 20
"""Bytes of address space above what the process has when it is made."""


@frozen
class End:
    """How a child ended.

    Attributes:
        how: `report`, the name of a `GovInfoError`, `leak: …` or `signal …`.
        seconds: Processor time, as a processor of the usual pace would take that has nothing else
            to do.
        megabytes: The most memory that it held, above what it was made with.
    """

    how: str
    seconds: float
    megabytes: int


def ending(data: bytes, act: Callable[[bytes], str], seconds: int) -> End:
    """How `act` ends in a child that is given these bytes."""
    read, write = os.pipe()
    pace = _pace()
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    child = os.fork()
    if not child:
        _run(data, act, round(2 * seconds * pace), write)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read().decode("utf-8", "replace")
    _, status, used = os.wait4(child, 0)
    if os.WIFSIGNALED(status):
        told = f"signal {signal.Signals(os.WTERMSIG(status)).name}"
    most = used.ru_maxrss // 1024 - held * resource.getpagesize() // (1 << 20)
    took = (used.ru_utime + used.ru_stime) / max(pace, _pace())
    return End(told, took, max(0, most))


def _pace() -> float:
    """How many times as long as usual a fixed work takes now, and no less than once.

    Processor time grows with what else a machine does, for its caches and its clock are shared.
    """
    start = time.process_time()
    total = sum(number % 7 for number in range(150_000))
    held = {str(number): number for number in range(50_000)}
    assert total
    assert held
    return max(1.0, (time.process_time() - start) / _USUAL)


def _run(data: bytes, act: Callable[[bytes], str], seconds: int, write: int) -> None:
    with contextlib.suppress(BaseException):
        gc.freeze()  # What the parent holds is not walked for what the input leaves.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        space = int(pages) * resource.getpagesize() + _SPACE
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            told = act(data)
        except govinfo.GovInfoError as error:
            told = type(error).__name__
            if isinstance(error, (govinfo.BrokenAdapter, govinfo.UnexpectedFailure)):
                told = f"leak: {error}"[:300]
        except BaseException as error:  # noqa: BLE001 - whatever leaks is told
            at = error.__traceback__
            while at is not None and at.tb_next is not None:
                at = at.tb_next
            where = at and f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}"
            told = f"leak: {type(error).__name__} {error}"[:200] + f" at {where}"
        os.write(write, told.encode("utf-8", "replace"))
    sys.stdout.flush()
    os._exit(0)


def warm(data: bytes) -> None:
    """Use a document in this process."""
    with contextlib.suppress(govinfo.GovInfoError):
        used(data)


def ended(data: bytes) -> str:
    """How these bytes end in this process: `report`, or the error's name."""
    try:
        return used(data)
    except govinfo.GovInfoError as error:
        return type(error).__name__


def used(data: bytes) -> str:
    """All that is done with a report: read, checked, written."""
    report = govinfo.parse(data, limits=govinfo.Limits(seconds=2))
    report.check()
    report.to_json()
    report._repr_html_()
    return "report"
