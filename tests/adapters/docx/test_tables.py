"""Tables: merges, wrappers around rows and cells, nesting, anchors."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govinfo.adapters.docx import DocxAdapter
from govinfo.blocks import Anchor, Table
from govinfo.errors import LimitExceeded
from govinfo.source import Limits, Source
from wordml import (
    CONTINUE,
    RESTART,
    cell,
    dump,
    grid,
    par,
    parts,
    read,
    read_body,
    row,
    run,
    span,
    table,
    zipped,
)

TEMPLATE = Path(__file__).parents[3] / "../shared/corpus/template-2021.docx"


def test_spans_across_columns_and_rows() -> None:
    body = table(
        row(cell("申请人情况", properties=span(2)), cell("总计", properties=RESTART)),
        row("自然人", "商业企业", cell(properties=CONTINUE)),
        row("1", "2", "3"),
    )
    assert dump(body) == [
        "table: 3 x 3",
        "  0: 申请人情况 <2 columns> | 总计 <2 rows>",
        "  1: 自然人 | 商业企业",
        "  2: 1 | 2 | 3",
    ]


def test_a_merge_over_rows_and_columns_at_once() -> None:
    both = span(2)
    body = table(
        row(cell("勾稽关系", properties=both + RESTART), "甲"),
        row(cell(properties=both + CONTINUE), "乙"),
    )
    assert dump(body) == ["table: 2 x 3", "  0: 勾稽关系 <2 rows, 2 columns> | 甲", "  1: 乙"]


def test_text_under_a_vertical_merge_is_not_seen() -> None:
    body = table(
        row(cell("（三）不予公开", properties=RESTART), "1"),
        row(cell("残留文字", properties='<w:vMerge w:val="continue"/>'), "2"),
    )
    assert "残留文字" not in "\n".join(dump(body))


def test_a_continuation_of_nothing_is_a_cell_and_begins_a_merge() -> None:
    body = table(row(cell("规章", properties=CONTINUE), "1"), row(cell(properties=CONTINUE), "2"))
    assert dump(body) == ["table: 2 x 2", "  0: 规章 <2 rows> | 1", "  1: 2"]


def test_a_continuation_of_another_width_is_a_cell() -> None:
    body = table(
        row(cell("规章", properties=span(2) + RESTART), "1"),
        row(cell("文件", properties=CONTINUE), "2", "3"),
    )
    assert dump(body) == ["table: 2 x 3", "  0: 规章 <2 columns> | 1", "  1: 文件 | 2 | 3"]


def test_two_merges_one_below_the_other() -> None:
    body = table(
        row(cell("甲", properties=RESTART), "1"),
        row(cell(properties=CONTINUE), "2"),
        row(cell("乙", properties=RESTART), "3"),
        row(cell(properties=CONTINUE), "4"),
    )
    assert dump(body)[1:] == ["  0: 甲 <2 rows> | 1", "  1: 2", "  2: 乙 <2 rows> | 3", "  3: 4"]


def test_columns_left_out_before_and_after_a_row() -> None:
    body = table(
        row("甲", "乙", "丙"),
        row("乙下", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    (found,) = read_body(body).blocks
    assert isinstance(found, Table)
    assert grid(found)[-1] == ("乙下", 1, 1, 1, 1)


def test_horizontal_merges_of_old_word() -> None:
    begin, go_on = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    body = table(
        row(cell("行政复议", properties=begin), cell("不见", properties=go_on), "总计"),
        row("维持", "纠正", "1"),
    )
    assert dump(body)[1:] == ["  0: 行政复议 <2 columns> | 总计", "  1: 维持 | 纠正 | 1"]


def test_a_horizontal_continuation_of_nothing_is_a_cell() -> None:
    body = table(row("甲", cell("乙", properties="<w:hMerge/>"), "丙"))
    assert dump(body)[1:] == ["  0: 甲 | 乙 | 丙"]


def test_spans_of_an_earlier_revision_are_not_read() -> None:
    change = f'<w:tcPrChange w:id="1" w:author="a"><w:tcPr>{span(5)}</w:tcPr></w:tcPrChange>'
    assert dump(table(row(cell("甲", properties=change), "1")))[0] == "table: 1 x 2"


@pytest.mark.parametrize("value", ["0", "-3", "x", ""])
def test_a_span_that_is_no_span_counts_one(value: str) -> None:
    body = table(row(cell("甲", properties=f'<w:gridSpan w:val="{value}"/>'), "1"))
    assert dump(body) == ["table: 1 x 2", "  0: 甲 | 1"]


def test_an_absurd_span_makes_no_absurd_grid() -> None:
    body = table(row(*[cell("甲", properties=span(1_000_000_000))] * 3, "1"))
    (found,) = read_body(body).blocks
    assert isinstance(found, Table)
    assert found.n_columns <= 1003


def test_header_rows_are_marked() -> None:
    body = table(row("信息内容", "件数", properties="<w:tblHeader/>"), row("规章", "3"))
    (found,) = read_body(body).blocks
    assert isinstance(found, Table)
    assert [cell.header for cell in found.cells] == [True, True, False, False]


def test_rows_deleted_or_hidden_are_not_read() -> None:
    body = table(
        row("规章", "3"),
        row("删去", "9", properties='<w:del w:id="1" w:author="a"/>'),
        row("隐藏", "9", properties="<w:hidden/>"),
        row("插入", "4", properties='<w:ins w:id="1" w:author="a"/>'),
    )
    assert dump(body) == ["table: 2 x 2", "  0: 规章 | 3", "  1: 插入 | 4"]


def test_cells_deleted_or_merged_while_changes_were_tracked() -> None:
    deleted = cell("删去", properties='<w:cellDel w:id="1" w:author="a"/>')
    rest, cont = (f'<w:cellMerge w:id="1" w:vMerge="{kind}"/>' for kind in ("rest", "cont"))
    body = table(
        row(cell("甲", properties=rest), deleted, "1"), row(cell(properties=cont), "2", deleted)
    )
    assert dump(body) == ["table: 2 x 2", "  0: 甲 <2 rows> | 1", "  1: 2"]


def test_content_controls_around_tables_rows_cells_and_paragraphs() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    inner = f"<w:tc><w:tcPr/>{control(par('3'))}</w:tc>"
    body = control(table(row("规章", control(cell("2")), inner), control(row("文件", "4", "5"))))
    assert dump(body) == ["table: 2 x 3", "  0: 规章 | 2 | 3", "  1: 文件 | 4 | 5"]


def test_custom_xml_around_rows_and_cells() -> None:
    def wrapped(content: str) -> str:
        return f"<w:customXml>{content}</w:customXml>"

    assert dump(table(wrapped(row("规章", wrapped(cell("2")))))) == [
        "table: 1 x 2",
        "  0: 规章 | 2",
    ]


def test_paragraphs_of_a_cell_are_its_lines_and_blank_ones_are_none() -> None:
    body = table(row(cell("", "结果", "", "纠正", ""), cell("", "  ", ""), "　0　"))
    assert dump(body) == ["table: 1 x 3", "  0: 结果⏎纠正 |  | 0"]


def test_a_cell_with_paragraphs_but_no_properties() -> None:
    body = table(f"<w:tr><w:tc>{par('结果')}{par('维持')}</w:tc>{cell('0')}</w:tr>")
    assert dump(body)[1:] == ["  0: 结果⏎维持 | 0"]


def test_rows_without_cells_and_tables_without_rows() -> None:
    assert dump(table() + table(row("甲", "1"), row())) == ["table: 1 x 2", "  0: 甲 | 1"]


def test_a_nested_table_follows_the_table_that_holds_it() -> None:
    inner = table(row("内一", "1"), row("内二", "2"))
    body = table(row("外", cell("附注", inner, "")), row("次", "9")) + par("后文")
    assert dump(body) == [
        "table: 2 x 2",
        "  0: 外 | 附注",
        "  1: 次 | 9",
        "table: 2 x 2",
        "  0: 内一 | 1",
        "  1: 内二 | 2",
        "paragraph: 后文",
    ]


def test_a_layout_table_gives_what_it_holds_in_reading_order() -> None:
    inner = table(row("规章", "3"))
    body = table(row(cell("一、总体情况", "正文", "二、主动公开", inner, "三、申请", inner)))
    assert dump(body) == [
        "paragraph: 一、总体情况",
        "paragraph: 正文",
        "paragraph: 二、主动公开",
        "table: 1 x 2",
        "  0: 规章 | 3",
        "paragraph: 三、申请",
        "table: 1 x 2",
        "  0: 规章 | 3",
    ]


def test_a_layout_table_with_margins() -> None:
    body = table(row("", cell("标题", table(row("规章", "3"))), ""), row(cell(properties=span(3))))
    assert dump(body) == ["paragraph: 标题", "table: 1 x 2", "  0: 规章 | 3"]


def test_a_layout_table_with_a_side_bar() -> None:
    inner = table(row("规章", "3"))
    body = table(row(cell("导航"), cell("二、主动公开", inner, "三、申请", inner)))
    assert dump(body)[:3] == ["paragraph: 导航", "paragraph: 二、主动公开", "table: 1 x 2"]


def test_a_report_in_a_frame_of_one_cell() -> None:
    body = table(row(cell("一、总体情况", "本年度……")))
    assert dump(body) == ["paragraph: 一、总体情况", "paragraph: 本年度……"]


def test_a_table_of_one_column_stays_a_table() -> None:
    assert dump(table(row("甲"), row("乙"))) == ["table: 2 x 1", "  0: 甲", "  1: 乙"]


def test_layout_tables_in_layout_tables() -> None:
    body = par("核心")
    for _ in range(20):
        body = table(row(cell("外", body)))
    assert dump(body) == [*["paragraph: 外"] * 20, "paragraph: 核心"]


def test_anchors() -> None:
    inner = table(row("内", "1"))
    document = read_body(par("甲") + par("") + table(row("外", cell("乙", inner))) + par("丙"))
    first, outer, nested, last = document.blocks
    assert first.anchor == Anchor(paragraph=1)
    assert last.anchor == Anchor(paragraph=3)
    assert isinstance(outer, Table)
    assert isinstance(nested, Table)
    assert outer.anchor == Anchor(table=1)
    assert outer.cells[1].anchor == Anchor(table=1, row=1, column=2)
    assert nested.cells[0].anchor == Anchor(table=2, row=1, column=1)


def test_paragraphs_of_a_layout_table_are_anchored_in_its_cell() -> None:
    body = table(row(cell("甲", "乙")), row(cell("丙", "丁")))
    anchors = [block.anchor for block in read_body(body).blocks]
    assert anchors[0] == anchors[1] == Anchor(table=1, row=1, column=1)
    assert anchors[2] == Anchor(table=1, row=2, column=1)


def test_limits_of_cells_and_depth() -> None:
    body = table(row(*"12345"))
    with pytest.raises(LimitExceeded):
        read(zipped(parts(body)), Limits(cells=4))
    for _ in range(8):
        body = table(row(cell(body, "")))
    with pytest.raises(LimitExceeded):
        read(zipped(parts(body)), Limits(depth=6))


@pytest.mark.skipif(not TEMPLATE.exists(), reason="the shared corpus is not here")
def test_the_blank_template_and_the_template_filled() -> None:
    opened = docx.Document(str(TEMPLATE))
    places = []
    for index, found in enumerate(opened.tables):
        for row_index, found_row in enumerate(found.rows):
            for tc in found_row._tr.tc_lst:  # noqa: SLF001 - as written, before merging
                if not "".join(tc.itertext()).strip() and tc.vMerge != "continue":
                    places.append((index, row_index, tc.grid_offset))
                    tc.p_lst[0].add_r().text = f"{index}-{row_index}-{tc.grid_offset}"
    blank = [block for block in read(TEMPLATE.read_bytes()).blocks if isinstance(block, Table)]
    assert [(each.n_rows, each.n_columns) for each in blank] == [(14, 4), (28, 10), (4, 15)]
    assert sum(not cell.text for each in blank for cell in each.cells) == 200
    assert len(places) == 200
    buffer = io.BytesIO()
    opened.save(buffer)
    filled = [block for block in read(buffer.getvalue()).blocks if isinstance(block, Table)]
    read_back = {
        cell.text: (index, cell.row, cell.column)
        for index, each in enumerate(filled)
        for cell in each.cells
    }
    assert [read_back["-".join(map(str, place))] for place in places] == places


@st.composite
def grids(draw: st.DrawFn) -> list[tuple[str, int, int, int, int]]:
    """Any division of a grid in rectangles, no two alike in text."""
    n_rows, n_columns = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    free = [[True] * n_columns for _ in range(n_rows)]
    cells = []
    for row_index in range(n_rows):
        for column in range(n_columns):
            if not free[row_index][column]:
                continue
            widest = next(
                (w for w in range(1, n_columns - column) if not free[row_index][column + w]),
                n_columns - column,
            )
            width = draw(st.integers(1, widest))
            height = draw(st.integers(1, n_rows - row_index))
            for r in range(row_index, row_index + height):
                for c in range(column, column + width):
                    free[r][c] = False
            text = draw(st.sampled_from(["", f"{row_index},{column}"]))
            cells.append((text, row_index, column, height, width))
    return cells


def _markup(cells: list[tuple[str, int, int, int, int]]) -> str:
    rows = []
    for index in range(max(r + height for _, r, _, height, _ in cells)):
        made = []
        for text, first, _, height, width in sorted(cells, key=lambda cell: cell[2]):
            if first <= index < first + height:
                merge = "" if height == 1 else RESTART if index == first else CONTINUE
                wide = "" if width == 1 else span(width)
                shown = text if index == first else ""
                made.append(cell(par(run(shown)), properties=wide + merge))
        rows.append(row(*made))
    return table(*rows)


@settings(max_examples=120, deadline=None)
@given(grids())
def test_any_grid_comes_back(cells: list[tuple[str, int, int, int, int]]) -> None:
    (found,) = read_body(_markup(cells)).blocks
    assert isinstance(found, Table)
    assert grid(found) == cells


@settings(max_examples=40, deadline=None)
@given(grids())
def test_any_grid_merged_by_python_docx_comes_back(
    cells: list[tuple[str, int, int, int, int]],
) -> None:
    n_rows = max(r + height for _, r, _, height, _ in cells)
    n_columns = max(c + width for _, _, c, _, width in cells)
    opened = docx.Document()
    made = opened.add_table(n_rows, n_columns)
    for text, first, column, height, width in cells:
        merged = made.cell(first, column)
        if (height, width) != (1, 1):
            merged = merged.merge(made.cell(first + height - 1, column + width - 1))
        merged.text = text
    buffer = io.BytesIO()
    opened.save(buffer)
    document = DocxAdapter().read(Source(buffer.getvalue()), Limits())
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert grid(found) == cells


def test_a_frame_of_one_cell_in_a_cell_is_that_cells_text() -> None:
    body = table(row("规章", cell(table(row("3")), ""), "4"))
    assert dump(body) == ["table: 1 x 3", "  0: 规章 | 3 | 4"]


def test_tables_side_by_side_are_read_each_after_its_caption() -> None:
    sides = (cell(par(f"{year}年"), table(row("规章", str(year))), "") for year in (2022, 2023))
    assert dump(table(row(*sides))) == [
        "paragraph: 2022年",
        "table: 1 x 2",
        "  0: 规章 | 2022",
        "paragraph: 2023年",
        "table: 1 x 2",
        "  0: 规章 | 2023",
    ]


def test_rows_as_wide_as_the_table_that_follow_each_other_are_lines_around_it() -> None:
    wide = span(2)
    body = table(
        *(row(cell(text, properties=wide)) for text in ("题", "文。", "一")),
        row("规章", "3"),
        row(cell("一项", properties=wide)),
        row("文件", "4"),
        *(row(cell(text, properties=wide)) for text in ("注", "注二。")),
    )
    assert dump(body) == [
        *("paragraph: 题", "paragraph: 文。", "paragraph: 一"),
        *("table: 3 x 2", "  0: 规章 | 3", "  1: 一项 <2 columns>", "  2: 文件 | 4"),
        *("paragraph: 注", "paragraph: 注二。"),
    ]
    found = next(block for block in read_body(body).blocks if isinstance(block, Table))
    assert str(found.cells[0].anchor) == "table 1, row 4, column 1"


def test_a_picture_in_place_of_a_figure_or_beside_it_is_told() -> None:
    picture = par("<w:r><w:drawing><pic:pic/></w:drawing></w:r>")
    both = par("3", "<w:r><w:drawing><pic:pic/></w:drawing></w:r>")
    body = (
        table(row("规章", cell(picture), cell(both), ""))
        + par("间")
        + table(row(cell(picture), ""))
    )
    assert dump(body) == [
        *("table: 1 x 4", "  0: 规章 | \ufffc | 3\ufffc | "),
        *("paragraph: 间", "table: 1 x 2", "  0:  | "),
    ]
