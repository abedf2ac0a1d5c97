"""Figures that stand in a table and that no row has taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govinfo.grammar.values import measure_word
from govinfo.layout.lines import Line, Piece
from govinfo.layout.planned import PlannedRow

_NOTE_OPEN = re.compile(r"(?<!\S)[\d０-９][\d０-９,.]*+[(（][^()（）]*+\Z")
_SEVERAL = 2
"""Figures on lines of their own that are more than a page's number."""
Named = Sequence[Sequence[tuple[int, ...]]]
"""For each piece of each line the rows that it may name."""


def untaken_figures(
    lines: Sequence[Line], named: Named, told: Sequence[PlannedRow]
) -> tuple[Piece, ...]:
    """The first figures that no row has taken; none where there are none.

    Args:
        lines: The lines of a table.
        named: What their pieces may name.
        told: The rows that are known to be the template's.
    """
    if not told:
        return ()
    found = (
        _left(lines, named, told)
        or _before_labels(lines, named, told)
        or _broken(lines, told)
        or _alone(lines, told)
    )
    return tuple(found)


def _left(lines: Sequence[Line], named: Named, told: Sequence[PlannedRow]) -> list[Piece]:
    """The first figures beside a row's label, or amid the table's rows, that no row has taken."""
    untaken = list(_untaken(lines, named, told))
    places = {cell.anchor for row in told if row.table and untaken for cell in row.cells}
    for beside_label, figures, found in untaken:
        left = [one for one in found if one.anchor not in places]
        if left and (beside_label or len(left) == len(figures) > 1):
            return left
    return []


def _before_labels(lines: Sequence[Line], named: Named, told: Sequence[PlannedRow]) -> list[Piece]:
    """The first figure that stands before a label in its line, where few rows have any there.

    Rows that are numbered have one each; that of a few may be the beginning of their own.
    """
    labels = {row.anchor for row in told}
    found: list[Piece] = []
    for line, rows in zip(lines, named, strict=True):
        if line.table or not any(rows):
            continue
        first = next(at for at, one in enumerate(rows) if one)
        if line.pieces[first].anchor in labels:
            found += [piece for piece in line.pieces[:first] if piece.number]
    return found[:1] if 2 * len(found) < len(labels) else []


def _alone(lines: Sequence[Line], told: Sequence[PlannedRow]) -> list[Piece]:
    """The first of several figures, a line each, amid the rows: one may be a page's number."""
    taken = {id(cell) for row in told for cell in row.cells}
    run: list[Piece] = []
    for line in lines[told[0].line : told[-1].line]:
        said = [piece for piece in line.pieces if piece.text]
        if len(said) == 1 and said[0].number and id(said[0]) not in taken:
            run += said
        elif said:
            run = []
        if len(run) == _SEVERAL:
            return run[:1]
    return []


def _broken(lines: Sequence[Line], told: Sequence[PlannedRow]) -> list[Piece]:
    """The first figure whose note goes on elsewhere: `92（均为自`, then `然失效）`."""
    for line in lines[max(0, told[0].line - 1) : told[-1].line + told[-1].lines + 1]:
        for piece in line.pieces:
            if not piece.text.isdecimal() and _NOTE_OPEN.search(piece.text):
                return [piece]
    return []


def _untaken(
    lines: Sequence[Line], named: Named, told: Sequence[PlannedRow]
) -> Iterator[tuple[bool, list[Piece], list[Piece]]]:
    """Lines amid the rows: whether a label stands there, the figures, those that no row has."""
    taken = {id(cell) for row in told for cell in row.cells}
    blocks = frozenset().union(*(row.blocks for row in told))
    last = max(row.line + row.lines for row in told)
    for number in range(_first(lines, told), min(last, len(lines))):
        line = lines[number]
        if taken.issuperset([id(piece) for piece in line.pieces if piece.number]):
            continue
        labels = [at for at, rows in enumerate(named[number]) if rows]
        own = line.table and line.block in blocks and len(line.pieces) > 1
        if line.header or not (labels or own or _is_measured(line)):
            continue
        figures = [piece for piece in line.pieces[min(labels, default=0) :] if piece.number]
        left = [one for one in figures if id(one) not in taken]
        if left:
            yield bool(labels) or not own, figures, left


def _first(lines: Sequence[Line], told: Sequence[PlannedRow]) -> int:
    """The first line of the rows, be it of one that has lost its label: `条 12`."""
    first = told[0].line
    while first and _is_measured(lines[first - 1]):
        first -= 1
    return first


def _is_measured(line: Line) -> bool:
    """Whether a line is a figure behind its measure word, and nothing else."""
    said = [piece for piece in line.pieces if piece.text]
    return len(said) == 2 and said[1].number and measure_word(said[0].text) is not None
