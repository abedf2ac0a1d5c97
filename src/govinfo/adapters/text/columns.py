"""Rows of figures set apart by blanks alone, in which a blank cell is a wider gap.

The figures of all rows of a table say where its columns are; a row with fewer figures than
columns is then a row with blank cells. Rows that have a figure in every column stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from govinfo.adapters.text.rows import HEADING, Part, Row
from govinfo.adapters.text.terminal import terminal_columns

_TOKEN = re.compile(r"\S+")
_FIGURE = re.compile(
    r"(?:[-+−－]?[\d０-９][\d０-９,.，．]*(?:万元|元|件|条|项)?|/|／|—+|-+|无)(?:[(（][^()（）]*[)）])?"
)
_GAP = re.compile(r"\s{2,}")
_PIECE = re.compile(r"[\d０-９()（）]")
_NEAR = 2
"""Lines above and below a row in which pieces of its figures may stand."""
_LONG = 60
"""Characters of a line with sentence marks that is running text."""
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
"""Rows with a figure in every column, at least."""
Span = tuple[int, int]


@frozen
class Line:
    """A line's label, and its figures with the places that they take up.

    Attributes:
        at: The line's number.
        row: The line.
        label: What stands before the figures.
        edge: The place at which the label ends.
        figures: The figures as printed.
        spans: First place and end of each.
    """

    at: int
    row: Row
    label: str
    edge: int
    figures: tuple[str, ...]
    spans: tuple[Span, ...]


def with_gaps(lines: Sequence[Row]) -> Mapping[int, list[Part]]:
    """By their numbers: the lines with blank cells, as cells, blank ones among them."""
    if not any("   " in line.text for line in lines):
        return {}
    found: dict[int, list[Part]] = {}
    for stretch in _stretches(lines):
        for places in (terminal_columns, len):
            rows = [line for at, row in stretch if (line := _line(at, row, places)) is not None]
            width = max((len(row.figures) for row in rows), default=0)
            full = [span for row in rows if len(row.figures) == width for span in row.spans]
            enough = width >= _FEWEST_COLUMNS and len(full) >= width * _FEWEST_ROWS
            if enough and len(_columns(full)) == width:
                found.update(_cells(rows, width, _pieces(stretch, rows, places)))
                break
    return found


def _stretches(lines: Sequence[Row]) -> Iterator[list[tuple[int, Row]]]:
    """The lines between headings, running text, and the ends of pages."""
    stretch: list[tuple[int, Row]] = []
    for at, row in enumerate(lines):
        text = row.text.strip()
        ends = HEADING.match(text) or (len(text) > _LONG and "。" in text) or _is_header(text)
        turned = stretch and stretch[-1][1].anchor.page != row.anchor.page
        if ends or turned or "|" in text or "\t" in row.text:
            yield stretch
            stretch = []
        if not ends:
            stretch.append((at, row))
    yield stretch


def _is_header(text: str) -> bool:
    """Whether a line is labels set apart, over rows of which the columns are others."""
    parts = _GAP.split(text) if "  " in text else ()
    return len(parts) > 2 and not any(map(_FIGURE.fullmatch, parts))


def _line(at: int, row: Row, places: Callable[[str], int]) -> Line | None:
    """A line that ends in figures, two or more."""
    tokens = list(_TOKEN.finditer(row.text))
    first = len(tokens)
    while first and _FIGURE.fullmatch(tokens[first - 1][0]):
        first -= 1
    figures = tokens[first:]
    if len(figures) < 2:
        return None
    begins = [places(row.text[: token.start()]) for token in figures]
    return Line(
        at,
        row,
        row.text[: figures[0].start()].strip(),
        places(row.text[: figures[0].start()].rstrip()),
        tuple(token[0] for token in figures),
        tuple(
            (begin, begin + places(token[0])) for begin, token in zip(begins, figures, strict=True)
        ),
    )


def _pieces(
    stretch: Sequence[tuple[int, Row]],
    rows: Sequence[Line],
    places: Callable[[str], int],
) -> Mapping[int, list[Span]]:
    """By line: the places of what may be a piece of a figure that is broken over lines."""
    known = {row.at for row in rows}
    return {
        at: [
            (begin, begin + places(token[0]))
            for token in _TOKEN.finditer(row.text)
            if _PIECE.search(token[0])
            for begin in [places(row.text[: token.start()])]
        ]
        for at, row in stretch
        if at not in known
    }


def _cells(
    rows: Sequence[Line], width: int, pieces: Mapping[int, Sequence[Span]]
) -> dict[int, list[Part]]:
    """The cells of the rows with blank ones; none where other rows' figures tell no columns."""
    columns = _columns([span for row in rows for span in row.spans])
    if len(columns) != width:
        return {}
    cells: dict[int, list[Part]] = {}
    for row in rows:
        held = [next(n for n, (a, b) in enumerate(columns) if a <= s < b) for s, _ in row.spans]
        if len(set(held)) != len(held):
            return {}
        gaps = [columns[number] for number in range(width) if number not in held]
        # Where the last cell is blank, one before may be lost, and those behind it moved up.
        if row.edge > columns[0][0]:
            continue
        if gaps and width - 1 in held and not _broken(row.at, gaps, pieces):
            texts = dict(zip(held, row.figures, strict=True))
            parts = [texts.get(number, "") for number in range(width)]
            labels = [row.label] if row.label else []
            cells[row.at] = [(text, row.row.anchor) for text in (*labels, *parts)]
    return cells


def _broken(at: int, gaps: Sequence[Span], pieces: Mapping[int, Sequence[Span]]) -> bool:
    """Whether a line next to a row has a piece of a figure where the row has a gap."""
    near = [span for line in range(at - _NEAR, at + _NEAR + 1) for span in pieces.get(line, ())]
    return any(a < end and begin < b for a, b in gaps for begin, end in near)


def _columns(spans: Sequence[Span]) -> list[Span]:
    """The places that figures take up, those that overlap made one."""
    columns: list[Span] = []
    for begin, end in sorted(spans):
        if columns and begin < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((begin, end))
    return columns
