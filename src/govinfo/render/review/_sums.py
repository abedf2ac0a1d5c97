"""The identities of a report with both sides written out."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govinfo.grammar.equations import Judgement, Side
from govinfo.grammar.sums import Status
from govinfo.template.report import Report

_SIGNS = {
    ("=", Status.HOLDS): "=",
    ("=", Status.BROKEN): "≠",
    ("<=", Status.HOLDS): "≤",
    ("<=", Status.BROKEN): ">",
}
_BLANK = "?"


@frozen(slots=True)
class Addend:
    """A figure in a sum: its wording, its figure (`?` where blank), its cell's id."""

    label: str
    figure: str
    cell: str


@frozen(slots=True)
class SideView:
    """One side of an identity.

    Attributes:
        addends: What is not zero.
        zeros: How many are zero.
        total: What all add up to, after its sign: at least so much where a cell is blank; `""`
            where there is nothing to add up.
    """

    addends: tuple[Addend, ...]
    zeros: int
    total: str


@frozen(slots=True)
class IdentityView:
    """An identity as the page shows it.

    Attributes:
        id: Its element's id.
        where: The row or column it is about, in official wording.
        status: How the report stands to it.
        left: The parts.
        right: The whole.
        sign: What stands between the two.
        difference: By how much they differ.
        cells: Ids of all its cells.
    """

    id: str
    where: str
    status: Status
    left: SideView
    right: SideView
    sign: str
    difference: str
    cells: tuple[str, ...]


def relations(
    report: Report, judgements: Sequence[Judgement], prefix: str
) -> tuple[IdentityView, ...]:
    """The identities; ids begin with the prefix."""

    def shown(number: int, judgement: Judgement) -> IdentityView:
        equation = judgement.equation
        return IdentityView(
            f"{prefix}sum-{number}",
            equation.where,
            judgement.status,
            _sum(judgement.left, report, prefix),
            _sum(judgement.right, report, prefix),
            _SIGNS.get((equation.relation, judgement.status), _BLANK),
            str(abs(judgement.left.sum - judgement.right.sum)),
            tuple(f"{prefix}{path}" for path in paths_of(judgement) if path in report.facts),
        )

    return tuple(shown(number, judgement) for number, judgement in enumerate(judgements, 1))


def paths_of(judgement: Judgement) -> tuple[str, ...]:
    """The facts on both sides of an identity."""
    return tuple(term.path for term, _ in (*judgement.left.terms, *judgement.right.terms))


def _sum(side: Side, report: Report, prefix: str) -> SideView:
    addends = tuple(
        Addend(
            term.label,
            _BLANK if value is None else str(value),
            f"{prefix}{term.path}" if term.path in report.facts else "",
        )
        for term, value in side.terms
        if value != 0
    )
    return SideView(addends, len(side.terms) - len(addends), _total(side))


def _total(side: Side) -> str:
    if side.blank:
        return f"≥ {side.sum}" if side.sum else ""
    return f"= {side.sum}" if len(side.terms) > 1 else ""
