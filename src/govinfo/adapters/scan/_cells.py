"""The cells of a scanned table: each is cut out, and each figure and each blank read twice.

One reading of a figure is not enough, however sure the model is of it. A figure is read from two
pictures of it that differ in size and surroundings, and its letters are counted apart from that;
a blank is one if neither of two ways to find ink finds any. What does not agree is not told; what
it may be is kept, for sums may leave one of the readings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from govinfo.adapters.pdf._page import Doubt, Run
from govinfo.adapters.scan._ink import Place, Sheet, lines, marks, speck
from govinfo.adapters.scan._recogniser import HEIGHT, Said, recogniser
from govinfo.adapters.symbols import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.scan._pixels import Grey
    from govinfo.blocks import Box
    from govinfo.source import Clock

_POINTS = 72.0
_BORDER = 0.012  # inches of a cell's border
_NEAR = 0.035  # inches from it, where a broken line may have left something
_THIN = 0.018  # inches that what a line leaves is thick at most
_OVER = 0.022, 0.2  # inches of the height of the parts of a digit that stands over a border
_USUAL = 10.0  # points of a letter, where a page does not tell
_WIDE = 6.0  # of its height, from which a line tells how high letters are
_SURE = 0.8  # below which a letter is not believed
_VIEWS = ((26, 1.0), (33, 1.12), (29, 0.94))
"""How high a figure is in the pictures of it, in the model's pixels, and how much wider than it is
printed."""
_SHORT = 9.0  # of its height, below which a line may be a figure
_ROOM = 0.18  # of a line's height, around a line of words
_FIGURE = re.compile(r"[^\u3400-\u9fff]{1,16}|.{1,2}|[\d.,，+\-]+[^\d]{1,4}")
"""What may be a figure, or be mistaken for one: all but words."""
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\d+")
_LEAST_DIGIT, _MOST_DIGIT = (
    0.3,
    0.95,
)  # of their height: how far digits are apart, from left to left
_WHITE = 0.8  # of their height, by which two numbers are apart
_RAISED, _LOWER = 0.8, 0.85  # of the height: how high and how low a raised note's mark is at most
_FLAT = 0.3  # of the height: how high a minus is at most
_SIDE = 1  # pixels of a cell's side that its border leaves white
_SEEN = 0.4  # of a letter's height: marks that a faint letter leaves


class Cut(NamedTuple):
    """A cell as it is cut out.

    Attributes:
        box: Its borders in points.
        left: Where the cut begins, in pixels of the page.
        top: Likewise.
        part: Its pixels, without what its borders leave.
        found: Its marks.
    """

    box: Box
    left: int
    top: int
    part: Grey
    found: Grey


class Line(NamedTuple):
    """A line of a cell."""

    cut: Cut
    place: Place


class Told(NamedTuple):
    """What is told of a line.

    Attributes:
        text: What it says; the sign for what cannot be told where that is not sure.
        readings: The figures that it may be, where it is not sure.
    """

    text: str
    readings: tuple[str, ...] = ()


def in_cells(boxes: Sequence[Box], sheet: Sheet) -> tuple[list[Run], list[Doubt], float]:
    """What the cells of tables hold, what may stand there, and how high letters are, in pixels.

    Args:
        boxes: The cells' borders in points.
        sheet: The page.
    """
    dpi = sheet.dpi
    cuts = [cut for box in boxes if (cut := _cut(box, sheet)) is not None]
    letter = _letter([place for cut in cuts for place in lines(cut.found, 0)], dpi)
    held = [Line(cut, place) for cut in cuts for place in lines(cut.found, letter)]
    told = _told(held, sheet.clock, strictly=letter < sheet.small)
    runs = [_run(line, one.text, dpi) for line, one in zip(held, told, strict=True)]
    doubts = [
        Doubt((run.left + run.right) / 2, run.middle, one.readings)
        for run, one in zip(runs, told, strict=True)
        if one.readings
    ]
    blank = [cut for cut in cuts if not cut.found.any()]
    runs += [_unknown(cut, dpi) for cut in blank if _has_faint(cut, sheet, letter)]
    return runs, doubts, letter


def read(held: Sequence[Line], sheet: Sheet, *, strictly: bool) -> list[Run]:
    """Lines as runs of text: words read once, and all that may be a figure again and again."""
    told = _told(held, sheet.clock, strictly=strictly)
    return [_run(line, one.text, sheet.dpi) for line, one in zip(held, told, strict=True)]


def _told(held: Sequence[Line], clock: Clock, *, strictly: bool) -> list[Told]:
    """What lines say."""
    told = [Told("")] * len(held)
    short = [at for at, line in enumerate(held) if line.place.width < _SHORT * line.place.height]
    long = [at for at, line in enumerate(held) if line.place.width >= _SHORT * line.place.height]
    words = recogniser().read([_of_words(held[at]) for at in long], clock)
    for at, said in zip(long, words, strict=True):
        told[at] = Told(said.text or UNKNOWN)
    first = _figures(held, short, _VIEWS[0], clock)
    doubted = [at for at in short if _is_doubted(first[at])]
    second = _figures(held, doubted, _VIEWS[1], clock)
    unsure = [
        at
        for at in doubted
        if first[at].text == second[at].text
        and (strictly or min(first[at].sure, second[at].sure) < _SURE)
    ]
    third = _figures(held, unsure, _VIEWS[2], clock)
    for at in short:
        found = [those[at] for those in (first, second, third) if at in those]
        is_word = len(found) == 1
        told[at] = Told(found[0].text) if is_word else _agreed(held[at], found, 2 + strictly)
    return told


def _figures(
    held: Sequence[Line], chosen: Sequence[int], view: tuple[int, float], clock: Clock
) -> dict[int, Said]:
    """What some of the lines say, from pictures in which a figure is so high, and so wide."""
    pictures = [_of_figure(held[at], *view) for at in chosen]
    return dict(zip(chosen, recogniser().read(pictures, clock, figures=True), strict=True))


def _is_doubted(said: Said) -> bool:
    return not said.text or _DIGIT.search(said.text) is not None or _is_figure(said)


def _is_figure(said: Said) -> bool:
    return _FIGURE.fullmatch(said.text) is not None


def _cut(box: Box, sheet: Sheet) -> Cut | None:
    ink, dpi = sheet.ink, sheet.dpi
    scale, border = dpi / _POINTS, max(2, int(dpi * _BORDER))
    left, top = (max(0, int(side * scale) + border) for side in box[:2])
    right, bottom = (int(side * scale) - border + 1 for side in box[2:])
    part = ink[top:bottom, left:right].copy()
    if min(part.shape) < dpi * _BORDER * 4:
        return None
    near = max(2, int(dpi * _NEAR))
    lined = cv2.dilate(sheet.rules[top:bottom, left:right], np.ones((3, 3), np.uint8)) > 0
    lined[near:-near, near:-near] = False
    part[lined] = 255
    return Cut(box, left, top, part, _without_remains(part, marks(part, dpi), dpi))


def _without_remains(part: Grey, found: Grey, dpi: float) -> Grey:
    """The marks of a cell without what its borders left: all that lies along one of its sides.

    The part of a digit that stands over a border is thicker than what a line leaves, and stays.
    """
    height, width = part.shape
    near = max(2, int(dpi * _NEAR))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    left, top, wide, high, _ = boxes.T
    along = (left + wide <= near) | (left >= width - near)
    shortest, longest = (dpi * side for side in _OVER)
    along &= (wide < max(3.0, dpi * _THIN)) | (high < shortest) | (high > longest)
    along |= (top + high <= near) | (top >= height - near)
    along[0] = False
    remains = along[labels]
    part[remains] = 255
    found[remains] = 0
    return found


def _letter(places: Iterable[Place], dpi: float) -> float:
    """How high the letters of a page's tables are, as lines of words tell."""
    heights = [one.height for one in places if one.width > _WIDE * one.height]
    return float(np.median(heights)) if heights else _USUAL * dpi / _POINTS


