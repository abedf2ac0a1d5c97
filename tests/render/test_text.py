from __future__ import annotations

import pytest

import govinfo
from govinfo import Report
from govinfo.blocks import Cell, Document, Heading, Paragraph, Table
from govinfo.render.text import LAYOUTS, columns, escaped, lines, pipes, tabs, to_markdown, to_text

TABLE = Table(
    (
        Cell("情况", 0, 0, rowspan=2, header=True),
        Cell("人数", 0, 1, colspan=2, header=True),
        Cell("男", 1, 1, header=True),
        Cell("女", 1, 2, header=True),
        Cell("申请", 2, 0, header=True),
        Cell("12", 2, 1),
        Cell("", 2, 2),
    )
)


def test_tabs_keep_a_place_for_merged_cells() -> None:
    assert tabs(TABLE) == "情况\t人数\t\n\t男\t女\n申请\t12\t\n"
    assert tabs(TABLE, merged="once") == "情况\t人数\n男\t女\n申请\t12\t\n"


def test_pipes_keep_a_place_for_merged_cells() -> None:
    assert pipes(TABLE).splitlines()[:3] == [
        "| 情况 | 人数 |  |",
        "|---|---|---|",
        "|  | 男 | 女 |",
    ]


def test_layouts_without_blank_cells_print_a_sign_for_them() -> None:
    assert LAYOUTS["lines"](TABLE).splitlines()[-2:] == ["12", "/"]
    assert lines(TABLE).splitlines()[-1] == "12"
    assert LAYOUTS["columns"](TABLE).splitlines()[-1].split() == ["申请", "12", "/"]


def test_a_figure_is_never_broken_to_fit() -> None:
    table = Table((Cell("申请", 0, 0, header=True), Cell("1234567890123", 0, 1)))
    assert "1234567890123" in columns(table, stub=(4,), cell=6)


@pytest.mark.parametrize(
    "text", ["*重点* | `码` _下划_", "# 标题", "[链接](x) <b> &amp; $5$ ~~删~~", "a\\b"]
)
def test_marks_of_markdown_in_a_text_are_escaped(text: str) -> None:
    page = to_markdown(Document((Heading("甲", 1), Paragraph(text))))
    blocks = govinfo.read(page.encode(), format="text").blocks
    assert [block.text for block in blocks if isinstance(block, (Heading, Paragraph))] == [
        "甲",
        text,
    ]
    assert escaped("平常的话。") == "平常的话。"


def test_tabs_in_a_paragraph_do_not_make_it_a_table() -> None:
    assert to_text(Document((Paragraph("一\t二"),)), tabs) == "一 二\n"


def test_an_unknown_format_or_layout_is_named() -> None:
    report = Report.blank("2021")
    with pytest.raises(ValueError, match="there are docx, html, text, markdown"):
        report.render("pdf")
    with pytest.raises(ValueError, match="text has tabs, columns"):
        report.render("text", layout="grid")
    with pytest.raises(ValueError, match="html has no layout"):
        report.render("html", layout="tabs")
