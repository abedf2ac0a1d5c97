"""Columns of a table that hold no figures: those of labels, of codes and of row numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.lines import Line, Piece
from govinfo.layout.row_labels import named_rows

CODES = frozenset(["代码", "代号", "编号", "行次", "栏次", "序号"])
"""What heads a column of them."""


def without_stubs(lines: Sequence[Line], words: Lexicon) -> list[Line]:
    """The lines without what is no figure's cell: codes, and blank cells beside labels."""
    return _without_codes(_without_blanks(lines, words), words)


def _without_blanks(lines: Sequence[Line], words: Lexicon) -> list[Line]:
    """The lines without blank cells of their tables' stubs: columns of labels and of no figure.

    A row's label stands in one of several columns: what is blank beside it is no column's cell,
    where there is one for each column without it.
    """
    labels: dict[int, set[int]] = {}
    figures: dict[int, set[int]] = {}
    for line in lines:
        for piece in line.pieces if line.table else ():
            over = range(piece.column, piece.column + piece.colspan)
            if piece.number:
                figures.setdefault(line.block, set()).update(over)
            elif piece.key.full and named_rows(piece, words) and not words.is_column(piece.key):
                labels.setdefault(line.block, set()).update(over)
    return [
        _kept(line, labels[line.block] - figures.get(line.block, set()), words)
        if line.table and line.block in labels
        else line
        for line in lines
    ]


def _kept(line: Line, stub: set[int], words: Lexicon) -> Line:
    kept = [piece for piece in line.pieces if piece.text or piece.column not in stub]
    if len(kept) == len(line.pieces):
        return line
    labels = [at for at, piece in enumerate(kept) if named_rows(piece, words)]
    if not labels:
        return line
    row = named_rows(kept[labels[-1]], words)[0]
    whole = len(kept) - labels[-1] - 1 == words.width(row)
    return line.of(kept) if whole else line


def _without_codes(lines: Sequence[Line], words: Lexicon) -> list[Line]:
    """The lines without the numbers that stand in a column of codes.

    In a table it is the column of the word. In a line of text it is the first number after the
    label, if these rise: where a row has no other, it has no figure. Where the word stands after
    the columns', it is what a row has beyond them.
    """
    if not any(_heads(line) for line in lines):
        return list(lines)
    columns = _columns(lines, words)
    found: list[Line] = []
    in_text, width = False, 0
    for at, line in enumerate(lines):
        if line.table:
            found.append(_without(line, columns[at]))
            continue
        head = any(words.is_head(piece.key) for piece in line.texts)
        if head:
            width = _columns_before(line, words)
            in_text = _heads(line) and (width > 0 or _rise(lines, at + 1, words))
        elif in_text:
            found.append(_without_beyond(line, width) if width else _without_first(line))
            continue
        found.append(line)
    return found


def _heads(line: Line) -> bool:
    """Whether a line has the word for codes, behind another label of a header."""
    return len(line.texts) > 1 and any(piece.key.full in CODES for piece in line.texts[1:])


def _rise(lines: Sequence[Line], start: int, words: Lexicon) -> bool:
    """Whether the first numbers of the rows under a header rise, as 1 2 3 or as 1 11 12 2 do."""
    under = (lines[at] for at in range(start, len(lines)))
    rows = takewhile(lambda line: not any(words.is_head(piece.key) for piece in line.texts), under)
    numbers = [[piece.text for piece in line.pieces if piece.number] for line in rows if line.texts]
    firsts = [texts[0] for texts in numbers if texts]
    if sum(map(len, numbers)) < 2 or not all(map(str.isdecimal, firsts)):
        return False
    ranks = [(len(text), text) for text in firsts]
    return ranks == sorted(set(ranks)) or firsts == sorted(set(firsts))


def _columns_before(line: Line, words: Lexicon) -> int:
    """How many columns a line names before the word for codes."""
    keys = [piece.key for piece in line.texts]
    at = next((n for n, own in enumerate(keys) if own.full in CODES), 0)
    return sum(words.is_column(own) for own in keys[:at])


def _columns(lines: Sequence[Line], words: Lexicon) -> list[frozenset[int]]:
    """The columns of codes over each line of a table: those of the last header that names any.

    A caption over a block has them too, in a place of its own.
    """
    found: list[frozenset[int]] = []
    over: dict[int, frozenset[int]] = {}
    for line in lines:
        if line.table and _heads(line) and any(words.is_column(piece.key) for piece in line.texts):
            over[line.block] = frozenset(
                [piece.column for piece in line.texts[1:] if piece.key.full in CODES]
            )
        found.append(over.get(line.block, frozenset()))
    return found


def _without(line: Line, columns: frozenset[int]) -> Line:
    kept = [piece for piece in line.pieces if not (piece.number and piece.column in columns)]
    return line if len(kept) == len(line.pieces) else line.of(kept)


def _without_first(line: Line) -> Line:
    """The line without the first number after its first label."""
    kept: list[Piece] = []
    labelled = dropped = False
    for piece in line.pieces:
        if piece.number and labelled and not dropped:
            dropped = True
            continue
        labelled = labelled or bool(piece.key.full)
        kept.append(piece)
    return line.of(kept) if dropped else line


def _without_beyond(line: Line, width: int) -> Line:
    """The line without its last cell, if it has one more than so many columns after a label."""
    cells = [piece for piece in line.pieces if piece.number or (piece.blank and piece.text)]
    more = len(cells) == width + 1 and len(line.texts) == 1 and line.pieces[-1] is cells[-1]
    return line.of(line.pieces[:-1]) if more else line
