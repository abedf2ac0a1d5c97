"""Small documents of every format, from which fuzzing begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import biff
import odtml
import ofdml
import rtfml
import sheetml
import wordbin
import wordml
from adapters.pdf import handwritten
from adapters.pdf.drawing import Sketch
from govinfo import Report, read
from govinfo.blocks import Cell, Document, Heading, Paragraph, Table
from hostile import corpus

_FIXTURES = Path(__file__).parents[1] / "fixtures"
_LARGEST = 48_000


def seeds(target: str) -> Iterator[bytes]:
    """Documents of the format that a target is named after; of all for another target."""
    for name, make in _MAKERS.items():
        if target in (name, "all"):
            yield from make()


def _documents() -> Iterator[Document]:
    """A short document, and the template's tables with figures and without."""
    cells = (Cell("规章", 0, 0), Cell("3", 0, 1, colspan=2), Cell("", 1, 0), Cell("4", 1, 1))
    yield Document(
        (Heading("二、主动公开政府信息情况"), Table(cells), Paragraph("2023年，收到申请3件。")),
        {"title": "某市某局2023年政府信息公开工作年度报告"},
    )
    for edition in ("2019", "2021"):
        yield read(Report.blank(edition).render("html"))
    yield read(_FIXTURES / "text" / "markdown-row-by-row-2019.md")


def _written(write: Callable[[Document], bytes]) -> Callable[[], Iterator[bytes]]:
    return lambda: map(write, _documents())


def _kept(*endings: str) -> Iterator[bytes]:
    for path in sorted(_FIXTURES.glob("*/*")):
        if path.suffix in endings and path.stat().st_size <= _LARGEST:
            yield path.read_bytes()


def _texts() -> Iterator[bytes]:
    yield from _kept(".txt", ".md")
    yield corpus.REPORT.encode()


def _pages() -> Iterator[bytes]:
    yield from _kept(".html")
    yield Report.blank("2021").render("html")


def _word() -> Iterator[bytes]:
    yield from _kept(".docx")
    yield wordml.zipped(wordml.parts(wordml.par(wordml.run("公开")), styles="", numbering=""))


def _pdfs() -> Iterator[bytes]:
    yield handwritten.pdf(handwritten.table() + handwritten.text(60, 700, "report of 2023"))
    yield handwritten.pdf(
        "/X Do", resources="/XObject<</X 10 0 R>>", objects=[handwritten.form("")]
    )
    yield corpus.plain()[-1]
    sketch = Sketch(pageCompression=0)
    sketch.lines(60, 40, *corpus.REPORT.splitlines()[:4])
    for row, label in enumerate(("信息内容", "规章", "行政规范性文件")):
        for column, text in enumerate((label, f"{row}", "0", f"{row}")):
            sketch.box(60 + 110 * column, 140 + 24 * row, 170 + 110 * column, 164 + 24 * row)
            sketch.text(66 + 110 * column, 146 + 24 * row, text)
    sketch.page().lines(60, 40, "（一）予以公开 6 0 0 0 0 0 6", *corpus.REPORT.splitlines()[5:])
    yield sketch.data()


def _ofds() -> Iterator[bytes]:
    told = [ofdml.text(20, 20 + 6 * row, f"（一）予以公开 {row}") for row in range(4)]
    yield ofdml.ofd(ofdml.page(ofdml.layer(*told, ofdml.line(20, 50, 90, 50))))
    for pdf in _pdfs():
        yield ofdml.rewritten(pdf, "run")


def _values() -> Iterator[bytes]:
    title = "某市某局2023年政府信息公开工作年度报告" + "," * 7 + "\n"
    rows = "".join(f"（{char}）予以公开,1,2,,4,5,6,{char}\n" for char in "一二三四")
    for apart in ",;\t":
        yield (title + rows + '"总计\n件",0,0,0,0,0,0,"1,234"\n').replace(",", apart).encode()
    yield (title + rows).encode("gb18030")


_MAKERS: dict[str, Callable[[], Iterator[bytes]]] = {
    "text": _texts,
    "html": _pages,
    "docx": _word,
    "pdf": _pdfs,
    "ofd": _ofds,
    "doc": _written(wordbin.write),
    "odt": _written(odtml.write),
    "rtf": _written(rtfml.write),
    "xls": _written(biff.write),
    "xlsx": _written(sheetml.write),
    "csv": _values,
}
TARGETS = (*_MAKERS, "interpret", "all")
