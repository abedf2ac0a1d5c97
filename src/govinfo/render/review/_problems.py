"""The findings in the order in which they are to be dealt with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import evolve, frozen

from govinfo.checks.cells import one_cell
from govinfo.diagnostics import RULES, Diagnostic, Language, Severity, in_chinese
from govinfo.render.place import place
from govinfo.render.review._known import contributors, touched
from govinfo.render.review._narrative import stretch
from govinfo.template.report import Report

_LONG = 40
"""Characters of a sum from which it is folded away."""


@frozen(slots=True)
class Finding:
    """A finding as the page shows it.

    Attributes:
        id: Its element's id.
        code: Its code.
        severity: How much it matters: a hint at one cell counts as what it explains.
        before: Its message up to the official wording of the cell.
        cell: That wording; `""` where the message has none.
        after: The rest of the message.
        parts: The end of the message, where it is a long list of what a sum is made of.
        todo: What to do about it.
        place: Where it was printed, in words.
        target: Id of the cell to look at first; `""` where no table has it.
        cells: Ids of all cells it is about.
        claim: Id of the claim of the text that it is about; `""` if of none.
        section: Id of the heading of the section that it is about, where it is about no cell.
        printed: The figure as printed, where the finding says what it should be.
        expected: What it should be.
    """

    id: str
    code: str
    severity: str
    before: str
    cell: str
    after: str
    parts: str
    todo: str
    place: str
    target: str
    cells: tuple[str, ...]
    claim: str
    section: str
    printed: str
    expected: str


@frozen(slots=True)
class Ends:
    """Ids of what findings may lead to.

    Attributes:
        claims: Of the claims of the text, by the stretch that each takes.
        headings: Of the sections' headings, by part.
    """

    claims: Mapping[tuple[str, ...], str]
    headings: Mapping[str, str]


@frozen(slots=True)
class Problem:
    """What is dealt with together: cells whose change would settle other findings, or a finding.

    Attributes:
        leads: The findings that say what to change, or the one finding.
        explained: Findings that the change would settle.
    """

    leads: tuple[Finding, ...]
    explained: tuple[Finding, ...] = ()


@frozen(slots=True)
class Problems:
    """All findings of a report, each once.

    Attributes:
        first: Cells to correct first, with what that settles.
        errors: Other errors.
        warnings: Warnings.
        notes: The rest.
    """

    first: tuple[Problem, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def problems(
    report: Report,
    findings: Sequence[Diagnostic],
    ends: Ends,
    prefix: str,
    language: Language,
) -> Problems:
    """The findings, grouped and in order.

    Args:
        report: The report.
        findings: What was found in it.
        ends: What findings lead to but cells.
        prefix: What ids begin with.
        language: Language of the messages.
    """

    def shown(at: int) -> Finding:
        finding = _finding(report, findings[at], prefix, language)
        part = "" if finding.cells else findings[at].path.partition(".")[0]
        return evolve(
            finding,
            id=f"{prefix}finding-{at + 1}",
            claim=ends.claims.get(stretch(findings[at]), ""),
            section=ends.headings.get(part, ""),
        )

    groups = _explained(findings)
    used = {at for group in groups for held in group for at in held}
    rest = [at for at in range(len(findings)) if at not in used]

    def alone(suits: Callable[[Diagnostic], bool]) -> tuple[Problem, ...]:
        return tuple(Problem((shown(at),)) for at in rest if suits(findings[at]))

    return Problems(
        tuple(Problem(tuple(map(shown, lead)), tuple(map(shown, held))) for lead, held in groups),
        alone(lambda finding: finding.severity is Severity.ERROR),
        alone(lambda finding: finding.severity is Severity.WARNING),
        alone(lambda finding: finding.severity is Severity.INFO),
    )


def _explained(findings: Sequence[Diagnostic]) -> list[tuple[list[int], list[int]]]:
    """Positions of hints at a cell, and of the breaches they explain; joint hints together."""
    breaches = {
        at: set(contributors(finding))
        for at, finding in enumerate(findings)
        if finding.severity is Severity.ERROR and contributors(finding)
    }
    groups: list[tuple[list[int], list[int]]] = []
    for at, finding in enumerate(findings):
        if finding.code != one_cell.code:
            continue
        leads = [at]
        held = [number for number, paths in breaches.items() if finding.path in paths]
        for group in [group for group in groups if set(group[1]) & set(held)]:
            groups.remove(group)
            leads = [*group[0], *leads]
            held = sorted({*group[1], *held})
        groups.append((leads, held))
    return groups


def _finding(report: Report, finding: Diagnostic, prefix: str, language: Language) -> Finding:
    cells = tuple(f"{prefix}{path}" for path in touched(finding, report))
    text = finding.text(language)
    cell = finding.values.get("cell") or finding.values.get("cells") or ""
    before, cell, after = text.partition(cell) if cell else (text, "", "")
    parts = finding.values.get("left", "")
    parts = in_chinese(parts) if language == "zh" else parts
    parts = parts if len(parts) > _LONG and after.endswith(parts) else ""
    rule = RULES.get(finding.code)
    corrects = finding.code == one_cell.code
    return Finding(
        id="",
        code=finding.code,
        severity=Severity.ERROR if corrects else finding.severity,
        before=before,
        cell=cell,
        after=after.removesuffix(parts),
        parts=parts,
        todo=rule.todo.text(language) if rule is not None else "",
        place=place(finding.anchor, language, finding.path),
        target=cells[0] if cells else "",
        cells=cells,
        claim="",
        section="",
        printed=finding.values.get("printed", "") if corrects else "",
        expected=finding.values.get("expected", "") if corrects else "",
    )
