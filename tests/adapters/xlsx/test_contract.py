from __future__ import annotations

import sheetml
from govinfo.adapters.xlsx import XlsxAdapter
from govinfo.blocks import Document
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS, MARKUP
from sheetml import inline, workbook, worksheet, zipped


class TestXlsx(AdapterContract):
    adapter_class = XlsxAdapter
    headings = False
    metadata = ("title", "creator")
    letters = (LETTERS + MARKUP).replace("。", "")  # Rows as wide as a table that end so are text.

    def write(self, document: Document) -> bytes:
        return sheetml.write(document)

    def unseen(self, seen: str, unseen: str) -> dict[str, bytes]:
        text, more = inline(0, 0, seen), inline(1, 0, unseen)
        row = f'<row r="1">{text}</row>'
        fonts = (
            '<font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font>'
        )
        looks = "".join(f'<xf fontId="{at}"/>' for at in (1, 2, 3)) + '<xf numFmtId="200"/>'
        styles = ('<numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts>', fonts, "", looks)
        made = {
            "hidden row": workbook(worksheet(f'{row}<row r="2" hidden="1">{more}</row>')),
            "hidden column": workbook(
                worksheet(
                    f'<row r="1">{text}{inline(0, 1, unseen)}</row>',
                    before='<cols><col min="2" max="3" hidden="1"/></cols>',
                )
            ),
            "hidden sheet": workbook(
                worksheet(row), worksheet(f'<row r="1">{more}</row>'), states=("visible", "hidden")
            ),
        }
        for way, style in (("struck", 2), ("white", 3), ("tiny", 4), ("format", 5)):
            hidden = f'<row r="2">{inline(1, 0, unseen, style)}</row>'
            made[way] = workbook(worksheet(row + hidden), styles=styles)
        return {way: zipped(parts) for way, parts in made.items()}

    def encrypted(self) -> bytes:
        streams = "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le")
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + streams

    def bomb(self, size: int) -> bytes:
        return zipped({**workbook(), "xl/workbook.xml": " " * size})
