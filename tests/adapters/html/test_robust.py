"""Whatever the bytes, only the library's errors leave the adapter."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.html.pages import dump
from govinfo.adapters.html import HtmlAdapter
from govinfo.blocks import Document, Table
from govinfo.errors import CorruptDocument, GovInfoError, LimitExceeded
from govinfo.source import Limits, Source

PIECES = (
    "<style>.a{opacity:0} i::before{content:'1'} p i{color:#fff} *{top:-3px}</style>",
    *("<i class=a>", "<i style='color:#fff'>", "<a class=a href=#x>", "<b style='font-size:0'>"),
    *("<td style='visibility:hidden'>", "<p style='display:flex;gap:1px'>", "</i>", "</b>"),
    *("<select>", "<option selected>", "</select>", "<button>", "<input value=1>", "<img>"),
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=2>", "<td rowspan=0>"),
    *(
        "<td colspan=1000 rowspan=9>",
        "<tbody>",
        "<thead>",
        "<tfoot>",
        "<caption>",
        "<col>",
        "<form>",
    ),
    *(
        "<p>",
        "</p>",
        "<div hidden>",
        "<div style='display:table-cell'>",
        "<div role=row>",
        "</div>",
    ),
    *(
        "<a href=x>",
        "</a>",
        "<br>",
        "<h1>",
        "</h1>",
        "<ol start=99999999999>",
        "<li value=x>",
        "<pre>",
    ),
    *(
        "<sup>",
        "<nav>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<![CDATA[",
        "<?x",
        "<xml>",
        "<body>",
    ),
    *(
        "<style>.a{display:none",
        "</style>",
        "<span class=a>",
        "&#0;",
        "&#xfdd0;",
        "\ufdd1",
        "甲",
        "1",
    ),
    *(
        "<html hidden>",
        "<body style='display:none'>",
        "<meta name=a content=b>",
        "<title>",
        "索引号：",
    ),
)


def read(data: bytes) -> Document | None:
    with contextlib.suppress(GovInfoError):
        return HtmlAdapter().read(Source(data), Limits(cells=2_000, blocks=500, depth=60))
    return None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_markup(pieces: list[str]) -> None:
    document = read("".join(pieces).encode())
    for block in document.blocks if document else ():
        if isinstance(block, Table):
            slots = [
                (row, column)
                for cell in block.cells
                for row in range(cell.row, cell.row + cell.rowspan)
                for column in range(cell.column, cell.column + cell.colspan)
            ]
            assert len(slots) == len(set(slots))
            places = [(cell.row, cell.column) for cell in block.cells]
            assert places == sorted(places)
        else:
            assert block.text.strip()


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<p>", b"\xff\xfe", b"<?xml?>", b"<tr>"]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    HtmlAdapter().sniff(start + data)
    read(start + data)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_mhtml(data: bytes) -> None:
    read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n" + data)


def test_depth_beyond_what_python_can_follow() -> None:
    page = Source(b"<div>" * 2_000 + "深".encode())
    with contextlib.suppress(LimitExceeded):
        HtmlAdapter().read(page, Limits(depth=10**9))


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<td>",
            "<a href=x>",
            "<table>",
            "<!--",
            "<p style='display:none'>",
            "<b hidden></b>x",
            "<script></script>x",
        ),
        *(
            "<b></b>x",
            "<p><b>x",
            "<font>",
            "<ol><li>",
            "<ul><li>x</ul>",
            "<p>x<table><tr><td>1<td>2</table>",
        ),
        *("<?xml?><a<a ", "<style>/*", "<style>@media{", "<![CDATA[", "\n", "：", "甲<br>"),
        *("<style>.a{display:none}</style><p class=a>x", "<td colspan=1000000 rowspan=65534>"),
        *("<div class=a hidden><table></table></div>", "<li class=a><div class=a hidden>x</div>"),
        *("<i style='color:#fff'>7</i>", "<i style='color:#fff'>", "1<sup>2</sup>"),
        *("<b style='visibility:hidden'>", "<td><img>", "<select><option>1</select>"),
        *("<textarea><table>", "<iframe srcdoc='<p>x'></iframe>", "<template><table>"),
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert_linear(lambda size: unit * size)


@pytest.mark.parametrize(
    "rule",
    [
        *("p+p{display:none}", ".a .b{display:none}", "*{color:#fff}", "[title]{opacity:0}"),
        *("p:not(.a){color:#fff}", ".a::before{content:'1'}", "i{vertical-align:super}"),
    ],
)
def test_time_under_a_rule_is_linear(rule: str) -> None:
    unit = "<p class=a title=x>1<i class=b>2</i></p>"
    assert_linear(lambda size: f"<style>{rule}</style>{unit * (size // 10)}")


def test_many_hiding_classes_take_linear_time() -> None:
    assert_linear(lambda size: hiding_classes(size // 4))
    assert len(dump(hiding_classes(500))) == 251


def hiding_classes(size: int) -> str:
    css = "".join(f".c{number}{{display:none}}" for number in range(size))
    body = "".join(f"<p class=c{number}>x</p>" for number in range(0, 2 * size, 2))
    return f"<style>{css}</style>{body}<p>明</p>"


def assert_linear(page: Callable[[int], str]) -> None:
    """Four times as much takes far less than sixteen times as long, on any machine.

    What else the machine does only adds to it: where it seems more, it is tried again.
    """
    tries = ([taken(page(size)) for size in (5_000, 20_000)] for _ in range(3))
    assert any(most < 10 * max(least, 0.05) for least, most in tries)


def taken(page: str) -> float:
    """Seconds that a page takes, without those of looking through what other tests left behind."""
    gc.disable()
    try:
        start = time.process_time()
        with contextlib.suppress(GovInfoError):
            HtmlAdapter().read(Source(page.encode()), Limits())
        return time.process_time() - start
    finally:
        gc.enable()


def test_threads() -> None:
    page = "<table><tr><td colspan=2>甲</tr><tr><td>1</td><td hidden>2</td><td>3</tr></table>"
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(dump, [page] * 100))
    assert results == [["table: 2 x 2", "  0: 甲 <2 columns>", "  1: 1 | 3"]] * 100


@pytest.mark.parametrize(
    "mark", [b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_file_of_another_format_is_no_page(mark: bytes) -> None:
    with pytest.raises(CorruptDocument, match="these bytes are a"):
        HtmlAdapter().read(Source(mark + b"<p>x</p>"), Limits())


def test_control_characters_are_no_page() -> None:
    with pytest.raises(CorruptDocument, match="control characters"):
        HtmlAdapter().read(Source(bytes(range(1, 128)) * 4), Limits())


def test_a_page_cut_amid_a_character_or_an_end_tag() -> None:
    page = "<table><tr><td>甲</td><td>乙丙</td></tr></table>".encode()
    for end in range(page.index("乙".encode()) + 3, len(page)):
        assert dump(page[:end])[:2] == ["table: 1 x 2", f"  0: 甲 | {_whole(page[:end])}"]


def _whole(page: bytes) -> str:
    return "乙丙" if "丙".encode() in page else "乙"
