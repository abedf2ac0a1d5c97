"""The order and the place of a table's columns, from its header."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import column_keys, group_keys, groups_over
from govinfo.grammar.values import Kind, unit_of
from govinfo.layout.lines import Line, Piece

Order = tuple[int, ...]
"""Column numbers of the template in the order in which the document prints them."""
Span = tuple[int, int]
"""First column of the grid, and the one after the last."""


@frozen(slots=True)
class Header:
    """What a header says.

    Attributes:
        order: The columns' printed order; `None` where it contradicts itself.
        places: Where each template column stands in the grid; `None` where the document has no
            grid or the header does not say.
        units: The unit of money printed in each column's label.
        unsure: Whether the labels, on lines of their own, allow more than one order; the
            template's is assumed.
        others: Columns of the grid that it names otherwise: a stub, 序号, 备注.
        left: Where the first label of a column stands in the grid; `None` where there is none. It
            is known also where another label is lost.
        repeated: The columns whose label a text prints twice in a row, as tools print a merged
            cell once for each column that it covers.
        foreign: The columns at whose place stands a label that is none of the template's.
    """

    order: Order | None
    places: tuple[Span, ...] | None
    units: tuple[str | None, ...]
    unsure: bool = False
    others: tuple[Span, ...] = ()
    left: int | None = None
    repeated: frozenset[int] = frozenset()
    foreign: tuple[int, ...] = ()


def read_header(lines: Sequence[Line], columns: ColumnSet) -> Header:
    """Read the header lines over some columns."""
    units = _units(lines, columns)
    grid = _one_grid(lines, columns)
    places = _places(lines, columns) if grid else None
    left = _left(lines, columns) if grid else None
    if places is not None:
        order = tuple(sorted(range(len(places)), key=lambda number: places[number]))
        others = _others(lines, columns, places)
        return Header(order, places, units, others=others, left=left)
    found, unsure = _by_sequence(lines, columns)
    return Header(found, None, units, unsure, left=left, repeated=_repeated(lines, columns))


def _repeated(lines: Sequence[Line], columns: ColumnSet) -> frozenset[int]:
    """The columns whose label, which no other has, stands twice in a row."""
    pieces = [piece for line in lines for piece in line.texts if piece.key.full]
    twice = (left.key for left, right in pairwise(pieces) if left.key.full == right.key.full)
    named = (columns_named(printed, columns) for printed in twice)
    return frozenset([found[0] for found in named if len(found) == 1])


def _units(lines: Sequence[Line], columns: ColumnSet) -> tuple[str | None, ...]:
    """The unit that the label of each column prints, be it one with those beside it."""
    units: list[str | None] = [None] * len(columns)
    for line in lines:
        for piece in line.texts:
            for number in columns_named(piece.key, columns):
                units[number] = unit_of(piece.text) or units[number]
    for number, column in enumerate(columns):
        if column.kind is Kind.MONEY and units[number] is None:
            label = key(column.label).bare
            texts = (p.text for line in lines for p in line.texts if label and label in p.key.full)
            units[number] = next(filter(None, map(unit_of, texts)), None)
    return tuple(units)


def _one_grid(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether all lines that name columns are rows of one table: elsewhere places are no grid's."""
    naming = [line for line in lines if named_columns(line, columns)]
    return all(line.table for line in naming) and len({line.block for line in naming}) <= 1


def _left(lines: Sequence[Line], columns: ColumnSet) -> int | None:
    """Where the first label stands that is not the stub's: be it damaged, or another's."""
    naming = [line for line in lines if named_columns(line, columns)]
    labels = [
        piece
        for line in naming
        for at, piece in enumerate(line.pieces)
        if piece.text and (at or columns_named(piece.key, columns))
    ]
    return min((piece.column for piece in labels), default=None)


def columns_named(printed: Key, columns: ColumnSet) -> tuple[int, ...]:
    """The columns that a label may name."""
    return _columns_named(printed.full, printed.bare, columns) if printed.full else ()


@lru_cache(maxsize=4096)
def _columns_named(full: str, bare: str, columns: ColumnSet) -> tuple[int, ...]:
    forms = column_keys(columns)
    return tuple(n for n, form in enumerate(forms) if full in form or bare in form)


