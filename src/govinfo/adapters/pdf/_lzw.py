"""Unpacks streams that are packed by LZW, as programs did before 2000, piece by piece.

pypdfium2 has no such function, and that of PDFium itself takes all the memory that a stream asks
for: a hundred kilobytes may unpack to a hundred megabytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLEAR, _END, _FIRST = 256, 257, 258
_NARROW, _WIDE = 9, 12  # bits of a code
_LETTERS: Final = [bytes((number,)) for number in range(256)] + [b"", b""]


def unpacked(data: bytes, *, early: bool = True) -> Iterator[bytes]:
    """What each code stands for, up to the end or the first that stands for nothing.

    Args:
        data: The packed bytes.
        early: Whether codes grow by a bit one code before they must (`/EarlyChange`).
    """
    table = list(_LETTERS)
    before = b""
    width, held, bits = _NARROW, 0, 0
    for byte in data:
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & (1 << bits) - 1
        if code == _CLEAR:
            del table[_FIRST:]
            width, before = _NARROW, b""
            continue
        if code == _END or code > len(table) or (code == len(table) and not before):
            return
        entry = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < 1 << _WIDE:
            table.append(before + entry[:1])
        if width < _WIDE and len(table) + early >= 1 << width:
            width += 1
        before = entry
        yield entry
