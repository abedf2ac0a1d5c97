"""The records of a workbook (BIFF8), and the texts in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from govinfo.adapters.binary import u16, u32
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN, END = 0x0809, 0x000A
PASSWORD: Final = 0x002F
SINCE_1904: Final = 0x0022
SHEET: Final = 0x0085
FONT, FORMAT, LOOK, PALETTE = 0x0031, 0x041E, 0x00E0, 0x0092
STRINGS, CONTINUED = 0x00FC, 0x003C
ROW, COLUMNS, USUAL_ROW, WINDOW = 0x0208, 0x007D, 0x0225, 0x023E
SHARED_TEXT, TEXT, RICH_TEXT = 0x00FD, 0x0204, 0x00D6
NUMBER, SHORT_NUMBER, SHORT_NUMBERS = 0x0203, 0x027E, 0x00BD
BLANK, BLANKS = 0x0201, 0x00BE
FORMULA, RESULT, TRUTH = 0x0006, 0x0207, 0x0205
MERGED: Final = 0x00E5

_WIDE, _EXTENDED, _RICH = 0x1, 0x4, 0x8
_MOST_STRINGS: Final = 1_000_000


class Record(NamedTuple):
    """A record: its kind, its data, and where records that continue it begin in these."""

    kind: int
    data: bytes
    joints: tuple[int, ...]


class RichText(NamedTuple):
    """A text, and from which letters on it has which font."""

    text: str
    fonts: tuple[tuple[int, int], ...]


def records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from a place up to the end of a sheet, each with what continues it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = u16(stream, at), u16(stream, at + 2)
        data = stream[at + 4 : at + 4 + size]
        if len(data) < size:
            raise CorruptDocument("the workbook is cut short")
        at += 4 + size
        joints: list[int] = []
        parts = [data]
        length = size
        while at + 4 <= len(stream) and u16(stream, at) == CONTINUED:
            more = u16(stream, at + 2)
            joints.append(length)
            parts.append(stream[at + 4 : at + 4 + more])
            length += more
            at += 4 + more
        depth += (kind == BEGIN) - (kind == END)
        # Charts in a sheet have beginnings and ends of their own.
        if depth == 1 or kind == BEGIN:
            yield Record(kind, b"".join(parts) if joints else data, tuple(joints))
        if depth <= 0:
            return


class _Cursor:
    """Goes through the data of a record in which texts break off and go on."""

    def __init__(self, record: Record, at: int) -> None:
        self.data = record.data
        self.at = at
        self._joints = iter((*record.joints, len(record.data) + 1))
        self._joint = next(self._joints)

    def number(self, size: int) -> int:
        number = u16(self.data, self.at) if size == 2 else u32(self.data, self.at)
        self.at += size
        return number

    def flags(self) -> int:
        if self.at >= len(self.data):
            raise CorruptDocument("a text in the workbook is cut short")
        self.at += 1
        return self.data[self.at - 1]

    def letters(self, count: int, wide: bool) -> str:
        """Letters; where they go on in another record, that says anew how wide they are."""
        parts = []
        while count:
            while self.at > self._joint:
                self._joint = next(self._joints)
            if self.at == self._joint:
                self._joint = next(self._joints)
                wide = bool(self.flags() & _WIDE)
            step = 2 if wide else 1
            here = min(count, (min(self._joint, len(self.data)) - self.at) // step)
            if here <= 0:
                raise CorruptDocument("a text in the workbook is cut short")
            held = self.data[self.at : self.at + here * step]
            parts.append(held.decode("utf-16-le" if wide else "latin-1", "replace"))
            self.at += here * step
            count -= here
        return "".join(parts)


def text_at(record: Record, at: int, *, short: bool = False) -> str:
    """A text with its length before it, in two bytes or in one."""
    cursor = _Cursor(record, at)
    length = cursor.flags() if short else cursor.number(2)
    return cursor.letters(length, bool(cursor.flags() & _WIDE))


def strings(record: Record) -> list[RichText]:
    """The texts that cells share; some programs say that there are more than there are."""
    cursor = _Cursor(record, 8)
    found: list[RichText] = []
    while cursor.at < len(record.data) and len(found) < min(u32(record.data, 4), _MOST_STRINGS):
        found.append(_rich(cursor))
    return found


def _rich(cursor: _Cursor) -> RichText:
    length, flags = cursor.number(2), cursor.flags()
    runs = cursor.number(2) if flags & _RICH else 0
    extended = cursor.number(4) if flags & _EXTENDED else 0
    text = cursor.letters(length, bool(flags & _WIDE))
    fonts = tuple((cursor.number(2), cursor.number(2)) for _ in range(runs))
    cursor.at += extended
    return RichText(text, fonts)
