"""Spreadsheets as data frames print them: `NaN` for blank cells, `Unnamed: 3` over columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govinfo.adapters.text.rows import Found, Part, Row, table_of
from govinfo.blocks import Block, Paragraph

_NOTHING = frozenset(("nan", "none", "<na>", "nat"))
_UNNAMED = re.compile(r"Unnamed: \d+(?:_level_\d+)?")
_SIGN = re.compile(r"(?<!\S)(?:NaN|<NA>|NaT|Unnamed: \d+)(?!\S)")
_GAP = re.compile(r"\s{2,}|(?<!Unnamed:)\s+(?=(?:NaN|<NA>|NaT|Unnamed: \d+|-?\d[\d.]*)(?:\s|$))")
_FEWEST = 3


def shown(cell: str) -> str:
    """A cell's text without the word that data frames print for a blank one."""
    return "" if cell.lower() in _NOTHING or _UNNAMED.fullmatch(cell) else cell


def is_sheet(rows: Sequence[Sequence[Part]]) -> bool:
    """Whether rows are those of a whole sheet: their first line was taken for columns' names."""
    return any(_UNNAMED.fullmatch(text) for row in rows for text, _ in row)


def sheet(rows: Sequence[Sequence[Part]], number: int) -> Iterator[Block]:
    """A sheet's tables, and as paragraphs the rows of which one cell alone is filled."""
    table: list[list[Part]] = []
    for row in _without_index(rows):
        parts = [(shown(text), anchor) for text, anchor in row]
        said = [part for part in parts if part[0]]
        if len(said) > 1:
            table.append(parts)
            continue
        if table:
            yield table_of(table, number, aligned=True)
            number += 1
            table = []
        yield from (Paragraph(text, anchor) for text, anchor in said)
    if table:
        yield table_of(table, number, aligned=True)


def _without_index(rows: Sequence[Sequence[Part]]) -> Sequence[Sequence[Part]]:
    """The rows without the numbers that the frame gives to all but the names of its columns."""
    numbers = [row[0][0] for row in rows[1:]]
    counted = len(rows[0]) > 1 and numbers == [str(number) for number in range(len(numbers))]
    return [row[1:] for row in rows] if counted else rows


def frame_rows(lines: Sequence[Row], start: int, number: int) -> Found:
    """A data frame printed in columns that blanks part, a sign in every blank cell."""
    text = lines[start].text.strip()
    if _SIGN.search(text) is None or len(_GAP.split(text)) < 2:
        return (), start
    rows: list[list[Part]] = []
    end = start
    while end < len(lines) and lines[end].text.strip():
        texts = _GAP.split(lines[end].text.strip())
        if rows and len(texts) != len(rows[0]):
            break
        rows.append([(text, lines[end].anchor) for text in texts])
        end += 1
    if len(rows) < _FEWEST:
        return (), start
    return list(sheet(rows, number)), end