def _of_words(line: Line) -> Grey:
    """A line with some room around it."""
    room = max(2, round(line.place.height * _ROOM))
    return _with_room(line, room, room)


def _of_figure(line: Line, height: int, stretched: float) -> Grey:
    """A figure, so large in a line of the model's height."""
    tight = _with_room(line, 1, 1)
    scale = height / tight.shape[0]
    wide = max(1, round(tight.shape[1] * scale * stretched))
    scaled = cv2.resize(tight, (wide, height), interpolation=cv2.INTER_CUBIC)
    over = (HEIGHT - height) // 2
    made: Grey = cv2.copyMakeBorder(
        scaled, over, HEIGHT - height - over, over + 4, over + 4, cv2.BORDER_CONSTANT, value=255
    )
    return made


def _with_room(line: Line, across: int, down: int) -> Grey:
    """A line with room around it, in which nothing of other lines stands."""
    part, place = line.cut.part, line.place
    inner = part[place.top : place.bottom, place.left : place.right]
    made: Grey = cv2.copyMakeBorder(
        inner, down, down, across, across, cv2.BORDER_CONSTANT, value=255
    )
    return made


def _agreed(line: Line, said: Sequence[Said], surely: int) -> Told:
    """What all readings say, so many of them surely; else the sign for what cannot be told.

    Of words with digits among them the digits must agree.
    """
    texts = [_plain(one.text) for one in said]
    text = texts[0]
    if text and not any(map(_is_figure, said)):
        told = {tuple(_DIGIT.findall(one.text)) for one in said}
        return Told(text if len(told) == 1 else _DIGIT.sub(UNKNOWN, text))
    sure = sum(one.sure >= _SURE for one in said)
    if not text or len(set(texts)) > 1 or sure < surely or _is_cut_off(line):
        return Told(UNKNOWN, _readings(line, texts))
    return Told(text if _fits(line, text) else UNKNOWN)


