"""The readings of one row: as it is printed, or what damages it may have come from."""

from __future__ import annotations

from attrs import frozen

from govinfo.grammar.sums import denied, holds
from govinfo.solve.damages import (
    OF_A_SHORT_ROW,
    OF_A_WHOLE_ROW,
    adds_up,
    first_glued,
    has_end_blank,
    has_two_in_a_cell,
    look_alike_digits,
    nothing,
    run_together,
    two_in_a_cell,
)
from govinfo.solve.printed import (
    GLUED,
    MOST_STEPS,
    Printed,
    Reading,
    SearchGivenUpError,
    Steps,
    values_of,
)


@frozen(slots=True)
class RowReadings:
    """What a row may say.

    Attributes:
        ways: Every reading that its own sums admit; none where there are too many, or where no
            damage explains the row.
        damaged: Whether it is not simply what is printed.
        many: Whether there are more than were looked at.
        moved: Whether the first is what a grid prints, and the others are what a lost cell makes
            of it: where other rows do not deny the first, it stands, and is said to be unsure.
        seen: The row as it is printed, where its readings differ in what was seen of its digits
            only: of these a figure is taken if a sum bears it out, or else the cell stays open.
    """

    ways: tuple[Reading, ...]
    damaged: bool
    many: bool = False
    moved: bool = False
    seen: Reading | None = None

    @property
    def doubtful(self) -> bool:
        """Whether other rows must confirm what these readings agree on.

        One misprinted figure in a row with a lost cell makes its own sums confirm what is false.
        """
        if not self.damaged:
            return False
        return (
            self.many
            or len(self.ways) > 1
            or any(entry is None for way in self.ways for entry in way)
        )


def readings(row: Printed, steps: Steps) -> RowReadings:
    """The readings of a row.

    A row with a number for each column is what it prints, be it right or wrong; so is one whose
    first figure stands at the end of its label and that adds up. Any other has lost something.

    Args:
        row: The row.
        steps: The work that may be done for all rows of a table.
    """
    own = Steps(min(MOST_STEPS, steps.left))
    try:
        found = _readings(row, own)
    except SearchGivenUpError:
        found = RowReadings((), damaged=True, many=True)
    steps.left -= min(MOST_STEPS, steps.left) - max(0, own.left)
    return found


def _readings(row: Printed, steps: Steps) -> RowReadings:
    printed = tuple(nothing(row, steps))
    if row.strays and not (printed and row.bound and holds(values_of(printed[0]), row.sums)):
        # That the number of its cells is right, its own sums must bear out.
        kept = tuple(way for way in printed if not denied(values_of(way), row.sums))
        return RowReadings((*kept, *_short(row, steps)), damaged=True)
    if printed:
        apart = has_two_in_a_cell(row)
        found = _apart(row, printed[0], steps) if apart else _whole(row, printed[0], steps)
        return found if found.damaged or found.moved else _seen(row, found, steps)
    whole = (
        _whole_with_label(row, steps)
        or _addends_in_a_run(row, steps)
        or next((way for way in two_in_a_cell(row, steps) if holds(values_of(way), row.sums)), None)
    )
    if whole is not None:
        return RowReadings((whole,), damaged=True)
    if row.glued_zeros and not row.bound:
        return RowReadings(tuple(first_glued(row, steps)), damaged=True)
    if not row.tokens and row.bound and len(row.glued) >= row.width:
        # So many digits are no part of a label: they are the row's figures, and it is not blank.
        return RowReadings(tuple(dict.fromkeys(first_glued(row, steps))), damaged=True, many=True)
    if _all_zero_but_one(row):
        return RowReadings((tuple((token.at, 0) for token in (*row.tokens, row.tokens[0])),), True)
    return RowReadings(_short(row, steps), damaged=True)


def _short(row: Printed, steps: Steps) -> tuple[Reading, ...]:
    """What a row may have come from that has no cell of its own for each column."""
    return tuple(dict.fromkeys(way for damage in OF_A_SHORT_ROW for way in damage(row, steps)))


def _whole(row: Printed, printed: Reading, steps: Steps) -> RowReadings:
    """The readings of a row with a cell for each column: as it is printed, and what it may hide."""
    moved: list[Reading] = []
    try:
        moved += (way for damage in OF_A_WHOLE_ROW for way in damage(row, steps))
    except SearchGivenUpError:
        return RowReadings((printed, *moved), damaged=True, moved=True)
    if moved and _broken(printed, row) > 1 and all(_kept(way, row) > 1 for way in moved):
        # Several sums that fail as it is printed, and hold so, are no accident.
        return RowReadings(tuple(dict.fromkeys(moved)), damaged=True)
    ways = tuple(dict.fromkeys((printed, *moved)))
    # A row whose cells may have moved and that breaks a sum, or one that holds digits of several
    # cells, is in doubt, explained or not.
    unexplained = has_end_blank(row) and not adds_up(row)
    unexplained = unexplained or not all(token.whole for token in row.tokens)
    return RowReadings(ways, damaged=len(ways) > 1, moved=len(ways) > 1 or unexplained)


def _seen(row: Printed, printed: RowReadings, steps: Steps) -> RowReadings:
    """The readings of a row with cells of which several numbers were seen."""
    try:
        ways = tuple(look_alike_digits(row, steps))
    except SearchGivenUpError:
        return printed
    return RowReadings(ways, damaged=True, seen=printed.ways[0]) if ways else printed


def _apart(row: Printed, printed: Reading, steps: Steps) -> RowReadings:
    """The readings of a row with a cell that may be two: those that its sums bear out.

    Where they bear out none, any cell may stand in another column than its own.
    """
    ways = (printed, *two_in_a_cell(row, steps))
    kept = tuple(way for way in ways if holds(values_of(way), row.sums))
    return RowReadings(kept, damaged=kept != (printed,))


def _broken(way: Reading, row: Printed) -> int:
    """How many sums of a row a reading breaks."""
    return sum(denied(values_of(way), (one,)) for one in row.sums)


def _kept(way: Reading, row: Printed) -> int:
    """How many sums of a row hold in a reading, every figure known."""
    return sum(holds(values_of(way), (one,)) for one in row.sums)


def _whole_with_label(row: Printed, steps: Steps) -> Reading | None:
    """The row with the first figure at the end of its label, if all its sums then hold."""
    if len(row.tokens) != row.width - 1 or not all(token.whole for token in row.tokens):
        return None
    for reading in first_glued(row, steps):
        if reading[row.order[0]] == (GLUED, int(row.glued)) and holds(values_of(reading), row.sums):
            return reading
    return None


def _addends_in_a_run(row: Printed, steps: Steps) -> Reading | None:
    """The row whose addends all stand as one number before their total, if that has one reading.

    A number of so many digits is no count of a row that has lost other cells.
    """
    if len(row.tokens) != 2 or len(row.tokens[0].digits) < row.width - 1:
        return None
    found = set(run_together(row, steps))
    return found.pop() if len(found) == 1 and row.bound else None


def _all_zero_but_one(row: Printed) -> bool:
    """Whether one column's cell is lost, the others are zero, and sums bind all columns.

    A lost addend of a sum of zero is zero, and so is a lost sum of zeros: whichever column was
    lost, the row is the same; but where cells are blank, it may be one. No other figure that is
    not printed is ever read.
    """
    bound = {column for one in row.sums for column in (one.total, *one.addends)}
    zeros = all(token.value == 0 and token.span is None for token in row.tokens)
    return not row.among_blanks and zeros and len(bound) == row.width == len(row.tokens) + 1
