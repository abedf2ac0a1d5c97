"""Sections as views of facts: a typed section is made of facts, and facts of a section.

A report stores its figures once, as facts. What a person writes may give a section instead, or
beside them; `merged` makes facts of it, and lets no figure be said in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from operator import attrgetter
from typing import Any

from govinfo.grammar.compile import build, compile_class
from govinfo.grammar.facts import Fact, label_of
from govinfo.money import Money
from govinfo.template.editions import Edition, parts, tables, tables_of

Value = int | Money | None


def merged(facts: Mapping[str, Fact], sections: Mapping[str, Any]) -> list[Fact]:
    """Facts with those of sections that have none, in the order of the template.

    Args:
        facts: Facts by path.
        sections: Section by part.

    Raises:
        ValueError: A section and a fact give different values.
    """
    by_part = by_parts(facts)
    found: list[Fact] = []
    for part in dict.fromkeys([*parts(), *by_part]):
        section, paths = sections.get(part), by_part.get(part, [])
        if section is not None and paths:
            _compare(section, facts, paths)
        elif section is not None:
            found += _facts_of(section)
        found += (facts[path] for path in paths)
    return found


def section_of(facts: Mapping[str, Fact], part: str, edition: Edition | None) -> Any:
    """A part's section, made of its facts; `None` where it has none."""
    start = f"{part}."
    values = {path: fact.value for path, fact in facts.items() if path.startswith(start)}
    if not values:
        return None
    named = edition.table_of(part) if edition is not None else None
    classes = [*([named] if named is not None else []), *reversed(tables_of(part))]
    return build(max(classes, key=lambda cls: len(values.keys() & _paths(cls))), values, start)


def class_of(paths: Sequence[str], edition: Edition | None = None) -> type:
    """The class that has all these paths of a part: the edition's, or else the latest.

    Raises:
        ValueError: No class has them all.
    """
    for cls in (*(edition.tables if edition is not None else ()), *reversed(tables())):
        if _paths(cls).issuperset(paths):
            return cls
    part = paths[0].partition(".")[0]
    raise ValueError(f"the figures of {part} are those of several editions: no table has them all")


def check_paths(paths: Iterable[str]) -> None:
    """See that paths are those of figures, and those of each part of one table.

    Raises:
        ValueError: A path is no figure's, or no table has all of a part.
    """
    known = _known(tables())
    listed = list(paths)
    for path in listed:
        if path not in known:
            near = get_close_matches(path, known, 1, 0.8)
            raise ValueError(f"{path} is no figure's path" + (f"; {near[0]} is" if near else ""))
    for of_part in by_parts(listed).values():
        class_of(of_part)


def by_parts(paths: Iterable[str]) -> dict[str, list[str]]:
    """Paths by the part of the report that they begin with."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(path.partition(".")[0], []).append(path)
    return found


@cache
def _paths(cls: type) -> frozenset[str]:
    return frozenset(path for _, _, path in compile_class(cls).cells())


@cache
def _known(classes: tuple[type, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(_paths, classes))


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
