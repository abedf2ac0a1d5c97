"""Layouts that text-extraction tools leave, each with what is read and what stays open.

Beside each document stand the figures that it tells, and the facts that it does not tell: those
have no value, and a warning speaks of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

import govinfo
from govinfo.money import Money
from layout.telling import assert_told

TITLE = "青石市水务局{}年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度认真落实条例要求。\n\n"
PROACTIVE = f"{TITLE.format(2024)}二、主动公开政府信息情况\n\n"
REQUESTS = f"{TITLE.format(2024)}三、收到和处理政府信息公开申请情况\n\n"
DISPUTES = f"{TITLE.format(2024)}四、政府信息公开行政复议、行政诉讼情况\n\n"
LIST = f"{TITLE.format(2016)}政府信息公开情况统计表\n\n"
HEAD = "统计指标 单位 统计数\n"

RESULTS = "结果 结果 其他 尚未 总计 " * 3 + "\n" + "维持 纠正 结果 审结 " * 3 + "\n"
CASES = "1 0 0 2 3 4 0 1 0 5 7 0 0 0 7\n"
SUED = {
    "disputes.reconsideration.upheld": 1,
    "disputes.reconsideration.pending": 2,
    "disputes.litigation.direct.other": 1,
    "disputes.litigation.after_reconsideration.upheld": 7,
    "disputes.litigation.after_reconsideration.total": 7,
}
APPLICANTS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
COLUMNS = (
    *("natural_person", "enterprise", "research_institution", "public_interest_organization"),
    *("legal_service_organization", "other_organization", "total"),
)
DECIDED = "信息内容 本年处理决定数量\n行政许可 12\n行政处罚 187\n行政强制 7\n"
CHANGED = [f"proactive.penalties.{name}" for name in ("previous_items", "change", "decisions")]
NEW, OVER = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"


def row(name: str, *figures: int) -> dict[str, int]:
    """The facts of a row of section 3."""
    columns = (f"requests.{name}.{column}" for column in COLUMNS)
    return dict(zip(columns, figures, strict=True))


def listed(**figures: int | Money) -> dict[str, int | Money]:
    """The facts of some rows of the list of 2014."""
    return {f"indicators.{name.replace('__', '.')}": value for name, value in figures.items()}


Case = tuple[str, Mapping[str, int | Money], Sequence[str]]
"""A document, the figures that it tells, and the facts that it does not tell."""

EXAMPLES: Mapping[str, Case] = {
    "行政复议 drawn at the middle of its two rows, below 行政诉讼": (
        (
            f"{DISPUTES}          行政诉讼\n行政复议  未经复议  复议后起诉\n          直接起诉\n"
            f"{RESULTS}{CASES}"
        ),
        SUED,
        (),
    ),
    "行政复议 on a line of its own between the others": (
        (
            f"{DISPUTES}          行政诉讼\n行政复议\n    未经复议直接起  复议后起诉\n      诉\n"
            f"{RESULTS}{CASES}"
        ),
        SUED,
        (),
    ),
    "自然人 and 总计 drawn between 法人或其他组织 and its columns": (
        (
            f"{REQUESTS}申请人情况\n      法人或其他组织\n自然人              总计\n"
            "  商业企业 科研机构 社会公益组织 法律服务机构 其他\n\n"
            f"{NEW} 3 1 0 0 0 2 6\n{OVER} 1 0 0 0 0 0 1\n（一）予以公开 4 1 0 0 0 2 7\n"
        ),
        {**row("received", 3, 1, 0, 0, 0, 2, 6), **row("outcomes.granted", 4, 1, 0, 0, 0, 2, 7)},
        (),
    ),
    "a list of which every label is broken, a piece a line": (
        (
            f"{LIST}统计指标\n单位\n统计数\n一、主动公开情况\n（一）主动公\n开政府信息数（\n"
            "不同渠道和方式\n公开相同信息计\n"
            "1条）\n条\n71\n其中：主动公\n开规范性文件数\n条\n8\n制发规范性文\n件总数\n件\n9\n"
            "（二）通过不同渠道和方式公开政府信息的情况\n1.政府公\n报公开政府信息\n数\n条\n0\n"
            "2.政府网站\n公开政府信息数\n"
            "条\n71\n3.政务微博\n公开政府信息数\n条\n5\n4.政务微信公\n开政府信息数\n条\n16\n"
            "5.其他方\n式公开政府信息\n数\n"
            "条\n0\n二、回应解读情况\n（一）回应\n公众关注热点或\n重大舆情数（不\n"
            "同方式回应同一\n热点或舆情计1\n次）\n次\n2\n"
            "（二）通过不同渠道和方式回应解读的情况\n1.参加或举办\n新闻发布会总\n次数\n次\n3\n"
            "3.政策解读\n稿件发布数\n篇\n4\n"
        ),
        listed(
            disclosure__total=71,
            disclosure__normative_documents=8,
            disclosure__channels__website=71,
            disclosure__channels__wechat=16,
            response__hot_topics=2,
            response__interpretations=4,
        ),
        (),
    ),
    "行政诉讼 as the first piece of a label of the list": (
        (
            f"{LIST}{HEAD}四、行政复议 件 5\n数量\n（一）维持具体 件 2\n行政行为数\n"
            "（二）被依法 件 3\n纠错数\n"
            "（三）其他情形 件 0\n数\n五、行政诉讼 件 6\n数量\n（一）维持具\n"
            "体行政行为或者 件 6\n驳回原告诉讼请\n求数\n"
            "（二）被依法纠 件 0\n错数\n"
        ),
        listed(
            reconsideration__total=5,
            reconsideration__corrected=3,
            litigation__total=6,
            litigation__upheld=6,
        ),
        (),
    ),
    "figures glued to their units, and to the labels before": (
        (
            f"{LIST}{HEAD}六、举报投诉数量 件 4\n七、依申请公开信息收取的费用 万元0.5\n"
            "（四）政府信息公开专项经费（不包括用于政府\n"
            "公报编辑管理及政府网站建设维护等方面的经费）万元83\n（二）举办各类培训班数次12\n"
            "（三）接受培训\u2f08员数\u2f08次88（含线上）\n"
        ),
        listed(
            complaints=4,
            fees=Money(Decimal("0.5"), "万元"),
            training__courses=12,
            training__participants=88,
            organization__funding=Money(Decimal(83), "万元"),
        ),
        (),
    ),
    "figures between the pieces of their labels, and blank rows among them": (
        (
            f"{LIST}{HEAD}（一）收\n件 25\n到申请数\n1.\n件 0\n当面申请数\n2.传真申请数 件 6\n"
            "3.\n件\n网络申请数\n4.信\n"
            "件 19\n函申请数\n（二）\n件 20\n申请办结数\n1.按时办结数 件 20\n2.延期办结数 件\n"
            "（三）\n件 108\n申请答复数\n"
        ),
        listed(
            applications__received=25,
            applications__in_person=0,
            applications__fax=6,
            applications__letter=19,
            applications__concluded=20,
            applications__on_time=20,
            applications__answered=108,
        ),
        ("indicators.applications.online", "indicators.applications.extended"),
    ),
    "signs for nothing that are two dashes, far to the right": (
        (
            f"{LIST}                 统计指标\n                    单位\n"
            "                   统计数\n一、主动公开情况\n"
            "                     --  -- \n                     --  -- \n"
            "其中：主动公开规范性文件数\n"
            "                      条\n                      15\n制发规范性文件总数\n"
            "                      件\n"
            "                      61\n（二）通过不同渠道和方式公开政府信息的情况\n"
            "                     --  -- \n"
            "                     --  -- \n1.政府公报公开政府信息数\n                      条\n"
            "                      94\n"
        ),
        listed(
            disclosure__normative_documents=15,
            disclosure__normative_documents_issued=61,
            disclosure__channels__gazette=94,
        ),
        (),
    ),
    "notes broken by a blank, and by the end of the line": (
        (
            f"{LIST}{HEAD}3.网络申请数 件 7\n4.信函申请数 件 3（均为上 年结转）\n"
            "（二）申请办结数 件\n9（含上年\n结转2件）\n"
            "1.按时办结数 件 9\n"
        ),
        listed(applications__online=7, applications__letter=3, applications__on_time=9),
        ("indicators.applications.concluded",),
    ),
    "a note broken by the end of the line behind its figure's label": (
        (
            f"{LIST}{HEAD}3.网络申请数 件 7\n（二）申请办结数 件 9（含上年\n结转2件）\n"
            "1.按时办结数 件 9\n"
        ),
        listed(applications__online=7, applications__on_time=9),
        ("indicators.applications.concluded",),
    ),
    "a row of one figure behind a bar without blanks": (
        f"{LIST}{HEAD}3.网络申请数|7\n（二）申请办结数|9件\n1.按时办结数|8\n",
        listed(applications__online=7, applications__concluded=9, applications__on_time=8),
        (),
    ),
    "a list that runs on in its lines, wide gaps between the cells": (
        (
            f"{LIST}统计指标   单位   统计数 3.网络申请数   件   7 4.信函申请数   件   3 "
            "（二）申请办结数   件   9 1.按时办结数   件   9\n"
        ),
        listed(
            applications__online=7,
            applications__letter=3,
            applications__concluded=9,
            applications__on_time=9,
        ),
        (),
    ),
    "labels in one column of the text, figures in the next": (
        (
            f"{LIST}统计指标\n\n其中：主动公开规范性文件数\n\n制发规范性文件总数\n\n"
            "1.政府公报公开政府信息数\n\n2.政府网\n站公开政府信息数\n\n"
            "单位\n\n条\n\n件\n\n条\n\n条\n\n统计数\n\n15\n\n61\n\n94\n\n18\n\n"
            "3.政务微博公开政府信息数 条 7\n"
        ),
        listed(disclosure__channels__weibo=7),
        (
            "indicators.disclosure.normative_documents",
            "indicators.disclosure.normative_documents_issued",
            "indicators.disclosure.channels.gazette",
            "indicators.disclosure.channels.website",
        ),
    ),
    "two figures in a cell, as many as columns, that add up": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW}\n| | | | 38 53 | 56 | 1 | 39 | 0 187 |\n"
            "|---|---|---|---|---|---|---|---|\n"
            f"\n{OVER} 1 0 0 0 0 0 1\n（一）予以公开 4 0 0 0 0 0 4\n"
        ),
        row("received", 38, 53, 56, 1, 39, 0, 187),
        (),
    ),
    "a figure glued to one whose thousands are set off": (
        (
            f"{REQUESTS}| 申请人情况 | {' | '.join(APPLICANTS.split())} |\n{'|---' * 8}|\n"
            f"| {NEW} | 1,494151 | 113 | 85 | 0 | 0 | 1,843 |\n"
            f"| {OVER} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        ),
        row("received", 1494, 151, 113, 85, 0, 0, 1843),
        (),
    ),
    "signs for nothing beside figures in one cell": (
        (
            f"{REQUESTS}| 申请人情况 | {' | '.join(APPLICANTS.split())} |\n{'|---' * 8}|\n\n"
            f"| {NEW} | / 27 / | / / | / 27 |\n|---|---|---|---|\n"
            f"| {OVER} | | | |\n| | / 2 / | / / | / 2 |\n| （一）予以公开 | / 4 1 | / / | / 5 |\n"
        ),
        {
            "requests.received.enterprise": 27,
            "requests.received.total": 27,
            "requests.outcomes.granted.enterprise": 4,
            "requests.outcomes.granted.research_institution": 1,
        },
        ("requests.carried_over.enterprise",),
    ),
    "a header of which a line was broken, so that it begins anew": (
        (
            f"{PROACTIVE}| 信息内容 | 本年制发件数 | 本年废止件数\n | 现行有效件数 |\n"
            "|---|---|---|---|\n| 规章 | 1 | 8 | 29 |\n行政规范性文件\n"
            "| | 8 | 1 | 35 |\n|---|---|---|---|\n"
        ),
        {},
        ("proactive.rules.issued", "proactive.normative_documents.in_force"),
    ),
    "a group's label drawn over those beside it, in rows between bars": (
        (
            f"{REQUESTS}|申请人情况|\n|法人或其他组织|\n|自然人|--------|总计|\n"
            f"|商业企业|科研机构|社会公益组织|法律服务机构|其他| |\n"
            f"|{NEW}\n|96|103|0|5|38|11|253|\n|{OVER}\n|1|0|0|0|0|0|1|\n"
        ),
        row("received", 96, 103, 0, 5, 38, 11, 253),
        (),
    ),
    "neither the rows of 其他处理 nor one for all": (
        f"{REQUESTS}{APPLICANTS}{NEW} 4 0 0 0 0 0 4\n{OVER} 1 0 0 0 0 0 1\n",
        row("carried_over", 1, 0, 0, 0, 0, 0, 1),
        ("requests.outcomes.other.fee_unpaid.total",),
    ),
    "a label above a table whose header lacks it": (
        (
            f"{TITLE.format(2019)}二、主动公开政府信息情况\n\n第二十条第（八）项\n本年增/减\n"
            "| | 信息内容 | 上一年项目数量 | | |\n|---|---|---|---|---|\n"
            "\n| | 行政事业性收费 | | 35 | -2 |\n|---|---|---|---|---|\n"
        ),
        {},
        ("proactive.fees.previous_items", "proactive.fees.change"),
    ),
    "two signs in one cell, and a blank one before": (
        (
            f"{REQUESTS}| 申请人情况 | {' | '.join(APPLICANTS.split())} |\n{'|---' * 8}|\n"
            f"| {NEW} | | 27 | 3 | — — | — | — | 30 |\n| {OVER} | | 1 | — | — 2 | — | — | 3 |\n"
            "| （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
        ),
        {"requests.outcomes.granted.natural_person": 4},
        ("requests.received.natural_person", "requests.carried_over.public_interest_organization"),
    ),
    "fewer signs for nothing than a row has columns": (
        f"{REQUESTS}{APPLICANTS}{NEW}\n—\n—\n{OVER} 1 0 0 0 0 0 1\n（一）予以公开 4 0 0 0 0 0 4\n",
        row("carried_over", 1, 0, 0, 0, 0, 0, 1),
        tuple(row("received", *range(7))),
    ),
    "two figures in a cell, fewer than columns": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW}\n| | | | 48 0 | 30 | 4 | 59 141 |\n"
            "|---|---|---|---|---|---|---|\n"
            f"\n{OVER} 1 0 0 0 0 0 1\n（一）予以公开 4 0 0 0 0 0 4\n"
        ),
        row("carried_over", 1, 0, 0, 0, 0, 0, 1),
        tuple(row("received", *range(7))),
    ),
    "a label over two cells with the first figure at its end": (
        (
            f"{TITLE.format(2019)}二、主动公开政府信息情况\n\n"
            "|信息内容|上一年项目数量|本年增/减|处理决定数量|\n|---|---|---|---|\n"
            "|行政处罚|10|3|20|\n|行政强制|5|0|8|\n|信息内容|上一年项目数量|本年增/减||\n"
            "|行政事业性|收费6|-2||\n"
        ),
        {"proactive.penalties.change": 3},
        ("proactive.fees.previous_items", "proactive.fees.change"),
    ),
    "pieces of a group's label, and letters of it, between those of a row's": (
        (
            f"{REQUESTS}{APPLICANTS}{NEW} 30 1 0 0 0 2 33\n{OVER} 0 0 0 0 0 0 0\n三、本年度\n"
            "  1.本机关不掌握相关政府信\n办理结果                          0 0 0 0 4 5 9\n  息\n"
            "（四）无法\n"
            "  2.没有现成信息需要另行制\n提供                              8 5 1 4 0 0 18\n  作\n"
            "（五）\n  3.要求提供公开出\n不             60 9 8 2 1 7 87\n  版物\n予\n"
            "处 4.无正当理由大量\n"
            "               4 3 4 2 3 4 20\n理 反复申请\n"
        ),
        {
            **row("outcomes.unavailable.not_held", 0, 0, 0, 0, 4, 5, 9),
            **row("outcomes.unavailable.requires_creation", 8, 5, 1, 4, 0, 0, 18),
            **row("outcomes.not_processed.published_material", 60, 9, 8, 2, 1, 7, 87),
            **row("outcomes.not_processed.excessive", 4, 3, 4, 2, 3, 4, 20),
        },
        (),
    ),
    "the first of a group's rows beginning beside the group's label": (
        (
            f"{REQUESTS}申请人情况\t{APPLICANTS.replace(' ', chr(9))}"
            f"{NEW}\t7\t0\t46\t9\t19\t18\t99\n"
            f"{OVER}\t0\t0\t0\t0\t0\t0\t0\n（六）其他处理\t1.申请\n人无正当\n理由逾期\n"
            "不补正、\n行政机关\n不再处理\n"
            "其政府信\n息公开申\n请\t0\t0\t37\t0\t0\t0\t37\n2.申请\n人逾期未\n按收费通\n"
            "知要求缴\n纳费用、\n行政机关\n"
            "不再处理\n其政府信\n息公开申\n请\t7\t0\t9\t9\t19\t18\t62\n"
            "3.其他\t0\t0\t0\t0\t0\t0\t0\n"
        ),
        {
            **row("outcomes.other.not_corrected_in_time", 0, 0, 37, 0, 0, 0, 37),
            **row("outcomes.other.fee_unpaid", 7, 0, 9, 9, 19, 18, 62),
        },
        (),
    ),
    "the unit of an amount parted by AsciiDoc's line break": (
        (
            f"{PROACTIVE}|===\n|信息内容 |本年处理决定数量\n|行政许可 |12\n|行政处罚 |187\n"
            "|信息内容 |本年收费金额（万 +\n"
            "元）\n|行政事业性收费 |84.5\n|===\n"
        ),
        {"proactive.fees.amount": Money(Decimal("84.5"), "万元")},
        (),
    ),
    "a list of 2014 that was cut off": (
        (
            f"{LIST}（二）举办各类培训班数 次 3\n（三）接受培训人员数 人次 88\n"
            "六、举报投诉数量 件 4\n七、依申请公开信息收取的费用 万元 0\n"
        ),
        listed(training__participants=88),
        ("indicators.disclosure.total", "indicators.applications.received"),
    ),
    "a list of 2014 of which nothing is left but its name": (
        (
            f"{LIST}统计指标 单统计数\n一、主动公开情\ufffd———\n（一）主动公开\n政府信息数（不\n"
            "同渠道 公条0\n"
        ),
        {},
        ("indicators.disclosure.total",),
    ),
    "其他 in a list of subjects that stands over the report": (
        (
            "主题分类\n其他\n"
            f"{REQUESTS}申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n"
            f"法律服务机构\n其他\n{NEW}\n3\n1\n0\n4\n0\n2\n10\n{OVER}\n1\n0\n0\n0\n0\n0\n1\n"
            "（一）予以公开\n4\n1\n0\n4\n0\n2\n11\n"
        ),
        {**row("received", 3, 1, 0, 4, 0, 2, 10), **row("outcomes.granted", 4, 1, 0, 4, 0, 2, 11)},
        (),
    ),
    "a label of the block before, drawn below its rows": (
        (
            f"{TITLE.format(2019)}二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容\n"
            "上一年项目数量\n本年增/减\n行政许可\n35\n-2\n处理决定数量\n第二十条第（六）项\n"
            "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n8\n+3\n14\n"
        ),
        dict(zip(CHANGED, (8, 3, 14), strict=True)),
        ("proactive.licensing.previous_items", "proactive.licensing.change"),
    ),
    "a header of which a page's text has one label, the others over the block": (
        (
            f"{TITLE.format(2019)}二、主动公开政府信息情况\n\n本年增/减\n处理决定数量\n"
            "第二十条第（六）项\n信息内容\n上一年项目数量\n行政处罚\n8\n/\n14\n行政强制\n3\n/\n/\n"
        ),
        {CHANGED[0]: 8, CHANGED[2]: 14, "proactive.compulsion.previous_items": 3},
        (),
    ),
    "rows a figure a line, each over its label, signs for nothing among them": (
        (
            f"{PROACTIVE}信息内容\n本年制发件数 本年废止件数 现行有效件数\n120\n—\n1\n规章\n"
            "8\n871\n—\n行政规范性文件\n"
        ),
        {},
        ("proactive.rules.issued", "proactive.normative_documents.repealed"),
    ),
    "the unit of an amount in a label broken over lines": (
        (
            f"{PROACTIVE}{DECIDED}信息内容     本年收费金额（\n             单位：万元）\n"
            "行政事业性收费 84.5\n"
        ),
        {"proactive.fees.amount": Money(Decimal("84.5"), "万元")},
        (),
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_a_text_tells_is_read_and_what_it_does_not_is_spoken_of(name: str) -> None:
    assert_told(*EXAMPLES[name])


def test_parts_of_a_row_that_do_not_add_up_are_left_open() -> None:
    each = "结果维持 结果纠正 其他结果 尚未审结 总计\n"
    text = (
        f"{DISPUTES}行政复议\n{each}0\n0\n0\n3\n3\n行政诉讼\n未经复议直接起诉\n复议后起诉\n"
        f"{each * 2}3\n0\n0\n0\n0\n0\n0\n7\n1\n3\n"
    )
    untold = [
        "disputes.litigation.direct.upheld",
        "disputes.litigation.after_reconsideration.total",
    ]
    assert_told(text, {"disputes.reconsideration.total": 3}, untold)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param(
            f"{REQUESTS}{APPLICANTS}{NEW} 0 10 0 0 0 0 10\n"
            f"       4         4\n{OVER} 1 0 0 0 0 0 1\n",
            "requests",
            id="right below a row",
        ),
        pytest.param(
            f"{LIST}{HEAD}（一）收到申请数 件 25\n1.当面申请数 件 3\n"
            "1340        2.传真申请数 件 5\n3.网络申请数 件 7\n",
            "indicators",
            id="before a label in its line",
        ),
    ],
)
def test_the_rest_of_figures_that_a_narrow_cell_wrapped_is_spoken_of(text: str, part: str) -> None:
    said = govinfo.parse(text.encode()).diagnostics
    assert "GI118" in [one.code for one in said if one.path == part]


def test_a_bullet_before_every_line_is_no_cells_own() -> None:
    results = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    text = f"{DISPUTES}行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n{results * 3}" + "\n".join(
        CASES.split()
    )
    lines = [f"- {line}" for line in text.splitlines() if line]
    assert_told("\n".join(lines), SUED, ())


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_a_label_lost_before_the_first_row_leaves_the_others_theirs(parted: str) -> None:
    """One row's figures have no label over them: those after it still stand under theirs."""
    lines = [
        *("二、主动公开政府信息情况", "第二十条第", "信息内容"),
        *("本年制发件数", "本年废止件数", "现行有效件数", "", "2", "1", "7"),
        *("行政规范性文件", "3", "0", "9", "第二十条第", "信息内容", "本年处理决定数量"),
        *("行政许可", "124", "第二十条第", "信息内容", "本年处理决定数量"),
        *("行政处罚", "0", "行政强制", "6", "第二十条第", "信息内容"),
        *("本年收费金额单位：万元", "行政事业性收费", "1.5"),
    ]
    report = govinfo.parse(parted.join(lines).encode(), format="text")
    found = {p: str(f.value) for p, f in report.facts.items() if f.value is not None}
    assert found == {
        "proactive.normative_documents.issued": "3",
        "proactive.normative_documents.repealed": "0",
        "proactive.normative_documents.in_force": "9",
        "proactive.licensing.decisions": "124",
        "proactive.penalties.decisions": "0",
        "proactive.compulsion.decisions": "6",
        "proactive.fees.amount": "1.5万元",
    }
    assert "GI118" in {one.code for one in report.diagnostics}


