"""The year of a report whose title names none, and what does not tell it."""

from __future__ import annotations

import pytest

from govinfo.blocks import Cell, Document, Paragraph, Table
from govinfo.template.assemble import report_of

TITLE = "云岭市水务局政府信息公开工作年度报告"
BODY = ("一、总体情况", "本机关依法公开信息。", "五、存在的主要问题及改进情况", "解读不够。")


def year(*before: str, overview: str = "", after: str = "", **metadata: str) -> int | None:
    lines = [TITLE, *before, BODY[0], overview or BODY[1], *BODY[2:], after]
    return report_of(Document(tuple(map(Paragraph, filter(None, lines))), metadata)).year


@pytest.mark.parametrize(
    "before",
    [
        "2023年度",
        "（2023年）",
        "2023",
        "本年度报告统计期限自2023年1月1日起至12月31日止。",
        "本报告所列数据截至2023年12月31日。",
        "数据统计时间为2023年1月1日-2023年12月31日。",
        "现公布云岭市水务局2023年政府信息公开工作年度报告。",
        "文件名：云岭市水务局2023年政府信息公开工作年度报告.docx",
        "云岭市水务局2023年政府信息公开年报 第1页 共6页",
        "按照要求，编制2023年度政府信息公开工作年度报告，欢迎监督。",
    ],
)
def test_what_stands_before_the_first_section_tells_it(before: str) -> None:
    assert year(before) == 2023


@pytest.mark.parametrize(
    "overview",
    [
        "2023年，本机关公开信息30条。",
        "2023年度，本机关公开信息30条。2023年，召开会议。2022年将改进。",
        "（一）2023年，我局共收到7宗申请，较2022年减少12.5%。",
        "本机关统计自2023年1月1日至12月31日的工作。",
        "2023年以来，本机关公开信息。",
        "由六部分组成。现将云岭市水务局2023年政府信息公开工作年度报告如下：",
    ],
)
def test_sentences_that_begin_with_a_year_tell_it(overview: str) -> None:
    assert year(overview=overview) == 2023


SECOND = "二、主动公开政府信息情况"


def test_sentences_of_later_sections_tell_it_where_the_overview_does_not() -> None:
    said = Paragraph("2023年，在政府网站公开信息16条。2023年度，发布解读3篇。")
    after = Paragraph("2024年，我局继续公开信息。2024年，我局加强解读。")
    first, text, *rest = map(Paragraph, BODY)
    report = report_of(Document((first, text, Paragraph(SECOND), said, *rest, after)))
    assert report.year == 2023
    assert report_of(Document((first, text, Paragraph(SECOND), *rest, after))).year is None


@pytest.mark.parametrize(
    "said",
    [
        "2016年，我局制定办法，今年继续执行。",
        "2023年1月20日",
        "2019年5月新条例施行后，程序有变化。",
        "2008年以来，累计公开信息90条。",
    ],
)
def test_a_day_or_what_was_since_a_year_is_not_the_years(said: str) -> None:
    first, text, *rest = map(Paragraph, BODY)
    at_first = Document((Paragraph(said), first, text, Paragraph(SECOND), *rest))
    within = Document((first, text, Paragraph(SECOND), Paragraph(said), *rest))
    at_last = Document((first, text, Paragraph(SECOND), Paragraph(said)))
    assert {report_of(one).year for one in (at_first, within, at_last)} == {None}


def test_a_period_over_several_years_is_none() -> None:
    assert year("统计期限为2008年1月1日至2015年12月31日。") is None
    assert year("统计期限为2015年1月1日至2015年12月31日。") == 2015
    assert year("统计期限为2015年1月1日至2016年12月31日。") == 2015


@pytest.mark.parametrize(
    "overview",
    [
        "2025年，我局将继续推进信息公开。",
        "2025年，我局拟修订指南。",
        "下一步，我局2025年要做好公开。",
        "与2022年相比，数量增长。",
        "《规划》于2019年印发。",
        "自2021年1月1日起施行新的办法。",
        "2022年，公开20条。\n2023年，公开30条。",
        "本机关公开信息30条。",
        "热线12345全年受理2023件。",
        "听取工作汇报，安排部署2023年政务公开工作。",
        "局长向党组汇报2021年政务公开考核结果。",
        "年初向县政府汇报我局2022年政府信息公开工作计划。",
        "现将我局落实2020年度政府信息公开评估反馈问题整改情况报告如下。",
        "全面实现向社会发布2019年版基层政务公开标准目录。",
        "按时发布2022年政府信息公开工作年度报告。",
    ],
)
def test_a_year_that_prose_only_mentions_tells_nothing(overview: str) -> None:
    assert year(overview=overview) is None


def test_a_period_that_all_sentences_contradict_tells_nothing() -> None:
    period = "本报告所列数据统计期限为2021年1月1日至2021年12月31日。"
    sentences = "2022年度，我乡公开信息7条。2022年，我乡未收到申请。"
    assert year(overview=period + sentences) is None
    assert year(period, overview=sentences) is None
    assert year(period, overview=sentences + "2021年，上报信息2条。") == 2021
    assert year(period, overview="2022年，我乡公开信息7条。") == 2021
    assert year("云岭市水务局2022年政府信息公开年报 第1页", period, overview=sentences) == 2022
    of_a_law = "2019年修订的《条例》施行。2019年起，我局按新规定答复。"
    assert year(period, overview=of_a_law) == 2021


def test_a_running_head_tells_it_where_all_agree() -> None:
    head = "2023年度政府信息公开工作年度报告 — 3 —"
    assert year(after=head) == 2023
    assert year(after=f"{head}\n2022年度政府信息公开工作年度报告") is None


def test_the_files_own_title_tells_it() -> None:
    assert year(title="云岭市水务局2023年政府信息公开工作年度报告_云岭市人民政府") == 2023
    assert year(title="年报", created="2024-01-10") is None


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("处理决定数量（指2020年办件量）", 2020),
        ("本年增/减（指2020年增加或减少的事项数）", 2020),
        ("上一年项目数量（指2019年事项数）", 2020),
        ("处理决定数量", None),
    ],
)
def test_what_a_table_says_of_its_columns_tells_it(label: str, told: int | None) -> None:
    table = Table(
        (Cell("行政许可", 0, 0), Cell(f"本年{label}" if "处理" in label else label, 0, 1))
    )
    lines = [Paragraph(line) for line in (TITLE, *BODY)]
    assert report_of(Document((*lines, table))).year == told


def test_the_titles_own_year_comes_first() -> None:
    lines = ("云岭市水务局2023年政府信息公开工作年度报告", "2022年度", *BODY)
    assert report_of(Document(tuple(map(Paragraph, lines)))).year == 2023


def test_a_school_year_tells_none() -> None:
    lines = ("云岭学院2022-2023学年信息公开工作年度报告", *BODY)
    assert report_of(Document(tuple(map(Paragraph, lines)))).year is None
