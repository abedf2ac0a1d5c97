"""Text that is struck through: by a rule or a thin rectangle, as tracked changes print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govinfo.adapters.pdf._page import Ruling, Run

_LONGEST = 120.0  # points of a rule that strikes out the text of one cell
_HIGH, _LOW = 0.28, 0.74  # of a run's height from its top, between which letters are struck
_TOUCH = 1.5  # points by which a rule may miss a wall that it ends at


def without_struck(
    runs: Sequence[Run], horizontals: Sequence[Ruling], verticals: Sequence[Ruling]
) -> Sequence[Run]:
    """Runs without their struck letters.

    Args:
        runs: The runs of a page.
        horizontals: Its horizontal lines, each in one piece, so that those of tables are long.
        verticals: Its vertical lines; a line between two of them is a cell's border.
    """
    rules = [
        rule
        for rule in horizontals
        if rule.stop - rule.start < _LONGEST and not _is_border(rule, verticals)
    ]
    if not rules:
        return runs
    return [piece for run in runs for piece in _left_over(run, rules)]


def _is_border(rule: Ruling, verticals: Sequence[Ruling]) -> bool:
    ends = [
        wall.at
        for wall in verticals
        if wall.start - _TOUCH < rule.at < wall.stop + _TOUCH
        and min(abs(wall.at - rule.start), abs(wall.at - rule.stop)) < _TOUCH
    ]
    return len(ends) > 1 and max(ends) - min(ends) > _TOUCH


def _left_over(run: Run, rules: Sequence[Ruling]) -> Iterator[Run]:
    """What of a run is not struck."""
    height = run.bottom - run.top
    across = [
        rule
        for rule in rules
        if run.top + _HIGH * height < rule.at < run.top + _LOW * height
        and rule.start < run.rights[-1]
        and run.lefts[0] < rule.stop
    ]
    if not across:
        yield run
        return
    start = 0
    for at, (left, right) in enumerate(zip(run.lefts, run.rights, strict=True)):
        if any(rule.start < (left + right) / 2 < rule.stop for rule in across):
            if start < at:
                yield run.part(start, at)
            start = at + 1
    if start < len(run.text):
        yield run.part(start, len(run.text))
