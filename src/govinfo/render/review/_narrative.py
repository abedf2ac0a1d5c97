"""The report's running text with its claims marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govinfo.diagnostics import Diagnostic
from govinfo.template.claim import Claim
from govinfo.template.report import Report, narratives

STATES = AGREES, CONTRADICTED, OPEN = ("agrees", "contradicted", "open")
"""How a claim stands to the tables."""


@frozen(slots=True)
class Marked:
    """A claim as the page shows it.

    Attributes:
        id: Its element's id.
        sentence: The sentence it stands in.
        state: `agrees`, `contradicted`, or `open` where it is linked but cannot be compared.
        cells: Ids of the figures it is about.
    """

    id: str
    sentence: str
    state: str
    cells: tuple[str, ...]


@frozen(slots=True)
class Stretch:
    """A stretch of text, of a claim or between claims; `first` where the claim begins."""

    text: str
    claim: Marked | None
    first: bool


@frozen(slots=True)
class Passage:
    """A section of running text.

    Attributes:
        part: Its name, as in `Claim.part`.
        heading: Its heading as printed; `""` where it has none.
        paragraphs: Its paragraphs in pieces.
    """

    part: str
    heading: str
    paragraphs: tuple[tuple[Stretch, ...], ...]


def marked(
    report: Report, claims: Sequence[Claim], findings: Sequence[Diagnostic], prefix: str
) -> tuple[Marked, ...]:
    """The claims; ids begin with the prefix."""
    return tuple(
        Marked(
            f"{prefix}claim-{at}",
            claim.sentence,
            _state(claim, findings),
            tuple(f"{prefix}{path}" for path in claim.paths if path in report.facts),
        )
        for at, claim in enumerate(claims, 1)
    )


def passages(report: Report, claims: Sequence[Claim], shown: Sequence[Marked]) -> Iterator[Passage]:
    """The running text in the order of the template."""
    for part, narrative in narratives(report):
        held = [
            (claim, mark)
            for claim, mark in zip(claims, shown, strict=True)
            if claim.part == part and mark.cells
        ]
        if narrative.text or narrative.heading:
            yield Passage(part, narrative.heading, tuple(_paragraphs(narrative.text, held)))


def _paragraphs(text: str, held: Sequence[tuple[Claim, Marked]]) -> Iterator[tuple[Stretch, ...]]:
    at = 0
    begun: set[str] = set()
    for line in text.split("\n"):
        end = at + len(line)
        edges = {edge for claim, _ in held for edge in (claim.start, claim.end)}
        inside = sorted({at, end, *(edge for edge in edges if at < edge < end)})
        pieces = []
        for start, stop in pairwise(inside):
            mark = _over(start, stop, held)
            pieces.append(
                Stretch(text[start:stop], mark, mark is not None and mark.id not in begun)
            )
            begun |= {mark.id} if mark is not None else set()
        yield tuple(pieces)
        at = end + 1


def _over(start: int, stop: int, held: Sequence[tuple[Claim, Marked]]) -> Marked | None:
    """The claim that a stretch belongs to: the shortest where one stands within another."""
    over = [(claim, mark) for claim, mark in held if claim.start <= start < stop <= claim.end]
    shortest = min(over, key=lambda one: one[0].end - one[0].start, default=None)
    return shortest[1] if shortest else None


def _state(claim: Claim, findings: Sequence[Diagnostic]) -> str:
    if any(_denies(finding, claim) for finding in findings):
        return CONTRADICTED
    return AGREES if claim.agrees else OPEN


def _denies(finding: Diagnostic, claim: Claim) -> bool:
    return stretch(finding) == (claim.part, str(claim.start), str(claim.end))


def stretch(finding: Diagnostic) -> tuple[str, ...]:
    """The stretch of text that a finding is about: part, start and end; `()` if it names none."""
    named = [finding.values.get(name, "") for name in ("part", "start", "end")]
    return tuple(named) if all(named) else ()
