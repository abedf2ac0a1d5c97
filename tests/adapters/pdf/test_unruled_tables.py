from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.pdf import typeset
from adapters.pdf.drawing import ENGINES, Sketch, paragraphs, read, tables
from adapters.pdf.typeset import Draw, Page
from govinfo.template.assemble import report_of
from reports.told import FULL, OF_2014, SPARSE, Told

Text = tuple[float, float, str]


def table(texts: list[Text], engine: str) -> list[list[str]]:
    """The rows of the only table that some texts make, drawn in this order."""
    sketch = Sketch()
    for x, y, text in texts:
        sketch.text(x, y, text, 10)
    (found,) = tables(sketch.read(engine))
    assert found.aligned
    return [[cell.text for cell in row] for row in found.rows]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("level", [0, 12], ids=["top", "middle"])
def test_a_label_on_three_lines_beside_its_figures(engine: str, level: int) -> None:
    texts = [(90.0, 100.0, "规章"), (200.0, 100.0, "1"), (260.0, 100.0, "2")]
    for line, text in enumerate(("行政规范", "性文件和", "其他文件")):
        texts.append((90, 124 + 12 * line, text))
    texts += [(200, 124 + level, "3"), (260, 124 + level, "4")]
    texts += [(90, 172, "行政许可"), (200, 172, "5"), (260, 172, "6")]
    want = [["规章", "1", "2"], ["行政规范性文件和其他文件", "3", "4"], ["行政许可", "5", "6"]]
    assert table(texts, engine) == want


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("across", [False, True], ids=["columns", "rows"])
def test_lines_of_one_direction_do_not_make_cells(engine: str, across: bool) -> None:
    """Lines between the rows alone, or between the columns alone, in a box around both."""
    rows = [(label, str(at), str(at + 7), str(at + 40)) for at, label in enumerate("甲乙丙丁")]
    xs, ys = (90.0, 200.0, 260.0, 320.0), (100.0, 120.0, 140.0, 160.0)
    sketch = Sketch().box(80, 92, 400, 172)
    for at in ys[1:] if across else xs[1:]:
        sketch.line(*((80, at - 8, 400, at - 8) if across else (at - 8, 92, at - 8, 172)))
    for y, row in zip(ys, rows, strict=True):
        for x, text in zip(xs, row, strict=True):
            sketch.text(x, y, text, 10)
    (found,) = tables(sketch.read(engine))
    assert [[cell.text for cell in row] for row in found.rows] == [list(row) for row in rows]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_blank_cell_keeps_its_column(engine: str) -> None:
    rows = [("规章", "1", "2", "3"), ("文件", "4", "", "6"), ("许可", "", "8", "9")]
    xs = (90.0, 200.0, 260.0, 320.0)
    texts = [
        (x, 100.0 + 20 * number, text)
        for number, row in enumerate(rows)
        for x, text in zip(xs, row, strict=True)
        if text
    ]
    assert table(texts, engine) == [list(row) for row in rows]


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_close_to_their_neighbours_stand_apart(engine: str) -> None:
    texts = []
    for number, row in enumerate((("规章", "1602", "9297"), ("文件", "142", "837"))):
        for x, text in zip((90.0, 114.0, 140.0), row, strict=True):
            texts.append((x, 100.0 + 20 * number, text))
    assert table(texts, engine) == [["规章", "1602", "9297"], ["文件", "142", "837"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_row_cut_by_the_page_break(engine: str) -> None:
    sketch = Sketch()
    for number, label in enumerate(("1.属于国家秘密", "2.其他法律行政")):
        sketch.text(90, 700 + 20 * number, label, 10).text(220, 700 + 20 * number, "1", 10)
        sketch.text(260, 700 + 20 * number, "2", 10)
    sketch.page().text(90, 80, "法规禁止公开", 10)
    sketch.text(90, 100, "3.其他", 10).text(220, 100, "3", 10).text(260, 100, "4", 10)
    document = sketch.read(engine)
    (found,) = tables(document)
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["1.属于国家秘密", "1", "2"],
        ["2.其他法律行政法规禁止公开", "1", "2"],
        ["3.其他", "3", "4"],
    ]
    assert not paragraphs(document)


@pytest.mark.parametrize("engine", ENGINES)
def test_two_columns_of_text_with_figures_are_no_table(engine: str) -> None:
    sketch = Sketch()
    for x in (80, 320):
        for line in range(5):
            sketch.text(x, 100 + 20 * line, f"本年公开{line}条信息答复{line}件", 12)
    assert not tables(sketch.read(engine))


def shuffled(page: Page, seed: int) -> list[Draw]:
    draws = typeset.unruled(page)
    random.Random(seed).shuffle(draws)
    return draws


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([FULL, SPARSE, OF_2014]))
def test_drawn_in_any_order_no_number_is_wrong_in_silence(seed: int, told: Told) -> None:
    """Where neither rulings nor the order tell the cells, figures may stay out, never be wrong."""
    document = read(typeset.drawn(told, lambda page: shuffled(page, seed)))
    report = report_of(document)
    said = {finding.path for finding in report.diagnostics}
    for path, fact in report.facts.items():
        if fact.value is not None and fact.value != told.figures.get(path, "absent"):
            parts = path.split(".")
            assert {".".join(parts[:n]) for n in range(1, len(parts) + 1)} & said, path
