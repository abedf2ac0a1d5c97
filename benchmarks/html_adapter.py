"""How long a web page takes, as a multiple of lxml's parse of the same bytes in the same run.

Run it as `python benchmarks/html_adapter.py`. The page is of the size and the verbosity that
content management systems make of a report pasted from a word processor: a menu, metadata, ten
screens of prose, and the tables with a style on each cell, paragraph and span.
"""

from __future__ import annotations

import importlib
import importlib.util
from io import BytesIO
from time import perf_counter
from typing import TYPE_CHECKING

import lxml.html
from bs4 import BeautifulSoup

from govinfo.adapters.html import HtmlAdapter
from govinfo.adapters.html._budget import Budget
from govinfo.adapters.html._encoding import to_utf8
from govinfo.adapters.html._flow import Flow
from govinfo.adapters.html._read import _parse
from govinfo.adapters.html._visible import prune
from govinfo.source import Limits, Source

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 200
SLOW_ROUNDS = 10

MENU = ("机构概况", "政策文件", "法定主动公开内容", "政府信息公开年报", "依申请公开", "互动交流")
PROSE = (
    "本机关严格执行条例规定，坚持以公开为常态、不公开为例外，及时准确公开各类信息，"
    "健全工作机制，完善平台建设，全年通过门户网站发布各类信息一百二十三条。"
)
OUTCOMES = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
    "（七）总计",
    "四、结转下年度继续办理",
)


def page() -> bytes:
    """A page of some 70 KB."""
    return "".join(
        (
            '<!DOCTYPE html><html><head><meta charset="utf-8">',
            "<title>甲市乙局2023年政府信息公开工作年度报告</title>",
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
            *(_paragraphs(heading) for heading in ("一、总体情况", "二、主动公开政府信息情况")),
            _table([["规章", "0", "0", "3"], ["行政规范性文件", "2", "1", "15"]]),
            _paragraphs("三、收到和处理政府信息公开申请情况"),
            _table([[label, *"3120006"] for label in OUTCOMES]),
            _paragraphs("四、政府信息公开行政复议、行政诉讼情况"),
            _table([list("100012000100000")]),
            *(_paragraphs(heading) for heading in ("五、存在的主要问题", "六、其他需要报告的事项")),
            "</div></div><div class='footer'>主办单位：甲市乙局</div></body></html>",
        ),
    ).encode()


def _paragraphs(heading: str) -> str:
    style = "text-indent:2em;line-height:1.75em;"
    font = "font-family:仿宋_GB2312;font-size:21px;"
    return "".join(
        f'<p style="{style}"><span style="{font}">{text}</span></p>\n'
        for text in (heading, *(PROSE for _ in range(9)))
    )


def _table(rows: list[list[str]]) -> str:
    cell = "border:1px solid #000;padding:0 7px;"
    line = "text-align:center;line-height:150%;"
    font = "font-family:仿宋_GB2312;font-size:14px;"
    return "".join(
        (
            '<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody>',
            *(
                "".join(
                    (
                        "<tr>",
                        *(
                            f'<td style="{cell}"><p style="{line}"><span style="{font}">{text}'
                            "</span></p></td>"
                            for text in row
                        ),
                        "</tr>",
                    ),
                )
                for row in rows
            ),
            "</tbody></table>",
        ),
    )


def seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several runs."""
    best = float("inf")
    for _ in range(rounds):
        start = perf_counter()
        run()
        best = min(best, perf_counter() - start)
    return best


def steps(data: bytes) -> dict[str, Callable[[], object]]:
    """Each step of the adapter together with those before it."""

    def pruned() -> object:
        root = _parse(data)
        prune(root, data)
        return root

    def walked() -> object:
        root = _parse(data)
        prune(root, data)
        Flow(Budget(Limits())).read(root, 1)
        return root

    adapter = HtmlAdapter()
    source = Source(data)
    return {
        "encoding": lambda: to_utf8(data),
        "parse": lambda: _parse(data),
        "parse, prune": pruned,
        "parse, prune, walk": walked,
        "HtmlAdapter.read": lambda: adapter.read(source, Limits()),
    }


def others(data: bytes) -> dict[str, Callable[[], object]]:
    """What else one could read the page with, where it is installed."""
    found: dict[str, Callable[[], object]] = {
        "BeautifulSoup(…, 'lxml')": lambda: BeautifulSoup(data, "lxml"),
    }
    if importlib.util.find_spec("pandas"):
        pandas = importlib.import_module("pandas")
        found["pandas.read_html"] = lambda: pandas.read_html(BytesIO(data), flavor="lxml")
    if importlib.util.find_spec("markitdown"):
        converter = importlib.import_module("markitdown").MarkItDown()
        found["MarkItDown"] = lambda: converter.convert_stream(BytesIO(data))
    return found


def main() -> None:
    """Print every step's time as a multiple of `lxml.html.fromstring`."""
    data = page()
    parse = seconds(lambda: lxml.html.fromstring(data))
    print(f"page: {len(data) / 1024:.0f} KB; lxml.html.fromstring: {parse * 1000:.2f} ms = 1")
    for name, run in steps(data).items():
        print(f"{name:28}{seconds(run) / parse:8.2f}")
    for name, run in others(data).items():
        print(f"{name:28}{seconds(run, SLOW_ROUNDS) / parse:8.2f}")


if __name__ == "__main__":
    main()
