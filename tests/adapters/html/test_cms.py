"""Whole pages in the manner of the content management systems of government sites."""

# ruff: noqa: E501 - the lines are as long as such pages have them

from __future__ import annotations

import pytest

from adapters.html.pages import dump, read

TABLE = """<table style="width:100%" border="1" cellspacing="0"><tbody>
    <tr class="firstRow"><td colspan="4" style="background:#ddd"><p style="text-align:center"><span>
    第二十条第（一）项</span></p></td></tr>
    <tr><td><p><span>信息内容</span></p></td><td><p>本年制<br/>发件数</p></td><td>本年废止件数</td>
    <td>现行有效件数</td></tr>
    <tr><td><p><span>规</span><span>章</span></p></td><td><p>&nbsp;</p></td><td><p>0</p></td>
    <td><p><span style="font-size:14px">３</span></p></td></tr></tbody></table>"""

TRS = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="甲市">
    <meta name="ArticleTitle" content="乙局年度报告"><meta name="PubDate" content="2024-01-20 09:30">
    <title>乙局年度报告_甲市人民政府</title><script>var t = "<table>";</script></head><body>
    <div class="top"><ul class="menu"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li>
    <li><a href="/b">政务服务</a></li><li><a href="/c">互动交流</a></li></ul></div>
    <div class="crumb">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/a">年报</a></div>
    <div class="xxgk_top"><table><tbody><tr><td class="t">索 引 号:</td><td>114/2024-0001</td>
    <td class="t">主题分类:</td><td></td></tr><tr><td class="t">发布机构:</td><td>乙局</td>
    <td class="t">发布日期:</td><td>2024-01-20</td></tr></tbody></table></div>
    <div class="title">乙局2023年政府信息公开工作年度报告</div>
    <div class="share" style="display:none">分享到：<a href="#">微信</a></div>
    <div class="TRS_Editor"><style>.TRS_Editor P{{line-height:2}}</style>
    <p>　　根据要求编制本报告。</p><p><strong>一、总体情况</strong></p><p>　　工作有序。</p>
    <p><strong>二、主动公开政府信息情况</strong></p><div class="Custom_UnionStyle">{TABLE}</div></div>
    <div class="footer"><p>主办：甲市人民政府</p><a href="#">联系我们</a> | <a href="#">地图</a></div>
    </body></html>"""

LAYOUT = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
    <title>年报</title></head><body><table width="1000" align="center"><tr><td>
    <table><tr><td><a href="/">首页</a></td><td><a href="/a">公开</a></td></tr></table></td></tr>
    <tr><td><table width="100%"><tr><td width="200"><table><tr><td><a href="1">公开指南</a></td></tr>
    <tr><td><a href="2">公开年报</a></td></tr></table></td><td><table><tr><td class="bt">
    乙局2023年政府信息公开工作年度报告</td></tr><tr><td>发布时间：2024-01-20 09:30　来源：乙局
    字体：[<a href="#">大</a> <a href="#">小</a>]</td></tr><tr><td id="zoom">
    <p>　　根据要求编制本报告。</p><p><b>一、总体情况</b></p><p>　　工作有序。</p>
    <p><b>二、主动公开政府信息情况</b></p>{TABLE}</td></tr></table></td></tr></table></td></tr>
    <tr><td>主办：甲市人民政府</td></tr></table></body></html>"""

