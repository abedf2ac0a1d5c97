"""What is found between reports as a page to look at, in the style of the page of one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen
from markupsafe import Markup

from govinfo.between.repeated import Passage, Span
from govinfo.between.units import Rollup
from govinfo.between.years import Comparison
from govinfo.diagnostics import Diagnostic, Language, Severity, Words
from govinfo.render.comparison import HEADINGS, printed, signed
from govinfo.render.findings import SEVERITIES
from govinfo.render.review import LANGUAGES, policy_of, templates
from govinfo.render.rollup import contributors

_WORDS = {
    "page": Words("Between reports", "报告比对"),
    "findings": Words("Findings", "诊断"),
    "no_findings": Words("Nothing found.", "未发现问题。"),
    "figures": Words("Figures", "数据"),
    "figure": Words("Figure", "项目"),
    "shown": Words(
        "{} figures that differ or that a finding names; {} others are not shown.",
        "有差异或诊断涉及的数据 {} 项，其余 {} 项未列出。",
    ),
    "share": Words("{:.0%} stands in last year's report, too.", "{:.0%} 的文字与上年报告相同。"),
    "keys_of_text": Words(
        "Underlined: as in the other year; dotted: only the numbers changed.",
        "下划线：与另一年度相同；点线：仅改动数字。",
    ),
    "last": Words("Last year", "上年"),
    "this": Words("This year", "本年"),
    "change": Words("Change", "增减"),
    "parent": Words("Parent", "汇总报告"),
    "sum": Words("Sum", "合计"),
    "difference": Words("Difference", "相差"),
    "units": Words("Contributors, the largest first", "各单位（从大到小）"),
    "of_units": Words("{} units: {}", "{} 个单位：{}"),
}


@frozen(slots=True)
class Row:
    """A figure with what stands beside it."""

    label: str
    cells: tuple[str, ...]
    wrong: bool = False


@frozen(slots=True)
class Piece:
    """A piece of a text; `mark` is `""`, `same` or `renumbered`."""

    text: str
    mark: str = ""


@frozen(slots=True)
class TwoTexts:
    """A section in both years."""

    heading: str
    share: float
    last: tuple[Piece, ...]
    this: tuple[Piece, ...]


@frozen(slots=True)
class Sheet:
    """What a page shows besides the findings."""

    title: str
    beside: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hidden: int
    texts: tuple[TwoTexts, ...] = ()


def between_page(found: Comparison | Rollup, language: Language = "en") -> str:
    """One file of HTML that asks for nothing else.

    Args:
        found: What `govinfo.compare` or `govinfo.rollup` found.
        language: Language of the page; the template's labels are Chinese in both.
    """
    say = {name: words.text(language) for name, words in _WORDS.items()}
    sheet = _compared(found, say) if isinstance(found, Comparison) else _summed(found, say)
    held = templates()
    names = ("review.css", "between.css")
    style = "\n".join(held.get_template(name).render() for name in names)
    return held.get_template("between.html").render(
        sheet=sheet,
        findings=list(_findings(found.findings, language)),
        say=say,
        lang=LANGUAGES[language],
        style=Markup(style),  # noqa: S704 - the package's own
        policy=policy_of(style, ""),
    )


def _findings(findings: Sequence[Diagnostic], language: Language) -> Iterator[dict[str, str]]:
    order = list(Severity)
    for finding in sorted(findings, key=lambda one: order.index(one.severity)):
        yield {
            "severity": str(finding.severity),
            "word": SEVERITIES[language][finding.severity],
            "code": finding.code,
            "text": finding.text(language),
        }


def _compared(found: Comparison, say: dict[str, str]) -> Sheet:
    named = {finding.path for finding in found.findings}
    rows = tuple(
        Row(
            one.label,
            (printed(one.last), printed(one.this), signed(one.difference)),
            one.path in named,
        )
        for one in found.telling
    )
    return Sheet(
        found.this.title,
        found.last.title,
        (say["last"], say["this"], say["change"]),
        rows,
        len(found.changes) - len(rows),
        tuple(_texts(found)),
    )


def _texts(found: Comparison) -> Iterator[TwoTexts]:
    for part, repeated in found.narratives.items():
        last, this = getattr(found.last, part).text, getattr(found.this, part).text
        passages = repeated.passages
        yield TwoTexts(
            HEADINGS.get(part, part),
            repeated.share,
            tuple(_pieces(last, [(one.last_at, _mark(one)) for one in passages])),
            tuple(_pieces(this, [(one.this_at, _mark(one)) for one in passages])),
        )


def _mark(passage: Passage) -> str:
    return "renumbered" if passage.renumbered else "same"


def _pieces(text: str, marked: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """A text in pieces; of places that overlap, as of one that is repeated twice, the first."""
    at = 0
    for (start, end), mark in sorted(marked):
        if start < at:
            continue
        if at < start:
            yield Piece(text[at:start])
        yield Piece(text[start:end], mark)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def _summed(found: Rollup, say: dict[str, str]) -> Sheet:
    alone = found.parent is None
    totals = [one for one in found.totals if one.wanted and (one.differs or alone)]
    rows = tuple(
        Row(
            one.label,
            (
                printed(one.parent),
                "" if one.sum is None else str(one.sum),
                signed(one.difference),
                contributors(one),
            ),
            one.differs,
        )
        for one in totals
    )
    return Sheet(
        say["sum"] if found.parent is None else found.parent.title,
        say["of_units"].format(len(found.units), "、".join(found.units)),
        (say["parent"], say["sum"], say["difference"], say["units"]),
        rows,
        len(found.totals) - len(rows),
    )
