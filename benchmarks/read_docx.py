"""How long a Word file takes to read, as a ratio to unzipping and parsing its `document.xml`.

Run `python benchmarks/read_docx.py`. The document is made here: a full report, three tables filled,
in the markup that Word writes (some 280 KB of `document.xml`). Times are the best and the median
of the rounds. The two that the ratio is about take turns, so that a busy machine slows both; the
others come after them, because what they leave in the caches is not to be paid by these.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import statistics
import time
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from govinfo.adapters.docx import DocxAdapter
from govinfo.source import Limits, Source

if TYPE_CHECKING:
    from collections.abc import Callable

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:cs="宋体"/>'
_RUN = f'<w:rPr>{_FONT}<w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
_EDGE = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right")
)
_ROW = '<w:trPr><w:trHeight w:val="397"/><w:jc w:val="center"/></w:trPr>'

_OUTCOMES = (
    (2, "予以公开", ""), (2, "部分公开", ""),
    *((1, "不予公开", f"{number}.不予公开的情形") for number in range(1, 9)),
    *((1, "无法提供", f"{number}.无法提供的情形") for number in range(1, 4)),
    *((1, "不予处理", f"{number}.不予处理的情形") for number in range(1, 6)),
    *((1, "其他处理", f"{number}.其他处理的情形") for number in range(1, 4)),
    (2, "总计", ""),
)  # fmt: skip


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


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def _table(*rows: str) -> str:
    begin = f'<w:tr w:rsidR="007C1DA2" w14:paraId="30D0A0F1" w14:textId="77777777">{_ROW}'
    return f"<w:tbl><w:tblPr/>{''.join(f'{begin}{row}</w:tr>' for row in rows)}</w:tbl>"


def _proactive() -> str:
    def head(article: str) -> str:
        return _cell(f"第二十条第（{article}）项", _span(4))

    def row(label: str) -> str:
        return _cell(label) + _cell("12", _span(3))

    return _table(
        head("一"),
        *("".join(map(_cell, (label, "1", "2", "3"))) for label in ("信息内容", "规章", "文件")),
        head("五"), row("信息内容"), row("行政许可"),
        head("六"), row("信息内容"), row("行政处罚"), row("行政强制"),
        head("八"), row("信息内容"), row("行政事业性收费"),
    )  # fmt: skip


def _requests() -> str:
    values = "".join(map(_cell, "1200003"))
    rows = [
        _cell("勾稽关系", _span(3)) + "".join(_cell(f"申请人{n}") for n in range(7)),
        _cell("一、本年新收", _span(3)) + values,
        _cell("二、上年结转", _span(3)) + values,
    ]
    previous = ""
    for index, (span, group, label) in enumerate(_OUTCOMES):
        stub = _cell("" if index else "三、办理结果", "<w:vMerge/>" if index else _RESTART)
        if span == 2:
            stub += _cell(group, _span(2))
        else:
            again = group == previous
            stub += _cell("" if again else group, "<w:vMerge/>" if again else _RESTART)
            stub += _cell(label)
        rows.append(stub + values)
        previous = group
    rows.append(_cell("四、结转下年度", _span(3)) + values)
    return _table(*rows)


_RESTART = '<w:vMerge w:val="restart"/>'


def document_xml() -> bytes:
    """A report in Word's markup."""
    heading = '<w:pStyle w:val="1"/><w:outlineLvl w:val="0"/>'
    narrative = "".join(
        _paragraph("本机关依法依规做好政府信息公开各项工作。" * 4) for _ in range(2)
    )
    disputes = _table(
        _cell("行政复议", _span(5)) + _cell("行政诉讼", _span(10)),
        "".join(_cell("结果维持") for _ in range(15)),
        "".join(_cell("0") for _ in range(15)),
    )
    body = "".join(
        _paragraph(title, heading) + content
        for title, content in (
            ("一、总体情况", narrative),
            ("二、主动公开政府信息情况", _proactive()),
            ("三、收到和处理政府信息公开申请情况", _requests()),
            ("四、政府信息公开行政复议、行政诉讼情况", disputes),
            ("五、存在的主要问题及改进情况", narrative),
            ("六、其他需要报告的事项", narrative),
        )
    )
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
    """What this library does."""
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
    return importlib.import_module("kreuzberg").extract_bytes_sync(data, DocxAdapter.media_types[0])


def _time(candidate: Callable[[bytes], object], data: bytes) -> float:
    # What the candidate before left to the garbage collector is not this one's cost; what this
    # one makes is.
    gc.collect()
    begin = time.perf_counter()
    candidate(data)
    return time.perf_counter() - begin


def _installed(candidate: Callable[[bytes], object], data: bytes) -> bool:
    try:
        candidate(data)
    except ImportError:
        return False
    return True


def main() -> None:
    """Print one line a candidate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    document = document_xml()
    data = package(document)
    print(f"document.xml: {len(document) / 1024:.0f} KB, {rounds} rounds")
    base: list[float] = []
    ours: list[float] = []
    for _ in range(rounds):
        base.append(_time(parse_only, data))
        ours.append(_time(read, data))
    _print(parse_only, base, base)
    _print(read, ours, base)
    for candidate in (row_cells, markitdown, kreuzberg):
        if _installed(candidate, data):
            _print(candidate, [_time(candidate, data) for _ in range(rounds)], base)


def _print(candidate: Callable[[bytes], object], taken: list[float], base: list[float]) -> None:
    best, median = min(taken) / min(base), statistics.median(taken) / statistics.median(base)
    print(
        f"{candidate.__name__:<12} {min(taken) * 1000:8.2f} ms"
        f" {best:8.2f} x best {median:8.2f} x median"
    )


if __name__ == "__main__":
    main()
