"""Numbers as the number formats of sheets show them (`0.00`, `#,##0`, `yyyy"年"m"月"d"日"`)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final, NamedTuple

BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    **dict.fromkeys((14, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy-m-d"),
}  # fmt: skip
"""The formats that have a number and no text of their own."""

_PART: Final = re.compile(
    r'"(?P<quoted>[^"]{0,255})"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]{0,255})\]'
    r"|(?P<digits>[0#?](?:[0#?,.]*[0#?.])?|\.[0#?]+)(?P<thousands>,*)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[eE]+(?![+-]))"
    r"|(?P<general>General|G/通用格式)|(?P<literal>.)",
    re.DOTALL,
)
_MOST_DIGITS: Final = 700
"""More than a number in eight bytes has before the point, and a format of 255 letters after."""
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - sheets know no time zones
_EPOCH_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - likewise
_MOST_DAYS: Final = 2_958_465
"""The last day of the year 9999."""


class _Section(NamedTuple):
    """A format's part for numbers of a sign: its pieces, and whether it is a date's."""

    parts: tuple[tuple[str, str], ...]
    is_date: bool


def shown(number: str, number_format: str, *, since_1904: bool = False) -> str:
    """A number as a sheet shows it.

    Args:
        number: As the file has it, such as `12.0` or `1.2E1`.
        number_format: The cell's format; what is not understood of it is left out.
        since_1904: Whether days are counted from 1904, as old Macintosh programs did.

    >>> shown("12.0", "General"), shown("1234.5", "#,##0.00"), shown("45306", "yyyy-m-d")
    ('12', '1,234.50', '2024-1-15')
    """
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number
    if not value.is_finite():
        return number
    sections = _sections(number_format)
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    else:
        section = sections[0]
    if section.is_date:
        return _date(value, section, _EPOCH_1904 if since_1904 else _EPOCH)
    return _number(value, section)


def hides_text(number_format: str) -> bool:
    """Whether a cell with this format shows no text: its fourth part is empty."""
    sections = _sections(number_format)
    return len(sections) > 3 and not sections[3].parts


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Section, ...]:
    sections: list[list[tuple[str, str]]] = [[]]
    for match in _PART.finditer(number_format[:255]):
        kind = match.lastgroup or ""
        if kind == "literal" and match[0] == ";":
            sections.append([])
        elif kind == "thousands":
            sections[-1].append(("digits", match["digits"] + match["thousands"]))
        elif kind and kind != "bracket":
            sections[-1].append((kind, match[kind]))
    return tuple(
        _Section(tuple(parts), any(kind == "date" for kind, _ in parts)) for parts in sections
    )


def _number(value: Decimal, section: _Section) -> str:
    text, is_placed = "", False
    percent = any(kind == "literal" and part == "%" for kind, part in section.parts)
    for kind, part in section.parts:
        if kind in {"digits", "general"}:
            if not is_placed:
                text += _general(value) if kind == "general" else _digits(value, part, percent)
            is_placed = True
        elif kind == "literal" and part == "@":
            text += _general(value)
            is_placed = True
        else:
            text += part
    if is_placed and value < 0:
        text = f"-{text}"
    return text.strip()


def _general(value: Decimal) -> str:
    """Without a sign, and without the figures that only a computer's arithmetic makes."""
    rounded = Decimal(f"{abs(value):.15g}")
    return f"{rounded.normalize():f}"


def _digits(value: Decimal, pattern: str, percent: bool) -> str:
    thousands = len(pattern) - len(pattern.rstrip(","))
    pattern = pattern.rstrip(",")
    whole, _, decimals = pattern.partition(".")
    scaled = abs(value) * (100 if percent else 1) / (1000 ** min(thousands, 5))
    unit = Decimal(1).scaleb(-len(decimals))
    rounded = scaled.quantize(unit, ROUND_HALF_UP, Context(prec=_MOST_DIGITS))
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    integer, dot, fraction = text.partition(".")
    # A # prints no zero at a number's end.
    least = len(decimals.rstrip("#"))
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    if "0" not in whole and integer == "0":
        integer = ""  # Nor does it print a zero that is all of a number.
    if "," not in whole:
        integer = integer.rjust(whole.count("0"), "0")
    return integer + (dot + fraction if fraction else "")


def _date(value: Decimal, section: _Section, epoch: datetime) -> str:
    if not 0 <= value <= _MOST_DAYS:
        return _general(value)
    when = epoch + timedelta(days=float(value))
    text, after_hour = "", False
    for kind, part in section.parts:
        letter = part[0].lower()
        if kind != "date":
            text += part if kind != "digits" else ""
            continue
        if letter == "m" and after_hour:
            text += f"{when.minute:0{min(len(part), 2)}d}"
        else:
            text += _of_date(when, letter, len(part))
        after_hour = letter == "h" or (after_hour and letter != "s")
    return text.strip()


def _of_date(when: datetime, letter: str, count: int) -> str:
    if letter == "y" and count < 3:
        return f"{when.year % 100:02d}"
    if letter in {"y", "e"}:
        return f"{when.year:04d}"
    part = {"m": when.month, "d": when.day, "h": when.hour, "s": when.second}[letter]
    return f"{part:0{min(count, 2)}d}"
