"""A document of a known form reads as if it were the first of its form."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo import Report
from govinfo.blocks import Anchor, Block, Cell, Document, Heading, Paragraph, Table
from govinfo.grammar.compile import compile_class
from govinfo.grammar.forms import Forms, form_of
from govinfo.grammar.values import Kind
from govinfo.money import Money
from govinfo.render.page import document_of
from govinfo.template import tables
from govinfo.template.assemble import report_of
from govinfo.template.disputes import Disputes
from govinfo.template.proactive import Proactive2021
from govinfo.template.requests import Requests
from govinfo.testing.strategies import WRITINGS, Damaged, damage, reports

_FIGURES = ("0", "0", "1", "7", "12", "1990", "2021", "2023", "1,234", "99999", "12.5", "+3", "-7")
"""What may stand in a cell, whatever the table's form: also years, amounts and changes."""
_TEXTS = (
    "（盖章）",
    "联系电话：0000-1234",
    "2024年1月20日",
    "续表",
    "科研机构",
    "件",
    "公开情况较好",
    "17",
)
"""Lines of text that stand around tables; some of them are labels, or units."""


@pytest.fixture(autouse=True)
def _unknown() -> Iterator[None]:
    tables.FORMS.known.clear()
    yield
    tables.FORMS.known.clear()


@pytest.fixture
def report() -> Report:
    """A report of edition 2021 whose figures add up."""
    cells = [
        (path, column.kind)
        for cls in (Proactive2021, Requests, Disputes)
        for row, column, path in compile_class(cls).cells()
        if not row.own
    ]
    figures = {path: Money(0, "万元") if kind is Kind.MONEY else 0 for path, kind in cells}
    return Report.from_figures(
        figures | {"proactive.rules.issued": 3},
        edition="2021",
        agency="云岭市水务局",
        year=2023,
        overview="本机关做好政府信息公开工作。",
    )


def _document(report: Report) -> Document:
    return govinfo.read(report.render("html"))


def _known_or_not(document: Document) -> tuple[Report, Report]:
    """The document's report by what is known of its form, and as the first of its form."""
    recalled = report_of(document)
    tables.FORMS.known.clear()
    return recalled, report_of(document)