def _places(lines: Sequence[Line], columns: ColumnSet) -> tuple[Span, ...] | None:
    """Each column's place in the grid, by its own label and those of its groups over it."""
    extents = _extents(lines)
    over = groups_over(columns)
    spans: list[set[Span]] = [set() for _ in columns]
    for line in lines:
        for piece in line.texts:
            own = (piece.column, piece.column + piece.colspan)
            named = columns_named(piece.key, columns)
            for number in named:
                # A group's label may be lost, but where it stands it must not contradict.
                if all(
                    _stands_under(own, extents[group]) if group in extents else len(named) == 1
                    for group in over[number]
                ):
                    spans[number].add(own)
    places = [_one_span(found) for found in spans]
    known = [span for span in places if span is not None]
    apart = sorted(known)
    if len(known) < len(columns) or any(left[1] > right[0] for left, right in pairwise(apart)):
        return None
    return tuple(known)


def _others(lines: Sequence[Line], columns: ColumnSet, places: Sequence[Span]) -> tuple[Span, ...]:
    """The columns that a label names which is none of the template's: 备注, 序号, a stub."""
    spans = {
        (piece.column, piece.column + piece.colspan)
        for line in lines
        for piece in line.texts
        if piece.key.full and not columns_named(piece.key, columns)
    }
    apart = (s for s in spans if all(s[1] <= left or right <= s[0] for left, right in places))
    return tuple(sorted(apart))


def _extents(lines: Sequence[Line]) -> dict[str, list[Span]]:
    """Each label with the columns it stands over: its own, and blank ones right of it.

    Formats without merged cells print a group's label once and leave blank what it covers.
    """
    extents: dict[str, list[Span]] = {}
    for line in lines:
        for at, piece in enumerate(line.pieces):
            if piece.key.full:
                end = piece.column + piece.colspan
                for other in line.pieces[at + 1 :]:
                    if not other.blank or other.text:
                        break
                    end = other.column + other.colspan
                extents.setdefault(piece.key.bare, []).append((piece.column, end))
    return extents


def _stands_under(own: Span, extents: Sequence[Span]) -> bool:
    return any(left <= own[0] and own[1] <= right for left, right in extents)


def _one_span(spans: set[Span]) -> Span | None:
    """The span that some spans make up: a merged cell may be printed once for each column."""
    ordered = sorted(spans)
    if not ordered or any(left[1] != right[0] for left, right in pairwise(ordered)):
        return None
    return ordered[0][0], ordered[-1][1]


def _by_sequence(lines: Sequence[Line], columns: ColumnSet) -> tuple[Order | None, bool]:
    """The order from labels in reading order; and whether another would be possible."""
    usual = tuple(range(len(columns)))
    if len(set(column_keys(columns))) < len(columns):
        return _grouped_order(lines, columns)
    labels = list(dict.fromkeys(n for line in lines for n in named_columns(line, columns)))
    if _scattered(lines, columns):
        return usual, True
    if len(labels) < len(columns):
        agrees = _level_order(labels, columns) and not _contradicts(lines, columns)
        agrees = agrees and not _displaced(lines, columns)
        return (usual if agrees else None), _doubled(lines, columns)
    printed = _expanded(lines, columns)
    if printed == usual or printed is None:
        return printed, False
    if _level_order(labels, columns) and _by_height(lines, columns):
        return usual, True
    torn = _torn(lines, columns) or _in_and_out(lines, columns)
    return (None if torn else printed), False


