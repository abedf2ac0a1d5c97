"""From lines of text to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from govinfo.adapters.text.bars import cell_lines
from govinfo.adapters.text.blanks import spaced_cells
from govinfo.adapters.text.columns import with_gaps
from govinfo.adapters.text.dashes import dashed_table
from govinfo.adapters.text.drawing import drawn_table
from govinfo.adapters.text.frames import frame_rows
from govinfo.adapters.text.lines import lines_of
from govinfo.adapters.text.literals import literal_table
from govinfo.adapters.text.markdown import heading_of, plain
from govinfo.adapters.text.marked import latex_table, otsl_table, wiki_table
from govinfo.adapters.text.markup import is_markup, markup_blocks
from govinfo.adapters.text.pipes import fenced, pipe_rows
from govinfo.adapters.text.rows import Found, Row, Watched, table_of
from govinfo.adapters.text.tabs import comma_rows, tab_between, tab_ended, tab_led, tab_rows
from govinfo.blocks import Block, Figure, Heading, Paragraph, Table
from govinfo.source import Limits

_IMAGE = re.compile(
    r"\[(?:image|picture|图片|图像)\s*+[:：]\s*+([^\[\]]*+)\]|!\[([^\[\]]*+)\]\([^()]*+\)",
    re.IGNORECASE,
)


def blocks_of(text: str, limits: Limits) -> Iterator[Block]:
    """The blocks of a text.

    Raises:
        LimitExceeded: A line or the number of lines is over its limit.
    """
    lines = Watched(lines_of(text, limits))
    wasted = dict.fromkeys(_READERS, 0)
    drawn = [_DRAWN.search(line.text) is not None for line in lines]
    spaced, gaps = spaced_cells(lines), with_gaps(lines)
    ended = len([1 for line in list(lines) if line.text.rstrip()[-1:] == "|"]) >= _FEWEST_CELLS
    tables = cells = position = 0
    while position < len(lines):
        if position in spaced:
            parts, end = spaced[position]
            found: Sequence[Block] = [table_of([[part] for part in parts], tables + 1)]
        elif position in gaps:
            found, end = [table_of([gaps[position]], tables + 1)], position + 1
        else:
            found, end = _tables(lines, drawn, position, tables, limits, wasted)
        if end == position:
            line = lines[position]
            yield from _running(_without_bars(line) if ended else line)
            position += 1
            continue
        for block in found:
            if isinstance(block, Table):
                tables += 1
                cells += len(block.cells)
            if cells > limits.cells:
                raise limits.exceeded("cells", "the text has more cells in tables")
            yield block
        position = end


def _tables(  # noqa: PLR0913 - the state of one loop
    lines: Watched,
    drawn: Sequence[bool],
    start: int,
    tables: int,
    limits: Limits,
    wasted: dict[Reader, int],
) -> Found:
    """The blocks that a table beginning here makes, and the line after it."""
    if is_markup(lines[start].text):
        end = _end_of_markup(lines, start)
        marked = [(line.text, line.anchor) for line in lines[start:end]]
        return tuple(markup_blocks(marked, tables, limits)), end
    if any(drawn[start : start + 3]):
        for reader in _READERS:
            if wasted[reader] > _WASTED * len(lines) + _FREE:
                continue
            before = lines.looks
            found, end = reader(lines, start, tables + 1)
            wasted[reader] += max(0, lines.looks - before - _WASTED * (end - start))
            if end > start:
                return found, end
    return (), start


_DRAWN = re.compile(
    "[|+\t,;；\u2500-\u257f]|--|==|NaN|<NA>|\\\\begin|<fcel>|<ecel>|<ched>|^\\s*[\\[({]"
)
"""What a line that draws a part of a table holds, or one of the two after it."""
_FEWEST_CELLS = 10
"""Lines that end with a bar from which one is what parts cells."""
_WASTED = 8
"""Looks at each line in vain, after which one way of drawing tables is looked for no more."""
_FREE = 5_000
"""Looks that do not count."""
Reader = Callable[[Sequence[Row], int, int], Found]


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
    text = plain(text.rstrip())
    if text.strip():
        yield Paragraph(text, line.anchor)


def _without_bars(line: Row) -> Row:
    """A cell of a table that no reader could draw, without the bars that part it from others."""
    cell = line.text.strip(" |")
    lone = "|" in line.text and "|" not in cell and (not cell or any(map(str.isalnum, cell)))
    return Row(cell, line.anchor) if lone else line


def _end_of_markup(lines: Sequence[Row], start: int) -> int:
    """The line after the one in which a table opened in markup is closed."""
    depth = 0
    for position in range(start, len(lines)):
        text = lines[position].text.lower()
        depth += text.count("<table") - text.count("</table")
        if depth <= 0:
            return position + 1
    return len(lines)


_READERS: tuple[Reader, ...] = (
    fenced,
    wiki_table,
    latex_table,
    otsl_table,
    literal_table,
    frame_rows,
    cell_lines,
    drawn_table,
    dashed_table,
    pipe_rows,
    tab_between,
    tab_ended,
    tab_led,
    tab_rows,
    comma_rows,
)
"""The ways in which a text draws tables, in the order in which they are tried."""
