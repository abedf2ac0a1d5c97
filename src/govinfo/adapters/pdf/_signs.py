"""Signs for what is seen among figures and is no text: pictures, and figures that are struck."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from govinfo.adapters.pdf._numbers import is_figure
from govinfo.adapters.pdf._page import Run
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.blocks import Box

STRUCK = "\ufdd0"
"""What stands for a struck figure until it is known whether another one stands in its stead."""

_SLACK = 0.7  # points by which a picture may reach over its cell's border
_MARGIN = 1.0  # points by which it stands off from one of them at least
_FILLS = 0.95  # of a cell's width and height, which a ground fills
_LEAST = 2.5  # points of a picture's height that can show a figure
_TALL = 2.0  # of a line's height: no picture that shows a figure is as high
_NEAR = 0.6  # of a line's height, within which a text stands in a struck one's stead
_BESIDE = 2  # figures on the line of a picture that may be one of them


class Levels:
    """Runs by their height on the page: a page may have many, and much drawn among them."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = sorted(runs, key=_middle)
        self._middles = list(map(_middle, self.runs))
        self._reach = max((run.bottom - run.top for run in self.runs), default=0.0) / 2

    def between(self, top: float, bottom: float) -> Sequence[Run]:
        """The runs whose middle lies between two heights."""
        first = bisect_right(self._middles, top)
        return self.runs[first : bisect_left(self._middles, bottom)]

    def around(self, y: float) -> list[Run]:
        """The runs that a height lies in."""
        near = self.between(y - self._reach, y + self._reach)
        return [run for run in near if run.top < y < run.bottom]


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def sign(run: Run, shown: str) -> Run:
    """A sign in a run's place."""
    return run._replace(text=shown, lefts=run.lefts[:1], rights=run.rights[-1:], spaces=())


def unstruck(text: str) -> str:
    """A cell's text without the signs of struck figures; a picture's where it has no other."""
    left = text.replace(STRUCK, "").strip()
    return left or PICTURE


def with_pictures(text: str, runs: Sequence[Run], box: Box, pictures: Sequence[Box]) -> str:
    """A cell's text, with a sign for what is seen in the cell beside it, or in its stead.

    Beside words a picture says nothing; beside a figure it may be a part of it.
    """
    if not is_figure(text):
        return text
    for picture in pictures:
        if _is_in(picture, box) and not _is_behind(picture, runs):
            return text + PICTURE
    return text


def on_lines(runs: Sequence[Run], pictures: Iterable[Box]) -> Sequence[Run]:
    """Runs that no cell encloses, with signs for pictures among the figures of a line.

    Of struck figures only those have a sign in whose stead nothing stands.
    """
    pictures = list(pictures)
    if not pictures and not any(run.text == STRUCK for run in runs):
        return runs
    levels = Levels(runs)
    found: list[Run] = []
    after: dict[int, list[Run]] = {}
    for before, shown in _placed(levels, pictures):
        (found if before is None else after.setdefault(id(before), [])).append(shown)
    for run in runs:
        if run.text != STRUCK:
            found.append(run)
        elif not any(_is_near(run, other) for other in levels.between(run.top, run.bottom)):
            found.append(sign(run, PICTURE))
        found += after.get(id(run), ())
    return found


def _placed(levels: Levels, pictures: Iterable[Box]) -> Iterator[tuple[Run | None, Run]]:
    """Signs for pictures among the figures of a line, and the run after which each stands."""
    for picture in pictures:
        left, top, right, bottom = picture
        if bottom - top < _LEAST:
            continue
        line = levels.around((top + bottom) / 2)
        figures = [run for run in line if is_figure(run.text) and _is_apart(run, line)]
        if len(figures) < _BESIDE or _is_behind(picture, line):
            continue
        upper, lower = figures[0].top, figures[0].bottom
        if bottom - top < _TALL * (lower - upper):
            before = [run for run in line if run.right <= left + _SLACK]
            last = max(before, key=lambda run: run.right, default=None)
            yield last, Run(PICTURE, (left,), (right,), upper, lower)


def _is_apart(run: Run, line: Iterable[Run]) -> bool:
    """Whether a figure stands by itself on its line, as those of tables do."""
    return not any(other is not run and _is_near(run, other) for other in line)


def _is_near(run: Run, other: Run) -> bool:
    """Whether another text stands close to a run of its line."""
    gap = max(other.left - run.right, run.left - other.right)
    return other.text != STRUCK and gap < _NEAR * (run.bottom - run.top)


def _is_behind(picture: Box, runs: Iterable[Run]) -> bool:
    """Whether a picture is drawn where text stands."""
    left, _, right, _ = picture
    return any(left < run.right and run.left < right for run in runs)


def _is_in(picture: Box, box: Box) -> bool:
    """Whether a picture stands in a cell: a ground that fills it does not, nor does its border."""
    left, top, right, bottom = picture
    margins = (left - box[0], top - box[1], box[2] - right, box[3] - bottom)
    return (
        min(margins) > -_SLACK
        and max(margins) > _MARGIN
        and bottom - top > _LEAST
        and (bottom - top < _FILLS * (box[3] - box[1]) or right - left < _FILLS * (box[2] - box[0]))
    )
