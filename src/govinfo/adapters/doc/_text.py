"""The text of a document in its pieces, cut where its looks change."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from govinfo.adapters.binary import u16, u32
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govinfo.adapters.doc._file import WordFile
    from govinfo.adapters.doc._formatting import Runs

_PIECES: Final = 33
_COMPRESSED: Final = 0x40000000


class Stretch(NamedTuple):
    """Letters that look alike.

    Attributes:
        text: The letters.
        start: The first one's number in the document.
        place: The first one's byte in the main stream.
        step: How many bytes a letter has there.
        properties: Properties that the run has, and after them those of the piece.
    """

    text: str
    start: int
    place: int
    step: int
    properties: bytes


class _Piece(NamedTuple):
    first: int
    end: int
    place: int
    step: int
    properties: bytes


class Text:
    """The whole text: body, notes, boxes, one after the other.

    Raises:
        CorruptDocument: It is said to be longer than the file.
    """

    def __init__(self, file: WordFile) -> None:
        self._word = file.word
        self._pieces = list(_pieces(file.part(_PIECES)))
        if sum((piece.end - piece.first) * piece.step for piece in self._pieces) > len(file.word):
            raise CorruptDocument("the document is cut short: its text is longer than the file")
        self._firsts = [piece.first for piece in self._pieces]

    def between(self, first: int, end: int, runs: Runs) -> Iterator[Stretch]:
        """The stretches from one letter up to another.

        Raises:
            CorruptDocument: The text is said to stand outside of the file.
        """
        index = max(0, bisect_right(self._firsts, first) - 1)
        for piece in self._pieces[index:]:
            at, last = max(first, piece.first), min(end, piece.end)
            if piece.first >= end:
                return
            while at < last:
                place = piece.place + (at - piece.first) * piece.step
                run = runs.at(place)
                # A run's end may be in the midst of a letter in a damaged file.
                length = max(1, min(last - at, (run.end - place) // piece.step))
                text = self._decoded(place, length, piece.step)
                yield Stretch(text, at, place, piece.step, run.properties + piece.properties)
                at += length

    def _decoded(self, place: int, length: int, step: int) -> str:
        held = self._word[place : place + length * step]
        if len(held) < length * step:
            raise CorruptDocument("the document is cut short: its text goes on after the file")
        if step == 1:
            return held.decode("cp1252", "replace")
        # Each unit is a letter of its own here, so that places in the file can be counted.
        return held.decode("utf-16-le", "surrogatepass") if _is_plain(held) else _units(held)


def _is_plain(held: bytes) -> bool:
    """Whether no unit is one half of a character."""
    return not any(0xD8 <= byte <= 0xDF for byte in held[1::2])


def _units(held: bytes) -> str:
    return "".join(chr(u16(held, at)) for at in range(0, len(held), 2))


def _pieces(table: bytes) -> Iterator[_Piece]:
    extra: list[bytes] = []
    at = 0
    while at < len(table) and table[at] == 1:
        size = u16(table, at + 1)
        extra.append(table[at + 3 : at + 3 + size])
        at += 3 + size
    if at >= len(table) or table[at] != 2:
        raise CorruptDocument("the document lacks the table of its text")
    count = (u32(table, at + 1) - 4) // 12
    at += 5
    for number in range(count):
        first, end = u32(table, at + 4 * number), u32(table, at + 4 * number + 4)
        place = at + 4 * (count + 1) + 8 * number
        start, modifier = u32(table, place + 2), u16(table, place + 6)
        properties = b""
        if modifier & 1 and modifier >> 1 < len(extra):
            properties = extra[modifier >> 1]
        if end <= first:
            continue
        if start & _COMPRESSED:
            yield _Piece(first, end, (start & ~_COMPRESSED) // 2, 1, properties)
        else:
            yield _Piece(first, end, start, 2, properties)
