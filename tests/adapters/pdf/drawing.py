"""Draws PDFs for the tests: text where it is put, and a grid's cells with their rulings."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govinfo.adapters.pdf import PdfAdapter
from govinfo.blocks import Document, Paragraph, Table
from govinfo.source import Limits, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.pdf.sample import Grid

SONG = "STSong-Light"
WIDTH, HEIGHT = A4
ENGINES = ("pdfium", "pdfplumber")

pdfmetrics.registerFont(UnicodeCIDFont(SONG))


class Sketch:
    """A PDF in the making; y grows downwards from the top of the page, as in anchors."""

    def __init__(self, size: tuple[float, float] = A4, **options: Any) -> None:
        self._buffer = io.BytesIO()
        self.height = size[1]
        self.canvas = Canvas(self._buffer, pagesize=size, **options)

    def text(self, x: float, y: float, text: str, size: float = 12) -> Sketch:
        """Write one line whose letters stand between y and y + size."""
        self.canvas.setFont(SONG, size)
        self.canvas.drawString(x, self.height - y - 0.86 * size, text)
        return self

    def lines(self, x: float, y: float, *texts: str, size: float = 12, step: float = 20) -> Sketch:
        for number, text in enumerate(texts):
            self.text(x, y + number * step, text, size)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Sketch:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        return self

    def fill(self, x0: float, y0: float, x1: float, y1: float, colour: Any = (0, 0, 0)) -> Sketch:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillColorRGB(0, 0, 0)
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Sketch:
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0)
        return self

    def page(self) -> Sketch:
        self.canvas.showPage()
        return self

    def data(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()

    def read(self, engine: str = "auto", password: str | None = None) -> Document:
        return read(self.data(), engine, password)


def read(data: bytes, engine: str = "auto", password: str | None = None) -> Document:
    adapter = PdfAdapter(engine=engine, password=password)  # type: ignore[arg-type]
    return adapter.read(Source(data), Limits())


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    """A table as the tuples that a `Grid` is made of, without line breaks."""
    return [
        (cell.row, cell.column, cell.rowspan, cell.colspan, cell.text.replace("\n", ""))
        for cell in table.cells
    ]


def draw(
    sketch: Sketch,
    grid: Grid,
    xs: Sequence[float],
    ys: Sequence[float],
    *,
    style: str = "box",
    size: float = 8,
) -> Sketch:
    """Draw a grid's cells between these borders.

    Args:
        sketch: Where to draw.
        grid: What to draw.
        xs: Borders of the columns, one more than there are columns.
        ys: Borders of the rows.
        style: `box`: an outlined rectangle a cell; `line`: four lines a cell; `fill`: four thin
            filled rectangles a cell; `dash`: dashes drawn one by one; `double`: two lines for
            each; `clip`: a thick rectangle a side, clipped to a thin one.
        size: Of the letters.
    """
    for row, column, rowspan, colspan, text in grid.cells:
        x0, x1 = xs[column], xs[column + colspan]
        y0, y1 = ys[row], ys[row + rowspan]
        for edge in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            _DRAW[style](sketch, *edge)
        sketch.text(x0 + 3, (y0 + y1 - size) / 2, text, size)
    return sketch


def _thin(sketch: Sketch, x0: float, y0: float, x1: float, y1: float) -> None:
    sketch.fill(x0 - 0.25, y0 - 0.25, x1 + 0.25, y1 + 0.25)


def _dashes(sketch: Sketch, x0: float, y0: float, x1: float, y1: float) -> None:
    for at in range(0, int(max(x1 - x0, y1 - y0)), 5):
        if x1 > x0:
            sketch.line(x0 + at, y0, min(x0 + at + 3, x1), y0)
        else:
            sketch.line(x0, y0 + at, x0, min(y0 + at + 3, y1))


def _double(sketch: Sketch, x0: float, y0: float, x1: float, y1: float) -> None:
    across, down = (0.0, 1.0) if x1 > x0 else (1.0, 0.0)
    for side in (-1, 1):
        dx, dy = side * across, side * down
        sketch.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)


def _clipped(sketch: Sketch, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas = sketch.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x0 - 0.25, sketch.height - y1 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5)
    canvas.clipPath(path, stroke=0, fill=0)
    sketch.fill(x0 - 20, y0 - 20, x1 + 20, y1 + 20)
    canvas.restoreState()


_DRAW: dict[str, Any] = {
    "box": Sketch.box,
    "line": Sketch.line,
    "fill": _thin,
    "dash": _dashes,
    "double": _double,
    "clip": _clipped,
}
