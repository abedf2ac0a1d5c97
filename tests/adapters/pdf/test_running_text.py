from __future__ import annotations

import pytest

from adapters.pdf import handwritten
from adapters.pdf.drawing import ENGINES, HEIGHT, SONG, WIDTH, Sketch, paragraphs, read, tables
from govinfo.blocks import Paragraph

LEFT, RIGHT = 90.0, 90.0 + 34 * 12  # 34 letters of 12 points a line
FULL = "政府信息公开工作要坚持依法及时准确的原则并且不断提高服务社会公众的能力与水平"[:34]


def body(sketch: Sketch, y: float, *texts: str) -> Sketch:
    """Paragraphs with a first-line indent of two letters, wrapped by hand."""
    for text in texts:
        line, rest = text[:32], text[32:]
        sketch.text(LEFT + 24, y, line)
        y += 22
        while rest:
            line, rest = rest[:34], rest[34:]
            sketch.text(LEFT, y, line)
            y += 22
    return sketch


def long(start: str, letters: int) -> str:
    return (start + FULL * 9)[: letters - 1] + "。"


@pytest.mark.parametrize("engine", ENGINES)
def test_wrapped_lines_are_one_paragraph_and_indents_begin_another(engine: str) -> None:
    texts = [long("第一段", 90), long("第二段", 66), long("第三段", 100)]
    assert paragraphs(body(Sketch(), 100, *texts).read(engine)) == texts


@pytest.mark.parametrize("engine", ENGINES)
def test_a_title_on_two_lines_is_two_paragraphs_in_order(engine: str) -> None:
    sketch = Sketch()
    sketch.text((WIDTH - 6 * 22) / 2, 80, "示例县水务局", 22)
    sketch.text((WIDTH - 15 * 22) / 2, 110, "二〇二三年政府信息公开年度报告", 22)
    text = long("本报告", 80)
    assert paragraphs(body(sketch, 160, text).read(engine)) == [
        "示例县水务局",
        "二〇二三年政府信息公开年度报告",
        text,
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_paragraph_goes_on_over_the_page_break_past_header_and_number(engine: str) -> None:
    text = long("跨页的一段", 32 + 34 * 3)
    sketch = Sketch()
    for number in (1, 2):
        sketch.text(240, 40, "示例县水务局年度报告", 10)
        sketch.text(280, HEIGHT - 50, f"— {number} —", 10)
        if number == 1:
            sketch.text(LEFT + 24, 700, text[:32]).text(LEFT, 722, text[32:66]).page()
    sketch.text(LEFT, 80, text[66:100]).text(LEFT, 102, text[100:])
    assert paragraphs(sketch.read(engine)) == [text]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("form", ["- {} -", "—{}—", "{}", "第{}页", "第 {} 页 共 3 页", "{} / 3"])
def test_page_numbers_are_left_out(engine: str, form: str) -> None:
    sketch = Sketch()
    texts = []
    for number in (1, 2, 3):
        texts.append(long(f"{'甲乙丙'[number - 1]}段", 60))
        body(sketch, 80, texts[-1]).text(280, HEIGHT - 60, form.format(number), 10)
        sketch.page()
    assert paragraphs(sketch.read(engine)) == texts


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("六、其他需要报告的事项", True),
        ("规章 0 12 3", True),
        ("2024/1/25 09:31 年报", False),
        ("https://www.example.gov.cn/a.html", False),
        ("第 3 页", False),
    ],
)
def test_at_the_edge_of_a_page_only_what_print_programs_write_is_left_out(
    engine: str, text: str, kept: bool
) -> None:
    """Pages printed without margins begin and end with the text itself."""
    sketch = Sketch().text(30, 10, text, 10).text(30, 60, "没有其他事项。", 12)
    assert (text in paragraphs(sketch.read(engine))) is kept


@pytest.mark.parametrize("engine", ENGINES)
def test_a_figure_at_the_end_of_a_page_is_no_page_number(engine: str) -> None:
    sketch = Sketch().text(LEFT, 700, "合计").text(LEFT, 722, "12")
    assert "12" in "".join(paragraphs(sketch.read(engine)))


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_are_read_one_after_the_other(engine: str) -> None:
    left, right = long("左栏", 15 * 6), long("右栏", 15 * 6)
    sketch = Sketch()
    for row in range(6):
        for x, text in ((70, left), (320, right)):
            sketch.text(x, 100 + 20 * row, text[15 * row : 15 * row + 15])
    assert paragraphs(sketch.read(engine)) == [left, right]


