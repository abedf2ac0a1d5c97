"""What stands in a cell beside, over or within a number, so that it is not read as its digits."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.adapters.pdf._page import Run

_SMALL = 0.82  # of the number's height: a note's mark is set smaller
_SMALLER = 0.7  # likewise, before the number, where hardly any mark stands
_RAISED = 0.2  # of its height, by which a mark as large as the number stands higher
_CODE = 10  # digits; seals have thirteen
_WOVEN = 0.3  # of a digit's width, or of the height, by which another text stands over it
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


def is_before(run: Run, after: Run) -> bool:
    """Whether digits are the mark of a note at the beginning of a number: much smaller."""
    height = after.bottom - after.top
    return after.text[0].isdecimal() and run.bottom - run.top < _SMALLER * height


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


def is_figure(text: str) -> bool:
    """Whether a text is of digits and signs only."""
    return _FIGURE.fullmatch(text) is not None
