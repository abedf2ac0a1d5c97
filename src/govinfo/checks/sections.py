"""GI501 to GI505: the sections of a report against those of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govinfo.checks.registry import Found, Inspection, finding, found
from govinfo.diagnostics import Severity
from govinfo.grammar.labels import key, letters
from govinfo.template.editions import edition_of_year
from govinfo.template.narrative import (
    HEADINGS,
    NARRATIVES,
    SECTIONS,
    PrintedHeading,
    SectionHeading,
    tell,
)
from govinfo.template.report import Report

_WHOLE = 3
"""Sections of the template from which a document is a whole report, and no part of one."""
_NUMBERED = {
    section.part: (section, told.number)
    for section in SECTIONS
    if (told := tell(section.heading)) is not None and told.number is not None
}
"""The sections that the template numbers."""
_NOTHING = frozenset(
    ("", "无", "暂无", "没有", "略", "无此项", "无内容", "无相关情况", "无相关内容")
)
_SHORT = 60
"""Characters from which a text says something, whatever it says."""
_TOP = """某县档案局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局认真落实各项要求。
二、主动公开政府信息情况
数据见附表。
三、收到和处理政府信息公开申请情况
数据见附表。
"""
_TEMPLATE = (
    "The template of 国办公开办函〔2021〕30号, like that of 〔2019〕60号, has six sections.",
    "国办公开办函〔2021〕30号（以及〔2019〕60号）规定的格式共六部分。",
)


@finding(
    "GI501",
    "section-missing",
    Severity.WARNING,
    en="the report has no section “{heading}”",
    zh="缺少“{heading}”",
    what=(
        "A section of text that the template has is not in the report.",
        "样表规定的文字部分在报告中不存在。",
    ),
    why=(
        f"{_TEMPLATE[0]} A table that is missing is GI101.",
        f"{_TEMPLATE[1]}缺少表格的，见 GI101。",
    ),
    todo=(
        (
            "Add the section, or give it the template's heading. Where nothing is to be reported "
            "under 六, write 无."
        ),
        "补充该部分，或使用规定的标题。第六部分没有内容的，写“无”。",
    ),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
六、其他需要报告的事项
无。
""",
)
def section_missing(of: Inspection) -> Iterator[Found]:
    """Sections of text that are not there."""
    headings = _headings(of.report)
    if len({heading.part for heading in headings} & set(_NUMBERED)) < _WHOLE:
        return
    for part in NARRATIVES:
        section, _ = _NUMBERED[part]
        named = any(_names(heading, section) for heading in headings)
        if getattr(of.report, part) is None and not named:
            yield found(part, heading=section.heading)


@finding(
    "GI502",
    "section-misnumbered",
    Severity.WARNING,
    en="“{printed}”: the template numbers this section “{heading}”",
    zh="“{printed}”：样表该部分为“{heading}”",
    what=(
        "A heading's number neither is the template's nor follows the number before it.",
        "标题序号既非样表序号，也不接续前一序号。",
    ),
    why=(
        "Sections are cited, and compared between reports, by their numbers.",
        "各部分按序号引用，并据以在不同报告之间比较。",
    ),
    todo=("Correct the number.", "更正序号。"),
    example=f"""{_TOP}三、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
六、其他需要报告的事项
无。
""",
)
def section_misnumbered(of: Inspection) -> Iterator[Found]:
    """Headings whose number neither the template nor the order gives."""
    return _numbers(of.report, moved=False)


@finding(
    "GI503",
    "section-moved",
    Severity.INFO,
    en="“{printed}”: the template numbers this section “{heading}”; other sections stand before it",
    zh="“{printed}”：样表该部分为“{heading}”，其前另有其他部分",
    what=(
        "The sections are numbered in order, but one of the template's has another number there.",
        "各部分序号连续，但样表规定的某一部分序号与样表不同。",
    ),
    why=(
        f"{_TEMPLATE[0]} Further sections before it move its number.",
        f"{_TEMPLATE[1]}增设的部分使其序号后移。",
    ),
    todo=(
        "Move what the further sections say into 一、总体情况.",
        "将增设部分的内容并入“一、总体情况”。",
    ),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、平台建设情况
建成专栏一个。
六、存在的主要问题及改进情况
解读不够及时，将加强培训。
七、其他需要报告的事项
无。
""",
)
def section_moved(of: Inspection) -> Iterator[Found]:
    """Headings that others before them gave another number."""
    return _numbers(of.report, moved=True)


@finding(
    "GI504",
    "section-duplicated",
    Severity.WARNING,
    en="“{printed}” is printed {count} times as a heading",
    zh="标题“{printed}”出现 {count} 次",
    what=(
        "Two sections have the same heading.",
        "同一标题出现两次以上。",
    ),
    why=(
        (
            "One is mostly a remainder of last year's report or of a draft. Only the first that has "
            "text is read as the section."
        ),
        "多为上年报告或草稿的残留。读取时只取有内容的第一处。",
    ),
    todo=("Delete one, or correct its heading.", "删去一处，或更正标题。"),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
五、存在的主要问题及改进情况
渠道不够多，将加以拓展。
六、其他需要报告的事项
无。
""",
)
def section_duplicated(of: Inspection) -> Iterator[Found]:
    """Headings that stand twice."""
    if any(diagnostic.code in ("GI112", "GI113") for diagnostic in of.report.diagnostics):
        return  # The document holds the report twice, which reading has said.
    printed: dict[tuple[str | None, str], list[PrintedHeading]] = {}
    for heading in _headings(of.report):
        if _expected(heading) is not None:
            printed.setdefault((heading.part, key(heading.text).full), []).append(heading)
    for (part, _), alike in printed.items():
        if len(alike) > 1:
            yield found(part or "", alike[1].anchor, printed=alike[1].text, count=len(alike))


