"""Title, agency and year of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from govinfo.grammar.labels import folded, plain
from govinfo.radicals import IDEOGRAPHS

_SUBJECT = re.compile(r"政府信息公开|政务信息公开|信息公开|政务公开")
_LAST = ("报告", "年报", "公示", ")", "]", "】")
_END = re.compile(
    r"(?:年度|工作|情况).{0,8}(?:报告|年报)(?:公示)?$|公开.{0,6}(?:报告|年报)(?:公示)?$"
    r"|(?:年度|工作)报告(?:公示)?$"
)
_REMARK = re.compile(r"(?:\(.{1,20}\)|\[.{1,10}\]|【.{1,10}】)$")
_ITS = (
    r"(?:[省市县区旗镇乡]|[州盟](?!县)|[局委厅办校院处所站馆队]|社会|系统|行政|机关|单位|部门|街道"
    r"|公司|中心)"
)
_OWN = re.compile(rf"^(?:[我各]|[本全]{_ITS})")
"""How an organ speaks of itself, and of others together; places may begin so: 全椒县, 本溪市."""
_NOT_A_TITLE = re.compile(
    rf"[。；，,;!！?？:：》]|^(?:本(?:年|次|期|级|着|报告|文|{_ITS})|根据|现将|按照|首页|当前|关于做好|关于印发)|指南|目录|[>＞»]"
    r"|^第[一二三四五六七八九十百]+条"
)
"""What no line of a title holds or begins with; an article of rules may lack its full stop."""
_OTHER_REPORT = re.compile(
    r"上半年|下半年|半年度|季度|月份|(?:评估|评议|测评|评价|调研|自查|整改|督查|述职|考核)报告(?:公示)?$"
    r"|(?:发布|公布|报送|编制|印发)(?=(?:19|20)\d\d年|政府信息公开|政务公开)|公开本(?:机关|单位|部门)"
    r"|^(?:一图读懂|图解|我国|论|浅析|浅谈|试论)"
)
"""What reports of a part of a year, of others on the reports, news and essays are named by."""
_OF_A_NOTICE = re.compile(
    r"^(?:的|有关|相关|编制|编报|发布|公布|报送|格式).{0,20}(?:通知|通报|意见|函)$"
)
"""A line that makes the one before it the name of a notice about reports."""
_NAMED = re.compile(
    r"^(?:(?:(?:信息|文件|文章)?(?:标题|题名|名称|文件名|title)|附件?\d{0,2})[:：]|附件\d{0,2}"
    r"|page\d{1,3}-)",
    re.IGNORECASE,
)
"""What a file's own header, or a book's page on the web, prints before the title."""
_LOST = re.compile(r"^\?{2,}|(?<=[报告报])\?+$")
"""What is left of blanks around a title that an encoding did not have."""
_DAY = re.compile(r"(?<=[报告报])[(\[]?20\d\d[-/.]\d\d?[-/.]\d\d?(?:\d\d:\d\d(?::\d\d)?)?[)\]]?$")
"""The day on which a report was published, behind its title in one line."""
_ENDING = re.compile(r"\.(?:docx?|wps|pdf|html?|txt)$", re.IGNORECASE)
_SITE = re.compile(r"(?<![_|—–-])[_|—–-]++[^_|—–-]{2,20}(?:网站?|门户|平台|政府)$")
"""A site's name, as it ends a page's title in its window; there may be several."""
_SITES = 3
_OF_A_SITE = re.compile("网站(?!管理|中心|运|监|编辑|建设|群)|官网")
"""What no organ's name holds."""
_MARKS = "《》\"“”'‘’"
_EDGES = _MARKS + "|"
"""These, and what is left of a table that a page was laid out in."""
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_CHINESE_YEAR = re.compile(r"(二[〇○零O0][〇○零O0一二三四五六七八九]{2})年")
_BARE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ONLY_YEAR = re.compile(
    r"^[(\[]?(?:(?:19|20)\d\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})年?度?[)\]]?$"
)
_SCHOOL_YEAR = re.compile(r"(?:19|20)\d\d[-—~至](?:19|20)?\d\d学?年度?")
_HOST = re.compile(r"^(?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,6}/?(?=[^A-Za-z])")
"""The address of a site that its mirror wrote for the place's name: `example.com东城街道`."""
_AGENCY = re.compile(
    r"(?:政府|局|委|委员会|办公室|办公厅|办|厅|院|中心|处|站|所|镇|乡|街道|区|县|市|省|州|盟|旗|部|署|会|司|队|馆"
    r"|公司|海关|大学|学院|学校|医院|银行|集团|法院|组|联社|合作社)$"
)
_PLACES = "省市县区州盟旗镇乡"
"""How places' names end, of which there are many organs."""
_DATED_AGENCY = re.compile(
    r"^[^\d。；，,:：>]{2,25}(?:(?:19|20)\d\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})年度?$"
)
_YEARS_AGENCY = re.compile(r"^(?:19|20)\d\d年度?[^\d。；，,:：>]{2,25}$")
_NOT_AN_AGENCY = re.compile(
    r"[。；，,;!！?？:：>＞»《》|/\d]|日期|来源|字号|打印|首页|导航|下载|[章字]\)$"
)
_PLACEHOLDER = re.compile(
    r"[×✕╳＊*□△_…]|[○〇]{2}|\.{3}|(?<![A-Za-z])[xX]+(?![A-Za-z])"
    r"|\((?:单位|部门|机关|地区|机构|行政机关)(?:名称|全称)?\)"
)
"""What a blank form prints where an organ's name is to stand."""
_CUT_YEAR = re.compile(r"^\d{0,3}年")
CHINESE_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_LONGEST = 60
"""Characters that a line of a title has at most."""
_LONGEST_AGENCY = 30
"""Characters that a line which is an organ's name has at most."""
_WINDOW = 3
"""Lines over which a title may run, and lines before it that may complete it."""


