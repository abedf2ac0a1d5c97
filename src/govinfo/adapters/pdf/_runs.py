"""Glyphs to runs: what a page draws one after the other on one baseline."""

from __future__ import annotations

import math
from collections import Counter
from functools import partial
from itertools import compress, count, pairwise
from operator import itemgetter, ne, or_, sub
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from govinfo.adapters.pdf._characters import is_ideograph, is_word
from govinfo.adapters.pdf._page import Run, Way
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

_LARGE = 1.8  # of the usual height of letters: a title, or a watermark
_SPECK, _SPECK_OF = 2.0, 0.3  # points, and of the usual height: letters that nobody can read
_NUDGE = 1.5  # points by which a letter drawn again is moved at most
_CLOSE = 0.14  # of the height, likewise
_NEXT, _NEXT_BUT_ONE = 0.8, 1.25  # of the height, between letters that stand one below the other
_ASIDE = 0.4  # of the height, by which such a letter may stand aside: commas do
_PALE, _WHITISH = 166, 250  # the darkest channel of a tint, of 255
_THROUGH = 153  # opacity, of 255, below which the page shows through
_TILTED = 6  # digits at a slant that may be figures: seals and watermarks have more
_SLANT = 0.04  # of a quarter, by which text that is meant to be straight may lean
WHITE = frozenset(map(chr, range(33))) | frozenset(
    map(chr, (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
)
"""Characters that show nothing."""

_STRIP = 16.0  # points of a strip of the page by which twins are looked up
_LEVEL = 0.4  # points by which the edges of glyphs on one baseline may differ
_OVERLAP = 0.5  # share of its height by which a glyph may reach back over the one before
_JOINT = 0.1  # share of its height by which digits of one number follow one another less evenly
_GAP = 1.0  # share of its height by which a glyph may stand off from the one before
_WORD_GAP = 0.2  # share of the height that parts two words
_TWIN = 0.25  # share of the height within which the same text again is the same text


Level = tuple[int, float, float]
"""The first of some glyphs on one level, and their upper and lower edges from the page's top."""


class Glyphs(NamedTuple):
    """The visible glyphs of a page in content order.

    Attributes:
        text: One character a glyph, none of them white.
        lefts: Left edge of each, in points from the left of the page.
        rights: Right edge of each.
        levels: Upper and lower edges: the first level begins with the first glyph.
        spaced: Indices of the glyphs before which white space was drawn.
    """

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    levels: Sequence[Level]
    spaced: AbstractSet[int]


def changes(tops: Sequence[float], bottoms: Sequence[float]) -> list[int]:
    """Indices of the glyphs, the first one's included, that stand on another level than before."""
    moved = map(or_, map(ne, tops, tops[1:]), map(ne, bottoms, bottoms[1:]))
    return [0] * bool(tops) + list(compress(count(1), moved))


def levels_of(tops: Sequence[float], bottoms: Sequence[float]) -> list[Level]:
    """The levels of glyphs whose edges are given from the top of the page."""
    return [(at, tops[at], bottoms[at]) for at in changes(tops, bottoms)]


def runs_of(
    glyphs: Glyphs, way: Callable[[int], Way | None], pale: Callable[[int], bool]
) -> list[Run]:
    """Join glyphs to runs.

    Args:
        glyphs: The page's glyphs.
        way: How the glyph at an index is set; `None` for text at a slant, which is left out where
            there is more of it than a figure's digits. It is asked only of glyphs that stand
            alone: where two follow one another on one baseline, they are set along it.
        pale: Whether the glyph at an index is hardly darker than the page. It is asked only
            of letters much larger than the others: those of a watermark, if it is so.
    """
    starts, spaces = _starts(glyphs)
    text, lefts, rights = glyphs.text, tuple(glyphs.lefts), tuple(glyphs.rights)
    usual = median([bottom - top for _, top, bottom in starts] or [0.0])
    large, speck = _LARGE * usual, min(_SPECK, _SPECK_OF * usual)
    along, turned = Way.ALONG, Way.TURNED
    made = partial(tuple.__new__, Run)  # a page has many, and by their names it takes twice as long
    runs: list[Run] = []
    slanting: list[Run] = []
    has_turned = has_lone = False
    for (start, top, bottom), (stop, _, _) in pairwise([*starts, (len(text), 0.0, 0.0)]):
        run_way: Way | None = along
        if stop == start + 1:
            run_way = way(start)
            has_turned = has_turned or run_way is turned
            has_lone = has_lone or is_ideograph(text[start])
        height = bottom - top
        if run_way is None:
            slanting.append(Run(text[start], lefts[start:stop], rights[start:stop], top, bottom))
            continue
        if height > large and pale(start):
            continue
        if height < speck and rights[start] - lefts[start] < speck:
            continue
        within = tuple(spaces[start]) if start in spaces else ()
        sides = lefts[start:stop], rights[start:stop]
        runs.append(made((text[start:stop], *sides, top, bottom, within, run_way)))
    if 0 < len(slanting) <= _TILTED and all(run.text.isdecimal() for run in slanting):
        # A figure that somebody has set askew: no blank, and no number that is sure.
        runs += [run._replace(text=PICTURE) for run in slanting]
    runs = _once(_turned_joined(runs) if has_turned else runs)
    return _stacked_joined(runs) if has_lone else runs


def is_pale(colour: tuple[float, ...], alpha: float) -> bool:
    """Whether a colour (its channels, and its opacity, of 255 each) is that of a watermark.

    White is not: white letters are seen only on a dark ground, and there they are meant.
    """
    return alpha <= _THROUGH or _PALE <= min(colour, default=0) < _WHITISH


def close_by(lefts: Sequence[float]) -> list[int]:
    """Indices of letters that begin about where the one before begins."""
    steps = map(sub, lefts[1:], lefts)
    return [index for index, step in enumerate(steps, 1) if step < _NUDGE and -step < _NUDGE]


def twins(
    text: str,
    lefts: Sequence[float],
    tops: Sequence[float],
    bottoms: Sequence[float],
    close: Iterable[int],
) -> set[int]:
    """Those of some indices whose letter is drawn again at once at its own place, to look bold.

    Narrow letters stand close by as well, but not as close for their size.
    """
    return {
        at
        for at in close
        if text[at] == text[at - 1]
        and abs(tops[at] - tops[at - 1]) < _NUDGE
        and abs(lefts[at] - lefts[at - 1]) < _CLOSE * abs(tops[at] - bottoms[at])
    }


def _starts(glyphs: Glyphs) -> tuple[list[Level], dict[int, list[int]]]:
    """Where runs begin, and for those with spaces, before which of their glyphs they stand."""
    text, lefts, rights, levels, spaced = glyphs
    starts: list[Level] = []
    spaces: dict[int, list[int]] = {}
    level_top = level_bottom = 0.0
    least, even, space, most = 0.0, 0.0, 0.0, -1.0
    gaps = [0.0, *map(sub, lefts[1:], rights)]
    for (first, top, bottom), (stop, _, _) in pairwise([*levels, (len(text), 0.0, 0.0)]):
        index = first
        while index < stop:
            if (
                -_LEVEL < top - level_top < _LEVEL
                and -_LEVEL < bottom - level_bottom < _LEVEL
                and least < (gap := gaps[index]) < most
                and (gap >= even or not _begins_number(text, gaps, index, space, even))
            ):
                if index in spaced or (
                    gap > space and is_word(text[index]) and is_word(text[index - 1])
                ):
                    start = starts[-1][0]
                    spaces.setdefault(start, []).append(index - start)
            else:
                starts.append((index, top, bottom))
                if index in spaced:
                    spaces[index] = [0]
                level_top, level_bottom = top, bottom
                height = bottom - top
                least, even = -_OVERLAP * height, -_JOINT * height
                space, most = _WORD_GAP * height, _GAP * height
            index += 1
            # Letters of one level mostly follow one another closely: only where they do not,
            # or where the level changes, they are looked at one by one.
            if index == first + 1 < stop:
                within = gaps[index:stop]
                if (
                    even <= min(within)
                    and max(within) <= space
                    and (not spaced or spaced.isdisjoint(range(index, stop)))
                ):
                    break
    return starts, spaces


def _begins_number(text: str, gaps: Sequence[float], index: int, space: float, even: float) -> bool:
    """Whether a digit stands over the one before, as no other digits of their numbers do.

    Figures too wide for narrow columns reach into one another: two numbers. Where all digits
    stand as close, they are set so.
    """
    digits = text[max(index - 2, 0) : index + 2]
    beside = [gaps[at] for at in (index - 1, index + 1) if 0 < at < len(gaps)]
    return (
        len(digits) > 2
        and digits.isdecimal()
        and any(gaps[index] - even < gap < space for gap in beside)
    )


class Turns:
    """Which way the letters of a page are turned.

    Args:
        quarter: By how many quarters, clockwise, the page is turned already.
    """

    def __init__(self, quarter: int) -> None:
        self._quarter = quarter
        self._counts: Counter[int] = Counter()

    def way(self, across: float, up: float, *, is_stacked: bool) -> Way | None:
        """How a letter is set whose line runs in this direction, with y growing upwards."""
        if not up and across > 0:  # as nearly every letter is set
            quarter = -self._quarter
        else:
            turns = math.atan2(up, across) / (math.pi / 2) - self._quarter
            quarter = round(turns)
            if abs(turns - quarter) > _SLANT:
                return None
        self._counts[quarter % 4] += 1
        if quarter % 4:
            return Way.TURNED
        return Way.STACKED if is_stacked else Way.ALONG

    def needed(self, runs: Sequence[Run]) -> int:
        """By how many quarters the page must turn for most of its letters to be upright."""
        quarter = max(self._counts, key=self._counts.__getitem__, default=0)
        if not quarter:
            return 0
        upright = sum(len(run.text) for run in runs if run.way is not Way.TURNED)
        return quarter if self._counts[quarter] > upright else 0


def _turned_joined(runs: list[Run]) -> list[Run]:
    """Letters of a line that is turned by a quarter stand one above the other: one run again."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and run.way is before.way is Way.TURNED
            and abs(run.left - before.left) < _LEVEL + 0.3 * (run.right - run.left)
            and max(run.top - before.bottom, before.top - run.bottom) < run.right - run.left
        ):
            text = before.text + run.text
            joined[-1] = Run(
                text,
                [min(before.left, run.left)] * len(text),
                [max(before.right, run.right)] * len(text),
                min(before.top, run.top),
                max(before.bottom, run.bottom),
                (*before.spaces, *(len(before.text) + space for space in run.spaces)),
                Way.TURNED,
            )
        else:
            joined.append(run)
    return joined


def _stacked_joined(runs: list[Run]) -> list[Run]:
    """Upright letters drawn one below the other, as for a group's label: one piece.

    Full-width digits are as large, but a number broken over lines is for its cell to tell.
    """
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and len(run.text) == 1
            and is_ideograph(run.text)
            and not run.text.isdecimal()
            and _goes_below(before, run)
        ):
            text = before.text + run.text
            lefts, rights = [*before.lefts, *run.lefts], [*before.rights, *run.rights]
            joined[-1] = Run(text, lefts, rights, before.top, run.bottom, (), Way.STACKED)
        else:
            joined.append(run)
    return joined


def _goes_below(before: Run, run: Run) -> bool:
    """Whether a letter stands right below another one, or below the last of several."""
    size = run.bottom - run.top
    if size <= 0 or (len(before.text) > 1 and before.way is not Way.STACKED):
        return False
    step = (run.bottom - before.bottom) / size
    centres = before.lefts[-1] + before.rights[-1], run.lefts[0] + run.rights[0]
    return (
        is_ideograph(before.text[-1])
        and _NEXT < step < _NEXT_BUT_ONE
        and abs(centres[0] - centres[1]) < 2 * _ASIDE * size
    )


def _once(runs: list[Run]) -> list[Run]:
    """Leave out text drawn again at its own place: bold print made by drawing twice."""
    counts = Counter(map(itemgetter(0), runs))
    if len(counts) == len(runs):
        return runs
    seen: dict[tuple[str, float, float], list[Run]] = {}
    kept: list[Run] = []
    for run in runs:
        text, lefts, _, top, bottom, _, _ = run
        if counts[text] == 1:
            kept.append(run)
            continue
        left, reach = lefts[0], _TWIN * (bottom - top)
        # Twins stand in the same square of the page, or in the next where one is on its border.
        across = {(left - reach) // _STRIP, (left + reach) // _STRIP}
        down = {(top - reach) // _STRIP, (top + reach) // _STRIP}
        near = (seen.get((text, x, y), ()) for x in across for y in down)
        if not any(
            abs(twin.top - top) < reach and abs(twin.lefts[0] - left) < reach
            for twins in near
            for twin in twins
        ):
            seen.setdefault((text, left // _STRIP, top // _STRIP), []).append(run)
            kept.append(run)
    return kept
