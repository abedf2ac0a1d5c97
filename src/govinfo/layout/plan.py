"""A table as it is laid out: which line is which row, which cell may be which column, and why.

A plan is told from labels and places alone. Of a figure it knows that it is one, never which: the
next document that prints the same words in the same places has the same plan.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from attrs import evolve, frozen

from govinfo.grammar.compile import Grammar
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon, column_keys
from govinfo.grammar.sums import row_sums
from govinfo.grammar.values import Kind
from govinfo.layout.cells import (
    cells_of,
    fits,
    has_gap,
    in_grid,
    own_cells,
    reaches,
    set_apart,
    signed,
)
from govinfo.layout.groups import FigureGroup, Item, Mark
from govinfo.layout.header import Header
from govinfo.layout.header_lines import (
    FEW,
    columns_of,
    head_lines,
    header_labels,
    headers_of,
    under_captions,
    under_rivals,
    unsure_alone,
    with_unit,
)
from govinfo.layout.header_parts import against_labels, under_parts, without_foreign
from govinfo.layout.items import items_of
from govinfo.layout.lines import Line, Piece
from govinfo.layout.planned import BareLabel, PlannedRow
from govinfo.layout.regions import foreign_blocks
from govinfo.layout.row_labels import candidates_of, rejoined
from govinfo.layout.rows import assign
from govinfo.layout.single_row import only_row
from govinfo.layout.strays import with_wide_rows
from govinfo.layout.stub import without_stubs
from govinfo.layout.untaken import untaken_figures


@frozen(slots=True)
class Plan:
    """The layout of one table of the template in a document.

    Attributes:
        grammar: The table's grammar.
        numbers: Numbers of the lines that it was looked for in, among those it may take up.
        lines: Those lines, where a broken label's are made one.
        named: For each of them the template's rows that each piece may name.
        rows: Its rows of figures in printed order, also those that could not be told.
        labels: Labels of rows without figures.
        foreign: By number of the block, what says that a table is none of the template's.
        untaken: The first figures in the table that no row has taken; none where all are some's.
    """

    grammar: Grammar
    numbers: tuple[int, ...]
    lines: tuple[Line, ...]
    named: tuple[tuple[tuple[int, ...], ...], ...]
    rows: tuple[PlannedRow, ...]
    labels: tuple[BareLabel, ...]
    foreign: tuple[tuple[int, str], ...]
    untaken: tuple[Piece, ...]

    @property
    def told(self) -> tuple[PlannedRow, ...]:
        """The rows that are known to be the template's."""
        return tuple([row for row in self.rows if row.row is not None])


def plan(
    lines: Sequence[Line],
    words: Lexicon,
    known: Callable[[Key], bool],
    *,
    rival: Callable[[Key], bool] = lambda _: False,
    foreign: bool = True,
) -> Plan:
    """Lay out a table.

    Args:
        lines: The lines that it may take up, as `region` tells.
        words: The grammar's labels.
        known: Whether a label belongs to another table of the same document.
        rival: Whether a label heads a column that only another edition of this table has.
        foreign: Whether tables with columns that no template has are set aside.
    """
    aside = foreign_blocks(lines, words) if foreign else {}
    numbers = [n for n, line in enumerate(lines) if line.block not in aside]
    if foreign:
        numbers = [n for n in numbers if not _of_another(lines[n], words, known)]
    own = rejoined(without_stubs([lines[n] for n in numbers], words), words)
    named = candidates_of(own, words)
    items = items_of(own, named, words)
    if words.rows:
        groups = [_under_header(group, own, words) for group in assign(items, words)]
        told = [group for group in groups if group.row is not None]
        starts = [0, *(group.line + group.lines for group in told[:-1])][: len(told)]
    else:
        told, starts = only_row(items, own, words)
        groups = told
    starts = under_captions(starts, told, own, words)
    parted = under_parts(told, starts, own, words)
    blocks = [line.block for line in own]
    headers = headers_of(parted, starts, head_lines(own, named, words), blocks, words)
    headers = [
        with_unit(header, columns_of(group, words), own[start : group.line])
        for header, group, start in zip(headers, parted, starts, strict=True)
    ]
    headers = unsure_alone(_over_their_rows(parted, headers, words), starts, parted, own, words)
    within = [own_cells(group, header) for group, header in zip(parted, headers, strict=True)]
    within = against_labels(within, headers, starts, own, words)
    others = under_rivals(starts, told, own, words, rival)
    within = [
        group._replace(rival=group.rival or other)
        for group, other in zip(within, others, strict=True)
    ]
    trusted = _trusted_blocks(within, headers, own, words)
    planned = {
        id(group): _planned(cut, header, own, words, trusted)
        for group, cut, header in zip(told, within, headers, strict=True)
    }
    rows = [
        planned.get(id(group)) or _planned(group, None, own, words, trusted) for group in groups
    ]
    rows = _beside_wide_rows(rows, words.grammar)
    labels = _bare_labels(items, own, words, {group.row for group in told})
    return Plan(
        words.grammar,
        tuple(numbers),
        tuple(own),
        tuple(map(tuple, named)),
        tuple(rows),
        tuple(labels),
        tuple(aside.items()),
        untaken_figures(own, named, [row for row in rows if row.row is not None]),
    )


