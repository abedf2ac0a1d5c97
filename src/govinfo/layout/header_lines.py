"""Which lines are a header's, and which header stands over which figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve
from rapidfuzz import fuzz

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon, column_keys, group_keys
from govinfo.grammar.sums import row_sums
from govinfo.grammar.values import Kind, unit_of
from govinfo.layout.groups import FigureGroup
from govinfo.layout.header import Header, columns_named, named_columns, read_header
from govinfo.layout.lines import Line
from govinfo.layout.stub import CODES

_UNIT = re.compile(r"[（(：:]\s*([^\W\d]{0,3}元)")
"""A unit of money as a column's label names it; what stands before it must open it."""
_REMARK = re.compile(r"[（(][^（()）]*[）)]")
"""What is said of the label before it, on a line of its own: （2023年办件量）."""
_SHORT = 8
"""Letters up to which a label that is not known may be a column's."""
_LEAST, _MOST = 4, 40
"""Letters of a label by which a header is another form's: fewer tell little, more are a text."""
_ONE = 14
"""Letters that one such label has at most: more are several in a line."""
_LIKE = 62
"""Likeness, of 100, at which a label may be a column's that was damaged."""
_TOLD_APART = frozenset("上未不")
"""Letters by which labels that are otherwise alike are told apart."""
_ASIDE = CODES | {"备注"}
"""Words of headers that are columns of their own."""
_BROKEN = 6
"""Lines over which a label may be broken."""
FEW = 3
"""Labels, or rows, from which some words that a table shares with others are taken for it."""


def under_captions(
    starts: Sequence[int],
    groups: Sequence[FigureGroup],
    lines: Sequence[Line],
    words: Lexicon,
) -> list[int]:
    """From which line the header over each group may begin: below the caption of its block.

    What stands over 第二十条第（六）项 belongs to the block before, wherever a page's text put it.
    """
    names = {key(row.block).full for row in words.grammar.rows if row.block}
    captions = [-1]
    for number, line in enumerate(lines):
        if any(piece.key.full in names for piece in line.texts):
            captions.append(number)
    over = [captions[bisect_left(captions, group.line) - 1] for group in groups]
    return [max(start, last + 1) for start, last in zip(starts, over, strict=True)]


def under_rivals(
    starts: Sequence[int],
    groups: Sequence[FigureGroup],
    lines: Sequence[Line],
    words: Lexicon,
    rival: Callable[[Key], bool],
) -> list[bool]:
    """Whether the header over each group names columns that are none of this edition's.

    Whoever fills in one edition's table may keep a header of the one before, or of a form of
    one's own: the figures under it are what it says, and no column of this edition's.
    """
    found: list[bool] = []
    under = False
    for group, start in zip(groups, starts, strict=True):
        heads = [piece.key for line in lines[start : group.line] for piece in line.texts]
        if any(map(words.is_column, heads)):
            under = False
        elif any(map(rival, heads)):
            under = True
        elif (labels := _behind_stub(heads, words)) is not None:
            under = words.width(group.row or 0) > 1 and _heads_others(labels, words)
        found.append(under)
    return found


def unsure_alone(
    headers: Sequence[Header],
    starts: Sequence[int],
    groups: Sequence[FigureGroup],
    lines: Sequence[Line],
    words: Lexicon,
) -> list[Header]:
    """The headers, those unsure that name the only column of a row by words of their own.

    There is no other column that its figure could be of, but it may count something else.
    """
    found: list[Header] = []
    for header, group, start in zip(headers, groups, starts, strict=True):
        over = [piece for line in lines[start : group.line] for piece in line.texts]
        heads = [piece.key for piece in over if not _REMARK.fullmatch(piece.text.strip())]
        alone = words.width(group.row or 0) == 1 and not any(map(words.is_column, heads))
        labels = _behind_stub(heads, words) if alone else None
        other = labels is not None and _heads_others(labels, words)
        found.append(evolve(header, unsure=True) if other else header)
    return found


def _behind_stub(heads: Sequence[Key], words: Lexicon) -> list[str] | None:
    """The labels of a header behind that of its stub; `None` where it has no such label.

    In a line of text that names no column they are one with it.
    """
    stub = key(words.grammar.layout.stub).full
    at = next((at for at, head in enumerate(heads) if stub and head.full.startswith(stub)), None)
    if at is None:
        return None
    behind = [head.full for head in heads[at + 1 :] if not words.knows(head)]
    return [rest, *behind] if (rest := heads[at].full.removeprefix(stub)) else behind


