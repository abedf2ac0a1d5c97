"""What happens to the figures of one row, as `govinfo.solve.damages` undoes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve
from hypothesis import strategies as st

from govinfo.adapters.symbols import UNKNOWN
from govinfo.blocks import Cell, Table
from govinfo.solve import damages
from govinfo.testing.damage_kind import DamageKind, Done, Draw
from govinfo.testing.tables import (
    figures_in,
    label_of,
    rows_of_figures,
    with_figures,
    with_row,
    with_texts,
)

_WIDE = 5
"""Digits beyond which a figure is wider than its column."""
RowChange = Callable[[st.DrawFn, list[str]], list[str]]
"""Damages the figures of a row."""


def nothing(table: Table) -> st.SearchStrategy[Done]:
    """The table as it is."""
    return st.just(([table], "nothing"))


def in_a_row(change: RowChange, least: int) -> Draw:
    """RowChange the figures of a row that has at least so many."""

    @st.composite
    def drawn(draw: st.DrawFn, table: Table) -> Done:
        row = _row(draw, table, least)
        if row is None:
            return [table], f"no row of {least} figures"
        texts = [cell.text for cell in figures_in(table, row)]
        left = change(draw, texts)
        return [with_figures(table, row, left)], f"row {row}: {texts} printed as {left}"

    return drawn


def _row(draw: st.DrawFn, table: Table, least: int) -> int | None:
    rows = [row for row in rows_of_figures(table) if len(figures_in(table, row)) >= least]
    return draw(st.sampled_from(rows)) if rows else None


def one_lost(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """A cell is not printed."""
    at = draw(st.integers(0, len(texts) - 1))
    return [*texts[:at], *texts[at + 1 :]]


def several_lost(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """Two cells or more are not printed, and at least one is."""
    places = st.sets(st.integers(0, len(texts) - 1), min_size=2, max_size=len(texts) - 1)
    gone = draw(places)
    return [text for at, text in enumerate(texts) if at not in gone]


def run_together(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """Neighbouring cells stand as one number."""
    start = draw(st.integers(0, len(texts) - 2))
    end = draw(st.integers(start + 2, len(texts)))
    return [*texts[:start], "".join(texts[start:end]), *texts[end:]]


def run_together_and_lost(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """A cell is not printed, and others stand as one number."""
    return run_together(draw, one_lost(draw, texts))


def two_in_one(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """Another figure stands in a cell of several digits, a blank beside its own."""
    long = [at for at, text in enumerate(texts) if text.isdecimal() and len(text) > 1]
    if not long:
        return texts
    at, other = draw(st.sampled_from(long)), draw(st.integers(1, 99))
    return [*texts[:at], f"{texts[at]} {other}", *texts[at + 1 :]]


def cut_off(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """The last digits of a figure too wide for its column stand in the cell after it."""
    wide = [at for at, text in enumerate(texts[:-1]) if text.isdecimal() and len(text) > _WIDE]
    if not wide:
        return texts
    at, cut = draw(st.sampled_from(wide)), draw(st.integers(1, 3))
    text, after = texts[at], texts[at + 1]
    return [*texts[:at], text[:-cut], text[-cut:] + after, *texts[at + 2 :]]


def filled_up(change: RowChange) -> RowChange:
    """The same where a program then filled the row up with blank cells."""

    def changed(draw: st.DrawFn, texts: list[str]) -> list[str]:
        left = change(draw, texts)
        return [*left, *[""] * (len(texts) - len(left))]

    return changed


def moved_right(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """The label reaches into the first column, and a cell is not printed."""
    return ["", *one_lost(draw, texts)]


@st.composite
def merged(draw: st.DrawFn, table: Table) -> Done:
    """Neighbouring cells are one that covers their columns, and their figures one number."""
    row = _row(draw, table, 2)
    if row is None:
        return [table], "no row of several figures"
    cells = figures_in(table, row)
    start = draw(st.integers(0, len(cells) - 2))
    end = draw(st.integers(start + 2, len(cells)))
    text = "".join(cell.text for cell in cells[start:end])
    one = Cell(text, row, cells[start].column, colspan=sum(c.colspan for c in cells[start:end]))
    kept = [cell for cell in table.cells if cell not in cells[start:end]]
    ordered = sorted([*kept, one], key=lambda cell: (cell.row, cell.column))
    where = f"row {row}, figures {start} to {end - 1} run together in a merged cell"
    return [evolve(table, cells=tuple(ordered))], where


@st.composite
def glued_to_label(draw: st.DrawFn, table: Table) -> Done:
    """The first figure stands at the end of the label."""
    labels = {
        row: label
        for row in rows_of_figures(table)
        if (label := label_of(table, row)) and figures_in(table, row)[0].text
    }
    if not labels:
        return [table], "no row has a label and a figure beside it"
    row = draw(st.sampled_from(list(labels)))
    first, *rest = [cell.text for cell in figures_in(table, row)]
    with_label = with_texts(table, {labels[row]: f"{labels[row].text}{first}"})
    return [with_figures(with_label, row, rest)], f"row {row}: {first!r} at the end of its label"


@st.composite
def all_glued_to_label(draw: st.DrawFn, table: Table) -> Done:
    """A row's figures all stand at the end of its label, and nothing parts them."""
    labels = {row: label for row in rows_of_figures(table) if (label := label_of(table, row))}
    if not labels:
        return [table], "no row has a label"
    row = draw(st.sampled_from(list(labels)))
    digits = "".join(cell.text for cell in figures_in(table, row))
    with_label = with_texts(table, {labels[row]: f"{labels[row].text}{digits}"})
    return [with_figures(with_label, row, [])], f"row {row}: {digits!r} at the end of its label"


