"""GI5xx: the form of a report against that of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govinfo.checks import form_rules as rules
from govinfo.checks.arithmetic import fact_cell
from govinfo.diagnostics import Diagnostic
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import cell_of, table_of
from govinfo.grammar.labels import key, letters, plain
from govinfo.money import Money
from govinfo.template.narrative import HEADINGS, SECTIONS, PrintedHeading, SectionHeading, tell
from govinfo.template.proactive import Proactive2019
from govinfo.template.report import Edition, Report
from govinfo.template.requests import Requests
from govinfo.template.title import year_in

_NARRATIVES = ("overview", "problems", "other_matters")
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
_YEARS = {
    Edition.E2014: ("2014–2018", range(2019)),
    Edition.E2019: ("2019–2020", range(2019, 2021)),
    Edition.E2021: ("2021–", range(2021, 10_000)),
}
"""The years for which each edition holds."""
_ISSUED = {
    Edition.E2014: "国办发〔2014〕32号",
    Edition.E2019: "国办公开办函〔2019〕60号",
    Edition.E2021: "国办公开办函〔2021〕30号",
}
_SINGLE_ROW = "requests.outcomes.other.total"
"""（六）其他处理 where it is one row."""
_UNPAID = "requests.outcomes.other.fee_unpaid.total"
_COLLECTED = "proactive.fees.amount"
_SPOKEN_OF = re.compile(r"信息处理费|收费|收取.{0,12}费|费用")
_PERIOD = re.compile(
    r"(20\d\d)年\d{1,2}月\d{1,2}日起?(?:至|到|[-—－~～]+)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日"
)
_STATISTICS = re.compile(r"统计|所列数据")
_WINDOW = 60
"""Characters after the word for statistics in which their period stands."""


def check_form(report: Report) -> Iterator[Diagnostic]:
    """Where the report's form departs from the template's."""
    if not _is_of_2014(report):
        yield from _sections(report)
    yield from _title(report)
    yield from _editions(report)
    yield from _period(report)
    yield from _fees(report)


def _is_of_2014(report: Report) -> bool:
    """Whether the report follows the edition of 2014, whose sections are others."""
    return report.edition is Edition.E2014 or (report.year or 9999) < 2019


def _sections(report: Report) -> Iterator[Diagnostic]:
    headings = report.headings
    if len({heading.part for heading in headings} & set(_NUMBERED)) >= _WHOLE:
        yield from _missing(report)
    yield from _numbers(headings)
    yield from _duplicates(report)
    yield from _empty(report)


def _missing(report: Report) -> Iterator[Diagnostic]:
    for part in _NARRATIVES:
        section, _ = _NUMBERED[part]
        named = any(_names(heading, section) for heading in report.headings)
        if getattr(report, part) is None and not named:
            yield rules.MISSING.at(part, heading=section.heading)


def _names(heading: PrintedHeading, section: SectionHeading) -> bool:
    """Whether a heading's words name a section: 五、存在的问题及其他需要报告的事项 names two."""
    return re.search(section.words, key(heading.text).full) is not None


def _numbers(headings: Sequence[PrintedHeading]) -> Iterator[Diagnostic]:
    before = 0
    for heading in headings:
        number, expected = heading.number, _expected(heading)
        if expected is not None and number is not None and not _is_told(heading, headings):
            section, right = expected
            moved = right < number == before + 1
            yield (rules.RENUMBERED if moved else rules.MISNUMBERED).at(
                section.part, heading.anchor, printed=heading.text, heading=section.heading
            )
        before = number or before + 1


def _is_told(heading: PrintedHeading, headings: Sequence[PrintedHeading]) -> bool:
    """Whether a heading has its number, or another one is that of the section.

    A report's own numbering may stand beside the template's.
    """
    alike = [other for other in headings if other.part == heading.part]
    exact = [other for other in alike if key(other.text).full in HEADINGS]
    right = any(
        other.number == number
        for section, number in _NUMBERED.values()
        for other in (alike if section.part == heading.part else [heading])
        if section.part == heading.part or _names(heading, section)
    )
    return right or (bool(exact) and heading not in exact)


def _expected(heading: PrintedHeading) -> tuple[SectionHeading, int] | None:
    """The section of the template that a heading names, and its number there."""
    return _NUMBERED.get(heading.part or "")


