"""The lists of a document: how their numbers look and where they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from govinfo.adapters.binary import i32, u16, u32
from govinfo.adapters.doc import _sprms as sprm
from govinfo.adapters.lists import Level, List, Numbering
from govinfo.adapters.symbols import bullet
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from govinfo.adapters.doc._file import WordFile

_DEFINITIONS, _LISTS = 73, 74
_LEVELS: Final = 9
_DEFINITION_SIZE, _LIST_SIZE = 28, 16
_SIMPLE: Final = 0x1
_OWN_START, _OWN_LEVEL = 0x10, 0x20
_MOST_LISTS: Final = 10_000
_BULLET: Final = 23
_SUFFIXES: Final = {0: " ", 1: " ", 2: ""}
_FORMATS: Final = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 8: "hex", 10: "ideographDigital", 11: "japaneseCounting",
    14: "decimalFullWidth", 15: "decimalHalfWidth", 16: "japaneseLegal",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 32: "ideographZodiacTraditional", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand",
    57: "numberInDash", 255: "none",
}  # fmt: skip
"""The formats of numbers by Word's codes, as OOXML calls them."""


class _Definition(NamedTuple):
    """A list's definition: its levels, and where in the stream the next one's begin."""

    levels: dict[int, Level]
    end: int


def numbering_of(file: WordFile) -> Numbering:
    """The lists of a document; none where their tables are damaged."""
    try:
        return Numbering(_lists(file, _definitions(file)))
    except CorruptDocument:
        return Numbering({})


def _definitions(file: WordFile) -> dict[int, dict[int, Level]]:
    """The levels of each definition, by its id."""
    start, size = file.place(_DEFINITIONS)
    table = file.table
    if not size:
        return {}
    count = min(u16(table, start), _MOST_LISTS)
    # The levels of all definitions stand after the definitions.
    at = start + size
    found = {}
    for number in range(count):
        place = start + 2 + _DEFINITION_SIZE * number
        simple = table[place + 26 : place + 27]
        made = _levels(table, at, 1 if simple and simple[0] & _SIMPLE else _LEVELS)
        found[i32(table, place)] = made.levels
        at = made.end
    return found


def _levels(table: bytes, at: int, count: int) -> _Definition:
    levels = {}
    for index in range(count):
        levels[index], at = _level(table, at)
    return _Definition(levels, at)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """A level, and where the next one begins."""
    head = table[at : at + 28]
    if len(head) < 28:
        raise CorruptDocument("the tables of lists are damaged")
    characters, paragraph = head[24], head[25]
    looks = table[at + 28 + paragraph : at + 28 + paragraph + characters]
    text_at = at + 28 + paragraph + characters
    length = u16(table, text_at)
    end = text_at + 2 + 2 * length
    letters = table[text_at + 2 : end].decode("utf-16-le", "replace")
    # A letter that is a level's number stands for that level's number.
    text = "".join(f"%{ord(one) + 1}" if ord(one) < _LEVELS else one for one in letters)
    hidden = any(code == sprm.VANISH and value[0] & 1 for code, value in sprm.each(looks))
    number_format = _FORMATS.get(head[4], "decimal")
    level = Level(
        start=i32(head, 0),
        number_format=number_format,
        text="" if hidden else bullet(text) if head[4] == _BULLET and text else text,
        suffix=_SUFFIXES.get(head[15], " "),
        restart=head[26] if head[5] & 0x8 else None,
        legal=bool(head[5] & 0x4),
    )
    return level, end


def _lists(file: WordFile, definitions: dict[int, dict[int, Level]]) -> dict[str, List]:
    start, size = file.place(_LISTS)
    table = file.table
    if not size:
        return {}
    count = min(u32(table, start), _MOST_LISTS)
    at = start + 4 + _LIST_SIZE * count
    lists = {}
    for number in range(count):
        place = start + 4 + _LIST_SIZE * number
        shared = i32(table, place)
        levels = dict(definitions.get(shared, {}))
        overrides: dict[int, int] = {}
        at += 4
        for _ in range(table[place + 12] if place + 12 < len(table) else 0):
            begin, flags = i32(table, at), u32(table, at + 4)
            index = flags & 0xF
            at += 8
            if flags & _OWN_LEVEL:
                levels[index], at = _level(table, at)
            elif flags & _OWN_START and index in levels:
                levels[index] = evolve(levels[index], start=begin)
                overrides[index] = begin
        lists[str(number + 1)] = List(str(shared), levels, overrides)
    return lists
