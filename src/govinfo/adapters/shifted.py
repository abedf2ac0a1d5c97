"""Text above or below its line: a note's number there must not become a digit of a figure."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"[^\W\d_]")
_BRACKETS: Final = "[](（）)【】〔〕"
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
        if abs(shift - line) >= _LEAST:
            before, after = "".join(texts[:at][-1:]), "".join(texts[at + 1 :][:1])
            texts[at] = noted(text, before, after) or text
    return "".join(texts)


def noted(text: str, before: str, after: str) -> str:
    """A note's number in brackets, for a text above or below its line.

    Args:
        text: The text.
        before: The text on the line before it.
        after: The text on the line after it.

    Returns:
        `""` where the text is none, or stands at no figure.
    """
    mark = text.strip().strip(_BRACKETS).strip()
    beside = before.rstrip()[-1:].isdigit() or after.lstrip()[:1].isdigit()
    if not beside or _WORD.search(mark) or not any(map(str.isdigit, mark)):
        return ""
    return f"[{mark}]"


def _shift(part: str) -> float:
    return part.shift if isinstance(part, Shifted) else 0.0
