"""What the children of these tests do with their items; they import it by its name."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from typing import Any

from govinfo.isolation import Job


def doubled(item: Any) -> Any:
    """Twice the item, or, of a text, what it says."""
    if isinstance(item, str):
        _DEEDS[item]()
    return item * 2


def _sleep() -> None:
    time.sleep(60)


def _stick() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def _deaf() -> None:
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(60)


def _segfault() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _leave() -> None:
    os._exit(3)


def _exit() -> None:
    raise SystemExit(4)


def _hoard() -> None:
    bytearray(1 << 31)


def _wrap() -> None:
    try:
        _hoard()
    except MemoryError as error:
        raise ValueError("no room") from error


def _raise() -> None:
    raise ZeroDivisionError("by nothing")


def _shout() -> None:
    sys.stdout.write("to standard output")
    sys.stdout.flush()
    os.write(1, b"to its descriptor")
    os.read(0, 100)


_harm: list[int] = []


def _harm_others() -> None:
    _harm.append(1)


def fragile(item: Any) -> Any:
    """Twice the item; a process that was harmed dies at the next one."""
    if _harm:
        _segfault()
    if item == "harm":
        _harm_others()
    return item * 2


_DEEDS = {
    "sleep": _sleep,
    "stick": _stick,
    "deaf": _deaf,
    "segfault": _segfault,
    "leave": _leave,
    "exit": _exit,
    "hoard": _hoard,
    "wrap": _wrap,
    "raise": _raise,
    "shout": _shout,
}


def summed(results: list[Any]) -> int:
    """The sum of numbers; texts have none."""
    return sum(results)


SUMMED = Job(doubled, summed)
DOUBLED = Job(doubled, tuple)
FRAGILE = Job(fragile, tuple)
