"""The form of a document: what it prints apart from its figures.

Thousands of reports print the same labels in the same cells, with other figures. Where labels
and the places of cells decided alone what each figure is, the next document of that form is read
by the places of the first: its cells are looked up instead of told anew. Whatever differs in more
than plain figures is another form, and whatever a figure had a say in is not remembered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from attrs import field, frozen

from govinfo.blocks import Anchor, Cell, Document, Figure, Heading, Paragraph, Table
from govinfo.grammar.compile import Grammar
from govinfo.grammar.facts import Fact, names_of
from govinfo.grammar.interpret import Section
from govinfo.grammar.lines import is_prose
from govinfo.grammar.record import Row
from govinfo.grammar.values import BLANK, Kind, Reading, count, is_blank, read
from govinfo.money import Money

Form = tuple[object, ...]
"""What a document prints apart from its figures, block by block; compared and hashed."""

_REMEMBERED = 64
"""Forms that are remembered; one takes some 50 KB."""
_MOST = 100_000
"""Characters of text and cells, the latter counted as ten, of a document that is remembered."""
_LONGEST = 160
"""Characters beyond which a line of text outside the tables is no other's likeness."""
_FEWEST = 3
"""Blank cells from which a row of a table may be a row of figures that is printed blank."""

# A number alone in its cell: with digits only, or as an amount or a change is printed.
_FIGURE = re.compile(r"[+-]?[0-9]{1,9}(?:,[0-9]{3}){0,2}(?:\.[0-9]{1,6})?")
_FIRST = frozenset("+-0123456789")
_PLACE = tuple(map(attrgetter, ("row", "column", "rowspan", "colspan", "header")))


class _Slot(NamedTuple):
    """A fact's cell in every document of a form.

    A tuple, for it is taken apart once for every fact of every report.

    Attributes:
        path: The fact's path.
        label: The fact's label.
        at: Number of the cell among the document's.
        kind: How the cell is read.
        unit: The unit of money that the form gives to it.
        blank: Whether the form prints nothing there.
    """

    path: str
    label: str
    at: int
    kind: Kind
    unit: str | None
    blank: bool


@frozen(slots=True)
class _Known:
    """A table in every document of a form: what is the same in all, and where its cells are.

    Attributes:
        grammar: As in `Section`; so are `blocks`, `spans` and `placed`.
        slots: Where the cell of each fact is.
        zeros: The last fact of each slot that was 0, by the cell's number: most figures of most
            reports are, and in the same place the fact is the same.
    """

    grammar: Grammar
    blocks: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    placed: int
    slots: tuple[_Slot, ...]
    zeros: dict[int, Fact] = field(factory=dict, eq=False)


@frozen(eq=False)
class Forms:
    """The forms met so far.

    Attributes:
        known: What was read by each form.
    """

    known: dict[Form, tuple[_Known, ...]] = field(factory=dict)

    def recall(self, form: Form, document: Document) -> list[Section] | None:
        """The tables of a document by what is known of its form.

        `None` if nothing is, or if a cell holds what a reader must be told of.
        """
        known = self.known.get(form)
        if known is None:
            return None
        cells = _cells(document)
        sections = []
        for table in known:
            facts = _facts(table, cells)
            if facts is None:
                return None
            sections.append(
                Section(table.grammar, facts, (), table.blocks, table.spans, table.placed)
            )
        return sections

    def remember(self, form: Form, document: Document, sections: Sequence[Section]) -> None:
        """Remember how a document's tables were read, unless its figures had a say in it."""
        known = _known(sections, document)
        if known is not None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            self.known[form] = known


def form_of(document: Document, said: Callable[[str], str | None]) -> Form | None:
    """The form of a document; `None` if it could not be remembered.

    Lines of a text have one place for all their cells. To tell what each line of one says would
    take a fifth of its reading.

    Args:
        document: The document.
        said: What a line of text outside the tables says to the interpreter; `None` for one
            that could be any other.
    """
    first = next((block for block in document.blocks if isinstance(block, Table)), None)
    if first is None or not all(map(_is_own, first.cells[:1])):
        return None
    return tuple(
        [
            _table_form(block) if isinstance(block, Table) else _text_form(block, said)
            for block in document.blocks
        ]
    )


def _is_own(cell: Cell) -> bool:
    """Whether a cell has a place of its own: in a grid, or on a page."""
    anchor = cell.anchor
    return anchor is not None and (anchor.column is not None or anchor.box is not None)


def _table_form(table: Table) -> object:
    cells = table.cells
    texts = tuple(
        [
            # Most cells hold digits only: they are not asked twice.
            "0" if (text := cell.text).isdecimal() or _is_figure(text) else text
            for cell in cells
        ]
    )
    return texts, table.aligned, *(tuple(map(part, cells)) for part in _PLACE)


def _is_figure(text: str) -> bool:
    """Whether a cell holds a plain figure, whatever other one might stand there."""
    return text.isdecimal() or (text[:1] in _FIRST and _FIGURE.fullmatch(text) is not None)


def _text_form(block: Heading | Paragraph | Figure, said: Callable[[str], str | None]) -> object:
    if isinstance(block, Figure):
        return ()
    text = block.text
    if "\n" in text or text.isspace() or not text:
        lines = [line for line in text.split("\n") if line and not line.isspace()]
        return tuple([_line_form(line, said) for line in lines])
    return _line_form(text, said)


