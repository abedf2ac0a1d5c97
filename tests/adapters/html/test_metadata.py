"""What the page says about itself is metadata."""

from __future__ import annotations

import pytest

from adapters.html.pages import dump, read

EXPECTED = {"索引号": "11370000/2024-00012", "发布机构": "甲市乙局", "发布日期": "2024-01-20"}


@pytest.mark.parametrize(
    "printed",
    [
        """<table><tr><td>索 引 号：</td><td>11370000/2024-00012</td><td>发布机构：</td>
           <td>甲市乙局</td></tr><tr><td>发布日期：</td><td colspan=3>2024-01-20</td></tr>
           </table>""",
        """<table><tr><th>索引号</th><td>11370000/2024-00012</td></tr><tr><th>发布机构</th>
           <td>甲市乙局</td></tr><tr><th>发布日期</th><td>2024-01-20</td></tr></table>""",
        """<table><tr><td><b>索引号：</b>11370000/2024-00012</td><td>发布机构:甲市乙局</td></tr>
           <tr><td>发布日期：2024-01-20</td><td></td></tr></table>""",
        """<table><tr><td>[索引号]</td><td>11370000/2024-00012</td><td>[发布机构]</td>
           <td>甲市乙局</td></tr><tr><td>[发布日期]</td><td>2024-01-20</td><td>[文号]</td><td></td>
           </tr></table>""",
    ],
)
def test_tables_of_metadata_are_taken_out(printed: str) -> None:
    page = f"{printed}<p>正文</p>"
    assert dict(read(page).metadata) == EXPECTED
    assert dump(page) == ["paragraph: 正文"]


@pytest.mark.parametrize(
    "printed",
    [
        """<ul><li><span>索引号：</span>11370000/2024-00012</li><li>发布机构：甲市乙局</li>
           <li>发布日期：2024-01-20</li></ul>""",
        """<p>索引号：11370000/2024-00012　发布机构：甲市乙局 | 发布日期：2024-01-20</p>""",
        """<p>【索引号】：11370000/2024-00012 【发布机构】：甲市乙局【发布日期】：2024-01-20</p>""",
    ],
)
def test_lines_of_metadata_are_taken_out(printed: str) -> None:
    page = f"{printed}<p>正文</p>"
    assert dict(read(page).metadata) == EXPECTED
    assert dump(page) == ["paragraph: 正文"]


def test_a_feed_is_titled_by_its_first_entry() -> None:
    entries = "".join(f"<item><title>{name}</title></item>" for name in ("某局年报", "乙局年报"))
    page = f"<rss><channel><title>栏目</title>{entries}<p>正文</p></channel></rss>"
    assert dict(read(page).metadata) == {"title": "某局年报"}


def test_labels_and_values_on_lines_of_their_own_stay() -> None:
    page = """<dl><dt>索引号</dt><dd>11370000/2024-00012</dd><dt>发布机构</dt><dd>甲市乙局</dd>
        <dt>发布日期：</dt><dd>2024-01-20</dd></dl><p>正文</p>"""
    assert dict(read(page).metadata) == EXPECTED
    assert len(dump(page)) == 7


@pytest.mark.parametrize(
    "sentence",
    [
        "时间：2023年1月至12月",
        "发布日期：以网站公布为准。",
        "统计口径：件　来源：甲市乙局",
        "本表来源：甲",
    ],
)
def test_sentences_like_metadata_stay(sentence: str) -> None:
    assert dump(f"<p>{sentence}</p><p>正文</p>")[-1] == "paragraph: 正文"
    assert len(dump(f"<p>{sentence}</p><p>正文</p>")) == 2


def test_meta_elements_and_title() -> None:
    page = """<head><title> 甲市乙局
        年度报告</title><meta name=PubDate content="2024-01-20 10:00"><meta charset=utf-8>
        <meta property="og:site_name" content=甲市><meta name=Author content=""></head><p>正文"""
    assert dict(read(page).metadata) == {
        "title": "甲市乙局 年度报告",
        "PubDate": "2024-01-20 10:00",
        "og:site_name": "甲市",
    }
    assert dump(page) == ["paragraph: 正文"]


def test_the_time_of_day_is_not_a_label() -> None:
    page = "<div>发布时间：2024-01-20 10:30 来源：甲市乙局 浏览次数：<span>12</span>次</div>"
    assert dict(read(page).metadata) == {
        "发布时间": "2024-01-20 10:30",
        "来源": "甲市乙局",
        "浏览次数": "12次",
    }


def test_tables_of_figures_are_not_metadata() -> None:
    page = "<table><tr><td>规章</td><td>3</td></tr><tr><td>来源：</td><td>甲</td></tr></table>"
    assert not read(page).metadata
    assert len(dump(page)) == 3


def test_prose_is_not_metadata() -> None:
    page = (
        f"<p>{'本年度工作情况如下，' * 40}来源：甲</p><table><tr><td>a<td>b</table><p>来源：乙</p>"
    )
    assert not read(page).metadata
