"""Writes workbooks of Excel 97 by hand, record by record."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from attrs import define, field

from compoundml import compound, summary
from govinfo.adapters.xls import XlsAdapter
from govinfo.blocks import Document, Table
from govinfo.source import Limits, Source

PLAIN, BORDERED = 0, 1
_BEGIN = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def text(row: int, column: int, letters: str, style: int = PLAIN) -> bytes:
    held = letters.encode("utf-16-le")
    head = struct.pack("<HHHHB", row, column, style, len(held) // 2, 1)
    return record(0x0204, head + held) if letters else record(0x0201, head[:6])


def number(row: int, column: int, value: float, style: int = PLAIN) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


@define
class Sheet:
    """A sheet that is being written: its records, and its merged ranges."""

    records: list[bytes] = field(factory=list)
    merged: list[tuple[int, int, int, int]] = field(factory=list)
    row: int = 0

    def paragraph(self, letters: str) -> None:
        self.records.append(text(self.row, 0, letters))
        self.row += 1

    def table(self, table: Table) -> None:
        """A table with borders; one at the top leaves room for a title."""
        top = self.row = max(self.row, 1)
        for cell in table.cells:
            bottom, right = cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1
            for row in range(cell.row, bottom + 1):
                for column in range(cell.column, right + 1):
                    begins = (row, column) == (cell.row, cell.column)
                    letters = cell.text if begins else ""
                    self.records.append(text(top + row, column, letters, BORDERED))
            if (bottom, right) != (cell.row, cell.column):
                self.merged.append((top + cell.row, top + bottom, cell.column, right))
        self.row += table.n_rows

    def data(self) -> bytes:
        ranges = struct.pack("<H", len(self.merged))
        ranges += b"".join(struct.pack("<4H", *one) for one in self.merged)
        return b"".join(self.records) + record(0x00E5, ranges)


def workbook(
    *sheets: bytes, states: tuple[int, ...] = (), more: bytes = b"", looks: bytes = b""
) -> bytes:
    """The stream of a workbook with these sheets' records."""
    fonts = record(0x0031, struct.pack("<HHHHH", 200, 0, 0x7FFF, 400, 0) + bytes(6)) * 4
    cells = record(0x00E0, bytes(20)) + record(0x00E0, bytes(10) + b"\x11\x11" + bytes(8))
    head = record(0x0809, _BEGIN) + fonts + more + cells + looks
    names = [struct.pack("<BBB", 2, 0, 0)[:2] + f"S{at}".encode() for at, _ in enumerate(sheets)]
    size = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    listed, bodies = b"", b""
    for at, (sheet, name) in enumerate(zip(sheets, names, strict=True)):
        state = states[at] if at < len(states) else 0
        place = struct.pack("<IBB", size + len(bodies), state, 0)
        listed += record(0x0085, place + name)
        bodies += record(0x0809, _BEGIN) + sheet + record(0x000A)
    return head + listed + record(0x000A) + bodies


def file(stream: bytes, metadata: Mapping[str, str] | None = None) -> bytes:
    return compound({"Workbook": stream, "\x05SummaryInformation": summary(**(metadata or {}))})


def write(document: Document) -> bytes:
    """A workbook of one sheet; each table with borders, parted from the one before it."""
    sheet = Sheet()
    was_table = False
    for block in document.blocks:
        if isinstance(block, Table):
            sheet.row += was_table
            sheet.table(block)
        else:
            sheet.paragraph(getattr(block, "text", ""))
        was_table = isinstance(block, Table)
    return file(workbook(sheet.data()), document.metadata)


def read(data: bytes, limits: Limits | None = None) -> Document:
    return XlsAdapter().read(Source(data), limits or Limits())
