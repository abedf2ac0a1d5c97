from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption

from adapters.pdf.drawing import Sketch
from govinfo.adapters.pdf import PdfAdapter
from govinfo.blocks import Document, Table
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS

LEFT, TOP, BOTTOM = 72, 60, 780
SIZE, LEADING = 8, 11
WIDTH = 85


class TestPdf(AdapterContract):
    adapter_class = PdfAdapter
    headings = False
    breaks = False
    blank_rows = False
    whole = False
    letters = LETTERS + "<>&"
    metadata = ("Title", "Author")

    def write(self, document: Document) -> bytes:
        sketch = Sketch()
        for name, value in document.metadata.items():
            getattr(sketch.canvas, f"set{name}")(value)
        y = TOP
        for block in document.blocks:
            height = sum(_heights(block)) if isinstance(block, Table) else 12
            if y + height > BOTTOM:
                sketch.page()
                y = TOP
            if isinstance(block, Table):
                _draw(sketch, block, y)
            else:
                sketch.text(LEFT + 24, y, block.text)
            y += height + 14
        return sketch.data()

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        below = Sketch().text(LEFT, TOP, seen).text(LEFT, 2_000, unseen)
        return {"below the page": below.data()}

    def paged(self, pages: Sequence[str]) -> bytes:
        sketch = Sketch()
        for text in pages:
            sketch.text(LEFT, TOP, text).page()
        return sketch.data()

    def encrypted(self) -> bytes:
        locked = Sketch(encrypt=StandardEncryption("secret", strength=128))
        return locked.text(LEFT, TOP, "甲").data()

    def pictures(self) -> bytes:
        return Sketch().fill(LEFT, TOP, 300, 300).data()


def _heights(table: Table) -> list[int]:
    """The rows' heights, so that each cell's lines find room."""
    most = [1] * table.n_rows
    for cell in table.cells:
        most[cell.row] = max(most[cell.row], cell.text.count("\n") + 1)
    return [lines * LEADING + 6 for lines in most]


def _draw(sketch: Sketch, table: Table, top: int) -> None:
    heights = _heights(table)
    ys = [top + sum(heights[:row]) for row in range(table.n_rows + 1)]
    for cell in table.cells:
        x0, x1 = (LEFT + WIDTH * at for at in (cell.column, cell.column + cell.colspan))
        y0, y1 = ys[cell.row], ys[cell.row + cell.rowspan]
        sketch.box(x0, y0, x1, y1)
        for number, line in enumerate(cell.text.split("\n")):
            sketch.text(x0 + 4, y0 + 4 + number * LEADING, line, SIZE)
