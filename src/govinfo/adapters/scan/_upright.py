"""By how many quarters a page lies turned: as its lines run, and as their letters read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from govinfo.adapters.scan._detector import text_on
from govinfo.adapters.scan._recogniser import recogniser

if TYPE_CHECKING:
    from govinfo.adapters.scan._pixels import Grey, Numbers

_TALL = 1.5  # of its width, from which a line's height says that it runs down the page
_FEW = 3  # lines that say nothing of a page
_TRIED = 8  # lines that are read to tell which way is up
_READS = 0.75  # how sure letters are of lines that are the right way up


def upright(ink: Grey) -> tuple[Grey, int, Numbers]:
    """The page with its text upright.

    Returns:
        The page, by how many quarters it was turned clockwise, and the corners of its lines.
    """
    boxes = text_on(ink)
    quarter = 0
    if _runs_down(boxes):
        ink, quarter = _turned(ink, 1), 1
        boxes = text_on(ink)
    if len(boxes) < _FEW:
        return ink, quarter, boxes
    longest = boxes[np.argsort(-_sizes(boxes)[:, 0])[:_TRIED]]
    lines = [_crop(ink, one) for one in longest]
    sure = _sure(lines)
    if sure < _READS and _sure([_turned(line, 2) for line in lines]) > sure:
        ink, quarter = _turned(ink, 2), quarter + 2
        boxes = np.array([ink.shape[1], ink.shape[0]], np.float32) - boxes
    return ink, quarter, boxes


def _runs_down(boxes: Numbers) -> bool:
    sizes = _sizes(boxes)
    long = sizes.max(axis=1, initial=0) > _TALL * sizes.min(axis=1, initial=np.inf)
    down = sizes[:, 1] > sizes[:, 0]
    return int((long & down).sum()) > max(_FEW, int((long & ~down).sum()))


def _sizes(boxes: Numbers) -> Numbers:
    sizes: Numbers = np.ptp(boxes, axis=1)
    return sizes


def _crop(ink: Grey, corners: Numbers) -> Grey:
    left, top = np.maximum(corners.min(axis=0), 0).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    return ink[top:bottom, left:right]


def _sure(lines: list[Grey]) -> float:
    return float(np.median([said.sure for said in recogniser().read(lines)]))


def _turned(ink: Grey, quarters: int) -> Grey:
    way = {1: cv2.ROTATE_90_CLOCKWISE, 2: cv2.ROTATE_180}[quarters]
    turned: Grey = cv2.rotate(ink, way)
    return turned
