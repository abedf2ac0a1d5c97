"""A document as the interpreter sees it: lines of pieces, whatever the format.

A table's row is a line, its cells are the pieces. A line of running text is a line too; it has
several pieces where tabs, wide gaps or figures part it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from govinfo.blocks import Anchor, Cell, Document, Figure, Heading, Paragraph, Table
from govinfo.grammar.labels import EMPTY, LONGEST, Key, key
from govinfo.grammar.values import UNITS, is_blank, looks_like_value, with_unit
from govinfo.layout.glued import BRACKETS, label_at, lines_in
from govinfo.money import YUAN
from govinfo.page_numbers import page_number

_LONGEST_HEAD = 12
"""Letters of a column's label that is looked for among others."""
PROSE = 60
"""Characters from which a line with sentence marks is running text rather than cells."""

_GAP = re.compile(r"\t+|[ \u00a0\u3000]{2,}")
_COLON = re.compile(r"^(.{2,60}?)[：:|]\s*([^：:|]{1,24})$")
_NUMBERED = re.compile(r"\d{1,2}[.．、](?=\D)|[(（][一二三四五六七八九][)）]")
_SENTENCE = re.compile(r"[。；！？]")
_YEAR = re.compile(r"^((?:19|20)\d\d)年?度?(?:数据|数量|件数)?$")
_COMPARISON = re.compile(
    r"^(?:(?:上|去|前)年度?(?:数据|数量|件数|情况)?|(?:与|较|比)(?:上年|去年|同期).*|同比.*|环比.*"
    r"|增长率|增幅|变化率|占比)$"
)
_HINTS = ("19", "20", *"上去前与较比同环增变占")
"""How labels of other years and of comparisons begin."""
MINUS = frozenset("-−–－—﹣")
"""Signs that before a number are a minus, and alone a blank cell."""
_PLUS = frozenset("+＋")
_SHORTEST_YEAR = 4
"""Characters that a figure has at least which could be a year."""


class Piece(NamedTuple):
    """A cell, or a part of a line that may be one.

    A tuple, for a report has hundreds of them and a tuple is made in a third of the time.

    Attributes:
        text: As printed, without surrounding blanks.
        key: The text as a label; empty for figures.
        blank: Whether it prints nothing or a sign for nothing.
        number: Whether it could be a figure.
        column: First column of the grid; position in the line where there is no grid.
        colspan: How many columns it covers.
        rowspan: How many rows it covers.
        anchor: Where it stood.
        readings: The figures that it may be, where a picture can be read in several ways: no plan
            asks for them.
    """

    text: str
    key: Key
    blank: bool
    number: bool
    column: int
    colspan: int = 1
    rowspan: int = 1
    anchor: Anchor | None = None
    readings: tuple[str, ...] = ()


class Line(NamedTuple):
    """A table's row or a line of text, as `line_of` makes it.

    Attributes:
        pieces: Its parts from left to right; none for running text.
        texts: Those of them that may be labels.
        block: Number of its block in the document.
        table: Whether the block is a table.
        aligned: Whether the pieces' columns are evidence.
        header: Whether the document marks the row as one of header cells.
        foreign: The label among a table's that no template has, if there is one.
    """

    pieces: tuple[Piece, ...]
    texts: tuple[Piece, ...]
    block: int
    table: bool
    aligned: bool
    header: bool
    foreign: str | None

    def of(self, pieces: Sequence[Piece]) -> Line:
        """The line of other pieces in its place."""
        return line_of(
            pieces, self.block, table=self.table, aligned=self.aligned, header=self.header
        )


def line_of(
    pieces: Sequence[Piece],
    block: int,
    *,
    table: bool = False,
    aligned: bool = False,
    header: bool = False,
) -> Line:
    """The line of some pieces."""
    texts = tuple([piece for piece in pieces if piece.key is not EMPTY])
    foreign = _foreign_label(pieces) if table and len(pieces) > 1 else None
    return Line(tuple(pieces), texts, block, table, aligned, header, foreign)


def lines_of(
    document: Document, known: Callable[[Key], bool], headings: AbstractSet[str] = frozenset()
) -> tuple[Line, ...]:
    """The document's lines; blank ones are left out.

    Args:
        document: What an adapter read.
        known: Whether a key is that of a label; parts a line of text set apart by single blanks.
        headings: Keys of the headings of sections, with which a table's cells may run together.
    """
    lines: list[Line] = []
    for number, block in enumerate(document.blocks):
        match block:
            case Table():
                lines += _table_lines(block, number, known)
            case Heading() | Paragraph():
                for text in block.text.split("\n"):
                    if text and not text.isspace():
                        for part in lines_in(text, known, headings):
                            lines.append(text_line(part, number, block.anchor, known))
            case Figure():
                pass
    return tuple(lines)


