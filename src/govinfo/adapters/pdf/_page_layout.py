"""Lines to text, columns of text, and tables without lines, by what stands under what."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.pdf._cell_borders import Region
from govinfo.adapters.pdf._drawing_order import rows_of
from govinfo.adapters.pdf._lines import Line, joined
from govinfo.adapters.pdf._tables import Field, Part, Span
from govinfo.adapters.pdf._unruled import Drawn, part_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.pdf._page import Page, Ruling, Run
    from govinfo.source import Limits

_GAP = 1.5  # of the line's height: parts two columns
_CELLS = 0.3  # letters that may part two cells
_LEAST = 3  # lines in columns that make a table or two columns of text
_PROSE = 12  # letters a line, on average, in a column of text
_BETWEEN = 2  # lines with a single piece that may stand between lines in columns


@frozen(slots=True)
class Passage:
    """Lines of running text, from the page's left to its right or in a column beside others."""

    lines: tuple[Line, ...]
    is_column: bool = False


def layout(lines: Sequence[Line], page: Page, limits: Limits) -> list[Passage | Part]:
    """Part a page's lines, from top to bottom, into passages and unruled tables.

    Raises:
        LimitExceeded: The tables have, or seem to have, more cells than a document may have.
    """
    if not lines:
        return []
    found: list[Passage | Part] = []
    rest = list(lines)
    for table in _tables_by_drawing_order(lines, page, limits):
        above = [line for line in rest if line.middle < table.top]
        found += _by_gaps(above, page)
        found.append(part_of(table, page.number, limits))
        rest = [line for line in rest if line.middle > table.bottom]
    return found + _by_gaps(rest, page)


def _tables_by_drawing_order(lines: Sequence[Line], page: Page, limits: Limits) -> list[Drawn]:
    """The tables that are drawn row by row, from top to bottom, with nothing else among them."""
    if not any(map(_has_gap, lines)):
        return []
    order = {id(run): at for at, run in enumerate(page.runs)}
    tables = sorted(tables_of(rows_of(lines, order), limits), key=lambda table: table.top)
    if any(above.bottom > below.top for above, below in itertools.pairwise(tables)):
        return []
    return [table for table in tables if _letters(lines, table) == table.n_letters]


def _has_gap(line: Line) -> bool:
    """Whether texts stand apart on a line: in pieces, or before a figure at its end."""
    gap = _CELLS * line.letter
    if any(
        after.lefts[0] - before.rights[-1] > gap for before, after in itertools.pairwise(line.runs)
    ):
        return True
    last = line.runs[-1]
    return last.text[-1].isdigit() and any(
        start - end > gap for end, start in zip(last.rights, last.lefts[1:], strict=False)
    )


def _letters(lines: Sequence[Line], table: Drawn) -> int:
    """How many letters stand beside or in a table."""
    within = (line for line in lines if table.top <= line.middle <= table.bottom)
    return sum(len(run.text) for line in within for run in line.runs)


def _by_gaps(lines: Sequence[Line], page: Page) -> list[Passage | Part]:
    """Passages, columns of text, and tables told by what stands under what."""
    if not lines:
        return []
    horizontals = page.horizontals
    pieces = [_pieces(line) for line in lines]
    found: list[Passage | Part] = []
    start = 0
    for first, last in _candidates(pieces):
        inner = pieces[first:last]
        made = _columns(inner) or _table(inner, horizontals, page.number)
        if made:
            if first > start:
                found.append(Passage(tuple(lines[start:first])))
            found += made
            start = last
    if start < len(lines):
        found.append(Passage(tuple(lines[start:])))
    return found


def _pieces(line: Line) -> list[Line]:
    """A line parted at its wide gaps."""
    if len(line.runs) == 1:
        return [line]
    gap = _GAP * line.height
    parts: list[list[Run]] = [[line.runs[0]]]
    for run in line.runs[1:]:
        if run.lefts[0] - parts[-1][-1].rights[-1] > gap:
            parts.append([run])
        else:
            parts[-1].append(run)
    return [line] if len(parts) == 1 else [Line.of(part) for part in parts]


def _candidates(pieces: Sequence[Sequence[Line]]) -> Iterable[tuple[int, int]]:
    """Stretches of lines, from the first to before the last, of which most are in pieces."""
    first = -1
    last = count = 0
    for index, line in enumerate(pieces):
        if len(line) < 2:
            continue
        if first >= 0 and index - last <= _BETWEEN:
            count += 1
        else:
            if count >= _LEAST:
                yield first, last
            first, count = index, 1
        last = index + 1
    if count >= _LEAST:
        yield first, last


