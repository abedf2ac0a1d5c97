"""The interpreter: lines of pieces, and a grammar, to facts and diagnostics.

It sees tables where an adapter found any, and a stream of cells in reading order where it found
none, and reads both alike: rows by their labels, columns by the header, blanks and positions as
evidence only where the document's own rows confirm them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from govinfo.diagnostics import Diagnostic
from govinfo.grammar import rules
from govinfo.grammar.cells import (
    How,
    Placed,
    confirmed,
    fits,
    has_gap,
    in_grid,
    place,
    reaches,
    shifted,
    sums_fail,
)
from govinfo.grammar.compile import Grammar, build
from govinfo.grammar.copies import compare, copies_of, one_copy, span_of, sure_rows
from govinfo.grammar.facts import Fact, table_of
from govinfo.grammar.header import Header
from govinfo.grammar.items import Figures, Mark, candidates_of, items_of
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon, lexicon
from govinfo.grammar.lines import Line, Piece, joined
from govinfo.grammar.record import Row, about_columns, facts_of
from govinfo.grammar.rows import assign
from govinfo.grammar.surroundings import (
    FEW,
    NEAR,
    caption_year,
    column_labels,
    foreign_blocks,
    head_lines,
    header_labels,
    headers_of,
    only_row,
    part_of,
    region,
)


@frozen(slots=True)
class Section:
    """A table as read.

    Attributes:
        grammar: The grammar it was read by.
        facts: A fact for every cell of the template's edition that the document has.
        diagnostics: What could not be read surely.
        blocks: Numbers of the document's blocks that the table takes up.
        spans: First and last block of each of its copies.
        placed: How many of its rows were placed surely.
        rows: Its rows by their number in the template; none where only labels and the places
            of cells did not decide alone where each figure belongs.
    """

    grammar: Grammar
    facts: tuple[Fact, ...]
    diagnostics: tuple[Diagnostic, ...]
    blocks: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    placed: int
    rows: Mapping[int, Row] = field(factory=dict, eq=False, repr=False)

    def build(self) -> Any:
        """The section as an instance of its class."""
        values = {fact.path: fact.value for fact in self.facts}
        return build(self.grammar.cls, values, f"{self.grammar.layout.part}.")


def interpret(
    lines: Sequence[Line],
    grammar: Grammar,
    bounds: Sequence[int] = (),
    known: Callable[[Key], bool] = lambda _: False,
    year: int | None = None,
) -> Section | None:
    """Read the table of a grammar out of a document's lines; `None` if it is not there.

    Args:
        lines: The document's lines.
        grammar: The grammar.
        bounds: Numbers of lines, ascending, at which another section begins.
        known: Whether a label belongs to another table of the same document.
        year: The year the document is about: copies under a caption of another are set aside.
    """
    words = lexicon(grammar)
    part = region(lines, words, bounds)
    if not part:
        return None
    foreign = foreign_blocks(part, words)
    own = [
        line for line in part if line.block not in foreign and not _of_another(line, words, known)
    ]
    rows, found = _rows(own, words, known)
    best, others, older = one_copy(
        copies_of(rows), year, lambda row: caption_year(own, row.line, words)
    )
    if not _enough(best, part, words):
        if not foreign:
            return None
        # No other table has these rows: better to say what could not be told of this one.
        rows, found = _rows(part, words, known)
        best, others, older, foreign = (copies_of(rows) or [{}])[0], [], [], {}
        if not _enough(best, part, words):
            return None
    for why in (*foreign.values(), *older):
        found.append(rules.FOREIGN.at(grammar.layout.part, table=table_of(grammar), why=why))
    facts, noted = facts_of(grammar, best)
    found = [*noted, *about_columns(grammar, best), *found, *compare(grammar, best, others)]
    spans = tuple(span for copy in (best, *others) if (span := span_of(copy)) is not None)
    blocks = frozenset(
        block for copy in (best, *others) for row in copy.values() for block in row.blocks
    )
    by_form = not found and all(
        row.by_form(grammar.rows[number].columns) for number, row in best.items()
    )
    return Section(
        grammar, facts, tuple(found), blocks, spans, sure_rows(best), best if by_form else {}
    )


def _of_another(line: Line, words: Lexicon, known: Callable[[Key], bool]) -> bool:
    """Whether a line is a row of another table: a label of that one's, and figures beside it."""
    if len(line.pieces) == len(line.texts) or not line.texts:
        return False
    for piece in line.texts:
        if words.knows(piece.key):
            return False
    return any(known(piece.key) for piece in line.texts)


def likeness(lines: Sequence[Line], grammar: Grammar) -> int:
    """How many different labels of a grammar's rows and columns, or pieces of them, are printed."""
    words = lexicon(grammar)
    return len(
        {
            piece.key.full
            for line in lines
            for piece in line.texts
            if words.row(piece.key) or words.is_fragment(piece.key)
        }
    )