def _table_lines(table: Table, number: int, known: Callable[[Key], bool]) -> Iterator[Line]:
    for row in table.rows:
        for cells in _stacked(row, known) or [list(row)]:
            if not cells:
                continue
            pieces = [
                _piece(text, cell.column, cell.anchor, cell.colspan, cell.rowspan, cell.readings)
                for cell in cells
                for text in (_figures_amid_signs(cell.text) if " " in cell.text else ())
                or (cell.text,)
            ]
            header = cells[0].header and all(cell.header for cell in cells)
            aligned = table.aligned and len(pieces) == len(cells)
            yield line_of(pieces, number, table=True, aligned=aligned, header=header)


def _figures_amid_signs(text: str) -> list[str]:
    """The cells that a converter put into one, where signs for nothing tell: `/ 2 /`.

    A minus may stand apart from its digits, and two signs may be one: these are left whole.
    """
    parts = text.split()
    figures = sum(map(str.isdecimal, parts))
    if not 0 < figures < len(parts) or figures + sum(map(is_blank, parts)) < len(parts):
        return []
    return [] if len(parts) == 2 and parts[0] in MINUS else parts


def _stacked(row: Sequence[Cell], known: Callable[[Key], bool]) -> list[list[Cell]]:
    """The rows that stand as lines of one; none if the row is no such.

    Converters make one row of several that no ruling parts: a cell's lines are labels then, and
    those of every other are as many figures. A cell of one line, such as a group's label, stands
    in the first row.
    """
    broken = [(cell, cell.text.split("\n")) for cell in row if "\n" in cell.text]
    if len(broken) < 2:
        return []
    labels = [(cell, lines) for cell, lines in broken if all(known(key(line)) for line in lines)]
    figures = [(cell, lines) for cell, lines in broken if all(map(_is_figure, lines))]
    whole = any(cell.text and _is_figure(cell.text) for cell in row if "\n" not in cell.text)
    heights = {len(lines) for _, lines in (*labels, *figures)}
    if len(labels) != 1 or not figures or whole or len(heights) > 1:
        return []
    parted = {cell.column: lines for cell, lines in (*labels, *figures)}
    return [
        [
            evolve(cell, text=parted[cell.column][at]) if cell.column in parted else cell
            for cell in row
            if at == 0 or cell.column in parted
        ]
        for at in range(*heights)
    ]


def _is_figure(text: str) -> bool:
    return looks_like_value(text.strip()) or is_blank(text)


def is_prose(text: str) -> bool:
    """Whether a line is running text, or a page's number: it has no pieces."""
    if len(text) >= PROSE and ("。" in text or _SENTENCE.search(text)):
        return True
    return page_number(text.strip()) is not None


def text_line(text: str, number: int, anchor: Anchor | None, known: Callable[[Key], bool]) -> Line:
    """A line of text outside the tables."""
    if is_prose(text):
        return line_of((), number)
    parts: list[str] = []
    for part in _GAP.split(text.strip()):
        before = _before_label(part, known) if parts else []
        parts += before or _after_colon(part, known) or _split(part, known)
    return line_of([_piece(part, i, anchor) for i, part in enumerate(parts)], number)


def _before_label(part: str, known: Callable[[Key], bool]) -> list[str]:
    """A row's last figure and the label of the next, amid a line: at its beginning it is a number.

    None where the text is no such.
    """
    figure, _, label = part.partition(" ")
    return [figure, label.strip()] if looks_like_value(figure) and known(key(label)) else []


def _after_colon(part: str, known: Callable[[Key], bool]) -> list[str] | None:
    """A label and its figure, a colon or a bar between them: `收到申请数：45件`, `行政处罚|27`."""
    match = _COLON.match(part)
    if match is None or not known(key(match[1])):
        return None
    figure = match[2].strip().rstrip("。；;，,")
    return [match[1], figure] if looks_like_value(figure) else None


