"""What documents do to a printed row, each as a generator of the readings that it admits.

A damage does not judge. It says what the row may have been before; sums, places and other rows
deny some of that, and what all the rest agree on is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from attrs import evolve

from govinfo.grammar.sums import denied
from govinfo.solve.printed import GLUED, LONG, Entry, Printed, Reading, Steps, Token, values_of

WIDE = 5
"""Digits from which a figure may be wider than its column."""
_CUT = 3
"""Digits that are cut off, at most."""
Damage = Callable[[Printed, Steps], Iterator[Reading]]
"""Every reading of a row that the damage admits and the row's own sums do not deny."""


def nothing(row: Printed, steps: Steps) -> Iterator[Reading]:
    """The row as it is printed: a cell for each column.

    Relies on: as many cells as columns, each one number or none. A row that does not add up is
    printed wrong, not damaged: its sums deny nothing here.
    Combines with: nothing.
    """
    steps.take()
    whole = row.placed or all(token.whole for token in row.tokens)
    if len(row.tokens) == row.width and whole and not row.loose:
        yield _in_template([token.entry for token in row.tokens], row)


def blanks_lost(row: Printed, steps: Steps) -> Iterator[Reading]:
    """Cells are not printed, and nothing shows where: blank ones, or such as a converter lost.

    Relies on: the order of the cells that are left.
    Combines with: `run_together`.
    """
    yield from _laid(row, row.tokens, steps, cut=False, lost=True)


def run_together(row: Printed, steps: Steps) -> Iterator[Reading]:
    """The digits of neighbouring cells stand as one number: `1200003` for 12 0 0 0 0 3.

    Relies on: the order of the digits; numbers do not begin with a zero.
    Combines with: `blanks_lost`.
    """
    yield from _laid(row, row.tokens, steps, cut=True, lost=False)


def run_together_and_blanks_lost(row: Printed, steps: Steps) -> Iterator[Reading]:
    """Digits ran together, and cells are lost besides.

    Relies on: the order of the digits.
    Combines with: nothing else.
    """
    yield from _laid(row, row.tokens, steps, cut=True, lost=True)


def first_glued(row: Printed, steps: Steps) -> Iterator[Reading]:
    """The first figure stands at the end of the label: `予以公开202 17 0 0 6 1 226`.

    Relies on: sums that bind the row, or a zero for each of its columns and nothing else; any other
    number at a label's end is part of the label.
    Combines with: `run_together`.
    """
    if row.glued and (row.bound or row.glued_zeros) and len(row.glued) < LONG:
        tokens = (Token(GLUED, row.glued, int(row.glued)), *row.tokens)
        yield from _laid(row, tokens, steps, cut=False, lost=False)
        yield from _laid(row, tokens, steps, cut=True, lost=False)


def moved_up(row: Printed, steps: Steps) -> Iterator[Reading]:
    """A cell is lost, those behind it moved up, and the row was filled up with blank ones.

    Relies on: a row that prints fewer cells than it has columns, the last being blank, and a sum
    that the last of them can be.
    Combines with: nothing.
    """
    kept, last = _unfilled(row), row.order[-1]
    if len(kept) < 2 or len(kept) == row.width or all(token.blank for token in kept):
        return
    if all(token.value == 0 for token in kept):
        return  # zeros without a gap say the same wherever one was lost
    if any(one.total == last for one in row.sums):
        for reading in _laid(row, kept, steps, cut=False, lost=True):
            if reading[last] is not None:
                yield reading


def run_together_and_filled(row: Printed, steps: Steps) -> Iterator[Reading]:
    """Digits ran together, and the row was filled up with blank cells.

    Relies on: sums that hold for every figure.
    Combines with: nothing.
    """
    kept = _unfilled(row)
    if row.bound and kept and len(kept) < row.width and kept[-1].digits:
        yield from _laid(row, kept, steps, cut=True, lost=False)


