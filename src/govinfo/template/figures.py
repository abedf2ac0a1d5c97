"""Reports from figures: a blank one, and one of given figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.facts import Fact, label_of
from govinfo.grammar.values import Kind
from govinfo.money import Money
from govinfo.template.editions import Edition, editions, tables
from govinfo.template.narrative import NARRATIVES, SECTIONS, Narrative
from govinfo.template.report import Facts, Report
from govinfo.template.views import Value, by_parts, check_paths, class_of

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
    check_paths([*figures, *notes])
    edition = edition or _edition_of(figures)
    given = (class_of(paths, edition) for paths in by_parts(figures).values())
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
    return Report(title=title, edition=edition, facts=Facts(facts), **told, **about)


def _edition_of(figures: Iterable[str]) -> Edition:
    """The latest edition that has the tables of these figures, or as many as any has."""
    classes = [class_of(paths) for paths in by_parts(figures).values()]
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
