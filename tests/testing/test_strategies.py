"""The strategies keep their promises, and shrink to something that a person can read."""

from __future__ import annotations

from itertools import chain

import pytest
from attrs import frozen
from hypothesis import Phase, find, given
from hypothesis import settings as limits
from hypothesis import strategies as st

import govinfo
from govinfo import Money, Report
from govinfo.blocks import Table
from govinfo.checks.identities import judge
from govinfo.grammar.compile import compile_class
from govinfo.grammar.fields import column, row
from govinfo.grammar.sums import Status
from govinfo.render.page import document_of
from govinfo.solve.damages import DAMAGES as SOLVED
from govinfo.template.editions import Edition
from govinfo.template.editions import tables as all_tables
from govinfo.testing.strategies import DAMAGES, WRITINGS, damage, figures, layouts, reports
from govinfo.testing.tables import figures_in, rows_of_figures

SEARCH = limits(
    max_examples=2000, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink]
)
WHOLE = document_of(Report.from_figures({"requests.received.total": 7}, edition="2021"))


@frozen
class Visits:
    by_phone: int | None = column("电话")
    in_person: int | None = column("现场")
    total: int | None = column("合计", total=True)
    cost: Money | None = column("费用")


@frozen
class Consultations:
    policy: Visits = row("政策咨询")
    other: Visits = row("其他咨询")


@pytest.mark.parametrize("edition", Edition)
@given(data=st.data())
def test_sound_reports_break_no_identity(edition: Edition, data: st.DataObject) -> None:
    report = data.draw(reports(edition))
    assert report.edition is edition
    assert [one for one in judge(report) if one.status is Status.BROKEN] == []
    assert [one for one in report.check(select=["GI2"]) if one.severity == "error"] == []


@given(st.data())
def test_reports_may_be_wrong_and_blank_where_asked(data: st.DataObject) -> None:
    report = data.draw(reports(sound=False, blanks=False))
    assert None not in {fact.value for fact in report.facts.values()}


@pytest.mark.parametrize("cls", [*all_tables(), Consultations])
@given(data=st.data())
def test_figures_are_those_of_the_class(cls: type, data: st.DataObject) -> None:
    found = data.draw(figures(cls, edition=Edition.E2019))
    kinds = {path: column.kind.value for _, column, path in compile_class(cls).cells()}
    for path, value in found.items():
        assert value is None or isinstance(value, Money) == (kinds[path] == "money")


@given(figures(Consultations, sound=True, blanks=False))
def test_sound_figures_of_ones_own_class_add_up(found: dict[str, int]) -> None:
    for name in ("policy", "other"):
        parts = [found[f"consultations.{name}.{part}"] for part in ("by_phone", "in_person")]
        assert found[f"consultations.{name}.total"] == sum(parts)


def test_reports_shrink_to_zeros_and_the_figure_that_matters() -> None:
    def counts(report: Report) -> list[int]:
        return [fact.value for fact in report.facts.values() if isinstance(fact.value, int)]

    def matters(report: Report) -> bool:
        return any(value > 5000 for value in counts(report))

    report = find(reports("2021", sound=False), matters, settings=SEARCH)
    assert [value for value in counts(report) if value] == [5001]
    assert (report.year, report.overview) == (
        2021,
        govinfo.Narrative("本机关制度健全，公开有序。", "一、总体情况"),
    )


@pytest.mark.parametrize("format", WRITINGS)
@given(data=st.data())
def test_layouts_are_those_of_a_format(format: str, data: st.DataObject) -> None:
    writing = data.draw(layouts(format))
    assert writing.format == format
    assert isinstance(writing(WHOLE), bytes)
    assert data.draw(layouts()) in [one for each in WRITINGS.values() for one in each]


@pytest.mark.parametrize("kind", DAMAGES)
@given(data=st.data())
def test_damage_is_done_to_one_table(kind: str, data: st.DataObject) -> None:
    damaged = data.draw(damage(WHOLE, kind))
    assert damaged.kind == kind
    kept = [block for block in damaged.document.blocks if block in WHOLE.blocks]
    assert len(kept) >= len(WHOLE.blocks) - 1


def tables(kind: str, data: st.DataObject) -> tuple[Table, Table]:
    """The table of requests, whole and damaged."""
    (whole,) = [block for block in WHOLE.blocks if isinstance(block, Table) and block.n_rows > 20]
    (damaged, *_), _ = data.draw(DAMAGES[kind](whole))
    assert isinstance(damaged, Table)
    return whole, damaged


