"""Rows whose cells bars part: pipe tables in every manner of Markdown, and AsciiDoc's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from govinfo.adapters.text.frames import is_sheet, sheet, shown
from govinfo.adapters.text.markdown import plain
from govinfo.adapters.text.rows import Found, Part, Row, place, unfilled
from govinfo.adapters.text.wrapped import unwrapped
from govinfo.blocks import Anchor, Block, Cell, Table

# A single dash is a cell's sign for nothing; one with a colon is a separator's.
_DASHES = r"(?::?-{2,}+:?|:-++:?|-++:)\s*+"
_SEPARATOR = re.compile(rf"\A\s*+(?:\|\s*+)?{_DASHES}(\|\s*+{_DASHES})*+(?:\|\s*+)?$")
_CELL_END = re.compile(r"(?<!\\)\|")
_FILLED = re.compile(r"(?<=\|)(?<!\|\|)(?:\s*+\|{2,}+|\|)\s*+$")
"""Bars at a row's end that stand for the columns of its merged cells."""
_LED = re.compile(r"\S \|\S")
_LONG = 400
"""Characters of a row without a bar at its beginning, at most."""
_FENCE = "|==="
_WIDEST = 1_000
"""Columns of a table between fences, at most."""
_SPECIFIED = re.compile(r"(?:(?<=\s)|^)(?:(\d{1,3})?(?:\.(\d{1,3}))?\+)?[<^>.]*[a-z]?(?<!\\)\|")
"""How a cell begins in AsciiDoc, with the columns and rows that it covers."""


