"""Lines become items: labels, other texts, and groups of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from govinfo.adapters.symbols import PICTURE
from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.values import measure_word, unit_of
from govinfo.layout.groups import FigureGroup, Item, Mark
from govinfo.layout.lines import Line, Piece
from govinfo.layout.row_labels import unglued
from govinfo.layout.shared_labels import beside_shared_label

_UNIT = 3
"""Characters of the longest measure word."""
_SIGNS = 3
"""Signs for nothing in a line of text that make it a row which is printed blank."""


def items_of(
    lines: Sequence[Line], candidates: Sequence[Sequence[tuple[int, ...]]], lexicon: Lexicon
) -> list[Item]:
    """The labels, texts and groups of figures of some lines.

    Args:
        lines: The lines.
        candidates: What `candidates_of` says of them.
        lexicon: The grammar's labels.
    """
    found = [
        item
        for number, line in enumerate(lines)
        if line.pieces
        for item in _line_items(line, number, candidates[number], lexicon)
    ]
    return [part for item in _run_on(found) for part in _cut(item, lexicon)]


def _cut(item: Item, lexicon: Lexicon) -> list[Item]:
    """Cut a run of figures, a line each, into rows where it holds a whole number of them."""
    if not isinstance(item, FigureGroup) or item.lines != len(item.cells) or item.table:
        return [item]
    width = lexicon.widest
    if not lexicon.even or width < 2 or len(item.cells) <= width or len(item.cells) % width:
        return [item]
    first = item._replace(cells=item.cells[:width], lines=width, run=item.line)
    others = [
        first._replace(cells=item.cells[at : at + width], line=item.line + at, label="", glued="")
        for at in range(width, len(item.cells), width)
    ]
    return [first, *(other._replace(anchor=None) for other in others)]


def _run_on(items: Sequence[Item]) -> Iterator[Item]:
    """The items, with figures that run on over several lines made one group."""
    run: _Run | None = None
    for item in items:
        if isinstance(item, FigureGroup) and run is not None and run.goes_on_in(item):
            run.add(item)
            continue
        if run is not None:
            yield run.group()
        run = _Run(item) if isinstance(item, FigureGroup) else None
        if run is None:
            yield item
    if run is not None:
        yield run.group()


class _Run:
    """Figures of which it is not known yet on how many lines they run on."""

    def __init__(self, first: FigureGroup) -> None:
        self.first = first
        self.cells = list(first.cells)
        self.lines = 1
        self.loose = 0

    def goes_on_in(self, item: FigureGroup) -> bool:
        """Whether the figures of the next line are of the same row, or rows."""
        label, width = self.first.label, self.first.width
        follows = item.line == self.first.line + self.lines
        if not follows or item.label or item.text or item.unit:
            return False
        if label and self.lines == 1 and len(self.cells) >= width:
            return False
        if len(item.cells) == 1:
            # A single number after a full row in one line is a page's number.
            return self.lines > 1 or len(self.cells) < max(width, 2)
        # Beside a label, too few figures may be all that the row has: the next line is another's.
        return not (item.table or label) and len(self.cells) + len(item.cells) <= width

    def add(self, item: FigureGroup) -> None:
        if self.loose or (self.lines == 1 and len(self.cells) > 1 and len(item.cells) == 1):
            self.loose += len(item.cells)
        self.cells += item.cells
        self.lines += 1

    def group(self) -> FigureGroup:
        if self.lines == 1:
            return self.first
        return self.first._replace(cells=tuple(self.cells), lines=self.lines, loose=self.loose)


def _line_items(
    line: Line, number: int, candidates: Sequence[tuple[int, ...]], lexicon: Lexicon
) -> Iterator[Item]:
    pieces = line.pieces
    starts = [i for i, rows in enumerate(candidates) if rows] if line.texts else []
    shared = beside_shared_label(line, number, starts, lexicon)
    if shared:
        yield from shared
        return
    if not starts:
        if not (line.header and _invented(pieces)):
            yield from _unlabelled(line, number, pieces, lexicon)
        return
    if starts[0]:
        yield from _unlabelled(line, number, pieces[: starts[0]], lexicon)
    alone = (
        len(starts) == 1
        or sum(not lexicon.own.issuperset(candidates[start]) for start in starts) <= 1
    )
    if alone and len(line.texts) > len(starts):
        strangers = [i for i, piece in enumerate(pieces) if piece.key.full and i not in starts]
        alone = all(lexicon.knows(pieces[i].key) for i in strangers)
    for start, end in pairwise([*starts, len(pieces)]):
        named = candidates[start]
        yield from _labelled(line, number, pieces[start:end], named, lexicon, alone=alone)


def _invented(pieces: Sequence[Piece]) -> bool:
    """Whether a header holds no figures, or only columns' numbers that a converter gave them."""
    numbers = [piece.text for piece in pieces if piece.number]
    return numbers in ([], *([str(n) for n in range(s, s + len(numbers))] for s in (0, 1)))


