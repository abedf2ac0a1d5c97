"""How the text of a cell becomes a value.

A cell holds nothing, a number, a number with a unit or a note, or something that is not
understood. What is not understood never becomes a value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from unicodedata import normalize

from attrs import field, frozen

from govinfo.grammar.variants import TO_SIMPLIFIED
from govinfo.money import YUAN, Money


class Kind(Enum):
    """What a cell of the template holds."""

    COUNT = "count"
    CHANGE = "change"
    MONEY = "money"


@frozen(slots=True)
class CellValue:
    """What a cell's text says.

    Attributes:
        value: The number; `None` for a blank cell and for one that is not understood.
        note: A remark printed with the number, without its brackets.
        understood: Whether the text is blank or fully accounted for.
        spaced: Whether digits were joined over blanks.
        plain: Whether nothing is to be said of it: it is no amount, and no figure in doubt.
    """

    value: int | Money | None = None
    note: str | None = None
    understood: bool = True
    spaced: bool = False
    plain: bool = field(init=False)

    @plain.default
    def _plain(self) -> bool:
        return self.understood and not self.spaced and not isinstance(self.value, Money)


NOT_UNDERSTOOD = CellValue(understood=False)
BLANK = CellValue()

UNITS = frozenset(
    (
        *("件", "条", "次", "篇", "个", "人", "人次", "项", "宗", "份", "起", "例", "批", "家"),
        *("处", "台", "场", "期", "笔", "部", "种"),
        *YUAN,
    )
)
"""Measure words that may stand beside a number."""

# Only widths are folded, and the radicals that a PDF's fonts may name for 人 and 一. Compatibility
# normalisation of all would turn 5² and 5① into 52 and 51.
_WIDTHS: dict[int, str | None] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")),
}
_BLANK = frozenset(["", "/", "\\", "无", "—", "-", "--", "---", "——", "／", "N/A", "n/a", "空"])
_UNCHANGED = frozenset(
    [
        "无增减",
        "无增/减",
        "持平",
        "不变",
        "无变化",
        "未变",
        "没有变化",
        "无变动",
        "未变化",
        "未增减",
    ]
)
_NEITHER = re.compile(
    r"[增加减少+\-±]{0,2}0(?:[/、,，和] ?[增加减少+\-±]{0,2}|[增加减少+\-±]{1,2})0"
    r"|\+ ?\(0\) ?- ?\(0\)"
)
"""An increase and a decrease, both of nothing: `0/0`, `增0减0`, `+(0) -(0)`."""
_CHANGES = "增减減新無无持不未没沒變变"
"""Characters with which a word for an increase, a decrease or no change begins."""
_ACCOUNTED = re.compile(r"\((\d[\d,]*)\)")
"""A decrease as spreadsheets print it: in brackets."""
_MINUS_APART = re.compile(r"[-−–－—﹣]\s")
"""A sign for nothing, or a minus, apart from what follows."""
_LONGEST_SIGN = 6
"""Characters of the longest sign for nothing, with blanks around it."""
_LONG = 20
"""Digits from which a number is no amount: several ran together, and arithmetic would round it."""
_NO_COUNT = 10
"""Digits from which a number is no count: no organ counts by the milliard."""
_DASHES = str.maketrans(
    {"−": "-", "–": "-", "‐": "-", "‑": "-", "－": "-", "﹣": "-", "―": "—", "─": "—", "━": "—"}
)
_ARROWS = frozenset(("↑", "↓"))
_SIGNS = {
    **dict.fromkeys(("+", "增", "增加", "新增", "↑"), 1),
    **dict.fromkeys(("-", "—", "减", "减少", "↓"), -1),
}

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_BY_LENGTH = sorted(UNITS, key=len, reverse=True)
_UNIT = "|".join(_BY_LENGTH)
_NOTE = (
    r"\((?P<note>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?P<mark>\*{1,3}|\[[^\[\]]{1,4}\]|注\d?|[①-⑳¹²³])"
)
_CELL = re.compile(
    rf"\A(?P<sign>\+|-|—|↑|↓|新增|增加|增|减少|减)?\s*(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?\s*(?:{_NOTE})?"
)
_END = 100
"""Letters at a text's end in which its last figure stands, with its unit and note."""
_UNIT_FIRST = re.compile(rf"\A(?P<before>.{{0,99}}?\D)(?P<figure>{_NUMBER}(?:\([^()]*\))?)\Z")
# Wide gaps, and line ends, part numbers; single blanks may stand between digits of one.
_ONE_NUMBER = re.compile(r"[0-9０-９](?:[ \u00a0\u3000]{2,}+|[^\S\n]*+\n\s*+)[0-9０-９]")
# A wide gap behind a point does so, too: `1.` is the number of an entry in a list.
_ENTRY = re.compile(r"[0-9０-９][.．,，][ \u00a0\u3000]{2,}+[0-9０-９]")
_POINT_APART = re.compile(r"\A\D?[\d,]*\d\s*\.\s+\d")
"""A point with a blank behind it: decimals of an amount may stand so, a count has none."""
# So they do between groups of three, as thousands are printed, and between single digits, which
# are set apart to fill a cell. `12 5` are two numbers.
_SPACED = re.compile(r"(?<!\d )(?<![\d.])(?:\d{1,3}(?: \d{3})+|\d(?: \d)+)(?! ?\d)")
_SHORT_UNIT = re.compile(r"(?<=\d)( ?\(?)([百千]?万|亿)(?=\)?\Z)")
"""A unit of money without its 元: `205万`, `205(万)`."""
_SPACED_UNIT = re.compile(r"(?<=[千百万亿]) +(?=[千百万亿元])")
_BREAKS = re.compile(r"(?:[ +\\]|<br ?/?>)+")
"""Blanks, and how AsciiDoc, DokuWiki and Markdown write the end of a line within a cell."""
_UNITS = re.compile(r"(?<![千百万亿])[千百万亿]*+元")
_SPACED_POINT = re.compile(r"(?<=\d)\s*([.,])\s*(?=\d)")


