"""Characters of symbol fonts, which have no meaning without their font."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w

if TYPE_CHECKING:
    from lxml.etree import _Element

_PRIVATE: Final = range(0xF000, 0xF100)
UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands for something that a reader sees and that is no text."""
_BULLET: Final = "•"

_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x80: "⓪", 0x8B: "⓿",
    **{0x81 + offset: chr(ord("①") + offset) for offset in range(10)},
    **{0x8C + offset: chr(ord("❶") + offset) for offset in range(10)},
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□",
    0x69: "⓪",
    **{0x6A + offset: chr(ord("①") + offset) for offset in range(10)},
}  # fmt: skip
_SYMBOL: Final = {
    0xB7: "•", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xD7: "⋅",
    0x2D: "−", 0xBE: "—",
}  # fmt: skip
_FONTS: Final = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(element: _Element) -> str:
    """The character of a `w:sym`; U+FFFD where its font is not known here."""
    try:
        code = int(element.get(w.CHAR, ""), 16)
    except ValueError:
        return ""
    known = _FONTS.get(element.get(w.FONT, "").lower())
    low = code - _PRIVATE.start if code in _PRIVATE else code
    if known is not None and low in known:
        return known[low]
    if known is _SYMBOL or known is None:
        # Word moves a font's own characters to the private area; ASCII stays ASCII there.
        return (
            chr(low) if 0x20 <= low < 0x7F or (code not in _PRIVATE and _is_text(low)) else UNKNOWN
        )
    return UNKNOWN


def bullet(text: str) -> str:
    """A list's bullet: as it is where it is a character of its own, otherwise a plain one."""
    return text if text and not any(ord(letter) in _PRIVATE for letter in text) else _BULLET


def _is_text(code: int) -> bool:
    return 0xA0 <= code < 0xD800 or 0xF900 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
