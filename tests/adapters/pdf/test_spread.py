"""Sheets that hold two pages side by side."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4, landscape

from adapters.pdf.drawing import ENGINES, Sketch, cells, draw, paragraphs, tables
from adapters.pdf.sample import Grid

SHEET = landscape(A4)
MIDDLE = SHEET[0] / 2
LEFT = ("云岭市水务局年度报告", "本局把公开工作列入重要议事日程，由专人负责。")
RIGHT = ("五、存在的主要问题及改进情况", "公开的内容还不够细致，回应群众关切不够及时。")
TABLE = Grid(tuple((0, at, 1, 1, text) for at, text in enumerate(("规章", "3", "0", "12"))))


def sheet() -> Sketch:
    """Two pages of one sheet, drawn from right to left."""
    sketch = Sketch(SHEET)
    draw(sketch, TABLE, [MIDDLE + 60 + 60 * at for at in range(5)], (60.0, 80.0))
    sketch.lines(MIDDLE + 60, 110, *RIGHT, size=10, step=18)
    return sketch.lines(60, 60, *LEFT, size=10, step=18)


@pytest.mark.parametrize("engine", ENGINES)
def test_two_pages_on_a_sheet_are_read_one_after_the_other(engine: str) -> None:
    document = sheet().read(engine)
    assert paragraphs(document) == [*LEFT, *RIGHT]
    (table,) = tables(document)
    assert cells(table) == list(TABLE.cells)
    assert {block.anchor.page for block in document.blocks if block.anchor} == {1}
    assert table.anchor
    assert table.anchor.box == pytest.approx((MIDDLE + 60, 60, MIDDLE + 300, 80), abs=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_other_sheets_of_the_document_need_not_say_that_they_hold_two(engine: str) -> None:
    sketch = sheet().page()
    draw(sketch, TABLE, [MIDDLE + 60 + 60 * at for at in range(5)], (60.0, 80.0))
    sketch.text(60, 100, "左边的一页")
    document = sketch.read(engine)
    assert paragraphs(document)[-1] == "左边的一页"
    assert len(tables(document)) == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_at_the_right_of_a_sheet_belong_to_their_labels(engine: str) -> None:
    sketch = Sketch(SHEET)
    for at, label in enumerate(
        ("要求行政机关确认或重新出具已获取信息", "本机关不掌握相关政府信息", "重复申请")
    ):
        sketch.text(60, 60 + 20 * at, label, 10)
        for column in range(4):
            sketch.text(MIDDLE + 60 + 60 * column, 60 + 20 * at, f"{at}{column}", 10)
    (table,) = tables(sketch.read(engine))
    assert [[cell.text for cell in row][1:] for row in table.rows] == [
        [f"{at}{column}" for column in range(4)] for at in range(3)
    ]
