from __future__ import annotations

import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from govinfo.blocks import Anchor, Cell, Document, Figure, Heading, Paragraph, Table


def table() -> Table:
    return Table(
        (
            Cell("申请人情况", row=0, column=0, colspan=2),
            Cell("总计", row=0, column=2, rowspan=2),
            Cell("自然人", row=1, column=0),
            Cell("商业\n企业", row=1, column=1),
        )
    )


def test_a_table_knows_its_size_from_the_spans_of_its_cells() -> None:
    assert (table().n_rows, table().n_columns) == (2, 3)


def test_a_row_holds_the_cells_that_begin_in_it() -> None:
    assert [[cell.text for cell in row] for row in table().rows] == [
        ["申请人情况", "总计"],
        ["自然人", "商业\n企业"],
    ]


def test_a_row_in_which_no_cell_begins_is_empty() -> None:
    tall = Table(
        (Cell("三、本年度办理结果", row=0, column=0, rowspan=3), Cell("1", row=2, column=1))
    )
    assert [len(row) for row in tall.rows] == [1, 0, 1]


def test_a_table_without_cells_has_no_rows() -> None:
    assert (Table(()).n_rows, Table(()).n_columns, Table(()).rows) == (0, 0, ())


def test_the_dump_shows_every_block_on_lines_that_can_be_read() -> None:
    document = Document(
        (Heading("一、总体情况"), Paragraph("第一行\n第二行\t尾"), Figure("图解"), table()),
        metadata={"发布日期": "2023-01-18"},
    )
    assert document.dump().splitlines() == [
        "metadata: 发布日期 = '2023-01-18'",
        "heading: 一、总体情况",
        "paragraph: 第一行⏎第二行⇥尾",
        "figure: 图解",
        "table: 2 x 3",
        "  0: 申请人情况 <2 columns> | 总计 <2 rows>",
        "  1: 自然人 | 商业⏎企业",
    ]


def test_the_dump_says_where_columns_are_no_evidence() -> None:
    lines = Document((Table((Cell("规章", 0, 0),), aligned=False),)).dump()
    assert lines.splitlines()[0] == "table: 1 x 1 (columns not aligned)"


def test_an_anchor_names_only_what_is_known() -> None:
    assert str(Anchor(page=4, table=2, row=3)) == "page 4, table 2, row 3"
    assert str(Anchor()) == ""


def test_a_document_is_equal_hashable_and_picklable_by_its_content() -> None:
    one = Document((Heading("一、总体情况"), table()), metadata={"a": "b"}, format="text")
    two = Document((Heading("一、总体情况"), table()), metadata={"a": "b"}, format="text")
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert one != Document((Heading("二、总体情况"), table()), metadata={"a": "b"}, format="text")


def test_blocks_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Paragraph("文").text = "改"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Document((), metadata={"a": "b"}).metadata["a"] = "c"  # type: ignore[index]
