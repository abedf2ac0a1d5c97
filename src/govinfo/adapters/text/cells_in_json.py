"""Tables in JSON that are told by the cell: each says its row, its column and its text.

So do engines that recognise pages, each under names of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

_FEWEST_CELLS = 2
_MOST, _MOST_PLACES = 5_000, 200_000
"""Rows or columns, and places, of a table that is told by the cell."""
TEXTS = frozenset(("text", "content", "words", "word"))
"""How programs call a cell's text."""


class _Cell(NamedTuple):
    """A cell, with its rows and columns as they are numbered."""

    row: int
    column: int
    down: int
    across: int
    text: str


def of_cells(values: Sequence[object]) -> str:
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
    named = [one for name, one in value.items() if name.lower() in TEXTS]
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
