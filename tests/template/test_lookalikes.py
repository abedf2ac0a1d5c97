"""Documents that look like reports, and reports that look like something else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import govinfo
import layouts
from govinfo import NotAReport, Proactive2021, Report, Requests

NOTICE = """关于做好2023年政府信息公开工作年度报告编制工作的通知
各乡镇人民政府，县直各单位：
现就有关事项通知如下。
一、报告内容
（一）总体情况。
（二）主动公开政府信息情况。
（三）收到和处理政府信息公开申请情况。
（四）政府信息公开行政复议、行政诉讼情况。
（五）存在的主要问题及改进情况。
（六）其他需要报告的事项。
二、时限要求
每年1月31日前向社会公布。
某县人民政府办公室
2023年12月20日
"""
NOTICE_OF_A_FORM = """国务院办公厅政府信息与政务公开办公室关于印发政府信息公开工作年度报告格式的通知
一、总体情况
概述本年度工作。
二、主动公开政府信息情况
本部分以表格列示。
三、收到和处理政府信息公开申请情况
本部分以表格列示。
"""
SAMPLE = """政府信息公开年度工作报告范文
本年度报告由市区编制，全文包括概述和各部分。
一、概述
本区专门配备了 132 名人员。
二、主动公开政府信息情况
本区累计主动公开政府信息 5928 条。
"""
RULES = """第一条 为做好政府信息公开工作，制定本制度。
第二条 年度报告由办公室组织编制。
第三条 各科室编制政府信息公开工作年度报告{}
一、总体情况
二、主动公开政府信息的情况
三、其他需要报告的事项
第四条 年度报告每年1月报送。
"""
NOTICE_ON_THREE_LINES = """某省人民政府办公厅
关于政府信息公开工作年度报告
有关事项的通知
各市人民政府：
一、总体情况
概述本年度工作。
二、主动公开政府信息情况
本部分以表格列示。
"""
NOTICE_BROKEN_ELSEWHERE = NOTICE_ON_THREE_LINES.replace(
    "关于政府信息公开工作年度报告\n有关事项的通知",
    "关于做好2022年政府信息公开工作年度报告\n编制发布工作的通知",
)
notice_with_blank_tables = NOTICE_ON_THREE_LINES.replace(
    "本部分以表格列示。\n",
    """第二十条第（一）项
