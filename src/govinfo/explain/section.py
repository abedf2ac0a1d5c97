"""The interpreter: lines of pieces, and a grammar, to facts and diagnostics.

It sees tables where an adapter found any, and a stream of cells in reading order where it found
none, and reads both alike: rows by their labels, columns by the header, blanks and positions as
evidence only where the document's own rows confirm them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.explain.copies import compare, copies_of, one_copy, span_of, sure_rows
from govinfo.explain.figures import about_columns, facts_of
from govinfo.explain.rows import How, Row, Shown, opened, read_alone, read_together
from govinfo.grammar.compile import Grammar, build
from govinfo.grammar.facts import Fact, table_of
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon, lexicon
from govinfo.grammar.sums import row_sums
from govinfo.grammar.values import count
from govinfo.layout.cells import cells_of, fits, has_gap, in_grid, reaches
from govinfo.layout.header import Header
from govinfo.layout.items import Figures, Mark, candidates_of, items_of, rejoined
from govinfo.layout.lines import Line, joined
from govinfo.layout.rows import assign
from govinfo.layout.surroundings import (
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
from govinfo.solve.orders import stands


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
    """

    grammar: Grammar
    facts: tuple[Fact, ...]
    diagnostics: tuple[Diagnostic, ...]
    blocks: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    placed: int

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
    own = rejoined(
        [
            line
            for line in part
            if line.block not in foreign and not _of_another(line, words, known)
        ],
        words,
    )
    rows, found = _rows(own, words, known)
    best, others, older = one_copy(
        copies_of(rows), year, lambda row: caption_year(own, row.line, words)
    )
    if not _enough(best, part, words):
        if not foreign:
            return None
        # No other table has these rows: better to say what could not be told of this one.
        own = rejoined(part, words)
        rows, found = _rows(own, words, known)
        best, others, older, foreign = (copies_of(rows) or [{}])[0], [], [], {}
        if not _enough(best, part, words):
            return None
    for why in (*foreign.values(), *older):
        found.append(rules.FOREIGN.at(grammar.layout.part, table=table_of(grammar), why=why))
    best = read_together(grammar, _in_their_place(best, words))
    facts, noted = facts_of(grammar, best)
    found = [*noted, *about_columns(grammar, best), *found, *compare(grammar, best, others)]
    spans = tuple(span for copy in (best, *others) if (span := span_of(copy)) is not None)
    blocks = frozenset(
        block for copy in (best, *others) for row in copy.values() for block in row.blocks
    )
    return Section(grammar, facts, tuple(found), blocks, spans, sure_rows(best))


