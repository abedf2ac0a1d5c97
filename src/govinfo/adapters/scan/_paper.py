"""A picture of a page to grey ink on white paper: evenly lit, without seals and surroundings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from govinfo.adapters.scan._pixels import Grey, Pixels

_SEAL = 18.0  # millimetres that a seal is wide and high at least
_ROUND = 0.7  # of its longer side, that the shorter one of a seal is at least
_REDDER = 38  # of 255, by which ink is redder than any other colour
_PAPER = 190  # of 255, above which a pixel under a seal is paper
_DARK = 0.62  # of the paper's brightness, below which what lies around it is another thing
_SMALL = 400  # pixels of the longer side, on which the paper's light is measured
_LIGHT = 0.06  # of a page, over which the paper's light is even


def ink_of(pixels: Pixels, dpi: float) -> Grey:
    """How dark a page is: 255 is paper, however bright or tinted it is."""
    if pixels.ndim == 2:
        return _evened(pixels)
    return _evened(_without_seals(pixels, dpi))


def _without_seals(pixels: Pixels, dpi: float) -> Grey:
    """The page's greys, and in its seals what the red ink lies over."""
    red, green, blue = cv2.split(pixels)
    redder: Grey = (cv2.subtract(red, cv2.max(green, blue)) > _REDDER).astype(np.uint8)
    grey: Grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    for left, top, width, height in _seals(redder, dpi):
        place = np.s_[top : top + height, left : left + width]
        inked = redder[place] > 0
        within = red[place].astype(np.float32)
        # Ink lets through of the text below what it lets through of the paper.
        lit = np.clip(within * (255.0 / max(float(np.median(within[inked])), 1.0)), 0, 255)
        lit[lit > _PAPER] = 255
        grey[place] = np.where(inked, lit.astype(np.uint8), grey[place])
    return grey


def _seals(redder: Grey, dpi: float) -> list[tuple[int, int, int, int]]:
    """Where seals are: large, about as wide as high. Red letters stay letters."""
    least = _SEAL * dpi / 25.4
    size = max(3, int(dpi * 0.05))
    joined = cv2.morphologyEx(redder, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [
        (int(left), int(top), int(width), int(height))
        for left, top, width, height, _ in boxes[1:]
        if min(width, height) > max(least, _ROUND * max(width, height))
    ]


def _evened(grey: Grey) -> Grey:
    """The page as if it were lit evenly, and what lies around it white."""
    height, width = grey.shape
    scale = _SMALL / max(height, width)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    size = max(3, int(_SMALL * _LIGHT)) | 1
    light = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), size)
    paper = _paper(light)
    light[paper == 0] = int(np.median(light[paper > 0]))
    spread = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR)
    even: Grey = cv2.divide(grey, np.maximum(spread, 1), scale=255)
    if not paper.all():
        outside = cv2.resize(paper, (width, height), interpolation=cv2.INTER_NEAREST) == 0
        even[outside] = 255
    return even


def _paper(light: Grey) -> Grey:
    """Where the paper is, 255, and where what lies around it, 0."""
    bright = float(np.percentile(light, 90))
    mask = (light > _DARK * bright).astype(np.uint8)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    if mask.all() or count < 2:
        return np.full_like(light, 255)
    largest = 1 + int(np.argmax(boxes[1:, cv2.CC_STAT_AREA]))
    outline, _ = cv2.findContours(
        (labels == largest).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    made = np.zeros_like(light)
    cv2.fillConvexPoly(made, cv2.convexHull(np.vstack(outline)), 255)
    paper: Grey = cv2.erode(made, np.ones((5, 5), np.uint8), borderValue=255)
    return paper