信息内容
本年新制作数量
本年新公开数量
对外公开总数量
规章
规范性文件
第二十条第（五）项
信息内容
上一年项目数量
本年增/减
处理决定数量
行政许可
其他对外管理服务事项
""",
)
REPORT_FORM = """中华人民共和国
政府信息公开工作年度报告格式
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
"""
INSTRUCTIONS = """关于报送2023年度政府信息公开工作年度报告的函
各有关单位：
请按要求报送，一并报送电子版。
一、总体情况部分应当概括。
二、时间要求
"""
GUIDE = """某县水务局政府信息公开指南
为便于公众获取信息，编制本指南。
一、主动公开政府信息
（一）公开范围
见目录。
二、依申请公开政府信息
（一）受理机构
办公室。
三、不予公开政府信息的情形
依条例执行。
四、监督和行政复议
可申请行政复议。
"""
CATALOGUE = """某县水务局政府信息公开目录
一、主动公开的内容
机构职能。
二、依申请公开的内容
其他信息。
"""
HALF_YEAR = """2023年上半年政府信息公开情况统计
发布日期：2023-07-10
一、总体情况
上半年公开信息30条。
二、主动公开情况
30条。
三、依申请公开情况
2件。
"""
QUARTER = """某县2023年第三季度政务公开工作情况通报
一、总体情况
三季度发布信息80条。
二、主动公开情况
较好。
"""
MONTH = """某县政府信息公开工作2023年9月份统计报表
一、总体情况
公开12条。
二、依申请公开
0件。
"""
NEWS = """某县召开政府信息公开工作年度报告编制培训会
1月5日，某县召开培训会，部署年度报告编制工作。
会议要求，要按时公布。
"""
NEWS_OF_REPORTS = """某县发布2023年政府信息公开工作年度报告
1月20日，某县公布年度报告，全年公开信息800条。
"""
WEBSITE = """政府网站工作年度报表
（2023年度）
填报单位：某县人民政府办公室
信息发布（单位：条）\t总数\t5123
解读回应\t解读信息发布\t60
回应公众关注热点或重大舆情数量（单位：次）\t12
"""
ESSAY = """政府信息公开年度报告制度研究
[摘要]年度报告是监督信息公开的制度。
关键词：信息公开；年度报告
一、年度报告的总体情况
各地报告的内容不一。
二、主动公开信息的情况
各地口径不同。
三、存在的主要问题及改进
应当统一。
参考文献：
"""
THESIS = """我国地方政府信息公开年度报告质量评价
摘要：本文以31份年度报告为样本。
一、总体情况
样本来自各省。
二、存在的问题
内容雷同。
"""
EVALUATION = """某市2023年政务公开第三方评估报告
一、总体情况
得分有所提高。
二、主动公开情况
较好。
三、存在的问题
解读不足。
"""
ENGLISH = """Annual Report on Open Government Information of the Water Bureau, 2023
I. Overall situation
The bureau published 30 items.
II. Information disclosed on its own initiative
III. Requests received and processed
1. New requests received this year: 2
"""
LISTING = """政府信息公开年报
某县水务局2023年政府信息公开工作年度报告
2024-01-20
某县教育局2023年政府信息公开工作年度报告
2024-01-19
某县民政局2023年政府信息公开工作年度报告
2024-01-18
某县档案局2022年政府信息公开工作年度报告
2023-01-18
"""
DOWNLOAD = """2018年度政府信息公开情况统计表
- 格式:doc
- 大小:70.00 KB
- 文档页数:7
"""
RULES_ON_STATISTICS = """某市统计局政府信息公开统计制度
一、统计范围：局机关各科室。
二、主动公开政府信息情况
按月统计。
三、依申请公开政府信息情况
按月统计。
"""
CODES = """某市政府信息公开情况统计报表
指标名称\t计量单位\t代码\t本期实际\t本年累计
主动公开信息数\t条\t01\t\t
其中：1.当面申请数\t条\t11\t\t
2.传真申请数\t条\t12\t\t
3.网络申请数\t条\t13\t\t
4.信函申请数\t条\t14\t\t
申请答复数\t条\t17\t\t
2.同意公开答复数\t条\t18\t\t
行政复议数\t件\t32\t\t
行政诉讼数\t件\t33\t\t
"""
OTHER_LAW = """某县人民政府2023年法治政府建设年度报告
一、总体情况
依法行政水平提高。
二、主要问题
执法规范化有待加强。
三、下一步打算
加强培训。
"""
BUDGET = """某县水务局2023年部门预算公开说明
一、部门基本情况
二、收支总体情况
三、主动公开情况说明
"""
POINTS = """某县2023年政务公开工作要点
一、主动公开重点领域信息
加强公开。
二、规范依申请公开工作
限时办结。
三、加强问题整改
"""
NOT_REPORTS = {
    name.lower(): text
    for name, text in list(globals().items())
    if name.isupper() and isinstance(text, str)
}


BESIDE_A_TABLE = {
    "law enforcement": """石桥县水务局2023年度行政执法情况统计表

执法类别|数量（件）
行政许可|871
行政处罚|34
行政强制|2
行政事业性收费|12
""",
    "law enforcement under the template's column": """石桥县市场监督管理局2023年行政执法数据公示

根据公示制度，现公布如下：

信息内容|本年处理决定数量
行政许可|1871
行政处罚|134
行政强制|20
""",
    "a list of powers": """石桥县水务局权责清单汇总表

序号|职权类别|事项数量
1|行政许可|12
2|行政处罚|187
3|行政强制|7
""",
    "a catalogue": """石桥县水务局主动公开内容目录

