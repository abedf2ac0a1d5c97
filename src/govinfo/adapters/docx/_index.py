"""The few elements that decide what is read, found in one pass over the document.

Word writes some forty elements of formatting to each that matters here, and an lxml element costs
more in Python than libxml2 needs to parse it. So the pass is left to libxml2: the walk over the
document enters no properties element, and no paragraph that holds nothing but runs of text.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govinfo.adapters.docx import _names as w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element


NONE: Final[Mapping[str, _Element]] = MappingProxyType({})
MARK: Final = "mark "

_OF_A_RUN: Final = frozenset(
    {
        w.VANISH,
        w.R_STYLE,
        w.STRIKE,
        w.DSTRIKE,
        w.VERT_ALIGN,
        w.POSITION,
        w.COLOR,
        w.HIGHLIGHT,
        w.SIZE,
        w.SCALE,
        w.FONTS,
        w.TEXT_FILL,
    }
)
_OF_A_MARK: Final = _OF_A_RUN | {w.DEL, w.MOVE_FROM}
_PROPERTIES: Final = _OF_A_MARK | {
    w.P_STYLE,
    w.NUM_PR,
    w.OUTLINE_LEVEL,
    w.GRID_SPAN,
    w.GRID_BEFORE,
    w.V_MERGE,
    w.H_MERGE,
    w.CELL_MERGE,
    w.CELL_DEL,
    w.HIDDEN,
    w.TR_HEIGHT,
    w.TBL_HEADER,
    w.TBL_STYLE,
    w.SHADING,
}
_RICH: Final = w.WRAPPERS | w.SPECIAL | _OF_A_RUN
_TAGS: Final = (w.T, *(_PROPERTIES | _RICH))
_OFF: Final = frozenset({"0", "false", "off"})


@frozen(slots=True)
class Index:
    """What the pass found.

    Attributes:
        properties: The property elements of every paragraph, run, row and cell that has any,
            by tag; those of a paragraph's mark by `MARK` and tag.
        texts: The text elements of every paragraph, where they stand in runs of its own.
        rich: The paragraphs that hold more than such runs, or runs with properties.
    """

    properties: dict[_Element, dict[str, _Element]] = field(factory=dict)
    texts: dict[_Element, list[_Element]] = field(factory=dict)
    rich: set[_Element] = field(factory=set)

    @classmethod
    def of(cls, root: _Element) -> Index:
        """Go over a document."""
        index = cls()
        texts = index.texts
        for element in root.iter(*_TAGS):
            holder = element.getparent()
            owner = None if holder is None else holder.getparent()
            if holder is None or owner is None:
                continue
            tag = element.tag
            if tag == w.T:
                if owner in texts:
                    texts[owner].append(element)
                else:
                    texts[owner] = [element]
            elif tag in _PROPERTIES:
                index._add_property(element, tag, holder, owner)
            if tag in _RICH:
                index.rich.update(element.iterancestors(w.P))
        return index

    def _add_property(
        self, element: _Element, tag: str, holder: _Element, owner: _Element | None
    ) -> None:
        if tag in _OF_A_MARK and holder.tag == w.RPR and owner is not None and owner.tag == w.PPR:
            tag = MARK + tag
            owner = owner.getparent()
        if owner is None:
            return
        if owner in self.properties:
            self.properties[owner][tag] = element
        else:
            self.properties[owner] = {tag: element}


def is_on(element: _Element | None) -> bool:
    """Whether a property that is switched on by its mere presence is on."""
    return element is not None and element.get(w.VAL, "").lower() not in _OFF


def number(element: _Element | None, default: int = 0) -> int:
    """The whole number that a property holds, or the default."""
    return default if element is None else number_in(element.get(w.VAL), default)


def number_in(value: str | None, default: int = 0) -> int:
    """The whole number that an attribute holds, or the default."""
    try:
        return default if value is None else int(value)
    except ValueError:
        return default
