"""The interpreter: lines of pieces, and a grammar, to facts and diagnostics.

It sees tables where an adapter found any, and a stream of cells in reading order where it found
none, and reads both alike: rows by their labels, columns by the header, blanks and positions as
evidence only where the document's own rows confirm them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.explain.copies import Copies, compare, copies_of, one_copy, span_of, sure_rows
from govinfo.explain.figures import about_columns, facts_of
from govinfo.explain.rows import ReadRow, adds_up, read_together, rows_of
from govinfo.explain.unplaced import about_unplaced
from govinfo.grammar.compile import Grammar, build
from govinfo.grammar.facts import FactParts, table_of
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon, lexicon
from govinfo.layout.captions import caption_year
from govinfo.layout.header_lines import FEW, column_labels
from govinfo.layout.lines import Line, Piece
from govinfo.layout.memory import Plans, Skeleton
from govinfo.layout.plan import Plan, plan
from govinfo.layout.regions import region

Year = Callable[[], int | None]
"""Gives the year that a document is about, for those who ask."""


@frozen(slots=True)
class Section:
    """A table as read.

    Attributes:
        grammar: The grammar it was read by.
        facts: The parts of a fact for every cell of the template's edition that the document has.
        diagnostics: What could not be read surely.
        blocks: Numbers of the document's blocks that the table takes up.
        spans: First and last block of each of its copies.
        placed: How many of its rows were placed surely.
        plan: Its layout.
        rows: Its rows by their number in the template.
    """

    grammar: Grammar
    facts: tuple[FactParts, ...]
    diagnostics: tuple[Diagnostic, ...]
    blocks: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    placed: int
    plan: Plan = field(eq=False, repr=False)
    rows: Mapping[int, ReadRow] = field(eq=False, repr=False)

    @property
    def is_told(self) -> bool:
        """Whether more than rows' labels that other documents have, too, say that it is the table.

        Pages on law enforcement have rows 行政许可 and 行政处罚, forms have rows 予以公开.
        """
        labels = len(column_labels(self.plan.lines, lexicon(self.grammar)))
        several = any(_figures_in(row) > 1 for row in self.rows.values())
        listed = bool(self.grammar.layout.value) and self.placed >= FEW
        return several or listed or labels >= (1 if self.placed else FEW)

    def build(self) -> Any:
        """The section as an instance of its class."""
        values = {path: value for path, value, *_ in self.facts}
        return build(self.grammar.cls, values, f"{self.grammar.layout.part}.")


def interpret(  # noqa: PLR0913 - a table is looked for in these surroundings
    lines: Sequence[Line],
    grammar: Grammar,
    bounds: Sequence[int] = (),
    known: Callable[[Key], bool] = lambda _: False,
    year: Year = lambda: None,
    skeleton: Skeleton | None = None,
    rival: Callable[[Key], bool] = lambda _: False,
) -> Section | None:
    """Read the table of a grammar out of a document's lines; `None` if it is not there.

    Args:
        lines: The document's lines.
        grammar: The grammar.
        bounds: Numbers of lines, ascending, at which another section begins.
        known: Whether a label belongs to another table of the same document.
        year: Gives the year the document is about, asked only where the table is printed more
            than once: copies under a caption of another are set aside.
        skeleton: That of the lines, by which plans are remembered; with it, `known` and `rival`
            must be the same for all documents.
        rival: Whether a label heads a column that only another edition of this table has.
    """
    words = lexicon(grammar)
    part = region(lines, words, bounds)
    if not part:
        return None
    own = lines[part.start : part.stop]

    def make() -> Plan:
        return plan(own, words, known, rival=rival)

    laid = make() if skeleton is None else _PLANS.plan(own, skeleton.of(part), words, make)
    read = _copies(laid, year, words)
    if not _enough(read.best, laid, words) and not _is_a_row_alone(read.best, laid, words):
        if not laid.foreign:
            return None
        # No other table has these rows: better to say what could not be told of this one.
        laid = plan(own, words, known, rival=rival, foreign=False)
        read = _copies(laid, lambda: None, words)
        if not _enough(read.best, laid, words):
            return None
    return _section(laid, read, words, known)


_PLANS = Plans()
"""The plans of the documents read so far in this process."""


def _section(laid: Plan, read: Copies, words: Lexicon, known: Callable[[Key], bool]) -> Section:
    grammar = laid.grammar
    best = read_together(grammar, _weakly_known(read.best, words))
    facts, found = facts_of(grammar, best)
    found += about_columns(grammar, best)
    found += about_unplaced(laid, words, known)
    for why in (*dict(laid.foreign).values(), *read.of_other_years):
        found.append(rules.FOREIGN.at(grammar.layout.part, table=table_of(grammar), why=why))
    if read.named is not None:
        found.append(
            rules.CAPTION.at(grammar.layout.part, table=table_of(grammar), named=read.named)
        )
    found += compare(grammar, best, read.others)
    copies = (best, *read.others)
    spans = tuple(span for copy in copies if (span := span_of(copy)) is not None)
    blocks = frozenset(block for copy in copies for row in copy.values() for block in row.blocks)
    return Section(grammar, facts, tuple(found), blocks, spans, sure_rows(best), laid, best)


def _copies(laid: Plan, year: Year, words: Lexicon) -> Copies:
    copies = copies_of(rows_of(laid))
    return one_copy(copies, year, lambda row: caption_year(laid.lines, row.line, words))


def _weakly_known(rows: Mapping[int, ReadRow], words: Lexicon) -> dict[int, ReadRow]:
    """The rows; one whose label is only a column's word is known by its place alone.

    其他 without its own ordinal may be what is left of 其他处理, or a row that the writer put into
    another group, where the row before it is not there.
    """
    specs = words.grammar.rows
    found = dict(rows)
    for number, row in rows.items():
        label = key(row.label)
        own = label.ordinal and label.ordinal == words.ordinals[number]
        if row.known != "label" or own or not words.is_column(key(label.bare)):
            continue
        before = number - 1
        while before > 0 and before not in rows and specs[before].optional:
            before -= 1
        if (specs[number].optional and before + 1 < number) or before not in rows:
            found[number] = row._replace(known="order")
    return found


def _figures_in(row: ReadRow) -> int:
    """How many columns of a row have a figure."""
    return sum(cell.number if isinstance(cell, Piece) else cell is not None for cell in row.cells)


def likeness(lines: Sequence[Line], grammar: Grammar) -> int:
    """How many different labels of a grammar's rows and columns, or pieces of them, are printed."""
    words = lexicon(grammar)
    return len(
        {
            piece.key.full
            for line in lines
            for piece in line.texts
            if (kinds := words.kinds(piece.key)).rows or kinds.fragment
        }
    )


def _enough(copy: Mapping[int, ReadRow], laid: Plan, words: Lexicon) -> bool:
    """Whether what was found is this table, and not some words that it shares with another."""
    if not copy:
        return False
    return not words.rows or len(copy) >= FEW or len(column_labels(laid.lines, words)) >= 2


def _is_a_row_alone(copy: Mapping[int, ReadRow], laid: Plan, words: Lexicon) -> bool:
    """Whether a row of the table stands there that adds up: a page may hold no more of it.

    总计 is the last row of other tables, too, and a row under one of years is of another.
    """
    whole = [row for row in laid.rows if len(row.printed) >= words.widest]
    others = {row.line + row.lines for row in whole if row.row is None}
    return not laid.foreign and any(
        row.known == "label"
        and row.line not in others
        and not words.is_column(key(row.label))
        and adds_up(row, words.grammar)
        for row in copy.values()
    )