序号|公开事项|公开内容|公开时限
1|规章|执行的规章|20
2|行政许可|依据、条件|7
3|行政处罚|依据、程序|7
4|行政强制|依据、程序|20
5|行政事业性收费|项目、标准|20
""",
    "rule of law": """石桥县水务局2023年法治政府建设年度报告

一、总体情况

办理许可871件。

类别|件数
行政许可|871
行政处罚|34
行政强制|0

二、存在的主要问题

力量不足。
""",
    "marks given to others": """石桥县2023年政务公开第三方评估报告

一、总体情况

指标|平均分
行政许可|90
行政处罚|88
行政强制|70

二、存在的主要问题

解读不足。
""",
    "norms": """石桥县司法局2023年规章、行政规范性文件统计表

信息内容|本年制发件数|本年废止件数|现行有效件数
规章|0|0|2
行政规范性文件|14|3|35
""",
    "purchases": """石桥县2023年政府集中采购情况公示

信息内容|采购项目数量|采购总金额
政府集中采购|35|1820.5万元
""",
    "lawsuits": """石桥县2023年行政复议、行政应诉案件统计

一、总体情况

共收到申请45件。

行政复议|||||行政诉讼||||
结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
12|3|4|1|20|8|1|0|2|11
""",
    "requests of a month": """石桥县2024年3月份依申请公开办理情况统计表

申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
一、本月新收政府信息公开申请数量|3|1|0|0|0|0|4
二、上月结转政府信息公开申请数量|1|0|0|0|0|0|1
（一）予以公开|2|1|0|0|0|0|3
""",
    "a ledger": """石桥县水务局依申请公开工作台账

序号|申请人|申请人类别|申请内容|办理结果
1|张某|自然人|征地批文|予以公开
2|某公司|商业企业|许可名单|部分公开
3|李某|自然人|答复意见|信访举报投诉类申请
""",
    "three years": """石桥县近三年政府信息公开申请数据分析

项目|2021年|2022年|2023年
本年新收政府信息公开申请数量|12|25|31
上年结转政府信息公开申请数量|1|0|2
予以公开|8|14|20
部分公开|2|3|5
""",
    "a guide": """石桥县水务局政府信息公开指南

一、主动公开

见目录。

二、依申请公开

处理方式|说明
予以公开|提供信息
部分公开|区分处理
无法提供|本机关不掌握相关政府信息
不予处理|重复申请
""",
    "how to fill in": """政府信息公开工作年度报告填报说明

栏目|填报口径
本年新收政府信息公开申请数量|指当年收到的申请
上年结转政府信息公开申请数量|指上年未办结的申请
予以公开|指全部公开的
部分公开|指区分处理的
""",
    "a lesson": """政府信息公开年报编制培训讲义

填报举例

申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
一、本年新收政府信息公开申请数量|10|2|0|0|0|0|12
二、上年结转政府信息公开申请数量|1|0|0|0|0|0|1
四、结转下年度继续办理|2|0|0|0|0|0|2
""",
    "a quarter": """石桥县2023年第四季度政府信息公开情况统计表

统计指标|单位|统计数
（一）主动公开政府信息数|条|320
其中：主动公开规范性文件数|条|5
1.政府公报公开政府信息数|条|0
2.政府网站公开政府信息数|条|300
""",
    "a budget": """石桥县水务局2024年部门预算公开表

一、总体情况

收入3605万元。

项目|本年预算数（万元）
一般公共预算拨款|3605
行政事业性收费|182.32
总计|3787.32
""",
    "marks for organs": """2023年度政务公开考核评分表

指标|分值
主动公开政府信息情况|30
收到和处理政府信息公开申请情况|20
政府信息公开行政复议、行政诉讼情况|10
""",
}
"""Documents of other kinds, with a table that has labels of the template's; bars for tabs."""


