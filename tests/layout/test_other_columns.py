"""Columns that the template does not have: under their labels stands no figure of the row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import govinfo
from govinfo import Report

HEAD = "某市粮食局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n"
NAMES = ("produced", "newly_disclosed", "total_disclosed")
LABELS = "信息内容 本年新制作数量 本年新公开数量 对外公开总数量"


def read(text: str) -> Report:
    return govinfo.parse(f"{HEAD}{text}".encode(), format="text")


def row(report: Report, name: str) -> tuple[object, ...]:
    return tuple(report.facts[f"proactive.{name}.{column}"].value for column in NAMES)


def codes(report: Report) -> set[str]:
    return {one.code for one in report.diagnostics}


def test_codes_behind_the_figures_are_none_of_them() -> None:
    report = read(f"{LABELS} 序号\n规章 55 13 69 1\n规范性文件 37 97 816 —\n")
    assert row(report, "rules") == (55, 13, 69)
    assert row(report, "normative_documents") == (37, 97, 816)


@pytest.mark.parametrize("label", ["备注", "上年数", "说明"])
@pytest.mark.parametrize("parted", [" ", "\n"])
def test_where_no_grid_tells_what_is_under_another_label_the_table_is_named(
    label: str, parted: str
) -> None:
    """The row may have lost a blank cell and print what stands under 备注."""
    text = f"{LABELS} {label}\n规章 55 13 69\n规范性文件 37 97 816\n".replace(" ", parted)
    report = read(text)
    assert row(report, "rules") == (55, 13, 69)
    assert "GI117" in codes(report)
    assert "GI117" not in codes(read(text.replace(f"{parted}{label}", "")))


@pytest.mark.parametrize(
    ("labels", "sure"),
    [
        ("本年发件 本年废止件数 现行有效件数", True),
        ("本年制发件数 本年废止件数 现行有效件数 （历史累计）", True),
        ("本年废止件数 本年发件 现行有效件数", False),
        ("本年发件 备注 本年废止件数 现行有效件数", False),
        ("本年制发件数 本年废止件数 现行有效件数 （备注）", False),
        ("本年废件数 本年制发件数 现行有效件数", False),
    ],
)
def test_a_damaged_label_at_its_place_or_a_remark_names_no_other_column(
    labels: str, sure: bool
) -> None:
    lines = ["信息内容", *labels.split(), "规章", "3", "1", "9", "行政规范性文件", "5", "0", "7"]
    report = read("\n\n".join(lines))
    assert ("GI117" in codes(report)) is not sure
    if sure:
        assert report.facts["proactive.normative_documents.issued"].value == 5


def test_numbers_of_rows_before_the_columns_may_have_a_cell_in_the_row() -> None:
    """Fifteen cells for fifteen columns, but the first may be its number and one be lost."""
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    heads = ["序号", "行政复议", "行政诉讼", "序号", *results, "未经复议直接起诉", "复议后起诉"]
    figures = "12 97 2 0 1 102 2 691 541 0 0 6 136 0 3"
    lines = ["四、政府信息公开行政复议、行政诉讼情况", *heads, *results, *results]
    text = "\n".join(["2021年政府信息公开工作年度报告", *lines, *figures.split()])
    assert "GI117" in codes(govinfo.parse(text.encode(), format="text"))


def test_beside_rows_with_more_cells_the_number_of_cells_tells_nothing() -> None:
    report = read(f"{LABELS}\n规章 55 13 69 7\n规范性文件 97 816 9\n")
    assert row(report, "rules") == row(report, "normative_documents") == (None, None, None)
    told = {one.path for one in report.diagnostics}
    assert {"proactive.rules", "proactive.normative_documents"} <= told


def test_further_cells_under_one_header_say_nothing_of_the_row_under_another() -> None:
    """Two bureaus' pages print 行政处罚 2 0 0 under the one column 本年处理决定数量."""
    heads = ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "89"]
    others = [
        "第二十条第（六）项",
        *heads[1:3],
        "行政处罚",
        "2",
        "0",
        "0",
        "行政强制",
        "0",
        "0",
        "0",
    ]
    lines = [
        "某市水利局2025年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        *heads,
        *others,
    ]
    report = govinfo.parse(" |\n".join(lines).encode(), format="text")
    assert report.facts["proactive.licensing.decisions"].value == 89
    assert report.facts["proactive.penalties.decisions"].value is None
    told = {one.path for one in report.diagnostics if one.code == "GI104"}
    assert told == {"proactive.penalties", "proactive.compulsion"}


