"""Lines become items: labels, other texts, and groups of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal

from attrs import define, evolve, field

from govinfo.adapters.symbols import PICTURE
from govinfo.blocks import Anchor
from govinfo.grammar.labels import EMPTY, key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.values import measure_word, unit_of
from govinfo.layout.lines import Line, Piece

KnownBy = Literal["label", "fuzzy", "order", "shared"]
"""By its own label, by a label much like it, by the rows around it, or by its place beside a cell
that holds the labels of as many rows."""
_UNIT = 3
"""Characters of the longest measure word."""
_IN_BRACKETS = 6
"""Pieces up to which a label's bracket is looked for to close."""
_SIGNS = 3
"""Signs for nothing in a line of text that make it a row which is printed blank."""


@define(slots=True)
class Figures:
    """A group of figures: the cells of one row.

    Attributes:
        cells: The cells in printed order, blank ones included where the format keeps them.
        line: Number of the line in which they begin.
        table: Whether they are cells of a table.
        aligned: Whether their columns are evidence.
        row: The template's row they belong to, once known.
        how: By what it is known.
        label: The label as printed.
        anchor: Where the label stood.
        glued: Digits found glued to the label.
        text: Text in their own line that is no label.
        unit: A measure word printed beside them.
        width: How many columns the row has, as far as is known.
        among: The rows that a label shared by several names.
        reach: Over how many lines that label's cell runs.
        part: The columns that the header over them names, where those are not all.
        rival: Whether the same table has further rows of as many figures, without telling which
            row is meant.
        lines: Over how many lines they run.
        loose: How many of the last stand on lines of their own below several in one line.
        run: All groups that were cut from one run of single figures; empty if it was none.
    """

    cells: list[Piece]
    line: int
    table: bool
    aligned: bool
    row: int | None = None
    how: KnownBy = "label"
    label: str = ""
    anchor: Anchor | None = None
    glued: str = ""
    text: str = ""
    unit: str | None = None
    width: int = 1
    among: tuple[int, ...] = ()
    reach: int = 1
    part: tuple[int, ...] = ()
    rival: bool = False
    lines: int = 1
    loose: int = 0
    run: tuple[Figures, ...] = field(default=(), repr=False, eq=False)

    @property
    def torn(self) -> bool:
        """Whether another group of the same run has no row, so that the cuts may be wrong."""
        return any(other.row is None for other in self.run)

    @property
    def stacked(self) -> bool:
        """Whether its figures stand one a line: so reads a text whose labels stand before."""
        return self.lines == len(self.cells) > 1

    @property
    def printed(self) -> list[Piece]:
        """The cells that print something."""
        return [cell for cell in self.cells if not cell.blank]


@define(slots=True)
class Mark:
    """A label or another text that stands in the stream of figures.

    Attributes:
        text: As printed.
        rows: The rows that it may name; none if it is no label of a row.
        line: Number of its line.
        anchor: Where it stood.
        glued: Digits found glued to it.
        alone: Whether its line holds neither figures nor another row's label, so that figures on
            a line above or below may be its own.
    """

    text: str
    rows: tuple[int, ...]
    line: int
    anchor: Anchor | None
    glued: str = ""
    alone: bool = False


Item = Figures | Mark


def items_of(
    lines: Sequence[Line], candidates: Sequence[Sequence[tuple[int, ...]]], lexicon: Lexicon
) -> list[Item]:
    """The labels, texts and groups of figures of some lines.

    Args:
        lines: The lines.
        candidates: What `candidates_of` says of them.
        lexicon: The grammar's labels.
    """
    items: list[Item] = []
    for number, line in enumerate(lines):
        if line.pieces:
            for item in _line_items(line, number, candidates[number], lexicon):
                _append(items, item)
    return [part for item in items for part in _cut(item, lexicon)]


def _cut(item: Item, lexicon: Lexicon) -> list[Item]:
    """Cut a run of figures, a line each, into rows where it holds a whole number of them."""
    if not isinstance(item, Figures) or item.lines != len(item.cells) or item.table:
        return [item]
    width = lexicon.widest
    if not lexicon.even or width < 2 or len(item.cells) <= width or len(item.cells) % width:
        return [item]
    parts = [
        evolve(item, cells=item.cells[at : at + width], line=item.line + at, lines=width)
        for at in range(0, len(item.cells), width)
    ]
    for part in parts[1:]:
        part.label, part.anchor, part.glued = "", None, ""
    for part in parts:
        part.run = tuple(parts)
    return list(parts)


def _append(items: list[Item], item: Item) -> None:
    """Add an item; figures that run on over several lines become one group."""
    last = items[-1] if items else None
    if isinstance(item, Figures) and isinstance(last, Figures) and _runs_on(last, item):
        if last.loose or (last.lines == 1 and len(last.cells) > 1 and len(item.cells) == 1):
            last.loose += len(item.cells)
        last.cells += item.cells
        last.lines += 1
        return
    items.append(item)


