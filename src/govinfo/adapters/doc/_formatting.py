"""Finds the properties of characters and paragraphs: pages of 512 bytes, by the place of text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from govinfo.adapters.binary import u16, u32
from govinfo.adapters.doc import _sprms as sprm
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from govinfo.adapters.doc._file import WordFile

_PAGE: Final = 512
_MOST_RUNS: Final = 101
"""What a page can hold."""


class Run(NamedTuple):
    """Properties of a stretch of the main stream.

    Attributes:
        start: Its first byte.
        end: The byte after it.
        style: The number of the paragraph's style; 0 for characters.
        properties: Its properties.
    """

    start: int
    end: int
    style: int
    properties: bytes


class Runs:
    """Runs in the order of the stream."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = sorted(runs)
        self._starts = [run.start for run in self._runs]

    def at(self, place: int) -> Run:
        """The run at a byte; one without properties, up to the next, where there is none."""
        index = bisect_right(self._starts, place)
        if index and self._runs[index - 1].end > place:
            return self._runs[index - 1]
        end = self._starts[index] if index < len(self._starts) else 1 << 32
        return Run(place, end, 0, b"")


def characters(file: WordFile) -> Runs:
    """The runs of characters."""
    return Runs([run for page in _pages(file, 12) for run in _of_characters(page)])


def paragraphs(file: WordFile) -> Runs:
    """The paragraphs; a run is one."""
    return Runs([run for page in _pages(file, 13) for run in _of_paragraphs(page, file.data)])


def _pages(file: WordFile, number: int) -> list[bytes]:
    table = file.part(number)
    count = max(0, (len(table) - 4) // 8)
    pages = []
    for index in range(count):
        at = (u32(table, 4 * (count + 1) + 4 * index) & 0x3FFFFF) * _PAGE
        page = file.word[at : at + _PAGE]
        if len(page) < _PAGE or page[-1] > _MOST_RUNS:
            raise CorruptDocument("a page of formatting is damaged or lies past the file's end")
        pages.append(page)
    return pages


def _of_characters(page: bytes) -> list[Run]:
    count = page[-1]
    runs = []
    for index in range(count):
        at = 2 * page[4 * (count + 1) + index]
        properties = page[at + 1 : at + 1 + page[at]] if at else b""
        runs.append(Run(u32(page, 4 * index), u32(page, 4 * index + 4), 0, properties))
    return runs


def _of_paragraphs(page: bytes, data: bytes) -> list[Run]:
    count = page[-1]
    runs = []
    for index in range(count):
        place = 4 * (count + 1) + 13 * index
        at = 2 * page[place] if place < _PAGE else 0
        style, properties = 0, b""
        if at:
            size = page[at]
            start = at + 1 if size else at + 2
            end = start + (2 * size - 1 if size else 2 * page[at + 1])
            held = page[start:end]
            style = u16(held, 0) if len(held) >= 2 else 0
            properties = _whole(held[2:], data)
        runs.append(Run(u32(page, 4 * index), u32(page, 4 * index + 4), style, properties))
    return runs


def _whole(properties: bytes, data: bytes) -> bytes:
    """The properties, with those that are kept in the data stream."""
    more = b""
    for code, value in sprm.each(properties):
        if code in sprm.HUGE:
            return _held(data, u32(value, 0)) or properties
        if code == sprm.OF_TABLE:
            more += _held(data, u32(value, 0))
    return properties + more


def _held(data: bytes, at: int) -> bytes:
    return data[at + 2 : at + 2 + u16(data, at)] if at + 2 <= len(data) else b""
