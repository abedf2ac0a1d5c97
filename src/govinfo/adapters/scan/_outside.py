"""The text of a scanned page outside its tables: every mark belongs to a line that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from govinfo.adapters.scan._cells import Cut, Line, read
from govinfo.adapters.scan._ink import Place, Sheet, marks, place_of
from govinfo.adapters.symbols import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.adapters.pdf._page import Run
    from govinfo.adapters.scan._pixels import Numbers
    from govinfo.blocks import Box

_POINTS = 72.0
_REACH = 1.0  # points by which a table's letters and lines reach over its border
_JOINED = 0.6  # of a letter's height, over which marks that no line was found for are one
_LOW, _HIGH = 0.55, 1.6  # of a letter's height: how high what is left over may be a letter


def outside(sheet: Sheet, boxes: Numbers, tables: Iterable[Box], letter: float) -> list[Run]:
    """The runs of a page outside its tables.

    Args:
        sheet: The page.
        boxes: The corners of its lines of text, as they were detected.
        tables: The borders of its tables, in points.
        letter: How high its letters are, in pixels.
    """
    dpi, strictly = sheet.dpi, letter < sheet.small
    part = sheet.ink.copy()
    for table in tables:
        left, top, right, bottom = (
            int((side + reach) * dpi / _POINTS)
            for side, reach in zip(table, (-_REACH, -_REACH, _REACH, _REACH), strict=True)
        )
        part[max(top, 0) : bottom + 1, max(left, 0) : right + 1] = 255
    height, width = part.shape
    cut = Cut(
        (0.0, 0.0, width * _POINTS / dpi, height * _POINTS / dpi), 0, 0, part, marks(part, dpi)
    )
    held = list(_detected(cut, boxes))
    runs = read(held, sheet, strictly=strictly)
    left_over = [Line(cut, place) for place in _left_over(cut, held, letter)]
    return runs + [run for run in read(left_over, sheet, strictly=strictly) if run.text != UNKNOWN]


def _detected(cut: Cut, boxes: Numbers) -> Iterator[Line]:
    height, width = cut.part.shape
    for corners in boxes:
        left, top = np.clip(corners.min(axis=0), 0, (width, height)).astype(int)
        right, bottom = np.clip(np.ceil(corners.max(axis=0)), 0, (width, height)).astype(int)
        within = place_of(cut.found[top:bottom, left:right])
        if within is not None:
            yield Line(
                cut,
                Place(
                    left + within.left, top + within.top, left + within.right, top + within.bottom
                ),
            )


def _left_over(cut: Cut, held: Sequence[Line], letter: float) -> Iterator[Place]:
    """Marks of a letter's size that no line was found for."""
    rest = cut.found.copy()
    for _, (left, top, right, bottom) in held:
        rest[top:bottom, left:right] = 0
    size = max(1, int(letter * _JOINED))
    joined = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((3, size), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for left, top, width, height, _ in boxes[1:].tolist():
        if _LOW * letter < height < _HIGH * letter:
            yield Place(left, top, left + width, top + height)
