"""The straight lines of a page: what encloses the cells of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from govinfo.adapters.pdf._page import Ruling

if TYPE_CHECKING:
    from govinfo.adapters.scan._pixels import Grey, Numbers

_POINTS = 72.0
_ACROSS = 0.3  # inches that a horizontal line is long at least: no stroke of a letter is
_DOWN = 0.22  # likewise of a vertical one
_GAP = 0.012  # inches that a line may be broken over
_THICK = 0.06  # inches from which it is a block
_FAINT = 14  # of 255, by which a line is darker than what is around it
_AROUND = 0.12  # inches around it
_BESIDE = 0.014  # inches from a line, where there is paper on both sides
_TOUCHED = 0.3  # of a line, beside which there may be ink: other lines that it meets


class Rules:
    """The lines of a page.

    Attributes:
        horizontals: In points from the page's top left.
        verticals: Likewise.
        mask: Their pixels, 255.
    """

    __slots__ = ("horizontals", "mask", "verticals")

    def __init__(self, ink: Grey, dpi: float) -> None:
        dark = darker(ink, dpi)
        self.horizontals, across = _lines(dark, dpi, _ACROSS)
        self.verticals, down = _lines(np.ascontiguousarray(dark.T), dpi, _DOWN)
        self.mask: Grey = across | down.T


def darker(ink: Grey, dpi: float) -> Grey:
    """What is darker than what is around it, 255; thin lines are grey where pixels are large."""
    size = int(dpi * _AROUND) | 1
    found: Grey = cv2.adaptiveThreshold(
        ink, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, _FAINT
    )
    return found


def _lines(dark: Grey, dpi: float, least: float) -> tuple[tuple[Ruling, ...], Grey]:
    """The horizontal lines of a picture, and their pixels."""
    gap, length = max(2, int(dpi * _GAP)), int(dpi * least)
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    found = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    # A line that is a little bent or slanting lies in steps.
    joined = cv2.dilate(found, np.ones((3, 3), np.uint8))
    _, labels, boxes, centres = cv2.connectedComponentsWithStats(joined, connectivity=8)
    rulings: list[Ruling] = []
    kept = np.zeros(len(boxes), np.uint8)
    scale = _POINTS / dpi
    for number, ((left, top, width, height, area), (_, y)) in enumerate(
        zip(boxes[1:], centres[1:], strict=True), 1
    ):
        if area > width * dpi * _THICK:
            continue
        own = labels[top : top + height, left : left + width] == number
        if _touched(dark, own, (left, top), max(2, int(dpi * _BESIDE))) < _TOUCHED:
            kept[number] = 255
            rulings.append(
                Ruling(float(y) * scale, float(left + 1) * scale, float(left + width - 1) * scale)
            )
    return tuple(rulings), kept[labels]


def _touched(dark: Grey, own: Numbers, place: tuple[int, int], beside: int) -> float:
    """Beside how much of a line there is ink, above it or below."""
    left, top = place
    columns = left + np.arange(own.shape[1])
    first = top + own.argmax(axis=0) - beside
    last = top + own.shape[0] - 1 - own[::-1].argmax(axis=0) + beside
    above = dark[np.clip(first, 0, None), columns] > 0
    below = dark[np.clip(last, None, dark.shape[0] - 1), columns] > 0
    return float((above | below).mean())