def _runs_on(last: Figures, item: Figures) -> bool:
    follows = item.line == last.line + last.lines
    if not follows or item.label or item.text or item.unit:
        return False
    if last.label and last.lines == 1 and len(last.cells) >= last.width:
        return False
    if len(item.cells) == 1:
        # A single number after a full row in one line is a page's number.
        return last.lines > 1 or len(last.cells) < max(last.width, 2)
    # Beside a label, too few figures may be all that the row has: the next line is another's.
    return not (item.table or last.label) and len(last.cells) + len(item.cells) <= last.width


def candidates_of(lines: Sequence[Line], lexicon: Lexicon) -> list[list[tuple[int, ...]]]:
    """For each piece of each line the rows that it names.

    A word that names both a row and a column is a column's before the first row, and beside
    other words of a header.
    """
    flat = [piece for line in lines for piece in line.pieces]
    named: list[tuple[int, ...]] = [()] * len(flat)
    begun = False
    for at, piece in enumerate(flat):
        if piece.key is EMPTY:
            continue
        rows = named_rows(piece, lexicon)
        if rows and not piece.key.ordinal and lexicon.is_column(piece.key):
            beside = flat[max(0, at - 1) : at] + flat[at + 1 : at + 2]
            if not begun or any(_is_label(other, lexicon) for other in beside):
                rows = ()
        if rows:
            begun = True
            named[at] = rows
    ends = list(accumulate((len(line.pieces) for line in lines), initial=0))
    return [named[start:end] for start, end in pairwise(ends)]


