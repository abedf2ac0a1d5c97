"""Rows with their cells placed become facts and diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from govinfo.blocks import Anchor
from govinfo.diagnostics import Diagnostic
from govinfo.grammar import rules
from govinfo.grammar.cells import How, Placed
from govinfo.grammar.compile import ColumnSet, ColumnSpec, Grammar, RowSpec
from govinfo.grammar.facts import Fact, cell_of, label_of, names_of, table_of
from govinfo.grammar.header import Header
from govinfo.grammar.items import How as Known
from govinfo.grammar.lines import Piece
from govinfo.grammar.values import BLANK, Kind, Reading, count, read
from govinfo.money import YUAN, Money


@frozen(slots=True)
class Row:
    """A row of the document that is known to be a row of the template.

    Attributes:
        number: Which row of the template.
        placed: Its cells by column.
        header: The header over it.
        blocks: Numbers of the blocks it stands in.
        known: By what it is known.
        label: Its label as printed.
        anchor: Where its label stood.
        raw: Its figures as printed.
        glued: Digits glued to its label.
        unit: A measure word printed beside the figures.
        unsure: Whether the figures were placed by count alone and do not add up.
        found: How many figures it has.
        line: Number of the line in which its figures begin.
        place: Where its first figure stood.
        partial: Whether it has cells for a part of the columns only.
        shifted: Whether its figures look as if they had moved up by a column.
    """

    number: int
    placed: Placed
    header: Header
    blocks: frozenset[int]
    known: Known
    label: str
    anchor: Anchor | None
    raw: str = ""
    glued: str = ""
    unit: str | None = None
    unsure: bool = False
    found: int = 0
    line: int = 0
    place: Anchor | None = None
    partial: bool = False
    shifted: bool = False

    @property
    def sure(self) -> bool:
        """Whether its cells could be placed."""
        return self.placed.how not in (How.MISSING, How.AMBIGUOUS)

    def by_form(self, columns: ColumnSet) -> bool:
        """Whether labels and the places of cells decided alone where its figures belong.

        Figures have a say where a sum is blank, and where a row without a label is not whole.
        """
        cells = self.placed.cells
        blank = [number for number, cell in enumerate(cells) if cell is None or cell.blank]
        sums = any(columns[number].addends for number in blank)
        told = not blank or not self.found or (bool(self.label) and not sums)
        return told and self.placed.how is How.CELLS

    def unit_of(self, number: int) -> str | None:
        """The unit that the header, or a measure word beside the figures, gives to a column."""
        return self.header.units[number] or (self.unit if self.unit in YUAN else None)


def facts_of(
    grammar: Grammar, rows: Mapping[int, Row]
) -> tuple[tuple[Fact, ...], list[Diagnostic]]:
    """The facts of one printed table in template order, and what is to be said of them."""
    facts: list[Fact] = []
    found: list[Diagnostic] = []
    absent = _absent(grammar, rows)
    for number, spec in enumerate(grammar.rows):
        if number in absent:
            continue
        row = rows.get(number)
        if row is None:
            found.append(rules.ROW_MISSING.at(grammar.path(spec), cell=cell_of(grammar, spec)))
            facts += [Fact(path, None, None, label) for path, label in names_of(grammar, spec)]
            continue
        found += _about(grammar, spec, row)
        found += _about_beside(grammar, number, row, rows, absent)
        cells = row.placed.cells
        for at, (path, label) in enumerate(names_of(grammar, spec)):
            cell = cells[at]
            if cell is None:
                facts.append(_without_cell(path, label, row, at))
                continue
            reading = _reading(cell, spec.columns[at], row, at)
            fact = Fact(path, reading.value, cell.text, label, reading.note, cell.anchor)
            facts.append(fact)
            if not reading.plain:
                found += _about_cell(fact, reading, cell_of(grammar, spec, spec.columns[at]))
    return tuple(facts), found


def _absent(grammar: Grammar, rows: Mapping[int, Row]) -> set[int]:
    """Rows that the document's edition does not have, or that a partial list leaves out."""
    if grammar.layout.partial:
        return set(range(len(grammar.rows))) - set(rows)
    own = {n for n, spec in enumerate(grammar.rows) if spec.own}
    inner = {n for n, spec in enumerate(grammar.rows) if spec.optional} - own
    filled = {number for number, row in rows.items() if row.found or row.sure}
    if inner & filled or (inner & set(rows) and not own & filled):
        return own
    return inner


