from __future__ import annotations

import pytest
from govinfo.blocks import Table
from govinfo.errors import LimitExceeded
from govinfo.source import Limits, Source

from books import book
from govinfo_epub import EpubAdapter

TABLE = "<table><tr><td>甲</td><td>1</td></tr></table>"


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    read = EpubAdapter().read(Source(book("<p>甲</p>", "<p>乙</p>", "<p>丙</p>")), Limits())
    assert read.dump().splitlines() == ["paragraph: 甲", "paragraph: 乙", "paragraph: 丙"]


def test_tables_and_paragraphs_are_counted_through_the_book() -> None:
    chapters = (f"<p>上</p>{TABLE}", f"<p>中</p>{TABLE}", f"{TABLE}<p>下</p>")
    read = EpubAdapter().read(Source(book(*chapters)), Limits())
    tables = [block for block in read.blocks if isinstance(block, Table)]
    assert [table.anchor and table.anchor.table for table in tables] == [1, 2, 3]
    cells = [cell.anchor and cell.anchor.table for table in tables for cell in table.cells]
    assert cells == [1, 1, 2, 2, 3, 3]


def test_chapters_share_the_limits() -> None:
    data = Source(book(TABLE, TABLE))
    assert len(EpubAdapter().read(data, Limits(cells=4)).blocks) == 2
    with pytest.raises(LimitExceeded):
        EpubAdapter().read(data, Limits(cells=3))