def _readings(line: Line, texts: Sequence[str]) -> tuple[str, ...]:
    """The numbers that a line may be."""
    counted = sorted({text for text in texts if text.isascii() and text.isdecimal()})
    return tuple(text for text in counted if _fits(line, text))


def _plain(text: str) -> str:
    return text.replace(" ", "").replace("，", ",").replace("．", ".").replace("－", "-")


def _fits(line: Line, text: str) -> bool:
    """Whether the marks of a line may be one number of so many digits."""
    if not _COUNTED.fullmatch(text):
        return True
    place = line.place
    apart = place.width / (place.height * len(text))
    if apart > _MOST_DIGIT or (len(text) > 1 and apart < _LEAST_DIGIT):
        return False
    inked = line.cut.found[place.top : place.bottom, place.left : place.right]
    if _widest_gap(inked) >= _WHITE * place.height:
        return False
    return not _ends_raised(inked) and not _begins_flat(inked)


def _widest_gap(inked: Grey) -> int:
    """How many columns in a row hold no mark."""
    columns = np.flatnonzero(inked.any(axis=0))
    return int(np.diff(columns).max(initial=1)) - 1


def _ends_raised(inked: Grey) -> bool:
    """Whether the last of several marks is smaller and stands higher: a note's, and no digit."""
    count, _, boxes, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    if count < 3:
        return False
    *others, last = sorted(boxes[1:].tolist())
    if last[cv2.CC_STAT_LEFT] < max(left + width for left, _, width, *_ in others):
        return False  # A stroke of the last digit, that is broken off.
    top, height = last[cv2.CC_STAT_TOP], last[cv2.CC_STAT_HEIGHT]
    whole = inked.shape[0]
    return bool(height < _RAISED * whole and top + height < _LOWER * whole)


def _begins_flat(inked: Grey) -> bool:
    """Whether the first mark is a stroke that lies, as a minus does."""
    whole = inked.shape[0]
    count, _, boxes, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    if count < 3:
        return False
    first, second, *_ = sorted(boxes[1:].tolist())
    width, height = first[cv2.CC_STAT_WIDTH], first[cv2.CC_STAT_HEIGHT]
    stands_apart = first[cv2.CC_STAT_LEFT] + width <= second[cv2.CC_STAT_LEFT]
    return bool(stands_apart and height < _FLAT * whole and width > height)


def _is_cut_off(line: Line) -> bool:
    """Whether a line reaches to the side of its cell, so that more of it may stand beside."""
    width = line.cut.part.shape[1]
    return line.place.left <= _SIDE or line.place.right >= width - _SIDE


def _has_faint(cut: Cut, sheet: Sheet, letter: float) -> bool:
    """Whether there is anything of a letter's size in a cell that seems to be blank."""
    height, width = cut.part.shape
    near = max(2, int(sheet.dpi * _NEAR))
    seen = sheet.dark[
        cut.top + near : cut.top + height - near, cut.left + near : cut.left + width - near
    ]
    if not seen.size:
        return False
    _, _, boxes, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(seen), connectivity=8)
    return any(
        max(wide, high) > _SEEN * letter and area > speck(sheet.dpi)
        for _, _, wide, high, area in boxes[1:]
    )


def _run(line: Line, text: str, dpi: float) -> Run:
    scale = _POINTS / dpi
    cut, place = line.cut, line.place
    left, right = (cut.left + place.left) * scale, (cut.left + place.right) * scale
    top, bottom = (cut.top + place.top) * scale, (cut.top + place.bottom) * scale
    step = (right - left) / len(text)
    lefts = [left + at * step for at in range(len(text))]
    return Run(text, lefts, [one + step for one in lefts], top, bottom)


def _unknown(cut: Cut, dpi: float) -> Run:
    """The sign for what cannot be told, in the middle of a cell."""
    height, width = cut.part.shape
    middle = Place(width // 2 - 2, height // 2 - 2, width // 2 + 2, height // 2 + 2)
    return _run(Line(cut, middle), UNKNOWN, dpi)
