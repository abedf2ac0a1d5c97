"""Documents in JSON block by block, as engines that recognise pages hand them on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import govinfo
from govinfo.adapters.html import HtmlAdapter
from govinfo.adapters.text import TextAdapter
from govinfo.blocks import Block, Heading, Table
from govinfo.render.html import to_page
from govinfo.render.page import document_of
from govinfo.source import Limits, Source
from govinfo.template.report import Report
from govinfo.testing.compare import differences

REPORT = Report.from_figures(
    {
        **{
            f"proactive.rules.{name}": number
            for number, name in enumerate(("issued", "repealed", "in_force"), 7)
        },
        **{f"proactive.{name}.decisions": 31 for name in ("licensing", "penalties")},
        "proactive.compulsion.decisions": None,
        **{
            f"disputes.{group}.{name}": number
            for group in (
                "reconsideration",
                "litigation.direct",
                "litigation.after_reconsideration",
            )
            for name, number in zip(
                ("upheld", "corrected", "other", "pending", "total"), (2, 0, 1, 0, 3), strict=True
            )
        },
    },
    edition="2021",
    title="青溪县气象局2023年政府信息公开工作年度报告",
    agency="青溪县气象局",
    year=2023,
    overview="公开有序。",
    problems="无。",
    other_matters="无。",
)
BLOCKS = document_of(REPORT).blocks
Make = Callable[[], Any]


def markup(table: Table) -> str:
    page = to_page(govinfo.blocks.Document((table,)))
    return page[page.index("<table") : page.index("</table>") + len("</table>")]


def told(table: Callable[[Table], Any], text: Callable[[str, bool], Any]) -> list[Any]:
    """The report's blocks, each as an engine tells it."""
    return [
        table(block) if isinstance(block, Table) else text(block.text, isinstance(block, Heading))
        for block in BLOCKS
    ]


def by_the_cell(table: Table, names: str) -> list[dict[str, Any]]:
    """A table's cells under an engine's names: row, its end or span, column likewise, text."""
    row, down, column, across, text = names.split()
    ends = "span" not in down.lower()
    return [
        {
            row: cell.row,
            down: cell.rowspan + ends * cell.row,
            column: cell.column,
            across: cell.colspan + ends * cell.column,
            text: cell.text,
            "confidence": 0.9,
        }
        for cell in table.cells
    ]


def listed(names: str, key: str) -> Make:
    def make() -> Any:
        texts = [block.text for block in BLOCKS if not isinstance(block, Table)]
        tables = [by_the_cell(block, names) for block in BLOCKS if isinstance(block, Table)]
        return {"paragraphs": [{"content": one} for one in texts], "tables": [{key: tables}]}

    return make


