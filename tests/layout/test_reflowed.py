"""What other tools make of a converted text, each with what is read and what stays open.

Beside each document stand the figures that it tells, and the facts that it does not tell: those
have no value, and a warning speaks of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import govinfo
from layout.telling import assert_told

TITLE = "云岭市水务局{}年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度认真落实条例要求。\n\n"
PROACTIVE = f"{TITLE.format(2024)}二、主动公开政府信息情况\n\n"
REQUESTS = f"{TITLE.format(2024)}三、收到和处理政府信息公开申请情况\n\n"
DISPUTES = f"{TITLE.format(2024)}四、政府信息公开行政复议、行政诉讼情况\n\n"
BOUGHT = f"{TITLE.format(2020)}二、主动公开政府信息情况\n\n"
NEW, OVER = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
GRANTED, FORWARD = "（一）予以公开", "四、结转下年度继续办理"
APPLICANTS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
RESULT = "结果维持 结果纠正 其他结果 尚未审结 总计"


def applied(name: str, *figures: int | None) -> dict[str, int | None]:
    """The facts of a row of section 3."""
    columns = (
        *("natural_person", "enterprise", "research_institution"),
        *("public_interest_organization", "legal_service_organization", "other_organization"),
        "total",
    )
    return {f"requests.{name}.{column}": at for column, at in zip(columns, figures, strict=True)}


CASES: Mapping[str, tuple[str, Mapping[str, object], Sequence[str]]] = {
    "signs for nothing among ten figures, two groups of columns named": (
        (
            f"{DISPUTES}行政复议 行政诉讼\n未经复议\n直接起诉 复议后起诉\n{f'{RESULT} ' * 3}\n"
            "1 3 / / 4 1 1 1 / 3 / / 1 1 2\n"
        ),
        {
            "disputes.reconsideration.total": 4,
            "disputes.litigation.direct.total": 3,
            "disputes.litigation.after_reconsideration.pending": 1,
        },
        (),
    ),
    "a group of columns whose name is broken around another's": (
        (
            f"{DISPUTES}行政复议 行政诉讼\n未经复议 复议后起诉\n直接起诉\n{f'{RESULT} ' * 3}\n"
            "6 3 9 3 3 1 1 2\n"
        ),
        {},
        ("disputes.reconsideration.upheld", "disputes.litigation.after_reconsideration.total"),
    ),
    "labels of columns in pieces, a piece a line": (
        (
            f"{REQUESTS}申请人情\n况\n自然人\n法\n人或其他组织\n总计\n商业企业\n科研机\n构\n社会公\n益组织\n"
            f"法律服务机\n构\n其\n他\n{NEW}\n3\n2\n0\n0\n0\n1\n6\n{OVER}\n1\n0\n0\n0\n0\n0\n1\n"
            f"{GRANTED}\n4\n0\n0\n0\n0\n0\n4\n"
        ),
        {
            **applied("received", 3, 2, 0, 0, 0, 1, 6),
            **applied("outcomes.granted", 4, 0, 0, 0, 0, 0, 4),
        },
        (),
    ),
    "a header beside the cells of all full rows": (
        (
            f"{REQUESTS}| 申请人情况 | | | {' | '.join(APPLICANTS.split())} |\n{'|---' * 10}|\n"
            f"| {NEW} | | 3 | 2 | 0 | 0 | 0 | 1 | 6 | |\n"
            f"| {OVER} | | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |\n"
            f"| {FORWARD} | | | | 2 | | 5 | | 7 | |\n"
        ),
        {
            **applied("received", 3, 2, 0, 0, 0, 1, 6),
            **applied("carried_forward", None, None, 2, None, 5, None, 7),
        },
        (),
    ),
    "words in a column of remarks": (
        (
            f"{REQUESTS}| 申请人情况 | | {' | '.join(APPLICANTS.split())} | 备注 |\n"
            f"{'|---' * 10}|\n"
            f"| {NEW} | | 3 | | | | | 1 | 4 | 含信函 |\n"
            f"| {OVER} | | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |\n"
            f"| {GRANTED} | | | | | | | | | 见附表 |\n"
            f"| {FORWARD} | | 0 | 0 | 0 | 0 | 0 | 1 | 2 | 存疑 |\n"
        ),
        {
            **applied("received", 3, None, None, None, None, 1, 4),
            **applied("carried_over", 1, 0, 0, 0, 0, 0, 1),
            **applied("outcomes.granted", *[None] * 7),
            **applied("carried_forward", 0, 0, 0, 0, 0, 1, 2),
        },
        (),
    ),
    "a blank cell of the stub where the last column is lost": (
        (
            f"{REQUESTS}| | | 申请人情况 | | | | | |\n{'|---' * 8}|\n"
            "| | | 自然人 | 法人或其他组织 | | | | |\n"
            f"| | | | {' | '.join(APPLICANTS.split()[1:-1])} |\n"
            f"| {NEW} | | 3 | 0 | 0 | 2 | 0 | 0 |\n| {OVER} | | 0 | 0 | 0 | | 0 | 0 |\n"
        ),
        {},
        ("requests.received.total", "requests.carried_over.total"),
    ),
    "six zeros and a blank cell under a header beside all full rows": (
        (
            f"{REQUESTS}申请人情况 | {' | '.join(APPLICANTS.split())}\n"
            f"{NEW} | {NEW} | 3 | 2 | 0 | 0 | 0 | 1 | 6\n{OVER} | {OVER} | 1 |  |  | 0 |  | 0 | 1\n"
            f"{GRANTED} | {GRANTED} | 0 | 0 | 0 | 0 | 0 | 0 |  \n"
            f"{FORWARD} | {FORWARD} | 0 | 0 | 0 | 0 | 0 | 0 | 0\n"
        ),
        {
            **applied("received", 3, 2, 0, 0, 0, 1, 6),
            **applied("outcomes.granted", 0, 0, 0, 0, 0, 0, None),
        },
        (),
    ),
    "tabs around every string that is printed": (
        (
            f"{BOUGHT}\t信息内容\t上一年项目数量\t本年增/减\t处理决定数量\t\n\t行政许可\t3\t6290\t\n"
            "\t其他对外管理服务事项\t4\t+1\t86\t\n\t行政处罚\t9\t0\t5331\t\n\t以上为全部事项。"
        ),
        {
            "proactive.other_services.change": 1,
            "proactive.other_services.decisions": 86,
            "proactive.penalties.decisions": 5331,
        },
        ("proactive.licensing.change", "proactive.licensing.decisions"),
    ),
    "a figure a paragraph, as many with the lines between as columns": (
        (
            f"{DISPUTES}行政复议\n行政诉讼\n复议后起诉\n"
            "结果维 结果纠 其他结 尚未审 总 未经复议直接起诉\n"
            "结果纠 其他结 尚未审 总 结果维 结果纠 其他结 尚未审 总\n持 正 果 结 计 结果维\n"
            "持 正 果 结 计 持 正 果 结 计\n"
            "7\n\n16\n\n7\n\n30\n\n1\n\n7\n\n16\n\n24\n\n五、存在的主要问题及改进情况\n"
        ),
        {},
        ("disputes.reconsideration.total", "disputes.litigation.direct.corrected"),
    ),
    "two figures on two lines of a cell, and a remark in the last": (
        (
            f"{REQUESTS}| 申请人情况 | {' | '.join(APPLICANTS.split())} | |\n{'|---' * 9}|\n"
            f"| {NEW} | 0 | 2 | 7 | 0<br>0 | 4 | 13 | 含信函 |\n"
        ),
        {},
        ("requests.received.legal_service_organization", "requests.received.total"),
    ),
    "a label over a table whose row begins with blank cells": (
        (
            f"{REQUESTS}{APPLICANTS}\n{OVER}\n| | | | 4 | | 9 | 13 |\n{'|---' * 7}|\n\n"
            f"{GRANTED} 3 0 0 0 0 0 3\n"
        ),
        applied("outcomes.granted", 3, 0, 0, 0, 0, 0, 3),
        ("requests.carried_over.natural_person", "requests.carried_over.total"),
    ),
    "a whole row without a label between two that follow each other": (
        (
            f"{REQUESTS}{APPLICANTS}\n{NEW} 5 0 0 0 0 0 5\n\n{OVER}\n\n| | 1 0 | 0 0 | 0 | 0 1 |\n"
            "|---|---|---|---|---|\n\n| | 4 0 | 0 0 | 2 | 0 6 |\n|---|---|---|---|---|\n\n"
            f"{GRANTED}\n\n| | 0 0 | 0 0 | 0 | 0 0 |\n|---|---|---|---|---|\n"
        ),
        applied("received", 5, 0, 0, 0, 0, 0, 5),
        ("requests.carried_over.total", "requests.outcomes.granted.total"),
    ),
    "a column's label twice beside blank cells, after the row of that label": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW} 8 0 0 0 0 0 8\n3.其他\n"
            f"| 34 4 | 1 | 6 45 |\n|---|---|---|\n（七）总计\n\n"
            f"| {FORWARD} | | | 1 | | 1 | 2 |\n{'|---' * 7}|\n"
            "四、政府信息公开行政复议、行政诉讼情况\n| 行政复议 | | 行政诉讼 | | | | |\n"
            f"{'|---' * 7}|\n| | | 未经复议直接起诉 | | 复议后起诉 | | |\n"
            "| 结果 结果 | 其他 尚未 | | | | | |\n总计\n"
            "| 维持 纠正 | 结果 审结 | 结果 结果 | 其他 | 结果 结果 | 尚未 | |\n"
            f"{'|---' * 7}|\n| | | | 总计 | | | 总计 |\n"
            "| | | 维持 纠正 | 结果 审结 | 维持 纠正 | 结果 审结 | |\n"
            "| 14 | 1 15 | 5 | 1 6 | | 14 2 | 16 |\n"
        ),
        {},
        ("requests.outcomes.total.total",),
    ),
    "a blank cell between the first and the last": (
        (
            f"{REQUESTS}{APPLICANTS.replace(' ', ' | ')}{NEW} | 0 | 0 |  | 0 | 0 | 0 | 0\n"
            f"{OVER} | 1 | 0 | 0 | 0 | 0 | 0 | 1\n{GRANTED} | 1 | 0 | 0 | 0 | 0 | 0 | 1\n"
        ),
        {
            **applied("received", 0, 0, None, 0, 0, 0, 0),
            **applied("carried_over", 1, 0, 0, 0, 0, 0, 1),
        },
        (),
    ),
    "six zeros where other rows have lost blank cells": (
        f"{REQUESTS}{APPLICANTS}{NEW} 0 0 0 0 0 0\n{OVER} 2 1 3\n{GRANTED} 1 0 0 0 0 0 1\n",
        applied("outcomes.granted", 1, 0, 0, 0, 0, 0, 1),
        ("requests.received.total", "requests.received.natural_person"),
    ),
    "figures below a label and other columns' labels": (
        f"{BOUGHT}信息内容\n规章\n规范性文件\n信息内容\n政府集中采购\n本年新制作数量\n8\n13\n",
        {},
        ("proactive.procurement.projects", "proactive.rules.produced"),
    ),
    "paragraphs without text below labels, and figures elsewhere": (
        f"{REQUESTS}{NEW}\n\n{OVER}\n\n\n\n{GRANTED}\n3\n\n1\n\n4\n\n2\n\n\n\n7\n\n5\n\n6\n",
        {},
        ("requests.received.total", "requests.carried_over.total"),
    ),
    "a sign for nothing left over by seven figures that do not add up": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW}\n3\n0\n0\n0\n0\n0\n3\n{OVER}\n12\n1\n4\n2\n-\n5\n1\n9\n"
            f"{GRANTED}\n4\n0\n0\n0\n0\n0\n4\n"
        ),
        applied("received", 3, 0, 0, 0, 0, 0, 3),
        ("requests.carried_over.natural_person",),
    ),
    "a pipe table of two widths, wrapped": (
        (
            f"{PROACTIVE}| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
            "| 规章 | 4 | 2\n| 9 |\n| 行政规范性文件 | 5 |\n1 | 25 |\n"
            "| 第二十条第（五）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 |\n12 |\n"
            "| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 7 |\n"
        ),
        {
            "proactive.rules.in_force": 9,
            "proactive.normative_documents.repealed": 1,
            "proactive.licensing.decisions": 12,
        },
        (),
    ),
    "rows parted by semicolons": (
        (
            f"{PROACTIVE}信息内容；本年制发件数；本年废止件数；现行有效件数\n规章；4；2；9\n"
            "行政规范性文件；5；；25\n第二十条第（五）项\n信息内容；本年处理决定数量\n行政许可；12\n"
        ),
        {
            "proactive.rules.in_force": 9,
            "proactive.normative_documents.in_force": 25,
            "proactive.normative_documents.repealed": None,
            "proactive.licensing.decisions": 12,
        },
        (),
    ),
    "spans that keep a page's styles": (
        (
            f'{PROACTIVE}| [信息]{{style="font-size:14px"}}内容 | 本年制发件数 '
            "| 本年废止件数 | 现行有效件数 |\n"
            '|---|---|---|---|\n| [规]{.a}章 | 4 | [2]{style="x"} | 9 |\n'
        ),
        {"proactive.rules.issued": 4, "proactive.rules.repealed": 2},
        (),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told_is_read_and_what_is_not_is_spoken_of(name: str) -> None:
    assert_told(*CASES[name])


CELLS = [
    *("云岭市水务局2024年政府信息公开工作年度报告", "一、总体情况", "本年度认真落实条例要求。"),
    *("三、收到和处理政府信息公开申请情况", *APPLICANTS.split()),
    *(NEW, "{}", "2", "0", "0", "{}", "1", "{}", OVER, *"1000001", GRANTED, *"4000004"),
    *("（二）部分公开", *"2100003", "（三）不予公开", "1.属于国家秘密", *"0000000"),
    *("（七）总计", *"6100007", FORWARD, *"0000000"),
]


def test_commas_part_cells_where_a_figure_of_four_digits_has_none() -> None:
    text = ",".join(CELLS).format("1305", "155", "1463")
    read = govinfo.parse(text.encode()).facts
    assert read["requests.received.legal_service_organization"].value == 155
    assert read["requests.received.total"].value == 1463


def test_commas_that_may_set_off_thousands_part_cells_as_the_sums_say() -> None:
    text = ",".join(CELLS).format("15", "155", "173")
    read = govinfo.parse(text.encode()).facts
    assert read["requests.received.natural_person"].value == 15
    assert read["requests.received.legal_service_organization"].value == 155
    assert read["requests.received.total"].value == 173


@pytest.mark.parametrize("remark", ["备注", ""])
def test_a_sign_in_a_column_of_remarks_moves_no_row(remark: str) -> None:
    """The first cell is blank, and the row has as many others as columns."""
    document = (
        f"{PROACTIVE}| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | {remark} |\n"
        "|---|---|---|---|---|\n| 规章 | | 12 | 9 | / |\n| 行政规范性文件 | | 0 | 5 | / |\n"
    )
    facts = govinfo.parse(document.encode(), format="text").facts
    for row, figures in {"rules": (None, 12, 9), "normative_documents": (None, 0, 5)}.items():
        names = ("issued", "repealed", "in_force")
        assert tuple(facts[f"proactive.{row}.{name}"].value for name in names) == figures


REMARKED = (
    f"{PROACTIVE}| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | {{}} |\n"
    "|---|---|---|---|---|\n| 规章 | | 12 | 9 | {} |\n| 行政规范性文件 | 3 | 0 | 5 | {} |\n"
)


@pytest.mark.parametrize("remarks", [("7", ""), ("见附件", "含上年"), ("", "/")])
@pytest.mark.parametrize("label", ["备注", "上年数", "序号"])
def test_what_stands_under_another_label_is_no_cell_of_the_row(
    label: str, remarks: tuple[str, str]
) -> None:
    facts = govinfo.parse(REMARKED.format(label, *remarks).encode(), format="text").facts
    for row, figures in {"rules": (None, 12, 9), "normative_documents": (3, 0, 5)}.items():
        names = ("issued", "repealed", "in_force")
        assert tuple(facts[f"proactive.{row}.{name}"].value for name in names) == figures


def test_a_figure_in_a_column_without_a_label_may_be_the_row_s() -> None:
    """With the blank first cell the row prints as many figures as columns; the grid denies them."""
    report = govinfo.parse(REMARKED.format("", "7", "").encode(), format="text")
    assert report.facts["proactive.rules.issued"].value is None
    assert report.facts["proactive.rules.in_force"].value is None
    assert report.facts["proactive.normative_documents.in_force"].value == 5
    assert any(d.path == "proactive.rules" for d in report.diagnostics)
