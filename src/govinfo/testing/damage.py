"""Damage that converters and hurried hands do to the tables of a document."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen
from hypothesis import strategies as st

from govinfo.blocks import Document, Table
from govinfo.testing import layout_damage, row_damage
from govinfo.testing.damage_kind import DamageKind


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


DAMAGES: Mapping[str, DamageKind] = {**row_damage.KINDS, **layout_damage.KINDS}
"""The kinds of damage."""
