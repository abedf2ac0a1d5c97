"""Which lines are a header's, and which header stands over which figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.lexicon import Lexicon, group_keys
from govinfo.layout.groups import FigureGroup
from govinfo.layout.header import Header, read_header
from govinfo.layout.lines import Line

FEW = 3
"""Labels, or rows, from which some words that a table shares with others are taken for it."""


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
    groups: Sequence[FigureGroup],
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


@lru_cache(maxsize=256)
def part_of(columns: ColumnSet, part: tuple[int, ...]) -> ColumnSet:
    """Some of the columns, their sums counted anew."""
    return tuple(
        evolve(columns[n], addends=tuple(part.index(addend) for addend in columns[n].addends))
        for n in part
    )


def header_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different labels of columns, and of groups over them, in some lines."""
    groups = group_keys(words.grammar.rows[0].columns)
    over = {piece.key.bare for line in lines for piece in line.pieces if piece.key.bare in groups}
    return over | column_labels(lines, words)


def column_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different column labels in some lines."""
    return {piece.key.bare for line in lines for piece in line.texts if words.is_column(piece.key)}
