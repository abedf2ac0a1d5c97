"""Pictures of our own reports are read, or what is not sure of them is told."""

from __future__ import annotations

import io
import logging
import random
from functools import cache

import pytest
from PIL import Image, ImageDraw

pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")

import pypdfium2 as pdfium  # type: ignore[import-untyped]

import govinfo
import scanning
from govinfo import LimitExceeded, Limits, Money, NoTextLayer, Report
from govinfo.blocks import Document
from govinfo.render.html import to_page
from govinfo.render.page import document_of
from govinfo.testing.compare import errors
from scanning import as_jpeg, as_pdf, as_png, as_tiff, pictures

FIGURES: dict[str, int | Money | None] = {
    "proactive.rules.issued": 0,
    "proactive.rules.repealed": None,
    "proactive.rules.in_force": 12,
    "proactive.normative_documents.issued": 3,
    "proactive.normative_documents.repealed": 8,
    "proactive.normative_documents.in_force": 166,
    "proactive.licensing.decisions": 1047,
    "proactive.penalties.decisions": 95,
    "proactive.compulsion.decisions": 0,
    "proactive.fees.amount": Money("182.32", "万元"),
}
READ = ("GI123", "GI124")


@cache
def told() -> Report:
    return Report.from_figures(FIGURES, edition="2021", agency="云岭市水务局", year=2023)


@cache
def page(dpi: int = 200) -> Image.Image:
    """The report to the end of its first table, which fills less than a page."""
    blocks = document_of(told()).blocks
    table = next(at for at, block in enumerate(blocks) if isinstance(block, govinfo.Table))
    html = to_page(Document(blocks[: table + 1]))
    return pictures(scanning.pdf_of_page(html), dpi)[0]


def part(data: bytes) -> dict[str, object]:
    """The figures of the first table."""
    report = govinfo.parse(data)
    return {path: fact.value for path, fact in report.facts.items() if path in FIGURES}


def at(report: Report, path: str) -> tuple[int, int, int, int]:
    """The pixels of a figure's cell at 200 dots an inch."""
    anchor = report.facts[path].anchor
    assert anchor is not None
    assert anchor.box is not None
    left, top, right, bottom = (round(side * 200 / 72) for side in anchor.box)
    return left, top, right, bottom


@cache
def read() -> Report:
    return govinfo.parse(as_png(page()))


def test_every_figure_and_every_blank_is_read_with_its_place() -> None:
    report = read()
    assert part(as_png(page())) == FIGURES
    assert report.title == told().title
    anchor = report.facts["proactive.licensing.decisions"].anchor
    assert anchor is not None
    assert anchor.page == 1
    assert [one.code for one in report.diagnostics if one.code in READ] == ["GI123"]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_may_lie_on_its_side_or_on_its_head(quarters: int) -> None:
    assert part(as_png(page().rotate(90 * quarters, expand=True))) == FIGURES


@pytest.mark.parametrize("spoil", ["skewed", "sealed", "photographed"])
def test_a_page_may_be_spoilt(spoil: str) -> None:
    spoilt = scanning.SPOILS[spoil](page(), random.Random(3))
    assert part(as_jpeg(spoilt)) == FIGURES


def test_a_table_may_lack_its_outer_borders() -> None:
    cut = page().copy()
    left, top, right, bottom = _table(cut)
    draw = ImageDraw.Draw(cut)
    for box in ((left - 4, top, left + 5, bottom), (right - 5, top, right + 4, bottom)):
        draw.rectangle(box, "white")
    assert part(as_png(cut)) == FIGURES


def _table(image: Image.Image) -> tuple[int, int, int, int]:
    """Where the table stands, by its lines."""
    boxes = [at(read(), path) for path in FIGURES]
    left = min(box[0] for box in boxes)
    dark = image.convert("L").point(lambda value: 255 * (value < 128))
    height = min(box[1] for box in boxes), max(box[3] for box in boxes)
    frame = dark.crop((0, height[0], image.width, height[1])).getbbox()
    assert frame is not None
    assert frame[0] < left
    return frame[0], height[0], frame[2], height[1]


