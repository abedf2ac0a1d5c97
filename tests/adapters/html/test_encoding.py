"""The text comes out right, whatever encoding the page declares."""

from __future__ import annotations

import pytest

from adapters.html.pages import dump

SIMPLIFIED = (
    "<p>本机关全年收到政府信息公开申请三件，均在规定的时间内作出了答复，没有收取任何费用。</p>"
    "<table><tr><td>一、本年新收政府信息公开申请数量</td><td>3</td></tr></table>"
)
TRADITIONAL = (
    "<p>本機關全年收到政府資訊公開申請三件，均在規定的時間內作出了答覆，沒有收取任何費用。</p>"
    "<table><tr><td>一、本年新收政府資訊公開申請數量</td><td>3</td></tr></table>"
)


def page(body: str, declared: str) -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    return f"<html><head>{head if declared else ''}</head><body>{body}</body></html>"


def lines(body: str) -> list[str]:
    paragraph, cell = body.removeprefix("<p>").split("</p><table><tr><td>")
    return [
        f"paragraph: {paragraph}",
        "table: 1 x 2",
        f"  0: {cell.replace('</td><td>', ' | ').partition('</td>')[0]}",
    ]


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1", "big5", "gbk", "", "宋体"])
@pytest.mark.parametrize("actual", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_simplified(actual: str, declared: str) -> None:
    assert dump(page(SIMPLIFIED, declared).encode(actual)) == lines(SIMPLIFIED)


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "big5-hkscs", "windows-1252", ""])
@pytest.mark.parametrize("actual", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_traditional(actual: str, declared: str) -> None:
    assert dump(page(TRADITIONAL, declared).encode(actual)) == lines(TRADITIONAL)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(codec: str) -> None:
    assert dump(page(SIMPLIFIED, "utf-8").encode(codec)) == lines(SIMPLIFIED)


def test_characters_beyond_gb2312() -> None:
    assert dump("<meta charset=gb2312><p>喆镕公开在㙓的申请和其他信息".encode("gb18030")) == [
        "paragraph: 喆镕公开在㙓的申请和其他信息"
    ]


def test_one_broken_character_spoils_nothing_else() -> None:
    data = page(SIMPLIFIED, "utf-8").encode().replace("费用".encode(), "费用".encode()[:-1])
    assert dump(data)[2] == lines(SIMPLIFIED)[2]
    data = page(SIMPLIFIED, "gb2312").encode("gb18030").replace("。".encode("gbk"), b"\xff")
    assert dump(data)[2] == lines(SIMPLIFIED)[2]


def test_western_page_is_read_as_declared() -> None:
    assert dump("<meta charset=iso-8859-1><p>Café Zürich".encode("cp1252")) == [
        "paragraph: Café Zürich"
    ]


def test_xml_declaration() -> None:
    data = f'<?xml version="1.0" encoding="GBK"?><html><body>{SIMPLIFIED}</body></html>'
    assert dump(data.encode("gbk")) == lines(SIMPLIFIED)


def test_zero_bytes_are_dropped() -> None:
    assert dump(b"<p>a\x00b</p>" + b"<p>text</p>" * 200)[0] == "paragraph: ab"


def test_entities() -> None:
    assert dump("<p>&#19968;&middot;&ldquo;&lt;&nbsp;3&#8203;") == ["paragraph: 一·“< 3"]