def run_together_in_a_merged_cell(row: Printed, steps: Steps) -> Iterator[Reading]:
    """A cell holds the digits of several columns, and its neighbours are printed blank.

    A merged cell covers those after it; a page's figures stand so close that two are one.

    Relies on: sums that the row breaks as it is printed.
    Combines with: nothing.
    """
    if not row.bound or len(row.tokens) != row.width or adds_up(row):
        return
    for at, token in enumerate(row.tokens):
        start = stop = at
        while start and row.tokens[start - 1].empty:
            start -= 1
        while stop + 1 < row.width and row.tokens[stop + 1].empty:
            stop += 1
        if start < stop and len(token.digits) > 1:
            held = [
                evolve(one, span=(start, stop + 1) if place == at else (place, place + 1))
                for place, one in enumerate(row.tokens)
                if place == at or not start <= place <= stop
            ]
            yield from _laid(row, held, steps, cut=True, lost=False)


def label_reaches_in(row: Printed, steps: Steps) -> Iterator[Reading]:
    """The first cell is blank because the label's covers it: a cell is lost further on.

    Relies on: sums that the row breaks as it is printed, blanks being zeros.
    Combines with: nothing.
    """
    if len(row.tokens) == row.width and _begins_blank(row) and not adds_up(row):
        yield from _laid(row, row.tokens[1:], steps, cut=False, lost=True)


def has_end_blank(row: Printed) -> bool:
    """Whether an end prints nothing beside figures: its cells may have moved by one.

    A program or a writer filled the row up, with a blank cell or the sign for nothing.
    """
    filled = not all(token.blank for token in row.tokens)
    return filled and (row.tokens[0].blank or row.tokens[-1].blank)


def adds_up(row: Printed) -> bool:
    """Whether the row's sums hold as it is printed, a blank beside a printed addend being zero."""
    shown = _in_template([token.entry for token in row.tokens], row)
    zeros = _in_template([token.entry or (token.at, 0) for token in row.tokens], row)
    sums = [one for one in row.sums if any(shown[addend] is not None for addend in one.addends)]
    return not denied(values_of(zeros), sums)


def _begins_blank(row: Printed) -> bool:
    return bool(row.tokens) and row.tokens[0].empty


def _unfilled(row: Printed) -> list[Token]:
    """The cells without blank ones at the end that a program may have put there."""
    kept = list(row.tokens)
    while kept and kept[-1].empty:
        kept.pop()
    return kept


def digits_cut_off(row: Printed, steps: Steps) -> Iterator[Reading]:
    """The last or first digits of a long figure stand in the cell beside: `1000088 | 7397218`.

    A program cut the page's letters where a column ends, and the figure is wider than its column.

    Relies on: sums that the row breaks as it is printed; a figure of five digits or more.
    Combines with: itself, at another border.
    """
    digits = [token.digits for token in row.tokens]
    if len(digits) != row.width or not all(digits) or max(map(len, digits)) < WIDE:
        return
    printed = _in_template([token.entry for token in row.tokens], row)
    if not denied(values_of(printed), row.sums):
        return
    borders = range(row.width - 1)
    for at in borders:
        for once in _over_border(digits, at):
            yield from _standing(once, row, steps)
            for other in borders[at + 1 :]:
                for twice in _over_border(once, other):
                    yield from _standing(twice, row, steps)


def _over_border(digits: Sequence[str], at: int) -> Iterator[list[str]]:
    """The digits of cells, some moved from one to that after it or back."""
    both = digits[at] + digits[at + 1]
    place = len(digits[at])
    for cut in range(max(1, place - _CUT), min(len(both), place + _CUT + 1)):
        parts = both[:cut], both[cut:]
        if (
            cut != place
            and max(map(len, parts)) >= WIDE
            and (parts[1] == "0" or parts[1][0] != "0")
        ):
            yield [*digits[:at], *parts, *digits[at + 2 :]]


def _standing(digits: Sequence[str], row: Printed, steps: Steps) -> Iterator[Reading]:
    """A reading of as many numbers as columns, if the row's sums do not deny it."""
    steps.take()
    entries = [(token.at, int(one)) for token, one in zip(row.tokens, digits, strict=True)]
    reading = _in_template(entries, row)
    if not denied(values_of(reading), row.sums):
        yield reading


