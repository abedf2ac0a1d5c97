"""Reads the numbering part: lists, and the definitions that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._index import is_on, number
from govinfo.adapters.lists import Level, List, Numbering
from govinfo.adapters.numerals import whole
from govinfo.adapters.symbols import bullet

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.adapters.docx._styles import Style, Styles

_LEVELS: Final = 9
# Word's own bound. A text without one would stand before every paragraph.
_LONGEST_TEXT: Final = 255


def numbering_of(root: _Element | None, styles: Styles) -> Numbering:
    """The lists of a numbering part; none where it is missing."""
    return Numbering({} if root is None else _lists(root, styles))


def level_of_style(numbering: Numbering, num_id: str, style: Style) -> int:
    """The level of a list that belongs to a paragraph style, otherwise the first."""
    found = numbering.lists.get(num_id)
    levels = {} if found is None or style.num_style is None else found.levels
    return next((index for index, level in levels.items() if level.style == style.num_style), 0)


def _lists(root: _Element, styles: Styles) -> dict[str, List]:
    abstracts = {
        element.get(w.ABSTRACT_NUM_ID, ""): element for element in root.iterchildren(w.ABSTRACT_NUM)
    }
    nums = {element.get(w.NUM_ID, ""): element for element in root.iterchildren(w.NUM)}
    levels: dict[str, dict[int, Level]] = {}
    lists = {}
    for num_id, num in nums.items():
        shared = _abstract_of(num, nums, abstracts, styles)
        if shared is None:
            continue
        if shared not in levels:
            levels[shared] = _levels(abstracts[shared])
        lists[num_id] = _overridden(num, shared, levels[shared])
    return lists


def _abstract_of(
    num: _Element, nums: dict[str, _Element], abstracts: dict[str, _Element], styles: Styles
) -> str | None:
    """Id of the definition behind a `w:num`, through list styles that stand between."""
    for _ in range(_LEVELS):
        reference = num.find(w.ABSTRACT_NUM_ID)
        shared = None if reference is None else reference.get(w.VAL)
        if shared is None or shared not in abstracts:
            return None
        link = abstracts[shared].find(w.NUM_STYLE_LINK)
        if link is None:
            return shared
        linked = nums.get(styles.style(link.get(w.VAL)).num_id or "")
        if linked is None:
            return None
        num = linked
    return None


def _overridden(num: _Element, shared: str, levels: dict[int, Level]) -> List:
    overrides = {}
    for element in num.iterchildren(w.LVL_OVERRIDE):
        index = _index(element)
        replaced = element.find(w.LVL)
        if replaced is not None:
            levels = {**levels, index: _level(replaced)}
        start = element.find(w.START_OVERRIDE)
        if start is not None:
            overrides[index] = number(start, 1)
            if index in levels:
                levels = {**levels, index: evolve(levels[index], start=overrides[index])}
    return List(shared, levels, overrides)


def _levels(abstract: _Element) -> dict[int, Level]:
    levels = {_index(element): element for element in abstract.iterchildren(w.LVL)}
    return {index: _level(element) for index, element in levels.items() if index < _LEVELS}


def _index(element: _Element) -> int:
    return whole(element.get(w.ILVL), 0)


def _level(element: _Element) -> Level:
    number_format, pattern = _number_format(element)
    restart = element.find(w.LVL_RESTART)
    style = element.find(w.P_STYLE)
    return Level(
        start=number(element.find(w.START), 0),
        number_format=number_format,
        pattern=pattern,
        text=_text(element, number_format),
        suffix="" if _value(element, w.SUFF) == "nothing" else " ",
        restart=None if restart is None else number(restart),
        legal=is_on(element.find(w.IS_LGL)),
        style=None if style is None else style.get(w.VAL),
    )


def _number_format(level: _Element) -> tuple[str, str]:
    """The format's name, and the pattern of a custom one."""
    # A custom format stands in a choice, with what older versions of Word know as fallback.
    path = f"{w.ALTERNATE_CONTENT}/{w.CHOICE}/{w.NUM_FMT}"
    for element in (level.find(path), level.find(w.NUM_FMT)):
        if element is not None:
            return element.get(w.VAL, "decimal"), element.get(w.FORMAT, "")
    return "decimal", ""


def _text(level: _Element, number_format: str) -> str:
    if is_on(level.find(f"{w.RPR}/{w.VANISH}")):
        return ""
    if level.find(w.LVL_PIC_BULLET) is not None:
        return bullet("")
    text = _value(level, w.LVL_TEXT)[:_LONGEST_TEXT]
    return bullet(text) if number_format == "bullet" and text else text


def _value(level: _Element, tag: str) -> str:
    element = level.find(tag)
    return "" if element is None else element.get(w.VAL, "")
