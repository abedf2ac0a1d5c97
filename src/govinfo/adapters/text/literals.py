"""Tables as programs print them: lists of rows in the notation of JSON or of Python.

    [['信息内容', '本年制发件数', None], ['规章', '3', '0']]

Each list that holds rows is a table; rows may also stand a line each, and may be objects whose
names are the columns'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from attrs import frozen

from govinfo.adapters.text.rows import Found, Part, Row, table_of
from govinfo.blocks import Anchor

_WITHIN = {
    '"': re.compile(r'(?:[^"\\]|\\.)*+'),
    "'": re.compile(r"(?:[^'\\]|\\.)*+"),
}
"""What stands between two quotation marks."""
_WORD = re.compile(r"(?:None|True|False|null|NULL|true|false|nan|NaN|[-+]?\d[\d.]*+)(?![\w.])")
_BLANKS = re.compile(r"\s*+")
_SIGNS = frozenset("[](){},:")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
_SHORT = {"n": "\n", "r": "\n", "t": " "}
_BLANK = frozenset(("None", "null", "NULL", "nan", "NaN", "True", "False", "true", "false"))
_CLOSING = {"]": "[", ")": "(", "}": "{"}
_DEEPEST = 6
"""Lists in each other, at most."""
_FEWEST = 2
"""Rows of a table, and cells of the widest of them."""
Value = Part | list["Value"] | dict[str, "Value"]


@frozen(slots=True)
class _Token:
    """A sign or a value, as it is printed."""

    text: str
    line: Row
    sign: bool = False


def literal_table(lines: Sequence[Row], start: int, number: int) -> Found:
    """The tables that values beginning in a line make."""
    values: list[Value] = []
    end = start
    while end < len(lines) and (found := _value(lines, end)) is not None:
        value, end = found
        values.append(value)
    tables = [rows for rows in _tables(values) if len(rows) >= _FEWEST <= max(map(len, rows))]
    if not tables:
        return (), start
    return [table_of(rows, number + at) for at, rows in enumerate(tables)], end


def printed_value(text: str) -> object:
    """What a text says that Python printed: lists, dicts and strings; `None` for any other."""
    found = _value([Row(text.strip(), Anchor())], 0)
    return None if found is None else _plain(found[0])


def _plain(value: Value) -> object:
    """A value without the places of what it holds."""
    if isinstance(value, tuple):
        return value[0]
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value]


def _value(lines: Sequence[Row], start: int) -> tuple[Value, int] | None:
    """The value that some whole lines print, and the line after them."""
    if not lines[start].text.lstrip().startswith(("[", "(", "{")):
        return None
    stack = [_Open("")]
    for at in range(start, len(lines)):
        if not all(map(partial(_take, stack), _tokens(lines[at]))):
            return None
        if len(stack) == 1:
            values = stack[0].value()
            return (values[0], at + 1) if isinstance(values, list) and len(values) == 1 else None
    return None


def _take(stack: list[_Open], token: _Token | None) -> bool:
    """Put a sign or a value where it belongs; whether it can stand there."""
    if token is None:
        return False
    if not token.sign:
        stack[-1].add((token.text, token.line.anchor))
    elif token.text in "[({":
        stack.append(_Open(token.text))
    elif token.text in _CLOSING:
        closed = stack.pop()
        if closed.sign != _CLOSING[token.text]:
            return False
        stack[-1].add(closed.value())
    return len(stack) <= _DEEPEST


class _Open:
    """A list or an object that is not closed yet.

    Attributes:
        sign: The bracket that opened it; `""` for what whole lines hold.
    """

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self._held: list[Value] = []

    def add(self, value: Value) -> None:
        """Take the next value, or the next name of an object."""
        self._held.append(value)

    def value(self) -> Value:
        """What it holds, as a list, or by name."""
        if self.sign != "{":
            return self._held
        names, values = self._held[::2], self._held[1::2]
        named = zip(names, values, strict=False)
        return {name[0]: value for name, value in named if isinstance(name, tuple)}


def _tokens(line: Row) -> Iterator[_Token | None]:
    """The signs and values of a line; `None` in the place of the first thing that is neither."""
    text, at = line.text.strip(), 0
    while at < len(text):
        if text[at] in _SIGNS:
            token, at = _Token(text[at], line, sign=True), at + 1
        elif (within := _WITHIN.get(text[at])) and (said := within.match(text, at + 1)):
            if said.end() == len(text):
                break  # it is not closed
            token, at = _Token(_ESCAPE.sub(_unescaped, said[0]), line), said.end() + 1
        elif (word := _WORD.match(text, at)) is not None:
            token, at = _Token("" if word[0] in _BLANK else word[0], line), word.end()
        else:
            break
        yield token
        if (blanks := _BLANKS.match(text, at)) is not None:
            at = blanks.end()
    if at < len(text):
        yield None


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _SHORT.get(match[3], match[3])


def _tables(values: Sequence[Value]) -> Iterator[list[list[Part]]]:
    """The tables in some values: the rows that stand beside each other are one's."""
    rows: list[list[Part]] = []
    names: list[Part] = []
    for value in values:
        if (row := _row(value)) is not None:
            if isinstance(value, dict) and (headed := _names(value, row)) != names:
                names = headed
                rows += [names] if names else []
            rows.append(row)
        elif isinstance(value, list):
            yield from _tables(value)
        elif isinstance(value, dict):
            yield from _by_column(value) or _tables(list(value.values()))
    if rows:
        yield rows


def _row(value: Value) -> list[Part] | None:
    """The cells of a row; `None` of what is none."""
    cells = [
        part
        for part in (value.values() if isinstance(value, dict) else value)
        if isinstance(part, tuple)
    ]
    return cells if len(cells) == len(value) > 0 else None


def _names(value: dict[str, Value], row: Sequence[Part]) -> list[Part]:
    """The names of an object's columns; none where they are only counted."""
    return [] if all(map(str.isdecimal, value)) else [(name, row[0][1]) for name in value]


def _by_column(value: dict[str, Value]) -> list[list[list[Part]]]:
    """The table of an object that holds an object for each column, as data frames are written."""
    columns = [row for one in value.values() if isinstance(one, dict) and (row := _row(one))]
    if len(columns) != len(value) or len({*map(len, columns)}) != 1:
        return []
    rows = [list(row) for row in zip(*columns, strict=True)]
    names = _names(value, rows[0])
    return [[names, *rows] if names else rows]
