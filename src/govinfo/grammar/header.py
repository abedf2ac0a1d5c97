"""The order and the place of a table's columns, from its header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import column_keys
from govinfo.grammar.lines import Line, Piece
from govinfo.grammar.values import unit_of

Order = tuple[int, ...]
"""Column numbers of the template in the order in which the document prints them."""


@frozen(slots=True)
class Header:
    """What a header says.

    Attributes:
        order: The columns' printed order; `None` where it contradicts itself.
        places: First and last-but-one grid column of each template column; `None` where the
            document has no grid or the header does not say.
        units: The unit of money printed in each column's label.
        found: How many of the columns' labels were found.
        usual: Whether the order is the template's, and every label was found.
    """

    order: Order | None
    places: tuple[tuple[int, int], ...] | None
    units: tuple[str | None, ...]
    found: int
    usual: bool


def read_header(lines: Sequence[Line], columns: ColumnSet) -> Header:
    """Read the header lines over some columns."""
    keys = column_keys(columns)
    units: list[str | None] = [None] * len(columns)
    seen: set[int] = set()
    for line in lines:
        for piece in line.pieces:
            for number, forms in enumerate(keys):
                if piece.key.full in forms or piece.key.bare in forms:
                    seen.add(number)
                    units[number] = unit_of(piece.text) or units[number]
    places = _places(lines, columns)
    order = _by_place(places) if places is not None else _by_sequence(lines, columns)
    usual = order == tuple(range(len(columns))) and len(seen) == len(columns)
    return Header(order, places, tuple(units), len(seen), usual)


def _by_place(places: tuple[tuple[int, int], ...]) -> Order:
    return tuple(sorted(range(len(places)), key=lambda number: places[number]))


def _places(lines: Sequence[Line], columns: ColumnSet) -> tuple[tuple[int, int], ...] | None:
    pieces = [piece for line in lines for piece in line.pieces]
    places: list[tuple[int, int]] = []
    for column, forms in zip(columns, column_keys(columns), strict=True):
        spans = {
            (piece.column, piece.column + piece.colspan)
            for piece in pieces
            if (piece.key.full in forms or piece.key.bare in forms)
            and all(_stands_under(piece, group, pieces) for group in column.groups)
        }
        if len(spans) != 1:
            return None
        places += spans
    apart = sorted(places)
    if any(left[1] > right[0] for left, right in pairwise(apart)):
        return None
    return tuple(places)


def _stands_under(piece: Piece, group: str, pieces: Iterable[Piece]) -> bool:
    bare = key(group).bare
    return any(
        over.key.bare == bare
        and over.column <= piece.column
        and piece.column + piece.colspan <= over.column + over.colspan
        for over in pieces
    )


def _by_sequence(lines: Sequence[Line], columns: ColumnSet) -> Order | None:
    """The order from labels in reading order.

    A header of several levels reads level by level: a group's label stands where its columns
    will stand, the columns' own labels follow on the next level.
    """
    usual = tuple(range(len(columns)))
    tokens = [piece.key for line in lines for piece in line.pieces if piece.key.full]
    forms = column_keys(columns)
    labels = [number for token in tokens for number in _matching(token.full, token.bare, forms)[:1]]
    if len(set(forms)) < len(forms):
        return _grouped_order([token.bare for token in tokens], labels, columns)
    if len(labels) != len(set(labels)):
        labels = list(dict.fromkeys(labels))
    if _level_order(labels, columns):
        return usual
    return _expanded(lines, columns) if len(labels) == len(columns) else None


def _matching(full: str, bare: str, forms: tuple[frozenset[str], ...]) -> list[int]:
    return [number for number, form in enumerate(forms) if full in form or bare in form]


def _level_order(labels: Sequence[int], columns: ColumnSet) -> bool:
    """Whether the labels of each level stand in the template's order."""
    for depth in {len(column.groups) for column in columns}:
        level = [number for number in labels if len(columns[number].groups) == depth]
        if level != sorted(level):
            return False
    return True


def _expanded(lines: Sequence[Line], columns: ColumnSet) -> Order | None:
    """The printed order of a complete header, its groups replaced by their columns."""
    forms = column_keys(columns)
    groups = {key(group).bare for column in columns for group in column.groups}
    sequence: list[int | str] = []
    for line in lines:
        for piece in line.pieces:
            numbers = _matching(piece.key.full, piece.key.bare, forms)
            if numbers and numbers[0] not in sequence:
                sequence.append(numbers[0])
            elif piece.key.bare in groups and piece.key.bare not in sequence:
                sequence.append(piece.key.bare)
    order: list[int] = []
    for entry in sequence:
        if isinstance(entry, str):
            order += [
                number
                for number in sequence
                if isinstance(number, int)
                and any(key(group).bare == entry for group in columns[number].groups)
                and number not in order
            ]
        elif entry not in order and not _awaits_group(entry, sequence, columns):
            order.append(entry)
    return tuple(order) if len(order) == len(columns) else None


def _awaits_group(number: int, sequence: Sequence[int | str], columns: ColumnSet) -> bool:
    return any(key(group).bare in sequence for group in columns[number].groups)


def _grouped_order(
    tokens: Sequence[str], labels: Sequence[int], columns: ColumnSet
) -> Order | None:
    """The order where several groups have columns of the same labels.

    The groups may stand in any order; within each the labels must run in the same cycle.
    """
    usual = tuple(range(len(columns)))
    heads = list(dict.fromkeys(key(c.groups[-1]).bare for c in columns if c.groups))
    outer = list(dict.fromkeys(key(c.groups[0]).bare for c in columns if c.groups))
    size = len(columns) // len(heads)
    printed_outer = list(dict.fromkeys(token for token in tokens if token in outer))
    printed = list(dict.fromkeys(token for token in tokens if token in heads))
    cycle = list(labels[:size])
    whole = labels and len(labels) % size == 0 and len(set(cycle)) == size
    if not whole:
        falls = sum(a >= b for a, b in pairwise(labels))
        return usual if falls < len(heads) else None
    if any(list(labels[i : i + size]) != cycle for i in range(0, len(labels), size)):
        return None
    inner_usual = [head for head in heads if head not in outer]
    inner = [head for head in printed if head not in outer]
    if set(inner) not in (set(), set(inner_usual)) or (
        printed_outer and set(printed_outer) != set(outer)
    ):
        return None
    order: list[int] = []
    for group in printed_outer or outer:
        under = [c for c in usual if key(columns[c].groups[0]).bare == group]
        subgroups = [h for h in (inner or inner_usual) if _has_group(columns, under, h)]
        for head in subgroups or [group]:
            start = next(c for c in under if key(columns[c].groups[-1]).bare == head)
            order += [start + offset for offset in cycle]
    return tuple(order) if len(order) == len(columns) else None


def _has_group(columns: ColumnSet, numbers: Sequence[int], group: str) -> bool:
    return any(key(columns[number].groups[-1]).bare == group for number in numbers)