def _heads_others(labels: Sequence[str], words: Lexicon) -> bool:
    """Whether a header's labels, none of which is a column's, are others: most are like none.

    A label that was damaged, or is a piece of one, is still like a column's.
    """
    told = [label for label in labels if _LEAST <= len(label) <= _MOST and not unit_of(label)]
    alike = sum(_is_like_a_column(label, words) for label in told)
    return 0 < len(told) - alike >= alike


def _is_like_a_column(label: str, words: Lexicon) -> bool:
    """Whether a label may be a column's, or labels in one line may hold one of theirs."""
    like = fuzz.ratio if len(label) <= _ONE else fuzz.partial_ratio
    return any(
        label in column or column in label or like(label, column) >= _LIKE
        for column in words.columns
    )


def head_lines(
    lines: Sequence[Line], candidates: Sequence[Sequence[tuple[int, ...]]], words: Lexicon
) -> list[Line | None]:
    """The lines that may belong to a header; `None` for others."""
    heads = [
        line if _is_head(line, named, words) else None
        for named, line in zip(candidates, lines, strict=True)
    ]
    for at in _between(lines, heads, candidates, words):
        heads[at] = lines[at]
    return heads


def _between(
    lines: Sequence[Line],
    heads: Sequence[Line | None],
    candidates: Sequence[Sequence[tuple[int, ...]]],
    words: Lexicon,
) -> list[int]:
    """Lines of one text between two labels, or a label and a row: cells of other words."""
    found: list[int] = []
    open_run: list[int] | None = None
    for number, line in enumerate(lines):
        if heads[number] is not None:
            found += open_run or ()
            open_run = []
            continue
        if open_run is None or not line.pieces:
            continue
        label = any(candidates[number]) or any(words.is_group(piece.key) for piece in line.texts)
        if line.texts and len(line.pieces) == 1 and not label:
            open_run = [*open_run, number] if len(open_run) < FEW else None
        else:
            found += open_run if label else ()
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
    current: dict[tuple[int, tuple[int, ...]], Header] = {}
    seen: Sequence[Line | None] = ()
    for group, start in zip(groups, starts, strict=True):
        columns = words.grammar.rows[group.row or 0].columns
        fresh = heads[start : group.line]
        if group.table:
            # A table's header stands in the table; only one that has none takes another's.
            block = blocks[group.line]
            own = [line if line is not None and line.block == block else None for line in fresh]
            fresh = own if any(own) else fresh
        labels = fragments(filter(None, fresh), words)
        begins = bool(labels) if group.part else len(labels) >= min(2, len(columns))
        if begins or not words.rows:
            seen, current = fresh, {}
        part = columns_of(group, words)
        if (id(columns), group.part) not in current:
            current[id(columns), group.part] = _read(_nearest(seen, part), part, words)
        headers.append(current[id(columns), group.part])
    return headers


def _read(lines: Sequence[Line], columns: ColumnSet, words: Lexicon) -> Header:
    """What some lines say; unsure where they name other columns, too, and nothing tells where."""
    header = read_header(lines, columns)
    if header.places is not None and any(len(line.pieces) > 1 for line in lines):
        return header
    labels = _labels(lines, words)
    others = [at for at, name in enumerate(labels) if _names_other(name, words)]
    if not others:
        return header
    foreign = _foreign(labels, columns, words)
    return evolve(header, unsure=True) if foreign is None else evolve(header, foreign=foreign)


def _labels(lines: Sequence[Line], words: Lexicon) -> list[Key]:
    """The labels of lines that name columns, but the stub's: the first of all, whatever it says.

    A column of numbers may be the stub's, or one that no row has a cell for: 序号. Codes before the
    columns, of which a line of text tells which they are, are left out already.
    """
    naming = [line for line in lines if any(words.is_column(piece.key) for piece in line.texts)]
    if all(len(line.pieces) == 1 for line in naming):
        # A cell a line: so would another column's label have one.
        naming = [line for line in lines if len(line.pieces) == 1] if naming else []
    names = [name for line in naming for name in _names(line, words) if len(name.full) > 1]
    first = lines[0].pieces[:1] if lines else ()
    stub = first[0].key if first else None
    return [name for name in names if name is not stub or name.full in _ASIDE]


def _names_other(name: Key, words: Lexicon) -> bool:
    """Whether a label of a header is that of a column which the template does not have: 备注."""
    return name.full in _ASIDE or (len(name.full) <= _SHORT and not _is_known(name, words))


