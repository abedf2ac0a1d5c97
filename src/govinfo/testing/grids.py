"""Documents to be written and read again, and the places of a table's grid, for a writer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from attrs import evolve, frozen
from hypothesis import strategies as st

from govinfo.blocks import Cell, Document, Heading, Paragraph, Table

LETTERS = "甲乙丙丁水火木金土0123456789ABCxyz（）、，。《》+-/.%"
"""What every format holds."""

MARKUP = "<>&\"'\\{}[]*_#|`~$"
"""What some formats must escape."""

_INITIALS = "甲乙丙丁水火木金土"
_SPANS = (1, 1, 1, 2, 3)


@frozen(slots=True)
class Slot:
    """One place of a table's grid.

    Attributes:
        cell: The cell that covers it.
        begins: Whether it is the cell's upper left corner, where its text stands.
        first: Whether it is the cell's first place in this row.
    """

    cell: Cell
    begins: bool
    first: bool


def slots(table: Table) -> list[list[Slot]]:
    """The places of a table's grid, row by row, each with the cell that covers it.

    >>> wide = Cell("甲", row=0, column=0, colspan=2)
    >>> [[slot.begins for slot in row] for row in slots(Table((wide,)))]
    [[True, False]]
    """
    places = {
        (row, column): Slot(cell, (row, column) == (cell.row, cell.column), column == cell.column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    return [
        [places[row, column] for column in range(table.n_columns) if (row, column) in places]
        for row in range(table.n_rows)
    ]


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    """A table without merged cells."""
    return Table(
        tuple(
            Cell(text, row, column)
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        )
    )


def lines(letters: str = LETTERS) -> st.SearchStrategy[str]:
    """One line that cannot be taken for a number, a list's item or a drawing of a table."""
    return st.builds(
        "{}{}".format, st.sampled_from(_INITIALS), st.text(st.sampled_from(letters), max_size=8)
    )


def tables(
    *,
    spans: bool = True,
    breaks: bool = True,
    labelled: bool = False,
    blank_rows: bool = True,
    letters: str = LETTERS,
) -> st.SearchStrategy[Table]:
    """Tables of two to five rows and columns.

    A cell begins in every row and in every column: no reader sees any other row or column. One
    cell at least has text.

    Args:
        spans: Whether cells may be merged.
        breaks: Whether a cell's text may have several lines.
        labelled: Whether every row begins with a label.
        blank_rows: Whether all cells that stand in one row only may be blank.
        letters: Of which the texts are made.
    """
    line = st.text(st.sampled_from(letters), min_size=1, max_size=6)
    several = st.lists(line, min_size=1, max_size=3 if breaks else 1).map("\n".join)
    content = st.one_of(st.just(""), several)
    sizes = st.tuples(st.integers(2, 5), st.integers(2, 5))
    tiled = sizes.flatmap(lambda size: _tilings(*size, spans=spans))
    told = tiled.filter(lambda cells: blank_rows or _has_own_cells(cells))
    return told.filter(lambda cells: _is_wide(Table(cells))).flatmap(
        lambda cells: st.lists(content, min_size=len(cells), max_size=len(cells)).map(
            lambda texts: _filled(cells, texts, labelled=labelled, blank_rows=blank_rows)
        )
    )


def documents(
    *,
    spans: bool = True,
    breaks: bool = True,
    labelled: bool = False,
    blank_rows: bool = True,
    letters: str = LETTERS,
) -> st.SearchStrategy[Document]:
    """Documents of a few tables with running text before, between and after them.

    Args:
        spans: Whether cells may be merged.
        breaks: Whether a cell's text may have several lines.
        labelled: Whether every row begins with a label.
        blank_rows: Whether all cells that stand in one row only may be blank.
        letters: Of which the texts are made.
    """
    line = lines(letters)
    headings = st.builds(Heading, line, st.integers(1, 4))
    running = st.lists(st.one_of(line.map(Paragraph), headings), min_size=1, max_size=3)
    grid = tables(
        spans=spans, breaks=breaks, labelled=labelled, blank_rows=blank_rows, letters=letters
    )
    groups = st.lists(st.tuples(running, grid.map(lambda table: [table])), max_size=2)
    return st.builds(
        lambda groups, last: Document(
            tuple(chain.from_iterable([*chain.from_iterable(groups), last]))
        ),
        groups,
        running,
    )


@st.composite
def _tilings(draw: st.DrawFn, n_rows: int, n_columns: int, *, spans: bool) -> tuple[Cell, ...]:
    """Cells without text that together cover a grid."""
    sizes = st.sampled_from(_SPANS if spans else (1,))
    covered: set[tuple[int, int]] = set()
    cells = []
    for row in range(n_rows):
        for column in range(n_columns):
            if (row, column) in covered:
                continue
            width = 1
            most = draw(sizes)
            while width < min(most, n_columns - column) and (row, column + width) not in covered:
                width += 1
            height = min(draw(sizes), n_rows - row)
            covered |= {
                (row + down, column + right) for down in range(height) for right in range(width)
            }
            cells.append(Cell("", row, column, height, width))
    return _compact(cells)


def _compact(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The same cells without the rows and columns in which none begins."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    return tuple(
        Cell(
            cell.text,
            rows.index(cell.row),
            columns.index(cell.column),
            sum(cell.row <= row < cell.row + cell.rowspan for row in rows),
            sum(cell.column <= column < cell.column + cell.colspan for column in columns),
        )
        for cell in cells
    )


def _is_wide(table: Table) -> bool:
    return table.n_rows > 1 and table.n_columns > 1


def _has_own_cells(cells: Sequence[Cell]) -> bool:
    """Whether every row has a cell that stands in no other."""
    return {cell.row for cell in cells if cell.rowspan == 1} == {cell.row for cell in cells}


def _filled(
    cells: Sequence[Cell], texts: Sequence[str], *, labelled: bool, blank_rows: bool
) -> Table:
    pairs = list(zip(cells, texts, strict=True))
    lacking = set() if blank_rows else {cell.row for cell in cells}
    lacking -= {cell.row for cell, text in pairs if text and cell.rowspan == 1}
    made = []
    for number, (cell, text) in enumerate(pairs):
        needed = cell.row in lacking and cell.rowspan == 1
        lacking -= {cell.row} if needed else set()
        alone = number == 0 and not any(texts)
        label = needed or alone or (labelled and cell.column == 0)
        made.append(evolve(cell, text=f"甲{text}" if label else text))
    return Table(tuple(made))
