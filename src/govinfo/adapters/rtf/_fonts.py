"""The tables at the head of rich text: fonts with their charsets, colours, styles."""

from __future__ import annotations

import codecs
from typing import Final

from govinfo.adapters.symbols import is_symbol_font

_CHARSETS: Final = {
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    204: "cp1251",
    238: "cp1250",
}
_SYMBOLS: Final = 2
"""The charset of symbol fonts."""
_MOST: Final = 10_000
"""Fonts, colours and styles that are kept: no document has as many."""


class FontTables:
    """The tables, while they are read and after.

    Attributes:
        colours: The document's colours by number; `None` for the automatic one.
        levels: Heading levels by the number of the style.
    """

    def __init__(self) -> None:
        self.colours: list[str | None] = []
        self.levels: dict[int, int] = {}
        self._charsets: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self._default = 0
        self._codec = "cp1252"
        self._rgb: dict[str, int] = {}
        self._font: int | None = None
        self._style = 0

    def word(self, word: str, number: int | None) -> None:
        """Take a control word of a table, or one that says how text is encoded."""
        value = number or 0
        if word == "ansicpg":
            self._codec = _codec_of_page(value)
        elif word == "deff":
            self._default = value
        elif word == "f":
            self._font = value
        elif word == "fcharset" and self._font is not None and len(self._charsets) < _MOST:
            self._charsets[self._font] = value
        elif word in {"red", "green", "blue"}:
            self._rgb[word] = max(0, min(value, 255))
        elif word == "s":
            self._style = value
        elif word == "outlinelevel" and 0 <= value < 9 and len(self.levels) < _MOST:
            self.levels[self._style] = value + 1

    def text(self, text: str, is_colour: bool) -> None:
        """Take text of a table: names, and the semicolons that end entries."""
        if is_colour:
            for _ in range(min(text.count(";"), _MOST - len(self.colours))):
                known = [self._rgb.get(part, 0) for part in ("red", "green", "blue")]
                self.colours.append(bytes(known).hex() if self._rgb else None)
                self._rgb.clear()
        elif self._font is not None and len(self._names) < _MOST:
            self._names[self._font] = self._names.get(self._font, "") + text.partition(";")[0]
        if ";" in text:
            self._style = 0

    def codec(self, font: int) -> str:
        """The codec of text in a font."""
        charset = self._charsets.get(font, self._charsets.get(self._default, 0))
        return _CHARSETS.get(charset, self._codec)

    def symbol_font(self, font: int) -> str:
        """The font's name, where it is one of symbols; `""` for any other."""
        name = self._names.get(font, "").strip()
        return name if self._charsets.get(font) == _SYMBOLS and is_symbol_font(name) else ""


def _codec_of_page(page: int) -> str:
    name = {936: "gb18030", 65001: "utf-8", 10000: "mac-roman"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
