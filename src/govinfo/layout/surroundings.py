"""What stands around figures: the header, the heading and the caption over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve
from rapidfuzz import fuzz

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import LIKE, Lexicon, group_keys
from govinfo.layout.header import Header, read_header
from govinfo.layout.items import Figures, Mark, glued_rows
from govinfo.layout.lines import Line

MOST_LINES = 400
"""Lines after the last label that may still belong to a table."""
LONG = 10
"""Digits from which a number is no figure, but several that ran together."""
NEAR = 20
"""Lines up to which figures still stand amid the rows around them."""
_CAPTION = 40
"""Lines over which a table's header is looked for, and characters that a caption has at most."""
_REACH = 80
"""Lines over which a table's caption is looked for."""
_SENTENCE = re.compile(r"[，。；,;]|相比|同比|比上年")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
FEW = 3
"""Labels, or rows, from which some words that a table shares with others are taken for it."""


def region(lines: Sequence[Line], words: Lexicon, bounds: Sequence[int]) -> range:
    """The lines from the header over the first row of the grammar to a little after the last."""
    rows, columns = [], []
    for number, line in enumerate(lines):
        for piece in line.texts:
            kinds = words.kinds(piece.key)
            if kinds.rows or glued_rows(piece, words):
                rows.append(number)
            elif kinds.column:
                columns.append(number)
    if not words.rows:
        columns += [n for n in range(len(lines)) if has_heading(lines[n : n + 1], words)]
        columns.sort()
    hits = rows or columns
    if not hits:
        return range(0)
    start = min([n for n in columns if hits[0] - _CAPTION < n < hits[0]], default=hits[0])
    end = next((bound for bound in bounds if bound > hits[-1]), hits[-1] + MOST_LINES)
    return range(max(0, start - NEAR), min(end, hits[-1] + MOST_LINES, len(lines)))


def foreign_blocks(lines: Sequence[Line], words: Lexicon) -> dict[int, str]:
    """Tables with columns that no template has, by block."""
    foreign: dict[int, str] = {}
    for line in lines:
        why = line.foreign
        if why is None or line.block in foreign:
            continue
        # Beside a row's label, that of its group before it or not, 2021 and 2023 are figures.
        if not any(words.row(piece.key) for piece in line.texts):
            foreign[line.block] = why
    if not foreign:
        return {}
    # A word that is also a column's, such as 总计, stands in other tables' headers too.
    labelled = {
        line.block
        for line in lines
        for piece in line.texts
        if words.row(piece.key) and not words.is_column(piece.key)
    }
    return {block: why for block, why in foreign.items() if block in labelled}


def head_lines(
    lines: Sequence[Line], candidates: Sequence[Sequence[tuple[int, ...]]], words: Lexicon
) -> list[Line | None]:
    """The lines that may belong to a header; `None` for others."""
    heads = [
        line if _is_head(line, named, words) else None
        for named, line in zip(candidates, lines, strict=True)
    ]
    for at in _between(lines, heads, candidates):
        heads[at] = lines[at]
    return heads


def _between(
    lines: Sequence[Line],
    heads: Sequence[Line | None],
    candidates: Sequence[Sequence[tuple[int, ...]]],
) -> list[int]:
    """Lines of one text between two labels: cells of other words, that have a column too."""
    found: list[int] = []
    open_run: list[int] | None = None
    for number, line in enumerate(lines):
        if heads[number] is not None:
            found += open_run or ()
            open_run = []
        elif open_run is None or not line.pieces:
            continue
        elif line.texts and len(line.pieces) == 1 and not any(candidates[number]):
            open_run = [*open_run, number] if len(open_run) < FEW else None
        else:
            open_run = None
    return found


def _is_head(line: Line, candidates: Sequence[tuple[int, ...]], words: Lexicon) -> bool:
    """Whether a line holds labels of columns, or several pieces of such labels side by side."""
    texts = line.texts
    heads = [piece for piece in texts if words.is_head(piece.key)]
    if heads and any(
        not rows and words.is_head(piece.key)
        for rows, piece in zip(candidates, line.pieces, strict=True)
    ):
        return True
    return len(texts) > 1 and all(words.is_fragment(piece.key) for piece in texts)


def headers_of(
    groups: Sequence[Figures],
    starts: Sequence[int],
    heads: Sequence[Line | None],
    blocks: Sequence[int],
    words: Lexicon,
) -> list[Header]:
    """The header over each group: the labels since the figures before, or the last ones.

    Args:
        groups: The groups of figures.
        blocks: The block of each line.
        starts: From which line the header over each may begin.
        heads: The lines that may belong to a header; `None` for others.
        words: The grammar's labels.
    """
    headers: list[Header] = []
    current: dict[int, Header] = {}
    seen: list[Line] = []
    for group, start in zip(groups, starts, strict=True):
        columns = words.grammar.rows[group.row or 0].columns
        fresh = [line for line in heads[start : group.line] if line is not None]
        if group.table:
            # A table's header stands in the table; only one that has none takes another's.
            own = [line for line in fresh if line.block == blocks[group.line]]
            fresh = own or fresh
        labels = fragments(fresh, words) if fresh else ()
        if len(labels) >= min(2, len(columns)):
            seen, current = fresh, {}
        if group.part:
            headers.append(read_header(fresh, part_of(columns, group.part)))
            continue
        if id(columns) not in current:
            current[id(columns)] = read_header(seen, columns)
        headers.append(current[id(columns)])
    return headers


