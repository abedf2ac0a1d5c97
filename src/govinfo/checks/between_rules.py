"""GI4xx: the rules between reports: two years of one organ, an organ and its subordinates."""

from __future__ import annotations

from govinfo.diagnostics import Rule, Severity, rule

NEXT = "―――― 另一份报告 ――――\n"
"""The line that parts the reports of an example: the earlier or the parent's stands first."""
_HEADER = """三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
"""


def _requests(agency: str, year: int, *rows: str) -> str:
    return "\n".join((f"{agency}{year}年政府信息公开工作年度报告", _HEADER + "\n".join(rows), ""))


def _row(label: str, count: int | str) -> str:
    return f"| {label} | {count} | 0 | 0 | 0 | 0 | 0 | {count} |"


def _year(year: int, over: int | str, forward: int) -> str:
    return _requests(
        "某县档案局",
        year,
        _row("一、本年新收政府信息公开申请数量", 5),
        _row("二、上年结转政府信息公开申请数量", over),
        _row("四、结转下年度继续办理", forward),
    )


_EN = "{cell} is printed as {printed}, but by last year's report it is {expected}: {sum}"
_ZH = "{cell}印为 {printed}，而按上年报告应为 {expected}：{sum}"
PENDING = rule(
    "GI401",
    "carried-over-differs",
    Severity.WARNING,
    en=_EN,
    zh=_ZH,
    what=(
        "The requests carried over from last year are not as many as last year's report carried forward.",
        "“上年结转”的件数与上年报告“结转下年度继续办理”的件数不一致。",
    ),
    why=(
        "It is one number printed twice: a request that is open at the end of a year is open at the beginning of the next. One of the two reports is wrong, or was corrected without the other.",
        "两处为同一数字：年末未办结的申请即下年初的结转件。两份报告至少有一份有误，或更正后未同步。",
    ),
    todo=(
        "Compare both with the register of requests at the turn of the year.",
        "与年末、年初的申请登记台账核对。",
    ),
    example=_year(2022, 0, 2) + NEXT + _year(2023, 1, 0),
)


def _items(year: int, previous: int, change: int) -> str:
    return f"""某县档案局{year}年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（五）项 | | | |
|---|---|---|---|
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | {previous} | {change} | 3 |
| 其他对外管理服务事项 | 0 | 0 | 0 |
"""


ITEMS = rule(
    "GI402",
    "previous-items-differ",
    Severity.WARNING,
    en=_EN,
    zh=_ZH,
    what=(
        "The items of last year are not those that last year's report ends with: its own items of the year before and its change.",
        "“上一年项目数量”不等于上年报告的“上一年项目数量”加“本年增/减”。",
    ),
    why=(
        "The table of 国办公开办函〔2019〕60号 tells a stock by its beginning and its change, so each year's beginning is the end of the year before.",
        "国办公开办函〔2019〕60号的表格以期初数和增减数反映存量，本年期初数即上年期末数。",
    ),
    todo=(
        "Compare with the list of powers and duties; where a list was counted anew, say so in a note.",
        "与权责清单核对；重新梳理清单的，应加注说明。",
    ),
    example=_items(2019, 20, 2) + NEXT + _items(2020, 25, 0),
)


def _documents(year: int, issued: int, repealed: int, in_force: int) -> str:
    return f"""某县档案局{year}年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
|---|---|---|---|
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | {issued} | {repealed} | {in_force} |
"""


