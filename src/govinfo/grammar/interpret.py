"""The interpreter: lines of pieces, and a grammar, to facts and diagnostics.

It sees tables where an adapter found any, and a stream of cells in reading order where it found
none, and reads both alike: rows by their labels, columns by the header, blanks and positions as
evidence only where the document's own rows confirm them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from govinfo.diagnostics import Diagnostic
from govinfo.grammar import rules
from govinfo.grammar.cells import How, Placed, in_grid, place, sums_fail
from govinfo.grammar.compile import Grammar, build
from govinfo.grammar.facts import Fact, cell_of, table_of
from govinfo.grammar.header import Header, read_header
from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import Lexicon, foreign_label, lexicon
from govinfo.grammar.lines import Line, joined
from govinfo.grammar.record import Row, facts_of
from govinfo.grammar.rows import Figures, Mark, assign, items_of
from govinfo.grammar.values import read

MOST_LINES = 64
"""Lines after the last label that may still belong to a table."""
_FEW = 3
"""Labels, or rows, from which some words that a table shares with others are taken for it."""


@frozen(slots=True)
class Section:
    """A table as read.

    Attributes:
        grammar: The grammar it was read by.
        facts: A fact for every cell of the template's edition that the document has.
        diagnostics: What could not be read surely.
        blocks: Numbers of the document's blocks that the table takes up.
        placed: How many of its rows were placed surely.
    """

    grammar: Grammar
    facts: tuple[Fact, ...]
    diagnostics: tuple[Diagnostic, ...]
    blocks: frozenset[int]
    placed: int

    def build(self) -> Any:
        """The section as an instance of its class."""
        start = len(self.grammar.layout.part) + 1
        return build(self.grammar.cls, {fact.path[start:]: fact.value for fact in self.facts})


def interpret(lines: Sequence[Line], grammar: Grammar) -> Section | None:
    """Read the table of a grammar out of a document's lines; `None` if it is not there."""
    words = lexicon(grammar)
    region = _region(lines, words)
    if not region:
        return None
    foreign = _foreign_blocks(region, words)
    copies = _copies(_rows([line for line in region if line.block not in foreign], words))
    best = max(copies, key=lambda copy: sum(row.sure for row in copy.values()), default={})
    if not _enough(best, region, words):
        return None
    found = [
        rules.FOREIGN.at(grammar.layout.part, table=table_of(grammar), why=why)
        for why in foreign.values()
    ]
    facts, noted = facts_of(grammar, best)
    found += noted
    found += _compare(grammar, best, [copy for copy in copies if copy is not best])
    blocks = frozenset(block for copy in copies for row in copy.values() for block in row.blocks)
    return Section(grammar, facts, tuple(found), blocks, sum(row.sure for row in best.values()))


def likeness(lines: Sequence[Line], grammar: Grammar) -> int:
    """How many different labels of a grammar's rows and columns stand in some lines."""
    words = lexicon(grammar)
    seen = {
        piece.key.bare
        for line in lines
        for piece in line.pieces
        if piece.key.full and (words.row(piece.key) or words.is_column(piece.key))
    }
    return len(seen)


def _region(lines: Sequence[Line], words: Lexicon) -> list[Line]:
    """From the header over the first row of the grammar to a little after the last."""
    rows, columns = [], []
    for number, line in enumerate(lines):
        for piece in line.pieces:
            if piece.key.full and words.row(piece.key):
                rows.append(number)
            elif piece.key.full and words.is_column(piece.key):
                columns.append(number)
    hits = rows or columns
    if not hits:
        return []
    start = min([n for n in columns if hits[0] - MOST_LINES < n < hits[0]], default=hits[0])
    return list(lines[start : hits[-1] + MOST_LINES])


def _foreign_blocks(lines: Sequence[Line], words: Lexicon) -> dict[int, str]:
    """Tables with columns that no template has, by block."""
    foreign: dict[int, str] = {}
    for line in lines:
        if line.table and line.block not in foreign and len(line.pieces) > 1:
            if any(words.row(piece.key) for piece in line.pieces[:1]):
                continue
            why = foreign_label(piece.text for piece in line.pieces)
            if why is not None:
                foreign[line.block] = why
    labelled = {line.block for line in lines for piece in line.pieces if words.row(piece.key)}
    return {block: why for block, why in foreign.items() if block in labelled}


def _rows(lines: Sequence[Line], words: Lexicon) -> list[Row]:
    """Every row of figures whose place in the template is known, in printed order."""
    items = items_of(lines, words)
    if words.rows:
        groups = [group for group in assign(items, words) if group.row is not None]
        starts = [0, *(group.line + group.lines for group in groups[:-1])]
    else:
        groups, starts = _only_row(items, lines, words)
    headers = _headers(groups, starts, lines, words)
    trusted = _trusted_blocks(groups, headers, lines, words)
    rows = [
        _row(group, header, lines, words, trusted=lines[group.line].block in trusted)
        for group, header in zip(groups, headers, strict=True)
    ]
    rows += _without_figures(items, lines, words, {group.row for group in groups})
    return rows


def _row(
    group: Figures, header: Header, lines: Sequence[Line], words: Lexicon, *, trusted: bool
) -> Row:
    number = group.row or 0
    columns = words.grammar.rows[number].columns
    trusted = trusted or (group.table and group.aligned)
    placed = place(group, columns, header, trusted=trusted)
    blocks = {line.block for line in lines[group.line : group.line + group.lines]}
    unsure = placed.how is How.COUNT and not trusted and sums_fail(placed, columns)
    return Row(
        number,
        placed,
        header,
        frozenset(blocks),
        group.how,
        group.label,
        group.anchor,
        joined(group.printed),
        group.glued,
        group.unit,
        unsure=unsure,
        found=len(group.printed),
    )


