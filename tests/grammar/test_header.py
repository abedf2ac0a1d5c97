"""Which column is which, told by headers as documents print them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

import govinfo
import layouts
from govinfo import Cell, Disputes, Document, Money, Proactive2019, Requests, Table
from govinfo.testing.tables import with_texts
from layouts import Value

WRITERS = {
    "tab-led": layouts.tab_led,
    "tabs": layouts.tab_separated,
    "tabs, merged once": lambda table: layouts.tab_separated(table, merged="once"),
    "markdown": layouts.markdown,
    "markdown, repeated": lambda table: layouts.markdown(table, repeat=True),
    "markdown, 1 2 3": lambda table: layouts.markdown(table, invented=lambda n: str(n + 1)),
    "markdown by row": lambda table: layouts.markdown_by_row(table, name=lambda i: f"Col{i}"),
    "a cell a line": layouts.cell_a_line,
    "spans": None,
}
ORDERS = {
    "total first": [6, 0, 1, 2, 3, 4, 5],
    "total second": [0, 6, 1, 2, 3, 4, 5],
    "organisations first": [1, 2, 3, 4, 5, 0, 6],
    "organisations last": [6, 0, 5, 4, 3, 2, 1],
    "organisations turned": [0, 3, 1, 2, 5, 4, 6],
    "total before organisations": [6, 1, 2, 3, 4, 5, 0],
}
COURTS = {
    "litigation first": [*range(5, 15), *range(5)],
    "after reconsideration first": [*range(5), *range(10, 15), *range(5, 10)],
    "totals first": [4, 0, 1, 2, 3, 9, 5, 6, 7, 8, 14, 10, 11, 12, 13],
    "all of it": [14, 12, 13, 10, 11, 9, 7, 8, 5, 6, 4, 2, 3, 0, 1],
}


def read(cls: type, table: Table, layout: str) -> dict[str, Value]:
    writer = WRITERS[layout]
    if writer is None:
        document = Document((table,))
    else:
        document = govinfo.read(writer(table).encode(), format="text")
    facts = govinfo.interpret(document, cls).facts
    return {path: fact.value for path, fact in facts.items()}


@pytest.mark.parametrize("layout", WRITERS)
@pytest.mark.parametrize("order", ORDERS)
def test_applicants_in_another_order(order: str, layout: str) -> None:
    if layout == "a cell a line" and order == "organisations first":
        pytest.skip("a text drawn from a page by height reads alike in the template's order")
    figures = layouts.balanced(7)
    table = layouts.drawn(Requests, figures, orders={"": ORDERS[order]})
    assert read(Requests, table, layout) == figures


def test_an_order_that_two_readings_leave_open_is_warned_of() -> None:
    table = layouts.drawn(Requests, layouts.balanced(7), orders={"": ORDERS["organisations first"]})
    document = govinfo.read(layouts.cell_a_line(table).encode(), format="text")
    found = govinfo.interpret(document, Requests).diagnostics
    assert [(said.code, said.path) for said in found] == [("GI117", "requests")]


@pytest.mark.parametrize("layout", WRITERS)
@pytest.mark.parametrize("order", COURTS)
def test_results_in_another_order(order: str, layout: str) -> None:
    figures: dict[str, Value] = {path: 10 + n for n, path in enumerate(layouts.paths(Disputes))}
    for at in (4, 9, 14):
        names = list(figures)
        figures[names[at]] = sum(range(10 + at - 4, 10 + at))
    table = layouts.drawn(Disputes, figures, orders={"": COURTS[order]})
    assert read(Disputes, table, layout) == figures


@pytest.mark.parametrize("layout", ["tab-led", "tabs, merged once", "markdown", "spans"])
@pytest.mark.parametrize(
    ("cls", "moved", "other"),
    [
        (Requests, ("商业企业", "科研机构"), "科研单位"),
        (Disputes, ("结果维持", "结果纠正"), "更正"),
    ],
)
def test_a_label_of_other_words_leaves_no_room_for_the_wrong_order(
    cls: type, moved: tuple[str, str], other: str, layout: str
) -> None:
    figures = layouts.balanced(7)
    if cls is Disputes:
        figures = {path: 10 + n for n, path in enumerate(layouts.paths(Disputes))}
    table = layouts.drawn(cls, figures)
    in_place = {moved[1]: other}
    displaced = {moved[0]: other, moved[1]: moved[0]}
    assert read(cls, _renamed(table, in_place), layout) == figures
    found = read(cls, _renamed(table, displaced), layout)
    assert set(found.values()) == {None}


def test_so_do_labels_on_lines_of_their_own() -> None:
    figures = layouts.balanced(7)
    table = layouts.drawn(Requests, figures)
    in_place = _renamed(table, {"科研机构": "科研单位"})
    displaced = _renamed(table, {"商业企业": "科研单位", "科研机构": "商业企业"})
    assert read(Requests, in_place, "a cell a line") == figures
    assert set(read(Requests, displaced, "a cell a line").values()) == {None}


def _renamed(table: Table, names: dict[str, str]) -> Table:
    cells = (evolve(cell, text=names.get(cell.text, cell.text)) for cell in table.cells)
    return evolve(table, cells=tuple(cells))


@pytest.mark.parametrize("layout", WRITERS)
def test_each_block_has_a_header_of_its_own(layout: str) -> None:
    figures: dict[str, Value] = {
        path: 10 + n for n, path in enumerate(layouts.paths(Proactive2019))
    }
    figures["proactive.procurement.amount"] = Money("3.5", "万元")
    orders: dict[str, Sequence[int]] = {
        "第二十条第（一）项": [2, 0, 1],
        "第二十条第（六）项": [1, 2, 0],
        "第二十条第（九）项": [1, 0],
    }
    assert read(Proactive2019, layouts.drawn(Proactive2019, figures, orders=orders), layout) == (
        figures
    )


@pytest.mark.parametrize("layout", WRITERS)
def test_the_usual_order_is_not_remarked_on(layout: str) -> None:
    writer = WRITERS[layout]
    table = layouts.drawn(Requests, layouts.balanced(7))
    document = (
        Document((table,))
        if writer is None
        else govinfo.read(writer(table).encode(), format="text")
    )
    assert govinfo.interpret(document, Requests).diagnostics == ()


def test_another_order_is_remarked_on_in_the_words_of_the_header() -> None:
    table = layouts.drawn(Requests, layouts.balanced(7), orders={"": [6, 0, 1, 2, 3, 4, 5]})
    found = govinfo.interpret(
        govinfo.read(layouts.tab_separated(table).encode(), format="text"), Requests
    )
    (said,) = found.diagnostics
    assert said.code == "GI111"
    assert "总计、自然人、商业企业" in said.message


def test_a_cell_that_covers_two_columns_is_placed_in_neither() -> None:
    """One value for two columns is no value of either."""
    table = layouts.drawn(Requests, layouts.balanced(7))
    row = next(cell.row for cell in table.cells if cell.text == "（一）予以公开")
    cells = [
        Cell("3", row, 3, colspan=2) if (cell.row, cell.column) == (row, 3) else cell
        for cell in table.cells
        if (cell.row, cell.column) != (row, 4)
    ]
    found = govinfo.interpret(Document((Table(tuple(cells)),)), Requests)
    granted = found.section.outcomes.granted
    assert (granted.natural_person, granted.enterprise) == (None, None)
    assert any(said.path.startswith("requests.outcomes.granted") for said in found.diagnostics)
    assert found.section.outcomes.partially_granted.total is not None


def test_the_unit_of_money_stands_in_the_header() -> None:
    figures = layouts.sound(Proactive2019, 8)
    figures["proactive.procurement.amount"] = Money("3.58", "亿元")
    table = layouts.drawn(Proactive2019, figures, show=layouts.bare, unit_in_header="亿元")
    for layout in WRITERS:
        assert read(Proactive2019, table, layout) == figures


def test_a_label_printed_twice_instead_of_another_is_told() -> None:
    rows = (
        "信息内容\t本年制发件数\t本年制发件数\t现行有效件数",
        "规章\t1\t2\t3",
        "行政规范性文件\t4\t5\t6",
    )
    document = govinfo.read("\n".join(rows).encode(), format="text")
    said = govinfo.interpret(document, govinfo.Proactive2021).diagnostics
    assert "GI117" in {finding.code for finding in said}


@pytest.mark.parametrize("layout", ["tabs, merged once", "markdown by row"])
def test_where_a_groups_label_is_lost_its_columns_are_not_put_last(layout: str) -> None:
    """自然人 and 总计 stand a line above the others, and nothing says that they part them."""
    figures = {path: None if n % 2 else 7 for n, path in enumerate(layouts.balanced(7))}
    table = layouts.drawn(Requests, figures)
    lost = {cell: "" for cell in table.cells if cell.header and cell.text == "法人或其他组织"}
    assert lost
    assert read(Requests, with_texts(table, lost), layout) == figures


def test_courts_of_which_one_is_set_higher_stand_in_the_templates_order() -> None:
    # As pdftotext prints the page of a browser: 复议后起诉 alone, for it is less high.
    text = """四、政府信息公开行政复议、行政诉讼情况

行政复议
行政诉讼
复议后起诉
结果 结果 其他 尚未 总计 结果 未经复议直接起诉
结果 其他 尚未 总计 结果 结果 其他 尚未 总计
维持 纠正 结果 审结
维持 纠正 结果 审结
维持 纠正 结果 审结
7 0 5 0 12 0 0 0 3 3 0 0 2 0 2
"""
    report = govinfo.parse(text.encode())
    values = [fact.value for path, fact in report.facts.items() if path.startswith("disputes.")]
    assert values == [7, 0, 5, 0, 12, 0, 0, 0, 3, 3, 0, 0, 2, 0, 2]
    assert [one.code for one in report.diagnostics if one.path == "disputes"] == ["GI117"]
