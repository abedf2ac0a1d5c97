"""Whole texts that ask for a judgement about the document, not about a cell."""

from __future__ import annotations

import re

import pytest

import govinfo
import layouts
from govinfo.grammar.compile import compile_class
from govinfo.render.text import tab_led
from govinfo.testing.tables import with_texts

DISPUTES = layouts.sound(govinfo.Disputes, 5)


def report(body: str, *, title: str = "云岭市水务局2023年政府信息公开工作年度报告") -> str:
    return f"{title}\n\n一、总体情况\n本年度工作平稳。\n\n{body}\n"


def codes(read: govinfo.Report) -> set[tuple[str, str]]:
    return {(said.code, said.path) for said in read.diagnostics if said.code != "GI101"}


def in_two(figures: dict[str, object]) -> str:
    """Section 4 as a table for 行政复议 and one for 行政诉讼."""
    leaves = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    values = [str(value) for value in figures.values()]
    return (
        "四、政府信息公开行政复议、行政诉讼情况\n"
        f"行政复议\t\t\t\t\n{leaves}\n" + "\t".join(values[:5]) + "\n\n其中诉讼：\n"
        "行政诉讼\t\t\t\t\t\t\t\t\t\n未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
        f"{leaves}\t{leaves}\n" + "\t".join(values[5:]) + "\n"
    )


def test_section_4_as_two_tables_is_one() -> None:
    read = govinfo.parse(report(in_two(dict(DISPUTES))).encode())
    assert {path: fact.value for path, fact in read.facts.items()} == DISPUTES
    assert codes(read) == set()


def test_a_missing_half_of_section_4_is_said() -> None:
    half = in_two(dict(DISPUTES)).partition("其中诉讼")[0]
    read = govinfo.parse(report(half).encode())
    assert read.disputes is not None
    assert read.disputes.reconsideration.total == DISPUTES["disputes.reconsideration.total"]
    assert read.disputes.litigation.direct.total is None
    assert ("GI103", "disputes") in codes(read)


def test_another_organs_report_in_the_same_file_feeds_nothing() -> None:
    other = report(in_two(dict(DISPUTES)), title="云岭市林业局2023年政府信息公开工作年度报告")
    read = govinfo.parse((report("六、其他需要报告的事项\n无。") + other).encode())
    assert read.agency == "云岭市水务局"
    assert read.disputes is None
    assert ("GI119", "") in codes(read)


def test_a_list_of_the_organs_other_reports_ends_nothing() -> None:
    text = "云岭市水务局2022年政府信息公开工作年度报告\n\n" + in_two(dict(DISPUTES))
    read = govinfo.parse(report(text).encode())
    assert read.disputes is not None
    assert read.year == 2023


def test_a_row_that_has_lost_a_cell_is_said_to() -> None:
    """The padding of Markdown hides that a cell is gone: the total is blank, 16 = 3 + 12 + 1."""
    rows = "\n".join(
        f"| {label} | {cells} |"
        for label, cells in (
            ("一、本年新收政府信息公开申请数量", "3 | 12 | 0 | 0 | 1 | 16 | "),
            ("二、上年结转政府信息公开申请数量", "0 | 0 | 0 | 0 | 0 | 0 | 0"),
            ("四、结转下年度继续办理", "0 | 0 | 0 | 0 | 0 | 0 | 0"),
        )
    )
    read = govinfo.parse(report(rows).encode())
    assert ("GI120", "requests.received") in codes(read)
    assert read.facts["requests.carried_over.total"].value == 0


def test_a_pages_number_between_header_and_figures_is_no_figure() -> None:
    body = layouts.cell_a_line(layouts.drawn(govinfo.Disputes, DISPUTES))
    first = str(next(iter(DISPUTES.values())))
    at = body.index("总计\n" + first) if "总计\n" + first in body else body.rindex("总计") + 2
    broken = body[:at] + "\n— 5 —\n" + body[at:]
    read = govinfo.parse(report("四、政府信息公开行政复议、行政诉讼情况\n" + broken).encode())
    assert {path: fact.value for path, fact in read.facts.items()} == DISPUTES


def test_a_list_typed_with_colons_is_read() -> None:
    body = (
        "（一）收到申请数：45件\n1.当面申请数：5件；\n2.传真申请数：0件\n3.网络申请数：30 件\n"
        "4.信函申请数：10件。\n七、依申请公开信息收取的费用（单位：万元）：0.12\n"
    )
    read = govinfo.parse(report(body, title="云岭市水务局2016年政府信息公开工作年度报告").encode())
    assert read.indicators is not None
    assert read.indicators.applications.received == 45
    assert read.indicators.applications.letter == 10
    assert str(read.indicators.fees) == "0.12万元"
    assert {code for code, _ in codes(read)} == {"GI102"}  # of the rows that the list has not


def test_a_list_of_a_year_before_any_edition_lacks_no_row() -> None:
    body = "1.当面申请数：5件；\n2.传真申请数：0件\n4.信函申请数：10件。\n"
    read = govinfo.parse(report(body, title="云岭市水务局2011年政府信息公开工作年度报告").encode())
    assert read.indicators is not None
    assert read.indicators.applications.letter == 10
    assert not codes(read)


_YEARS = "年份 2017 2018 2019 2020 2021 2022 2023"
_SERIES = "本年新收政府信息公开申请数量 1 2 3 4 5 6 21"
_RULE = "|---|---|---|---|---|---|---|---|"


