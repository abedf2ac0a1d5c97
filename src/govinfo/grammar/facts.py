"""A fact: one figure of the template, with everything that is known of how it was printed."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from govinfo.blocks import Anchor
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec
from govinfo.grammar.labels import key
from govinfo.money import Money


@frozen(slots=True)
class Fact:
    """One figure.

    Attributes:
        path: Its public name, such as `requests.received.total`.
        value: A count, an amount, or `None` where the cell is blank or could not be read surely.
        raw: The cell's text as printed; `None` where no cell could be told to be this one's.
        label: The template's labels of its row and column.
        note: A remark printed with the number, without its brackets.
        anchor: Where it was printed.
    """

    path: str
    value: int | Money | None
    raw: str | None = None
    label: str = ""
    note: str | None = None
    anchor: Anchor | None = None


FactParts = tuple[str, int | Money | None, str | None, str, str | None, Anchor | None]
"""What a fact says, in the order of its attributes.

A report has hundreds of facts; each is made of its parts when it is first asked for.
"""


@lru_cache(maxsize=4096)
def label_of(row: RowSpec, column: ColumnSpec | None = None) -> str:
    """The official wording of a cell, or of a whole row: `自然人 · （一）予以公开`."""
    parts = [*column.groups, column.label] if column is not None else []
    inner = [group for group in row.groups[1:] if group not in (row.label, row.block)]
    return " · ".join(part for part in (*parts, *inner, row.label) if part)


def table_of(grammar: Grammar) -> str:
    """The table's name in official wording: `表三`; its heading where it has no number."""
    heading = grammar.layout.heading
    ordinal = key(heading).ordinal
    return f"表{ordinal}" if ordinal else heading or grammar.layout.part


@lru_cache(maxsize=1024)
def names_of(grammar: Grammar, row: RowSpec) -> tuple[tuple[str, str], ...]:
    """Path and label of each fact of a row."""
    return tuple((grammar.path(row, column), label_of(row, column)) for column in row.columns)


@lru_cache(maxsize=4096)
def cell_of(grammar: Grammar, row: RowSpec, column: ColumnSpec | None = None) -> str:
    """The official wording of a cell with its table: `表三 · 自然人 · （一）予以公开`."""
    label = label_of(row, column)
    return f"{table_of(grammar)} · {label}" if label else table_of(grammar)
