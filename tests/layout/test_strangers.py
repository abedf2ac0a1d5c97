"""Kinds of layout that documents of strangers showed, each with what is read and what stays open.

Beside each document stand the figures that it tells, and the facts that it does not tell: those
have no value, and a warning speaks of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import govinfo
from layout.telling import assert_told

TITLE = "云岭市水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度认真落实条例要求。\n\n"
PROACTIVE = f"{TITLE}二、主动公开政府信息情况\n\n"
REQUESTS = f"{TITLE}三、收到和处理政府信息公开申请情况\n\n"
DISPUTES = f"{TITLE}四、政府信息公开行政复议、行政诉讼情况\n\n"

OWN_FORM = (
    f"{TITLE.replace('2024', '2014')}政府信息公开情况统计表\n\n"
    "| 指标名称 | 计量单位 | 2014年度 |\n|---|---|---|\n"
)

ISSUED = "信息内容 本年制发件数 本年废止件数 现行有效件数\n"
ISSUED_ROW = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
DECIDED = "信息内容 本年处理决定数量\n"
NEW, OVER = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
APPLICANTS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
PIPES = f"| 申请人情况 | {' | '.join(APPLICANTS.split())} |\n{'|---' * 8}|\n"
RESULT = "结果维持 结果纠正 其他结果 尚未审结 总计 "
RESULTS = f"行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n{RESULT * 3}\n"
ONE_OVER = f"{OVER} 1 0 0 0 0 0 1\n"
GRANTED = "（一）予以公开"

RULES = [f"proactive.rules.{name}" for name in ("issued", "repealed", "in_force")]
NORMS = [f"proactive.normative_documents.{name}" for name in ("issued", "repealed", "in_force")]
BOTH = dict(zip((*RULES, *NORMS), (4, 2, 9, 5, 1, 25), strict=True))
DECISIONS = [f"proactive.{name}.decisions" for name in ("licensing", "penalties", "compulsion")]
ALL_DECIDED = dict(zip(DECISIONS, (12, 187, 7), strict=True))
PERSONS = {
    "requests.received.natural_person": 3,
    "requests.carried_over.natural_person": 1,
    "requests.outcomes.granted.natural_person": 4,
}

Case = tuple[str, Mapping[str, int], Sequence[str]]
"""A document, the figures that it tells, and the facts that it does not tell."""

CASES: Mapping[str, Case] = {
    "a label's cell over two rows holds both labels": (
        (
            f"{PROACTIVE}<table>{ISSUED_ROW}<tr><td rowspan=2>规章<br>行政规范性文件<td>4<td>2<td>9"
            "<tr><td>5<td>1<td>25</table>"
        ),
        BOTH,
        (),
    ),
    "several rows and their headers in one row of a grid": (
        (
            f"{PROACTIVE}|  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n{'|---' * 14}|\n"
            "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 规章 | 4 | 2 | 9 "
            "| 行政规范性文件 | 5 | 1 | 25 | 信息内容 | 本年处理决定数量 |\n"
            "| 行政许可 | 12 | | | 信息内容 | 本年处理决定数量 | | | 行政处罚 | 187 | | "
            "| 行政强制 | 7 |\n"
        ),
        {**BOTH, **ALL_DECIDED},
        (),
    ),
    "several rows in one row of a grid, in signs that are no figures": (
        (
            f"{PROACTIVE}|  |  |  |  |  |  |  |  |  |  |  |  |  |\n{'|---' * 13}|\n"
            "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 规章 | ((4)) | ((2)) "
            "| ((9)) | 行政规范性文件 | ((5)) | ((1)) | ((25)) | 信息内容 |\n"
        ),
        {},
        (*RULES, *NORMS),
    ),
    "a blank cell that a tool drops, its row filled up": (
        (
            f"{PROACTIVE}第二十条第（一）项 | |||\n---|---|---|---|\n"
            "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
            "规章 | 4 | 2 | 9 |\n行政规范性文件 | 9 | 8 | |\n"
        ),
        dict(zip(RULES, (4, 2, 9), strict=True)),
        tuple(NORMS),
    ),
    "a blank cell that a tool keeps, in rows that are filled up": (
        (
            f"{PROACTIVE}第二十条第（一）项 | |||\n---|---|---|---|\n"
            "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
            "规章 | 4 | | 9 |\n行政规范性文件 | 5 | 1 | 25 |\n"
        ),
        {path: value for path, value in BOTH.items() if path != RULES[1]},
        (),
    ),
    "two rows in one, a number of each in every cell": (
        f"{PROACTIVE}<table>{ISSUED_ROW}<tr><td>规章 行政规范性文件<td>4 5<td>2 1<td>9 25</table>",
        BOTH,
        (),
    ),
    "two labels, but two numbers in some cells only": (
        f"{PROACTIVE}<table>{ISSUED_ROW}<tr><td>规章 行政规范性文件<td>4 5<td>2<td>9 25</table>",
        {},
        (*RULES, *NORMS),
    ),
    "two labels beside the second of two rows": (
        (
            f"{PROACTIVE}<table>{ISSUED_ROW}<tr><td><td>4<td>2<td>9<tr><td>规章<br>行政规范性文件"
            "<td>5<td>1<td>25</table>"
        ),
        {},
        (*RULES, *NORMS),
    ),
    "labels before their figures": (
        f"{PROACTIVE}{ISSUED}规章\n4 2 9\n行政规范性文件\n5 1 25\n",
        BOTH,
        (),
    ),
    "figures before the first label": (
        f"{PROACTIVE}{ISSUED}4 2 9\n规章\n5 1 25\n行政规范性文件\n",
        {},
        (*RULES, *NORMS),
    ),
    "a figure on the line after its row's": (
        f"{PROACTIVE}{ISSUED}规章 4 2\n9\n行政规范性文件 5 1 25\n",
        dict.fromkeys(NORMS[:1], 5),
        RULES,
    ),
    "the last label of the header a line below": (
        (
            f"{PROACTIVE}信息内容 本年制发件数 本年废止件数\n现行有效件数\n规章 4 2 9\n"
            "行政规范性文件 5 1 25\n"
        ),
        BOTH,
        (),
    ),
    "the last label of the header a line above": (
        (
            f"{PROACTIVE}现行有效件数\n信息内容 本年制发件数 本年废止件数\n规章 4 2 9\n"
            "行政规范性文件 5 1 25\n"
        ),
        {},
        (*RULES, *NORMS),
    ),
    "a column of codes in a table": (
        (
            f"{PROACTIVE}| 信息内容 | 代码 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
            "|---|---|---|---|---|\n| 规章 | 1 | 4 | 2 | 9 |\n| 行政规范性文件 | 2 | 5 | 1 | 25 |\n"
        ),
        BOTH,
        (),
    ),
    "a column of codes in lines": (
        (
            f"{PROACTIVE}信息内容 代码 本年处理决定数量\n行政许可 01 12\n行政处罚 02 187\n"
            "行政强制 03 7\n"
        ),
        ALL_DECIDED,
        (),
    ),
    "a column of codes, and no figure": (
        f"{PROACTIVE}信息内容 代码 本年处理决定数量\n行政许可 1\n行政处罚 2\n行政强制 3\n",
        {},
        DECISIONS,
    ),
    "labels broken over two rows of a table": (
        (
            f"{PROACTIVE}| 信息内容 | 本年处理决定数量 |\n|---|---|\n| 行政 | |\n| 许可 | 12 |\n"
            "| 行政处 | 187 |\n| 罚 | |\n| 行政强制 | 7 |\n"
        ),
        ALL_DECIDED,
        (),
    ),
    "two figures for one column": (
        f"{PROACTIVE}{DECIDED}行政许可 12 3\n行政处罚 187\n行政强制 7\n",
        dict(zip(DECISIONS[1:], (187, 7), strict=True)),
        DECISIONS[:1],
    ),
    "six figures for seven columns": (
        f"{REQUESTS}{APPLICANTS}{NEW} 6 0 0 0 0 39\n{ONE_OVER}{GRANTED} 4 0 0 0 0 0 4\n",
        dict(list(PERSONS.items())[1:]),
        ["requests.received.natural_person", "requests.received.total"],
    ),
    "six figures for seven columns of a table": (
        (
            f"{REQUESTS}{PIPES}| {NEW} | 6 | 0 | 0 | 0 | 0 | 39 |\n"
            f"| {OVER} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
            f"| {GRANTED} | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
        ),
        dict(list(PERSONS.items())[1:]),
        ["requests.received.natural_person", "requests.received.total"],
    ),
    "rows of which the total stands on the next line": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW} 3 1 0 0 0 0\n4\n{OVER} 1 0 0 0 0 0\n1\n"
            f"{GRANTED} 4 1 0 0 0 0 5\n"
        ),
        PERSONS,
        (),
    ),
    "the first figures at the ends of the labels": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW}3 47 0 3 17 5 75\n{OVER}1 0 0 0 0 0 1\n"
            f"{GRANTED}4 17 0 0 6 1 28\n"
        ),
        {**PERSONS, "requests.outcomes.granted.total": 28},
        (),
    ),
    "labels and their figures one piece a line": (
        (
            f"{REQUESTS}申请人\n情况\n自然人\n商业\n企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
            "总计\n一、本年新\n收政府信息公开申请数量\n3\n1\n0\n0\n0\n0\n4\n二、上年结转政府信息\n"
            "公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
        ),
        dict(list(PERSONS.items())[:2]),
        (),
    ),
    "其他 on a line between （六） and 处理": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW} 3 0 0 0 0 0 3\n{ONE_OVER}{GRANTED} 0 0 0 0 0 0 0\n"
            "（六）\n其他 4 0 0 0 0 0 4\n处理\n（七）总计 4 0 0 0 0 0 4\n"
        ),
        {"requests.outcomes.total.natural_person": 4},
        ["requests.outcomes.other.other.natural_person"],
    ),
    "two numbers in one cell, and the row filled up": (
        (
            f"{REQUESTS}{PIPES}| {NEW} | 3 1 | 0 | 0 | 0 | 0 | 4 | |\n"
            f"| {OVER} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| {GRANTED} | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
        ),
        {**PERSONS, "requests.received.enterprise": 1, "requests.received.total": 4},
        (),
    ),
    "section 2 without its header, merged cells repeated": (
        (
            f"{PROACTIVE}| 规章 | 4 | 2 | 9 |\n|---|---|---|---|\n| 行政规范性文件 | 5 | 1 | 25 |\n"
            "| 行政许可 | 12 | 12 | 12 |\n| 行政处罚 | 7 | 7 | 7 |\n"
        ),
        BOTH,
        DECISIONS[:2],
    ),
    "section 4 with one cell lost": (
        f"{DISPUTES}{RESULTS}1 0 0 2 3 4 0 1 0 5 0 0 0 7\n",
        {"disputes.reconsideration.total": 3, "disputes.litigation.direct.total": 5},
        ["disputes.litigation.after_reconsideration.upheld"],
    ),
    "section 4 with a figure more than it has columns": (
        (
            f"{DISPUTES}| {' | '.join((RESULT * 3).split())} |\n{'|---' * 15}|\n"
            f"{'| 0 ' * 15}|\n| 1 |\n"
        ),
        {},
        ("disputes.reconsideration.upheld", "disputes.litigation.direct.upheld"),
    ),
    "section 4 in a table for each kind of case": (
        (
            f"{DISPUTES}行政复议\n结果维持 结果纠正 其他结果 尚未审结 总计\n1 0 0 2 3\n"
            "行政诉讼（未经复议直接起诉）\n结果维持 结果纠正 其他结果 尚未审结 总计\n4 0 1 0 5\n"
            "行政诉讼（复议后起诉）\n结果维持 结果纠正 其他结果 尚未审结 总计\n7 0 0 0 7\n"
        ),
        {
            "disputes.reconsideration.pending": 2,
            "disputes.litigation.direct.other": 1,
            "disputes.litigation.after_reconsideration.total": 7,
        },
        (),
    ),
    "labels in one of three columns under a torn header": (
        (
            f"{REQUESTS}| （本列数据的勾稽关系） | | | 申请人情况 | | | | | | |\n{'|---' * 10}|\n"
            "| | | | | 法人或其他组织 | | | | | 总计 |\n"
            f"| {NEW} | | | 3 | | | | | | 3 |\n| {OVER} | | | 1 | | | | | | 1 |\n"
            f"| 三、本年度办理结果 | {GRANTED} | | 4 | | | | | | 4 |\n"
            "| | （三）不予公开 | 1.属于国家秘密 | 2 | | | | | | 2 |\n\n自然人\n企业\n"
        ),
        {**PERSONS, "requests.received.total": 3, "requests.outcomes.granted.total": 4},
        (),
    ),
    "a page's number between a label and its row, as sums between rows confirm": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW} 3 0 0 0 0 0 3\n{OVER}\n12\n1 0 0 0 0 0 1\n"
            f"{GRANTED} 4 0 0 0 0 0 4\n（七）总计 4 0 0 0 0 0 4\n"
            "四、结转下年度继续办理 0 0 0 0 0 0 0\n"
        ),
        {**PERSONS, "requests.carried_over.total": 1},
        (),
    ),
    "labels cut off by the edges of their cells": (
        (
            f"{REQUESTS}{PIPES}| {NEW} | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
            "| 2.其他法律行 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
            "| 4.保护第 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n| 1.本机关 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
        ),
        {
            "requests.received.natural_person": 3,
            "requests.outcomes.denied.prohibited_by_law.natural_person": 1,
            "requests.outcomes.denied.third_party_rights.natural_person": 2,
            "requests.outcomes.unavailable.not_held.natural_person": 5,
        },
        (),
    ),
    "a lone figure between a label and a whole row, and no sum": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW} 3 0 0 0 0 0 3\n{OVER}\n2\n1 0 0 0 0 0 1\n"
            f"{GRANTED} 4 0 0 0 0 0 4\n"
        ),
        {"requests.received.natural_person": 3, "requests.outcomes.granted.natural_person": 4},
        ("requests.carried_over.natural_person", "requests.carried_over.total"),
    ),
    "a form of its own, whose labels lack the words that tell the template's from others": (
        (
            f"{OWN_FORM}| 主动公开文件数 | 条 | 2543 |\n| 其中：1、政府网站公开数 | 条 | 2501 |\n"
            "| 当面申请数 | 件 | 3 |\n| 网上申请数 | 件 | 4 |\n| 依申请公开信息 | 件 | 7 |\n"
            "| 行政复议数 | 件 | 2 |\n"
        ),
        {
            "indicators.disclosure.channels.website": 2501,
            "indicators.applications.in_person": 3,
            "indicators.applications.online": 4,
            "indicators.reconsideration.total": 2,
        },
        (
            "indicators.disclosure.total",
            "indicators.disclosure.normative_documents",
            "indicators.fees",
        ),
    ),
    "a word lost from the only label that its place leaves open": (
        (
            f"{OWN_FORM}| 主动公开政府信息数 | 条 | 90 |\n| 其中：主动公开文件数 | 条 | 8 |\n"
            "| 制发规范性文件总数 | 件 | 9 |\n"
        ),
        {
            "indicators.disclosure.total": 90,
            "indicators.disclosure.normative_documents": 8,
            "indicators.disclosure.normative_documents_issued": 9,
        },
        (),
    ),
    "a minus apart from its digits": (
        TITLE.replace("2024", "2019")
        + "二、主动公开政府信息情况\n\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "行政处罚 10 3 20\n行政强制 51 - 7 868\n",
        {"proactive.penalties.change": 3, "proactive.compulsion.change": -7},
        (),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_layout_tells_is_read_and_what_it_does_not_is_spoken_of(name: str) -> None:
    assert_told(*CASES[name])


@pytest.mark.parametrize("label", ["章 行政规范性文件", "行政规范性文件"])
def test_two_numbers_in_every_cell_are_two_rows_of_which_a_label_is_lost(label: str) -> None:
    head = "某县统计局2024年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
    table = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
    report = govinfo.parse(f"{head}{table}| {label} | 1 5 | 2 1 | 3 25 |\n".encode())
    assert all(fact.value is None for fact in report.facts.values())
    assert "proactive.normative_documents" in {one.path for one in report.diagnostics}
    spaced = f"{head}{table}| {label} | 1 500 | 2 100 | 3 250 |\n"
    facts = govinfo.parse(spaced.encode()).facts
    assert facts["proactive.normative_documents.in_force"].value == 3250


def test_a_total_may_be_called_by_its_other_name() -> None:
    """合计 heads a column as 总计 does: no header of an order that nothing tells."""
    text = (
        f"{REQUESTS}申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 合计\n"
        "一、本年新收政府信息公开申请数量 5 0 0 0 0 2 7\n（七）合计 4 0 0 0 0 2 6\n"
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n"
        "结果维持 结果纠正 其他结果 尚未审结 合计\n1 0 0 2 3\n"
    )
    report = govinfo.parse(text.encode())
    assert report.facts["requests.received.total"].value == 7
    assert report.facts["requests.outcomes.total.total"].value == 6
    assert report.facts["disputes.reconsideration.total"].value == 3
    assert "GI117" not in {one.code for one in report.diagnostics}


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("其他", "其它"),
        ("法人或其他组织", "法人和其他组织"),
        ("本年新收政府信息公开申请数量", "本年新收申请数量"),
        ("部分公开", "部份公开"),
    ],
)
def test_labels_are_known_by_what_some_write_for_them(label: str, printed: str) -> None:
    text = (
        f"{REQUESTS}申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n"
        "法律服务机构\n其他\n一、本年新收政府信息公开申请数量\n5\n0\n0\n0\n0\n2\n7\n"
        "（二）部分公开\n3\n0\n0\n0\n0\n0\n3\n"
    )
    report = govinfo.parse(text.replace(label, printed).encode())
    assert report.facts["requests.received.total"].value == 7
    assert report.facts["requests.outcomes.partially_granted.total"].value == 3
    assert not {one.code for one in report.diagnostics} & {"GI104", "GI117", "GI118"}
