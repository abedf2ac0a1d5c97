"""Lines of a text, and the tables that are made of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

from govinfo.blocks import Anchor, Block, Cell, Table

_LETTERS = re.compile(r"[\u4e00-\u9fff]{2}")

HEADING = re.compile(
    r"^(?=.{1,120}$)"
    r"(?:[一二三四五六七八九十]{1,3}、.*(?:情[况況]|事[项項]|措施|[问問][题題]|意[见見]|概述|概[况況])"
    r"(?:[(（]\w{1,6}[)）])?|.*\d{4}\D.*公开\D{0,4}报告)$"
)
"""A heading of a report, or its title, among lines that may be cells."""
Part = tuple[str, Anchor]
"""A cell's text, and where it stood."""
Found = tuple[Sequence[Block], int]
"""The blocks that a table makes, and the number of the line after it; none and the same if none."""


@frozen(slots=True)
class Row:
    """A line of the text with its place."""

    text: str
    anchor: Anchor


class Watched(list[Row]):
    """Lines that count how often one is looked at.

    Attributes:
        looks: How often.
    """

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        """A line, or some."""
        self.looks += 1 if type(at) is int else len(range(*at.indices(len(self))))
        return list.__getitem__(self, at)


def is_empty(line: Row) -> bool:
    """Whether a line prints nothing; one with a tab may be a blank cell."""
    return not line.text.strip(" \u3000\u00a0")


def table_of(rows: Sequence[Sequence[Part]], number: int, *, aligned: bool = False) -> Table:
    """The table of some rows, of which none may be without cells.

    Args:
        rows: The cells of each row.
        number: The table's number in the document.
        aligned: Whether the cells' positions are evidence.
    """
    cells = [
        Cell(text, row, column, 1, 1, False, place(anchor, number, row, column))
        for row, parts in enumerate(rows)
        for column, (text, anchor) in enumerate(parts)
    ]
    first = rows[0][0][1]
    anchor = Anchor(page=first.page, line=first.line, table=number)
    return Table(tuple(cells), anchor, aligned=aligned)


def unfilled(rows: Sequence[list[Part]]) -> list[list[Part]]:
    """Rows without the single blank cell that fills one up beyond those of most others.

    It cannot be told from a blank cell that was printed but by the number of figures' cells: where
    no blank cell stands before a printed one, a tool prints none, and all at the end fill up.
    """
    if not any(_has_gap(row) for row in rows):
        return [_without_end(row) for row in rows]
    counted = Counter(_after_labels(row) for row in rows).most_common()
    wide = next((cells for cells, _ in counted if cells > 1), 0)
    return [
        row[:-1] if _after_labels(row) == wide + 1 > 1 and not row[-1][0] else row for row in rows
    ]


def _has_gap(row: Sequence[Part]) -> bool:
    """Whether a blank cell stands before a printed one."""
    return any(not text and after for (text, _), (after, _) in pairwise(row))


def _without_end(row: list[Part]) -> list[Part]:
    printed = max((at for at, (text, _) in enumerate(row) if text), default=0)
    return row[: printed + 1]


def _after_labels(row: Sequence[Part]) -> int:
    """How many cells follow the last one with letters."""
    texts = [text for text, _ in row]
    last = max((at for at, text in enumerate(texts) if _LETTERS.search(text)), default=-1)
    return len(texts) - last - 1


def place(anchor: Anchor, table: int, row: int, column: int) -> Anchor:
    """Where a cell stood, its row and column counted from 0."""
    # By position: a text has hundreds of cells, and names take half as long again.
    return Anchor(anchor.page, None, anchor.line, None, table, row + 1, column + 1)
