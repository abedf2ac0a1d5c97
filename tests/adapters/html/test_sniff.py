"""The adapter claims pages and fragments, and nothing else."""

from __future__ import annotations

import pytest

from govinfo.adapters.base import Adapter
from govinfo.adapters.html import HtmlAdapter


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE html><html>",
        b"\r\n\r\n  <HTML lang=zh>",
        b"\xef\xbb\xbf<html>",
        "\ufeff<html>".encode("utf-16-le"),
        "<html><p>".encode("utf-16-be"),
        b'<?xml version="1.0" encoding="gbk"?>\n<!DOCTYPE html PUBLIC "">',
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        b"<!-- saved from --><!--[if IE]><![endif]-->\n<html>",
        b"<table border=1><tr>",
        b"<p>text",
        b"<tr><td>1</td></tr>",
        b"<div\nclass=a>",
        b"<h1>title</h1>",
        b"ok\n<!doctype html>",
        b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>',
        b'<feed xmlns="http://www.w3.org/2005/Atom">',
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x',
        b"From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\nContent-Type: multipart/related;\r\n",
    ],
)
def test_pages(head: bytes) -> None:
    assert HtmlAdapter().sniff(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        "某局年度报告\n\n一、总体情况<br>本年度…".encode(),
        b"# Title\n\n<table><tr><td>1</td></tr></table>",
        b"| a | b |\n|---|---|\n| 1<br>2 | 3 |",
        b"<br>text",
        b"<!-- page 1 -->\n# Title\n",
        b"<https://example.org> is a link",
        b"<project>not a page</project>",
        b'<?xml version="1.0"?><w:document>',
        b"PK\x03\x04<html>"[:4],
        b"%PDF-1.7\n",
        b"From: a\r\nContent-Type: text/plain\r\n\r\n",
        b"a < b > c",
    ],
)
def test_others(head: bytes) -> None:
    assert not HtmlAdapter().sniff(head)


def test_it_is_an_adapter() -> None:
    assert isinstance(HtmlAdapter(), Adapter)
