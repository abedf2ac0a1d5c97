"""The sections of running text, and how headings are told."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from govinfo.blocks import Anchor
from govinfo.grammar.labels import key, plain


@frozen(slots=True)
class Narrative:
    """A section of running text.

    Attributes:
        text: Its paragraphs, parted by newlines; tables of the template are left out.
        heading: Its heading as printed; `""` where it has none.
        anchor: Where it begins.
    """

    text: str
    heading: str = ""
    anchor: Anchor | None = None


@frozen(slots=True)
class PrintedHeading:
    """A section's heading as a report prints it.

    Attributes:
        text: The heading.
        part: The part of the template that its words name; `None` for a section of its own.
        number: The number printed before it; `None` where none is.
        anchor: Where it stands.
    """

    text: str
    part: str | None = None
    number: int | None = None
    anchor: Anchor | None = None


@frozen(slots=True)
class SectionHeading:
    """How the template prints a section's heading, and by what words variants are known.

    Attributes:
        part: The section's name.
        heading: The heading in editions 2019 and 2021.
        words: Pattern of which a variant's letters must hold a match.
    """

    part: str
    heading: str
    words: str


SECTIONS = (
    SectionHeading(
        "indicators", "政府信息公开情况统计表", r"情况统计表|统计指标|主动公开及回应解读|机构建设"
    ),
    SectionHeading(
        "other_matters",
        "六、其他需要报告的事项",
        r"其他.{0,4}(?:报告|说明|需要|事项)|需要(?:报告|说明)的?|^其他事项|^其他情况",
    ),
    SectionHeading(
        "problems",
        "五、存在的主要问题及改进情况",
        r"问题|不足|改进(?:情况|措施|方向)|下一步.{0,6}(?:打算|安排|计划|措施)",
    ),
    SectionHeading("disputes", "四、政府信息公开行政复议、行政诉讼情况", r"复议|诉讼"),
    SectionHeading(
        "requests",
        "三、收到和处理政府信息公开申请情况",
        r"(?:收到|处理|办理|受理).{0,48}申请|依申请公开|申请.{0,48}(?:办理|处理|情况)",
    ),
    SectionHeading("proactive", "二、主动公开政府信息情况", r"主动公开"),
    SectionHeading(
        "overview",
        "一、总体情况",
        r"^(?:20\d\d年度?)?(?:政府信息公开|政务公开|公开(?=总体|基本)|工作)?(?:工作)?(?:的)?"
        r"(?:总体|基本|基础|整体|主要工作)?(?:情况|概述|概况|工作情况|工作总体情况)$|^总体|概述",
    ),
)
"""The sections, the most telling words first: the first pattern that matches decides."""

NARRATIVES = ("overview", "problems", "other_matters")
"""The sections of running text, in the order of the template."""

ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")
"""What the overview is to tell of, by the format of 2021 (国办公开办函〔2021〕30号)."""

TEXTS = ("preamble", *NARRATIVES)
"""All running text that a report has a place for."""

HEADINGS = frozenset(key(section.heading).full for section in SECTIONS)
"""The headings as the template prints them, as keys."""

_PATTERNS = tuple((section.part, re.compile(section.words)) for section in SECTIONS)
_HEADING = re.compile(
    r"^(?:第?(?P<chinese>[一二三四五六七八九十]{1,3})(?:部分|章)?[、.,:]?|(?P<digits>\d{1,2})[、.,])"
    r"(?P<name>[^\d].{1,40})$"
)
_CHINESE_SEPARATED = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}[、.,:])"
)
_BLANK_SEPARATED = re.compile(r"[一二三四五六七八九十]{1,3}\s")
"""`一 概述`: where a blank is all that sets the number off, the words must be a section's."""
_PAGE = re.compile(r"\d{1,3}$")
_LEADERS = ".…·⋯-_ \t\u3000"
"""What a list of contents prints between a heading and the number of its page."""
_INNER = re.compile(r"^\([一二三四五六七八九十\d]{1,3}\)")
_SENTENCE = re.compile(r"[。；;！!？?]")
_LONGEST = 120
"""Characters, blanks included, that a heading's line has at most."""
_DIGITS = "零一二三四五六七八九十"
_WITHIN = re.compile(r"(?<!\S)[一二三四五六][、.]\s?\S{2,30}(?!\S)")
"""What may be a heading within a line: between blanks, and numbered."""
_ENDS = tuple("。；;：:！!？?")
"""Signs behind which a heading may stand within a line."""
_BLANKS = 20
"""Characters before a heading within a line in which a sentence must end."""


