"""GI2xx: the rules of arithmetic."""

from __future__ import annotations

from govinfo.diagnostics import Rule, Severity, rule

BALANCE = rule(
    "GI201",
    "balance",
    Severity.ERROR,
    en="{cell}: {left} = {left_sum}, but {right} = {right_sum}; the two differ by {difference}",
    zh="{cell}：{left} = {left_sum}，而 {right} = {right_sum}，两边相差 {difference}",
    what=(
        (
            "New requests and those carried over from last year are not as many as those concluded "
            "and those carried forward to next year."
        ),
        "某一列“本年新收”加“上年结转”不等于“本年度办理结果总计”加“结转下年度继续办理”。",
    ),
    why=(
        (
            "The template prints this identity in the table's own header: every request that came in "
            "must be accounted for. Templates: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号."
        ),
        (
            "样表表头注明“第一项加第二项之和，等于第三项加第四项之和”"
            "（国办公开办函〔2019〕60号、〔2021〕30号），每件申请都应有去向。"
        ),
    ),
    todo=(
        "Count the requests of this kind of applicant again; first look at a cell that GI209 names.",
        "重新核对该类申请人的件数；如有 GI209 指出的单元格，先核对该格。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
_SUM_EN = "{cell}: “{total}” is printed as {right_sum}, but its parts add up to {left_sum}: {left}"
_SUM_ZH = "{cell}：“{total}”印为 {right_sum}，而各项之和为 {left_sum}：{left}"
OUTCOMES = rule(
    "GI202",
    "outcomes-sum",
    Severity.ERROR,
    en=_SUM_EN,
    zh=_SUM_ZH,
    what=(
        "A row that is the total of those above it is not their sum in some column.",
        "某一列的“（七）总计”不等于其上各项办理结果之和。",
    ),
    why=(
        (
            "An outcome was counted twice or left out, or a figure is misprinted. Parts that are "
            "blank (`?` in the message) count for nothing: the identity is reported only where what "
            "is printed already exceeds the total."
        ),
        (
            "可能重复或漏计了办理结果，或数字印错。空白格（消息中的“?”）不作 0 计，"
            "只有已印各数之和超过总计时才报告。"
        ),
    ),
    todo=(
        "Compare the column with the register of requests.",
        "将该列各项与申请登记台账逐项核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
| 2.重复申请 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
APPLICANTS = rule(
    "GI203",
    "applicants-sum",
    Severity.ERROR,
    en=_SUM_EN,
    zh=_SUM_ZH,
    what=(
        "A row's total is not the sum of its kinds of applicants.",
        "某一行的“总计”不等于该行各类申请人之和。",
    ),
    why=(
        (
            "Either a kind of applicant or the total is wrong, and whoever adds up the reports of "
            "several organs gets another number by rows than by columns."
        ),
        "各类申请人或总计至少有一处有误，汇总多个机关的报告时行列合计将不一致。",
    ),
    todo=(
        "Correct the figure that GI209 names, or count the row again.",
        "更正 GI209 指出的数字，或重新核对该行。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 7 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
_TOTAL_WRONG = """某县档案局2023年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 5 | 6 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
"""
DISPUTES = rule(
    "GI204",
    "disputes-sum",
    Severity.ERROR,
    en=_SUM_EN,
    zh=_SUM_ZH,
    what=(
        (
            "The total of administrative reconsiderations, or of one kind of litigation, is not the "
            "sum of its results."
        ),
        "行政复议或行政诉讼某一类的“总计”不等于各结果之和。",
    ),
    why=(
        (
            "A case has no result, or one that is counted twice. Cases still pending at the end of "
            "the year belong to 尚未审结."
        ),
        "有案件未计入结果，或重复计入。年末未结的案件应计入“尚未审结”。",
    ),
    todo=(
        "Compare the group with the list of cases.",
        "将该组与案件清单核对。",
    ),
    example=_TOTAL_WRONG,
)
INDICATORS = rule(
    "GI205",
    "indicators-sum",
    Severity.ERROR,
    en=_SUM_EN,
    zh=_SUM_ZH,
    what=(
        (
            "An indicator of the list of edition 2014 is not the sum of the indicators it is made of: "
            "requests by their ways, answers by their kinds, cases by their results, staff."
        ),
        "2014 年统计表中某项指标不等于其分项之和（申请渠道、答复类别、复议诉讼结果、工作人员等）。",
    ),
    why=(
        "The list (国办发〔2014〕32号) counts each request, answer and case under one heading only.",
        "按该表（国办发〔2014〕32号），每件申请、答复、案件只计入一个分项。",
    ),
    todo=("Count the parts again.", "重新核对各分项。"),
    example="""某县档案局2018年政府信息公开工作年度报告
政府信息公开情况统计表
| 统计指标 | 单位 | 统计数 |
|---|---|---|
| 三、依申请公开情况 | —— | —— |
| （一）收到申请数 | 件 | 9 |
| 1.当面申请数 | 件 | 3 |
| 2.传真申请数 | 件 | 0 |
| 3.网络申请数 | 件 | 4 |
| 4.信函申请数 | 件 | 1 |
""",
)
PART = rule(
    "GI206",
    "part-exceeds-whole",
    Severity.ERROR,
    en="{cell}: {left} is more than {right}, of which it is a part",
    zh="{cell}：{left} 大于其所属的 {right}",
    what=(
        "An indicator printed as a part (其中) of another is larger than it.",
        "“其中”项大于其所属的总项。",
    ),
    why=("A part cannot exceed the whole.", "部分不可能大于整体。"),
    todo=("Correct one of the two figures.", "更正两数之一。"),
    example="""某县档案局2018年政府信息公开工作年度报告
政府信息公开情况统计表
| 统计指标 | 单位 | 统计数 |
|---|---|---|
| 二、回应解读情况 | —— | —— |
| 1.参加或举办新闻发布会总次数 | 次 | 2 |
| 其中：主要负责同志参加新闻发布会次数 | 次 | 5 |
| 2.政府网站在线访谈次数 | 次 | 0 |
""",
)
NEGATIVE = rule(
    "GI207",
    "negative-figure",
    Severity.ERROR,
    en="{cell} is printed as {printed}: it cannot be negative",
    zh="{cell}印为 {printed}，不应为负数",
    what=(
        "A count of things or an amount of money is negative. Only 本年增/减 may be.",
        "件数或金额为负。只有“本年增/减”可以为负数。",
    ),
    why=(
        "It is mostly a change against last year that was entered in the column of a count.",
        "多为误将与上年相比的增减数填入该栏。",
    ),
    todo=("Enter the count itself.", "改填本年实有数。"),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（五）项 | |
|---|---|
| 信息内容 | 本年处理决定数量 |
| 行政许可 | -12 |
| 第二十条第（六）项 | |
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
NOT_ASSESSABLE = rule(
    "GI208",
    "not-assessable",
    Severity.INFO,
    en="{table}: {count} of {all} identities of {code} cannot be assessed, because cells are "
    "blank: {where}",
    zh="{table}：{code} 的 {all} 项勾稽关系中有 {count} 项因单元格空白无法判断：{where}",
    what=(
        "Cells of these identities are blank, and what is printed does not contradict them yet.",
        "这些勾稽关系涉及的单元格有空白，已印数字尚不与之矛盾。",
    ),
    why=(
        "A blank cell is not 0: whether the identity is kept cannot be told. It has not passed.",
        "空白不等于 0，无法判断勾稽关系是否成立，不视为通过。",
    ),
    todo=("Print 0 where nothing is to be counted.", "没有发生的，请填 0。"),
    example="""某县档案局2023年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | | | | 1 | | | | | | | | | | |
""",
)
ONE_CELL = rule(
    "GI209",
    "one-cell-explains",
    Severity.INFO,
    en="{cell} is printed as {printed}; as {expected} it would satisfy every identity that it "
    "breaks now ({count}: {codes})",
    zh="{cell}印为 {printed}，按各项应为 {expected}，则其涉及的 {count} 项不成立的勾稽关系（{codes}）均成立",
    what=(
        (
            "Of all changes that would satisfy the broken identities, one set of cells is the "
            "smallest, and this cell is in it."
        ),
        "在能使勾稽关系全部成立的各种改法中，改动单元格最少的只有一种，即改动该格。",
    ),
    why=(
        (
            "A single wrong figure breaks an identity by row and one by column; the cell where they "
            "meet is the likely error. It is a hint, not a correction: the fact keeps its figure."
        ),
        (
            "一处错误通常同时破坏行、列两项勾稽关系，二者相交的单元格最可能有误。"
            "这只是提示，读出的数值不作改动。"
        ),
    ),
    todo=(
        "Compare this cell with the register first.",
        "首先将该格与台账核对。",
    ),
    example=_TOTAL_WRONG,
)
BY_KIND: dict[str, Rule] = {
    "balance": BALANCE,
    "row-total": OUTCOMES,
    "column-total": APPLICANTS,
    "only-row-total": DISPUTES,
    "sum": INDICATORS,
    "part": PART,
}
"""Which rule reports which kind of identity."""