def test_where_labels_may_stand_after_their_figures_nothing_is_told() -> None:
    lines = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    lines += ["2", "1", "7", "规章", "3", "0", "9", "行政规范性文件"]
    report = govinfo.parse("\n".join(["二、主动公开政府信息情况", *lines]).encode(), format="text")
    assert report.facts["proactive.rules.issued"].value is None
    said = {one.path: one.message for one in report.diagnostics}
    assert "2 1 7" in said["proactive"]
    assert "3 0 9" in said["proactive.rules"]


def test_digits_set_apart_are_no_part_of_a_label() -> None:
    # pdftotext of a page whose style sheet spaces its letters.
    text = f"""{TITLE.format(2019)}二、主动公开政府信息情况

第二十条第（六）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政处罚 2 0 3
行政强制 0 + 6 5 0
第二十条第（八）项
信息内容 上一年项目数量 本年增/减
行政事业性收费 6 1 8 + 3 6
"""
    report = govinfo.parse(text.encode())
    names = ("compulsion.previous_items", "compulsion.change", "fees.previous_items", "fees.change")
    told = {one.path for one in report.diagnostics}
    for name in names:
        assert report.facts[f"proactive.{name}"].value is None
        assert f"proactive.{name.split('.')[0]}" in told


def test_rows_behind_a_run_of_labels_are_not_the_last_ones_alone() -> None:
    # pdftotext prints a page's column of labels, then the figures of all of them.
    text = f"""{REQUESTS}{APPLICANTS}{NEW} 7 0 0 0 0 0 7
{OVER} 0 0 0 0 0 0 0
5.要求行政机关确认或重新出具已获取信息 5 0 0 0 0 0 5
（六）其他处理
（七）总计
四、结转下年度继续办理

0 0 0 0 0 0 0
5 0 0 0 0 0 5
2 0 0 0 0 0 2
"""
    report = govinfo.parse(text.encode())
    assert report.facts["requests.carried_forward.natural_person"].value is None
    assert "requests.carried_forward" in {one.path for one in report.diagnostics}


