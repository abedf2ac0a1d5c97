"""What stands in a cell beside, over or within a number, so that it is not read as its digits."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from govinfo.adapters.pdf._page import UNREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._page import Run
    from govinfo.blocks import Box

_SMALL = 0.82  # of the number's height: a note's mark is set smaller
_RAISED = 0.2  # of its height, by which a mark as large as the number stands higher
_WOVEN = 0.3  # of a digit's width, or of the height, by which another text stands over it
_MARGIN = 0.4  # points by which a picture stands off from its cell's borders
_LEAST = 2.5  # points of a picture's height that can show a figure
_FIGURE = re.compile(r"[\d.,，．\s+\-－–—/／]*")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")


def is_note(before: Run, run: Run) -> bool:
    """Whether a run is the mark of a note at the end of a number: smaller, or raised."""
    if not (run.text.isdecimal() and before.text[-1].isdecimal()):
        return False
    height = before.bottom - before.top
    return (
        run.bottom - run.top < _SMALL * height or before.bottom - run.bottom > _RAISED * height
    ) and before.bottom - run.bottom > -_RAISED * height


def is_over(before: Run, run: Run) -> bool:
    """Whether a run is drawn over another one, where either has digits."""
    reach = before.rights[-1] - run.lefts[0]
    return reach > _WOVEN * min(before.bottom - before.top, run.bottom - run.top) and (
        any(map(str.isdecimal, before.text)) and any(map(str.isdecimal, run.text))
    )


def is_woven(run: Run) -> bool:
    """Whether the digits of a run stand over one another: two numbers in one place."""
    return any(
        after[0] < before[1] - _WOVEN * (before[1] - before[0])
        for before, after in pairwise(zip(run.lefts, run.rights, strict=True))
    )


def parted(text: str) -> str:
    """A text of digits and blanks, with two blanks where they part numbers.

    Single digits may be one number, set with letter spacing, and groups of three thousands.
    """
    digits = text.replace(" ", "")
    if len(digits) == (len(text) + 1) // 2 or not digits.isdecimal() or _THOUSANDS.fullmatch(text):
        return text
    return text.replace(" ", "  ")


def with_pictures(text: str, runs: Sequence[Run], box: Box, pictures: Sequence[Box]) -> str:
    """A cell's text, with a sign for what is seen in the cell beside it, or in its stead.

    Beside words a picture says nothing; beside a figure it may be a part of it.
    """
    if not _FIGURE.fullmatch(text):
        return text
    for left, top, right, bottom in pictures:
        inside = (
            box[0] + _MARGIN < left
            and box[1] + _MARGIN < top
            and right < box[2] - _MARGIN
            and bottom < box[3] - _MARGIN
            and bottom - top > _LEAST
        )
        if inside and not any(left < run.right and run.left < right for run in runs):
            return text + UNREAD
    return text
