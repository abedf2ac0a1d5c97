"""The cells of one row go to the columns of the template."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.header import Header
from govinfo.grammar.items import Figures
from govinfo.grammar.lines import Piece
from govinfo.grammar.placement import adds_up, one_lost, split
from govinfo.grammar.values import Kind, count


class How(Enum):
    """On what ground the cells of a row were placed."""

    CELLS = "cells"
    COUNT = "count"
    IDENTITY = "identity"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


@frozen(slots=True)
class Placed:
    """A row's cells by template column.

    Attributes:
        how: On what ground.
        cells: For each template column its cell; `None` where none could be placed.
        numbers: The numbers by column, where only the identities placed them.
    """

    how: How
    cells: tuple[Piece | None, ...]
    numbers: tuple[int, ...] | None = None


def place(figures: Figures, columns: ColumnSet, header: Header, *, trusted: bool) -> Placed:
    """Place a row's cells.

    Args:
        figures: The row.
        columns: The template's columns of that row.
        header: What the header over it says.
        trusted: Whether blank cells and positions are evidence in its table.
    """
    nothing = (None,) * len(columns)
    cells, printed = figures.cells, figures.printed
    if (
        header.order is None
        or figures.torn
        or figures.rival
        or any(cell.rowspan > 1 for cell in printed)
    ):
        return Placed(How.AMBIGUOUS, nothing)
    if trusted and fits(figures, len(columns)):
        return Placed(How.CELLS, _ordered(cells[: len(columns)], header.order))
    if trusted:
        by_grid = in_grid(cells, header)
        if by_grid is not None and reaches(cells, header):
            return Placed(How.CELLS, by_grid)
        if any(cell.colspan > 1 for cell in printed) and len(columns) > 1:
            return Placed(How.AMBIGUOUS, nothing)
    if not printed and not figures.glued and (cells or trusted):
        blank = cells[0] if cells else None
        return Placed(How.CELLS, (blank,) * len(columns))
    if _follow_a_blank_row(figures, len(columns)) or _are_two_rows(figures, len(columns)):
        return Placed(How.AMBIGUOUS, nothing)
    # A sign for nothing, where it is printed, stands for its cell.
    for counted in (printed, [cell for cell in cells if cell.text]):
        if len(counted) == len(columns):
            return Placed(How.COUNT, _ordered(counted, header.order))
    return _by_identity(figures, columns, header.order)


def shifted(placed: Placed, columns: ColumnSet) -> bool:
    """Whether a row looks as if a cell of it were lost and the others had moved up.

    Its sum is blank, and the figure before may be the sum of those before that one and the lost.
    """
    cells = placed.cells
    for number, column in enumerate(columns):
        total = cells[number]
        if not column.addends or (total is not None and not total.blank):
            continue
        held = [cell for addend in column.addends if (cell := cells[addend]) is not None]
        if not held or held[-1].blank:
            continue
        read_values = [count(cell.text).value or 0 for cell in held]
        values = [value for value in read_values if isinstance(value, int)]
        if len(values) == len(held) > 1 and 0 < values[-1] >= sum(values[:-1]):
            return True
    return False


def fits(figures: Figures, width: int) -> bool:
    """Whether there is a cell for each column.

    Where cells stand one a line, blank ones after the last column's are the next row's stub.
    """
    cells = figures.cells
    stub = figures.lines > 1 and len(cells) > width > 1
    return len(cells) == width or (stub and all(cell.blank for cell in cells[width:]))


def _follow_a_blank_row(figures: Figures, width: int) -> bool:
    """Whether cells, one a line, begin with a whole blank row: the figures are of another row."""
    cells = figures.cells
    alone = figures.table and figures.lines > 1 and len(cells) > width > 1
    return alone and bool(figures.printed) and all(cell.blank for cell in cells[:width])


def _are_two_rows(figures: Figures, width: int) -> bool:
    """Whether cells, one a line, are enough for two rows, and blank ones stand between figures.

    The second row's label is lost, or stands elsewhere: what is printed of both may be as many
    figures as one row has.
    """
    cells = figures.cells
    if figures.lines == 1 or len(cells) < 2 * width:
        return False
    printed = [at for at, cell in enumerate(cells) if not cell.blank]
    return bool(printed) and printed[-1] - printed[0] >= len(printed)


def reaches(cells: Sequence[Piece], header: Header) -> bool:
    """Whether a row has a cell in the header's last column, or none at all.

    A row that ends before has lost a cell, and those after the lost one have moved up.
    """
    if header.places is None or not cells:
        return True
    return max(cell.column + cell.colspan for cell in cells) > max(
        start for start, _ in header.places
    )


def has_gap(figures: Figures, header: Header) -> bool:
    """Whether a column has no cell in a row of a grid, not even a blank one.

    A merged cell of the row above reaches down into it; whose its figure is cannot be told.
    """
    if header.places is None or not figures.printed or fits(figures, len(header.places)):
        return False
    return not all(
        any(cell.column < end and start < cell.column + cell.colspan for cell in figures.cells)
        for start, end in header.places
    )


def in_grid(cells: Sequence[Piece], header: Header) -> tuple[Piece | None, ...] | None:
    """The cells by the header's columns; `None` if one that prints something is in no column."""
    if header.places is None:
        return None
    found: list[Piece | None] = [None] * len(header.places)
    for cell in cells:
        left, right = cell.column, cell.column + cell.colspan
        over = [
            number
            for number, (start, end) in enumerate(header.places)
            if left < end and start < right
        ]
        held = found[over[0]] if len(over) == 1 else None
        if len(over) == 1 and (held is None or held.blank):
            found[over[0]] = cell
        elif not cell.blank and (held is None or held.text != cell.text):
            return None
    return tuple(found)


