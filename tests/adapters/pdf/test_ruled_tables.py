from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.pdf.drawing import ENGINES, Sketch, cells, draw, paragraphs, tables
from adapters.pdf.sample import Grid
from govinfo.adapters.symbols import PICTURE

SMALL = Grid(
    (
        (0, 0, 2, 1, "信息内容"),
        (0, 1, 1, 2, "本年"),
        (1, 1, 1, 1, "制发件数"),
        (1, 2, 1, 1, "废止件数"),
        (2, 0, 1, 1, "规章"),
        (2, 1, 1, 1, "12"),
        (2, 2, 1, 1, "3"),
    )
)
XS, YS = (80.0, 200.0, 300.0, 420.0), (100.0, 130.0, 160.0, 190.0)


def only_table(sketch: Sketch, engine: str) -> list[tuple[int, int, int, int, str]]:
    found = tables(sketch.read(engine))
    assert len(found) == 1
    assert found[0].aligned
    return cells(found[0])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("style", ["box", "line", "fill", "dash", "double"])
def test_lines_rectangles_thin_fills_dashes_and_double_rulings(engine: str, style: str) -> None:
    sketch = draw(Sketch(), SMALL, XS, YS, style=style)
    assert only_table(sketch, engine) == list(SMALL.cells)


def test_rulings_that_only_a_clip_makes_thin() -> None:
    # pdfminer drops clipping paths, so that only PDFium sees lines here.
    sketch = draw(Sketch(), SMALL, XS, YS, style="clip")
    assert only_table(sketch, "pdfium") == list(SMALL.cells)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_without_its_bottom_line(engine: str) -> None:
    sketch = Sketch()
    for x in XS:
        sketch.line(x, 100, x, 160)
    for y in (100, 130):
        sketch.line(80, y, 420, y)
    for x, upper, lower in zip(XS[:3], "甲乙丙", "123", strict=True):
        sketch.text(x + 5, 110, upper).text(x + 5, 140, lower)
    want = [(0, k, 1, 1, text) for k, text in enumerate("甲乙丙")]
    want += [(1, k, 1, 1, text) for k, text in enumerate("123")]
    assert only_table(sketch, engine) == want


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_without_lines_at_its_sides(engine: str) -> None:
    sketch = Sketch()
    for y in (100, 130, 160):
        sketch.line(80, y, 420, y)
    for x in XS[1:3]:
        sketch.line(x, 100, x, 160)
    for x, upper, lower in zip(XS[:3], "甲乙丙", "123", strict=True):
        sketch.text(x + 5, 110, upper).text(x + 5, 140, lower)
    want = [(0, k, 1, 1, text) for k, text in enumerate("甲乙丙")]
    want += [(1, k, 1, 1, text) for k, text in enumerate("123")]
    assert only_table(sketch, engine) == want


