"""Findings as SARIF 2.1.0 (OASIS), the format that editors and code hosts show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from attrs import frozen

from govinfo.blocks import Anchor
from govinfo.diagnostics import RULES, Diagnostic, Language, Rule, Severity
from govinfo.grammar.facts import Fact
from govinfo.installed import url

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PAGE: dict[Language, str] = {"en": "diagnostics.html", "zh": "zh/diagnostics.html"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


@frozen(slots=True)
class Found:
    """A file and what was found in it.

    Attributes:
        name: What the file is called.
        findings: Its findings.
        facts: The facts of its report: where the figures stand that a finding is about besides.
    """

    name: str
    findings: Sequence[Diagnostic]
    facts: Mapping[str, Fact]


def sarif(
    found: Iterable[Found],
    language: Language,
    version: str,
    unread: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """One run over files.

    Args:
        found: The files.
        language: Language of the messages.
        version: Version of the library.
        unread: Why each file that could not be read could not be.
    """
    results = [result for one in found for result in _results(one, language)]
    codes = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "govinfo",
        "version": version,
        "rules": [_rule(code, language) for code in codes],
    }
    for result in results:
        result["ruleIndex"] = codes.index(result["ruleId"])
    notes = [_notification(name, error) for name, error in (unread or {}).items()]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, language: Language) -> dict[str, Any]:
    rule = RULES[code]
    home = url("Documentation").rstrip("/")
    page = {"helpUri": f"{home}/{_PAGE[language]}#{_heading(rule)}"} if home else {}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.what.text(language)},
        "fullDescription": {"text": rule.why.text(language)},
        "help": {"text": rule.todo.text(language)},
        **page,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _heading(rule: Rule) -> str:
    """The anchor of a rule's heading on the page of all rules."""
    return f"{rule.code.lower()}-{rule.name}-{rule.severity}"


def _results(found: Found, language: Language) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in found.findings:
        result = _result(found.name, finding, language)
        result["partialFingerprints"] = {"govinfo/v1": _fingerprint(finding, seen)}
        related = list(_related(found, finding))
        if related:
            result["relatedLocations"] = related
        yield result


def _related(found: Found, finding: Diagnostic) -> Iterator[dict[str, Any]]:
    """The other figures that a finding is about, such as the parts of a sum."""
    named = dict.fromkeys(finding.values.get("contributors", "").split())
    held = [found.facts[path] for path in named if path in found.facts and path != finding.path]
    for number, fact in enumerate(held, 1):
        shown = fact.label if fact.value is None else f"{fact.label}: {fact.value}"
        if fact.anchor is not None:
            shown = f"{shown} ({fact.anchor})"
        yield {
            "id": number,
            "message": {"text": shown},
            "physicalLocation": _physical(found.name, fact.anchor),
            "logicalLocations": [{"fullyQualifiedName": fact.path, "kind": "member"}],
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


def _notification(name: str, error: str) -> dict[str, Any]:
    """What the log says of a file that could not be read."""
    return {
        "level": "error",
        "message": {"text": error},
        "locations": [{"physicalLocation": _physical(name, None)}],
    }


def _fingerprint(finding: Diagnostic, seen: Counter[str]) -> str:
    """What tells a finding again in a later version of its file, wherever it then stands."""
    words = (finding.code, finding.path, *(f"{k}={v}" for k, v in finding.values.items()))
    digest = sha256("\n".join(words).encode()).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _physical(name: str, anchor: Anchor | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
    if anchor is not None and anchor.line is not None:
        place["region"] = {"startLine": anchor.line}
    return place


def _uri(name: str) -> str:
    """A file's name as a URI reference: every octet that a path may not hold is escaped."""
    if "://" in name:
        return quote(name, safe="/:?#[]@!$&'()*+,;=%~")
    if PureWindowsPath(name).drive and "\\" in name:
        return PureWindowsPath(name).as_uri()
    path = PurePosixPath(name)
    return path.as_uri() if path.is_absolute() else quote(str(path), safe="/~")