def two_in_a_cell(row: Printed, steps: Steps) -> Iterator[Reading]:
    """A figure of another cell, or a note's mark, stands in a cell beside its own: `3 1`.

    Relies on: blanks that part two numbers, and sums that may tell one from the other. That a row
    adds up without the cell does not: a total may be printed wrong, so a zero never leaves out
    another number. Three and more numbers are one spaced out.
    Combines with: itself, where all the figures of the row are one a column.
    """
    if not has_two_in_a_cell(row):
        return
    shown = [token for token in row.tokens if not token.blank]
    parts = [(token.at, part) for token in shown for part in token.parts or (token.value,)]
    if len(parts) == row.width:
        steps.take()
        yield _in_template(parts, row)
    if len(row.tokens) != row.width:
        return
    printed = [token.entry for token in row.tokens]
    for at, token in enumerate(row.tokens):
        for part in token.parts if len(token.parts) == 2 and all(token.parts) else ():
            steps.take()
            yield _in_template([*printed[:at], (token.at, part), *printed[at + 1 :]], row)


def has_two_in_a_cell(row: Printed) -> bool:
    """Whether a cell of the row may be two, and sums may tell one from two."""
    return row.bound and any(token.parts for token in row.tokens)


def cell_of_another_column(row: Printed, steps: Steps) -> Iterator[Reading]:
    """A cell stands for one that is lost, though it is of a column that the template has not.

    Relies on: what tells that the document has such columns; as many cells as are left to lay.
    Combines with: `blanks_lost`.
    """
    if row.strays and not _is_set_apart(row, row.tokens):
        for at in range(len(row.tokens)):
            kept = (*row.tokens[:at], *row.tokens[at + 1 :])
            yield from _laid(row, kept, steps, cut=False, lost=True)


def figure_apart(row: Printed, steps: Steps) -> Iterator[Reading]:
    """Figures of the row stand on lines of their own, where they are higher or lower on the page.

    Relies on: the order of the figures that stand together.
    Combines with: `blanks_lost`.
    """
    if not row.loose:
        return
    together = row.tokens[: len(row.tokens) - row.loose]
    for tokens in _interleaved(list(together), list(row.tokens[len(together) :])):
        yield from _laid(row, tokens, steps, cut=False, lost=len(tokens) < row.width)


def _interleaved(row: Sequence[Token], apart: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """A row with figures put in at every place, their own order kept."""
    if not apart:
        yield tuple(row)
        return
    for at in range(len(row) + 1):
        for rest in _interleaved(row[at:], apart[1:]):
            yield (*row[:at], apart[0], *rest)


def look_alike_digits(row: Printed, steps: Steps) -> Iterator[Reading]:
    """Digits of a scanned cell look alike, and two looks at it saw two numbers: a 3, an 8.

    Relies on: a cell for each column, of which the others are as they are printed; the number
    that was printed being one of those that were seen. That sums only fail to deny a choice is
    no proof of it: one must bear it out.
    Combines with: itself, in other cells of the row.
    """
    if not any(token.alike for token in row.tokens):
        return
    seen = [[(token.at, number) for number in token.alike] for token in row.tokens]
    printed = [[token.entry] for token in row.tokens]
    for entries in product(*[one or other for one, other in zip(seen, printed, strict=True)]):
        steps.take()
        reading = _in_template(entries, row)
        if not denied(values_of(reading), row.sums):
            yield reading


OF_A_WHOLE_ROW: tuple[Damage, ...] = (
    moved_up,
    run_together_and_filled,
    run_together_in_a_merged_cell,
    label_reaches_in,
    digits_cut_off,
)
"""What a row with a cell for each column may hide."""
OF_A_SHORT_ROW: tuple[Damage, ...] = (
    blanks_lost,
    run_together,
    run_together_and_blanks_lost,
    first_glued,
    figure_apart,
    cell_of_another_column,
)
"""What a row may have come from that has no cell for each column."""
DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        nothing,
        two_in_a_cell,
        look_alike_digits,
        *OF_A_WHOLE_ROW,
        *OF_A_SHORT_ROW,
    )
}
"""Every damage by its name."""


