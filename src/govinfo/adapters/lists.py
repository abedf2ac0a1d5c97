"""Automatic numbers of lists, counted as Word counts them."""

from __future__ import annotations

import re
from typing import Final

from attrs import field, frozen

from govinfo.adapters.list_numbers import formatted, zero_padded

_PLACE: Final = re.compile("%([1-9])")
_APART: Final = "  "
"""A gap that parts two numbers; over a single blank they may be one."""


@frozen(slots=True)
class Level:
    """One level of a list: how its numbers look and where they begin.

    Attributes:
        start: The first number.
        number_format: Its format, by the name that OOXML has for it.
        pattern: A format of its own, by its first members.
        text: What is written, with `%1` for the number of the first level and so on.
        suffix: What parts it from the paragraph's text.
        restart: The level, from 1, after which it begins again; `None` for any.
        legal: Whether the numbers of other levels are written in plain digits.
        style: Id of the style of paragraphs that it belongs to.
    """

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    style: str | None = None

    def write(self, value: int, *, legal: bool) -> str:
        """The number of this level, as itself or inside a deeper level's text."""
        if self.pattern and not legal:
            return zero_padded(value, self.pattern)
        return formatted(value, "decimal" if legal else self.number_format)


@frozen(slots=True)
class List:
    """A list: the name of the counters that it shares with others, its levels, its own starts."""

    shared: str
    levels: dict[int, Level]
    overrides: dict[int, int]


@frozen(slots=True)
class Numbering:
    """The lists of a document by their ids, and how far each has counted."""

    lists: dict[str, List]
    _counts: dict[str, dict[int, int]] = field(factory=dict)
    _begun: set[tuple[str, int]] = field(factory=set)

    def next(self, num_id: str, index: int) -> str:
        """Count one more at a level, and write the number with what parts it from the text."""
        found = self.lists.get(num_id)
        level = None if found is None else found.levels.get(index)
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.shared, {})
        self._count(counts, num_id, found, index)
        text = _PLACE.sub(
            lambda match: _written(found, counts, int(match[1]) - 1, level), level.text
        )
        return text and text + level.suffix

    def _count(self, counts: dict[int, int], num_id: str, found: List, index: int) -> None:
        override = found.overrides.get(index)
        if override is not None and (num_id, index) not in self._begun:
            self._begun.add((num_id, index))
            counts[index] = override
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = found.levels[index].start
        for deeper in [deeper for deeper in counts if deeper > index]:
            if _restarts(found.levels.get(deeper), deeper, index):
                del counts[deeper]


def with_number(number: str, text: str, *, in_cell: bool) -> str:
    """A paragraph's text behind its number.

    In a cell a figure stands apart from the number, however little parts them on the page: `1.`
    and `13` are neither 1.13 nor 113.
    """
    text = text.lstrip()
    gap = _APART if in_cell and number and text[:1].isdigit() else ""
    return f"{number}{gap}{text}".rstrip(" ")


def _restarts(level: Level | None, deeper: int, index: int) -> bool:
    """Whether using the level `index` makes a deeper one begin again."""
    if level is None or level.restart is None or level.restart > deeper:
        return True
    return index < level.restart


def _written(found: List, counts: dict[int, int], place: int, level: Level) -> str:
    other = found.levels.get(place)
    if other is None:
        return ""
    return other.write(counts.get(place, other.start), legal=level.legal)