def _split(part: str, known: Callable[[Key], bool]) -> list[str]:
    """Part a text at single blanks where figures or several labels stand side by side."""
    words = _whole([cell for word in _words(part) for cell in _after_unit(word, known) or (word,)])
    if len(part) < PROSE and (labels := _spelled(words, known)):
        return labels
    if len(words) < 2:
        return words
    first = len(words)
    while first and (looks_like_value(words[first - 1]) or is_blank(words[first - 1])):
        first -= 1
    while first > 1 and words[first - 1] in UNITS:
        first -= 1
    if first > 1 and words[first - 1].isdecimal() and known(key("".join(words[: first - 1]))):
        first -= 1  # a code between a label and its unit
    head = words[:first]
    if len(head) > 1 and not known(key("".join(head))):
        if sum(known(key(word)) for word in head) > 1:
            return words
        # A label begins at its ordinal: what stands before it is a letter of a group's.
        begins = next((at for at, word in enumerate(head) if at and _NUMBERED.match(word)), 0)
        if begins:
            return [" ".join(head[:begins]), " ".join(head[begins:]), *words[first:]]
    return [*([" ".join(head)] if head else []), *words[first:]]


def _spelled(words: Sequence[str], known: Callable[[Key], bool]) -> list[str]:
    """The labels that words without a figure spell together, if nothing is left over; else none.

    Where words were set apart or blanks taken out, blanks no longer part a header's labels.
    """
    text = "".join(words)
    if any(map(str.isdecimal, text)) or all(known(key(word)) for word in words):
        return []
    labels: list[str] = []
    at = 0
    while at < len(text):
        end = label_at(text, at, known, _LONGEST_HEAD)
        if not end:
            return []
        labels.append(text[at:end])
        at = end
    return labels if len(labels) > 1 else []


def _whole(words: list[str]) -> list[str]:
    """The words, a number as one with the plus before it or the unit of money behind it.

    A plus would end a label with the figures before it, and 0.3 元 under 万元 be ten thousand
    times as much. A minus set apart may be a blank cell, and a unit before a figure is its own.
    """
    found: list[str] = []
    for word, after in zip(words, (*words[1:], ""), strict=True):
        signs = found and found[-1] in _PLUS and word[:1].isdecimal()
        of_money = found and word in YUAN and looks_like_value(found[-1])
        if signs or (of_money and not looks_like_value(after)):
            found[-1] += word
        else:
            found.append(word)
    return found


def _words(part: str) -> list[str]:
    """The words of a text; a blank within brackets, where a note was broken, parts none."""
    if "（" in part or "(" in part:
        part = BRACKETS.sub(lambda match: "".join(match[0].split()), part)
    return part.split()


def _after_unit(word: str, known: Callable[[Key], bool]) -> list[str]:
    """The cells that ran together in `收到申请数件4`, `…的经费）万元83` or `人次0`; else none.

    What stands before the unit is a label or the end of one: `申请4件5` tells nothing.
    """
    if word.isdecimal() or len(word) > LONGEST or not (word[-1].isdecimal() or word[-1] in ")）"):
        return []
    for label, unit, figure in with_unit(word):
        if not label or label[-1] in ")）" or known(key(label)):
            return [part for part in (label, unit, figure) if part]
    return []


def _piece(  # noqa: PLR0913 - a cell's text, and where it stands
    text: str,
    column: int,
    anchor: Anchor | None,
    colspan: int = 1,
    rowspan: int = 1,
    readings: tuple[str, ...] = (),
) -> Piece:
    # Not by the class itself, which takes twice as long.
    return tuple.__new__(Piece, (*_told(text), column, colspan, rowspan, anchor, readings))


@lru_cache(maxsize=8192)
def _told(text: str) -> tuple[str, Key, bool, bool]:
    """A text without blanks around it, its key, whether it is blank, and whether a figure."""
    text = text.strip()
    if text.isdecimal():
        return text, EMPTY, False, True
    if is_blank(text):
        return text, EMPTY, True, False
    if looks_like_value(text):
        return text, EMPTY, False, True
    return text, key(text), False, False


def joined(pieces: Iterable[Piece]) -> str:
    """The text of pieces side by side, for messages."""
    return " ".join(piece.text for piece in pieces if piece.text)


def _foreign_label(pieces: Sequence[Piece]) -> str | None:
    """The label in a table's row that no template has: a comparison, or years side by side."""
    years: dict[str, str] = {}
    for piece in pieces:
        text = piece.text
        if (piece.number and len(text) < _SHORTEST_YEAR) or not text.startswith(_HINTS):
            continue
        flat = "".join(text.split())
        if len(flat) <= 20 and _COMPARISON.match(flat):
            return text
        year = _YEAR.match(flat)
        if year is not None:
            years[year[1]] = text
    return "、".join(years.values()) if len(years) > 1 else None