IN_FORCE = rule(
    "GI403",
    "in-force-differs",
    Severity.WARNING,
    en=_EN,
    zh=_ZH,
    what=(
        "The documents in force are not those of last year's report with those issued this year and without those repealed.",
        "“现行有效件数”不等于上年报告的“现行有效件数”加本年制发件数、减本年废止件数。",
    ),
    why=(
        "Documents that lapse by themselves are often left out of 废止, and such as another organ issued are counted in one year only: then readers cannot tell what is in force.",
        "自然失效的文件常未计入“废止”，或其他机关制发的文件只在某一年计入，读者无从判断现行有效的文件。",
    ),
    todo=(
        "Compare with the list of documents in force; tell lapsed ones in a note.",
        "与现行有效文件目录核对；自然失效的，应加注说明。",
    ),
    example=_documents(2022, 3, 0, 10) + NEXT + _documents(2023, 2, 1, 12),
)
UNKNOWN = rule(
    "GI404",
    "carry-over-not-assessable",
    Severity.INFO,
    en="{count} of {all} identities of {code} with last year's report cannot be assessed, because "
    "cells are blank in either: {where}",
    zh="与上年报告之间 {code} 的 {all} 项勾稽关系中有 {count} 项因单元格空白无法判断：{where}",
    what=(
        "Cells of these identities are blank in this report or in last year's.",
        "这些勾稽关系涉及的单元格在本年或上年报告中为空白。",
    ),
    why=(
        "A blank cell is not 0: whether the identity is kept cannot be told.",
        "空白不等于 0，无法判断勾稽关系是否成立。",
    ),
    todo=("Print 0 where nothing is to be counted.", "没有发生的，请填 0。"),
    example=_year(2022, 0, 0) + NEXT + _year(2023, "", 0),
)
UNRELATED = rule(
    "GI405",
    "not-two-years-of-one-organ",
    Severity.WARNING,
    en="the reports are those of {last} and of {this}: what one year hands on to the next is not "
    "compared",
    zh="两份报告分别为{last}和{this}的报告，未核对年度之间的勾稽关系",
    what=(
        "The titles name years that do not follow one another, or different organs.",
        "两份报告的标题所示年度不相连，或机关不同。",
    ),
    why=(
        "Identities between years hold for one organ and its next year only.",
        "年度之间的勾稽关系只适用于同一机关相连的两个年度。",
    ),
    todo=(
        "Give the earlier report first; where the organ was renamed, compare the reports by hand.",
        "请将上年报告列在前面；机关更名的，请人工核对。",
    ),
    example=_year(2021, 0, 2) + NEXT + _year(2023, 1, 0),
)
COPIED = rule(
    "GI406",
    "narrative-repeated",
    Severity.INFO,
    en="“{heading}”: {share} % of it stands word for word in last year's report, or with other "
    "numbers only",
    zh="“{heading}”：{share}% 的文字与上年报告相同，或仅改动数字",
    what=(
        "Most of a section of text is last year's.",
        "某一文字部分的大部分沿用上年报告。",
    ),
    why=(
        "What went wrong and what was done about it is to be told of the year itself; copied reports are criticised in inspections.",
        "报告应反映当年的情况、问题和改进措施，照搬上年报告常在考核中被通报。",
    ),
    todo=(
        "Tell what is new; `govinfo diff` prints the passages.",
        "补充当年的内容；`govinfo diff` 列出相同的段落。",
    ),
    example=(
        _year(2022, 0, 0)
        + "五、存在的主要问题及改进情况\n公开的内容还不够细致，解读的形式比较单一，今后将加强培训。\n"
    )
    + NEXT
    + (
        _year(2023, 0, 0)
        + "五、存在的主要问题及改进情况\n公开的内容还不够细致，解读的形式比较单一，今后将加强培训。\n"
    ),
)
BY_NAME: dict[str, Rule] = {"pending": PENDING, "items": ITEMS, "in-force": IN_FORCE}
"""Which rule reports which kind of identity between years."""


def _unit(agency: str, received: int | str, *, total: int | str | None = None) -> str:
    """A report of one row of requests, of which a total that does not add up can be given."""
    row = f"| 一、本年新收政府信息公开申请数量 | {received} | 0 | 0 | 0 | 0 | 0 |"
    return _requests(
        agency,
        2023,
        f"{row} {received if total is None else total} |",
        _row("四、结转下年度继续办理", 0),
    )


_DISPUTED = """四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
"""


def _together(*reports: str) -> str:
    return NEXT.join(reports)


