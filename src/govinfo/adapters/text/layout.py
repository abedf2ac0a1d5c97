"""From lines of text to blocks."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from govinfo.adapters.text.markdown import (
    grid_table,
    heading_of,
    is_border,
    is_pipe_row,
    is_separator,
    pipe_table,
    plain,
    unquoted,
)
from govinfo.adapters.text.markup import is_markup, markup_blocks
from govinfo.blocks import Anchor, Block, Cell, Figure, Heading, Paragraph, Table
from govinfo.source import Limits

_NEWLINE = re.compile(r"\r\n|\n|\r|\u2028|\x85")
_IMAGE = re.compile(
    r"\[(?:image|picture|图片|图像)\s*+[:：]\s*+([^\[\]]*+)\]|!\[([^\[\]]*+)\]\([^)\[]*+\)",
    re.IGNORECASE,
)
_LITTER = re.compile(
    r"\[(?:bookmark|footnote|endnote|comment|shape|chart|object|media|书签)\s*+[:：][^\[\]]*+\]",
    re.IGNORECASE,
)
_LONG_CELL = 100
"""Characters from which a tab-led line is an indented paragraph, not a cell."""
_FEWEST = 3
"""Lines from which commas, or borders, make a table."""
_LONG_ROW = 20
"""Cells from which a row is rather all the cells of a table."""
_WASTED = 20
"""Times all lines that one way of drawing tables is looked for in vain, after which it is not."""
_ORDINAL = re.compile(r"^[\s\u3000]*[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\t")


@frozen(slots=True)
class Row:
    """A line of the text with its place."""

    text: str
    anchor: Anchor


def blocks_of(text: str, limits: Limits) -> Iterator[Block]:
    """The blocks of a text.

    Raises:
        LimitExceeded: A line or the number of lines is over its limit.
    """
    lines = list(_lines(text, limits))
    table = cells = position = 0
    wasted = dict.fromkeys(_READERS, 0)
    while position < len(lines):
        if is_markup(lines[position].text):
            end = _end_of_markup(lines, position)
            marked = [(line.text, line.anchor) for line in lines[position:end]]
            for found in markup_blocks(marked, table, limits):
                table += isinstance(found, Table)
                yield found
            position = end
            continue
        for reader in _READERS if _DRAWN.search(lines[position].text) else ():
            if wasted[reader] > _WASTED * len(lines):
                continue
            block, end = reader(lines, position, table + 1)
            wasted[reader] += end - position if block is None else 0
            if block is not None:
                table += 1
                cells += len(block.cells) if isinstance(block, Table) else 0
                if cells > limits.cells:
                    raise limits.exceeded("cells", "the text has more cells in tables")
                yield block
                position = end
                break
        else:
            yield from _running(lines[position])
            position += 1


def _lines(text: str, limits: Limits) -> Iterator[Row]:
    page = 1 if "\f" in text else None
    raw = _NEWLINE.split(text)
    if len(raw) > limits.blocks:
        raise limits.exceeded("blocks", f"the text has {len(raw):,} lines, more")
    for number, line in enumerate(raw, 1):
        if len(line) > limits.line:
            raise limits.exceeded("line", f"line {number} has {len(line):,} characters, more")
        if "\f" in line:
            page = (page or 1) + line.count("\f")
            if page > limits.pages:
                raise limits.exceeded("pages", "the text has more pages")
            line = line.replace("\f", "")  # noqa: PLW2901 - the line without its page break
        if "[" in line:
            line = _LITTER.sub("", line)  # noqa: PLW2901 - the line as its author wrote it
        yield Row(line, Anchor(page=page, line=number))


_DRAWN = re.compile(r"[|+\t,]")
"""What a line that draws a part of a table holds."""


def _running(line: Row) -> Iterator[Block]:
    text = line.text
    for alternative in _IMAGE.findall(text) if "[" in text else ():
        yield Figure((alternative[0] or alternative[1]).strip(), line.anchor)
    if "[" in text:
        text = _IMAGE.sub("", text)
    if not text.strip():
        return
    heading = heading_of(text)
    if heading is not None:
        yield Heading(heading[1], heading[0], line.anchor)
        return
    text = plain(unquoted(text.rstrip()))
    if text.strip():
        yield Paragraph(text, line.anchor)


def _blank(line: Row) -> bool:
    return not line.text.strip(" \u3000\u00a0")


def _pipes(lines: Sequence[Row], start: int, number: int) -> tuple[Block | None, int]:
    end = start
    open_ended = "|" in lines[start].text and (
        start + 1 < len(lines) and is_separator(lines[start + 1].text)
    )
    while end < len(lines) and (
        is_pipe_row(lines[end].text) or (open_ended and "|" in lines[end].text)
    ):
        end += 1
    if end == start:
        return None, start
    rows = [(line.text, line.anchor) for line in lines[start:end]]
    return pipe_table(rows, number), end


def _borders(lines: Sequence[Row], start: int, number: int) -> tuple[Block | None, int]:
    """A grid table: rows of pipes between lines of plus signs and dashes."""
    end = start
    while end < len(lines) and (
        is_border(lines[end].text.strip()) or (end > start and is_pipe_row(lines[end].text))
    ):
        end += 1
    if end - start < _FEWEST or not is_border(lines[start].text.strip()):
        return None, end
    return grid_table([(line.text.strip(), line.anchor) for line in lines[start:end]], number), end


def _commas(lines: Sequence[Row], start: int, number: int) -> tuple[Block | None, int]:
    """Rows of comma-separated values, of which enough hold figures to be no prose."""
    end = start
    while end < len(lines) and _is_comma_row(lines[end].text):
        end += 1
    texts = [line.text for line in lines[start:end]]
    rows = list(csv.reader(texts)) if end - start >= _FEWEST else []
    with_figures = sum(any(cell.strip().isdecimal() for cell in row) for row in rows)
    if len(rows) != len(texts) or with_figures * 3 < len(rows) or not rows:
        return None, end
    anchors = [line.anchor for line in lines[start:end]]
    placed = [
        [(cell.strip(), anchor) for cell in row] for row, anchor in zip(rows, anchors, strict=True)
    ]
    return _table(placed, number), end


def _is_comma_row(text: str) -> bool:
    return text.count(",") > 1 and "。" not in text and len(text) < _LONG_CELL * 2


def _end_of_markup(lines: Sequence[Row], start: int) -> int:
    """The line after the one in which a table opened in markup is closed."""
    depth = 0
    for position in range(start, len(lines)):
        text = lines[position].text.lower()
        depth += text.count("<table") - text.count("</table")
        if depth <= 0:
            return position + 1
    return len(lines)


def _tab_led(lines: Sequence[Row], start: int, number: int) -> tuple[Block | None, int]:
    """Cells on lines of their own, each behind a tab; a blank line ends a row."""
    rows: list[list[tuple[str, Anchor]]] = []
    position = end = start
    while position < len(lines):
        row, after = _tab_led_row(lines, position)
        if row is None:
            end = end if rows else after
            break
        rows.append(row)
        position = end = after
        if position < len(lines) and _blank(lines[position]) and "\t" not in lines[position].text:
            position += 1
    if any(len(row) > _LONG_ROW for row in rows):
        # Nothing parts the rows: only the cells are known, and their order.
        rows = [[cell] for row in rows for cell in row]
    cells = sum(map(len, rows))
    return (_table(rows, number), end) if cells > 1 else (None, end)


def _tab_led_row(lines: Sequence[Row], start: int) -> tuple[list[tuple[str, Anchor]] | None, int]:
    cells: list[tuple[str, Anchor]] = []
    position = start
    while position < len(lines):
        text = lines[position].text
        if text.startswith("\t") and "\t" not in text[1:]:
            if len(text) > _LONG_CELL:
                return None, position
            cells.append((text[1:].strip(), lines[position].anchor))
        elif "\t" in text or not cells or _blank(lines[position]) or len(text) > _LONG_CELL:
            break
        else:
            last, anchor = cells[-1]
            cells[-1] = (f"{last}\n{text.strip()}".strip(), anchor)
        position += 1
    if position < len(lines) and "\t" in lines[position].text:
        return None, position
    return (cells, position) if cells else (None, start)


def _tabbed(lines: Sequence[Row], start: int, number: int) -> tuple[Block | None, int]:
    """Rows with tabs between the cells; a single blank line may stand between rows."""
    rows: list[list[tuple[str, Anchor]]] = []
    position = end = start
    while position < len(lines):
        text = lines[position].text
        if "\t" in text and len(text) < 10 * _LONG_CELL and not _is_numbered(text):
            rows.append([(cell.strip(), lines[position].anchor) for cell in text.split("\t")])
            end = position + 1
        elif not _blank(lines[position]) or position != end or not rows:
            break
        position += 1
    several = len(rows) > 1 or any(len(row) > 2 for row in rows)
    return (_table(rows, number), end) if rows and several else (None, end)


def _is_numbered(text: str) -> bool:
    """Whether the only tab stands between a number and the text that it numbers."""
    return text.count("\t") == 1 and _ORDINAL.match(text) is not None


def _table(rows: Sequence[Sequence[tuple[str, Anchor]]], number: int) -> Table:
    cells = tuple(
        Cell(
            text,
            row,
            column,
            anchor=Anchor(
                page=anchor.page, line=anchor.line, table=number, row=row + 1, column=column + 1
            ),
        )
        for row, texts in enumerate(rows)
        for column, (text, anchor) in enumerate(texts)
    )
    first = rows[0][0][1]
    return Table(cells, Anchor(page=first.page, line=first.line, table=number), aligned=False)


_READERS = (_pipes, _borders, _tab_led, _tabbed, _commas)
"""The ways in which a text draws tables, in the order in which they are tried."""
