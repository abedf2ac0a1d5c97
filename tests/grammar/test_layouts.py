"""Any figures, in any layout: what a layout keeps is read, what it loses is spoken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import chain
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

import govinfo
import layouts
from govinfo import blocks
from govinfo.grammar.compile import compile_class
from govinfo.grammar.labels import key
from govinfo.grammar.values import Kind
from govinfo.render.text import stub_width, wide
from layouts import Figures, Value

Writer = Callable[[blocks.Table], str]


@frozen
class Table:
    """A table of the template in one of its forms."""

    name: str
    cls: type
    three_rows: bool = True

    @property
    def part(self) -> str:
        return compile_class(self.cls).layout.part


REQUESTS_2019 = Table("requests-2019", govinfo.Requests, three_rows=False)
REQUESTS_2021 = Table("requests-2021", govinfo.Requests)
DISPUTES = Table("disputes", govinfo.Disputes)
PROACTIVE_2019 = Table("proactive-2019", govinfo.Proactive2019)
PROACTIVE_2021 = Table("proactive-2021", govinfo.Proactive2021)
INDICATORS = Table("indicators", govinfo.Indicators)
TABLES = (REQUESTS_2019, REQUESTS_2021, DISPUTES, PROACTIVE_2019, PROACTIVE_2021, INDICATORS)


def _numbered(number: int) -> str:
    return f"Col{number + 1}"


def _fixed(table: blocks.Table) -> str:
    return layouts.fixed_width(table, stub=_stub(table), cell=_cell(table))


def _roomy(table: blocks.Table) -> str:
    return layouts.fixed_width(table, stub=[60] * stub_width(table), cell=max(14, _cell(table)))


def _cell(table: blocks.Table) -> int:
    longest = max(wide(cell.text) for cell in table.cells if not cell.header)
    return max(8 if table.n_columns < 15 else 6, longest)


def _stub(table: blocks.Table) -> tuple[int, ...]:
    labels = stub_width(table)
    return (8, 10, 24)[-labels:] if labels else ()


def _pages(table: blocks.Table) -> str:
    return layouts.paged([_fixed(part) for part in layouts.parts(table, 12)], first=3)


def _pages_without_header(table: blocks.Table) -> str:
    cut = layouts.parts(table, 12, repeat_header=False)
    return layouts.paged([_fixed(part) for part in cut], first=3)


KEEP_BLANKS: Mapping[str, Writer] = {
    "tab-led": layouts.tab_led,
    "tab-led, rows not parted": lambda table: layouts.tab_led(table, apart=False),
    "tab-led, labels broken": lambda table: layouts.tab_led(table, wrap=6),
    "tabs": layouts.tab_separated,
    "tabs, some behind": lambda table: layouts.tab_separated(table, trailing=3),
    "tabs, merged cells once": lambda table: layouts.tab_separated(table, merged="once"),
    "markdown": layouts.markdown,
    "markdown, merged cells repeated": lambda table: layouts.markdown(table, repeat=True),
    "markdown, bold": lambda table: layouts.markdown(table, bold=True),
    "markdown, <br>": lambda table: layouts.markdown(table, wrap=5),
    "markdown, Col1": lambda table: layouts.markdown(table, invented=_numbered),
    "markdown, 0 1 2": lambda table: layouts.markdown(table, invented=str),
    "markdown by row": lambda table: layouts.markdown_by_row(table, name=_numbered),
    "markdown by row, 0 1 2": lambda table: layouts.markdown_by_row(table, name=str),
    "markdown by row, all columns": lambda table: layouts.markdown_by_row(
        table, name=_numbered, full=True
    ),
    "markdown by row, no gap": lambda table: layouts.markdown_by_row(
        table, name=_numbered, gap=False
    ),
}
DROP_BLANKS: Mapping[str, Writer] = {
    "a cell a paragraph": layouts.cell_a_line,
    "a cell a line": lambda table: layouts.cell_a_line(table, blank_lines=False),
    "single blanks": layouts.single_spaced,
    "single blanks, no groups": lambda table: layouts.single_spaced(table, groups=False),
    "fixed width": _fixed,
    "fixed width, roomy": _roomy,
    "raw, values after": layouts.raw,
    "raw, values before": lambda table: layouts.raw(table, values="before"),
    "raw, values amid": lambda table: layouts.raw(table, values="amid"),
    "raw, short lines": lambda table: layouts.raw(table, wrap=12, letters=2),
}
SPLIT: Mapping[str, Writer] = {
    "tabs": lambda table: _parted(table, layouts.tab_separated),
    "markdown": lambda table: _parted(table, layouts.markdown),
    "tab-led": lambda table: _parted(table, layouts.tab_led),
    "pages": _pages,
    "pages, one header": _pages_without_header,
}
ORDERED = ("tab-led", "tabs", "tabs, merged cells once", "markdown", "markdown by row")


def _parted(table: blocks.Table, writer: Writer) -> str:
    return "\n\n".join(writer(part) for part in layouts.parts(table, 9, 17))


# Figures


@st.composite
def figures(draw: st.DrawFn, table: Table, *, blanks: bool = False) -> dict[str, Value]:
    """Plausible figures of a seed, some of which are drawn anew, some blank.

    The seed makes rows differ from each other, so that a row read for another shows; what is
    drawn anew need not add up.
    """
    found = layouts.sound(table.cls, draw(st.integers(0, 2**16)), three_rows=table.three_rows)
    kinds = {
        path: column.kind for _, column, path in compile_class(table.cls).cells() if path in found
    }
    values = st.dictionaries(st.sampled_from(sorted(found)), st.integers(0, 10**6), max_size=8)
    for path, value in draw(values).items():
        found[path] = _of_kind(kinds[path], value)
    if blanks:
        gone = st.one_of(
            st.lists(st.sampled_from(sorted(found)), max_size=len(found)),
            st.sampled_from([list(found), list(found)[::2], [p for p in found if "total" in p]]),
        )
        found.update(dict.fromkeys(draw(gone)))
    return found


def _of_kind(kind: Kind, value: int) -> Value:
    if kind is Kind.CHANGE:
        return value // 1000 - 500
    if kind is Kind.MONEY:
        unit = ("元", "万元", "亿元", None)[value % 4]
        return govinfo.Money(Decimal(value) / 100, unit)
    return value


@st.composite
def orders(draw: st.DrawFn, table: Table) -> dict[str, list[int]]:
    """An order of the columns that keeps each group together."""
    if table.part == "requests":
        inner = draw(st.permutations(range(1, 6)))
        top = draw(st.permutations([[0], list(inner), [6]]))
        return {"": list(chain.from_iterable(top))}
    if table.part == "disputes":
        cycle = draw(st.permutations(range(5)))
        direct, after = draw(st.permutations([5, 10]))
        litigation = [start + at for start in (direct, after) for at in cycle]
        top = draw(st.permutations([list(cycle), litigation]))
        return {"": list(chain.from_iterable(top))}
    blocks = {row.block: len(row.columns) for row in compile_class(table.cls).rows}
    return {block: list(draw(st.permutations(range(n)))) for block, n in blocks.items()}


# What is asked of the library


def parse(text: str) -> govinfo.Report:
    return govinfo.parse(text.encode())


def values_of(report: govinfo.Report, part: str) -> dict[str, Value]:
    return {path: fact.value for path, fact in report.facts.items() if path.startswith(f"{part}.")}


def spoken_of(report: govinfo.Report, path: str) -> bool:
    """Whether a diagnostic is about a fact, its row or its table."""
    return any(
        path == found.path or path.startswith(f"{found.path}.")
        for found in report.diagnostics
        if found.path
    )


def assert_equal(truth: Figures, table: Table, text: str) -> None:
    found = values_of(parse(layouts.report({table.part: text})), table.part)
    wrong = {
        path: (truth.get(path, "absent"), found.get(path, "absent"))
        for path in {**truth, **found}
        if truth.get(path, "absent") != found.get(path, "absent")
    }
    assert not wrong, f"(truth, read): {wrong}"


def assert_honest(truth: Figures, table: Table, text: str) -> None:
    report = parse(layouts.report({table.part: text}))
    found = values_of(report, table.part)
    silent = {
        path: (truth.get(path), found.get(path))
        for path in {**truth, **found}
        if truth.get(path) != found.get(path) and not spoken_of(report, path)
    }
    assert not silent, f"(truth, read) without a word: {silent}"


def by_name(table: Any) -> str:
    return table.name if isinstance(table, Table) else str(table)


# Layouts that lose nothing


@pytest.mark.parametrize("layout", KEEP_BLANKS)
@pytest.mark.parametrize("table", TABLES, ids=by_name)
@given(data=st.data())
def test_blank_cells_and_figures_come_back_equal(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table, blanks=True))
    assert_equal(truth, table, KEEP_BLANKS[layout](layouts.drawn(table.cls, truth)))


@pytest.mark.parametrize("layout", DROP_BLANKS)
@pytest.mark.parametrize("table", TABLES, ids=by_name)
@given(data=st.data())
def test_figures_without_blanks_come_back_equal(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    assert_equal(truth, table, DROP_BLANKS[layout](layouts.drawn(table.cls, truth)))


@pytest.mark.parametrize("layout", SPLIT)
@pytest.mark.parametrize("table", [REQUESTS_2019, REQUESTS_2021], ids=by_name)
@given(data=st.data())
def test_split_tables_come_back_whole(data: st.DataObject, table: Table, layout: str) -> None:
    truth = data.draw(figures(table))
    assert_equal(truth, table, SPLIT[layout](layouts.drawn(table.cls, truth)))


@pytest.mark.parametrize("layout", ORDERED)
@pytest.mark.parametrize(
    "table", [REQUESTS_2021, DISPUTES, PROACTIVE_2019, PROACTIVE_2021], ids=by_name
)
@given(data=st.data())
def test_columns_in_another_order_come_back_in_their_places(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    grid = layouts.drawn(table.cls, truth, orders=data.draw(orders(table)))
    assert_equal(truth, table, {**KEEP_BLANKS, **DROP_BLANKS}[layout](grid))


@pytest.mark.parametrize("layout", [*KEEP_BLANKS, "a cell a paragraph", "single blanks"])
@pytest.mark.parametrize("table", [REQUESTS_2019, REQUESTS_2021, PROACTIVE_2019], ids=by_name)
@given(data=st.data())
def test_rows_that_their_labels_and_number_of_cells_place_need_no_header(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    grid = layouts.without_header(layouts.drawn(table.cls, truth))
    # One figure under two columns, and printed twice, may be two figures.
    twice = layout == "markdown, merged cells repeated" and table is PROACTIVE_2019
    expect = assert_honest if twice else assert_equal
    expect(truth, table, {**KEEP_BLANKS, **DROP_BLANKS}[layout](grid))


@pytest.mark.parametrize("show", ["full_width", "grouped", "with_unit"])
@pytest.mark.parametrize("layout", ["tab-led", "tabs", "markdown", "a cell a line", "fixed width"])
@given(data=st.data())
def test_counts_are_read_however_they_are_written(
    data: st.DataObject, layout: str, show: str
) -> None:
    table = REQUESTS_2021
    truth = data.draw(figures(table))
    grid = layouts.drawn(table.cls, truth, show=getattr(layouts, show))
    assert_equal(truth, table, {**KEEP_BLANKS, **DROP_BLANKS}[layout](grid))


@pytest.mark.parametrize("layout", ["tab-led", "tabs", "markdown", "a cell a paragraph"])
@pytest.mark.parametrize("table", TABLES, ids=by_name)
@given(data=st.data())
def test_traditional_characters_are_read_alike(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    text = {**KEEP_BLANKS, **DROP_BLANKS}[layout](layouts.drawn(table.cls, truth))
    assert_equal(truth, table, layouts.traditional(text))


# Layouts that lose something


@pytest.mark.parametrize("layout", DROP_BLANKS)
@pytest.mark.parametrize("table", TABLES, ids=by_name)
@given(data=st.data())
def test_no_value_is_silently_wrong_where_blank_cells_vanish(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table, blanks=True))
    assert_honest(truth, table, DROP_BLANKS[layout](layouts.drawn(table.cls, truth)))


@pytest.mark.parametrize("layout", ["tab-led", "tabs", "a cell a paragraph", "single blanks"])
@pytest.mark.parametrize(
    "table", [REQUESTS_2019, REQUESTS_2021, DISPUTES, PROACTIVE_2019], ids=by_name
)
@given(data=st.data())
def test_no_value_is_silently_wrong_where_digits_are_glued(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    grid = layouts.drawn(table.cls, truth)
    ends = sorted(data.draw(st.sets(st.integers(1, 14), max_size=6)))
    grid = layouts.glue(grid, ends)
    assert_honest(truth, table, {**KEEP_BLANKS, **DROP_BLANKS}[layout](grid))


@pytest.mark.parametrize("layout", [*ORDERED, *DROP_BLANKS])
@pytest.mark.parametrize("table", TABLES, ids=by_name)
@given(data=st.data())
def test_no_value_is_silently_wrong_where_labels_are_damaged(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    labels = data.draw(damages(table, truth))
    grid = layouts.drawn(table.cls, truth, labels=labels)
    assert_honest(truth, table, {**KEEP_BLANKS, **DROP_BLANKS}[layout](grid))


@pytest.mark.parametrize("layout", [*ORDERED, "a cell a paragraph", "single blanks"])
@pytest.mark.parametrize("table", [DISPUTES, PROACTIVE_2021, INDICATORS], ids=by_name)
@given(data=st.data())
def test_no_value_is_silently_wrong_where_the_header_is_lost(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    grid = layouts.without_header(layouts.drawn(table.cls, truth))
    assert_honest(truth, table, {**KEEP_BLANKS, **DROP_BLANKS}[layout](grid))


@pytest.mark.parametrize("layout", ["fixed width", "a cell a paragraph", "raw, values after"])
@pytest.mark.parametrize("table", [REQUESTS_2021, DISPUTES, PROACTIVE_2019], ids=by_name)
@given(data=st.data())
def test_no_value_is_silently_wrong_where_the_order_of_the_columns_is_hard_to_tell(
    data: st.DataObject, table: Table, layout: str
) -> None:
    truth = data.draw(figures(table))
    grid = layouts.drawn(table.cls, truth, orders=data.draw(orders(table)))
    assert_honest(truth, table, DROP_BLANKS[layout](grid))


@st.composite
def damages(draw: st.DrawFn, table: Table, truth: Figures) -> dict[str, str]:
    """Labels of some rows with a third of their letters lost or replaced, or lost altogether.

    Never so that a label becomes that of another row: then the document itself would be wrong.
    """
    grammar = compile_class(table.cls)
    rows = [
        row
        for row in grammar.rows
        if row.label and all(grammar.path(row, column) in truth for column in row.columns)
    ]
    if not rows:
        return {}
    known = {form for row in rows for form in (key(row.label).full, key(row.label).bare)}
    found = {}
    for row in draw(st.lists(st.sampled_from(rows), max_size=6, unique_by=id)):
        size = len(row.label)
        at = st.integers(0, size - 1)
        drop = draw(st.sets(at, max_size=size // 3))
        label = layouts.damaged(row.label, drop=drop)
        if draw(st.integers(0, 4)) == 0:
            label = "　"
        if key(label).full not in known and key(label).bare not in known:
            found[grammar.path(row)] = label
    return found