@pytest.mark.parametrize(
    ("row", "received"),
    [
        ("一、本年新收政府信息公开申请数量 | 3746 | 63 | 0 | 0 | 19 | 2 | 3830 |", 3830),
        ("一、本年新收政府信息公开申请数量 3746 63 0 0 19 2 3830", 3830),
        ("一、本年新收政府信息公开申请数量 3746 63 0 0 19 2 3840", None),  # does not add up
        ("一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0", None),
        ("一、本年新收政府信息公开申请数量 0 0 0 0 0 5 5", None),  # of seven years?
        ("总计 3746 63 0 0 19 2 3830", None),  # the last row of any table
        (f"{_YEARS}\n{_SERIES}", None),
        (f"|{_YEARS}|\n{_RULE}\n|{_SERIES}|".replace(" ", "|"), None),
    ],
)
def test_one_row_of_a_page_is_read_where_it_adds_up(row: str, received: int | None) -> None:
    read = govinfo.parse(report(f"三、收到和处理政府信息公开申请情况\n{row}\n").encode())
    fact = read.facts.get("requests.received.total")
    assert (fact and fact.value) == received
    lacking = {said.path for said in read.diagnostics if said.code == "GI101"}
    assert ("requests" in lacking) is (received is None)
    assert {fact.value for path, fact in read.facts.items() if "received" not in path} <= {None}


def test_several_rows_of_figures_in_section_4_are_not_chosen_between() -> None:
    body = layouts.tab_separated(layouts.drawn(govinfo.Disputes, DISPUTES)).rstrip("\n")
    figures = "\t".join(str(value) for value in DISPUTES.values())
    read = govinfo.parse(report(f"四、行政复议、行政诉讼情况\n\n{body}\n{figures}\n").encode())
    assert {fact.value for fact in read.facts.values()} == {None}
    assert ("GI104", "disputes") in codes(read)


def test_a_list_with_two_years_is_not_passed_over_in_silence() -> None:
    body = "统计指标\t2015年\t2016年\n" + "".join(
        f"{label}\t{at}\t{at + 3}\n"
        for at, label in enumerate(("（一）收到申请数", "1.当面申请数", "2.传真申请数"))
    )
    read = govinfo.parse(report(body, title="云岭市水务局2016年政府信息公开工作年度报告").encode())
    assert any(path.startswith("indicators") for _, path in codes(read))


@pytest.mark.parametrize("label", ["6.其他", "其他"])
def test_a_row_that_an_office_added_to_a_group_is_none_of_another_group(label: str) -> None:
    """The form of 2019 has no 3.其他 below （六）其他处理, and a row above that is not that one."""
    columns = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计".replace(" ", "\t")
    printed = {
        "一、本年新收政府信息公开申请数量": "9\t0\t0\t0\t0\t0\t9",
        "二、上年结转政府信息公开申请数量": "0\t0\t0\t0\t0\t0\t0",
        "（一）予以公开": "3\t0\t0\t0\t0\t0\t3",
        "5.要求行政机关确认或重新出具已获取信息": "0\t0\t0\t0\t0\t0\t0",
        label: "1\t0\t2\t0\t0\t0\t3",
        "（六）其他处理": "2\t0\t0\t0\t0\t0\t2",
        "（七）总计": "9\t0\t0\t0\t0\t0\t9",
        "四、结转下年度继续办理": "0\t0\t0\t0\t0\t0\t0",
    }
    rows = "\n".join(f"{name}\t{figures}" for name, figures in printed.items())
    read = govinfo.parse(
        report(f"三、收到和处理政府信息公开申请情况\n\t{columns}\n{rows}\n").encode()
    )
    paths = ("requests.outcomes.other.total.total", "requests.outcomes.other.other.total")
    assert [read.facts[path].value if path in read.facts else None for path in paths] == [2, None]
    assert ("GI118", "requests") in codes(read)


@pytest.mark.parametrize("label", ["9.其他", "其他"])
def test_a_row_put_in_leaves_the_row_of_that_word_its_own_figures(label: str) -> None:
    columns = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计".replace(" ", "\t")
    rows = (
        f"8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n{label}\t1\t0\t2\t0\t0\t0\t3\n"
        "合计\t1\t0\t2\t0\t0\t0\t3\n1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0\n"
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
        "3.其他\t\t\t\t\t\t\t\n（七）总计\t3\t0\t2\t0\t0\t0\t5\n"
    )
    read = govinfo.parse(
        report(f"三、收到和处理政府信息公开申请情况\n\t{columns}\n{rows}").encode()
    )
    assert read.facts["requests.outcomes.other.other.total"].value is None
    assert read.facts["requests.outcomes.total.total"].value == 5
    assert ("GI118", "requests") in codes(read)


def test_a_header_in_several_tables_is_no_grid() -> None:
    """Labels broken twice part a table that has a cell a line: 总计 is not its first column."""
    grammar = compile_class(govinfo.Requests)
    figures = {
        grammar.path(row, column): value
        for row in grammar.rows
        for column, value in zip(row.columns, (5, 0, 0, 0, 0, 0, 5), strict=True)
    }
    table = layouts.drawn(govinfo.Requests, figures)
    labels = {
        cell: re.sub(r"(.{6})(?=.)", r"\1\n", cell.text) for cell in table.cells if cell.header
    }
    broken = with_texts(table, labels)
    text = tab_led(broken, wrap=6)
    read = govinfo.parse(report(f"三、收到和处理政府信息公开申请情况\n\n{text}\n").encode())
    values = {path: fact.value for path, fact in read.facts.items() if path in figures}
    assert {
        path: value for path, value in values.items() if value not in (None, figures[path])
    } == {}
    assert values["requests.received.natural_person"] == 5
