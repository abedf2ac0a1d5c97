"""Reads a `<table>`: its cells in their grid, or its content where it is there for layout."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Protocol

from govinfo.adapters.html._grid import Placed, Slot, colspan_of, place, rowspan_of
from govinfo.adapters.html._items import Content, Grid, Item, Line, plain_slot
from govinfo.adapters.html._text import without_pictures
from govinfo.adapters.prose import SENTENCE, rows_of_prose
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from govinfo.adapters.budget import Budget

_SECTIONS = frozenset(("tbody", "thead", "tfoot"))
_CELLS = frozenset(("td", "th"))
_PARTS = frozenset(("tr", "td", "th"))
_ROWS = frozenset(("tr", "tbody", "thead", "tfoot", "table"))

COLLAPSED = "collapsed"
"""An attribute of columns that take no place, as no page has it."""

# A cell with more text than this, on more than one line, holds prose: it is there for layout.
_PROSE = 300


class Reader(Protocol):
    """Collects lines; what the walk over a page does with a cell's content."""

    items: list[Item]

    def __init__(self, budget: Budget, strays: list[_Element] | None = None) -> None: ...

    def read(self, element: _Element, depth: int) -> None:
        """Read what is in an element."""

    def block(self, element: _Element, depth: int) -> None:
        """Read an element that stands on lines of its own."""

    def write(self, text: str) -> None:
        """Add text to the line."""

    def end_line(self) -> None:
        """End the line."""


def read_table(element: _Element, budget: Budget, depth: int, reader: type[Reader]) -> list[Item]:
    """What a table gives: captions, then a grid, or the content of its cells."""
    table = _TableReader(budget, reader)
    table.read(element, depth, False)
    table.before.end_line()
    table.after.end_line()
    groups = [*table.groups, *table.feet]
    budget.spend_cells(sum(sum(map(len, group)) for group in groups))
    cells = _without(place(groups, budget), table.collapsed)
    return [*table.before.items, *_dissolved(cells), *table.after.items]


class _TableReader:
    """Gathers the rows of one table, mending what stands where no cell can."""

    def __init__(self, budget: Budget, reader: type[Reader]) -> None:
        self._budget = budget
        self._reader = reader
        self.before = reader(budget)
        self.after = reader(budget)
        self._aside = self.before
        self.groups: list[list[list[Slot[Content]]]] = []
        self.feet: list[list[list[Slot[Content]]]] = []
        self.collapsed: list[bool] = []  # Of each column that is declared, whether it takes none.
        self._group: list[list[Slot[Content]]] | None = None

    def read(self, element: _Element, depth: int, header: bool) -> None:
        """Read the rows in a table, or in a part of one."""
        self._budget.check_depth(depth)
        self._foster(element.text)
        loose: list[Slot[Content]] | None = None
        for child in element:
            tag = child.tag
            if tag in _CELLS:
                if loose is None:
                    loose = []
                    self._rows().append(loose)
                self._read_cell(child, loose, depth + 1, header or tag == "th")
            else:
                loose = None
                self._read_part(child, depth + 1, header)
            self._foster(child.tail)

    def _read_part(self, child: _Element, depth: int, header: bool) -> None:
        tag = child.tag
        if tag == "tr":
            row: list[Slot[Content]] = []
            self._rows().append(row)
            self._read_row(child, row, depth, header)
        elif tag in _SECTIONS:
            self._begin(self.feet if tag == "tfoot" else self.groups)
            self.read(child, depth, tag == "thead")
            self._group = None
        elif tag == "table":
            # A table that begins among the rows of another ends it, in browsers.
            self._aside = self.after
            self.after.items += read_table(child, self._budget, depth, self._reader)
        elif next(child.iter(*_PARTS), None) is not None:
            # A form or the like around rows: browsers leave the rows in the table.
            self.read(child, depth, header)
        elif tag in {"col", "colgroup"}:
            for column in child.findall("col") or (child,):
                is_gone = COLLAPSED in column.attrib or COLLAPSED in child.attrib
                self.collapsed += [is_gone] * colspan_of(column.get("span"))
        else:
            self._aside.block(child, depth)

    def _rows(self) -> list[list[Slot[Content]]]:
        return self._begin(self.groups) if self._group is None else self._group

    def _begin(self, groups: list[list[list[Slot[Content]]]]) -> list[list[Slot[Content]]]:
        self._group = []
        groups.append(self._group)
        return self._group

    def _foster(self, text: str | None) -> None:
        """Text between cells stands before the table, in browsers."""
        if text and not text.isspace():
            self._aside.write(text)
            self._aside.end_line()

    def _read_row(
        self, element: _Element, row: list[Slot[Content]], depth: int, header: bool
    ) -> None:
        self._foster(element.text)
        for child in element:
            tag = child.tag
            if tag in _CELLS:
                raw = _plain(child)
                if raw is None:
                    self._read_cell(child, row, depth, header or tag == "th")
                else:
                    # Here, not by a call: so it is with nearly every cell, none with a span.
                    slot = plain_slot(raw, header or tag == "th")
                    names = child.keys()
                    spans = "colspan" in names or "rowspan" in names
                    row.append((slot[0], *_spans(child)) if spans else slot)
            elif tag in _ROWS or next(child.iter(*_PARTS), None) is None:
                self._read_part(child, depth, header)
            else:
                self._read_row(child, row, depth + 1, header)
            tail = child.tail
            if tail and not tail.isspace():
                self._foster(tail)

    def _read_cell(
        self, cell: _Element, row: list[Slot[Content]], depth: int, header: bool
    ) -> None:
        strays: list[_Element] = []
        row.append((self._read_content(cell, depth, header, strays), *_spans(cell)))
        if strays:
            self._read_strays(strays, row, depth + 1)

    def _read_strays(self, strays: list[_Element], row: list[Slot[Content]], depth: int) -> None:
        """Read rows and cells that stand in a cell as if they stood after it."""
        self._budget.check_depth(depth)
        for stray in strays:
            if stray.tag in _CELLS:
                self._read_cell(stray, row, depth, stray.tag == "th")
            else:
                self._read_part(stray, depth, False)
                row = self._rows()[-1] if self._rows() else row

    def _read_content(
        self, cell: _Element, depth: int, header: bool, strays: list[_Element]
    ) -> Content:
        flow = self._reader(self._budget, strays)
        flow.read(cell, depth)
        lines = [item for item in flow.items if isinstance(item, Line)]
        text = without_pictures("\n".join([line.text for line in lines]))
        layout = any(isinstance(item, Grid) for item in flow.items) or (
            len(lines) > 1 and len(text) > _PROSE
        )
        links = bool(lines) and all(line.links for line in lines)
        return Content(text, header, links, _told(flow.items), layout)


