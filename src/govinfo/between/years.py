"""One organ's report beside that of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from govinfo.between.repeated import Repetition, repetition
from govinfo.between.values import Value, difference
from govinfo.checks import between_rules as rules
from govinfo.checks.identities import number
from govinfo.checks.wording import fact_cell
from govinfo.diagnostics import Diagnostic, Language
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import Fact
from govinfo.grammar.labels import plain
from govinfo.grammar.sums import Number
from govinfo.template.carried import CarryOver, carry_overs
from govinfo.template.editions import tables
from govinfo.template.narrative import TEXTS
from govinfo.template.report import Report

_COPIED = 0.8
"""Share of a text that is repeated from which it is reported."""


@frozen(slots=True)
class Change:
    """One figure in both reports.

    Attributes:
        path: The fact.
        label: The template's labels of its row and column.
        last: It in the earlier report; `None` where that has no such cell.
        this: It in the later report; `None` where that has no such cell.
    """

    path: str
    label: str
    last: Fact | None
    this: Fact | None

    @property
    def difference(self) -> Value:
        """How much more it is now; `None` where either is blank, or an amount has no unit.

        Amounts in one unit keep it, others differ by yuan.
        """
        last, this = self.last, self.this
        return difference(last.value if last else None, this.value if this else None)

    @property
    def changed(self) -> bool:
        """Whether it is another figure now, or one where there was none."""
        last = number(self.last) if self.last else None
        this = number(self.this) if self.this else None
        if last is None or this is None:
            return (self.last.value if self.last else None) != (
                self.this.value if self.this else None
            )
        return last != this


@frozen(slots=True)
class Comparison:
    """Two reports side by side.

    Attributes:
        last: The earlier report.
        this: The later report.
        changes: Every figure that either has, in the order of the template.
        narratives: What each text of the later report repeats of the same part of the earlier,
            by part; parts that either lacks are left out.
        findings: Breaches of the identities between two years, and repeated texts (GI4xx).
    """

    last: Report
    this: Report
    changes: tuple[Change, ...]
    narratives: Mapping[str, Repetition]
    findings: tuple[Diagnostic, ...]

    @property
    def telling(self) -> tuple[Change, ...]:
        """The figures that changed, and those that a finding names."""
        named = {finding.path for finding in self.findings}
        return tuple(one for one in self.changes if one.changed or one.path in named)

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The comparison as plain dicts, lists, strings and numbers.

        Args:
            language: Language of the findings' messages.
        """
        from govinfo.between.export import comparison_data  # noqa: PLC0415 - only here

        return comparison_data(self, language)


def compare(last: Report, this: Report) -> Comparison:
    """Compare a report with that of the year before.

    Figures are compared by their paths: those of an edition that the other report has not stand
    alone; for series over several editions see `govinfo.harmonise`.

    Args:
        last: The earlier report.
        this: The later report.
    """
    changes = tuple(_changes(last, this))
    narratives = dict(_narratives(last, this))
    findings = (*_carried(last, this), *_copied(this, narratives))
    return Comparison(last, this, changes, narratives, findings)


def _changes(last: Report, this: Report) -> Iterator[Change]:
    order = {path: at for at, path in enumerate(_paths())}
    for path in sorted({*last.facts, *this.facts}, key=lambda path: order.get(path, len(order))):
        before, now = last.facts.get(path), this.facts.get(path)
        named = now or before
        yield Change(path, named.label if named else "", before, now)


def _paths() -> Iterator[str]:
    for cls in tables():
        for _, _, path in compile_class(cls).cells():
            yield path


def _narratives(last: Report, this: Report) -> Iterator[tuple[str, Repetition]]:
    for part in TEXTS:
        before, now = getattr(last, part), getattr(this, part)
        if before is not None and now is not None and now.text.strip():
            yield part, repetition(before.text, now.text)


def _copied(this: Report, narratives: Mapping[str, Repetition]) -> Iterator[Diagnostic]:
    for part, found in narratives.items():
        if found.share >= _COPIED and part != "preamble":
            held = getattr(this, part)
            share = int(found.share * 100)
            yield rules.COPIED.at(part, held.anchor, heading=held.heading or part, share=share)


def _carried(last: Report, this: Report) -> Iterator[Diagnostic]:
    """What the identities between two years say, if the reports are of two years of one organ."""
    if not _successive(last, this):
        yield rules.UNRELATED.at("", None, last=_whose(last), this=_whose(this))
        return
    held: dict[str, list[CarryOver]] = {}
    unknown: dict[str, list[CarryOver]] = {}
    for carried in carry_overs():
        if not _printed(carried, last, this):
            continue
        held.setdefault(carried.name, []).append(carried)
        expected, printed = _expected(carried, last, this), number(this.facts[carried.this])
        if expected is None or printed is None:
            unknown.setdefault(carried.name, []).append(carried)
        elif expected != printed:
            yield _breach(carried, expected, last, this)
    for name, open_ones in unknown.items():
        yield rules.UNKNOWN.at(
            open_ones[0].this,
            this.facts[open_ones[0].this].anchor,
            code=rules.BY_NAME[name].code,
            count=len(open_ones),
            all=len(held[name]),
            where="；".join(fact_cell(this, this.facts[one.this]) for one in open_ones),
        )


def _successive(last: Report, this: Report) -> bool:
    """Whether nothing says that the reports are not of one organ and its next year.

    Titles name an organ with its place or without.
    """
    if last.year is not None and this.year is not None and this.year != last.year + 1:
        return False
    names = sorted((plain(one.agency) for one in (last, this) if one.agency), key=len)
    return not names or names[-1].endswith(names[0])


def _whose(report: Report) -> str:
    return f"{report.agency or ''}{report.year or '?'}年" if report.year or report.agency else "?"


def _printed(carried: CarryOver, last: Report, this: Report) -> bool:
    """Whether both reports have the cells of an identity."""
    here = (carried.this, *carried.added, *carried.removed)
    return all(path in this.facts for path in here) and all(
        path in last.facts for path in carried.last
    )


def _expected(carried: CarryOver, last: Report, this: Report) -> Number | None:
    """What an identity makes of a figure; `None` where it is made of a blank."""
    found: Number = 0
    signs = ((1, last, carried.last), (1, this, carried.added), (-1, this, carried.removed))
    for sign, report, paths in signs:
        for path in paths:
            value = number(report.facts[path])
            if value is None:
                return None
            found += sign * value
    return found


def _breach(carried: CarryOver, expected: Number, last: Report, this: Report) -> Diagnostic:
    fact = this.facts[carried.this]
    return rules.BY_NAME[carried.name].at(
        carried.this,
        fact.anchor,
        cell=fact_cell(this, fact),
        printed=fact.value,
        expected=expected,
        sum=_written(carried, last, this),
        contributors=" ".join((*carried.last, *carried.added, *carried.removed)),
    )


def _written(carried: CarryOver, last: Report, this: Report) -> str:
    """The sum with every figure, those of the year before with that year.

    So `2022年 现行有效件数 · 规章 10 + 本年制发件数 · 规章 2 − 本年废止件数 · 规章 1`.
    """
    before = f"{last.year}年" if last.year is not None else "上年"
    written = " + ".join(
        f"{before} {last.facts[path].label} {last.facts[path].value}" for path in carried.last
    )
    for sign, paths in (("+", carried.added), ("−", carried.removed)):
        for path in paths:
            written += f" {sign} {this.facts[path].label} {this.facts[path].value}"
    return written