def flatten(text: str) -> str:
    """Text in ordinary widths, without invisible characters, blanks folded into single spaces."""
    if text.isascii() and text.isalnum():
        return text
    return " ".join(text.translate(_WIDTHS).translate(TO_SIMPLIFIED).split())


@lru_cache(maxsize=8192)
def read(text: str, kind: Kind, unit: str | None = None) -> CellValue:
    """Read a cell.

    Args:
        text: The cell's text as printed.
        kind: What the template has there.
        unit: For money, the unit of the column's header, if one is printed.
    """
    return _read(text, kind, unit)


@lru_cache(maxsize=8192)
def count(text: str) -> CellValue:
    """Read a cell that holds a count."""
    if len(text) < _NO_COUNT and text.isascii() and text.isdecimal() and not _zeros_lead(text):
        return CellValue(int(text))
    return _read(text, Kind.COUNT, None)


def _read(text: str, kind: Kind, unit: str | None) -> CellValue:
    flat = flatten(text).translate(_DASHES)
    if flat in _BLANK:
        return BLANK
    if kind is Kind.CHANGE and (flat in _UNCHANGED or _NEITHER.fullmatch(flat)):
        return CellValue(0)
    if kind is Kind.COUNT and _MINUS_APART.match(text):
        return NOT_UNDERSTOOD  # two cells in one: counts do not fall
    if _ENTRY.search(text) or (kind is not Kind.MONEY and _POINT_APART.search(flat)):
        return NOT_UNDERSTOOD
    if kind is Kind.CHANGE:
        flat = _ACCOUNTED.sub(r"-\1", flat) if _ACCOUNTED.fullmatch(flat) else flat
    if kind is Kind.MONEY:
        flat = _SHORT_UNIT.sub(r"\1\2元", flat)
    compact = _SPACED_POINT.sub(r"\1", _SPACED_UNIT.sub("", flat))
    joined = _SPACED.sub(_without_blanks, compact) if not _ONE_NUMBER.search(text) else compact
    match = _CELL.fullmatch(joined)
    if match is None:
        return NOT_UNDERSTOOD
    value = _value(match, kind, unit)
    if value is None:
        return NOT_UNDERSTOOD
    note = match["note"] or match["mark"]
    if isinstance(value, Money) and note in YUAN and match["unit"] is None:
        # 182.32（万元）: what stands in brackets is the unit.
        value, note = Money(value.amount, note), None
    return CellValue(value, note or None, spaced=joined != compact)


def _without_blanks(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def is_blank(text: str) -> bool:
    """Whether a cell prints nothing, or one of the signs that stand for nothing."""
    if len(text) > _LONGEST_SIGN:
        return not text.strip()
    return not text or flatten(text).translate(_DASHES) in _BLANK


def looks_like_value(text: str) -> bool:
    """Whether a cell's text could be a figure: a number, perhaps with sign, unit or note."""
    if text.isdecimal():
        return True
    if "\u4e00" <= text[:1] <= "\u9fff" and text[0] not in _CHANGES:
        return False
    return len(text) <= 120 and (
        read(text, Kind.MONEY).value is not None or read(text, Kind.CHANGE).value is not None
    )


@lru_cache(maxsize=4096)
def measure_word(text: str) -> str | None:
    """The measure word that a text is, in brackets or not, in ordinary widths; else `None`."""
    word = flatten(text)
    word = word[1:-1].strip() if word[:1] == "(" and word[-1:] == ")" else word
    return word if word in UNITS else None


@lru_cache(maxsize=4096)
def with_unit(text: str) -> tuple[tuple[str, str, str], ...]:
    """What stands before a unit, the unit and the figure, where these end a text: `…人次数人次0`.

    Several, where the unit may be a longer one; the longest first.
    """
    flat = flatten(text)
    end = flat[-_END:]
    match = _UNIT_FIRST.match(end)
    if match is None:
        return ()
    before, figure = flat[: len(flat) - len(end)] + match["before"], match["figure"]
    units = [unit for unit in _BY_LENGTH if before.endswith(unit)]
    return tuple((before[: -len(unit)], unit, figure) for unit in units)


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str | None:
    """The unit of money that a column's header prints (`采购总金额（单位：万元）`), if any."""
    # What breaks a line goes first: one that ends amid `万元` leaves no 元 to be read.
    words = _UNITS.findall(_BREAKS.sub("", flatten(text)))
    found = [unit for unit in words if unit in YUAN]
    return found[0] if len(set(found)) == 1 else None


def _zeros_lead(digits: str) -> bool:
    return len(digits) > 1 and digits[0] == "0" and digits[1] != "."


def _value(match: re.Match[str], kind: Kind, unit: str | None) -> int | Money | None:
    digits = match["number"].replace(",", "")
    if _zeros_lead(digits) or len(digits) >= _LONG:
        return None
    if match["sign"] in _ARROWS and kind is not Kind.CHANGE:
        return None
    number = Decimal(digits) * _SIGNS.get(match["sign"] or "+", 1)
    if kind is Kind.MONEY:
        printed = match["unit"]
        if printed is not None and printed not in YUAN:
            return None
        return Money(number, printed or unit)
    if match["unit"] in YUAN or number != number.to_integral_value():
        return None
    return int(number) if abs(number) < 10 ** (_NO_COUNT - 1) else None
