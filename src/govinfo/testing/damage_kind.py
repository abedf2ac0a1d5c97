"""A kind of damage: what does it to a table, and what of the library tells it again."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen
from hypothesis import strategies as st

from govinfo.blocks import Block, Table

Done = tuple[list[Block], str]
"""What stands in a table's place, and what was done to it."""
Draw = Callable[[Table], st.SearchStrategy[Done]]
"""Damages a table somewhere."""


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
