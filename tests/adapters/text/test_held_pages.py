"""A page that a site's interface hands on as a string of JSON is read as a page, with its title."""

from __future__ import annotations

import json
from html import escape

import pytest

import govinfo
from govinfo.blocks import Heading, Paragraph, Table

PAGE = "<h1>甲</h1><p>乙</p><table><tr><td>规章</td><td>3</td></tr></table>"


@pytest.mark.parametrize("page", [PAGE, escape(PAGE), escape(PAGE, quote=False)])
@pytest.mark.parametrize("as_ascii", [True, False])
def test_a_page_in_an_answer(page: str, as_ascii: bool) -> None:
    answer = {"code": 200, "data": {"docTitle": "丙", "content": page, "size": len(page)}}
    document = govinfo.read(json.dumps(answer, ensure_ascii=as_ascii).encode())
    assert list(map(type, document.blocks)) == [Heading, Paragraph, Table]
    assert "丙" in document.metadata.values()


def test_of_several_pages_none_is_taken_for_the_one_that_is_meant() -> None:
    answer = [{"title": "丙", "content": PAGE}, {"title": "丁", "content": PAGE.replace("3", "4")}]
    document = govinfo.read(json.dumps(answer, ensure_ascii=False).encode())
    assert "丙" not in document.metadata.values()


def test_what_nests_too_deeply_is_text() -> None:
    assert govinfo.read(b"[" * 100_000).blocks
