"""How many columns of a terminal a text takes: two for a Chinese character, one for others."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def terminal_columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(letter_columns, text))


@lru_cache(maxsize=1 << 14)
def letter_columns(letter: str) -> int:
    """How many columns a letter takes: UAX #11, an ambiguous one being narrow."""
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
