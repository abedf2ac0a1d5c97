"""The words of a narrative: text to tokens.

Only words that a claim may be made of are known; whatever else stands there is a token of kind
`OTHER`, so that a count is understood only where all words around it are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govinfo.grammar.variants import simplified
from govinfo.money import YUAN, Money
from govinfo.prose.vocabulary import VOCABULARY, Word
from govinfo.prose.wordings import Label, labels


class Token(NamedTuple):
    """A word at its place.

    Attributes:
        word: What it is.
        text: How it is written, in ordinary widths and simplified characters.
        start: Place in the narrative's text.
        end: Place after it.
        value: The count or amount.
        label: What figure it names.
    """

    word: Word
    text: str
    start: int
    end: int
    value: int | Money | None = None
    label: Label | None = None


# A year's number decides what stands beside these words.
_CARRIED = "结转顺延留遗"
_OVER = re.compile(
    r"(?:上|去|前)(?:一)?年度?(?:结转|转结|转入|遗留|延续)(?!至下|到下|下)(?:来|至本年度?|到本年度?|至今年)?的?"
    r"|(?:结转|转结|延续)自?(?:上|去)一?年度?的?"
)
_FORWARD = re.compile(
    r"(?:结转|转结|顺延|延续|转入|留待|转|延|遗留)(?:至|到|入|转)?(?:下|次|明|来)(?:一)?个?年度?(?:继续)?"
    r"(?:办理|答复|处理|办结)?的?"
)
_NAMED_OVER = re.compile(
    r"(?P<year>(?:19|20)\d\d)年度?(?:结转|转结|转入|遗留)(?!至|到|下|入)(?:来)?的?"
)
_NAMED_FORWARD = re.compile(
    r"(?:结转|转结|顺延|延续|转入|留待|转|延)(?:至|到|入)?(?P<year>(?:19|20)\d\d)年度?(?:继续)?"
    r"(?:办理|答复|处理|办结)?的?"
)
_MATTERS = re.compile(r"涉及[^，。；:\d]{1,40}?等(?:多个|各)?(?:方面|领域|事项|内容|问题)的?")
_YEAR = re.compile(r"((?:19|20)\d\d)年(?:年?[度底末])?")
_DATE = re.compile(r"(\d{1,2})月(?:(\d{1,2})日)?(?:底|末|份)?")
_MONTHS = re.compile(r"\d{1,2}[-—~至到](\d{1,2})月份?")
_MONEY_UNITS = "|".join(sorted(YUAN, key=len, reverse=True))
_FIGURE = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<fraction>\.\d+)?(?P<more>余|多)?"
    rf"(?:(?P<money>{_MONEY_UNITS})|(?P<large>[万亿千百]+)?(?P<odd>余|多)?(?P<unit>[件起宗例条份])?)"
    r"(?P<about>左右|以上|以内|以下|次|\(次\))?"
)
_CHINESE = re.compile(
    r"(?P<digits>[零〇一二三四五六七八九十百千两]{1,7})(?P<more>余|多|几)?(?P<unit>[件起宗例份])(?!事|套)"
)
_MOST_DIGITS = 10
"""Digits before or after the point that no report needs more of: what has more is no figure."""
_BEFORE_ORDINAL = frozenset("第每某同逐单几数")
_ABOUT = (
    "近",
    "约",
    "超",
    "超过",
    "逾",
    "共约",
    "大约",
    "至少",
    "不少于",
    "不到",
    "约为",
    "达到近",
    "接近",
)
_LONGEST_ABOUT = max(map(len, _ABOUT))
_DIGIT = "零一二三四五六七八九"
_SCALE = {"十": 10, "百": 100, "千": 1000}
_WIDTHS = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)},
    ord("（"): "(",
    ord("）"): ")",
    ord("％"): "%",
    ord("．"): ".",
    ord("〔"): "(",
    ord("〕"): ")",
}
_SHORTEST_NAME = 3
"""Characters of the shortest end of an organ's name that names it."""
BLANKS = frozenset(" \u00a0\u3000\t\n\u200b\ufeff")
_IGNORED = BLANKS | frozenset("“”\"'‘’")


Names = Mapping[str, tuple[str, ...]]
"""Names by their first character, the longest first."""


def own_names(agency: str | None) -> Names:
    """By what names a narrative may call its organ: the end of the full one.

    >>> own_names("青溪区水务局")
    {'青': ('青溪区水务局',), '溪': ('溪区水务局',), '区': ('区水务局',), '水': ('水务局',)}
    """
    full = simplified(agency or "").translate(_WIDTHS)
    short = full.replace("人民政府", "政府")
    found: dict[str, dict[str, None]] = {}
    for name in (full, short, full.removesuffix("办事处")):
        for at in range(len(name) - _SHORTEST_NAME + 1):
            found.setdefault(name[at], {})[name[at:]] = None
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def tokens(text: str, start: int = 0, names: Names | None = None) -> list[Token]:
    """The words of a sentence.

    Args:
        text: The sentence as printed.
        start: Its place in the narrative's text.
        names: The organ's own names.
    """
    return list(_tokens(*compact(text, start, _IGNORED), names or {}))


def compact(text: str, start: int, ignored: AbstractSet[str]) -> tuple[str, Sequence[int]]:
    """A text in ordinary widths, without some characters.

    Returns:
        The text, and the place of each of its characters, counted from `start`; and of its end.
    """
    folded = text.translate(_WIDTHS)
    if ignored.isdisjoint(folded):
        return folded, range(start, start + len(text) + 1)
    kept = [at for at, character in enumerate(folded) if character not in ignored]
    return "".join(folded[at] for at in kept), [*(start + at for at in kept), start + len(text)]


