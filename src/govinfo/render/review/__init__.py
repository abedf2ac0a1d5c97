"""Reports as a page to look at: what is wrong, where, and what would make it right.

The page is one file of HTML that asks for nothing else: styles, script and pictures are in it,
and its own policy forbids it the network.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from re import compile as pattern
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from govinfo.adapters.base import Picture
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.export.visible import visible
from govinfo.render.review._known import State
from govinfo.render.review._report import Review as Review
from govinfo.render.review._report import shown
from govinfo.render.review._words import Speech
from govinfo.template.report import Report

_HAN = pattern(
    # From where a run begins, so that none is gone over from each of its characters.
    r"(?<![\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”·（）《》〔〕])"
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”·（）《》〔〕]*[\u2e80-\u9fff][^\x00-\x7f]*"
)
_CODE = pattern(r"`([^`]+)`")
LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
"""The languages as HTML names them."""
_MOST_PAGES = 24


def page(
    reviews: Sequence[Review], language: Language = "en", unread: Mapping[str, str] | None = None
) -> str:
    """The reports on one page: first what could not be read, then the gravest findings.

    Args:
        reviews: The reports.
        language: Language of the page; the template's labels are Chinese in both.
        unread: Why each file that could not be read could not be.
    """
    ordered = sorted(reviews, key=_gravity, reverse=True)
    environment = templates()
    style = environment.get_template("review.css").render()
    script = environment.get_template("review.js").render()
    return environment.get_template("review.html").render(
        reports=[shown(review, number, language) for number, review in enumerate(ordered, 1)],
        unread=unread or {},
        say=Speech(language),
        all_states=list(State),
        lang=LANGUAGES[language],
        style=Markup(style),  # noqa: S704 - the package's own
        script=Markup(script),  # noqa: S704 - likewise
        policy=policy_of(style, script),
    )


def pages(report: Report, findings: Sequence[Diagnostic]) -> tuple[int, ...]:
    """The pages whose pictures are worth showing, in order, of very many those of problems."""
    wrong = Counter(_pages_of(finding.anchor for finding in findings))
    printed = Counter(_pages_of(fact.anchor for fact in report.facts.values()))
    best = sorted(wrong | printed, key=lambda number: (-wrong[number], -printed[number]))
    return tuple(sorted(best[:_MOST_PAGES]))


def _pages_of(anchors: Any) -> Iterator[int]:
    return (anchor.page for anchor in anchors if anchor is not None and anchor.page is not None)


def _gravity(review: Review) -> tuple[int, ...]:
    counts = Counter(finding.severity for finding in review.findings)
    return tuple(counts[severity] for severity in Severity)


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The package's templates, as pages are made of them."""
    environment = Environment(
        loader=PackageLoader("govinfo.render"),
        autoescape=select_autoescape(["html"]),
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data_uri"] = _data_uri
    environment.filters["official"] = _official
    return environment


def _shown(value: Any) -> Any:
    """What a template prints: of texts, which may be a document's, nothing that is not seen."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def policy_of(style: str, script: str) -> str:
    """What the page may load: itself. Its style and script are told by their hashes."""
    allowed = (
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(allowed)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _data_uri(picture: Picture) -> str:
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"


def _official(text: str, lang: str) -> Markup:
    """A text with names in code set apart, and on an English page its Chinese words marked."""
    marked = _CODE.sub(r"<code>\1</code>", str(escape(visible(text))))
    if lang != LANGUAGES["zh"]:
        marked = _HAN.sub(lambda found: f'<span lang="zh-CN">{found[0]}</span>', marked)
    return Markup(marked)  # noqa: S704 - escaped above