@pytest.mark.parametrize("engine", ENGINES)
def test_a_stray_line_through_letters_splits_no_cell(engine: str) -> None:
    sketch = draw(Sketch(), SMALL, XS, YS)
    sketch.line(110, 100, 110, 160)  # through the second letter of 信息内容, size 8
    sketch.line(80, 130, 200, 130)  # through its middle
    sketch.line(110, 100, 110, 160)
    assert only_table(sketch, engine) == list(SMALL.cells)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_number_too_wide_for_its_cell_stays_whole_and_keeps_the_wall(engine: str) -> None:
    sketch = Sketch()
    for y in (100, 130, 160):
        sketch.line(100, y, 240, y)
    for x in (100, 130, 240):
        sketch.line(x, 100, x, 160)
    sketch.text(102, 110, "甲", 8).text(200, 110, "乙", 8)
    sketch.text(102, 140, "123456789", 8).text(200, 140, "7", 8)  # 36 points wide, of 30
    want = [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "123456789"), (1, 1, 1, 1, "7")]
    assert only_table(sketch, engine) == want


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("drawn", "cells_read"),
    [
        ({98: "3663", 111.3: "16090"}, ["3663", "16090"]),  # each begins or ends over the other
        ({101.2: "3663", 116: "1609"}, [PICTURE, PICTURE]),  # they touch: or one number, 36631609
        ({101.2: "36631609"}, [PICTURE, PICTURE]),
        ({101: "3663"}, ["3663", ""]),  # the middle of its last digit stands in its own cell
        ({98: "366360", 126.5: "7"}, ["366360", "7"]),
        ({90: "3663160936"}, [PICTURE, PICTURE]),  # a code put over the table, or two figures
        ({90: "3663160936", 104.1: "4"}, ["4", PICTURE]),
    ],
)
def test_figures_too_wide_for_their_cells(
    engine: str, drawn: dict[float, str], cells_read: list[str]
) -> None:
    """Digits are 3.7 points wide; a number that may be two is none."""
    sketch = Sketch()
    for y in (80, 100, 120):
        sketch.line(80, y, 134, y)
    for x in (80, 98, 116, 134):
        sketch.line(x, 80, x, 120)
    sketch.text(84, 86, "甲", 8).text(102, 86, "乙", 8).text(120, 86, "丙", 8)
    for start, figure in drawn.items():
        sketch.text(start, 106, figure, 8)
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells][4:] == cells_read


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_whose_lines_are_drawn_in_other_rows_only(engine: str) -> None:
    # As some table styles do: every second row has no lines between its cells.
    sketch = Sketch()
    for row in range(5):
        sketch.line(80, 100 + 20 * row, 420, 100 + 20 * row)
        for column, x in enumerate((80, 200, 300, 420)):
            if row < 4 and (row % 2 == 0 or x in (80, 420)):
                sketch.line(x, 100 + 20 * row, x, 120 + 20 * row)
            if x < 420 and row < 3:
                sketch.text(x + 5, 104 + 20 * row, "规章" if column == 0 else f"{row}{column}")
    sketch.text(85, 164, "一整行的说明文字跨过各列的边线而不分开")
    want = [
        (row, column, 1, 1, "规章" if column == 0 else f"{row}{column}")
        for row in range(3)
        for column in range(3)
    ]
    last = (3, 0, 1, 3, "一整行的说明文字跨过各列的边线而不分开")
    assert only_table(sketch, engine) == [*want, last]


@pytest.mark.parametrize("engine", ENGINES)
def test_numbers_one_below_the_other_are_not_made_one(engine: str) -> None:
    # A line between two rows is missing; 46 has no room beside 40, but a digit would.
    sketch = Sketch()
    for y in (100, 140):
        sketch.line(80, y, 200, y)
    for x in (80, 110, 200):
        sketch.line(x, 100, x, 140)
    sketch.lines(84, 104, "40", "46").lines(110, 104, "13", "19")
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["40\n46", "13\n19"]


