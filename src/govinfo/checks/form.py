"""GI506 to GI509: edition, year, period and fees, where the report departs from the template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govinfo.checks.registry import Found, Inspection, finding, found
from govinfo.checks.wording import fact_cell
from govinfo.diagnostics import Severity
from govinfo.grammar.compile import Grammar, RowSpec, compile_class
from govinfo.grammar.facts import cell_of, table_of
from govinfo.grammar.labels import plain
from govinfo.money import Money
from govinfo.template.editions import Edition, edition_of_year, editions, tables
from govinfo.template.report import Report
from govinfo.template.title import year_in

_UNPAID = "requests.outcomes.other.fee_unpaid.total"
_COLLECTED = "proactive.fees.amount"
_SPOKEN_OF = re.compile(r"信息处理费|收费|收取.{0,12}费|费用")
_PERIOD = re.compile(
    r"(20\d\d)年\d{1,2}月\d{1,2}日起?(?:至|到|[-—－~～]+)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日"
)
_STATISTICS = re.compile(r"统计|所列数据")
_WINDOW = 60
"""Characters after the word for statistics in which their period stands."""


@finding(
    "GI506",
    "edition-unfit",
    Severity.WARNING,
    en="{table}: printed after the template for {printed}; that for {year} is {issued}",
    zh="{table}：采用的是{printed}年度的格式，{year}年度应采用{issued}",
    what=(
        "A table is that of an edition of the template which does not hold for the report's year.",
        "表格采用的格式版本与报告年度不符。",
    ),
    why=(
        (
            "Editions count different things: figures of another edition cannot be compared with "
            "other organs', nor added up."
        ),
        "各版本格式的统计内容不同，无法与其他机关比较和汇总。",
    ),
    todo=(
        "Use the tables that were issued for the year.",
        "改用该年度适用的表格。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（五）项 | | | |
|---|---|---|---|
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 3 | 0 | 12 |
| 其他对外管理服务事项 | 0 | 0 | 0 |
| 第二十条第（六）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 1 | 0 | 2 |
| 行政强制 | 0 | 0 | 0 |
""",
)
def edition_unfit(of: Inspection) -> Iterator[Found]:
    """Tables and rows of an edition that does not hold for the year."""
    year = year_in(plain(of.report.title))
    if year is None:
        return
    fitting = edition_of_year(year)
    for table, path, edition in _tables(of.report, fitting):
        yield found(path, table=table, printed=edition.span, year=year, issued=fitting.issued)


@finding(
    "GI507",
    "title-without-year",
    Severity.WARNING,
    en="the title “{title}” names no year",
    zh="标题“{title}”未写年度",
    what=(
        "The title does not say which year the report is about.",
        "标题没有写明报告年度。",
    ),
    why=(
        (
            "Reports are filed and compared by year. The year that is read then comes from the text, "
            "and may be wrong."
        ),
        "年度报告按年归档和比较。此时读出的年度取自正文，可能有误。",
    ),
    todo=("Write the year in the title.", "在标题中写明年度。"),
    example="""某县档案局政府信息公开工作年度报告
一、总体情况
2023年，我局认真落实各项要求。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
""",
)
def title_without_year(of: Inspection) -> Iterator[Found]:
    """A title without a year."""
    if of.report.title and not _names_a_year(of.report.title):
        yield found("", title=of.report.title)


@finding(
    "GI508",
    "period-unfit",
    Severity.WARNING,
    en="“{period}”: the period of the figures is not the year {year}",
    zh="“{period}”：统计期限不是{year}年度",
    what=(
        "The text gives a period for the report's figures that is not the year of the title.",
        "正文所写的统计期限与标题年度不符。",
    ),
    why=(
        "Often the sentence is last year's. Readers cannot tell which year the tables count.",
        "多为沿用上年文字所致，读者无法判断表中数据属于哪一年度。",
    ),
    todo=(
        "Correct the period, or the title.",
        "更正统计期限或标题。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。
一、总体情况
我局认真落实各项要求。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
""",
)
def period_unfit(of: Inspection) -> Iterator[Found]:
    """A period of the figures that is not the year."""
    year = year_in(plain(of.report.title))
    told = (of.report.preamble, of.report.overview, *of.report.extra)
    for narrative in told if year is not None else ():
        if narrative is None:
            continue
        for word in _STATISTICS.finditer(narrative.text):
            window = plain(narrative.text[word.start() : word.start() + _WINDOW])
            period = _PERIOD.search(window.partition("。")[0])
            if period is not None:
                if not _is_the_year(period, year):
                    yield found("", narrative.anchor, period=period[0], year=year)
                return


@finding(
    "GI509",
    "fees-untold",
    Severity.INFO,
    en="{cell} is {printed}, and the text says nothing of fees for information (信息处理费)",
    zh="{cell}为 {printed}，而正文未说明信息处理费收取情况",
    what=(
        (
            "Fees were collected in the year, or requests were dropped because a fee for information "
            "was not paid, and neither section 6 nor any other text says whether fees for "
            "information (信息处理费) were collected."
        ),
        (
            "本年度有收费，或有申请因逾期未缴费而不再处理，但第六部分及其他文字均未说明是否收取"
            "政府信息公开信息处理费。"
        ),
    ),
    why=(
        (
            "Such fees (国办函〔2020〕109号) are administrative fees and part of the amount of section "
            "2, most of which is of other kinds: only the text can tell them apart."
        ),
        (
            "信息处理费（国办函〔2020〕109号）属于行政事业性收费，计入表二收费金额，"
            "而该金额多为其他收费，只有文字能够说明。"
        ),
    ),
    todo=(
        "Say in 六、其他需要报告的事项 how much was collected, or that nothing was.",
        "在“六、其他需要报告的事项”中写明收取金额，没有收取的也应写明。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局认真落实各项要求。
二、主动公开政府信息情况
| 第二十条第（六）项 | |
|---|---|
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
| 第二十条第（八）项 | |
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 12.5 |
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
六、其他需要报告的事项
无。
""",
)
def fees_untold(of: Inspection) -> Iterator[Found]:
    """Fees of which the text says nothing."""
    if of.report.other_matters is None:
        return
    told = (
        of.report.preamble,
        of.report.overview,
        of.report.problems,
        of.report.other_matters,
        *of.report.extra,
    )
    if any(_SPOKEN_OF.search(narrative.text) for narrative in told if narrative is not None):
        return
    for path in (_UNPAID, _COLLECTED):
        fact = of.report.facts.get(path)
        value = fact.value if fact is not None else None
        amount = value.amount if isinstance(value, Money) else value or 0
        if fact is not None and amount > 0:
            yield found(path, fact.anchor, cell=fact_cell(of.report, fact), printed=value)
            return


def _names_a_year(title: str) -> bool:
    """Whether a title names a year, or a school year."""
    flat = plain(title)
    return year_in(flat) is not None or re.search(r"(?:19|20)\d\d", flat) is not None


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


def _is_the_year(period: re.Match[str], year: int | None) -> bool:
    """Whether a period ends with the year; an organ may have been founded within it."""
    ends = (int(period[2] or period[1]), int(period[3]), int(period[4]))
    return int(period[1]) == year and ends == (year, 12, 31)