def _with_cells(document: Document, change: Callable[[Cell], str]) -> Document:
    def changed(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        return evolve(block, cells=tuple(evolve(cell, text=change(cell)) for cell in block.cells))

    return evolve(document, blocks=tuple(map(changed, document.blocks)))


def _other_figures(document: Document, choice: random.Random) -> Document:
    def figure(cell: Cell) -> str:
        plain = cell.text.isdecimal() and choice.random() < 0.7
        return choice.choice(_FIGURES) if plain else cell.text

    return _with_cells(document, figure)


def _other_texts(document: Document, choice: random.Random) -> Document:
    def changed(block: Block) -> Block:
        if isinstance(block, Paragraph) and choice.random() < 0.2:
            return evolve(block, text=choice.choice(_TEXTS))
        return block

    return evolve(document, blocks=tuple(map(changed, document.blocks)))


def _read_by(document: Document, monkeypatch: pytest.MonkeyPatch) -> Report | None:
    """The report as far as it can be read without interpreting its tables."""
    with monkeypatch.context() as patched:
        patched.setattr(tables._Reader, "read", lambda *_: None)  # noqa: SLF001 - what reads
        report = report_of(document)
    return report if report.facts else None


def test_a_known_form_is_not_interpreted_again(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _document(report)
    other = _with_cells(first, lambda cell: "5" if cell.text == "0" else cell.text)
    assert _read_by(other, monkeypatch) is None
    report_of(first)
    recalled = _read_by(other, monkeypatch)
    assert recalled is not None
    assert recalled == _known_or_not(other)[1]
    assert recalled.facts["requests.received.total"].value == 5


@pytest.mark.parametrize(
    "texts",
    [
        {"申请人情况": "申请情况"},
        {"自然人": "法人"},
        {"规章": "规定"},
        {"3": ""},
        {"3": "3项"},
        {"3": "三"},
    ],
    ids=str,
)
def test_other_words_are_another_form(texts: dict[str, str], report: Report) -> None:
    first = _document(report)
    other = _with_cells(first, lambda cell: texts.get(cell.text, cell.text))
    assert _form(other) != _form(first)


def test_other_places_are_another_form(report: Report) -> None:
    first = _document(report)
    table = next(block for block in first.blocks if isinstance(block, Table))
    moved = evolve(table, cells=(*table.cells[:-1], evolve(table.cells[-1], colspan=9)))
    blocks = tuple(moved if block is table else block for block in first.blocks)
    assert _form(evolve(first, blocks=blocks)) != _form(first)


def test_running_text_makes_no_form_but_headings_do(report: Report) -> None:
    first = _document(report)

    def told(text: str, instead: str) -> Document:
        blocks = (
            evolve(block, text=instead)
            if isinstance(block, (Heading, Paragraph)) and block.text == text
            else block
            for block in first.blocks
        )
        return evolve(first, blocks=tuple(blocks))

    title = "云岭市水务局2023年政府信息公开工作年度报告"
    assert _form(told(title, "青川县档案馆2019年政府信息公开工作年度报告")) == _form(first)
    assert _form(told("二、主动公开政府信息情况", "二、主动公开的情况")) != _form(first)


def _form(document: Document) -> object:
    return form_of(document, tables._words().said)  # noqa: SLF001 - what the template passes on


def _swapped(cell: Cell) -> str:
    return {"科研机构": "商业企业", "商业企业": "科研机构"}.get(cell.text, cell.text)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_swapped, id="an unusual order of columns"),
        pytest.param(lambda c: c.text.replace("予以公开", "予以公示"), id="a damaged label"),
        pytest.param(lambda c: "" if c.text == "（一）予以公开" else c.text, id="a lost label"),
        pytest.param(lambda c: "" if (c.row > 3 and c.column == 9) else c.text, id="blank sums"),
        pytest.param(
            lambda c: "" if c.column == 13 and c.text == "0" else c.text,
            id="a blank cell in a row without a label",
        ),
        pytest.param(lambda c: "0 0" if c.text == "0" else c.text, id="figures in doubt"),
    ],
)
def test_what_figures_have_a_say_in_is_not_remembered(
    change: Callable[[Cell], str], report: Report
) -> None:
    report_of(_with_cells(_document(report), change))
    assert not tables.FORMS.known


def _with_tables(document: Document, change: Callable[[Table], Table]) -> Document:
    blocks = (change(block) if isinstance(block, Table) else block for block in document.blocks)
    return evolve(document, blocks=tuple(blocks))


def _appended(*texts: str) -> Callable[[Table], Table]:
    def appended(table: Table) -> Table:
        row = table.n_rows
        cells = (
            Cell(text, row, column, anchor=Anchor(table=table.n_columns, row=99, column=column))
            for column, text in enumerate(texts)
        )
        return evolve(table, cells=(*table.cells, *cells))

    return appended


def _figures_below(table: Table) -> Table:
    """The figures of the fourth row in a row of their own."""
    moved = (
        evolve(cell, row=cell.row + (cell.row > 3 or (cell.row == 3 and cell.text.isdecimal())))
        for cell in table.cells
    )
    return evolve(table, cells=tuple(moved)) if table.n_columns == 10 else table


def _without_places(table: Table) -> Table:
    return evolve(table, cells=tuple(evolve(cell, anchor=None) for cell in table.cells))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_appended("附", "5"), id="a figure that is no fact"),
        pytest.param(_appended(*[""] * 10), id="a row that may be one of blanks"),
        pytest.param(_figures_below, id="figures in another row than their label"),
        pytest.param(_without_places, id="cells without a place"),
    ],
)
def test_a_table_that_holds_more_is_not_remembered(
    change: Callable[[Table], Table], report: Report
) -> None:
    report_of(_with_tables(_document(report), change))
    assert not tables.FORMS.known


