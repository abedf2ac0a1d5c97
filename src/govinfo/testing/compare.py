"""What a report that was read says otherwise than the report that was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from govinfo.diagnostics import Diagnostic
from govinfo.template.narrative import TEXTS, Narrative
from govinfo.template.report import Report

ABSENT = "absent"
"""What stands for a fact that one of the two does not have."""

_ABOUT = ("title", "agency", "year", "edition")


def differences(told: Report, read: Report) -> dict[str, tuple[Any, Any]]:
    """Everything that was told and read differently, each as told and as read.

    Compared are the facts' paths, values and notes, title, agency, year and edition, and the
    narratives with their headings; places and printed texts are not.
    """
    found: dict[str, tuple[Any, Any]] = {}
    for path in {**told.facts, **read.facts}:
        pair = tuple(
            (fact.value, fact.note) if (fact := report.facts.get(path)) else ABSENT
            for report in (told, read)
        )
        if pair[0] != pair[1]:
            found[path] = (pair[0], pair[1])
    for name in _ABOUT:
        if getattr(told, name) != getattr(read, name):
            found[name] = (getattr(told, name), getattr(read, name))
    for name in TEXTS:
        texts = (_said(getattr(told, name)), _said(getattr(read, name)))
        if texts[0] != texts[1]:
            found[name] = texts
    extra = ([*map(_said, told.extra)], [*map(_said, read.extra)])
    if extra[0] != extra[1]:
        found["extra"] = extra
    return found


def _said(narrative: Narrative | None) -> tuple[str, str] | None:
    return None if narrative is None else (narrative.heading, narrative.text)


@frozen
class Error:
    """A figure that was read otherwise than it was written.

    Attributes:
        path: The fact.
        told: Its value in the report that was written; `ABSENT` where that has no such fact.
        read: Its value as read, `None` also where the report that was read has no such fact.
        diagnostics: What was found on reading about the fact, its row or its table.
        checks: What `Report.check` says of it, its row, its table, or a sum that it is part of.
    """

    path: str
    told: Any
    read: Any
    diagnostics: tuple[Diagnostic, ...]
    checks: tuple[Diagnostic, ...]

    @property
    def wrong(self) -> bool:
        """Whether a value was read, and another than was written."""
        return self.read is not None

    @property
    def silent(self) -> bool:
        """Whether nothing speaks of it on reading."""
        return not self.diagnostics


def errors(told: Report, read: Report) -> Iterator[Error]:
    """Every figure that was read otherwise than it was written, with what speaks of it."""
    checks: tuple[Diagnostic, ...] | None = None
    for path in {**told.facts, **read.facts}:
        ours, theirs = told.facts.get(path), read.facts.get(path)
        value = theirs.value if theirs else None
        if value == (ours.value if ours else None):
            continue
        checks = read.check() if checks is None else checks
        yield Error(
            path,
            ours.value if ours else ABSENT,
            value,
            tuple(one for one in read.diagnostics if _about(one, path)),
            tuple(one for one in checks if _about(one, path) or _adds(one, path)),
        )


def _about(diagnostic: Diagnostic, path: str) -> bool:
    """Whether a finding is about a fact, its row or its table."""
    at = diagnostic.path
    return bool(at) and (path == at or path.startswith(f"{at}."))


def _adds(diagnostic: Diagnostic, path: str) -> bool:
    """Whether a finding names a fact as part of a sum."""
    return path in dict(diagnostic.values).get("contributors", "").split()
