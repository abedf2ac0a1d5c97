"""Numbers as Word's automatic numbering writes them (`ST_NumberFormat`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.numerals import roman

if TYPE_CHECKING:
    from collections.abc import Callable


def formatted(value: int, number_format: str) -> str:
    """A number in one of Word's formats; in plain digits where the format is unknown.

    >>> formatted(12, "chineseCounting"), formatted(3, "decimalEnclosedCircle")
    ('十二', '③')
    """
    if number_format in ("none", "bullet"):
        return ""
    write = _FORMATS.get(number_format)
    return (write(value) if write is not None and value >= 0 else "") or str(value)


def zero_padded(value: int, pattern: str) -> str:
    """A number in a custom format, which Word gives by its first members: `001, 002, …`."""
    first = pattern.partition(",")[0].strip()
    return str(value).zfill(len(first)) if first.isdigit() else str(value)


def _from_list(members: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        return members[value - 1] if 1 <= value <= len(members) else ""

    return write


def _cyclic(members: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        return members[(value - 1) % len(members)] if value >= 1 else ""

    return write


def _repeated(members: str) -> Callable[[int], str]:
    """After the last letter come aa, bb, cc."""

    def write(value: int) -> str:
        repeats, index = divmod(value - 1, len(members))
        # Nobody counts this far; without the bound a start value of 10⁹ makes a gigabyte.
        return members[index] * (repeats + 1) if 0 <= repeats < 30 else ""

    return write


def _digits(members: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        return "".join(members[int(digit)] for digit in str(value))

    return write


def _counting(
    digits: str, units: str, *, one_ten: bool = False, bare_one: bool = False
) -> Callable[[int], str]:
    """Numbers as they are spoken: 一百二十三.

    Args:
        digits: The ten digits from zero.
        units: Ten, hundred, thousand, ten thousand.
        one_ten: Whether 10 to 19 begin with the digit one (壹拾 rather than 十).
        bare_one: Whether hundred and thousand lack the digit one, and zeros inside go unspoken
            (百五, as in Japanese).
    """

    def below_ten_thousand(value: int, *, leading: bool) -> str:
        text, gap = "", False
        for power in (3, 2, 1, 0):
            digit = value // 10**power % 10
            if digit == 0:
                gap = bool(text)
                continue
            if gap and not bare_one:
                text += digits[0]
            gap = False
            silent = digit == 1 and (
                (bare_one and power > 0) or (power == 1 and leading and not text and not one_ten)
            )
            text += ("" if silent else digits[digit]) + (units[power - 1] if power else "")
        return text

    def write(value: int) -> str:
        high, low = divmod(value, 10_000)
        if high >= 10_000:
            return ""
        if value == 0:
            return digits[0]
        if not high:
            return below_ten_thousand(low, leading=True)
        zero = digits[0] if 0 < low < 1000 and not bare_one else ""
        tail = below_ten_thousand(low, leading=False) if low else ""
        return below_ten_thousand(high, leading=True) + units[3] + zero + tail

    return write


def _ordinal(value: int) -> str:
    teen = 10 <= value % 100 <= 20
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _characters(first: str, count: int) -> str:
    return "".join(chr(ord(first) + offset) for offset in range(count))


_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_SPOKEN: Final = _counting("〇一二三四五六七八九", "十百千万")
_SPOKEN_TRADITIONAL: Final = _counting("○一二三四五六七八九", "十百千萬")
_POSITIONAL: Final = _digits("〇一二三四五六七八九")
_CIRCLED: Final = _from_list(_characters("①", 20) + _characters("㉑", 15) + _characters("㊱", 15))


def _chinese_counting(value: int) -> str:
    """Spoken below a hundred, digit by digit above."""
    return _SPOKEN(value) if value < 100 else _POSITIONAL(value)


def _stems_and_branches(value: int) -> str:
    return _cyclic(_STEMS)(value) + _cyclic(_BRANCHES)(value)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _from_list(_characters("⒈", 20)),
    "decimalEnclosedParen": _from_list(_characters("⑴", 20)),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": _repeated(_LETTERS.upper()),
    "lowerLetter": _repeated(_LETTERS),
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": _SPOKEN,
    "chineseLegalSimplified": _counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", one_ten=True),
    "ideographDigital": _POSITIONAL,
    "ideographEnclosedCircle": _from_list(_characters("㊀", 10)),
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", one_ten=True),
    "ideographTraditional": _cyclic(_STEMS),
    "ideographZodiac": _cyclic(_BRANCHES),
    "ideographZodiacTraditional": _stems_and_branches,
    "taiwaneseCounting": _SPOKEN_TRADITIONAL,
    "taiwaneseCountingThousand": _SPOKEN_TRADITIONAL,
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "japaneseCounting": _counting("〇一二三四五六七八九", "十百千万", bare_one=True),
    "japaneseDigitalTenThousand": _POSITIONAL,
    "japaneseLegal": _counting("零壱弐参四伍六七八九", "拾百阡萬", one_ten=True),
    "koreanDigital2": _POSITIONAL,
}