@frozen(slots=True)
class Title:
    """A title and what it says.

    Attributes:
        text: Its lines joined without blanks, the agency's line put before where it lacks it.
        agency: The organ whose report it is.
        year: The year that the report is about.
        first: Number, among the lines searched, of its first line.
        line: Number of its last line.
    """

    text: str
    agency: str | None
    year: int | None
    first: int
    line: int

    @property
    def bare(self) -> bool:
        """Whether it says no more than its kind."""
        return self.agency is None and self.year is None


def find_title(lines: Sequence[str]) -> Title | None:
    """The title among the lines before the first section; the fullest, and of these the last."""
    return max(
        titles_in(lines),
        key=lambda title: (title.year is not None, title.agency is not None, title.line),
        default=None,
    )


def titles_in(lines: Sequence[str]) -> list[Title]:
    """Every title among lines, in the order in which they end."""
    return [title for at in range(len(lines)) if (title := title_at(lines, at)) is not None]


def is_agency(line: str) -> bool:
    """Whether a line is an organ's name and nothing else, as under a report's end."""
    bare = _bare(line)
    return (
        2 < len(bare) <= _LONGEST_AGENCY
        and _AGENCY.search(_REMARK.sub("", bare)) is not None
        and _NOT_AN_AGENCY.search(bare) is None
        and _PLACEHOLDER.search(bare) is None
    )


def speaks_of_itself(name: str) -> bool:
    """Whether words are those of an organ for itself, or for others together: 我局, 各部门."""
    return _OWN.match(name) is not None


def is_form(title: str) -> bool:
    """Whether a title leaves a place for an organ's name or a year, as a blank form's does."""
    return _PLACEHOLDER.search(plain(title)) is not None


def title_at(lines: Sequence[str], at: int) -> Title | None:
    """The title that ends in a line."""
    joined = ""
    for first in range(at, max(-1, at - _WINDOW), -1):
        line = _part(lines[first])
        if line is None or (joined and _ends_a_title(line)):
            return None  # a line that is a title itself begins no other
        joined = line + joined
        if joined != "告" and not joined.endswith(_LAST):
            return None
        text = _REMARK.sub("", joined)
        if _ends_a_title(text):
            after = _bare(lines[at + 1]) if at + 1 < len(lines) else ""
            if _OTHER_REPORT.search(text) or _OF_A_NOTICE.search(after):
                return None
            if _ONLY_YEAR.match(joined[len(text) :]):
                text = joined
            near = tuple(lines[max(0, first - _WINDOW) : at + 3])
            return _completed(near, at - first, min(first, _WINDOW), text, at)
    return None


@lru_cache(maxsize=4096)
def _part(line: str) -> str | None:
    """A line as a title would have it; `None` for one that is in no title."""
    if "。" in line or "，" in line:
        # Most lines are prose, and need not be folded to be seen as such.
        return None
    bare = _bare(line)
    if len(bare) > _LONGEST or _NOT_A_TITLE.search(bare):
        return None
    # A blank that an encoding did not have is left as `?`; who asks may write so as well.
    asked = line.rstrip().endswith("?") and not is_agency(agency_of(bare) or "")
    return None if asked or "？" in line else bare


def _bare(line: str) -> str:
    """A line of a title without the marks that titles of documents are put in."""
    return _shorn(plain(line.translate(IDEOGRAPHS)))


def _shorn(text: str) -> str:
    """A text without what a file's header prints around its title."""
    text = _DAY.sub("", _LOST.sub("", text))
    bare = _ENDING.sub("", _NAMED.sub("", text.strip(_EDGES)).strip(_EDGES))
    for _ in range(_SITES if len(bare) < 2 * _LONGEST else 0):
        bare = _SITE.sub("", bare)
    return bare