def test_a_page_whose_menu_names_a_notice_is_a_report_by_the_figures_of_its_tables() -> None:
    attached = notice_with_blank_tables
    with pytest.raises(NotAReport, match="sections"):
        govinfo.parse(attached.encode())
    filled = attached.replace("规章\n", "规章\n0\n0\n2\n").replace("许可\n", "许可\n12\n0\n41\n")
    report = govinfo.parse(filled.encode())
    assert report.facts["proactive.licensing.decisions"].value == 41


SITE = """石桥县人民政府门户网站
首页
政务公开
政府信息公开指南
法定主动公开内容
政府信息公开年报
依申请公开
"""


def page(text: str) -> str:
    """A text as a web page, its lines of cells a table."""
    parts = []
    for lines in text.split("\n\n"):
        rows = [line.split("\t") for line in lines.splitlines()]
        if any(len(row) > 1 for row in rows):
            cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
        else:
            parts += [f"<p>{row[0]}</p>" for row in rows]
    heading, *rest = parts
    return f"<h1>{heading}</h1>{''.join(rest)}"


@pytest.mark.parametrize("name", BESIDE_A_TABLE)
@pytest.mark.parametrize("write", [str, page, lambda text: SITE + text])
def test_labels_that_other_documents_share_make_them_no_reports(
    name: str, write: Callable[[str], str]
) -> None:
    text = BESIDE_A_TABLE[name].replace("|", "\t")
    with pytest.raises(NotAReport):
        govinfo.parse(write(text).encode())


def test_a_text_without_its_title_is_read_by_its_tables() -> None:
    table = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t2\n"
    for text in (table, f"二、主动公开政府信息情况\n\n{table}"):
        assert govinfo.parse(text.encode()).facts["proactive.rules.in_force"].value == 2


@pytest.mark.parametrize(
    "preamble",
    [
        "根据条例规定，我镇编制了2016年度政府信息公开年度报告。如有疑问，请与我镇联系。",
        "本年度报告根据《中华人民共和国政府信息公开条例》要求编制，由四部分组成。",
        "现将政府信息公开情况公布。本报告中所列数据的统计期限自2016年1月1日起至12月31日止。",
    ],
)
def test_a_report_without_title_and_overview_is_told_by_its_preamble(preamble: str) -> None:
    sections = (
        "一、主动公开政府信息的情况\n2016年，我镇公开信息 177 条。\n"
        "二、依申请公开政府信息情况\n2016年，我镇没有收到申请。\n"
        "三、复议、诉讼和申诉情况\n2016年，没有发生。\n"
    )
    assert govinfo.parse(f"{preamble}\n{sections}".encode()).year == 2016
    other = "本年度报告根据法治政府建设要求编制，由三部分组成。"
    for text in (sections, f"{other}\n{sections}"):
        with pytest.raises(NotAReport):
            govinfo.parse(text.encode())


@pytest.mark.parametrize(
    "preamble",
    [
        "按照条例要求，现向社会公开《云岭市人民政府2023年政府信息公开工作年度报告》。",
        "根據條例，特編制雲嶺市水務局2023年度政府信息公開工作報告，並向社會公佈。",
        "我镇编制了2023年政府信息公开工作年度报告。",
        "根据《政府信息公开条例》和报告格式的要求，编制本年度报告。",
        "2023年度报告根据《政府信息公开条例》编制而成。",
        "现发布《云岭市水务局2023年政府信息公开工作年度报告》。",
        "现将2023年政务信息公开工作情况汇报如下。",
        "现把我局2023年政府信息公开工作情况报告如下。",
    ],
)
def test_a_report_that_was_cut_off_in_its_overview_is_told_by_its_preamble(preamble: str) -> None:
    begun = "一、总体情况\n2023年，收到申请2件，均已"
    assert govinfo.parse(f"{preamble}\n{begun}".encode()).year == 2023
    others = ["近年来，各地推进政府信息公开。", "现将2023年政务公开考核情况报告如下。"]
    for other in (*others, "现将2023年村务公开情况报告如下。"):
        with pytest.raises(NotAReport):
            govinfo.parse(f"{other}\n{begun}".encode())