def _about(grammar: Grammar, spec: RowSpec, row: Row) -> Iterator[Diagnostic]:
    """What is to be said of a row as a whole."""
    path, cell, anchor = grammar.path(spec), cell_of(grammar, spec), row.anchor
    if row.known == "order":
        yield rules.BY_ORDER.at(path, anchor, cell=cell)
    if row.known == "fuzzy":
        yield rules.MISWORDED.at(path, anchor, cell=cell, printed=row.label)
    counts = {"found": row.found, "expected": len(spec.columns), "raw": row.raw or "—"}
    if row.partial or (row.placed.how is How.MISSING and (row.found or not row.glued)):
        yield rules.CELLS_MISSING.at(path, anchor, cell=cell, **counts)
    if row.placed.how is How.AMBIGUOUS:
        yield rules.CELLS_AMBIGUOUS.at(path, anchor, cell=cell, **counts)
    if row.placed.numbers is not None:
        values = " ".join(map(str, row.placed.numbers))
        raw = row.raw or row.glued
        yield rules.RECOVERED.at(path, anchor, cell=cell, raw=raw, values=values)
    elif row.glued:
        yield rules.GLUED.at(path, anchor, cell=cell, raw=row.glued)
    if row.shifted:
        yield rules.SHIFTED.at(path, anchor, cell=cell, raw=row.raw)
    if row.unsure:
        yield rules.SUM_UNSURE.at(path, anchor, cell=cell, raw=row.raw)


def _about_beside(
    grammar: Grammar, number: int, row: Row, rows: Mapping[int, Row], absent: set[int]
) -> Iterator[Diagnostic]:
    """What is to be said where figures are counted, and a row beside them was not found."""
    one_in_its_line = len(row.placed.cells) == 1 and row.anchor == row.place
    if row.placed.how is not How.COUNT or one_in_its_line:
        return
    if not any(other.placed.how is How.MISSING for other in rows.values()):
        return  # no row of the table has lost a blank cell
    printed = set(rows) if grammar.layout.partial else set(rows) | absent
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(grammar.rows) and beside not in printed:
            spec = grammar.rows[number]
            yield rules.PERHAPS_TWO_ROWS.at(
                grammar.path(spec),
                row.anchor,
                cell=cell_of(grammar, spec),
                raw=row.raw,
                missing=label_of(grammar.rows[beside]),
            )
            return


def about_columns(grammar: Grammar, rows: Mapping[int, Row]) -> Iterator[Diagnostic]:
    """What is to be said of the columns' order, once for each order."""
    said: set[object] = set()
    for number, row in sorted(rows.items()):
        spec, order = grammar.rows[number], row.header.order
        if row.header.unsure and None not in said:
            said.add(None)
            yield rules.COLUMNS_UNSURE.at(grammar.layout.part, table=table_of(grammar))
        if order is None or list(order) == sorted(order) or not row.sure:
            continue
        if (spec.columns, order) in said:
            continue
        said.add((spec.columns, order))
        printed = "、".join(spec.columns[column].label for column in order)
        yield rules.COLUMNS_UNUSUAL.at(
            grammar.path(spec), row.anchor, cell=cell_of(grammar, spec), order=printed
        )


def _without_cell(path: str, label: str, row: Row, number: int) -> Fact:
    """A fact whose cell is not known, or whose value only the identities told."""
    if row.placed.numbers is not None:
        shown = row.raw or row.glued
        return Fact(path, row.placed.numbers[number], shown, label, None, row.place)
    raw = None if row.sure else row.raw or None
    return Fact(path, None, raw, label, None, row.place if raw else row.anchor)


def _reading(cell: Piece, column: ColumnSpec, row: Row, number: int) -> Reading:
    if cell.blank and column.kind is not Kind.CHANGE:
        return BLANK
    if column.kind is Kind.COUNT:
        return count(cell.text)
    return read(cell.text, column.kind, row.unit_of(number) if column.kind is Kind.MONEY else None)


def _about_cell(fact: Fact, reading: Reading, cell: str) -> Iterator[Diagnostic]:
    if not reading.understood:
        yield rules.NOT_UNDERSTOOD.at(fact.path, fact.anchor, cell=cell, raw=fact.raw)
    if reading.spaced:
        yield rules.SPACED.at(fact.path, fact.anchor, cell=cell, raw=fact.raw, value=fact.value)
    if isinstance(fact.value, Money) and fact.value.unit is None:
        yield rules.UNIT_MISSING.at(fact.path, fact.anchor, cell=cell, raw=fact.raw)
