"""Tables in and around content, nested, broken, and drawn with other elements."""

from __future__ import annotations

import pytest

from adapters.html.pages import dump, grid, table
from govinfo.adapters.html import HtmlAdapter
from govinfo.errors import GovInfoError, LimitExceeded
from govinfo.source import Limits, Source

DATA = "<table><tr><td>规章</td><td>3</td></tr><tr><td>规范性文件</td><td>5</td></tr></table>"
READ = ["table: 2 x 2", "  0: 规章 | 3", "  1: 规范性文件 | 5"]


def test_layout_tables_dissolve_to_their_content() -> None:
    page = f"""<table><tr><td>左</td><td><table><tr><td><h1>年度报告</h1></td></tr>
        <tr><td><p>第一段</p>{DATA}<p>第二段</p></td></tr></table></td></tr></table>"""
    assert dump(page) == [
        "paragraph: 左",
        "heading: 年度报告",
        "paragraph: 第一段",
        *READ,
        "paragraph: 第二段",
    ]


def test_rows_beside_a_nested_table_stay_a_table() -> None:
    page = f"""<table><tr><td>项目</td><td>说明</td></tr><tr><td>二</td><td>{DATA}</td></tr>
        <tr><td rowspan=2>三</td><td>1</td></tr><tr><td>2</td></tr></table>"""
    assert dump(page) == [
        "table: 1 x 2",
        "  0: 项目 | 说明",
        "paragraph: 二",
        *READ,
        "table: 2 x 2",
        "  0: 三 <2 rows> | 1",
        "  1: 2",
    ]


def test_a_single_cell_is_no_table() -> None:
    assert dump(f"<table><tr><td>{DATA}</td></tr></table>") == READ
    assert dump("<table><tr><td>一句话<br>两句话</td></tr></table>") == [
        "paragraph: 一句话",
        "paragraph: 两句话",
    ]


def test_a_table_for_the_frame_of_a_figure_is_its_text() -> None:
    framed = "<table><tr><td><font>3</font></td></tr></table>"
    assert grid(f"<table><tr><td>规章</td><td>{framed}</td></tr></table>") == [
        ("规章", 0, 0, 1, 1),
        ("3", 0, 1, 1, 1),
    ]


def test_a_cell_of_prose_is_layout() -> None:
    prose = "<p>本机关全年认真做好各项政府信息公开工作，没有发生任何问题。</p>" * 12
    found = dump(f"<table><tr><td>一、总体情况</td><td>{prose}</td></tr></table>")
    assert found[0] == "paragraph: 一、总体情况"
    assert len(found) == 13


def test_a_table_without_text_is_no_block() -> None:
    assert dump("<table><tr><td><img src=x></td><td>&nbsp;</td></tr></table><p>完") == [
        "paragraph: 完"
    ]


def test_several_tables_stay_several() -> None:
    assert dump(DATA + DATA) == READ + READ


def test_caption_stands_before_the_table() -> None:
    page = DATA.replace("<table>", "<table><caption>表一</caption><colgroup><col></colgroup>")
    assert dump(page) == ["paragraph: 表一", *READ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>规章<td>3<tr><td>规范性文件<td>5</table>",
        "<table><td>规章<td>3<tr><td>规范性文件<td>5",
        "<table><form><tr><td>规章</td><td>3</td></tr><tr><td>规范性文件</td><td>5</td></tr></form>",
        "<table><tbody><tr><td><p>规章<td><p>3</p></p></tr></tr><tr><td>规范性文件<td>5</table></div>",
        "<TABLE><TR><TD>规章</TD><TD>3</TD></TR><TR><TD>规范性文件</TD><TD>5</TD></TR></TABLE>",
        "<table><tr><td><div>规章<td><div>3<tr><td><center>规范性文件<td>5</table>",
        "<table><tr><td><ul><li>规章<td>3</tr><tbody><tr><td>规范性文件<td>5</table>",
        "<tr><td>规章</td><td>3</td></tr><tr><td>规范性文件</td><td>5</td></tr>",
        "<td>规章</td><td>3</td></tr><tr><td>规范性文件</td><td>5</td></tr></tbody></table>",
        "<table><tr><div><td>规章</td><td>3</td></div></tr><tr><td>规范性文件</td><td>5</td></tr>",
        "<table><thead><tr><td>规章</td><td>3</td></tr><tbody><tr><td>规范性文件</td><td>5</td>",
        "<table><tr><td>规章</td><td>3</td></tr>\n<tr><td>规范性文件</td><td>5</b></td></tr>",
    ],
)
def test_broken_markup(page: str) -> None:
    assert dump(page) == READ


