"""The same report from several producers: by hand, python-docx, and LibreOffice both ways."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_BREAK

from wordml import (
    CONTINUE,
    RESTART,
    cell,
    level,
    numbered,
    one_list,
    par,
    parts,
    read,
    row,
    run,
    span,
    table,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent / "data"

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)
BARE = '<w:suff w:val="nothing"/>'
LISTS = one_list(
    level(0, "chineseCounting", "%1、", BARE),
    level(1, "chineseCounting", "（%2）", BARE),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
    level(4, "ideographTraditional", "%5、"),
    level(5, "chineseCountingThousand", "第%6条"),
)
WHEN = 'w:author="a" w:date="2024-01-01T00:00:00Z"'


def _report() -> bytes:
    heading = '<w:pStyle w:val="1"/>' + numbered(0)
    deleted = f'<w:del w:id="1" {WHEN}><w:r><w:delText>旧</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" {WHEN}>{run("新")}</w:ins>'
    items = "".join(
        par(f"事项{index}", properties=numbered(depth))
        for index, depth in enumerate((1, 1, 2, 3, 3, 4, 5, 5, 1, 2))
    )
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>"
    rows = table(
        row(cell("信息内容", properties=RESTART), cell("申请人情况", properties=span(2))),
        row(cell(properties=CONTINUE), "自然人", "企业"),
        row(
            cell(par("国家秘密", properties=numbered(2))),
            "3",
            cell(par("4", "<w:r><w:br/></w:r>", "注")),
        ),
        row("附", cell("表", table(row("内", "9")), ""), "5"),
    ).replace("<w:tblGrid/>", grid, 1)
    body = (
        par("总体情况", properties=heading)
        + par("正文", deleted, inserted, run("隐", "<w:vanish/>"))
        + items
        + par("主动公开", properties=heading)
        + rows
        + par("后记")
    )
    return zipped(parts(body, styles=STYLES, numbering=LISTS))


REPORT = [
    "heading: 一、总体情况",
    "paragraph: 正文新",
    "paragraph: （一）事项0",
    "paragraph: （二）事项1",
    "paragraph: 1. 事项2",
    "paragraph: ① 事项3",
    "paragraph: ② 事项4",
    "paragraph: 甲、 事项5",
    "paragraph: 第一条 事项6",
    "paragraph: 第二条 事项7",
    "paragraph: （三）事项8",
    "paragraph: 1. 事项9",
    "heading: 二、主动公开",
    "table: 4 x 3",
    "  0: 信息内容 <2 rows> | 申请人情况 <2 columns>",
    "  1: 自然人 | 企业",
    "  2: 1. 国家秘密 | 3 | 4⏎注",
    "  3: 附 | 表 | 5",
    "table: 1 x 2",
    "  0: 内 | 9",
    "paragraph: 后记",
]

PAGE = """<html><head><meta charset="utf-8"></head><body>
<h1>某某局年度报告</h1><h2>一、总体情况</h2><p>正文<br>第二行 &amp; 其他</p>
<ol><li>甲<li>乙</ol>
<table border=1><tr><th rowspan=2>信息内容<th colspan=2>申请人情况
<tr><td>自然人<td>企业<tr><td>规章<td>1<td>２</table>
<table><tr><td><p>外层</p><table border=1><tr><td>内<td>3</table></td></tr></table><p>尾</p>
</body></html>"""
FROM_PAGE = [
    "heading: 某某局年度报告",
    "heading: 一、总体情况",
    "paragraph: 正文⏎第二行 & 其他",
    "paragraph: 1. 甲",
    "paragraph: 2. 乙",
    "table: 3 x 3",
    "  0: 信息内容 <2 rows> | 申请人情况 <2 columns>",
    "  1: 自然人 | 企业",
    "  2: 规章 | 1 | ２",
    "paragraph: 外层",
    "table: 1 x 2",
    "  0: 内 | 3",
    "paragraph: 尾",
]


def _body(data: bytes) -> list[str]:
    lines = read(data).dump().splitlines()
    return [line for line in lines if not line.startswith("metadata")]


def test_written_by_hand() -> None:
    assert _body(_report()) == REPORT


def test_written_by_libreoffice_from_a_word_file() -> None:
    assert _body((DATA / "libreoffice-from-odt.docx").read_bytes()) == REPORT


def test_written_by_libreoffice_from_a_page() -> None:
    assert _body((DATA / "libreoffice-from-html.docx").read_bytes()) == FROM_PAGE


def test_written_by_python_docx() -> None:
    opened = docx.Document()
    opened.add_heading("一、总体情况", 1)
    paragraph = opened.add_paragraph("受理")
    paragraph.add_run("12").bold = True
    paragraph.add_run("件").add_break(WD_BREAK.LINE)
    paragraph.add_run("办结")
    opened.add_paragraph("予以公开", style="List Number")
    opened.add_paragraph("部分公开", style="List Number")
    made = opened.add_table(2, 3, style="Table Grid")
    made.cell(0, 0).merge(made.cell(1, 0)).text = "规章"
    made.cell(0, 1).merge(made.cell(0, 2)).text = "件数"
    made.cell(1, 1).text, made.cell(1, 2).text = "1", "2"
    made.cell(1, 2).add_table(1, 2).cell(0, 1).text = "内"
    opened.sections[0].header.paragraphs[0].text = "页眉"
    buffer = io.BytesIO()
    opened.save(buffer)
    assert _body(buffer.getvalue()) == [
        "heading: 一、总体情况",
        "paragraph: 受理12件⏎办结",
        "paragraph: 1. 予以公开",
        "paragraph: 2. 部分公开",
        "table: 2 x 3",
        "  0: 规章 <2 rows> | 件数 <2 columns>",
        "  1: 1 | 2",
        "table: 1 x 2",
        "  0:  | 内",
    ]


@pytest.fixture
def convert(tmp_path: Path) -> Callable[[str, bytes, str], bytes]:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def converted(name: str, data: bytes, to: str) -> bytes:
        source = tmp_path / name
        source.write_bytes(data)
        reader = ["--infilter=HTML (StarWriter)"] if name.endswith(".html") else []
        command = [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            *reader,
            *("--convert-to", to, "--outdir", str(tmp_path / "out"), str(source)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
        return (tmp_path / "out" / f"{source.stem}.{to}").read_bytes()

    return converted


def test_through_libreoffice_and_back(convert: Callable[[str, bytes, str], bytes]) -> None:
    odt = convert("report.docx", _report(), "odt")
    assert _body(convert("report.odt", odt, "docx")) == REPORT


def test_through_libreoffice_from_a_page(convert: Callable[[str, bytes, str], bytes]) -> None:
    assert _body(convert("page.html", PAGE.encode(), "docx")) == FROM_PAGE


if __name__ == "__main__":
    # What `data/README.md` says how to convert.
    Path("report.docx").write_bytes(_report())
    Path("page.html").write_text(PAGE, encoding="utf-8")
