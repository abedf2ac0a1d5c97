"""Whole numbers in bytes, as Intel's processors order them."""

from __future__ import annotations

from govinfo.errors import CorruptDocument


def u16(data: bytes, at: int) -> int:
    """Two bytes without sign.

    Raises:
        CorruptDocument: The bytes end before.
    """
    return _number(data, at, 2, signed=False)


def i16(data: bytes, at: int) -> int:
    """Two bytes with sign."""
    return _number(data, at, 2, signed=True)


def u32(data: bytes, at: int) -> int:
    """Four bytes without sign."""
    return _number(data, at, 4, signed=False)


def i32(data: bytes, at: int) -> int:
    """Four bytes with sign."""
    return _number(data, at, 4, signed=True)


def _number(data: bytes, at: int, size: int, *, signed: bool) -> int:
    part = data[at : at + size] if at >= 0 else b""
    if len(part) < size:
        raise CorruptDocument("the document is damaged or cut short: a number lies past its end")
    return int.from_bytes(part, "little", signed=signed)
