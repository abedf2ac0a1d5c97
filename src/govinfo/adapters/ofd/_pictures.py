"""Pictures on the pages of an OFD, painted for what reads them."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from govinfo.adapters.scan._on_pages import picture_of_text, read_pictures
from govinfo.blocks import Scan
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.opc import Package
    from govinfo.adapters.pdf._page import Page
    from govinfo.adapters.scan import Ocr
    from govinfo.adapters.scan._pixels import Pixels
    from govinfo.blocks import Box
    from govinfo.source import Limits

_POINTS = 72.0
_DPI, _LEAST, _MOST = 200.0, 72.0, 400.0  # dots an inch
_CLOSED = "its picture cannot be opened"


class Shown(NamedTuple):
    """A picture on a page: its edges in points from the page's top left, and its part."""

    box: Box
    part: str


class Paper(NamedTuple):
    """A page with its pictures, and its size in points as it is shown."""

    page: Page
    size: tuple[float, float]
    pictures: tuple[Shown, ...]


def with_scans(
    package: Package, papers: Sequence[Paper], ocr: Ocr, limits: Limits
) -> tuple[list[Page], tuple[Scan, ...]]:
    """The pages with what their pictures of text say, and which these are.

    Args:
        package: The parts of the file.
        papers: Its pages.
        ocr: Whether pictures are read. A page is painted with its pictures alone, so that one of
            text is never read so.
        limits: `scanned` bounds how many.

    Raises:
        MissingDependency: They must be read, and what reads them is not installed.
        LimitExceeded: They are more than the limit, or more than `cells` are in one's tables.
        CorruptDocument: One that was begun to be read is damaged.
    """
    asked, closed = {}, []
    shown = _Painter(package, papers, limits)
    for page, _, pictures in papers:
        boxes = [one.box for one in pictures]
        box = None if page.quarter else picture_of_text(page, boxes)
        if box is None:
            continue
        if shown.opens(page.number):
            asked[page.number] = box
        else:
            closed.append(Scan(page.number, 0, reason=_CLOSED, beside=bool(page.runs)))
    pages = [paper.page for paper in papers]
    pages, scans = read_pictures(pages, asked, lambda: nullcontext(shown), ocr, limits)
    return pages, tuple(sorted((*scans, *closed), key=lambda scan: scan.page))


@frozen(slots=True)
class _Painter:
    """A package whose pictures are shown."""

    package: Package
    papers: Sequence[Paper]
    limits: Limits

    def opens(self, number: int) -> bool:
        """Whether all pictures of a page are of formats that are read."""
        try:
            return all(map(self._dots, self.papers[number - 1].pictures))
        except CorruptDocument:
            return False

    def dpi(self, number: int) -> float:
        """The dots an inch of the largest picture of a page.

        Raises:
            LimitExceeded: One has more dots than `limits.pixels`.
        """
        largest = max(self.papers[number - 1].pictures, key=lambda one: one.box[2] - one.box[0])
        for one in self.papers[number - 1].pictures:
            wide, high = self._dots(one)
            if wide * high > self.limits.pixels:
                what = f"a picture on page {number} has {wide:,} by {high:,} dots, more"
                raise self.limits.exceeded("pixels", what)
        points = largest.box[2] - largest.box[0]
        dots = self._dots(largest)[0]
        return min(max(dots / points * _POINTS, _LEAST), _MOST) if points > 0 else _DPI

    def painted(self, number: int, dpi: float) -> Pixels:
        """The pictures of a page on white paper.

        Raises:
            CorruptDocument: One is damaged.
        """
        import cv2  # noqa: PLC0415 - the extra's
        import numpy as np  # noqa: PLC0415 - likewise

        from govinfo.adapters.scan._files import pictures_of  # noqa: PLC0415 - likewise

        paper, scale = self.papers[number - 1], dpi / _POINTS
        width, height = (max(1, round(side * scale)) for side in paper.size)
        canvas = np.full((height, width, 3), 255, np.uint8)
        for box, part in paper.pictures:
            left, top, right, bottom = (round(side * scale) for side in box)
            if right <= left or bottom <= top:
                continue
            pixels, _ = next(pictures_of(self.package.bytes_of(part), self.limits))
            size = (right - left, bottom - top)
            placed = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
            inside = placed[max(-top, 0) : height - top, max(-left, 0) : width - left]
            on = canvas[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
            on[:] = inside if inside.ndim == 3 else inside[:, :, None]
        return canvas

    def _dots(self, shown: Shown) -> tuple[int, int]:
        """How wide and high a picture is.

        Raises:
            CorruptDocument: It is of a format that is not read, or damaged.
        """
        from govinfo.adapters.scan import dots_of  # noqa: PLC0415 - costs

        return dots_of(self.package.bytes_of(shown.part))
