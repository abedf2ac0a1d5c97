"""Text above or below its line: a note's number there must not become a digit of a figure."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK: Final = re.compile(r"[\[(（【〔]?([\d\s,，、;；*＊~-]*\d[\d\s,，、;；*＊~-]*)[\])）】〕]?")
_LEAST: Final = 2.0


class Shifted(str):
    """A piece of a paragraph's text that stands above or below the line.

    Attributes:
        shift: How many points above the line.
    """

    NOTE: ClassVar[float] = 4.0
    """The shift of superscript, whatever the size of its letters."""

    __slots__ = ("shift",)

    shift: float

    def __new__(cls, text: str, shift: float) -> Self:
        """A text and its shift."""
        made = super().__new__(cls, text)
        made.shift = shift
        return made


def joined(parts: Sequence[str]) -> str:
    """The parts of a paragraph in one text, numbers of notes in brackets where figures end.

    What is shifted is told by the line that most agree on: the one nearest to where text stands
    that is not shifted.
    """
    runs = [
        (shift, text)
        for shift, group in groupby(parts, _shift)
        if (text := "".join(group)) or not shift
    ]
    line = min((shift for shift, text in runs if text.strip()), key=abs, default=0.0)
    texts = [text for _, text in runs]
    for at, (shift, text) in enumerate(runs):
        mark = _MARK.fullmatch(text.strip()) if abs(shift - line) >= _LEAST else None
        if mark is not None and (_ends(texts[:at]) or _begins(texts[at + 1 :])):
            texts[at] = f"[{mark[1].strip()}]"
    return "".join(texts)


def _shift(part: str) -> float:
    return part.shift if isinstance(part, Shifted) else 0.0


def _ends(texts: list[str]) -> bool:
    """Whether the text so far ends with a digit, or a mark after one."""
    return "".join(texts[-1:]).rstrip()[-1:].isdigit()


def _begins(texts: list[str]) -> bool:
    return "".join(texts[:1]).lstrip()[:1].isdigit()
