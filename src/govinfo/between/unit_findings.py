"""What is wrong between an organ's report and those of its units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from govinfo.checks import between_rules as rules
from govinfo.checks.identities import number
from govinfo.checks.wording import fact_cell
from govinfo.diagnostics import Diagnostic, Severity
from govinfo.grammar.facts import Fact
from govinfo.grammar.labels import plain
from govinfo.template.report import Report

if TYPE_CHECKING:
    from govinfo.between.units import Total

_SHOWN = 8
"""Cells or contributors that a message names; all of them stand in the totals."""


def findings_of(
    parent: Report | None, units: Mapping[str, Report], totals: Sequence[Total]
) -> Iterator[Diagnostic]:
    """Sums that differ and what may explain it, what units lack, units that do not fit."""
    if parent is not None:
        broken = {name: _broken(report) for name, report in units.items()}
        for total in totals:
            if total.differs:
                yield from _difference(parent, units, total, broken)
    yield from _lacking(parent, units, totals)
    yield from _more(units, totals)
    yield from _twice(units)
    yield from _other_years(parent, units)


def _difference(
    parent: Report,
    units: Mapping[str, Report],
    total: Total,
    broken: Mapping[str, Mapping[str, set[str]]],
) -> Iterator[Diagnostic]:
    fact = parent.facts[total.path]
    cell = fact_cell(parent, fact)
    yield rules.SUM.at(
        total.path,
        fact.anchor,
        cell=cell,
        printed=fact.value,
        count=len(units),
        sum=total.sum,
        parts=_listed([f"{part.unit} {part.value}" for part in total.parts]),
    )
    for part in total.parts:
        if codes := broken[part.unit].get(total.path):
            told = {"unit": part.unit, "cell": cell, "printed": part.value}
            yield rules.OWN_SUMS.at(total.path, fact.anchor, **told, codes=" ".join(sorted(codes)))
    yield from _explained(parent, units, total, cell)


def _explained(
    parent: Report, units: Mapping[str, Report], total: Total, cell: str
) -> Iterator[Diagnostic]:
    """The one unit whose figure is what the sum differs by."""
    printed = number(parent.facts[total.path])
    values = {name: number(report.facts[total.path]) for name, report in units.items()}
    if printed is None:
        return
    off = abs(printed - sum(value for value in values.values() if value is not None))
    fitting = [part for part in total.parts if values[part.unit] == off]
    if len(fitting) == 1:
        (part,) = fitting
        anchor = parent.facts[total.path].anchor
        yield rules.EXPLAINS.at(total.path, anchor, unit=part.unit, cell=cell, printed=part.value)


def _broken(report: Report) -> dict[str, set[str]]:
    """The facts that stand in broken identities of a report, with the codes of these."""
    found: dict[str, set[str]] = {}
    for finding in report.check(select=["GI2"]):
        if finding.severity is Severity.ERROR:
            for path in (finding.path, *finding.values.get("contributors", "").split()):
                found.setdefault(path, set()).add(finding.code)
    return found


def _lacking(
    parent: Report | None, units: Mapping[str, Report], totals: Sequence[Total]
) -> Iterator[Diagnostic]:
    wanted = [total for total in totals if total.wanted]
    for name in units:
        yield from _lacks(name, [total for total in wanted if name in total.lacking], len(wanted))
    if parent is not None:
        blank = [total for total in wanted if total.parent and number(total.parent) is None]
        yield from _lacks(parent.agency or parent.title, blank, len(wanted))


def _lacks(unit: str, totals: Sequence[Total], of: int) -> Iterator[Diagnostic]:
    if totals:
        yield rules.LACKS.at(
            totals[0].path,
            None,
            unit=unit,
            count=len(totals),
            all=of,
            where=_listed([total.label for total in totals]),
            paths=" ".join(total.path for total in totals),
        )


def _more(units: Mapping[str, Report], totals: Sequence[Total]) -> Iterator[Diagnostic]:
    others = [total for total in totals if not total.wanted]
    for name, report in units.items():
        printed = [total for total in others if _says(report.facts.get(total.path))]
        if printed:
            anchor = report.facts[printed[0].path].anchor
            yield rules.HAS_MORE.at(
                printed[0].path,
                anchor,
                unit=name,
                count=len(printed),
                where=_listed([total.label for total in printed]),
                paths=" ".join(total.path for total in printed),
            )


def _says(fact: Fact | None) -> bool:
    """Whether there is a figure, and it is not 0."""
    return fact is not None and fact.value is not None and number(fact) != 0


def _twice(units: Mapping[str, Report]) -> Iterator[Diagnostic]:
    held = Counter((plain(one.agency), one.year) for one in units.values() if one.agency)
    for (agency, _), count in held.items():
        if count > 1:
            yield rules.TWICE.at("", None, unit=agency, count=count)


def _other_years(parent: Report | None, units: Mapping[str, Report]) -> Iterator[Diagnostic]:
    """Units of another year than the parent's, or than most units'."""
    years = Counter(one.year for one in units.values() if one.year is not None)
    if parent is not None and parent.year is not None:
        expected = parent.year
    elif years:
        expected = years.most_common(1)[0][0]
    else:
        return
    for name, report in units.items():
        if report.year is not None and report.year != expected:
            yield rules.OTHER_YEAR.at("", None, unit=name, year=report.year, others=expected)


def _listed(texts: Sequence[str]) -> str:
    more = ["…"] if len(texts) > _SHOWN else []
    return "；".join([*texts[:_SHOWN], *more])