def test_two_tables_in_one_are_not_remembered(report: Report) -> None:
    """Years in a row without a label make all of a table another one."""
    first = _document(report)
    *_, requests, disputes = (block for block in first.blocks if isinstance(block, Table))
    below = (evolve(cell, row=cell.row + requests.n_rows) for cell in disputes.cells)
    both = evolve(requests, cells=(*requests.cells, *below))
    blocks = [both if block is requests else block for block in first.blocks]
    report_of(evolve(first, blocks=tuple(block for block in blocks if block is not disputes)))
    assert not tables.FORMS.known


def test_a_document_without_section_2_is_not_remembered(report: Report) -> None:
    """Figures may tell its edition."""
    first = _document(report)
    proactive = next(block for block in first.blocks if isinstance(block, Table))
    blocks = tuple(block for block in first.blocks if block is not proactive)
    report_of(evolve(first, blocks=blocks))
    assert not tables.FORMS.known


def test_a_document_longer_than_any_report_is_not_remembered(report: Report) -> None:
    first = _document(report)
    prose = (Paragraph("本机关做好政府信息公开工作。" * 100),) * 100
    report_of(evolve(first, blocks=(*first.blocks, *prose)))
    assert not tables.FORMS.known


def test_facts_stand_where_their_own_document_has_them(report: Report) -> None:
    first = _document(report)
    assert report_of(first) == report_of(first)

    def moved(table: Table) -> Table:
        cells = (
            evolve(cell, anchor=evolve(cell.anchor, page=7))
            for cell in table.cells
            if cell.anchor is not None
        )
        return evolve(table, cells=tuple(cells))

    recalled, anew = _known_or_not(_with_tables(first, moved))
    assert recalled == anew


@pytest.mark.parametrize(("figure", "code"), [("0.5", "GI107"), ("007", "GI107")])
def test_a_figure_in_doubt_is_told_of_in_a_known_form(
    figure: str, code: str, report: Report
) -> None:
    first = _document(report)
    report_of(first)
    other = _with_cells(first, lambda cell: figure if cell.text == "3" else cell.text)
    recalled, anew = _known_or_not(other)
    assert recalled == anew
    assert code in {finding.code for finding in recalled.diagnostics}


def test_figures_like_years_stay_figures(report: Report) -> None:
    first = _document(report)
    report_of(first)
    years = iter(("2021", "2023", "2022") * 100)
    other = _with_cells(first, lambda c: next(years) if c.text == "0" else c.text)
    recalled, anew = _known_or_not(other)
    assert recalled == anew
    assert recalled.facts["disputes.reconsideration.upheld"].value in (2021, 2022, 2023)


def test_no_more_forms_are_remembered_than_a_few(report: Report) -> None:
    forms = Forms()
    first = _document(report)
    for number in range(200):
        sections = tables.find_tables(first, lambda: 2023).sections
        forms.remember((number,), first, sections)
        tables.FORMS.known.clear()
    assert 0 < len(forms.known) < 100


@given(reports(), st.integers(0, 2**60))
def test_other_figures_read_alike_whether_the_form_is_known_or_not(
    report: Report, choice: int
) -> None:
    _compare(document_of(report), random.Random(choice))


@given(reports(blanks=False).flatmap(lambda one: damage(document_of(one))), st.integers(0, 2**60))
def test_damaged_documents_too(damaged: Damaged, choice: int) -> None:
    _compare(damaged.document, random.Random(choice))


def _compare(document: Document, choice: random.Random) -> None:
    first = govinfo.read(WRITINGS["html"][0](document))
    tables.FORMS.known.clear()
    try:
        report_of(first)
    except govinfo.NotAReport:
        return
    known = dict(tables.FORMS.known)
    for other in (
        _other_figures(first, choice),
        _other_texts(_other_figures(first, choice), choice),
    ):
        tables.FORMS.known.update(known)
        recalled, anew = _known_or_not(other)
        assert recalled == anew
