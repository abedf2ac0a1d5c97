"""The pictures that a file holds, page by page."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFile, ImageOps, ImageSequence

from govinfo.adapters.scan import FORMATS
from govinfo.errors import CorruptDocument, GovInfoError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govinfo.adapters.scan._pixels import Pixels
    from govinfo.source import Limits

_LOCK = Lock()
_WIDTH = 8.27  # inches of A4, where a picture does not say how large it is
_SMALLEST, _LARGEST = 4.0, 25.0  # inches of the shorter side of a page


def pictures_of(data: bytes, limits: Limits) -> Iterator[tuple[Pixels, float]]:
    """Each page with its dots an inch.

    Raises:
        CorruptDocument: It cannot be opened.
        LimitExceeded: It has more pages, or a page more dots, than `limits` allow.
    """
    with warnings.catch_warnings():
        # Pillow warns of what is damaged and of what is large; both are checked here.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                count = getattr(image, "n_frames", 1)
                if count > limits.scanned:
                    raise limits.exceeded("scanned", f"the picture has {count:,} pages, more")
                for frame in ImageSequence.Iterator(image):
                    if frame.width * frame.height > limits.pixels:
                        raise limits.exceeded("pixels", f"a page has {frame.size} dots, more")
                    with _whole():
                        upright = ImageOps.exif_transpose(frame)
                        pixels = _pixels(upright)
                    yield pixels, _dpi(upright)
        except GovInfoError:
            raise
        except Image.DecompressionBombError as error:
            raise limits.exceeded("pixels", "a page has more dots") from error
        except (OSError, SyntaxError, ValueError) as error:
            raise CorruptDocument(f"the picture cannot be opened: {error}") from error


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


def _pixels(image: Image.Image) -> Pixels:
    """Grey or coloured; what is transparent is white."""
    if image.mode in ("1", "L", "I;16", "I"):
        return np.asarray(image.convert("L"))
    if image.has_transparency_data:
        over = Image.new("RGBA", image.size, "white")
        over.alpha_composite(image.convert("RGBA"))
        image = over
    return np.asarray(image.convert("RGB"))


def _dpi(image: Image.Image) -> float:
    """The dots an inch that the file says, if a page is then of a page's size; else as of A4."""
    shorter = min(image.size)
    said = float(image.info.get("dpi", (0.0, 0.0))[0] or 0.0)
    if said and _SMALLEST <= shorter / said <= _LARGEST:
        return said
    return shorter / _WIDTH
