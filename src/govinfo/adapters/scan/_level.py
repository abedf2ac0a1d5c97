"""A page set upright and level: lines that should be straight are, as seen from straight above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from govinfo.adapters.scan._rules import darker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.scan._pixels import Grey, Numbers

_LONG = 1.0  # inches of a line that tells how a page lies
_BROKEN = 0.02  # inches over which such a line may be broken
_FINE = 150.0  # dots an inch that are fine enough to measure its slope
_STEEPEST = 8.0  # degrees by which a page may lie askew
_FEW = 3  # lines from which on their angles may differ by their place
_APART = 0.25  # of a page, over which such lines are spread
_EVEN = 0.05  # degrees that make no difference
_TRIES = 65  # angles that are tried where a page has no lines
_SEARCHED = 900  # pixels of the longer side on which they are tried

Slope = tuple[float, float]
"""Of lines of one direction: their slope in the middle of the page, and its change a pixel."""


def levelled(ink: Grey, dpi: float, scale: float) -> tuple[Grey, Numbers]:
    """The page, level, its pixels some times as many in a row, and what makes it so."""
    height, width = ink.shape
    grown = np.diag([scale, scale, 1.0])
    level = _matrix(ink, dpi)
    matrix = grown if level is None else grown @ level
    if level is None and scale == 1.0:
        return ink, matrix
    size = round(width * scale), round(height * scale)
    made: Grey = cv2.warpPerspective(
        ink, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255
    )
    return made, matrix


def _matrix(ink: Grey, dpi: float) -> Numbers | None:
    """What makes the page's lines level; `None` where they are."""
    height, width = ink.shape
    across, down = _segments(ink, dpi)
    flat = _slope(across, height) if across else None
    steep = _slope([_turned(one) for one in down], width) if down else None
    if flat is None and steep is None:
        tilt = _tilt_of_text(ink)
        flat, steep = (tilt, 0.0), (-tilt, 0.0)
    elif flat is None or steep is None:
        # A page that lies askew slants its lines of both directions alike.
        known = flat or steep or (0.0, 0.0)
        other = (-known[0], 0.0)
        flat, steep = (flat or other), (steep or other)
    even = np.tan(np.radians(_EVEN))
    if all(abs(a) + abs(b) * side / 2 < even for (a, b), side in ((flat, height), (steep, width))):
        return None
    middle_x, middle_y = width / 2, height / 2
    tops = [_line(0.0, y, flat[0] + flat[1] * (y - middle_y), middle_x) for y in (0.0, height)]
    sides = [_line(x, 0.0, steep[0] + steep[1] * (x - middle_x), middle_y) for x in (0.0, width)]
    corners = [_crossing(top, side) for top in tops for side in sides]
    target = [(0, 0), (width, 0), (0, height), (width, height)]
    matrix: Numbers = cv2.getPerspectiveTransform(
        np.array(corners, np.float32), np.array(target, np.float32)
    )
    return matrix


def _line(x: float, y: float, slope: float, middle: float) -> tuple[float, float]:
    """Offset and slope of a line through a side of the page at its middle."""
    return (x + y) - slope * middle, slope


def _crossing(top: tuple[float, float], side: tuple[float, float]) -> tuple[float, float]:
    """Where y = a + bx and x = c + dy meet."""
    (a, b), (c, d) = top, side
    y = (a + b * c) / (1 - b * d)
    return c + d * y, y


def _segments(ink: Grey, dpi: float) -> tuple[list[Numbers], list[Numbers]]:
    """Straight pieces of long lines, across the page and down."""
    scale = min(1.0, _FINE / dpi)
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dpi *= scale
    least = int(_LONG * dpi)
    found = cv2.HoughLinesP(
        darker(small, dpi),
        1,
        np.pi / 720,
        least,
        minLineLength=least,
        maxLineGap=int(dpi * _BROKEN),
    )
    across, down = [], []
    steepest = np.tan(np.radians(_STEEPEST))
    for one in [] if found is None else found.reshape(-1, 4) / scale:
        wide, high = one[2] - one[0], one[3] - one[1]
        if abs(high) <= steepest * abs(wide):
            across.append(one)
        elif abs(wide) <= steepest * abs(high):
            down.append(one)
    return across, down


def _turned(one: Numbers) -> Numbers:
    return one[[1, 0, 3, 2]]


def _slope(pieces: Sequence[Numbers], side: int) -> Slope:
    """The slope of lines by where they cross the page, most of them agreeing."""
    held = np.array(pieces)
    steps = (held[:, 3] - held[:, 1]) / (held[:, 2] - held[:, 0])
    places = (held[:, 1] + held[:, 3]) / 2 - side / 2
    lengths = np.hypot(held[:, 2] - held[:, 0], held[:, 3] - held[:, 1])
    usual = float(np.median(np.repeat(steps, np.maximum(lengths // lengths.min(), 1).astype(int))))
    if len(held) < _FEW or np.ptp(places) < _APART * side:
        return usual, 0.0
    near = np.abs(steps - usual) < np.tan(np.radians(2.0))
    for _ in range(3):
        change, start = np.polyfit(places[near], steps[near], 1, w=lengths[near])
        off = np.abs(steps - (start + change * places))
        near = off < max(np.tan(np.radians(0.25)), float(np.median(off)) * 2)
        if near.sum() < _FEW:
            return usual, 0.0
    return float(start), float(change)


def _tilt_of_text(ink: Grey) -> float:
    """The slope at which lines of text are parted best by white between them."""
    scale = min(1.0, _SEARCHED / max(ink.shape))
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = (255 - small).astype(np.float32)
    dark[dark < 90] = 0
    height, width = dark.shape
    best, found = -1.0, 0.0
    for degrees in np.linspace(-_STEEPEST / 2, _STEEPEST / 2, _TRIES):
        slope = float(np.tan(np.radians(degrees)))
        shear = np.array([[1, 0, 0], [-slope, 1, slope * width / 2]], np.float32)
        rows = cv2.warpAffine(dark, shear, (width, height), flags=cv2.INTER_NEAREST).sum(axis=1)
        sharp = float(np.square(np.diff(rows)).sum())
        if sharp > best:
            best, found = sharp, slope
    return found