def _of_another(line: Line, words: Lexicon, known: Callable[[Key], bool]) -> bool:
    """Whether a line is a row of another table: a label of that one's, and figures beside it.

    行政诉讼 and 其他 are labels of other tables, and the first pieces of some of the list of 2014.
    """
    if len(line.pieces) == len(line.texts) or not line.texts:
        return False
    for piece in line.texts:
        if words.knows(piece.key) or words.begins(piece.key, 1):
            return False
    return any(known(piece.key) for piece in line.texts)


def _under_header(group: FigureGroup, lines: Sequence[Line], words: Lexicon) -> FigureGroup:
    """The group; not to be told if other columns' labels stand between its label and it.

    Tools that print a page column by column put the header of one table below the labels of all.
    """
    if group.row is None or group.table or group.anchor is None:
        return group
    own = set(column_keys(words.grammar.rows[group.row].columns))
    between: list[str] = []
    for line in reversed(lines[max(0, group.line - _LABELS) : group.line]):
        if any(piece.anchor == group.anchor for piece in line.pieces):
            others = len(between) >= FEW or not own.issuperset(between)
            return group._replace(rival=True) if others else group
        between += [piece.key.bare for piece in line.texts if words.is_column(piece.key)]
    return group


def _over_their_rows(
    groups: Sequence[FigureGroup], headers: Sequence[Header], words: Lexicon
) -> list[Header]:
    """The headers, those moved that stand beside the cells of every full row under them.

    Converters that keep no merged cells fill up the header's rows otherwise than the others; a
    header that has one that is merged was not filled up. A row that looks full may be one with a
    blank cell and a remark: only sums would tell, so that rows without any are not asked.
    """
    moves: dict[int, set[int]] = {}
    for group, header in zip(groups, headers, strict=True):
        shown = [cell.column for cell in group.cells if cell.text]
        usual = header.order == tuple(range(len(header.units)))
        places = header.places or ()
        single = all(stop - start == 1 for start, stop in places)
        bound = group.row is not None and row_sums(words.grammar.rows[group.row].columns)
        full = group.table and len(shown) == len(places)
        if places and single and usual and full and bound:
            beside = {at - start for at, (start, _) in zip(shown, places, strict=True)}
            moves.setdefault(id(header), set()).update(beside)
    # Rows under one header go on to share it: it is moved once, not once for each of them.
    moved = {id(header): _moved(header, moves.get(id(header), set())) for header in headers}
    return [moved[id(header)] for header in headers]


def _moved(header: Header, moves: set[int]) -> Header:
    """The header with its places moved, if there is one move."""
    if header.places is None or header.left is None or len(moves) != 1:
        return header
    (move,) = moves
    places, others = (
        tuple((start + move, end + move) for start, end in spans)
        for spans in (header.places, header.others)
    )
    return evolve(header, places=places, others=others, left=header.left + move)


_LABELS = 20
"""Lines before a row's figures in which its label is looked for."""
_PIECES = 3
"""Pieces of a broken label in which what tells its row is looked for."""
_NO_HEADER = Header(None, None, ())


def _planned(
    group: FigureGroup,
    header: Header | None,
    lines: Sequence[Line],
    words: Lexicon,
    trusted_blocks: set[int],
) -> PlannedRow:
    whole = words.grammar.rows[group.row or 0].columns
    columns = columns_of(group, words)
    block = lines[group.line].block
    trusted = block in trusted_blocks or (group.table and group.aligned)
    trusted = trusted and not _is_outside(group)
    evidence = usual = None
    gap = False
    cells = tuple(signed(group.cells, columns))
    # In a grid a sign may as well be the blank cell of a column that the template does not have.
    doubtful = group.table and cells != group.cells
    counted = group.table and all(column.kind is Kind.COUNT for column in columns)
    apart = set_apart(group.cells, len(columns)) if counted else None
    if apart is not None:
        # Whether a blank cell before them is one of the columns, their number alone denies.
        doubtful = len(group.cells) == len(columns)
        trusted = False
        group = group._replace(cells=apart)
    if header is not None and not group.table:
        group = group._replace(cells=cells)
    if header is not None and not doubtful:
        evidence = cells_of(group, columns, header, trusted=trusted)
        if evidence is not None:
            evidence = without_foreign(evidence, header, columns)
        order = tuple(range(len(columns)))
        if header.order != order:
            template = Header(order, None, header.units, unsure=True)
            usual = cells_of(group, columns, template, trusted=trusted)
        gap = (trusted and has_gap(group, header)) or bool(header.foreign)
    return PlannedRow(
        group.row,
        group.how,
        group.label,
        group.anchor,
        group.text,
        group.cells,
        columns,
        group.part,
        len(whole),
        header or _NO_HEADER,
        evidence,
        usual,
        group.line,
        group.lines,
        group.table,
        group.glued,
        group.unit,
        frozenset([line.block for line in lines[group.line : group.line + group.lines]]),
        gap,
    )


