"""Which cells of a row may be which columns, as far as their places and their number tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import field, frozen

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.values import Kind, is_blank
from govinfo.layout.groups import FigureGroup
from govinfo.layout.header import Header, Order, Span
from govinfo.layout.lines import MINUS, Piece
from govinfo.layout.strays import (
    beside_columns,
    miscounted,
    stands_in,
    under_another,
)

_THOUSANDS = 3
"""Digits of a number's last part where its thousands are set apart."""


@frozen(slots=True)
class Cells:
    """The cells of a row in printed order.

    Attributes:
        numbers: Which of the row's cells each is; `None` for a column of the grid that has none.
        order: For each printed column the template's.
        placed: Whether there is a cell for each column, by the places of a grid; a blank one is
            then evidence.
        spans: For each cell the printed columns that it may stand in, where its place tells;
            empty where only their order does.
        loose: How many of the last stand on lines of their own.
        strays: Whether one of them may be of a column that the template does not have.
        twice: The printed columns whose label the header prints twice: one of them, and the one
            before, may be a single cell.
    """

    numbers: tuple[int | None, ...]
    order: Order
    placed: bool = False
    spans: tuple[Span, ...] = field(default=())
    loose: int = 0
    strays: bool = False
    twice: frozenset[int] = frozenset()


def cells_of(
    figures: FigureGroup, columns: ColumnSet, header: Header, *, trusted: bool
) -> Cells | None:
    """The cells of a row; `None` where they could be those of another row, or of no order.

    Args:
        figures: The row.
        columns: Its columns in the template.
        header: What the header over it says.
        trusted: Whether blank cells and positions are evidence in its table.
    """
    width = len(columns)
    cells, printed, order = figures.cells, figures.printed, header.order
    spread = any(cell.rowspan > 1 for cell in printed)
    beside = figures.table and _is_beside(cells, header)
    if order is None or figures.rival or spread or beside or _has_some_signs(figures, width):
        return None
    if _hold_two_rows(printed):
        return None
    strays = trusted and beside_columns(cells, header)
    if trusted and fits(figures, width) and not (figures.loose or under_another(cells, header)):
        return Cells(tuple(range(width)), order, placed=True)
    if trusted:
        by_grid = in_grid(cells, header)
        if by_grid is not None and reaches(cells, header):
            return Cells(by_grid, tuple(range(width)), placed=True)
        if any(cell.colspan > 1 for cell in printed) and width > 1 and not strays:
            return _merged(cells, header)
    if not printed and not figures.glued and (cells or trusted):
        return Cells((0 if cells else None,) * width, order, placed=True)
    if _are_two_rows(figures, width):
        return None
    shown = _shown(figures, width, trusted=trusted)
    strays = strays or miscounted(cells, shown, tuple([columns[at] for at in order]))
    twice = frozenset([at for at, column in enumerate(order) if column in header.repeated])
    return Cells(shown, order, loose=figures.loose, strays=strays, twice=twice)


def own_cells(figures: FigureGroup, header: Header) -> FigureGroup:
    """The row of a grid without what its header tells to be none of its cells."""
    if not figures.table:
        return figures
    return _without_stub(_without_others(figures, header), header)


def _without_others(figures: FigureGroup, header: Header) -> FigureGroup:
    """The row without the cells under labels of columns that the template does not have.

    Only where each column of the template has a cell, be it blank: else the row may stand beside
    its header. A figure under the label of the first column, which is the labels', surely does.
    """
    cells, places = figures.cells, header.places
    if not (header.others and places) or len(cells) <= len(places):
        return figures
    behind = [span for span in header.others if span[0]]
    own = tuple([c for c in cells if not stands_in(c, behind if c.number else header.others)])
    whole = all(any(stands_in(cell, (place,)) for cell in own) for place in places)
    return figures._replace(cells=own) if whole and len(own) < len(cells) else figures


def _without_stub(figures: FigureGroup, header: Header) -> FigureGroup:
    """The row without blank cells before the first label of its header: the stub's."""
    if header.left is None:
        return figures
    start = 0
    for cell in figures.cells:
        if cell.text or cell.column + cell.colspan > header.left:
            break
        start += 1
    return figures._replace(cells=figures.cells[start:])


