"""Tables that a text draws with lines: of plus signs and dashes, or of box characters.

Where the lines stand says which columns and rows a cell covers:

    +--------+----------+       ┌────────┬──────────┐
    | 规章   | 3        |       │ 规章   │ 3        │
    +--------+----+-----+       ├────────┴────┬─────┤
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from govinfo.adapters.text.frames import is_sheet, sheet
from govinfo.adapters.text.markdown import plain
from govinfo.adapters.text.rows import Found, Part, Row, place, table_of
from govinfo.adapters.text.terminal import letter_columns, terminal_columns
from govinfo.blocks import Anchor, Block, Cell, Table

_ACROSS, _DOWN = "─━═┄┅┈┉╌╍╴╶╸╺", "│┃║╎╏┆┇┊┋╵╷╹╻"
_BOXES = (
    dict.fromkeys(range(0x2500, 0x2580), "+")
    | dict.fromkeys(map(ord, _ACROSS), "-")
    | dict.fromkeys(map(ord, _DOWN), "|")
)
_BOX = re.compile("[\u2500-\u257f]")
_BORDER = re.compile(r"[+|][-=:]{2,}(?=[+|])")
_FIGURE = re.compile(r"[-+]?[\d０-９][\d０-９,.，．]*")
_DIGITS = re.compile(r"[\d.,]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WIDE = "\0"
"""The second place of a wide character."""
_FEWEST = 3
"""Lines of a drawing."""
_NEAR = 3
"""Places by which bars of one column may differ where nothing rules them."""

Canvas = list[str]
Text = Callable[[int, int, int, int], str]


def drawn_table(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table within a drawing of lines, or one whose bars stand under each other."""
    end, texts = start, []
    while end < len(lines):
        text = lines[end].text.strip()
        text = text.translate(_BOXES) if _BOX.search(text) else text
        if len(text) < 3 or text[0] not in "+|" or text[-1] not in "+|":
            break
        texts.append(text)
        end += 1
    if end - start < _FEWEST:
        return (), start
    ruled = "+" in texts[0] and any(map(_is_border, texts))
    if not ruled and not all(text.endswith(" |") for text in texts):
        return (), start
    for wide in (True, False):
        canvas = [canvas_of(text, wide=wide) for text in texts]
        rules = _rules(canvas) if ruled else _bars(canvas)
        if rules:
            bands = list(_bands(canvas, rules) if ruled else _unruled(canvas, rules))
            return _blocks(_grid(lines[start:end], canvas, rules, bands, number), number), end
    if ruled:
        return _by_count(lines[start:end], texts, number), end
    return (), start


def _blocks(table: Table, number: int) -> Sequence[Block]:
    """A drawn table, or the blocks of a whole sheet that a data frame draws."""
    rows = [[(cell.text, cell.anchor or Anchor()) for cell in row] for row in table.rows]
    return list(sheet(rows, number)) if is_sheet(rows) else [table]


def _is_border(text: str) -> bool:
    return "+" in text and _BORDER.search(text) is not None


def canvas_of(text: str, *, wide: bool = True) -> str:
    """A line with a character for each place that it takes up."""
    if not wide:
        return text
    return "".join(letter + _WIDE * (letter_columns(letter) - 1) for letter in text)


def _rules(canvas: Canvas) -> list[int]:
    """Where bars stand, if all lines have theirs in these places."""
    rules = sorted(
        {at for line in canvas if _is_border(line) for at, sign in enumerate(line) if sign == "+"}
    )
    width = rules[-1]
    even = all(
        len(line) == width + 1 and {at for at, sign in enumerate(line) if sign == "|"} <= {*rules}
        for line in canvas
    )
    return rules if even and len(rules) > 1 else []


def _bars(canvas: Canvas) -> list[int]:
    """Where bars stand in a table without borders whose cells are filled up with blanks."""
    found = [[at for at, sign in enumerate(line) if sign == "|"] for line in canvas]
    if any("---" in line for line in canvas):
        return []
    if len({len(bars) for bars in found}) == 1 or not any("   |" in line for line in canvas):
        # As many cells in every row: they need no places.
        return []
    if max(map(len, canvas)) - min(map(len, canvas)) > _NEAR:
        return []
    places: list[list[int]] = []
    for at in sorted({at for bars in found for at in bars}):
        if places and at - places[-1][0] <= _NEAR:
            places[-1].append(at)
        else:
            places.append([at])
    if any(sum(at in near for at in bars) > 1 for bars in found for near in places):
        return []
    for line, bars in enumerate(found):
        # Bars of one column are moved under each other.
        moved = {at: near[0] for near in places for at in near if at in bars}
        canvas[line] = _moved(canvas[line], moved, places[-1][0])
    return [near[0] for near in places]


def _moved(line: str, moved: dict[int, int], width: int) -> str:
    made = ""
    for left, right in pairwise(moved):
        room = moved[right] - moved[left] - 1
        made += "|" + line[left + 1 : right].rstrip().ljust(room)[:room]
    return (made + "|").ljust(width + 1)


