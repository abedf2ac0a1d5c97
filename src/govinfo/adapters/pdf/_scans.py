"""Pages of a PDF that are pictures of text: which they are, and what is read of them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from attrs import evolve
from pypdfium2 import raw

from govinfo.adapters.pdf._page import Page, Ruling
from govinfo.adapters.pdf._pdfium import opened
from govinfo.adapters.scan import how_to_install, is_installed
from govinfo.blocks import Scan
from govinfo.errors import CorruptDocument, MissingDependency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.pdf._page import Run
    from govinfo.adapters.scan import Ocr
    from govinfo.adapters.scan._pixels import Pixels
    from govinfo.blocks import Box
    from govinfo.source import Limits

_POINTS = 72.0
NAMELESS = 0.2
"""The share of characters without a name above which text is none."""
_LARGE = 0.1  # of a page without text, that pictures cover if they show some
_WIDE, _HIGH = 0.4, 0.1  # of a page with text, that a picture of a table is wide and high
_CAPTION = 30  # letters on a picture, above which it is the ground of a text
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
    made = list(pages)
    asked = {page.number: box for page in pages if (box := _picture(page, ocr)) is not None}
    if not asked:
        return made, ()
    reason = "ocr='never'" if ocr == "never" else "" if is_installed() else how_to_install()
    if reason and ocr == "always":
        raise MissingDependency(reason)
    if len(asked) > limits.scanned:
        count = len(asked)
        raise limits.exceeded("scanned", f"the PDF has {count:,} pages that are pictures, more")
    scans = []
    with opened(*source) as document:
        for number, box in asked.items():
            dpi = _dpi(document, number, limits)
            scan: Scan | None = Scan(
                number, round(dpi), reason=reason, beside=bool(made[number - 1].runs)
            )
            if not reason:
                made[number - 1], scan = _read(document, made[number - 1], box, dpi, limits)
            if scan is not None:
                scans.append(scan)
    return made, tuple(scans)


def _picture(page: Page, ocr: Ocr) -> Box | None:
    """The part of a page that is a picture of text; all of it where it has no other text."""
    if max(page.width, page.height) > _LONGEST:
        return None
    whole = (0.0, 0.0, page.width, page.height)
    count = sum(len(run.text) for run in page.runs)
    if ocr == "always" or page.unmapped + page.undrawn > NAMELESS * max(count, 1):
        return whole
    if not page.pictures:
        return None
    if not count:
        covered = _around(page.pictures)
        return whole if _area(covered) > _LARGE * _area(whole) else None
    large = [
        box
        for box in page.pictures
        if box[2] - box[0] > _WIDE * page.width and box[3] - box[1] > _HIGH * page.height
    ]
    best = max(large, key=_area, default=None)
    return best if best is not None and _letters_on(page.runs, best) < _CAPTION else None


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _letters_on(runs: Iterable[Run], box: Box) -> int:
    left, top, right, bottom = box
    return sum(
        len(run.text)
        for run in runs
        if left < (run.left + run.right) / 2 < right and top < run.middle < bottom
    )


def _read(
    document: pdfium.PdfDocument, page: Page, box: Box, dpi: float, limits: Limits
) -> tuple[Page, Scan | None]:
    """A page with what its picture says, or as it is where a picture on it shows no table."""
    from govinfo.adapters.scan._page import page_of, tables_of  # noqa: PLC0415 - needs the extra

    shown = page.shown((0.0, 0.0, page.width, page.height))
    size = shown[2] - shown[0], shown[3] - shown[1]
    dpi = min(dpi, _POINTS * (limits.pixels / max(_area(shown), 1.0)) ** 0.5)
    pixels = _rendered(document, page.number, dpi)
    if _area(box) >= _area((0.0, 0.0, *size)):
        read, scan = page_of(pixels, dpi, page.number, limits)
        return evolve(read, pictures=()), scan
    left, top, right, bottom = (max(0, int(side * dpi / _POINTS)) for side in page.shown(box))
    found = tables_of(pixels[top:bottom, left:right], dpi, page.number, limits)
    if found is None or page.quarter:
        return page, None
    part, scan = found
    return _laid_on(page, part, box), scan


def _laid_on(page: Page, part: Page, box: Box) -> Page:
    """A page with what a part of it says, at its place."""
    x, y = box[0], box[1]
    runs = tuple(
        run._replace(
            lefts=[left + x for left in run.lefts],
            rights=[right + x for right in run.rights],
            top=run.top + y,
            bottom=run.bottom + y,
        )
        for run in part.runs
    )
    return evolve(
        page,
        runs=page.runs + runs,
        horizontals=page.horizontals
        + tuple(Ruling(at + y, start + x, stop + x) for at, start, stop in part.horizontals),
        verticals=page.verticals
        + tuple(Ruling(at + x, start + y, stop + y) for at, start, stop in part.verticals),
        pictures=tuple(other for other in page.pictures if other != box),
        doubts=tuple(one._replace(x=one.x + x, y=one.y + y) for one in part.doubts),
    )


def _dpi(document: pdfium.PdfDocument, number: int, limits: Limits) -> float:
    """The dots an inch of the largest picture of a page.

    Raises:
        LimitExceeded: One has more dots than `limits.pixels`: painting it takes as much memory.
    """
    sizes = []
    with closing(document[number - 1]) as page:
        for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            (wide, high), (left, bottom, right, top) = image.get_px_size(), image.get_bounds()
            if wide * high > limits.pixels:
                what = f"a picture on page {number} has {wide:,} by {high:,} dots, more"
                raise limits.exceeded("pixels", what)
            sizes.append((max(wide, high), max(right - left, top - bottom)))
    dots, points = max(sizes, key=lambda size: size[1], default=(0, 0.0))
    return min(max(dots / points * _POINTS, _LEAST), _MOST) if points > 0 else _DPI


def _rendered(document: pdfium.PdfDocument, number: int, dpi: float) -> Pixels:
    import numpy as np  # noqa: PLC0415 - the extra's

    try:
        with (
            closing(document[number - 1]) as page,
            closing(page.render(scale=dpi / _POINTS, rev_byteorder=True)) as bitmap,
        ):
            shown = bitmap.to_numpy()
            return np.array(shown if shown.ndim == 2 else shown[:, :, :3])
    except pdfium.PdfiumError as error:
        raise CorruptDocument(f"PDFium cannot paint page {number}: {error}") from error
