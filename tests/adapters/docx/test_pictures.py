"""Large pictures in a Word file: read as pages or for their tables, or named."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from PIL import Image

import govinfo
import scanning
from govinfo import LimitExceeded, Limits, MissingDependency, NoTextLayer
from govinfo.adapters import scan
from govinfo.blocks import Document, Table
from govinfo.render.html import to_page
from govinfo.render.page import document_of
from govinfo.testing.compare import errors
from wordml import par, parts, relationships, zipped

WIDTH, HEIGHT = 440.0, 622.0
"""Points of a page of A4 that fills the text area."""
TEXTS = ("云岭市水务局2023年政府信息公开工作年度报告", "一、总体情况", "本局依法公开政府信息。")
CODES = ("GI126", "GI127", "GI128")


def picture(number: int, width: float = WIDTH, height: float = HEIGHT, inner: str = "") -> str:
    """A paragraph with a picture of so many points."""
    sides = f'cx="{round(width * 12700)}" cy="{round(height * 12700)}"'
    return par(
        f'<w:r><w:drawing><wp:inline><wp:extent {sides}/><wp:docPr id="{number}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p{number}"/>{inner}'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def old_picture(number: int, more: str = "") -> str:
    """The same as Word wrote it before 2007."""
    style = f"width:{WIDTH}pt;height:{HEIGHT}pt"
    return par(
        f'<w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="p{number}" {more}/></v:shape>'
        "</w:pict></w:r>"
    )


def word(body: str, pictures: Sequence[bytes]) -> bytes:
    """A package with pictures of the numbers 0, 1, ..."""
    made = parts(body)
    names = [f"media/image{at}.png" for at in range(len(pictures))]
    made["word/_rels/document.xml.rels"] = relationships(
        *((f"p{at}", "image", name) for at, name in enumerate(names))
    )
    made |= {f"word/{name}": data for name, data in zip(names, pictures, strict=True)}
    return zipped(made)


def texts() -> str:
    return "".join(map(par, TEXTS))


def blank() -> bytes:
    return scanning.as_png(Image.new("L", (1000, 1400), 255))


def named(data: bytes, **options: Any) -> list[tuple[str, int]]:
    """Code and number of what is said of pictures."""
    found = govinfo.parse(data, **options).diagnostics
    return [(one.code, int(one.values["picture"])) for one in found if one.code in CODES]


def test_without_what_reads_it_a_picture_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "find_spec", lambda _: None)
    data = word(texts() + picture(0) + par("二、其他") + picture(1), [blank()] * 2)
    first, second = [one for one in govinfo.parse(data).diagnostics if one.code == "GI126"]
    assert "picture 1" in first.message
    assert "pip install " in first.message
    assert "第2幅图片" in second.text("zh")
    assert [one.anchor.paragraph for one in (first, second) if one.anchor] == [4, 6]
    assert named(data, ocr="never") == [("GI126", 1), ("GI126", 2)]
    with pytest.raises(MissingDependency, match="pip install "):
        govinfo.parse(data, ocr="always")
    with pytest.raises(NoTextLayer, match=r"pictures and no text: .* pip install "):
        govinfo.parse(word(picture(0), [blank()]))


@pytest.mark.parametrize(
    ("body", "data"),
    [
        pytest.param(picture(0), b"\xd7\xcd\xc6\x9a of a metafile", id="of another format"),
        pytest.param(picture(0, inner='<a:srcRect t="4000"/>'), blank(), id="cut"),
        pytest.param(old_picture(0, 'croptop="4000f"'), blank(), id="cut, as Word did it before"),
        pytest.param(picture(7), blank(), id="that is not there"),
    ],
)
def test_a_picture_that_is_not_opened_is_named(body: str, data: bytes) -> None:
    (finding,) = [
        one for one in govinfo.parse(word(texts() + body, [data])).diagnostics if one.code in CODES
    ]
    assert finding.code == "GI126"
    assert "cannot be opened, or only a part" in finding.message or "pip" in finding.message


@pytest.mark.parametrize("size", [(60.0, 60.0), (440.0, 40.0), (100.0, 500.0)])
def test_a_small_picture_is_none_of_text(size: tuple[float, float]) -> None:
    assert named(word(texts() + picture(0, *size), [blank()]), ocr="never") == []


def test_pictures_and_their_dots_are_bounded() -> None:
    pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
    data = word(texts() + picture(0) + picture(0), [blank()])
    with pytest.raises(LimitExceeded, match="scanned"):
        govinfo.parse(data, limits=Limits(scanned=1))
    with pytest.raises(LimitExceeded, match="pixels"):
        govinfo.parse(data, limits=Limits(pixels=1000))


@pytest.mark.parametrize("made", [picture, old_picture])
def test_scanned_pages_say_what_those_of_a_pdf_say(made: Any) -> None:
    pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    told = scanning.drawn_report("2021", random.Random(6))
    pages = scanning.pictures(scanning.pdf_of(told), 150)
    files = [scanning.as_png(one) for one in pages]
    read = govinfo.parse(word("".join(map(made, range(len(pages)))), files))
    wrong = list(errors(told, read))
    assert not [one for one in wrong if one.wrong or one.silent]
    assert len(wrong) <= len(told.facts) // 50
    assert read.title == told.title
    said = [one for one in read.diagnostics if one.code in CODES]
    assert [int(one.values["picture"]) for one in said] == list(range(1, len(pages) + 1))
    anchor = read.facts["requests.received.total"].anchor
    assert anchor is not None
    assert (anchor.page, anchor.table) == (None, 2)


def test_a_table_on_a_picture_amid_text_is_read_in_its_place() -> None:
    pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    told = scanning.drawn_report("2021", random.Random(6))
    table = next(one for one in document_of(told).blocks if isinstance(one, Table))
    page = scanning.pictures(scanning.pdf_of_page(to_page(Document((table,)))), 200)[0]
    before, after = par(TEXTS[0]) + par(TEXTS[1]), par("五、存在的主要问题") + par("将加强培训。")
    amid = par(TEXTS[2] * 5) + picture(0) + picture(1)
    read = govinfo.parse(word(before + amid + after, [scanning.as_png(page), blank()]))
    assert read.proactive == told.proactive
    assert read.problems is not None
    assert read.problems.text == "将加强培训。"
    assert [one.code for one in read.diagnostics if one.code in CODES] == ["GI127"]
