"""A document drawn as a PDF: prose, and ruled tables that go on over pages."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence

from attrs import frozen
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govinfo.blocks import Document, Heading, Paragraph, Table

FONT = "STSong-Light"
_PAD = 3.0
_LEAST = 2
"""Letters that a column has room for at least."""

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@frozen
class Look:
    """How a page looks.

    Attributes:
        margin: Points around the text.
        prose: Size of letters of running text.
        cells: Size of letters of tables.
        rects: Whether cells are outlined as rectangles rather than by four lines.
        numbered: Whether pages have numbers.
    """

    margin: float = 60.0
    prose: float = 12.0
    cells: float = 8.0
    rects: bool = True
    numbered: bool = True


LOOKS = tuple(
    Look(margin, prose, cells, rects, numbered)
    for margin in (50.0, 70.0)
    for prose, cells in ((12.0, 8.0), (14.0, 7.0))
    for rects in (True, False)
    for numbered in (True, False)
)


def look(draw: random.Random) -> Look:
    """One of the looks."""
    return draw.choice(LOOKS)


def to_pdf(document: Document, look: Look) -> bytes:
    """The document's bytes."""
    buffer = io.BytesIO()
    pen = _Pen(Canvas(buffer, pagesize=A4), look)
    for block in document.blocks:
        if isinstance(block, Heading):
            pen.write(block.text, look.prose + (4 if block.level == 1 else 0))
        elif isinstance(block, Paragraph):
            pen.write(f"　　{block.text}", look.prose)
        elif isinstance(block, Table):
            pen.table(block)
    pen.turn()
    pen.canvas.save()
    return buffer.getvalue()


class _Pen:
    """Draws from the top of a page down; y grows downwards."""

    def __init__(self, canvas: Canvas, look: Look) -> None:
        self.canvas = canvas
        self._look = look
        self._width, self._height = A4
        self._y = look.margin
        self._page = 1

    def turn(self) -> None:
        if self._look.numbered:
            self._text(self._width / 2, self._height - 40, f"— {self._page} —", 9)
        self.canvas.showPage()
        self._page += 1
        self._y = self._look.margin

    def write(self, text: str, size: float) -> None:
        room = int((self._width - 2 * self._look.margin) / size)
        for line in (line for part in text.split("\n") for line in _wrapped(part, room)):
            if self._y + 1.6 * size > self._height - self._look.margin:
                self.turn()
            self._text(self._look.margin, self._y, line, size)
            self._y += 1.6 * size

    def table(self, table: Table) -> None:
        size = self._look.cells
        xs = self._borders(table)
        wrapped = {
            cell: _wrapped(
                cell.text.replace("\n", ""),
                max(1, int((xs[cell.column + cell.colspan] - xs[cell.column] - 2 * _PAD) / size)),
            )
            for cell in table.cells
        }
        heights = [1.8 * size] * table.n_rows
        for cell in sorted(table.cells, key=lambda cell: cell.rowspan):
            rows = range(cell.row, cell.row + cell.rowspan)
            lacking = len(wrapped[cell]) * 1.2 * size + 2 * _PAD - sum(heights[r] for r in rows)
            for row in rows:
                heights[row] += max(0.0, lacking) / cell.rowspan
        for first, last in self._pages(heights):
            ys = [self._y]
            for height in heights[first:last]:
                ys.append(ys[-1] + height)
            for cell in table.cells:
                top, bottom = max(cell.row, first), min(cell.row + cell.rowspan, last)
                if top >= bottom:
                    continue
                x0, x1 = xs[cell.column], xs[cell.column + cell.colspan]
                self._box(x0, ys[top - first], x1, ys[bottom - first])
                if cell.row >= first:
                    lines = wrapped[cell]
                    y = (ys[top - first] + ys[bottom - first] - len(lines) * 1.2 * size) / 2
                    y = max(y, ys[top - first] + _PAD / 2)
                    for number, line in enumerate(lines):
                        self._text(x0 + _PAD, y + number * 1.2 * size, line, size)
            self._y = ys[-1]
            if last < table.n_rows:
                self.turn()
        self._y += size

    def _pages(self, heights: Sequence[float]) -> Iterator[tuple[int, int]]:
        """The rows that stand on each page."""
        first, y = 0, self._y
        for row, height in enumerate(heights):
            if y + height > self._height - self._look.margin and row > first:
                yield first, row
                first, y = row, self._look.margin
            y += height
        yield first, len(heights)

    def _borders(self, table: Table) -> list[float]:
        """Columns as wide as their longest text needs, as far as there is room."""
        letters = [_LEAST] * table.n_columns
        for cell in table.cells:
            if cell.colspan == 1:
                letters[cell.column] = max(letters[cell.column], min(len(cell.text), 12))
        room = self._width - 2 * self._look.margin
        least = _LEAST * self._look.cells + 2 * _PAD
        spare = room - least * table.n_columns
        more = [number - _LEAST for number in letters]
        xs = [self._look.margin]
        for each in more:
            xs.append(xs[-1] + least + spare * each / (sum(more) or 1))
        return xs

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setLineWidth(0.5)
        top, bottom = self._height - y0, self._height - y1
        if self._look.rects:
            self.canvas.rect(x0, bottom, x1 - x0, top - bottom)
            return
        for ends in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom)):
            self.canvas.line(*ends)
        self.canvas.line(x1, top, x1, bottom)

    def _text(self, x: float, y: float, text: str, size: float) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self._height - y - 0.86 * size, text)


def _wrapped(text: str, room: int) -> list[str]:
    """Text in lines of so many wide letters; two narrow ones take the room of one."""
    lines, line, used = [], "", 0.0
    for letter in text:
        wide = 1.0 if ord(letter) > 0x7F else 0.5
        if used + wide > room and line:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + letter, used + wide
    return [*lines, line]
