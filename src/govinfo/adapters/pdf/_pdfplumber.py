"""The second engine: characters and lines from pdfplumber, for reference and comparison."""

from __future__ import annotations

import io
import logging
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from govinfo.adapters.pdf._characters import NAMELESS, unmapped
from govinfo.adapters.pdf._letters import upright
from govinfo.adapters.pdf._page import Page, Run, Way, turned
from govinfo.adapters.pdf._runs import (
    WHITE,
    Glyphs,
    Turns,
    close_by,
    is_pale,
    levels_of,
    runs_of,
    twins,
)
from govinfo.adapters.pdf._shapes import is_thin, painted, sorted_out
from govinfo.adapters.symbols import PICTURE
from govinfo.errors import CorruptDocument, EncryptedDocument, GovInfoError
from govinfo.source import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.adapters.pdf._page import Unseen
    from govinfo.blocks import Box
    from govinfo.source import Limits

_CMYK = 4  # channels of that colour space
_CURVES = frozenset("cvy")  # steps of a path, of whose points only the ends are known
_OPAQUE = 255  # pdfminer does not know of transparency
_LOW, _HIGH = 0.6, 0.3  # of its height, by which a box may reach below its baseline, or end above
_ASCENT = 0.8  # of its height, above the baseline
_NEAR = 4.0  # points by which the engines may place a letter differently

# pdfminer warns of every flaw of a font; who wants to read that configures its logger.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

Char = dict[str, Any]


def read(
    data: bytes, password: str | None, limits: Limits, guides: Sequence[Page] = ()
) -> list[Page]:
    """Every page of a PDF.

    Args:
        data: The file, what is laid over its pages drawn on them.
        password: Opens it, where it needs one.
        limits: How large it may be.
        guides: The pages as the other engine reads them: it knows what is seen.

    Raises:
        EncryptedDocument: It needs a password, or another one.
        CorruptDocument: pdfminer cannot read it.
        LimitExceeded: It has more pages, or a page more characters, than `limits` allow.
    """
    try:
        with pdfplumber.open(io.BytesIO(data), password=password or "") as document:
            return list(_pages(document, limits, guides))
    except GovInfoError:
        raise
    except Exception as error:
        # pdfminer raises whatever a broken file leads it to.
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            raise EncryptedDocument("the PDF needs a password, or another one") from error
        raise CorruptDocument(f"pdfplumber cannot read the PDF: {error!r}") from error


def _pages(document: Any, limits: Limits, guides: Sequence[Page]) -> Iterator[Page]:
    if not document.pages:
        raise CorruptDocument("the PDF has no pages")
    if len(document.pages) > limits.pages:
        raise limits.exceeded("pages", f"the PDF has {len(document.pages):,} pages, more")
    clock = Clock(limits)
    for page, guide in zip_longest(document.pages, guides[: len(document.pages)]):
        clock.check()
        yield _page(page, limits, guide)
        page.close()


def _page(page: Any, limits: Limits, guide: Page | None) -> Page:
    chars: list[Char] = page.chars
    if len(chars) > limits.line:
        raise limits.exceeded(
            "line", f"page {page.page_number} has {len(chars):,} characters, more"
        )
    left, top, right, bottom = map(float, page.cropbox)
    frame = _Frame((left, top, right, bottom), 0)
    if guide is not None and guide.unseen:
        chars = list(_seen(chars, frame, guide.unseen))
    runs, quarter = frame.runs(chars)
    if quarter:
        frame = _Frame((left, top, right, bottom), quarter)
        runs, _ = frame.runs(chars)
    horizontals, verticals = sorted_out(map(frame.place, _thin(page)), limits)
    width, height = right - left, bottom - top
    if quarter % 2:
        width, height = height, width
    text = "".join(char["text"] for char in chars)
    return Page(
        page.page_number,
        width,
        height,
        tuple(runs),
        horizontals,
        verticals,
        quarter,
        unmapped(text) + text.count("(cid:"),
        pictures=guide.pictures if guide is not None else (),
        strokes=guide.strokes if guide is not None else (),
    )


