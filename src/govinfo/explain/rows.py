"""A row of the document that is known to be a row of the template, and what is read of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from govinfo.blocks import Anchor
from govinfo.explain.tokens import count_of, digits, parts, token
from govinfo.grammar.compile import ColumnSet, Grammar
from govinfo.grammar.sums import denied, holds, row_sums
from govinfo.grammar.values import Kind, count, is_blank, unit_of
from govinfo.layout.cells import Cells
from govinfo.layout.groups import KnownBy
from govinfo.layout.header import Header
from govinfo.layout.lines import Piece, joined
from govinfo.layout.plan import Plan
from govinfo.layout.planned import BareLabel, PlannedRow
from govinfo.money import YUAN
from govinfo.solve.damages import WIDE
from govinfo.solve.orders import stands
from govinfo.solve.printed import Entry, Printed, Steps
from govinfo.solve.verdict import MOST_STEPS, Verdict, solve, solve_row


class How(Enum):
    """On what ground the cells of a row were placed."""

    CELLS = "cells"
    """By their places."""
    COUNT = "count"
    """There are as many as columns."""
    SUMS = "sums"
    """Every reading that the sums leave says the same."""
    OPEN = "open"
    """Some, or all, could not be."""


Shown = Piece | int | None
"""What stands in a column: a cell, a number that ran together with others, or nothing."""


class ReadRow(NamedTuple):
    """A row of the document that is known to be a row of the template, and what is read of it.

    Attributes:
        number: Which row of the template.
        how: On what ground its cells were placed.
        cells: For each column what stands there; `None` where nothing does, or it is open.
        open: The columns whose figure cannot be told.
        pieces: Its cells as printed.
        evidence: Which of them may be which column; `None` where nothing more can be told of it.
        header: The header over it.
        blocks: Numbers of the blocks it stands in.
        known: By what it is known.
        label: Its label as printed.
        anchor: Where its label stood.
        raw: Its figures as printed.
        glued: Digits glued to its label.
        unit: A measure word printed beside the figures.
        found: How many figures it has.
        line: Number of the line in which its figures begin.
        place: Where its first figure stood.
        partial: Whether it has cells for a part of the columns only.
        shifted: Whether its figures may have moved up by a column.
        unsure: Whether the figures were placed by count alone and do not add up.
        plain: Whether it has a cell for each column, and nothing in it asks for an explanation.
        chosen: The columns of which several numbers were seen, and the sums bear one out.
        among_blanks: Whether another row under its header has lost two cells or more, so that
            blank ones may print nothing there.
    """

    number: int
    how: How
    cells: tuple[Shown, ...]
    open: frozenset[int]
    pieces: tuple[Piece, ...]
    evidence: Cells | None
    header: Header
    blocks: frozenset[int]
    known: KnownBy
    label: str
    anchor: Anchor | None
    raw: str = ""
    glued: str = ""
    unit: str | None = None
    found: int = 0
    line: int = 0
    place: Anchor | None = None
    partial: bool = False
    shifted: bool = False
    unsure: bool = False
    plain: bool = False
    chosen: frozenset[int] = frozenset()
    among_blanks: bool = False

    @property
    def sure(self) -> bool:
        """Whether its cells could be placed."""
        return self.how is not How.OPEN

    @property
    def recovered(self) -> bool:
        """Whether some of its numbers were told apart, or given their columns, by sums alone."""
        return self.how is How.SUMS

    def unit_of(self, number: int) -> str | None:
        """The unit of money that the header, or a word beside the figures, gives to a column.

        `None` where neither prints one, and where they print two: 元 in the row under 万元.
        """
        own = self.unit if self.unit in YUAN else unit_of(self.label)
        units = {own, self.header.units[number]} - {None}
        return units.pop() if len(units) == 1 else None


def rows_of(plan: Plan) -> list[ReadRow]:
    """The rows of a plan, each read by itself, and bare labels, in printed order."""
    told = plan.told
    denied_headers = _denied_headers(told)
    steps = Steps(MOST_STEPS)
    blanks = {id(row.header) for row in told if 0 < len(row.printed) < len(row.columns) - 1}
    rows = [
        _row(row, steps, denied=id(row.header) in denied_headers, blanks=id(row.header) in blanks)
        for row in told
    ]
    bare = [_bare(label, plan.grammar) for label in plan.labels]
    return sorted(rows + bare, key=lambda row: row.line)


def _denied_headers(rows: Sequence[PlannedRow]) -> set[int]:
    """The headers whose order of columns the sums of the rows under them deny.

    One that contradicts itself is denied where several sums of a row hold in the template's order.
    """
    under: dict[int, list[PlannedRow]] = {}
    for row in rows:
        if row.usual is not None and not row.part:
            under.setdefault(id(row.header), []).append(row)
    found = set()
    for at, own in under.items():
        columns, order = own[0].columns, own[0].header.order
        figures = [values for row in own if len(values := _counts(row)) == len(columns)]
        sums = row_sums(columns)
        if order is None:
            denied = len(sums) > 1 and any(any(one) and holds(one, sums) for one in figures)
        else:
            denied = not stands(order, figures, sums)
        if denied:
            found.add(at)
    return found


def _counts(row: PlannedRow) -> list[int]:
    """A row's figures, if all are counts; a sign for nothing is a zero."""
    values = [0 if cell.blank else count_of(cell.text) for cell in row.cells if cell.text]
    counts = [value for value in values if value is not None]
    return counts if len(counts) == len(values) else []


