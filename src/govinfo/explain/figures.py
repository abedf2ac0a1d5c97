"""Rows that were read become facts, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.explain.rows import How, ReadRow, Shown
from govinfo.explain.scan_rules import SCAN_CHOSEN
from govinfo.explain.unplaced import row_unknown
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec
from govinfo.grammar.facts import Fact, FactParts, cell_of, label_of, names_of, table_of
from govinfo.grammar.values import BLANK, CellValue, Kind, count, read
from govinfo.layout.lines import Piece
from govinfo.money import Money


def facts_of(
    grammar: Grammar, rows: Mapping[int, ReadRow]
) -> tuple[tuple[FactParts, ...], list[Diagnostic]]:
    """The facts of one printed table in template order, and what is to be said of them."""
    facts: list[FactParts] = []
    found: list[Diagnostic] = []
    absent = _absent(grammar, rows)
    for number, spec in enumerate(grammar.rows):
        row = rows.get(number)
        if number in absent:
            if row is not None and row.found:
                # One that the writer put in.
                found.append(row_unknown(grammar, row.anchor, row.label, row.raw))
            elif spec.own and row is None and not _any_sure_beside(grammar, rows):
                found.append(_missing(grammar, spec))
            continue
        if row is None:
            found.append(_missing(grammar, spec))
            names = names_of(grammar, spec)
            facts += [(path, None, None, label, None, None) for path, label in names]
            continue
        found += _about(grammar, spec, row)
        found += _about_beside(grammar, number, row, rows, absent)
        for at, (path, label) in enumerate(names_of(grammar, spec)):
            cell = row.cells[at]
            if not isinstance(cell, Piece):
                facts.append(_without_cell(path, label, row, at))
                continue
            reading = _reading(cell, spec.columns[at], row, at)
            parts = (path, reading.value, cell.text, label, reading.note, cell.anchor)
            facts.append(parts)
            if at in row.chosen:
                name = cell_of(grammar, spec, spec.columns[at])
                found.append(_about_chosen(Fact(*parts), cell, name))
            if not reading.plain:
                name = cell_of(grammar, spec, spec.columns[at])
                found += _about_cell(Fact(*parts), reading, name)
    return tuple(facts), found


def _missing(grammar: Grammar, spec: RowSpec) -> Diagnostic:
    """That a row is missing: where it stands for a group, that nothing of the group was found."""
    path = grammar.path(spec).rpartition(".")[0] if spec.own else grammar.path(spec)
    return rules.ROW_MISSING.at(path, cell=cell_of(grammar, spec))


def _any_sure_beside(grammar: Grammar, rows: Mapping[int, ReadRow]) -> bool:
    """Whether a row of a group for which another row may stand was read surely."""
    specs = grammar.rows
    return any(row.sure and specs[n].optional and not specs[n].own for n, row in rows.items())


def _absent(grammar: Grammar, rows: Mapping[int, ReadRow]) -> set[int]:
    """Rows that the document's edition does not have, or that a partial list leaves out."""
    if grammar.layout.partial:
        return set(range(len(grammar.rows))) - set(rows)
    own = {n for n, spec in enumerate(grammar.rows) if spec.own}
    inner = {n for n, spec in enumerate(grammar.rows) if spec.optional} - own
    filled = {number for number, row in rows.items() if row.found or row.sure}
    sure = {number for number, row in rows.items() if row.sure and row.known != "order"}
    if own & filled & sure and not inner & sure:
        return inner  # a row that its place alone names is one that the writer put in
    if inner & filled or (inner & set(rows) and not own & filled):
        return own
    return inner