def _duplicates(report: Report) -> Iterator[Diagnostic]:
    if any(diagnostic.code in ("GI112", "GI113") for diagnostic in report.diagnostics):
        return  # The document holds the report twice, which reading has said.
    printed: dict[tuple[str | None, str], list[PrintedHeading]] = {}
    for heading in report.headings:
        if _expected(heading) is not None:
            printed.setdefault((heading.part, key(heading.text).full), []).append(heading)
    for (part, _), alike in printed.items():
        if len(alike) > 1:
            yield rules.DUPLICATED.at(
                part or "", alike[1].anchor, printed=alike[1].text, count=len(alike)
            )


def _empty(report: Report) -> Iterator[Diagnostic]:
    # What follows under a heading of its own may be the section's text.
    divided = {
        heading.part for heading, after in pairwise(report.headings) if _expected(after) is None
    }
    for part in _NARRATIVES:
        narrative = getattr(report, part)
        if narrative is None or not narrative.heading:
            continue
        text = letters(narrative.text) if len(narrative.text) < _WINDOW else narrative.text
        if part == "other_matters":
            says_nothing = not narrative.text and part not in divided
        else:
            says_nothing = text in _NOTHING and (bool(text) or part not in divided)
        if says_nothing:
            yield rules.EMPTY.at(
                part, narrative.anchor, printed=narrative.heading, text=f"“{narrative.text}”"
            )


def _title(report: Report) -> Iterator[Diagnostic]:
    if report.title and not _names_a_year(report.title):
        yield rules.NO_YEAR.at("", title=report.title)


def _names_a_year(title: str) -> bool:
    """Whether a title names a year, or a school year."""
    flat = plain(title)
    return year_in(flat) is not None or re.search(r"(?:19|20)\d\d", flat) is not None


def _editions(report: Report) -> Iterator[Diagnostic]:
    year = year_in(plain(report.title))
    if year is None:
        return
    fitting = next(edition for edition, (_, years) in _YEARS.items() if year in years)
    for table, path, edition in _tables(report):
        printed, years = _YEARS[edition]
        if year not in years:
            yield rules.OTHER_EDITION.at(
                path, table=table, printed=printed, year=year, issued=_ISSUED[fitting]
            )


def _tables(report: Report) -> Iterator[tuple[str, str, Edition]]:
    """The tables by which an edition is told: name, path, edition."""
    if report.proactive is not None:
        older = isinstance(report.proactive, Proactive2019)
        edition = Edition.E2019 if older else Edition.E2021
        yield table_of(compile_class(type(report.proactive))), "proactive", edition
    elif report.requests is None and report.indicators is not None:
        yield table_of(compile_class(type(report.indicators))), "indicators", Edition.E2014
    single = report.facts.get(f"{_SINGLE_ROW}.total")
    if single is not None and single.raw is not None and (report.year or 0) > 2020:
        grammar = compile_class(Requests)
        row = next(row for row in grammar.rows if grammar.path(row) == _SINGLE_ROW)
        yield cell_of(grammar, row), "requests.outcomes.other", Edition.E2019


def _period(report: Report) -> Iterator[Diagnostic]:
    year = year_in(plain(report.title))
    told = (report.preamble, report.overview, *report.extra)
    for narrative in told if year is not None else ():
        if narrative is None:
            continue
        for word in _STATISTICS.finditer(narrative.text):
            window = plain(narrative.text[word.start() : word.start() + _WINDOW])
            period = _PERIOD.search(window.partition("。")[0])
            if period is not None:
                if not _is_the_year(period, year):
                    yield rules.OTHER_PERIOD.at("", narrative.anchor, period=period[0], year=year)
                return


def _is_the_year(period: re.Match[str], year: int | None) -> bool:
    """Whether a period ends with the year; an organ may have been founded within it."""
    ends = (int(period[2] or period[1]), int(period[3]), int(period[4]))
    return int(period[1]) == year and ends == (year, 12, 31)


def _fees(report: Report) -> Iterator[Diagnostic]:
    if report.other_matters is None:
        return
    told = (report.preamble, report.overview, report.problems, report.other_matters, *report.extra)
    if any(_SPOKEN_OF.search(narrative.text) for narrative in told if narrative is not None):
        return
    for path in (_UNPAID, _COLLECTED):
        fact = report.facts.get(path)
        value = fact.value if fact is not None else None
        amount = value.amount if isinstance(value, Money) else value or 0
        if fact is not None and amount > 0:
            yield rules.FEES_UNTOLD.at(
                path, fact.anchor, cell=fact_cell(report, fact), printed=value
            )
            return
