"""Whole reports made to PDF in some forty ways: read exactly, and the same by both engines."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

import govinfo
from adapters.pdf import producers, typeset
from adapters.pdf.drawing import ENGINES, read
from govinfo.blocks import Document
from govinfo.template.assemble import report_of
from reports import web, word
from reports.told import BLANK, FULL, OF_2014, OF_2019, SPARSE, Told, expect

Made = Callable[[], bytes]

SHARED = Path(__file__).parents[3] / "../shared"

pytestmark = pytest.mark.skipif(not producers.has_chinese_font(), reason="no Chinese font is there")

_SONG = '"Noto Serif CJK SC", "WenQuanYi Zen Hei"'
_TABLE = "table{border-collapse:collapse;width:100%} td{padding:2pt 3pt}"
_RULED = _TABLE + "td{border:0.5pt solid black}"
STYLES = {
    "ruled": _RULED,
    "centred": _RULED + "td{text-align:center;vertical-align:middle}",
    "small letters": _RULED + "table{font-size:6pt}",
    "large letters": _RULED + "@page{margin:1cm} table{font-size:10.5pt}",
    "another font": _RULED + 'body{font-family:"WenQuanYi Zen Hei"}',
    "cells apart": "table{border-collapse:separate;width:100%} td{border:1px solid gray}",
    "thick": _TABLE + "td{border:2pt solid black}",
    "dashed": _TABLE + "td{border:1px dashed gray}",
    "dotted": _TABLE + "td{border:1px dotted gray}",
    "double": _TABLE + "td{border:3px double black}",
    "white on tint": _TABLE + "td{border:1px solid white;background:#e8f0f8}",
    "shaded paragraphs": _RULED + "p{background:white} td{background:#fafafa}",
    "unruled": _TABLE,
    "unruled, centred": _TABLE + "td{text-align:center}",
    "lines between rows": _TABLE + "td{border-top:.5pt solid;border-bottom:.5pt solid}",
    "lines between columns": _TABLE + "td{border-left:.5pt solid;border-right:.5pt solid}",
    "three lines": _TABLE
    + "table{border-top:1.5pt solid;border-bottom:1.5pt solid}"
    + "tr:first-child td{border-bottom:.5pt solid}",
    "striped": _TABLE + "tr:nth-child(even) td{background:#eee}",
}


def page(told: Told, style: str = "ruled", size: str = "A4") -> str:
    """A report as a web page to be printed."""
    head = (
        f"<style>@page{{size:{size};margin:2cm}} body{{font-family:{_SONG};margin:0}}"
        f"table{{font-size:9pt}} p{{margin:4pt 0}} {STYLES[style]}</style>"
    )
    return web.page(web.content(told), head=head).replace('<table border="1">', "<table>")


@cache
def by_libreoffice() -> dict[str, bytes]:
    """All files that LibreOffice makes, in two runs, since each costs seconds."""
    made = producers.soffice(
        {
            "table grid.docx": word.by_python_docx(FULL),
            "blank cells.docx": word.by_python_docx(SPARSE),
            "list of 2014.docx": word.by_python_docx(OF_2014),
            "edition 2019.docx": word.by_python_docx(OF_2019),
            "without lines.docx": word.by_python_docx(FULL, "Normal Table"),
        }
    )
    pages = {
        "page with borders.html": web.by_hand(FULL),
        "page without borders.html": page(FULL, "unruled").encode(),
        "list of 2014 without borders.html": page(OF_2014, "unruled").encode(),
    }
    return {**made, **producers.soffice(pages, reader="HTML (StarWriter)")}


def _weasyprint(told: Told, style: str = "ruled", size: str = "A4") -> bytes:
    return producers.weasyprint(page(told, style, size))


def _chromium(told: Told, style: str = "ruled", size: str = "A4") -> bytes:
    return producers.chromium(page(told, style, size))


WEASYPRINT: dict[str, tuple[Told, Made]] = {
    **{style: (FULL, partial(_weasyprint, FULL, style)) for style in STYLES},
    "landscape": (FULL, partial(_weasyprint, FULL, size="A4 landscape")),
    "edition 2019": (OF_2019, partial(_weasyprint, OF_2019)),
    "list of 2014": (OF_2014, partial(_weasyprint, OF_2014)),
    "list of 2014, unruled": (OF_2014, partial(_weasyprint, OF_2014, "unruled")),
    "blank cells": (SPARSE, partial(_weasyprint, SPARSE)),
    "blank cells, unruled": (SPARSE, partial(_weasyprint, SPARSE, "unruled")),
    "blank": (BLANK, partial(_weasyprint, BLANK)),
}
CHROMIUM: dict[str, tuple[Told, Made]] = {
    **{
        style: (FULL, partial(_chromium, FULL, style))
        for style in ("ruled", "cells apart", "dotted", "unruled", "three lines", "white on tint")
    },
    "landscape": (FULL, partial(_chromium, FULL, size="A4 landscape")),
    "list of 2014": (OF_2014, partial(_chromium, OF_2014)),
}
LIBREOFFICE: dict[str, Told] = {
    "table grid.docx": FULL,
    "blank cells.docx": SPARSE,
    "list of 2014.docx": OF_2014,
    "edition 2019.docx": OF_2019,
    "without lines.docx": FULL,
    "page with borders.html": FULL,
    "page without borders.html": FULL,
    "list of 2014 without borders.html": OF_2014,
}


def check(data: bytes, told: Told, *, placed: bool = False) -> None:
    """Read by PDFium, everything is as it was put in; pdfplumber reads the same blocks."""
    expect(data, told, placed=placed)
    first, second = (read(data, engine) for engine in ENGINES)
    assert first.dump() == second.dump()
    assert facts_of(first) == facts_of(second)


def facts_of(document: Document) -> dict[str, tuple[object, str | None, int | None]]:
    """Every fact: its value, what was printed, and on which page."""
    facts = report_of(document).facts.items()
    return {path: (f.value, f.raw, f.anchor.page if f.anchor else None) for path, f in facts}


@pytest.mark.skipif(not producers.has_weasyprint(), reason="WeasyPrint is not there")
@pytest.mark.parametrize("name", WEASYPRINT)
def test_weasyprint(name: str) -> None:
    told, made = WEASYPRINT[name]
    check(made(), told)


@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not there")
@pytest.mark.parametrize("name", CHROMIUM)
def test_chromium(name: str) -> None:
    told, made = CHROMIUM[name]
    check(made(), told)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("name", LIBREOFFICE)
def test_libreoffice(name: str) -> None:
    check(by_libreoffice()[name], LIBREOFFICE[name])


@pytest.mark.parametrize("told", [FULL, SPARSE, OF_2019], ids=["full", "blank cells", "2019"])
@pytest.mark.parametrize("way", typeset.WAYS)
def test_reportlab(way: str, told: Told) -> None:
    check(typeset.pdf(told, way), told, placed=way in typeset.RULED)


@pytest.mark.skipif(not (SHARED / "corpus").exists(), reason="the shared report is not there")
def test_a_published_report() -> None:
    data = (SHARED / "corpus/huaian-2024.pdf").read_bytes()
    first, second = (read(data, engine) for engine in ENGINES)
    assert facts_of(first) == facts_of(second)
    assert report_of(first).to_dict()["facts"] == report_of(second).to_dict()["facts"]
    assert not govinfo.parse(data).diagnostics
