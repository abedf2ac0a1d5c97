"""What a style says about what is read: outline level, automatic number, hidden or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._index import is_on, number

if TYPE_CHECKING:
    from lxml.etree import _Element

# Word writes the English names of its built-in styles whatever its language; others translate.
_HEADING_NAME: Final = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_BODY_LEVEL: Final = 9
_ON: Final = frozenset({"1", "true", "on"})
_RAISED: Final = frozenset({"superscript", "subscript"})


@frozen(slots=True)
class Style:
    """What is read of a style, with what it inherits.

    Attributes:
        level: Heading level from 1, or `None`.
        num_id: The automatic numbering's id, or `None`.
        ilvl: The numbering's level, or `None` where the numbering itself names the style.
        hidden: Whether text in this style is hidden.
        num_style: Id of the style that the numbering comes from, itself or one it is based on.
        struck: Whether text in this style is struck through.
        raised: Whether text in this style is raised or lowered, as a note's number is.
    """

    level: int | None = None
    num_id: str | None = None
    ilvl: int | None = None
    hidden: bool = False
    num_style: str | None = None
    struck: bool = False
    raised: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether a paragraph in this style shows its text and nothing else."""
        return self.level is None and self.num_id is None and not self.hidden


@frozen(slots=True)
class Styles:
    """The styles of a document, each resolved when it is first asked for.

    Attributes:
        default: Id of the style of paragraphs that name none.
    """

    default: str | None
    _elements: dict[str, _Element]
    _resolved: dict[str | None, Style] = field(factory=dict)

    @classmethod
    def of(cls, root: _Element | None) -> Styles:
        """The styles of a styles part; none where it is missing."""
        elements: dict[str, _Element] = {}
        default = None
        for element in () if root is None else root.iterchildren(w.STYLE):
            style_id = element.get(w.STYLE_ID, "")
            elements[style_id] = element
            if element.get(w.DEFAULT) in _ON and element.get(w.TYPE) == "paragraph":
                default = style_id
        return cls(default, elements)

    def style(self, style_id: str | None) -> Style:
        """The style with this id; one that says nothing where there is none."""
        found = self._resolved.get(style_id)
        return self._resolve(style_id) if found is None else found

    def _resolve(self, style_id: str | None) -> Style:
        """Resolve a style and those that it is based on, the last of them first."""
        chain: dict[str, _Element] = {}
        current = style_id
        # Styles based on one another in a circle are based on nothing.
        while current is not None and current not in self._resolved and current not in chain:
            element = self._elements.get(current)
            if element is None:
                break
            chain[current] = element
            current = _base(element)
        style = self._resolved.get(current, _NOTHING)
        for each, element in reversed(chain.items()):
            style = self._resolved[each] = _derived(element, style)
        return style


_NOTHING: Final = Style()


def _base(style: _Element) -> str | None:
    element = style.find(w.BASED_ON)
    return None if element is None else element.get(w.VAL)


def _derived(element: _Element, base: Style) -> Style:
    level, hidden = _level(element), _switch(element, w.VANISH)
    struck = _switch(element, w.STRIKE, w.DSTRIKE)
    align = element.find(f"{w.RPR}/{w.VERT_ALIGN}")
    num_id, ilvl = _numbering(element)
    own = num_id is not None
    return Style(
        level=base.level if level is None else level or None,
        num_id=num_id if own else base.num_id,
        ilvl=ilvl if own or ilvl is not None else base.ilvl,
        hidden=base.hidden if hidden is None else hidden,
        num_style=element.get(w.STYLE_ID) if own else base.num_style,
        struck=base.struck if struck is None else struck,
        raised=base.raised if align is None else is_raised(align),
    )


def heading_level(element: _Element) -> int | None:
    """The heading level that an `outlineLvl` stands for; `None` for body text."""
    level = number(element, _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else None


def _level(style: _Element) -> int | None:
    """The level from 1 to 9, 0 for body text, `None` where the style leaves it to its base."""
    element = style.find(f"{w.PPR}/{w.OUTLINE_LEVEL}")
    if element is not None:
        return heading_level(element) or 0
    # A built-in heading has its level even where the file does not say so.
    name = style.find(w.NAME)
    match = None if name is None else _HEADING_NAME.fullmatch(name.get(w.VAL, ""))
    return int(match[1]) if match else None


def _numbering(style: _Element) -> tuple[str | None, int | None]:
    properties = style.find(f"{w.PPR}/{w.NUM_PR}")
    if properties is None:
        return None, None
    num_id, ilvl = properties.find(w.NUM_ID), properties.find(w.ILVL)
    return (
        None if num_id is None else num_id.get(w.VAL),
        None if ilvl is None else number(ilvl),
    )


def is_raised(align: _Element) -> bool:
    """Whether a `vertAlign` raises or lowers text."""
    return align.get(w.VAL) in _RAISED


def _switch(style: _Element, *tags: str) -> bool | None:
    """Whether one of some properties is on; `None` where the style leaves them to its base."""
    found = [element for tag in tags if (element := style.find(f"{w.RPR}/{tag}")) is not None]
    return any(map(is_on, found)) if found else None
