"""Workbooks of Excel 2003 in XML, as systems write them under the name .xls."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings

import govinfo
from govinfo.adapters.xlsx import XlsxAdapter
from govinfo.blocks import Document, Table
from govinfo.errors import CorruptDocument, LimitExceeded
from govinfo.render.page import document_of
from govinfo.source import Limits, Source
from govinfo.template.report import Report
from govinfo.testing.compare import differences
from govinfo.testing.reports import reports

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">'
)
STYLES = """<Styles>
<Style ss:ID="Default"><Font ss:FontName="宋体" ss:Size="12"/></Style>
<Style ss:ID="fixed"><NumberFormat ss:Format="Fixed"/></Style>
<Style ss:ID="whole"><NumberFormat ss:Format="0_ "/></Style>
<Style ss:ID="white"><Font ss:Color="#FFFFFF"/></Style>
<Style ss:ID="seen" ss:Parent="white"><Interior ss:Color="#000000" ss:Pattern="Solid"/></Style>
<Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>
</Styles>"""


def workbook(rows: str, columns: str = "", options: str = "") -> bytes:
    sheet = f'<Worksheet ss:Name="1"><Table>{columns}{rows}</Table>{options}</Worksheet>'
    return f"{HEAD}{STYLES}{sheet}</Workbook>".encode()


def cell(text: str, looks: str = "", kind: str = "String") -> str:
    return f'<Cell {looks}><Data ss:Type="{kind}">{text}</Data></Cell>'


def row(*cells: str, looks: str = "") -> str:
    return f"<Row {looks}>{''.join(cells)}</Row>"


def read(data: bytes, limits: Limits | None = None) -> Document:
    return XlsxAdapter().read(Source(data), limits or Limits())


def grid(rows: str, columns: str = "") -> list[list[str]]:
    (table,) = (block for block in read(workbook(rows, columns)).blocks if isinstance(block, Table))
    return [[one.text for one in line] for line in table.rows]


def test_places() -> None:
    rows = row(cell("甲"), cell("乙"), cell("丙"))
    rows += row(cell("丁"), cell("3", 'ss:Index="3"', "Number"))
    assert grid(rows) == [["甲", "乙", "丙"], ["丁", "", "3"]]


def test_merged_cells_are_passed_over() -> None:
    rows = row(cell("甲", 'ss:MergeDown="1"'), cell("乙", 'ss:MergeAcross="1"'), cell("丙"))
    rows += row(cell("3", kind="Number"), cell("4", kind="Number"), cell("5", kind="Number"))
    named = rows.replace(
        '<Cell ><Data ss:Type="Number">3', '<Cell ss:Index="2"><Data ss:Type="Number">3'
    )
    for written in (rows, named):
        (table,) = read(workbook(written)).blocks
        assert isinstance(table, Table)
        assert [(one.text, one.row, one.column) for one in table.cells] == [
            *(("甲", 0, 0), ("乙", 0, 1), ("丙", 0, 3)),
            *(("3", 1, 1), ("4", 1, 2), ("5", 1, 3)),
        ]


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (cell("12", kind="Number"), "12"),
        (cell("12.0", 'ss:StyleID="whole"', "Number"), "12"),
        (cell("1.5", 'ss:StyleID="fixed"', "Number"), "1.50"),
        (cell("12", 'ss:StyleID="white"', "Number"), ""),
        (cell("12", 'ss:StyleID="seen"', "Number"), "12"),
        (cell("12", 'ss:StyleID="struck"'), ""),
        (cell("1<html:S>2</html:S>3"), "13"),
        (cell("2024-01-20T00:00:00.000", kind="DateTime"), "2024-01-20"),
        ("<Cell><Comment><Data>注</Data></Comment></Cell>", ""),
    ],
)
def test_what_a_cell_shows(made: str, shown: str) -> None:
    assert grid(row(cell("甲"), cell("乙")) + row(cell("丙"), made))[1][1] == shown


def test_what_is_hidden_is_not_read() -> None:
    rows = row(cell("甲"), cell("乙"), cell("丙")) + row(cell("丁"), looks='ss:Hidden="1"')
    rows += row(cell("戊"), cell("3"), cell("4"))
    hidden = '<Column ss:Index="2" ss:Hidden="1"/>'
    assert grid(rows, hidden) == [["甲", "丙"], ["戊", "4"]]
    options = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    assert not read(workbook(rows, options=options)).blocks


@settings(max_examples=5)
@given(report=reports())
def test_a_report(report: Report) -> None:
    rows = ""
    for block in document_of(report).blocks:
        if not isinstance(block, Table):
            rows += "".join(row(cell(escape(line))) for line in block.text.split("\n")) + row()
            continue
        for line in range(block.n_rows):
            cells = [one for one in block.cells if one.row == line]
            rows += row(
                *(
                    cell(
                        escape(one.text),
                        f'ss:Index="{one.column + 1}" ss:MergeAcross="{one.colspan - 1}" '
                        f'ss:MergeDown="{one.rowspan - 1}"',
                        "Number" if one.text.isdecimal() else "String",
                    )
                    for one in cells
                )
            )
        rows += row()
    found = differences(report, govinfo.parse(workbook(rows)))
    assert not {path for path in found if "." in path or path in ("agency", "year", "edition")}


def test_what_is_damaged_or_too_large() -> None:
    for data in (f"{HEAD}<Work".encode(), HEAD.replace("Workbook", "Book").encode() + b"</Book>"):
        with pytest.raises(CorruptDocument):
            read(data)
    with pytest.raises(CorruptDocument):
        read(workbook(row(cell("甲", 'ss:Index="99999999"'))))
    wide = row(*(cell("甲", 'ss:MergeAcross="1999" ss:MergeDown="1999"') for _ in range(90)))
    with pytest.raises(LimitExceeded):
        read(workbook(wide), Limits(cells=10_000))


def test_a_page_that_excel_saved_is_none() -> None:
    page = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'
    assert not XlsxAdapter().sniff(page)
    assert XlsxAdapter().sniff(workbook(""))