def pipe_rows(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table of rows with bars between the cells, at both ends or not."""
    broken = unwrapped(lines, start)
    if broken is not None:
        whole, end = broken
        return _of_rows(whole, number, filled=_are_filled(whole)), end
    end = start
    opened = not is_pipe_row(lines[start].text)
    if opened and not _begins(lines, start):
        return (), start
    while end < len(lines) and (
        is_pipe_row(lines[end].text)
        or (end > start and _begins_one(lines, end))
        or (opened and (_is_open_row(lines[end].text) or _is_rule(lines, end) or end == start))
    ):
        end += 1
    rows = lines[start:end]
    if not opened and len(rows) > 2 and _led(rows):
        joined = _joined(rows)
        return _blocks(joined, number, filled=_uneven(joined)), end
    filled = any(" | " in row.text for row in rows) and any(
        _FILLED.search(row.text) for row in rows
    )
    return _of_rows(rows, number, filled=filled, opened=opened), end


def _of_rows(
    rows: Sequence[Row], number: int, *, filled: bool, opened: bool = False
) -> list[Block]:
    """The blocks of whole rows.

    Args:
        rows: The rows.
        number: The table's number.
        filled: Whether bars at a row's end may stand for the columns of merged cells.
        opened: Whether no bar begins a row.
    """
    # Where a bar ends few rows, it stands before a blank cell there.
    ended = sum(row.text.rstrip().endswith("|") for row in rows)
    closed = not opened or 2 * ended >= len(rows)
    placed = [(_cells(row.text, filled=filled, closed=closed), row) for row in rows]
    if filled:
        kept = unfilled([[(text, row.anchor) for text in cells] for cells, row in placed])
        placed = [
            ([text for text, _ in cells], row) for cells, (_, row) in zip(kept, placed, strict=True)
        ]
    return _blocks(placed, number, filled=filled or (opened and _uneven(placed)))


def _are_filled(rows: Sequence[Row]) -> bool:
    """Whether rows that were broken have bars for merged cells at their ends: none has dashes."""
    if any(_is_dashes(row.text) for row in rows):
        return False
    return any(_FILLED.search(row.text) for row in rows)


def is_separator(text: str) -> bool:
    """Whether a line is the row of dashes under a pipe table's header."""
    return "|" in text and _SEPARATOR.match(text) is not None


def is_pipe_row(text: str) -> bool:
    """Whether a line is a row of a pipe table that begins with a bar."""
    text = text.strip()
    return text.startswith("|") and "|" in text[1:]


def _begins_one(lines: Sequence[Row], at: int) -> bool:
    """Whether a line is the only cell of a row that found room on it: the others follow."""
    text = lines[at].text.strip()
    follows = at + 1 < len(lines) and is_pipe_row(lines[at + 1].text)
    return follows and len(text) > 1 and text.startswith("|") and "|" not in text[1:]


def _begins(lines: Sequence[Row], start: int) -> bool:
    """Whether a row without a bar at its beginning begins a table."""
    text = lines[start].text
    under = lines[start + 1].text if start + 1 < len(lines) else ""
    if is_separator(under):
        return bool(text.strip())
    if _is_rule(lines, start + 1):
        return bool(text.strip()) and _is_open_row(lines[start + 2].text)
    return _is_open_row(text) and (_is_open_row(under) or text.count("|") > 2)


def _is_rule(lines: Sequence[Row], at: int) -> bool:
    """Whether a line is a row of dashes under a header of one cell, with rows below it."""
    return (
        0 < at < len(lines) - 1
        and len(lines[at].text.strip()) > 2
        and not lines[at].text.strip(" -")
        and _is_open_row(lines[at + 1].text)
    )


def _is_open_row(text: str) -> bool:
    text = text.strip()
    return (
        "|" in text
        and (" | " in text or text.count("|") > 1 or is_separator(text))
        and len(text) < _LONG
        and not text.endswith("。")
    )


def _led(rows: Sequence[Row]) -> bool:
    """Whether a bar begins each cell and none ends the last one."""
    texts = [row.text.strip() for row in rows]
    spaced = sum(_LED.search(text) is not None for text in texts)
    whole = all(text.endswith("|") for text in texts)
    return spaced * 2 > len(texts) and not whole and not any(map(_is_dashes, texts))


def _joined(rows: Sequence[Row]) -> list[tuple[list[str], Row]]:
    """Rows of cells that bars begin, those that run on over several lines made one."""
    parts = [([plain(cell).strip() for cell in _CELL_END.split(row.text)[1:]], row) for row in rows]
    width = Counter(len(cells) for cells, _ in parts).most_common(1)[0][0]
    made: list[tuple[list[str], Row]] = []
    for cells, row in parts:
        if made and len(made[-1][0]) + len(cells) <= width and len(made[-1][0]) < width:
            made[-1][0].extend(cells)
        else:
            made.append((cells, row))
    return made


def _cells(text: str, *, filled: bool = False, closed: bool = True) -> list[str]:
    if filled:
        text = _FILLED.sub("", text)
    text = text.strip().removeprefix("|")
    if closed and text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [plain(cell).strip() for cell in _CELL_END.split(text)]


def _uneven(rows: Sequence[tuple[list[str], Row]]) -> bool:
    return len({len(cells) for cells, row in rows if not _SEPARATOR.match(row.text)}) > 1


def _blocks(rows: Sequence[tuple[list[str], Row]], number: int, *, filled: bool) -> list[Block]:
    """The table, or, where a data frame printed a whole sheet, its tables and lines."""
    parts = [
        [(text, row.anchor) for text in cells] for cells, row in rows if not _is_dashes(row.text)
    ]
    if not parts:
        return []
    if is_sheet(parts):
        return list(sheet(parts, number))
    return [_table(rows, number, aligned=not filled)]


def _table(rows: Sequence[tuple[list[str], Row]], number: int, *, aligned: bool = True) -> Table:
    """A table; the row over a line of dashes is a header.

    A header without rows under it is data: converters print a table of one row so.
    """
    cells: list[Cell] = []
    index = 0
    for position, (texts, row) in enumerate(rows):
        if _is_dashes(row.text):
            continue
        under = [line.text for _, line in rows[position + 1 : position + 3]]
        header = len(under) > 1 and _is_dashes(under[0]) and not _is_dashes(under[1])
        for column, text in enumerate(map(shown, texts)):
            anchor = place(row.anchor, number, index, column)
            cells.append(Cell(text, index, column, header=header, anchor=anchor))
        index += 1
    first = rows[0][1].anchor
    return Table(
        tuple(cells), Anchor(page=first.page, line=first.line, table=number), aligned=aligned
    )


def _is_dashes(text: str) -> bool:
    return _SEPARATOR.match(text) is not None


def fenced(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table of AsciiDoc: cells that bars begin, between two fences."""
    if lines[start].text.strip() != _FENCE:
        return (), start
    end = next(
        (at for at in range(start + 1, len(lines)) if lines[at].text.strip() == _FENCE), None
    )
    if end is None:
        return (), start
    columns = re.search(r'cols="([^"]*)"', lines[start - 1].text) if start else None
    inner = [row for row in lines[start + 1 : end] if row.text.strip()]
    found = list(_fenced_cells(inner))
    width = columns[1].count(",") + 1 if columns else 0
    width = width or max((row.text.count("|") for row in inner), default=0)
    if width > _WIDEST:
        return (), start
    cells = _placed(found, width, number)
    if not cells:
        return (), end + 1
    first = lines[start].anchor
    return [Table(tuple(cells), Anchor(page=first.page, line=first.line, table=number))], end + 1


def _fenced_cells(lines: Sequence[Row]) -> Iterator[tuple[Part, int, int]]:
    """Each cell, and how many columns and rows it covers."""
    text, anchor, spans = "", None, (1, 1)
    for row in lines:
        at = 0
        for begin in _SPECIFIED.finditer(row.text):
            if anchor is not None:
                yield (plain(f"{text} {row.text[at : begin.start()]}").strip(), anchor), *spans
            text, anchor, at = "", row.anchor, begin.end()
            spans = (int(begin[1] or 1), int(begin[2] or 1))
        text = f"{text} {row.text[at:]}"
    if anchor is not None:
        yield (plain(text).strip(), anchor), *spans


def _placed(found: Sequence[tuple[Part, int, int]], width: int, number: int) -> list[Cell]:
    """The cells in a grid so wide, each in the first place that is free."""
    free = [0] * width
    """The row from which on each column is free."""
    placed: list[tuple[Part, int, int, int, int]] = []
    row = column = 0
    for part, colspan, rowspan in found if width else ():
        while column >= width or free[column] > row:
            row, column = (row, column + 1) if column < width else (max(row + 1, min(free)), 0)
        covered = min(colspan, width - column)
        free[column : column + covered] = [row + rowspan] * covered
        placed.append((part, row, column, rowspan, covered))
    begun = sorted({at for _, at, *_ in placed})
    rows = {at: number for number, at in enumerate(begun)}
    return [
        Cell(
            *(text, rows[at], left, bisect_left(begun, at + high) - rows[at], wide),
            anchor=place(anchor, number, rows[at], left),
        )
        for (text, anchor), at, left, high, wide in placed
    ]
