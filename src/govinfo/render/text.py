"""Documents as plain text and as Markdown.

Plain text has no table, so it is drawn in one of the layouts that the text adapter reads:

- `tabs`: a row a line, tabs between the cells, as copied from a spreadsheet;
- `columns`: columns of fixed width, as printed on paper;
- `lines`: a cell a line;
- `tab-led`: a cell a line behind a tab, blank lines between the rows;
- `pipes`: a pipe table, as Markdown has.

Where a layout keeps no blank cells, they print `/`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve

from govinfo.blocks import Cell, Document, Heading, Paragraph, Table

Writer = Callable[[Table], str]
"""What draws a table, the last line ended."""

BLANK = "/"
"""What stands in a blank cell where a layout has no other way to show it."""

_MARKS = re.compile(r"([\\`*_\[\]|~]|(?<=\])\(|^#|^[+-])")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("$"): "&#36;"}
_GROUP = 10
"""Columns of a terminal that a column of groups' labels takes."""
_FIGURE = 8
"""Columns of a terminal that a column of figures takes at least."""


def to_text(document: Document, write: Writer) -> str:
    """The document as plain text.

    Args:
        document: Headings, paragraphs and tables.
        write: What draws a table: a value of `LAYOUTS`, or a writer of this module.
    """
    return _joined(document, write, heading=lambda block: block.text, prose=_one_line)


def to_markdown(document: Document, write: Writer | None = None) -> str:
    """The document as Markdown, its tables as pipe tables.

    Args:
        document: Headings, paragraphs and tables.
        write: What draws a table; by default `pipes`.
    """
    return _joined(
        document,
        write or (lambda table: pipes(_each_text(table, escaped))),
        heading=lambda block: f"{'#' * block.level} {escaped(block.text)}",
        prose=lambda text: escaped(_one_line(text)),
    )


