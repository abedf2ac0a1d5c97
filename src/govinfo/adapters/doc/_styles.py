"""The styles of a document, each with what it is based on."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from govinfo.adapters.binary import i16, u16
from govinfo.adapters.doc import _sprms as sprm
from govinfo.adapters.doc._looks import PLAIN, Look, applied

_PARAGRAPH, _CHARACTER = 1, 2
_NO_STYLE: Final = 0xFFF
_MOST_BASES: Final = 30
_HEADINGS: Final = range(1, 10)
_BODY_LEVEL: Final = 9


@frozen(slots=True)
class Style:
    """A style as the file has it.

    Attributes:
        known: Its number among those that every Word knows.
        base: The number of the style that it is based on.
        paragraph: Properties of paragraphs.
        characters: Properties of characters.
    """

    known: int
    base: int
    paragraph: bytes
    characters: bytes


@frozen(slots=True)
class Styles:
    """The styles by number; what they say is worked out when it is first asked for."""

    _styles: dict[int, Style]
    _looks: dict[int, Look] = field(factory=dict)

    @classmethod
    def of(cls, sheet: bytes) -> Styles:
        """The styles of a style sheet; those that are damaged say nothing."""
        if len(sheet) < 6:
            return cls({})
        styles: dict[int, Style] = {}
        at = 2 + u16(sheet, 0)
        base_size = u16(sheet, 4)
        for number in range(u16(sheet, 2)):
            if at + 2 > len(sheet):
                break
            size = u16(sheet, at)
            held = sheet[at + 2 : at + 2 + size]
            at += 2 + size
            if len(held) > base_size:
                styles[number] = _style(held, base_size)
        return cls(styles)

    def paragraph(self, number: int, own: bytes) -> bytes:
        """The properties of a paragraph: those of its style's bases first, its own last."""
        return b"".join(style.paragraph for style in self._chain(number)) + own

    def outline(self, number: int) -> int | None:
        """The heading level of Word's own styles of headings."""
        for style in reversed(self._chain(number)):
            if style.known in _HEADINGS:
                return style.known
        return None

    def look(self, number: int) -> Look:
        """How letters look in a style of paragraphs."""
        if number not in self._looks:
            self._looks[number] = self.with_style(number, PLAIN)
        return self._looks[number]

    def with_style(self, number: int, look: Look) -> Look:
        """How letters look that also have a style."""
        for style in self._chain(number):
            look = applied(look, style.characters, None)
        return look

    def _chain(self, number: int) -> list[Style]:
        chain: list[Style] = []
        while (style := self._styles.get(number)) is not None and len(chain) < _MOST_BASES:
            chain.append(style)
            number = style.base
        return chain[::-1]


def _style(held: bytes, base_size: int) -> Style:
    known, kind, count = u16(held, 0) & 0xFFF, u16(held, 2), u16(held, 4) & 0xF
    # After the fixed part comes the name: its length, its letters, a zero.
    at = base_size + 2 + 2 * (u16(held, base_size) + 1) if base_size + 2 <= len(held) else len(held)
    parts = []
    for _ in range(count):
        at += at % 2
        if at + 2 > len(held):
            break
        size = max(0, i16(held, at))
        parts.append(held[at + 2 : at + 2 + size])
        at += 2 + size
    paragraph = characters = b""
    if kind & 0xF == _PARAGRAPH:
        paragraph = parts[0][2:] if parts else b""  # The first two bytes are its own number.
        characters = parts[1] if len(parts) > 1 else b""
    elif kind & 0xF == _CHARACTER:
        characters = parts[0] if parts else b""
    base = kind >> 4
    return Style(known, -1 if base == _NO_STYLE else base, paragraph, characters)


def heading_level(outline: int | None, of_style: int | None) -> int | None:
    """A paragraph's heading level by its outline level from 0, or else that of its style."""
    if outline is None:
        return of_style
    return outline + 1 if outline < _BODY_LEVEL else None


def list_of(properties: bytes) -> tuple[int, int]:
    """The number of the list that a paragraph belongs to, 0 for none, and its level there."""
    number = level = 0
    for code, value in sprm.each(properties):
        if code == sprm.LIST:
            number = i16(value, 0)
        elif code == sprm.LEVEL_OF_LIST:
            level = value[0]
    return number, level
