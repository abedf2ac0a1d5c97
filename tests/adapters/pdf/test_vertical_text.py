from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from adapters.pdf.drawing import ENGINES, SONG, Sketch, paragraphs, tables


class Upright(UnicodeCIDFont):
    """A CID font for vertical writing, beside the one for horizontal writing."""

    def __init__(self) -> None:
        super().__init__(SONG, isVertical=True)
        self.name = self.fontName = "Upright"


pdfmetrics.registerFont(Upright())


def frame(*xs: float) -> Sketch:
    sketch = Sketch()
    for y in (100, 300):
        sketch.line(xs[0], y, xs[-1], y)
    for x in xs:
        sketch.line(x, 100, x, 300)
    return sketch


@pytest.mark.parametrize("engine", ENGINES)
def test_a_font_for_vertical_writing(engine: str) -> None:
    sketch = frame(80, 150, 280).text(160, 150, "1")
    sketch.canvas.setFont("Upright", 12)
    sketch.canvas.drawString(115, sketch.height - 110, "三、本年度办理结果")
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["三、本年度办理结果", "1"]


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_of_vertical_writing_run_from_right_to_left(engine: str) -> None:
    sketch = frame(80, 150, 280).text(160, 150, "1")
    sketch.canvas.setFont("Upright", 12)
    sketch.canvas.drawString(125, sketch.height - 110, "三、本年度")
    sketch.canvas.drawString(105, sketch.height - 110, "办理结果")
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["三、本年度办理结果", "1"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("turn", [90, 270])
def test_a_label_turned_by_a_quarter(engine: str, turn: int) -> None:
    sketch = frame(80, 150, 280).text(160, 130, "一二三四").text(160, 150, "五六七八")
    canvas = sketch.canvas
    canvas.translate(115, sketch.height - (280 if turn == 90 else 120))
    canvas.rotate(turn)
    canvas.setFont(SONG, 12)
    canvas.drawString(0, 0, "办理结果")
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["办理结果", "一二三四\n五六七八"]


@pytest.mark.parametrize("engine", ENGINES)
def test_vertical_writing_outside_of_tables_is_one_piece(engine: str) -> None:
    sketch = Sketch().text(90, 100, "横排的一行文字")
    sketch.canvas.setFont("Upright", 12)
    sketch.canvas.drawString(500, sketch.height - 200, "竖排的一行")
    assert paragraphs(sketch.read(engine)) == ["横排的一行文字", "竖排的一行"]


@pytest.mark.parametrize("engine", ENGINES)
def test_letters_in_cells_one_below_the_other_are_no_vertical_writing(engine: str) -> None:
    sketch = Sketch()
    for row in range(5):
        sketch.line(80, 100 + 14 * row, 280, 100 + 14 * row)
    for row in range(4):
        sketch.text(90, 101 + 14 * row, "无")
    for x in (80, 150, 280):
        sketch.line(x, 100, x, 156)
    (table,) = tables(sketch.read(engine))
    assert [cell.text for cell in table.cells] == ["无", ""] * 4
