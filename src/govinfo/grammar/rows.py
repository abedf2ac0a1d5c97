"""Rows of figures and the rows of the template that they are.

Lines become items: labels, other text, and groups of figures. A group of figures belongs to the
label in its own line, to the label before it, to the label that the pieces of text around it
spell, or, by its place between two known rows, to the row that must stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from attrs import define, evolve, field

from govinfo.blocks import Anchor
from govinfo.grammar.labels import EMPTY, key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.lines import Line, Piece
from govinfo.grammar.values import UNITS, flatten

How = Literal["label", "fuzzy", "order"]

_NOISE = 2
"""Letters up to which a text between a label and its figures says nothing."""
_NEAR = 8
"""How many pieces of text before and after a group of figures may spell its label."""
_MANY = 6
"""Labels and groups of figures from which their regular alternation is no accident."""
_UNIT = 3
"""Characters of the longest measure word."""
_TRIED = 12
"""How many spellings are compared with the labels by likeness."""


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
        lines: Over how many lines they run.
        run: All groups that were cut from one run of single figures; empty if it was none.
    """

    cells: list[Piece]
    line: int
    table: bool
    aligned: bool
    row: int | None = None
    how: How = "label"
    label: str = ""
    anchor: Anchor | None = None
    glued: str = ""
    text: str = ""
    unit: str | None = None
    width: int = 1
    lines: int = 1
    run: tuple[Figures, ...] = field(default=(), repr=False, eq=False)

    @property
    def torn(self) -> bool:
        """Whether another group of the same run has no row, so that the cuts may be wrong."""
        return any(other.row is None for other in self.run)

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
        for item in _line_items(line, number, candidates[number], lexicon):
            _append(items, item)
    return [part for item in items for part in _cut(item, lexicon)]


def _cut(item: Item, lexicon: Lexicon) -> list[Item]:
    """Cut a run of figures, a line each, into rows where it holds a whole number of them."""
    if not isinstance(item, Figures) or item.lines != len(item.cells) or item.table:
        return [item]
    width = lexicon.widest
    even = all(lexicon.width(row) == width for row in range(len(lexicon.grammar.rows)))
    if not even or width < 2 or len(item.cells) <= width or len(item.cells) % width:
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
    named: list[tuple[int, ...]] = []
    begun = False
    for at, piece in enumerate(flat):
        rows = () if piece.key is EMPTY else named_rows(piece, lexicon)
        if rows and not piece.key.ordinal and lexicon.is_column(piece.key):
            beside = flat[max(0, at - 1) : at] + flat[at + 1 : at + 2]
            if not begun or any(_is_label(other, lexicon) for other in beside):
                rows = ()
        begun = begun or bool(rows)
        named.append(rows)
    found = iter(named)
    return [[next(found) for _ in line.pieces] for line in lines]