@pytest.mark.parametrize("engine", ENGINES)
def test_full_width_digits_broken_for_lack_of_room_are_one_number_others_not(engine: str) -> None:
    sketch = Sketch()
    for y in (100, 140):
        sketch.line(80, y, 200, y)
    for x in (80, 98, 200):
        sketch.line(x, 100, x, 140)
    sketch.lines(83, 104, "１", "０", "４", step=12).lines(140, 104, "３", "７", step=12)
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["１０４", "３\n７"]


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_that_fill_their_cells_are_no_code_drawn_over_them(engine: str) -> None:
    figures = ("３４６", "１６１", "１１３", "７９", "０", "２７", "７２６")
    xs = [80.0]
    for figure in figures:
        xs.append(xs[-1] + 8 * len(figure) + 2.2)
    sketch = Sketch()
    for y in (100, 120):
        sketch.line(xs[0], y, xs[-1], y)
    for x in xs:
        sketch.line(x, 100, x, 120)
    for x, figure in zip(xs, figures, strict=False):
        sketch.text(x + 1.1, 106, figure, 8)
    (table,) = tables(sketch.read(engine))
    assert tuple(cell.text for cell in table.cells) == figures


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("edge", ["above", "below"])
def test_a_blank_strip_beside_a_page_break_is_no_row(engine: str, edge: str) -> None:
    # A cell of many rows goes on to the page's end; the rows beside it end before.
    sketch = Sketch()
    ys = (100, 130, 160, 172) if edge == "below" else (88, 100, 130, 160)
    sketch.line(80, ys[0], 80, ys[-1]).line(150, ys[0], 150, ys[-1]).line(280, ys[0], 280, ys[-1])
    for y in ys[0 if edge == "below" else 1 :][:3]:
        sketch.line(150, y, 280, y)
    sketch.line(80, ys[0], 150, ys[0]).line(80, ys[-1], 150, ys[-1])
    sketch.text(85, 118, "结果").text(160, 108, "1").text(160, 138, "2")
    assert only_table(sketch, engine) == [
        (0, 0, 2, 1, "结果"),
        (0, 1, 1, 1, "1"),
        (1, 1, 1, 1, "2"),
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("above", "rows"),
    [
        (("", "自然人", "总计"), [("自然人", 0, 2), ("总计", 0, 2)]),
        (("上年结转", "3", "7件"), [("3", 0, 1), ("7件", 0, 1), ("", 1, 1), ("", 1, 1)]),
    ],
    ids=["header", "figures"],
)
def test_blanks_below_a_page_break_are_a_headers_or_the_next_rows(
    engine: str, above: tuple[str, str, str], rows: list[tuple[str, int, int]]
) -> None:
    """The row below divides the label above: a header goes on there, a row of figures does not."""
    sketch = Sketch()
    xs = (80.0, 260.0, 340.0, 420.0)
    upper = Grid(tuple((0, column, 1, 1, text) for column, text in enumerate(above)))
    draw(sketch, upper, xs, (100.0, 130.0))
    below = ("结果", "予以公开", "", "")
    lower = Grid(tuple((0, column, 1, 1, text) for column, text in enumerate(below)))
    draw(sketch.page(), lower, (80.0, 130.0, *xs[1:]), (100.0, 130.0))
    table = only_table(sketch, engine)
    assert [(text, row, down) for row, column, down, _, text in table if column > 1] == rows


@pytest.mark.parametrize("engine", ENGINES)
def test_shading_of_paragraphs_is_no_table(engine: str) -> None:
    sketch = Sketch()
    for number in range(5):
        sketch.fill(74, 100 + 28 * number, 518, 128 + 28 * number, (1, 1, 1))
        sketch.text(90, 106 + 28 * number, f"第{number}段底纹之上的文字。")
    document = sketch.read(engine)
    assert not tables(document)
    assert len(paragraphs(document)) == 5


@pytest.mark.parametrize("engine", ENGINES)
def test_a_border_around_text_is_no_table(engine: str) -> None:
    document = Sketch().box(80, 90, 400, 130).text(100, 100, "特别提示").read(engine)
    assert not tables(document)
    assert paragraphs(document) == ["特别提示"]


@pytest.mark.parametrize("engine", ENGINES)
def test_text_beside_above_and_below_a_table_is_not_in_it(engine: str) -> None:
    sketch = draw(Sketch(), SMALL, XS, YS)
    sketch.text(430, 140, "旁注").text(82, 88, "上注", 10).text(82, 192, "下注", 10)
    document = sketch.read(engine)
    assert [cells(table) for table in tables(document)] == [list(SMALL.cells)]
    assert sorted(paragraphs(document)) == ["上注", "下注", "旁注"]