ASPECTS = """一、总体情况
{0}主动公开方面。公开9条。
{1}依申请公开方面。未收到。
{2}平台建设。改版网站。
"""


@pytest.mark.parametrize("numbers", [("（一）", "（二）", "（三）"), ("1.", "2.", "3.")])
def test_an_overview_of_the_formats_aspects_is_a_report_s(numbers: tuple[str, ...]) -> None:
    text = f"{ASPECTS.format(*numbers)}2023年，全年公开政府信息9条。"
    assert govinfo.parse(text.encode()).overview is not None


def test_aspects_without_numbers_are_words_as_others_are() -> None:
    with pytest.raises(NotAReport):
        govinfo.parse(ASPECTS.format("", "", "").encode())


def test_a_plan_names_the_aspects_without_figures() -> None:
    plan = ASPECTS.format("1.", "2.", "3.").replace("公开9条", "及时公开").replace("未", "及时答")
    with pytest.raises(NotAReport):
        govinfo.parse(f"{plan}政府信息公开要常态化。".encode())


@pytest.mark.parametrize(
    "said",
    [
        "现将2023年政务公开工作要点印发如下。",
        "现将2023年政府信息公开工作上半年情况通报如下。",
        "请各单位编制本年度报告，2023年度报告数据统计期限为全年，政府信息公开应如实填报。",
        "公开2023年部门决算报告，推进政府信息公开。",
    ],
)
def test_what_is_said_of_other_things_makes_no_report(said: str) -> None:
    with pytest.raises(NotAReport):
        govinfo.parse(f"{said}\n一、总体要求\n2023年，要常态化。\n".encode())


def test_a_notice_by_its_first_sentence_is_refused_though_it_names_the_aspects() -> None:
    text = "根据政府信息公开条例，现就做好2023年年度报告编制工作通知如下。\n"
    with pytest.raises(NotAReport, match="sections"):
        govinfo.parse((text + ASPECTS.format("（一）", "（二）", "（三）")).encode())


def test_a_page_of_news_with_keywords_is_no_essay() -> None:
    title = "云岭省2012年政府信息公开工作年度报告（全文）\n关键词：公开信息 年度报告\n"
    report = govinfo.parse(f"{title}一、概述\n2012年，全省推进公开。\n".encode())
    assert (report.agency, report.year) == ("云岭省", 2012)


@pytest.mark.parametrize("name", NOT_REPORTS)
def test_what_looks_like_a_report_is_refused(name: str) -> None:
    with pytest.raises(NotAReport, match="no table of the template, no "):
        govinfo.parse(NOT_REPORTS[name].encode())


def test_what_was_found_and_what_lacks_is_said() -> None:
    with pytest.raises(NotAReport) as raised:
        govinfo.parse(HALF_YEAR.encode())
    said = str(raised.value)
    assert "statistics of a part of a year" in said
    assert "sections: overview, proactive, requests" in said
    assert "no table of the template, no title of a report" in said


def blank(cls: type) -> str:
    table = layouts.drawn(cls, dict.fromkeys(layouts.sound(cls, 1)))
    return layouts.markdown(table)


def test_a_sample_for_those_who_write_reports_is_refused() -> None:
    with pytest.raises(NotAReport, match="a lesson in writing reports"):
        govinfo.parse(SAMPLE.encode())


@pytest.mark.parametrize("stop", ["", "："])
def test_rules_on_reports_that_name_their_sections_are_refused(stop: str) -> None:
    with pytest.raises(NotAReport, match="it is rules"):
        govinfo.parse(RULES.format(stop).encode())


def test_a_list_of_what_is_disclosed_to_whom_is_refused() -> None:
    lines = (
        "云岭市水务局主动公开事项目录\n事项\n公开范围\n水费标准\n全社会\n政府信息公开工作年度报告\n"
    )
    with pytest.raises(NotAReport):
        govinfo.parse(f"{lines}主动公开政府信息的情况，其他需要报告的事项\n".encode())


