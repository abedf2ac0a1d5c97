"""The intermediate model: what an adapter makes of a file, and all that the interpreter sees.

A `Document` is a sequence of blocks in reading order: `Heading`, `Paragraph`, `Table` and
`Figure`. Everything is immutable, and everything knows where it stood (`Anchor`).

    >>> cells = (Cell("规章", row=0, column=0), Cell("3", row=0, column=1, colspan=2))
    >>> print(Document((Heading("二、主动公开政府信息情况"), Table(cells))).dump())
    heading: 二、主动公开政府信息情况
    table: 1 x 3
      0: 规章 | 3 <2 columns>
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from govinfo.entries import Entries

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points; the origin is the page's top left corner."""


@frozen(slots=True, repr=False)
class Anchor:
    """Where something was printed. Every part that a format cannot know is `None`.

    >>> Anchor(table=1, row=3)
    Anchor(table=1, row=3)

    Attributes:
        page: Page number, from 1.
        box: The place on the page, in points from its top left corner.
        line: Line of a plain text, from 1.
        paragraph: Number of the paragraph (headings included) in the document's body, from 1.
        table: Number of the table in the document, from 1.
        row: Row of the table's grid, from 1.
        column: Column of the table's grid, from 1.
    """

    page: int | None = None
    box: Box | None = None
    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __repr__(self) -> str:
        known = ((name, getattr(self, name)) for name in self.__slots__ if name != "__weakref__")
        told = (f"{name}={value!r}" for name, value in known if value is not None)
        return f"Anchor({', '.join(told)})"

    def __str__(self) -> str:
        parts = (
            (name, getattr(self, name))
            for name in ("page", "table", "row", "column", "paragraph", "line")
        )
        return ", ".join(f"{name} {value}" for name, value in parts if value is not None)


@lru_cache(maxsize=1 << 13)
def cell_anchor(table: int, row: int, column: int) -> Anchor:
    """A cell's place. Reports have their cells in the same places, and making these is slow."""
    return Anchor(table=table, row=row, column=column)


@lru_cache(maxsize=1 << 10)
def paragraph_anchor(paragraph: int) -> Anchor:
    """A paragraph's place, for the same reason."""
    return Anchor(paragraph=paragraph)


@frozen(slots=True)
class Heading:
    """A line that the document itself marks as a heading, with its automatic number.

    Attributes:
        text: The heading as a reader sees it, one line.
        level: 1 for the outermost level.
        anchor: Where it stood.
    """

    text: str
    level: int = 1
    anchor: Anchor | None = None


@frozen(slots=True)
class Paragraph:
    """A paragraph of running text, or one line where the format knows lines only.

    Attributes:
        text: The text as a reader sees it; a line break inside it is a newline.
        anchor: Where it stood.
    """

    text: str
    anchor: Anchor | None = None


@frozen(slots=True)
class Cell:
    """A table's cell at its place in the grid.

    Attributes:
        text: The cell's text; a line break inside it is a newline; blank cells have `""`.
        row: Row of the cell's upper left corner, from 0.
        column: Column of the cell's upper left corner, from 0.
        rowspan: How many rows it covers, at least 1.
        colspan: How many columns it covers, at least 1.
        header: Whether the document marks it as a header cell.
        anchor: Where it stood.
        readings: The figures that it may be, where a picture of it can be read in several ways
            or not surely; `text` is then U+FFFD.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    anchor: Anchor | None = None
    readings: tuple[str, ...] = ()


def cell_at(  # noqa: PLR0913 - what a cell has
    text: str, row: int, column: int, rowspan: int, colspan: int, header: bool, table: int
) -> Cell:
    """A cell in a place of its table; row and column from 0, the table's number from 1.

    Reports have the same labels, and zeros, in the same places: to make a cell takes four times as
    long as to look one up. A figure of several digits hardly comes again in its place.
    """
    rare = len(text) > _LABEL or (len(text) > 1 and text.isdecimal())
    return (_made if rare else _known)(text, row, column, rowspan, colspan, header, table)


def _made(  # noqa: PLR0913 - likewise
    text: str, row: int, column: int, rowspan: int, colspan: int, header: bool, table: int
) -> Cell:
    anchor = cell_anchor(table, row + 1, column + 1)
    return Cell(text, row, column, rowspan, colspan, header, anchor)


_known = lru_cache(maxsize=1 << 13)(_made)
_LABEL = 100
"""Characters up to which a cell's text may be a label."""