@lru_cache(maxsize=256)
def _completed(near: tuple[str, ...], more: int, first: int, text: str, line: int) -> Title:
    """The title with what stands before it on lines of its own, and year and organ after it.

    Args:
        near: Lines before the title, its own, and two after.
        more: How many lines the title has beside its last one.
        first: Number of its first line among these.
        text: Its lines joined.
        line: Number of its last line.
    """
    last = first + more
    while first and _goes_on(_bare(near[first - 1]), text):
        first -= 1
        text = _bare(near[first]) + text
    year = year_in(text)
    if year is None and last + 1 < len(near) and _ONLY_YEAR.match(after := _bare(near[last + 1])):
        text, last, line = text + after, last + 1, line + 1
        year = year_in(text)
    agency = agency_of(text)
    if agency is None and not is_form(text) and is_agency("".join(near[last + 1 : last + 2])):
        agency = _bare(near[last + 1])  # As covers have it.
    made = Title(text, agency, year, line - last + first, line)
    return _as_printed(made, near[first : last + 1])


def _goes_on(before: str, text: str) -> bool:
    """Whether a line and the title after it are one."""
    if not before or len(before) > _LONGEST or _NOT_A_TITLE.search(before):
        return False
    if _ends_a_title(before):
        return False  # Printed twice, it is no part of itself.
    if _is_cut(before, text) or (year_in(text) is None and _ONLY_YEAR.match(before)):
        return True
    if speaks_of_itself(before):
        return False  # 全社会, as a list of what is disclosed to whom has it.
    agency = agency_of(text)
    if agency is None and (_DATED_AGENCY.match(before) or _YEARS_AGENCY.match(before)):
        return True
    lacks = agency is None or not _AGENCY.search(agency)
    named = len(before) <= _LONGEST_AGENCY and not _NOT_AN_AGENCY.search(before)
    if agency is not None and len(agency) <= 2 and agency in text[:2] and named:
        return _SUBJECT.search(before) is None  # 处2024年… goes on 某街道办事.
    return lacks and named and _AGENCY.search(before) is not None


def _ends_a_title(text: str) -> bool:
    """Whether a text names a report on the subject, and ends with that name."""
    return _END.search(text) is not None and _SUBJECT.search(text) is not None


def _is_cut(before: str, text: str) -> bool:
    """Whether a line breaks inside a phrase that the next one ends: 政府 / 信息公开, 20 / 24年."""
    if before[-1:].isdigit() and _CUT_YEAR.match(text):
        return True
    ends = (("关于", ""), ("人民", "政府"), ("年", "度"), ("城乡", "建设"), ("和", ""), ("与", ""))
    if any(before.endswith(end) and text.startswith(start) for end, start in ends):
        return True
    subject = _last_subject(before + text)
    return subject is not None and subject.start() < len(before) < subject.end()


def _last_subject(title: str) -> re.Match[str] | None:
    """The words that name what the report is about: an organ's own name may hold them too."""
    return next(reversed(list(_SUBJECT.finditer(title))), None)


def _as_printed(title: Title, lines: Sequence[str]) -> Title:
    """The title in the characters of its lines: it was looked for in simplified ones."""
    whole = "".join(_shorn("".join(line.translate(IDEOGRAPHS).split())) for line in lines)
    if len(folded(whole)) != len(whole):
        whole = folded(whole)
    printed = whole[: len(title.text)]
    if printed == title.text or title.agency is None:
        return evolve(title, text=printed)
    at = title.text.find(title.agency)
    agency = printed[at : at + len(title.agency)] if at >= 0 else title.agency
    return evolve(title, text=printed, agency=agency)


def agency_of(title: str) -> str | None:
    """The organ that a title names; `None` where it names none, or a form leaves a place for it."""
    subject = _last_subject(title)
    before = title[: subject.start()] if subject else title
    if subject and subject[0].startswith("政府") and before.endswith("人民"):
        before += "政府"
    for year in (_SCHOOL_YEAR, _YEAR, _CHINESE_YEAR, _BARE_YEAR):
        before = year.sub("\n", before)
    first, *others = before.strip().split("\n")
    # 海关总署2010年海关信息公开: behind the year stands what the information is of.
    whole = is_agency(first) and first[-1] not in _PLACES and not any(map(is_agency, others))
    before = first if whole else "".join((first, *others))
    before = _HOST.sub("", before)
    before = re.sub(r"^(?:[【\[].{1,8}[】\]])?(?:关于|年度|度)?", "", before.strip(_MARKS))
    before = _without_last(before, ("关于", "年度", "度", "的", "年"))
    # A site's name before the organ's, its blanks gone, has no end that could be told.
    named = before and not _PLACEHOLDER.search(before) and not _OF_A_SITE.search(before)
    return before if named else None


def _without_last(text: str, words: tuple[str, ...]) -> str:
    while text.endswith(words):
        text = text.removesuffix(next(word for word in words if text.endswith(word)))
    return text


def year_in(text: str) -> int | None:
    """The year that a title names."""
    if _SCHOOL_YEAR.search(text):
        return None
    if match := _YEAR.search(text) or _BARE_YEAR.search(text):
        return int(match[1])
    chinese = _CHINESE_YEAR.search(text)
    return int(chinese[1].translate(CHINESE_DIGITS)) if chinese else None