def _tokens(text: str, places: Sequence[int], names: Names) -> Iterator[Token]:
    words, lengths = _dictionary()
    at, unknown = 0, 0
    while at < len(text):
        first = text[at]
        found = _named(text, at, names[first]) if first in names else None
        if found is None and first in _SPECIAL:
            found = _special(text, at)
        if found is None:
            for length in lengths.get(first, ()):
                found = words.get(text[at : at + length])
                if found is not None:
                    break
            else:
                at += 1
                continue
        word, length, value, label = found
        if unknown < at:
            yield Token(Word.OTHER, text[unknown:at], places[unknown], places[at - 1] + 1)
        end = at + length
        yield Token(word, text[at:end], places[at], places[end - 1] + 1, value, label)
        at = unknown = end
    if unknown < len(text):
        yield Token(Word.OTHER, text[unknown:], places[unknown], places[-2] + 1)


_SPECIAL = frozenset("0123456789零〇一二三四五六七八九十百千两上去前涉" + _CARRIED)
_Found = tuple[Word, int, int | Money | None, Label | None]


def _named(text: str, at: int, names: tuple[str, ...]) -> _Found | None:
    """One of some names that stands at a place."""
    name = next((name for name in names if text.startswith(name, at)), None)
    return None if name is None else (Word.OWN, len(name), None, None)


@lru_cache(maxsize=1)
def _dictionary() -> tuple[Mapping[str, _Found], Mapping[str, tuple[int, ...]]]:
    """The words, and by their first character how long they are, the longest first."""
    words: dict[str, _Found] = {
        written: (word, len(written), None, None)
        for word, listed in reversed(tuple(VOCABULARY.items()))
        for written in listed.split()
    }
    words |= {
        written: (Word.LABEL, len(written), None, label) for written, label in labels().items()
    }
    lengths: dict[str, dict[int, None]] = {}
    for written in sorted(words, key=len, reverse=True):
        lengths.setdefault(written[0], {})[len(written)] = None
    return words, {first: tuple(found) for first, found in lengths.items()}


def _special(text: str, at: int) -> _Found | None:
    """A number, a year, or what is carried from year to year."""
    first = text[at]
    if first.isdecimal():
        return _dated(text, at) or _figure(text, at)
    if first in "零〇一二三四五六七八九十百千两":
        return _chinese(text, at)
    if first == "涉":
        matters = _MATTERS.match(text, at)
        if matters is not None:
            return Word.MATTERS, matters.end() - at, None, None
    if first in "上去前结转延":
        over = _OVER.match(text, at)
        if over is not None:
            return Word.OVER, over.end() - at, None, None
    if first in _CARRIED:
        named = _NAMED_FORWARD.match(text, at)
        if named is not None:
            return Word.FORWARD, named.end() - at, int(named["year"]), None
        forward = _FORWARD.match(text, at)
        if forward is not None:
            return Word.FORWARD, forward.end() - at, None, None
    return None


def _dated(text: str, at: int) -> _Found | None:
    over = _NAMED_OVER.match(text, at)
    if over is not None:
        return Word.OVER, over.end() - at, int(over["year"]), None
    year = _YEAR.match(text, at)
    if year is not None:
        return Word.YEAR, year.end() - at, int(year[1]), None
    months = _MONTHS.match(text, at)
    if months is not None:
        whole = text.startswith("1", at) and not text[at + 1].isdecimal() and months[1] == "12"
        return (Word.FILL if whole else Word.SPAN), months.end() - at, None, None
    date = _DATE.match(text, at)
    if date is not None:
        whole = date[1] == "12" or (date[1], date[2]) == ("1", "1")
        return (Word.FILL if whole else Word.SPAN), date.end() - at, None, None
    return None


def _figure(text: str, at: int) -> _Found:
    match = _FIGURE.match(text, at)
    assert match is not None  # it stands at a digit  # noqa: S101
    length = match.end() - at
    about = match["more"] or match["odd"] or match["about"] or _is_about(text, at)
    digits, fraction = match["digits"].replace(",", ""), match["fraction"] or ""
    if len(digits) > _MOST_DIGITS or len(fraction) > _MOST_DIGITS:
        return Word.NUMBER, length, None, None
    amount = Decimal(digits + fraction)
    if match["money"] and not about:
        return Word.MONEY, length, Money(amount, match["money"]), None
    if match["unit"] and not about and not match["large"] and not match["fraction"]:
        return Word.COUNT, length, int(amount), None
    return Word.NUMBER, length, None, None


def _is_about(text: str, at: int) -> bool:
    """Whether a word before a place makes the number there a rough one."""
    return text.endswith(_ABOUT, max(0, at - _LONGEST_ABOUT), at)


def _chinese(text: str, at: int) -> _Found | None:
    match = _CHINESE.match(text, at)
    if match is None or (at and text[at - 1] in _BEFORE_ORDINAL):
        return None
    value = chinese_number(match["digits"])
    if match["more"] or _is_about(text, at) or value is None:
        return Word.NUMBER, match.end() - at, None, None
    return Word.COUNT, match.end() - at, value, None


def chinese_number(digits: str) -> int | None:
    """A number in Chinese characters below ten thousand; `None` if it is none.

    >>> [chinese_number(text) for text in ("十二", "一百零五", "两千三百", "三", "一二")]
    [12, 105, 2300, 3, None]
    """
    total, digit, last = 0, None, 10_000
    for character in digits.replace("两", "二").replace("〇", "零"):
        if character in _SCALE:
            scale = _SCALE[character]
            if scale >= last or (digit is None and (scale != 10 or total % 1000)):
                return None
            total += (1 if digit is None else digit) * scale
            digit, last = None, scale
        elif digit:
            return None
        else:
            digit = _DIGIT.index(character)
    return total + (digit or 0)
