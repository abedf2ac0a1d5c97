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

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMELESS = "\ufffd"
"""What stands for a letter that its font does not name."""

# The CJK Radicals Supplement has hardly any decompositions in Unicode's own tables; these are
# the equivalent unified ideographs of those with one (EquivalentUnifiedIdeograph.txt).
_SUPPLEMENT = (
    "⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尢⺐尣⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月"
    "⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罒⺴罒⺵罒⺶羊⺷羊⺸羊"
    "⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长"
    "⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿"
    "⻯竜⻰龙⻱龜⻲亀⻳龟㇐一㇑丨㇒丿㇓丿㇔丶㇖亅㇚亅㇟乚㇠乙"
)
# Unicode decomposes these two to forms that are not used in the mainland, where fonts share
# the glyph with the ordinary ones.
_MAINLAND = "⼾户⾭青"
_VERTICAL_FORMS = (
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕"
    "︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"
)
_NAMED = re.compile("[\r\n -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]+")  # nearly every character
# PDFium's sign for a hyphen that ends a line, where a word may go on in the next one.
_HYPHEN_AT_LINE_END = 0xFFFE
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DECOMPOSED = (
    range(0x2F00, 0x2FD6),  # Kangxi radicals
    range(0xF900, 0xFB00),  # CJK compatibility ideographs
    range(0xFB00, 0xFB07),  # Latin ligatures
    range(0x2F800, 0x2FA20),  # CJK compatibility ideographs supplement
)


def _pairs(listed: str) -> Iterable[tuple[int, str]]:
    return ((ord(listed[i]), listed[i + 1]) for i in range(0, len(listed), 2))


_ORDINARY: dict[int, str] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for codes in _DECOMPOSED for code in codes},
    **dict(_pairs(_SUPPLEMENT)),
    **dict(_pairs(_MAINLAND)),
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
