"""Which elements are boxes, and what of their style applies to them alone."""

from __future__ import annotations

from govinfo.adapters.html._css import Declared

INLINE = (
    *("span", "font", "b", "strong", "i", "em", "u", "ins", "small", "big", "label"),
    *("tt", "code", "kbd", "samp", "var", "mark", "q", "bdo", "bdi", "cite", "abbr", "acronym"),
    *("nobr", "wbr", "time", "ruby", "rb", "o:p", "st1:chsdate", "basefont"),
)
"""Elements that only decorate their text."""

IN_LINE = frozenset((*INLINE, "a"))
"""Elements that stand in a line."""

OUT = frozenset(("absolute", "fixed"))
"""Positions of what stands outside of the text around it."""

CELLS = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "table"))
"""Parts of a table."""

_OF_MOVABLE = frozenset(("transform", "translate", "scale", "rotate", "text-indent"))
"""What applies to boxes and not to text in a line: CSS Transforms 1, "transformable element"."""
_OF_ANY_BOX = _OF_MOVABLE | frozenset(
    (
        *("opacity", "filter", "clip", "clip-path", "overflow", "position", "float", "width"),
        *("height", "max-width", "max-height", "content-visibility", "mask-image"),
    )
)
"""What applies to no element whose `display` is `contents`, which has no box."""


def may_not_apply(declared: Declared) -> bool:
    """Whether something is declared that applies to boxes only."""
    return declared.get("display") == "contents" or not _OF_MOVABLE.isdisjoint(declared)


def applying(declared: Declared, tag: str, around: Declared) -> Declared:
    """What applies to an element of what is declared for it.

    Args:
        declared: Its style.
        tag: Its name.
        around: The style of what it stands in.
    """
    left_out: frozenset[str] = frozenset()
    if declared.get("display") == "contents":
        left_out = _OF_ANY_BOX
    elif tag not in CELLS and not is_box(declared, tag) and not _lays_out(around):
        left_out = _OF_MOVABLE
    if left_out.isdisjoint(declared):
        return declared
    return {name: value for name, value in declared.items() if name not in left_out}


def _lays_out(declared: Declared) -> bool:
    """Whether what is in an element is laid out as boxes."""
    return declared.get("display", "").endswith(("flex", "grid"))


def is_box(declared: Declared, tag: str) -> bool:
    """Whether an element has the width and height that are declared."""
    if tag in CELLS:
        return declared.get("display", "table").startswith(("block", "inline-block", "flow"))
    display = declared.get("display", "inline" if tag in INLINE else "block")
    out = declared.get("position") in OUT or declared.get("float", "none") != "none"
    return out or display != "inline"
