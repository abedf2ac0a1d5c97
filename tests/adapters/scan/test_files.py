"""The pictures of a file, each with as many dots as are worked on."""

from __future__ import annotations

import io

import pytest

pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")

import numpy as np
from PIL import Image

from govinfo import LimitExceeded, Limits
from govinfo.adapters.scan._files import pictures_of

HIGH, WIDE = 1200, 800


def drawn(dpi: int) -> Image.Image:
    """White, its upper left quarter black."""
    scale = dpi // 100
    page = Image.new("RGB", (WIDE * scale, HIGH * scale), "white")
    page.paste("black", (0, 0, page.width // 2, page.height // 2))
    return page


def written(pages: list[Image.Image], form: str, dpi: int, **more: object) -> bytes:
    file = io.BytesIO()
    if pages[1:]:
        more |= {"save_all": True, "append_images": pages[1:]}
    pages[0].save(file, form, dpi=(dpi, dpi), **more)
    return file.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize(("dpi", "worked"), [(200, 200), (400, 400), (600, 300), (1200, 300)])
def test_of_many_dots_fewer_are_worked_on(form: str, dpi: int, worked: int) -> None:
    ((pixels, told),) = pictures_of(written([drawn(dpi)], form, dpi), Limits(pixels=10**9))
    assert round(told) == worked
    high, wide = pixels.shape[:2]
    assert (high, wide) == (HIGH * worked // 100, WIDE * worked // 100)
    assert pixels[high // 4, wide // 4].max() < 10
    assert pixels[3 * high // 4, wide // 4].min() > 245


def test_one_that_says_how_it_lies_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter clockwise
    data = written([drawn(600)], "JPEG", 600, exif=exif)
    ((pixels, _),) = pictures_of(data, Limits())
    high, wide = pixels.shape[:2]
    assert (high, wide) == (WIDE * 3, HIGH * 3)
    assert pixels[high // 4, 3 * wide // 4].max() < 10


def test_pages_are_read_one_by_one() -> None:
    pages = [Image.new("1", (800, 1000), shade) for shade in (0, 1, 0)]
    data = written(pages, "TIFF", 100)
    assert [int(np.median(pixels)) for pixels, _ in pictures_of(data, Limits())] == [0, 255, 0]
    with pytest.raises(LimitExceeded, match="3 pages"):
        list(pictures_of(data, Limits(scanned=2)))
