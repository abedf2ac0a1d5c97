from __future__ import annotations

import csv
import io

from govinfo.adapters.delimited import CsvAdapter
from govinfo.blocks import Document, Table
from govinfo.testing import AdapterContract

_WIDTH = 6


def written(document: Document, delimiter: str = ",") -> str:
    """A sheet with each block's rows; a blank one parts a table from what is before it."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=delimiter)
    for block in document.blocks:
        rows = [[block.text]] if not isinstance(block, Table) else _rows(block)
        for row in rows:
            writer.writerow(row + [""] * (_WIDTH - len(row)))
    for _ in range(3 - len(document.blocks)):
        writer.writerow([""] * _WIDTH)
    return made.getvalue()


def _rows(table: Table) -> list[list[str]]:
    rows = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


class TestCsv(AdapterContract):
    adapter_class = CsvAdapter
    spans = False
    headings = False
    whole = False

    # A row that has only a label cannot be told from a line of text: a sheet has no paragraphs.
    test_any_grid_comes_back = None
    test_whole_documents_come_back_in_reading_order = None

    def write(self, document: Document) -> bytes:
        return written(document).encode()
