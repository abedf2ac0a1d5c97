"""Documents that look like reports and are none: notices, guides, statistics, essays.

What makes a report: a table of the template, though it be blank; or a title that names a report
of some year or organ; or at least its overview with another section. What says that it is
something else outweighs headings and the name of reports in general, as a site's menu has it;
but a table only if that one is of a part of a year, of a lesson, alone under another name, or
blank in a notice, which attaches the form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from govinfo.errors import NotAReport
from govinfo.grammar.labels import plain
from govinfo.template.narrative import ASPECTS
from govinfo.template.title import Title, is_form, titles_in

_HEAD = 12
"""Lines from the beginning that name what a document is, where no heading bounds them."""
_LONGEST = 80
"""Characters that a line which names the kind of a document has at most."""
_LISTED = 3
"""Titles of reports from which a page without a section is a list of links to them."""
_SUBJECT = "公开"
_PERIOD = "statistics of a part of a year"
_LESSON = "a lesson in writing reports"
_OTHER = "a table of something else"
_REPORT = "a report on something else"
_NOTICE = "a notice"
_FORM = "the form of reports"
_KINDS = {
    _LESSON: r"(?:年报|年度报告|工作报告).{0,8}(?:培训|讲义|课件|示例|范例|样例|范文)",
    _PERIOD: r"(?:[上下]半年|[一二三四1-4]季度|\d{1,2}月份|半年度?).{0,12}(?:公开|统计|数据|报表)"
    r"|(?:公开|统计).{0,12}(?:[上下]半年|[一二三四1-4]季度|\d{1,2}月份)",
    _NOTICE: r"(?:关于|公开(?!征求)).{0,60}的?(?:通知|函|意见|批复|通报)$",
    _FORM: r"年度报告.{0,6}(?:格式|模板|样式|样表|范本|填报说明|编制说明|编写要求)$",
    # Menus of government sites have 政府信息公开指南 alone.
    "a guide": r"[局府办委会厅院处镇乡县区市所站校心].{0,4}信息公开(?:工作)?(?:指南|目录)$",
    _REPORT: r"(?:19|20)\d\d年(?!.*信息公开).{0,30}"
    r"(?:报告|总结|要点|说明|方案)$"
    r"|(?:评估|评议|测评|评价|调研|自查|整改|督查)报告$",
    _OTHER: r"^(?!.*(?:信息公开|政务公开)).{4,}(?:统计|表|公示|清单|台账|数据|公告|[预决]算公开)$",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
_ON_REPORTS = re.compile(r"关于[^。]{0,60}(?:年度报告|年报)[^。]{0,20}(?:通知|通报|意见|函)$")
"""A notice's name, be it on several lines."""
_LINES = 3
"""Lines of such a name, at most."""
_BEGUN = 2
"""Lines of the first section, its heading among them, in which a report may speak of itself."""
_COVER = "a page that leads to the report"
_ATTACHED = re.compile(r"附件|下载|点击查看|\.(?:docx?|pdf|wps|ofd|xlsx?|zip|rar)\b", re.IGNORECASE)
_ITS_PERIOD = re.compile(
    r"(?:报告|年报)[^。]{0,6}(?:数据|数字)[^。]{0,4}统计的?[^。]{0,4}(?:期限|时限|时间)"
)
_ITSELF = re.compile(
    r"(?:本年?度?|(?:19|20)\d\d年度?)(?:报告|年报)[^。]{0,120}(?:编制|制作|组成)"
    r"|(?:编制|制作).{0,4}本(?:年?度?报告|年报)(?!时)"
    r"|(?:公布|公开|发布|编制)了?[^。]{0,30}(?:19|20)\d\d年(?:度|[^。]{0,20}公开[^。]{0,10})?"
    r"(?:报告|年报)"
    r"|现[将就把][^。]{0,60}(?:政府|政务)(?:信息)?公开(?:年度|工作|的|有关|相关)*"
    r"(?:情况|报告|年报)+(?:汇报)?(?:予以|向社会)?(?:公布|公开|报告|汇报)?如下"
)
"""How a report speaks of itself, in a sentence."""
_OF_PARTS = re.compile(r"本年?度?(?:报告|年报)[^。]{0,160}组成")
_TOLD_BY_NOTICE = re.compile(r"通知如下(?:[:。]|$)|请各(?:单位|部门|乡|镇|地|有关)")
_ASPECT = re.compile(rf"^\(?[一二三四五\d][)、.].{{0,8}}?({'|'.join(ASPECTS)})")
_COUNTED = re.compile(r"\d\s?[余多]?[条件]")
_ASPECTS = 3
"""Aspects of the overview, each with a number, that no other text has."""
_ARTICLE = re.compile(r"^第[一二三四五六七八九十]{1,3}条(?!第|规定|規定|款|的)")
_ARTICLES = 3
"""Articles, each a line, from which a document is rules: those on reports name their sections."""
_ESSAY = re.compile(r"^(?:内容)?[\[【]?(?:摘要|关键词|参考文献|中图分类号|作者简介)(?:[:：\]】]|$)")
_AN_ESSAY = "an essay"


