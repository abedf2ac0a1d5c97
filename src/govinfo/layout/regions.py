"""Which lines a table may take up, and which tables among them are none of the template's."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.captions import has_heading
from govinfo.layout.lines import Line
from govinfo.layout.row_labels import glued_rows

MOST_LINES = 400
"""Lines after the last label that may still belong to a table."""
NEAR = 20
"""Lines up to which figures still stand amid the rows around them."""
_HEADER = 40
"""Lines over which a table's header is looked for."""


def region(lines: Sequence[Line], words: Lexicon, bounds: Sequence[int]) -> range:
    """The lines from the header over the first row of the grammar to a little after the last."""
    rows, columns = [], []
    for number, line in enumerate(lines):
        for piece in line.texts:
            kinds = words.kinds(piece.key)
            if kinds.rows or (piece.text[-1:].isdigit() and glued_rows(piece, words)):
                rows.append(number)
            elif kinds.column or kinds.together:
                columns.append(number)
    if not words.rows:
        columns += [n for n in range(len(lines)) if has_heading(lines[n : n + 1], words)]
        columns.sort()
    hits = rows or columns
    if not hits:
        return range(0)
    start = _header_over(lines, columns, hits[0])
    end = next((bound for bound in bounds if bound > hits[-1]), hits[-1] + MOST_LINES)
    return range(max(0, start - NEAR), min(end, hits[-1] + MOST_LINES, len(lines)))


def _header_over(lines: Sequence[Line], columns: Sequence[int], first: int) -> int:
    """Where the header over the first row begins, or that row if it has none.

    It stands near; or further up, if no running text lies between: the labels of the rows there
    may all be broken into pieces.
    """
    over = [n for n in columns if n < first]
    end = first
    if over and all(line.pieces for line in lines[over[-1] : first]):
        end = over[-1] + 1
    return min([n for n in over if n > end - _HEADER], default=first)


def foreign_blocks(lines: Sequence[Line], words: Lexicon) -> dict[int, str]:
    """Tables with columns that no template has, by block."""
    foreign: dict[int, str] = {}
    for line in lines:
        why = line.foreign
        if why is None or line.block in foreign:
            continue
        # Beside a row's label, that of its group before it or not, 2021 and 2023 are figures.
        if not any(words.row(piece.key) for piece in line.texts):
            foreign[line.block] = why
    if not foreign:
        return {}
    # A word that is also a column's, such as 总计, stands in other tables' headers too.
    labelled = {
        line.block
        for line in lines
        for piece in line.texts
        if words.row(piece.key) and not words.is_column(piece.key)
    }
    return {block: why for block, why in foreign.items() if block in labelled}
