"""The JSON Schema of a report, derived from the classes."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import attrs

from govinfo.diagnostics import Severity
from govinfo.export.convert import names
from govinfo.grammar.fields import KEY, Label
from govinfo.money import YUAN
from govinfo.template.editions import Edition, editions, parts, tables_of
from govinfo.template.report import Facts, Report

_MONEY = {
    "type": "object",
    "properties": {
        "amount": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
        "unit": {"enum": [*YUAN, None]},
    },
    "required": ["amount", "unit"],
    "additionalProperties": False,
}


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of what `Report.to_dict` returns."""
    definitions: dict[str, Any] = {"Money": _MONEY}
    report = _report(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:govinfo:report",
        "title": "政府信息公开工作年度报告",
        **report,
        "$defs": definitions,
    }


def _report(definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a report: its sections are views, of the classes of all editions."""
    made = _object(Report, definitions)
    properties = made["properties"]
    for part in parts():
        options = [*(_class(cls, definitions) for cls in tables_of(part)), {"type": "null"}]
        properties[part] = {"anyOf": options}
    made["properties"] = {name: properties[name] for name in names()}
    made["required"] = list(made["properties"])
    return made


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    properties = {}
    for field in attrs.fields(cls):
        properties[field.name] = _typed(hints[field.name], definitions)
        label = field.metadata.get(KEY)
        if isinstance(label, Label) and label.text:
            properties[field.name] = {"title": label.text, **properties[field.name]}
    return {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _typed(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_typed(argument, definitions) for argument in arguments]}
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return {"type": "array", "items": _typed(arguments[0], definitions)}
        return {
            "type": "array",
            "prefixItems": [_typed(argument, definitions) for argument in arguments],
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }
    if origin is Mapping:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    return _class(hint, definitions)


def _class(hint: type, definitions: dict[str, Any]) -> dict[str, Any]:
    simple = {
        int: {"type": "integer"},
        float: {"type": "number"},
        str: {"type": "string"},
        type(None): {"type": "null"},
        date: {"type": "string", "format": "date"},
        datetime: {"type": "string", "format": "date-time"},
    }
    if hint in simple:
        return simple[hint]
    if hint is Facts:
        from govinfo.grammar.facts import Fact  # noqa: PLC0415 - keeps the table above flat

        return {"type": "array", "items": _class(Fact, definitions)}
    if issubclass(hint, Severity):
        return {"enum": [str(member) for member in hint]}
    if issubclass(hint, Edition):
        return {"enum": [str(edition) for edition in editions()]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}
