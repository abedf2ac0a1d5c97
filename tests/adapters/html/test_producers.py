"""Pages as programs write them: Word, WPS, browsers, LibreOffice, XHTML tools."""

# ruff: noqa: E501 - the lines are as long as the producers write them

from __future__ import annotations

import shutil
import subprocess
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from adapters.html.pages import dump, read
from govinfo.adapters.html import HtmlAdapter
from govinfo.blocks import Table
from govinfo.errors import CorruptDocument

TEMPLATE = Path(__file__).parents[4] / "shared/corpus/template-2021.docx"

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>甲</o:Author></o:DocumentProperties>
</xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm; mso-pagination:none;}
@page Section1 {size:595.3pt 841.9pt;} div.Section1 {page:Section1;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:x;}</style><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=Section1 style='layout-grid:15.6pt'>
<p class=MsoNormal align=center><b><span lang=EN-US style='font-size:22.0pt'>2023</span></b><b><span
style='font-size:22.0pt;font-family:宋体'>年政府信息公开工作年度报告<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><![if !supportLists]><span lang=EN-US>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span>本机关按照要求编制
本报告，<span style='display:none;mso-hide:all'>隐藏</span>数据截至<span lang=EN-US>12</span>月。</span></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=184 colspan=2 rowspan=2 valign=top><p class=MsoNormal><span>信息内容<span
  lang=EN-US><o:p></o:p></span></span></p></td>
  <td width=184 valign=top><p class=MsoNormal>本年制发<span lang=EN-US><br></span>件数</p></td>
 </tr>
 <tr style='mso-yfti-irow:1'><td><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td></tr>
 <tr><td colspan=2><p class=MsoNormal>规章</p></td><td><p class=MsoNormal><span lang=EN-US>0</span></p></td></tr>
 <![if !supportMisalignedColumns]>
 <tr height=0><td width=92 style='border:none'></td><td width=92 style='border:none'></td>
  <td width=184 style='border:none'></td></tr>
 <![endif]>
</table></div></body></html>"""

WORD_READ = [
    "paragraph: 2023年政府信息公开工作年度报告",
    "paragraph: 1.   本机关按照要求编制本报告，数据截至12月。",
    "table: 4 x 3",
    "  0: 信息内容 <2 rows, 2 columns> | 本年制发⏎件数",
    "  1: ",
    "  2: 规章 <2 columns> | 0",
    "  3:  |  | ",
]


def test_word() -> None:
    assert dump(WORD.encode("gb18030")) == WORD_READ


def test_word_single_file() -> None:
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEText(WORD, "html", "gb18030"))
    message.attach(MIMEText("<xml></xml>", "xml"))
    data = message.as_bytes()
    assert HtmlAdapter().sniff(data[:4096])
    assert dump(data) == WORD_READ


def test_mhtml_without_a_page() -> None:
    message = MIMEMultipart("related")
    message.attach(MIMEText("text", "plain"))
    with pytest.raises(CorruptDocument):
        read(message.as_bytes())


def test_wps() -> None:
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=UTF-8>
        <meta name="Generator" content="Kingsoft WPS"></head><body style="text-justify:trim">
        <!--StartFragment--><p class="p" style="margin:0"><b><span class="15" style="mso-spacerun:'yes';
        font-family:宋体">一、总体情况</span></b><b><span class="15"><o:p></o:p></span></b></p>
        <div align=center><table class=MsoTableGrid><tr><td width=100><p class=MsoNormal><span
        style="mso-spacerun:'yes'"><font face="宋体" >行政许可</font></span><span><o:p></o:p></span></p></td>
        <td><p class=MsoNormal><span><font face="Calibri" >12</font></span></p></td></tr></table></div>
        <!--EndFragment--></body></html>"""
    assert dump(page) == ["paragraph: 一、总体情况", "table: 1 x 2", "  0: 行政许可 | 12"]


def test_xhtml() -> None:
    page = """<?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>报告</title><script src="a.js"/>
        <style type="text/css">/*<![CDATA[*/ .hide { display: none; } /*]]>*/</style></head>
        <body><div class="hide"/><p class="hide">暗</p><p><![CDATA[制作 < 3]]></p><br/>
        <table><tr><td>规章</td><td/><td>3</td></tr></table></body></html>"""
    assert dump(page) == ["paragraph: 制作 < 3", "table: 1 x 3", "  0: 规章 |  | 3"]


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>年度报告</title></head><body>
    <h2>甲市乙局<br>年度报告</h2><p>　　收到<span>申请</span>&nbsp;3&nbsp;件。</p>
    <table border=1><tr><td rowspan=2>项目<td colspan=2>数量<tr><td>本年制<br>发件数<td>现行有效
    <tr><td>规章<td>1<td>３</table><ol><li>第一点<li>第二点</ol>
    <div id=late></div><script>
    document.getElementById("late").innerHTML = "<table><tr><td>新收</td><td>7</td></tr></table>"
    </script></body></html>"""

PAGE_READ = [
    "heading: 甲市乙局年度报告",
    "paragraph: 收到申请 3 件。",
    "table: 3 x 3",
    "  0: 项目 <2 rows> | 数量 <2 columns>",
    "  1: 本年制⏎发件数 | 现行有效",
    "  2: 规章 | 1 | ３",
    "paragraph: 1. 第一点",
    "paragraph: 2. 第二点",
]


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_page_saved_by_a_browser(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--dump-dom",
    ]
    saved = subprocess.run(  # noqa: S603
        ["chromium", *options, f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout
    assert dump(saved) == [*PAGE_READ, "table: 1 x 2", "  0: 新收 | 7"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("filters", ["html:HTML (StarWriter)", "xhtml:XHTML Writer File"])
def test_page_exported_by_libreoffice(tmp_path: Path, filters: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    _convert(page, "odt", tmp_path)
    _convert(tmp_path / "page.odt", filters, tmp_path)
    exported = tmp_path / f"page.{filters.partition(':')[0]}"
    # The XHTML filter prints no blank after a list's number.
    assert [line.replace(". 第", ".第") for line in dump(exported.read_bytes())] == [
        line.replace(". 第", ".第") for line in PAGE_READ
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.skipif(not TEMPLATE.exists(), reason="the template is not there")
def test_the_template_exported_by_libreoffice(tmp_path: Path) -> None:
    _convert(TEMPLATE, "html:HTML (StarWriter)", tmp_path)
    document = read((tmp_path / TEMPLATE.name).with_suffix(".html").read_bytes())
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [(table.n_rows, table.n_columns) for table in tables] == [(14, 4), (28, 10), (4, 15)]
    blank = [sum(not cell.text for cell in table.cells) for table in tables]
    # Six of 规章 and 行政规范性文件, and four of one; 25 rows of seven; one row of fifteen.
    assert blank == [10, 175, 15]


def _convert(source: Path, filters: str, folder: Path) -> None:
    subprocess.run(  # noqa: S603
        [
            *("soffice", "--headless", f"-env:UserInstallation={(folder / 'lo').as_uri()}"),
            *("--convert-to", filters, "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
