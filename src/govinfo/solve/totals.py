"""Totals that a row and a column bear out, where the columns of the other figures are not known.

A table that lost its blank cells prints `821 35 2 1 859`: four figures of six columns, and how
many these are together. No sum denies that the row's total was not printed, and that its last
addend is by chance what the others are together. But where the rows of a sum all end so, and these
ends add up, each is its row's total.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from govinfo.grammar.compile import Grammar
from govinfo.grammar.sums import row_sums
from govinfo.solve.printed import Entry, Printed
from govinfo.solve.row import RowReadings
from govinfo.solve.table import Settled, relations


@frozen(slots=True)
class _Total:
    """A row's total.

    Attributes:
        value: How many; 0 of a row that prints nothing.
        entry: The cell that is borne out if the sum holds; `None` where nothing is in doubt.
    """

    value: int
    entry: Entry | None = None


def totals(
    grammar: Grammar,
    printed: Mapping[int, Printed],
    rows: Mapping[int, RowReadings],
    settled: Settled,
) -> dict[int, dict[int, Entry]]:
    """For each row the entry of its total, by column, where sums bear it out.

    Args:
        grammar: The table's grammar.
        printed: The rows as printed, by number.
        rows: The readings of each.
        settled: What the sums between rows leave of them; where these contradict each other,
            a figure is printed wrong, and no sum is evidence.
    """
    found: dict[int, dict[int, Entry]] = {}
    if not settled.sound or all(not row.damaged for row in rows.values()):
        return found
    for bond in relations(grammar, rows):
        columns = {grammar.rows[number].columns for number in bond.rows}
        sums = [one for own in columns for one in row_sums(own)]
        if bond.relation != "=" or any(bond.lacking) or len(sums) != 1:
            continue
        (one,) = sums
        ends = {number: _end(printed.get(number), rows[number], one.total) for number in bond.rows}
        left, right = ([ends[number] for number in side] for side in (bond.left, bond.right))
        told = [[end.value for end in side if end is not None] for side in (left, right)]
        whole = len(told[0]) == len(left) and len(told[1]) == len(right)
        if whole and sum(told[0]) == sum(told[1]) > 0:
            for number, end in ends.items():
                if end is not None and end.entry is not None:
                    found[number] = {one.total: end.entry}
    return found


def _end(row: Printed | None, readings: RowReadings, total: int) -> _Total | None:
    """A row's total, if it is what the row prints; else its last figure, if that may be it."""
    if row is None or readings.moved or row.loose or row.order[-1] != total:
        return None
    shown = [token for token in row.tokens if not token.blank]
    if not shown:
        return _Total(0)
    if not readings.damaged:
        entry = readings.ways[0][total]
        return None if entry is None or entry[1] is None else _Total(entry[1])
    *addends, last = shown
    values = [token.value or 0 for token in addends if token.whole and token.value is not None]
    whole = len(values) == len(addends) and last.whole and last.value is not None
    if not addends or not whole or sum(values) != last.value:
        return None
    return _Total(last.value, last.entry)
