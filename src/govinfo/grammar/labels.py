"""How printed labels are compared: by a key that forgets widths, blanks, punctuation and ordinals.

>>> key("（二）部分公开（区分处理的，只计这一情形，不计其他情形）").bare
'部分公开'
>>> key("2 、 其他法律 行政法规禁止公開").full
'其他法律行政法规禁止公开'
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from govinfo.grammar.variants import simplified

LONGEST = 160
"""Characters beyond which a text is not a label; such texts have an empty key."""

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_CHINESE = "一二三四五六七八九十"
_LEADING = re.compile(
    rf"(?:\(([{_CHINESE}]{{1,3}}|\d{{1,2}})\)|([{_CHINESE}]{{1,3}}|\d{{1,2}})[、.,:)])[、.,:]?"
)
_INNER = re.compile(rf"\([{_CHINESE}]{{1,3}}\)|(?<!\d)\d{{1,2}}[、.](?!\d)")
_OF_WHICH = re.compile(r"^其中[:,、]?")
_BRACKETED = re.compile(r"\([^()]*\)")
_PUNCTUATION = re.compile(r"[\W_]+")
_DEFINED = re.compile(r"^([^:：]{2,16})[:：](?=[^:：。]{0,12}指(?![标导南定]))")
"""A label that its own definition stands behind: `规范性文件：是指各级人民政府…`."""


@frozen(slots=True, eq=False)
class Key:
    """A label reduced to what identifies it. Compare its parts: two keys are never equal.

    Attributes:
        full: Letters and digits in simplified form, without ordinals.
        bare: The same without what stands in brackets.
        ordinal: The leading ordinal's number as printed (`一`, `12`); `""` without one.
    """

    full: str
    bare: str
    ordinal: str = ""


EMPTY = Key("", "")


_SAME = str.maketrans("它份和及", "他分或或")
"""Letters that some write in labels for others: 其它, 部份公开, 法人和其他组织."""


@lru_cache(maxsize=16384)
def key(text: str) -> Key:
    """The key of a printed label; empty for numbers and for texts too long to be one."""
    if "指" in text and (defined := _DEFINED.match(text)) is not None:
        text = defined[1]
    if len(text) > LONGEST or text.isdecimal():
        return EMPTY
    if text.isascii():
        return _ascii_key(text)
    flat = _OF_WHICH.sub("", plain(text)).translate(_SAME)
    leading = _LEADING.match(flat)
    ordinal = ""
    if leading is not None:
        ordinal = leading[1] or leading[2]
        flat = flat[leading.end() :]
    # 第二十条第（一）项 carries its number as part of its name.
    if flat.startswith("第") and flat.endswith("项"):
        return Key(letters(flat), letters(flat), ordinal)
    inner = _INNER.sub("", flat)
    return Key(letters(inner), letters(_BRACKETED.sub("", inner)) or letters(inner), ordinal)


def plain(text: str) -> str:
    """Text in ordinary widths and simplified characters, without blanks."""
    return simplified(folded(text))


def folded(text: str) -> str:
    """Text in ordinary widths, without blanks; as many characters as `plain` makes of it."""
    return "".join(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).split())


def letters(text: str) -> str:
    """Text without punctuation."""
    return text if text.isalnum() else _PUNCTUATION.sub("", text)


def _ascii_key(text: str) -> Key:
    if not any(character.isalpha() for character in text):
        ordinal = _LEADING.fullmatch(text.strip())
        return EMPTY if ordinal is None else Key("", "", ordinal[1] or ordinal[2])
    name = letters(text).lower()
    return Key(name, name)
