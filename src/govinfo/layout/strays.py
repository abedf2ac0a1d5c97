"""What tells that a row may hold a cell of a column that the template does not have.

As many cells as columns are then no evidence of which is which: one of the row's own may be lost,
and that one counted for it. What such a row may say is the solver's to find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.values import Kind, read, unit_of
from govinfo.layout.header import Header, Span
from govinfo.layout.lines import Piece

_SEVERAL = 3
"""Rows of which a number that strayed into each is no accident."""


def stands_in(cell: Piece, spans: Sequence[Span]) -> bool:
    """Whether a cell of a grid stands within one of some columns."""
    left, right = cell.column, cell.column + cell.colspan
    return any(start <= left and right <= end for start, end in spans)


def under_another(cells: Sequence[Piece], header: Header) -> bool:
    """Whether a figure stands under a label, behind the stub's, that is none of the template's."""
    places = header.places
    if places is None or not any(start > places[0][0] for start, _ in header.others):
        return False
    return any(cell.number and stands_in(cell, header.others) for cell in cells)


def beside_columns(cells: Sequence[Piece], header: Header) -> bool:
    """Whether a figure stands beside the header's columns, while one of them has a blank cell.

    It may be that of a column of remarks. Where it stands under another label, it is enough that
    a column has no cell.
    """
    places = header.places or ()
    beside = [c for c in cells if c.number and not any(_is_under(c, place) for place in places)]
    if not beside:
        return False
    under = [[c for c in cells if _is_under(c, place)] for place in places]
    named = under_another(beside, header)
    return any((found or named) and all(c.blank for c in found) for found in under)


def _is_under(cell: Piece, place: Span) -> bool:
    """Whether a cell of a grid stands in a column, or covers it."""
    return place[0] < cell.column + cell.colspan and cell.column < place[1]


def with_wide_rows(regions: Sequence[Hashable], further: Sequence[int]) -> set[Hashable]:
    """Where several rows, or as many as not, have more cells than columns.

    Args:
        regions: For each row what it has in common with those of the same columns.
        further: For each how many cells it has beyond its columns.
    """
    beyond: Counter[Hashable] = Counter()
    exact: Counter[Hashable] = Counter()
    for region, more in zip(regions, further, strict=True):
        beyond[region] += more > 0
        exact[region] += not more
    return {one for one, count in beyond.items() if count and count >= min(_SEVERAL, exact[one])}


def miscounted(cells: Sequence[Piece], counted: Sequence[int], columns: ColumnSet) -> bool:
    """Whether as many cells as columns are not all figures of these, or a sign is left over.

    A sign beside figures that no sum binds stands for what is no figure: a unit, a remark.

    Args:
        cells: The cells of a row.
        counted: Which of them were counted for the columns.
        columns: These, in printed order.
    """
    if len(counted) != len(columns):
        return False
    bound = any(column.addends for column in columns)
    left_over = len(counted) < sum(bool(cell.text) for cell in cells)
    return (bound and left_over) or any(
        _is_misfit(cells[at].text, column.kind)
        for at, column in zip(counted, columns, strict=True)
        if not cells[at].blank
    )


def _is_misfit(text: str, kind: Kind) -> bool:
    """Whether words are counted for a figure, or an amount of money for a count."""
    if not any(map(str.isdecimal, text)):
        # 持平 is a change of none.
        return kind is not Kind.CHANGE or read(text, kind).value is None
    return kind is Kind.COUNT and unit_of(text) is not None