def fragments(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different pieces of column labels in some lines."""
    return {
        piece.key.bare for line in lines for piece in line.texts if words.is_fragment(piece.key)
    }


def only_row(
    items: Sequence[Figures | Mark], lines: Sequence[Line], words: Lexicon
) -> tuple[list[Figures], list[int]]:
    """The figures of a table without row labels, and where the header over each begins."""
    groups: list[Figures] = []
    starts: list[int] = []
    start = 0
    for at, item in enumerate(items):
        if not isinstance(item, Figures):
            continue
        if not any(cell.text for cell in item.cells) and (
            item.lines == len(item.cells) < item.width or _is_spacer(item, items[at + 1 :], lines)
        ):
            # Blank cells of the header, one a line, are no figures that end it; nor are those of
            # a line that only stands between it and the figures.
            continue
        since = _after_heading(lines, start, item, words)
        start = _after_heading(lines, _header_start(lines, start, item, words), item, words)
        over = lines[start : item.line]
        many = 2 * len(item.printed) >= item.width or _run_together(item)
        whole = len(item.printed) == item.width or many
        under_heading = whole and has_heading(over, words)
        if under_heading or len(header_labels(over, words)) >= FEW:
            named_in = lines[since : item.line]
            item.row, item.part = 0, _named_part(named_in, len(item.printed), words)
            groups.append(item)
            starts.append(start)
        elif groups and _rivals(item, groups[-1], lines):
            groups[-1].rival = True
        start = item.line + item.lines
    return groups, starts


def _is_spacer(item: Figures, after: Sequence[Figures | Mark], lines: Sequence[Line]) -> bool:
    """Whether a blank row stands right before another of the same table that is none."""
    following = after[0] if after else None
    return (
        isinstance(following, Figures)
        and lines[following.line].block == lines[item.line].block
        and following.line == item.line + item.lines
        and len(following.cells) == len(item.cells)
        and any(cell.text for cell in following.cells)
    )


def _run_together(item: Figures) -> bool:
    """Whether a cell has so many digits that it can be no figure of its own."""
    return any(len(cell.text) >= LONG for cell in item.printed)


def _rivals(item: Figures, first: Figures, lines: Sequence[Line]) -> bool:
    """Whether a row of figures stands in the table of another, and has as many."""
    same = lines[item.line].block == lines[first.line].block
    return same and item.table and len(item.printed) == len(first.printed)


def _named_part(over: Sequence[Line], figures: int, words: Lexicon) -> tuple[int, ...]:
    """The columns under the groups that are named over figures, where only some of them are.

    A table of several groups of columns may be printed as a table for each, under its name.
    """
    columns = words.grammar.rows[0].columns
    groups = [key(column.groups[-1]).bare if column.groups else "" for column in columns]
    texts = [
        piece.key.full for line in over if not has_heading([line], words) for piece in line.texts
    ]
    named = {group for group in groups if any(group in text for text in texts)}
    outer = {key(column.groups[0]).bare for column in columns if column.groups}
    if not named:
        named = {group for group in outer if group in texts}
        groups = [key(column.groups[0]).bare if column.groups else "" for column in columns]
    part = tuple(number for number, group in enumerate(groups) if group in named)
    return part if figures <= len(part) < len(columns) else ()


@lru_cache(maxsize=256)
def part_of(columns: ColumnSet, part: tuple[int, ...]) -> ColumnSet:
    """Some of the columns, their sums counted anew."""
    return tuple(
        evolve(columns[n], addends=tuple(part.index(addend) for addend in columns[n].addends))
        for n in part
    )


def _header_start(lines: Sequence[Line], start: int, item: Figures, words: Lexicon) -> int:
    """Where the header over some figures begins: in their own table, if that has one."""
    block = lines[item.line].block
    own = next(at for at in range(start, item.line + 1) if lines[at].block == block)
    return own if len(header_labels(lines[own : item.line], words)) >= FEW else start


def _after_heading(lines: Sequence[Line], start: int, item: Figures, words: Lexicon) -> int:
    """Where a header begins that may begin here: not before the section's own heading."""
    headings = (n for n in range(item.line - 1, start, -1) if has_heading(lines[n : n + 1], words))
    return next(headings, start)


def has_heading(lines: Sequence[Line], words: Lexicon) -> bool:
    """Whether the section's own heading stands in some lines."""
    for line in lines:
        if not line.table and line.pieces:
            printed = line.pieces[0].key.full
            if printed and _alike(words.heading, printed):
                return True
    return False


@lru_cache(maxsize=4096)
def _alike(heading: str, printed: str) -> bool:
    return fuzz.ratio(heading, printed) >= LIKE


def header_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different labels of columns, and of groups over them, in some lines."""
    groups = group_keys(words.grammar.rows[0].columns)
    over = {piece.key.bare for line in lines for piece in line.pieces if piece.key.bare in groups}
    return over | column_labels(lines, words)


def column_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different column labels in some lines."""
    return {piece.key.bare for line in lines for piece in line.texts if words.is_column(piece.key)}


def caption_year(lines: Sequence[Line], first: int, words: Lexicon) -> int | None:
    """The year in the caption over some figures.

    A caption is a short line that is no sentence. Prose, other figures and the section's own
    heading end its reach.
    """
    for line in reversed(lines[max(0, first - _REACH) : first]):
        if line.table:
            # One caption may stand over several tables, as in an annex.
            continue
        figures = len(line.pieces) > 1 and any(piece.number for piece in line.pieces)
        if figures or not line.pieces:
            return None
        for piece in line.texts:
            caption = len(piece.text) <= _CAPTION and _SENTENCE.search(piece.text) is None
            year = _YEAR.search(piece.text) if caption else None
            if year is not None:
                return int(year[1])
        if has_heading([line], words):
            return None
    return None