def _seen(chars: Sequence[Char], frame: _Frame, unseen: Iterable[Unseen]) -> Iterator[Char]:
    """The characters that a reader sees; those of which only a part shows without their name."""
    at_level: dict[int, list[Unseen]] = {}
    for letter in unseen:
        at_level.setdefault(int(letter.y // _NEAR), []).append(letter)
    for char in chars:
        left, top, right, bottom = frame.place(_box(char))
        x, y = (left + right) / 2, (top + bottom) / 2
        level = int(y // _NEAR)
        near = (letter for at in (level - 1, level, level + 1) for letter in at_level.get(at, ()))
        found = [
            letter
            for letter in near
            if letter.letter == char["text"]
            and abs(letter.x - x) < _NEAR / 2
            and abs(letter.y - y) < _NEAR
        ]
        if not found:
            yield char
        elif found[0].is_partly:
            yield {**char, "text": PICTURE}


class _Frame:
    """From pdfplumber's page to points from the corner of its visible part, turned by quarters."""

    def __init__(self, edges: Box, quarter: int) -> None:
        self._edges = edges
        self._quarter = quarter

    def place(self, box: Box) -> Box:
        left, top, right, bottom = self._edges
        moved = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
        return turned(moved, self._quarter, right - left, bottom - top)

    def runs(self, chars: Sequence[Char]) -> tuple[list[Run], int]:
        """The runs, and by how many quarters the frame must turn for upright text."""
        letters = _without_twins([letter for char in chars for letter in _letters(char)])
        shown = [letter for letter in letters if letter[0] not in WHITE]
        boxes = [self.place(box) for _, box, _ in shown]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True) if boxes else ((), (), (), ())
        turns = Turns(self._quarter)

        def way(index: int) -> Way | None:
            char = shown[index][2]
            return turns.way(char["matrix"][0], char["matrix"][1], is_stacked=_is_stacked(char))

        def pale(index: int) -> bool:
            return is_pale(_colour(shown[index][2]), _OPAQUE)

        text = "".join(letter for letter, _, _ in shown)
        levels = levels_of(tops, bottoms)
        runs = runs_of(Glyphs(text, lefts, rights, levels, _spaced(letters)), way, pale)
        return runs, turns.needed(runs)


def _without_twins(letters: list[tuple[str, Box, Char]]) -> list[tuple[str, Box, Char]]:
    if not letters:
        return letters
    text = "".join(letter for letter, _, _ in letters)
    lefts, tops, _, bottoms = zip(*(box for _, box, _ in letters), strict=True)
    again = twins(text, lefts, tops, bottoms, close_by(lefts))
    return [letter for at, letter in enumerate(letters) if at not in again]


def _colour(char: Char) -> tuple[float, ...]:
    """The channels, of 255, that a letter is filled with; black where that is unknown."""
    channels: Sequence[float] = char["non_stroking_color"] or ()
    if not all(isinstance(channel, (int, float)) for channel in channels):
        return (0.0,)
    if len(channels) == _CMYK:
        cyan, magenta, yellow, black = channels
        channels = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    return tuple(255 * channel for channel in channels)


def _spaced(letters: Sequence[tuple[str, Box, Char]]) -> set[int]:
    """Which of the visible letters, counted from 0, follow white space."""
    spaced: set[int] = set()
    count = 0
    for letter, _, _ in letters:
        if letter in WHITE:
            spaced.add(count)
        else:
            count += 1
    return spaced


def _is_stacked(char: Char) -> bool:
    """Whether a letter advances downwards: a font for vertical writing."""
    return bool(char["adv"] < 0 and char["matrix"][0] > 0)


def _letters(char: Char) -> Iterator[tuple[str, Box, Char]]:
    """A character, or the letters that a ligature stands for, each with its share of the box."""
    left, top, right, bottom = _believed(char)
    _, turn, lean, up = char["matrix"][:4]
    if lean and up and not turn and char["text"].isdecimal():
        left, right = upright(left, right, lean / up, bottom - top)
    text = NAMELESS if char["text"].startswith("(cid:") else char["text"]
    step = (right - left) / max(len(text), 1)
    for index, letter in enumerate(text):
        yield letter, (left + index * step, top, left + (index + 1) * step, bottom), char


def _believed(char: Char) -> Box:
    """A character's box, around its baseline: a font may say that it lies far from it."""
    left, top, right, bottom = _box(char)
    # `top` and `y1` are one edge, from the page's top and from its bottom.
    base, height = top + float(char["y1"]) - char["matrix"][5], bottom - top
    if not char["upright"] or -_LOW * height < base - bottom < _HIGH * height:
        return left, top, right, bottom
    return left, base - _ASCENT * height, right, base + (1 - _ASCENT) * height


def _thin(page: Any) -> Iterator[Box]:
    """Boxes of what the page paints as straight lines."""
    yield from filter(is_thin, map(_box, (*page.lines, *page.images)))
    areas: list[Box] = []
    for shape in (*page.rects, *page.curves):
        box = _box(shape)
        is_curved = any(step in _CURVES for step, *_ in shape["path"])
        if is_thin(box) and not (is_curved and shape["stroke"]):
            if shape["fill"] or shape["stroke"]:
                yield box
        elif shape["stroke"] and not (shape["fill"] and _is_white(shape)):
            for (x0, y0), (x1, y1) in _edges(shape):
                edge = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                if is_thin(edge):
                    yield edge
        elif shape["fill"]:
            areas.append(box)
    yield from filter(is_thin, painted(areas))


def _is_white(shape: dict[str, Any]) -> bool:
    """Whether a shape covers what is under it, and its outline is none that is seen."""
    return all(
        shape[colour] in (1, (1,), (1, 1, 1), [1], [1, 1, 1])
        for colour in ("non_stroking_color", "stroking_color")
    )


def _edges(shape: dict[str, Any]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of an outline; a curve is no line, whatever its points are."""
    start = last = shape["pts"][0]
    for step, *points in shape["path"]:
        if step == "m":
            start = points[0]
        elif step == "l":
            yield last, points[0]
        elif step == "h":
            yield last, start
        last = points[-1] if points else start
    if shape["object_type"] == "rect":
        yield last, start


def _box(shape: dict[str, Any]) -> Box:
    return float(shape["x0"]), float(shape["top"]), float(shape["x1"]), float(shape["bottom"])