def _in_template(entries: Sequence[Entry | None], row: Printed) -> Reading:
    """Entries by printed column as a reading by the template's."""
    found: list[Entry | None] = [None] * row.width
    for entry, column in zip(entries, row.order, strict=True):
        found[column] = entry
    return tuple(found)


def _laid(
    row: Printed, tokens: Sequence[Token], steps: Steps, *, cut: bool, lost: bool
) -> Iterator[Reading]:
    """Every way to lay cells over the columns in their order.

    Args:
        row: The row.
        tokens: Its cells.
        steps: The work that is left.
        cut: Whether a cell's digits may be several numbers.
        lost: Whether columns may have no cell.
    """
    long = any(len(token.digits) > 1 for token in tokens)
    if cut and (not long or _is_set_apart(row, tokens)):
        return
    if not cut and (len(tokens) > row.width or not all(token.whole for token in tokens)):
        return
    yield from _Laying(row, tokens, steps, cut, lost).go(0, 0, ())


def _is_set_apart(row: Printed, tokens: Sequence[Token]) -> bool:
    """Whether digits after a zero may be the rest of the number before, no sum telling: `4 07`."""
    return not row.bound and any(
        bool(one.value) and not rest.whole for one, rest in pairwise(tokens)
    )


class _Laying:
    """The search of `_laid`."""

    def __init__(
        self, row: Printed, tokens: Sequence[Token], steps: Steps, cut: bool, lost: bool
    ) -> None:
        self.row, self.tokens, self.steps, self.cut, self.lost = row, tokens, steps, cut, lost
        lengths = [max(1, len(token.digits)) if cut else 1 for token in tokens]
        self.most = [sum(lengths[at:]) for at in range(len(tokens) + 1)]

    def go(self, token: int, start: int, laid: tuple[Entry | None, ...]) -> Iterator[Reading]:
        self.steps.take()
        column, width = len(laid), self.row.width
        if laid and self._denied(laid):
            return
        if column == width:
            if token == len(self.tokens):
                yield _in_template(laid, self.row)
            return
        left = width - column
        if not len(self.tokens) - token <= left or not (
            self.lost or left <= self.most[token] - start
        ):
            return
        if self.lost and not (start and self.row.bound):
            # Between digits that ran together, too: where sums bind, they tell what is lost.
            yield from self.go(token, start, (*laid, None))
        if token == len(self.tokens) or not self._may_stand(token, column):
            return
        one = self.tokens[token]
        if not start and one.whole:
            yield from self.go(token + 1, 0, (*laid, one.entry))
        if self.cut and len(one.digits) > 1 and len(one.digits) < LONG:
            yield from self._pieces(token, start, laid)

    def _pieces(self, token: int, start: int, laid: tuple[Entry | None, ...]) -> Iterator[Reading]:
        digits = self.tokens[token].digits
        longest = 1 if digits[start] == "0" else len(digits) - start
        for length in range(1, longest + 1):
            end = start + length
            if length == len(digits):
                continue
            piece = (self.tokens[token].at, int(digits[start:end]))
            after = (token + 1, 0) if end == len(digits) else (token, end)
            yield from self.go(*after, (*laid, piece))

    def _may_stand(self, token: int, column: int) -> bool:
        span = self.tokens[token].span
        return span is None or span[0] <= column < span[1]

    def _denied(self, laid: Sequence[Entry | None]) -> bool:
        """Whether the last column laid breaks a sum, or is not what other rows leave for it."""
        at, entry = len(laid) - 1, laid[-1]
        if self.row.wanted and entry is not None:
            wanted = self.row.wanted[self.row.order[at]]
            if wanted is not None and entry[1] != wanted:
                return True
        ending = self.row.ends[at]
        if not ending:
            return False
        known = _in_template([*laid, *[None] * (self.row.width - len(laid))], self.row)
        return denied(values_of(known), ending)
