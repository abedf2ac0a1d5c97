"""What the cells of a workbook show, and which sheets, rows and columns are shown."""

from __future__ import annotations

import pytest

from govinfo.blocks import Figure, Paragraph, Table
from govinfo.errors import CorruptDocument, LimitExceeded, UnsupportedFormat
from govinfo.source import Limits
from sheetml import BORDERED, dump, inline, letters, number, read, workbook, worksheet, zipped

FORMATS = {
    200: "0.00",
    201: "#,##0",
    202: "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
    203: "0;-0;;@",
    204: "_ * #,##0_ ;_ * \\-#,##0_ ;_ * &quot;-&quot;??_ ;_ @_ ",
    205: "0.0%",
    206: "0&quot;件&quot;",
}
FONTS = (
    '<font><vertAlign val="superscript"/></font><font><strike/></font>'
    '<font><color theme="0"/></font>'
)
FILLS = (
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill>'
)
LOOKS = "".join(f'<xf numFmtId="{at}"/>' for at in FORMATS) + (
    '<xf fontId="3" fillId="1"/><xf fontId="3" fillId="2"/><xf fontId="2"/>'
)
STYLE = {at: 2 + index for index, at in enumerate(FORMATS)}
WHITE_ON_DARK, WHITE_ON_WHITE, STRUCK = 9, 10, 11
STYLES = (
    "<numFmts>"
    + "".join(f'<numFmt numFmtId="{at}" formatCode="{code}"/>' for at, code in FORMATS.items())
    + "</numFmts>",
    FONTS,
    FILLS,
    LOOKS,
)


def row(at: int, *cells: str) -> str:
    return f'<row r="{at + 1}">{"".join(cells)}</row>'


def shown(cell: str, strings: str = "", before: str = "") -> str:
    """The text of a cell in a table."""
    rows = row(0, inline(0, 0, "甲", BORDERED), cell, inline(0, 2, "丙", BORDERED))
    made = workbook(worksheet(rows, before=before), styles=STYLES, strings=strings)
    (table,) = read(zipped(made)).blocks
    assert isinstance(table, Table)
    return table.cells[1].text


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        ("12", 0, "12"),
        ("12.0", 0, "12"),
        ("1.2E1", 0, "12"),
        ("0.30000000000000004", 0, "0.3"),
        ("-7", 0, "-7"),
        ("182.3", STYLE[200], "182.30"),
        ("1234", STYLE[201], "1,234"),
        ("45306", STYLE[202], "2024年1月15日"),
        ("0", STYLE[203], ""),
        ("-5", STYLE[203], "-5"),
        ("0", STYLE[204], "-"),
        ("1234", STYLE[204], "1,234"),
        ("0.256", STYLE[205], "25.6%"),
        ("3", STYLE[206], "3件"),
        ("12", WHITE_ON_DARK, "12"),
        ("12", WHITE_ON_WHITE, ""),
        ("12", STRUCK, ""),
        ("", 0, ""),
    ],
)
def test_numbers_as_they_are_shown(value: str, style: int, expected: str) -> None:
    assert shown(number(0, 1, value, style)) == expected


def test_zeros_that_the_sheet_does_not_show() -> None:
    off = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
    assert shown(number(0, 1, "0"), before=off) == ""
    assert shown(number(0, 1, "10"), before=off) == "10"


def run(text: str, properties: str = "") -> str:
    return f"<r><rPr>{properties}</rPr><t>{text}</t></r>"


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        ("<t>12</t>", "12"),
        (run("12") + run("1", '<vertAlign val="superscript"/>'), "12[1]"),
        (run("8", "<strike/>") + run("12"), "12"),
        (run("8", '<color rgb="FFFFFFFF"/>') + run("12"), "12"),
        ("<t>公</t><rPh><t>gong</t></rPh>", "公"),
        (run("一_x000D_\n二"), "一_x000D_\n二"),
    ],
)
def test_shared_texts(string: str, expected: str) -> None:
    cell = '<c r="B1" t="s"><v>1</v></c>'
    assert shown(cell, f"<si><t>x</t></si><si>{string}</si>") == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="B1" t="str"><f>A1</f><v>12件</v></c>', "12件"),
        ('<c r="B1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="B1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="B1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="B1" t="d"><v>2024-01-15</v></c>', "2024-01-15"),
        ('<c r="B1" t="s"><v>7</v></c>', "\ufffd"),
    ],
)
def test_other_kinds_of_cells(cell: str, expected: str) -> None:
    assert shown(cell) == expected


