"""Finds the regular tables in a page's source, and takes them out of it.

The tables that a site prints have the same tags around other texts. What the tags of a regular
table make of its texts is told once, and remembered as the table's shape.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.html._budget import Budget
from govinfo.adapters.html._grid import Placed, place
from govinfo.adapters.html._items import Content
from govinfo.adapters.html._regular import (
    MARK,
    MARKS,
    Broken,
    IrregularError,
    RegularTable,
    read_regular,
    without_entities,
)
from govinfo.adapters.html._text import clean
from govinfo.errors import LimitExceeded
from govinfo.source import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = MARK.encode()

# The texts between tags; what lies between two of them is a stretch of tags.
_TEXT = re.compile(rb">([ \t\n\f]*+[^<> \t\n\f][^<>]*+)<")
# Stands in a page that has regular tables for nothing else.
_APART = b"\x01"
# In a shape's source private characters stand for the texts; there are so many.
_PRIVATE = range(0xE000, 0xF8FF)
_LARGEST = 200_000


@frozen
class ShapedTable:
    """A table of a known shape; iteration gives its cells in their places.

    Attributes:
        texts: The text of each cell.
        shape: What its tags make of them.
    """

    texts: Sequence[str]
    shape: Shape

    @property
    def names(self) -> frozenset[str]:
        """The classes and ids of its elements."""
        return self.shape.names

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Placed[Content]]:
        for text, stands in zip(self.texts, self.shape.cells, strict=True):
            row, column, rowspan, colspan, _, header = stands
            yield row, column, rowspan, colspan, Content(text, header)


@frozen
class Shape:
    """What the tags of a table make of its texts.

    Attributes:
        cells: The place of each cell, the number of the text that is all it holds, or that of no
            text, and whether it is a header cell.
        slots: How many slots of its grid spanning cells keep from others.
        body: Whether its rows stand in a row group.
        names: The classes and ids of its elements.
    """

    cells: Sequence[tuple[int, int, int, int, int, bool]]
    slots: int
    body: bool
    names: frozenset[str]


def regular_tables(markup: bytes) -> tuple[bytes, list[RegularTable | ShapedTable]]:
    """The page without its regular tables, and these.

    In the place of each stands a table that has only an attribute `MARK`, the table's index, and
    an empty row if the table has any.

    Args:
        markup: A page in UTF-8.
    """
    rest: list[bytes] = []
    tables: list[RegularTable | ShapedTable] = []
    if any(mark in markup for mark in MARKS):
        return markup, tables
    done = 0
    for start, end in _innermost(markup):
        try:
            table = _read(markup[start:end])
        except IrregularError:
            continue
        row = b"" if isinstance(table, RegularTable) and not table.rows else b"<tr></tr>"
        rest += markup[done:start], b'<table %s="%d">%s</table>' % (_MARK, len(tables), row)
        tables.append(table)
        done = end
    rest.append(markup[done:])
    page = b"".join(rest)
    return (page, tables) if page.count(_MARK) == len(tables) else (markup, [])


def _innermost(markup: bytes) -> Iterator[tuple[int, int]]:
    """Where the tables begin and end in which there is no other."""
    start = -1
    # To look for what start and end tags share takes half the time of looking for each.
    at = markup.find(b"table")
    while at >= 0:
        if markup[at - 1 : at] == b"<":
            start = at - 1
        elif start >= 0 and markup[at - 2 : at + 6] == b"</table>":
            yield start, at + 6
            start = -1
        at = markup.find(b"table", at + 5)


def _read(source: bytes) -> RegularTable | ShapedTable:
    if len(source) <= _LARGEST:
        parts = _TEXT.split(source)
        shape = _shape(tuple(parts[::2]))
        if shape is not None:
            return _shaped(shape, parts[1::2])
    return read_regular(source)


def _shaped(shape: Shape, written: Sequence[bytes]) -> ShapedTable:
    texts = _APART.join(written).decode()
    if "&" in texts:
        texts = without_entities(texts)
    each = [*map(clean, texts.split(_APART.decode())), ""]
    return ShapedTable([each[at] for _, _, _, _, at, _ in shape.cells], shape)


@lru_cache(maxsize=64)
def _shape(stretches: tuple[bytes, ...]) -> Shape | None:
    """The shape of a table with some stretches of tags; `None` if its texts matter to it."""
    if not 1 < len(stretches) <= len(_PRIVATE):
        return None
    texts = [chr(_PRIVATE[number]) for number in range(len(stretches) - 1)]
    numbers = {text: number for number, text in enumerate(texts)} | {"": len(texts)}
    between = [b">%s<" % text.encode() for text in texts]
    source = b"".join(
        part for pair in zip(stretches, [*between, b""], strict=True) for part in pair
    )
    budget = Budget(Limits())
    try:
        table = read_regular(source)
        rows = [
            [cell for cell in row if not isinstance(cell, Broken) and cell[0].text in numbers]
            for row in table.rows
        ]
        placed = place([rows], budget)
    except (IrregularError, LimitExceeded):
        return None
    if sum(map(len, table.rows)) > len(placed) or len({cell[0] for cell in placed}) == len(placed):
        return None  # some cell is not one of these texts, or no row has more than one
    cells = [
        (row, column, rowspan, colspan, numbers[content.text], content.header)
        for row, column, rowspan, colspan, content in placed
    ]
    return Shape(cells, budget.spent_slots, table.body, table.names)
