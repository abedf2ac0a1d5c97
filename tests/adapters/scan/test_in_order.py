"""Pages are read two at a time, and all is as if they were read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Barrier, Lock, get_ident

import pytest

from govinfo import LimitExceeded, Limits
from govinfo.adapters.scan._in_order import in_order
from govinfo.source import Clock

PAGES = 5
LIMITS = Limits()


def once(page: int, _: Clock) -> int:
    return page


class Worked:
    """How many pages are in work, painted ones included, and in which threads."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self.threads: set[int] = set()
        self._lock = Lock()

    def pages(self) -> Iterator[int]:
        for page in range(PAGES):
            with self._lock:
                self.now += 1
                self.most = max(self.most, self.now)
            self.threads.add(get_ident())
            yield page

    def read(self, page: int, _: Clock) -> int:
        with self._lock:
            self.now -= 1
        return page * page


def test_the_pages_keep_their_order_and_are_few_at_a_time() -> None:
    worked = Worked()
    assert list(in_order(worked.read, worked.pages(), PAGES, LIMITS)) == [
        page * page for page in range(PAGES)
    ]
    assert worked.most <= 2
    assert worked.threads == {get_ident()}, "what paints them is used by this thread alone"


def test_two_are_read_at_a_time() -> None:
    both = Barrier(2, timeout=30)

    def read(page: int, _: Clock) -> int:
        both.wait()
        return page

    assert list(in_order(read, range(4), 4, LIMITS)) == list(range(4))


def test_nothing_comes_of_no_page() -> None:
    assert list(in_order(once, (), 0, LIMITS)) == []


def test_the_error_is_that_of_the_first_page_that_has_one() -> None:
    def read(page: int, _: Clock) -> int:
        if page in (1, 2):
            raise ValueError(page)
        return page

    results = in_order(read, range(PAGES), PAGES, LIMITS)
    assert next(results) == 0
    with pytest.raises(ValueError, match="1"):
        next(results)


def test_an_error_of_a_page_comes_before_that_of_painting_the_next() -> None:
    def pages() -> Iterator[int]:
        yield 0
        raise KeyError

    def read(page: int, _: Clock) -> int:
        raise ValueError(page)

    with pytest.raises(ValueError, match="0"):
        list(in_order(read, pages(), 2, LIMITS))
    with pytest.raises(KeyError):
        list(in_order(once, pages(), 2, LIMITS))


def test_one_page_is_read_by_this_thread_and_has_its_own_time() -> None:
    def read(_: int, clock: Clock) -> int:
        clock.check()
        return get_ident()

    assert list(in_order(read, [1], 1, LIMITS)) == [get_ident()]
    assert get_ident() not in in_order(read, [1, 2], 2, LIMITS)
    with pytest.raises(LimitExceeded, match="seconds"):
        list(in_order(read, [1, 2], 2, Limits(seconds=0.0)))
