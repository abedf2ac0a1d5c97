"""Pictures that a stranger might send: of noise, of more marks than any page has, of no shape."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from functools import partial

from PIL import Image, ImageDraw

Make = Callable[[], bytes]
_PAGE = 1654, 2339
"""Dots of a sheet of A4, 200 to the inch."""


def families() -> Iterator[tuple[str, Iterator[tuple[str, Make]]]]:
    """The pictures, as `corpus.everything` takes them."""
    yield "pictures", _pictures()


def _pictures() -> Iterator[tuple[str, Make]]:
    for name, size in (("noise", _PAGE), ("a strip", (14_000, 1)), ("a thread", (3, 40_000))):
        yield name, partial(_noisy, size)
    yield "noise of more dots than a page has", partial(_noisy, (8_000, 6_000))
    yield "black", lambda: _written([Image.new("L", _PAGE, 0)])
    yield "blocks as large as letters", lambda: _written([_tiled(14, 16)])
    yield "ten thousand cells", lambda: _written([_tiled(20, 20, lined=True)])
    yield "a thousand pages", lambda: _written([Image.new("1", (64, 64))] * 1_000)
    yield "half of a page", lambda: _written([_noise(_PAGE)], "PNG")[:100_000]
    yield (
        "more dots than it holds",
        lambda: _written([Image.new("L", (64, 64))], "PNG").replace(
            (64).to_bytes(4, "big"), (60_000).to_bytes(4, "big")
        ),
    )


def _noisy(size: tuple[int, int]) -> bytes:
    return _written([_noise(size)])


def _noise(size: tuple[int, int]) -> Image.Image:
    chance = random.Random(1)
    return Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))


def _tiled(wide: int, high: int, *, lined: bool = False) -> Image.Image:
    page = Image.new("L", _PAGE, 255)
    draw = ImageDraw.Draw(page)
    for top in range(0, _PAGE[1], high):
        for left in range(0, _PAGE[0], wide):
            if lined:
                draw.rectangle((left, top, left + wide, top + high), outline=0)
            draw.rectangle((left + 6, top + 4, left + wide - 6, top + high - 4), fill=0)
    return page


def _written(pages: list[Image.Image], form: str = "TIFF") -> bytes:
    file = io.BytesIO()
    first, *others = pages
    more = {"save_all": True, "append_images": others} if others else {}
    first.save(file, form, dpi=(200, 200), **more)
    return file.getvalue()
