"""GI201 to GI206: sums that do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govinfo.checks.registry import Check, Found, Inspection, finding, found
from govinfo.checks.wording import first_anchor, written
from govinfo.diagnostics import Severity
from govinfo.grammar.equations import Equation, Judgement, Side
from govinfo.grammar.sums import Status

_SUM_EN = "{cell}: “{total}” is printed as {right_sum}, but its parts add up to {left_sum}: {left}"
_SUM_ZH = "{cell}：“{total}”印为 {right_sum}，而各项之和为 {left_sum}：{left}"


@finding(
    "GI201",
    "balance",
    Severity.ERROR,
    tables=True,
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
def balance(of: Inspection) -> Iterator[Found]:
    """What came in against what went out."""
    return _breaches(of, "balance")


@finding(
    "GI202",
    "outcomes-sum",
    Severity.ERROR,
    tables=True,
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
def outcomes_sum(of: Inspection) -> Iterator[Found]:
    """A row that is the total of others."""
    return _breaches(of, "row-total")


@finding(
    "GI203",
    "applicants-sum",
    Severity.ERROR,
    tables=True,
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
def applicants_sum(of: Inspection) -> Iterator[Found]:
    """A column that is the total of those before it."""
    return _breaches(of, "column-total")


_TOTAL_WRONG = """某县档案局2023年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 5 | 6 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
"""


@finding(
    "GI204",
    "disputes-sum",
    Severity.ERROR,
    tables=True,
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
def disputes_sum(of: Inspection) -> Iterator[Found]:
    """A total in a table of one row."""
    return _breaches(of, "only-row-total")


@finding(
    "GI205",
    "indicators-sum",
    Severity.ERROR,
    tables=True,
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
def indicators_sum(of: Inspection) -> Iterator[Found]:
    """An indicator that is the sum of others."""
    return _breaches(of, "sum")


@finding(
    "GI206",
    "part-exceeds-whole",
    Severity.ERROR,
    tables=True,
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
def part_exceeds_whole(of: Inspection) -> Iterator[Found]:
    """An indicator that counts some of what another counts."""
    return _breaches(of, "part")


KINDS: Mapping[str, Check] = {
    "balance": balance,
    "row-total": outcomes_sum,
    "column-total": applicants_sum,
    "only-row-total": disputes_sum,
    "sum": indicators_sum,
    "part": part_exceeds_whole,
}
"""Which rule reports which kind of sum."""


def rule_of(equation: Equation) -> Check:
    """The rule that reports a sum; a class of one's own may call its identities as it likes."""
    return KINDS.get(equation.kind) or KINDS["balance" if equation.relation == "=" else "part"]


def _breaches(of: Inspection, kind: str) -> Iterator[Found]:
    for judgement in of.judgements:
        broken = judgement.status is Status.BROKEN
        if broken and rule_of(judgement.equation) is KINDS[kind]:
            yield _breach(of, judgement)


def _breach(of: Inspection, judgement: Judgement) -> Found:
    equation, left, right = judgement.equation, judgement.left, judgement.right
    total = equation.right[0] if len(right.terms) == 1 else left.terms[0][0]
    return found(
        total.path,
        first_anchor(of.report, [total.path, *_paths(left), *_paths(right)]),
        cell=equation.where,
        total=right.terms[0][0].label,
        left=written(left),
        left_sum=left.sum,
        right=written(right),
        right_sum=right.sum,
        difference=abs(left.sum - right.sum),
        contributors=" ".join((*_paths(left), *_paths(right))),
    )


def _paths(side: Side) -> tuple[str, ...]:
    return tuple(term.path for term, _ in side.terms)
