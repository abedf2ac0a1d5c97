"""The identities (勾稽关系) of a section's class, cell by cell, and how a report stands to them.

What they are is declared in the template's classes: `total=True` and `Layout.identities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal, Protocol

from attrs import frozen

from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.facts import Fact, cell_of, label_of, table_of
from govinfo.grammar.sums import stood_for, table_sums
from govinfo.money import Money
from govinfo.template.report import Facts

Number = int | Decimal
Kind = Literal["balance", "row-total", "column-total", "only-row-total", "sum", "part"]
"""`balance`, `sum` and `part` are the names of declared identities; the others are what
`total=True` says of a row, of a column, and of a column in a table of one unlabelled row."""


class Tabled(Protocol):
    """What has tables: a report, or one table that was interpreted by a class."""

    @property
    def facts(self) -> Facts:
        """The facts of all tables."""

    @property
    def tables(self) -> tuple[Any, ...]:
        """Instances of the sections' classes."""


@frozen(slots=True, eq=False)
class Term:
    """A figure's part in an identity.

    Attributes:
        path: The fact.
        label: Its wording where the identity's row or column is already named.
        optional: Whether an edition may lack it; it then adds nothing.
        stands_for: Facts of the group's further rows, if it is the row of a whole group.
    """

    path: str
    label: str
    optional: bool = False
    stands_for: tuple[str, ...] = ()


@frozen(slots=True, eq=False)
class Equation:
    """One identity of one row or column.

    Attributes:
        kind: Which identity it is.
        table: The table in official wording.
        where: The row or column it is about, in official wording, with its table.
        left: The terms whose sum stands on the left: the parts of a total.
        right: The terms whose sum stands on the right: the total.
        relation: `=`, or `<=`.
    """

    kind: str
    table: str
    where: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    relation: Literal["=", "<="] = "="


class Status(StrEnum):
    """How a report stands to an identity."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"
    """Cells are blank, and what is printed does not yet contradict it."""


@frozen(slots=True, eq=False)
class Side:
    """One side of an identity with the report's figures.

    Attributes:
        terms: Each term with its figure; `None` where the cell is blank.
    """

    terms: tuple[tuple[Term, Number | None], ...]

    @property
    def blank(self) -> bool:
        """Whether a cell is blank."""
        return any(value is None for _, value in self.terms)

    @property
    def sum(self) -> Number:
        """The sum of what is printed."""
        return sum(value for _, value in self.terms if value is not None)


@frozen(slots=True, eq=False)
class Judgement:
    """An identity and how a report stands to it."""

    equation: Equation
    left: Side
    right: Side
    status: Status


def judge(report: Tabled) -> Iterator[Judgement]:
    """Every identity of a report's tables, in the order of the template.

    Identities of which the document prints no total, or no part, are left out.
    """
    values = {path: number(fact) for path, fact in report.facts.items()}
    for section in report.tables:
        for equation in equations(compile_class(type(section))):
            judgement = judge_one(equation, values)
            if judgement is not None:
                yield judgement


def judge_one(equation: Equation, values: Mapping[str, Number | None]) -> Judgement | None:
    """One identity; `None` where the document does not print a side of it.

    Args:
        equation: The identity.
        values: The figure of each fact of the document, `None` where it is blank.
    """
    left, right = _side(equation.left, values), _side(equation.right, values)
    if left is None or right is None:
        return None
    return Judgement(equation, left, right, status_of(equation, left, right))


def status_of(equation: Equation, left: Side, right: Side) -> Status:
    """How figures stand to an identity.

    Figures are not negative, so a sum may be too large though cells are blank. A blank cell is
    never taken for 0.
    """
    more, less = left.sum, right.sum
    if more > less and not right.blank:
        return Status.BROKEN
    if less > more and not left.blank and equation.relation == "=":
        return Status.BROKEN
    return Status.OPEN if left.blank or right.blank else Status.HOLDS


def number(fact: Fact) -> Number | None:
    """A fact's value as a number: amounts of money in yuan, `None` where the unit is unknown."""
    value = fact.value
    return value.yuan if isinstance(value, Money) else value


@lru_cache(maxsize=64)
def equations(grammar: Grammar) -> tuple[Equation, ...]:
    """Every identity of a section's class, in the order of the template."""
    return (*_columnwise(grammar), *_rowwise(grammar))


def _columnwise(grammar: Grammar) -> Iterator[Equation]:
    """Identities between rows, one for each of their columns."""
    for declared in table_sums(grammar):
        for column in grammar.rows[declared.left[0]].columns:
            sides = tuple(
                tuple(_term(grammar, number, column, side) for number in side)
                for side in (declared.left, declared.right)
            )
            named = (*column.groups, column.label) if column.path else ()
            where = " · ".join((table_of(grammar), *named))
            yield Equation(
                declared.name, table_of(grammar), where, sides[0], sides[1], declared.relation
            )


def _term(grammar: Grammar, number: int, column: ColumnSpec, side: Sequence[int]) -> Term:
    row = grammar.rows[number]
    return Term(
        grammar.path(row, column),
        label_of(row),
        row.optional,
        tuple(
            grammar.path(grammar.rows[other], column)
            for other in stood_for(grammar, number)
            if other in side
        ),
    )


def _rowwise(grammar: Grammar) -> Iterator[Equation]:
    """Identities between columns: totals of the columns before them."""
    for row in grammar.rows:
        for total in row.columns:
            if total.addends:
                parts = [row.columns[at] for at in total.addends]
                kind = "column-total" if row.label else "only-row-total"
                left = tuple(_column_term(grammar, row, part) for part in parts)
                groups = () if row.label else total.groups
                where = " · ".join((cell_of(grammar, row), *groups))
                right = (_column_term(grammar, row, total),)
                yield Equation(kind, table_of(grammar), where, left, right)


def _column_term(grammar: Grammar, row: RowSpec, column: ColumnSpec) -> Term:
    return Term(grammar.path(row, column), column.label, row.optional)


def _side(terms: Sequence[Term], values: Mapping[str, Number | None]) -> Side | None:
    """A side with the report's figures; `None` where the document prints no cell of it."""
    held = [
        (term, values.get(term.path)) for term in terms if term.path in values or not term.optional
    ]
    if not any(term.path in values for term, _ in held):
        return None
    return Side(tuple(one for one in held if not one[0].stands_for or not _doubled(one[0], values)))


def _doubled(term: Term, values: Mapping[str, Number | None]) -> bool:
    """Whether a group's own row repeats what the rows of the group say."""
    return any(values.get(path) is not None for path in term.stands_for)
