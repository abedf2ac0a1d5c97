"""Runs to lines, and lines to text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from govinfo.adapters.pdf._characters import is_ideograph, is_word, ordinary
from govinfo.adapters.pdf._numbers import is_before, is_note, is_over, is_woven
from govinfo.adapters.pdf._page import Run, Way
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.blocks import Box

_SHARE = 0.5  # of the lower one's height that two runs of one line have in common
_WORD_GAP = 0.2  # of the height: parts two words of a script with spaces
_WIDE_GAP = 1.0  # of the height: a space in any script
_FIGURES = 0.3  # of the height: parts two figures
_SLACK = 0.15  # letters by which a cell's text may be less wide than it seems
_INK_LEFT = "，。、；：！？）》〉」』】”’"  # in the left half of the square only
_INK_RIGHT = "（《〈「『【“‘"
_SAMPLE = 4  # letters at the beginning of a run that show how large it is
_NARROW = 0.55  # of an ideograph's width: other letters
_OPENING = frozenset("（《〈「『【〔［(“‘\"'")
_CLOSING = frozenset("）》〉」』】〕］)”’\"'，。、；：？！,.;:?!%％…—“‘")
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十百\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)"
    r"|第[一二三四五六七八九十]+[条章节项]|[①-⑳●■◆▲]"
)


class Line(NamedTuple):
    """Runs that stand on one line, from left to right.

    Attributes:
        runs: The runs.
        box: The box around them.
        text: The line as a reader sees it, spaces between words included.
        letter: Size of the letters: the width of an ideograph, else the tallest run's height.
        has_ideographs: Whether `letter` is the size of an ideograph; heights of fonts differ more.
    """

    runs: tuple[Run, ...]
    box: Box
    text: str
    letter: float
    has_ideographs: bool

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Line:
        """The line of some runs, in any order."""
        ordered = tuple(sorted(runs, key=_left))
        widths = [
            run.rights[at] - run.lefts[at]
            for run in ordered
            for at, char in enumerate(run.text[:_SAMPLE])
            if is_ideograph(char)
        ]
        letter = max(widths) if widths else max([run.bottom - run.top for run in ordered])
        return cls(ordered, _around(ordered), text_of(ordered), letter, bool(widths))

    @property
    def height(self) -> float:
        """Height of the tallest run: about the size of the font."""
        return max([run.bottom - run.top for run in self.runs])

    @property
    def middle(self) -> float:
        """The vertical centre."""
        return (self.box[1] + self.box[3]) / 2


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """Lines from top to bottom: runs that share most of their height stand on one."""
    return [Line.of(line) for line in _levels(runs)]


def _levels(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of each line, in any order."""
    lines: list[list[Run]] = []
    top = bottom = height = 0.0
    for run in sorted(runs, key=_middle):
        _, _, _, run_top, run_bottom, *_ = run
        run_height = run_bottom - run_top
        common = min(bottom, run_bottom) - max(top, run_top)
        if lines and common > _SHARE * min(height, run_height):
            lines[-1].append(run)
            # A line is judged by the height of its lowest run, so that it can't creep.
            if run_height >= height:
                continue
        else:
            lines.append([run])
        top, bottom, height = run_top, run_bottom, run_height
    return lines


def _around(runs: Sequence[Run]) -> Box:
    if len(runs) == 1:
        (run,) = runs
        return run.lefts[0], run.top, run.rights[-1], run.bottom
    return (
        runs[0].lefts[0],
        min([run.top for run in runs]),
        max([run.rights[-1] for run in runs]),
        max([run.bottom for run in runs]),
    )


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def _left(run: Run) -> float:
    return run.lefts[0]


def text_of(runs: Sequence[Run]) -> str:
    """The text of runs on one line, from left to right."""
    if not runs:
        return ""
    if len(runs) == 1 and not runs[0].spaces:
        return ordinary(_of_one(runs[0]))
    parts: list[str] = []
    before: Run | None = None
    for run in runs:
        text = _spaced(run) if run.spaces else _of_one(run)
        if before is None:
            before = run
        elif run.lefts[0] < before.rights[-1] and is_over(before, run):
            parts.append(PICTURE)
        elif run.text.isdecimal() and is_note(before, run):
            text = f"[{text}]"
        elif len(parts) == 1 and before.text.isdecimal() and is_before(before, run):
            parts[0] = f"[{parts[0]}]"
            before = run
        else:
            if _parted(before, run):
                parts.append(" ")
            before = run
        parts.append(text)
    return ordinary("".join(parts)).strip()


def _of_one(run: Run) -> str:
    """The text of a run without spaces."""
    text = run.text
    return PICTURE.join(text) if len(text) > 1 and text.isdecimal() and is_woven(run) else text


def _parted(before: Run, run: Run) -> bool:
    if run.spaces and run.spaces[0] == 0:
        return True
    height = min(before.bottom - before.top, run.bottom - run.top)
    gap = run.lefts[0] - before.rights[-1]
    if gap <= _WORD_GAP * height and height > 0:
        return False  # as nearly always
    halves = (before.text[-1] in _INK_LEFT) + (run.text[0] in _INK_RIGHT)
    gap -= halves * height / 2
    return gap > _WIDE_GAP * height or (
        gap > _WORD_GAP * height and is_word(before.text[-1]) and is_word(run.text[0])
    )


def _spaced(run: Run) -> str:
    inner = [space for space in run.spaces if space]
    bounds = zip([0, *inner], [*inner, len(run.text)], strict=True)
    return " ".join(run.text[start:stop] for start, stop in bounds)


