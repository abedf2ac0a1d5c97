"""What is read of a row: the cells on which every reading that is left agrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from govinfo.grammar.compile import Grammar
from govinfo.grammar.sums import table_sums
from govinfo.solve.borne_out import borne_out
from govinfo.solve.printed import Entry, Printed, Reading, Steps
from govinfo.solve.row import RowReadings, readings
from govinfo.solve.table import Settled, settle, wanted
from govinfo.solve.totals import totals

MOST_STEPS = 60_000
"""The work that is done for one table; what is not decided by then stays open."""


@frozen(slots=True)
class Verdict:
    """What is read of a row.

    Attributes:
        cells: For each column of the template what stands there; `None` where nothing is printed,
            or where it is open.
        open: The columns whose figure could not be told.
        damaged: Whether the row is not simply what is printed.
        moved: Whether it is what is printed, though its cells may have moved up by a column.
        confirmed: Whether a sum between rows, of which all other figures are known, holds.
        denied: Whether a sum between rows that are all known does not hold.
        chosen: The columns of which several numbers were seen, and sums bear one out.
    """

    cells: Reading
    open: frozenset[int] = frozenset()
    damaged: bool = False
    moved: bool = False
    confirmed: bool = False
    denied: bool = False
    chosen: frozenset[int] = frozenset()

    @property
    def told(self) -> bool:
        """Whether no column is open."""
        return not self.open


def solve(
    grammar: Grammar, rows: Mapping[int, Printed], unknown: Iterable[int] = ()
) -> dict[int, Verdict]:
    """Read the rows of one table.

    Args:
        grammar: The table's grammar.
        rows: Its rows as printed, by number.
        unknown: Rows that the table prints as well, of which nothing can be told.
    """
    steps = Steps(MOST_STEPS)
    found = {number: readings(row, steps) for number, row in rows.items()}
    found.update(dict.fromkeys(unknown, RowReadings((), damaged=True)))
    for number, left in wanted(grammar, found).items():
        again = readings(evolve(rows[number], wanted=left), steps)
        found[number] = evolve(again, many=True)
    settled = settle(grammar, found, steps)
    summed = {row for one in table_sums(grammar) for row in (*one.left, *one.right)}
    verdicts = {
        number: _verdict(number, found[number], row.width, settled, summed=number in summed)
        for number, row in rows.items()
    }
    for number, chosen in borne_out(grammar, found, settled).items():
        verdicts[number] = _with_chosen(verdicts[number], chosen)
    for number, told in totals(grammar, rows, found, settled).items():
        verdicts[number] = _with_told(verdicts[number], told)
    return verdicts


def _with_told(verdict: Verdict, told: Mapping[int, Entry]) -> Verdict:
    """A row with cells that were open, and that sums bear out."""
    cells = tuple(told.get(column, entry) for column, entry in enumerate(verdict.cells))
    return evolve(verdict, cells=cells, open=verdict.open.difference(told))


def _with_chosen(verdict: Verdict, chosen: Mapping[int, Entry]) -> Verdict:
    """A row as it is printed, with the numbers in it that sums bear out."""
    cells = tuple(chosen.get(column, entry) for column, entry in enumerate(verdict.cells))
    printed = zip(verdict.cells, cells, strict=True)
    columns = frozenset(column for column, (one, other) in enumerate(printed) if one != other)
    return evolve(verdict, cells=cells, chosen=columns)


def solve_row(row: Printed, steps: Steps | None = None) -> Verdict:
    """Read a row by itself.

    Args:
        row: The row.
        steps: The work that may be done for it and other rows.
    """
    found = readings(row, steps or Steps(MOST_STEPS))
    if found.seen is not None:
        return Verdict(found.seen)
    return _agreed(found, found.ways[:1] if found.moved else found.ways, row.width)


def _verdict(
    number: int, row: RowReadings, width: int, settled: Settled, *, summed: bool
) -> Verdict:
    ways = settled.ways[number]
    if row.seen is not None:
        return Verdict(
            row.seen, confirmed=number in settled.confirmed, denied=number in settled.denied
        )
    # What a lost cell makes of a grid's row is denied by other rows, or the row is in doubt.
    printed = row.moved and number in settled.printed
    confirmed = printed or (number in settled.confirmed and not (row.moved and len(ways) > 1))
    if row.moved and (printed or not confirmed):
        ways = row.ways[:1]
    elif row.doubtful and summed and not confirmed:
        ways = ()
    found = _agreed(row, ways, width)
    return evolve(found, confirmed=confirmed, denied=number in settled.denied)


def _agreed(row: RowReadings, ways: Sequence[Reading], width: int) -> Verdict:
    """The cells on which readings agree."""
    if not ways:
        return Verdict((None,) * width, frozenset(range(width)), row.damaged)
    first, *others = ways
    cells: list[Entry | None] = []
    left_open = set()
    for column, entry in enumerate(first):
        if all(_same(entry, other[column]) for other in others):
            cells.append(entry)
        else:
            cells.append(None)
            left_open.add(column)
    moved = row.moved and first == row.ways[0] and not others
    return Verdict(tuple(cells), frozenset(left_open), row.damaged, moved)


def _same(one: Entry | None, other: Entry | None) -> bool:
    """Whether two readings say the same of a column: one figure, be it this cell's or that's."""
    if one is None or other is None:
        return one is other
    return one == other or (one[1] is not None and one[1] == other[1])
