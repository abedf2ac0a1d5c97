"""Findings: what a rule's page says and the function that looks for it, registered together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Unpack

from attrs import field, frozen

from govinfo.blocks import Anchor
from govinfo.checks.identities import judge
from govinfo.diagnostics import RULES, Diagnostic, Page, Rule, Severity, page_of, register
from govinfo.grammar.equations import Judgement
from govinfo.installed import load_group
from govinfo.prose.claims import linked
from govinfo.template.claim import Claim
from govinfo.template.report import Report

GROUP = "govinfo.checks"
"""The entry points by which installed packages bring rules."""


@frozen(slots=False, eq=False)
class Inspection:
    """A report while it is checked, with what several rules ask of it, worked out once.

    Attributes:
        report: The report. A rule of tables may be given one table of a class of one's own
            (`Interpreted`), and asks for nothing but `facts` and `tables`.
    """

    report: Report

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """The sums of its tables (勾稽关系) and how its figures stand to them."""
        return tuple(judge(self.report))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What its narratives say of the figures of its tables."""
        return linked(self.report)


@frozen(slots=True)
class Found:
    """What a rule's function finds; `found` makes one."""

    path: str
    anchor: Anchor | None
    values: Mapping[str, object]


def found(path: str, anchor: Anchor | None = None, **values: object) -> Found:
    """One thing that is wrong with a report.

    Args:
        path: The fact, row or section it is about; `""` for the report as a whole.
        anchor: Where it was printed.
        values: What stands in the braces of the rule's message.
    """
    return Found(path, anchor, values)


Look = Callable[[Inspection], Iterable[Found]]


@frozen(slots=True)
class Check(Rule):
    """A rule with the function that looks for it.

    Attributes:
        look: Yields what it finds in a report.
        tables: Whether it asks for nothing but tables, so that a single one can be checked too.
    """

    look: Look = field(repr=False)
    tables: bool = False

    def run(self, inspection: Inspection) -> Iterator[Diagnostic]:
        """The findings of this rule in a report."""
        for one in self.look(inspection):
            yield self.at(one.path, one.anchor, **one.values)


def finding(
    code: str, name: str, severity: Severity, *, tables: bool = False, **page: Unpack[Page]
) -> Callable[[Look], Check]:
    """Register a function as a rule; what is registered is part of every check from then on.

    Args:
        code: The rule's stable code. Those of the library begin with GI; take other letters.
        name: Short name in English, words joined by hyphens.
        severity: The severity of its findings.
        tables: Whether the function asks for nothing but tables.
        page: What the rule says, in English and Chinese; see `govinfo.diagnostics.Rule`.

    Returns:
        A decorator of the function, which takes an `Inspection` and yields what `found` makes.
        The name then stands for the rule.

    Raises:
        ValueError: The code is taken by another rule.
    """

    def decorated(look: Look) -> Check:
        known = RULES.get(code)
        if isinstance(known, Check) and _origin(known.look) == _origin(look):
            del RULES[code]  # A notebook's cell that is run again.
        return register(Check(code, name, severity, *page_of(page), look, tables))

    return decorated


def _origin(look: Look) -> tuple[str, str]:
    return look.__module__, look.__qualname__


def registered() -> tuple[Check, ...]:
    """Every rule that has a function, by code."""
    load_group(GROUP)
    checks = (RULES[code] for code in sorted(RULES))
    return tuple(check for check in checks if isinstance(check, Check))