def escaped(text: str) -> str:
    """A text in which no character is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", text).translate(_ENTITIES)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _joined(
    document: Document,
    write: Writer,
    heading: Callable[[Heading], str],
    prose: Callable[[str], str],
) -> str:
    parts = []
    for block in document.blocks:
        match block:
            case Heading():
                parts.append(heading(block) + "\n")
            case Paragraph():
                parts.append(prose(block.text) + "\n")
            case Table():
                parts.append(write(block))
    return "\n".join(parts)


def _each_text(table: Table, change: Callable[[str], str]) -> Table:
    return evolve(table, cells=tuple(evolve(c, text=change(c.text)) for c in table.cells))


def with_blanks_shown(table: Table) -> Table:
    """The table with `/` in the blank cells of figures."""
    cells = (evolve(c, text=c.text or ("" if c.header else BLANK)) for c in table.cells)
    return evolve(table, cells=tuple(cells))


def covering(table: Table) -> list[list[tuple[Cell, bool]]]:
    """For every row the cells that cover it from left to right, and whether each begins there."""
    rows: list[list[tuple[Cell, bool]]] = [[] for _ in range(table.n_rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            rows[row].append((cell, row == cell.row))
    return [sorted(row, key=lambda pair: pair[0].column) for row in rows]


def tab_led(table: Table, *, apart: bool = True, wrap: int = 0) -> str:
    """Each cell on a line behind a tab, a merged cell once and then blank.

    Args:
        table: The table.
        apart: Whether blank lines part the rows.
        wrap: Letters after which a label is broken over lines; 0 for never.
    """
    rows = [
        "\n".join("\t" + ("\n".join(wrapped(cell, wrap)) if begins else "") for cell, begins in row)
        for row in covering(table)
    ]
    return ("\n\n" if apart else "\n").join(rows) + "\n"


def wrapped(cell: Cell, wrap: int) -> list[str]:
    """A label in pieces of so many letters; figures are never broken."""
    if not wrap or not cell.header or not cell.text:
        return [cell.text]
    return [cell.text[i : i + wrap] for i in range(0, len(cell.text), wrap)]


def lines(table: Table, *, apart: bool = False) -> str:
    """Each cell on a line of its own; blank cells vanish.

    Args:
        table: The table.
        apart: Whether blank lines part the cells.
    """
    return ("\n\n" if apart else "\n").join(c.text for c in table.cells if c.text) + "\n"


def tabs(table: Table, *, trailing: int = 0, merged: str = "grid") -> str:
    """Rows of cells with tabs between.

    Args:
        table: The table.
        trailing: Tabs after the last cell.
        merged: `grid` keeps a place for every column a merged cell covers, as spreadsheets do;
            `once` prints only the cells that begin in the row, as browsers do.
    """
    texts = []
    for row in covering(table):
        cells: list[str] = []
        for cell, begins in row:
            if merged == "once":
                cells += [cell.text] if begins else []
            else:
                cells += [cell.text if begins else "", *[""] * (cell.colspan - 1)]
        texts.append("\t".join(cells) + "\t" * trailing)
    return "\n".join(texts) + "\n"


def pipes(
    table: Table,
    *,
    repeat: bool = False,
    bold: bool = False,
    wrap: int = 0,
    invented: Callable[[int], str] | None = None,
) -> str:
    """A pipe table.

    Args:
        table: The table.
        repeat: Whether merged cells are printed in every place that they cover.
        bold: Whether labels are set in bold.
        wrap: Letters after which a label is broken by `<br>`; 0 for never.
        invented: Names for a header row that a converter makes up.
    """

    def text(cell: Cell) -> str:
        body = "<br>".join(wrapped(cell, wrap))
        return f"**{body}**" if bold and cell.header and body else body

    rows = []
    for row in covering(table):
        cells: list[str] = []
        for cell, begins in row:
            first = text(cell) if begins or repeat else ""
            cells += [first, *[first if repeat else ""] * (cell.colspan - 1)]
        rows.append([*cells, *[""] * (table.n_columns - len(cells))])
    if invented is not None:
        rows.insert(0, [invented(i) for i in range(table.n_columns)])
    return piped(rows)


def piped(rows: Sequence[Sequence[str]]) -> str:
    """Rows of a pipe table, the first as its header."""
    drawn = ["| " + " | ".join(row) + " |" for row in rows]
    drawn.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(drawn) + "\n"


def wide(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def columns(
    table: Table,
    *,
    stub: Sequence[int] = (),
    cell: int | None = None,
    gap: int = 2,
    indent: int = 0,
) -> str:
    """Columns of fixed width, as `pdftotext -layout` prints them.

    Labels are broken to fit; every cell stands in the middle of its row's height.

    Args:
        table: The table.
        stub: Widths of the columns of labels; by default 10, the last as its longest label needs.
        cell: Width of the columns of figures; by default as the longest needs.
        gap: Blanks between columns.
        indent: Blanks before each line.
    """
    labels = stub_width(table)
    figure = cell or _longest(table, range(labels, table.n_columns), _FIGURE, header=False)
    if labels and not stub:
        own = _longest(table, range(labels - 1, labels), _GROUP, header=True)
        stub = [*[_GROUP] * (labels - 1), own]
    widths = [*stub, *[figure] * (table.n_columns - labels)]
    starts = [indent + sum(widths[:i]) + gap * i for i in range(len(widths) + 1)]

    def room(one: Cell) -> int:
        return starts[one.column + one.colspan] - starts[one.column] - gap

    # A figure is never broken: it would be another figure.
    folded = {c: fold(c.text, room(c)) if c.header else [c.text] for c in table.cells if c.text}
    heights = _heights(table, {c: len(texts) for c, texts in folded.items()})
    tops = [sum(heights[:i]) for i in range(len(heights))]
    canvas: list[list[tuple[int, str]]] = [[] for _ in range(sum(heights))]
    for one, texts in folded.items():
        top = tops[one.row] + (sum(heights[one.row : one.row + one.rowspan]) - len(texts)) // 2
        for at, text in enumerate(texts):
            middle = (room(one) - wide(text)) // 2 if one.column >= labels else 0
            canvas[top + at].append((starts[one.column] + max(0, middle), text))
    return "\n".join(map(_placed, canvas)) + "\n"


def _longest(table: Table, within: range, least: int, *, header: bool) -> int:
    """How many columns of a terminal the longest text of some columns takes."""
    held = (c for c in table.cells if c.header == header and c.colspan == 1)
    return max([least, *(wide(c.text) for c in held if c.column in within)])


def stub_width(table: Table) -> int:
    """How many columns of the grid hold labels only."""
    return min((c.column for c in table.cells if not c.header), default=table.n_columns)


def fold(text: str, width: int) -> list[str]:
    """A text broken into lines of at most so many columns of a terminal."""
    folded = [""]
    for character in text:
        if wide(folded[-1] + character) > width:
            folded.append("")
        folded[-1] += character
    return folded


def _heights(table: Table, needed: Mapping[Cell, int]) -> list[int]:
    """How many lines each row takes."""
    heights = [1] * table.n_rows
    for cell in sorted(needed, key=lambda cell: cell.rowspan):
        rows = slice(cell.row, cell.row + cell.rowspan)
        heights[rows.stop - 1] += max(0, needed[cell] - sum(heights[rows]))
    return heights


def _placed(texts: Iterable[tuple[int, str]]) -> str:
    line = ""
    for left, text in sorted(texts):
        line += " " * (left - wide(line)) + text
    return line


LAYOUTS: Mapping[str, Writer] = {
    "tabs": tabs,
    "columns": lambda table: columns(with_blanks_shown(table)),
    "lines": lambda table: lines(with_blanks_shown(table)),
    "tab-led": tab_led,
    "pipes": pipes,
}
"""The layouts by name."""
