"""Cells in their grid, whatever the markup says of repeated and covered ones."""

from __future__ import annotations

import pytest

from govinfo.blocks import Table
from govinfo.errors import LimitExceeded
from govinfo.source import Limits
from odtml import COVERED, cell, dump, par, parts, read, row, table, zipped


def test_repeated_cells_are_as_many() -> None:
    body = table(
        row("甲", cell(par("0"), 'table:number-columns-repeated="3"'), "5"), row(*"乙1234")
    )
    assert dump(body) == ["table: 2 x 5", "  0: 甲 | 0 | 0 | 0 | 5", "  1: 乙 | 1 | 2 | 3 | 4"]


def test_repeated_rows_are_as_many() -> None:
    repeated = row("甲", "").replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="2">'
    )
    assert dump(table(repeated, row("乙", "3"))) == [
        "table: 3 x 2",
        *("  0: 甲 | ", "  1: 甲 | ", "  2: 乙 | 3"),
    ]


def test_repeated_covered_cells() -> None:
    wide = cell(par("甲"), 'table:number-columns-spanned="3"')
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    assert dump(table(row(wide, covered, "4"), row("1", "2", "3", "4"))) == [
        *("table: 2 x 4", "  0: 甲 <3 columns> | 4", "  1: 1 | 2 | 3 | 4"),
    ]


def test_covered_cells_that_are_left_out() -> None:
    tall = cell(par("甲"), 'table:number-rows-spanned="2"')
    wide = cell(par("乙"), 'table:number-columns-spanned="2"')
    assert dump(table(row(tall, wide), row("1", "2"))) == [
        *("table: 2 x 3", "  0: 甲 <2 rows> | 乙 <2 columns>", "  1: 1 | 2"),
    ]


def test_a_covered_cell_that_nothing_covers_is_shown() -> None:
    lost = f"<table:covered-table-cell>{par('3')}</table:covered-table-cell>"
    assert dump(table(row("甲", lost, "5"), row("乙", "1", "2")))[1] == "  0: 甲 | 3 | 5"


def test_what_a_covered_cell_holds_is_not_shown() -> None:
    wide = cell(par("甲"), 'table:number-columns-spanned="2"')
    lost = f"<table:covered-table-cell>{par('3')}</table:covered-table-cell>"
    assert dump(table(row(wide, lost), row("1", "2")))[1] == "  0: 甲 <2 columns>"


@pytest.mark.parametrize(
    "attributes",
    [
        'table:number-columns-repeated="100000000"',
        'table:number-columns-spanned="100000000"',
        'table:number-columns-repeated="1000" table:number-columns-spanned="1000"',
    ],
)
def test_absurd_counts_are_refused(attributes: str) -> None:
    data = zipped(parts(table(row("甲", cell(par("1"), attributes)), row("乙", "2"))))
    with pytest.raises(LimitExceeded):
        read(data)


def test_absurd_rows_are_refused() -> None:
    repeated = row("甲", "1").replace("row>", 'row table:number-rows-repeated="1000000">', 1)
    with pytest.raises(LimitExceeded):
        read(zipped(parts(table(repeated))))


def test_a_span_ends_with_its_table() -> None:
    tall = cell(par("甲"), 'table:number-rows-spanned="9"')
    assert dump(table(row(tall, "1"), row(COVERED, "2")))[1] == "  0: 甲 <2 rows> | 1"


@pytest.mark.parametrize("count", ["x", "-1", "0", "²", ""])
def test_counts_that_are_none_are_one(count: str) -> None:
    odd = cell(par("甲"), f'table:number-columns-spanned="{count}"')
    assert dump(table(row(odd, "1"), row("乙", "2")))[1] == "  0: 甲 | 1"


def test_header_rows_are_marked() -> None:
    markup = table(
        f"<table:table-header-rows>{row('甲', '乙')}</table:table-header-rows>", row("1", "2")
    )
    (found,) = read(zipped(parts(markup))).blocks
    assert isinstance(found, Table)
    assert [one.header for one in found.cells] == [True, True, False, False]


def test_hidden_rows_are_left_out() -> None:
    hidden = row("丙", "9").replace("row>", 'row table:visibility="collapse">', 1)
    assert dump(table(row("甲", "1"), hidden, row("乙", "2")))[1:] == ["  0: 甲 | 1", "  1: 乙 | 2"]


def test_a_cell_of_several_paragraphs_has_lines() -> None:
    assert (
        dump(table(row("甲", cell(par("1") + par("") + par("2"))), row("乙", "3")))[1]
        == "  0: 甲 | 1⏎2"
    )


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = table(row("甲", "1"), row("乙", "2"))
    assert dump(table(row(cell(par("一、总体情况") + par("全年无。"))), row(cell(inner)))) == [
        *("paragraph: 一、总体情况", "paragraph: 全年无。"),
        *("table: 2 x 2", "  0: 甲 | 1", "  1: 乙 | 2"),
    ]


def test_a_frame_around_a_cells_text_is_that_text() -> None:
    framed = cell(table(row("3")))
    assert dump(table(row("甲", framed), row("乙", "2"))) == [
        "table: 2 x 2",
        "  0: 甲 | 3",
        "  1: 乙 | 2",
    ]


def test_cells_of_all_tables_count() -> None:
    one = table(row("甲", "1"), row("乙", "2"))
    assert read(zipped(parts(one * 3)), Limits(cells=12)).blocks
    with pytest.raises(LimitExceeded):
        read(zipped(parts(one * 3)), Limits(cells=11))
