"""Colours of text and of what is behind it: text of its background's colour is not seen."""

from __future__ import annotations

from typing import Final

WHITE: Final = "FFFFFF"
_NEAR: Final = 8
"""By how much of 255 each part of two colours may differ and no eye tells them apart."""

HIGHLIGHTS: Final = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00",
    "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00", "white": WHITE,
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""The colours of Word's text marker, by the names in OOXML."""


def alike(one: str, other: str) -> bool:
    """Whether two colours (`RRGGBB`) look the same; not where one is no such colour."""
    try:
        first, second = bytes.fromhex(one), bytes.fromhex(other)
    except ValueError:
        return False
    if len(first) != 3 or len(second) != 3:
        return False
    return all(abs(a - b) <= _NEAR for a, b in zip(first, second, strict=True))
