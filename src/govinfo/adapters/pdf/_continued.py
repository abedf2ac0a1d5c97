"""Tables across pages: whether a part goes on with the next page's, and the two as one.

A part goes on where its outer borders and its columns do. A row that the page break cuts is
mended: its label and its values stand in one row again. Where the borders do not agree, two
tables stay two.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from govinfo.adapters.pdf._cell_borders import Region
from govinfo.adapters.pdf._lines import first_letters, joined, starts_item
from govinfo.adapters.pdf._numbers import is_figure
from govinfo.adapters.pdf._tables import Field, Part
from govinfo.adapters.pdf._unruled import followed

if TYPE_CHECKING:
    from collections.abc import Sequence


_EDGE = 6.0  # points by which the outer borders of two parts may differ in width
_INNER = 3.0  # points by which a column's border may move from part to part

Pair = tuple[Field, Field]


def continued(first: Part, second: Part) -> Part | None:
    """One table of a part at the end of a page and one at the top of the next, if they are one."""
    if not (first.ruled and second.ruled):
        return followed(first, second)
    shift = second.xs[0] - first.xs[0]
    if abs(second.xs[-1] - first.xs[-1] - shift) > _EDGE:
        return None
    xs = _common(first.xs, tuple(x - shift for x in second.xs))
    if xs is None:
        return None
    upper = _on(first.fields, first.xs, xs, 0.0)
    lower = _on(second.fields, second.xs, xs, shift)
    header = _repeated_rows(upper, lower, second.n_rows)
    lower = [_down(field, -header) for field in lower if field.region.row >= header]
    fields = _Seam(upper, lower, first.n_rows).fields(xs)
    n_rows = max(field.region.row + field.region.rowspan for field in fields)
    return evolve(first, xs=xs, n_rows=n_rows, fields=fields)


def _common(first: Sequence[float], second: Sequence[float]) -> tuple[float, ...] | None:
    """The borders of both parts; `None` where the columns of neither go on in the other."""
    new = [x for x in second[1:-1] if not any(abs(x - y) <= _INNER for y in first)]
    gone = [x for x in first[1:-1] if not any(abs(x - y) <= _INNER for y in second)]
    if new and gone:
        return None
    return tuple(sorted([*first, *new]))


def _on(
    fields: Sequence[Field], own: Sequence[float], xs: Sequence[float], shift: float
) -> list[Field]:
    """Fields with their columns counted by the borders `xs`."""
    moved_own = [x - shift for x in own]
    if moved_own == list(xs):
        return list(fields)
    columns = [min(range(len(xs)), key=lambda index: abs(xs[index] - x)) for x in moved_own]
    columns[0], columns[-1] = 0, len(xs) - 1
    if columns == list(range(len(xs))):
        return list(fields)
    moved = []
    for field in fields:
        at = field.region
        start, stop = columns[at.column], columns[at.column + at.colspan]
        moved.append(_at(field, Region(at.row, start, at.rowspan, stop - start)))
    return moved


def _down(field: Field, rows: int) -> Field:
    at = field.region
    return _at(field, Region(at.row + rows, at.column, at.rowspan, at.colspan)) if rows else field


def _at(field: Field, region: Region) -> Field:
    return Field(region, *field[1:])


def _repeated_rows(upper: Sequence[Field], lower: Sequence[Field], n_rows: int) -> int:
    """How many rows at the top of the lower part repeat the header of the upper one."""
    above, below = _rows(upper, n_rows), _rows(lower, n_rows)
    repeated = end = 0
    has_text = False
    for row in range(n_rows - 1):
        if above[row] != below[row]:
            break  # nor do more rows, whose first ones are these
        end = max([end, *(row + region.rowspan for region, _ in above[row])])
        has_text = has_text or any(text for _, text in above[row])
        if has_text and end <= row + 1:
            repeated = row + 1  # no cell reaches out of them
    return repeated


def _rows(fields: Sequence[Field], count: int) -> list[list[tuple[Region, str]]]:
    """The cells that begin in each of the first rows."""
    rows: list[list[tuple[Region, str]]] = [[] for _ in range(count)]
    for field in takewhile(lambda field: field.region.row < count, fields):
        rows[field.region.row].append((field.region, field.text))
    return rows


@frozen(slots=True)
class _Seam:
    """Where two parts meet: cells that end above the page break, and begin below it."""

    upper: Sequence[Field]
    lower: Sequence[Field]
    n_rows: int  # of the upper part

    def fields(self, xs: Sequence[float]) -> tuple[Field, ...]:
        """The cells of both parts as one table of these columns."""
        pairs = self._pairs()
        cut = self._cuts_row(pairs, len(xs) - 1)
        offset = self.n_rows - cut
        merged: dict[int, Field] = {}
        gone: set[int] = set()
        labels = list(takewhile(_goes_on, pairs))
        whole = cut or self._divides(pairs, labels)
        for above, below in pairs:
            if not (whole or _is_open(above, below) or (above, below) in labels):
                continue
            merged[id(above)] = _mended(above, below, cut=cut)
            gone.add(id(below))
        fields = [merged.get(id(field), field) for field in self.upper]
        fields += [_down(field, offset) for field in self.lower if id(field) not in gone]
        return tuple(sorted(fields, key=lambda field: field.region[:2]))

    def _pairs(self) -> list[Pair]:
        """Cells that meet at the seam and have the same columns."""
        starts = {
            (field.region.column, field.region.colspan): field
            for field in self.lower
            if field.region.row == 0
        }
        ends = [
            field for field in self.upper if field.region.row + field.region.rowspan == self.n_rows
        ]
        return [
            (field, starts[key])
            for field in sorted(ends, key=lambda field: field.region.column)
            if (key := (field.region.column, field.region.colspan)) in starts
        ]

    def _cuts_row(self, pairs: Sequence[Pair], n_columns: int) -> bool:
        """Whether the page break runs through a row, rather than between two."""
        if sum(above.region.colspan for above, _ in pairs) != n_columns:
            return False
        if all(_is_open(*pair) for pair in pairs):
            return True
        row = [pair for pair in pairs if pair[0].region.rowspan == pair[1].region.rowspan == 1]
        if not row or any(_clash(*pair) for pair in pairs):
            return False
        if any(above.text and below.text for above, below in row):
            return True
        has_above = any(above.text for above, _ in row)
        has_below = any(below.text for _, below in row)
        if not (has_above and has_below):
            return not (has_above or has_below)
        return self._complement(row)

    def _divides(self, pairs: Sequence[Pair], labels: Sequence[Pair]) -> bool:
        """Whether the row below only divides wider cells above, as lower rows of a header do.

        What is blank in it then belongs to the cells above that it does not divide. Those name
        columns: below blanks and figures, blanks are those of the next row, whose label may well
        stand in narrower cells than the label above.
        """
        met = [id(below) for _, below in pairs]
        divided = [field for field in self.lower if field.region.row == 0 and id(field) not in met]
        others = [pair for pair in pairs if pair not in labels]
        return (
            any(field.text for field in divided)
            and any(above.text for above, _ in others)
            and not any(below.text or _is_value(above.text) for above, below in others)
        )

    def _complement(self, row: Sequence[Pair]) -> bool:
        """Whether one half holds the row's label and the other the values."""
        label_above, label_below = (bool(half.text) for half in row[0])
        values_above = any(above.text for above, _ in row[1:])
        values_below = any(below.text for _, below in row[1:])
        return label_above is not label_below and values_above is not values_below


