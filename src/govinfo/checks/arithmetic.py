"""GI2xx: what the figures of the tables say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.blocks import Anchor
from govinfo.checks import arithmetic_rules as rules
from govinfo.checks.identities import Judgement, Side, Status, Tabled, judge, number
from govinfo.checks.localise import Change, localise
from govinfo.diagnostics import Diagnostic
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.facts import Fact, cell_of
from govinfo.grammar.values import Kind


def check_arithmetic(report: Tabled) -> Iterator[Diagnostic]:
    """The breaches of the identities, the one cell that explains them, impossible figures."""
    judgements = tuple(judge(report))
    for judgement in judgements:
        if judgement.status is Status.BROKEN:
            yield _breach(report, judgement)
    for change in localise(judgements):
        yield _explanation(report, change)
    yield from _negative(report)
    yield from _not_assessable(judgements)


def _breach(report: Tabled, judgement: Judgement) -> Diagnostic:
    equation, left, right = judgement.equation, judgement.left, judgement.right
    total = equation.right[0] if len(right.terms) == 1 else left.terms[0][0]
    return rules.BY_KIND[equation.kind].at(
        total.path,
        first_anchor(report, [total.path, *_paths(left), *_paths(right)]),
        cell=equation.where,
        total=right.terms[0][0].label,
        left=written(left),
        left_sum=left.sum,
        right=written(right),
        right_sum=right.sum,
        difference=abs(left.sum - right.sum),
        contributors=" ".join((*_paths(left), *_paths(right))),
    )


def _explanation(report: Tabled, change: Change) -> Diagnostic:
    fact = report.facts[change.path]
    kinds = [rules.BY_KIND[equation.kind].code for equation in change.equations]
    return rules.ONE_CELL.at(
        change.path,
        fact.anchor,
        cell=fact_cell(report, fact),
        printed=change.printed,
        expected=change.expected,
        count=len(change.equations),
        codes=" ".join(sorted(set(kinds))),
        contributors=change.path,
    )


def _negative(report: Tabled) -> Iterator[Diagnostic]:
    for fact in report.facts.values():
        value = number(fact)
        if value is not None and value < 0 and not _signed(report, fact.path):
            yield rules.NEGATIVE.at(
                fact.path, fact.anchor, cell=fact_cell(report, fact), printed=fact.raw or value
            )


def _signed(report: Tabled, path: str) -> bool:
    cell = _cell(report, path)
    return cell is not None and cell[2].kind is Kind.CHANGE


def _not_assessable(judgements: Sequence[Judgement]) -> Iterator[Diagnostic]:
    """One finding for each kind of identity in each table: cells left blank are often many."""
    by_kind: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in judgements:
        by_kind.setdefault((judgement.equation.table, judgement.equation.kind), []).append(
            judgement
        )
    for (table, kind), held in by_kind.items():
        unknown = [judgement for judgement in held if judgement.status is Status.OPEN]
        if unknown:
            yield rules.NOT_ASSESSABLE.at(
                unknown[0].right.terms[0][0].path,
                None,
                table=table,
                code=rules.BY_KIND[kind].code,
                count=len(unknown),
                all=len(held),
                where=_where(unknown, len(held)),
            )


def _where(unknown: Sequence[Judgement], of: int) -> str:
    """The rows or columns of some identities; the table where they are all it has."""
    if len(unknown) == of:
        return unknown[0].equation.table
    return "；".join(judgement.equation.where for judgement in unknown)


_SHORT = 4
"""Figures up to which each is written in its place."""


def written(side: Side) -> str:
    """One side of an identity with every figure; of many, the zeros and blanks (`?`) are counted.

    >>> from govinfo.checks.identities import Term
    >>> labels = ("结果维持", "结果纠正", "其他结果", "尚未审结")
    >>> written(Side(tuple((Term("", label), None) for label in labels)))
    '结果维持 ? + 结果纠正 ? + 其他结果 ? + 尚未审结 ?'
    """
    counted: list[str] = []
    for value, mark in ((0, "0"), (None, "?")):
        alike = sum(held == value for _, held in side.terms)
        if len(side.terms) > _SHORT and alike > 1:
            counted.append(f"{mark} × {alike}")
    folded = {mark[0] for mark in counted}
    named = [(term.label, "?" if value is None else str(value)) for term, value in side.terms]
    parts = [f"{label} {value}" for label, value in named if value not in folded]
    return " + ".join((*parts, *counted))


def fact_cell(report: Tabled, fact: Fact) -> str:
    """The official wording of a fact's cell, with its table."""
    cell = _cell(report, fact.path)
    return fact.label if cell is None else cell_of(*cell)


def _cell(report: Tabled, path: str) -> tuple[Grammar, RowSpec, ColumnSpec] | None:
    """The cell of a fact in the tables that the report has."""
    for section in report.tables:
        grammar = compile_class(type(section))
        for row, column, cell in grammar.cells():
            if cell == path:
                return grammar, row, column
    return None


def _paths(side: Side) -> tuple[str, ...]:
    return tuple(term.path for term, _ in side.terms)


def first_anchor(report: Tabled, paths: Sequence[str]) -> Anchor | None:
    """Where the first of these facts that has a place was printed."""
    facts = (report.facts.get(path) for path in paths)
    return next((fact.anchor for fact in facts if fact is not None and fact.anchor), None)