def _shown(figures: FigureGroup, width: int, *, trusted: bool) -> tuple[int, ...]:
    """The cells that are a column's; a sign for nothing, where it is printed, stands for one."""
    cells, printed = figures.cells, figures.printed
    if len(printed) == width and all(cell.number for cell in printed):
        return tuple([at for at, cell in enumerate(cells) if not cell.blank])
    shown = [at for at, cell in enumerate(cells) if cell.text]
    if figures.lines == 1 and shown:
        if trusted and len(shown) < len(cells) < width:
            return tuple(range(len(cells)))
        if figures.table and shown[-1] - shown[0] + 1 == width < 2 * len(shown):
            # Between the first cell and the last, no blank one is the stub's, or fills up the row.
            return tuple(range(shown[0], shown[-1] + 1))
    return tuple(shown)


def signed(cells: tuple[Piece, ...], columns: ColumnSet) -> tuple[Piece, ...]:
    """The cells, in which a minus that stands apart from its digits is put to them.

    Only where the row then has a cell for each column, and the template has a change there:
    `51 - 7 868` is a fall by 7, and no blank cell before a 7.
    """
    if len([cell for cell in cells if cell.text]) != len(columns) + 1:
        return cells
    shown = [cell for cell in cells if cell.text]
    for at, (sign, figure) in enumerate(pairwise(shown)):
        if sign.text in MINUS and figure.text.isdecimal() and columns[at].kind is Kind.CHANGE:
            changed = figure._replace(text=f"-{figure.text}")
            return (*shown[:at], changed, *shown[at + 2 :])
    return cells


def set_apart(cells: Sequence[Piece], width: int) -> tuple[Piece, ...] | None:
    """The cells of a row of counts, one a column, where some hold several: `/ /`, or `— 2`.

    `None` where none does, or they are not as many as columns.
    """
    found: list[Piece] = []
    for cell in cells:
        parts = cell.text.split()
        several = len(parts) > 1 and any(map(is_blank, parts))
        if several and all(is_blank(part) or part.isdecimal() for part in parts):
            found += [cell._replace(text=t, blank=is_blank(t), number=t.isdecimal()) for t in parts]
        elif cell.text:
            found.append(cell)
    held = sum(bool(cell.text) for cell in cells)
    return tuple(found) if held < len(found) == width else None


def _is_beside(cells: Sequence[Piece], header: Header) -> bool:
    """Whether a header of another order than the template's does not stand over the cells.

    A header of which a line was broken begins anew in the first column.
    """
    usual = header.order == tuple(range(len(header.units)))
    return header.places is not None and not usual and in_grid(cells, header) is None


def _has_some_signs(figures: FigureGroup, width: int) -> bool:
    """Whether a blank row that is no grid's has fewer blank cells than columns, or more.

    Some of them are another row's then, or figures between them are lost.
    """
    signs = sum(bool(cell.text) for cell in figures.cells)
    one_line = figures.table and figures.lines == 1
    if not figures.printed and _are_some_below_label(figures, width):
        return True
    return not (one_line or figures.printed) and signs not in (0, width)


def _merged(cells: Sequence[Piece], header: Header) -> Cells | None:
    """The cells of a row in which one covers several columns; blank ones tell nothing."""
    if header.places is None or header.order is None:
        return None
    places = [header.places[column] for column in header.order]
    spans: list[Span] = []
    printed = [at for at, cell in enumerate(cells) if not cell.blank]
    for cell in (cells[at] for at in printed):
        left, right = cell.column, cell.column + cell.colspan
        over = [n for n, (start, end) in enumerate(places) if left < end and start < right]
        if not over:
            return None
        spans.append((over[0], over[-1] + 1))
    return Cells(tuple(printed), header.order, spans=tuple(spans))


