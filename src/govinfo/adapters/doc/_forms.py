"""The lists to choose from in old forms: what is chosen is kept in the data stream."""

from __future__ import annotations

from typing import Final

from govinfo.adapters.binary import u16, u32
from govinfo.errors import CorruptDocument

_LIST: Final = 2
_UNTOLD: Final = 25
_MOST_ENTRIES: Final = 1_000


def chosen(data: bytes, place: int) -> str | None:
    """The entry that is chosen in the form's field at a place; `None` where it is no list."""
    try:
        return _chosen(data, place + data[place + 4] + 256 * data[place + 5])
    except (CorruptDocument, IndexError):
        return None


def _chosen(data: bytes, at: int) -> str | None:
    if u32(data, at) != 0xFFFFFFFF:
        return None
    bits = u16(data, at + 4)
    if bits & 0x3 != _LIST:
        return None
    result = bits >> 2 & 0x1F
    at = _after_text(data, at + 10)
    default = u16(data, at)
    at += 2
    for _ in range(5):  # Format, help, status, and the macros at its beginning and end.
        at = _after_text(data, at)
    if u16(data, at) != 0xFFFF:
        return None
    count, extra = u16(data, at + 2), u16(data, at + 4)
    at += 6
    entries = []
    for _ in range(min(count, _MOST_ENTRIES)):
        length = u16(data, at)
        entries.append(data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length + extra
    index = default if result == _UNTOLD else result
    return entries[index] if index < len(entries) else None


def _after_text(data: bytes, at: int) -> int:
    """The place after a text with its length before it and a zero after it."""
    return at + 2 + 2 * (u16(data, at) + 1)
