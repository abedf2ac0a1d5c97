"""GI207 to GI209: impossible figures, sums that cannot be judged, the cell that explains them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.checks.identities import Tabled, number
from govinfo.checks.localise import localise
from govinfo.checks.registry import Found, Inspection, finding, found
from govinfo.checks.sums import disputes_sum, rule_of
from govinfo.checks.wording import cell_in, fact_cell
from govinfo.diagnostics import Severity
from govinfo.grammar.equations import Judgement
from govinfo.grammar.sums import Status
from govinfo.grammar.values import Kind


@finding(
    "GI207",
    "negative-figure",
    Severity.ERROR,
    tables=True,
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
def negative_figure(of: Inspection) -> Iterator[Found]:
    """Figures below zero."""
    for fact in of.report.facts.values():
        value = number(fact)
        if value is not None and value < 0 and not _signed(of.report, fact.path):
            cell = fact_cell(of.report, fact)
            yield found(fact.path, fact.anchor, cell=cell, printed=fact.raw or value)


def _signed(report: Tabled, path: str) -> bool:
    cell = cell_in(report, path)
    return cell is not None and cell[2].kind is Kind.CHANGE


@finding(
    "GI208",
    "not-assessable",
    Severity.INFO,
    tables=True,
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
def not_assessable(of: Inspection) -> Iterator[Found]:
    """One finding for each kind of sum in each table: cells left blank are often many."""
    by_kind: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in of.judgements:
        kind = (judgement.equation.table, rule_of(judgement.equation).code)
        by_kind.setdefault(kind, []).append(judgement)
    for (table, code), held in by_kind.items():
        unknown = [judgement for judgement in held if judgement.status is Status.OPEN]
        if unknown:
            yield found(
                unknown[0].right.terms[0][0].path,
                None,
                table=table,
                code=code,
                count=len(unknown),
                all=len(held),
                where=_where(unknown, len(held)),
            )


def _where(unknown: Sequence[Judgement], of: int) -> str:
    """The rows or columns of some sums; the table where they are all it has."""
    if len(unknown) == of:
        return unknown[0].equation.table
    return "；".join(judgement.equation.where for judgement in unknown)


@finding(
    "GI209",
    "one-cell-explains",
    Severity.INFO,
    tables=True,
    en="{cell} is printed as {printed}; as {expected} it would satisfy every identity that it "
    "breaks now ({count}: {codes})",
    zh="{cell}印为 {printed}，如改为 {expected}，其所涉 {count} 项不成立的勾稽关系（{codes}）即成立",
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
    example=disputes_sum.example,
)
def one_cell(of: Inspection) -> Iterator[Found]:
    """The cells whose change alone would satisfy every sum."""
    for change in localise(of.judgements):
        fact = of.report.facts[change.path]
        codes = sorted({rule_of(equation).code for equation in change.equations})
        yield found(
            change.path,
            fact.anchor,
            cell=fact_cell(of.report, fact),
            printed=change.printed,
            expected=change.expected,
            count=len(change.equations),
            codes=" ".join(codes),
            contributors=change.path,
        )