def _row(planned: PlannedRow, steps: Steps, *, denied: bool, blanks: bool) -> ReadRow:
    header, evidence = planned.header, planned.evidence
    width = len(planned.columns)
    if denied:
        header = Header(tuple(range(width)), None, header.units, unsure=True)
        evidence = planned.usual
    printed_cells = planned.printed
    placed = _placed(evidence, planned.cells, planned.columns)
    how, cells = placed or (How.OPEN, (None,) * width)
    row = ReadRow(
        planned.row or 0,
        how,
        cells,
        frozenset() if placed else frozenset(range(width)),
        planned.cells,
        evidence,
        header,
        planned.blocks,
        planned.known,
        planned.label,
        planned.anchor,
        joined(printed_cells),
        planned.glued,
        planned.unit,
        found=len(printed_cells),
        line=planned.line,
        place=planned.place,
        partial=planned.gap and how is How.CELLS,
        unsure=_is_counted(how, planned) and _adds_up_not(cells, planned.columns),
        plain=placed is not None and not any(piece.readings for piece in planned.cells),
        among_blanks=blanks,
    )
    if placed is None and evidence is not None:
        row = _judged(row, solve_row(printed(row, planned.columns), steps))
        alone = row.how is How.COUNT and _adds_up_not(row.cells, planned.columns)
        row = row._replace(unsure=alone, partial=planned.gap and row.how is How.CELLS)
    if row.unsure and row.header.unsure:
        # Figures that do not add up under labels of no sure order are hardly in the template's.
        row = opened(row)._replace(evidence=None, unsure=False)
    whole = not printed_cells and None not in row.cells
    if planned.glued and not whole and len(printed_cells) < width and not row_sums(planned.columns):
        # `行政事业性收费6 | -2 |`: the figures may all stand a column further on.
        row = opened(row)._replace(evidence=None)
    return _spread(row, planned) if planned.part else row


def _is_counted(how: How, planned: PlannedRow) -> bool:
    """Whether the number of cells told their columns; of more than there are, the first count."""
    return how is How.COUNT or (how is How.CELLS and len(planned.cells) > len(planned.columns))


def _placed(
    evidence: Cells | None, printed_cells: Sequence[Piece], columns: ColumnSet
) -> tuple[How, tuple[Shown, ...]] | None:
    """The cells of a row that asks for no explanation in their columns, and on what ground."""
    if evidence is None:
        return None
    pieces = _cells(evidence, printed_cells)
    if not _is_plain(evidence, pieces, columns):
        return None
    cells: list[Shown] = [None] * len(columns)
    for piece, column in zip(pieces, evidence.order, strict=True):
        cells[column] = piece
    return How.CELLS if evidence.placed else How.COUNT, tuple(cells)