@pytest.mark.parametrize("engine", ENGINES)
def test_rulings_and_text_inside_a_form_object(engine: str) -> None:
    sketch = Sketch()
    sketch.canvas.beginForm("inner", 0, 0, 600, 850)
    draw(sketch, SMALL, XS, YS)
    sketch.canvas.endForm()
    sketch.canvas.translate(20, -30)
    sketch.canvas.doForm("inner")
    document = sketch.read(engine)
    assert [cells(table) for table in tables(document)] == [list(SMALL.cells)]
    anchor = tables(document)[0].anchor
    assert anchor is not None
    assert anchor.box == pytest.approx((100, 130, 440, 220), abs=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_of_a_cell_wrapped_for_lack_of_room_are_joined_others_not(engine: str) -> None:
    sketch = Sketch()
    for y in (100, 200):
        sketch.line(80, y, 280, y)
    for x in (80, 150, 280):
        sketch.line(x, 100, x, 200)
    sketch.lines(84, 105, "要求行政机", "关确认", "447", size=12, step=16)
    sketch.lines(154, 105, "先行", "后至", size=12, step=16)
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["要求行政机关确认\n447", "先行\n后至"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_label_set_letter_by_letter(engine: str) -> None:
    sketch = Sketch()
    for y in (100, 300):
        sketch.line(80, y, 280, y)
    for x in (80, 150, 280):
        sketch.line(x, 100, x, 300)
    sketch.lines(100, 105, "三、", *"本年度办理结果", step=20)
    (table,) = tables(sketch.read(engine))
    assert table.cells[0].text == "三、本年度办理结果"


@pytest.mark.parametrize("engine", ENGINES)
def test_anchors_count_from_one_and_measure_from_the_top_left(engine: str) -> None:
    (table,) = tables(draw(Sketch(), SMALL, XS, YS).read(engine))
    last = table.cells[-1].anchor
    assert last is not None
    assert (last.page, last.table, last.row, last.column) == (1, 1, 3, 3)
    assert last.box == pytest.approx((300, 160, 420, 190), abs=1)


@st.composite
def grids(draw_one: st.DrawFn) -> Grid:
    """A grid with random merges, every cell with text of its own."""
    rows, columns = draw_one(st.integers(1, 5)), draw_one(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    found: list[tuple[int, int, int, int, str]] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            width = draw_one(st.integers(1, 3))
            while any((row, c) in taken or c >= columns for c in range(column, column + width)):
                width -= 1
            height = min(draw_one(st.integers(1, 3)), rows - row)
            taken |= {
                (r, c) for r in range(row, row + height) for c in range(column, column + width)
            }
            found.append((row, column, height, width, f"格{len(found)}"))
    return Grid(tuple(found))


def _is_plain(grid: Grid) -> bool:
    """Whether every border between two rows or columns is a border of some cell."""
    starts = {row for row, *_ in grid.cells}, {column for _, column, *_ in grid.cells}
    return (
        len(starts[0]) == grid.n_rows and len(starts[1]) == grid.n_columns and len(grid.cells) > 1
    )


@settings(max_examples=60, deadline=None)
@given(grids().filter(_is_plain), st.sampled_from(["box", "line", "fill", "double"]))
def test_any_grid_comes_back_as_the_same_grid(grid: Grid, style: str) -> None:
    xs = [60.0 + 75 * k for k in range(grid.n_columns + 1)]
    ys = [90.0 + 24 * k for k in range(grid.n_rows + 1)]
    sketch = draw(Sketch(), grid, xs, ys, style=style)
    assert only_table(sketch, "pdfium") == list(grid.cells)


def test_cells_beside_an_idle_strip_stay_in_reading_order() -> None:
    grid = Grid(
        (
            (0, 0, 1, 1, ""),
            (0, 1, 2, 1, "行政复议"),
            (1, 0, 1, 1, "规章"),
            (2, 0, 1, 1, "文件"),
            (2, 1, 1, 1, "3"),
        )
    )
    sketch = draw(Sketch(), grid, XS[:3], (100.0, 130.0, 160.0, 190.0))
    places = [(row, column) for row, column, *_ in only_table(sketch, "pdfium")]
    assert places == sorted(places)
