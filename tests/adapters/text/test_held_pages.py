"""A page that a site's interface hands on as a string of JSON is read as a page, with its title."""

from __future__ import annotations

import json
from datetime import date
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


@pytest.mark.parametrize(
    ("name", "said", "read"),
    [
        ("publishTime", "2024-01-20 09:30:00", date(2024, 1, 20)),
        ("pub_date", "2024/1/20", date(2024, 1, 20)),
        ("发布日期", "2024年1月20日", date(2024, 1, 20)),
        ("createTime", "2024-01-20", None),
        ("published", "是", None),
    ],
)
def test_the_date_beside_a_page(name: str, said: str, read: date | None) -> None:
    page = (
        "<p>青溪县水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>"
        "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
        "<tr><td>规章<td>3<td>0<td>3</table>"
    )
    answer = {"data": {name: said, "content": page}}
    report = govinfo.parse(json.dumps(answer, ensure_ascii=False).encode())
    assert report.published == read


def test_of_several_pages_none_is_taken_for_the_one_that_is_meant() -> None:
    answer = [{"title": "丙", "content": PAGE}, {"title": "丁", "content": PAGE.replace("3", "4")}]
    document = govinfo.read(json.dumps(answer, ensure_ascii=False).encode())
    assert "丙" not in document.metadata.values()


def test_what_nests_too_deeply_is_text() -> None:
    assert govinfo.read(b"[" * 100_000).blocks
