"""Which rows pieces of a document name: also in broken labels, and with digits glued to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise, takewhile

from govinfo.grammar.labels import EMPTY, key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.values import Kind
from govinfo.layout.lines import Line, Piece

_IN_LABEL = 4
"""Pieces of a column's label, at most."""
_LONGEST = 10
"""Letters of one."""
_IN_BRACKETS = 6
"""Pieces up to which a label's bracket is looked for to close."""
_DIGITS = "0123456789０１２３４５６７８９"
_GLUED = re.compile(rf"(?<=[^{_DIGITS}])(?:[{_DIGITS}]+(?:[+＋-]|增加?|[减減]少?))?[{_DIGITS}]+$")
"""What is glued to a label: digits, and a change among them where a row of changes ran together."""


def candidates_of(lines: Sequence[Line], lexicon: Lexicon) -> list[list[tuple[int, ...]]]:
    """For each piece of each line the rows that it names.

    A word that names both a row and a column is a column's before the first row, and beside
    other words of a header.
    """
    flat = [piece for line in lines for piece in line.pieces]
    ends = list(accumulate((len(line.pieces) for line in lines), initial=0))
    named: list[tuple[int, ...]] = [()] * len(flat)
    begun = False
    for at, piece in enumerate(flat):
        if piece.key is EMPTY:
            continue
        rows = named_rows(piece, lexicon)
        if (
            rows
            and not piece.key.ordinal
            and lexicon.is_column(piece.key)
            and not (begun and not any(_is_label(p, lexicon) for p in _beside(flat, at, ends)))
        ):
            rows = ()
        if rows:
            begun = True
            named[at] = rows
    return [named[start:end] for start, end in pairwise(ends)]


def _beside(flat: Sequence[Piece], at: int, ends: Sequence[int]) -> Iterator[Piece]:
    """The texts before and after a piece: in its own line over blank cells, else right beside."""
    line = bisect_right(ends, at)
    start, end = ends[line - 1], ends[line]
    before = range(at - 1, max(start - 1, 0) - 1, -1)
    for places in (before, range(at + 1, min(end + 1, len(flat)))):
        yield from islice((flat[n] for n in places if flat[n].text or not start <= n < end), 1)


def _is_label(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a text beside a word that may be a column's says that it is: any but a group's."""
    return bool(piece.key.full) and (lexicon.is_head(piece.key) or not lexicon.knows(piece.key))


def named_rows(piece: Piece, lexicon: Lexicon) -> tuple[int, ...]:
    """The rows that a text may name, digits glued to its end, or before it, aside.

    Programs that sort a page's words by height print two rows that overlap on one line, the figure
    of one glued to the label of the other: what follows is that one's.
    """
    return lexicon.row(piece.key) or glued_rows(piece, lexicon) or _led_rows(piece, lexicon)


def _led_rows(piece: Piece, lexicon: Lexicon) -> tuple[int, ...]:
    """The rows that a text may name without the digits before it."""
    if not piece.text[:1].isdigit():
        return ()
    bare = piece.text.lstrip(_DIGITS)
    return lexicon.row(key(bare)) if bare else ()


def glued_rows(piece: Piece, lexicon: Lexicon) -> tuple[int, ...]:
    """The rows that a text may name without what is glued to its end."""
    if not piece.text[-1:].isdigit():
        return ()
    bare, glued = unglued(piece.text)
    rows = lexicon.row(key(bare)) if bare else ()
    if not glued.isdecimal():
        rows = tuple(row for row in rows if _has_change(row, lexicon))
    return rows


def _has_change(row: int, lexicon: Lexicon) -> bool:
    return any(column.kind is Kind.CHANGE for column in lexicon.grammar.rows[row].columns)


def unglued(text: str) -> tuple[str, str]:
    """A label and the figures glued to its end.

    >>> unglued("行政许可6减33")
    ('行政许可', '6减33')
    """
    glued = _GLUED.search(text)
    return (text[: glued.start()], glued[0]) if glued else ("", "")


def rejoined(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, with rows of tables made one over which a label was broken.

    Together their texts are a row's label, apart neither is any; one of them has the figures.
    So are lines that hold nothing but the pieces of a column's label.
    """
    found: list[Line] = []
    for printed in _with_columns(lines, lexicon):
        line = printed if printed.table else _closed(printed, lexicon)
        whole = _whole_row(found[-1], line, lexicon) if found else None
        if whole is None:
            found.append(line)
        else:
            found[-1] = whole
    return found


def _with_columns(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Line]:
    """The lines, with those made one that are each a piece of a label of the header.

    Pages part a word by their markup, and tools write each part on a line of its own.
    """
    at = 0
    while at < len(lines):
        run = list(takewhile(lambda line: _is_piece(line, lexicon), lines[at : at + _IN_LABEL]))
        for end in range(2, len(run) + 1):
            first = run[0].pieces[0]
            text = "".join(line.pieces[0].text for line in run[:end])
            if lexicon.is_head(key(text)):
                yield run[0].of((first._replace(text=text, key=key(text)),))
                at += end
                break
        else:
            yield lines[at]
            at += 1


def _is_piece(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line holds one text, which is no label, and may be a piece of one."""
    if len(line.pieces) != 1 or len(line.texts) != 1:
        return False
    piece = line.texts[0]
    label = lexicon.row(piece.key) or lexicon.is_group(piece.key) or lexicon.is_head(piece.key)
    return not label and len(piece.text) <= _LONGEST


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
    return line.of(pieces)


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
    return upper.of(pieces)


def _stranger(line: Line, lexicon: Lexicon) -> Piece | None:
    """The text in a line that is no label; `None` where there is none, or several."""
    found = [piece for piece in line.texts if not lexicon.knows(piece.key)]
    return found[0] if len(found) == 1 else None
