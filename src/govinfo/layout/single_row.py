"""A table whose only row has no label: its figures are told by the header over them."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.captions import has_heading
from govinfo.layout.groups import FigureGroup, Item
from govinfo.layout.header_lines import FEW, header_labels
from govinfo.layout.lines import Line

_LONG = 10
"""Digits from which a number is no figure, but several that ran together."""


def only_row(
    items: Sequence[Item], lines: Sequence[Line], words: Lexicon
) -> tuple[list[FigureGroup], list[int]]:
    """The figures of a table without row labels, and where the header over each begins."""
    groups: list[FigureGroup] = []
    starts: list[int] = []
    start = 0
    for item, after in zip(items, [*items, None][1:], strict=True):
        if not isinstance(item, FigureGroup):
            continue
        if not any(cell.text for cell in item.cells) and (
            item.lines == len(item.cells) < item.width or _is_spacer(item, after, lines)
        ):
            # Blank cells of the header, one a line, are no figures that end it; nor are those of
            # a row that only stands between it and the figures.
            continue
        since = _after_heading(lines, start, item, words)
        start = _after_heading(lines, _header_start(lines, start, item, words), item, words)
        over = lines[start : item.line]
        many = 2 * len(item.printed) >= item.width or _run_together(item)
        whole = len(item.printed) == item.width or many
        under_heading = whole and has_heading(over, words)
        if under_heading or len(header_labels(over, words)) >= FEW:
            shown = sum(bool(cell.text) for cell in item.cells)
            part = _named_part(lines[since : item.line], shown, words)
            groups.append(item._replace(row=0, part=part))
            starts.append(start)
        elif groups and _rivals(item, groups[-1], lines):
            groups[-1] = groups[-1]._replace(rival=True)
        start = item.line + item.lines
    return groups, starts


def _is_spacer(item: FigureGroup, after: Item | None, lines: Sequence[Line]) -> bool:
    """Whether a blank row stands right before another of the same table that is none."""
    return (
        isinstance(after, FigureGroup)
        and lines[after.line].block == lines[item.line].block
        and after.line == item.line + item.lines
        and len(after.cells) == len(item.cells)
        and any(cell.text for cell in after.cells)
    )


def _run_together(item: FigureGroup) -> bool:
    """Whether a cell has so many digits that it can be no figure of its own."""
    return any(len(cell.text) >= _LONG for cell in item.printed)


def _rivals(item: FigureGroup, first: FigureGroup, lines: Sequence[Line]) -> bool:
    """Whether figures in the table of others are as many, or stand right after them."""
    if not item.table or lines[item.line].block != lines[first.line].block:
        return False
    goes_on = item.line == first.line + first.lines and not item.text
    return len(item.printed) == len(first.printed) or (goes_on and bool(item.printed))


def _named_part(over: Sequence[Line], shown: int, words: Lexicon) -> tuple[int, ...]:
    """The columns under the groups that are named over figures, where only some of them are.

    A table of several groups of columns may be printed as a table for each, under its name.
    """
    columns = words.grammar.rows[0].columns
    groups = [key(column.groups[-1]).bare if column.groups else "" for column in columns]
    texts = [
        piece.key.full for line in over if not has_heading([line], words) for piece in line.texts
    ]
    # A group's name may be broken over lines.
    pieces = [text for text in texts if len(text) > 1]
    named = {
        group
        for group in filter(None, groups)
        if group in "".join(texts) or any(piece in group for piece in pieces)
    }
    outer = {key(column.groups[0]).bare for column in columns if column.groups}
    if not named:
        named = {group for group in outer if group in texts}
        groups = [key(column.groups[0]).bare if column.groups else "" for column in columns]
    part = tuple(number for number, group in enumerate(groups) if group in named)
    return part if shown <= len(part) < len(columns) else ()


def _header_start(lines: Sequence[Line], start: int, item: FigureGroup, words: Lexicon) -> int:
    """Where the header over some figures begins: in their own table, if that has one."""
    block = lines[item.line].block
    own = next(at for at in range(start, item.line + 1) if lines[at].block == block)
    return own if len(header_labels(lines[own : item.line], words)) >= FEW else start


def _after_heading(lines: Sequence[Line], start: int, item: FigureGroup, words: Lexicon) -> int:
    """Where a header begins that may begin here: not before the section's own heading."""
    headings = (n for n in range(item.line - 1, start, -1) if has_heading(lines[n : n + 1], words))
    return next(headings, start)
