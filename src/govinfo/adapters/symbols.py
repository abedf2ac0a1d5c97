"""Characters of symbol fonts, which have no meaning without their font."""

from __future__ import annotations

import re
from typing import Final

_PRIVATE: Final = range(0xF000, 0xF100)
UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands for text that a reader sees and that cannot be told."""
PICTURE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What Unicode has in a text for an object that is no text."""
_RIGHT_TO_LEFT: Final = "\u202e"
_END_OF_TURN: Final = "\u202c"
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


_OF_PICTURES: Final = frozenset({"wingdings 3", "webdings", "zapf dingbats", "zapfdingbats"})
# Soft hyphens, zero-width characters, byte order marks, marks of writing direction, and codes that
# control a printer; and the private area.
_ODD: Final = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f]|([\uf000-\uf0ff])"
)


def symbol(code: int, font: str) -> str:
    """The character with a code in a font; U+FFFD where that has no character known here."""
    known = _FONTS.get(font.lower())
    low = code - _PRIVATE.start if code in _PRIVATE else code
    if known is not None and low in known:
        return known[low]
    if known is _SYMBOL or (known is None and font.lower() not in _OF_PICTURES):
        # Word moves a font's own characters to the private area; ASCII stays ASCII there.
        return (
            chr(low) if 0x20 <= low < 0x7F or (code not in _PRIVATE and _is_text(low)) else UNKNOWN
        )
    return UNKNOWN


def is_symbol_font(font: str) -> bool:
    """Whether a font has other characters than its text says."""
    return font.lower() in _FONTS or font.lower() in _OF_PICTURES


def in_symbol_font(text: str, font: str) -> str:
    """A text as a reader sees it in a symbol font."""
    return "".join(
        symbol(ord(one), font) if one.isprintable() and ord(one) < 0x100 and one != " " else one
        for one in seen(text, font)
    )


def turned(text: str) -> str:
    """A text in the order in which it is read where marks turn the direction of its letters."""
    if _RIGHT_TO_LEFT not in text:
        return text
    first, *others = text.split(_RIGHT_TO_LEFT)
    parts = [first]
    for other in others:
        inside, end, after = other.partition(_END_OF_TURN)
        parts += (inside[::-1], end, after)
    return "".join(parts)


def seen(text: str, font: str = "") -> str:
    """A text without letters that nobody sees, those of symbol fonts as a reader sees them."""
    text = turned(text)

    def replaced(match: re.Match[str]) -> str:
        return symbol(ord(match[1]), font) if match[1] else ""

    return _ODD.sub(replaced, text)


def bullet(text: str) -> str:
    """A list's bullet: as it is where it is a character of its own, otherwise a plain one."""
    return text if text and not any(ord(letter) in _PRIVATE for letter in text) else _BULLET


def _is_text(code: int) -> bool:
    return 0xA0 <= code < 0xD800 or 0xF900 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
