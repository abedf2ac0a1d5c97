"""What stands over a table: the section's own heading, and a caption with a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from govinfo.grammar.lexicon import LIKE, Lexicon
from govinfo.layout.lines import Line

_LONGEST = 40
"""Characters that a caption has at most."""
_REACH = 80
"""Lines over which a table's caption is looked for."""
_SENTENCE = re.compile(r"[，。；,;]|相比|同比|比上年")
_YEAR = re.compile(r"((?:19|20)\d\d)年")


def has_heading(lines: Sequence[Line], words: Lexicon) -> bool:
    """Whether the section's own heading stands in some lines."""
    for line in lines:
        if not line.table and line.pieces:
            printed = line.pieces[0].key.full
            if printed and _alike(words.heading, printed):
                return True
    return False


@lru_cache(maxsize=4096)
def _alike(heading: str, printed: str) -> bool:
    return fuzz.ratio(heading, printed) >= LIKE


def caption_year(lines: Sequence[Line], first: int, words: Lexicon) -> int | None:
    """The year in the caption over some figures.

    A caption is a short line that is no sentence. Prose, other figures and the section's own
    heading end its reach.
    """
    for line in reversed(lines[max(0, first - _REACH) : first]):
        if line.table:
            # One caption may stand over several tables, as in an annex.
            continue
        figures = len(line.pieces) > 1 and any(piece.number for piece in line.pieces)
        if figures or not line.pieces:
            return None
        for piece in line.texts:
            caption = len(piece.text) <= _LONGEST and _SENTENCE.search(piece.text) is None
            year = _YEAR.search(piece.text) if caption else None
            if year is not None:
                return int(year[1])
        if has_heading([line], words):
            return None
    return None
