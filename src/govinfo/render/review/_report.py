"""A report as the page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from govinfo.adapters.base import Picture
from govinfo.blocks import Box
from govinfo.checks.identities import judge
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.grammar.sums import Status
from govinfo.prose.claims import linked
from govinfo.render.review._known import State, states, touched
from govinfo.render.review._narrative import STATES, Marked, Passage, marked, passages
from govinfo.render.review._problems import Ends, Problems, problems
from govinfo.render.review._sums import IdentityView, paths_of, relations
from govinfo.render.review._tables import Links, TableView, sections
from govinfo.template.claim import Claim
from govinfo.template.report import Report


@frozen(slots=True)
class Review:
    """A report to be shown.

    Attributes:
        name: What the file is called.
        report: The report.
        findings: What was found in it: its `diagnostics` and what `check` gives.
        pictures: Pictures of the document's pages, of those that `pages` names.
    """

    name: str
    report: Report
    findings: Sequence[Diagnostic]
    pictures: Sequence[Picture] = ()


@frozen(slots=True)
class Highlight:
    """A figure's place on a page's picture, where something is wrong with it."""

    cell: str
    state: State
    box: Box


@frozen(slots=True)
class PagePicture:
    """A page's picture with the places of what is wrong on it."""

    id: str
    picture: Picture
    spots: tuple[Highlight, ...]


@frozen(slots=True)
class Conclusion:
    """The conclusion in numbers.

    Attributes:
        conclusion: `error` or `warning` by the gravest finding; else `open` where an identity
            could not be assessed, and `sound` where all were.
        findings: How many findings there are of each severity; a hint at a cell is not counted
            where it explains other findings, which are.
        corrections: How many figures to correct first.
        settled: How many errors that would settle.
        identities: How many identities hold, do not hold, cannot be assessed.
        claims: How many claims agree, contradict, cannot be compared.
        printed: How many cells hold a figure.
        blank: How many do not.
    """

    conclusion: str
    findings: dict[str, int]
    corrections: int
    settled: int
    identities: dict[str, int]
    claims: dict[str, int]
    printed: int
    blank: int


@frozen(slots=True)
class ReportView:
    """A report.

    Attributes:
        id: Its element's id; those of its parts begin with it and a point.
        name: The file's name.
        report: The report itself.
        verdict: The conclusion.
        problems: Its findings.
        sections: Its tables.
        relations: The identities.
        claims: The claims of its text.
        passages: Its text.
        states: The states that its figures are in, the gravest first, and of how many it is
            the gravest.
        sheets: Pictures of its pages.
    """

    id: str
    name: str
    report: Report
    verdict: Conclusion
    problems: Problems
    sections: tuple[TableView, ...]
    relations: tuple[IdentityView, ...]
    claims: tuple[Marked, ...]
    passages: tuple[Passage, ...]
    states: dict[State, int]
    sheets: tuple[PagePicture, ...]


def shown(review: Review, number: int, language: Language) -> ReportView:
    """A report as the page shows it; ids begin with its number on the page."""
    report, findings = review.report, review.findings
    prefix = f"report-{number}."
    judgements = tuple(judge(report))
    told = linked(report)
    marks = marked(report, told, findings, prefix)
    known = states(report, judgements, findings)
    identities = relations(report, judgements, prefix)
    texts = tuple(passages(report, told, marks))
    grouped = problems(
        report, findings, _ends(report, told, marks, texts, prefix), prefix, language
    )
    links = Links(
        known,
        _by_path(
            (paths_of(one), relation.id)
            for one, relation in zip(judgements, identities, strict=True)
        ),
        _by_path(
            (touched(finding, report), f"{prefix}finding-{at}")
            for at, finding in enumerate(findings, 1)
        ),
        _by_path((claim.paths, mark.id) for claim, mark in zip(told, marks, strict=True)),
        {
            lead.target.removeprefix(prefix): lead.expected
            for problem in grouped.first
            for lead in problem.leads
        },
    )
    return ReportView(
        id=prefix.rstrip("."),
        name=review.name,
        report=report,
        verdict=_verdict(report, grouped, identities, marks),
        problems=grouped,
        sections=tuple(sections(report, links, prefix, language)),
        relations=identities,
        claims=marks,
        passages=texts,
        states=_tally(known),
        sheets=tuple(_sheet(report, picture, known, prefix) for picture in review.pictures),
    )


def _ends(
    report: Report,
    told: Sequence[Claim],
    marks: Sequence[Marked],
    texts: Sequence[Passage],
    prefix: str,
) -> Ends:
    stretches: dict[tuple[str, ...], str] = {
        (claim.part, str(claim.start), str(claim.end)): mark.id
        for claim, mark in zip(told, marks, strict=True)
        if mark.cells
    }
    parts = {path.partition(".")[0] for path in report.facts} | {text.part for text in texts}
    return Ends(stretches, {part: f"{prefix}{part}-heading" for part in parts})


def _by_path(named: Iterable[tuple[Iterable[str], str]]) -> dict[str, list[str]]:
    """Ids by the path of each fact that they are about."""
    found: dict[str, list[str]] = {}
    for paths, name in named:
        for path in paths:
            found.setdefault(path, []).append(name)
    return found


def _tally(known: dict[str, tuple[State, ...]]) -> dict[State, int]:
    counts = Counter(found[0] for found in known.values())
    return {state: counts[state] for state in State if counts[state]}


def _verdict(
    report: Report, found: Problems, identities: Sequence[IdentityView], marks: Sequence[Marked]
) -> Conclusion:
    settled = sum(len(problem.explained) for problem in found.first)
    alone = sum(not problem.explained for problem in found.first)
    counts = {
        Severity.ERROR: settled + alone + len(found.errors),
        Severity.WARNING: len(found.warnings),
        Severity.INFO: len(found.notes),
    }
    blank = sum(fact.value is None for fact in report.facts.values())
    return Conclusion(
        _conclusion(counts, identities),
        {str(severity): count for severity, count in counts.items()},
        sum(len(problem.leads) for problem in found.first),
        settled,
        {str(status): sum(one.status is status for one in identities) for status in Status},
        {state: sum(mark.state == state for mark in marks) for state in STATES} if marks else {},
        len(report.facts) - blank,
        blank,
    )


def _conclusion(counts: dict[Severity, int], identities: Sequence[IdentityView]) -> str:
    for severity in (Severity.ERROR, Severity.WARNING):
        if counts[severity]:
            return severity
    assessed = [one for one in identities if one.status is not Status.OPEN]
    return "sound" if assessed and len(assessed) == len(identities) else "open"


_SHOWN_ON_PAGES = (State.WRONG, State.BROKEN, State.CONTRADICTED, State.DOUBTFUL)


def _sheet(
    report: Report, picture: Picture, known: dict[str, tuple[State, ...]], prefix: str
) -> PagePicture:
    spots = tuple(
        Highlight(f"{prefix}{path}", known[path][0], fact.anchor.box)
        for path, fact in report.facts.items()
        if fact.anchor is not None
        and fact.anchor.page == picture.page
        and fact.anchor.box is not None
        and known[path][0] in _SHOWN_ON_PAGES
    )
    return PagePicture(f"{prefix}page-{picture.page}", picture, spots)