def test_a_label_printed_twice_for_one_column_may_stand_over_one_cell_twice() -> None:
    """A merged cell printed once for each column it covers, and a blank one not at all."""
    labels = "第二十条第（八）项\n信息内容\n上一年项目数量\n本年增/减\n本年增/减\n"
    text = f"{labels}行政事业性收费\n{{}}\n\n三、收到和处理政府信息公开申请情况\n"
    report = read(text.format("0\n0"))
    assert report.facts["proactive.fees.previous_items"].value is None
    assert "proactive.fees" in {one.path for one in report.diagnostics}
    apart = read(text.format("4\n0"))
    assert apart.facts["proactive.fees.previous_items"].value == 4


def test_a_number_that_strayed_into_a_row_leaves_others_as_they_are() -> None:
    rows = [
        *(
            "一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5",
            "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
        ),
        *("（七）总计 4 0 0 0 0 0 4 17", "四、结转下年度继续办理 1 0 0 0 0 0 1"),
    ]
    facts = read("三、收到和处理政府信息公开申请情况\n" + "\n".join(rows)).facts
    assert facts["requests.received.total"].value == 5
    assert facts["requests.carried_forward.total"].value == 1


def test_money_is_no_count() -> None:
    text = "第二十条第（九）项\n信息内容 采购项目数量 采购总金额\n政府集中采购 296亿元 -\n"
    report = govinfo.parse(f"{HEAD}{text}".encode(), format="text")
    assert report.facts["proactive.procurement.projects"].value is None
    assert "proactive.procurement" in {one.path for one in report.diagnostics}


def test_commas_as_many_in_every_line_part_cells_though_few_hold_figures() -> None:
    lines = [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）,申请人情况,,,,,,",
        ",自然人,法人或其他组织,,,,,总计",
        ",,商业企业,科研机构,法律服务机构,社会公益组织,其他,",
        "一、本年新收政府信息公开申请数量,,78,,21,3,,102",
        *("二、上年结转政府信息公开申请数量,,,,,,,", "（一）予以公开,,,,,,,", "（七）总计,,,,,,,"),
        "四、结转下年度继续办理,,,,21,,,21",
    ]
    facts = read("三、收到和处理政府信息公开申请情况\n" + "\n".join(lines)).facts
    assert facts["requests.received.legal_service_organization"].value == 21
    assert facts["requests.received.public_interest_organization"].value == 3
    assert facts["requests.carried_forward.legal_service_organization"].value == 21


def test_words_in_no_column_of_a_grid_are_no_cells() -> None:
    table = (
        "| 信息内容 | | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n|---|---|---|---|---|\n"
        "| 规章 | 含上年 | | 256 | |\n| 规范性文件 | 件 | 9 | | 5 |\n"
    )
    report = read(table)
    assert row(report, "rules") == (None, 256, None)
    assert row(report, "normative_documents") == (9, None, 5)


def test_words_are_not_counted_among_figures() -> None:
    report = read("信息内容\t\t本年新制作数量\t本年新公开数量\n规章\t含上年\t256\t94\t\n")
    assert row(report, "rules") == (None, None, None)
    assert "proactive.rules" in {one.path for one in report.diagnostics}


def test_a_code_between_a_label_and_its_unit_is_no_part_of_the_label() -> None:
    lines = [
        "某市粮食局2016年政府信息公开工作年度报告\n政府信息公开情况统计表",
        "统计指标 代码 单位 统计数",
        "（一）主动公开政府信息数 11 条 2351",
        "其中：主动公开规范性文件数 12 条 23",
        "制发规范性文件总数 13 件 7",
    ]
    report = govinfo.parse("\n".join(lines).encode(), format="text")
    names = ("total", "normative_documents", "normative_documents_issued")
    assert [report.facts[f"indicators.disclosure.{name}"].value for name in names] == [2351, 23, 7]
    assert "GI117" not in codes(report)
    without = "\n".join(lines).replace(" 代码", "")
    facts = govinfo.parse(without.encode(), format="text").facts
    assert facts["indicators.disclosure.total"].value is None


def test_where_no_code_is_printed_the_first_number_is_the_figure() -> None:
    lines = [
        "某市粮食局2016年政府信息公开工作年度报告\n政府信息公开情况统计表",
        "统计指标 序号 统计数",
        *(f"{label} {figure}" for label, figure in LIST.items()),
    ]
    facts = govinfo.parse("\n".join(lines).encode(), format="text").facts
    names = ("total", "normative_documents", "normative_documents_issued")
    assert [facts[f"indicators.disclosure.{name}"].value for name in names] == [2351, 23, 7]


