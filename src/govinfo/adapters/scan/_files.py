"""The pictures that a file holds, page by page."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PIL import Image, ImageFile, ImageOps

from govinfo.adapters.scan import FORMATS
from govinfo.errors import CorruptDocument, GovInfoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govinfo.adapters.scan._pixels import Pixels
    from govinfo.source import Limits

_LOCK = Lock()
WORKED = 300.0
"""Dots an inch that a page is worked on with at most, or a little more."""
_Read = TypeVar("_Read")
_WIDTH = 8.27  # inches of A4, where a picture does not say how large it is
_SMALLEST, _LARGEST = 4.0, 25.0  # inches of the shorter side of a page


def pictures_of(data: bytes, limits: Limits) -> Iterator[tuple[Pixels, float]]:
    """Each page with its dots an inch; of one with more than are worked on, fewer.

    Raises:
        CorruptDocument: It cannot be opened.
        LimitExceeded: It has more pages, or a page more dots, than `limits` allow.
    """
    count = _opened(data, limits, _count)
    if count > limits.scanned:
        raise limits.exceeded("scanned", f"the picture has {count:,} pages, more")
    for number in range(count):
        # Opened for each page: a picture that is open keeps all its dots.
        yield _opened(data, limits, partial(_page, number, limits))


def _opened(data: bytes, limits: Limits, read: Callable[[Image.Image], _Read]) -> _Read:
    with warnings.catch_warnings():
        # Pillow warns of what is damaged and of what is large; both are checked here.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                return read(image)
        except GovInfoError:
            raise
        except Image.DecompressionBombError as error:
            raise limits.exceeded("pixels", "a page has more dots") from error
        except (OSError, SyntaxError, ValueError) as error:
            raise CorruptDocument(f"the picture cannot be opened: {error}") from error


def _count(image: Image.Image) -> int:
    return int(getattr(image, "n_frames", 1))


def _page(number: int, limits: Limits, image: Image.Image) -> tuple[Pixels, float]:
    if number:
        image.seek(number)
    if image.width * image.height > limits.pixels:
        raise limits.exceeded("pixels", f"a page has {image.size} dots, more")
    dpi, wide = _dpi(image), image.width
    times = max(1, int(round(dpi) // WORKED))  # a PNG says how many in whole dots a metre
    with _whole():
        # A JPEG is unpacked to fewer dots at once, where it can be.
        image.draft(None, (image.width // times, image.height // times))
        drawn = max(1, wide // image.width)
        ImageOps.exif_transpose(image, in_place=True)
    return _pixels(image, times // drawn), dpi / times


@contextmanager
def _whole() -> Iterator[None]:
    """What is loaded must be whole: other libraries tell Pillow to leave what lacks blank."""
    with _LOCK:
        before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def _pixels(image: Image.Image, times: int) -> Pixels:
    """Grey or coloured, so many times fewer in a row; what is transparent is white."""
    if image.mode in ("1", "L", "I;16", "I"):
        return np.asarray(image.convert("L").reduce(times))
    if image.has_transparency_data:
        over = Image.new("RGBA", image.size, "white")
        over.alpha_composite(image.convert("RGBA"))
        image = over
    shown = image if image.mode == "RGB" else image.convert("RGB")
    return np.asarray(shown.reduce(times))


def _dpi(image: Image.Image) -> float:
    """The dots an inch that the file says, if a page is then of a page's size; else as of A4."""
    shorter = min(image.size)
    said = float(image.info.get("dpi", (0.0, 0.0))[0] or 0.0)
    if said and _SMALLEST <= shorter / said <= _LARGEST:
        return said
    return shorter / _WIDTH