def _beside_wide_rows(rows: Sequence[PlannedRow], grammar: Grammar) -> list[PlannedRow]:
    """The rows; those among rows of further cells may have one of them for a lost one."""
    told = [row for row in rows if row.row is not None]
    further = [sum(bool(cell.text) for cell in row.cells) - len(row.columns) for row in told]
    if max(further, default=0) <= 0:
        return list(rows)
    wide = with_wide_rows([_region(row) for row in told], further)
    beside = {_block_of(row, grammar) for row, more in zip(told, further, strict=True) if more > 0}
    return [
        _with_strays(row)
        if row.row is not None and _region(row) in wide and _block_of(row, grammar) in beside
        else row
        for row in rows
    ]


def _region(row: PlannedRow) -> Hashable:
    """What a row has in common with those that have the same columns: a table, or a header."""
    return row.blocks if row.table else row.header


def _block_of(row: PlannedRow, grammar: Grammar) -> Hashable:
    """The part of the template's table that a row of a text is in: each has a header of its own."""
    return row.blocks if row.table else grammar.rows[row.row or 0].block


def _with_strays(row: PlannedRow) -> PlannedRow:
    evidence, usual = (
        evolve(cells, strays=not cells.placed) if cells is not None else None
        for cells in (row.evidence, row.usual)
    )
    return row._replace(evidence=evidence, usual=usual)


def _is_outside(group: FigureGroup) -> bool:
    """Whether a label stands outside the table whose row begins with a blank cell beside it.

    That cell may be what is left of the label's own.
    """
    if not group.table or group.anchor is None or not group.cells or group.cells[0].text:
        return False
    first = group.cells[0].anchor
    return first is not None and group.anchor.table != first.table


def _bare_labels(
    items: Sequence[Item], lines: Sequence[Line], words: Lexicon, known: set[int | None]
) -> Iterator[BareLabel]:
    if not words.rows:
        if not known and len(header_labels(lines, words)) > FEW:
            at = next(n for n, line in enumerate(lines) if header_labels([line], words))
            yield BareLabel(0, "", None, "", lines[at].block, at)
        return
    for item in items:
        if isinstance(item, FigureGroup) or not item.rows:
            continue
        number = next((n for n in item.rows if n not in known), None)
        if number is None or words.grammar.rows[number].own:
            continue
        known.add(number)
        block = lines[item.line].block
        yield BareLabel(number, item.text, item.anchor, item.glued, block, item.line)
    if words.grammar.layout.partial:
        yield from _broken_labels(items, lines, words, known)


def _broken_labels(
    items: Sequence[Item], lines: Sequence[Line], words: Lexicon, known: set[int | None]
) -> Iterator[BareLabel]:
    """Labels in pieces without a figure, from the table's header to its last row.

    Of a list that may leave out rows, only this tells that one is printed and was not read.
    """
    told = [n for n, item in enumerate(items) if not isinstance(item, Mark) or item.rows]
    over = [n for n, item in enumerate(items) if words.is_head(key(item.text))]
    begin = next((n for n in reversed(over) if told and n < told[0]), told[0] if told else 0)
    run: list[Mark] = []
    for item in [*items[begin : told[-1] + 1 if told else 0], None]:
        if isinstance(item, Mark) and not item.rows:
            run.append(item)
            continue
        for at, first in enumerate(run):
            text = "".join(mark.text for mark in run[at : at + _PIECES])
            for number in sorted(words.mentioned(text) - known):
                known.add(number)
                block = lines[first.line].block
                yield BareLabel(number, first.text, first.anchor, "", block, first.line)
        run = []


def _trusted_blocks(
    groups: Sequence[FigureGroup], headers: Sequence[Header], lines: Sequence[Line], words: Lexicon
) -> set[int]:
    """Tables without a grid whose rows all have a cell a column, or all agree with their header.

    A row whose header is lost agrees where it has a cell a column.
    """
    whole: dict[int, bool] = {}
    agrees: dict[int, bool] = {}
    blocks = [lines[group.line].block for group in groups]
    for group, header, block in zip(groups, headers, blocks, strict=True):
        fit = fits(group, len(words.grammar.rows[group.row or 0].columns))
        alike = fit if header.places is None else _agrees(group, header)
        whole[block] = whole.get(block, True) and fit
        agrees[block] = agrees.get(block, True) and alike
    return {
        block
        for group, block in zip(groups, blocks, strict=True)
        if group.table and (whole[block] or agrees[block])
    }


def _agrees(group: FigureGroup, header: Header) -> bool:
    """Whether a row has cells up to the header's last column, and all that print are in columns."""
    if header.places is None or not group.cells or in_grid(group.cells, header) is None:
        return False
    return reaches(group.cells, header)
