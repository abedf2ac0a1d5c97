"""Writes workbooks by hand, so that a test shows the markup beside what is read of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from attrs import define, field

from govinfo.adapters.xlsx import XlsxAdapter
from govinfo.blocks import Document, Table
from govinfo.source import Limits, Source

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_T = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
PLAIN, BORDERED = 0, 1
STYLES = (
    f'<styleSheet xmlns="{_S}">%s<fonts><font/>%s</fonts>'
    '<fills><fill><patternFill patternType="none"/></fill>%s</fills>'
    '<borders><border/><border><left style="thin"/><right style="thin"/></border></borders>'
    '<cellXfs><xf borderId="0"/><xf borderId="1"/>%s</cellXfs></styleSheet>'
)


def letters(column: int) -> str:
    """The letters of a column, from 0."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def inline(row: int, column: int, text: str, style: int = PLAIN) -> str:
    """A cell with a text, or without."""
    place = f'r="{letters(column)}{row + 1}" s="{style}"'
    if not text:
        return f"<c {place}/>"
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number(row: int, column: int, value: str, style: int = PLAIN) -> str:
    return f'<c r="{letters(column)}{row + 1}" s="{style}"><v>{value}</v></c>'


@define
class Sheet:
    """A sheet that is being written: the markup of its cells by row, and its merged ranges."""

    rows: dict[int, list[str]] = field(factory=dict)
    merged: list[str] = field(factory=list)
    row: int = 0

    def paragraph(self, text: str) -> None:
        self.rows[self.row] = [inline(self.row, 0, text)]
        self.row += 1

    def table(self, table: Table) -> None:
        """A table with borders; one at the top leaves room for a title."""
        top = self.row = max(self.row, 1)
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.rowspan):
                for column in range(cell.column, cell.column + cell.colspan):
                    begins = (row, column) == (cell.row, cell.column)
                    text = cell.text if begins else ""
                    self.rows.setdefault(top + row, []).append(
                        inline(top + row, column, text, BORDERED)
                    )
            if cell.rowspan > 1 or cell.colspan > 1:
                first = f"{letters(cell.column)}{top + cell.row + 1}"
                right, bottom = cell.column + cell.colspan - 1, top + cell.row + cell.rowspan
                self.merged.append(f"{first}:{letters(right)}{bottom}")
        self.row += table.n_rows

    def xml(self) -> str:
        rows = "".join(
            f'<row r="{row + 1}">{"".join(self.rows[row])}</row>' for row in sorted(self.rows)
        )
        return worksheet(rows, self.merged)


def worksheet(rows: str, merged: Sequence[str] = (), before: str = "") -> str:
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    return (
        f'<worksheet xmlns="{_S}" xmlns:r="{_R}">{before}<sheetData>{rows}</sheetData>'
        f"<mergeCells>{ranges}</mergeCells></worksheet>"
    )


def workbook(
    *sheets: str,
    states: Sequence[str] = (),
    styles: tuple[str, str, str, str] = ("", "", "", ""),
    strings: str = "",
    metadata: Mapping[str, str] | None = None,
    properties: str = "",
) -> dict[str, str]:
    """The parts of a workbook with these worksheets."""
    entries, relations = "", ""
    kinds = _type("/xl/workbook.xml", "sheet.main") + _type("/xl/styles.xml", "styles")
    kinds += _type("/xl/sharedStrings.xml", "sharedStrings")
    parts: dict[str, str] = {}
    for at, sheet in enumerate(sheets, 1):
        state = f' state="{states[at - 1]}"' if len(states) >= at else ""
        entries += f'<sheet name="S{at}" sheetId="{at}" r:id="r{at}"{state}/>'
        relations += _relation(f"r{at}", "worksheet", f"worksheets/sheet{at}.xml")
        parts[f"xl/worksheets/sheet{at}.xml"] = sheet
        kinds += _type(f"/xl/worksheets/sheet{at}.xml", "worksheet")
    relations += _relation("rS", "styles", "styles.xml")
    relations += _relation("rT", "sharedStrings", "sharedStrings.xml")
    told = "".join(
        f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in (metadata or {}).items()
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_T}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>',
        **parts,
        "_rels/.rels": f'<Relationships xmlns="{_P}">'
        + _relation("r1", "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DC}">{told}'
        "</cp:coreProperties>",
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}">{properties}'
        f"<sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_P}">{relations}</Relationships>',
        "xl/styles.xml": STYLES % styles,
        "xl/sharedStrings.xml": f'<sst xmlns="{_S}">{strings}</sst>',
    }


def _type(part: str, kind: str) -> str:
    content = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"
    return f'<Override PartName="{part}" ContentType="{content}"/>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"/>'


def zipped(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


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
    return zipped(workbook(sheet.xml(), metadata=document.metadata))


def read(data: bytes, limits: Limits | None = None) -> Document:
    return XlsxAdapter().read(Source(data), limits or Limits())


def dump(parts: Mapping[str, str]) -> list[str]:
    return read(zipped(parts)).dump().splitlines()