@pytest.mark.parametrize(("kind", "least"), [("cell dropped", 1), ("figures glued", 1)])
@given(data=st.data())
def test_a_row_has_fewer_figures(kind: str, least: int, data: st.DataObject) -> None:
    whole, damaged = tables(kind, data)
    counts = [
        [len(figures_in(table, row)) for row in rows_of_figures(table)]
        for table in (whole, damaged)
    ]
    assert sum(counts[0]) - sum(counts[1]) >= least


@pytest.mark.parametrize("kind", ["label broken", "label lost", "column label lost"])
@given(data=st.data())
def test_a_label_is_another(kind: str, data: st.DataObject) -> None:
    whole, damaged = tables(kind, data)
    changed = [
        (before.text, after.text)
        for before, after in zip(whole.cells, damaged.cells, strict=True)
        if before != after
    ]
    assert len(changed) == 1
    assert len(changed[0][1]) < len(changed[0][0])


@given(st.data())
def test_a_split_table_keeps_its_figures(data: st.DataObject) -> None:
    (whole,) = [block for block in WHOLE.blocks if isinstance(block, Table) and block.n_rows > 20]
    blocks, _ = data.draw(DAMAGES["table split"](whole))
    halves = [block for block in blocks if isinstance(block, Table)]
    assert len(halves) == 2
    assert sum(len(rows_of_figures(half)) for half in halves) == len(rows_of_figures(whole))


def test_every_damage_is_told_again_by_something_and_the_other_way_round() -> None:
    """A reading that no damage needs is needless, and damage that none explains is unheard of."""
    told_by = {kind.told_by for kind in DAMAGES.values()}
    of_rows = set(SOLVED.values())
    assert of_rows <= told_by
    others = {f"{one.__module__}.{one.__name__}" for one in told_by - of_rows}
    assert others == {
        "govinfo.explain.copies.copies_of",
        "govinfo.layout.cells.cells_of",
        "govinfo.layout.cells.own_cells",
        "govinfo.layout.header.read_header",
        "govinfo.layout.row_labels.rejoined",
        "govinfo.layout.lines.lines_of",
        "govinfo.layout.rows.assign",
        "govinfo.layout.header_lines.headers_of",
    }


def figures_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in figures_in(table, row)] for row in rows_of_figures(table)]


def labels_of(table: Table) -> str:
    return "".join(cell.text for cell in table.cells if cell.header)


@pytest.mark.parametrize(
    "kind", ["figure on a line of its own", "figures above or below their label", "nothing"]
)
@given(data=st.data())
def test_no_figure_is_lost_that_stands_elsewhere(kind: str, data: st.DataObject) -> None:
    whole, damaged = tables(kind, data)
    figures = [sorted(chain.from_iterable(figures_of(table))) for table in (whole, damaged)]
    assert figures[0] == figures[1]
    assert labels_of(whole) == labels_of(damaged)


@given(st.data())
def test_a_label_over_two_rows_is_whole_again_when_they_are_read_together(
    data: st.DataObject,
) -> None:
    whole, damaged = tables("label over two rows", data)
    assert labels_of(damaged) == labels_of(whole)
    assert damaged.n_rows == whole.n_rows + 1


@given(st.data())
def test_two_rows_in_one_keep_a_line_each(data: st.DataObject) -> None:
    whole, damaged = tables("two rows in one", data)
    assert damaged.n_rows == whole.n_rows - 1
    both = [
        line
        for row in figures_of(damaged)
        for line in zip(*(text.split("\n") for text in row), strict=True)
    ]
    assert [list(line) for line in both] == figures_of(whole)


@given(st.data())
def test_a_row_printed_twice_is_there_twice(data: st.DataObject) -> None:
    whole, damaged = tables("row printed twice", data)
    assert damaged.n_rows == whole.n_rows + 1


@pytest.mark.parametrize(
    "kind",
    [
        "figure on a line of its own",
        "label over two rows",
        "row printed twice",
        "cell merged with the one below",
    ],
)
@given(data=st.data())
def test_a_damaged_table_has_no_overlapping_cells(kind: str, data: st.DataObject) -> None:
    _, damaged = tables(kind, data)
    places = [
        (row, column)
        for cell in damaged.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    ]
    assert len(places) == len(set(places))
