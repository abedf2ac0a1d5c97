"""Pages of a PDF that are pictures of text, as PDFium paints them."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from attrs import frozen
from pypdfium2 import raw

from govinfo.adapters.pdf._pdfium import opened
from govinfo.adapters.scan._on_pages import picture_of_text, read_pictures, whole_of
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govinfo.adapters.pdf._page import Page
    from govinfo.adapters.scan import Ocr
    from govinfo.adapters.scan._pixels import Pixels
    from govinfo.blocks import Box, Scan
    from govinfo.source import Limits

_POINTS = 72.0
NAMELESS = 0.2
"""The share of characters without a name above which text is none."""
_DPI, _LEAST, _MOST = 200.0, 72.0, 400.0  # dots an inch
_LONGEST = 14_400.0  # points of a page's side, by ISO 32000-1, Annex C


def with_scans(
    source: tuple[bytes, str | None], pages: Sequence[Page], ocr: Ocr, limits: Limits
) -> tuple[list[Page], tuple[Scan, ...]]:
    """The pages with what their pictures of text say, and which these are.

    Args:
        source: The file, and its password.
        pages: Its pages as they were read.
        ocr: Whether pictures are read.
        limits: `scanned` bounds how many.

    Raises:
        MissingDependency: They must be read, and what reads them is not installed.
        LimitExceeded: They are more than the limit, or more than `cells` are in one's tables.
    """
    asked = {page.number: box for page in pages if (box := _picture(page, ocr)) is not None}
    return read_pictures(pages, asked, partial(_painter, source, limits), ocr, limits)


def _picture(page: Page, ocr: Ocr) -> Box | None:
    """The part of a page that is a picture of text."""
    if max(page.width, page.height) > _LONGEST:
        return None
    count = sum(len(run.text) for run in page.runs)
    if ocr == "always" or page.unmapped + page.undrawn > NAMELESS * max(count, 1):
        return whole_of(page)
    return picture_of_text(page, page.pictures)


@contextmanager
def _painter(source: tuple[bytes, str | None], limits: Limits) -> Iterator[_Painter]:
    with opened(*source) as document:
        yield _Painter(document, limits)


@frozen(slots=True)
class _Painter:
    """A PDF that is open."""

    document: pdfium.PdfDocument
    limits: Limits

    def dpi(self, number: int) -> float:
        """The dots an inch of the largest picture of a page.

        Raises:
            LimitExceeded: One has more dots than `limits.pixels`: painting it takes as much memory.
        """
        sizes = []
        with closing(self.document[number - 1]) as page:
            for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
                (wide, high), (left, bottom, right, top) = image.get_px_size(), image.get_bounds()
                if wide * high > self.limits.pixels:
                    what = f"a picture on page {number} has {wide:,} by {high:,} dots, more"
                    raise self.limits.exceeded("pixels", what)
                sizes.append((max(wide, high), max(right - left, top - bottom)))
        dots, points = max(sizes, key=lambda size: size[1], default=(0, 0.0))
        return min(max(dots / points * _POINTS, _LEAST), _MOST) if points > 0 else _DPI

    def painted(self, number: int, dpi: float) -> Pixels:
        """A page as PDFium paints it.

        Raises:
            CorruptDocument: It cannot.
        """
        import numpy as np  # noqa: PLC0415 - the extra's

        try:
            with (
                closing(self.document[number - 1]) as page,
                closing(page.render(scale=dpi / _POINTS, rev_byteorder=True)) as bitmap,
            ):
                shown = bitmap.to_numpy()
                return np.array(shown if shown.ndim == 2 else shown[:, :, :3])
        except pdfium.PdfiumError as error:
            raise CorruptDocument(f"PDFium cannot paint page {number}: {error}") from error