def _is_value(text: str) -> bool:
    """Whether a row's cell holds it, and no column's header."""
    return bool(text) and (is_figure(text) or text[0].isdigit())


def _is_open(above: Field, below: Field) -> bool:
    """Whether no line is drawn between the halves, on neither page."""
    return above.open_below and below.open_above


def _goes_on(pair: Pair) -> bool:
    """Whether a cell over several rows goes on below the page break.

    Asked from left to right up to the first that does not: labels of groups stand at the
    left. A cell further right is a column's header above a blank value.
    """
    above, below = pair
    return max(above.region.rowspan, below.region.rowspan) > 1 and not _clash(above, below)


def _clash(above: Field, below: Field) -> bool:
    """Whether both halves hold text, and the first had room for the second."""
    if not (above.text and below.text):
        return False
    has_room = above.room >= first_letters(below.text)
    return has_room or starts_item(below.text) or below.text[0].isdigit()


def _mended(above: Field, below: Field, *, cut: bool) -> Field:
    place = above if above.text or not below.text else below
    rows = above.region.rowspan + below.region.rowspan - cut
    return Field(
        above.region._replace(rowspan=rows),
        joined(above.text, below.text),
        place.box,
        place.page,
        below.foot,
        above.open_above,
        below.open_below,
    )
