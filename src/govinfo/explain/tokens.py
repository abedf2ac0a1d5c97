"""A cell of a row as the solver takes it: a number, digits of several, or a sign."""

from __future__ import annotations

import re

from govinfo.grammar.values import count
from govinfo.layout.lines import Piece
from govinfo.solve.printed import Token

_PARTED = re.compile(r"\d[ \n\u00a0\u3000]+\d")
"""Digits set apart: one number, its thousands or all its digits set apart, or two in one cell."""
_PAST_THOUSANDS = re.compile(r"\A(\d{1,3}(?:[,，]\d{3})++)([1-9]\d*+|0)\Z")
"""Digits that go on after a group of thousands: the next cell's."""
_JOINED = re.compile(r"[1-9]\d{0,2}(?:，\d{3})+")
"""Thousands set off, or the cells of a text that parts its cells by commas."""
_LONGEST = 200
"""Characters of a cell that may hold several figures, at most."""


def count_of(text: str) -> int | None:
    """The count that a cell prints; `None` where it prints none, or something else."""
    value = count(text).value
    return value if isinstance(value, int) else None


def token(at: int, piece: Piece | None, span: tuple[int, int] | None, *, counts: bool) -> Token:
    """A cell by its number in the row.

    Args:
        at: Its number.
        piece: The cell; `None` for a column that has none.
        span: The printed columns in which it may stand; `None` where its place tells nothing.
        counts: Whether the cells of the row are counts, or the digits of several: only these are
            told apart.
    """
    if piece is None or piece.blank:
        sign = piece is not None and bool(piece.text)
        return Token(at, "", None, blank=True, sign=sign, span=span)
    if not counts:
        return Token(at, "", None, span=span)
    seen = {value for one in piece.readings if (value := count_of(one)) is not None}
    return Token(
        at,
        digits(piece.text),
        count_of(piece.text),
        parts(piece.text),
        span=span,
        alike=tuple(sorted(seen)),
    )


def parts(text: str) -> tuple[int, ...]:
    """The numbers in a cell which prints nothing else, that blanks or thousands part."""
    if not text or text.isdecimal() or len(text) > _LONGEST:
        return ()
    if _JOINED.fullmatch(text):
        return tuple(map(int, text.split("，")))
    past = _PAST_THOUSANDS.fullmatch(text)
    if past is not None:
        return int(past[1].replace(",", "").replace("，", "")), int(past[2])
    if _PARTED.search(text) is None:
        return ()
    held = text.split()
    return tuple(map(int, held)) if all(map(str.isdecimal, held)) else ()


def digits(text: str) -> str:
    """The cell's digits in ordinary width if it prints nothing else, otherwise `""`."""
    return text.translate(_WIDE) if text.isdecimal() else ""


_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}