def _scattered(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether labels on lines of their own stand neither row by row nor column by column.

    A page's cells sorted by where their text ends: a label over two lines comes before one over
    three, and 总计, centred over two rows, among the columns of the group beside it. A row of a
    header has a group's columns together, whatever their order; so has a group column by column.
    """
    named = [named_columns(line, columns) for line in lines]
    alone = all(len(found) < 2 for found in named) and not any(line.table for line in lines)
    sequence = list(dict.fromkeys(found[0] for found in named if found))
    printed = {piece.key.bare for line in lines for piece in line.texts}
    for group in printed.intersection(group_keys(columns)) if alone else ():
        within = [_in_group(columns, number, group) for number in sequence]
        inside = [at for at, one in enumerate(within) if one]
        if inside and inside[-1] - inside[0] >= len(inside):
            return True
    return False


def _in_and_out(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether some labels stand in a table and others in the text: these may have left it."""
    return len({line.table for line in lines if named_columns(line, columns)}) > 1


def _torn(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether labels of one level stand on several lines, several in one of them.

    A line that was broken, or a label that was set higher, is then as likely as another order.
    """
    levels: dict[int, list[int]] = {}
    for line in lines:
        counts: dict[int, int] = {}
        for number in named_columns(line, columns):
            depth = len(columns[number].groups)
            counts[depth] = counts.get(depth, 0) + 1
        for depth, count in counts.items():
            levels.setdefault(depth, []).append(count)
    return any(len(counts) > 1 and max(counts) > 1 for counts in levels.values())


def _doubled(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether a line names a column twice, perhaps instead of one that it does not name."""
    ranked = [named_columns(line, columns) for line in lines]
    return any(len(set(found)) < len(found) for found in ranked)


def named_columns(line: Line, columns: ColumnSet) -> list[int]:
    """The columns that a line's labels may name, in reading order."""
    return [number for piece in line.texts for number in columns_named(piece.key, columns)]


def _level_order(labels: Sequence[int], columns: ColumnSet) -> bool:
    """Whether the labels of each level stand in the template's order."""
    for depth in {len(column.groups) for column in columns}:
        level = [number for number in labels if len(columns[number].groups) == depth]
        if level != sorted(level):
            return False
    return True


def _by_height(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether labels on several lines may only differ in height.

    A text drawn from a page reads so: a cell over two rows is drawn at its middle, below the label
    of the group beside it. That one stands first then, and no line holds both; where no group's
    is left, nothing tells that.
    """
    named = [len(named_columns(line, columns)) for line in lines]
    groups = group_keys(columns)
    over = [any(piece.key.bare in groups for piece in line.texts) for line in lines]
    if not any(over):
        return sum(map(bool, named)) > 1
    first = next(at for at, number in enumerate(named) if number)
    apart = not any(number and group for number, group in zip(named, over, strict=True))
    return over.index(True) <= first and apart


def _contradicts(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether pieces of broken labels, side by side, stand in another order than the template's."""
    for line in lines:
        ranks = [rank for piece in line.pieces if (rank := _rank(piece, columns)) is not None]
        if ranks != sorted(ranks):
            return True
    return False


def _displaced(lines: Sequence[Line], columns: ColumnSet) -> bool:
    """Whether a label stands at another's place where there is a label for each column.

    So a label of other words tells its place: the one that its neighbours leave.
    """
    groups = group_keys(columns)
    cycle = len(set(column_keys(columns)))
    kept = [[p for p in line.pieces if p.key.full and p.key.bare not in groups] for line in lines]
    if all(len(pieces) < 2 for pieces in kept):
        return cycle == len(columns) and _displaced_alone(
            [columns_named(piece.key, columns) for pieces in kept for piece in pieces], columns
        )
    for pieces in kept:
        named = [columns_named(piece.key, columns) for piece in pieces]
        depths = {len(columns[n].groups) for found in named for n in found}
        level = [n for n, column in enumerate(columns) if len(column.groups) in depths]
        if cycle < len(columns):
            level = level[: len(pieces) // cycle * cycle]
        if len(pieces) != len(level):
            continue
        for at, found in enumerate(named):
            if found and level[at] % cycle not in {n % cycle for n in found}:
                return True
    return False


def _displaced_alone(named: Sequence[Sequence[int]], columns: ColumnSet) -> bool:
    """The same of labels on lines of their own: row by row of the header, or as they stand."""
    usual = range(len(columns))
    by_level = sorted(usual, key=lambda number: len(columns[number].groups))
    whole = named[-len(columns) :]
    if len(whole) < len(columns) or 0 not in whole[0]:
        return False
    return not any(
        all(not found or number in found for number, found in zip(order, whole, strict=True))
        for order in (usual, by_level)
    )


def _rank(piece: Piece, columns: ColumnSet) -> int | None:
    """The first column that a label, a group's label, or a piece of a label stands over."""
    name = piece.key.bare
    if len(name) < 2:
        return None
    for number, column in enumerate(columns):
        if any(key(group).bare == name for group in column.groups):
            return number
    forms = column_keys(columns)
    holding = [n for n, form in enumerate(forms) if any(name in known for known in form)]
    return holding[0] if len(holding) == 1 else None


def _expanded(lines: Sequence[Line], columns: ColumnSet) -> Order | None:
    """The printed order of a complete header, each group replaced by its columns.

    A header of several levels reads level by level: a group's label stands where its columns
    will stand, the columns' own labels follow on the next level.
    """
    groups = group_keys(columns)
    sequence: list[int | str] = []
    for line in lines:
        for piece in line.pieces:
            named = columns_named(piece.key, columns)
            entry = named[0] if named else piece.key.bare
            if entry not in sequence and (named or entry in groups):
                sequence.append(entry)
    order: list[int] = []
    for entry in sequence:
        if isinstance(entry, str):
            order += [n for n in sequence if isinstance(n, int) and _in_group(columns, n, entry)]
        elif not any(key(group).bare in sequence for group in columns[entry].groups):
            order.append(entry)
    return tuple(order) if sorted(order) == list(range(len(columns))) else None


def _in_group(columns: ColumnSet, number: int, group: str) -> bool:
    return any(key(label).bare == group for label in columns[number].groups)


def _grouped_order(lines: Sequence[Line], columns: ColumnSet) -> tuple[Order | None, bool]:
    """The order where several groups have columns of the same labels; and whether it is unsure.

    The groups may stand in any order; within each the labels must run in the same cycle.
    """
    usual = tuple(range(len(columns)))
    names = [piece.key.bare for line in lines for piece in line.pieces if piece.key.full]
    labels = [
        n for line in lines for piece in line.pieces for n in columns_named(piece.key, columns)[:1]
    ]
    heads = list(dict.fromkeys(key(column.groups[-1]).bare for column in columns))
    size = len(columns) // len(heads)
    cycle = labels[:size]
    whole = bool(labels) and len(labels) % size == 0 and len(set(cycle)) == size
    if whole and any(labels[at : at + size] != cycle for at in range(0, len(labels), size)):
        return None, False
    outer = _printed([key(column.groups[0]).bare for column in columns], names)
    inner = _printed(heads, names)
    if outer is None or inner is None:
        return None, False
    by_height = inner != heads and _drawn_up(lines, inner)
    if by_height:
        inner = heads
    pairs = [(group, head) for group in outer for head in inner]
    drawn_up = _drawn_up(lines, outer)
    if drawn_up:
        pairs = [(group, head) for head in inner for group in outer]
    unsure = by_height or (
        drawn_up
        and not any(sum(piece.key.bare in heads for piece in line.texts) > 1 for line in lines)
    )
    order = [
        start + offset
        for group, head in pairs
        for start in [_first_under(columns, group, head)]
        if start is not None
        for offset in (cycle if whole else range(size))
    ]
    falls = sum(left >= right for left, right in pairwise(labels))
    if not whole and (falls >= len(heads) or _displaced(lines, columns)):
        return None, False
    return (tuple(order) if sorted(order) == list(usual) else None), unsure


def _drawn_up(lines: Sequence[Line], groups: Sequence[str]) -> bool:
    """Whether groups' labels only differ in height: in a text of rows, never in one row."""
    named = [sum(piece.key.bare in groups for piece in line.texts) for line in lines]
    rows = any(len(line.texts) > 1 for line in lines)
    return rows and max(named, default=0) == 1 and not any(line.table for line in lines)


def _printed(labels: Sequence[str], names: Sequence[str]) -> list[str] | None:
    """Labels in the order in which they are printed; the usual one where none is.

    `None` where only some are printed, and those in another order than the usual.
    """
    usual = list(dict.fromkeys(labels))
    found = list(dict.fromkeys(name for name in names if name in usual))
    if sorted(found, key=usual.index) == found:
        return usual
    return found if len(found) == len(usual) else None


def _first_under(columns: ColumnSet, outer: str, head: str) -> int | None:
    return next(
        (
            number
            for number, column in enumerate(columns)
            if key(column.groups[0]).bare == outer and key(column.groups[-1]).bare == head
        ),
        None,
    )
