"""Lines that were cut wherever they were full, amid words and numbers, whole again.

Terminals, mail and editors break a text after so many columns. Whoever sets a text breaks no
number, and begins no line with a comma: where lines do, and none is longer than those, they were
cut. A line that is full goes on in the next one then, and only there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import evolve

from govinfo.adapters.text.rows import Row
from govinfo.adapters.text.terminal import terminal_columns

_CLOSING = frozenset("，。、；：）》”！？,.;:)%")
_BEGIN = frozenset("|+\u2502\u2503\u2551\u250c\u2514\u251c\u2554\u255a\u2560")
_RULES = _BEGIN | frozenset("\u2510\u2518\u2524\u2557\u255d\u2563")
"""What rows of a drawn table begin with, and what they begin or end with."""
_FEWEST = 6
"""Full lines from which their length is no accident."""
_CUT = 2
"""Of those, lines that no typesetter would have ended there, at least."""
_ITEM = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、](?!\d)|[(（][一二三四五六七八九十]{1,3}[)）]"
)
"""With what rows begin."""
_HAN = re.compile("[\u4e00-\u9fff]")
"""What rows of a table seldom end with."""
_OF_ROWS = 1.25
"""How many times as many full lines there are as such after which another full one follows."""
_NARROWEST, _WIDEST = 20, 250
"""Columns at which lines are cut."""


def unfolded(lines: list[Row]) -> list[Row]:
    """The lines, those that were cut where they were full made one."""
    if max((len(line.text) for line in lines), default=0) > _WIDEST:
        return lines
    for measure in (terminal_columns, len):
        full = _full(lines, measure)
        if full:
            return _joined(lines, full)
    return lines


def _full(lines: Sequence[Row], measure: Callable[[str], int]) -> set[int]:
    """The numbers of the lines that go on in the next; none if the text was not cut."""
    lengths = [measure(line.text) for line in lines]
    most = max(lengths, default=0)
    if not _NARROWEST <= most <= _WIDEST:
        return set()
    pairs = [(upper.text, lower.text) for upper, lower in pairwise(lines)]
    full = {
        at
        for at, (upper, lower) in enumerate(pairs)
        if lower and lengths[at] + measure(lower[0]) > most and not _are_two(upper, lower)
    }
    cut = sum(_is_cut(*pairs[at]) for at in full)
    # The rows of a table are all as long, and none of them is the rest of the one before.
    rows = sum(at + 1 in full and _HAN.match(pairs[at][0][-1]) is None for at in full)
    # Nor does a line end with blanks, and the next hold less, but where its columns were cut.
    padded = sum(at + 1 not in full and pairs[at][0][-1].isspace() for at in full)
    told = cut >= _CUT or padded >= _FEWEST
    return full if told and len(full) >= _FEWEST and _OF_ROWS * rows < len(full) else set()


def _are_two(upper: str, lower: str) -> bool:
    """Whether a full line ends as one does by itself: with a sentence, or a row before another."""
    if upper[-1:] == "。":
        return lower[0] not in "\t|"
    if lower[0] in _BEGIN and upper[0] in _BEGIN and upper.rstrip()[-1:] in tuple(_RULES):
        return True
    return upper[-1:].isdecimal() and _ITEM.match(lower) is not None


def _is_cut(upper: str, lower: str) -> bool:
    """Whether no typesetter ends one line, and begins the next, as these do."""
    if upper[-1].isdecimal() and lower[0].isdecimal():
        return True
    # A row that a rule begins ends with one: the line after has the rest of it.
    row = upper[0] in _RULES and lower.rstrip()[-1:] in tuple(_RULES) and lower[0] not in _BEGIN
    rest = lower.lstrip()[:1] == "|" and lower.count("|") > 1
    row = row or (rest and _RULES.isdisjoint((upper[0], upper[-1])))
    return row or lower[0] in _CLOSING


def _joined(lines: Sequence[Row], full: set[int]) -> list[Row]:
    """The lines, each made one with the next if it is among these."""
    found: list[Row] = []
    for at, line in enumerate(lines):
        if at - 1 in full:
            found[-1] = evolve(found[-1], text=found[-1].text + line.text)
        else:
            found.append(line)
    return found
