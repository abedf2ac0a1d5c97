"""What happens to the rows, labels and header of a table, as `govinfo.layout` tells them again."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from attrs import evolve
from hypothesis import strategies as st

from govinfo.blocks import Cell, Paragraph, Table
from govinfo.explain.copies import copies_of
from govinfo.grammar.labels import key
from govinfo.layout.cells import cells_of, own_cells
from govinfo.layout.header import read_header
from govinfo.layout.header_lines import headers_of
from govinfo.layout.lines import lines_of
from govinfo.layout.row_labels import rejoined
from govinfo.layout.rows import assign
from govinfo.solve.damages import cell_of_another_column
from govinfo.testing.damage_kind import DamageKind, Done
from govinfo.testing.tables import (
    figures_in,
    label_of,
    of_rows,
    parts,
    rows_of_figures,
    with_figures,
    with_row,
    with_texts,
    without_header,
)


@st.composite
def label_broken(draw: st.DrawFn, table: Table) -> Done:
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
def label_lost(draw: st.DrawFn, table: Table) -> Done:
    """A row's label is not printed."""
    label = draw(st.sampled_from(_labels(table)))
    return [with_texts(table, {label: ""})], f"{label.text} lost"


def _labels(table: Table) -> list[Cell]:
    """The labels of rows; those of columns in a table without any."""
    found = list(_labelled(table).values())
    return found or [cell for cell in table.cells if cell.header]


def _labelled(table: Table) -> dict[int, Cell]:
    """The labels of rows, by row."""
    return {row: label for row in rows_of_figures(table) if (label := label_of(table, row))}


@st.composite
def column_label_lost(draw: st.DrawFn, table: Table) -> Done:
    """A column's label, or that of a group of columns, is not printed."""
    rows = [row for row in table.rows if all(cell.header for cell in row)]
    label = draw(st.sampled_from([cell for row in rows for cell in row if cell.text]))
    return [with_texts(table, {label: ""})], f"{label.text} lost"


def header_lost(table: Table) -> st.SearchStrategy[Done]:
    """The header is not printed."""
    return st.just(([without_header(table)], "header lost"))


@st.composite
def row_lost(draw: st.DrawFn, table: Table) -> Done:
    """A row is not printed."""
    gone = draw(st.sampled_from(rows_of_figures(table)))
    return [of_rows(table, [row for row in range(table.n_rows) if row != gone])], f"row {gone} lost"


@st.composite
def split(draw: st.DrawFn, table: Table) -> Done:
    """The table goes on as another, after a page's end."""
    rows = len(rows_of_figures(table))
    if rows < 2:
        return [table], "one row cannot be split"
    at = draw(st.integers(1, rows - 1))
    repeated = draw(st.booleans())
    first, second = parts(table, at, repeat_header=repeated)
    between = draw(st.sampled_from(["", "— 2 —", "（续表）"]))
    amid = [Paragraph(between)] if between else []
    return [first, *amid, second], f"cut before row {at}, header repeated: {repeated}, {between!r}"


@st.composite
def figures_beside(draw: st.DrawFn, table: Table) -> Done:
    """A row's figures stand in a row of their own, above or below their label's."""
    labelled = _labelled(table)
    if not labelled:
        return [table], "no row has a label"
    row = draw(st.sampled_from(list(labelled)))
    below = draw(st.booleans())
    figures = figures_in(table, row)
    bare = evolve(table, cells=tuple(cell for cell in table.cells if cell not in figures))
    return [with_row(bare, row + below, figures)], f"row {row}: figures below: {below}"


@st.composite
def label_over_two_rows(draw: st.DrawFn, table: Table) -> Done:
    """A row's label is broken over two, of which one has the figures."""
    labelled = {row: label for row, label in _labelled(table).items() if len(label.text) > 1}
    if not labelled:
        return [table], "no row has a label"
    row = draw(st.sampled_from(list(labelled)))
    label, figures = labelled[row], figures_in(table, row)
    at = draw(st.integers(1, len(label.text) - 1))
    blanks = [evolve(cell, text="") for cell in figures]
    below = draw(st.booleans())
    upper = with_texts(
        table, {label: label.text[:at]} | (dict.fromkeys(figures, "") if below else {})
    )
    lower = evolve(label, text=label.text[at:])
    cells = [lower, *(figures if below else blanks)]
    return [with_row(upper, row + 1, cells)], f"{label.text} broken at {at}, figures below: {below}"


@st.composite
def two_rows_in_one(draw: st.DrawFn, table: Table) -> Done:
    """Two rows stand in one, a line each in every cell."""
    pairs = _alike(table)
    if not pairs:
        return [table], "no two rows have labels"
    upper, lower = draw(st.sampled_from(pairs))
    texts = {
        above: f"{above.text}\n{below.text}"
        for above, below in zip(_own(table, upper), _own(table, lower), strict=True)
    }
    kept = [row for row in range(table.n_rows) if row != lower]
    return [of_rows(with_texts(table, texts), kept)], f"rows {upper} and {lower} in one"


