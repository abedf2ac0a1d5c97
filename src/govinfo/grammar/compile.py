"""From a section's class to the grammar that the interpreter follows."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs
from attrs import frozen

from govinfo.grammar.fields import KEY, Label, Layout
from govinfo.grammar.values import Kind
from govinfo.money import Money


@frozen(slots=True, eq=False)
class ColumnSpec:
    """A column of figures.

    Attributes:
        path: Its part of a fact's path, such as `litigation.direct.upheld`; `""` where rows
            hold one figure each.
        label: The printed label.
        groups: Labels printed over it, outermost first.
        kind: How its cells are read.
        unit: The unit the template prints in its header.
        addends: Columns of which it is the sum, by position in the column set; empty if none.
        aliases: Other wordings of the label.
    """

    path: str
    label: str
    groups: tuple[str, ...]
    kind: Kind
    unit: str | None = None
    addends: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()


ColumnSet = tuple[ColumnSpec, ...]


@frozen(slots=True, eq=False)
class RowSpec:
    """A row of the table.

    Attributes:
        path: Its part of a fact's path, such as `outcomes.denied.state_secret`; `""` for the
            only row of a table without row labels.
        label: The printed label; `""` for such a row.
        groups: Labels printed before it, outermost first.
        block: Label of the part of the table that it stands in; `""` where there are none.
        columns: Its columns in template order.
        aliases: Other wordings of the label.
        optional: Whether an edition may lack the row.
        own: Whether the label is also that of a group of rows.
        total: Whether it is the sum of the rows before it in its class.
    """

    path: str
    label: str
    groups: tuple[str, ...]
    block: str
    columns: ColumnSet
    aliases: tuple[str, ...] = ()
    optional: bool = False
    own: bool = False
    total: bool = False


@frozen(slots=True, eq=False)
class Grammar:
    """A section's class, compiled.

    Attributes:
        cls: The class.
        layout: What it says of the table as a whole.
        rows: Its rows in the order of the template.
    """

    cls: type
    layout: Layout
    rows: tuple[RowSpec, ...]

    def cells(self) -> Iterator[tuple[RowSpec, ColumnSpec, str]]:
        """Every cell of the template with its path, in template order."""
        for row in self.rows:
            for column in row.columns:
                yield row, column, self.path(row, column)

    def path(self, row: RowSpec, column: ColumnSpec | None = None) -> str:
        """The path of a fact, or of a whole row."""
        return _path(self, row, column)


@lru_cache(maxsize=4096)
def _path(grammar: Grammar, row: RowSpec, column: ColumnSpec | None) -> str:
    parts = (grammar.layout.part, row.path, column.path if column is not None else "")
    return ".".join(part for part in parts if part)


def compile_class(cls: type) -> Grammar:
    """Compile a section's class.

    Raises:
        TypeError: The class is no attrs class, or one of its fields is not declared with
            `row`, `rows`, `column` or `columns`.
    """
    if cls not in _COMPILED:
        _COMPILED[cls] = _compile(cls)
    return _COMPILED[cls]


_COMPILED: dict[type, Grammar] = {}


def _compile(cls: type) -> Grammar:
    if not attrs.has(cls):
        raise TypeError(f"{cls.__name__} is not an attrs class: decorate it with @attrs.frozen")
    layout = getattr(cls, "layout", None) or Layout(part=cls.__name__.lower())
    axes = {label.axis for _, _, label in _declared(cls)}
    if axes == {"column"}:
        only = RowSpec("", "", (), "", _column_set(cls))
        return Grammar(cls, layout, (only,))
    return Grammar(cls, layout, tuple(_rows_of(cls, layout, "", (), "")))


def build(cls: type, values: Mapping[str, Any], prefix: str = "") -> Any:
    """An instance of a section's class from values by path; a path not given is `None`.

    Args:
        cls: The class.
        values: The values.
        prefix: What each path begins with.
    """
    return _built(_plan(cls, prefix), values)


@frozen(slots=True)
class _Plan:
    """How an instance of a class is made of values.

    Attributes:
        cls: The class.
        figures: Name and path of each field that holds a figure.
        groups: Name and plan of each field that holds further fields.
        paths: The paths of all figures in it, those of its groups included.
        optional: Whether it is `None` where none of them is given.
    """

    cls: type
    figures: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, _Plan], ...]
    paths: frozenset[str]
    optional: bool


@lru_cache(maxsize=256)
def _plan(cls: type, prefix: str = "", *, optional: bool = False) -> _Plan:
    figures = []
    groups = []
    for name, held, _ in _declared(cls):
        path = f"{prefix}{name}"
        if _is_class(held):
            inner = _plan(held, f"{path}.", optional=name in _optional_fields(cls))
            groups.append((name, inner))
        else:
            figures.append((name, path))
    paths = frozenset(path for _, path in figures).union(*(inner.paths for _, inner in groups))
    return _Plan(cls, tuple(figures), tuple(groups), paths, optional)


def _built(plan: _Plan, values: Mapping[str, Any]) -> Any:
    arguments = {name: values.get(path) for name, path in plan.figures}
    for name, inner in plan.groups:
        lacking = inner.optional and inner.paths.isdisjoint(values)
        arguments[name] = None if lacking else _built(inner, values)
    return plan.cls(**arguments)


@lru_cache(maxsize=1024)
def _declared(cls: type) -> tuple[tuple[str, type, Label], ...]:
    """Name, type (without its `None`) and declaration of each field."""
    hints = _hints(cls)
    found = []
    for field in attrs.fields(cls):
        label = field.metadata.get(KEY)
        if label is None:
            raise TypeError(
                f"{cls.__name__}.{field.name} is not declared with row(), rows(), column() or "
                "columns()"
            )
        found.append((field.name, _held(hints[field.name]), label))
    return tuple(found)


def _hints(cls: type) -> dict[str, Any]:
    try:
        return typing.get_type_hints(cls)
    except NameError as error:
        raise TypeError(
            f"{cls.__name__}: {error}; a class that another one names must stand at the top of a "
            "module, or annotations must not be postponed"
        ) from error


@lru_cache(maxsize=1024)
def _optional_fields(cls: type) -> frozenset[str]:
    hints = _hints(cls)
    return frozenset(name for name, hint in hints.items() if type(None) in typing.get_args(hint))


def _held(hint: Any) -> type:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        held = [argument for argument in typing.get_args(hint) if argument is not type(None)]
        if len(held) == 1:
            hint = held[0]
    if hint in (int, Money) or (isinstance(hint, type) and attrs.has(hint)):
        return typing.cast("type", hint)
    raise TypeError(f"a figure is int | None or Money | None, a group an attrs class; not {hint}")


def _is_class(held: type) -> bool:
    """Whether a field holds further fields; an amount of money is one figure."""
    return held is not Money and attrs.has(held)


def _kind(held: type, label: Label) -> Kind:
    if held is Money:
        return Kind.MONEY
    return Kind.CHANGE if label.signed else Kind.COUNT


@lru_cache(maxsize=256)
def _column_set(cls: type) -> ColumnSet:
    return tuple(_columns_of(cls, "", (), []))


def _columns_of(
    cls: type, prefix: str, groups: tuple[str, ...], before: list[ColumnSpec]
) -> Iterator[ColumnSpec]:
    first = len(before)
    for name, held, label in _declared(cls):
        over = (*groups, label.under) if label.under else groups
        if _is_class(held):
            yield from _columns_of(held, f"{prefix}{name}.", (*over, label.text), before)
            continue
        addends = tuple(range(first, len(before))) if label.total else ()
        spec = ColumnSpec(
            f"{prefix}{name}",
            label.text,
            over,
            _kind(held, label),
            label.unit,
            addends,
            label.aliases,
        )
        before.append(spec)
        yield spec


def _rows_of(
    cls: type, layout: Layout, prefix: str, groups: tuple[str, ...], own_label: str
) -> list[RowSpec]:
    """The rows of a class in the order in which the template prints them."""
    specs: list[RowSpec] = []
    for name, held, label in _declared(cls):
        path = f"{prefix}{name}"
        if not label.group:
            specs.append(_row(cls, layout, path, groups, own_label, (held, label, name)))
            continue
        inner = (*groups, label.text) if label.text else groups
        at = len(specs)
        if label.after is not None:
            at = 1 + next(i for i, s in enumerate(specs) if s.path == f"{prefix}{label.after}")
        specs[at:at] = _rows_of(held, layout, f"{path}.", inner, label.text)
    return specs


def _row(  # noqa: PLR0913 - what is known of a row on the way down
    cls: type,
    layout: Layout,
    path: str,
    groups: tuple[str, ...],
    own_label: str,
    declared: tuple[type, Label, str],
) -> RowSpec:
    held, label, name = declared
    if _is_class(held):
        column_set = _column_set(held)
    else:
        column_set = (ColumnSpec("", layout.value, (), _kind(held, label), label.unit),)
    grouped = (*groups, label.under) if label.under else groups
    block = label.under or "" if _is_class(held) else ""
    return RowSpec(
        path,
        own_label if label.own else label.text,
        groups[:-1] if label.own else grouped,
        block,
        column_set,
        label.aliases,
        optional=name in _optional_fields(cls) and column_set[0].path != "",
        own=label.own,
        total=label.total,
    )
