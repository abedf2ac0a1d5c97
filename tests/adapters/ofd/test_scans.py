"""Pages of an OFD that are pictures of text: read as those of a PDF are, or named."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from PIL import Image

import govinfo
import scanning
from govinfo import LimitExceeded, Limits, MissingDependency, NoTextLayer
from govinfo.adapters import scan
from govinfo.testing.compare import errors
from ofdml import element, page, parts, root, text, zipped

WIDTH, HEIGHT = 210, 297
TITLE = "云岭市水务局2023年政府信息公开工作年度报告"
TEXTS = (TITLE, "一、总体情况", "本局依法公开政府信息。")


def image(number: int, *box: float, **more: object) -> str:
    """An object with a picture, in millimetres: left, top, width, height."""
    edges = " ".join(f"{one:g}" for one in box)
    return element("ImageObject", Boundary=edges, ResourceID=number, **more)


def whole(number: int) -> str:
    """A page that is a picture."""
    return page(image(number, 0, 0, WIDTH, HEIGHT, CTM=f"{WIDTH} 0 0 {HEIGHT} 0 0"))


def lines(*texts: str) -> str:
    """A page of text."""
    return page(*(text(25, 25 + 10 * at, one) for at, one in enumerate(texts)))


def ofd(pages: Sequence[str], pictures: Sequence[bytes], ending: str = "png") -> bytes:
    """A package of pages, with pictures of the numbers 100, 101, ..."""
    place = element("DocumentRes", "DocumentRes.xml")
    made: dict[str, str | bytes] = {**parts(*pages, common=place)}
    files = [f"image_{at}.{ending}" for at in range(len(pictures))]
    media = [
        element("MultiMedia", element("MediaFile", file), ID=100 + at, Type="Image")
        for at, file in enumerate(files)
    ]
    made["Doc_0/DocumentRes.xml"] = root(
        "Res", element("MultiMedias", "".join(media)), BaseLoc="Res"
    )
    made |= {f"Doc_0/Res/{file}": data for file, data in zip(files, pictures, strict=True)}
    return zipped(made)


def blank(width: int = 1000, height: int = 1400) -> bytes:
    return scanning.as_png(Image.new("L", (width, height), 255))


def named(data: bytes, **options: object) -> list[tuple[str, int | None]]:
    """Code and page of what is said of pages that are pictures."""
    return [
        (one.code, one.anchor.page if one.anchor else None)
        for one in govinfo.parse(data, **options).diagnostics  # type: ignore[arg-type]
        if one.code in ("GI122", "GI123", "GI124")
    ]


def test_without_what_reads_it_a_page_that_is_a_picture_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scan, "find_spec", lambda _: None)
    data = ofd([lines(*TEXTS), whole(100)], [blank()])
    (finding,) = [one for one in govinfo.parse(data).diagnostics if one.code == "GI122"]
    assert finding.anchor is not None
    assert finding.anchor.page == 2
    assert "pip install " in finding.message
    assert named(data, ocr="never") == [("GI122", 2)]
    with pytest.raises(MissingDependency, match="pip install "):
        govinfo.parse(data, ocr="always")
    with pytest.raises(NoTextLayer, match=r"pictures of text only.* pip install "):
        govinfo.parse(ofd([whole(100)], [blank()]))


def test_a_picture_that_cannot_be_opened_is_named() -> None:
    data = ofd([lines(*TEXTS), whole(100)], [b"\x97JB2 and so on"], "jb2")
    (finding,) = [one for one in govinfo.parse(data).diagnostics if one.code == "GI122"]
    assert "cannot be opened" in finding.message


@pytest.mark.parametrize(
    "box",
    [
        pytest.param((20, 20, 20, 20), id="an emblem"),
        pytest.param((0, 280, WIDTH, 10), id="a line at the foot"),
    ],
)
def test_a_small_picture_beside_text_is_none(box: tuple[float, ...]) -> None:
    shown = page(*(text(25, 25 + 10 * at, one) for at, one in enumerate(TEXTS)), image(100, *box))
    assert named(ofd([shown], [blank()]), ocr="never") == []


def test_pages_and_dots_are_bounded() -> None:
    pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
    data = ofd([lines(*TEXTS), whole(100), whole(100)], [blank()])
    with pytest.raises(LimitExceeded, match="scanned"):
        govinfo.parse(data, limits=Limits(scanned=1))
    with pytest.raises(LimitExceeded, match="a picture on page 2"):
        govinfo.parse(data, limits=Limits(pixels=1000))


def test_scanned_pages_say_what_those_of_a_pdf_say() -> None:
    pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    told = scanning.drawn_report("2021", random.Random(4))
    pictures = scanning.pictures(scanning.pdf_of(told), 150)
    others = [scanning.as_jpeg(one) for one in pictures[1:]]
    half = pictures[0].height // 2
    upper = scanning.as_png(pictures[0].crop((0, 0, pictures[0].width, half)))
    lower = scanning.as_png(pictures[0].crop((0, half, *pictures[0].size)))
    middle = HEIGHT * half / pictures[0].height
    strips = page(image(100, 0, 0, WIDTH, middle), image(101, 0, middle, WIDTH, HEIGHT - middle))
    pages = [strips, *(whole(102 + at) for at in range(len(others)))]
    read = govinfo.parse(ofd(pages, [upper, lower, *others]))
    wrong = list(errors(told, read))
    assert not [one for one in wrong if one.wrong or one.silent]
    assert len(wrong) <= len(told.facts) // 50
    assert read.title == told.title
    said = [one for one in read.diagnostics if one.code in ("GI123", "GI124")]
    assert [one.anchor.page for one in said if one.anchor] == list(range(1, len(pages) + 1))
