"""Texts in which one digit was written for all: no figure of theirs says anything."""

from __future__ import annotations

import re
from unicodedata import digit

_DIGITS = re.compile("[0-9０-９]")
_NEVER = re.compile(r"(\d)\1{3}\s?年|[0０]\s?年|[0０]\s?[.．、]\s?(?=[\u4e00-\u9fff])")
"""A year of one digit, and an ordinal 0: nobody prints them."""
UNKNOWN = "\ufffd"
"""What stands for a character that a file does not tell."""


def without_masks(text: str) -> str:
    """The text, its digits unknown where a cleaning wrote one for all.

    A zero of such a text is no zero: a report has a year, and most of its rows have numbers.
    """
    found = _DIGITS.search(text)
    if found is None or _has_another(text, found[0]) or not _NEVER.search(text):
        return text
    return _DIGITS.sub(UNKNOWN, text)


def _has_another(text: str, first: str) -> bool:
    return any(digit(one[0]) != digit(first) for one in _DIGITS.finditer(text))
