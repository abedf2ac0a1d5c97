"""Documents with what is read of them beside: the fixtures that say inline what matters.

In a Markdown page a fenced block of `text`, `markdown` or `html` is a document; a block `expect`
after it says what a careful reader reads of it:

    requests.received       12 3 0 0 1 0 16
    requests.carried_over   1 ∅ ∅ ∅ ∅ ∅ 1
    GI103 requests.carried_over

A row's path with its figures in the template's order, `∅` where no value is read; a fact's path
with its figure; a finding's code with its path. Every figure and finding is named, except that a
specimen, being an excerpt, lacks tables (GI101) and rows (GI102). `⇥` is a tab, `␌` a page's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

import govinfo

_BLOCKS = re.compile(r"```(?P<kind>text|markdown|html|expect)\n(?P<body>.*?)```", re.DOTALL)
_LACKING = frozenset({"GI101", "GI102"})


@frozen
class Specimen:
    """A document of ours, and what is read of it.

    Attributes:
        name: Of the page, with a number where it has several.
        data: The document.
        figures: What is read of each row or fact, as written.
        findings: Code and path.
    """

    name: str
    data: bytes
    figures: dict[str, str]
    findings: frozenset[tuple[str, str]]


def specimens(page: Path) -> Iterator[Specimen]:
    """The specimens of a page.

    Raises:
        ValueError: A document has no expectation, or an expectation no document.
    """
    blocks = [(match["kind"], match["body"]) for match in _BLOCKS.finditer(page.read_text("utf-8"))]
    if [kind == "expect" for kind, _ in blocks] != [False, True] * (len(blocks) // 2):
        raise ValueError(f"{page.name}: each document needs what is expected of it")
    for at in range(0, len(blocks), 2):
        yield _specimen(f"{page.stem}-{at // 2 + 1}", blocks[at][1], blocks[at + 1][1])


def _specimen(name: str, document: str, expectation: str) -> Specimen:
    figures, findings = {}, set()
    for line in expectation.splitlines():
        first, *rest = line.split()
        if first.startswith("GI"):
            findings.add((first, *rest))
        else:
            figures[first] = " ".join(rest)
    text = document.replace("⇥", "\t").replace("␌", "\f")
    return Specimen(name, text.encode(), figures, frozenset(findings))  # type: ignore[arg-type]


def figures_of(report: govinfo.Report, named: dict[str, str]) -> dict[str, str]:
    """What is read of each row, or of those facts that are named one by one."""
    read: dict[str, list[str]] = {}
    valued = set()
    for path, fact in report.facts.items():
        name = path if path in named else path.rpartition(".")[0]
        if name not in named and _row_in(name, named):
            name = _row_in(name, named)
        read.setdefault(name, []).append("∅" if fact.value is None else str(fact.value))
        if fact.value is not None:
            valued.add(name)
    return {name: " ".join(texts) for name, texts in read.items() if name in valued | set(named)}


def _row_in(name: str, named: dict[str, str]) -> str:
    """The row of a table of one row, such as `disputes`, whose columns have groups."""
    return next((row for row in named if name.startswith(f"{row}.")), "")


def findings_of(report: govinfo.Report) -> frozenset[tuple[str, str]]:
    """What is said of the reading, but for what an excerpt lacks."""
    return frozenset(
        (said.code, said.path) for said in report.diagnostics if said.code not in _LACKING
    )
