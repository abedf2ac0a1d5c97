"""Two pages are read at a time: much of a page's work is done by one processor alone."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from govinfo.source import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govinfo.source import Limits

_AT_ONCE = 2
"""Pages in work: each takes some hundred megabytes."""
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def in_order(
    work: Callable[[_Given, Clock], _Made], given: Iterable[_Given], count: int, limits: Limits
) -> Iterator[_Made]:
    """What work makes of each page, in their order.

    Pages are taken by the thread that asks for the results, one when another has left the work:
    what paints them need not be used by several threads. An error is that of the first page in
    order that has one, as if they were read one after the other.

    Args:
        work: Reads a page in the time that a clock gives it.
        given: The pages.
        count: How many there are.
        limits: Of the time.
    """
    if count == 1:
        for page in given:
            yield work(page, Clock(limits))
        return
    waiting: deque[Future[_Made]] = deque()
    pages = iter(given)
    with ThreadPoolExecutor(_AT_ONCE, "govinfo-scan") as pool:
        while True:
            try:
                page = next(pages)
            except StopIteration:
                break
            except Exception:
                for before in waiting:
                    before.result()
                raise
            waiting.append(pool.submit(_begun, work, page, limits))
            del page
            if len(waiting) == _AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _begun(work: Callable[[_Given, Clock], _Made], page: _Given, limits: Limits) -> _Made:
    return work(page, Clock(limits, beside=_AT_ONCE - 1))
