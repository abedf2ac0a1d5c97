"""How the cells of an old workbook look."""

from __future__ import annotations

from typing import Final

from govinfo.adapters.binary import u16, u32
from govinfo.adapters.cell_looks import PLAIN, Font, Look
from govinfo.adapters.colours import WHITE
from govinfo.adapters.number_formats import BUILT_IN
from govinfo.adapters.shifted import Shifted
from govinfo.adapters.xls import _records as r
from govinfo.errors import CorruptDocument

_STRUCK: Final = 0x8
_SHIFTS: Final = {1: Shifted.NOTE, 2: -Shifted.NOTE}
_TINIEST: Final = 20
"""Twentieths of a point."""
_LEFT_OUT: Final = 4
"""No font has this number: those after it are one further on than they stand."""
_FIRST_COLOUR: Final = 8


class Styles:
    """The fonts, the formats and the looks of cells, as their records come."""

    def __init__(self) -> None:
        self._fonts: list[tuple[int, bool, bool, float]] = []
        self._formats: dict[int, str] = {}
        self._cells: list[bytes] = []
        self._colours = {_FIRST_COLOUR: "000000", _FIRST_COLOUR + 1: WHITE}
        self._looks: dict[int, Look] = {}

    def take(self, record: r.Record) -> None:
        """Take a record that says how something looks; any other says nothing."""
        data = record.data
        if record.kind == r.FONT:
            height, flags, colour, shift = u16(data, 0), u16(data, 2), u16(data, 4), u16(data, 8)
            looks = (colour, bool(flags & _STRUCK), height <= _TINIEST, _SHIFTS.get(shift, 0.0))
            self._fonts.append(looks)
        elif record.kind == r.FORMAT:
            self._format(record)
        elif record.kind == r.LOOK:
            self._cells.append(data)
        elif record.kind == r.PALETTE:
            for at in range(min(u16(data, 0), (len(data) - 2) // 4)):
                self._colours[_FIRST_COLOUR + at] = data[2 + 4 * at : 5 + 4 * at].hex()

    def _format(self, record: r.Record) -> None:
        try:
            self._formats[u16(record.data, 0)] = r.text_at(record, 2)
        except CorruptDocument:
            return  # Numbers are shown without a format, then.

    def font(self, number: int) -> Font:
        """A font by number."""
        at = number - (number > _LEFT_OUT)
        if at >= len(self._fonts):
            return PLAIN.font
        colour, struck, tiny, shift = self._fonts[at]
        return Font(struck, tiny, self._colours.get(colour), shift)

    def look(self, number: int) -> Look:
        """The look of a cell by number."""
        if number not in self._looks:
            known = number < len(self._cells) and len(self._cells[number]) >= 20
            self._looks[number] = self._look(self._cells[number]) if known else PLAIN
        return self._looks[number]

    def _look(self, data: bytes) -> Look:
        number = u16(data, 2)
        sides, pattern, colours = u16(data, 10), u32(data, 14) >> 26, u16(data, 18)
        # No pattern lets the sheet's white shine; that of one colour is the first of the two.
        behind = WHITE if not pattern else self._colours.get(colours & 0x7F)
        return Look(
            self._formats.get(number) or BUILT_IN.get(number, "General"),
            self.font(u16(data, 0)),
            behind if pattern in (0, 1) else None,
            bool(sides),
        )
