"""Damage that converters and hurried hands do to the tables of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve, frozen
from hypothesis import strategies as st

from govinfo.blocks import Block, Cell, Document, Paragraph, Table
from govinfo.grammar.labels import key
from govinfo.testing.tables import (
    figures_in,
    label_of,
    of_rows,
    parts,
    rows_of_figures,
    with_figures,
    with_texts,
    without_header,
)


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


Done = tuple[list[Block], str]
"""What stands in a table's place, and what was done to it."""


@st.composite
def _dropped(draw: st.DrawFn, table: Table, *, padded: bool = False) -> Done:
    row = draw(st.sampled_from(rows_of_figures(table)))
    texts = [cell.text for cell in figures_in(table, row)]
    at = draw(st.integers(0, len(texts) - 1))
    left = [*texts[:at], *texts[at + 1 :], *([""] if padded else [])]
    return [with_figures(table, row, left)], f"row {row} without its figure {at}"


@st.composite
def _glued(draw: st.DrawFn, table: Table, *, merged: bool = False) -> Done:
    wide = [row for row in rows_of_figures(table) if len(figures_in(table, row)) > 1]
    if not wide:
        return [table], "no row of several figures"
    row = draw(st.sampled_from(wide))
    cells = figures_in(table, row)
    start = draw(st.integers(0, len(cells) - 2))
    end = draw(st.integers(start + 2, len(cells)))
    text = "".join(cell.text for cell in cells[start:end])
    where = f"row {row}, figures {start} to {end - 1} run together"
    if not merged:
        texts = [cell.text for cell in cells]
        return [with_figures(table, row, [*texts[:start], text, *texts[end:]])], where
    one = Cell(text, row, cells[start].column, colspan=sum(c.colspan for c in cells[start:end]))
    kept = [cell for cell in table.cells if cell not in cells[start:end]]
    ordered = sorted([*kept, one], key=lambda cell: (cell.row, cell.column))
    return [evolve(table, cells=tuple(ordered))], f"{where} in a merged cell"


@st.composite
def _label_broken(draw: st.DrawFn, table: Table) -> Done:
    """Letters of a row's label lost, never so that it becomes another label of the table."""
    known = {form for cell in table.cells for form in (key(cell.text).full, key(cell.text).bare)}
    label = draw(st.sampled_from(_labels(table)))
    size = len(label.text)
    gone = draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=max(1, size // 3)))
    text = "".join(letter for at, letter in enumerate(label.text) if at not in gone)
    if {key(text).full, key(text).bare} & known:
        text = ""
    return [with_texts(table, {label: text})], f"{label.text} printed as {text!r}"


@st.composite
def _label_lost(draw: st.DrawFn, table: Table) -> Done:
    label = draw(st.sampled_from(_labels(table)))
    return [with_texts(table, {label: ""})], f"{label.text} lost"


def _labels(table: Table) -> list[Cell]:
    """The labels of rows; those of columns in a table without any."""
    found = [label for row in rows_of_figures(table) if (label := label_of(table, row))]
    return found or [cell for cell in table.cells if cell.header]


@st.composite
def _column_label_lost(draw: st.DrawFn, table: Table) -> Done:
    rows = [row for row in table.rows if all(cell.header for cell in row)]
    label = draw(st.sampled_from([cell for row in rows for cell in row if cell.text]))
    return [with_texts(table, {label: ""})], f"{label.text} lost"


@st.composite
def _row_lost(draw: st.DrawFn, table: Table) -> Done:
    gone = draw(st.sampled_from(rows_of_figures(table)))
    return [of_rows(table, [row for row in range(table.n_rows) if row != gone])], f"row {gone} lost"


@st.composite
def _split(draw: st.DrawFn, table: Table) -> Done:
    rows = len(rows_of_figures(table))
    if rows < 2:
        return [table], "one row cannot be split"
    at = draw(st.integers(1, rows - 1))
    repeated = draw(st.booleans())
    first, second = parts(table, at, repeat_header=repeated)
    between = draw(st.sampled_from(["", "— 2 —", "（续表）"]))
    amid = [Paragraph(between)] if between else []
    return [first, *amid, second], f"cut before row {at}, header repeated: {repeated}, {between!r}"


def _header_lost(table: Table) -> st.SearchStrategy[Done]:
    return st.just(([without_header(table)], "header lost"))


DAMAGES: Mapping[str, Callable[[Table], st.SearchStrategy[Done]]] = {
    "cell dropped": _dropped,
    "cell dropped, row padded": lambda table: _dropped(table, padded=True),
    "figures glued": _glued,
    "figures glued in a merged cell": lambda table: _glued(table, merged=True),
    "label broken": _label_broken,
    "label lost": _label_lost,
    "column label lost": _column_label_lost,
    "row lost": _row_lost,
    "table split": _split,
    "header lost": _header_lost,
}
"""The kinds of damage, each with what draws it."""
