"""Cells of which several numbers were seen: the one that a sum bears out.

That the sums deny all others is not enough, for what was printed may be none of those that were
seen. A sum must hold of which every other figure is known: of two such cells that only one sum
binds, both may have been taken for the same wrong digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from govinfo.grammar.compile import Grammar
from govinfo.grammar.sums import row_sums
from govinfo.solve.printed import Entry, Reading, values_of
from govinfo.solve.row import RowReadings
from govinfo.solve.table import Settled, relations

_Place = tuple[int, int]
"""A row and a column."""


@frozen(slots=True)
class _Sum:
    """Figures that are together as many as others."""

    left: tuple[_Place, ...]
    right: tuple[_Place, ...]

    def is_completed(self, place: _Place, value: int, known: Mapping[_Place, int]) -> bool:
        """Whether it holds with a value, every other figure being known."""
        found = [
            [value if one == place else known.get(one) for one in side]
            for side in (self.left, self.right)
        ]
        left, right = ([one for one in side if one is not None] for side in found)
        whole = len(left) == len(self.left) and len(right) == len(self.right)
        return whole and sum(left) == sum(right)


def borne_out(
    grammar: Grammar, rows: Mapping[int, RowReadings], settled: Settled
) -> dict[int, dict[int, Entry]]:
    """For each row the entries that sums bear out in such cells, by column.

    Args:
        grammar: The table's grammar.
        rows: The readings of each row that the table prints.
        settled: What the sums between rows leave of them; where these contradict each other,
            figures are wrong that were seen surely, and no sum is evidence.
    """
    found: dict[int, dict[int, Entry]] = {}
    if not settled.sound or all(row.seen is None for row in rows.values()):
        return found
    known = dict(_printed(rows))
    sums = list(_sums(grammar, rows))
    left = {
        (number, column): entry
        for number, row in rows.items()
        for column, entry in _in_doubt(row.seen, settled.ways[number])
    }
    while told := [
        (place, entry)
        for place, entry in left.items()
        if any(
            place in (*one.left, *one.right) and one.is_completed(place, entry[1] or 0, known)
            for one in sums
        )
    ]:
        for place, entry in told:
            known[place] = entry[1] or 0
            found.setdefault(place[0], {})[place[1]] = left.pop(place)
    return found


def _printed(rows: Mapping[int, RowReadings]) -> Iterator[tuple[_Place, int]]:
    """The figures that are simply what is printed."""
    for number, row in rows.items():
        whole = row.seen if row.damaged else row.ways[0] if row.ways else None
        for column, value in enumerate(values_of(whole or ())):
            if value is not None:
                yield (number, column), value


def _in_doubt(seen: Reading | None, ways: Sequence[Reading]) -> Iterator[tuple[int, Entry]]:
    """The columns of a row that were seen as several numbers, and sums leave one of them."""
    for column, entry in enumerate(seen or ()):
        left = {way[column] for way in ways}
        one = left.pop() if len(left) == 1 else None
        if entry is not None and entry[1] is None and one is not None and one[1] is not None:
            yield column, one


def _sums(grammar: Grammar, rows: Mapping[int, RowReadings]) -> Iterator[_Sum]:
    """The sums that bind the figures of a table, one by one."""
    for number in rows:
        for one in row_sums(grammar.rows[number].columns):
            yield _Sum(tuple((number, at) for at in one.addends), ((number, one.total),))
    for bond in relations(grammar, rows):
        columns = grammar.rows[bond.rows[0]].columns
        alike = all(grammar.rows[row].columns is columns for row in bond.rows)
        if alike and bond.relation == "=" and not any(bond.lacking):
            for at in range(len(columns)):
                yield _Sum(
                    tuple((row, at) for row in bond.left), tuple((row, at) for row in bond.right)
                )
