"""Identities are derived from any class, the template's or one's own."""

from __future__ import annotations

from attrs import frozen

import govinfo
from govinfo.checks.identities import judge
from govinfo.grammar.compile import compile_class
from govinfo.grammar.equations import equations
from govinfo.grammar.fields import column, row
from govinfo.grammar.sums import Status
from govinfo.money import Money


@frozen
class Visits:
    by_phone: int | None = column("电话")
    in_person: int | None = column("现场")
    total: int | None = column("合计", total=True)


@frozen
class Consultations:
    policy: Visits = row("政策咨询")
    other: Visits = row("其他咨询")
    total: Visits = row("合计咨询", total=True)


@frozen
class Costs:
    printing: Money | None = row("印制费用", unit="元")
    postage: Money | None = row("邮寄费用", unit="元")
    total: Money | None = row("费用合计", total=True, unit="万元")


TEXT = """
咨询情况\t电话\t现场\t合计
政策咨询\t12\t3\t15
其他咨询\t1\t2\t4
合计咨询\t13\t5\t18
"""


def test_the_identities_of_the_requests_are_as_many_as_the_template_prints() -> None:
    kinds = [equation.kind for equation in equations(compile_class(govinfo.Requests))]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "balance": 7,
        "row-total": 7,
        "column-total": 26,
    }


def test_a_class_of_ones_own_is_checked() -> None:
    read = govinfo.interpret(govinfo.read(TEXT.encode()), Consultations)
    broken = {found.path for found in read.check() if found.severity == "error"}
    (named,) = [found for found in read.check() if found.code == "GI209"]
    assert broken == {"consultations.other.total", "consultations.total.total"}
    assert (named.path, named.values["expected"]) == ("consultations.other.total", "3")


def test_amounts_in_different_units_compare_in_yuan() -> None:
    text = "费用\t单位\t金额\n印制费用\t元\t{}\n邮寄费用\t元\t2000\n费用合计\t万元\t1.25\n"
    for printed, status in (("10500", Status.HOLDS), ("10500.01", Status.BROKEN)):
        read = govinfo.interpret(govinfo.read(text.format(printed).encode()), Costs)
        (judgement,) = judge(read)
        assert judgement.status is status


def test_an_amount_without_a_unit_leaves_the_identity_open() -> None:
    text = "费用\t金额\n印制费用\t10500\n邮寄费用\t2000\n费用合计\t1.25\n"
    (judgement,) = judge(govinfo.interpret(govinfo.read(text.encode()), Costs))
    assert judgement.status is Status.OPEN
