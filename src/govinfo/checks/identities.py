"""How a report stands to the sums that its tables' classes declare (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from govinfo.grammar.compile import compile_class
from govinfo.grammar.equations import Judgement, equations, judge_one
from govinfo.grammar.facts import Fact
from govinfo.grammar.sums import Number
from govinfo.money import Money
from govinfo.template.report import Facts


class Tabled(Protocol):
    """What has tables: a report, or one table that was interpreted by a class."""

    @property
    def facts(self) -> Facts:
        """The facts of all tables."""

    @property
    def tables(self) -> tuple[Any, ...]:
        """Instances of the sections' classes."""


def judge(report: Tabled) -> Iterator[Judgement]:
    """Every identity of a report's tables, in the order of the template.

    Identities of which the document prints no total, or no part, are left out.
    """
    values = {path: number(fact) for path, fact in report.facts.items()}
    for section in report.tables:
        for equation in equations(compile_class(type(section))):
            judgement = judge_one(equation, values)
            if judgement is not None:
                yield judgement


def number(fact: Fact) -> Number | None:
    """A fact's value as a number: amounts of money in yuan, `None` where the unit is unknown."""
    value = fact.value
    return value.yuan if isinstance(value, Money) else value
