"""Which readings of rows stand together: the rows are walked once, and once back.

Of the readings chosen so far only that is kept which a sum can still ask: by column, how far its
left is ahead of its right, and on which side a figure is not known. Choices that agree in that are
one, so that eleven rows whose zeros may have moved are hardly more work than one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from attrs import frozen

from govinfo.grammar.sums import Status, balanced, judged
from govinfo.solve.printed import Steps

Values = tuple[int | None, ...]
Balance = tuple[int, int]
"""How far the left of a sum is ahead of its right, all columns in one number; and, as bits, the
columns in which a figure of the left is not known, then those of the right."""
State = tuple[Balance | None, ...]
"""The balance of each sum; `None` once all its rows are chosen."""
_COST = 3
"""Steps that a move is: it takes as long as so many of the search for a row's readings."""
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

    def denies(self, values: Mapping[int, Values]) -> bool:
        """Whether figures break it in a column; what is not printed may be any number."""
        left = zip(*[values[row] for row in self.left], strict=True)
        right = zip(*[values[row] for row in self.right], strict=True)
        return any(
            judged(one, other, self.relation, self.lacking) is Status.BROKEN
            for one, other in zip(left, right, strict=True)
        )


@frozen(slots=True)
class _Scale:
    """How columns lie in one number.

    Attributes:
        columns: How many there are.
        bits: How many each has, its sign included.
    """

    columns: int
    bits: int

    @staticmethod
    def of(values: Mapping[int, Sequence[Values]]) -> _Scale:
        """One on which all sums of some figures have room."""
        figures = [one or 0 for found in values.values() for way in found for one in way]
        columns = len(next(iter(values.values()))[0])
        return _Scale(columns, sum(map(abs, figures)).bit_length() + 2)

    def share(self, one: RowsSum, row: int, values: Values) -> Balance:
        """What a row's figures add to a balance."""
        here, there = one.left.count(row), one.right.count(row)
        ahead = unknown = 0
        for at, value in enumerate(values):
            ahead += (here - there) * (value or 0) << self.bits * at
            unknown |= (value is None) << at
        return ahead, unknown * bool(here) | unknown * bool(there) << self.columns

    def balance(self, one: RowsSum, values: Mapping[int, Values]) -> Balance:
        """The balance of some of a sum's rows."""
        every = (1 << self.columns) - 1
        ahead, unknown = 0, every * one.lacking[0] | every * one.lacking[1] << self.columns
        for row in {row for row in one.rows if row in values}:
            more, others = self.share(one, row, values[row])
            ahead, unknown = ahead + more, unknown | others
        return ahead, unknown

    def denied(self, one: RowsSum, balance: Balance) -> bool:
        """Whether the balance of all its rows breaks a sum in a column."""
        ahead, unknown = balance
        half, at = 1 << self.bits - 1, 0
        while ahead:
            by = (ahead + half & (half << 1) - 1) - half
            open_sides = bool(unknown >> at & 1), bool(unknown >> at + self.columns & 1)
            if by and balanced(by, open_sides, one.relation) is Status.BROKEN:
                return True
            ahead, at = ahead - by >> self.bits, at + 1
        return False


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
    scale = _Scale.of(values)
    fixed = {row: found[0] for row, found in values.items() if row not in rows}
    start: State = tuple([scale.balance(one, fixed) for one in sums])
    walked: list[Sequence[Move]] = []
    reached = {start}
    for at, row in enumerate(rows):
        shares = [
            [scale.share(one, row, found) if row in one.rows else None for one in sums]
            for found in values[row]
        ]
        over = [not any(later in one.rows for later in rows[at + 1 :]) for one in sums]
        walked.append(_moves(reached, shares, _Asked(scale, sums, over), steps))
        reached = {after for _, _, after in walked[-1]}
    return _back(reached, rows, walked)


@frozen(slots=True)
class _Asked:
    """What is asked of a state.

    Attributes:
        scale: How its balances are written.
        sums: The sum of each.
        over: Whether all rows of the sum are chosen then.
    """

    scale: _Scale
    sums: Sequence[RowsSum]
    over: Sequence[bool]


def _moves(
    reached: Collection[State],
    shares: Sequence[Sequence[Balance | None]],
    asked: _Asked,
    steps: Steps,
) -> list[Move]:
    """From each state with each reading of a row, what no sum denies that is over then."""
    found = []
    for state in reached:
        for way, share in enumerate(shares):
            steps.take(_COST)
            after = _after(state, share, asked)
            if after is not None:
                found.append((state, way, after))
    return found


def _after(state: State, share: Sequence[Balance | None], asked: _Asked) -> State | None:
    after: list[Balance | None] = []
    for balance, more, one, over in zip(state, share, asked.sums, asked.over, strict=True):
        if balance is not None and more is not None:
            balance = balance[0] + more[0], balance[1] | more[1]  # noqa: PLW2901 - a hot loop
        if balance is not None and over:
            if asked.scale.denied(one, balance):
                return None
            balance = None  # noqa: PLW2901 - likewise
        after.append(balance)
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