def test_a_figure_glued_to_the_label_of_the_next_row_is_not_that_rows() -> None:
    # PyMuPDF sorts a page's words by height: rows that overlap stand on one line.
    report = govinfo.parse(DECIDED_ON_ONE_LINE.encode())
    assert report.facts["proactive.penalties.decisions"].value is None
    assert report.facts["proactive.compulsion.decisions"].value == 3
    assert "proactive.penalties" in {one.path for one in report.diagnostics}


DECIDED_ON_ONE_LINE = f"""{PROACTIVE}第二十条第（五）项
信息内容         本年处理决定数量
行政许可                             12
第二十条第（六）项
信息内容         本年处理决定数量
行政处罚                             9行政强制                              3
第二十条第（八）项
信息内容         本年收费金额（单位：万元）
行政事业性收费                       0.5
"""


def test_every_row_whose_label_is_lost_is_named_however_far_the_next_label_is() -> None:
    """A cell a line: eleven rows stand between two labels, fewer than the template has there."""
    lost = [[each, 0, 0, 0, 0, 0, each] for each in range(11, 22)]
    cells = [
        *APPLICANTS.split(),
        *(NEW, *"9000009", OVER, *"0000000", "三、本年度办理结果", "（一）予以公开", *"9000009"),
        *("（三）不予公开", *(str(figure) for figures in lost for figure in figures)),
        *("（七）总计", *"9000009", "四、结转下年度继续办理", *"0000000"),
    ]
    report = govinfo.parse((REQUESTS + "\n\n".join(cells)).encode())
    named = {one.message for one in report.diagnostics if one.code == "GI118"}
    for figures in lost:
        raw = " ".join(map(str, figures))
        assert sum(raw in message for message in named) == 1, raw
    assert report.facts["requests.outcomes.denied.state_secret.total"].value is None
