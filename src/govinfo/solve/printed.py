"""A row as the solver sees it: what is printed, in which order, and where it may belong."""

from __future__ import annotations

from attrs import field, frozen

from govinfo.grammar.sums import RowSum

Entry = tuple[int, int | None]
"""A printed cell by its number, and what it says: `None` where that is no whole number."""
Reading = tuple[Entry | None, ...]
"""What stands in each column of the template; `None` where nothing is printed."""
ColumnRange = tuple[int, int]
"""The first column in which a cell may stand, and the one after the last."""

MOST_STEPS = 20_000
"""Partial readings after which the search for a row's readings is given up."""
LONG = 20
"""Digits from which a run of them is no number, and is not searched for the figures in it."""


GLUED = -1
"""The number of the cell that stands at the end of the label."""


class Steps:
    """How much work may still be done; what is left open when it ends stays open."""

    def __init__(self, most: int) -> None:
        self.left = most

    def take(self, steps: int = 1) -> None:
        """Count some steps.

        Raises:
            SearchGivenUpError: No step is left.
        """
        self.left -= steps
        if self.left < 0:
            raise SearchGivenUpError


class SearchGivenUpError(Exception):
    """There are more readings than are looked at; none is then believed."""


@frozen(slots=True)
class Token:
    """A printed cell.

    Attributes:
        at: Its number in the row; `GLUED` for digits at the end of the label.
        digits: Its digits where it prints nothing else, so that it may be several numbers; else
            `""`.
        value: Its number; `None` where it prints nothing, or no whole number.
        parts: The numbers in it where blanks part its digits, so that it may be two cells' figures.
        blank: Whether it prints nothing, or a sign for nothing.
        sign: Whether it prints a sign for nothing: then no program filled it in.
        span: Where it may stand, in printed columns; `None` where only the order tells.
        alike: The numbers that it may be, where its picture can be read in several ways.
    """

    at: int
    digits: str
    value: int | None
    parts: tuple[int, ...] = ()
    blank: bool = False
    sign: bool = False
    span: ColumnRange | None = None
    alike: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it is blank, and a program may have put it there."""
        return self.blank and not self.sign

    @property
    def entry(self) -> Entry | None:
        """What stands in its column where it is one cell."""
        return None if self.blank else (self.at, self.value)

    @property
    def whole(self) -> bool:
        """Whether it may be one number, or nothing that is printed in digits alone.

        Digits after a zero are several numbers, and so are more of them than any number has.
        """
        if self.value is None:
            return not self.digits
        return self.digits in ("", "0") or self.digits[0] != "0"


@frozen(slots=True)
class Printed:
    """A printed row of figures.

    Attributes:
        tokens: Its cells from left to right; blank ones where the document keeps them.
        order: For each printed column the template's.
        sums: The sums that bind the template's columns.
        glued: Digits glued to the end of its label.
        placed: Whether a grid tells each cell's column, so that none of them can be two.
        loose: How many of its last figures stand on lines of their own, so that their place
            among the others is not known.
        wanted: For each column of the template the figure that other rows leave for it, where
            that is known; empty where it is not asked for.
        among_blanks: Whether a cell that is not printed may be a blank one, rather than lost.
        strays: Whether a cell may be of a column that the template does not have.
    """

    tokens: tuple[Token, ...]
    order: tuple[int, ...]
    sums: tuple[RowSum, ...] = ()
    glued: str = ""
    placed: bool = False
    loose: int = 0
    wanted: tuple[int | None, ...] = ()
    among_blanks: bool = False
    strays: bool = False
    ends: tuple[tuple[RowSum, ...], ...] = field(init=False, repr=False)

    @ends.default
    def _ends(self) -> tuple[tuple[RowSum, ...], ...]:
        """For each printed column the sums of which it is the last column."""
        at = {column: place for place, column in enumerate(self.order)}
        last = [(max(at[n] for n in (one.total, *one.addends)), one) for one in self.sums]
        return tuple(
            tuple(one for place, one in last if place == here) for here in range(self.width)
        )

    @property
    def width(self) -> int:
        """How many columns the row has."""
        return len(self.order)

    @property
    def bound(self) -> bool:
        """Whether any sum binds its columns."""
        return bool(self.sums)

    @property
    def glued_zeros(self) -> bool:
        """Whether its label ends in a zero for each of several columns: `规章000`."""
        return not self.tokens and self.width > 1 and self.glued == "0" * self.width


def values_of(reading: Reading) -> tuple[int | None, ...]:
    """The figure of each column; `None` where there is none, or no whole number."""
    return tuple([None if entry is None else entry[1] for entry in reading])
