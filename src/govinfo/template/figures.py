"""Reports from figures: a blank one, one of given figures, and a report made whole.

A report holds its figures twice, as facts and as typed sections. What reads a document fills
both; what a person writes may fill one. `completed` makes the other of it, and lets no figure
be said in two ways: the two never differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, build, compile_class
from govinfo.grammar.facts import Fact, label_of
from govinfo.grammar.values import Kind
from govinfo.money import Money
from govinfo.template.editions import Edition, editions, parts, tables
from govinfo.template.narrative import NARRATIVES, SECTIONS, Narrative
from govinfo.template.report import Facts, Report

Value = int | Money | None

TITLE = "政府信息公开工作年度报告"
"""What every title ends in."""

_HEADINGS = {section.part: section.heading for section in SECTIONS}
_NUMBERS = ("一", "二", "三")
"""The numbers of the narratives where no tables stand between them."""


def title_of(agency: str | None, year: int | None) -> str:
    """The title that the template has for an organ's report on a year."""
    return f"{agency or ''}{f'{year}年' if year is not None else ''}{TITLE}"


def blank(edition: Edition) -> Report:
    """The template of an edition: every figure `None`, every narrative empty."""
    return of_figures({}, edition=edition)


def of_figures(
    figures: Mapping[str, Value],
    *,
    edition: Edition | None = None,
    notes: Mapping[str, str] | None = None,
    **about: Any,
) -> Report:
    """A report of these figures; see `Report.from_figures`."""
    notes = notes or {}
    _check_paths([*figures, *notes])
    edition = edition or _edition_of(figures)
    given = (_class_of(paths, edition) for paths in _by_part(figures).values())
    classes = {*edition.tables, *given}
    facts = []
    for cls in (cls for cls in tables() if cls in classes):
        grammar = compile_class(cls)
        for row in _rows_given(grammar, edition, figures):
            for column in row.columns:
                path = grammar.path(row, column)
                value = _of_kind(path, column, figures.get(path))
                facts.append(Fact(path, value, label=label_of(row, column), note=notes.get(path)))
    lacking = {*figures, *notes} - {fact.path for fact in facts}
    if lacking:
        raise ValueError(f"{min(lacking)} is no figure of a report of edition {edition}")
    told: dict[str, Any] = {
        part: _narrative(about.pop(part, "" if part in NARRATIVES else None), heading)
        for part, heading in {**_headings(edition), "preamble": ""}.items()
    }
    title = about.pop("title", "")
    if title in {"", TITLE}:
        title = title_of(about.get("agency"), about.get("year"))
    report = Report(title=title, edition=edition, facts=Facts(facts), **told, **about)
    return completed(report)


def completed(report: Report) -> Report:
    """The report with a fact for every figure of its sections, and a section for all its facts.

    Raises:
        ValueError: A section and a fact give different values, or a path is no figure's.
    """
    _check_paths(report.facts)
    by_part = _by_part(report.facts)
    sections: dict[str, Any] = {}
    facts: list[Fact] = []
    for part in parts():
        section, paths = getattr(report, part), by_part.get(part, [])
        if section is not None and paths:
            _compare(section, report.facts, paths)
        elif section is not None:
            facts += _facts_of(section)
        elif paths:
            sections[part] = _section_of(report.facts, paths, report.edition)
        facts += (report.facts[path] for path in paths)
    if not sections and len(facts) == len(report.facts):
        return report
    return attrs.evolve(report, facts=Facts(facts), **sections)


@cache
def _paths(cls: type) -> tuple[str, ...]:
    return tuple(path for _, _, path in compile_class(cls).cells())


@cache
def _known(classes: Sequence[type]) -> frozenset[str]:
    return frozenset(path for cls in classes for path in _paths(cls))


def _check_paths(paths: Iterable[str]) -> None:
    known = _known(tables())
    for path in paths:
        if path not in known:
            near = get_close_matches(path, known, 1, 0.8)
            raise ValueError(f"{path} is no figure's path" + (f"; {near[0]} is" if near else ""))


def _by_part(paths: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(path.partition(".")[0], []).append(path)
    return found


def _class_of(paths: Sequence[str], edition: Edition | None = None) -> type:
    """The class that has all these paths: the edition's, or the latest where several do."""
    for cls in (*(edition.tables if edition is not None else ()), *reversed(tables())):
        if set(paths) <= set(_paths(cls)):
            return cls
    part = paths[0].partition(".")[0]
    raise ValueError(f"the figures of {part} are those of several editions: no table has them all")


def _edition_of(figures: Iterable[str]) -> Edition:
    """The latest edition that has the tables of these figures, or as many as any has."""
    classes = [_class_of(paths) for paths in _by_part(figures).values()]
    return max(
        editions(),
        key=lambda edition: (sum(cls in edition.tables for cls in classes), edition.year),
    )


def _rows_given(
    grammar: Grammar, edition: Edition, figures: Mapping[str, Value]
) -> Iterator[RowSpec]:
    """The edition's rows; of rows that an edition may lack, those given, where any is."""
    given = {
        row.path
        for row in grammar.rows
        if row.optional and any(grammar.path(row, column) in figures for column in row.columns)
    }
    of_edition = {row.path for row in edition.rows_of(grammar.cls)}
    for row in grammar.rows:
        if row.path in (given or of_edition) if row.optional else True:
            yield row


def _of_kind(path: str, column: ColumnSpec, value: Value) -> Value:
    wanted = Money if column.kind is Kind.MONEY else int
    if value is not None and (not isinstance(value, wanted) or isinstance(value, bool)):
        kind = "an amount of money" if wanted is Money else "a whole number"
        raise ValueError(f"{path} is {kind}, not {value!r}")
    return value


def _headings(edition: Edition) -> dict[str, str]:
    """The headings of the narratives in an edition."""
    if not edition.tables_last:
        return {part: _HEADINGS[part] for part in NARRATIVES}
    numbered = zip(NARRATIVES, _NUMBERS, strict=True)
    return {part: f"{number}{_HEADINGS[part][1:]}" for part, number in numbered}


def _narrative(text: str | None, heading: str) -> Narrative | None:
    return None if text is None else Narrative(text, heading)


def _compare(section: Any, facts: Mapping[str, Fact], paths: Sequence[str]) -> None:
    """Raise where a section and the facts of its part differ."""
    values = dict(_values_of(section))
    for path in {**dict.fromkeys(paths), **values}:
        said = facts[path].value if path in facts else None
        if said != values.get(path):
            raise ValueError(
                f"{path} is {values.get(path)} in the section and {said} in the facts; "
                "leave one of the two out"
            )


def _facts_of(section: Any) -> Iterator[Fact]:
    grammar = compile_class(type(section))
    labels = {
        grammar.path(row, column): label_of(row, column) for row, column, _ in grammar.cells()
    }
    for path, value in _values_of(section):
        yield Fact(path, value, label=labels[path])


def _values_of(section: Any) -> Iterator[tuple[str, Value]]:
    """The figures of a section by path; none for a row that it lacks."""
    grammar = compile_class(type(section))
    for row in grammar.rows:
        held = attrgetter(row.path)(section) if row.path else section
        for column in row.columns if held is not None or not row.optional else ():
            path = grammar.path(row, column)
            yield path, attrgetter(column.path)(held) if column.path else held


def _section_of(facts: Mapping[str, Fact], paths: Sequence[str], edition: Edition | None) -> Any:
    cls = _class_of(paths, edition)
    prefix = f"{compile_class(cls).layout.part}."
    return build(cls, {path: facts[path].value for path in paths}, prefix)
