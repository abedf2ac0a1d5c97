"""A grammar run backwards, and forwards again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.blocks import Document, Heading
from govinfo.grammar.compile import ColumnSpec, RowSpec, compile_class
from govinfo.render.grid import grid

CLASSES = (
    govinfo.Requests,
    govinfo.Disputes,
    govinfo.Proactive2019,
    govinfo.Proactive2021,
    govinfo.Indicators,
)


def of_edition(cls: type, *, three_rows: bool) -> tuple[RowSpec, ...]:
    rows = compile_class(cls).rows
    return tuple(row for row in rows if not row.optional or row.own != three_rows)


@pytest.mark.parametrize("cls", CLASSES)
@given(data=st.data())
def test_what_a_section_prints_reads_as_the_same_figures(cls: type, data: st.DataObject) -> None:
    grammar = compile_class(cls)
    rows = of_edition(cls, three_rows=data.draw(st.booleans()))
    cells = [grammar.path(row, column) for row in rows for column in row.columns]
    numbers = data.draw(
        st.lists(st.none() | st.integers(0, 10**7), min_size=len(cells), max_size=len(cells))
    )
    figures = dict(zip(cells, numbers, strict=True))

    def text(row: RowSpec, column: ColumnSpec) -> str:
        number = figures[grammar.path(row, column)]
        return "" if number is None else str(number)

    table = grid(grammar, rows, text)
    document = Document((Heading(grammar.layout.heading), table))
    found: govinfo.Interpreted[object] = govinfo.interpret(document, cls)
    read = {
        path: int(fact.value.amount) if isinstance(fact.value, govinfo.Money) else fact.value
        for path, fact in found.facts.items()
    }
    assert read == figures


def test_the_request_table_has_the_templates_merges() -> None:
    grammar = compile_class(govinfo.Requests)
    table = grid(grammar, of_edition(govinfo.Requests, three_rows=True), lambda _, __: "")
    assert (table.n_rows, table.n_columns) == (28, 10)
    merged = {cell.text: (cell.rowspan, cell.colspan) for cell in table.cells if cell.text}
    assert merged[grammar.layout.stub] == (3, 3)
    assert merged["法人或其他组织"] == (1, 5)
    assert merged["（三）不予公开"] == (8, 1)
    assert merged["（七）总计"] == (1, 2)
    assert merged["四、结转下年度继续办理"] == (1, 3)


def test_cells_cover_the_grid_without_overlap() -> None:
    for cls in CLASSES:
        table = grid(compile_class(cls), of_edition(cls, three_rows=True), lambda _, __: "")
        covered = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rowspan)
            for column in range(cell.column, cell.column + cell.colspan)
        ]
        assert len(covered) == len(set(covered)) == table.n_rows * table.n_columns
