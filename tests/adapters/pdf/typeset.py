"""A report typeset by hand, in ways in which programs write the same page."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from adapters.pdf.drawing import HEIGHT, Sketch
from govinfo.blocks import Cell, Heading, Paragraph, Table

if TYPE_CHECKING:
    from reports.told import Told

_LEFT, _TOP, _BOTTOM = 60.0, 70.0, HEIGHT - 70
_SIZE, _STEP, _PAD = 8.0, 10.0, 3.0
_WIDTHS = {
    4: (150.0, 100.0, 100.0, 100.0),
    10: (42.0, 58.0, 118.0, 34.0, 38.0, 38.0, 44.0, 44.0, 30.0, 34.0),
    15: (32.0,) * 15,
}
"""Widths of a table's columns by their number, uneven as Word makes them."""

Draw = Callable[[Sketch], object]


class Page:
    """What is to be drawn on a page: texts, each of one line, and rulings."""

    def __init__(self) -> None:
        self.texts: list[tuple[float, float, str, float]] = []
        self.rulings: list[tuple[float, float, float, float]] = []


def pdf(told: Told, way: str) -> bytes:
    """The report, written one of the `WAYS`."""
    return drawn(told, WAYS[way])


def drawn(told: Told, ordered: Callable[[Page], list[Draw]]) -> bytes:
    """The report, what is on a page drawn in an order."""
    sketch = Sketch()
    for page in _pages(told):
        for draw in ordered(page):
            draw(sketch)
        sketch.page()
    return sketch.data()


def _pages(told: Told) -> list[Page]:
    pages, y = [Page()], _TOP
    for block in told.blocks():
        match block:
            case Heading() | Paragraph():
                is_title = isinstance(block, Heading) and block.level == 1
                size = 16.0 if is_title else 12.0
                if y + size > _BOTTOM:
                    pages.append(Page())
                    y = _TOP
                indent = 0.0 if isinstance(block, Heading) else 24.0
                pages[-1].texts.append((_LEFT + indent, y, block.text, size))
                y += 24
            case Table():
                y = _table(pages, block, y) + 12
            case _:
                raise TypeError(block)
    return pages


def _table(pages: list[Page], table: Table, y: float) -> float:
    """Draw a table row by row, and go on with the next page where one has no room."""
    widths = _WIDTHS.get(table.n_columns, (480.0 / table.n_columns,) * table.n_columns)
    xs = list(accumulate(widths, initial=_LEFT))
    heights = _heights(table, xs)
    start = 0
    while start < table.n_rows:
        stop, bottom = start, y
        while stop < table.n_rows and bottom + heights[stop] <= _BOTTOM:
            bottom += heights[stop]
            stop += 1
        ys = list(accumulate(heights[start:stop], initial=y))
        for cell in table.cells:
            first, last = max(cell.row, start), min(cell.row + cell.rowspan, stop)
            if first < last:
                box = (xs[cell.column], ys[first - start], xs[cell.column + cell.colspan])
                _cell(pages[-1], cell if first == cell.row else None, (*box, ys[last - start]))
        start, y = stop, bottom
        if start < table.n_rows:
            pages.append(Page())
            y = _TOP
    return y


def _heights(table: Table, xs: list[float]) -> list[float]:
    heights = [_STEP + 2 * _PAD] * table.n_rows
    for cell in table.cells:
        lines = _lines(cell.text, xs[cell.column + cell.colspan] - xs[cell.column])
        need = len(lines) * _STEP + 2 * _PAD
        rows = range(cell.row, cell.row + cell.rowspan)
        heights[cell.row] += max(0.0, need - sum(heights[row] for row in rows))
    return heights


def _lines(text: str, width: float) -> list[str]:
    """A text broken where a line is full; digits are half as wide."""
    lines, room = [""], width - 2 * _PAD
    for char in text:
        wide = _SIZE / 2 if char.isascii() else _SIZE
        if room < wide:
            lines.append("")
            room = width - 2 * _PAD
        lines[-1] += char
        room -= wide
    return lines


def _cell(page: Page, cell: Cell | None, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    page.rulings += [
        (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for (x0, y0), (x1, y1) in pairwise(corners)
    ]
    for number, line in enumerate(_lines(cell.text, right - left) if cell else ()):
        if line:
            y = top + _PAD + number * _STEP
            page.texts.append((left + _PAD, y, line, _SIZE))


def _rulings(page: Page) -> list[Draw]:
    return [lambda sketch, at=at: sketch.line(*at) for at in page.rulings]  # type: ignore[misc]


def _texts(texts: list[tuple[float, float, str, float]]) -> list[Draw]:
    return [lambda sketch, at=at: sketch.text(*at) for at in texts]  # type: ignore[misc]


def in_order(page: Page) -> list[Draw]:
    """Rulings first, then cell by cell."""
    return [*_rulings(page), *_texts(page.texts)]


def shuffled(page: Page) -> list[Draw]:
    """Everything in any order."""
    draws = in_order(page)
    random.Random(7).shuffle(draws)
    return draws


def letter_by_letter(page: Page) -> list[Draw]:
    """Each letter placed by itself."""
    letters = []
    for x, y, text, size in page.texts:
        for char in text:
            letters.append((x, y, char, size))
            x += size / 2 if char.isascii() else size  # noqa: PLW2901 - the pen moves on
    return [*_rulings(page), *_texts(letters)]


def column_by_column(page: Page) -> list[Draw]:
    """Texts from the left of the page to its right."""
    return [*_texts(sorted(page.texts)), *_rulings(page)]


def unruled(page: Page) -> list[Draw]:
    """Without rulings."""
    return _texts(page.texts)


RULED: dict[str, Callable[[Page], list[Draw]]] = {
    "in order": in_order,
    "shuffled": shuffled,
    "letter by letter": letter_by_letter,
    "column by column": column_by_column,
}
WAYS = {**RULED, "unruled": unruled}
