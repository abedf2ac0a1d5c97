"""Numbers as OpenDocument's `style:num-format` writes them."""

from __future__ import annotations

from typing import Final

from govinfo.adapters import list_numbers

# LibreOffice names the formats of other scripts by their first members.
_NAMES: Final = {
    "一": "chineseCountingThousand",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_LEGAL: Final = {"贰": "chineseLegalSimplified", "貳": "ideographLegalTraditional"}
# Characters of one series stand one after the other in Unicode, up to the number given.
_SERIES: Final = {"①": 20, "⑴": 20, "⒈": 20, "㈠": 10, "㊀": 10, "⓵": 10, "❶": 10}


def formatted(value: int, number_format: str) -> str:
    """A number in one of the formats; in plain digits where the format is unknown.

    >>> formatted(12, "一, 二, 三, ..."), formatted(3, "①, ②, ③, ..."), formatted(4, "i")
    ('十二', '③', 'iv')
    """
    members = [member.strip() for member in number_format.split(",")]
    first = members[0]
    if 1 <= value <= _SERIES.get(first, 0):
        return chr(ord(first) + value - 1)
    if first == "壹":
        return list_numbers.formatted(value, _LEGAL.get("".join(members[1:2]), "decimal"))
    return list_numbers.formatted(value, _NAMES.get(first, "decimal"))
