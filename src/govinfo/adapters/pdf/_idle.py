"""Rows that a page break makes and no table has: blank strips beside cells that go through them.

A print program ends or begins a page within a row, or draws a cell of many rows shorter than
its rows. What is left then looks like a row without text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._tables import Field, Part


def without_idle_rows(part: Part) -> Part:
    """The part without blank strips at its upper and lower border, and borders of blanks only."""
    if all(field.region.rowspan == 1 for field in part.fields):
        return part
    fields, n_rows = list(part.fields), part.n_rows
    printed = {field.region.row for field in fields if field.text}
    for border in range(n_rows - 1, 0, -1):
        # What is taken out below leaves the rows above their numbers.
        merged = None if border in printed else _joined_over(fields, border)
        if merged is not None:
            fields, n_rows = _without_row(merged, border), n_rows - 1
    for row in (n_rows - 1, 0):
        if n_rows > 1 and _is_idle(fields, row):
            kept = [field for field in fields if not _lies_in(field, row)]
            fields, n_rows = _without_row(kept, row), n_rows - 1
    if n_rows == part.n_rows:
        return part
    # A cell that reached through a row that is gone may stand beside others that began in it.
    fields.sort(key=lambda field: (field.region.row, field.region.column))
    return evolve(part, fields=tuple(fields), n_rows=n_rows)


def _joined_over(fields: Sequence[Field], border: int) -> list[Field] | None:
    """The cells, those parted by a border at which blank ones begin joined, if all can be."""
    begin = [field for field in fields if field.region.row == border]
    below = {(field.region.column, field.region.colspan): field for field in begin}
    joined: list[Field] = []
    passes = False
    for field in fields:
        at = field.region
        if at.row < border:
            end = at.row + at.rowspan
            passes = passes or end > border
            blank = below.pop((at.column, at.colspan), None) if end == border else None
            if blank is not None:
                rows = at.rowspan + blank.region.rowspan
                box = (*field.box[:3], blank.box[3])
                open_below, region = blank.open_below, at._replace(rowspan=rows)
                field = field._replace(region=region, box=box, open_below=open_below)  # noqa: PLW2901
        elif at.row == border:
            continue
        joined.append(field)
    return joined if passes and not below else None


def _without_row(fields: Sequence[Field], row: int) -> list[Field]:
    """The cells after a row is taken out in which none of them lies alone."""
    moved = []
    for field in fields:
        at = field.region
        if at.row > row:
            moved.append(field._replace(region=at._replace(row=at.row - 1)))
        elif at.row + at.rowspan > row:
            moved.append(field._replace(region=at._replace(rowspan=at.rowspan - 1)))
        else:
            moved.append(field)
    return moved


def _is_idle(fields: Sequence[Field], row: int) -> bool:
    alone = [field for field in fields if _lies_in(field, row)]
    through = any(
        field.region.row <= row < field.region.row + field.region.rowspan
        for field in fields
        if field.region.rowspan > 1
    )
    return through and not any(field.text for field in alone)


def _lies_in(field: Field, row: int) -> bool:
    return field.region.row == row and field.region.rowspan == 1
