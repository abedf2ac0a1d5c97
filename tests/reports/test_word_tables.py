"""Whole reports as Word files: what stands in the cells, and beside the tables."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import attrs
import pytest

from govinfo.blocks import Block, Cell, Heading, Paragraph, Table
from govinfo.money import Money
from govinfo.template.disputes import Disputes
from govinfo.template.indicators import Indicators
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.requests import Requests
from reports.told import (
    FULL,
    HEADINGS,
    OF_2014,
    OF_2019,
    SPARSE,
    expect,
    indicators,
    other_year,
    with_table,
)
from reports.word import (
    body,
    by_hand,
    by_python_docx,
    package,
    plain,
    word_table,
)
from wordml import (
    par,
    run,
)

# What stands beside the report's tables.


def test_a_contents_list_with_page_numbers() -> None:
    entries = "".join(
        par(
            plain(heading),
            "<w:r><w:tab/></w:r>",
            run(str(page)),
            properties='<w:pStyle w:val="TOC1"/>',
        )
        for page, heading in enumerate(
            [text for part, text in reversed(HEADINGS.items()) if part != "indicators"], 1
        )
    )
    made = body(FULL.blocks())
    first = par(plain(HEADINGS["overview"]))
    expect(package(made.replace(first, par("目录") + entries + first)), FULL)


def test_last_years_tables_after_this_years() -> None:
    old = other_year(FULL)
    made: list[Block] = []
    for block in FULL.blocks():
        made.append(block)
        for part, table in FULL.tables().items():
            if block == table:
                made += [Paragraph("附：2022年度同一表格"), old.tables()[part]]
    told = FULL.but(
        findings=tuple(("GI116", part) for part in ("proactive", "requests", "disputes"))
    )
    expect(by_python_docx(made), told)


def test_a_table_printed_twice_alike() -> None:
    table = FULL.table(Requests)
    blocks = with_table(FULL, "requests", table, Paragraph("（续）"), table)
    expect(by_python_docx(blocks), FULL.but(findings=(("GI113", "requests"),)))


def test_a_table_printed_twice_with_a_figure_that_differs() -> None:
    path = "requests.outcomes.granted.total"
    table = FULL.table(Requests)
    other = FULL.but(figures={**FULL.figures, path: 4321}).table(Requests)
    blocks = with_table(FULL, "requests", table, Paragraph("（复核稿）"), other)
    expect(by_python_docx(blocks), FULL.but(findings=(("GI112", path),)))


def pieces(table: Table, *starts: int) -> list[Table]:
    """A table cut before rows, a cell cut where the cut goes through it."""
    bounds = [0, *starts, table.n_rows]
    made = []
    for top, bottom in pairwise(bounds):
        cells = []
        for cell in table.cells:
            first = max(cell.row, top)
            last = min(cell.row + cell.rowspan, bottom)
            if first < last:
                text = cell.text if first == cell.row else ""
                cells.append(
                    Cell(text, first - top, cell.column, last - first, cell.colspan, cell.header)
                )
        made.append(Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))))
    return made


def test_a_table_in_three_pieces() -> None:
    cut = pieces(FULL.table(Requests), 12, 20)
    blocks = with_table(FULL, "requests", cut[0], Paragraph(""), cut[1], Paragraph(""), cut[2])
    expect(by_python_docx(blocks), FULL, placed=False)


def test_a_table_in_pieces_on_pages_that_print_their_number() -> None:
    cut = pieces(SPARSE.table(Requests), 9)
    blocks = with_table(SPARSE, "requests", cut[0], Paragraph("— 3 —"), cut[1])
    expect(by_python_docx(blocks), SPARSE, placed=False)


def test_a_table_for_each_item_of_article_20() -> None:
    whole = FULL.table(Proactive2021)
    starts = [cell.row for cell in whole.cells if cell.text.startswith("第二十条")][1:]
    expect(
        by_python_docx(with_table(FULL, "proactive", *pieces(whole, *starts))), FULL, placed=False
    )


def test_a_table_for_each_item_of_article_20_in_2019() -> None:
    whole = OF_2019.table(Proactive2019)
    starts = [cell.row for cell in whole.cells if cell.text.startswith("第二十条")][1:]
    expect(
        by_python_docx(with_table(OF_2019, "proactive", *pieces(whole, *starts))),
        OF_2019,
        placed=False,
    )


# Cells as they are filled in.


def test_figures_in_every_way_of_writing_them() -> None:
    told = OF_2019.with_figures(
        proactive__licensing__change=6769,
        proactive__other_services__change=-3,
        proactive__penalties__change=0,
        proactive__compulsion__change=0,
        proactive__rules__produced=None,
        proactive__normative_documents__produced=22,
        proactive__procurement__amount=Money("1234.5", "元"),
    )
    told = told.but(
        printed={
            "proactive.licensing.change": "增6769件",
            "proactive.other_services.change": "减少3",
            "proactive.penalties.change": "无增减",
            "proactive.compulsion.change": "持平",
            "proactive.rules.produced": "/",
            "proactive.normative_documents.produced": "22（其中修订16件）",
            "proactive.procurement.amount": "1,234.50元",
            "requests.received.total": str(told.figures["requests.received.total"]) + "件",
            "requests.outcomes.granted.natural_person": "１１",
        },
        notes={"proactive.normative_documents.produced": "其中修订16件"},
    )
    expect(by_python_docx(told), told)


def test_money_without_a_unit() -> None:
    path = "proactive.procurement.amount"
    told = OF_2019.but(
        figures={**OF_2019.figures, path: Money("2896", None)},
        printed={path: "2896"},
        findings=(("GI108", path),),
    )
    expect(by_hand(told), told)


def test_a_metadata_table_before_the_report() -> None:
    rows = [("索引号", "YL012/2024-00031"), ("发布机构", "云岭市水务局")]
    rows += [("发布日期", "2024年1月25日"), ("文号", "云水函〔2024〕3号")]
    cells = [
        Cell(text, at, column) for at, pair in enumerate(rows) for column, text in enumerate(pair)
    ]
    told = FULL.but(
        title="2023年政府信息公开工作年度报告", agency="云岭市水务局", published=date(2024, 1, 25)
    )
    expect(by_python_docx([Table(tuple(cells)), *told.blocks()]), told)


def test_title_on_three_lines_and_date_at_the_end() -> None:
    told = FULL.but(
        title="云岭市水务局2023年度政府信息公开工作年度报告", published=date(2024, 1, 9)
    )
    lines = ["云岭市水务局", "2023年度政府信息公开工作", "年度报告"]
    blocks = [*(Paragraph(line) for line in lines), *told.blocks()[1:]]
    blocks += [Paragraph("云岭市水务局"), Paragraph("2024年1月9日")]
    told = told.but(other_matters=f"{told.other_matters}\n云岭市水务局\n2024年1月9日")
    expect(by_python_docx(blocks), told)


def test_a_section_of_its_own() -> None:
    told = FULL.but(extra=(("七、下属单位公开情况", "下属两家单位均已公开。"),))
    blocks = [*told.blocks(), Heading(told.extra[0][0], 2), Paragraph(told.extra[0][1])]
    expect(by_python_docx(blocks), told)


def test_a_report_without_one_of_its_tables() -> None:
    part = Disputes.layout.part
    told = FULL.but(
        figures={path: v for path, v in FULL.figures.items() if not path.startswith(part)},
        findings=(("GI101", part),),
    )
    expect(by_python_docx(told), told)


def test_last_years_table_beside_this_years() -> None:
    """Two tables side by side in one of the page's layout, each under its year."""
    old = other_year(FULL)

    def table(one: Table) -> str:
        if one.n_columns != 10:
            return word_table(one)
        sides = ((2022, old.table(Requests)), (2023, one))
        cells = (f"<w:tc>{par(f'{year}年')}{word_table(made)}<w:p/></w:tc>" for year, made in sides)
        return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{''.join(cells)}</w:tr></w:tbl>"

    told = FULL.but(findings=(("GI116", "requests"),))
    expect(package(body(FULL.blocks(), table=table)), told)


