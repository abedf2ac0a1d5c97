"""Lines that stand between the pages of a text: their numbers, and what is printed on each anew.

A program that copies a page's text leaves them amid the cells of a table. Where lines keep their
places, as in a drawn page, they are left: there a page has columns of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govinfo.adapters.text.rows import Row, is_empty
from govinfo.page_numbers import page_number

_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_FEWEST = 2
"""Numbers of pages, one after the other, that are no accident."""


def without_page_ends(lines: list[Row]) -> list[Row]:
    """The lines without the numbers of pages, and without what stands beside each of them."""
    found = {
        at: number
        for at, line in enumerate(lines)
        if (number := page_number(line.text)) is not None
    }
    numbers = list(found.values())
    if len(numbers) < _FEWEST or any(after != before + 1 for before, after in pairwise(numbers)):
        return lines
    gone = {
        *found,
        *_heads(lines, list(found), after=True),
        *_heads(lines, list(found), after=False),
    }
    return [line for at, line in enumerate(lines) if at not in gone]


def _heads(lines: Sequence[Row], ends: Sequence[int], *, after: bool) -> set[int]:
    """Lines beside the numbers that say the same on all pages but one: a running head."""
    step = 1 if after else -1
    beside = {at + step for at in ends if 0 <= at + step < len(lines)}
    texts = Counter(lines[at].text.strip() for at in beside if not is_empty(lines[at]))
    text, count = texts.most_common(1)[0] if texts else ("", 0)
    if count <= _FEWEST or count < len(ends) - 1 or not _WORDS.search(text):
        return set()
    return {at for at in beside if lines[at].text.strip() == text}
