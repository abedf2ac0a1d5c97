"""Damage that converters and hurried hands do to the tables of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from govinfo.blocks import Document, Table
from govinfo.explain.copies import copies_of
from govinfo.layout.cells import cells_of
from govinfo.layout.header import read_header
from govinfo.layout.items import rejoined
from govinfo.layout.lines import lines_of
from govinfo.layout.rows import assign
from govinfo.layout.surroundings import headers_of
from govinfo.solve import damages
from govinfo.testing import layout_damage as layout
from govinfo.testing import row_damage as row
from govinfo.testing.row_damage import Done, Draw, in_a_row


@frozen
class Damaged:
    """A document with a table damaged.

    Attributes:
        kind: A key of `DAMAGES`.
        where: What was done to which table and row, for people.
        document: The document.
    """

    kind: str
    where: str
    document: Document


@frozen
class DamageKind:
    """A kind of damage; call it with a table to damage that somewhere.

    Attributes:
        told_by: What of the library tells again what the document was: a generator of
            `govinfo.solve.damages`, which makes the readings that a row may have come from, or
            a function that finds rows, labels, columns or copies in spite of the damage.
    """

    _draw: Draw = field(repr=False)
    told_by: Callable[..., object]

    def __call__(self, table: Table) -> st.SearchStrategy[Done]:
        """Blocks for the table's place, and what was done to it."""
        return self._draw(table)


def damage(document: Document, *kinds: str) -> st.SearchStrategy[Damaged]:
    """The document with one of its tables damaged in one place.

    Args:
        document: A document with tables whose labels are header cells.
        kinds: Keys of `DAMAGES`; any of them where none is given.
    """
    tables = [at for at, block in enumerate(document.blocks) if isinstance(block, Table)]

    @st.composite
    def drawn(draw: st.DrawFn) -> Damaged:
        kind = draw(st.sampled_from(list(kinds or DAMAGES)))
        at = draw(st.sampled_from(tables))
        table = document.blocks[at]
        assert isinstance(table, Table)  # noqa: S101 - so chosen
        instead, where = draw(DAMAGES[kind](table))
        blocks = (*document.blocks[:at], *instead, *document.blocks[at + 1 :])
        return Damaged(kind, f"table {at}, {where}", evolve(document, blocks=blocks))

    return drawn()


def _nothing(table: Table) -> st.SearchStrategy[Done]:
    return st.just(([table], "nothing"))


DAMAGES: Mapping[str, DamageKind] = {
    # A row's figures
    "nothing": DamageKind(_nothing, damages.nothing),
    "cell dropped": DamageKind(in_a_row(row.one_lost, 1), damages.blanks_lost),
    "cells dropped": DamageKind(in_a_row(row.several_lost, 3), damages.blanks_lost),
    "figures glued": DamageKind(in_a_row(row.run_together, 2), damages.run_together),
    "figures glued in a merged cell": DamageKind(row.merged, damages.run_together),
    "figures glued, cell dropped": DamageKind(
        in_a_row(row.run_together_and_lost, 3), damages.run_together_and_blanks_lost
    ),
    "first figure glued to its label": DamageKind(row.glued_to_label, damages.first_glued),
    "cell dropped, row padded": DamageKind(
        in_a_row(row.filled_up(row.one_lost), 1), damages.moved_up
    ),
    "figures glued, row padded": DamageKind(
        in_a_row(row.filled_up(row.run_together), 2), damages.run_together_and_filled
    ),
    "cell dropped, label reaching in": DamageKind(
        in_a_row(row.moved_right, 2), damages.label_reaches_in
    ),
    "figure on a line of its own": DamageKind(row.apart, damages.figure_apart),
    # Rows, labels, header
    "label broken": DamageKind(layout.label_broken, assign),
    "label lost": DamageKind(layout.label_lost, assign),
    "label over two rows": DamageKind(layout.label_over_two_rows, rejoined),
    "figures above or below their label": DamageKind(layout.figures_beside, assign),
    "two rows in one": DamageKind(layout.two_rows_in_one, lines_of),
    "cell merged with the one below": DamageKind(layout.merged_below, cells_of),
    "column label lost": DamageKind(layout.column_label_lost, read_header),
    "header lost": DamageKind(layout.header_lost, read_header),
    "row lost": DamageKind(layout.row_lost, assign),
    "table split": DamageKind(layout.split, headers_of),
    "row printed twice": DamageKind(layout.row_twice, copies_of),
    "table printed twice": DamageKind(layout.table_twice, copies_of),
}
"""The kinds of damage."""
