"""The sums that a section's class declares, within a row and between rows, and their judgement.

They are told once, here: the solver filters readings by them, the checks judge a report by them,
and the strategies draw figures that satisfy them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from attrs import frozen

from govinfo.grammar.compile import ColumnSet, Grammar

Number = int | Decimal
Relation = Literal["=", "<="]


class Status(StrEnum):
    """How figures stand to a sum."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"
    """Figures are not known, and those that are do not yet contradict it."""


def judged(
    left: Sequence[Number | None],
    right: Sequence[Number | None],
    relation: Relation = "=",
    lacking: tuple[bool, bool] = (False, False),
) -> Status:
    """How figures stand to a sum.

    Figures are not negative, so a sum may be too large though some are not known. A figure that
    is not known is never taken for 0.

    Args:
        left: The figures whose sum stands on the left; `None` where one is not known.
        right: The same for the right.
        relation: How the left stands to the right in a sound table.
        lacking: Whether a figure is missing on the left, and on the right, beside those given.

    >>> judged([3, None], [2]), judged([1, None], [2]), judged([1, 1], [2])
    (<Status.BROKEN: 'broken'>, <Status.OPEN: 'open'>, <Status.HOLDS: 'holds'>)
    """
    less, unknown_left = _sum(left)
    more, unknown_right = _sum(right)
    unknown = lacking[0] or unknown_left, lacking[1] or unknown_right
    return balanced(less - more, unknown, relation)


def balanced(ahead: Number, unknown: tuple[bool, bool], relation: Relation = "=") -> Status:
    """How figures stand to a sum of whose sides only the difference is kept.

    Args:
        ahead: By how much what is known of the left is more than what is known of the right.
        unknown: Whether a figure is not known on the left, and on the right.
        relation: As for `judged`.
    """
    open_left, open_right = unknown
    if ahead > 0 and not open_right:
        return Status.BROKEN
    if ahead < 0 and not open_left and relation == "=":
        return Status.BROKEN
    return Status.OPEN if open_left or open_right else Status.HOLDS


def _sum(values: Sequence[Number | None]) -> tuple[Number, bool]:
    """The sum of the known ones, and whether one is not known: asked for millions of readings."""
    if None in values:
        return sum([value for value in values if value is not None]), True
    return sum(values), False  # type: ignore[arg-type]


@frozen(slots=True)
class RowSum:
    """A column that is the sum of others of its row.

    Attributes:
        total: Number of the column.
        addends: Numbers of the columns whose sum it is.
    """

    total: int
    addends: tuple[int, ...]


@frozen(slots=True)
class TableSum:
    """A relation between rows that holds in each of their columns.

    Attributes:
        name: Which kind it is: an `Identity`'s name, or `row-total` for a row that is a total.
        left: Numbers of the rows whose sum stands on the left.
        right: The same for the right.
        relation: `=`, or `<=` where the left is a part of the right.
    """

    name: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: Relation = "="


@lru_cache(maxsize=256)
def row_sums(columns: ColumnSet) -> tuple[RowSum, ...]:
    """The sums within a row of these columns."""
    return tuple(RowSum(at, column.addends) for at, column in enumerate(columns) if column.addends)


def denied(values: Sequence[int | None], sums: Iterable[RowSum]) -> bool:
    """Whether figures break a sum, whatever is not printed may be: nothing is negative.

    Args:
        values: The figure of each column; `None` where none is known.
        sums: The sums.
    """
    for one in sums:
        total = values[one.total]
        if total is None:
            continue
        addends = [values[addend] for addend in one.addends]
        if judged(addends, (total,)) is Status.BROKEN:
            return True
    return False


def holds(values: Sequence[int | None], sums: Iterable[RowSum]) -> bool:
    """Whether every figure that a sum binds is known, and every sum holds."""
    return all(
        None not in (values[one.total], *(values[addend] for addend in one.addends))
        and not denied(values, (one,))
        for one in sums
    )


def completed(values: tuple[int | None, ...], sums: Iterable[RowSum]) -> tuple[int | None, ...]:
    """The figures, with those that a sum leaves no choice about."""
    found = list(values)
    for one in sums:
        terms = (one.total, *one.addends)
        total = found[one.total]
        if total is not None and total == sum(found[addend] or 0 for addend in one.addends):
            # Nothing is negative: what is not printed of a sum that is reached already is zero.
            for addend in one.addends:
                found[addend] = found[addend] or 0
        lacking = [term for term in terms if found[term] is None]
        if len(lacking) != 1:
            continue
        known = sum(found[addend] or 0 for addend in one.addends)
        found[lacking[0]] = known if lacking[0] == one.total else (found[one.total] or 0) - known
    return tuple(found)


@lru_cache(maxsize=64)
def table_sums(grammar: Grammar) -> tuple[TableSum, ...]:
    """The sums between the rows of a class: its identities, then its rows that are totals."""
    return (*_declared(grammar), *_totals(grammar))


def _declared(grammar: Grammar) -> Iterator[TableSum]:
    for identity in grammar.layout.identities:
        left, right = _named(grammar, identity.left), _named(grammar, identity.right)
        yield TableSum(identity.name, left, right, identity.relation)


def _totals(grammar: Grammar) -> Iterator[TableSum]:
    for at, total in enumerate(grammar.rows):
        if total.total:
            group = total.path.rpartition(".")[0]
            parts = tuple(
                number for number in range(at) if within(grammar.rows[number].path, group)
            )
            yield TableSum("row-total", parts, (at,))


def _named(grammar: Grammar, paths: Sequence[str]) -> tuple[int, ...]:
    """The rows of some paths; the path of a group stands for all of its rows."""
    return tuple(
        number
        for path in paths
        for number, row in enumerate(grammar.rows)
        if row.path == path or row.path.startswith(f"{path}.")
    )


def within(path: str, group: str) -> bool:
    """Whether a path lies in a group; every path lies in the group without a name."""
    return not group or path.startswith(f"{group}.")


def stood_for(grammar: Grammar, number: int) -> tuple[int, ...]:
    """The rows that a group's own row stands for, where the template prints either; else none.

    Where both are printed, the group's own row repeats what its rows say.
    """
    row = grammar.rows[number]
    if not row.own:
        return ()
    group = row.path.rpartition(".")[0]
    return tuple(
        other
        for other, spec in enumerate(grammar.rows)
        if other != number and within(spec.path, group)
    )
