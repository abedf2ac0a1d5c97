"""The interpreter: lines of pieces, and a grammar, to facts and diagnostics.

It sees tables where an adapter found any, and a stream of cells in reading order where it found
none, and reads both alike: rows by their labels, columns by the header, blanks and positions as
evidence only where the document's own rows confirm them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen
from rapidfuzz import fuzz

from govinfo.diagnostics import Diagnostic
from govinfo.grammar import rules
from govinfo.grammar.cells import How, Placed, fits, in_grid, place, sums_fail
from govinfo.grammar.compile import Grammar, build
from govinfo.grammar.facts import Fact, cell_of, table_of
from govinfo.grammar.header import Header, read_header
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import LIKE, Lexicon, foreign_label, lexicon
from govinfo.grammar.lines import Line, joined
from govinfo.grammar.record import Row, about_columns, facts_of
from govinfo.grammar.rows import Figures, Mark, assign, candidates_of, items_of, named_rows
from govinfo.grammar.values import read

MOST_LINES = 400
"""Lines after the last label that may still belong to a table."""
_NEAR = 20
"""Lines up to which figures still stand amid the rows around them."""
_TWICE = 5
"""Of so many rows at most one is shared by two parts of the same table."""
_CAPTION = 40
"""Lines over which a table's caption is looked for, and characters that it has at most."""
_SENTENCE = re.compile(r"[，。；,;]|相比|同比|比上年")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
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
        start = len(self.grammar.layout.part) + 1
        return build(self.grammar.cls, {fact.path[start:]: fact.value for fact in self.facts})


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
    region = _region(lines, words, bounds)
    if not region:
        return None
    foreign = _foreign_blocks(region, words)
    rows, found = _rows([line for line in region if line.block not in foreign], words, known)
    best, others, older = _one_copy(_copies(rows), year)
    if not _enough(best, region, words):
        return None
    for why in (*foreign.values(), *older):
        found.append(rules.FOREIGN.at(grammar.layout.part, table=table_of(grammar), why=why))
    facts, noted = facts_of(grammar, best)
    found = [*noted, *about_columns(grammar, best), *found, *_compare(grammar, best, others)]
    spans = tuple(span for copy in (best, *others) if (span := _span(copy)) is not None)
    blocks = frozenset(
        block for copy in (best, *others) for row in copy.values() for block in row.blocks
    )
    return Section(grammar, facts, tuple(found), blocks, spans, _sure(best))


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


def _region(lines: Sequence[Line], words: Lexicon, bounds: Sequence[int]) -> list[Line]:
    """From the header over the first row of the grammar to a little after the last."""
    rows, columns = [], []
    for number, line in enumerate(lines):
        for piece in line.texts:
            if named_rows(piece, words):
                rows.append(number)
            elif words.is_column(piece.key):
                columns.append(number)
    if not words.rows:
        columns += [n for n in range(len(lines)) if _has_heading(lines[n : n + 1], words)]
        columns.sort()
    hits = rows or columns
    if not hits:
        return []
    start = min([n for n in columns if hits[0] - _CAPTION < n < hits[0]], default=hits[0])
    end = next((bound for bound in bounds if bound > hits[-1]), hits[-1] + MOST_LINES)
    return list(lines[max(0, start - _NEAR) : min(end, hits[-1] + MOST_LINES)])


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
    labelled = {line.block for line in lines for piece in line.texts if words.row(piece.key)}
    return {block: why for block, why in foreign.items() if block in labelled}


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
        groups, starts = _only_row(items, lines, words)
    headers = _headers(groups, starts, _head_lines(lines, candidates, words), words)
    trusted = _trusted_blocks(groups, headers, lines, words)
    rows = [
        _row(group, header, lines, words, trusted=lines[group.line].block in trusted)
        for group, header in zip(groups, headers, strict=True)
    ]
    if words.rows:
        rows += _without_figures(items, lines, words, {group.row for group in groups})
    elif not groups and len(_header_labels(lines, words)) > _FEW:
        rows.append(_nothing(0, lines[0].block, words))
    return rows, list(_unknown(all_groups, words, known))