def _spread(row: ReadRow, planned: PlannedRow) -> ReadRow:
    """The cells of a part of the columns in their places among all."""
    width = max(planned.whole, len(planned.part))
    cells: list[Shown] = [None] * width
    for number, cell in zip(planned.part, row.cells, strict=True):
        cells[number] = cell
    return row._replace(
        cells=tuple(cells),
        open=frozenset(planned.part[number] for number in row.open),
        evidence=None,
        header=Header(tuple(range(width)), None, (None,) * width, row.header.unsure),
        partial=row.sure,
    )


def _bare(label: BareLabel, grammar: Grammar) -> ReadRow:
    """A row without figures."""
    width = len(grammar.rows[label.row].columns)
    header = Header(None, None, (None,) * width)
    return ReadRow(
        label.row,
        How.OPEN,
        (None,) * width,
        frozenset(),
        (),
        None,
        header,
        frozenset([label.block]),
        "label",
        label.label,
        label.anchor,
        glued=label.glued,
        line=label.line,
    )


def _adds_up_not(cells: Sequence[Shown], columns: ColumnSet) -> bool:
    """Whether cells placed by count alone break one of their sums."""
    return denied(_counts_of(cells), row_sums(columns))


def adds_up(row: ReadRow, grammar: Grammar) -> bool:
    """Whether a row has a figure in all its columns, and its sums hold of more than one of them.

    A total of one figure and zeros is no evidence: a row of years may end 0 0 1 1.
    """
    sums, counts = row_sums(grammar.rows[row.number].columns), _counts_of(row.cells)
    told = None not in counts and sum(map(bool, counts)) > len(sums) + 1
    return bool(sums) and told and holds(counts, sums)


def _counts_of(cells: Sequence[Shown]) -> list[int | None]:
    """The count that each column's cell prints; `None` where it prints none."""
    return [count_of(cell.text) if isinstance(cell, Piece) else None for cell in cells]


def read_together(grammar: Grammar, rows: Mapping[int, ReadRow]) -> dict[int, ReadRow]:
    """The rows of a table, read by the sums between them where one of them needs it."""
    if not any(map(_asks, rows.values())):
        return dict(rows)
    told = {
        number: printed(row, grammar.rows[number].columns)
        for number, row in rows.items()
        if row.evidence is not None or not row.pieces  # a label alone prints nothing
    }
    verdicts = solve(grammar, told, [number for number in rows if number not in told])
    return {number: _confirmed(row, verdicts.get(number)) for number, row in rows.items()}


def _asks(row: ReadRow) -> bool:
    """Whether other rows have a say in what a row is."""
    return row.known in ("order", "shared") or (row.evidence is not None and not row.plain)


def _confirmed(row: ReadRow, verdict: Verdict | None) -> ReadRow:
    """The row as the whole table leaves it."""
    if verdict is None:
        return row
    if verdict.damaged or row.shifted:
        row = _judged(row, verdict)
    if verdict.chosen:
        row = _chosen(row, verdict)
    if row.known == "order" and not verdict.confirmed:
        # That a row must stand here is no evidence where nothing denies another.
        return opened(row)
    if row.known == "shared" and (verdict.damaged or verdict.denied):
        return opened(row)
    return row


def _chosen(row: ReadRow, verdict: Verdict) -> ReadRow:
    """The row with the numbers that the sums bear out among those that were seen."""
    cells = list(row.cells)
    for column in verdict.chosen:
        entry, cell = verdict.cells[column], cells[column]
        if entry is not None and isinstance(cell, Piece):
            cells[column] = cell._replace(text=str(entry[1]), number=True)
    return row._replace(cells=tuple(cells), chosen=verdict.chosen)


def opened(row: ReadRow) -> ReadRow:
    """The row with all its cells open."""
    width = len(row.cells)
    every = frozenset(range(width))
    return row._replace(how=How.OPEN, cells=(None,) * width, open=every, chosen=frozenset())


def _judged(row: ReadRow, verdict: Verdict) -> ReadRow:
    """The row by the solver's verdict on it."""
    if row.evidence is None:
        return row
    tokens = _cells(row.evidence, row.pieces)
    cells = tuple(_shown(entry, tokens, verdict.cells) for entry in verdict.cells)
    if verdict.damaged and not verdict.moved:
        how = How.SUMS if verdict.told else How.OPEN
    else:
        how = How.CELLS if row.evidence.placed else How.COUNT
    shifted = verdict.moved and not verdict.confirmed
    return row._replace(how=how, cells=cells, open=verdict.open, shifted=shifted)


