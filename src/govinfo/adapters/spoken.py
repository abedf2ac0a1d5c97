"""How letters are spoken, as mirrors of web pages print it behind those they converted.

A machine that turns a page's simplified letters into traditional ones writes 公開(kāi) and
報(bao)告(gao), some of them twice: 公(gong)(gong)開(kai). Nobody sees that on the page copied.
"""

from __future__ import annotations

import re
from typing import Final

_VOWELS: Final = "aeiouvüāáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜ"
_SYLLABLE: Final = rf"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[{_VOWELS}]{{1,4}}(?:n[gɡ]?|r)?"
_SPOKEN: Final = re.compile(rf"(?<=[\u3400-\u9fff])(?:[(（]{_SYLLABLE} ?[)）])+")
_BRACKETS: Final = (re.compile(rf"\([{_VOWELS}a-z]"), re.compile(rf"（[{_VOWELS}a-z]"))
"""What begins with one sign is looked for ten times as fast."""
_FEWEST: Final = 5
"""Syllables in brackets behind letters from which they are no author's own."""


def without_syllables(text: str) -> str:
    """The text without the syllables in brackets that stand behind its letters.

    >>> without_syllables("政府信息公(gong)(gong)開(kai)年度報(bào)告" * 5)[:10]
    '政府信息公開年度報告'
    """
    if not any(bracket.search(text) for bracket in _BRACKETS):
        return text
    if len(_SPOKEN.findall(text)) < _FEWEST:
        return text
    return _SPOKEN.sub("", text)
