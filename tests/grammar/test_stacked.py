"""Rows of a table that a converter made lines of one row."""

from __future__ import annotations

import pytest
from attrs import evolve

import govinfo
from govinfo import Report
from govinfo.blocks import Cell, Document, Table, cell_anchor
from govinfo.render.page import document_of
from govinfo.template.assemble import report_of
from govinfo.template.editions import Edition

FIRST, LAST = 7, 10
"""Rows of the table of requests in which four reasons for a denial stand."""


def _report() -> Report:
    paths = Report.blank(Edition.E2021).facts
    figures = {path: at for at, path in enumerate(paths) if path.startswith("requests.")}
    return Report.from_figures(figures, edition=Edition.E2021, agency="云岭市水务局", year=2023)


def _stacked(document: Document, *, lost: str = "") -> Document:
    """The document with these rows as lines of the first; one line is lost."""

    def stacked(table: Table) -> Table:
        rows = [[c for c in row if c.column >= 2] for row in table.rows[FIRST : LAST + 1]]
        one = [
            evolve(cells[0], text="\n".join(c.text for c in cells if c.text != lost))
            for cells in zip(*rows, strict=True)
        ]
        kept: list[Cell] = [c for c in table.cells if c.row < FIRST or c.row > LAST or c.column < 2]
        gone = LAST - FIRST
        moved = [evolve(c, row=c.row - gone) if c.row > LAST else c for c in kept]
        cells = sorted([*moved, *one], key=lambda cell: (cell.row, cell.column))
        return Table(tuple(map(_one_row_high, cells)))

    blocks = [
        stacked(block) if isinstance(block, Table) and block.n_columns == 10 else block
        for block in document.blocks
    ]
    return evolve(document, blocks=tuple(blocks))


def _one_row_high(cell: Cell) -> Cell:
    return evolve(cell, rowspan=1) if cell.row >= 3 else cell


def test_each_line_is_a_row() -> None:
    report = _report()
    read = report_of(_stacked(document_of(report)))
    assert {path: fact.value for path, fact in read.facts.items()} == {
        path: fact.value for path, fact in report.facts.items() if path in read.facts
    }
    assert len(read.facts) == len(report.facts)
    assert not [finding for finding in read.diagnostics if finding.path.startswith("requests")]


def test_their_form_is_not_remembered() -> None:
    """A cell holds the figures of several facts."""
    document = _stacked(document_of(_report()))
    blocks = tuple(
        _placed(block, at) if isinstance(block, Table) else block
        for at, block in enumerate(document.blocks)
    )
    report = report_of(evolve(document, blocks=blocks))
    assert not report.diagnostics


def _placed(table: Table, number: int) -> Table:
    cells = (evolve(c, anchor=cell_anchor(number, c.row + 1, c.column + 1)) for c in table.cells)
    return evolve(table, cells=tuple(cells))


@pytest.mark.parametrize("what", ["label", "figure"])
def test_lines_that_are_not_as_many_are_told_of(what: str) -> None:
    report = _report()
    figure = report.facts["requests.outcomes.denied.state_secret.enterprise"]
    lost = "1.属于国家秘密" if what == "label" else str(figure.value)
    read = report_of(_stacked(document_of(report), lost=lost))
    wrong = {
        path
        for path, fact in read.facts.items()
        if fact.value is not None and fact.value != report.facts[path].value
    }
    assert not wrong
    assert [finding for finding in read.diagnostics if ".denied." in finding.path]


def test_a_label_broken_over_lines_stays_one() -> None:
    def broken(table: Table) -> Table:
        def cell(one: Cell) -> Cell:
            own = one.row == FIRST and one.column >= 2
            text = "1.属于\n国家秘密" if one.column == 2 else "1\n2"
            return evolve(one, text=text) if own else one

        return evolve(table, cells=tuple(map(cell, table.cells)))

    document = document_of(_report())
    blocks = [
        broken(b) if isinstance(b, Table) and b.n_columns == 10 else b for b in document.blocks
    ]
    read = report_of(evolve(document, blocks=tuple(blocks)))
    assert read.facts["requests.outcomes.denied.state_secret.natural_person"].value is None
    assert "requests.outcomes.denied.state_secret" in {one.path for one in read.diagnostics}


@pytest.mark.parametrize("digits", ["9" * 5000 + " 1", "9" * 5000, "1" + "，234" * 2000])
def test_a_cell_of_thousands_of_digits_is_told(digits: str) -> None:
    table = (
        "|申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n"
        f"|---|---|---|---|---|---|---|---|\n|一、本年新收政府信息公开申请数量|{digits}|1|0|0|0|0|4|\n"
    )
    text = f"某市2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{table}"
    report = govinfo.parse(text.encode(), format="text")
    assert report.facts["requests.received.natural_person"].value is None
    assert any(one.path.startswith("requests.received") for one in report.diagnostics)
