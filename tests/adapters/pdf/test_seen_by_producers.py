"""The same kinds as programs print them: a cell's markup, and what stands in it for a reader."""

from __future__ import annotations

import base64
import io
import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from adapters.pdf import producers
from adapters.pdf.drawing import ENGINES, read, tables
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from govinfo.blocks import Table

OTHERS = ["3", "4", "20"]


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def over(text: str, style: str) -> str:
    inner = f'<div style="position:absolute;left:0;top:0;{style}">{text}</div>'
    return f'<div style="position:relative">34{inner}</div>'


HTML = {
    "<s>15</s> 12": "12",
    "<del>15</del><ins>12</ins>": "12",
    "<s>15</s>": PICTURE,
    "<del>1</del>": PICTURE,
    "<small style='font-size:1px'>7</small>12": "12",
    "<bdo dir=rtl>21</bdo>": "12",
    "12<sup>1</sup>": "12[1]",
    '12<span style="position:relative;top:-4px;font-size:60%">1</span>': "12[1]",
    '<span style="color:#fff">7</span>12': "12",
    '<span style="opacity:0">7</span>12': "12",
    '<span style="visibility:hidden">7</span>12': "12",
    '<div style="width:1.1em;overflow:hidden;direction:rtl">712</div>': "12",
    over("12", "background:#fff;width:3em"): "12",
    over("12", ""): PICTURE,
    '<svg width="20" height="12"><path d="M1 1 L8 1 L4 11 L3 11 L6 2 L1 2 Z"/></svg>': PICTURE,
    f'<img width=14 src="data:image/png;base64,{base64.b64encode(picture()).decode()}">': PICTURE,
    '<span style="letter-spacing:3px">1286</span>': "1 2 8 6",
    '<span>12</span><span style="padding-left:12px">5</span>': "12  5",
    "<small>12</small>": "12",
    "<u>12</u>": "12",
    "<i>12</i>": "12",
    '<span style="display:inline-block;transform:scaleX(-1)">12</span>': PICTURE,
    '<span style="display:inline-block;transform:rotate(180deg)">69</span>': PICTURE,
    '<span style="display:inline-block;transform:rotate(12deg)">12</span>': PICTURE,
    '<span style="display:inline-block;rotate:.1turn">12</span>': PICTURE,
    '<span style="display:inline-block;clip-path:inset(0 100% 0 0)">7</span>12': "12",
    '<div style="width:1.1em;overflow:hidden;white-space:nowrap">1286</div>': "12",
    over("12", "background:#fff;width:3em").replace("34", "15"): "12",
    over("12", "background:#fff;width:3em").replace("34", "12"): "12",
    '<span style="color:#bbb">12</span>': "12",
    '12<div style="position:absolute;left:9px;color:#ddd">2023 内部资料 2023 内部资料</div>': "12",
}
"""A cell's markup, and its text as it should be read; only a part of it where it can't be told."""

WORD = {
    "struck": ([("15", {"strike": True}), ("12", {})], "12"),
    "struck alone": ([("15", {"strike": True})], PICTURE),
    "a digit struck alone": ([("1", {"strike": True})], PICTURE),
    "struck twice": ([("15", {"double_strike": True}), ("12", {})], "12"),
    "raised": ([("12", {}), ("1", {"superscript": True})], "12[1]"),
    "lowered": ([("12", {}), ("1", {"subscript": True})], "12[1]"),
    "hidden": ([("7", {"hidden": True}), ("12", {})], "12"),
    "white": ([("7", {"white": True}), ("12", {})], "12"),
    "a picture": ([("", {"picture": True})], PICTURE),
    "a picture beside a figure": ([("1", {}), ("", {"picture": True})], PICTURE),
    "underlined": ([("12", {"underline": True})], "12"),
    "in italics": ([("12", {"italic": True})], "12"),
    "bold": ([("12", {"bold": True})], "12"),
}


def page() -> str:
    font = '"Noto Serif CJK SC", "WenQuanYi Zen Hei"'
    style = (
        f"body {{ font: 9pt {font} }} td {{ border: .5pt solid; padding: 2pt; width: 20% }}"
        "table { border-collapse: collapse; width: 90%; margin-bottom: 6px }"
    )
    drawn = [
        f"<table><tr><td>甲<td>乙<td>丙<td>丁<tr><td>{cell}<td>3<td>4<td>20</table><p>段落"
        for cell in HTML
    ]
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(drawn)}"


def document() -> bytes:
    import docx  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.name = "Noto Serif CJK SC"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    for pieces, _ in WORD.values():
        table = made.add_table(2, 4)
        table.style = "Table Grid"
        for cell, text in zip(table._cells, ["甲", "乙", "丙", "丁", "", *OTHERS], strict=True):  # noqa: SLF001
            cell.paragraphs[0].add_run(text).font.size = Pt(9)
        for text, looks in pieces:
            run = table.cell(1, 0).paragraphs[0].add_run(text)
            run.font.size = Pt(9)
            for look in looks:
                if look == "picture":
                    run.add_picture(io.BytesIO(picture()), width=Cm(0.5))
                elif look == "white":
                    run.font.color.rgb = RGBColor(255, 255, 255)
                else:
                    setattr(run.font, look, True)
        made.add_paragraph("段落")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def check(table: Table, text: str) -> None:
    cell, *others = [cell.text for cell in table.cells][4:]
    assert others == OTHERS
    assert cell == text if text != PICTURE else PICTURE in cell


@pytest.mark.skipif(not producers.has_chinese_font(), reason="no Chinese font")
@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium")
@pytest.mark.parametrize("engine", ENGINES)
def test_a_browsers_cells_say_what_it_shows(engine: str) -> None:
    for table, text in zip(
        tables(read(producers.chromium(page()), engine)), HTML.values(), strict=True
    ):
        check(table, text)


@pytest.mark.skipif(not producers.has_chinese_font(), reason="no Chinese font")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
@pytest.mark.parametrize("engine", ENGINES)
def test_a_word_processors_cells_say_what_it_shows(engine: str) -> None:
    data = producers.soffice({"a.docx": document()})["a.docx"]
    for table, (_, text) in zip(tables(read(data, engine)), WORD.values(), strict=True):
        check(table, text)
