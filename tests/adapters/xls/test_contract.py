from __future__ import annotations

import struct

import biff
from biff import file, record, text, workbook
from govinfo.adapters.xls import XlsAdapter
from govinfo.blocks import Document
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS, MARKUP


class TestXls(AdapterContract):
    adapter_class = XlsAdapter
    headings = False
    metadata = ("title", "author")
    letters = (LETTERS + MARKUP).replace("。", "")  # Rows as wide as a table that end so are text.

    def write(self, document: Document) -> bytes:
        return biff.write(document)

    def unseen(self, seen: str, unseen: str) -> dict[str, bytes]:
        shown, hidden = text(0, 0, seen), text(1, 0, unseen)
        row = record(0x0208, struct.pack("<HHHHHHI", 1, 0, 1, 0, 0, 0, 0x20))
        column = record(0x007D, struct.pack("<HHHHH", 1, 2, 900, 0, 1) + bytes(2))
        fonts = b"".join(
            record(0x0031, struct.pack("<HHHHH", height, flags, colour, 400, 0) + bytes(6))
            for height, flags, colour in ((200, 8, 0x7FFF), (200, 0, 9), (20, 0, 0x7FFF))
        )
        looks = b"".join(
            record(0x00E0, struct.pack("<H", number) + bytes(18)) for number in (5, 6, 7)
        )
        made = {
            "row": workbook(row + shown + hidden),
            "column": workbook(column + shown + text(0, 1, unseen)),
            "sheet": workbook(shown, hidden, states=(0, 1)),
            "very hidden sheet": workbook(shown, hidden, states=(0, 2)),
        }
        for way, style in (("struck", 2), ("white", 3), ("tiny", 4)):
            made[way] = workbook(shown + text(1, 0, unseen, style), more=fonts, looks=looks)
        return {way: file(stream) for way, stream in made.items()}

    def encrypted(self) -> bytes:
        return file(workbook(text(0, 0, "甲"), more=record(0x002F, bytes(6))))