def _labelled(  # noqa: PLR0913 - a label, where it stands, and what it may be
    line: Line,
    number: int,
    pieces: Sequence[Piece],
    rows: tuple[int, ...],
    lexicon: Lexicon,
    *,
    alone: bool,
) -> Iterator[Item]:
    label, *rest = pieces
    text, glued = label.text, ""
    if not lexicon.row(label.key):
        bare, glued = unglued(label.text)
        text = bare or text
    own = lexicon.own.issuperset(rows)
    if not (own or line.table):
        rest = _before_another(rest, label, lexicon)
    cells, unit, other = _cells(line, rest, lexicon, label.text)
    unit = unit or unit_of(label.text)
    group = _figures(line, number, cells, lexicon)._replace(text=other, unit=unit)
    if own and other and cells:
        # The label is that of the group here: the row's own follows, damaged or in pieces.
        yield group
        return
    yield Mark(text, rows, number, label.anchor, glued, alone and not cells)
    if cells or len(glued) >= lexicon.width(rows[0]) > 1:
        width = lexicon.width(rows[0])
        yield group._replace(label=text, anchor=label.anchor, glued=glued, width=width)


def _figures(line: Line, number: int, cells: Sequence[Piece], lexicon: Lexicon) -> FigureGroup:
    """The cells of a line, as wide as the grammar's rows may be."""
    width = lexicon.widest
    return FigureGroup(tuple(cells), number, line.table, line.aligned, width=width)


def _before_another(pieces: Sequence[Piece], label: Piece, lexicon: Lexicon) -> list[Piece]:
    """The pieces behind a label, up to a text that holds another row's: cells ran together there.

    What follows is the figure of that one.
    """
    own = lexicon.mentioned(label.text)
    return list(takewhile(lambda piece: lexicon.mentioned(piece.text) <= own, pieces))


def _unlabelled(
    line: Line, number: int, pieces: Sequence[Piece], lexicon: Lexicon
) -> Iterator[Item]:
    if not pieces:
        return
    if len(line.texts) < len(pieces) == len(line.pieces):
        cells, unit, text = _cells(line, pieces, lexicon)
        if _is_row(line, cells, lexicon):
            yield _figures(line, number, cells, lexicon)._replace(text=text, unit=unit)
            return
    for piece in pieces:
        # An ordinal alone is where a label begins that runs on below, or beyond its figures.
        says = piece.key.full or (piece.key.ordinal and not line.table)
        if says and not lexicon.is_column(piece.key):
            yield Mark(piece.text, (), number, piece.anchor)


def _is_row(line: Line, cells: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether cells without a known label may be a row: figures, or several blank ones."""
    if any(piece.number for piece in cells):
        return True
    if len(line.pieces) == 1:
        return len(cells) == 1 and (line.table or bool(cells[0].text))
    if not line.table:
        return len(cells) >= _SIGNS
    return len(cells) >= max(lexicon.widest, 3) and not any(
        lexicon.is_head(piece.key) for piece in line.pieces
    )


def _cells(
    line: Line, pieces: Sequence[Piece], lexicon: Lexicon, label: str = ""
) -> tuple[list[Piece], str | None, str]:
    """The cells among pieces; a measure word beside them; other text before them.

    In a table's row with a label every further text is a cell, though not one to be understood.
    """
    if all(piece.number for piece in pieces):
        return list(pieces), None, ""
    cells: list[Piece] = []
    unit: str | None = None
    text: list[str] = []
    for piece in pieces:
        if piece.number:
            cells.append(piece)
        elif piece.text and len(piece.text) <= _UNIT and measure_word(piece.text):
            unit = measure_word(piece.text)
        elif piece.blank or (line.table and _is_cell(piece, cells, label, lexicon)):
            cells.append(piece)
        elif piece.key.full and label and not all(c.blank for c in cells):
            break  # another row's label, though it is not known, or a header
        elif _is_of_a_row(piece, line, lexicon):
            # A merged cell may be printed once for each column that it covers.
            if text[-1:] != [piece.text]:
                text.append(piece.text)
            cells = []
    if not line.table:
        cells = [piece for piece in cells if piece.text]
    return cells, unit, "".join(text)


def _is_of_a_row(piece: Piece, line: Line, lexicon: Lexicon) -> bool:
    """Whether a text beside figures may be of their label: it is none of a group's.

    In a text it may also be a piece of a group's label, or an ordinal over the label itself.
    """
    if not piece.key.full:
        return bool(piece.key.ordinal) and not line.table
    if lexicon.is_group(piece.key):
        return False
    return line.table or not lexicon.is_group_piece(piece.text)


def _is_cell(piece: Piece, cells: Sequence[Piece], label: str, lexicon: Lexicon) -> bool:
    """Whether a text in a table's row stands where a figure should."""
    if lexicon.knows(piece.key) or not piece.text:
        return False
    if "".join(piece.text.split()).isdecimal():
        return True  # two figures of two columns, or one set wide
    if PICTURE in piece.text and not any(map(str.isalpha, piece.text)):
        return True
    if any(cell.number for cell in cells):
        return True
    rest = piece.key.full and lexicon.row(key(f"{label}{piece.text}"))
    # A ruling may part a label of several lines: the piece beside it is amid the words.
    return bool(label) and not rest and bool(cells or not lexicon.is_amid(piece.key))
