"""Pictures where nothing is installed that reads them: refused, or named, with what to install."""

from __future__ import annotations

import io
import random
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import govinfo
import scanning
from govinfo import CorruptDocument, MissingDependency, NoTextLayer
from govinfo.adapters import scan
from govinfo.adapters.registry import choose
from govinfo.adapters.scan import ScanAdapter
from govinfo.cli import main
from govinfo.source import Source

FONT = "STSong-Light"
TEXT = ("某县档案局2023年政府信息公开工作年度报告", "一、总体情况", "本局依法公开政府信息。")
FORMATS = ("PNG", "JPEG", "TIFF")


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "find_spec", lambda _: None)


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 560)) -> bytes:
    """A picture of a little table."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    for at in range(4):
        draw.line((20, 20 + 40 * at, size[0] - 20, 20 + 40 * at), "black")
        draw.line((20 + 100 * at, 20, 20 + 100 * at, 140), "black")
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def pdf(*pages: tuple[tuple[str, ...], tuple[float, float, float, float] | None]) -> bytes:
    """Pages of lines of text, and a picture at a place: left, bottom, width, height."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4)
    for lines, place in pages:
        canvas.setFont(FONT, 14)
        for at, line in enumerate(lines):
            canvas.drawString(80, 780 - 24 * at, line)
        if place is not None:
            canvas.drawImage(ImageReader(io.BytesIO(picture())), *place)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def said(data: bytes, **options: Any) -> list[tuple[str, int | None]]:
    """Code and page of what is said of pages that are pictures."""
    report = govinfo.parse(data, **options)
    return [
        (finding.code, finding.anchor.page if finding.anchor else None)
        for finding in report.diagnostics
        if finding.code in ("GI122", "GI123", "GI124")
    ]


WHOLE = (0.0, 0.0, A4[0], A4[1])


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_is_told_by_its_bytes_and_says_what_to_install(kind: str) -> None:
    data = picture(kind)
    assert choose(Source(data)).name == "scan"
    with pytest.raises(MissingDependency, match=r"the extra 'ocr': pip install "):
        govinfo.read(data)


@pytest.mark.parametrize("cut", [8, 30])
def test_what_only_begins_as_a_picture_is_damaged(cut: int) -> None:
    with pytest.raises(CorruptDocument, match="cannot be opened"):
        govinfo.read(picture()[:cut] + bytes(40))


def test_pictures_may_be_refused() -> None:
    with pytest.raises(NoTextLayer, match="never"):
        govinfo.read(picture(), ocr="never")


def test_there_is_no_other_way_to_read_pictures() -> None:
    with pytest.raises(ValueError, match="sometimes"):
        ScanAdapter().configured(ocr="sometimes")


def test_a_pdf_of_pictures_says_what_to_install() -> None:
    with pytest.raises(NoTextLayer, match=r"pictures of text only.* pip install "):
        govinfo.read(pdf(((), WHOLE)))
    with pytest.raises(MissingDependency, match="pip install "):
        govinfo.read(pdf((TEXT, None)), ocr="always")


def test_a_page_that_is_a_picture_is_named_by_its_number() -> None:
    data = pdf((TEXT, None), ((), WHOLE), (("六、其他需要报告的事项", "无。"), None))
    report = govinfo.parse(data)
    (finding,) = [one for one in report.diagnostics if one.code == "GI122"]
    assert finding.anchor is not None
    assert finding.anchor.page == 2
    assert "pip install " in finding.message
    assert "第2页" in finding.text("zh")
    assert said(data, ocr="never") == [("GI122", 2)]


def test_a_table_that_is_a_picture_on_a_page_of_text_is_named() -> None:
    assert said(pdf((TEXT, (90.0, 300.0, 420.0, 300.0)))) == [("GI122", 1)]


def test_a_picture_beside_text_that_lacks_nothing_is_not_named() -> None:
    pytest.importorskip("weasyprint")
    whole = pdfium.PdfDocument(scanning.pdf_of(scanning.drawn_report("2021", random.Random(1))))
    more = pdfium.PdfDocument(pdf((("附图",), (90.0, 300.0, 420.0, 300.0))))
    whole.import_pages(more)
    buffer = io.BytesIO()
    whole.save(buffer)
    assert said(buffer.getvalue()) == []


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(None, id="no picture"),
        pytest.param((90.0, 760.0, 60.0, 60.0), id="an emblem"),
        pytest.param((0.0, 0.0, A4[0], 40.0), id="a line at the foot"),
    ],
)
def test_a_page_of_text_is_no_picture(
    place: tuple[float, float, float, float] | None,
) -> None:
    assert said(pdf((TEXT, place))) == []


def test_a_ground_behind_text_is_no_picture_of_text() -> None:
    lines = tuple(f"{at}．本局依法公开政府信息，制度健全。" for at in range(20))
    assert said(pdf(((*TEXT, *lines), WHOLE))) == []


def test_a_blank_page_is_no_picture() -> None:
    assert said(pdf((TEXT, None), ((), None))) == []


def test_the_command_says_what_to_install() -> None:
    result = CliRunner().invoke(main, ["parse", "-"], input=picture())
    assert result.exit_code == 2
    assert "pip install " in result.stderr
    assert "--ocr" in CliRunner().invoke(main, ["check", "--help"]).stdout
