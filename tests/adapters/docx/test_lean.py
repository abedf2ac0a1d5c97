"""What only says how text looks is taken out before the parse, and nothing that is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx import _package
from govinfo.adapters.docx._lean import _LOOKS, lean
from wordml import W, cell, document, numbered, par, parts, read, row, run, table, zipped

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "docx").glob("*.docx"))
LOOKS = (
    '<w:rFonts w:ascii="宋体" w:hint="eastAsia"/><w:b w:val="0"/><w:color w:val="000000"/>'
    '<w:sz w:val="20"/><w:szCs w:val="21"/><w:lang w:eastAsia="zh-CN"/>'
)
BODY = (
    par("一、总体情况", properties='<w:spacing w:line="240"/><w:outlineLvl w:val="0"/>')
    + par(run("隐", LOOKS + "<w:vanish/>"), run("见", LOOKS), properties=numbered())
    + table(row(cell("规章", properties='<w:vAlign w:val="center"/><w:gridSpan w:val="2"/>'), "3"))
)


def names(data: bytes) -> set[str]:
    return {str(element.tag) for element in etree.fromstring(data).iter()}


def test_formatting_goes_and_what_is_read_stays() -> None:
    whole = document(BODY).encode()
    left = lean(whole)
    gone = names(whole) - names(left)
    used = ("b", "color", "lang", "rFonts", "spacing", "sz", "szCs", "tcW", "vAlign")
    assert gone == {f"{{{W}}}{name}" for name in used}


def test_no_element_that_is_read_is_called_formatting() -> None:
    read_names = {
        value.rpartition("}")[2]
        for value in vars(w).values()
        if isinstance(value, str) and "}" in value
    }
    assert not read_names & set(_LOOKS.split())


def test_the_names_of_formatting_are_in_order_so_that_each_letter_is_tried_once() -> None:
    assert _LOOKS.split() == sorted(_LOOKS.split())


@pytest.mark.parametrize(
    "markup",
    [
        document(f"<w:p><w:r><w:t><![CDATA[{LOOKS}]]></w:t></w:r></w:p>"),
        document(f"<!-- {LOOKS} -->{BODY}"),
        document(BODY).replace("w:", "x:"),
        document(BODY).replace("<w:body", '<w:body xmlns:w="urn:other"'),
        f'<?xml version="1.0" encoding="GB18030"?>{document(BODY)}',
        f'<w:document xmlns:w="urn:other"><w:body>{BODY}</w:body></w:document>',
    ],
    ids=["cdata", "comment", "prefix", "declared again", "encoding", "other namespace"],
)
def test_a_part_in_which_it_might_be_text_is_left_alone(markup: str) -> None:
    assert lean(markup.encode()) == markup.encode()


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_file_is_read_as_it_is_with_its_formatting(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    found = read(data)
    monkeypatch.setattr(_package, "lean", lambda part, **_: part)
    assert found == read(data)


def test_text_that_looks_like_formatting_is_read() -> None:
    body = "<w:p><w:r><w:t>a<![CDATA[<w:sz w:val='2'/>]]>b</w:t></w:r></w:p>"
    assert read(zipped(parts(body))).dump() == "paragraph: a<w:sz w:val='2'/>b"


def test_a_sign_in_an_attribute_that_cuts_an_element_short_does_no_harm() -> None:
    body = f'<w:p><w:r><w:rPr><w:rFonts w:ascii="a/>b"/></w:rPr><w:t>文</w:t></w:r></w:p>{BODY}'
    assert read(zipped(parts(body))).dump().splitlines()[:2] == [
        "paragraph: 文",
        "heading: 一、总体情况",
    ]