def _about(grammar: Grammar, spec: RowSpec, row: ReadRow) -> Iterator[Diagnostic]:
    """What is to be said of a row as a whole."""
    path, cell, anchor = grammar.path(spec), cell_of(grammar, spec), row.anchor
    if row.known in ("order", "shared") and row.sure:
        yield rules.BY_ORDER.at(path, anchor, cell=cell)
    if row.known == "fuzzy":
        yield rules.MISWORDED.at(path, anchor, cell=cell, printed=row.label)
    counts = {"found": row.found, "expected": len(spec.columns), "raw": row.raw or "—"}
    few = row.found < len(spec.columns)
    lost = row.recovered and (None in row.cells or _has_fewer_digits(row))
    if row.partial or lost or (not row.sure and few and (row.found or not row.glued)):
        yield rules.CELLS_MISSING.at(path, anchor, cell=cell, **counts)
    elif not row.sure and not few:
        yield rules.CELLS_AMBIGUOUS.at(path, anchor, cell=cell, **counts)
    if row.recovered:
        values = " ".join(map(_in_words, row.cells))
        raw = " ".join(text for text in (row.glued, row.raw) if text)
        yield rules.RECOVERED.at(path, anchor, cell=cell, raw=raw, values=values)
    elif row.glued:
        yield rules.GLUED.at(path, anchor, cell=cell, raw=row.glued)
    if row.shifted:
        yield rules.SHIFTED.at(path, anchor, cell=cell, raw=row.raw)
    if row.unsure:
        yield rules.SUM_UNSURE.at(path, anchor, cell=cell, raw=row.raw)


def _has_fewer_digits(row: ReadRow) -> bool:
    """Whether a row prints fewer digits than it has columns: a cell of it is printed nowhere."""
    return sum(map(str.isdecimal, f"{row.glued}{row.raw}")) < len(row.cells)


def _in_words(cell: Shown) -> str:
    if cell is None:
        return "空"
    return cell.text if isinstance(cell, Piece) else str(cell)


def _about_beside(
    grammar: Grammar, number: int, row: ReadRow, rows: Mapping[int, ReadRow], absent: set[int]
) -> Iterator[Diagnostic]:
    """What is to be said where figures are counted, and a row beside them was not found."""
    one_in_its_line = len(row.cells) == 1 and row.anchor == row.place
    if row.how is not How.COUNT or one_in_its_line:
        return
    if not any(not other.sure and other.found < len(other.cells) for other in rows.values()):
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


def about_columns(grammar: Grammar, rows: Mapping[int, ReadRow]) -> Iterator[Diagnostic]:
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


def _without_cell(path: str, label: str, row: ReadRow, number: int) -> FactParts:
    """A fact without a cell of its own: a part of one, nothing that is printed, or open."""
    value = row.cells[number]
    if isinstance(value, int):
        return path, value, row.raw or row.glued, label, None, row.place
    raw = row.raw or None if number in row.open else None
    return path, None, raw, label, None, row.place if raw else row.anchor


def _reading(cell: Piece, column: ColumnSpec, row: ReadRow, number: int) -> CellValue:
    if cell.blank and column.kind is not Kind.CHANGE:
        return BLANK
    if column.kind is Kind.COUNT:
        return count(cell.text)
    return read(cell.text, column.kind, row.unit_of(number) if column.kind is Kind.MONEY else None)


def _about_chosen(fact: Fact, cell: Piece, name: str) -> Diagnostic:
    seen = " / ".join(cell.readings)
    return SCAN_CHOSEN.at(fact.path, fact.anchor, cell=name, seen=seen, value=fact.value)


def _about_cell(fact: Fact, reading: CellValue, cell: str) -> Iterator[Diagnostic]:
    if not reading.understood:
        yield rules.NOT_UNDERSTOOD.at(fact.path, fact.anchor, cell=cell, raw=fact.raw)
    if reading.spaced:
        yield rules.SPACED.at(fact.path, fact.anchor, cell=cell, raw=fact.raw, value=fact.value)
    if isinstance(fact.value, Money) and fact.value.unit is None:
        yield rules.UNIT_MISSING.at(fact.path, fact.anchor, cell=cell, raw=fact.raw)
