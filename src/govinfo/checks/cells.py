"""GI207 to GI210: impossible figures, what cannot be judged, the cell that explains broken sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from govinfo.checks.identities import Tabled, number
from govinfo.checks.localise import localise
from govinfo.checks.registry import Found, Inspection, finding, found
from govinfo.checks.sums import disputes_sum, rule_of
from govinfo.checks.wording import cell_in, fact_cell
from govinfo.diagnostics import Severity
from govinfo.grammar.compile import Grammar, RowSpec, compile_class
from govinfo.grammar.equations import Judgement, equations
from govinfo.grammar.facts import Fact, cell_of
from govinfo.grammar.sums import Status
from govinfo.grammar.values import Kind, is_blank


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


@finding(
    "GI210",
    "blank-beside-figures",
    Severity.INFO,
    en="{row}: figures are printed ({printed}) beside blank cells ({blank}), and no identity tells "
    "whether they stand in their columns",
    zh="{row}：有的单元格已填（{printed}），有的空白（{blank}），且无勾稽关系可核对数字是否填对栏",
    what=(
        (
            "A row that takes part in no identity prints some figures, and leaves other cells blank, or "
            "has a sign for nothing in its last."
        ),
        "不参与勾稽关系的一行，有的单元格填了数字，有的空白，或末格为“/”之类的符号。",
    ),
    why=(
        (
            "A blank cell is not 0. It may be that nothing happened, that a figure was forgotten, or "
            "that a cell was lost and the others moved up: nothing in the report tells which."
        ),
        (
            "空白不等于 0：可能没有发生，可能漏填，也可能丢失一格后其余数字移了位，"
            "年报本身无从判断。"
        ),
    ),
    todo=(
        "Compare the row with the register; print 0 where nothing is to be counted.",
        "将该行与台账核对；没有发生的，请填 0。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
|---|---|---|---|
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 3 | 12 | |
| 行政规范性文件 | 2 | 0 | 9 |
""",
)
def blank_beside_figures(of: Inspection) -> Iterator[Found]:
    """Rows of which only a part is filled in, and that no sum binds; not those told on reading.

    What was told of one cell does not say that the others may stand in other columns.
    """
    told = {diagnostic.path for diagnostic in of.report.diagnostics}
    for section in of.report.tables:
        grammar = compile_class(type(section))
        for row in _without_sums(grammar):
            held = [of.report.facts.get(grammar.path(row, column)) for column in row.columns]
            facts = [fact for fact in held if fact is not None]
            shown = [fact for fact in facts if fact.value is not None]
            blank = [fact for fact in facts if fact.value is None and not fact.raw]
            if not blank and facts and is_blank(facts[-1].raw or ""):
                # A row of which a cell was lost is filled up at its end, with signs as well.
                blank = facts[-1:]
            if blank and shown and grammar.path(row) not in told:
                yield found(
                    blank[0].path,
                    blank[0].anchor,
                    row=cell_of(grammar, row),
                    printed=_named(grammar, row, shown),
                    blank=_named(grammar, row, blank),
                    contributors=" ".join(fact.path for fact in facts),
                )


@lru_cache(maxsize=64)
def _without_sums(grammar: Grammar) -> tuple[RowSpec, ...]:
    """The rows of which no figure takes part in a sum."""
    bound = {
        term.path
        for equation in equations(grammar)
        for side in (equation.left, equation.right)
        for term in side
    }
    return tuple(
        row
        for row in grammar.rows
        if bound.isdisjoint(grammar.path(row, column) for column in row.columns)
    )


def _named(grammar: Grammar, row: RowSpec, facts: Sequence[Fact]) -> str:
    """The columns in which facts stand, with their figures."""
    labels = {grammar.path(row, column): column.label for column in row.columns}
    shown = ("" if fact.value is None else f" {fact.value}" for fact in facts)
    return "、".join(labels[fact.path] + value for fact, value in zip(facts, shown, strict=True))
