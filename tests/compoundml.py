"""Writes OLE compound files by hand, each stream in whole sectors."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_CUTOFF = 4096
_FREE, _END, _OF_FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_ROOT, _STREAM = 5, 2


def compound(streams: Mapping[str, bytes], class_id: bytes = bytes(16)) -> bytes:
    """A file with these streams; short ones are filled up, since only long ones have sectors."""
    sectors: list[bytes] = []
    chains: list[int] = []
    placed: list[tuple[str, int, int]] = []
    for name, data in sorted(streams.items(), key=lambda pair: (len(pair[0]), pair[0].upper())):
        held = data.ljust(_CUTOFF, b"\0")
        count = -(-len(held) // _SECTOR)
        placed.append((name, len(sectors), len(held)))
        first = len(sectors)
        sectors += [
            held[at * _SECTOR : (at + 1) * _SECTOR].ljust(_SECTOR, b"\0") for at in range(count)
        ]
        chains += [*range(first + 1, first + count), _END]
    directory = _directory(placed, class_id)
    first_of_directory = len(sectors)
    count = len(directory) // _SECTOR
    sectors += [directory[at * _SECTOR : (at + 1) * _SECTOR] for at in range(count)]
    chains += [*range(first_of_directory + 1, first_of_directory + count), _END]
    fats = -(-(len(chains) + 8) // (_SECTOR // 4))
    chains += [_OF_FAT] * fats
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(fats * _SECTOR, b"\xff")
    places = [len(sectors) + at for at in range(fats)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + class_id
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<IIIIIIIIII", 0, fats, first_of_directory, 0, _CUTOFF, _END, 0, _END, 0, places[0]
    )
    header += struct.pack("<108I", *places[1:], *[_FREE] * (109 - len(places)))
    return header + b"".join(sectors) + table


def _directory(placed: list[tuple[str, int, int]], class_id: bytes) -> bytes:
    entries = [_entry("Root Entry", _ROOT, child=1 if placed else _NONE, class_id=class_id)]
    for number, (name, start, size) in enumerate(placed, 1):
        # Each is the next one's elder: a tree as deep as it has streams.
        after = number + 1 if number < len(placed) else _NONE
        entries.append(_entry(name, _STREAM, right=after, start=start, size=size))
    return b"".join(entries).ljust(-(-len(entries) * 128 // _SECTOR) * _SECTOR, b"\0")


def _entry(
    name: str,
    kind: int,
    *,
    child: int = _NONE,
    right: int = _NONE,
    start: int = _END,
    size: int = 0,
    class_id: bytes = bytes(16),
) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters), kind, 1, _NONE, right, child)
        + class_id
        + bytes(20)
        + struct.pack("<IQ", start, size)
    )


def summary(**properties: str) -> bytes:
    """The stream in which a file tells its `title`, `subject` and `author`."""
    numbers = {"title": 2, "subject": 3, "author": 4}
    values = [(1, struct.pack("<II", 2, 65001))]
    for name, text in properties.items():
        held = text.encode() + b"\0"
        value = struct.pack("<II", 30, len(held)) + held
        values.append((numbers[name], value.ljust(-(-len(value) // 4) * 4, b"\0")))
    at = 8 + 8 * len(values)
    places, body = b"", b""
    for number, value in values:
        places += struct.pack("<II", number, at + len(body))
        body += value
    section = struct.pack("<II", at + len(body), len(values)) + places + body
    return struct.pack("<HHI16xI16xI", 0xFFFE, 0, 0x20005, 1, 48) + section
