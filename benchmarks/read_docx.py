"""How long a Word file takes, as a multiple of unzipping and parsing its `document.xml`.

Run `python benchmarks/read_docx.py`. The documents are made here: full reports in the markup that
Word writes (some 300 KB of `document.xml`), other figures in each. The process is warm, the bytes
are new each time. Times are the best and the median of the rounds. What the ratio is about takes
turns with the floor; other readers come after, lest what they leave in the caches be paid by these.
"""

from __future__ import annotations

import argparse
import importlib
import io
import zipfile
from typing import Any

from lxml import etree
from sample import AGAIN, Way, blocks, in_turns, installed, print_first, print_ratios

import govinfo
from govinfo.adapters.docx import DocxAdapter
from govinfo.blocks import Cell, Heading, Paragraph, Table
from govinfo.source import Limits, Source

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:cs="宋体"/>'
_RUN = f'<w:rPr>{_FONT}<w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
_EDGE = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right")
)
_ROW = '<w:trPr><w:trHeight w:val="397"/><w:jc w:val="center"/></w:trPr>'


def _paragraph(text: str, properties: str = "") -> str:
    run = f'<w:r w:rsidRPr="00C55E4A">{_RUN}<w:t>{text}</w:t></w:r>' if text else ""
    return (
        '<w:p w14:paraId="2F6A31B7" w14:textId="77777777" w:rsidR="007C1DA2" '
        'w:rsidRPr="00C55E4A" w:rsidRDefault="007C1DA2" w:rsidP="00C55E4A">'
        f'<w:pPr>{properties}<w:widowControl/><w:spacing w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="center"/>{_RUN}</w:pPr>{run}</w:p>'
    )


def _cell(text: str, spans: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{spans}<w:tcBorders>{_EDGE}</w:tcBorders>'
        f'<w:vAlign w:val="center"/></w:tcPr>{_paragraph(text)}</w:tc>'
    )


def _table(table: Table) -> str:
    begin = f'<w:tr w:rsidR="007C1DA2" w14:paraId="30D0A0F1" w14:textId="77777777">{_ROW}'
    rows = ("".join(_shown(table, row)) for row in range(table.n_rows))
    return f"<w:tbl><w:tblPr/>{''.join(f'{begin}{row}</w:tr>' for row in rows)}</w:tbl>"


def _shown(table: Table, row: int) -> list[str]:
    """The cells of a row; one that is merged with the row above stands there again, blank."""
    covering = [cell for cell in table.cells if cell.row <= row < cell.row + cell.rowspan]
    return [
        _cell(cell.text if cell.row == row else "", _spans(cell, row))
        for cell in sorted(covering, key=lambda cell: cell.column)
    ]


def _spans(cell: Cell, row: int) -> str:
    across = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    begins = ' w:val="restart"' if cell.row == row else ""
    return across + (f"<w:vMerge{begins}/>" if cell.rowspan > 1 else "")


def document_xml(seed: int, form: int = 0) -> bytes:
    """A report in Word's markup."""
    heading = '<w:pStyle w:val="1"/><w:outlineLvl w:val="0"/>'
    body = ""
    for block in blocks(seed, 2, form):
        if isinstance(block, Table):
            body += _table(block)
        elif isinstance(block, Heading):
            body += _paragraph(block.text, heading)
        elif isinstance(block, Paragraph):
            body += _paragraph(block.text)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    ).encode()


def package(document: bytes) -> bytes:
    """The document in a package with the parts that Word always writes."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{index}"><w:name w:val="heading {index}"/>'
        f'<w:basedOn w:val="a"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:outlineLvl w:val="{index - 1}"/></w:pPr>{_RUN}</w:style>'
        for index in range(1, 10)
    ) + "".join(
        f'<w:style w:type="paragraph" w:styleId="s{index}"><w:name w:val="style {index}"/>'
        f'<w:basedOn w:val="a"/><w:pPr><w:jc w:val="both"/></w:pPr>{_RUN}</w:style>'
        for index in range(60)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}"><Relationship '
        f'Id="rId1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/><Override '
        'PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.styles+xml"/></Types>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parse_only(data: bytes) -> object:
    """What every reader has to do: unzip `document.xml` and have lxml parse it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def read(data: bytes) -> object:
    """What the adapter does: every cell in its place."""
    return DocxAdapter().read(Source(data, "report.docx"), Limits())


def row_cells(data: bytes) -> object:
    """What python-docx's documentation suggests."""
    opened = importlib.import_module("docx").Document(io.BytesIO(data))
    return [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]


def markitdown(data: bytes) -> object:
    """Microsoft's converter to Markdown."""
    converter: Any = importlib.import_module("markitdown").MarkItDown()
    return converter.convert_stream(io.BytesIO(data), file_extension=".docx")


def kreuzberg(data: bytes) -> object:
    """A converter of many formats, its core in Rust."""
    return importlib.import_module("kreuzberg").extract_bytes_sync(
        data, DocxAdapter().media_types[0]
    )


OURS: dict[str, Way] = {
    "unzip and lxml": parse_only,
    "govinfo: blocks": read,
    "govinfo: Report": govinfo.parse,
}
OTHERS = {
    "python-docx: row.cells": ("docx", row_cells),
    "MarkItDown": ("markitdown", markitdown),
    "Kreuzberg": ("kreuzberg", kreuzberg),
}


def main() -> None:
    """Print one line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    markup = [document_xml(seed) for seed in range(rounds)]
    documents = [package(document) for document in markup]
    print(
        f"document.xml: {len(markup[0]) / 1024:.0f} KB, {rounds} documents, process warm; {AGAIN}:"
    )
    taken = in_turns(OURS, documents)
    for name, way in installed(OTHERS).items():
        taken |= in_turns({name: way}, documents[: max(1, rounds // 5)])
    print_ratios(taken, next(iter(OURS)))
    first = [package(document_xml(seed, form=seed + 1)) for seed in range(rounds)]
    ways = {name: OURS[name] for name in (next(iter(OURS)), "govinfo: Report")}
    print_first(ways, first, documents)


if __name__ == "__main__":
    main()
