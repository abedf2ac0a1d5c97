"""A text object's letters: where each stands in the object's own millimetres, y growing downwards.

An object need not tell how wide a letter is, and its font may not be in the file. How far the
next one stands tells the most; where nothing does, a letter is as wide as in most fonts.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, east_asian_width

from govinfo.adapters.ofd._values import children, is_so, number, numbers
from govinfo.adapters.pdf._characters import NAMELESS
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from govinfo.adapters.pdf._shapes import Matrix

_SIZE = 3.5  # millimetres of text whose size is not told
_ASCENT, _DESCENT = 0.8, 0.2  # of the size, as PDFium has it where a font does not say
_NARROW, _WIDE = 0.5, 1.0  # of the size
_SQUEEZE, _STRETCH = 0.5, 1.45  # of its usual width, between which a letter may be wide
_DIGITS = frozenset("0123456789")
_FOLDED = re.compile(r"(?<![^\S\n])[^\S\n]++\n\s*+|\n\s*+")


class Glyph(NamedTuple):
    """A letter.

    Attributes:
        char: The letter, or white space.
        matrix: From a space in which its baseline begins at 0, 0 to that of the object.
        width: How far it reaches from there.
    """

    char: str
    matrix: Matrix
    width: float


def size_of(element: _Element) -> float:
    """How large a text is set, in millimetres before its matrix."""
    return number(element.get("Size"), _SIZE)


def box_of(width: float, size: float) -> tuple[float, float, float, float]:
    """A letter's box in its own space."""
    return 0.0, -_ASCENT * size, width, _DESCENT * size


def glyphs_of(element: _Element) -> Iterator[Glyph]:
    """The letters of a text object in the order given, white space included.

    Raises:
        CorruptDocument: A number is none.
    """
    size, scale = size_of(element), number(element.get("HScale"), 1.0)
    turn = _turn(element.get("CharDirection"))
    way = _turn(element.get("ReadDirection"))
    x = y = 0.0
    lines = list(children(element, "TextCode"))
    nameless = "" if any(_text(line).strip() for line in lines) else NAMELESS * _glyphs(element)
    for line in lines:
        text = nameless or _text(line)
        x, y = number(line.get("X"), x), number(line.get("Y"), y)
        across, down = (_steps(line.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
        is_free = not across and not down
        digit = _digit(text, across, size * scale)
        at_x, at_y = x, y
        for at, char in enumerate(text):
            usual = _width(char) * size * scale
            step = across[at] if at < len(across) else 0.0
            width = digit if char in _DIGITS else usual
            yield Glyph(_named(char), (*turn, at_x, at_y), _reach(char, usual, step, width))
            if is_free or (at >= len(across) and at >= len(down)):
                at_x, at_y = at_x + usual * way[0], at_y + usual * way[1]
            else:
                at_x += step
                at_y += down[at] if at < len(down) else 0.0
        nameless = ""


def _text(line: _Element) -> str:
    """A line's text; what breaks it in the markup is none of it."""
    return _FOLDED.sub("", line.text or "")


def _glyphs(element: _Element) -> int:
    """How many glyphs a text names by their numbers in the font."""
    return sum(
        len((glyphs.text or "").split())
        for transform in children(element, "CGTransform")
        for glyphs in children(transform, "Glyphs")
    )


def _named(char: str) -> str:
    return NAMELESS if category(char) == "Cc" and not char.isspace() else char


def _digit(text: str, across: list[float], size: float) -> float:
    """How wide a digit is: those of one font are alike, and as wide as those that stand closest."""
    usual = _NARROW * size
    steps = [step for char, step in zip(text, across, strict=False) if char in _DIGITS]
    return min((step for step in steps if _is_near(step, usual)), default=usual)


def _reach(char: str, usual: float, step: float, width: float) -> float:
    """How wide a letter is, of which the next one stands a step away."""
    if _is_near(step, usual):
        return step if _width(char) == _NARROW else min(step, usual)
    return width


def _is_near(step: float, usual: float) -> bool:
    """Whether the next letter stands where a letter of the usual width may end."""
    return _SQUEEZE * usual <= step <= _STRETCH * usual


@cache
def _width(char: str) -> float:
    return _NARROW if east_asian_width(char) in ("Na", "N", "H") else _WIDE


@lru_cache(maxsize=16)
def _turn(text: str | None) -> tuple[float, float, float, float]:
    """The matrix of a turn clockwise by degrees."""
    angle = math.radians(number(text, 0.0))
    cosine, sine = round(math.cos(angle), 9), round(math.sin(angle), 9)
    return cosine, sine, -sine, cosine


def _steps(text: str | None, most: int) -> list[float]:
    """The distances between letters, where `g 3 2.5` stands for three of 2.5."""
    if not text or "g" not in text:
        return list(numbers(text))
    found: list[float] = []
    words = iter(text.replace(",", " ").split())
    while len(found) < most and (word := next(words, None)) is not None:
        if word != "g":
            found += numbers(word)
            continue
        group = list(islice(words, 2))
        if len(group) < 2 or not group[0].isdecimal() or len(group[0]) > len(str(most)) + 9:
            raise CorruptDocument(f"{text[:40]!r} are no distances between letters")
        found += numbers(group[1]) * min(int(group[0]), most)
    return found


def is_painted(element: _Element) -> bool:
    """Whether a text is drawn, rather than only there to be selected."""
    return is_so(element, "Fill", otherwise=True) or is_so(element, "Stroke", otherwise=False)