@pytest.mark.parametrize("notice", [NOTICE_ON_THREE_LINES, NOTICE_BROKEN_ELSEWHERE])
def test_a_notice_whose_name_is_broken_over_lines_is_refused(notice: str) -> None:
    with pytest.raises(NotAReport, match="sections"):
        govinfo.parse(notice.encode())


@pytest.mark.parametrize(
    "notice",
    [NOTICE, NOTICE_OF_A_FORM, NOTICE_ON_THREE_LINES, NOTICE_ON_THREE_LINES + REPORT_FORM],
)
def test_a_notice_with_the_blank_form_is_refused(notice: str) -> None:
    table = blank(Proactive2021)
    with pytest.raises(NotAReport, match=r"it is (?:a notice|the form of reports)"):
        govinfo.parse(f"{notice}二、主动公开政府信息情况\n\n{table}".encode(), format="text")


@pytest.mark.parametrize("before", ["附件：样表\n", REPORT_FORM])
def test_the_blank_form_is_read_blank(before: str) -> None:
    form = "×××（单位）××××年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\n"
    text = f"{before}{form}{blank(Proactive2021)}\n三、收到和处理政府信息公开申请情况\n\n"
    report = govinfo.parse((text + blank(Requests)).encode(), format="text")
    assert {fact.value for fact in report.facts.values()} == {None}
    assert (report.agency, str(report.edition)) == (None, "2021")


def test_statistics_of_half_a_year_are_refused_with_their_table() -> None:
    table = layouts.tab_separated(layouts.drawn(Requests, layouts.balanced(1)))
    with pytest.raises(NotAReport, match="1 of the template's tables"):
        govinfo.parse(f"某县2023年上半年政府信息公开情况统计\n{table}".encode())


def test_one_table_under_the_name_of_another_report_is_refused() -> None:
    row = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    text = (
        f"2023年云岭市行政复议应诉案件统计报告\n行政复议\n{row}\n102\t23\t15\t12\t152\n"
        f"行政诉讼\n{row}\n45\t5\t3\t7\t60\n"
    )
    with pytest.raises(NotAReport, match="a report on something else"):
        govinfo.parse(text.encode())


older = """指标\t单位\t数量
收到申请数\t条\t5
其中：1.当面申请数\t条\t2
2.传真申请数\t条\t0
3.电子邮件申请数\t条\t3
对申请的答复总数\t条\t5
其中：1.同意公开答复数\t条\t4
"""


@pytest.mark.parametrize(
    "before",
    [
        "云岭市水务局2011年政府信息公开工作年度报告\n",
        "本报告由云岭市水务局编制，数据的统计期限为2011年1月1日至12月31日。\n",
    ],
)
def test_a_form_of_a_year_before_any_edition_feeds_no_fact_and_is_told(before: str) -> None:
    sections = "一、概述\n公开信息9条。\n二、存在的主要问题\n解读不够。\n"
    report = govinfo.parse(f"{before}{sections}{older}".encode())
    assert (report.year, report.edition) == (2011, None)
    assert not [fact for fact in report.facts.values() if fact.value is not None]
    assert [one.code for one in report.diagnostics] == ["GI116"]
    later = f"{before}{sections}{older}".replace("2011", "2015")
    assert govinfo.parse(later.encode()).facts["indicators.applications.received"].value == 5
    listed = older.replace("数量", "统计数")
    told = govinfo.parse(f"{before}{sections}{listed}".encode())
    assert told.facts["indicators.applications.received"].value == 5


def test_a_form_with_codes_in_a_report_feeds_no_fact_and_is_told() -> None:
    text = f"某市2009年政府信息公开工作年度报告\n一、概述\n我市推进公开。\n{CODES}"
    report = govinfo.parse(text.encode())
    assert (report.year, len(report.facts), report.edition) == (2009, 0, None)
    assert [(said.code, said.path) for said in report.diagnostics] == [("GI116", "indicators")]


