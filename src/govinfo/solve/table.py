"""The rows of a table together: the sums between them deny readings, and confirm those left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from govinfo.grammar.compile import Grammar
from govinfo.grammar.sums import completed, denied, row_sums, stood_for, table_sums
from govinfo.solve.printed import Reading, SearchGivenUpError, Steps, values_of
from govinfo.solve.row import RowReadings
from govinfo.solve.together import RowsSum, Values, standing


@frozen(slots=True)
class Settled:
    """What the sums between rows leave.

    Attributes:
        ways: The readings of each row that are left.
        confirmed: The rows of which a sum between rows, every other figure known, holds.
        sound: Whether the rows that are printed whole contradict no sum; where they do, one is
            printed wrong, and the sums between rows are no evidence.
        denied: Rows of sums that do not hold though every figure of them is known.
        printed: Rows of sums that hold in every column as they are printed, blanks being zeros.
    """

    ways: Mapping[int, tuple[Reading, ...]]
    confirmed: frozenset[int]
    sound: bool
    denied: frozenset[int]
    printed: frozenset[int] = frozenset()


def relations(grammar: Grammar, present: Mapping[int, object]) -> tuple[RowsSum, ...]:
    """The sums between the rows that a document's table has.

    Args:
        grammar: The table's grammar.
        present: The rows that it prints, by number.
    """
    found = []
    for declared in table_sums(grammar):
        sides = [_side(grammar, side, present) for side in (declared.left, declared.right)]
        (left, no_left), (right, no_right) = sides
        if left and right:
            found.append(RowsSum(left, right, (no_left, no_right), declared.relation))
    return tuple(found)


def _side(
    grammar: Grammar, side: Sequence[int], present: Mapping[int, object]
) -> tuple[tuple[int, ...], bool]:
    """The rows of a side that are printed, and whether one that should be is not."""
    held, lacking = [], False
    for number in side:
        instead = [other for other in stood_for(grammar, number) if other in side]
        if instead:
            parts = [other for other in instead if other in present]
            lacking = lacking or (number not in present and len(parts) < len(instead))
            if number in present and not parts:
                held.append(number)
        elif number in present:
            held.append(number)
        elif not grammar.rows[number].optional:
            lacking = True
    return tuple(held), lacking


def settle(grammar: Grammar, rows: Mapping[int, RowReadings], steps: Steps) -> Settled:
    """Deny the readings that sums between rows deny.

    Args:
        grammar: The table's grammar.
        rows: The readings of each row that the table prints; a row without any is unknown.
        steps: The work that may be done.
    """
    ways = {number: row.ways for number, row in rows.items()}
    ends = _Ends(grammar, ways)
    bonds = [one for one in relations(grammar, rows) if ends.alike(one)]
    if not _sound(grammar, rows, ends, bonds):
        broken = [one for one in bonds if ends.fixed(one) and ends.contradicts(one)]
        return Settled(
            ways, frozenset(), False, frozenset(row for one in broken for row in one.rows)
        )
    try:
        left = _filtered(ends, bonds, steps)
    except SearchGivenUpError:
        return Settled(ways, frozenset(), True, frozenset())
    if left is None:
        return Settled(ways, frozenset(), False, frozenset())
    confirmed = {row for one in bonds for row in _confirmed(left, one)}
    printed = frozenset(row for one in bonds for row in _as_printed(grammar, rows, one))
    return Settled(left.ways, frozenset(confirmed), True, frozenset(), printed)


def wanted(grammar: Grammar, rows: Mapping[int, RowReadings]) -> dict[int, Values]:
    """For rows of too many readings the figures that the other rows leave for them, if all do."""
    ends = _Ends(grammar, {number: row.ways for number, row in rows.items()})
    bonds = [one for one in relations(grammar, rows) if ends.alike(one) and one.relation == "="]
    found: dict[int, Values] = {}
    for number, row in rows.items():
        for bond in bonds if row.many else ():
            others = [other for other in bond.rows if other != number]
            known = [ends.values[other] for other in others]
            whole = not any(bond.lacking) and all(
                len(values) == 1 and None not in values[0] for values in known
            )
            if whole and bond.rows.count(number) == 1:
                found[number] = _left_for(number, bond, ends)
    return found


def _left_for(number: int, bond: RowsSum, ends: _Ends) -> Values:
    """The figures of a row that make a sum hold in each column."""
    signs = [(row, 1) for row in bond.left] + [(row, -1) for row in bond.right]
    own = next(sign for row, sign in signs if row == number)
    width = len(ends.values[number][0])
    return tuple(
        -own * sum(s * (ends.values[row][0][column] or 0) for row, s in signs if row != number)
        for column in range(width)
    )


class _Ends:
    """The readings of each row as figures, completed by the row's own sums."""

    def __init__(self, grammar: Grammar, ways: Mapping[int, tuple[Reading, ...]]) -> None:
        self.grammar = grammar
        self.ways = dict(ways)
        self.values: dict[int, tuple[Values, ...]] = {}
        for number, found in ways.items():
            sums = row_sums(grammar.rows[number].columns)
            unknown = (None,) * len(grammar.rows[number].columns)
            self.values[number] = tuple(completed(values_of(way), sums) for way in found) or (
                unknown,
            )

    def alike(self, bond: RowsSum) -> bool:
        """Whether all rows of a sum have the same columns."""
        return len({id(self.grammar.rows[row].columns) for row in bond.rows}) == 1

    def fixed(self, bond: RowsSum) -> bool:
        """Whether every row of a sum has one reading."""
        return all(len(self.values[row]) == 1 for row in bond.rows)

    def open_rows(self, bond: RowsSum) -> list[int]:
        """The rows of a sum that have several readings."""
        return [row for row in bond.rows if len(self.values[row]) > 1]

    def contradicts(self, bond: RowsSum) -> bool:
        """Whether a sum is broken by the only readings of its rows."""
        return bond.denies({row: self.values[row][0] for row in bond.rows})

    def keep(self, number: int, kept: Sequence[int]) -> None:
        """Leave some of a row's readings only."""
        self.ways[number] = tuple(self.ways[number][at] for at in kept)
        self.values[number] = tuple(self.values[number][at] for at in kept)