def _without_figures(
    items: Sequence[Figures | Mark], lines: Sequence[Line], words: Lexicon, known: set[int | None]
) -> Iterator[Row]:
    """Rows whose label stands there without any figure."""
    rows = words.grammar.rows
    for item in items:
        if isinstance(item, Figures) or not item.rows:
            continue
        number = next((n for n in item.rows if n not in known), None)
        if number is None or rows[number].own:
            continue
        known.add(number)
        nothing = Placed(How.MISSING, (None,) * len(rows[number].columns))
        header = Header(None, None, (None,) * len(rows[number].columns), 0, usual=False)
        yield Row(
            number,
            nothing,
            header,
            frozenset([lines[item.line].block]),
            "label",
            item.text,
            item.anchor,
            glued=item.glued,
        )


def _only_row(
    items: Sequence[Figures | Mark], lines: Sequence[Line], words: Lexicon
) -> tuple[list[Figures], list[int]]:
    """The figures of a table without row labels, and where the header over each begins."""
    groups: list[Figures] = []
    starts: list[int] = []
    start = 0
    for item in items:
        if not isinstance(item, Figures):
            continue
        if len(_header_labels(lines[start : item.line], words)) >= _FEW:
            item.row = 0
            groups.append(item)
            starts.append(start)
        start = item.line + item.lines
    return groups, starts


def _header_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different labels of columns, and of groups over them, in some lines."""
    groups = {key(g).bare for c in words.grammar.rows[0].columns for g in c.groups}
    over = {piece.key.bare for line in lines for piece in line.pieces if piece.key.bare in groups}
    return over | _column_labels(lines, words)


def _column_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different column labels in some lines."""
    return {
        piece.key.bare
        for line in lines
        for piece in line.pieces
        if piece.key.full and words.is_column(piece.key)
    }


def _headers(
    groups: Sequence[Figures], starts: Sequence[int], lines: Sequence[Line], words: Lexicon
) -> list[Header]:
    """The header over each group: the column labels since the figures before, or the last ones."""
    headers: list[Header] = []
    current: dict[int, Header] = {}
    seen: list[Line] = []
    for group, start in zip(groups, starts, strict=False):
        fresh = [
            line
            for line in lines[start : group.line]
            if any(
                piece.key.full and (words.is_column(piece.key) or words.is_head(piece.key))
                for piece in line.pieces
            )
        ]
        if any(words.is_column(piece.key) for line in fresh for piece in line.pieces):
            seen, current = fresh, {}
        columns = words.grammar.rows[group.row or 0].columns
        if id(columns) not in current:
            current[id(columns)] = read_header(seen, columns)
        headers.append(current[id(columns)])
    return headers


def _trusted_blocks(
    groups: Sequence[Figures], headers: Sequence[Header], lines: Sequence[Line], words: Lexicon
) -> set[int]:
    """Tables without a grid whose rows all have a cell a column, or all agree with their header."""
    whole: dict[int, bool] = {}
    agrees: dict[int, bool] = {}
    for group, header in zip(groups, headers, strict=True):
        block = lines[group.line].block
        columns = words.grammar.rows[group.row or 0].columns
        whole[block] = whole.get(block, True) and len(group.cells) == len(columns)
        agrees[block] = agrees.get(block, True) and in_grid(group.cells, header) is not None
    tables = {lines[group.line].block for group in groups if group.table}
    return {block for block in tables if whole[block] or agrees[block]}


def _copies(rows: Sequence[Row]) -> list[dict[int, Row]]:
    """The rows of each printed copy of the table; parts of one split table are one copy."""
    copies: list[dict[int, Row]] = []
    for row in rows:
        home = next((copy for copy in reversed(copies[-1:]) if row.number not in copy), None)
        if home is None:
            home = {}
            copies.append(home)
        home[row.number] = row
    return copies


def _enough(copy: dict[int, Row], lines: Sequence[Line], words: Lexicon) -> bool:
    """Whether what was found is this table, and not some words that it shares with another."""
    if not copy:
        return False
    return not words.rows or len(copy) >= _FEW or len(_column_labels(lines, words)) >= 2


def _compare(
    grammar: Grammar, first: dict[int, Row], others: Sequence[dict[int, Row]]
) -> Iterator[Diagnostic]:
    """What a second copy of the table says otherwise."""
    for other in others:
        both = [number for number in other if number in first and other[number].sure]
        if len(both) < max(3, len(first) // 2) and grammar.rows[0].label:
            continue
        differ = False
        for number in both:
            spec = grammar.rows[number]
            for column, mine, yours in zip(
                spec.columns, first[number].placed.cells, other[number].placed.cells, strict=True
            ):
                here, there = mine.text if mine else "", yours.text if yours else ""
                if read(here, column.kind).value != read(there, column.kind).value:
                    differ = True
                    yield rules.COPIES_DIFFER.at(
                        grammar.path(spec, column),
                        mine.anchor if mine else None,
                        cell=cell_of(grammar, spec, column),
                        first=here or "空白",
                        second=there or "空白",
                    )
        if both and not differ:
            yield rules.COPY.at(grammar.layout.part, table=table_of(grammar))
