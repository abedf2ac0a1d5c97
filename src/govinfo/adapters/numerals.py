"""Numbers that formats write, and numerals that they print before the items of lists."""

from __future__ import annotations

_MOST = 10**9


def whole(given: str | None, otherwise: int) -> int:
    """The whole number that is written without a sign, a billion at most; another if there is none.

    No document needs more, and to read thousands of digits as a number takes long.
    """
    if given is None or not given.isdecimal():
        return otherwise
    digits = given.lstrip("0")
    return int(digits or "0") if len(digits) < len(str(_MOST)) else _MOST


def roman(value: int) -> str:
    """A number from 1 to 3999 in capital Roman numerals; `""` for any other."""
    if not 1 <= value < 4000:
        return ""
    text = ""
    for worth, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        text += letters * (value // worth)
        value %= worth
    return text
