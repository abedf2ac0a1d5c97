"""A report's figures under names that hold over the editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from govinfo.between.values import Value, total
from govinfo.template.claim import Claim
from govinfo.template.editions import editions
from govinfo.template.panel import PANEL, Source, Variable
from govinfo.template.report import Report


@frozen(slots=True)
class Harmonised:
    """A variable's value in a report.

    Attributes:
        variable: The variable.
        value: Its value; `None` where the report does not tell it, or one of the facts that it
            is made of is blank.
        edition: The first year of the edition whose facts it is made of; `None` where the report
            has those of none.
        source: These facts, and how sure the correspondence is.
    """

    variable: Variable
    value: Value
    edition: str | None
    source: Source | None


def harmonise(report: Report, claims: Sequence[Claim] | None = None) -> dict[str, Harmonised]:
    """A report's figures as variables of one panel over the editions, by name.

    A report may hold tables of several editions: where it has the facts of its own edition, they
    are taken, and otherwise those of the latest edition that it has. Nothing is added up of two.
    What only narratives tell is taken of them where they give one value for it.

    Args:
        report: The report.
        claims: What its narratives say; by default `report.claims`.
    """
    own = [] if report.edition is None else [str(report.edition)]
    order = tuple(dict.fromkeys([*own, *map(str, reversed(editions()))]))
    held = {path: fact.value for path, fact in report.facts.items()} | _told(
        report, report.claims if claims is None else claims
    )
    return {variable.name: _harmonised(held, variable, order) for variable in PANEL}


def _told(report: Report, claims: Sequence[Claim]) -> dict[str, Value]:
    """What the narratives say of measures; `None` where they give several values for one."""
    found: dict[str, set[int]] = {}
    for claim in claims:
        if claim.path not in report.facts and isinstance(claim.value, int):
            found.setdefault(claim.path, set()).add(claim.value)
    return {path: values.pop() if len(values) == 1 else None for path, values in found.items()}


def _harmonised(
    held: Mapping[str, Value], variable: Variable, order: tuple[str, ...]
) -> Harmonised:
    for edition, source in _sources(variable, order):
        if all(path in held for path in source.terms):
            value = total([held[path] for path in source.terms])
            return Harmonised(variable, value, edition, source)
    return Harmonised(variable, None, None, None)


def _sources(variable: Variable, order: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
    return ((one, variable.sources[one]) for one in order if one in variable.sources)