@st.composite
def apart(draw: st.DrawFn, table: Table) -> Done:
    """One figure stands on a line of its own, below the others."""
    row = _row(draw, table, 3)
    if row is None:
        return [table], "no row of several figures"
    cells = figures_in(table, row)
    at = draw(st.integers(0, len(cells) - 1))
    texts = [cell.text for cell in cells if cell is not cells[at]]
    lone = Cell(cells[at].text, row, cells[at].column)
    changed = with_row(with_figures(table, row, texts), row + 1, [lone])
    return [changed], f"row {row}: its figure {at} on a line of its own"


@st.composite
def seen_twice(draw: st.DrawFn, table: Table) -> Done:
    """A figure of a scanned page was seen as two that look alike; its text is none of them.

    A file that is written of the table keeps only that it could not be told.
    """
    cells = [
        cell
        for row in rows_of_figures(table)
        for cell in figures_in(table, row)
        if cell.text.isdecimal()
    ]
    if not cells:
        return [table], "no figure"
    cell = draw(st.sampled_from(cells))
    at, digit = draw(st.integers(0, len(cell.text) - 1)), draw(st.sampled_from("123456789"))
    other = f"{cell.text[:at]}{digit}{cell.text[at + 1 :]}"
    seen = evolve(cell, text=UNKNOWN, readings=tuple(sorted({cell.text, other})))
    changed = tuple(seen if one is cell else one for one in table.cells)
    where = f"row {cell.row}: {cell.text} seen as {cell.text} and {other}"
    return [evolve(table, cells=changed)], where


KINDS: Mapping[str, DamageKind] = {
    "nothing": DamageKind(nothing, damages.nothing),
    "cell dropped": DamageKind(in_a_row(one_lost, 1), damages.blanks_lost),
    "cells dropped": DamageKind(in_a_row(several_lost, 3), damages.blanks_lost),
    "figures glued": DamageKind(in_a_row(run_together, 2), damages.run_together),
    "figures glued in a merged cell": DamageKind(merged, damages.run_together_in_a_merged_cell),
    "figures glued, cell dropped": DamageKind(
        in_a_row(run_together_and_lost, 3), damages.run_together_and_blanks_lost
    ),
    "first figure glued to its label": DamageKind(glued_to_label, damages.first_glued),
    "all figures glued to their label": DamageKind(all_glued_to_label, damages.first_glued),
    "two figures in one cell": DamageKind(in_a_row(two_in_one, 1), damages.two_in_a_cell),
    "digits in the cell beside": DamageKind(in_a_row(cut_off, 2), damages.digits_cut_off),
    "cell dropped, row padded": DamageKind(in_a_row(filled_up(one_lost), 1), damages.moved_up),
    "figures glued, row padded": DamageKind(
        in_a_row(filled_up(run_together), 2), damages.run_together_and_filled
    ),
    "cell dropped, label reaching in": DamageKind(
        in_a_row(moved_right, 2), damages.label_reaches_in
    ),
    "digits that look alike": DamageKind(seen_twice, damages.look_alike_digits),
    "figure on a line of its own": DamageKind(apart, damages.figure_apart),
}
"""The kinds of damage to a row's figures, each with the generator of the readings it admits."""
