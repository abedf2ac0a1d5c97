"""GI5xx: the form of a report against that of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from govinfo.checks import form_rules as rules
from govinfo.checks.arithmetic import fact_cell
from govinfo.diagnostics import Diagnostic
from govinfo.grammar.compile import Grammar, RowSpec, compile_class
from govinfo.grammar.facts import cell_of, table_of
from govinfo.grammar.labels import key, letters, plain
from govinfo.money import Money
from govinfo.template.editions import Edition, edition_of_year, editions, tables
from govinfo.template.narrative import (
    HEADINGS,
    NARRATIVES,
    SECTIONS,
    PrintedHeading,
    SectionHeading,
    tell,
)
from govinfo.template.report import Report
from govinfo.template.title import year_in

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
    if _has_sections(report):
        yield from _sections(report)
    yield from _title(report)
    yield from _editions(report)
    yield from _period(report)
    yield from _fees(report)


def _has_sections(report: Report) -> bool:
    """Whether the report follows an edition whose sections are numbered through its tables."""
    editions_of = [report.edition] if report.edition is not None else []
    if report.year is not None:
        editions_of.append(edition_of_year(report.year))
    return not any(edition.tables_last for edition in editions_of)


def _sections(report: Report) -> Iterator[Diagnostic]:
    headings = report.headings
    if len({heading.part for heading in headings} & set(_NUMBERED)) >= _WHOLE:
        yield from _missing(report)
    yield from _numbers(headings)
    yield from _duplicates(report)
    yield from _empty(report)


def _missing(report: Report) -> Iterator[Diagnostic]:
    for part in NARRATIVES:
        section, _ = _NUMBERED[part]
        named = any(_names(heading, section) for heading in report.headings)
        if getattr(report, part) is None and not named:
            yield rules.MISSING.at(part, heading=section.heading)


def _names(heading: PrintedHeading, section: SectionHeading) -> bool:
    """Whether a heading's words name a section: 五、存在的问题及其他需要报告的事项 names two."""
    return re.search(section.words, key(heading.text).full) is not None


def _numbers(headings: Sequence[PrintedHeading]) -> Iterator[Diagnostic]:
    before = 0
    right_parts, exact_parts = _told_parts(headings)
    for heading in headings:
        number, expected = heading.number, _expected(heading)
        told = heading.part in right_parts or (
            heading.part in exact_parts and not _is_exact(heading)
        )
        if expected is not None and number is not None and not told and not _is_of_another(heading):
            section, right = expected
            moved = right < number == before + 1
            yield (rules.RENUMBERED if moved else rules.MISNUMBERED).at(
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
    for part in NARRATIVES:
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
    fitting = edition_of_year(year)
    for table, path, edition in _tables(report, fitting):
        yield rules.OTHER_EDITION.at(
            path, table=table, printed=edition.span, year=year, issued=fitting.issued
        )


def _tables(report: Report, fitting: Edition) -> Iterator[tuple[str, str, Edition]]:
    """What is another edition's: the first such table, and rows. Name, path, edition of each."""
    later = [table for table in report.tables if not _editions_of(type(table))[0].tables_last]
    for table in later or report.tables:
        of_table = _editions_of(type(table))
        if fitting not in of_table:
            grammar = compile_class(type(table))
            yield table_of(grammar), grammar.layout.part, of_table[-1]
            break
    for path, (grammar, row) in _optional_rows(tables()).items():
        facts = (report.facts.get(grammar.path(row, column)) for column in row.columns)
        of_row = [edition for edition in editions() if path in edition.rows]
        if (
            of_row
            and of_row[-1].year < fitting.year
            and any(fact is not None and fact.raw is not None for fact in facts)
        ):
            yield cell_of(grammar, row), path.rpartition(".")[0], of_row[-1]


@cache
def _optional_rows(classes: tuple[type, ...]) -> dict[str, tuple[Grammar, RowSpec]]:
    """The rows that an edition may lack, by path."""
    grammars = [compile_class(cls) for cls in classes]
    return {
        grammar.path(row): (grammar, row)
        for grammar in grammars
        for row in grammar.rows
        if row.optional
    }


def _editions_of(cls: type) -> list[Edition]:
    """The editions that have a table."""
    return [edition for edition in editions() if cls in edition.tables]


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