def _sound(
    grammar: Grammar, rows: Mapping[int, RowReadings], ends: _Ends, bonds: Sequence[RowsSum]
) -> bool:
    """Whether what is printed whole adds up."""
    for number, row in rows.items():
        if not row.damaged and row.ways:
            sums = row_sums(grammar.rows[number].columns)
            if denied(values_of(row.ways[0]), sums):
                return False
    return not any(ends.fixed(bond) and ends.contradicts(bond) for bond in bonds)


def _filtered(ends: _Ends, bonds: Sequence[RowsSum], steps: Steps) -> _Ends | None:
    """The readings that stand in some solution; `None` where there is no solution."""
    # A sum of which one row is open needs no other: it may leave little to be tried together.
    while alone := _narrowed(ends, bonds, steps):
        if not all(ends.values[row] for row in alone):
            return None
    if any(ends.fixed(bond) and ends.contradicts(bond) for bond in bonds):
        return None
    for group, own in _groups(ends, bonds):
        _keep_standing(ends, own, group, steps)
        if not all(ends.values[row] for row in group):
            return None
    return ends


def _narrowed(ends: _Ends, bonds: Sequence[RowsSum], steps: Steps) -> list[int]:
    """The rows that have fewer readings by a sum of which they are the only open row."""
    found = []
    for bond in bonds:
        rows = ends.open_rows(bond)
        if len(rows) == 1 and _keep_standing(ends, [bond], rows, steps):
            found += rows
            if not ends.values[rows[0]]:
                break  # Nothing stands: another sum of that row has no figures of it to ask.
    return found


def _keep_standing(
    ends: _Ends, bonds: Sequence[RowsSum], rows: Sequence[int], steps: Steps
) -> bool:
    """Leave the readings that stand together, and say whether they are fewer."""
    bound = {row: ends.values[row] for one in bonds for row in one.rows}
    found = standing(bound, bonds, rows, steps)
    fewer = any(len(found[row]) < len(bound[row]) for row in rows)
    for row in rows:
        ends.keep(row, found[row])
    return fewer


def _groups(ends: _Ends, bonds: Sequence[RowsSum]) -> Iterator[tuple[list[int], list[RowsSum]]]:
    """Open rows that sums bind to each other, with those sums."""
    left = [bond for bond in bonds if ends.open_rows(bond)]
    while left:
        rows, own = set(ends.open_rows(left[0])), [left.pop(0)]
        while beside := [bond for bond in left if rows.intersection(ends.open_rows(bond))]:
            own += beside
            rows.update(row for bond in beside for row in ends.open_rows(bond))
            left = [bond for bond in left if bond not in beside]
        yield sorted(rows, key=lambda row: len(ends.values[row])), own


def _confirmed(ends: _Ends, bond: RowsSum) -> Iterator[int]:
    """The rows of a sum of whose other rows every figure is known."""
    if any(bond.lacking):
        return
    unknown = [row for row in bond.rows if any(None in values for values in ends.values[row])]
    if not unknown:
        yield from bond.rows
    elif len(unknown) == 1:
        yield unknown[0]


def _as_printed(grammar: Grammar, rows: Mapping[int, RowReadings], bond: RowsSum) -> Iterator[int]:
    """The rows of a sum that holds in each column as it is printed, blank cells being zeros.

    Had the cells of one moved, a column would lack its figures. One of them is surely in its
    place, lest all have moved.
    """
    found = [rows[row] for row in bond.rows]
    if not any(row.moved for row in found):
        return  # Nobody doubts their places.
    whole = all(row.ways and not row.many and (row.moved or not row.damaged) for row in found)
    fixed = any(not row.moved and row.ways[0][-1] is not None for row in found if row.ways)
    if not (whole and fixed) or bond.relation != "=" or any(bond.lacking):
        return
    left, right = (
        [
            sum(column)
            for column in zip(*[_with_zeros(grammar, row, rows[row]) for row in side], strict=True)
        ]
        for side in (bond.left, bond.right)
    )
    if left == right:
        yield from (row for row in bond.rows if _ends_with_a_number(rows[row]))


def _ends_with_a_number(row: RowReadings) -> bool:
    """Whether the last figure of a row as it is printed is no zero, which no column would miss."""
    printed = [value for value in values_of(row.ways[0]) if value is not None]
    return bool(printed and printed[-1])


def _with_zeros(grammar: Grammar, number: int, row: RowReadings) -> list[int]:
    """A row as it is printed, blank cells as zeros, and a blank total as what its addends make."""
    printed = values_of(row.ways[0])
    values = [value or 0 for value in printed]
    for one in row_sums(grammar.rows[number].columns):
        if printed[one.total] is None:
            values[one.total] = sum(values[addend] for addend in one.addends)
    return values
