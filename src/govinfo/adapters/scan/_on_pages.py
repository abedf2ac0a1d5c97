"""Pages that are pictures of text: which they are, and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import evolve

from govinfo.adapters.pdf._page import Page, Ruling
from govinfo.adapters.scan import why_unread
from govinfo.blocks import Scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from govinfo.adapters.pdf._page import Run
    from govinfo.adapters.scan import Ocr
    from govinfo.adapters.scan._pixels import Pixels
    from govinfo.blocks import Box
    from govinfo.source import Limits

_POINTS = 72.0
_LARGE = 0.1  # of a page without text, that pictures cover if they show some
_WIDE, _HIGH = 0.4, 0.1  # of a page with text, that a picture of a table is wide and high
_CAPTION = 30  # letters on a picture, above which it is the ground of a text


class Painter(Protocol):
    """What shows the pictures of a file's pages."""

    def dpi(self, number: int) -> float:
        """The dots an inch of the largest picture of a page.

        Raises:
            LimitExceeded: One has more dots than `limits.pixels`.
        """

    def painted(self, number: int, dpi: float) -> Pixels:
        """A page as it is shown, with so many dots an inch.

        Raises:
            GovInfoError: It cannot be painted.
        """


def read_pictures(
    pages: Sequence[Page],
    asked: dict[int, Box],
    painter: Callable[[], AbstractContextManager[Painter]],
    ocr: Ocr,
    limits: Limits,
) -> tuple[list[Page], tuple[Scan, ...]]:
    """The pages with what their pictures of text say, and which these are.

    Args:
        pages: The pages as they were read.
        asked: By number of the page the part of it that is a picture of text.
        painter: Opens the file, to show them.
        ocr: Whether pictures are read.
        limits: `scanned` bounds how many.

    Raises:
        MissingDependency: They must be read, and what reads them is not installed.
        LimitExceeded: They are more than the limit, or more than `cells` are in one's tables.
    """
    made = list(pages)
    if not asked:
        return made, ()
    reason = why_unread(ocr)
    if len(asked) > limits.scanned:
        count = len(asked)
        raise limits.exceeded("scanned", f"the file has {count:,} pages that are pictures, more")
    scans = []
    with painter() as shown:
        for number, box in asked.items():
            dpi = shown.dpi(number)
            scan: Scan | None = Scan(
                number, round(dpi), reason=reason, beside=bool(made[number - 1].runs)
            )
            if not reason:
                made[number - 1], scan = _read(shown, made[number - 1], box, dpi, limits)
            if scan is not None:
                scans.append(scan)
    return made, tuple(scans)


def picture_of_text(page: Page, pictures: Sequence[Box]) -> Box | None:
    """The part of a page that is a picture of text; all of it where it has no other text."""
    if not pictures:
        return None
    whole = whole_of(page)
    if not page.runs:
        covered = _around(pictures)
        return whole if _area(covered) > _LARGE * _area(whole) else None
    large = [
        box
        for box in pictures
        if box[2] - box[0] > _WIDE * page.width and box[3] - box[1] > _HIGH * page.height
    ]
    best = max(large, key=_area, default=None)
    return best if best is not None and _letters_on(page.runs, best) < _CAPTION else None


def whole_of(page: Page) -> Box:
    """All of a page."""
    return (0.0, 0.0, page.width, page.height)


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
    painter: Painter, page: Page, box: Box, dpi: float, limits: Limits
) -> tuple[Page, Scan | None]:
    """A page with what its picture says, or as it is where a picture on it shows no table."""
    from govinfo.adapters.scan._page import page_of, tables_of  # noqa: PLC0415 - needs the extra

    shown = page.shown(whole_of(page))
    size = shown[2] - shown[0], shown[3] - shown[1]
    dpi = min(dpi, _POINTS * (limits.pixels / max(_area(shown), 1.0)) ** 0.5)
    pixels = painter.painted(page.number, dpi)
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
