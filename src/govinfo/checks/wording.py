"""The words of findings about figures: cells in official wording, sums written out."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.blocks import Anchor
from govinfo.checks.identities import Tabled
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.equations import Side
from govinfo.grammar.facts import Fact, cell_of

_SHORT = 4
"""Figures up to which each is written in its place."""


def written(side: Side) -> str:
    """One side of an identity with every figure; of many, the zeros and blanks (`?`) are counted.

    >>> from govinfo.grammar.equations import Term
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
    cell = cell_in(report, fact.path)
    return fact.label if cell is None else cell_of(*cell)


def cell_in(report: Tabled, path: str) -> tuple[Grammar, RowSpec, ColumnSpec] | None:
    """The cell of a fact in the tables that the report has."""
    for section in report.tables:
        grammar = compile_class(type(section))
        for row, column, cell in grammar.cells():
            if cell == path:
                return grammar, row, column
    return None


def first_anchor(report: Tabled, paths: Sequence[str]) -> Anchor | None:
    """Where the first of these facts that has a place was printed."""
    facts = (report.facts.get(path) for path in paths)
    return next((fact.anchor for fact in facts if fact is not None and fact.anchor), None)