def test_text_between_cells_stands_before_the_table() -> None:
    page = "<table>注<tr>：<td>规章</td><td>3</td></tr><p>单位：件</p></table>"
    assert dump(page) == [
        "paragraph: 注",
        "paragraph: ：",
        "paragraph: 单位：件",
        "table: 1 x 2",
        "  0: 规章 | 3",
    ]


def test_a_table_that_begins_among_rows_ends_the_other() -> None:
    page = f"<table><tr><td>行政许可</td><td>1</td></tr>{DATA}<p>完"
    assert dump(page) == ["table: 1 x 2", "  0: 行政许可 | 1", *READ, "paragraph: 完"]


DRAWN = {
    "role": """<div role=table><div role=rowgroup><div role=row><span role=columnheader>规章</span>
        <span role=cell>3</span></div><div role=row><div role=rowheader>规范性文件</div>
        <div role=cell>5</div></div></div></div>""",
    "style": """<div style="display:table"><div style="display: table-row">
        <div style="display:table-cell">规章</div><div style="DISPLAY:TABLE-CELL">3</div></div>
        <div style="display:table-row"><p style="display:table-cell">规范性文件</p>
        <p style="display:table-cell">5</p></div></div>""",
    "class": """<style>.t{display:table} .r{display:table-row} div.c{display:table-cell}</style>
        <div class=t><div class="r odd"><div class=c>规章</div><div class=c>3</div></div>
        <div class=r><div class=c>规范性文件</div><div class=c>5</div></div></div>""",
}


@pytest.mark.parametrize("kind", DRAWN)
def test_tables_drawn_by_style_or_role(kind: str) -> None:
    assert dump(DRAWN[kind]) == READ


def test_spans_of_a_table_drawn_by_role() -> None:
    page = """<div role=grid><div role=row><div role=gridcell aria-colspan=2>标题</div></div>
        <div role=row><div role=gridcell>a</div><div role=gridcell>b</div></div></div>"""
    assert [cell.colspan for cell in table(page).cells] == [2, 1, 1]


def test_tables_drawn_with_divs_are_a_stream() -> None:
    page = """<div class=row><div class=cell>规章</div><div class=cell>3</div></div>
        <div class=row><div class=cell>规范性文件</div><div class=cell>5</div></div>"""
    assert dump(page) == [f"paragraph: {text}" for text in ("规章", "3", "规范性文件", "5")]


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "ol><li", "b"])
def test_depth_is_bounded(tag: str) -> None:
    page = Source(f"<{tag}>".encode() * 100_000)
    try:
        HtmlAdapter().read(page, Limits())
    except LimitExceeded:
        return


def test_depth_within_the_limit_is_read() -> None:
    assert dump("<div>" * 400 + "深") == ["paragraph: 深"]


@pytest.mark.parametrize(
    "limits", [Limits(line=10), Limits(blocks=3), Limits(depth=3)], ids=["line", "blocks", "depth"]
)
def test_limits(limits: Limits) -> None:
    page = b"<div><div><p>a</div></div>" + b"<p>text</p>" * 4 + b"<p>a longer text than that</p>"
    with pytest.raises(LimitExceeded):
        HtmlAdapter().read(Source(page), limits)


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"\xff\xfe", b"<!-- -->", b"\x00" * 50, b"PK\x03\x04", bytes(range(256))]
)
def test_bytes_that_are_no_page(data: bytes) -> None:
    try:
        assert HtmlAdapter().read(Source(data), Limits()).format == "html"
    except GovInfoError:
        return


def test_rows_as_wide_as_the_table_that_follow_each_other_are_lines_around_it() -> None:
    rows = [["题"], ["文。"], ["一"], ["规章", "3"], ["一项"], ["文件", "4"], ["注"], ["注二。"]]
    page = "".join(
        "<tr>" + "".join(f"<td colspan={3 - len(row)}>{text}</td>" for text in row) + "</tr>"
        for row in rows
    )
    assert dump(f"<table>{page}</table>") == [
        *("paragraph: 题", "paragraph: 文。", "paragraph: 一"),
        *("table: 3 x 2", "  0: 规章 | 3", "  1: 一项 <2 columns>", "  2: 文件 | 4"),
        *("paragraph: 注", "paragraph: 注二。"),
    ]


def test_a_blank_row_above_a_row_of_prose_is_no_prose() -> None:
    page = "<table><tr><td colspan=2></tr><tr><td colspan=2>注。</tr><tr><td>规章<td>3</table>"
    assert [line for line in dump(page) if line.startswith("table")] == ["table: 3 x 2"]
