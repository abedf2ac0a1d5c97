"""What is printed in a part of a page: how much, where, and in which lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from govinfo.adapters.scan._pixels import Grey
    from govinfo.source import Clock

_DARK, _DARKER = 35, 0.42  # of 255, and of the darkest, by which ink is darker than the paper
_CONTRAST = 60  # of 255, below which a part holds nothing but shades
_SPECK = 1.1  # points of a side of the largest speck
_STROKE = 2.0  # points of the shortest stroke that stands by itself
_EMPTY = 0.03  # of a line's widest row, below which a row parts two lines
_APART = 0.55  # of a letter's height: strokes of one letter lie nearer
_TALLEST = 1.3  # of a letter's height, above which strokes are not of one


class Sheet(NamedTuple):
    """A page to be read.

    Attributes:
        ink: Its pixels, level.
        dark: What is darker than its surroundings, found otherwise than the letters are.
        rules: The pixels of its lines.
        dpi: Its dots an inch.
        small: Pixels of a letter that is small, so that more is asked of a reading.
        clock: The time that the page has taken.
    """

    ink: Grey
    dark: Grey
    rules: Grey
    dpi: float
    small: float
    clock: Clock


class Place(NamedTuple):
    """A part of a picture, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        """How high it is."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.right - self.left


def marks(part: Grey, dpi: float) -> Grey:
    """The pixels of a part's letters, 1; specks are none."""
    paper = float(np.percentile(part, 80))
    darkest = float(part.min())
    if paper - darkest < _CONTRAST:
        return np.zeros_like(part)
    otsu, _ = cv2.threshold(part, 0, 255, cv2.THRESH_OTSU)
    level = min(otsu, paper - max(_DARK, (paper - darkest) * _DARKER))
    found = (part <= level).astype(np.uint8)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    # A thin minus has less ink than a speck may have, but no speck is as long.
    longer = np.maximum(boxes[:, cv2.CC_STAT_WIDTH], boxes[:, cv2.CC_STAT_HEIGHT])
    large = (boxes[:, cv2.CC_STAT_AREA] >= speck(dpi)) | (longer >= dpi / 72 * _STROKE)
    large[0] = False
    kept: Grey = large.astype(np.uint8)[labels]
    return kept


def speck(dpi: float) -> float:
    """Pixels of the smallest mark."""
    return max(3.0, (dpi / 72 * _SPECK) ** 2 * 0.8)


def place_of(found: Grey) -> Place | None:
    """What the marks cover; `None` where there are none."""
    rows, columns = np.flatnonzero(found.any(axis=1)), np.flatnonzero(found.any(axis=0))
    if not len(rows):
        return None
    return Place(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def lines(found: Grey, letter: float) -> list[Place]:
    """The lines of marks, from top to bottom.

    Args:
        found: The marks.
        letter: How high a letter is; 0 where that is not known.
    """
    counts = found.sum(axis=1)
    filled = counts > max(0.0, _EMPTY * float(counts.max(initial=0)))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], filled.astype(np.int8), [0]])))
    bands: list[tuple[int, int]] = []
    for top, bottom in edges.reshape(-1, 2).tolist():
        if (
            bands
            and letter
            and top - bands[-1][1] < _APART * letter
            and bottom - bands[-1][0] < _TALLEST * letter
        ):
            bands[-1] = (bands[-1][0], bottom)
        else:
            bands.append((top, bottom))
    made = []
    for top, bottom in bands:
        within = place_of(found[top:bottom])
        if within is not None:
            made.append(Place(within.left, top + within.top, within.right, top + within.bottom))
    return made
