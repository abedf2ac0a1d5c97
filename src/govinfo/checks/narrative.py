"""GI3xx: the narrative against the tables."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.checks.registry import Found, Inspection, finding, found
from govinfo.checks.wording import fact_cell, first_anchor
from govinfo.diagnostics import Severity
from govinfo.money import Money
from govinfo.template.claim import Claim


@finding(
    "GI301",
    "narrative-differs",
    Severity.WARNING,
    en="“{sentence}”: the narrative says {said}, but {cells} is {printed}",
    zh="“{sentence}”：文字称 {said}，而{cells}为 {printed}",
    what=(
        "A sentence gives a number for what a cell of a table counts, and the cell has another.",
        "文字叙述中的数字与其所指表格单元格的数字不一致。",
    ),
    why=(
        (
            "Readers quote the sentence, statistics take the cell. Where a wording may count in "
            "several ways (受理 with or without those carried over), it is reported only if none "
            "of them fits. Comparisons, approximations, other years, parts of a year and other "
            "organs' numbers are left alone."
        ),
        (
            "读者引用文字，统计采用表格。同一说法可有几种口径的（如“受理”可含或不含上年结转），"
            "只有各种口径都不符时才报告。同比、约数、其他年度或时段、其他机关的数字不作比较。"
        ),
    ),
    todo=(
        "Find out which of the two is right, and correct the other.",
        "核实何者正确，更正另一处。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局收到政府信息公开申请6件，均已答复。
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
def narrative_differs(of: Inspection) -> Iterator[Found]:
    """Sentences that give a cell another number."""
    return _contradictions(of, none=False)


@finding(
    "GI302",
    "narrative-denies",
    Severity.WARNING,
    en="“{sentence}”: the narrative says that there was none, but {cells} is {printed}",
    zh="“{sentence}”：文字称没有发生，而{cells}为 {printed}",
    what=(
        "A sentence says that nothing of a kind was received or happened, and its cell is not 0.",
        "文字称未收到或未发生，而表格相应单元格不为 0。",
    ),
    why=(
        "Often the sentence is last year's, or another organ's.",
        "多为沿用上年或其他机关的文字所致。",
    ),
    todo=(
        "Find out which of the two is right, and correct the other.",
        "核实何者正确，更正另一处。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
一、总体情况
本年度未收到政府信息公开申请。
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
def narrative_denies(of: Inspection) -> Iterator[Found]:
    """Sentences that say there was nothing where a cell has a number."""
    return _contradictions(of, none=True)


def _contradictions(of: Inspection, *, none: bool) -> Iterator[Found]:
    """The claims of the narratives that the tables contradict."""
    for claim in of.claims:
        settled = claim.agrees is not False or any(_settles(other, claim) for other in of.claims)
        if claim.none is none and not settled:
            yield _contradiction(of, claim)


def _settles(other: Claim, claim: Claim) -> bool:
    """Whether another claim of the same figure agrees with the table, and this one is of more.

    全市 4000 beside 本机关 30, 收到 62 of which 实际受理 50: the table is that of the one it
    agrees with.
    """
    same = other.agrees is not False and not other.none and other.paths[0] == claim.paths[0]
    return same and (other.scope != claim.scope or other.sentence == claim.sentence)


def _contradiction(of: Inspection, claim: Claim) -> Found:
    facts = [of.report.facts[path] for path in claim.paths]
    return found(
        claim.paths[0],
        first_anchor(of.report, claim.paths),
        sentence=claim.sentence,
        said=claim.value,
        cells=" + ".join(fact_cell(of.report, fact) for fact in facts),
        printed=_printed([fact.value for fact in facts]),
        contributors=" ".join(claim.paths),
        part=claim.part,
        start=claim.start,
        end=claim.end,
    )


def _printed(values: list[int | Money | None]) -> str:
    """What the cells print: one value, or a sum and its parts that are not 0."""
    if len(values) == 1:
        return str(values[0])
    numbers = [value for value in values if isinstance(value, int)]
    parts = [str(value) for value in numbers if value]
    return f"{sum(numbers)} ({' + '.join(parts)})" if len(parts) > 1 else str(sum(numbers))
