"""Cells that a bar ends or begins, one a line: what extractors of web pages make of tables.

One of them writes each cell of a table on a line of its own, and fills up rows with merged cells
by further bars at their end:

    第二十条第（五）项 |
    |||
    信息内容 |
    本年处理决定数量 |
    ||

Only these bars tell where a row ends, and all rows of a table have as many. Another writes them
behind the row's last cell, `本年处理决定数量 | ||`. Where no row is filled up, the cells and their
order are all that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from govinfo.adapters.text.rows import HEADING, Part, Row, table_of, unfilled
from govinfo.adapters.text.wrapped import unwrapped
from govinfo.blocks import Block, Paragraph

_BARS = re.compile(r"\A\s*\|+\s*")
_FILLING = re.compile(r"(?:(?<=\A\|)|(?<=[^\s|] \|)) (\|+)\Z")
"""Bars that fill up a row, behind the bar of its last cell."""
_FEWEST = 3
"""Lines with a bar at one end from which they are cells."""
_LONG = 60
"""Characters from which a line between cells is no part of one, if it has sentence marks."""
_MOST = 4
"""Lines of a cell."""


@frozen
class Cells:
    """Cells in a row or in several, and the bars that fill up the last of them.

    Attributes:
        parts: The cells; blank ones have no text.
        filled: How many bars follow the last cell on a line of their own.
    """

    parts: tuple[Part, ...]
    filled: int = 0
    count: int = field(init=False)

    @count.default
    def _count(self) -> int:
        return len(self.parts) + self.filled

    def fits(self, width: int) -> bool:
        """Whether rows of so many cells end where the filling does."""
        return self.count % width == 0 and self.filled < width


def cell_lines(lines: Sequence[Row], start: int, number: int) -> tuple[Sequence[Block], int]:
    """The cells that begin in a line, or in the line after it: tables, and where they end."""
    first = _first(lines, start)
    if first is None or (first == start and _begins_a_row(lines, start)):
        return (), start
    groups, end, barred = (
        _leading(lines, first) if _leads(lines[first].text) else _read(lines, start, first)
    )
    if barred < _FEWEST:
        return (), start
    blocks: list[Block] = []
    for rows in _tables(groups):
        blocks += _blocks(rows, number + len(blocks))
    return blocks, end


def _first(lines: Sequence[Row], start: int) -> int | None:
    """The first line with a bar: this one, or the next if that is nothing but a bar."""
    if _bar_at_end(lines[start].text):
        return start
    if HEADING.match(lines[start].text.strip()):
        return None
    after = lines[start + 1].text if start + 1 < len(lines) else ""
    if _BARS.fullmatch(after) and after.count("|") == 1 and _may_be_part(lines[start].text):
        return start + 1
    return None


def _bar_at_end(text: str) -> bool:
    """Whether a line is a cell with a bar at one of its ends, or nothing but bars."""
    text = _closed_up(text)
    return bool(text) and (
        not text.strip("|") or ("|" not in text.rstrip("|")[1:] and "|" in (text[0], text[-1]))
    )


def _closed_up(text: str) -> str:
    """A line without the blank between the bar of a row's last cell and those that fill it up."""
    return _FILLING.sub(r"\1", text.strip())


def _leads(text: str) -> bool:
    text = text.strip()
    return text.startswith("|") and bool(text.strip("|"))


