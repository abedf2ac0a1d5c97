"""Documents of Word 2003 in XML, as systems that fill in templates write them."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings

import govinfo
from govinfo.adapters.docx import DocxAdapter
from govinfo.blocks import Document, Table
from govinfo.errors import CorruptDocument
from govinfo.render.page import document_of
from govinfo.render.word import to_docx
from govinfo.source import Limits, Source
from govinfo.template.report import Report
from govinfo.testing.compare import differences
from govinfo.testing.reports import reports

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:st1="urn:schemas-microsoft-com:office:smarttags">'
)


def word(body: str, styles: str = "") -> bytes:
    return (
        f"{HEAD}<w:styles>{styles}</w:styles><w:body><wx:sect>{body}<w:sectPr><w:hdr><w:p><w:r>"
        "<w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>"
    ).encode()


def run(text: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, looks: str = "") -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>"


def read(data: bytes) -> Document:
    return DocxAdapter().read(Source(data), Limits())


def texts(body: str, styles: str = "") -> list[str]:
    blocks = read(word(body, styles)).blocks
    return [block.text for block in blocks if not isinstance(block, Table)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph(run("甲"), run("乙")), ["甲乙"]),
        (f"<wx:sub-section>{paragraph(run('甲'))}</wx:sub-section>", ["甲"]),
        (paragraph(f"<st1:chmetcnv UnitName='件'>{run('12')}</st1:chmetcnv>", run("件")), ["12件"]),
        (paragraph(run("甲"), run("乙", "<w:vanish/>")), ["甲"]),
        (paragraph(run("甲"), run("乙", '<w:vanish w:val="off"/>')), ["甲乙"]),
        (paragraph(run("甲"), "<w:r><w:br/></w:r>", run("乙")), ["甲\n乙"]),
        (
            paragraph(
                '<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content>'
                f"{run('甲')}</aml:content></aml:annotation>"
                '<aml:annotation aml:id="2" w:type="Word.Insertion"><aml:content>'
                f"{run('乙')}</aml:content></aml:annotation>"
            ),
            ["乙"],
        ),
        (
            paragraph(
                run("甲"),
                looks='<w:listPr><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>',
            ),
            ["一、甲"],
        ),
        (
            paragraph(run("甲"), f"<w:r><w:footnote>{paragraph(run('注'))}</w:footnote></w:r>"),
            ["甲"],
        ),
        (paragraph(f'<w:hlink w:dest="#a">{run("甲")}</w:hlink>'), ["甲"]),
    ],
)
def test_text(body: str, said: list[str]) -> None:
    assert texts(body) == said


def test_a_style_that_hides_its_text() -> None:
    style = '<w:style w:type="paragraph" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
    looks = '<w:pStyle w:val="a"/>'
    assert texts(paragraph(run("甲"), looks=looks) + paragraph(run("乙")), style) == ["乙"]


def test_merged_cells() -> None:
    def cell(text: str, looks: str = "") -> str:
        return f"<w:tc><w:tcPr>{looks}</w:tcPr>{paragraph(run(text))}</w:tc>"

    rows = (
        cell("甲", '<w:vmerge w:val="restart"/>') + cell("乙", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vmerge/>") + cell("3") + cell("4"),
    )
    grid = '<w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>'
    table = f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    (found,) = read(word(table)).blocks
    assert isinstance(found, Table)
    assert [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in found.cells
    ] == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("3", 1, 1, 1, 1),
        ("4", 1, 2, 1, 1),
    ]


@settings(max_examples=5)
@given(report=reports())
def test_a_report(report: Report) -> None:
    made = to_docx(document_of(report))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        document = package.read("word/document.xml").decode()
        styles = package.read("word/styles.xml").decode()
    body = document.partition("<w:body>")[2].partition("<w:sectPr")[0]
    named = "<w:style " + styles.partition("<w:style ")[2].replace("</w:styles>", "")
    old = word(body.replace("w:vMerge", "w:vmerge"), named.replace("w:vMerge", "w:vmerge"))
    again = govinfo.parse(old)
    assert not differences(report, again)
    assert again.diagnostics == govinfo.parse(made).diagnostics


@pytest.mark.parametrize(
    "data",
    [f"{HEAD}</w:wordDocument>".encode(), f"{HEAD}<w:body>".encode(), b"<w:wordDocument/>"],
)
def test_what_is_damaged(data: bytes) -> None:
    with pytest.raises(CorruptDocument):
        read(data)