def texts_apart(runs: Iterable[Run]) -> list[tuple[float, float, str]]:
    """Left and right side, and the text, of what stands apart: by a wide gap, or as figures."""
    found: list[tuple[float, float, str]] = []
    for line in _levels(runs):
        before: Run | None = None
        for run in [part for whole in sorted(line, key=_left) for part in _parts(whole)]:
            if before is not None and not _are_apart(before, run):
                left, _, text = found.pop()
                found.append((left, run.right, text + run.text))
            else:
                found.append((run.left, run.right, run.text))
            before = run
    return found


def _parts(run: Run) -> list[Run]:
    stops = [0, *(index for index in run.spaces if index), len(run.text)]
    return [run.part(start, stop) for start, stop in pairwise(stops)]


def _are_apart(before: Run, run: Run) -> bool:
    gap = _FIGURES if _is_number(before.text, run.text) else _WIDE_GAP
    return run.left - before.right > gap * min(before.bottom - before.top, run.bottom - run.top)


def starts_item(text: str) -> bool:
    """Whether a text begins as an item of a list does: `（一）`, `1.`, `二、`."""
    return _ITEM.match(text) is not None


def is_item(text: str) -> bool:
    """Whether a text is no more than an item's number."""
    return _ITEM.fullmatch(text) is not None


def joined(before: str, after: str) -> str:
    """Two pieces of text that a line break parts, as one."""
    if not before or not after:
        return before + after
    parts_words = is_word(before[-1]) and is_word(after[0])
    return f"{before} {after}" if parts_words and not _is_number(before, after) else before + after


def _is_number(before: str, after: str) -> bool:
    return before[-1:].isdigit() and after[:1].isdigit()


def cell_text(runs: Sequence[Run], box: Box) -> str:
    """The text in a cell.

    Lines that were wrapped for lack of room are joined; a line break stays where the line had
    room for more.
    """
    if len(runs) < 2:
        return text_of(runs)
    if runs[0].way is Way.STACKED and all(run.way is Way.STACKED for run in runs):
        return ordinary("".join(run.text for run in _by_columns(runs)))
    lines = lines_of(runs)
    if _is_letter_by_letter(lines):
        return "".join(line.text for line in lines)
    room = _Room(box, tuple(lines))
    text = lines[0].text
    for line, after in pairwise(lines):
        wrapped = room.wraps(line, after)
        text = joined(text, after.text) if wrapped else f"{text}\n{after.text}"
    return text


def room_left(runs: Sequence[Run], box: Box) -> float:
    """How many letters the last line in a cell leaves room for; none where letters are stacked."""
    if not runs or any(run.way is Way.STACKED for run in runs):
        return 0.0
    lines = lines_of(runs)
    if _is_letter_by_letter(lines):
        return 0.0
    return _Room(box, tuple(lines)).after(lines[-1])


def _is_letter_by_letter(lines: Sequence[Line]) -> bool:
    """A label set vertically by breaking the line after every letter (or letter and comma)."""
    short = [len(line.text) <= 2 for line in lines]
    one = sum(len(line.text) == 1 for line in lines)
    return len(lines) > 2 and all(short) and 2 * one > len(lines) and not _are_numbers(lines)


def _are_numbers(lines: Sequence[Line]) -> bool:
    return all(line.text.isdigit() for line in lines)


def _by_columns(runs: Sequence[Run]) -> list[Run]:
    """Upright letters of vertical writing: columns from right to left, each from the top."""
    ordered: list[Run] = []
    columns: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.left):
        if columns and columns[-1][0].left - run.left < (run.right - run.left) / 2:
            columns[-1].append(run)
        else:
            columns.append([run])
    for column in columns:
        ordered += sorted(column, key=lambda run: run.top)
    return ordered


@frozen(slots=True)
class _Room:
    """How much of a line fits between a cell's borders."""

    box: Box
    lines: tuple[Line, ...]

    def wraps(self, line: Line, after: Line) -> bool:
        """Whether the beginning of the next line had no room on this one."""
        # A number alone may be broken anywhere, but only where not a digit more has room.
        last = line.runs[-1]
        is_number = _is_number(line.text, after.text)
        more = last.rights[-1] - last.lefts[-1] if is_number else first_width(after)
        need = line.box[2] - line.box[0] + more
        return need > self._width - _SLACK * line.letter

    def after(self, line: Line) -> float:
        """How many letters of its font find room after a line."""
        return (self._width - (line.box[2] - line.box[0])) / line.letter

    @property
    def _width(self) -> float:
        left, _, right, _ = self.box
        margins = [
            margin for line in self.lines for margin in (line.box[0] - left, right - line.box[2])
        ]
        # Cells have the same margin on both sides; the smallest gap seen is at least that.
        margin = min(6.0, max(1.0, min(margins)))
        return right - left - 2 * margin


def first_width(line: Line) -> float:
    """Width of what stands together at a line's beginning: a word, a letter and its comma."""
    start, last = line.runs[0].left, ""
    end = start
    for run in line.runs:
        if last and not _is_bound(last, run.text[0]):
            break
        stop = _unit(run.text)
        end = run.rights[stop - 1]
        if stop < len(run.text):
            break
        last = run.text[-1]
    return end - start


def first_letters(text: str) -> float:
    """Width, in letters, of what stands together at a text's beginning."""
    return sum(1.0 if is_ideograph(char) else _NARROW for char in text[: _unit(text)])


def _unit(text: str) -> int:
    """How many characters stand together at a text's beginning."""
    stop = 1
    while stop < len(text) and _is_bound(text[stop - 1], text[stop]):
        stop += 1
    return stop


def _is_bound(before: str, after: str) -> bool:
    """Whether no line is broken between two characters."""
    return (is_word(before) and is_word(after)) or after in _CLOSING or before in _OPENING