def kind_of(head: Sequence[str], lines: Sequence[str]) -> str | None:
    """What a document names itself, if that is something else than a report.

    The last name before its text is its own: a site's menu stands over it.

    Args:
        head: What stands before its first section, and that section's heading.
        lines: All its text.
    """
    if (named := next(_named_kinds(head), None)) is not None:
        return named
    if any(_ESSAY.match(line) for line in lines):
        return _AN_ESSAY
    articles = sum(_ARTICLE.match(line.lstrip()) is not None for line in lines)
    return "rules" if articles >= _ARTICLES else None


def _named_kinds(head: Sequence[str]) -> Iterator[str]:
    """The kinds that lines under the title name, from the last to the first."""
    titles = {title.line for title in titles_in(head)}
    for at in reversed(range(len(head))):
        if at in titles:
            return
        line = head[at]
        if len(line) <= _LONGEST and "。" not in line:
            flat = plain(line).strip("《》")
            yield from (kind for kind, pattern in _PATTERNS.items() if pattern.search(flat))
            if _ON_REPORTS.search(plain("".join(head[max(0, at - _LINES + 1) : at + 1]))):
                yield _NOTICE


def refuse_unless_report(  # noqa: PLR0913 - what a document is, all of it tells
    lines: Sequence[str],
    first: int,
    title: Title | None,
    parts: Collection[str],
    tables: int,
    *,
    filled: bool,
) -> None:
    """Refuse a document that is no report.

    Args:
        lines: Its text outside the tables.
        first: How many of these stand before the first section.
        title: The title that it prints.
        parts: The parts of the template that its headings name.
        tables: How many of the template's tables it has.
        filled: Whether these hold a figure.

    Raises:
        NotAReport: It is none; the message says what was found, and what lacks.
    """
    named = title is not None and (title.year is not None or title.agency is not None)
    if tables and named:
        return
    head = lines[: first + 1 if parts else _HEAD]
    kind = kind_of(head, lines)
    if kind is None and not parts and not tables and _is_cover(lines):
        kind = _COVER
    if tables:
        alone = tables == 1 and kind in (_OTHER, _REPORT)
        attached = not filled and _NOTICE in _named_kinds(head)
        told = kind not in (_PERIOD, _LESSON) and not alone and not attached
    elif title is not None and named:
        sections = bool(parts) and not is_form(title.text)
        # A page of news has 关键词, too, over a report that it names by organ and year.
        whole = title.year is not None and title.agency is not None
        told = (kind is None or (whole and kind == _AN_ESSAY)) and (
            sections or not _is_listing(lines)
        )
    elif title is not None:
        told = kind is None and ("overview" in parts or len(parts) > 1)
    else:
        begun = "".join(map(plain, lines[: first + _BEGUN]))
        said = ("overview" in parts and len(parts) > 1) or _is_said(begun, parts, lines)
        told = kind is None and said and any(_SUBJECT in plain(line) for line in lines)
    if not told:
        raise NotAReport(_reasons(kind, title, parts, tables))


def _reasons(kind: str | None, title: Title | None, parts: Collection[str], tables: int) -> str:
    """What was found of a report, and what lacks."""
    found = [
        *([f"it is {kind}"] if kind else []),
        *([f"the title “{title.text}”"] if title else []),
        *([f"sections: {', '.join(sorted(parts))}"] if parts else []),
        *([f"{tables} of the template's tables"] if tables else []),
    ]
    lacks = [
        *([] if tables else ["no table of the template"]),
        *([] if title else ["no title of a report"]),
        *([] if parts else ["no section"]),
    ]
    whole = "an annual report on open government information"
    if not found:
        return f"nothing in this document is a part of {whole}: {', '.join(lacks)}"
    return f"this document is not {whole}: found: {'; '.join([*found, ', '.join(lacks)])}"


def _is_said(begun: str, parts: Collection[str], lines: Sequence[str]) -> bool:
    """Whether what is left of a report says that it is one: of itself, its period, its aspects.

    Of a page that was cut off, the overview may be all that is left.

    Args:
        begun: Its first sentences.
        parts: The parts of the template that its headings name.
        lines: All its text.
    """
    about = [sentence for sentence in begun.split("。") if _SUBJECT in sentence]
    if _TOLD_BY_NOTICE.search(begun):
        return False
    period = bool(about) and _ITS_PERIOD.search(begun) is not None
    itself = any(_ITSELF.search(sentence) for sentence in about)
    if not parts:
        return period and any(_OF_PARTS.search(sentence) for sentence in about)
    return period or itself or ("overview" in parts and _tells_of_aspects(lines))


def _tells_of_aspects(lines: Sequence[str]) -> bool:
    """Whether an overview tells of what it is to tell of, with figures: no plan does."""
    aspects = {match[1] for line in lines if (match := _ASPECT.match(plain(line[:_LONGEST])))}
    return len(aspects) >= _ASPECTS and any(_COUNTED.search(line) for line in lines)


def _is_listing(lines: Sequence[str]) -> bool:
    """Whether lines are links to the reports of several organs or years."""
    return len({(title.agency, title.year) for title in titles_in(lines)}) >= _LISTED


def _is_cover(lines: Sequence[str]) -> bool:
    """Whether lines lead to a report's file, and none of them is a sentence of one."""
    attached = any(_ATTACHED.search(line) for line in lines)
    about = any(re.search("报告|年报", plain(line)) for line in lines)
    return attached and about and not any("。" in line for line in lines)
