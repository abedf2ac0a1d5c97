from __future__ import annotations

import shutil

import pytest

from adapters.pdf import producers
from adapters.pdf.drawing import ENGINES, WIDTH, Sketch, cells, draw, paragraphs, read, tables
from adapters.pdf.sample import DISPUTES, PROACTIVE, REQUESTS, Grid

# Without a Chinese font every producer draws empty boxes, and there is nothing to read.
pytestmark = pytest.mark.skipif(not producers.has_chinese_font(), reason="no Chinese font is there")
needs_weasyprint = pytest.mark.skipif(
    not producers.has_weasyprint(), reason="WeasyPrint, or Pango under it, is not there"
)
needs_soffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
needs_chromium = pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not there")


def squeezed(found: list[tuple[int, int, int, int, str]]) -> list[tuple[int, int, int, int, str]]:
    """Cells without the spaces that justified labels are set with."""
    return [(*place, text.replace(" ", "")) for *place, text in found]  # type: ignore[misc]


def check(data: bytes, engine: str, grids: tuple[Grid, ...], texts: list[str]) -> None:
    document = read(data, engine)
    assert [squeezed(cells(table)) for table in tables(document)] == [
        list(grid.cells) for grid in grids
    ]
    assert [text.replace(" ", "") for text in paragraphs(document)] == texts


@needs_weasyprint
@pytest.mark.parametrize("page", ["A4", "A4 landscape"])
@pytest.mark.parametrize("gap", [0, 50, 90, 150])
@pytest.mark.parametrize("engine", ENGINES)
def test_weasyprint(engine: str, gap: int, page: str) -> None:
    data = producers.weasyprint(producers.html(gap=gap, page=page))
    check(data, engine, producers.GRIDS, producers.PARAGRAPHS)


@needs_weasyprint
@pytest.mark.parametrize("step", range(25))
def test_the_page_break_at_every_row(step: int) -> None:
    page = producers.html(gap=22 * step, only_tables=True)
    headings = list(producers.HEADINGS[2:4])
    check(producers.weasyprint(page), "pdfium", (REQUESTS, DISPUTES), headings)


@needs_chromium
@pytest.mark.parametrize("gap", [0, 60, 110])
def test_chromium(gap: int) -> None:
    data = producers.chromium(producers.html(gap=gap))
    for engine in ENGINES:
        check(data, engine, producers.GRIDS, producers.PARAGRAPHS)


@needs_soffice
def test_libreoffice_from_word() -> None:
    pytest.importorskip("docx")
    gaps = (0, 50, 100, 150, 175)
    files = {f"{gap}.docx": producers.docx(gap=gap) for gap in gaps}
    for data in producers.soffice(files).values():
        for engine in ENGINES:
            check(data, engine, producers.GRIDS, producers.PARAGRAPHS)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("widths", ["even", "Word", "narrow"])
def test_reportlab_with_columns_as_word_makes_them(engine: str, widths: str) -> None:
    columns = {
        "even": [46.0] * 10,
        "Word": [40.0, 52, 112, 34, 36, 36, 44, 44, 30, 36],
        "narrow": [40.0, 60, 132, 20, 26, 26, 26, 26, 20, 26],
    }[widths]
    xs = [60.0]
    for width in columns:
        xs.append(xs[-1] + width)
    grid = Grid(tuple((*cell[:4], cell[4][: 4 if cell[1] < 3 else 3]) for cell in REQUESTS.cells))
    ys = [60.0 + 25 * row for row in range(grid.n_rows + 1)]
    data = draw(Sketch(), grid, xs, ys, size=6).data()
    assert [cells(table) for table in tables(read(data, engine))] == [list(grid.cells)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("step", range(1, PROACTIVE.n_rows))
def test_a_header_that_every_page_repeats_is_read_once(engine: str, step: int) -> None:
    head = [(0, k, 1, 1, text) for k, text in enumerate(("信息内容", "本年处理决定数量"))]
    rows = [
        (row, k, 1, 1, text)
        for row in range(1, PROACTIVE.n_rows)
        for k, text in enumerate((f"第{row}类事项", str(11 * row)))
    ]
    xs = (70.0, 300.0, WIDTH - 70)
    sketch = Sketch()
    for first, last in ((1, step), (step + 1, PROACTIVE.n_rows - 1)):
        part = [cell for cell in rows if first <= cell[0] <= last]
        if part:
            moved = [(cell[0] - first + 1, *cell[1:]) for cell in part]
            count = len(moved) // 2 + 1
            grid = Grid((*head, *moved))
            draw(sketch, grid, xs, [60.0 + 30 * k for k in range(count + 1)], size=9).page()
    (table,) = tables(sketch.read(engine))
    assert cells(table) == [*head, *rows]
    assert {cell.anchor.page for cell in table.cells if cell.anchor} <= {1, 2}


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_whose_columns_do_not_go_on_stay_two(engine: str) -> None:
    sketch = Sketch()
    for xs in ((70.0, 200.0, 330.0, 500.0), (70.0, 150.0, 270.0, 500.0)):
        grid = Grid(tuple((0, k, 1, 1, text) for k, text in enumerate("甲乙丙")))
        draw(sketch, grid, xs, (60.0, 100.0)).page()
    assert len(tables(sketch.read(engine))) == 2