def test_hidden_rows_and_columns_leave_no_gap() -> None:
    rows = "".join(
        row(at, *(inline(at, column, f"{at}{letters(column)}") for column in range(4))).replace(
            "<row", f'<row hidden="{int(at == 1)}"'
        )
        for at in range(3)
    )
    hidden = '<cols><col min="2" max="2" hidden="1"/></cols>'
    sheet = worksheet(rows, ["C2:C3", "A1:B1"], before=hidden)
    assert dump(workbook(sheet)) == [
        "table: 2 x 3",
        "  0: 0A | 0C | 0D",
        "  1: 2A | 1C | 2D",
    ]


def test_lines_before_between_and_after_tables() -> None:
    sheet = worksheet(
        "".join(
            [
                row(0, inline(0, 0, "某局报告")),
                row(1, inline(1, 0, "项目"), inline(1, 1, "数量")),
                row(2, inline(2, 0, "甲")),
                row(3, inline(3, 0, "乙"), number(3, 1, "2")),
                row(4, inline(4, 0, "四、情况说明如下。")),
                row(5, inline(5, 0, "五、下一项")),
                row(6, inline(6, 0, "项目"), inline(6, 1, "数量")),
                row(8, inline(8, 0, "落款")),
            ]
        )
    )
    assert dump(workbook(sheet)) == [
        "paragraph: 某局报告",
        "table: 3 x 2",
        "  0: 项目 | 数量",
        "  1: 甲 | ",
        "  2: 乙 | 2",
        "paragraph: 四、情况说明如下。",
        "paragraph: 五、下一项",
        "table: 1 x 2",
        "  0: 项目 | 数量",
        "paragraph: 落款",
    ]


def test_a_bordered_title_is_no_row() -> None:
    title = row(0, *(inline(0, at, "某局报告" if not at else "", BORDERED) for at in range(2)))
    head = row(1, inline(1, 0, "项目", BORDERED), number(1, 1, "2", BORDERED))
    assert dump(workbook(worksheet(title + head, ["A1:B1"]))) == [
        "paragraph: 某局报告",
        "table: 1 x 2",
        "  0: 项目 | 2",
    ]


def test_a_picture_over_a_blank_cell_is_no_blank() -> None:
    xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    anchor = "<x:twoCellAnchor><x:from><x:col>{}</x:col><x:row>0</x:row></x:from><x:pic/>"
    anchors = "".join(f"{anchor.format(column)}</x:twoCellAnchor>" for column in (1, 5))
    rows = row(0, inline(0, 0, "甲", BORDERED), inline(0, 1, "", BORDERED))
    made = workbook(worksheet(rows).replace("<mergeCells>", '<drawing r:id="d"/><mergeCells>'))
    made["xl/worksheets/_rels/sheet1.xml.rels"] = (
        made["_rels/.rels"]
        .replace('Id="r1"', 'Id="d"')
        .replace("xl/workbook.xml", "../drawings/drawing1.xml")
    )
    made["xl/drawings/drawing1.xml"] = f'<x:wsDr xmlns:x="{xdr}">{anchors}</x:wsDr>'
    table, figure = read(zipped(made)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["甲", "\ufffd"]
    assert isinstance(figure, Figure)


def test_a_merged_range_as_large_as_the_sheet_is_refused() -> None:
    rows = row(0, inline(0, 0, "甲")) + row(1_048_575, inline(1_048_575, 16_383, "乙"))
    with pytest.raises(LimitExceeded, match="merged"):
        read(zipped(workbook(worksheet(rows, ["A1:XFD1048576"]))))
    (first, second) = read(zipped(workbook(worksheet(rows)))).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    wide = row(0, inline(0, 0, "甲"), inline(0, 16_383, "乙"))
    with pytest.raises(LimitExceeded, match="cells"):
        read(zipped(workbook(worksheet(wide))), Limits(cells=10_000))


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="not of a workbook"):
        read(zipped({"a.txt": "a"}))
    with pytest.raises(CorruptDocument, match="main part"):
        read(zipped({"xl/styles.xml": "<a/>"}))
    made = workbook(worksheet(""))
    del made["xl/worksheets/sheet1.xml"]
    with pytest.raises(CorruptDocument, match="sheet"):
        read(zipped(made))
