"""A picture of a page to the page of runs and rulings on which tables are found."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import cv2
import numpy as np

from govinfo.adapters.pdf._grid import grids, merged
from govinfo.adapters.pdf._page import Page
from govinfo.adapters.scan._cells import in_cells
from govinfo.adapters.scan._detector import text_on
from govinfo.adapters.scan._files import WORKED
from govinfo.adapters.scan._ink import Sheet
from govinfo.adapters.scan._level import levelled
from govinfo.adapters.scan._outside import outside
from govinfo.adapters.scan._paper import ink_of
from govinfo.adapters.scan._rules import Rules, darker
from govinfo.adapters.scan._upright import upright
from govinfo.blocks import SMALL, Scan
from govinfo.source import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.adapters.pdf._page import Ruling
    from govinfo.adapters.scan._pixels import Grey, Numbers, Pixels
    from govinfo.blocks import Box
    from govinfo.source import Limits

_POINTS = 72.0
_COARSE = 170.0  # dots an inch below which a page is worked on at twice as many
_FINE = 330.0  # dots an inch above which it is worked on at fewer
_CELLS = 6  # that a table has at least
_NARROW, _SLIM = 48, 30  # pixels of a page, and times that it is longer than wide
_NEAR = 3.5  # points by which a table's lines may stand off its border


_LOG = logging.getLogger("govinfo.adapters.scan")


def pages_of(
    pictures: Iterable[tuple[Pixels, float]], limits: Limits
) -> tuple[list[Page], tuple[Scan, ...]]:
    """The pages of pictures, each given with its dots an inch; the log says which is being read."""
    pages: list[Page] = []
    scans: list[Scan] = []
    for number, (pixels, dpi) in enumerate(pictures, 1):
        page, scan = page_of(pixels, dpi, number, limits)
        pages.append(page)
        scans.append(scan)
    return pages, tuple(scans)


def page_of(pixels: Pixels, dpi: float, number: int, limits: Limits) -> tuple[Page, Scan]:
    """The page, and how well its picture could be read.

    Args:
        pixels: The picture.
        dpi: Its dots an inch.
        number: The page's number.
        limits: `cells` bounds its tables, `seconds` the time.

    Raises:
        LimitExceeded: It has more cells than that, or takes more time.
    """
    _LOG.info("page %d is read as a picture", number)
    if _is_strip(pixels):
        height, width = (side * _POINTS / dpi for side in pixels.shape[:2])
        return Page(number, width, height, (), (), ()), Scan(number, round(dpi))
    clock = Clock(limits)
    ink, quarter, boxes = upright(ink_of(pixels, dpi))
    scale = _scale(dpi)
    level, matrix = levelled(ink, dpi, scale)
    return _page(level, _moved(boxes, matrix), (dpi, scale), (number, quarter), clock)


def tables_of(pixels: Pixels, dpi: float, number: int, limits: Limits) -> tuple[Page, Scan] | None:
    """A picture on a page as a page of its own; `None` where it shows no table.

    Raises:
        LimitExceeded: It has more cells than the limits allow, or takes more time.
    """
    if _is_strip(pixels):
        return None
    clock, scale = Clock(limits), _scale(dpi)
    level, _ = levelled(ink_of(pixels, dpi), dpi, scale)
    rules = Rules(level, dpi * scale)
    found = grids(merged(rules.horizontals), merged(rules.verticals), [], limits)
    if max((len(grid.regions) for grid in found), default=0) < _CELLS:
        return None
    _LOG.info("a picture on page %d is read", number)
    return _page(level, text_on(level), (dpi, scale), (number, 0), clock)


def _is_strip(pixels: Pixels) -> bool:
    """Whether a picture is too narrow for a line of text, or for a page of it."""
    shorter, longer = sorted(pixels.shape[:2])
    return bool(shorter < _NARROW or longer > _SLIM * shorter)


def _scale(dpi: float) -> float:
    """How many times as many pixels a page is worked on."""
    return 2.0 if dpi < _COARSE else WORKED / dpi if dpi > _FINE else 1.0


def _page(
    ink: Grey, boxes: Numbers, size: tuple[float, float], place: tuple[int, int], clock: Clock
) -> tuple[Page, Scan]:
    limits = clock.limits
    dpi, scale = size
    number, quarter = place
    fine = dpi * scale
    rules = Rules(ink, fine)
    found = grids(merged(rules.horizontals), merged(rules.verticals), [], limits)
    cells = [grid.box_of(region) for grid in found for region in grid.regions]
    sheet = Sheet(ink, darker(ink, fine), rules.mask, fine, SMALL * scale, clock)
    runs, doubts, letter = in_cells(cells, sheet)
    tables = [grid.box for grid in found]
    runs += outside(sheet, boxes, tables, letter)
    height, width = ink.shape
    page = Page(
        number,
        width * _POINTS / fine,
        height * _POINTS / fine,
        tuple(runs),
        tuple(_of_tables(rules.horizontals, tables)),
        tuple(
            _of_tables(
                rules.verticals, [(top, left, bottom, right) for left, top, right, bottom in tables]
            )
        ),
        quarter,
        doubts=tuple(doubts),
    )
    return page, Scan(number, round(dpi), round(letter / scale, 1))


def _of_tables(lines: Iterable[Ruling], tables: Sequence[Box]) -> Iterator[Ruling]:
    """The lines of tables; strokes of large letters seem to be lines, too."""
    for line in lines:
        if any(
            top - _NEAR < line.at < bottom + _NEAR and line.start < right and left < line.stop
            for left, top, right, bottom in tables
        ):
            yield line


def _moved(boxes: Numbers, matrix: Numbers) -> Numbers:
    """Corners on the page as it was levelled."""
    if not len(boxes):
        return boxes
    return np.asarray(cv2.perspectiveTransform(boxes, matrix))