@st.composite
def merged_below(draw: st.DrawFn, table: Table) -> Done:
    """A cell is merged with the one below, whose figure is gone."""
    pairs = _alike(table)
    if not pairs:
        return [table], "no two rows have labels"
    upper, lower = draw(st.sampled_from(pairs))
    at = draw(st.integers(0, len(figures_in(table, upper)) - 1))
    above, below = figures_in(table, upper)[at], figures_in(table, lower)[at]
    cells = [evolve(c, rowspan=2) if c is above else c for c in table.cells if c is not below]
    return [evolve(table, cells=tuple(cells))], f"rows {upper} and {lower} merged at figure {at}"


@st.composite
def column_added(draw: st.DrawFn, table: Table) -> Done:
    """A column that the template does not have stands before the figures, or after them."""
    rows = rows_of_figures(table)
    first = min(figures_in(table, row)[0].column for row in rows)
    at = draw(st.sampled_from([first, table.n_columns]))
    label = draw(st.sampled_from(_OTHERS))
    texts = draw(st.sampled_from(_REMARKS))
    cells = [_moved(cell, at) for cell in table.cells]
    for row in range(table.n_rows):
        text = draw(st.sampled_from(texts)) if row in rows else label
        if not any(c.row <= row < c.row + c.rowspan and _covers(c, at) for c in cells):
            cells.append(Cell(text, row, at, header=row not in rows))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return [evolve(table, cells=tuple(cells))], f"column {label!r} of {texts} at {at}"


@st.composite
def column_added_and_lost(draw: st.DrawFn, table: Table) -> Done:
    """A column is added, and one row prints its cell but not one of its own."""
    (wide, *_), where = draw(column_added(table))
    if not isinstance(wide, Table):
        return [wide], where
    row = draw(st.sampled_from(rows_of_figures(wide)))
    texts = [cell.text for cell in figures_in(wide, row)]
    at = draw(st.integers(0, len(texts) - 1))
    left = [*texts[:at], *texts[at + 1 :]]
    return [with_figures(wide, row, left)], f"{where}; row {row}: cell {at} is not printed"


_OTHERS = ("备注", "说明", "序号", "代码", "上年数", "")
_REMARKS = (("",), ("/",), ("无", "详见附件"), ("7", "12", "30"), ("", "", "9"))


def _moved(cell: Cell, at: int) -> Cell:
    """A cell where a column is put in before one."""
    if cell.column >= at:
        return evolve(cell, column=cell.column + 1)
    return evolve(cell, colspan=cell.colspan + 1) if _covers(cell, at) else cell


def _covers(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.colspan


def _own(table: Table, row: int) -> list[Cell]:
    """A row's label and figures."""
    label = label_of(table, row)
    return [*([label] if label else []), *figures_in(table, row)]


def _alike(table: Table) -> list[tuple[int, int]]:
    """Neighbouring rows whose labels and figures stand in the same columns."""
    rows = list(_labelled(table))
    return [
        (upper, lower)
        for upper, lower in pairwise(rows)
        if lower == upper + 1
        and [cell.column for cell in _own(table, upper)]
        == [cell.column for cell in _own(table, lower)]
    ]


@st.composite
def row_twice(draw: st.DrawFn, table: Table) -> Done:
    """A row is printed again, as where a page ends in it."""
    row = draw(st.sampled_from(rows_of_figures(table)))
    return [with_row(table, row + 1, _own(table, row))], f"row {row} printed twice"


def table_twice(table: Table) -> st.SearchStrategy[Done]:
    """The table is printed again."""
    return st.just(([table, table], "printed twice"))


KINDS: Mapping[str, DamageKind] = {
    "label broken": DamageKind(label_broken, assign),
    "label lost": DamageKind(label_lost, assign),
    "label over two rows": DamageKind(label_over_two_rows, rejoined),
    "figures above or below their label": DamageKind(figures_beside, assign),
    "two rows in one": DamageKind(two_rows_in_one, lines_of),
    "cell merged with the one below": DamageKind(merged_below, cells_of),
    "column label lost": DamageKind(column_label_lost, read_header),
    "column added": DamageKind(column_added, own_cells),
    "column added, cell dropped": DamageKind(column_added_and_lost, cell_of_another_column),
    "header lost": DamageKind(header_lost, read_header),
    "row lost": DamageKind(row_lost, assign),
    "table split": DamageKind(split, headers_of),
    "row printed twice": DamageKind(row_twice, copies_of),
    "table printed twice": DamageKind(table_twice, copies_of),
}
"""The kinds of damage to rows, labels and headers, each with the stage that tells it again."""
