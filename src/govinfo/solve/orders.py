"""An unusual order of columns, which the sums of the rows may deny."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.grammar.sums import RowSum, denied


def stands(order: Sequence[int], rows: Sequence[Sequence[int]], sums: Sequence[RowSum]) -> bool:
    """Whether as many rows add up in a printed order of the columns as in the template's.

    Labels of another table, or a lost group's label, can feign an order.

    Args:
        order: For each printed column the template's.
        rows: The figures of rows that have one for each column, in printed order.
        sums: The sums that bind the template's columns.
    """
    if not sums or list(order) == list(range(len(order))):
        return True
    telling = [row for row in rows if any(row)]
    printed = sum(not denied(_moved(row, order), sums) for row in telling)
    template = sum(not denied(row, sums) for row in telling)
    return printed >= template


def _moved(row: Sequence[int], order: Sequence[int]) -> list[int]:
    moved = [0] * len(row)
    for value, column in zip(row, order, strict=True):
        moved[column] = value
    return moved