@pytest.mark.parametrize("engine", ENGINES)
def test_slanted_text_over_the_page_is_left_out(engine: str) -> None:
    text = long("正文", 90)
    sketch = body(Sketch(), 100, text)
    canvas = sketch.canvas
    canvas.saveState()
    canvas.translate(150, 500)
    canvas.rotate(45)
    canvas.setFont(SONG, 60)
    canvas.setFillGray(0.85)
    canvas.drawString(0, 0, "内部资料")
    canvas.restoreState()
    assert paragraphs(sketch.read(engine)) == [text]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_large_pale_watermark_is_left_out(engine: str) -> None:
    text = long("正文", 90)
    sketch = Sketch()
    sketch.canvas.setFillGray(0.88)
    sketch.text(120, 90, "示例县水务局", 60)
    sketch.canvas.setFillGray(0)
    assert paragraphs(body(sketch, 100, text).read(engine)) == [text]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_whose_text_is_drawn_turned(engine: str, turn: int) -> None:
    text = long("正文", 90)
    sketch = Sketch()
    canvas = sketch.canvas
    shift = {90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[turn]
    canvas.translate(*shift)
    canvas.rotate(turn)
    if turn != 180:
        canvas.translate(0, WIDTH - HEIGHT)
    document = body(sketch, 100, text).read(engine)
    assert paragraphs(document) == [text]
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.anchor is not None
    assert block.anchor.box is not None
    left, top, right, bottom = block.anchor.box
    assert 0 <= left < right <= WIDTH
    assert 0 <= top < bottom <= HEIGHT


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_a_viewer_turns(engine: str, turn: int) -> None:
    text = long("正文", 90)
    sketch = Sketch()
    canvas = sketch.canvas
    canvas.setPageRotation(turn)  # which also swaps the page's sides
    canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
    canvas.rotate(turn)
    document = body(sketch, 100, text).read(engine)
    assert paragraphs(document) == [text]
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.anchor is not None
    assert block.anchor.box is not None
    assert block.anchor.box[:2] == pytest.approx((LEFT, 100), abs=5)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("shift", [0.0, 0.4])
def test_bold_made_by_drawing_twice_is_read_once(engine: str, shift: float) -> None:
    sketch = Sketch().text(LEFT, 100, "一、总体情况").text(LEFT + shift, 100, "一、总体情况")
    for number, char in enumerate("二、主动公开"):
        sketch.text(LEFT + 12 * number, 130, char).text(LEFT + 12 * number + shift, 130, char)
    assert paragraphs(sketch.read(engine)) == ["一、总体情况", "二、主动公开"]


@pytest.mark.parametrize("engine", ENGINES)
def test_narrow_letters_side_by_side_are_no_bold_ones(engine: str) -> None:
    sketch = Sketch()
    sketch.canvas.setFont("Helvetica", 6)
    sketch.canvas.drawString(LEFT, 700, "million bills... 111")
    assert paragraphs(sketch.read(engine)) == ["million bills... 111"]


@pytest.mark.parametrize("engine", ENGINES)
def test_words_and_numbers_keep_their_spaces_ideographs_get_none(engine: str) -> None:
    sketch = Sketch()
    sketch.canvas.setFont("Helvetica", 12)
    sketch.canvas.drawString(LEFT, 700, "Open government 2023 report")
    sketch.text(LEFT, 200, "截至").text(LEFT + 27, 200, "2023").text(LEFT + 54, 200, "年底")
    document = sketch.read(engine)
    assert paragraphs(document) == ["Open government 2023 report", "截至2023年底"]


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_without_lines_make_a_table_by_what_stands_under_what(engine: str) -> None:
    rows = [("信息内容", "本年制发", "本年废止"), ("规章", "1", "0"), ("规范性文件", "12", "3")]
    sketch = Sketch().text(LEFT, 80, "二、主动公开政府信息情况")
    for number, row in enumerate(rows):
        for x, text in zip((90, 240, 360), row, strict=True):
            sketch.text(x, 110 + 22 * number, text)
    body(sketch, 200, long("表后", 70))
    document = sketch.read(engine)
    (table,) = tables(document)
    assert table.aligned
    assert [tuple(cell.text for cell in row) for row in table.rows] == rows
    assert len(paragraphs(document)) == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_that_do_not_agree_are_not_called_aligned(engine: str) -> None:
    sketch = Sketch()
    for number, xs in enumerate(((90, 200, 300), (90, 160, 250), (90, 225, 330), (90, 185, 280))):
        for x in xs:
            sketch.text(x, 110 + 22 * number, "甲乙丙丁")
    (table,) = tables(sketch.read(engine))
    assert not table.aligned
    assert [len(row) for row in table.rows] == [3, 3, 3, 3]


def test_a_hyphen_at_the_end_of_a_line_is_one() -> None:
    sketch = Sketch().lines(90, 100, "甲A-", "乙00", step=60)
    assert paragraphs(sketch.read()) == ["甲A-", "乙00"]


def test_no_blank_between_punctuation_set_in_squares() -> None:
    assert paragraphs(Sketch().text(90, 100, "丙。（甲，《乙》）。").read()) == [
        "丙。（甲，《乙》）。"
    ]


def test_lines_without_a_width() -> None:
    (block,) = read(handwritten.pdf("BT /F0 0 Tf 60 700 Td (r) Tj ET")).blocks
    assert getattr(block, "text", "") == "r"