@pytest.mark.parametrize(
    "text",
    [
        "某市人民政府2017年政府信息公开工作年度报告\n一、概述\n推进公开。\n三、问题和改进\n解读不够。\n",
        "某县水务局2023年政府信息公开工作年度报告\n本局全年公开信息30条，未收到申请。\n",
        "一、总体情况\n本局公开信息30条。\n二、主动公开政府信息情况\n见附表。\n",
        "一、总体情况\n（一）主动公开政府信息情况\n公开30条。\n（二）依申请公开情况\n未收到。\n",
        "某县水务局2023年政府信息公开工作年度报告\n一、总体情况\n上半年发布信息20条。\n二、主动公开\n无。\n",
        "某县水务局2023年政府信息公开工作年度报告\n一、总体情况\n修订公开指南。\n五、存在的主要问题\n关于培训的通知\n",
    ],
)
def test_a_report_without_tables_is_read(text: str) -> None:
    report = govinfo.parse(text.encode())
    assert report.facts == govinfo.Facts()


def test_a_report_amid_links_to_others_is_read() -> None:
    links = re.sub(r"^\d.*\n", "", LISTING, flags=re.MULTILINE)
    body = "一、总体情况\n本局公开信息30条。\n五、存在的主要问题及改进情况\n解读不够。\n"
    title = "某县水务局2023年政府信息公开工作年度报告\n"
    report = govinfo.parse(f"{title}{body}{links}".encode())
    assert (report.agency, report.year) == ("某县水务局", 2023)


MENU = """首页
政府信息公开指南
政府信息公开制度
关于印发公文处理办法的通知
政府网站工作年度报表
政府信息公开年报
"""


@pytest.mark.parametrize("title", ["2023年政府信息公开工作年度报告\n", ""])
def test_a_sites_menu_over_a_report_makes_it_no_other(title: str) -> None:
    body = "一、总体情况\n本局公开信息30条。\n二、主动公开政府信息情况\n见附表。\n"
    menu = MENU if title else MENU.replace("关于印发公文处理办法的通知\n", "")
    report = govinfo.parse(f"{menu}{title}{body}".encode())
    assert report.overview is not None
    assert report.overview.text == "本局公开信息30条。"


@pytest.mark.parametrize("edition", ["2014", "2019", "2021"])
@pytest.mark.parametrize("format", ["docx", "html", "text", "markdown"])
def test_the_blank_form_of_each_edition_is_read(edition: str, format: str) -> None:
    report = govinfo.parse(Report.blank(edition).render(format))
    assert str(report.edition) == edition
    assert {fact.value for fact in report.facts.values()} == {None}


def test_a_blank_report_under_a_menu_is_read_blank() -> None:
    menu = "首页\n公开征求意见\n政府信息公开工作年度报告\n"
    blank_tables = notice_with_blank_tables.partition("第二十条第（一）项")
    text = f"{menu}二、主动公开政府信息情况\n{blank_tables[1]}{blank_tables[2]}"
    report = govinfo.parse(text.encode())
    assert not [fact for fact in report.facts.values() if fact.value is not None]


def test_a_form_of_statistics_leads_to_no_report() -> None:
    with pytest.raises(NotAReport) as raised:
        govinfo.parse(f"附件3\n{CODES}".encode())
    assert "leads to the report" not in str(raised.value)


@pytest.mark.parametrize("link", ["附件：年度报告.docx", "点击查看原文", "report-2023.pdf"])
def test_a_page_that_only_leads_to_the_report_is_none(link: str) -> None:
    title = "云岭市水务局2023年政府信息公开工作年度报告"
    with pytest.raises(NotAReport, match="leads to the report"):
        govinfo.parse(f"{title}\n发布日期：2024-01-20\n{link}\n".encode())
    told = f"{title}\n本年度主动公开信息31条，收到申请2件，均已答复。\n{link}\n"
    assert govinfo.parse(told.encode()).year == 2023
