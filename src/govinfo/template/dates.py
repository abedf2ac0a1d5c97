"""The date of publication."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from govinfo.grammar.labels import plain
from govinfo.grammar.variants import TO_SIMPLIFIED
from govinfo.template.title import CHINESE_DIGITS, is_agency

_DATE = re.compile(r"((?:19|20)\d\d)[年\-./](\d{1,2})[月\-./](\d{1,2})日?(?!\d)")
_DATED = re.compile(r"时间|日期|发布于|来源|浏览|点击|阅读")
_LABELLED = re.compile(r"(?:时间|日期|发布于|来源|浏览|点击|阅读)[^:\s]{0,3} ?:")
_SENTENCE = re.compile("[。；，,;、《》]")
_PERIOD = re.compile(
    r"统计(?![局处站])|期限|截[至止]|\d日?(?:起|止|[至到—–~～]|-{1,2}(?=\d{4}年|\d{1,2}月))"
)
"""What says of dates that they are those of a period."""
_CHINESE = re.compile(
    r"二[〇○零O0][〇○零O0一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_LONGEST = 60
"""Characters that a line which is a date, or a signature with one, has at most."""
_LONGEST_LINE = 80
"""Characters that a line has at most which says when a page was published."""
_BRACKETS = "()[]【】"
_PUBLISHED = re.compile(
    r"(?:发布日期|发布时间|公开日期|公布日期) ?[:：]? ?"
    r"((?:19|20)\d\d[年\-./]\d{1,2}[月\-./]\d{1,2})"
)
_DATE_NAMES = (
    "发布日期",
    "发布时间",
    "公开日期",
    "公布日期",
    "PubDate",
    "pubdate",
    "publishdate",
    "成文日期",
    "生成日期",
    "发文日期",
    "印发日期",
    "更新日期",
    "更新时间",
    "时间",
    "日期",
)


def find_date(
    metadata: Mapping[str, str], top: Iterable[str], bottom: Sequence[str]
) -> date | None:
    """The date of publication: from metadata, from a line above the text, or from its end."""
    for name in _DATE_NAMES:
        if name in metadata and (found := _date_in(metadata[name])) is not None:
            return found
    for line in top:
        text = _folded(line).strip(_BRACKETS)
        named = _PUBLISHED.search(text)
        if named is not None and (found := _date_in(named[1])) is not None:
            return found
        if _says_when(text) and (_DATED.search(text) or _is_date(text)):
            found = _date_in(text)
            if found is not None:
                return found
    for line in reversed(bottom):
        if _begins_like_a_date(line) and _is_date(_folded(line)):
            return _date_in(line)
        if signer_of(line) is not None:
            return _date_in(line)
    return None


def is_dateline(line: str) -> bool:
    """Whether a line says no more than when, and where, a page was published.

    >>> is_dateline("发布时间：2023-01-18 来源：水务局 浏览次数：12")
    True
    """
    text = _folded(line).strip(_BRACKETS)
    told = date_of(text) is not None or _LABELLED.search(text) is not None
    return told and _says_when(text) and _SENTENCE.search(text) is None


def _says_when(text: str) -> bool:
    """Whether a line is short, and of no period."""
    return len(text) <= _LONGEST_LINE and not _PERIOD.search(text)


def date_of(text: str) -> date | None:
    """The date that a text is, perhaps with a time behind it; `None` where it says more."""
    text = _translated(_folded(text))
    match = _DATE.match(text)
    return _date_in(text) if match and not text[match.end() :].strip(" 0123456789:") else None


def signer_of(line: str) -> str | None:
    """The organ whose name stands before a date in one line, as under a report's end."""
    if len(line) > _LONGEST + 40 or "。" in line:
        return None
    text = _translated(_folded(line))
    dated = next((match for match in _DATE.finditer(text) if match.end() == len(text)), None)
    before = text[: dated.start()].strip() if dated is not None else ""
    return plain(before) if is_agency(before) else None


def _begins_like_a_date(line: str) -> bool:
    """Whether a line's first character allows a date: folding whole lines of prose is slow."""
    return unicodedata.normalize("NFKC", line.lstrip()[:1])[:1] in "12二"


def _folded(line: str) -> str:
    """A line in ordinary widths and characters; blanks are kept: a time may follow a date."""
    text = " ".join(unicodedata.normalize("NFKC", line).translate(TO_SIMPLIFIED).split())
    return re.sub(r"(?<=[年月]) | (?=[年月日])", "", text)


def _is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with a time and the source's name after it."""
    text = _translated(text)
    match = _DATE.match(text)
    return (
        match is not None
        and not text[match.end() :].strip(" 0123456789:").startswith(tuple("年月日，,至起到止"))
        and len(text) <= _LONGEST
    )


def _translated(flat: str) -> str:
    """A line with its dates in Chinese numbers in figures."""
    return _CHINESE.sub(
        lambda match: "".join(map(_chinese_number, re.split(r"([年月日])", match[0]))), flat
    )


def _chinese_number(part: str) -> str:
    if "十" in part:
        tens, _, ones = part.partition("十")
        return f"{tens.translate(CHINESE_DIGITS) or 1}{ones.translate(CHINESE_DIGITS) or 0}"
    return part.translate(CHINESE_DIGITS)


def _date_in(text: str) -> date | None:
    match = _DATE.search(_translated(_folded(text)))
    if match is None:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
