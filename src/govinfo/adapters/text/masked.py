"""Texts in which one digit was written for all: no figure of theirs says anything."""

from __future__ import annotations

import re
from unicodedata import digit

from govinfo.adapters.symbols import UNKNOWN

_ALL = "0123456789０１２３４５６７８９"
_DIGITS = re.compile(f"[{_ALL}]")
_NEVER = re.compile(r"(\d)\1{3}\s?年|[0０]\s?年|[0０]\s?[.．、]\s?(?=[\u4e00-\u9fff])")
"""A year of one digit, and an ordinal 0: nobody prints them."""


def without_masks(text: str) -> str:
    """The text, its digits unknown where a cleaning wrote one for all.

    A zero of such a text is no zero: a report has a year, and most of its rows have numbers.
    """
    values = {digit(one) for one in _ALL if one in text}
    if len(values) != 1 or not _NEVER.search(text):
        return text
    return _DIGITS.sub(UNKNOWN, text)
