"""With which colour something is filled, as far as it tells whether it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.ofd._values import child, number
from govinfo.adapters.pdf._runs import is_pale
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_FULL = 255.0
_WHITISH = 250  # of 255: hardly told from white
_CLEAR = 25  # opacity, of 255, below which nothing is seen
_OPAQUE = 250
_LONGEST_CHAIN = 8


@frozen(slots=True)
class Paint:
    """A colour.

    Attributes:
        red: Of 255, as the others are.
        green: Likewise.
        blue: Likewise.
        alpha: How opaque it is.
    """

    red: float = 0.0
    green: float = 0.0
    blue: float = 0.0
    alpha: float = _FULL

    @property
    def is_clear(self) -> bool:
        """Whether nothing is seen of it."""
        return self.alpha < _CLEAR

    @property
    def is_opaque(self) -> bool:
        """Whether nothing is seen through it."""
        return self.alpha >= _OPAQUE

    @property
    def is_white(self) -> bool:
        """Whether it is not told from the page."""
        return min(self.red, self.green, self.blue) >= _WHITISH

    @property
    def is_pale(self) -> bool:
        """Whether it is that of a watermark."""
        return is_pale((self.red, self.green, self.blue), self.alpha)


def fill_of(element: _Element, layer: str | None, params: Mapping[str, _Element]) -> Paint:
    """The colour that an object is filled with.

    Args:
        element: The object.
        layer: The drawing parameters that hold for its layer.
        params: All drawing parameters by their numbers.
    """
    colour = child(element, "FillColor")
    name = element.get("DrawParam") or layer
    for _ in range(_LONGEST_CHAIN):
        param = params.get(name or "")
        if colour is not None or param is None:
            break
        colour, name = child(param, "FillColor"), param.get("Relative")
    own = number(element.get("Alpha"), _FULL)
    if colour is None:
        return Paint(alpha=own)
    alpha = number(colour.get("Alpha"), _FULL) * own / _FULL
    match _channels(colour.get("Value", "")):
        case [grey]:
            return Paint(grey, grey, grey, alpha)
        case [red, green, blue]:
            return Paint(red, green, blue, alpha)
        case [cyan, magenta, yellow, black]:
            return Paint(
                _FULL - cyan - black, _FULL - magenta - black, _FULL - yellow - black, alpha
            )
        case _:
            return Paint(alpha=alpha)


def _channels(text: str) -> list[float]:
    try:
        return [
            float(int(one[1:], 16)) if one.startswith("#") else float(one) for one in text.split()
        ]
    except ValueError as error:
        raise CorruptDocument(f"{text[:40]!r} is no colour") from error