def _bands(canvas: Canvas, rules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First line and end of each row: what borders part.

    Where borders part hardly any rows, each line is one if columns have several figures, or a
    figure under words.
    """
    borders = [at for at, line in enumerate(canvas) if _is_border(line)]
    for above, below in pairwise([-1, *borders, len(canvas)]):
        band = range(above + 1, below)
        if len(borders) <= _FEWEST and _several_rows([canvas[at] for at in band], rules):
            yield from ((at, at + 1) for at in band)
        elif band:
            yield above + 1, below


def _several_rows(band: Sequence[str], rules: Sequence[int]) -> bool:
    columns = [[text_of(line[a + 1 : b]) for line in band] for a, b in pairwise(rules)]
    figures = [[_FIGURE.fullmatch(text) is not None for text in column] for column in columns]
    under_words = sum(
        any(text and True in own[at:] and not own[at] for at, text in enumerate(column))
        for column, own in zip(columns, figures, strict=True)
    )
    return under_words > 1 or any(sum(own) > 1 for own in figures)


def _unruled(canvas: Canvas, rules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First line and end of each row: one whose cells only continue full ones is no row."""
    begin = 0
    for at in range(1, len(canvas) + 1):
        if at == len(canvas) or not _continues(canvas[at - 1], canvas[at], rules):
            yield begin, at
            begin = at


def _continues(above: str, line: str, rules: Sequence[int]) -> bool:
    bars = [at for at in rules if line[at] == "|"]
    if bars != [at for at in rules if above[at] == "|"]:
        return False
    pairs = [(line[a + 1 : b], above[a + 1 : b]) for a, b in pairwise(bars)]
    said = [(text, over) for text, over in pairs if text.strip()]
    return all(
        not _FIGURE.fullmatch(text_of(text)) and len(over) - len(over.rstrip()) <= _NEAR
        for text, over in said
    ) and bool(said)


def _grid(
    lines: Sequence[Row],
    canvas: Canvas,
    rules: Sequence[int],
    bands: Sequence[tuple[int, int]],
    number: int,
) -> Table:
    """The table: cells end where a line is drawn, to the right and below."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    narrow = {
        column
        for column, (a, b) in enumerate(pairwise(rules))
        if any(_is_broken([line[a + 1 : b] for line in canvas[i:j]]) for i, j in bands)
    }
    for row, (first, last) in enumerate(bands):
        for column in range(len(rules) - 1):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < len(rules) - 1 and not _barred(canvas[first:last], rules[right]):
                right += 1
            left_at, right_at = rules[column] + 1, rules[right]
            low = row + 1
            while low < len(bands) and _open(
                canvas, bands[low - 1][1], bands[low][0], left_at, right_at
            ):
                low += 1
            taken |= {(i, j) for i in range(row, low) for j in range(column, right)}
            pieces = [line[left_at:right_at] for line in canvas[first : bands[low - 1][1]]]
            text = plain(_said(pieces, narrow=column in narrow))
            anchor = place(lines[first].anchor, number, row, column)
            cells.append(Cell(text, row, column, low - row, right - column, anchor=anchor))
    top = lines[0].anchor
    return Table(tuple(cells), Anchor(page=top.page, line=top.line, table=number))


def _barred(band: Sequence[str], at: int) -> bool:
    return all(line[at] in "|+" for line in band)


def _open(canvas: Canvas, above: int, below: int, left: int, right: int) -> bool:
    """Whether no border parts two bands between two places, where there is one beside them."""
    return any(line[left:right].strip("-=:+|") for line in canvas[above:below])


def _is_broken(pieces: Sequence[str]) -> bool:
    """Whether words run over lines because the column is too narrow for one more character."""
    texts = [text_of(piece) for piece in pieces]
    said = [number for number, text in enumerate(texts) if text]
    return (
        len(said) > 1
        and all(_HAN.fullmatch(texts[number]) for number in said)
        and all(len(pieces[n]) - 2 - terminal_columns(texts[n]) < 2 for n in said[:-1])
    )


def _said(pieces: Sequence[str], *, narrow: bool) -> str:
    """What a cell says; in a narrow column a figure too may run over lines that it fills."""
    texts = [text for piece in pieces if (text := text_of(piece))]
    room = len(pieces[0]) - 2
    if (
        narrow
        and len(texts) > 1
        and all(map(_DIGITS.fullmatch, texts))
        and all(len(text) == room for text in texts[:-1])
    ):
        return "".join(texts)
    return "\n".join(texts)


def text_of(piece: str) -> str:
    """What a piece of such a line says."""
    return piece.replace(_WIDE, "").strip()


def _by_count(lines: Sequence[Row], texts: Sequence[str], number: int) -> list[Block]:
    """The table where bars do not stand under each other: cells by their order alone."""
    rows: list[list[Part]] = []
    columns: list[list[str]] = []
    for line, text in zip(lines, texts, strict=True):
        if not _is_border(text):
            for column, cell in enumerate(text.strip("|").split("|")):
                if column == len(columns):
                    columns.append([])
                columns[column].append(plain(cell).strip())
        elif columns:
            rows.append([("\n".join(filter(None, cell)), line.anchor) for cell in columns])
            columns = []
    return [table_of(rows, number)] if rows else []
