"""Writes formulas (OMML) in a line, so that a power is no digit of its base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._compatibility import inside
from govinfo.adapters.docx._index import is_on
from govinfo.adapters.shifted import Shifted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_M: Final = w.MATH_PREFIX
_TEXT: Final = frozenset({_M + "t", w.T})
_RAISED: Final = frozenset({_M + "sup", _M + "sub"})
_BRACKETS: Final = _M + "d"
_SCRIPTS: Final = frozenset(_M + name for name in ("sSup", "sSub", "sSubSup", "sPre"))
# What stands between the parts of a structure, which in a line would run together.
_BETWEEN: Final = {
    _M + "f": "/",
    _M + "d": ",",
    _M + "m": " ",
    _M + "mr": " ",
    _M + "eqArr": "\n",
    _M + "rad": "√",
    _M + "func": " ",
    _M + "limLow": " ",
    _M + "limUpp": " ",
    _M + "nary": " ",
}
_LEFT_OUT: Final = frozenset({w.DEL, w.MOVE_FROM, w.RPR})


def written(formula: _Element, depth: int) -> Iterator[str]:
    """The parts of a formula's text, powers and indices as `Shifted`.

    Args:
        formula: The `m:oMath`, or an element in it.
        depth: How deep elements may still nest; what is deeper is left out.
    """
    if depth < 0 or _is_phantom(formula):
        return
    between = _BETWEEN.get(str(formula.tag), "")
    begun = False
    if formula.tag == _BRACKETS:
        yield "("
    for child in formula:
        tag = str(child.tag)
        if tag in _TEXT:
            yield child.text or ""
        elif tag in _LEFT_OUT or tag.endswith("Pr"):
            continue
        elif tag in _RAISED and formula.tag in _SCRIPTS:
            yield Shifted("".join(written(child, depth - 1)), Shifted.NOTE)
        else:
            if begun and between:
                yield between
            begun = True
            yield from written(_content(child), depth - 1)
    if formula.tag == _BRACKETS:
        yield ")"


def _content(element: _Element) -> _Element:
    content = inside(element)
    return element if content is None else content


def _is_phantom(element: _Element) -> bool:
    """Whether an element only takes the room of what it holds."""
    if element.tag != _M + "phant":
        return False
    shown = element.find(f"{_M}phantPr/{_M}show")
    return shown is not None and not is_on(_valued(shown))


def _valued(element: _Element) -> _Element:
    """The element with its value under the name that other properties use."""
    element.set(w.VAL, element.get(_M + "val", ""))
    return element
