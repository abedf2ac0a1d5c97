"""Raised, struck and decorated figures: what a reader takes for the number."""

from __future__ import annotations

import io

import docx
import pytest

import govinfo
from govinfo import Table


def page(cell: str) -> str:
    table = f"<table><tr><td>规章</td><td>{cell}</td></tr></table>"
    data = f"<!DOCTYPE html><html><body>{table}</body></html>"
    return figure(govinfo.read(data.encode(), format="html"))


def figure(document: govinfo.Document) -> str:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table.cells[-1].text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("12<sup>1</sup>", "12[1]"),
        ("12<sub>1</sub>", "12[1]"),
        ('12<span style="vertical-align: super">1</span>', "12[1]"),
        ("<s>13</s>12", "12"),
        ("<strike>13</strike>12", "12"),
        ('<span style="text-decoration: line-through">13</span>12', "12"),
        ('<span style="text-decoration: underline">12</span>', "12"),
    ],
)
def test_in_a_page(cell: str, text: str) -> None:
    assert page(cell) == text


def word(first: str, second: str, **font: bool) -> str:
    """A cell of two runs, of which the second is set in a certain way."""
    document = docx.Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "规章"
    paragraph = table.rows[0].cells[1].paragraphs[0]
    paragraph.add_run(first)
    run = paragraph.add_run(second)
    for name, value in font.items():
        setattr(run.font, name, value)
    saved = io.BytesIO()
    document.save(saved)
    return figure(govinfo.read(saved.getvalue(), format="docx"))


@pytest.mark.parametrize(
    ("font", "text"),
    [
        ({"superscript": True}, "12[1]"),
        ({"subscript": True}, "12[1]"),
        ({"strike": True}, "12"),
        ({"double_strike": True}, "12"),
        ({"strike": False}, "121"),
        ({"bold": True}, "121"),
    ],
)
def test_in_a_word_file(font: dict[str, bool], text: str) -> None:
    assert word("12", "1", **font) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("**4**", "4"),
        ("*4*", "4"),
        ("***4***", "4"),
        ("`4`", "4"),
        ("<b>4</b>", "4"),
        ("<span>4</span>", "4"),
        ("<!-- x -->4", "4"),
        ("4<sup>1</sup>", "4[1]"),
        ("4$^{1}$", "4[1]"),
        ("~~9~~4", "4"),
        ("1\\.属于国家秘密", "1.属于国家秘密"),
        ("4\\*", "4*"),
        ("22*", "22*"),
    ],
)
def test_in_markdown(cell: str, text: str) -> None:
    assert figure(govinfo.read(f"| 规章 | {cell} |\n".encode(), format="text")) == text