def sums_fail(placed: Placed, columns: ColumnSet) -> bool:
    """Whether a row of counts, all known, breaks one of its sums."""
    if not any(column.addends for column in columns):
        return False
    values = [count(cell.text).value if cell is not None else None for cell in placed.cells]
    whole = [value for value in values if isinstance(value, int)]
    return len(whole) == len(values) and not adds_up(whole, columns)


def confirmed(
    groups: Sequence[Figures], headers: Sequence[Header], columns: Sequence[ColumnSet]
) -> list[Header]:
    """The headers, of which an unusual order stands only if the rows' sums do not deny it.

    Labels of another table, or a lost group's label, can feign an order. Where fewer rows add up
    in the printed order than in the template's, the template's is read, and said to be unsure.
    """
    judged: dict[int, Header] = {}
    for header, own in zip(headers, columns, strict=True):
        if id(header) not in judged:
            rows = [g for g, other in zip(groups, headers, strict=True) if other is header]
            judged[id(header)] = _judged(header, rows, own)
    return [judged[id(header)] for header in headers]


def _judged(header: Header, groups: Sequence[Figures], columns: ColumnSet) -> Header:
    usual = tuple(range(len(columns)))
    if header.order in (None, usual) or len(header.order or ()) != len(columns):
        return header
    rows = [values for group in groups if (values := _whole(group, columns)) is not None]
    if not rows or not any(column.addends for column in columns):
        return header
    printed = sum(adds_up(_moved(values, header.order or usual), columns) for values in rows)
    template = sum(adds_up(values, columns) for values in rows)
    if printed >= template:
        return header
    return Header(usual, None, header.units, unsure=True)


def _whole(figures: Figures, columns: ColumnSet) -> list[int] | None:
    """A row's counts in printed order, if there is one a column and they are not all zero."""
    values = [count(cell.text).value for cell in figures.printed]
    counts = [value for value in values if isinstance(value, int)]
    return counts if len(counts) == len(values) == len(columns) and any(counts) else None


def _moved(values: Sequence[int], order: Sequence[int]) -> list[int]:
    moved = [0] * len(values)
    for value, column in zip(values, order, strict=True):
        moved[column] = value
    return moved


def _ordered(cells: Sequence[Piece], order: tuple[int, ...]) -> tuple[Piece | None, ...]:
    if order == tuple(range(len(cells))):
        return tuple(cells)
    found: list[Piece | None] = [None] * len(order)
    for cell, column in zip(cells, order, strict=True):
        found[column] = cell
    return tuple(found)


def _by_identity(figures: Figures, columns: ColumnSet, order: Sequence[int]) -> Placed:
    nothing = (None,) * len(columns)
    how = How.MISSING if len(figures.printed) < len(columns) else How.AMBIGUOUS
    usual = list(order) == list(range(len(columns)))
    counts = all(column.kind is Kind.COUNT for column in columns)
    tokens = [_digits(cell.text) for cell in figures.printed]
    if not usual or not counts or "" in tokens:
        return Placed(how, nothing)
    glued = _digits(figures.glued)
    bound = any(column.addends for column in columns)
    numbers = split(tokens, columns) if tokens else None
    # Digits glued to a label are none of the row's figures, unless its sums leave no other way.
    if numbers is None and glued and bound:
        numbers = split([glued, *tokens], columns)
    numbers = numbers or one_lost(tokens, columns)
    return Placed(how, nothing) if numbers is None else Placed(How.IDENTITY, nothing, numbers)


def _digits(text: str) -> str:
    """The cell's digits in ordinary width if it prints nothing else, otherwise `""`."""
    return str.translate(text, _WIDE) if text.isdecimal() else ""


_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}
