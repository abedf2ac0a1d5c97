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
    spacers = _spacers(items, lines)
    for at, item in enumerate(items):
        if not isinstance(item, FigureGroup):
            continue
        if at in spacers or (
            item.lines == len(item.cells) < item.width and not any(cell.text for cell in item.cells)
        ):
            # Blank cells of the header, one a line, are no figures that end it; nor are those of
            # rows that only stand between it and the figures.
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
            groups.append(item._replace(row=0, part=part or _named_beside(item, lines, words)))
            starts.append(start)
        elif groups and _goes_on(item, groups, lines, words):
            groups.append(item._replace(row=0, part=_named_beside(item, lines, words)))
            starts.append(starts[-1])
        elif groups and _rivals(item, groups[-1], lines):
            groups[-1] = groups[-1]._replace(rival=True)
        start = item.line + item.lines
    return groups, starts


def _spacers(items: Sequence[Item], lines: Sequence[Line]) -> set[int]:
    """Blank rows that stand right before another of the same table that is none, or before such."""
    found: set[int] = set()
    after: Item | None = None
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if (
            isinstance(item, FigureGroup)
            and isinstance(after, FigureGroup)
            and not any(cell.text for cell in item.cells)
            and lines[after.line].block == lines[item.line].block
            and after.line == item.line + item.lines
            and len(after.cells) == len(item.cells)
            and (at + 1 in found or any(cell.text for cell in after.cells))
        ):
            found.add(at)
        after = item
    return found


def _run_together(item: FigureGroup) -> bool:
    """Whether a cell has so many digits that it can be no figure of its own."""
    return any(len(cell.text) >= _LONG for cell in item.printed)


def _rivals(item: FigureGroup, first: FigureGroup, lines: Sequence[Line]) -> bool:
    """Whether figures in the table of others are as many, or stand right after them."""
    if not item.printed or not item.table or lines[item.line].block != lines[first.line].block:
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


def _named_beside(item: FigureGroup, lines: Sequence[Line], words: Lexicon) -> tuple[int, ...]:
    """The columns under the group that a row's own label names, if it has a cell for each.

    A table of several groups of columns may be printed as a row for each, under one header. The
    label is the group's whole name, be it with the name of those over it or without: another name
    that holds it, such as 未经行政复议直接起诉, is another's.
    """
    if not item.table:
        return ()
    columns = words.grammar.rows[0].columns
    said = {piece.key.full for piece in lines[item.line].texts}
    part = tuple(
        number
        for number, column in enumerate(columns)
        if any(key("".join(column.groups[at:])).full in said for at in range(len(column.groups)))
    )
    groups = {columns[number].groups for number in part}
    return part if len(groups) == 1 and len(part) == len(item.cells) < len(columns) else ()


def _goes_on(
    item: FigureGroup, groups: Sequence[FigureGroup], lines: Sequence[Line], words: Lexicon
) -> bool:
    """Whether a row is that of another group of columns, right below those of others."""
    before = groups[-1]
    if not before.part or item.line != before.line + before.lines:
        return False
    part = set(_named_beside(item, lines, words))
    others = {number for group in groups for number in group.part}
    same_table = lines[item.line].block == lines[before.line].block
    return same_table and bool(part) and part.isdisjoint(others)


def _header_start(lines: Sequence[Line], start: int, item: FigureGroup, words: Lexicon) -> int:
    """Where the header over some figures begins: in their own table, if that has one."""
    block = lines[item.line].block
    own = next(at for at in range(start, item.line + 1) if lines[at].block == block)
    return own if len(header_labels(lines[own : item.line], words)) >= FEW else start


def _after_heading(lines: Sequence[Line], start: int, item: FigureGroup, words: Lexicon) -> int:
    """Where a header begins that may begin here: not before the section's own heading."""
    headings = (n for n in range(item.line - 1, start, -1) if has_heading(lines[n : n + 1], words))
    return next(headings, start)
