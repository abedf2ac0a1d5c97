"""A report as WPS lays it out for a PDF, with figures and sentences of ours.

What makes such a page hard to read is its layout, so that is rebuilt: pages end within a block of
section 2, within a group of rows and within a group's label; the group of all outcomes has its
label from top to bottom; labels are broken where their column is full; figures stand amid their
cells.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Literal

from attrs import frozen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from adapters.pdf.drawing import HEIGHT, SONG, Sketch
from govinfo.blocks import Cell, Heading, Paragraph, Table
from reports.told import Told

Label = Literal["letters", "font", "turned"]
"""How a label runs from top to bottom: a letter a line, in a font for vertical writing, or turned
by a quarter."""

_LEFT, _TOP, _FOOT = 80.0, 80.0, 50.0
_SIZE, _STEP = 7.5, 10.0
_WIDTHS = {
    4: (170.0, 90.0, 90.0, 90.0),
    10: (20.0, 70.0, 120.0, 34.0, 34.0, 34.0, 34.0, 34.0, 30.0, 34.0),
    15: (29.5,) * 15,
}
_TALL = 5
"""Rows from which a label in the first column runs from top to bottom."""


class _Upright(UnicodeCIDFont):
    """A CID font for vertical writing, beside the one for horizontal writing."""

    def __init__(self) -> None:
        super().__init__(SONG, isVertical=True)
        self.name = self.fontName = "UprightOfWps"


pdfmetrics.registerFont(_Upright())


@frozen
class Box:
    """A part of a cell on one page."""

    left: float
    top: float
    right: float
    bottom: float


class Pages:
    """The pages of a report, in the making.

    Args:
        label: How the label of all outcomes runs.
        bottom: How far down a page is written on: where a page ends decides what it cuts.
    """

    def __init__(self, label: Label, bottom: float) -> None:
        self.label, self.bottom = label, bottom
        self.sketch, self.y, self.number = Sketch(), _TOP, 1

    def turn(self) -> None:
        """End the page, its number below."""
        self.sketch.text(280, HEIGHT - _FOOT, f"-{self.number}-", 10).page()
        self.y, self.number = _TOP, self.number + 1

    def line(self, text: str, size: float, indent: float) -> None:
        """A line of running text or a heading."""
        if self.y + size > self.bottom:
            self.turn()
        self.sketch.text(_LEFT + indent, self.y, text, size)
        self.y += 2 * size

    def table(self, table: Table) -> None:
        """A table, row by row over the pages."""
        xs = list(accumulate(_WIDTHS[table.n_columns], initial=_LEFT))
        heights = _heights(table, xs, self.label)
        start = 0
        while start < table.n_rows:
            stop, bottom = start, self.y
            while stop < table.n_rows and bottom + heights[stop] <= self.bottom:
                bottom += heights[stop]
                stop += 1
            ys = list(accumulate(heights[start:stop], initial=self.y))
            for cell in table.cells:
                first, last = max(cell.row, start), min(cell.row + cell.rowspan, stop)
                if first < last:
                    box = Box(
                        xs[cell.column],
                        ys[first - start],
                        xs[cell.column + cell.colspan],
                        ys[last - start],
                    )
                    share = (first - cell.row, last - cell.row)
                    self._cell(cell, box, share)
            start, self.y = stop, bottom
            if start < table.n_rows:
                self.turn()
        self.y += 20

    def _cell(self, cell: Cell, box: Box, share: tuple[int, int]) -> None:
        """Draw what stands of a cell on this page: rows `share` of it."""
        self.sketch.box(box.left, box.top, box.right, box.bottom)
        if _is_tall(cell) and self.label != "letters":
            if share[0] == 0:
                self._upright(cell.text, box)
            return
        lines = _lines(cell.text, box.right - box.left)
        # A label goes on where its cell does, on the next page.
        start, end = (at * len(lines) // cell.rowspan for at in share)
        lines = lines[start:end]
        y = (box.top + box.bottom - len(lines) * _STEP) / 2 + 1
        for line in lines:
            wide = sum(_SIZE / 2 if char.isascii() else _SIZE for char in line)
            x = box.left + 3 if cell.header else (box.left + box.right - wide) / 2
            self.sketch.text(x, y, line, _SIZE)
            y += _STEP

    def _upright(self, text: str, box: Box) -> None:
        canvas, middle = self.sketch.canvas, (box.left + box.right) / 2
        canvas.saveState()
        if self.label == "font":
            canvas.setFont("UprightOfWps", _SIZE)
            canvas.drawString(middle, self.sketch.height - box.top - 20, text)
        else:
            canvas.translate(middle - _SIZE / 3, self.sketch.height - box.top - 20)
            canvas.rotate(270)
            canvas.setFont(SONG, _SIZE)
            canvas.drawString(0, 0, text)
        canvas.restoreState()


def _is_tall(cell: Cell) -> bool:
    return cell.header and cell.column == 0 and cell.colspan == 1 and cell.rowspan >= _TALL


def _lines(text: str, width: float) -> list[str]:
    """A text broken where a line is full; digits are half as wide."""
    lines, room = [""], width - 6
    for char in text:
        wide = _SIZE / 2 if char.isascii() else _SIZE
        if room < wide and lines[-1]:
            lines.append("")
            room = width - 6
        lines[-1] += char
        room -= wide
    return lines if text else []


def _heights(table: Table, xs: list[float], label: Label) -> list[float]:
    heights = [_STEP + 8] * table.n_rows
    for cell in table.cells:
        if _is_tall(cell) and label != "letters":
            continue
        need = len(_lines(cell.text, xs[cell.column + cell.colspan] - xs[cell.column])) * _STEP + 8
        rows = range(cell.row, cell.row + cell.rowspan)
        heights[cell.row] += max(0.0, need - sum(heights[row] for row in rows))
    return heights


def pdf(told: Told, *, label: Label, bottom: float = HEIGHT - 90) -> bytes:
    """The report as a PDF."""
    pages = Pages(label, bottom)
    for block in told.blocks():
        match block:
            case Heading():
                pages.line(block.text, 16.0 if block.level == 1 else 12.0, 0.0)
            case Paragraph():
                pages.line(block.text, 12.0, 24.0)
            case Table():
                pages.table(block)
            case _:
                raise TypeError(block)
    pages.turn()
    return pages.sketch.data()