@finding(
    "GI505",
    "section-empty",
    Severity.WARNING,
    en="“{printed}” says nothing: {text}",
    zh="“{printed}”没有实质内容：{text}",
    what=(
        "A section of text is empty, or is a bare 无 where the template asks for an account.",
        "文字部分为空，或在应有叙述的部分只写“无”。",
    ),
    why=(
        (
            "The Regulations (Art. 50) ask for an account of the main problems and of how they are "
            "met. Only 六、其他需要报告的事项 may be 无."
        ),
        "《条例》第五十条要求报告存在的主要问题及改进情况。只有“六、其他需要报告的事项”可以写“无”。",
    ),
    todo=("Write the section.", "补写该部分。"),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、存在的主要问题及改进情况
无。
六、其他需要报告的事项
无。
""",
)
def section_empty(of: Inspection) -> Iterator[Found]:
    """Sections of text without one."""
    if not _has_sections(of.report):
        return
    headings = of.report.headings
    # What follows under a heading of its own may be the section's text.
    divided = {heading.part for heading, after in pairwise(headings) if _expected(after) is None}
    for part in NARRATIVES:
        narrative = getattr(of.report, part)
        if narrative is None or not narrative.heading:
            continue
        text = letters(narrative.text) if len(narrative.text) < _SHORT else narrative.text
        if part == "other_matters":
            says_nothing = not narrative.text and part not in divided
        else:
            says_nothing = text in _NOTHING and (bool(text) or part not in divided)
        if says_nothing:
            yield found(
                part, narrative.anchor, printed=narrative.heading, text=f"“{narrative.text}”"
            )


def _headings(report: Report) -> tuple[PrintedHeading, ...]:
    """The headings of a report, if those of its edition are numbered through its tables."""
    return report.headings if _has_sections(report) else ()


def _has_sections(report: Report) -> bool:
    """Whether a report follows an edition whose sections are numbered through its tables."""
    editions_of = [report.edition] if report.edition is not None else []
    if report.year is not None:
        editions_of.append(edition_of_year(report.year))
    return not any(edition.tables_last for edition in editions_of)


def _names(heading: PrintedHeading, section: SectionHeading) -> bool:
    """Whether a heading's words name a section: 五、存在的问题及其他需要报告的事项 names two."""
    return re.search(section.words, key(heading.text).full) is not None


def _numbers(report: Report, *, moved: bool) -> Iterator[Found]:
    """Headings with another number than the template's, those that follow the one before or not."""
    before, headings = 0, _headings(report)
    right_parts, exact_parts = _told_parts(headings)
    for heading in headings:
        number, expected = heading.number, _expected(heading)
        told = heading.part in right_parts or (
            heading.part in exact_parts and not _is_exact(heading)
        )
        if expected is not None and number is not None and not told and not _is_of_another(heading):
            section, right = expected
            if moved is (right < number == before + 1):
                yield found(
                    section.part, heading.anchor, printed=heading.text, heading=section.heading
                )
        before = number or before + 1


def _told_parts(headings: Sequence[PrintedHeading]) -> tuple[set[str | None], set[str | None]]:
    """The parts that a heading of theirs numbers rightly, and those that one names exactly.

    A report's own numbering may stand beside the template's.
    """
    right: set[str | None] = set()
    exact: set[str | None] = set()
    for heading in headings:
        expected = _expected(heading)
        if expected is not None and heading.number == expected[1]:
            right.add(heading.part)
        if _is_exact(heading):
            exact.add(heading.part)
    return right, exact


def _is_exact(heading: PrintedHeading) -> bool:
    return key(heading.text).full in HEADINGS


def _is_of_another(heading: PrintedHeading) -> bool:
    """Whether a heading has the number of a section that it names besides its own."""
    return any(
        heading.number == number and _names(heading, section)
        for section, number in _NUMBERED.values()
    )


def _expected(heading: PrintedHeading) -> tuple[SectionHeading, int] | None:
    """The section of the template that a heading names, and its number there."""
    return _NUMBERED.get(heading.part or "")