@frozen(slots=False)
class Table:
    """A table: cells in reading order (by row, then by column), none overlapping another.

    Attributes:
        cells: The cells. A merged cell stands once, at its upper left corner.
        anchor: Where the table stood.
        aligned: Whether column numbers are evidence. False where a format knows which cells
            share a row but not which columns they stand in, such as tab-separated lines.
    """

    cells: tuple[Cell, ...]
    anchor: Anchor | None = None
    aligned: bool = True

    @cached_property
    def n_rows(self) -> int:
        """How many rows the grid has."""
        return max((cell.row + cell.rowspan for cell in self.cells), default=0)

    @cached_property
    def n_columns(self) -> int:
        """How many columns the grid has."""
        return max((cell.column + cell.colspan for cell in self.cells), default=0)

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells that begin in each row, `n_rows` tuples, some perhaps empty."""
        rows: list[list[Cell]] = [[] for _ in range(self.n_rows)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return tuple(tuple(row) for row in rows)


@frozen(slots=True)
class Figure:
    """A picture, of which only the text that describes it is known.

    Attributes:
        text: Alternative text or caption; may be empty.
        anchor: Where it stood.
    """

    text: str = ""
    anchor: Anchor | None = None


Block = Heading | Paragraph | Table | Figure


SMALL = 14.0
"""Pixels of a letter below which its picture is coarse: digits look alike."""


@frozen(slots=True)
class Scan:
    """A page, or a part of one, that is a picture of text.

    Attributes:
        page: Its number, from 1.
        dpi: Its dots an inch.
        letter: How high the letters are, in its pixels; `None` where it was not read.
        reason: Why it was not read; `""` where it was.
        beside: Whether it is a picture on a page that has text besides.
        paragraph: In a format without pages, the number of the paragraph that holds it; `page`
            then counts the pictures that are large enough for a table.
    """

    page: int
    dpi: int
    letter: float | None = None
    reason: str = ""
    beside: bool = False
    paragraph: int | None = None


@frozen(slots=True, repr=False)
class Document:
    """What an adapter read: blocks in reading order.

    Attributes:
        blocks: The document's body. Page headers, footers, menus, comments and whatever a
            reader of the page does not see are left out.
        metadata: What the file or page says about itself, by the name it uses: a printed label
            (`发布日期`), a meta element's name (`PubDate`) or a property (`title`).
        format: Name of the adapter that read it.
        scans: The pages that are pictures, read or not.
    """

    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(factory=Entries, converter=Entries, repr=False)
    format: str = ""
    scans: tuple[Scan, ...] = ()

    def __repr__(self) -> str:
        kinds = Counter(type(block).__name__.lower() for block in self.blocks)
        counted = (f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in kinds.items())
        return f"<Document: {', '.join((self.format or 'of no format', *counted))}>"

    def dump(self) -> str:
        """The document as plain text, one line a block or table row, for people to read."""
        lines = [f"metadata: {name} = {value!r}" for name, value in self.metadata.items()]
        for block in self.blocks:
            lines += _dump_block(block)
        return "\n".join(lines)


def _dump_block(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"heading: {_one_line(block.text)}"]
        case Paragraph():
            return [f"paragraph: {_one_line(block.text)}"]
        case Figure():
            return [f"figure: {_one_line(block.text)}"]
        case Table():
            note = "" if block.aligned else " (columns not aligned)"
            lines = [f"table: {block.n_rows} x {block.n_columns}{note}"]
            for index, row in enumerate(block.rows):
                lines.append(f"  {index}: " + " | ".join(_dump_cell(cell) for cell in row))
            return lines


def _dump_cell(cell: Cell) -> str:
    spans = []
    if cell.rowspan > 1:
        spans.append(f"{cell.rowspan} rows")
    if cell.colspan > 1:
        spans.append(f"{cell.colspan} columns")
    text = _one_line(cell.text)
    if cell.readings:
        text = f"{text} ({' or '.join(cell.readings)}?)"
    return f"{text} <{', '.join(spans)}>" if spans else text


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "⇥")