def _foreign(labels: Sequence[Key], columns: ColumnSet, words: Lexicon) -> tuple[int, ...] | None:
    """The columns at whose place another's label stands; `None` where others are not in theirs.

    None is foreign where each label is its column's, some of them damaged. Where sums bind a
    column, these tell whether its label is but another word for it: 公民.
    """
    over, last = labels[: -len(columns)], labels[-len(columns) :]
    like = [most_like(label, columns) for label in last]
    foreign = tuple(at for at, one in enumerate(like) if one is None)
    others = all(_names_other(last[at], words) for at in foreign)
    placed = all(one is None or one == at for at, one in enumerate(like))
    whole = len(last) == len(columns) > len(foreign) and not (foreign and row_sums(columns))
    alone = not any(_names_other(one, words) or _is_like(one, columns) for one in over)
    return foreign if whole and alone and others and placed else None


def _is_like(label: Key, columns: ColumnSet) -> bool:
    return most_like(label, columns) is not None or bool(columns_named(label, columns))


def most_like(label: Key, columns: ColumnSet) -> int | None:
    """The column whose label a damaged one is most like; `None` where it is like none, or two."""
    alike = [
        max(fuzz.ratio(name, form) for form in own for name in (label.full, label.bare))
        for own in column_keys(columns)
    ]
    best = max(alike)
    if best < _LIKE or alike.count(best) > 1:
        return None
    at = alike.index(best)
    # No damage makes 上年 of 本年: such a word names another column.
    own = set().union(*column_keys(columns)[at])
    return at if _TOLD_APART & set(label.full) == _TOLD_APART & own else None


def _names(line: Line, words: Lexicon) -> Iterator[Key]:
    begun = len(line.texts) == 1
    for piece in line.texts:
        begun = begun or words.is_column(piece.key)
        bracketed = _REMARK.fullmatch(piece.text.strip()) and piece.key.full not in _ASIDE
        remark = unit_of(piece.text) or bracketed
        if not remark and (begun or piece.key.full not in CODES):
            yield piece.key


def _is_known(name: Key, words: Lexicon) -> bool:
    """Whether a text is one of the header's labels, or a piece of one."""
    if words.is_head(name) or words.is_fragment(name):
        return True
    return any(name.full in head for head in words.heads)


def _nearest(heads: Sequence[Line | None], columns: ColumnSet) -> list[Line]:
    """The last of the lines that name every column between them, and those right before.

    What stands further up in a text is no header's, though it be a column's word: 其他 in a list
    of subjects. A table's header is bounded by the table; and labels that several columns have
    do not say how many of them were passed.
    """
    lines = [line for line in heads if line is not None]
    if any(line.table for line in lines) or len(set(column_keys(columns))) < len(columns):
        return lines
    found: list[Line] = []
    lacking = set(range(len(columns)))
    for line in reversed(heads):
        names = named_columns(line, columns) if line is not None else []
        if not lacking and (line is None or names):
            break
        if line is not None:
            found.append(line)
            lacking.difference_update(names)
    return found[::-1]


def with_unit(header: Header, columns: ColumnSet, over: Sequence[Line]) -> Header:
    """The header with the unit of its one column of money, where that label is broken over lines.

    Args:
        header: The header.
        columns: The columns under it.
        over: The lines between the figures before and those under the header.
    """
    money = [number for number, column in enumerate(columns) if column.kind is Kind.MONEY]
    if len(money) != 1 or header.units[money[0]] is not None or not over:
        return header
    text = "".join(piece.text for line in over[-_BROKEN:] for piece in line.pieces)
    unit = unit_of("（".join(_UNIT.findall(text)))
    units = tuple(unit if number in money else one for number, one in enumerate(header.units))
    return evolve(header, units=units)


def fragments(lines: Iterable[Line], words: Lexicon) -> set[str]:
    """The different pieces of column labels in some lines."""
    return {
        piece.key.bare for line in lines for piece in line.texts if words.is_fragment(piece.key)
    }


def columns_of(group: FigureGroup, words: Lexicon) -> ColumnSet:
    """The columns of a row's figures: of its part, where the header over them names no more."""
    columns = words.grammar.rows[group.row or 0].columns
    return _part_of(columns, group.part) if group.part else columns


@lru_cache(maxsize=256)
def _part_of(columns: ColumnSet, part: tuple[int, ...]) -> ColumnSet:
    """Some of the columns, their sums counted anew; none is of what is not all there."""
    return tuple(evolve(columns[n], addends=_within(part, columns[n].addends)) for n in part)


def _within(part: tuple[int, ...], addends: tuple[int, ...]) -> tuple[int, ...]:
    whole = set(addends) <= set(part)
    return tuple(part.index(addend) for addend in addends) if whole else ()


def header_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different labels of columns, and of groups over them, in some lines."""
    groups = group_keys(words.grammar.rows[0].columns)
    over = {piece.key.bare for line in lines for piece in line.pieces if piece.key.bare in groups}
    return over | column_labels(lines, words)


def column_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different column labels in some lines."""
    return {piece.key.bare for line in lines for piece in line.texts if words.is_column(piece.key)}
