"""Lines to paragraphs: whether a line goes on with the one before."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.pdf._lines import Line, first_width, joined, starts_item
from govinfo.adapters.pdf._page import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.blocks import Box

_INDENT = 0.8  # letters by which the first line of a paragraph stands in
_FAR = 5  # letters by which no first line of a paragraph stands in
_NARROW = 0.4  # of the page's width: lines that long may be full
_LOPSIDED = 0.15  # of the page's width by which the margins may differ
_STOPS = frozenset("。；：;:.！？")  # ends of sentences, at which paragraphs end
_SLACK = 1.1  # letters by which a full line may end early, to keep punctuation off the next
_LEADING = 1.4  # of the usual distance between lines: more begins a paragraph
_SIZE = 1.2  # of the letters' size: more is another paragraph
_LONG = 0.6  # of the longest line: shorter lines don't show where the column ends
_GRID = 3.0  # points within which line ends count as the same


@frozen(slots=True)
class Measure:
    """Where a column's lines begin and end, and how far they stand apart."""

    left: float
    right: float
    leading: float

    @classmethod
    def of(cls, lines: Sequence[Line], page_width: float = 0.0) -> Measure:
        """The measure of at least one line.

        Where the lines end much further from the right edge of the page than they begin from
        the left, and none seems to be wrapped, they are all short, and the column is taken to
        lie in the page's middle.
        """
        longest = max(line.box[2] - line.box[0] for line in lines)
        long = [line for line in lines if line.box[2] - line.box[0] >= _LONG * longest]
        left = min(line.box[0] for line in long)
        ends = Counter(round(line.box[2] / _GRID) for line in long)
        # The usual end: a stop at the end of a line may hang out, and the last line is short.
        usual = max(ends, key=lambda end: (ends[end] + ends[end + 1], end))
        full = [line for line in long if round(line.box[2] / _GRID) in (usual, usual + 1)]
        right = max(line.box[2] for line in full)
        wrapped = right - left > _NARROW * page_width and any(
            line.text[-1:] not in _STOPS for line in full[:-1]
        )
        if not wrapped and page_width - right > left + _LOPSIDED * page_width:
            right = page_width - left
        steps = [after.middle - before.middle for before, after in pairwise(lines)]
        return cls(left, right, median(steps) if steps else 2 * lines[0].height)


@frozen(slots=True)
class Text:
    """A paragraph, or as much of it as is read."""

    lines: tuple[Line, ...]
    page: int
    box: Box  # on the page where it begins
    is_open: bool  # whether its last line is full, so that it may go on

    @property
    def text(self) -> str:
        """The paragraph, its lines joined."""
        text = ""
        for line in self.lines:
            text = joined(text, line.text)
        return text


def paragraphs(lines: Sequence[Line], measure: Measure, page: int) -> list[Text]:
    """The paragraphs of a column, from top to bottom."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Text(tuple(group), page, _around(group), is_full(group[-1], None, measure))
        for group in groups
    ]


def may_go_on(before: Text, line: Line, measure: Measure) -> bool:
    """Whether a paragraph at the end of a page goes on with the first line of the next."""
    return (
        before.is_open
        and _same_size(before.lines[-1], line)
        and not _begins(before.lines[-1], line, measure)
    )


def _goes_on(before: Line, line: Line, measure: Measure) -> bool:
    return (
        line.middle - before.middle <= _LEADING * max(measure.leading, before.height)
        and _same_size(before, line)
        and is_full(before, line, measure)
        and not _begins(before, line, measure)
    )


def _begins(before: Line, line: Line, measure: Measure) -> bool:
    """Whether a line shows by itself that a paragraph begins."""
    if line.box[0] - measure.left >= _INDENT * line.letter:
        return True
    if before.box[0] - measure.left > _FAR * before.letter:
        return True  # a line set to the right, such as a signature
    return starts_item(line.text) and before.text[-1:] in _STOPS


def is_full(line: Line, after: Line | None, measure: Measure) -> bool:
    """Whether the next line's beginning had no room at the end of this one."""
    need = first_width(after) if after is not None else line.letter
    return line.box[2] + need + _SLACK * line.letter > measure.right


def _same_size(before: Line, line: Line) -> bool:
    if not (before.has_ideographs and line.has_ideographs):
        return True
    sizes = sorted((before.letter, line.letter))
    return sizes[1] <= _SIZE * sizes[0]


def _around(lines: Sequence[Line]) -> Box:
    boxes = [line.box for line in lines]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return rounded((left, top, right, bottom))
