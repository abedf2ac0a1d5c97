"""Whole reports as web pages: what surrounds them, and who writes them."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape

import pytest

import govinfo
from govinfo.blocks import Heading, Table
from reports.told import (
    EDITIONS,
    FULL,
    HEADINGS,
    OF_2014,
    OF_2019,
    SPARSE,
    Told,
    expect,
    indicators,
)
from reports.web import (
    OTHER_YEARS,
    SEEN,
    by_hand,
    by_word,
    content,
    layout,
    page,
    plain,
    portal,
    spans,
    web_table,
    without_title,
)


@pytest.mark.parametrize("name", EDITIONS)
def test_nothing_but_the_report(name: str) -> None:
    expect(by_hand(EDITIONS[name]), EDITIONS[name])


def test_a_list_of_2014_beside_the_tables_of_2019() -> None:
    both = OF_2019.but(figures={**indicators(), **OF_2019.figures})
    expect(by_hand(both), both)


def test_a_fragment() -> None:
    expect(content(FULL).encode(), FULL, "html")


def test_marked_headings_and_header_cells() -> None:
    def table(one: Table) -> str:
        rows = []
        for row in one.rows:
            cells = ((("th" if cell.header else "td"), cell) for cell in row)
            rows.append(
                "".join(f"<{tag}{spans(cell)}>{plain(cell.text)}</{tag}>" for tag, cell in cells)
            )
        head, rest = rows[0], rows[1:]
        lines = "".join(f"<tr>{row}</tr>" for row in rest)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"

    def heading(block: Heading, text: str) -> str:
        return f"<h{block.level}>{text}</h{block.level}>"

    expect(page(content(FULL, table=table, heading=heading)).encode(), FULL)


# What surrounds the report on the pages of content management systems.


def test_a_portal() -> None:
    expect(portal(FULL).encode(), FULL.but(published=SEEN))


def test_a_portal_with_a_report_of_2014() -> None:
    expect(portal(OF_2014).encode(), OF_2014.but(published=SEEN))


def test_the_agency_stands_only_in_the_metadata() -> None:
    told = FULL.but(title="2023年政府信息公开工作年度报告", published=SEEN)
    expect(portal(told).encode(), told)


def test_layout_tables() -> None:
    expect(layout(FULL, "utf-8").encode(), FULL)


def test_a_sidebar_of_other_years_before_the_report() -> None:
    inner = f"""<aside class="left"><h3>历年年报</h3><ul>{OTHER_YEARS}</ul></aside>
    <main><div class="info"><ul><li><b>索引号：</b><span>YL012/2024-00031</span></li>
    <li><b>发布机构：</b><span>云岭市水务局</span></li><li><b>发布日期：</b><span>2024-01-25</span></li>
    </ul></div><article><h1>{FULL.title}</h1>{without_title(FULL)}</article></main>
    <footer><p>主办：云岭市人民政府</p></footer>"""
    expect(page(inner).encode(), FULL.but(published=SEEN))


def test_other_years_listed_without_links() -> None:
    """To whom the text after the report belongs cannot be told; the title is the report's."""
    listed = "".join(
        f"<li>{year}年云岭市水务局政府信息公开工作年度报告</li>" for year in range(2019, 2023)
    )
    inner = f"<h1>{FULL.title}</h1>{without_title(FULL)}<h3>往年年报</h3><ul>{listed}</ul>"
    report = govinfo.parse(page(inner).encode())
    assert {path: fact.value for path, fact in report.facts.items()} == dict(FULL.figures)
    assert (report.title, report.year, report.agency) == (FULL.title, FULL.year, FULL.agency)


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2024-01-25 09:30　来源：云岭市水务局",
        "发布日期：2024年1月25日　　浏览次数：<span>128</span>次　　字号：[大 中 小]",
        "来源：云岭市水务局　时间：2024/01/25　【<a href='#'>打印</a>】",
    ],
)
def test_a_line_of_metadata_below_the_title(line: str) -> None:
    inner = f'<h1>{FULL.title}</h1><div class="info">{line}</div>{without_title(FULL)}'
    expect(page(inner).encode(), FULL.but(published=SEEN))


def test_a_contents_list_of_links() -> None:
    entries = "".join(
        f'<li><a href="#{at}">{text}</a></li>'
        for at, (part, text) in enumerate(reversed(HEADINGS.items()))
        if part != "indicators"
    )
    inner = f"<h1>{FULL.title}</h1><ul>{entries}</ul>{without_title(FULL)}"
    expect(page(inner).encode(), FULL)