def test_pages_of_a_tiff_are_pages_of_a_document() -> None:
    report = govinfo.parse(as_tiff([Image.new("RGB", page().size, "white"), page()], 200))
    anchor = report.facts["proactive.licensing.decisions"].anchor
    assert anchor is not None
    assert anchor.page == 2


def test_a_blot_on_a_figure_opens_it() -> None:
    path = "proactive.penalties.decisions"
    blotted = page().copy()
    left, top, right, bottom = at(read(), path)
    middle = (left + right) // 2, (top + bottom) // 2
    draw = ImageDraw.Draw(blotted)
    draw.ellipse((middle[0] - 14, middle[1] - 9, middle[0] + 2, middle[1] + 14), "black")
    report = govinfo.parse(as_png(blotted))
    assert report.facts[path].value is None
    assert path in {one.path for one in report.diagnostics if one.code == "GI107"}
    assert {p: f.value for p, f in report.facts.items() if p in FIGURES} == {
        **FIGURES,
        path: None,
    }


def test_what_stands_faintly_in_a_cell_is_no_blank() -> None:
    path = "proactive.rules.repealed"
    faint = page().copy()
    left, top, right, bottom = at(read(), path)
    middle = (left + right) // 2, (top + bottom) // 2
    box = (middle[0] - 6, middle[1] - 10, middle[0] + 6, middle[1] + 10)
    ImageDraw.Draw(faint).ellipse(box, outline=(215, 215, 215), width=3)
    report = govinfo.parse(as_png(faint))
    assert report.facts[path].value is None
    assert path in {one.path for one in report.diagnostics}


def test_a_scanned_page_between_pages_of_text_is_read_with_them() -> None:
    report = scanning.drawn_report("2021", random.Random(1))
    drawn = scanning.pdf_of(report)
    whole = pdfium.PdfDocument(drawn)
    scanned = pdfium.PdfDocument(as_pdf([pictures(drawn, 150)[1]], 150))
    mixed = pdfium.PdfDocument.new()
    mixed.import_pages(whole, [0])
    mixed.import_pages(scanned, [0])
    mixed.import_pages(whole, list(range(2, len(whole))))
    buffer = io.BytesIO()
    mixed.save(buffer)
    back = govinfo.parse(buffer.getvalue())
    wrong = list(errors(report, back))
    assert not [one for one in wrong if one.silent]
    assert len(wrong) <= len(report.facts) // 100
    assert [one.anchor.page for one in back.diagnostics if one.code in READ and one.anchor] == [2]


def test_what_holds_no_text_is_refused() -> None:
    with pytest.raises(NoTextLayer, match="no text"):
        govinfo.read(as_png(Image.new("RGB", (600, 800), "white")))


@pytest.mark.parametrize("cut", [60, 2000])
def test_a_picture_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(govinfo.CorruptDocument):
        govinfo.read(as_png(page())[:cut])


def test_pages_and_pixels_are_bounded() -> None:
    blank = Image.new("1", (60, 80), 1)
    with pytest.raises(LimitExceeded, match="scanned"):
        govinfo.read(as_tiff([blank] * 3, 10), limits=Limits(scanned=2))
    with pytest.raises(LimitExceeded, match="pixels"):
        govinfo.read(as_png(blank), limits=Limits(pixels=1000))
    with pytest.raises(LimitExceeded, match="scanned"):
        govinfo.read(as_pdf([page(), page()], 200), limits=Limits(scanned=1))
    with pytest.raises(LimitExceeded, match="a picture on page 1"):
        govinfo.read(as_pdf([page()], 200), limits=Limits(pixels=1000))


def test_the_log_says_which_page_is_being_read(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "govinfo.adapters.scan"), pytest.raises(NoTextLayer):
        govinfo.read(as_png(Image.new("L", (300, 400), 255)))
    assert "page 1 is read" in caplog.text
