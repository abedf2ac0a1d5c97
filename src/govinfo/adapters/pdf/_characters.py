"""Ordinary characters for those that a font's table names oddly, and spaces between them.

Only what stands for the very same letter is replaced: radicals that browsers write for the
ideographs they look like, compatibility ideographs, forms for vertical writing, ligatures.
Full-width digits, circled numbers and units stay as printed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from govinfo.radicals import IDEOGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMELESS = "\ufffd"
"""What stands for a letter that its font does not name."""

_VERTICAL_FORMS = (
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕"
    "︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"
)
_NAMED = re.compile("[\r\n -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]+")  # nearly every character
# PDFium's sign for a hyphen that ends a line, where a word may go on in the next one.
_HYPHEN_AT_LINE_END = 0xFFFE
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DECOMPOSED = (
    range(0xF900, 0xFB00),  # CJK compatibility ideographs
    range(0xFB00, 0xFB07),  # Latin ligatures
    range(0x2F800, 0x2FA20),  # CJK compatibility ideographs supplement
)


def _pairs(listed: str) -> Iterable[tuple[int, str]]:
    return ((ord(listed[i]), listed[i + 1]) for i in range(0, len(listed), 2))


_ORDINARY: dict[int, str] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for codes in _DECOMPOSED for code in codes},
    **IDEOGRAPHS,
    **dict(_pairs(_VERTICAL_FORMS)),
    # Fonts have one glyph for two or three dashes.
    0x2E3A: "——",
    0x2E3B: "———",
    **{ord(char): "" for char in _DROPPED},
    _HYPHEN_AT_LINE_END: "-",
}


def ordinary(text: str) -> str:
    """The text with every odd name of an ordinary character replaced by it."""
    return text if text.isascii() or _NAMED.fullmatch(text) else text.translate(_ORDINARY)


def is_word(char: str) -> bool:
    """Whether the character belongs to a script that parts its words by spaces."""
    return char.isalnum() and char < "\u2e80"


def is_ideograph(char: str) -> bool:
    """Whether the character is set in a square, as ideographs and their punctuation are."""
    return "\u2e80" <= char < "\uffe7"


def unmapped(text: str) -> int:
    """How many characters say only that their font does not name them."""
    nameless = [char for char in set(_NAMED.sub("", text)) if _is_nameless(char)]
    return sum(text.count(char) for char in nameless)


@cache
def _is_nameless(char: str) -> bool:
    return char == NAMELESS or (
        char not in "\r\n\t" and unicodedata.category(char) in {"Co", "Cn", "Cc", "Cs"}
    )