MARKED: dict[str, Make] = {
    "a list of contents": lambda: told(
        lambda table: {"type": "table", "img_path": "images/1.jpg", "table_body": markup(table)},
        lambda text, heading: {"type": "text", "text": text, "text_level": int(heading)},
    ),
    "results by page": lambda: {
        "input_path": "年报.pdf",
        "parsing_res_list": told(
            lambda table: {
                "block_label": "table",
                "block_content": f"<html><body>{markup(table)}</body></html>",
            },
            lambda text, _: {"block_label": "text", "block_content": text, "block_bbox": [1, 2]},
        ),
    },
    "a tree of elements": lambda: {
        "block_type": "Page",
        "html": "",
        "children": told(
            lambda table: {"id": "/page/0", "html": markup(table)},
            lambda text, _: {"id": "/page/0", "html": f"<p>{text}</p>"},
        ),
    },
    "tables as text, too": lambda: told(
        lambda table: {
            "type": "Table",
            "text": " ".join(cell.text for cell in table.cells),
            "metadata": {"text_as_html": markup(table), "page_number": 1},
        },
        lambda text, _: {"type": "Text", "text": text, "orig": text},
    ),
    "Markdown with tables": lambda: {
        "id": "x",
        "text": "\n\n".join(told(markup, lambda text, heading: f"{'# ' * heading}{text}")),
    },
}
PLACED: dict[str, Make] = {
    "row_span": listed("row_start row_span col_start col_span text", "cells"),
    "columnSpan": listed("rowIndex rowSpan columnIndex columnSpan content", "cells"),
    "row_end": listed("row_start row_end col_start col_end words", "body"),
    "RowBr": listed("RowTl RowBr ColTl ColBr Text", "Cells"),
    "end_row_offset_idx": listed(
        "start_row_offset_idx end_row_offset_idx start_col_offset_idx end_col_offset_idx text",
        "table_cells",
    ),
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("make", [*MARKED.values(), *PLACED.values()], ids=[*MARKED, *PLACED])
def test_a_report_comes_back(make: Make, indent: int | None) -> None:
    read = govinfo.parse(json.dumps(make(), ensure_ascii=False, indent=indent).encode())
    assert not differences(REPORT, read)
    assert not read.diagnostics


def test_cells_that_are_not_listed_are_blank() -> None:
    cells = [
        {"row": 0, "col": 0, "text": "项目"},
        {"row": 0, "col": 1, "text": "本年"},
        {"row": 0, "col": 2, "text": "上年"},
        {"row": 1, "col": 0, "text": "规章"},
        {"row": 1, "col": 2, "text": "4"},
        {"row": 2, "col": 0, "text": "许可"},
        {"row": 2, "col": 1, "text": "3"},
    ]
    assert texts(["甲", cells]) == [["项目", "本年", "上年", "规章", "", "4", "许可", "3", ""]]


@pytest.mark.parametrize(
    "cells",
    [
        [{"row": 0, "col": 0, "text": "规章"}, {"row": 0, "col": 0, "text": "3"}],
        [{"row": 0, "col": 0, "text": "规章"}, {"row": 10**9, "col": 0, "text": "3"}],
        [
            {"row": 0, "col": 0, "row_span": 10**9, "text": "规章"},
            {"row": 1, "col": 1, "text": "3"},
        ],
        [{"row": 0, "col": 0, "row_span": 4_999, "col_span": 4_999, "text": "规章"}] * 2,
        [{"row": -1, "col": 0, "text": "规章"}, {"row": 0, "col": 0, "text": "3"}],
    ],
)
def test_places_that_are_none(cells: list[dict[str, Any]]) -> None:
    assert texts(["甲", cells]) == []


def test_a_page_is_no_block() -> None:
    page = "<p>甲</p><table><tr><td>规章</td><td>3</td></tr></table><p>乙</p>"
    data = json.dumps([{"text": "丙"}, {"content": page}]).encode()
    assert [block.text for block in _running(data)] == ["甲", "乙"]


def test_equal_paragraphs_stay() -> None:
    table = {"html": "<table><tr><td>许可</td><td>4</td></tr></table>"}
    data = json.dumps({"blocks": [{"text": "无。"}, table, {"text": "无。"}]}).encode()
    assert [block.text for block in _running(data)] == ["无。", "无。"]


def test_what_nests_deeply_is_read_no_further() -> None:
    value: Any = {"text": "甲"}
    for _ in range(400):
        value = {"inner": value}
    assert texts(["乙", value]) == []


def test_json_is_no_page() -> None:
    assert not HtmlAdapter().sniff(b'[\n  {"html": "<html><body><table>"}]')


def texts(value: Any) -> list[list[str]]:
    blocks = govinfo.read(json.dumps(value, ensure_ascii=False).encode(), format="text").blocks
    found = [block for block in blocks if isinstance(block, Table) and block.aligned]
    return [[cell.text for cell in block.cells] for block in found]


def _running(data: bytes) -> list[Any]:
    blocks: tuple[Block, ...] = TextAdapter().read(Source(data), Limits()).blocks
    return [block for block in blocks if not isinstance(block, Table)]
