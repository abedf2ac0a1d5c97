from __future__ import annotations

import attrs
import pytest
from attrs import frozen

import layouts
from govinfo import (
    Disputes,
    Indicators,
    Layout,
    Money,
    Proactive2019,
    Proactive2021,
    Requests,
)
from govinfo.grammar.compile import build, compile_class
from govinfo.grammar.fields import column, columns, row, rows
from govinfo.grammar.values import Kind


@pytest.mark.parametrize(
    ("cls", "n_rows", "n_cells"),
    [
        # （六）其他处理 is both one row (2019) and three (2021) in the class: 26 rows, never all.
        (Requests, 26, 26 * 7),
        (Disputes, 1, 15),
        (Proactive2019, 8, 3 + 3 + 4 * 3 + 2 + 2),
        (Proactive2021, 6, 3 + 3 + 4),
    ],
)
def test_the_tables_have_the_cells_of_the_template(cls: type, n_rows: int, n_cells: int) -> None:
    grammar = compile_class(cls)
    assert len(grammar.rows) == n_rows
    assert len(list(grammar.cells())) == n_cells


@pytest.mark.parametrize(
    ("cls", "path"),
    [
        (Requests, "requests.received.natural_person"),
        (Requests, "requests.outcomes.denied.state_secret.total"),
        (Requests, "requests.outcomes.other.total.other_organization"),
        (Requests, "requests.outcomes.other.fee_unpaid.legal_service_organization"),
        (Disputes, "disputes.litigation.after_reconsideration.pending"),
        (Proactive2019, "proactive.procurement.amount"),
        (Proactive2021, "proactive.rules.in_force"),
        (Indicators, "indicators.disclosure.channels.gazette"),
        (Indicators, "indicators.applications.denials.trade_secret"),
        (Indicators, "indicators.organization.funding"),
    ],
)
def test_paths_are_the_public_names(cls: type, path: str) -> None:
    assert path in layouts.paths(cls)


@pytest.mark.parametrize("cls", [Requests, Disputes, Proactive2019, Proactive2021, Indicators])
def test_no_path_stands_twice(cls: type) -> None:
    assert len(set(layouts.paths(cls))) == len(layouts.paths(cls))


def test_rows_stand_in_the_order_in_which_the_template_prints_them() -> None:
    order = [row.path for row in compile_class(Requests).rows]
    assert order[:4] == [
        "received",
        "carried_over",
        "outcomes.granted",
        "outcomes.partially_granted",
    ]
    assert order[-2:] == ["outcomes.total", "carried_forward"]


def test_rows_that_the_template_prints_inside_another_group_stand_there() -> None:
    order = [row.path for row in compile_class(Indicators).rows]
    at = order.index("applications.answers.denied")
    assert order[at + 1] == "applications.denials.state_secret"
    assert order[at + 7] == "applications.answers.not_competent"


def test_a_total_is_the_sum_of_its_own_group() -> None:
    disputes = compile_class(Disputes).rows[0].columns
    assert [column.addends for column in disputes if column.addends] == [
        (0, 1, 2, 3),
        (5, 6, 7, 8),
        (10, 11, 12, 13),
    ]
    assert compile_class(Requests).rows[0].columns[-1].addends == (0, 1, 2, 3, 4, 5)


def test_kinds_follow_the_types() -> None:
    kinds = {path: column.kind for _, column, path in compile_class(Proactive2019).cells()}
    assert kinds["proactive.fees.change"] is Kind.CHANGE
    assert kinds["proactive.procurement.amount"] is Kind.MONEY
    assert kinds["proactive.procurement.projects"] is Kind.COUNT


@pytest.mark.parametrize("cls", [Requests, Disputes, Proactive2019, Proactive2021, Indicators])
def test_a_section_is_built_from_values_by_path(cls: type) -> None:
    part = compile_class(cls).layout.part
    figures = layouts.sound(cls, 1)
    section = build(cls, {path.removeprefix(f"{part}."): v for path, v in figures.items()})
    for path, value in figures.items():
        found = section
        for name in path.split(".")[1:]:
            found = getattr(found, name)
        assert found == value


def test_rows_that_an_edition_lacks_are_none() -> None:
    figures = layouts.sound(Requests, 1, three_rows=False)
    section = build(Requests, {path.removeprefix("requests."): v for path, v in figures.items()})
    assert section.outcomes.other.total is not None
    assert section.outcomes.other.fee_unpaid is None


@frozen
class Reply:
    granted: int | None = column("同意")
    refused: int | None = column("不同意")
    total: int | None = column("合计", total=True)


@frozen
class Ways:
    letter: Reply = row("1.信函")
    online: Reply = row("2.网络")


@frozen
class Replies:
    """A provincial table of a user's own."""

    layout = Layout(part="replies")

    ways: Ways = rows("（一）申请方式")
    paid: Money | None = row("（二）收费", unit="元")


def test_a_class_of_ones_own_is_compiled_alike() -> None:
    assert layouts.paths(Replies) == (
        "replies.ways.letter.granted",
        "replies.ways.letter.refused",
        "replies.ways.letter.total",
        "replies.ways.online.granted",
        "replies.ways.online.refused",
        "replies.ways.online.total",
        "replies.paid",
    )
    assert compile_class(Replies).rows[0].groups == ("（一）申请方式",)


def test_a_class_is_refused_with_what_is_wrong_with_it() -> None:
    class Plain:
        pass

    with pytest.raises(TypeError, match="not an attrs class"):
        compile_class(Plain)

    @frozen
    class Undeclared:
        layout = Layout(part="undeclared")
        granted: int | None = attrs.field(default=None)

    with pytest.raises(TypeError, match="granted is not declared"):
        compile_class(Undeclared)

    @frozen
    class Words:
        layout = Layout(part="words")
        granted: str | None = column("同意")

    with pytest.raises(TypeError, match="a figure is"):
        compile_class(Words)


def test_groups_of_columns_nest() -> None:
    @frozen
    class Courts:
        layout = Layout(part="courts")
        first: Reply = columns("一审")
        second: Reply = columns("二审")

    assert [c.groups for c in compile_class(Courts).rows[0].columns] == [("一审",)] * 3 + [
        ("二审",)
    ] * 3


@frozen
class Inner:
    one: int | None = row("甲", unit="件")


@frozen
class Outer:
    inner: Inner = rows("组")


def test_a_group_of_rows_is_not_left_out() -> None:
    with pytest.raises(TypeError, match="inner"):
        Outer()
