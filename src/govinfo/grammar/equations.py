"""The sums of a section's class (勾稽关系) cell by cell, in official wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from attrs import frozen

from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec
from govinfo.grammar.facts import cell_of, label_of, table_of
from govinfo.grammar.sums import Number, Status, judged, row_sums, stood_for, table_sums


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
        kind: Which identity it is: `row-total`, `column-total` or `only-row-total`, as `total=True`
            says of a row, of a column, and of a column in a table of one unlabelled row; or the
            name of a declared one.
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


@frozen(slots=True, eq=False)
class Side:
    """One side of an identity with the report's figures.

    Attributes:
        terms: Each term with its figure; `None` where the cell is blank.
    """

    terms: tuple[tuple[Term, Number | None], ...]

    @property
    def figures(self) -> tuple[Number | None, ...]:
        """The figure of each term."""
        return tuple(value for _, value in self.terms)

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


def judge_one(equation: Equation, values: Mapping[str, Number | None]) -> Judgement | None:
    """One identity; `None` where the document does not print a side of it.

    Args:
        equation: The identity.
        values: The figure of each fact of the document, `None` where it is blank.
    """
    left, right = _side(equation.left, values), _side(equation.right, values)
    if left is None or right is None:
        return None
    return Judgement(equation, left, right, judged(left.figures, right.figures, equation.relation))


@lru_cache(maxsize=64)
def equations(grammar: Grammar) -> tuple[Equation, ...]:
    """Every identity of a section's class, in the order of the template."""
    return (*_columnwise(grammar), *_rowwise(grammar))


def _columnwise(grammar: Grammar) -> Iterator[Equation]:
    """Sums between rows, one for each of their columns."""
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
    """Sums within rows."""
    for row in grammar.rows:
        for declared in row_sums(row.columns):
            total = row.columns[declared.total]
            parts = [row.columns[at] for at in declared.addends]
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
