from __future__ import annotations

from collections.abc import Sequence

import pytest

import govinfo
from govinfo.adapters.text.layout import blocks_of
from govinfo.blocks import Block, Figure, Heading, Paragraph, Table
from govinfo.source import Limits


def blocks(text: str) -> list[Block]:
    return list(blocks_of(text, Limits()))


def grid(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[cell.text for cell in row] for row in block.rows]


def texts(found: Sequence[Block]) -> list[str]:
    return [block.text for block in found if not isinstance(block, Table)]


def test_every_line_is_a_paragraph_and_blank_ones_are_none() -> None:
    found = blocks("云岭市水务局\n\n  \n一、总体情况\n")
    assert texts(found) == ["云岭市水务局", "一、总体情况"]
    assert [block.anchor.line for block in found if block.anchor] == [1, 4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_end_in_every_way(end: str) -> None:
    assert texts(blocks(f"甲{end}乙{end}")) == ["甲", "乙"]


def test_tab_separated_rows_are_a_table_without_a_grid() -> None:
    (table,) = blocks("信息内容\t本年制发件数\t\n规章\t\t3\n")
    assert isinstance(table, Table)
    assert grid(table) == [["信息内容", "本年制发件数", ""], ["规章", "", "3"]]
    assert not table.aligned


def test_tab_led_cells_are_rows_that_blank_lines_part() -> None:
    (table,) = blocks("\t规章\n\t0\n\t\n\t3\n\n\t行政许可\n\t229\n")
    assert grid(table) == [["规章", "0", "", "3"], ["行政许可", "229"]]


def test_a_tab_led_cell_may_run_over_lines() -> None:
    (table,) = blocks("\t本年新\n制作数量（个）\n\t0\n")
    assert grid(table) == [["本年新\n制作数量（个）", "0"]]


def test_a_paragraph_indented_by_a_tab_is_no_cell() -> None:
    text = "本年度认真落实条例要求，及时回应群众关切，各项工作平稳推进。" * 4
    assert texts(blocks(f"\t{text}\n")) == [f"\t{text}"] or texts(blocks(f"\t{text}\n")) == [text]


def test_a_numbered_line_with_a_tab_is_a_paragraph() -> None:
    assert texts(blocks("一、\t总体情况\n正文。\n")) == ["一、\t总体情况", "正文。"]


def test_a_cell_knows_its_line_and_its_place() -> None:
    (_, table) = blocks("二、主动公开\n规章\t1\n行政许可\t2\n")
    assert isinstance(table, Table)
    anchor = table.cells[3].anchor
    assert anchor is not None
    assert (anchor.line, anchor.table, anchor.row, anchor.column) == (3, 1, 2, 2)


def test_form_feeds_count_pages_and_are_no_text() -> None:
    found = blocks("第一页\n\f第二页\n\f\f第四页")
    assert texts(found) == ["第一页", "第二页", "第四页"]
    assert [block.anchor.page for block in found if block.anchor] == [1, 2, 4]


def test_a_text_without_form_feeds_knows_no_pages() -> None:
    (only,) = blocks("正文")
    assert only.anchor is not None
    assert only.anchor.page is None


def test_converter_litter_is_taken_out() -> None:
    found = blocks("[bookmark: _GoBack]六、其他\n前[image: 图解]后\n![说明](a.png)\n")
    assert texts(found) == ["六、其他", "图解", "前后", "说明"]
    assert [type(block) for block in found] == [Paragraph, Figure, Paragraph, Figure]


def test_brackets_that_are_no_litter_stay() -> None:
    line = "鲁政办发[2020]11号、鲁政办发【2020】12号"
    assert texts(blocks(line)) == [line]


def test_markdown_headings_are_headings() -> None:
    (heading,) = blocks("## 一、总体情况 ##")
    assert isinstance(heading, Heading)
    assert (heading.text, heading.level) == ("一、总体情况", 2)


@pytest.mark.parametrize(
    ("limits", "text"),
    [(Limits(line=10), "公" * 11), (Limits(blocks=3), "一\n二\n三\n四")],
)
def test_what_is_over_a_limit_is_refused(limits: Limits, text: str) -> None:
    with pytest.raises(govinfo.LimitExceeded, match=r"the limit of"):
        list(blocks_of(text, limits))


def test_a_line_of_marks_only_is_no_paragraph() -> None:
    assert texts(blocks("甲\n>\n乙")) == ["甲", "乙"]


def test_a_quotation_is_read_without_its_mark_but_a_cell_with_it() -> None:
    assert texts(blocks("> 引文")) == ["引文"]
    (table,) = blocks("| 甲 | 乙 |\n| --- | --- |\n| 丙 | > 5 |")
    assert grid(table)[1] == ["丙", "> 5"]


def test_pages_are_limited() -> None:
    text = "甲\f乙\f丙"
    assert len(list(blocks_of(text, Limits(pages=3)))) == 1
    with pytest.raises(govinfo.LimitExceeded, match="pages"):
        list(blocks_of(text, Limits(pages=2)))
