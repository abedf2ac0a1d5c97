"""Reports to and from plain dicts, by cattrs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

import attrs
import cattrs
from cattrs.errors import BaseValidationError

from govinfo.diagnostics import Diagnostic, Language
from govinfo.grammar.facts import Fact
from govinfo.money import YUAN, Money
from govinfo.template.editions import Edition, parts, tables_of
from govinfo.template.report import PARTS, Facts, Report
from govinfo.template.views import check_paths

Value = int | Money | None


@cache
def converter() -> cattrs.Converter:
    """The converter, with the library's own types taught to it."""
    made = cattrs.Converter(forbid_extra_keys=True)
    made.register_unstructure_hook(Money, lambda m: {"amount": str(m.amount), "unit": m.unit})
    made.register_structure_hook(Money, lambda data, _: _money(data))
    made.register_structure_hook(Value, lambda data, _: _value(data))
    made.register_unstructure_hook(date, lambda day: day.isoformat())
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    made.register_unstructure_hook(
        Facts, lambda facts: [made.unstructure(fact, Fact) for fact in facts.values()]
    )
    made.register_structure_hook(
        Facts, lambda data, _: Facts([made.structure(fact, Fact) for fact in data])
    )
    made.register_unstructure_hook_func(lambda kind: kind == Mapping[str, str], dict)
    made.register_unstructure_hook(Edition, str)
    made.register_structure_hook(Edition, lambda data, _: Edition(data))
    return made


def to_dict(report: Any) -> dict[str, Any]:
    """A report as plain data."""
    data: dict[str, Any] = converter().unstructure(report)
    # Each by its own class: which one a section has, its edition says.
    data |= {part: converter().unstructure(getattr(report, part)) for part in parts()}
    return {name: data[name] for name in names()}


def names() -> tuple[str, ...]:
    """The names of a report's data: its fields, with its sections in the order of the template."""
    fields = [field.name for field in attrs.fields(Report)]
    first = min(fields.index(part) for part in PARTS if part in fields)
    others = [name for name in fields if name not in PARTS]
    return (*others[:first], *PARTS, *others[first:])


def finding_data(finding: Diagnostic, language: Language) -> dict[str, Any]:
    """A finding as plain data, its message in a language."""
    data: dict[str, Any] = converter().unstructure(finding)
    return data | {"message": finding.text(language)}


def from_dict(cls: type[Report], data: Mapping[str, Any]) -> Report:
    """A report from plain data.

    Where it gives figures as facts only, or as a section only, the report has both.

    Raises:
        ValueError: The data has another shape, or a fact and a section differ.
    """
    try:
        sections = {part: data.get(part) for part in parts()}
        others = {name: value for name, value in data.items() if name not in sections}
        made = converter().structure(others, cls)
        edition = data.get("edition")
        held: dict[str, Any] = {
            part: converter().structure(section, _class_of(part, section, edition))
            for part, section in sections.items()
            if section is not None
        }
    except (BaseValidationError, TypeError, KeyError, AttributeError) as error:
        reasons = (
            "; ".join(cattrs.transform_error(error, path="report"))
            if isinstance(error, BaseValidationError)
            else repr(error)
        )
        raise ValueError(f"this is not a report's data: {reasons}") from error
    whole = attrs.evolve(made, **held)
    check_paths(whole.facts)
    return whole


def _class_of(part: str, section: Mapping[str, Any], edition: str | None) -> type:
    """The class of a section: its edition's, where it has the fields that are given.

    A report may hold a table of another edition, or say nothing of its edition.
    """
    classes = tables_of(part)
    named = None if edition is None else Edition(edition).table_of(part)
    for cls in (*([named] if named else []), *classes):
        if set(section) == {field.name for field in attrs.fields(cls)}:
            return cls
    return named or classes[-1]


def plain_value(value: Value) -> Any:
    """A fact's value as plain data."""
    return converter().unstructure(value, Money) if isinstance(value, Money) else value


def _money(data: Any) -> Money:
    if not isinstance(data, Mapping) or set(data) - {"amount", "unit"}:
        raise ValueError(f"an amount is {{'amount': '1.5', 'unit': '万元'}}, not {data!r}")
    unit = data.get("unit")
    if unit is not None and unit not in YUAN:
        raise ValueError(f"{unit!r} is no unit of money; there are {', '.join(YUAN)}")
    try:
        return Money(Decimal(str(data["amount"])), unit)
    except (InvalidOperation, KeyError) as error:
        raise ValueError(f"{data!r} has no amount that is a number") from error


def _value(data: Any) -> Value:
    if isinstance(data, Mapping):
        return _money(data)
    if data is None or (isinstance(data, int) and not isinstance(data, bool)):
        return data
    raise ValueError(f"a value is a whole number, an amount or null, not {data!r}")


def fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of an attrs class with their types resolved."""
    return tuple(attrs.fields(attrs.resolve_types(cls)))
