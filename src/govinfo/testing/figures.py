"""Figures of a table, drawn so that they shrink to zeros and a few numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import cycle
from typing import Any

from hypothesis import strategies as st

from govinfo.grammar.compile import ColumnSpec, RowSpec, compile_class
from govinfo.grammar.equations import Equation, Term, equations
from govinfo.grammar.values import Kind
from govinfo.money import Money
from govinfo.template.editions import Edition, editions

Value = int | Money | None
Figures = dict[str, Value]

_UNITS = ("万元", "元", "亿元", None)
_LARGEST = 9_999_999
_CYCLE = 13
"""Figures that are drawn and then repeated; no table has as many columns, so that rows differ."""
_PASSES = 8
"""Rounds in which figures that depend on each other settle; three suffice for the template."""


def figures(
    cls: type,
    *,
    edition: Edition | None = None,
    sound: bool = False,
    blanks: bool = True,
    rows: Sequence[RowSpec] | None = None,
) -> st.SearchStrategy[Figures]:
    """Figures of every cell of a table, by path.

    They shrink to zeros in all cells but those that matter.

    Args:
        cls: A section's class, of the template or your own.
        edition: The edition whose rows the table has; by default the latest that has the table.
        sound: Whether no identity that the class declares is broken.
        blanks: Whether cells may be blank.
        rows: The rows of the table, where not those of the edition.
    """
    chosen = _rows(cls, edition) if rows is None else tuple(rows)
    return _figures(cls, chosen, sound, blanks)


def _rows(cls: type, edition: Edition | None) -> tuple[RowSpec, ...]:
    if edition is None:
        edition = next((one for one in reversed(editions()) if cls in one.tables), editions()[-1])
    return edition.rows_of(cls)


@cache
def _figures(
    cls: type, rows: tuple[RowSpec, ...], sound: bool, blanks: bool
) -> st.SearchStrategy[Figures]:
    grammar = compile_class(cls)
    cells = {grammar.path(row, column): column for row in rows for column in row.columns}
    relations = equations(grammar) if sound else ()

    def made(found: Figures, gone: Callable[[Figures], Iterable[str]]) -> Figures:
        found = dict(found)
        if sound:
            _settle(found, relations)
        return found | dict.fromkeys(gone(found))

    return st.builds(made, _values(cells), _gone(list(cells)) if blanks else st.just(_none))


def _values(cells: Mapping[str, ColumnSpec]) -> st.SearchStrategy[Figures]:
    """A value for each cell: zeros and a few numbers, all different, or any."""
    counts = st.integers(0, 9) | st.integers(0, 999) | st.integers(0, _LARGEST)
    few = st.dictionaries(st.sampled_from(list(cells)), counts, max_size=12)
    rest = st.one_of(
        st.just([0]),
        st.integers(1, 900).map(lambda first: range(first, first + len(cells))),
        st.lists(st.integers(0, 99), min_size=_CYCLE, max_size=_CYCLE),
    )
    money = st.builds(
        lambda units, places: (units, places),
        st.lists(st.sampled_from(_UNITS), min_size=3, max_size=3),
        st.integers(0, 2),
    )

    def valued(
        some: dict[str, int], rest: Sequence[int], about: tuple[list[str | None], int]
    ) -> Figures:
        units, places = about
        return {
            path: _of_kind(column.kind, some.get(path, other), units[at % 3], places)
            for at, ((path, column), other) in enumerate(
                zip(cells.items(), cycle(rest), strict=False)
            )
        }

    # The few come first, so that a search for the simplest example can do without the rest.
    return st.builds(valued, few, rest, money)


def _of_kind(kind: Kind, number: int, unit: str | None, places: int) -> Value:
    if kind is Kind.MONEY:
        return Money(Decimal(number).scaleb(-places), unit)
    return (number + 1) // 2 * (-1) ** number if kind is Kind.CHANGE else number


def _gone(paths: list[str]) -> st.SearchStrategy[Callable[[Figures], Iterable[str]]]:
    """Which cells are blank: none, a few, all that are zero, all, or every other one."""
    few = st.lists(st.sampled_from(paths), max_size=6)
    return st.one_of(
        st.sampled_from([_none, _zeros, _all, _every_other]),
        few.map(lambda chosen: lambda _: chosen),
    )


def _none(found: Figures) -> list[str]:
    return list(found)[:0]


def _zeros(found: Figures) -> list[str]:
    return [path for path, value in found.items() if value == 0]


def _all(found: Figures) -> list[str]:
    return list(found)


def _every_other(found: Figures) -> list[str]:
    return list(found)[::2]


def _settle(found: Figures, relations: Sequence[Equation]) -> None:
    """Change figures until every identity holds."""
    for _ in range(_PASSES):
        before = dict(found)
        for relation in relations:
            _make_true(found, relation)
        if found == before:
            return
    raise AssertionError("the identities of the class do not settle: one contradicts another")


def _make_true(found: Figures, relation: Equation) -> None:
    """Change one figure of an identity so that it holds: a total, or the first of a balance."""
    left = [term for term in relation.left if term.path in found]
    right = [term for term in relation.right if term.path in found]
    if not left or not right:
        return
    if relation.relation == "<=":
        found[left[0].path] = min(_sum(found, left), _sum(found, right))
        return
    if len(right) == 1:
        found[right[0].path] = _sum(found, left)
        return
    total = _sum(found, right)
    rest = left[1:]
    if _sum(found, rest) > total:
        found.update({term.path: 0 for term in rest})
        found[rest[0].path] = total
    found[left[0].path] = total - _sum(found, rest)


def _sum(found: Mapping[str, Any], terms: Iterable[Term]) -> int:
    return sum(found[term.path] for term in terms)
