"""The few properties that decide what is read, found in one pass over the document.

Word writes some forty property elements to each that matters here (widths, borders, fonts), and
an lxml element costs more in Python than libxml2 needs to parse it. So the pass is left to
libxml2, and the walk over the document never enters a properties element.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from lxml.etree import _Element

    PropertyMap: TypeAlias = Mapping[_Element, Mapping[str, _Element]]
    """Property elements by tag, those of a paragraph's mark by `MARK` and tag, of each owner."""


NONE: Final[Mapping[str, _Element]] = MappingProxyType({})
MARK: Final = "mark "

_TAGS: Final = (
    w.P_STYLE,
    w.NUM_PR,
    w.OUTLINE_LEVEL,
    w.R_STYLE,
    w.VANISH,
    w.DEL,
    w.MOVE_FROM,
    w.GRID_SPAN,
    w.GRID_BEFORE,
    w.V_MERGE,
    w.H_MERGE,
    w.CELL_MERGE,
    w.CELL_DEL,
    w.HIDDEN,
    w.TBL_HEADER,
)
_OFF: Final = frozenset({"0", "false", "off"})


def find(root: _Element) -> dict[_Element, dict[str, _Element]]:
    """The property elements of every paragraph, run, row and cell that has any, by tag."""
    found: dict[_Element, dict[str, _Element]] = {}
    for element in root.iter(*_TAGS):
        holder = element.getparent()
        owner = None if holder is None else holder.getparent()
        if holder is None or owner is None:
            continue
        tag = element.tag
        if holder.tag == w.RPR and owner.tag == w.PPR:
            tag = MARK + tag
            owner = owner.getparent()
            if owner is None:
                continue
        found.setdefault(owner, {})[tag] = element
    return found


def is_on(element: _Element | None) -> bool:
    """Whether a property that is switched on by its mere presence is on."""
    return element is not None and element.get(w.VAL, "").lower() not in _OFF


def number(element: _Element | None, default: int = 0) -> int:
    """The whole number that a property holds, or the default."""
    value = None if element is None else element.get(w.VAL)
    try:
        return default if value is None else int(value)
    except ValueError:
        return default