def _without(cells: list[Placed[Content]], collapsed: Sequence[bool]) -> list[Placed[Content]]:
    """Cells without what of them stands in columns that take no place."""
    if not any(collapsed):
        return cells
    before = [0, *accumulate(map(int, collapsed))]

    def gone(column: int) -> int:
        return before[min(column, len(collapsed))]

    left = []
    for row, column, rowspan, colspan, content in cells:
        start, end = column - gone(column), column + colspan - gone(column + colspan)
        if end > start:
            left.append((row, start, rowspan, end - start, content))
    return left


def _told(items: Sequence[Item]) -> tuple[Item, ...]:
    """What a cell holds, without the marks of pictures, which come as items of their own."""
    if not any(isinstance(item, Line) and PICTURE in item.text for item in items):
        return tuple(items)
    bare = (
        item._replace(text=item.text.replace(PICTURE, "").strip())
        if isinstance(item, Line)
        else item
        for item in items
    )
    return tuple(item for item in bare if not isinstance(item, Line) or item.text)


def _spans(cell: _Element) -> tuple[int, int]:
    return colspan_of(cell.get("colspan")), rowspan_of(cell.get("rowspan"))


def _plain(cell: _Element) -> str | None:
    """The text of a cell that holds text, or one paragraph with text, as nearly all do."""
    text = cell.text
    size = len(cell)
    if not size:
        return text or ""
    if size > 1 or (text and not text.isspace()):
        return None
    only = cell[0]
    if only.tag != "p" or len(only):
        return None
    after = only.tail
    if after and not after.isspace():
        return None
    return only.text or ""


def _dissolved(cells: Sequence[Placed[Content]]) -> list[Item]:
    """The table's rows as grids, those that are there for layout as their cells' content."""
    contents = [cell[4] for cell in cells]
    text = "".join([content.text for content in contents])
    layout = {cell[0] for cell in cells if cell[4].layout}
    if not text.strip(PICTURE) and not layout:
        return [item for content in contents for item in content.items]
    if SENTENCE in text:
        layout |= rows_of_prose((*cell[:4], cell[4].text) for cell in cells)
    if not layout and not _is_list(cells):
        return [Grid(tuple(cells))]
    items: list[Item] = []
    for is_layout, cells_of_run in groupby(cells, lambda cell: cell[0] in layout):
        run = list(cells_of_run)
        if is_layout or _is_list(run):
            for _, _, _, _, content in run:
                items += content.items or _lines(content)
        else:
            items.append(Grid(tuple(_cut(run))))
    return items


def _is_list(cells: Sequence[Placed[Content]]) -> bool:
    """Whether no row has more than one cell: then there are no columns."""
    return all(cell[0] != following[0] for cell, following in pairwise(cells))


def _lines(content: Content) -> list[Line]:
    return [Line(line, links=int(content.links)) for line in content.text.split("\n") if line]


def _cut(cells: Sequence[Placed[Content]]) -> list[Placed[Content]]:
    """A run of rows as a table of its own: its rows count from 0, no cell reaches past it."""
    top = cells[0][0]
    end = cells[-1][0] + 1
    return [
        (row - top, column, min(rowspan, end - row), colspan, content)
        for row, column, rowspan, colspan, content in cells
    ]