SUM = rule(
    "GI411",
    "units-sum-differs",
    Severity.WARNING,
    en="{cell} is printed as {printed}, but {count} units add up to {sum}: {parts}",
    zh="{cell}印为 {printed}，而 {count} 个单位合计为 {sum}：{parts}",
    what=(
        "A figure of an organ's report is not the sum of those of its subordinates.",
        "汇总报告中的数字不等于各单位报告之和。",
    ),
    why=(
        "A report that aggregates is made by adding up: a unit was left out, counted twice or typed wrongly, or corrected its report after it had handed it in.",
        "汇总报告由各单位数据相加而成，可能漏计、重复计入、录入有误，或单位报送后又作更正。",
    ),
    todo=(
        "First look at the units that GI413 and GI414 name; then compare the contributors, of which the largest stand first.",
        "先核对 GI413、GI414 指出的单位，再逐一核对各单位数据（按数值从大到小排列）。",
    ),
    example=_together(_unit("某县", 9), _unit("某县水务局", 5), _unit("某县档案局", 3)),
)
LACKS = rule(
    "GI412",
    "unit-lacks-figures",
    Severity.INFO,
    en="{unit} lacks {count} of {all} figures, or their unit of money, so that their sums are not "
    "known: {where}",
    zh="{unit}缺少 {all} 项数据中的 {count} 项（空白、无此项或金额无单位），无法合计：{where}",
    what=(
        "Cells of a report are blank, not in its edition, or amounts without a unit.",
        "该报告的单元格空白、所用版式无此项，或金额未注明单位。",
    ),
    why=(
        "A blank cell is not 0: a sum that is made of one is not known.",
        "空白不等于 0，含空白的合计无法得出。",
    ),
    todo=("Ask the unit for the figures.", "请该单位补报。"),
    example=_together(_unit("某县", 8), _unit("某县水务局", 5), _unit("某县档案局", "")),
)
OWN_SUMS = rule(
    "GI413",
    "unit-own-sums-broken",
    Severity.INFO,
    en="{unit}: {cell} is printed as {printed}, and its own report breaks {codes} there",
    zh="{unit}：{cell}印为 {printed}，其报告在此处的勾稽关系（{codes}）不成立",
    what=(
        "The sum of the units differs from the parent's figure, and this unit's own figures do not add up there.",
        "合计与汇总报告不一致，且该单位报告在此处的勾稽关系不成立。",
    ),
    why=(
        "Of all units it is the likeliest to have the wrong figure.",
        "该单位的数字最可能有误。",
    ),
    todo=("Compare this unit's figure first.", "首先核对该单位的数字。"),
    example=_together(_unit("某县", 8), _unit("某县水务局", 5), _unit("某县档案局", 3, total=4)),
)
EXPLAINS = rule(
    "GI414",
    "unit-explains-difference",
    Severity.INFO,
    en="{unit}: {cell} is {printed}, as much as the sum differs by; the parent may have left it "
    "out, or counted it twice",
    zh="{unit}：{cell}为 {printed}，恰为相差之数，汇总时可能漏计或重复计入",
    what=(
        "One unit's figure is just what is missing in the parent's, or what it has too much, and no other unit's is.",
        "某一单位的数字恰好等于汇总报告与合计的差额，且仅此一个单位如此。",
    ),
    why=("Units are left out, or added twice.", "汇总时常有漏计或重复计入的单位。"),
    todo=("See whether the unit was counted once.", "核对该单位是否只计入一次。"),
    example=_together(_unit("某县", 5), _unit("某县水务局", 5), _unit("某县档案局", 3)),
)
TWICE = rule(
    "GI415",
    "unit-twice",
    Severity.WARNING,
    en="{unit} is there {count} times with the same year",
    zh="{unit}同一年度的报告有 {count} 份",
    what=(
        "Two of the reports are of one organ and one year.",
        "有两份报告属于同一机关、同一年度。",
    ),
    why=("Its figures are summed twice.", "其数据被重复计入。"),
    todo=("Leave one out.", "只保留一份。"),
    example=_together(_unit("某县", 10), _unit("某县水务局", 5), _unit("某县水务局", 5)),
)
OTHER_YEAR = rule(
    "GI416",
    "unit-of-another-year",
    Severity.WARNING,
    en="{unit}: the report is about {year}, the others are about {others}",
    zh="{unit}的报告为 {year} 年度，其他报告为 {others} 年度",
    what=("A report is about another year than the rest.", "报告的年度与其他报告不一致。"),
    why=("Its figures do not belong into the sum.", "其数据不应计入合计。"),
    todo=("Use its report on the right year.", "改用该单位相应年度的报告。"),
    example=_together(_unit("某县", 8), _unit("某县水务局", 5), _year(2021, 0, 0)),
)
HAS_MORE = rule(
    "GI417",
    "unit-has-more-figures",
    Severity.WARNING,
    en="{unit} prints {count} figures that are in no sum, as the summed report has no cell for "
    "them: {where}",
    zh="{unit}有 {count} 项数据在汇总报告中无对应项，未计入合计：{where}",
    what=(
        "A unit's report has rows of another edition, such as the single row （六）其他处理.",
        "该单位报告含有其他版式的项目，例如只有一行的“（六）其他处理”。",
    ),
    why=(
        "They are not guessed into the rows that the other reports have, so the sums lack them.",
        "这些数据不会被推测归入其他项，因此合计中未含。",
    ),
    todo=(
        "Ask the unit for its figures by the rows of the right edition.",
        "请该单位按规定版式重新报送。",
    ),
    example=_together(_unit("某县", 8), _unit("某县水务局", 5), _unit("某县档案局", 3) + _DISPUTED),
)