def _shown(
    entry: Entry | None, tokens: Sequence[Piece | None], row: Sequence[Entry | None]
) -> Shown:
    """A cell that is one column's, or the number that is a part of one."""
    if entry is None:
        return None
    at, number = entry
    alone = sum(other is not None and other[0] == at for other in row) == 1
    piece = tokens[at] if at >= 0 else None
    if piece is not None and alone and (number is None or count(piece.text).value == number):
        return piece
    return number


def _cells(evidence: Cells, pieces: Sequence[Piece]) -> list[Piece | None]:
    """The cells that may be columns, in printed order."""
    return [None if number is None else pieces[number] for number in evidence.numbers]


def _is_plain(evidence: Cells, pieces: Sequence[Piece | None], columns: ColumnSet) -> bool:
    """Whether a row has a cell for each column and nothing in it asks for an explanation."""
    if len(pieces) != len(columns) or evidence.loose or evidence.spans:
        return False
    if _has_strays(evidence, pieces):
        return False
    texts = ["" if piece is None else piece.text for piece in pieces]
    if row_sums(columns):
        if any(piece.number for piece in pieces if piece is not None):
            if not (texts[0] and texts[-1]):
                return False
            wide = max(map(len, texts)) >= WIDE
            if (wide or "" in texts) and _breaks_a_sum(evidence, pieces, columns):
                return False
            if (is_blank(texts[0]) or is_blank(texts[-1])) and _lacks(evidence, pieces, columns):
                return False
        if any(map(parts, texts)):
            return False
    return evidence.placed or not any(map(_zeros_lead, texts))


def _has_strays(evidence: Cells, pieces: Sequence[Piece | None]) -> bool:
    """Whether a cell may be no column's own: another's, or one that is printed twice."""
    return evidence.strays or any(
        0 < at < len(pieces) and _text_of(pieces[at - 1]) == _text_of(pieces[at])
        for at in evidence.twice
    )


def _text_of(piece: Piece | None) -> str | None:
    return None if piece is None else piece.text


def _breaks_a_sum(evidence: Cells, pieces: Sequence[Piece | None], columns: ColumnSet) -> bool:
    """Whether cells break a sum, each in the column that it is printed in."""
    return _adds_up_not(_by_column(evidence, pieces), columns)


def _lacks(evidence: Cells, pieces: Sequence[Piece | None], columns: ColumnSet) -> bool:
    """Whether cells are less than their total, a sign for nothing beside others being zero."""
    counts = _counts_of(_by_column(evidence, pieces))
    sums = [one for one in row_sums(columns) if any(counts[at] is not None for at in one.addends)]
    return denied([count or 0 for count in counts], sums)


def _by_column(evidence: Cells, pieces: Sequence[Piece | None]) -> list[Piece | None]:
    """What each column of the template prints."""
    by_column = dict(zip(evidence.order, pieces, strict=True))
    return [by_column[number] for number in range(len(pieces))]


def _zeros_lead(text: str) -> bool:
    return len(text) > 1 and text[0] in "0０" and text.isdecimal()


def printed(row: ReadRow, columns: ColumnSet) -> Printed:
    """A row as the solver takes it."""
    evidence = row.evidence or Cells((), tuple(range(len(columns))))
    pieces = _cells(evidence, row.pieces)
    # A cell that stands alone may hold the digits of all columns, be one of them of a change.
    kinds = {column.kind for column in columns} - ({Kind.CHANGE} if len(pieces) < 2 else set())
    counts = kinds == {Kind.COUNT}
    spans: Iterable[tuple[int, int] | None] = evidence.spans or [None] * len(pieces)
    tokens = [
        token(at, piece, span, counts=counts)
        for at, (piece, span) in enumerate(zip(pieces, spans, strict=True))
    ]
    return Printed(
        tuple(tokens),
        evidence.order,
        row_sums(columns),
        digits(row.glued) if counts else "",
        evidence.placed,
        evidence.loose,
        among_blanks=row.among_blanks,
        strays=_has_strays(evidence, pieces),
    )
