"""Cells lie where the HTML standard's table algorithm puts them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.html.pages import dump, grid, read, table
from govinfo.errors import LimitExceeded
from govinfo.source import Limits


def test_spans_move_later_cells_right() -> None:
    page = """<table>
        <tr><td rowspan=2>申请人情况</td><td colspan=2>法人或其他组织</td></tr>
        <tr><td>商业企业</td><td>科研机构</td></tr></table>"""
    assert grid(page) == [
        ("申请人情况", 0, 0, 2, 1),
        ("法人或其他组织", 0, 1, 1, 2),
        ("商业企业", 1, 1, 1, 1),
        ("科研机构", 1, 2, 1, 1),
    ]


def test_rowspan_zero_reaches_to_the_end_of_its_group() -> None:
    page = """<table>
        <tbody><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr>
            <tr><td>3</td></tr></tbody>
        <tbody><tr><td>乙</td><td>4</td></tr></tbody></table>"""
    assert grid(page) == [
        ("甲", 0, 0, 3, 1),
        ("1", 0, 1, 1, 1),
        ("2", 1, 1, 1, 1),
        ("3", 2, 1, 1, 1),
        ("乙", 3, 0, 1, 1),
        ("4", 3, 1, 1, 1),
    ]


def test_rowspan_ends_with_its_group() -> None:
    page = """<table><thead><tr><th rowspan=9>项目</th><th>数</th></tr></thead>
        <tbody><tr><td>规章</td><td>3</td></tr></tbody></table>"""
    assert [cell[1:] for cell in grid(page)] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def test_foot_stands_last() -> None:
    page = """<table><tfoot><tr><td>总计</td><td>2</td></tr></tfoot>
        <tbody><tr><td>受理</td><td>2</td></tr></tbody></table>"""
    assert dump(page)[1:] == ["  0: 受理 | 2", "  1: 总计 | 2"]


def test_cells_that_overlap_end_before_the_earlier() -> None:
    page = """<table><tr><td>a</td><td rowspan=2>b</td><td>c</td></tr>
        <tr><td colspan=3>d</td></tr></table>"""
    assert grid(page) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 2, 1),
        ("c", 0, 2, 1, 1),
        ("d", 1, 0, 1, 1),
    ]


@pytest.mark.parametrize("colspan", ["1000000", "100%", "99", "1000", "18446744073709551617"])
def test_absurd_colspan_ends_with_the_table(colspan: str) -> None:
    page = f"""<table><tr><td colspan="{colspan}">标题</td></tr>
        <tr><td>a</td><td>b</td><td>c</td></tr></table>"""
    assert grid(page)[0] == ("标题", 0, 0, 1, 3)
    assert table(page).n_columns == 3


def test_what_stands_right_of_an_absurd_colspan_is_the_next_column() -> None:
    page = """<table><tr><td colspan=1000000>a</td><td>b</td></tr>
        <tr><td>c</td><td>d</td></tr></table>"""
    assert grid(page)[:2] == [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1)]


def test_absurd_rowspan_ends_with_the_table() -> None:
    page = """<table><tr><td rowspan=65534>a</td><td>b</td></tr><tr><td>c</td></tr></table>"""
    assert grid(page)[0] == ("a", 0, 0, 2, 1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2", 2), (" 2px", 2), ("0", 1), ("-3", 1), ("", 1), ("x", 1), ("1.9", 1), ("２", 1)],
)
def test_colspan_is_read_as_the_standard_reads_integers(written: str, meant: int) -> None:
    page = f"""<table><tr><td colspan="{written}">a</td><td>b</td></tr>
        <tr><td>1</td><td>2</td><td>3</td></tr></table>"""
    assert grid(page)[0][4] == meant


def test_absurd_spans_cost_nothing() -> None:
    taken = []
    for span in (1000, 1_000_000):
        cells = f"<td colspan={span} rowspan=65534>x</td>" * 100
        start = time.process_time()
        found = table(f"<table>{('<tr>' + cells + '</tr>') * 3}</table>")
        taken.append(time.process_time() - start)
        assert found.n_columns <= 300
    assert taken[1] < 10 * max(taken[0], 0.05)


def test_merged_cells_are_bounded() -> None:
    row = "<tr>" + "<td colspan=60 rowspan=65534>x</td>" * 40 + "</tr>"
    with pytest.raises(LimitExceeded):
        read(f"<table>{row * 20}</table>", Limits(cells=10_000))


def test_cells_are_bounded() -> None:
    with pytest.raises(LimitExceeded):
        read("<table>" + "<tr><td>1<td>2</tr>" * 10 + "</table>", Limits(cells=19))


def test_header_cells() -> None:
    page = """<table><thead><tr><td>项目</td><td>数</td></tr></thead>
        <tr><th>规章</th><td>3</td></tr></table>"""
    assert [cell.header for cell in table(page).cells] == [True, True, True, False]


@st.composite
def grids(draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    """Row, column, rowspan, colspan of the cells of a grid that they fill, in reading order."""
    n_rows, n_columns = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(n_rows):
        for column in range(n_columns):
            if (row, column) in taken:
                continue
            width = 1
            most = draw(st.integers(1, n_columns - column))
            while width < most and (row, column + width) not in taken:
                width += 1
            height = draw(st.integers(1, n_rows - row))
            taken |= {
                (r, c) for r in range(row, row + height) for c in range(column, column + width)
            }
            cells.append((row, column, height, width))
    return cells


@settings(max_examples=80, deadline=None)
@given(cells=grids(), styled=st.booleans(), closed=st.booleans())
def test_any_grid_comes_back(
    cells: list[tuple[int, int, int, int]], styled: bool, closed: bool
) -> None:
    rows: list[str] = ["" for _ in range(max(row + height for row, _, height, _ in cells))]
    for number, (row, _, height, width) in enumerate(cells):
        text = f"<p><span>{number}</span></p>" if styled else f"{number}"
        end = "</td>" if closed else ""
        rows[row] += f"<td rowspan='{height}' colspan='{width}'>{text}{end}"
    end = "</tr>" if closed else ""
    page = "<table>" + "".join(f"<tr>{row}{end}\n" for row in rows) + "</table>"
    expected = [(f"{number}", *cell) for number, cell in enumerate(cells)]
    if len({cell[0] for cell in cells}) == len(cells):
        # No row has two cells: there are no columns, and the cells come as paragraphs.
        assert dump(page) == [f"paragraph: {text}" for text, *_ in expected]
    else:
        assert grid(page) == expected
