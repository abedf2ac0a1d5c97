"""Sheets saved as text, and text that is none."""

from __future__ import annotations

import csv
import io

import pytest

import govinfo
from govinfo.adapters.base import HEAD
from govinfo.adapters.delimited import CsvAdapter
from govinfo.blocks import Block, Table
from govinfo.errors import CorruptDocument
from govinfo.source import Limits, Source
from reports.told import FULL, OF_2014, OF_2019, SPARSE, expect

REPORTS = {"full": FULL, "2019": OF_2019, "2014": OF_2014, "sparse": SPARSE}
SHEET = "某局报告,,\n项目,数量,备注\n甲,12,\n乙,,\n"


def saved(blocks: list[Block], delimiter: str = ",") -> str:
    """A report on one sheet, merged cells at their first place, as Excel saves it."""
    width = max(block.n_columns for block in blocks if isinstance(block, Table))
    made = io.StringIO()
    writer = csv.writer(made, delimiter=delimiter)
    for block in blocks:
        if not isinstance(block, Table):
            for line in block.text.split("\n"):
                writer.writerow([line] + [""] * (width - 1))
            continue
        rows = [[""] * width for _ in range(block.n_rows)]
        for cell in block.cells:
            rows[cell.row][cell.column] = cell.text
        writer.writerows(rows)
    return made.getvalue()


@pytest.mark.parametrize("delimiter", [",", "\t", ";"], ids=["comma", "tab", "semicolon"])
@pytest.mark.parametrize("name", REPORTS)
def test_whole_reports(name: str, delimiter: str) -> None:
    told = REPORTS[name]
    text = saved(list(told.blocks()), delimiter)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        expect(text.encode(encoding), told, placed=False)
        assert govinfo.read(text.encode(encoding)).format == "csv"


def read(text: str) -> list[str]:
    return CsvAdapter().read(Source(text.encode()), Limits()).dump().splitlines()


def test_lines_and_tables() -> None:
    assert read(SHEET) == [
        "paragraph: 某局报告",
        "table: 3 x 3",
        "  0: 项目 | 数量 | 备注",
        "  1: 甲 | 12 | ",
        "  2: 乙 |  | ",
    ]
    assert read('"甲\n乙",1,2\n丙,"3,000",4\n丁,5,6\n')[1] == "  0: 甲⏎乙 | 1 | 2"


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n全年受理申请12件，其中办结10件。\n",
        "甲,1,2\n乙,3\n丙,4,5\n",
        "甲\t1\t2\n乙\t3\t4\n丙\t5\t6\n",
        "甲,乙\n丙,丁\n戊,己\n",
        "甲,1,2\n乙,3,4\n",
        "",
    ],
)
def test_text_is_left_to_the_adapter_of_text(text: str) -> None:
    assert not CsvAdapter().sniff(text.encode())
    with pytest.raises(CorruptDocument):
        read(text)


def test_a_row_that_is_cut_by_the_end_of_what_is_seen() -> None:
    row = f"甲,{'水' * 200},2\n"
    head = (row * 20).encode()[:HEAD]
    assert len(head) == HEAD
    assert CsvAdapter().sniff(head)


def test_the_name_of_a_text_makes_it_text() -> None:
    assert govinfo.read(Source(SHEET.encode(), "sheet.csv")).format == "csv"
    assert govinfo.read(Source(SHEET.encode(), "sheet.txt")).format == "text"
