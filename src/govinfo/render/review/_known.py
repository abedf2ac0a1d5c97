"""What is known of each figure: whether the identities, the text and the reading bear it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from govinfo.checks.cells import one_cell
from govinfo.diagnostics import Diagnostic, Severity
from govinfo.explain.placement_rules import COLUMNS_UNSURE
from govinfo.grammar.compile import compile_class
from govinfo.grammar.equations import Judgement
from govinfo.grammar.sums import Status
from govinfo.template.report import Report

_READING, _ARITHMETIC, _NARRATIVE = "GI1", "GI2", "GI3"


class State(StrEnum):
    """What is known of a figure, the gravest first."""

    WRONG = "wrong"
    """It cannot be right, or its change alone would satisfy every identity."""
    BROKEN = "broken"
    """It takes part in an identity that does not hold."""
    CONTRADICTED = "contradicted"
    """The text says otherwise."""
    DOUBTFUL = "doubtful"
    """It could not be read surely, or a warning is about it."""
    OPEN = "open"
    """An identity it takes part in cannot be assessed, because another cell is blank."""
    BLANK = "blank"
    """Nothing is printed, or nothing that counts as a figure."""
    UNCHECKED = "unchecked"
    """No identity of the template says anything of it."""
    SOUND = "sound"
    """All its identities hold."""


def contributors(finding: Diagnostic) -> tuple[str, ...]:
    """The facts on both sides of what a finding says; empty where it names none."""
    return tuple(finding.values.get("contributors", "").split())


def touched(finding: Diagnostic, report: Report) -> tuple[str, ...]:
    """The report's facts that a finding is about: first those of its path, then the others.

    What is said of a section as a whole, such as that it is misnumbered, is said of no figure.
    """
    own = [finding.path] if finding.path in report.facts else _read_with(finding, report)
    others = (path for path in contributors(finding) if path in report.facts)
    return tuple(dict.fromkeys((*own, *others)))


def _read_with(finding: Diagnostic, report: Report) -> Iterator[str]:
    """The facts of the row, or of the columns, that could not be read surely."""
    if not finding.code.startswith(_READING):
        return
    part = finding.path.partition(".")[0]
    for grammar in (compile_class(type(section)) for section in report.tables):
        for row, _, path in grammar.cells() if grammar.layout.part == part else ():
            about = finding.code == COLUMNS_UNSURE.code or grammar.path(row) == finding.path
            if about and path in report.facts:
                yield path


def states(
    report: Report, judgements: Iterable[Judgement], findings: Sequence[Diagnostic]
) -> dict[str, tuple[State, ...]]:
    """All that is known of each fact, the gravest first; every fact has at least one state."""
    held: dict[str, set[State]] = {path: set() for path in report.facts}
    for judgement in judgements:
        state = _STATES[judgement.status]
        for term, value in (*judgement.left.terms, *judgement.right.terms):
            if term.path in held and not (state is State.OPEN and value is None):
                held[term.path].add(state)
    for finding in findings:
        _mark(held, finding, report)
    for path, fact in report.facts.items():
        if fact.value is None:
            held[path].add(State.BLANK)
            held[path].discard(State.SOUND)
        held[path] = held[path] or {State.UNCHECKED}
    order = list(State)
    return {path: tuple(sorted(found, key=order.index)) for path, found in held.items()}


_STATES: Mapping[Status, State] = {
    Status.BROKEN: State.BROKEN,
    Status.OPEN: State.OPEN,
    Status.HOLDS: State.SOUND,
}


def _mark(held: Mapping[str, set[State]], finding: Diagnostic, report: Report) -> None:
    """Add what a finding says of the facts it is about."""
    if finding.code == one_cell.code or _impossible(finding):
        if finding.path in held:
            held[finding.path].add(State.WRONG)
    elif finding.severity is not Severity.INFO and not finding.code.startswith(_ARITHMETIC):
        told = finding.code.startswith(_NARRATIVE)
        for path in touched(finding, report):
            held[path].add(State.CONTRADICTED if told else State.DOUBTFUL)


def _impossible(finding: Diagnostic) -> bool:
    """Whether the figure is wrong whatever the others are; an identity names several figures."""
    return finding.severity is Severity.ERROR and len(contributors(finding)) <= 1
