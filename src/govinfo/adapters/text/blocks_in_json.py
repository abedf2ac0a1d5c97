"""A document in JSON block by block: its texts, and its tables in markup or by the cell.

So hand on engines that recognise pages, and tools that convert documents; each names the parts
otherwise. Alike is that a record holds a text, or a table's markup, or that each of a table's cells
says its row and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import NamedTuple

from govinfo.adapters.text.decoding import json_of

_AROUND = re.compile(r"</?(?:html|body)(?:\s[^<>]*)?>", re.IGNORECASE)
_BEGUN, _ENDED = (re.compile(tag, re.IGNORECASE) for tag in (r"<table[\s>]", "</table>"))
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_FILE = re.compile(r"\.\w{2,4}\Z")
_DEEPEST = 40
_FEWEST_CELLS = 2
_MOST, _MOST_PLACES = 5_000, 200_000
"""Rows or columns, and places, of a table that is told by the cell."""
_NAMES = frozenset(("text", "content", "words", "word"))
"""How programs call a cell's text."""


def text_of_blocks(data: bytes) -> str | None:
    """The text that the blocks say, tables in markup among it; `None` if no table is among them."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.lstrip(b" \t\r\n")[:1] not in (b"{", b"["):
        return None
    try:
        value = json_of(data.decode())
    except UnicodeDecodeError:
        return None
    said = list(_said(value, _DEEPEST))
    if all(map(_is_table, said)) or any(map(_is_page, said)):
        return None
    return "\n".join(said) if any(map(_BEGUN.search, said)) else None


def _said(value: object, depth: int) -> Iterator[str]:
    """What a value says, in its order."""
    if depth == 0:
        return
    if isinstance(value, str):
        if _WORDS.search(value) and not _is_address(value):
            yield _plain(value)
    elif isinstance(value, list):
        table = _of_cells(value)
        if table:
            yield table
            return
        for one in value:
            yield from _said(one, depth - 1)
    elif isinstance(value, dict):
        yield from _said_by_object(value, depth)


def _said_by_object(value: Mapping[str, object], depth: int) -> Iterable[str]:
    said: list[str] = []
    for name, part in value.items():
        if isinstance(part, str) and name.lower() in _NAMES and part.strip():
            said.append(_plain(part))
        else:
            said += _said(part, depth - 1)
    if not _is_record(value):
        return said
    # A record of a table tells it again as running text, and others their text as it was.
    tables = [one for one in said if _is_table(one)]
    return tables if len(tables) == 1 else dict.fromkeys(said)


def _plain(said: str) -> str:
    """A text without the elements of a line; with its tables, and the elements of a page."""
    if _is_table(said):
        return " ".join(said.split())
    if "</" not in said or _BEGUN.search(said):
        return said
    return unescape(_TAG.sub("", _BREAK.sub("\n", said)))


def _is_table(said: str) -> bool:
    """Whether a text is a table's markup and nothing else: what holds more is a page."""
    inner = _AROUND.sub("", said).strip() if "<" in said else ""
    return _BEGUN.match(inner) is not None and inner[-8:].lower() == "</table>"


def _is_page(said: str) -> bool:
    """Whether a text has other elements beside tables: then it is no block of a page, but one."""
    if _is_table(said) or not _BEGUN.search(said):
        return False
    return any(_TAG.search(_BEGUN.split(part, 1)[0]) for part in _ENDED.split(said))


def _is_address(said: str) -> bool:
    """Whether a text is the address of a page, or the name of a file."""
    return len(said.split()) == 1 and ("://" in said or _FILE.search(said) is not None)


def _is_record(value: Mapping[str, object], depth: int = _DEEPEST) -> bool:
    """Whether an object has no objects listed in it: it is one block."""
    for part in value.values():
        if isinstance(part, list) and any(isinstance(one, dict) for one in part):
            return False
        if isinstance(part, dict) and (not depth or not _is_record(part, depth - 1)):
            return False
    return True


class _Cell(NamedTuple):
    """A cell, with its rows and columns as they are numbered."""

    row: int
    column: int
    down: int
    across: int
    text: str


def _of_cells(values: Sequence[object]) -> str:
    """The markup of a table whose cells are listed with their places; `""` if they are not."""
    listed = [one for one in values if isinstance(one, dict)]
    if len(listed) < max(_FEWEST_CELLS, len(values)):
        return ""
    cells = [cell for cell in map(_cell, listed) if cell is not None]
    if len(cells) < len(listed) or max(max(cell[:4]) for cell in cells) > _MOST:
        return ""
    return _markup(sorted(cells))


def _markup(cells: Sequence[_Cell]) -> str:
    """The table of cells in reading order, each in its own place; `""` where two share one.

    Blank cells that are not listed are put in: cells after them would move up.
    """
    taken: set[tuple[int, int]] = set()
    starts: dict[tuple[int, int], str] = {}
    for row, column, down, across, text in cells:
        if down * across > _MOST_PLACES:
            return ""
        own = {(row + n, column + m) for n in range(down) for m in range(across)}
        if len(taken) + len(own) > _MOST_PLACES or not taken.isdisjoint(own):
            return ""
        taken |= own
        starts[row, column] = f'<td rowspan="{down}" colspan="{across}">{escape(text)}</td>'
    height, width = cells[-1].row + 1, max(cell.column + cell.across for cell in cells)
    if height * width > _MOST_PLACES:
        return ""
    rows = (
        "".join(
            starts.get((row, at), "" if (row, at) in taken else "<td></td>") for at in range(width)
        )
        for row in range(height)
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _cell(value: Mapping[str, object]) -> _Cell | None:
    """A cell's rows, columns and text; `None` where one of them is not said."""
    rows, columns = _extent(value, "row"), _extent(value, "col")
    named = [one for name, one in value.items() if name.lower() in _NAMES]
    said = named or [one for one in value.values() if isinstance(one, str)]
    if rows is None or columns is None or len(said) != 1 or isinstance(said[0], list | dict):
        return None
    text = "" if said[0] is None else str(said[0])
    return _Cell(rows[0], columns[0], rows[1], columns[1], " ".join(text.split()))


def _extent(value: Mapping[str, object], side: str) -> tuple[int, int] | None:
    """Where a cell begins on a side, and over how much it runs."""
    start = end = span = None
    for name, number in value.items():
        low = name.lower()
        if side not in low or not isinstance(number, int) or isinstance(number, bool):
            continue
        if "span" in low:
            span = number
        elif low.startswith("end") or low.endswith(("end", "br")):
            end = number
        elif start is None:
            start = number
    if start is None or start < 0:
        return None
    return start, max(1, span if span is not None else (end or 0) - start)
