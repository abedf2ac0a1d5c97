"""Which readings of rows stand together: the rows are walked once, and once back.

Of the readings chosen so far only that is kept which a sum can still ask: by column, how far its
left is ahead of its right, and on which side a figure is not known. Choices that agree in that are
one, so that eleven rows whose zeros may have moved are hardly more work than one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from operator import add
from typing import Literal

from attrs import frozen

from govinfo.grammar.sums import Status, balanced
from govinfo.solve.printed import Steps

Values = tuple[int | None, ...]
Balance = tuple[tuple[int, ...], int, int]
"""How far the left of a sum is ahead of its right, by column; and the columns, as bits, in which
a figure of the left, and of the right, is not known."""
State = tuple[Balance | None, ...]
"""The balance of each sum; `None` once all its rows are chosen."""
Move = tuple[State, int, State]
"""A reading of a row, by its number, and the states before it and after."""


@frozen(slots=True)
class RowsSum:
    """A sum between rows of a document's table.

    Attributes:
        left: Numbers of the rows on the left.
        right: Numbers of the rows on the right.
        lacking: Whether a row is lost on the left, and on the right.
        relation: `=`, or `<=`.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    lacking: tuple[bool, bool]
    relation: Literal["=", "<="]

    @property
    def rows(self) -> tuple[int, ...]:
        """All its rows."""
        return (*self.left, *self.right)

    def share(self, row: int, values: Values) -> Balance:
        """What a row's figures add to the balance."""
        here, there = self.left.count(row), self.right.count(row)
        unknown = sum([1 << at for at, value in enumerate(values) if value is None])
        ahead = tuple([(here - there) * (value or 0) for value in values])
        return ahead, unknown if here else 0, unknown if there else 0

    def balance(self, values: Mapping[int, Values], columns: int) -> Balance:
        """The balance of some of its rows."""
        every = (1 << columns) - 1
        found: Balance = ((0,) * columns, every * self.lacking[0], every * self.lacking[1])
        for row in dict.fromkeys(self.rows):
            if row in values:
                found = _and(found, self.share(row, values[row]))
        return found

    def denies(self, balance: Balance) -> bool:
        """Whether the balance of all its rows breaks it in a column."""
        ahead, left, right = balance
        return any(
            balanced(by, (bool(left >> at & 1), bool(right >> at & 1)), self.relation)
            is Status.BROKEN
            for at, by in enumerate(ahead)
            if by
        )


def standing(
    values: Mapping[int, Sequence[Values]],
    sums: Sequence[RowsSum],
    rows: Sequence[int],
    steps: Steps,
) -> dict[int, list[int]]:
    """The readings of each row that stand in some choice of readings which no sum denies.

    Args:
        values: The figures of each row that the sums bind, by reading; all have the same columns.
        sums: The sums.
        rows: The rows that have several readings.
        steps: The work that may be done.

    Raises:
        SearchGivenUpError: It is more than that.
    """
    fixed = {row: found[0] for row, found in values.items() if row not in rows}
    columns = len(values[rows[0]][0])
    start: State = tuple([one.balance(fixed, columns) for one in sums])
    walked: list[Sequence[Move]] = []
    reached = {start}
    for at, row in enumerate(rows):
        shares = [
            [one.share(row, found) if row in one.rows else None for one in sums]
            for found in values[row]
        ]
        over = [not any(later in one.rows for later in rows[at + 1 :]) for one in sums]
        walked.append(_moves(reached, shares, (sums, over), steps))
        reached = {after for _, _, after in walked[-1]}
    return _back(reached, rows, walked)


def _moves(
    reached: Collection[State],
    shares: Sequence[Sequence[Balance | None]],
    sums: tuple[Sequence[RowsSum], Sequence[bool]],
    steps: Steps,
) -> list[Move]:
    """From each state with each reading of a row, what no sum denies that is over then."""
    found = []
    for state in reached:
        for way, share in enumerate(shares):
            steps.take()
            after = _after(state, share, sums)
            if after is not None:
                found.append((state, way, after))
    return found


def _after(
    state: State,
    share: Sequence[Balance | None],
    sums: tuple[Sequence[RowsSum], Sequence[bool]],
) -> State | None:
    after: list[Balance | None] = []
    for balance, more, one, over in zip(state, share, *sums, strict=True):
        if balance is None:
            after.append(None)
            continue
        found = balance if more is None else _and(balance, more)
        if over and one.denies(found):
            return None
        after.append(None if over else found)
    return tuple(after)


def _back(
    ends: set[State], rows: Sequence[int], walked: Sequence[Sequence[Move]]
) -> dict[int, list[int]]:
    """The readings on a way to an end."""
    found: dict[int, list[int]] = {}
    good = ends
    for row, moves in zip(reversed(rows), reversed(walked), strict=True):
        led = [move for move in moves if move[2] in good]
        found[row] = sorted({way for _, way, _ in led})
        good = {before for before, _, _ in led}
    return found


def _and(one: Balance, other: Balance) -> Balance:
    return tuple(map(add, one[0], other[0])), one[1] | other[1], one[2] | other[2]