LISTS = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>年报</title></head><body>
    <header><div class="logo"><img src="logo.png" alt=""></div></header>
    <nav><ul><li><a href="/">首页</a></li></ul></nav>
    <main><div class="info"><ul><li><b>索引号：</b><span>114/2024-0001</span></li>
    <li><b>发布机构：</b><span>乙局</span></li><li><b>发布日期：</b><span>2024-01-20</span></li></ul></div>
    <article id="UCAP-CONTENT"><h1>乙局2023年政府信息公开工作年度报告</h1>
    <div class="tools"><button>打印</button><span hidden>已收藏</span></div>
    <p>根据要求编制本报告。</p><h2>一、总体情况</h2><p>工作有序。</p>
    <h2>二、主动公开政府信息情况</h2><section>{TABLE}</section></article></main>
    <footer><p>主办：甲市人民政府</p></footer></body></html>"""


@pytest.mark.parametrize(
    "page",
    [
        TRS.encode(),
        TRS.encode("gb18030"),
        LAYOUT.encode("gb18030"),
        LAYOUT.encode(),
        LISTS.encode(),
    ],
)
def test_the_report_comes_out(page: bytes) -> None:
    lines = [
        line.partition(": ")[2] if line.startswith(("paragraph", "heading")) else line
        for line in read(page).dump().split("\n")
        if not line.startswith("metadata")
    ]
    start = lines.index("乙局2023年政府信息公开工作年度报告")
    body = [line for line in lines[start + 1 :] if not line.startswith(("发布时间", "主办"))]
    assert body == [
        "根据要求编制本报告。",
        "一、总体情况",
        "工作有序。",
        "二、主动公开政府信息情况",
        "table: 3 x 4",
        "  0: 第二十条第（一）项 <4 columns>",
        "  1: 信息内容 | 本年制⏎发件数 | 本年废止件数 | 现行有效件数",
        "  2: 规章 |  | 0 | ３",
    ]


def test_what_the_pages_say_about_themselves() -> None:
    assert dict(read(TRS).metadata) == {
        "title": "乙局年度报告_甲市人民政府",
        "SiteName": "甲市",
        "ArticleTitle": "乙局年度报告",
        "PubDate": "2024-01-20 09:30",
        "索引号": "114/2024-0001",
        "发布机构": "乙局",
        "发布日期": "2024-01-20",
    }
    assert read(LAYOUT).metadata["发布时间"] == "2024-01-20 09:30"
    assert read(LAYOUT).metadata["来源"] == "乙局"
    assert read(LISTS).metadata["索引号"] == "114/2024-0001"


def test_no_menu_is_left() -> None:
    for page in (TRS, LAYOUT, LISTS):
        text = read(page).dump()
        assert not any(entry in text for entry in ("首页", "政务服务", "分享", "打印", "已收藏"))


def test_a_list_of_links_with_dates_goes_with_its_name() -> None:
    listed = "".join(
        f'<li><a href="{year}.html">{year}年年报</a><span>[{year + 1}-01-20]</span></li>'
        for year in range(2019, 2022)
    )
    page = f"<p>正文</p><h3>往年年报</h3><ul>{listed}</ul><p>附记</p>"
    assert dump(page) == ["paragraph: 正文", "paragraph: 附记"]


def test_two_links_are_no_menu() -> None:
    page = "<p>附件</p><p><a href=1>甲表</a></p><p><a href=2>乙表</a></p>"
    assert dump(page) == ["paragraph: 附件", "paragraph: 甲表", "paragraph: 乙表"]


@pytest.mark.parametrize(
    "line", ["【打印】 【关闭】", "字号：[大 中 小]", "分享到：微信　微博", "打印本页 | 关闭窗口"]
)
def test_lines_of_buttons_go(line: str) -> None:
    assert dump(f"<p>正文</p><p>{line}</p><p>附记</p>") == ["paragraph: 正文", "paragraph: 附记"]


@pytest.mark.parametrize("line", ["下载", "微信公开5条", "大", "1"])
def test_lines_like_buttons_with_more_to_say_stay(line: str) -> None:
    kept = len(dump(f"<p>正文</p><p>{line}</p>"))
    assert kept == (1 if line == "下载" else 2)


def test_the_foot_of_the_page_goes() -> None:
    foot = """<p>主办：甲市人民政府办公室　承办：甲市大数据局</p><p>地址：甲市一路1号　邮编：100000</p>
        <p>鲁ICP备12345678号　鲁公网安备 37010000000001号　网站标识码：3700000001</p>"""
    assert dump(f"<p>正文</p>{foot}") == ["paragraph: 正文"]
    assert len(dump(f"{foot}<p>正文</p>")) == 4


def test_an_address_is_no_foot() -> None:
    page = "<p>如有疑问请联系本局。</p><p>地址：甲市一路1号</p><p>电话：12345</p>"
    assert len(dump(page)) == 3
