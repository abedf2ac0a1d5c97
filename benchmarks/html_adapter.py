"""How long a web page takes, as a multiple of `lxml.html.fromstring` on the same bytes.

Run it as `python benchmarks/html_adapter.py`. The pages are of the size and the verbosity that
content management systems make of a report pasted from a word processor: a menu, metadata, prose,
and the tables with a style on each cell, paragraph and span; other figures in each. The process is
warm, the bytes are new each time, the ways take turns; other readers come after.
"""

from __future__ import annotations

import argparse
import importlib
from io import BytesIO

import lxml.html
from bs4 import BeautifulSoup
from lxml.etree import _Element
from sample import AGAIN, Way, blocks, in_turns, installed, print_first, print_ratios

import govinfo
from govinfo.adapters.budget import Budget
from govinfo.adapters.html import HtmlAdapter
from govinfo.adapters.html._rendered_text import RenderedText
from govinfo.adapters.html._tree import parse
from govinfo.adapters.html._visible import prune
from govinfo.blocks import Cell, Heading, Paragraph, Table
from govinfo.source import Limits, Source

MENU = ("机构概况", "政策文件", "法定主动公开内容", "政府信息公开年报", "依申请公开", "互动交流")


def page(seed: int, form: int = 0) -> bytes:
    """A page of some 70 KB."""
    return "".join(
        (
            '<!DOCTYPE html><html><head><meta charset="utf-8">',
            "<title>云岭市水务局2023年政府信息公开工作年度报告</title>",
            '<meta name="PubDate" content="2024-01-20 09:30">',
            "<style>.hide{display:none}.nav li{float:left}</style>",
            "<script>var open = false; function toggle() { open = !open; }</script></head><body>",
            '<div class="nav"><ul>',
            *(
                f'<li class="item"><a href="/xxgk/lm{number}/" target="_blank">{name}</a></li>'
                for number, name in enumerate(MENU * 12)
            ),
            '</ul></div><div class="hide"><p>正在加载</p></div><div class="main">',
            '<table class="meta"><tr><td>索引号：</td><td>000000000/2024-00001</td>',
            "<td>发布日期：</td><td>2024-01-20</td></tr></table><div class='content'>",
            *_content(seed, form),
            "</div></div><div class='footer'>主办单位：云岭市水务局</div></body></html>",
        ),
    ).encode()


def _content(seed: int, form: int) -> list[str]:
    style = "text-indent:2em;line-height:1.75em;"
    font = "font-family:仿宋_GB2312;font-size:21px;"
    content = []
    for block in blocks(seed, 12, form):
        if isinstance(block, Table):
            content.append(_table(block))
        elif isinstance(block, (Heading, Paragraph)):
            content.append(f'<p style="{style}"><span style="{font}">{block.text}</span></p>\n')
    return content


def _table(table: Table) -> str:
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    begin = '<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody>'
    return f"{begin}{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    style = "border:1px solid #000;padding:0 7px;"
    line = "text-align:center;line-height:150%;"
    font = "font-family:仿宋_GB2312;font-size:14px;"
    spans = (("rowspan", cell.rowspan), ("colspan", cell.colspan))
    shown = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
    text = f'<p style="{line}"><span style="{font}">{cell.text}</span></p>'
    return f'<td{shown} style="{style}">{text}</td>'


def pruned(data: bytes) -> _Element:
    """The tree without what a reader of the page does not see."""
    root = parse(data)
    prune(root, {})
    return root


def walked(data: bytes) -> object:
    """The lines and tables of the page."""
    flow = RenderedText(Budget(Limits()))
    flow.read(pruned(data), 1)
    return flow.items


def read(data: bytes) -> object:
    """What the adapter does: every cell in its place."""
    return HtmlAdapter().read(Source(data), Limits())


def soup(data: bytes) -> object:
    """beautifulsoup4 on the same parser."""
    return BeautifulSoup(data, "lxml")


def pandas(data: bytes) -> object:
    """Every table as a data frame."""
    return importlib.import_module("pandas").read_html(BytesIO(data), flavor="lxml")


def markitdown(data: bytes) -> object:
    """Microsoft's converter to Markdown."""
    converter = importlib.import_module("markitdown").MarkItDown()
    return converter.convert_stream(BytesIO(data), file_extension=".html")


def kreuzberg(data: bytes) -> object:
    """A converter of many formats, its core in Rust."""
    return importlib.import_module("kreuzberg").extract_bytes_sync(data, "text/html")


OURS: dict[str, Way] = {
    "lxml.html.fromstring": lxml.html.fromstring,
    "govinfo: parse": parse,
    "govinfo: ..., prune": pruned,
    "govinfo: ..., walk": walked,
    "govinfo: blocks": read,
    "govinfo: Report": govinfo.parse,
}
OTHERS = {
    "BeautifulSoup(..., 'lxml')": ("bs4", soup),
    "pandas.read_html": ("pandas", pandas),
    "MarkItDown": ("markitdown", markitdown),
    "Kreuzberg": ("kreuzberg", kreuzberg),
}


def main() -> None:
    """Print one line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    rounds = parser.parse_args().rounds
    pages = [page(seed) for seed in range(rounds)]
    print(f"page: {len(pages[0]) / 1024:.0f} KB, {rounds} pages, process warm; {AGAIN}:")
    taken = in_turns(OURS, pages)
    for name, way in installed(OTHERS).items():
        taken |= in_turns({name: way}, pages[: max(1, rounds // 10)])
    print_ratios(taken, next(iter(OURS)))
    first = [page(seed, form=seed + 1) for seed in range(rounds)]
    print_first({name: OURS[name] for name in (next(iter(OURS)), "govinfo: Report")}, first, pages)


if __name__ == "__main__":
    main()