@frozen(slots=True)
class Told:
    """What a heading line says.

    Attributes:
        number: Its number.
        chinese: Whether the number is in Chinese.
        part: The part that it names by its words.
        exact: Whether the document marks it as a heading, or the template prints it so.
        inner: Whether it is numbered as parts of a section are: （一）.
    """

    number: int | None
    chinese: bool
    part: str | None
    exact: bool = False
    inner: bool = False


def tell(text: str, *, marked: bool = False) -> Told | None:
    """What a line says as a section's heading; `None` if it is not one.

    Args:
        text: The line.
        marked: Whether the document itself marks it as a heading.
    """
    # Most lines are prose, which is seen at once and need not be remembered.
    return None if len(text) > _LONGEST or "。" in text else _tell(text, marked)


@lru_cache(maxsize=4096)
def _tell(text: str, marked: bool) -> Told | None:
    # Blanks around a line that an encoding did not have are left as question marks.
    flat = plain(text).strip("?")
    if not 2 <= len(flat) <= 48 or _SENTENCE.search(flat):
        return None
    match = _HEADING.match(flat)
    if match is not None and match["chinese"] and not _CHINESE_SEPARATED.match(flat):
        apart = _BLANK_SEPARATED.match(text.lstrip())
        exact = key(match["name"]).full in HEADINGS or part_of(match["name"]) == "overview"
        match = match if apart and exact else None
    if match is None:
        part = part_of(flat)
        exact = key(flat).full in HEADINGS
        if not exact and not (marked and part):
            return None
        return Told(None, chinese=False, part=part, inner=_INNER.match(flat) is not None)
    number = _number(match["chinese"]) if match["chinese"] else int(match["digits"])
    part = part_of(match["name"])
    exact = key(match["name"]).full in HEADINGS or (marked and part is not None)
    return Told(number, chinese=bool(match["chinese"]), part=part, exact=exact)


def parted(line: str) -> list[str]:
    """What a line says: nothing, or running text apart from headings between blanks within it.

    A heading there has the number and the words that the template gives to one section: pages that
    keep no paragraphs print whole sections in a line.
    """
    edges = [0]
    for match in _WITHIN.finditer(line) if "。" in line else ():
        before = line[max(edges[-1], match.start() - _BLANKS) : match.start()].rstrip()
        # Behind anything but a sentence it is one that is referred to: 详见 二、….
        if (not before or before.endswith(_ENDS)) and _is_template_s(match[0]):
            edges += match.span()
    edges.append(len(line))
    return [text for at, end in pairwise(edges) if (text := line[at:end].strip())]


def _is_template_s(text: str) -> bool:
    told = tell(text)
    return told is not None and (told.number, told.part) in _NUMBERED


def part_of(name: str) -> str | None:
    """The part that a heading names by its words."""
    paged = _PAGE.search(name)
    letters = key(name[: paged.start()].rstrip(_LEADERS) if paged else name).full
    return next((part for part, pattern in _PATTERNS if pattern.search(letters)), None)


def _number(chinese: str) -> int:
    tens, ten, ones = chinese.rpartition("十")
    if not ten:
        return _DIGITS.index(ones[-1])
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


_NUMBERED = frozenset(
    (told.number, told.part)
    for section in SECTIONS
    if (told := tell(section.heading)) is not None and told.number is not None
)
"""The numbers under which the template has its sections."""
