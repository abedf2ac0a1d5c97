"""The year of a report whose title names none.

Evidence from the surest to the least sure, each alone: what names the report with its year (the
file's own header, a running head, the preamble), its period, what a table says of its columns
(处理决定数量（指2020年办件量）), the file's properties, often left from the one that was copied,
sentences of the overview, or of all sections up to that on what is to be improved, that begin with
the year. Where one kind of evidence names several years, it is none; so are a period and sentences
that name each another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from govinfo.blocks import Document, Heading, Paragraph
from govinfo.grammar.labels import plain
from govinfo.template.tables import texts_of
from govinfo.template.title import year_in

_YEAR = r"((?:19|20)\d\d)"
_REPORT = re.compile(
    _YEAR + r"年?度?[^。；，,;!！?？:：》\d]{0,30}公开[^。；，,;:：\d]{0,10}(?:报告|年报)"
)
_ALONE = re.compile(r"^[(\[【—-]*" + _YEAR + r"年?度?[)\]】—-]*$")
_PERIOD = re.compile(
    _YEAR
    + r"年1月1日起?(?:至|到|[-—–~])(?:(?P<end>(?:19|20)\d\d)年)?|截[至止]"
    + _YEAR
    + r"年12月31日|"
    + _YEAR
    + r"年12月31日(?:止|截止)"
)
_SAID_OF_COLUMN = re.compile(r"本年[^\d。]{0,12}\(指?" + _YEAR + r"年")
_SAID_OF_LAST = re.compile(r"上一?年[^\d。]{0,12}\(指?" + _YEAR + r"年")
_PRESENTED = re.compile(
    r"(?<![实出体发])现[将就](?=[^。;:]{0,90}如下)(?:(?!落实|整改|评估|反馈)[^。;:]){0,40}?"
    + _YEAR
    + r"(?!年?度?(?:以?来|[至到—-]))年?度?(?:(?!落实|整改|评估|反馈)[^。;,:\d]){0,30}?公开"
    + r"(?:(?!落实|整改|评估|反馈)[^。;,:\d]){0,20}?(?:报告|年报|情况)"
)
"""A report that presents itself; others are published, too, that of last year among them."""
_SENTENCE = re.compile(r"[。；;!！?？\n]")
_BEGINS = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.,]?)?(?:截至|截止)?"
    + _YEAR
    + r"年(?:度|来|以来|底|末|全年)?"
    r"(?:12月31日|12月底)?[，,]?"
)
_OF_THE_YEAR = re.compile(r"(?<!\d)" + _YEAR + r"年度?[，,]")
"""How a sentence begins that is of the whole year: neither of a day, nor of a law of that year."""
_TO_COME = re.compile(r"将|下一步|拟|计划|打算|力争|预计|目标")
"""What is said of a year to come; further on in a sentence 将 may be no more than 把."""
_CLAUSE = 20
"""Letters after the year in which it is said that it is yet to come."""
_LONGEST = 80
"""Characters that a running head has at most."""


def year_of(
    document: Document, top: Iterable[str], preamble: str, overview: str, told: str
) -> int | None:
    """The year of a report, by what it prints beside its title.

    Args:
        document: The document.
        top: What stands before the first section, line by line.
        preamble: The same without what is printed around the title.
        overview: The first section's text.
        told: Its sections up to what is to be improved, which is of the next year.
    """
    lines = [plain(line) for line in top]
    said, before = plain(preamble), plain(overview)
    beside = [plain(value) for value in document.metadata.values()]
    # A page's are its publisher's.
    published = beside if document.format == "html" else []
    named = _only(_named(lines + published))
    if named is not None:
        return named
    period = _only(_periods(said)) or _only(_periods(before))
    spoken = _spoken_of(overview)
    later = _spoken_of(told, _OF_THE_YEAR)
    others = "今年" not in overview and _spoken_of(overview, _OF_THE_YEAR).total() > 1
    if period and others and spoken[period] == 0 and len(spoken) == 1:
        # One of them is left from the report that this was copied from.
        period, spoken, later = None, Counter(), Counter()
    return (
        period
        or _only(map(int, _PRESENTED.findall(before)))
        or _only(_of_columns(document))
        or _only(_named(_short_lines(document)))
        or _only(_named(beside))
        or _most(spoken)
        or (_most(later) if later.total() > 1 else None)
    )


def year_before(lines: Sequence[str]) -> int | None:
    """The year that lines before the first section name, by a report's name or its period."""
    flat = [plain(line) for line in lines]
    return _only(_named(flat)) or _only(_periods("".join(flat)))


def _only(years: Iterable[int]) -> int | None:
    """The year that is named, if it is one."""
    found = set(years)
    return found.pop() if len(found) == 1 else None


def _named(lines: Iterable[str]) -> Iterable[int]:
    """The years of reports that lines name, and of lines that are a year only."""
    for line in lines:
        if "学年" in line:
            continue  # Of schools, whose years are two.
        alone = _ALONE.match(line)
        if alone is not None:
            yield int(alone[1])
        elif "公开" in line and (named := _REPORT.findall(line)):
            yield from map(int, named)
        elif line.endswith(("报告", "年报")) and "公开" in line and (year := year_in(line)):
            yield year


def _periods(text: str) -> Iterable[int]:
    for match in _PERIOD.finditer(text):
        year = int(match[1] or match[3] or match[4])
        # One that ends years later is that of what is told since then.
        if match["end"] is None or int(match["end"]) <= year + 1:
            yield year


def _of_columns(document: Document) -> Iterable[int]:
    """What tables say, in their columns' labels, of this year and the last."""
    for text in texts_of(document):
        if "年" in text and "指" in text:
            flat = plain(text)
            yield from map(int, _SAID_OF_COLUMN.findall(flat))
            yield from (int(year) + 1 for year in _SAID_OF_LAST.findall(flat))


def _short_lines(document: Document) -> Iterable[str]:
    """Lines that may be a running head: short, and no sentence."""
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            for line in block.text.split("\n"):
                if len(line) <= _LONGEST and "公开" in line and not re.search("[。；，,]", line):
                    yield plain(line)


def _spoken_of(text: str, words: re.Pattern[str] = _BEGINS) -> Counter[int]:
    """The years with which sentences begin, and how many do."""
    years: Counter[int] = Counter()
    for sentence in _SENTENCE.split(text):
        flat = plain(sentence)
        begins = words.match(flat)
        if begins is not None and not _TO_COME.search(flat, begins.end(), begins.end() + _CLAUSE):
            years[int(begins[1])] += 1
    return years


def _most(years: Counter[int]) -> int | None:
    """The year that is named most often, where no other is as often."""
    ranked = years.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