def fits(figures: FigureGroup, width: int) -> bool:
    """Whether there is a cell for each column.

    Where cells stand one a line, blank ones after the last column's are the next row's stub.
    """
    cells = figures.cells
    if _are_set_apart(figures):
        return False
    stub = figures.lines > 1 and len(cells) > width > 1
    return len(cells) == width or (stub and not any(cell.text for cell in cells[width:]))


def _hold_two_rows(printed: Sequence[Piece]) -> bool:
    """Whether each cell holds two numbers, as where two rows are one; thousands are set apart so.

    The other row's label may be lost, or garbled.
    """
    parts = [cell.text.split() for cell in printed]
    two = all(len(part) == 2 and all(map(str.isdecimal, part)) for part in parts)
    return len(parts) > 1 and two and any(len(last) != _THOUSANDS for _, last in parts)


def _are_set_apart(figures: FigureGroup) -> bool:
    """Whether figures stand one a line, with a blank line between every two: it is no cell then."""
    cells = figures.cells
    alone = figures.lines == len(cells) > 2 and len(cells) % 2 and not figures.label
    return bool(alone) and all(bool(c.text) is (at % 2 == 0) for at, c in enumerate(cells))


def _are_some_below_label(figures: FigureGroup, width: int) -> bool:
    """Whether fewer cells than columns stand on other lines of a text than their label.

    Paragraphs without text stand for blank cells where tools write a cell a line, and elsewhere
    for nothing: fewer than a row has are no row that prints nothing.
    """
    label, first = figures.anchor, figures.cells[0].anchor if figures.cells else None
    if figures.aligned or first is None or len(figures.cells) >= width:
        return False
    return label is None or label.line != first.line


def _are_two_rows(figures: FigureGroup, width: int) -> bool:
    """Whether cells, one a line, begin with a whole blank row, or are two rows' with a gap.

    The second row's label is lost, or stands elsewhere: what is printed of both may be as many
    figures as one row has.
    """
    cells = figures.cells
    printed = [at for at, cell in enumerate(cells) if not cell.blank]
    if figures.lines == 1 or not printed:
        return False
    gap = len(cells) >= 2 * width and printed[-1] - printed[0] >= len(printed)
    return gap or (figures.table and printed[0] >= width > 1)


def reaches(cells: Sequence[Piece], header: Header) -> bool:
    """Whether a row has a cell in the header's last column, or none at all.

    A row that ends before has lost a cell, and those after the lost one have moved up.
    """
    if header.places is None or not cells:
        return True
    return max(cell.column + cell.colspan for cell in cells) > max(
        start for start, _ in header.places
    )


def has_gap(figures: FigureGroup, header: Header) -> bool:
    """Whether a column has no cell in a row of a grid, not even a blank one.

    A merged cell of the row above reaches down into it; whose its figure is cannot be told.
    """
    if header.places is None or not figures.printed or fits(figures, len(header.places)):
        return False
    return not all(
        any(cell.column < end and start < cell.column + cell.colspan for cell in figures.cells)
        for start, end in header.places
    )


def in_grid(cells: Sequence[Piece], header: Header) -> tuple[int | None, ...] | None:
    """The numbers of cells by the header's columns.

    `None` if a figure is in no column, or two cells that print something are in one; also if words
    or a sign for nothing are in none while a column has no cell, not even a blank one: the row
    stands in others.
    """
    if header.places is None:
        return None
    found: list[int | None] = [None] * len(header.places)
    covered: set[int] = set()
    beside = False
    for at, cell in enumerate(cells):
        left, right = cell.column, cell.column + cell.colspan
        over = [
            number
            for number, (start, end) in enumerate(header.places)
            if left < end and start < right
        ]
        covered.update(over)
        if not over:
            if cell.number:
                return None
            beside = beside or bool(cell.text)
            continue
        number = found[over[0]] if len(over) == 1 else None
        held = None if number is None else cells[number]
        if len(over) == 1 and (held is None or held.blank):
            found[over[0]] = at
        elif not cell.blank and (held is None or held.text != cell.text):
            return None
    lacking = len(covered) < len(found) and len(found) > 1
    return None if beside and lacking else tuple(found)