LIST = {
    "（一）主动公开政府信息数": 2351,
    "其中：主动公开规范性文件数": 23,
    "制发规范性文件总数": 7,
}


def test_a_row_that_ends_under_another_label_is_open() -> None:
    table = (
        "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 其中：电子 | 对外公开总数量 |\n"
        "|---|---|---|---|---|\n| 规章 | 12 | 9 | 7 |\n| 规范性文件 | 3 | 1 | 2 | 30 |\n"
    )
    report = read(table)
    assert row(report, "rules") == (None, None, None)
    assert row(report, "normative_documents") == (3, 1, 30)
    assert "proactive.rules" in {one.path for one in report.diagnostics}


MADE = ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"]
ISSUED = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
DOCUMENTS = [["规章", "4", "12", "9"], ["行政规范性文件", "3", "2", "5"]]
DECIDED = [
    ["第二十条第（五）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政许可", "31"],
    ["第二十条第（六）项"],
    ["信息内容", "本年处理决定数量"],
    *(["行政处罚", "7"], ["行政强制", "0"]),
    ["第二十条第（八）项"],
    ["信息内容", "本年收费金额（单位：万元）"],
    ["行政事业性收费", "2.5"],
]
ITEMS = [
    ["第二十条第（五）项"],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    *(["行政许可", "10", "1", "31"], ["其他对外管理服务事项", "9", "0", "3"]),
    ["第二十条第（六）项"],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    *(["行政处罚", "7", "-2", "9"], ["行政强制", "6", "0", "0"]),
]


def _barred(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join([*row, *[''] * (4 - len(row))])} |" for row in rows)


def _cell_a_line(rows: list[list[str]]) -> str:
    return "\n\n".join(cell for row in rows for cell in row)


@pytest.mark.parametrize("drawn", [_barred, _cell_a_line])
@pytest.mark.parametrize("header", [MADE, ["信息内容", "本年新", "本年新", "对外公开总数量"]])
def test_under_a_header_of_the_edition_before_stands_no_column_of_this_one(
    drawn: Callable[[list[list[str]]], str], header: list[str]
) -> None:
    """In 2021 offices filled in the new blocks below a first one that they had kept."""
    report = read(drawn([header, *DOCUMENTS, *DECIDED]))
    assert report.edition == "2021"
    placed = {p: str(f.value) for p, f in report.facts.items() if f.value is not None}
    assert placed == {
        "proactive.licensing.decisions": "31",
        "proactive.penalties.decisions": "7",
        "proactive.compulsion.decisions": "0",
        "proactive.fees.amount": "2.5万元",
    }
    told = {one.path for one in report.diagnostics}
    assert {"proactive.rules", "proactive.normative_documents"} <= told


@pytest.mark.parametrize("drawn", [_barred, _cell_a_line])
def test_under_a_header_of_the_edition_after_stands_no_column_of_this_one(
    drawn: Callable[[list[list[str]]], str],
) -> None:
    report = read(drawn([ISSUED, *DOCUMENTS, *ITEMS]))
    assert report.edition == "2019"
    assert row(report, "rules") == row(report, "normative_documents") == (None, None, None)
    assert report.facts["proactive.penalties.change"].value == -2
    assert {"proactive.rules", "proactive.normative_documents"} <= {
        one.path for one in report.diagnostics
    }


def test_a_header_that_has_the_editions_own_words_too_is_its_own() -> None:
    items = [[cell.replace("处理", "本年处理") for cell in row] for row in ITEMS]
    report = read(_barred([MADE, *DOCUMENTS, *items]))
    assert row(report, "rules") == (4, 12, 9)
    assert report.facts["proactive.licensing.decisions"].value == 31


@pytest.mark.parametrize("unchanged", ["无变化", "持平", "未增减"])
def test_words_for_no_change_are_a_change_and_no_cell_of_another_column(unchanged: str) -> None:
    table = f"信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n8\n{unchanged}\n53\n"
    facts = read(f"{LABELS}\n规章 0 0 0\n规范性文件 1 1 5\n第二十条第（五）项\n{table}").facts
    assert [
        facts[f"proactive.licensing.{name}"].value for name in ("previous_items", "change")
    ] == [
        8,
        0,
    ]
    assert facts["proactive.licensing.decisions"].value == 53
