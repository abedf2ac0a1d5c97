"""Text that is struck through: by a rule or a thin rectangle, as tracked changes print, or by hand.

What is struck is no figure of the page. Where nothing stands in its stead, it is no blank either:
a reader sees a figure that no longer holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from govinfo.adapters.pdf._numbers import is_code, is_figure
from govinfo.adapters.pdf._signs import STRUCK, Levels, sign
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govinfo.adapters.pdf._page import Ruling, Run
    from govinfo.blocks import Box

_LONGEST = 120.0  # points of a rule that strikes out the text of one cell
_HIGH, _LOW = 0.2, 0.78  # of a run's height from its top, between which letters are struck
_AMID, _BELOW = 0.3, 0.7  # likewise, for a rule that may be a border
_TOUCH = 1.5  # points by which a rule may miss a wall that it ends at


def without_struck(
    runs: Sequence[Run],
    horizontals: list[Ruling],
    verticals: Sequence[Ruling],
    dashes: Sequence[Ruling],
    strokes: Sequence[Box],
) -> tuple[Sequence[Run], list[Ruling]]:
    """Runs with signs for their struck letters, and the horizontal lines that strike nothing.

    Args:
        runs: The runs of a page.
        horizontals: Its horizontal lines, each in one piece, so that those of tables are long.
        verticals: Its vertical lines; a line between two of them is a cell's border.
        dashes: Horizontal lines too short for a border.
        strokes: Boxes around its slanting lines.
    """
    runs = _without_crossed(runs, strokes) if strokes else runs
    rules = [
        rule
        for rule in horizontals
        if rule.stop - rule.start < _LONGEST and not _is_border(rule, verticals)
    ]
    short = set(rules)
    borders = [rule for rule in horizontals if rule not in short] if rules else horizontals
    across = set(_across_figures(runs, borders))
    strikes = sorted([*rules, *dashes, *across])
    if not strikes:
        return runs, horizontals
    levels = [rule.at for rule in strikes]
    left: list[Run] = []
    for run in runs:
        top, height = run.top, run.bottom - run.top
        first = bisect_right(levels, top + _HIGH * height)
        last = bisect_left(levels, top + _LOW * height)
        left += _left_over(run, strikes[first:last]) if first < last else (run,)
    return left, [rule for rule in horizontals if rule not in across]


def _across_figures(runs: Sequence[Run], borders: Sequence[Ruling]) -> Iterator[Ruling]:
    """Lines as long as borders that strike out rows: through the middle of most figures there."""
    figures = Levels([run for run in runs if run.text[-1].isdecimal() and _is_number(run)])
    levels = sorted(rule.at for rule in borders)
    suspects: set[float] = set()
    for _, _, _, top, bottom, _, _ in figures.runs:
        high, low = top + _AMID * (bottom - top), top + _BELOW * (bottom - top)
        suspects.update(levels[bisect_right(levels, high) : bisect_left(levels, low)])
    for rule in borders if suspects else ():
        if rule.at not in suspects:
            continue
        touched = [
            (rule.at - run.top) / (run.bottom - run.top)
            for run in figures.around(rule.at)
            if rule.start < run.rights[-1] and run.lefts[0] < rule.stop
        ]
        if 2 * sum(_AMID < at < _BELOW for at in touched) > len(touched):
            yield rule


def _is_number(run: Run) -> bool:
    """Whether a run may be a figure of a table."""
    return is_figure(run.text) and any(map(str.isdecimal, run.text)) and not is_code(run)


def _is_border(rule: Ruling, verticals: Sequence[Ruling]) -> bool:
    ends = [
        wall.at
        for wall in verticals
        if wall.start - _TOUCH < rule.at < wall.stop + _TOUCH
        and min(abs(wall.at - rule.start), abs(wall.at - rule.stop)) < _TOUCH
    ]
    return len(ends) > 1 and max(ends) - min(ends) > _TOUCH


def _left_over(run: Run, rules: Sequence[Ruling]) -> Iterator[Run]:
    """What of a run is not struck by rules at its height, and signs for figures that are."""
    across = [rule for rule in rules if rule.start < run.rights[-1] and run.lefts[0] < rule.stop]
    if not across or not any(map(str.isalnum, run.text)):
        yield run  # Signs are lines themselves.
        return
    middles = [(left + right) / 2 for left, right in zip(run.lefts, run.rights, strict=True)]
    is_struck = [any(rule.start < x < rule.stop for rule in across) for x in middles]
    start = 0
    for at in range(1, len(is_struck) + 1):
        if at == len(is_struck) or is_struck[at] is not is_struck[start]:
            piece = run.part(start, at)
            if not is_struck[start]:
                yield piece
            elif _is_number(piece):
                yield sign(piece, STRUCK)
            start = at


def _without_crossed(runs: Sequence[Run], strokes: Sequence[Box]) -> Sequence[Run]:
    """Runs; those of figures unnamed through which a slanting line runs."""
    figures = Levels([run for run in runs if _is_number(run)])
    crossed = {
        id(run)
        for stroke in strokes
        for run in figures.between(stroke[1], stroke[3])
        if _crosses(run, stroke)
    }
    return [sign(run, PICTURE) if id(run) in crossed else run for run in runs] if crossed else runs


def _crosses(run: Run, stroke: Box) -> bool:
    """Whether a line from one corner of a box to the opposite one runs through a run."""
    left, top, right, bottom = stroke
    x, y = (run.lefts[0] + run.rights[-1]) / 2, run.middle
    if not left < x < right:
        return False
    down = (x - left) / (right - left) * (bottom - top)
    return min(abs(top + down - y), abs(bottom - down - y)) < (run.bottom - run.top) / 2