def test_header_rows_repeated_on_each_page() -> None:
    """A table cut by hand, its header copied to the top of the second piece."""
    whole = FULL.table(Requests)
    top, rest = pieces(whole, 14)
    head = [cell for cell in whole.cells if cell.row < 3]
    below = [attrs.evolve(cell, row=cell.row + 3) for cell in rest.cells]
    again = Table(tuple(sorted([*head, *below], key=lambda cell: (cell.row, cell.column))))
    blocks = with_table(FULL, "requests", top, Paragraph("（续表）"), again)
    expect(by_python_docx(blocks), FULL, placed=False)


def test_blank_rows_between_rows() -> None:
    def table(one: Table) -> str:
        blank = "<w:tc><w:p/></w:tc>" * one.n_columns

        def row(at: int, cells: str) -> str:
            return f"<w:tr>{cells}</w:tr>" + (f"<w:tr>{blank}</w:tr>" if at in {4, 5} else "")

        return word_table(one, row=row) if one.n_columns == 10 else word_table(one)

    expect(package(body(FULL.blocks(), table=table)), FULL, placed=False)


def test_a_list_of_2014_with_its_units_lost_but_for_money() -> None:
    """The column of units is blank; amounts carry their unit in the cell."""
    money = {path: v for path, v in OF_2014.figures.items() if isinstance(v, Money)}
    told = OF_2014.but(printed={path: str(value) for path, value in money.items()})
    whole = told.table(Indicators)
    cells = [
        attrs.evolve(cell, text="") if cell.column == 1 and cell.row else cell
        for cell in whole.cells
    ]
    expect(by_python_docx(with_table(told, "indicators", Table(tuple(cells)))), told)


def test_some_rows_of_the_list_of_2014() -> None:
    """A report of 2020 that keeps three parts of the old list beside the new tables."""
    kept = ("indicators.response.", "indicators.organization.", "indicators.training.")
    some = {path: v for path, v in indicators().items() if path.startswith(kept)}
    told = OF_2019.but(figures={**some, **OF_2019.figures})
    expect(by_python_docx(told), told)


def test_no_headings_at_all() -> None:
    """What a section holds identifies it too."""
    told = FULL.but(
        preamble="\n".join(
            str(text) for text in (FULL.preamble, FULL.overview, FULL.problems, FULL.other_matters)
        ),
        overview=None,
        problems=None,
        other_matters=None,
    )
    blocks = [
        block
        for block in FULL.blocks()
        if not (isinstance(block, Heading) and block.text in HEADINGS.values())
    ]
    expect(by_python_docx(blocks), told)


@pytest.mark.parametrize(
    "overview",
    ["与2022年相比，公开数量增长。", "2022年底已完成整改。\n本年度运行平稳。"],
)
def test_an_earlier_year_in_the_text_over_the_tables(overview: str) -> None:
    told = FULL.but(overview=overview)
    expect(by_python_docx(told), told)


def test_last_years_tables_in_a_section_of_their_own() -> None:
    old = other_year(FULL)
    blocks = [*FULL.blocks(), Paragraph("附件：2022年度数据"), *old.tables().values()]
    told = FULL.but(
        other_matters=f"{FULL.other_matters}\n附件：2022年度数据",
        findings=tuple(("GI116", part) for part in ("proactive", "requests", "disputes")),
    )
    expect(by_python_docx(blocks), told)
