"""The strategies keep their promises, and shrink to something that a person can read."""

from __future__ import annotations

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
