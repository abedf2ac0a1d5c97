"""Whole reports as workbooks: on one sheet or a sheet a table, with borders or without."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import product

import openpyxl
import pytest
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from govinfo.blocks import Block, Table
from reports.told import FULL, OF_2014, OF_2019, SPARSE, expect

THIN = Side(style="thin")
ALL = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
REPORTS = {"full": FULL, "2019": OF_2019, "2014": OF_2014, "sparse": SPARSE}


def by_openpyxl(
    blocks: Sequence[Block], *, bordered: bool, a_sheet_each: bool = False, gaps: int = 0
) -> bytes:
    """A workbook: whole numbers as numbers, all else as text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    width = max(block.n_columns for block in blocks if isinstance(block, Table))
    row = 1
    for block in blocks:
        if isinstance(block, Table):
            _table(sheet, block, row + gaps, bordered=bordered)
            row += block.n_rows + 2 * gaps
            if a_sheet_each:
                sheet, row = book.create_sheet(), 1
            continue
        for line in block.text.split("\n"):
            sheet.cell(row, 1, line)
            if bordered:
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
            row += 1
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _table(sheet: Worksheet, table: Table, top: int, *, bordered: bool) -> None:
    for cell in table.cells:
        row, column = top + cell.row, cell.column + 1
        last_row, last_column = row + cell.rowspan - 1, column + cell.colspan - 1
        sheet.cell(row, column, int(cell.text) if cell.text.isdigit() else cell.text or None)
        for at in product(range(row, last_row + 1), range(column, last_column + 1)):
            if bordered:
                sheet.cell(*at).border = ALL
        if (row, column) != (last_row, last_column):
            sheet.merge_cells(
                start_row=row, end_row=last_row, start_column=column, end_column=last_column
            )


@pytest.mark.parametrize("gaps", [0, 1])
@pytest.mark.parametrize("bordered", [True, False], ids=["bordered", "plain"])
@pytest.mark.parametrize("name", REPORTS)
def test_on_one_sheet(name: str, bordered: bool, gaps: int) -> None:
    told = REPORTS[name]
    expect(by_openpyxl(told.blocks(), bordered=bordered, gaps=gaps), told, placed=bordered)


@pytest.mark.parametrize("bordered", [True, False], ids=["bordered", "plain"])
@pytest.mark.parametrize("name", REPORTS)
def test_a_sheet_for_each_table(name: str, bordered: bool) -> None:
    told = REPORTS[name]
    expect(by_openpyxl(told.blocks(), bordered=bordered, a_sheet_each=True), told, placed=bordered)