def _in_their_place(rows: Mapping[int, Row], words: Lexicon) -> dict[int, Row]:
    """The rows; one whose label is only a column's word is open where its neighbour is not there.

    其他 without its ordinal may be what is left of 其他处理.
    """
    specs = words.grammar.rows
    found = dict(rows)
    for number, row in rows.items():
        label = key(row.label)
        if row.known != "label" or label.ordinal or not words.is_column(label):
            continue
        before = number - 1
        while before > 0 and before not in rows and specs[before].optional:
            before -= 1
        if (specs[number].optional and before + 1 < number) or before not in rows:
            found[number] = opened(row)
    return found


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
    headers = _believed(
        groups,
        headers_of(groups, starts, head_lines(lines, candidates, words), blocks, words),
        words,
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
    found = list(_unknown(all_groups, words, known))
    return rows, found or list(_vanished(lines, candidates, all_groups, words))


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


def _vanished(
    lines: Sequence[Line],
    candidates: Sequence[Sequence[tuple[int, ...]]],
    groups: Sequence[Figures],
    words: Lexicon,
) -> Iterator[Diagnostic]:
    """Figures beside a row's label, or in the table amid its rows, that no row has taken."""
    known = [group for group in groups if group.row is not None]
    if not known:
        return
    taken = {id(cell) for group in known for cell in group.cells}
    places = {cell.anchor for group in known for cell in group.cells if lines[group.line].table}
    first, last = known[0].line, max(group.line + group.lines for group in known)
    for number in range(first, min(last, len(lines))):
        line = lines[number]
        labels = [at for at, rows in enumerate(candidates[number]) if rows]
        if (not labels and not (line.table and len(line.pieces) > 1)) or line.header:
            continue
        figures = [piece for piece in line.pieces[min(labels, default=0) :] if piece.number]
        left = [p for p in figures if id(p) not in taken and p.anchor not in places]
        if left and (labels or len(left) == len(figures) > 1):
            yield rules.ROW_UNKNOWN.at(
                words.grammar.layout.part,
                left[0].anchor,
                table=table_of(words.grammar),
                printed="",
                raw=joined(left),
            )
            return


def _known_after(groups: Sequence[Figures]) -> list[Figures | None]:
    """For each group the next one after it whose row is known."""
    following: list[Figures | None] = []
    after: Figures | None = None
    for group in reversed(groups):
        following.append(after)
        after = after if group.row is None else group
    return following[::-1]


def _believed(groups: Sequence[Figures], headers: Sequence[Header], words: Lexicon) -> list[Header]:
    """The headers; where the rows' sums deny an unusual order, the template's, as unsure."""
    judged: dict[int, Header] = {}
    for group, header in zip(groups, headers, strict=True):
        columns = words.grammar.rows[group.row or 0].columns
        if id(header) in judged or header.order is None or len(header.order) != len(columns):
            continue
        own = [g for g, other in zip(groups, headers, strict=True) if other is header]
        rows = [values for g in own if len(values := _counts(g)) == len(columns)]
        if not stands(header.order, rows, row_sums(columns)):
            usual = tuple(range(len(columns)))
            judged[id(header)] = Header(usual, None, header.units, unsure=True)
    return [judged.get(id(header), header) for header in headers]


def _counts(figures: Figures) -> list[int]:
    """A row's figures, if all are counts."""
    values = [count(cell.text).value for cell in figures.printed]
    counts = [value for value in values if isinstance(value, int)]
    return counts if len(counts) == len(values) else []


def _row(
    group: Figures, header: Header, lines: Sequence[Line], words: Lexicon, *, trusted: bool
) -> Row:
    number = group.row or 0
    columns = words.grammar.rows[number].columns
    trusted = trusted or (group.table and group.aligned)
    own = part_of(columns, group.part) if group.part else columns
    printed = group.printed
    row = Row(
        number,
        How.OPEN,
        (None,) * len(own),
        frozenset(range(len(own))),
        cells_of(group, len(own), header, trusted=trusted),
        header,
        frozenset(line.block for line in lines[group.line : group.line + group.lines]),
        group.how,
        group.label,
        group.anchor,
        joined(printed),
        group.glued,
        group.unit,
        found=len(printed),
        line=group.line,
        place=printed[0].anchor if printed else group.anchor,
    )
    row = read_alone(row, own)
    if group.part:
        return _spread(row, group.part, len(columns))
    gap = row.how is How.CELLS and trusted and has_gap(group, header)
    return evolve(row, partial=True) if gap else row


def _spread(row: Row, part: Sequence[int], width: int) -> Row:
    """The cells of a part of the columns in their places among all."""
    cells: list[Shown] = [None] * width
    for number, cell in zip(part, row.cells, strict=True):
        cells[number] = cell
    return evolve(
        row,
        cells=tuple(cells),
        open=frozenset(part[number] for number in row.open),
        evidence=None,
        header=Header(tuple(range(width)), None, (None,) * width),
        partial=row.sure,
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
        row = _nothing(number, lines[item.line].block, words)
        yield evolve(row, label=item.text, anchor=item.anchor, glued=item.glued)


def _nothing(number: int, block: int, words: Lexicon) -> Row:
    """A row without figures."""
    width = words.width(number)
    header = Header(None, None, (None,) * width)
    nothing, blocks = (None,) * width, frozenset([block])
    return Row(number, How.OPEN, nothing, frozenset(), None, header, blocks, "label", "", None)


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
