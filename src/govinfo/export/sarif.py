"""Findings as SARIF 2.1.0 (OASIS), the format that editors and code hosts show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from govinfo.blocks import Anchor
from govinfo.diagnostics import RULES, Diagnostic, Language, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(
    found: Iterable[tuple[str, Sequence[Diagnostic]]], language: Language, version: str
) -> dict[str, Any]:
    """One run over files.

    Args:
        found: Each file's name and its findings.
        language: Language of the messages.
        version: Version of the library.
    """
    results = [_result(name, finding, language) for name, held in found for finding in held]
    codes = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "govinfo",
        "version": version,
        "rules": [_rule(code, language) for code in codes],
    }
    for result in results:
        result["ruleIndex"] = codes.index(result["ruleId"])
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, language: Language) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.what.text(language)},
        "fullDescription": {"text": rule.why.text(language)},
        "help": {"text": rule.todo.text(language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(name: str, finding: Diagnostic, language: Language) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(name, finding.anchor)}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "member"}]
    properties = dict(finding.values)
    if finding.anchor is not None:
        properties["where"] = str(finding.anchor)
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text(language)},
        "locations": [location],
        "properties": properties,
    }


def _physical(name: str, anchor: Anchor | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(name, safe="/:%")}}
    if anchor is not None and anchor.line is not None:
        place["region"] = {"startLine": anchor.line}
    return place