def _columns(lines: Sequence[Sequence[Line]]) -> list[Passage | Part] | None:
    """Columns of running text, one after the other; `None` where these lines are none."""
    spans = _spans(piece for line in lines for piece in line)
    if len(spans) < 2 or len(spans) > 3:
        return None
    columns: list[list[Line]] = [[] for _ in spans]
    for line in lines:
        for piece in line:
            columns[_column(piece, spans)].append(piece)
    for column in columns:
        letters = sum(len(run.text) for piece in column for run in piece.runs)
        if len(column) < _LEAST or letters < _PROSE * len(column):
            return None
    return [Passage(tuple(column), is_column=True) for column in columns]


def _table(
    lines: Sequence[Sequence[Line]], horizontals: Sequence[Ruling], page: int
) -> list[Passage | Part]:
    """A table whose columns are the gaps that its usual rows have in common."""
    usual = Counter(len(line) for line in lines if len(line) > 1).most_common(1)[0][0]
    body = [line for line in lines if len(line) == usual]
    spans = _spans(piece for line in body for piece in line)
    sure = len(spans) == usual and 2 * len(body) >= len(lines)
    if not sure:
        spans = []
    rows = _rows(lines, horizontals)
    fields: list[Field] = []
    for number, row in enumerate(rows):
        placed = _placed(row, spans)
        if placed is None:
            return _unsure(rows, page)
        fields += [_field(pieces, number, *at, page) for at, pieces in placed.items()]
    if not sure:
        return _unsure(rows, page)
    return [_part(fields, rows, spans, page, aligned=True)]


def _unsure(rows: Sequence[Sequence[Line]], page: int) -> list[Passage | Part]:
    fields = [
        _field([piece], number, column, 1, page)
        for number, row in enumerate(rows)
        for column, piece in enumerate(sorted(row, key=_left))
    ]
    return [_part(fields, rows, [], page, aligned=False)]


def _part(
    fields: Sequence[Field],
    rows: Sequence[Sequence[Line]],
    spans: Sequence[Span],
    page: int,
    *,
    aligned: bool,
) -> Part:
    boxes = [field.box for field in fields]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    middles = [(before[1] + after[0]) / 2 for before, after in itertools.pairwise(spans)]
    return Part(
        (left, *middles, right),
        len(rows),
        tuple(fields),
        (left, min(box[1] for box in boxes), right, max(box[3] for box in boxes)),
        page,
        aligned=aligned,
        ruled=False,
    )


def _rows(lines: Sequence[Sequence[Line]], horizontals: Sequence[Ruling]) -> list[list[Line]]:
    """Lines to rows: between two horizontal rulings where every row has them, else line by line."""
    levels = sorted(ruling.at for ruling in horizontals)
    bands = [bisect_right(levels, line[0].middle) for line in lines]
    if len(set(bands)) < _LEAST:
        return [list(line) for line in lines]
    rows: dict[int, list[Line]] = {}
    for band, line in zip(bands, lines, strict=True):
        rows.setdefault(band, []).extend(line)
    return list(rows.values())


def _placed(row: Sequence[Line], spans: Sequence[Span]) -> dict[tuple[int, int], list[Line]] | None:
    """The pieces of a row by first column and number of columns; `None` where one fits none."""
    placed: dict[tuple[int, int], list[Line]] = {}
    for piece in sorted(row, key=_left):
        left, _, right, _ = piece.box
        under = [number for number, span in enumerate(spans) if left < span[1] and right > span[0]]
        if not under:
            return None
        placed.setdefault((under[0], len(under)), []).append(piece)
    taken = [column for first, count in placed for column in range(first, first + count)]
    return placed if len(taken) == len(set(taken)) else None


def _field(pieces: Sequence[Line], row: int, column: int, colspan: int, page: int) -> Field:
    text = ""
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        text = joined(text, piece.text)
    boxes = [piece.box for piece in pieces]
    box = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return Field(Region(row, column, 1, colspan), text, box, page)


def _spans(pieces: Iterable[Line]) -> list[Span]:
    """The stretches of a line's width that the pieces cover together."""
    spans: list[Span] = []
    for left, right in sorted((piece.box[0], piece.box[2]) for piece in pieces):
        if spans and left < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], right))
        else:
            spans.append((left, right))
    return spans


def _column(piece: Line, spans: Sequence[Span]) -> int:
    return bisect_right([left for left, _ in spans], piece.box[0]) - 1


def _left(line: Line) -> float:
    return line.box[0]
