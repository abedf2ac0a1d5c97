"""An organ's report beside those of its subordinates, or their sum as a report of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from govinfo.between.unit_findings import findings_of
from govinfo.between.values import Value, difference, total
from govinfo.checks.identities import number
from govinfo.diagnostics import Diagnostic, Language
from govinfo.grammar.facts import Fact
from govinfo.template.editions import Edition, editions
from govinfo.template.report import Report


@frozen(slots=True)
class Part:
    """What one unit adds to a sum.

    Attributes:
        unit: The unit's name.
        value: Its figure.
    """

    unit: str
    value: Value


@frozen(slots=True)
class Total:
    """One figure over all units.

    Attributes:
        path: The fact.
        label: The template's labels of its row and column.
        parent: The parent's figure; `None` where it has no such cell, or there is no parent.
        sum: The units' sum; `None` where a unit lacks the figure. Amounts in one unit of money
            keep it, others are summed in yuan.
        parts: What each unit adds, the largest first.
        lacking: Units whose cell is blank or missing, or whose amount has no unit of money.
        wanted: Whether the summed report has a cell for it.
    """

    path: str
    label: str
    parent: Fact | None
    sum: Value
    parts: tuple[Part, ...]
    lacking: tuple[str, ...]
    wanted: bool = True

    @property
    def difference(self) -> Value:
        """How much more the parent prints; `None` where that cannot be told."""
        return difference(self.sum, self.parent.value if self.parent else None)

    @property
    def differs(self) -> bool:
        """Whether the parent prints something else than the sum."""
        found = self.difference
        return bool(found if isinstance(found, int) else found is not None and found.amount)


@frozen(slots=True)
class Rollup:
    """Units summed, and compared with the parent's report if there is one.

    Attributes:
        parent: The report that aggregates.
        units: The units' reports by name.
        edition: The edition of the sum.
        totals: Every figure of the sum, in the order of the template; then those that only units
            have.
        findings: Sums that differ, units that lack figures, and what else is wrong (GI41x).
    """

    parent: Report | None
    units: Mapping[str, Report]
    edition: Edition
    totals: tuple[Total, ...]
    findings: tuple[Diagnostic, ...]

    def report(self, **about: Any) -> Report:
        """The sum as a report to render; what a unit lacks is blank in it.

        Args:
            about: As in `Report.from_figures`: `agency`, `year`, `overview` and so on. The year
                is by default that of the units, if it is one.

        Raises:
            ValueError: A name in `about` is none of a report's.
        """
        figures = {one.path: one.sum for one in self.totals if one.wanted}
        years = {report.year for report in self.units.values()}
        about.setdefault("year", years.pop() if len(years) == 1 else None)
        return Report.from_figures(figures, edition=self.edition, **about)

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The sums as plain dicts, lists, strings and numbers.

        Args:
            language: Language of the findings' messages.
        """
        from govinfo.between.export import rollup_data  # noqa: PLC0415 - only here

        return rollup_data(self, language)


def rollup(
    parent: Report | None,
    children: Mapping[str, Report] | Iterable[Report],
    *,
    edition: Edition | str | None = None,
) -> Rollup:
    """Sum the reports of units, and compare the sums with the parent's report.

    Args:
        parent: The report that aggregates; `None` to sum only.
        children: The units' reports, perhaps by name; by default a unit is named as its title
            names it.
        edition: The edition of the sum where there is no parent; by default the latest that a
            unit has.

    Raises:
        ValueError: There are no children, or no such edition.
    """
    units = dict(children) if isinstance(children, Mapping) else dict(_named(children))
    if not units:
        raise ValueError("there are no reports to sum")
    chosen = _edition(parent, units.values(), edition)
    cells = Report.blank(chosen).facts if parent is None else parent.facts
    totals = tuple(_totals(parent, units, cells))
    return Rollup(parent, units, chosen, totals, tuple(findings_of(parent, units, totals)))


def _named(children: Iterable[Report]) -> Iterator[tuple[str, Report]]:
    """Each report with a name that no other has."""
    taken: Counter[str] = Counter()
    for report in children:
        name = report.agency or report.title or "?"
        taken[name] += 1
        yield (name if taken[name] == 1 else f"{name} ({taken[name]})"), report


def _edition(
    parent: Report | None, units: Iterable[Report], edition: Edition | str | None
) -> Edition:
    if edition is not None:
        return Edition(edition)
    held = [parent] if parent is not None else units
    known = [report.edition for report in held if report.edition is not None]
    return max(known, key=lambda one: one.year, default=editions()[-1])


def _totals(
    parent: Report | None, units: Mapping[str, Report], cells: Mapping[str, Fact]
) -> Iterator[Total]:
    for path, cell in cells.items():
        yield _total(path, cell.label, parent, units)
    others = {
        path: fact.label
        for report in units.values()
        for path, fact in report.facts.items()
        if path not in cells
    }
    for path, label in others.items():
        yield _total(path, label, parent, units, wanted=False)


def _total(
    path: str,
    label: str,
    parent: Report | None,
    units: Mapping[str, Report],
    *,
    wanted: bool = True,
) -> Total:
    parts: list[tuple[Any, Part]] = []
    lacking = []
    for name, report in units.items():
        fact = report.facts.get(path)
        worth = None if fact is None else number(fact)
        if fact is None or worth is None:
            lacking.append(name)
        else:
            parts.append((worth, Part(name, fact.value)))
    parts.sort(key=lambda one: -abs(one[0]))
    ranked = tuple(part for _, part in parts)
    summed = None if lacking else total(_values(ranked))
    printed = None if parent is None else parent.facts.get(path)
    return Total(path, label, printed, summed, ranked, tuple(lacking), wanted)


def _values(parts: Sequence[Part]) -> list[Value]:
    return [part.value for part in parts]
