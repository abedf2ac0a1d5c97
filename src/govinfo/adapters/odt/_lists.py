"""Automatic numbers, counted as LibreOffice counts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.adapters.numerals import whole
from govinfo.adapters.odt import _names as n
from govinfo.adapters.odt._numbers import formatted

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.adapters.odt._package import Parts

_PLACE = re.compile(r"%(\d{1,3})%")
_MOST_LEVELS = 10
OUTLINE = ""
"""Name under which the numbering of headings is kept; no list style has it."""


@frozen(slots=True)
class Level:
    """One level of a list style: how its numbers look and where they begin."""

    number_format: str
    pattern: str
    start: int
    suffix: str
    bullet: str | None


@frozen(slots=True)
class Counters:
    """How far a list has counted, by level from 1."""

    values: dict[int, int] = field(factory=dict)


class Lists:
    """The list styles of a document, and how far each of its lists has counted."""

    def __init__(self, parts: Parts) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        for root in (parts.styles, parts.content):
            if root is None:
                continue
            for style in root.iter(f"{n.TEXT}list-style"):
                self._styles[style.get(f"{n.STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{n.TEXT}outline-style"):
                self._styles[OUTLINE] = _levels(style)
        self._by_id: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}

    def counters(self, element: _Element, style: str) -> Counters:
        """The counters of an outermost list: new, or those of the list that it continues."""
        continued = element.get(f"{n.TEXT}continue-list", "")
        counters = self._by_id.get(continued)
        if counters is None and element.get(f"{n.TEXT}continue-numbering") == "true":
            counters = self._by_style.get(style)
        return self._kept(counters or Counters(), style, element.get(n.XML_ID, ""))

    def outline(self) -> Counters:
        """The counters of the document's headings."""
        return self._by_style.setdefault(OUTLINE, Counters())

    def _kept(self, counters: Counters, style: str, name: str) -> Counters:
        self._by_style[style] = counters
        if name:
            self._by_id[name] = counters
        return counters

    def next(self, style: str, level: int, counters: Counters, start: int | None = None) -> str:
        """Count one more at a level, and write the number with what parts it from the text."""
        levels = self._styles.get(style, {})
        found = levels.get(level)
        values = counters.values
        if start is not None:
            values[level] = start
        elif level in values:
            values[level] += 1
        else:
            values[level] = found.start if found else 1
        for deeper in [other for other in values if other > level]:
            del values[deeper]
        if found is None:
            return ""
        if found.bullet is not None:
            return found.bullet + found.suffix
        text = _PLACE.sub(lambda match: _written(levels, values, int(match[1])), found.pattern)
        return text and text + found.suffix


def _written(levels: dict[int, Level], values: dict[int, int], level: int) -> str:
    found = levels.get(level)
    if found is None or not found.number_format:
        return ""
    return formatted(values.get(level, found.start), found.number_format)


def _levels(style: _Element) -> dict[int, Level]:
    levels = {}
    for element in style:
        level = whole(element.get(f"{n.TEXT}level"), -1)
        if 0 <= level <= _MOST_LEVELS:
            levels[level] = _level(element, level)
    return levels


def _level(element: _Element, level: int) -> Level:
    number_format = element.get(f"{n.STYLE}num-format", "")
    return Level(
        number_format=number_format,
        pattern=_pattern(element, level) if number_format else "",
        start=whole(element.get(f"{n.TEXT}start-value"), 1),
        suffix=_suffix(element),
        bullet=_bullet(element),
    )


def _pattern(element: _Element, level: int) -> str:
    """The number's text with a `%1%` for the number of each level."""
    given = element.get(f"{n.LO}num-list-format")
    if given is not None:
        return given
    count = min(whole(element.get(f"{n.TEXT}display-levels"), 1), level)
    places = ".".join(f"%{place}%" for place in range(level - count + 1, level + 1))
    prefix, suffix = (element.get(f"{n.STYLE}num-{side}", "") for side in ("prefix", "suffix"))
    return f"{prefix}{places}{suffix}"


def _suffix(element: _Element) -> str:
    label = next(element.iter(f"{n.STYLE}list-level-label-alignment"), None)
    followed = "" if label is None else label.get(f"{n.TEXT}label-followed-by")
    return "" if followed == "nothing" else " "


def _bullet(element: _Element) -> str | None:
    if element.tag == f"{n.TEXT}list-level-style-image":
        return "•"
    if element.tag != f"{n.TEXT}list-level-style-bullet":
        return None
    given = element.get(f"{n.TEXT}bullet-char", "•")
    # Fonts of symbols keep theirs where Unicode has no characters.
    return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in given)
