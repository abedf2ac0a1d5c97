"""Pages as pictures, small enough to be held in a page of HTML."""

from __future__ import annotations

import io
from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from govinfo.adapters.base import Picture
from govinfo.adapters.pdf._pdfium import opened
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image

_SCALE = 2.0  # pixels a point: text of 8 points stays legible when it is enlarged
_LONGEST = 2200  # pixels of the longer side at most, however large the page
_COLOURS = 16  # enough for black text, its edges, and a red head
_QUALITY = 60  # of JPEG, for pages that are photographs


def painted(data: bytes, password: str | None, numbers: Iterable[int]) -> Iterator[Picture]:
    """Pictures of pages by number, in the order given; numbers that no page has are left out.

    Raises:
        EncryptedDocument: The PDF needs a password, or another one.
        CorruptDocument: PDFium cannot open it, or paint one of these pages.
    """
    with opened(data, password) as document:
        for number in numbers:
            if 1 <= number <= len(document):
                yield _painted(document, number)


def _painted(document: pdfium.PdfDocument, number: int) -> Picture:
    try:
        with closing(document[number - 1]) as page:
            width, height = page.get_size()
            scale = min(_SCALE, _LONGEST / max(width, height))
            with closing(page.render(scale=scale)) as bitmap:
                image: Image = bitmap.to_pil()
                return Picture(number, width, height, *_smallest(image))
    except pdfium.PdfiumError as error:
        raise CorruptDocument(f"PDFium cannot paint page {number}: {error}") from error


def _smallest(image: Image) -> tuple[bytes, str]:
    """The picture as a file, of the format that takes less room."""
    flat = image.convert("RGB")
    drawn, photographed = io.BytesIO(), io.BytesIO()
    flat.quantize(_COLOURS).save(drawn, "PNG")
    flat.save(photographed, "JPEG", quality=_QUALITY)
    files = ((drawn.getvalue(), "image/png"), (photographed.getvalue(), "image/jpeg"))
    return min(files, key=lambda file: len(file[0]))