def _rows(
    lines: Sequence[Line], words: Lexicon, known: Callable[[Key], bool]
) -> tuple[list[Row], list[Diagnostic]]:
    """Every row of figures whose place in the template is known, in printed order."""
    candidates = candidates_of(lines, words)
    items = items_of(lines, candidates, words)
    if words.rows:
        all_groups = assign(items, words)
        groups = [group for group in all_groups if group.row is not None]
        starts = [0, *(group.line + group.lines for group in groups[:-1])][: len(groups)]
    else:
        all_groups = groups = []
        groups, starts = only_row(items, lines, words)
    blocks = [line.block for line in lines]
    headers = confirmed(
        groups,
        headers_of(groups, starts, head_lines(lines, candidates, words), blocks, words),
        [words.grammar.rows[group.row or 0].columns for group in groups],
    )
    trusted = _trusted_blocks(groups, headers, lines, words)
    rows = [
        _row(group, header, lines, words, trusted=lines[group.line].block in trusted)
        for group, header in zip(groups, headers, strict=True)
    ]
    if words.rows:
        rows += _without_figures(items, lines, words, {group.row for group in groups})
    elif not groups and len(header_labels(lines, words)) > FEW:
        header = next(line for line in lines if header_labels([line], words))
        rows.append(_nothing(0, header.block, words))
    return rows, list(_unknown(all_groups, words, known))


def _unknown(
    groups: Sequence[Figures], words: Lexicon, known: Callable[[Key], bool]
) -> Iterator[Diagnostic]:
    """Rows of figures amid the table's, or next to them, that could not be told."""
    grammar = words.grammar
    told = {group.row for group in groups}
    before: Figures | None = None
    for group, after in zip(groups, _known_after(groups), strict=True):
        if group.row is not None:
            before = group
            continue
        if not group.printed or known(key(group.text)):
            continue
        low = -1 if before is None or before.row is None else before.row
        high = len(grammar.rows) if after is None or after.row is None else after.row
        near = [abs(group.line - other.line) < NEAR for other in (before, after) if other]
        lost = [row for row in range(low + 1, high) if row not in told]
        amid = before is not None and after is not None
        narrow = words.widest <= FEW and group.lines == 1
        amid = amid and (group.table or len(group.printed) > 1 or (narrow and all(near)))
        fits_one = any(len(group.printed) == words.width(row) for row in lost)
        named = bool(group.text or group.unit)
        beside = any(near) and ((amid and (lost or named or narrow)) or (named and fits_one))
        if beside or (fits_one and words.begins(key(group.text))):
            yield rules.ROW_UNKNOWN.at(
                grammar.layout.part,
                group.printed[0].anchor,
                table=table_of(grammar),
                printed=group.text,
                raw=joined(group.printed),
            )


def _known_after(groups: Sequence[Figures]) -> list[Figures | None]:
    """For each group the next one after it whose row is known."""
    following: list[Figures | None] = []
    after: Figures | None = None
    for group in reversed(groups):
        following.append(after)
        after = after if group.row is None else group
    return following[::-1]


def _row(
    group: Figures, header: Header, lines: Sequence[Line], words: Lexicon, *, trusted: bool
) -> Row:
    number = group.row or 0
    columns = words.grammar.rows[number].columns
    trusted = trusted or (group.table and group.aligned)
    if group.part:
        placed = place(group, part_of(columns, group.part), header, trusted=trusted)
        placed, header = _spread(placed, group.part, len(columns))
    else:
        placed = place(group, columns, header, trusted=trusted)
    printed = group.printed
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
        joined(printed),
        group.glued,
        group.unit,
        unsure=unsure,
        found=len(printed),
        line=group.line,
        partial=bool(group.part and placed.how is not How.AMBIGUOUS)
        or (placed.how is How.CELLS and trusted and has_gap(group, header)),
        shifted=shifted(placed, columns),
        place=printed[0].anchor if printed else group.anchor,
    )


def _spread(placed: Placed, part: Sequence[int], width: int) -> tuple[Placed, Header]:
    """The cells of a part of the columns in their places among all."""
    cells: list[Piece | None] = [None] * width
    for number, cell in zip(part, placed.cells, strict=True):
        cells[number] = cell
    how = How.MISSING if placed.numbers is not None else placed.how
    return Placed(how, tuple(cells)), Header(tuple(range(width)), None, (None,) * width)


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
        row = _nothing(number, lines[item.line].block, words)
        yield evolve(row, label=item.text, anchor=item.anchor, glued=item.glued)


def _nothing(number: int, block: int, words: Lexicon) -> Row:
    """A row without figures."""
    width = words.width(number)
    placed = Placed(How.MISSING, (None,) * width)
    header = Header(None, None, (None,) * width)
    return Row(number, placed, header, frozenset([block]), "label", "", None)


def _trusted_blocks(
    groups: Sequence[Figures], headers: Sequence[Header], lines: Sequence[Line], words: Lexicon
) -> set[int]:
    """Tables without a grid whose rows all have a cell a column, or all agree with their header."""
    whole: dict[int, bool] = {}
    agrees: dict[int, bool] = {}
    blocks = [lines[group.line].block for group in groups]
    for group, block in zip(groups, blocks, strict=True):
        columns = words.grammar.rows[group.row or 0].columns
        whole[block] = whole.get(block, True) and fits(group, len(columns))
    for group, header, block in zip(groups, headers, blocks, strict=True):
        agrees[block] = whole[block] or (agrees.get(block, True) and _agrees(group, header))
    return {
        block for group, block in zip(groups, blocks, strict=True) if group.table and agrees[block]
    }


def _agrees(group: Figures, header: Header) -> bool:
    """Whether a row has cells up to the header's last column, and all that print are in columns."""
    if header.places is None or not group.cells or in_grid(group.cells, header) is None:
        return False
    return reaches(group.cells, header)


def _enough(copy: dict[int, Row], lines: Sequence[Line], words: Lexicon) -> bool:
    """Whether what was found is this table, and not some words that it shares with another."""
    if not copy:
        return False
    return not words.rows or len(copy) >= FEW or len(column_labels(lines, words)) >= 2
