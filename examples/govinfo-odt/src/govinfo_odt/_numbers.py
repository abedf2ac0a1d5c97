"""Numbers as OpenDocument's `style:num-format` writes them."""

from __future__ import annotations

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CYCLES = {"甲": "甲乙丙丁戊己庚辛壬癸", "子": "子丑寅卯辰巳午未申酉戌亥"}
# Characters of one series stand one after the other in Unicode, up to the number given.
_SERIES = {"①": 20, "⑴": 20, "⒈": 20, "㈠": 10, "㊀": 10, "⓵": 10, "❶": 10}
# By the beginning of the format: digits from zero, then ten, hundred and thousand; and whether
# ten to nineteen begin with the digit one.
_COUNTING = {
    "一": ("〇一二三四五六七八九", "十百千", False),
    "壹, 贰": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", True),
    "壹, 貳": ("零壹貳參肆伍陸柒捌玖", "拾佰仟", True),
}


def formatted(value: int, number_format: str) -> str:
    """A number in one of the formats; in plain digits where the format is unknown.

    LibreOffice names the formats of other scripts by their first members.

    >>> formatted(12, "一, 二, 三, ..."), formatted(3, "①, ②, ③, ..."), formatted(4, "i")
    ('十二', '③', 'iv')
    """
    first = number_format.partition(",")[0].strip()
    if first in _CYCLES and value > 0:
        return _CYCLES[first][(value - 1) % len(_CYCLES[first])]
    if 1 <= value <= _SERIES.get(first, 0):
        return chr(ord(first) + value - 1)
    if first == "１":
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    for beginning, counting in _COUNTING.items():
        if number_format.startswith(beginning):
            return _counted(value, *counting)
    return _latin(value, first)


def _latin(value: int, number_format: str) -> str:
    if number_format in ("a", "A") and value > 0:
        # After z come aa, bb, cc; nobody counts further than this.
        letter = _LETTERS[(value - 1) % 26] * min((value - 1) // 26 + 1, 30)
        return letter if number_format == "a" else letter.upper()
    if number_format in ("i", "I") and 0 < value < 4000:
        text = ""
        for worth, letters in _ROMAN:
            text += letters * (value // worth)
            value %= worth
        return text if number_format == "i" else text.upper()
    return str(value)


def _counted(value: int, digits: str, units: str, one_ten: bool) -> str:
    """A number below ten thousand as it is spoken: 一百二十三, 一百〇三."""
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else str(value)
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        if gap:
            text += digits[0]
        gap = False
        silent = digit == 1 and power == 1 and not text and not one_ten
        text += ("" if silent else digits[digit]) + (units[power - 1] if power else "")
    return text
