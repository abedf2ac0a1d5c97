"""Writes reports as web pages."""

# ruff: noqa: E501 - the lines are as long as the pages write them

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from govinfo.blocks import Block, Cell, Heading, Paragraph, Table
from reports.told import Told

Inline = Callable[[str], str]
"""The markup of a text."""


def plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def spans(cell: Cell) -> str:
    down = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return down + (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "")


def web_table(
    table: Table,
    inline: Inline = plain,
    attributes: Callable[[Cell], str] = spans,
    opening: str = '<table border="1">',
) -> str:
    """A table, by default with the spans that it has."""
    rows = (
        f"<tr>{''.join(f'<td{attributes(c)}>{inline(c.text)}</td>' for c in row)}</tr>"
        for row in table.rows
    )
    return f"{opening}<tbody>{''.join(rows)}</tbody></table>"


def content(
    told: Told | Sequence[Block],
    inline: Inline = plain,
    table: Callable[[Table], str] | None = None,
    heading: Callable[[Heading, str], str] | None = None,
) -> str:
    """The report's blocks as the inside of a page."""
    made = []
    for block in told.blocks() if isinstance(told, Told) else told:
        match block:
            case Heading():
                text = inline(block.text)
                made.append(heading(block, text) if heading else f"<p><b>{text}</b></p>")
            case Paragraph():
                made.append(f"<p>　　{inline(block.text)}</p>")
            case Table():
                made.append(table(block) if table else web_table(block, inline))
    return "\n".join(made)


def page(inner: str, charset: str = "utf-8", head: str = "") -> str:
    """A page with nothing around the report."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>年度报告</title>{head}'
        f"</head><body>{inner}</body></html>"
    )


def by_hand(told: Told | Sequence[Block]) -> bytes:
    return page(content(told)).encode()


SEEN = date(2024, 1, 25)
"""The date of publication that `portal` prints."""

OTHER_YEARS = "".join(
    f'<li><a href="/nb/{year}.html">云岭市水务局{year}年政府信息公开工作年度报告</a>'
    f"<span>{year + 1}-01-2{year % 9}</span></li>"
    for year in range(2015, 2023)
)


def without_title(told: Told) -> str:
    """The inside of the page's article; the title stands in a place of its own."""
    return content(told.blocks()[1:])


def portal(told: Told) -> str:
    """Metadata in a table, menus, breadcrumbs, buttons; the article in a `div`."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
    <meta name="SiteName" content="云岭市人民政府"><meta name="ColumnName" content="政府信息公开年报">
    <title>{told.title}_云岭市人民政府</title><style>.hide{{display:none}}</style></head><body>
    <div class="top"><a href="/">网站首页</a> | <a href="/zw/">政务公开</a> | <a href="/hd/">互动</a>
    </div><ul class="nav"><li><a href="/a">机构概况</a></li><li><a href="/b">政府信息公开指南</a></li>
    <li><a href="/c">政府信息公开年报</a></li></ul>
    <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 年报</div>
    <div class="xxgk"><table><tbody><tr><td>索引号：</td><td>YL012/2024-00031</td><td>文号：</td>
    <td>云水函〔2024〕3号</td></tr><tr><td>发布机构：</td><td>云岭市水务局</td><td>发布日期：</td>
    <td>2024-01-25</td></tr></tbody></table></div>
    <div class="title">{told.title}</div>
    <div class="tools"><span class="hide">已收藏</span>分享到：<a href="#">微信</a> <a href="#">微博</a>
    <a href="javascript:print()">打印</a></div>
    <div class="TRS_Editor">{without_title(told)}</div>
    <div class="related"><h3>相关信息</h3><ul>{OTHER_YEARS}</ul></div>
    <div class="foot"><a href="/x">网站地图</a> | <a href="/y">联系我们</a>
    <p>主办：云岭市人民政府办公室　网站标识码：1234567890</p></div></body></html>"""


def layout(told: Told, charset: str) -> str:
    """Everything in tables, as pages were laid out for long; the menu beside the report."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
    <title>年报</title></head><body><table width="1000" align="center"><tr><td colspan="2">
    <table><tr><td><a href="/">首页</a></td><td><a href="/a">政务公开</a></td></tr></table></td></tr>
    <tr><td width="200" valign="top"><table><tr><td><a href="1">公开指南</a></td></tr>
    <tr><td><a href="2">公开年报</a></td></tr></table></td><td><table width="100%"><tr>
    <td class="bt">{told.title}</td></tr><tr><td id="zoom">{without_title(told)}</td></tr>
    <tr><td>【<a href="javascript:print()">打印</a>】 【<a href="#">关闭</a>】</td></tr>
    </table></td></tr></table><table><tr><td>主办：云岭市人民政府</td></tr></table></body></html>"""


def by_word(told: Told, *, wrap: bool = True) -> str:
    """As Word saves a page: unquoted attributes, conditional comments, blank paragraphs."""

    def wrapped(text: str) -> str:
        """Word wraps the source amid the text, and means no blank there."""
        return f"{text[:5]}\n{text[5:]}" if wrap and len(text) > 8 else text

    def inline(text: str) -> str:
        parts = re.split(r"(\d+)", text)
        return (
            "".join(
                f"<span lang=EN-US style='font-size:10.5pt'>{part}</span>"
                if part.isdigit()
                else f"<span style='font-family:宋体'>{wrapped(escape(part))}</span>"
                for part in parts
                if part
            )
            + "<span lang=EN-US><o:p></o:p></span>"
        )

    def attributes(cell: Cell) -> str:
        across = f" colspan={cell.colspan}" if cell.colspan > 1 else ""
        down = f" rowspan={cell.rowspan}" if cell.rowspan > 1 else ""
        return f" width=92{across}{down} style='width:69.0pt;padding:0cm 5.4pt'"

    def cell(text: str) -> str:
        return f"<p class=MsoNormal align=center>{inline(text)}</p>"

    def table(one: Table) -> str:
        made = web_table(one, cell, attributes, "<table class=MsoTableGrid border=1>")
        guide = "<td width=92 style='border:none'></td>" * one.n_columns
        guides = f"<![if !supportMisalignedColumns]><tr height=0>{guide}</tr><![endif]>"
        return made.replace("</tbody>", f"{guides}</tbody>")

    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"
    xmlns="http://www.w3.org/TR/REC-html40"><head>
    <meta http-equiv=Content-Type content="text/html; charset=gb2312">
    <meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml>
    <o:DocumentProperties><o:Author>科</o:Author></o:DocumentProperties></xml><![endif]-->
    <style><!-- p.MsoNormal {{margin:0cm;}} @page {{size:595.3pt 841.9pt;}} --></style></head>
    <body lang=ZH-CN><div class=WordSection1>{content(told, inline, table)}</div></body></html>"""
