"""Lines and cells read as a browser shows them."""

from __future__ import annotations

import pytest

from adapters.html.pages import dump, read, table
from govinfo.blocks import Anchor, Figure, Heading, Paragraph


def only_line(page: str) -> str:
    (block,) = read(page).blocks
    assert isinstance(block, Paragraph)
    return block.text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p><span>政府</span><span>信息</span><span>公开</span></p>", "政府信息公开"),
        ("<p>\n  <span>政府</span>\n  <span>信息</span>\n</p>", "政府 信息"),
        ("<p>共 <b>12</b>\n件</p>", "共 12 件"),
        ("<p>annual\n   report</p>", "annual report"),
        ("<p>信息公开工\n作年度报\r\n告 3\n件</p>", "信息公开工作年度报告 3 件"),
        ("<p>　　主动公开　3&nbsp;件</p>", "主动公开 3 件"),
        ("<p>自然人&nbsp;&nbsp; 3</p>", "自然人   3"),
        ("<p>政\u200b府\ufeff信\u00ad息</p>", "政府信息"),
        ("<p>收到<!-- 注释 -->申请</p>", "收到申请"),
        ("<p>收到<o:p></o:p>申请<o:p>&nbsp;</o:p></p>", "收到申请"),
        ("<p>制作<del>3</del><ins>5</ins>件</p>", "制作5件"),
        ("<p>3<sup>1</sup>", "3[1]"),
        ("<p>3<span style='vertical-align: super'>1</span>", "3[1]"),
        ("<style>.n{vertical-align:super}</style><p>3<span class='a n'>1</span>", "3[1]"),
        ("<style>.n{vertical-align:middle}</style><p>3<span class=n>1</span>", "31"),
        ("<p><ruby>准<rp>(</rp><rt>zhun</rt><rp>)</rp></ruby>", "准"),
        ("<p>平方米<sup>2</sup>", "平方米2"),
        ("<p>新收 <input type=text value=3> 件<input type=hidden value=9>", "新收 3 件"),
    ],
)
def test_text_of_a_line(page: str, text: str) -> None:
    assert only_line(page) == text


def test_blocks_and_breaks_make_lines() -> None:
    page = "<div>甲局<br>年度报告<div>第一段</div>第二段<p>第三段<p>第四段</div>"
    assert dump(page) == [
        f"paragraph: {text}"
        for text in ("甲局", "年度报告", "第一段", "第二段", "第三段", "第四段")
    ]


def test_break_in_a_cell_is_a_newline() -> None:
    page = "<table><tr><td>其他法律行<br>政法规</td><td><p>1</p><p>2</p></td><td><br></td></table>"
    assert [cell.text for cell in table(page).cells] == ["其他法律行\n政法规", "1\n2", ""]


def test_headings() -> None:
    page = "<h1>甲局<br>年度报告</h1><h3><span>一、</span>总体情况</h3><p>正文</p>"
    assert read(page).blocks == (
        Heading("甲局年度报告", 1, Anchor(paragraph=1)),
        Heading("一、总体情况", 3, Anchor(paragraph=2)),
        Paragraph("正文", Anchor(paragraph=3)),
    )


def test_anchors_of_cells() -> None:
    page = "<p>前</p><table><tr><td colspan=2>a<td>b</table><table><tr><td>c<td>d</table>"
    first, second = read(page).blocks[1:]
    assert first.anchor == Anchor(table=1)
    assert second.anchor == Anchor(table=2)
    assert [cell.anchor for cell in getattr(first, "cells")] == [  # noqa: B009
        Anchor(table=1, row=1, column=1),
        Anchor(table=1, row=1, column=3),
    ]


def test_preformatted_lines_keep_their_gaps() -> None:
    assert dump("<pre>规章  3    1\n\n规范性文件    2</pre>") == [
        "paragraph: 规章  3    1",
        "paragraph: 规范性文件    2",
    ]


def test_pictures_follow_their_line() -> None:
    page = "<p>见图<img alt='办理流程'>。</p><p><img src=x><img alt='二'></p><p>完</p>"
    assert [type(block) for block in read(page).blocks] == [Paragraph, Figure, Figure, Paragraph]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol><li>甲<li><p>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3 type=a><li>甲</ol>", ["c. 甲"]),
        ("<ol type=I><li value=4>甲<li>乙</ol>", ["IV. 甲", "V. 乙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        (
            "<ol style='list-style-type:cjk-ideographic' start=10><li>甲<li>乙</ol>",
            ["十、甲", "十一、乙"],
        ),
        (
            "<ol style='list-style-type:cjk-ideographic' start=110><li>甲</ol>",
            ["一百一十、甲"],
        ),
        ("<ol style='list-style:none inside'><li>甲</ol>", ["甲"]),
        ("<style>ul, ol {list-style: none}</style><ol><li>甲</ol>", ["甲"]),
        ("<ul><li>甲<ol><li>乙</ol></ul>", ["甲", "1. 乙"]),
    ],
)
def test_list_numbers(page: str, lines: list[str]) -> None:
    assert dump(page) == [f"paragraph: {line}" for line in lines]


def test_syllables_behind_letters_are_no_text() -> None:
    """Mirrors that turned simplified letters into traditional ones print how these are spoken."""
    page = "<p>政府信息公開(kāi)工(gong)(gong)作年度報(bào)告(gao)、申請(qǐng)情況(kuàng)</p>"
    assert only_line(page) == "政府信息公開工作年度報告、申請情況"
