"""Reads the sheets of an old workbook that are shown."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from govinfo.adapters import compound
from govinfo.adapters.assembly import to_blocks
from govinfo.adapters.binary import u16, u32
from govinfo.adapters.budget import Budget
from govinfo.adapters.cell_looks import text_of
from govinfo.adapters.number_formats import shown
from govinfo.adapters.sheets import Cells, Reader
from govinfo.adapters.summary import metadata_of
from govinfo.adapters.symbols import UNKNOWN
from govinfo.adapters.xls import _records as r
from govinfo.adapters.xls._styles import Styles
from govinfo.blocks import Document
from govinfo.errors import CorruptDocument, EncryptedDocument, UnsupportedFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govinfo.adapters.cell_looks import Font, Look
    from govinfo.adapters.pieces import Piece
    from govinfo.source import Limits

_SUMMARY: Final = "\x05SummaryInformation"
_BIFF_8: Final = 0x0600
_HIDDEN_ROW, _HIDDEN_ROWS, _SHOWS_ZEROS = 0x20, 0x2, 0x10
_OF_FORMULA: Final = 0xFFFF


def read(data: bytes, limits: Limits) -> Document:
    """Read a workbook.

    Raises:
        GovInfoError: It cannot be read.
    """
    if not data.startswith(compound.BEGINNING):
        raise CorruptDocument("not a workbook of Excel 97-2003, or cut short")
    _, streams = compound.read_streams(data, "Workbook", "Book", _SUMMARY)
    # Excel 95 called its stream by the shorter name; some programs still do.
    stream = streams.get("Workbook", streams.get("Book"))
    if stream is None:
        raise compound.refusal(data)
    workbook = _Workbook(stream, Budget(limits))
    blocks = to_blocks(workbook.pieces())
    return Document(blocks, metadata_of(streams.get(_SUMMARY, b"")), "xls")


class _Workbook:
    def __init__(self, stream: bytes, budget: Budget) -> None:
        if u16(stream, 0) != r.BEGIN or u16(stream, 4) != _BIFF_8:
            raise UnsupportedFormat("a workbook of Excel 95 or before; save it as .xlsx")
        self._stream = stream
        self._budget = budget
        self._styles = Styles()
        self._strings: list[r.RichText] = []
        self._sheets: list[int] = []
        # A text may be long and in many cells.
        self._known: dict[tuple[int, Look], str] = {}
        self._since_1904 = False
        for record in r.records(stream, 0):
            self._take(record)

    def _take(self, record: r.Record) -> None:
        data = record.data
        if record.kind == r.PASSWORD:
            raise EncryptedDocument("the workbook is encrypted; save it without its password")
        if record.kind == r.SHEET:
            is_shown, is_of_cells = not data[4] & 0x3, not data[5]
            if is_shown and is_of_cells:
                self._sheets.append(u32(data, 0))
        elif record.kind == r.STRINGS:
            self._strings = r.strings(record)
        elif record.kind == r.SINCE_1904:
            self._since_1904 = bool(u16(data, 0))
        else:
            self._styles.take(record)

    def pieces(self) -> list[Piece]:
        """What the sheets show, one after the other."""
        reader = Reader(self._budget)
        pieces: list[Piece] = []
        for at in self._sheets:
            pieces += reader.pieces(_Sheet(self, at).cells)
        return pieces

    def records(self, at: int) -> Iterator[r.Record]:
        """The records of a sheet."""
        return r.records(self._stream, at)

    def look(self, number: int) -> Look:
        """How a cell looks."""
        return self._styles.look(number)

    def number(self, value: float, look: Look) -> str:
        """A number as it is shown."""
        if look.font.is_unseen(look.behind):
            return ""
        return shown(repr(value), look.number_format, since_1904=self._since_1904)

    def shared(self, number: int, look: Look) -> str:
        """A text that cells share."""
        if number >= len(self._strings):
            return UNKNOWN
        if (number, look) not in self._known:
            text, starts = self._strings[number]
            self._known[number, look] = text_of(self._runs(text, starts, look), look)
        return self._known[number, look]

    def _runs(
        self, text: str, starts: tuple[tuple[int, int], ...], look: Look
    ) -> Iterator[tuple[str, Font]]:
        at, font = 0, look.font
        for start, number in starts:
            yield text[at:start], font
            at, font = max(at, start), self._styles.font(number)
        yield text[at:], font


class _Sheet:
    """The cells of a sheet.

    Attributes:
        cells: What was read.
    """

    def __init__(self, workbook: _Workbook, at: int) -> None:
        self._workbook = workbook
        self._zeros = True
        self._awaiting: tuple[int, int, Look] | None = None
        self.cells = Cells()
        hidden = False
        shown_rows: set[int] = set()
        for record in workbook.records(at):
            if record.kind == r.USUAL_ROW:
                hidden = bool(u16(record.data, 0) & _HIDDEN_ROWS)
            elif record.kind == r.ROW:
                is_hidden = bool(u32(record.data, 12) & _HIDDEN_ROW)
                (self.cells.hidden_rows if is_hidden else shown_rows).add(u16(record.data, 0))
            else:
                self._take(record)
        if hidden:
            rows = {row for row, _ in self.cells.texts} - shown_rows
            self.cells.hidden_rows |= rows
        if not self._zeros:
            zeros = [place for place, text in self.cells.texts.items() if text == "0"]
            for place in zeros:
                del self.cells.texts[place]

    def _take(self, record: r.Record) -> None:
        kind, data = record.kind, record.data
        if kind == r.COLUMNS:
            if u16(data, 8) & 0x1 or not u16(data, 4):
                self.cells.hidden_columns.update(range(u16(data, 0), u16(data, 2) + 1))
        elif kind == r.WINDOW:
            self._zeros = bool(u16(data, 0) & _SHOWS_ZEROS)
        elif kind == r.MERGED:
            for at in range(2, 2 + 8 * u16(data, 0), 8):
                top, bottom, left, right = (u16(data, at + 2 * part) for part in range(4))
                if bottom >= top and right >= left:
                    self.cells.merged.append((top, left, bottom, right))
        elif kind in (r.SHORT_NUMBERS, r.BLANKS):
            self._several(kind, data)
        elif kind == r.RESULT and self._awaiting is not None:
            row, column, look = self._awaiting
            self._write(row, column, look, text_of([(r.text_at(record, 0), look.font)], look))
        elif kind in _CELLS:
            row, column = u16(data, 0), u16(data, 2)
            look = self._workbook.look(u16(data, 4))
            self._write(row, column, look, self._text(record, look, (row, column)))

    def _several(self, kind: int, data: bytes) -> None:
        row, column = u16(data, 0), u16(data, 2)
        step = 6 if kind == r.SHORT_NUMBERS else 2
        for at in range(4, len(data) - 2, step):
            look = self._workbook.look(u16(data, at))
            text = self._workbook.number(_short(u32(data, at + 2)), look) if step == 6 else ""
            self._write(row, column, look, text)
            column += 1

    def _text(self, record: r.Record, look: Look, place: tuple[int, int]) -> str:
        kind, data = record.kind, record.data
        workbook = self._workbook
        if kind == r.SHARED_TEXT:
            return workbook.shared(u32(data, 6), look)
        if kind in (r.TEXT, r.RICH_TEXT):
            return text_of([(r.text_at(record, 6), look.font)], look)
        if kind == r.NUMBER:
            return workbook.number(_double(data, 6), look)
        if kind == r.SHORT_NUMBER:
            return workbook.number(_short(u32(data, 6)), look)
        if kind == r.TRUTH:
            return _truth(data[6:8])
        if kind == r.FORMULA:
            self._awaiting = None
            if u16(data, 12) != _OF_FORMULA:
                return workbook.number(_double(data, 6), look)
            if data[6] == 0:
                self._awaiting = (*place, look)  # Its text comes in the next record.
            return _truth(bytes([data[8], data[6] == 2])) if data[6] in (1, 2) else ""
        return ""

    def _write(self, row: int, column: int, look: Look, text: str) -> None:
        if look.bordered:
            self.cells.bordered.add((row, column))
        text = text.strip()
        if text:
            self.cells.texts[row, column] = text


_CELLS: Final = frozenset(
    {
        *(r.SHARED_TEXT, r.TEXT, r.RICH_TEXT, r.NUMBER, r.SHORT_NUMBER, r.BLANK),
        *(r.FORMULA, r.TRUTH),
    }
)


def _double(data: bytes, at: int) -> float:
    held = data[at : at + 8]
    if len(held) < 8:
        raise CorruptDocument("a number in the workbook is cut short")
    return float(struct.unpack("<d", held)[0])


def _short(number: int) -> float:
    """A number in four bytes: whole, or the first half of one in eight; perhaps a hundredth."""
    if number & 0x2:
        whole = number >> 2
        value = float(whole - (1 << 30) if whole >> 29 else whole)
    else:
        value = float(struct.unpack("<d", bytes(4) + struct.pack("<I", number & ~0x3))[0])
    return value / 100 if number & 0x1 else value


def _truth(data: bytes) -> str:
    if len(data) < 2 or data[1]:
        return "#N/A"
    return "TRUE" if data[0] else "FALSE"
