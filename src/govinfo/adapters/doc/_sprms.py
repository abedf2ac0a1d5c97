"""The single properties (sprms) in which Word 97 keeps formatting: two bytes of code, a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.binary import u16

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of characters
DELETED: Final = 0x0800
SPECIAL: Final = 0x0855
PLACE: Final = 0x6A03
SYMBOL: Final = 0x6A09
STYLE: Final = 0x4A30
STRIKE, DOUBLE_STRIKE = 0x0837, 0x2A53
VANISH: Final = 0x083C
COLOUR_INDEX, COLOUR = 0x2A42, 0x6870
HIGHLIGHT: Final = 0x2A0C
SHADING_80, SHADING = 0x4866, 0xCA71
SIZE, POSITION, ALIGN = 0x4A43, 0x4845, 0x2A48
FONT: Final = 0x4A4F

# Of paragraphs
IN_TABLE, ROW_END = 0x2416, 0x2417
DEPTH, DEPTH_MORE = 0x6649, 0x664A
INNER_CELL, INNER_ROW_END = 0x244B, 0x244C
HUGE: Final = frozenset({0x6645, 0x6646})
"""Say where in the data stream all properties are, that are too many for a page."""
OF_TABLE: Final = 0x646B
"""Says where in the data stream those of the table are."""
LEVEL_OF_LIST, LIST = 0x260A, 0x460B
OUTLINE: Final = 0x2640
PARAGRAPH_SHADING_80, PARAGRAPH_SHADING = 0x442D, 0xC64D

# Of rows
DEFINITION: Final = 0xD608
VERTICAL: Final = 0xD62B
MERGED: Final = 0x5624
HEADER: Final = 0x3404
CELLS_SHADING_80, CELLS_SHADING = 0xD609, 0xD612

_SIZES: Final = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABS: Final = 0xC615


def each(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """The code and the value of each property; what is cut short is left out."""
    at, end = 0, len(properties)
    while at + 3 <= end:
        code = u16(properties, at)
        at += 2
        size = _size(code, properties, at)
        if at + size > end:
            return
        yield code, properties[at : at + size]
        at += size


def _size(code: int, properties: bytes, at: int) -> int:
    kind = code >> 13
    if kind != 6:
        return _SIZES[kind]
    if code == DEFINITION:
        return u16(properties, at) + 1 if at + 2 <= len(properties) else 2
    if code == _TABS and properties[at] == 255:
        return len(properties) - at  # Its size is not told in one byte; nothing follows it.
    return properties[at] + 1
