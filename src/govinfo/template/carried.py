"""What one year's report hands on to the next one's: the identities between two years.

Declared here, beside the classes of the tables that they are about; the rules that report a
breach are in `govinfo.checks.between_rules`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from govinfo.grammar.compile import compile_class
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.requests import Requests


@frozen(slots=True)
class CarryOver:
    """A figure that follows from the report of the year before.

    `this = last + … + added − removed`, where `last` are figures of the report of the year
    before, and the others of the same report as `this`.

    Attributes:
        name: Which kind it is: `pending`, `items` or `in-force`.
        this: Path of the figure.
        last: Paths of figures of the year before, which are summed.
        added: Paths of figures of the same year that come to it.
        removed: Paths of figures of the same year that are taken off.
    """

    name: str
    this: str
    last: tuple[str, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@cache
def carry_overs() -> tuple[CarryOver, ...]:
    """Every identity between two years, in the order of the template."""
    return (
        *_by_row("items", Proactive2019, "previous_items", ("previous_items", "change")),
        *_by_row("in-force", Proactive2021, "in_force", ("in_force",), "issued", "repealed"),
        *_by_column("pending", Requests, "carried_over", "carried_forward"),
    )


def _by_row(  # noqa: PLR0913 - a declaration's parts
    name: str, cls: type, this: str, last: tuple[str, ...], added: str = "", removed: str = ""
) -> Iterator[CarryOver]:
    """An identity between columns, for each row that has them."""
    grammar = compile_class(cls)
    for row in grammar.rows:
        paths = {column.path: grammar.path(row, column) for column in row.columns}
        if this in paths:
            yield CarryOver(
                name,
                paths[this],
                tuple(paths[column] for column in last),
                (paths[added],) if added else (),
                (paths[removed],) if removed else (),
            )


def _by_column(name: str, cls: type, this: str, last: str) -> Iterator[CarryOver]:
    """An identity between rows, for each of their columns."""
    grammar = compile_class(cls)
    rows = {row.path: row for row in grammar.rows}
    for column in rows[this].columns:
        yield CarryOver(name, grammar.path(rows[this], column), (grammar.path(rows[last], column),))