def _unknown(
    groups: Sequence[Figures], words: Lexicon, known: Callable[[Key], bool]
) -> Iterator[Diagnostic]:
    """Rows of figures amid the table's, or next to them, that could not be told."""
    grammar = words.grammar
    told = {group.row for group in groups}
    for at, group in enumerate(groups):
        if group.row is not None or not group.printed or known(key(group.text)):
            continue
        before = next((g for g in reversed(groups[:at]) if g.row is not None), None)
        after = next((g for g in groups[at + 1 :] if g.row is not None), None)
        low = -1 if before is None or before.row is None else before.row
        high = len(grammar.rows) if after is None or after.row is None else after.row
        near = [abs(group.line - other.line) < _NEAR for other in (before, after) if other]
        lost = [row for row in range(low + 1, high) if row not in told]
        amid = before is not None and after is not None
        amid = amid and (group.table or len(group.printed) > 1)
        fits_one = any(len(group.printed) == words.width(row) for row in lost)
        named = bool(group.text or group.unit)
        if any(near) and ((amid and (lost or named)) or (named and fits_one)):
            yield rules.ROW_UNKNOWN.at(
                grammar.layout.part,
                group.printed[0].anchor,
                table=table_of(grammar),
                printed=group.text,
                raw=joined(group.printed),
            )


def _head_lines(
    lines: Sequence[Line], candidates: Sequence[Sequence[tuple[int, ...]]], words: Lexicon
) -> list[Line | None]:
    """The lines that may belong to a header; `None` for others."""
    return [
        line if _is_head(line, named, words) else None
        for named, line in zip(candidates, lines, strict=True)
    ]


def _is_head(line: Line, candidates: Sequence[tuple[int, ...]], words: Lexicon) -> bool:
    """Whether a line holds labels of columns, or several pieces of such labels side by side."""
    if not line.texts:
        return False
    if any(
        not rows and words.is_head(piece.key)
        for rows, piece in zip(candidates, line.pieces, strict=True)
    ):
        return True
    texts = line.texts
    return len(texts) > 1 and all(words.is_fragment(piece.key) for piece in texts)


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
        year=_caption_year(lines, group.line, words),
        place=next((cell.anchor for cell in group.printed), group.anchor),
    )


def _caption_year(lines: Sequence[Line], first: int, words: Lexicon) -> int | None:
    """The year in the caption over some figures.

    A caption is a short line that is no sentence. Prose, other figures and the section's own
    heading end its reach.
    """
    for line in reversed(lines[max(0, first - _CAPTION) : first]):
        figures = len(line.pieces) > 1 and any(piece.number for piece in line.pieces)
        if figures or not line.pieces:
            return None
        for piece in () if line.table else line.texts:
            caption = len(piece.text) <= _CAPTION and _SENTENCE.search(piece.text) is None
            year = _YEAR.search(piece.text) if caption else None
            if year is not None:
                return int(year[1])
        if _has_heading([line], words):
            return None
    return None


def _span(copy: Mapping[int, Row]) -> tuple[int, int] | None:
    blocks = [block for row in copy.values() for block in row.blocks]
    return (min(blocks), max(blocks)) if blocks else None


def _sure(copy: Mapping[int, Row]) -> int:
    return sum(row.sure for row in copy.values())


def _one_copy(
    copies: Sequence[dict[int, Row]], year: int | None
) -> tuple[dict[int, Row], list[dict[int, Row]], list[str]]:
    """The copy to read, the other copies of it, and what says that the rest are of other years."""
    years = [next((row.year for row in copy.values() if row.year), None) for copy in copies]
    printed = [named for named in years if named is not None]
    latest = year if year is not None and printed else max(printed, default=None)
    now = [copy for copy, named in zip(copies, years, strict=True) if named in (None, latest)]
    if not now:
        # The only copies there are: a caption alone throws no table away.
        now, years = list(copies), [None] * len(copies)
    best = max(now, key=_sure, default={})
    older = [f"{named}年" for named in years if named not in (None, latest)]
    return best, [copy for copy in now if copy is not best], older


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
        if not item.printed and item.lines == len(item.cells) < item.width:
            # Blank cells of the header, one a line, are no figures that end it.
            continue
        start = _header_start(lines, start, item, words)
        over = lines[start : item.line]
        whole = len(item.printed) == item.width or len(joined(item.printed)) >= item.width
        under_heading = whole and _has_heading(over, words)
        if under_heading or len(_header_labels(over, words)) >= _FEW:
            item.row = 0
            groups.append(item)
            starts.append(start)
        start = item.line + item.lines
    return groups, starts