# Encodings.


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("gb18030", "gb2312"),
        ("gb18030", "utf-8"),
        ("gb18030", "big5"),
        ("utf-8", "gb2312"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "gbk"),
        ("utf-16", "gb2312"),
        ("utf-16-le", "utf-8"),
        ("utf-16-be", "utf-16"),
    ],
)
def test_whatever_the_page_declares(encoding: str, declared: str) -> None:
    expect(layout(SPARSE, declared).encode(encoding), SPARSE)


# Simplified and Traditional, for the characters of the template and of these reports.
_PAIRS = (
    "专專业業个個为為举舉于於云雲从從会會传傳体體众眾关關内內决決况況减減办辦务務动動单單参參发發后後"
    "员員围圍国國处處复復够夠将將属屬岭嶺应應废廢开開强強当當径徑总總护護报報据據数數无無时時机機权權"
    "条條构構标標济濟点點热熱现現确確稳穩类類纠糾纳納线線组組细細织織经經结結络絡统統继繼续續维維编編"
    "缴繳网網罚罰职職舆輿范範获獲补補规規计計认認训訓议議许許讼訟设設访訪诉訴询詢请請读讀谈談负負责責"
    "购購费費转轉辑輯过過这這进進采採错錯门門问問闻聞阅閱隐隱项項题題额額驳駁万萬审審号號区區执執识識码碼没沒闭閉"
)
TRADITIONAL = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


def mirrored(told: Told) -> Told:
    """What a Traditional mirror of a report says: its own words are in its own characters."""
    names = ("title", "agency", "preamble", "overview", "problems", "other_matters")
    words = {name: getattr(told, name).translate(TRADITIONAL) for name in names}
    headings = {part: text.translate(TRADITIONAL) for part, text in HEADINGS.items()}
    return told.but(**words, headings=headings, published=SEEN)


@pytest.mark.parametrize("told", [FULL, OF_2019, OF_2014], ids=["2021", "2019", "2014"])
def test_a_traditional_mirror(told: Told) -> None:
    mirror = portal(told).translate(TRADITIONAL).replace("發布日期", "發佈日期")
    expect(mirror.encode(), mirrored(told))


@pytest.mark.parametrize("declared", ["big5", "gb2312", "utf-8"])
def test_a_traditional_mirror_in_big5(declared: str) -> None:
    mirror = layout(FULL, declared).translate(TRADITIONAL)
    expect(mirror.encode("big5hkscs"), mirrored(FULL).but(published=None))


# Programs that write pages.


def test_saved_by_word() -> None:
    expect(by_word(FULL).encode("gb18030"), FULL)


def test_saved_by_word_in_a_single_file() -> None:
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEText(by_word(SPARSE), "html", "gb18030"))
    message.attach(MIMEText("<xml></xml>", "xml"))
    expect(message.as_bytes(), SPARSE)


def test_saved_by_wps() -> None:
    def inline(text: str) -> str:
        return (
            f'<span style="mso-spacerun:\'yes\';font-family:宋体"><font face="宋体">{escape(text)}'
            "</font></span><span><o:p></o:p></span>"
        )

    def table(one: Table) -> str:
        return f"<div align=center>{web_table(one, lambda t: f'<p>{inline(t)}</p>')}</div>"

    made = f"<!--StartFragment-->{content(FULL, inline, table)}<!--EndFragment-->"
    head = '<meta name="Generator" content="Kingsoft WPS">'
    expect(page(made, head=head).encode(), FULL)


def test_xhtml() -> None:
    made = content(SPARSE).replace("<td></td>", "<td/>").replace("&nbsp;", "&#160;")
    assert "<td/>" in made
    data = f"""<?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>年报</title><script src="a.js"/></head>
    <body><div class="empty"/>{made}</body></html>"""
    expect(data.encode(), SPARSE)


def test_elements_left_open() -> None:
    made = content(FULL)
    for closing in ("</td>", "</tr>", "</tbody>", "</p>", "</b>"):
        made = made.replace(closing, "")
    made = made.replace("<b>", "")
    expect(page(made).encode(), FULL)


def test_elements_closed_in_the_wrong_order() -> None:
    def table(one: Table) -> str:
        made = web_table(one, lambda text: f"<p><span><strong>{plain(text)}</span></strong>")
        return f"<center><font size=2>{made}</center></font></div>"

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_headings_numbered_by_the_browser() -> None:
    """Each section is an entry of one list."""
    made = content(FULL)
    for part, text in HEADINGS.items():
        if part != "indicators":
            bold = f"<p><b>{text}</b></p>"
            name = text.split("、", 1)[1]
            made = made.replace(bold, f"</li><li><b>{name}</b>")
    first = made.index("</li>")
    made = (
        f"{made[:first]}<ol style='list-style-type:cjk-ideographic'>{made[first + 5 :]}</li></ol>"
    )
    expect(page(made).encode(), FULL)
