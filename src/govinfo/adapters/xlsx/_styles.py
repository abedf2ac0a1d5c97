"""How cells look: number formats, and letters that no reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from govinfo.adapters.cell_looks import PLAIN, Font, Look
from govinfo.adapters.colours import WHITE
from govinfo.adapters.number_formats import BUILT_IN
from govinfo.adapters.numerals import whole
from govinfo.adapters.shifted import Shifted
from govinfo.adapters.xlsx import _names as n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_T = TypeVar("_T")

_ON: Final = frozenset({"1", "true", None})
_SHIFTS: Final = {"superscript": Shifted.NOTE, "subscript": -Shifted.NOTE}
_THEME: Final = {"0": WHITE, "1": "000000"}
_INDEXED: Final = {"0": "000000", "1": WHITE, "8": "000000", "9": WHITE}
_TINIEST: Final = 1.0


def looks_of(root: _Element | None) -> list[Look]:
    """The looks of cells by number; none where the styles part is missing."""
    if root is None:
        return []
    formats = {
        element.get("numFmtId", ""): element.get("formatCode", "General")
        for element in root.iter(n.NUM_FMT)
    }
    fonts = [font_of(element) for element in _children(root, n.FONTS)]
    fills = [_behind(element) for element in _children(root, n.FILLS)]
    borders = [_is_border(element) for element in _children(root, n.BORDERS)]
    return [
        Look(
            _format(xf.get("numFmtId", "0"), formats),
            _at(fonts, xf.get("fontId"), PLAIN.font),
            _at(fills, xf.get("fillId"), WHITE),
            _at(borders, xf.get("borderId"), False),
        )
        for xf in _children(root, n.CELL_XFS)
    ]


def font_of(properties: _Element) -> Font:
    """What is read of a font, or of the properties of a run."""
    strike, size = properties.find(n.STRIKE), properties.find(n.SIZE)
    align, colour = properties.find(n.VERT_ALIGN), properties.find(n.COLOR)
    return Font(
        strike is not None and strike.get("val") in _ON,
        size is not None and _points(size.get("val", "")) <= _TINIEST,
        None if colour is None else _colour(colour),
        0.0 if align is None else _SHIFTS.get(align.get("val", ""), 0.0),
    )


def _children(root: _Element, tag: str) -> Iterator[_Element]:
    for holder in root.iterchildren(tag):
        yield from holder


def _at(found: list[_T], number: str | None, otherwise: _T) -> _T:
    at = whole(number, 0)
    return found[at] if at < len(found) else otherwise


def _format(number: str, formats: dict[str, str]) -> str:
    if number in formats:
        return formats[number]
    return BUILT_IN.get(whole(number, 0), "General")


def _points(given: str) -> float:
    try:
        return float(given)
    except ValueError:
        return _TINIEST + 1


def _colour(element: _Element) -> str | None:
    if element.get("tint") not in (None, "0"):
        return None
    rgb = element.get("rgb")
    if rgb is not None:
        return rgb[-6:]
    theme = element.get("theme")
    return _THEME.get(theme) if theme is not None else _INDEXED.get(element.get("indexed", ""))


def _behind(fill: _Element) -> str | None:
    pattern = fill.find(n.PATTERN_FILL)
    if pattern is None:
        return None
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return WHITE
    colour = pattern.find(n.FG_COLOR)
    return None if kind != "solid" or colour is None else _colour(colour)


def _is_border(border: _Element) -> bool:
    sides = (border.find(side) for side in n.SIDES)
    return any(side is not None and side.get("style", "none") != "none" for side in sides)