def _is_label(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a text beside a word that may be a column's says that it is: any but a group's."""
    return bool(piece.key.full) and (lexicon.is_head(piece.key) or not lexicon.knows(piece.key))


def named_rows(piece: Piece, lexicon: Lexicon) -> tuple[int, ...]:
    """The rows that a text may name, digits glued to its end aside."""
    rows = lexicon.row(piece.key)
    if not rows and piece.text[-1:].isdigit():
        bare, _ = _unglued(piece.text)
        rows = lexicon.row(key(bare)) if bare else ()
    return rows


def _line_items(
    line: Line, number: int, candidates: Sequence[tuple[int, ...]], lexicon: Lexicon
) -> Iterator[Item]:
    pieces = line.pieces
    starts = [i for i, rows in enumerate(candidates) if rows]
    if line.header and not starts:
        return
    first = starts[0] if starts else len(pieces)
    yield from _unlabelled(line, number, pieces[:first], lexicon)
    rows = lexicon.grammar.rows
    alone = sum(any(not rows[row].own for row in candidates[start]) for start in starts) <= 1
    strangers = [i for i, piece in enumerate(pieces) if piece.key.full and i not in starts]
    alone = alone and all(lexicon.knows(pieces[i].key) for i in strangers)
    for start, end in pairwise([*starts, len(pieces)]):
        named = candidates[start]
        yield from _labelled(line, number, pieces[start:end], named, lexicon, alone=alone)


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
    own = all(lexicon.grammar.rows[row].own for row in rows)
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
    if len(pieces) == len(line.pieces):
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
    """Whether cells without a known label may be a row: figures, or as many blanks as columns."""
    if any(piece.number for piece in cells):
        return True
    if len(line.pieces) == 1:
        return len(cells) == 1 and (line.table or bool(cells[0].text))
    if not line.table:
        return False
    return len(cells) >= max(lexicon.widest, 3) and not any(
        lexicon.is_head(piece.key) for piece in line.pieces
    )


def _cells(
    line: Line, pieces: Sequence[Piece], lexicon: Lexicon, label: str = ""
) -> tuple[list[Piece], str | None, str]:
    """The cells among pieces; a measure word beside them; other text before them.

    In a table's row with a label every further text is a cell, though not one to be understood.
    """
    cells: list[Piece] = []
    unit: str | None = None
    text: list[str] = []
    for piece in pieces:
        if not piece.number and len(piece.text) <= _UNIT and flatten(piece.text) in UNITS:
            unit = flatten(piece.text)
        elif piece.number or piece.blank or (line.table and _is_cell(piece, cells, label, lexicon)):
            cells.append(piece)
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
    if any(cell.number for cell in cells):
        return True
    return bool(label) and not lexicon.row(key(f"{label}{piece.text}"))


def assign(items: Sequence[Item], lexicon: Lexicon) -> list[Figures]:
    """Give each group of figures its row; return the groups in printed order.

    Groups whose row is not known keep `row` `None`.
    """
    _take_units(items)
    _by_labels(items, lexicon)
    _by_pieces(items, lexicon)
    groups = [item for item in items if isinstance(item, Figures)]
    _by_order(groups, lexicon)
    return groups


def _take_units(items: Sequence[Item]) -> None:
    """A measure word on a line of its own is that of the figures after it."""
    for before, item in pairwise(items):
        if isinstance(item, Figures) and isinstance(before, Mark) and item.unit is None:
            word = flatten(before.text)
            item.unit = word if word in UNITS else None


def _by_labels(items: Sequence[Item], lexicon: Lexicon) -> None:
    """Figures in a label's own line, and figures right after a label."""
    last = -1
    shifted = _figures_precede_labels(items, lexicon)
    for position, item in enumerate(items):
        if not isinstance(item, Mark) or not item.rows:
            continue
        row = next((row for row in item.rows if row > last), item.rows[0])
        figures = _own_figures(items, position, shifted=shifted)
        if figures is not None and figures.row is None:
            figures.row, figures.label, figures.anchor = row, item.text, item.anchor
            figures.glued = figures.glued or item.glued
            last = row
        elif not lexicon.grammar.rows[row].own:
            last = row


def _own_figures(items: Sequence[Item], position: int, *, shifted: bool) -> Figures | None:
    mark = items[position]
    assert isinstance(mark, Mark)  # noqa: S101 - the caller's loop
    if shifted and mark.alone:
        before = items[position - 1] if position else None
        return before if isinstance(before, Figures) and not before.label else None
    for item in items[position + 1 : position + 2 + _NEAR]:
        if isinstance(item, Figures):
            own = item.label == mark.text and item.line == mark.line
            follows = mark.alone and not (item.label or item.text)
            return item if own or follows else None
        if item.rows or len(key(item.text).full) > _NOISE:
            return _continued(items, position)
    return None


def _continued(items: Sequence[Item], position: int) -> Figures | None:
    """The figures after a label that runs on over pieces which name no row of their own."""
    text = ""
    for item in items[position + 1 : position + 2 + _NEAR]:
        if isinstance(item, Figures):
            mark = items[position]
            whole = key(f"{mark.text}{text}") if isinstance(mark, Mark) else None
            same = (
                whole is not None and isinstance(mark, Mark) and whole.bare == key(mark.text).bare
            )
            return item if same and not item.label and not item.text else None
        if item.rows:
            return None
        text += item.text
    return None


def _figures_precede_labels(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether labels on lines of their own stand after their figures rather than before.

    Before is usual. After is certain where every row's figures stand before its label, and where
    rows with their labels beside them are mixed with rows whose labels in pieces follow them.
    """
    if any(isinstance(item, Figures) and item.label for item in items):
        return _count(items, lexicon, _after) > _count(items, lexicon, _before)
    kinds = [isinstance(item, Figures) for item in items if isinstance(item, Figures) or item.rows]
    return len(kinds) >= _MANY and kinds == [True, False] * (len(kinds) // 2)


def _by_pieces(items: Sequence[Item], lexicon: Lexicon) -> None:
    """Figures whose label the pieces of text around them spell, exactly or nearly.

    A text in the figures' own line counts most. Otherwise, where labels stand on lines before
    or after their figures, all stand on the same side: on the side on which more of them spell
    a row, since the outermost label has figures on one side only. What is left may have pieces
    on both sides. Damaged labels come last, lest pieces of the next row's label pass for one.
    """
    _settle(items, lexicon, _beside, _exactly)
    counts = _count(items, lexicon, _before), _count(items, lexicon, _after)
    sides = [_beside, _both_sides]
    if counts[0] != counts[1] or not any(counts):
        sides.insert(1, _after if counts[1] > counts[0] else _before)
    for spelled in (_exactly, _nearly):
        for side in sides:
            _settle(items, lexicon, side, spelled)
    for position, item in enumerate(items):
        if isinstance(item, Figures) and item.row is None and not item.text:
            before, _ = _texts_around(items, position)
            item.text = next((text for text in reversed(before) if _says(text, lexicon)), "")


def _says(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is long enough for a label, and none that the grammar knows."""
    printed = key(text)
    return len(printed.full) > _NOISE and not lexicon.knows(printed)


Side = Callable[[Figures, Sequence[str], Sequence[str]], Iterator[str]]
"""What the texts before, beside and after figures may spell."""


Spelled = Callable[[Sequence[str], Lexicon, range], tuple[int, How, str] | None]
"""How texts are compared with the labels of the rows that are still open."""


def _beside(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if figures.text:
        yield from _joined(figures, before, after)


def _before(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    del after
    if not figures.text:
        yield from ("".join(before[at:]) for at in range(len(before)))


def _after(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    del before
    if not figures.text:
        yield from ("".join(after[:end]) for end in range(len(after), 0, -1))


def _both_sides(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if before and after and not figures.text:
        yield from _joined(figures, before, after)


def _either_side(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    yield from _before(figures, before, after)
    yield from _after(figures, before, after)


def _joined(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for left in range(len(before) + 1):
        for right in range(len(after) + 1):
            if figures.text or (left and right):
                head = "".join(before[len(before) - left :])
                yield head + figures.text + "".join(after[:right])


def _settle(items: Sequence[Item], lexicon: Lexicon, side: Side, spelled: Spelled) -> None:
    for position, item in enumerate(items):
        if isinstance(item, Figures) and item.row is None and (item.printed or item.table):
            around, among = _texts_around(items, position), _open_rows(items, position, lexicon)
            if spelled is _nearly and _exactly(list(_either_side(item, *around)), lexicon, among):
                # A label stands whole on a side that could not be told to be the right one.
                continue
            found = spelled([text for text in side(item, *around) if text], lexicon, among)
            if found is not None:
                item.row, item.how, item.label = found


def _count(items: Sequence[Item], lexicon: Lexicon, side: Side) -> int:
    """How many groups without a row have a label exactly spelled on a side."""
    return sum(
        any(lexicon.row(key(text)) for text in side(item, *_texts_around(items, position)))
        for position, item in enumerate(items)
        if isinstance(item, Figures) and item.row is None
    )


def _texts_around(items: Sequence[Item], position: int) -> tuple[list[str], list[str]]:
    before: list[str] = []
    for item in reversed(items[max(0, position - _NEAR) : position]):
        if isinstance(item, Figures) or item.rows:
            break
        if item.text not in UNITS:
            before.insert(0, item.text)
    after: list[str] = []
    for item in items[position + 1 : position + 1 + _NEAR]:
        if isinstance(item, Figures) or item.rows:
            break
        if item.text not in UNITS:
            after.append(item.text)
    return before, after


def _open_rows(items: Sequence[Item], position: int, lexicon: Lexicon) -> range:
    """The rows between the nearest known rows before and after an item."""
    known = [item.row if isinstance(item, Figures) else None for item in items]
    low = next((row for row in reversed(known[:position]) if row is not None), -1)
    high = next(
        (row for row in known[position + 1 :] if row is not None and row > low),
        len(lexicon.grammar.rows),
    )
    return range(low + 1, high)


def _exactly(texts: Sequence[str], lexicon: Lexicon, among: range) -> tuple[int, How, str] | None:
    """The row that one of some texts names."""
    for text in texts:
        rows = [row for row in lexicon.row(key(text)) if row in among]
        if rows:
            return rows[0], "label", text
    return None


def _nearly(texts: Sequence[str], lexicon: Lexicon, among: range) -> tuple[int, How, str] | None:
    """The row that one of some texts is surely meant to name."""
    for text in texts[:_TRIED]:
        likest = lexicon.likest(text, among)
        if likest is not None:
            return likest, "fuzzy", text
    return None


def _by_order(groups: Sequence[Figures], lexicon: Lexicon) -> None:
    """Groups without a label, where two known rows enclose as many as the template has there."""
    rows = lexicon.grammar.rows
    known = [i for i, group in enumerate(groups) if group.row is not None]
    for left, right in pairwise(known):
        low, high = groups[left].row, groups[right].row
        if low is None or high is None:
            continue
        between = range(low + 1, high)
        lost = [
            group
            for group in groups[left + 1 : right]
            if between
            and len(group.printed) == len(rows[between[0]].columns)
            and (group.table or group.unit or len(group.printed) > 1)
        ]
        for variant in _variants(between, lexicon):
            if lost and len(lost) == len(variant):
                for group, row in zip(lost, variant, strict=True):
                    group.row, group.how = row, "order"


def _variants(between: range, lexicon: Lexicon) -> list[list[int]]:
    """The rows of a range in each edition: a group's own row, or the rows of the group."""
    rows = lexicon.grammar.rows
    variants = [
        [row for row in between if not (rows[row].optional and not rows[row].own)],
        [row for row in between if not rows[row].own],
    ]
    return variants[:1] if variants[0] == variants[1] else variants