def _line_form(line: str, said: Callable[[str], str | None]) -> str | None:
    if is_prose(line):
        return ""
    return line if len(line) > _LONGEST else said(line)


def _size(document: Document) -> int:
    cells = _cells(document)
    texts = sum(len(block.text) for block in document.blocks if not isinstance(block, Table))
    return texts + sum(len(cell.text) + 10 for cell in cells)


def _cells(document: Document) -> list[Cell]:
    return [cell for block in document.blocks if isinstance(block, Table) for cell in block.cells]


def _facts(table: _Known, cells: Sequence[Cell]) -> tuple[Fact, ...] | None:
    """The facts of a table; `None` if something is to be said of one."""
    facts = []
    zeros = table.zeros
    for slot in table.slots:
        cell = cells[slot.at]
        zero = zeros.get(slot.at) if cell.text == "0" else None
        if zero is not None and zero.anchor is cell.anchor:
            facts.append(zero)
            continue
        fact = _fact(slot, cell)
        if fact is None:
            return None
        if fact.raw == "0":
            zeros[slot.at] = fact
        facts.append(fact)
    return tuple(facts)


def _fact(slot: _Slot, cell: Cell) -> Fact | None:
    path, label, _, kind, unit, blank = slot
    text = cell.text.strip()
    told = count(text) if kind is Kind.COUNT else read(text, kind, unit)
    reading = BLANK if blank else told
    if not (reading.plain or _is_amount(reading)):
        return None
    return Fact(path, reading.value, text, label, reading.note, cell.anchor)


def _is_amount(reading: Reading) -> bool:
    """Whether a reading is an amount of money of which nothing is to be said."""
    value = reading.value
    sure = reading.understood and not reading.spaced
    return sure and isinstance(value, Money) and value.unit is not None


def _known(sections: Sequence[Section], document: Document) -> tuple[_Known, ...] | None:
    """What is known of a document's form; `None` if figures had a say in how it was read."""
    cells = _Cells.of(document)
    blocks = [block for section in sections for block in section.blocks]
    if cells is None or not sections or len(set(blocks)) < len(blocks):
        return None
    known = []
    for section in sections:
        slots = _slots(section, cells)
        if [slot.path for slot in slots] != [fact.path for fact in section.facts]:
            return None
        known.append(_Known(section.grammar, section.blocks, section.spans, section.placed, slots))
    slots = tuple(slot for table in known for slot in table.slots)
    return tuple(known) if cells.account_for(slots) else None


@frozen(slots=True)
class _Cells:
    """The cells of a document, by their places.

    Attributes:
        cells: The cells of all tables.
        rows: For each cell its table and its row.
        numbers: The number of each cell by its anchor.
    """

    cells: tuple[Cell, ...]
    rows: tuple[tuple[int, int], ...]
    numbers: Mapping[Anchor | None, int]

    @classmethod
    def of(cls, document: Document) -> _Cells | None:
        """The cells; `None` if one has no place of its own by which it could be found again."""
        cells = _cells(document)
        numbers = {cell.anchor: number for number, cell in enumerate(cells)}
        if None in numbers or len(numbers) < len(cells) or _size(document) > _MOST:
            return None
        tables = [block for block in document.blocks if isinstance(block, Table)]
        rows = [(at, cell.row) for at, table in enumerate(tables) for cell in table.cells]
        return cls(tuple(cells), tuple(rows), numbers)

    def holds(self, row: Row) -> bool:
        """Whether all of a row's figures stand in cells, and its label, if any, beside them."""
        places = [cell.anchor if cell else None for cell in row.placed.cells]
        if row.label:
            places.append(row.anchor)
        rows = {self.rows[self.numbers[place]] for place in places if place in self.numbers}
        return len(rows) == 1 and self.numbers.keys() >= set(places)

    def account_for(self, slots: Sequence[_Slot]) -> bool:
        """Whether each plain figure is one fact's, and no other row may be one of blank cells."""
        held = [slot.at for slot in slots if not slot.blank]
        figures = {at for at, cell in enumerate(self.cells) if _is_figure(cell.text)}
        known = {self.rows[slot.at] for slot in slots}
        blank = Counter(
            row for row, cell in zip(self.rows, self.cells, strict=True) if is_blank(cell.text)
        )
        return (
            len(set(held)) == len(held)
            and figures <= set(held)
            and not any(count >= _FEWEST and row not in known for row, count in blank.items())
        )


def _slots(section: Section, cells: _Cells) -> tuple[_Slot, ...]:
    """The cells of a table's facts; none if figures had a say in where they are."""
    slots: list[_Slot] = []
    for number, row in sorted(section.rows.items()):
        spec = section.grammar.rows[number]
        if not cells.holds(row):
            return ()
        names = names_of(section.grammar, spec)
        for at, (cell, (path, label)) in enumerate(zip(row.placed.cells, names, strict=True)):
            kind = spec.columns[at].kind
            unit = row.unit_of(at) if kind is Kind.MONEY else None
            if cell is not None:
                number_of_cell = cells.numbers[cell.anchor]
                slots.append(_Slot(path, label, number_of_cell, kind, unit, cell.blank))
    return tuple(slots)