def _header_start(lines: Sequence[Line], start: int, item: Figures, words: Lexicon) -> int:
    """Where the header over some figures begins: in their own table, if that has one."""
    block = lines[item.line].block
    own = next(at for at in range(start, item.line + 1) if lines[at].block == block)
    return own if len(_header_labels(lines[own : item.line], words)) >= _FEW else start


def _has_heading(lines: Sequence[Line], words: Lexicon) -> bool:
    """Whether the section's own heading stands in some lines."""
    heading = key(words.grammar.layout.heading).full
    return any(
        fuzz.ratio(heading, piece.key.full) >= LIKE
        for line in lines
        if not line.table
        for piece in line.pieces[:1]
        if piece.key.full
    )


def _header_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different labels of columns, and of groups over them, in some lines."""
    groups = {key(g).bare for c in words.grammar.rows[0].columns for g in c.groups}
    over = {piece.key.bare for line in lines for piece in line.pieces if piece.key.bare in groups}
    return over | _column_labels(lines, words)


def _column_labels(lines: Sequence[Line], words: Lexicon) -> set[str]:
    """The different column labels in some lines."""
    return {piece.key.bare for line in lines for piece in line.texts if words.is_column(piece.key)}


def _headers(
    groups: Sequence[Figures],
    starts: Sequence[int],
    heads: Sequence[Line | None],
    words: Lexicon,
) -> list[Header]:
    """The header over each group: the labels since the figures before, or the last ones.

    Args:
        groups: The groups of figures.
        starts: From which line the header over each may begin.
        heads: The lines that may belong to a header; `None` for others.
        words: The grammar's labels.
    """
    headers: list[Header] = []
    current: dict[int, Header] = {}
    seen: list[Line] = []
    for group, start in zip(groups, starts, strict=True):
        columns = words.grammar.rows[group.row or 0].columns
        fresh = [line for line in heads[start : group.line] if line is not None]
        labels = {
            piece.key.bare for line in fresh for piece in line.texts if words.is_fragment(piece.key)
        }
        if len(labels) >= min(2, len(columns)):
            seen, current = fresh, {}
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
        whole[block] = whole.get(block, True) and fits(group, len(columns))
        agrees[block] = agrees.get(block, True) and _agrees(group, header)
    tables = {lines[group.line].block for group in groups if group.table}
    return {block for block in tables if whole[block] or agrees[block]}


def _agrees(group: Figures, header: Header) -> bool:
    """Whether a row has cells up to the header's last column, and all that print are in columns."""
    if header.places is None or not group.cells or in_grid(group.cells, header) is None:
        return False
    return max(cell.column for cell in group.cells) >= max(start for start, _ in header.places)


def _copies(rows: Sequence[Row]) -> list[dict[int, Row]]:
    """The rows of each printed copy of the table; parts of one split table are one copy."""
    copies: list[dict[int, Row]] = [{}]
    for row in rows:
        held = copies[-1].get(row.number)
        if held is None or (_says(row) and not _says(held)):
            copies[-1][row.number] = row
        elif _says(row):
            copies.append({row.number: row})
    return _rejoined(copies)


def _says(row: Row) -> bool:
    """Whether a row has figures that could be placed."""
    return row.sure and row.found > 0


def _rejoined(copies: Sequence[dict[int, Row]]) -> list[dict[int, Row]]:
    """Copies that share hardly a row are one table in which a row's label is printed twice.

    Which of the two rows is meant cannot be told: neither is placed.
    """
    joined_copies: list[dict[int, Row]] = []
    for copy in copies:
        last = joined_copies[-1] if joined_copies else {}
        both = set(last) & set(copy)
        if last and len(both) * _TWICE < len(last | copy):
            twice = {number: _ambiguous(last[number], copy[number]) for number in both}
            last |= {**copy, **twice}
        else:
            joined_copies.append(dict(copy))
    return joined_copies


def _ambiguous(first: Row, second: Row) -> Row:
    """A row of which two are printed."""
    nothing = Placed(How.AMBIGUOUS, (None,) * len(first.placed.cells))
    return evolve(
        first,
        placed=nothing,
        raw=f"{first.raw} / {second.raw}",
        found=first.found + second.found,
        blocks=first.blocks | second.blocks,
    )


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