def _begins_a_row(lines: Sequence[Row], at: int) -> bool:
    """Whether a bar begins a row there, and others end its cells, some on lines of their own."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    text = lines[at].text
    lone = _BARS.fullmatch(after if _leads(text) else text) is not None
    return lone and text.count("|") == 1 and unwrapped(lines, at) is not None


def _may_be_part(text: str) -> bool:
    """Whether a line without a bar may be a cell, or one line of it."""
    text = text.strip()
    return bool(text) and "|" not in text and (len(text) < _LONG or "。" not in text)


def _read(lines: Sequence[Row], start: int, first: int) -> tuple[list[Cells], int, int]:
    """Cells that a bar ends, up to the end of the last of them."""
    groups: list[Cells] = []
    cells: list[Part] = []
    pending: list[Row] = list(lines[start:first])
    end, barred = start, 0
    for position in range(first, len(lines)):
        line = lines[position]
        text = _closed_up(line.text)
        if not _bar_at_end(text):
            pending.append(line)
            if not _may_be_part(text) or len(pending) > _MOST:
                break
            continue
        bars = len(text) - len(text.rstrip("|"))
        said = [*(row.text.strip() for row in pending), text[: len(text) - bars].strip()]
        if sum(map(bool, said)) > 1 and HEADING.match(said[0]):
            break
        barred, end = barred + 1, position + 1
        if bars > 1 and not any(said):
            groups.append(Cells(tuple(cells), bars))
            cells = []
            continue
        anchor = (pending[0] if pending else line).anchor
        cells.append(("\n".join(part for part in said if part), anchor))
        pending = []
        if bars > 1:
            groups.append(Cells(tuple(cells), bars - 1))
            cells = []
    return [*groups, Cells(tuple(cells))] if cells else groups, end, barred


def _leading(lines: Sequence[Row], start: int) -> tuple[list[Cells], int, int]:
    """Cells that a bar begins: each runs on over the lines without one."""
    cells: list[Part] = []
    position, barred = start, 0
    while position < len(lines):
        text = lines[position].text.strip()
        if text.startswith("|") and "|" not in text[1:]:
            cells.append((text[1:].strip(), lines[position].anchor))
            barred += 1
        elif not _may_be_part(text) or HEADING.match(text):
            break
        else:
            cells[-1] = (f"{cells[-1][0]}\n{text}".strip(), cells[-1][1])
            if cells[-1][0].count("\n") >= _MOST:
                break
        position += 1
    return [Cells(tuple(cells))], position, barred


def _tables(groups: Sequence[Cells]) -> Iterator[list[list[Part]]]:
    """The rows of each table; rows of one cell each where nothing tells where they end."""
    rest = list(groups)
    while rest:
        reach, width = max(
            ((_reach(rest, width), width) for width in _widths(rest[0])), default=(0, 0)
        )
        if reach < min(2, len(rest)):
            yield [[part] for cells in rest for part in cells.parts]
            return
        rows, rest = _rows(rest[:reach], width), rest[reach:]
        if rest:
            cut = _cut(rest, width)
            rows += _rows([Cells(rest[0].parts[:cut])], width)
            rest[0] = Cells(rest[0].parts[cut:], rest[0].filled)
        yield rows


def _widths(cells: Cells) -> Iterator[int]:
    """How many cells a row may have if these fill up some."""
    return (
        width
        for width in range(max(2, cells.filled + 1), cells.count + 1)
        if cells.filled and cells.fits(width)
    )


def _reach(groups: Sequence[Cells], width: int) -> int:
    """How many of the groups are rows of that width."""
    for reach, cells in enumerate(groups):
        if cells.filled and not cells.fits(width):
            return reach
        if not cells.filled:
            # The last row of all is not filled up.
            return reach + 1
    return len(groups)


def _cut(groups: Sequence[Cells], width: int) -> int:
    """Where, in a group that is not of a table's width, the next table begins."""
    first = groups[0]

    def reach(cut: int) -> int:
        rest = [Cells(first.parts[cut:], first.filled), *groups[1:]]
        return max((_reach(rest, wide) for wide in _widths(rest[0])), default=0)

    return max(range(min(len(first.parts), width) + 1), key=reach)


def _rows(groups: Sequence[Cells], width: int) -> list[list[Part]]:
    """Rows of a width, without what fills them up."""
    parts = (list(cells.parts) for cells in groups)
    return [row[at : at + width] for row in parts for at in range(0, len(row), width)]


def _blocks(rows: Sequence[Sequence[Part]], number: int) -> list[Block]:
    parts = [part for row in rows for part in row]
    if len(parts) == len(rows) and all(text for text, _ in parts):
        # Neither rows nor blank cells are known: these are lines.
        return [Paragraph("".join(text.split("\n")), anchor) for text, anchor in parts]
    if all(not row[0][0] for row in rows):
        rows = [row[1:] for row in rows if len(row) > 1]
    kept = [list(row) for row in rows if row]
    return [table_of(unfilled(kept), number)] if kept else []
