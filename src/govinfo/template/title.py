"""Title, agency, year and date of publication."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from govinfo.grammar.labels import folded, plain

_SUBJECT = re.compile(r"政府信息公开|政务信息公开|信息公开|政务公开")
_LAST = ("报告", "年报", "公示")
_END = re.compile(
    r"(?:年度|工作|情况).{0,8}(?:报告|年报)(?:公示)?$|公开.{0,6}(?:报告|年报)(?:公示)?$"
    r"|(?:年度|工作)报告(?:公示)?$"
)
_REMARK = re.compile(r"(?:\(.{1,20}\)|\[.{1,10}\]|【.{1,10}】)$")
_BRACKETS = (")", "]", "】")
_NOT_A_TITLE = re.compile(
    r"[。；，,;!！?？:：》]|^(?:本|根据|现将|按照|首页|当前|关于做好|关于印发)|指南|目录|[>＞»]"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_CHINESE_YEAR = re.compile(r"(二[〇○零O0][〇○零O0一二三四五六七八九]{2})年")
_ONLY_YEAR = re.compile(r"^(?:(?:19|20)\d\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})年度?$")
_SCHOOL_YEAR = re.compile(r"(?:19|20)\d\d[-—~至](?:19|20)?\d\d学?年度?")
_PERIOD = re.compile(r"((?:19|20)\d\d)年1月1日")
_AGENCY = re.compile(
    r"(?:政府|局|委|委员会|办公室|办公厅|办|厅|院|中心|处|站|所|镇|乡|街道|区|县|市|省|州|盟|旗|部|署|会|司|队|馆"
    r"|公司|大学|学院|学校|医院|银行|集团|法院|组)$"
)
_DATED_AGENCY = re.compile(r"^[^\d。；，,:：>]{2,25}(?:19|20)\d\d年度?$")
_NOT_AN_AGENCY = re.compile(r"[。；，,;!！?？:：>＞»《》|/\d]|日期|来源|字号|打印|首页|导航|下载")
_DATE = re.compile(r"((?:19|20)\d\d)[年\-./](\d{1,2})[月\-./](\d{1,2})日?(?!\d)")
_DATED = re.compile(
    r"发布(?:日期|时间)|公开日期|成文日期|生成日期|发文日期|公布日期|印发日期|时间|日期"
)
_PUBLISHED = re.compile(
    r"(?:发布日期|发布时间|公开日期|公布日期)\s*[:：]?\s*((?:19|20)\d\d[年\-./]\d{1,2}[月\-./]\d{1,2})"
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
_CHINESE_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_LONGEST = 60
"""Characters that a line of a title has at most."""
_WINDOW = 3
"""Lines over which a title may run."""


@frozen(slots=True)
class Title:
    """A title and what it says.

    Attributes:
        text: Its lines joined without blanks, the agency's line put before where it lacks it.
        agency: The organ whose report it is.
        year: The year that the report is about.
        line: Number, among the lines searched, of its last line.
    """

    text: str
    agency: str | None
    year: int | None
    line: int


def find_title(lines: Sequence[str]) -> Title | None:
    """The title among the lines before the first section; the fullest, and of these the last."""
    found = [title for at in range(len(lines)) if (title := _title_at(lines, at)) is not None]
    return max(
        found,
        key=lambda title: (title.year is not None, title.agency is not None, title.line),
        default=None,
    )


def _title_at(lines: Sequence[str], at: int) -> Title | None:
    """The title that ends in a line."""
    joined = ""
    for first in range(at, max(-1, at - _WINDOW), -1):
        line = _part(lines[first])
        if line is None:
            return None
        joined = line + joined
        text = _REMARK.sub("", joined) if joined.endswith(_BRACKETS) else joined
        if not text.endswith(_LAST):
            return None
        if _END.search(text) and _SUBJECT.search(text):
            return _completed(tuple(lines[max(0, first - 2) : at + 1]), at - first, text, at)
    return None


@lru_cache(maxsize=4096)
def _part(line: str) -> str | None:
    """A line as a title would have it; `None` for one that is in no title."""
    if "。" in line or "，" in line:
        # Most lines are prose, and need not be folded to be seen as such.
        return None
    bare = _bare(line)
    return None if len(bare) > _LONGEST or _NOT_A_TITLE.search(bare) else bare


def _bare(line: str) -> str:
    """A line of a title without the marks that titles of documents are put in."""
    return plain(line).strip('《》"“”')


@lru_cache(maxsize=256)
def _completed(near: tuple[str, ...], more: int, text: str, line: int) -> Title:
    """The title with the agency's line, or the rest of the agency's name, put before.

    Args:
        near: The title's lines, and up to two before.
        more: How many lines the title has beside its last one.
        text: Its lines joined.
        line: Number of its last line.
    """
    first = len(near) - 1 - more
    agency = agency_of(text)
    if first and (agency is None or not _AGENCY.search(agency)):
        before = _bare(near[first - 1])
        if agency is None and _DATED_AGENCY.match(before):
            text, first = before + text, first - 1
            return _as_printed(Title(text, agency_of(text), year_in(text), line), near[first:])
        if len(before) <= 30 and _AGENCY.search(before) and not _NOT_AN_AGENCY.search(before):
            text = before + text
            agency = agency_of(text)
            first -= 1
    if first and year_in(text) is None and _ONLY_YEAR.match(plain(near[first - 1])):
        text = plain(near[first - 1]) + text
        first -= 1
    return _as_printed(Title(text, agency, year_in(text), line), near[first:])


def _as_printed(title: Title, lines: Sequence[str]) -> Title:
    """The title in the characters of its lines: it was looked for in simplified ones."""
    whole = "".join("".join(line.split()) for line in lines).strip('《》"“”')
    if len(folded(whole)) != len(whole):
        whole = folded(whole)
    printed = whole[: len(title.text)]
    if printed == title.text or title.agency is None:
        return evolve(title, text=printed)
    at = title.text.find(title.agency)
    agency = printed[at : at + len(title.agency)] if at >= 0 else title.agency
    return evolve(title, text=printed, agency=agency)


def agency_of(title: str) -> str | None:
    """The organ that a title names."""
    # An organ's own name may hold the words: the last ones name the subject.
    subject = next(reversed(list(_SUBJECT.finditer(title))), None)
    before = title[: subject.start()] if subject else title
    if subject and subject[0].startswith("政府") and before.endswith("人民"):
        before += "政府"
    before = _SCHOOL_YEAR.sub("", before)
    before = _CHINESE_YEAR.sub("", _YEAR.sub("", before))
    before = re.sub(r"^(?:关于|年度|度)|(?:关于|年度|度|的|年)+$", "", before.strip("\"“”'《"))
    return before or None


def year_in(text: str) -> int | None:
    """The year that a title names."""
    match = _YEAR.search(text)
    if match is not None:
        return int(match[1])
    chinese = _CHINESE_YEAR.search(text)
    return int(chinese[1].translate(_CHINESE_DIGITS)) if chinese else None


def year_of_text(preamble: str, overview: str) -> int | None:
    """The year of a report whose title names none: its period, or the year it speaks of most."""
    period = _PERIOD.search(plain(preamble)) or _PERIOD.search(plain(overview))
    if period is not None:
        return int(period[1])
    years = Counter(int(year) for year in _YEAR.findall(plain(overview)))
    return years.most_common(1)[0][0] if years else None


def find_date(
    metadata: Mapping[str, str], top: Iterable[str], bottom: Sequence[str]
) -> date | None:
    """The date of publication: from metadata, from a line above the text, or from its end."""
    for name in _DATE_NAMES:
        if name in metadata and (found := _date_in(metadata[name])) is not None:
            return found
    for line in top:
        text = _folded(line)
        named = _PUBLISHED.search(text)
        if named is not None and (found := _date_in(named[1])) is not None:
            return found
        if len(text) <= 80 and (_DATED.search(text) or _is_date(text)):
            found = _date_in(text)
            if found is not None:
                return found
    for line in reversed(bottom):
        if _begins_like_a_date(line) and _is_date(_folded(line)):
            return _date_in(line)
    return None


def _begins_like_a_date(line: str) -> bool:
    """Whether a line's first character allows a date: folding whole lines of prose is slow."""
    return unicodedata.normalize("NFKC", line.lstrip()[:1])[:1] in "12二"


def _folded(line: str) -> str:
    """A line in ordinary widths; blanks are kept, for a time may follow a date."""
    text = unicodedata.normalize("NFKC", line).strip()
    return re.sub(r"(?<=[年月日])\s+|\s+(?=[年月日])", "", text)


def _is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with a time and the source's name after it."""
    text = _translated(text)
    match = _DATE.match(text)
    return (
        match is not None
        and not text[match.end() :].strip(" 0123456789:").startswith(tuple("年月日，,至起到"))
        and len(text) <= 60
    )


def _translated(flat: str) -> str:
    if not re.match(r"二[〇○零]", flat):
        return flat
    parts = re.split(r"([年月日])", flat)
    return "".join(_chinese_number(part) for part in parts)


def _chinese_number(part: str) -> str:
    if "十" in part:
        tens, _, ones = part.partition("十")
        return f"{tens.translate(_CHINESE_DIGITS) or 1}{ones.translate(_CHINESE_DIGITS) or 0}"
    return part.translate(_CHINESE_DIGITS)


def _date_in(text: str) -> date | None:
    match = _DATE.search(_translated(_folded(text)))
    if match is None:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