def _is_label(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a text beside a word that may be a column's says that it is: any but a group's."""
    return bool(piece.key.full) and (lexicon.is_head(piece.key) or not lexicon.knows(piece.key))


def named_rows(piece: Piece, lexicon: Lexicon) -> tuple[int, ...]:
    """The rows that a text may name, digits glued to its end aside."""
    return lexicon.row(piece.key) or glued_rows(piece, lexicon)


def glued_rows(piece: Piece, lexicon: Lexicon) -> tuple[int, ...]:
    """The rows that a text may name without the digits at its end."""
    if not piece.text[-1:].isdigit():
        return ()
    bare, _ = _unglued(piece.text)
    return lexicon.row(key(bare)) if bare else ()


def _line_items(
    line: Line, number: int, candidates: Sequence[tuple[int, ...]], lexicon: Lexicon
) -> Iterator[Item]:
    pieces = line.pieces
    starts = [i for i, rows in enumerate(candidates) if rows] if line.texts else []
    shared = _shared(line, number, starts, lexicon)
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


def _shared(line: Line, number: int, starts: Sequence[int], lexicon: Lexicon) -> list[Figures]:
    """The rows of figures under a label that holds several rows' labels.

    Where each cell holds a number for each of them, they are as many rows; else the figures are
    of one of them, and it is not told which.
    """
    if len(starts) > 1 or len(starts) == len(line.texts):
        return []
    if not any(piece.number or not piece.key.full for piece in line.pieces):
        return []
    for at, label in enumerate(line.pieces):
        among = lexicon.several(label.text) if label.key.full and at not in starts else ()
        if not among:
            continue
        cells = [piece for piece in line.pieces[at + 1 :] if line.table or piece.text]
        if not any(piece.text and not piece.blank for piece in cells):
            return []

        def figures(cells: list[Piece], rows: tuple[int, ...], label: Piece = label) -> Figures:
            return Figures(
                cells,
                number,
                line.table,
                line.aligned,
                label=label.text,
                anchor=label.anchor,
                width=lexicon.width(rows[0]),
                among=rows,
                reach=label.rowspan,
            )

        texts = [piece.text.split() for piece in cells]
        if all(len(parts) in (0, len(among)) for parts in texts):
            return [
                figures(
                    [
                        piece._replace(text=parts[row]) if parts else piece
                        for piece, parts in zip(cells, texts, strict=True)
                    ],
                    (among[row],),
                )
                for row in range(len(among))
            ]
        return [figures(cells, among)]
    return []


def rejoined(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, with rows of tables made one over which a label was broken.

    Together their texts are a row's label, apart neither is any; one of them has the figures.
    """
    found: list[Line] = []
    for printed in lines:
        line = printed if printed.table else _closed(printed, lexicon)
        whole = _whole_row(found[-1], line, lexicon) if found else None
        if whole is None:
            found.append(line)
        else:
            found[-1] = whole
    return found


def _closed(line: Line, lexicon: Lexicon) -> Line:
    """The line with labels whole that were parted within their brackets: `（…计 1 条）`."""
    if not any(_opens(piece.text) for piece in line.texts):
        return line
    pieces = list(line.pieces)
    at = 0
    while at < len(pieces):
        text = pieces[at].text
        for end in range(at + 1, min(at + _IN_BRACKETS, len(pieces)) if _opens(text) else at):
            text += pieces[end].text
            if not _opens(text):
                if lexicon.row(key(text)):
                    whole = pieces[at]._replace(text=text, key=key(text), blank=False, number=False)
                    pieces[at : end + 1] = [whole]
                break
        at += 1
    return evolve(line, pieces=tuple(pieces))


def _opens(text: str) -> bool:
    """Whether a bracket opens in a text that does not close in it."""
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _whole_row(upper: Line, lower: Line, lexicon: Lexicon) -> Line | None:
    """The row that two lines of a table are, if their labels are the pieces of one."""
    if not (upper.table and lower.table and upper.block == lower.block):
        return None
    first = _stranger(upper, lexicon)
    second = _stranger(lower, lexicon) if first is not None else None
    if first is None or second is None or not lexicon.row(key(first.text + second.text)):
        return None
    figures = [[p for p in line.pieces if p.number] for line in (upper, lower)]
    if all(figures):
        return None
    text = first.text + second.text
    label = first._replace(text=text, key=key(text))
    if figures[1]:
        pieces = tuple(label if piece is second else piece for piece in lower.pieces)
    else:
        pieces = tuple(label if piece is first else piece for piece in upper.pieces)
    return evolve(upper, pieces=pieces)


def _stranger(line: Line, lexicon: Lexicon) -> Piece | None:
    """The text in a line that is no label; `None` where there is none, or several."""
    found = [piece for piece in line.texts if not lexicon.knows(piece.key)]
    return found[0] if len(found) == 1 else None


def _invented(pieces: Sequence[Piece]) -> bool:
    """Whether a header holds no figures, or only columns' numbers that a converter gave them."""
    numbers = [piece.text for piece in pieces if piece.number]
    return numbers in ([], *([str(n) for n in range(s, s + len(numbers))] for s in (0, 1)))


def _unglued(text: str) -> tuple[str, str]:
    """A label and the digits glued to its end."""
    bare = text.rstrip("0123456789０１２３４５６７８９")
    return (bare, text[len(bare) :]) if bare != text else ("", "")


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
        text, glued = _unglued(label.text)
    cells, unit, other = _cells(line, rest, lexicon, label.text)
    unit = unit or unit_of(label.text)
    own = lexicon.own.issuperset(rows)
    if own and len(cells) > lexicon.width(rows[0]) and cells[0].key.full:
        other, cells = cells[0].text, cells[1:]
    if own and other and cells:
        # The label is that of the group here: the row's own follows, damaged or in pieces.
        yield Figures(
            cells, number, line.table, line.aligned, text=other, unit=unit, width=lexicon.widest
        )
        return
    yield Mark(text, rows, number, label.anchor, glued, alone and not cells)
    if cells or len(glued) >= lexicon.width(rows[0]) > 1:
        yield Figures(
            cells,
            number,
            line.table,
            line.aligned,
            label=text,
            anchor=label.anchor,
            glued=glued,
            unit=unit,
            text=other,
            width=lexicon.width(rows[0]),
        )


def _unlabelled(
    line: Line, number: int, pieces: Sequence[Piece], lexicon: Lexicon
) -> Iterator[Item]:
    if not pieces:
        return
    if len(line.texts) < len(pieces) == len(line.pieces):
        cells, unit, text = _cells(line, pieces, lexicon)
        if _is_row(line, cells, lexicon):
            yield Figures(
                cells,
                number,
                line.table,
                line.aligned,
                text=text,
                unit=unit,
                width=lexicon.widest,
            )
            return
    for piece in pieces:
        if piece.key.full and not lexicon.is_column(piece.key):
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
        elif piece.key.full and not line.table and label and any(c.number for c in cells):
            break  # another row's label, though it is not known
        elif piece.key.full and not lexicon.is_group(piece.key):
            # A merged cell may be printed once for each column that it covers.
            if text[-1:] != [piece.text]:
                text.append(piece.text)
            cells = []
    if not line.table:
        cells = [piece for piece in cells if piece.text]
    return cells, unit, "".join(text)


def _is_cell(piece: Piece, cells: Sequence[Piece], label: str, lexicon: Lexicon) -> bool:
    """Whether a text in a table's row stands where a figure should."""
    if lexicon.knows(piece.key) or not piece.text:
        return False
    if PICTURE in piece.text and not any(map(str.isalpha, piece.text)):
        return True
    if any(cell.number for cell in cells):
        return True
    rest = piece.key.full and lexicon.row(key(f"{label}{piece.text}"))
    return bool(label) and not rest
