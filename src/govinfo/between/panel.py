"""A report's figures under names that hold over the editions."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govinfo.between.values import Value, total
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


def harmonise(report: Report) -> dict[str, Harmonised]:
    """A report's figures as variables of one panel over the editions, by name.

    A report may hold tables of several editions: where it has the facts of its own edition, they
    are taken, and otherwise those of the latest edition that it has. Nothing is added up of two.
    """
    own = [] if report.edition is None else [str(report.edition)]
    order = tuple(dict.fromkeys([*own, *map(str, reversed(editions()))]))
    return {variable.name: _harmonised(report, variable, order) for variable in PANEL}


def _harmonised(report: Report, variable: Variable, order: tuple[str, ...]) -> Harmonised:
    for edition, source in _sources(variable, order):
        if all(path in report.facts for path in source.terms):
            value = total([report.facts[path].value for path in source.terms])
            return Harmonised(variable, value, edition, source)
    return Harmonised(variable, None, None, None)


def _sources(variable: Variable, order: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
    return ((one, variable.sources[one]) for one in order if one in variable.sources)
