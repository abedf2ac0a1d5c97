"""Makes blocks of the rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.assembly import to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.delimited._rows import delimiter_of, rows_of
from govinfo.adapters.sheets import Cells, Reader
from govinfo.adapters.text.decoding import decode
from govinfo.blocks import Document
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from govinfo.source import Limits


def read(data: bytes, limits: Limits) -> Document:
    """Read a sheet.

    Raises:
        GovInfoError: It cannot be read.
    """
    text = decode(data)
    delimiter = delimiter_of(text, is_cut=False)
    if delimiter is None:
        raise CorruptDocument("no sheet saved as text: its rows are not of one length")
    cells = Cells()
    for at, row in enumerate(rows_of(text, delimiter)):
        for column, value in enumerate(row):
            if value.strip():
                cells.texts[at, column] = value.strip().replace("\r\n", "\n")
    return Document(to_blocks(Reader(Budget(limits)).pieces(cells)), format="csv")
