"""What stands in a cell beside, over or within a number, so that it is not read as its digits."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._page import Run
    from govinfo.blocks import Box

_SMALL = 0.82  # of the number's height: a note's mark is set smaller
_RAISED = 0.2  # of its height, by which a mark as large as the number stands higher
_CODE = 10  # digits; seals have thirteen
_WOVEN = 0.3  # of a digit's width, or of the height, by which another text stands over it
_SLACK = 0.7  # points by which a picture may reach over its cell's border
_MARGIN = 1.0  # points by which it stands off from one of them at least
_FILLS = 0.95  # of a cell's width and height, which a ground fills
_LEAST = 2.5  # points of a picture's height that can show a figure
_FIGURE = re.compile(r"[\d.,，．\s+\-－–—/／]*")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")


def is_note(before: Run, run: Run) -> bool:
    """Whether digits are the mark of a note at the end of a number: smaller, or raised."""
    if not before.text[-1].isdecimal():
        return False
    height = before.bottom - before.top
    return (
        run.bottom - run.top < _SMALL * height or before.bottom - run.bottom > _RAISED * height
    ) and before.bottom - run.bottom > -_RAISED * height


def is_over(before: Run, run: Run) -> bool:
    """Whether a run is drawn over another one, where both have digits."""
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


def is_code(run: Run) -> bool:
    """Whether a run is longer a number than any figure: the code of a seal, a telephone's."""
    return len(run.text) >= _CODE and not run.spaces and run.text.isdecimal()


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
    for picture in pictures:
        left, _, right, _ = picture
        if _is_in(picture, box) and not any(left < run.right and run.left < right for run in runs):
            return text + PICTURE
    return text


def _is_in(picture: Box, box: Box) -> bool:
    """Whether a picture stands in a cell: a ground that fills it does not, nor does its border."""
    left, top, right, bottom = picture
    margins = (left - box[0], top - box[1], box[2] - right, box[3] - bottom)
    return (
        min(margins) > -_SLACK
        and max(margins) > _MARGIN
        and bottom - top > _LEAST
        and (bottom - top < _FILLS * (box[3] - box[1]) or right - left < _FILLS * (box[2] - box[0]))
    )
