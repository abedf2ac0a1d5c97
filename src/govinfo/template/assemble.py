"""From a document to a report: its tables, its sections, its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from govinfo.blocks import Anchor, Document, Heading, Paragraph, Table
from govinfo.diagnostics import Diagnostic
from govinfo.errors import NotAReport
from govinfo.explain import rules
from govinfo.explain.section import Section
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import table_of
from govinfo.grammar.labels import key, plain
from govinfo.template.disputes import Disputes
from govinfo.template.narrative import Narrative, PrintedHeading, Told, tell
from govinfo.template.proactive import Proactive2021
from govinfo.template.report import Edition, Facts, Report
from govinfo.template.requests import Requests
from govinfo.template.tables import find_tables, is_label
from govinfo.template.title import Title, find_date, find_title, year_of_text

_NARRATIVES = ("overview", "problems", "other_matters")
_TITLES = ("ArticleTitle", "标题", "信息名称", "名称")
_PUBLISHERS = ("发布机构", "发布单位", "发布机关", "制发机关", "公开机构", "公开主体")
_TOP = 40
"""Paragraphs from the beginning in which a title stands, where no heading bounds them."""
_CONTENTS_TITLES = ("目录", "目次")
_CONTENTS = 3
"""Headings in a row, with nothing between them, that make a list of contents."""
_LONGEST_TITLE = 80
"""Characters that a paragraph which is a title has at most."""
_SHORT = 30
"""Characters up to which a line between a table's rows is a part of the table."""


@frozen(slots=True)
class _Text:
    """A paragraph outside the tables."""

    text: str
    anchor: Anchor | None
    block: int
    told: Told | None


def tables_of(document: Document) -> list[Section]:
    """The tables of the report that a document holds, with their layout."""
    document, _ = _first_report(document)
    return find_tables(document, lambda: _year_of_title(document))


def report_of(document: Document) -> Report:
    """The report that a document holds.

    Raises:
        NotAReport: Nothing in the document is a part of one.
    """
    document, others = _first_report(document)
    tables = find_tables(document, lambda: _year_of_title(document))
    texts = _texts(document, tables)
    listed, heads = _section_heads(texts)
    first = heads[0] if heads else min(len(texts), _TOP)
    top = [text.text for text in texts[:first]]
    metadata = {**_printed_metadata(document, texts[first].block if heads else None)}
    metadata |= {plain(name).rstrip(":"): value for name, value in document.metadata.items()}
    printed = find_title(top)
    title = printed or _named_title(metadata)
    if not tables and printed is None and len(heads) < 2:
        raise NotAReport(
            "nothing in this document is a part of an annual report on open government "
            "information: no table of the template, no title, no section"
        )
    narratives, extra = _narratives(texts, heads)
    start = printed.line + 1 if printed else 0
    preamble = _preamble(
        [
            text
            for at, text in enumerate(texts[:first])
            if at >= start and at not in listed and plain(text.text) not in _CONTENTS_TITLES
        ]
    )
    overview = narratives.get("overview")
    year = title.year if title else None
    if year is None:
        year = year_of_text(preamble.text if preamble else "", overview.text if overview else "")
    by_part: dict[str, Section] = {section.grammar.layout.part: section for section in tables}
    parts: dict[str, Any] = {part: section.build() for part, section in by_part.items()}
    parts |= narratives
    return Report(
        title=title.text if title else "",
        agency=(title.agency if title else None) or _publisher(metadata),
        year=year,
        published=find_date(metadata, top, [text.text for text in texts[-6:]]),
        edition=_edition(by_part),
        preamble=preamble,
        extra=extra,
        headings=tuple(_heading(texts[at]) for at in heads),
        facts=Facts(fact for section in tables for fact in section.facts),
        diagnostics=(*others, *_diagnostics(tables)),
        **parts,
    )


def _named_title(metadata: Mapping[str, str]) -> Title | None:
    """The title that the document's publisher names beside the text, where it prints none."""
    named = (find_title([metadata[name]]) for name in _TITLES if name in metadata)
    return next((title for title in named if title is not None), None)


def _publisher(metadata: Mapping[str, str]) -> str | None:
    """The organ that published the document, by what it says of itself."""
    return next((metadata[name] for name in _PUBLISHERS if metadata.get(name)), None)


def _printed_metadata(document: Document, end: int | None) -> dict[str, str]:
    """What tables before the first section say of the document: 发布日期, 发布机构 and so on."""
    found: dict[str, str] = {}
    for block in document.blocks[:end]:
        if isinstance(block, Table):
            for row in block.rows:
                cells = [cell.text for cell in row if cell.text]
                for name, value in zip(cells[::2], cells[1::2], strict=False):
                    found.setdefault(plain(name).rstrip(":"), value)
    return found


def _first_report(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document up to the title of another organ's report that has sections of its own."""
    organ: str | None = None
    begun = False
    cut: tuple[int, str, Anchor | None] | None = None
    for number, block in enumerate(document.blocks):
        if not isinstance(block, (Heading, Paragraph)) or len(block.text) > _LONGEST_TITLE:
            continue
        told = tell(block.text, marked=isinstance(block, Heading))
        if told is not None and told.part is not None:
            if cut is not None and told.part == "overview":
                at, text, anchor = cut
                rest = evolve(document, blocks=document.blocks[:at])
                return rest, [rules.SEVERAL_REPORTS.at("", anchor, title=text)]
            begun = True
            continue
        title = find_title([block.text]) if "公开" in block.text else None
        if title is None or title.agency is None:
            continue
        if not begun:
            organ = title.agency
        elif organ is not None and title.agency != organ and title.year is not None:
            cut = (number, title.text, block.anchor)
    return document, []


def _year_of_title(document: Document) -> int | None:
    """The year that the title names, before it is known where the first section begins."""
    blocks = document.blocks[: 2 * _TOP]
    texts = [block.text for block in blocks if isinstance(block, (Heading, Paragraph))]
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    told = (at for at, line in enumerate(lines) if (said := tell(line)) and said.part)
    title = find_title(lines[: next(told, len(lines))])
    return title.year if title else None


def _edition(parts: dict[str, Section]) -> Edition | None:
    if "proactive" in parts:
        newer = parts["proactive"].grammar.cls is Proactive2021
        return Edition.E2021 if newer else Edition.E2019
    if "requests" in parts:
        other = {fact.path.split(".")[-2] for fact in parts["requests"].facts}
        return Edition.E2021 if "fee_unpaid" in other else Edition.E2019
    if "disputes" in parts:
        return None
    return Edition.E2014 if "indicators" in parts else None


def _diagnostics(tables: Sequence[Section]) -> Iterator[Diagnostic]:
    parts = {section.grammar.layout.part for section in tables}
    if parts != {"indicators"}:
        for cls in (Proactive2021, Requests, Disputes):
            grammar = compile_class(cls)
            if grammar.layout.part not in parts:
                yield rules.TABLE_MISSING.at(grammar.layout.part, table=table_of(grammar))
    for section in tables:
        yield from section.diagnostics


def _texts(document: Document, tables: Sequence[Section]) -> list[_Text]:
    """The paragraphs that are no part of a table."""
    taken = {block for section in tables for block in section.blocks}
    spans = [span for section in tables for span in section.spans]
    texts = []
    for number, block in enumerate(document.blocks):
        if number in taken or not isinstance(block, (Heading, Paragraph)):
            continue
        for line in block.text.split("\n"):
            text = line.strip()
            if not text:
                continue
            marked = isinstance(block, Heading) and not plain(text).startswith("(")
            told = tell(text, marked=marked)
            if told is not None and told.part is None and is_label(key(text)):
                told = None
            short = len(text) <= _SHORT and (told is None or told.part is None)
            if short and any(start < number < end for start, end in spans):
                continue
            texts.append(_Text(text, block.anchor, number, told))
    return texts


def _section_heads(texts: Sequence[_Text]) -> tuple[set[int], list[int]]:
    """Which paragraphs are entries of a contents list, and which are headings of sections."""
    heads: list[int] = []
    number = 0
    digits = False
    for at, text in enumerate(texts):
        told = text.told
        if told is None:
            continue
        if told.number is not None and not told.chinese and not told.exact:
            # 1、 2、 within a section; 六 may be followed by 7、 on the level of sections.
            if told.number == 1 or digits or told.number != number + 1:
                digits = digits or told.number == 1
                continue
        elif told.number is None and told.part is None:
            continue
        heads.append(at)
        number = told.number or number + 1
        digits = False
    kept = _without_contents(texts, heads)
    return set(heads) - set(kept), kept


def _without_contents(texts: Sequence[_Text], heads: Sequence[int]) -> list[int]:
    """Headings without those of a list of contents: three or more with nothing between them."""
    parts = {at: told.part for at in heads if (told := texts[at].told) is not None}
    runs: list[list[int]] = []
    for at in heads:
        last = runs[-1] if runs else []
        again = parts[at] in [parts[one] for one in last]
        if last and last[-1] == at - 1 and _follow(texts, at) and not again:
            last.append(at)
        else:
            runs.append([at])
    elsewhere = [parts[at] for run in runs if len(run) < _CONTENTS for at in run]
    kept = []
    for run in runs:
        listed = sum(parts[at] in elsewhere for at in run)
        if len(run) < _CONTENTS or listed < _CONTENTS - 1:
            kept += run
    return kept


def _follow(texts: Sequence[_Text], at: int) -> bool:
    """Whether a paragraph stands right after the one before, with no table between."""
    return texts[at].block - texts[at - 1].block <= 1


def _narratives(
    texts: Sequence[_Text], heads: Sequence[int]
) -> tuple[dict[str, Narrative], tuple[Narrative, ...]]:
    """The narratives of the template by part, and the sections that it does not know."""
    known: dict[str, Narrative] = {}
    extra: list[Narrative] = []
    for at, end in pairwise([*heads, len(texts)]):
        told = texts[at].told
        part = told.part if told else None
        body = "\n".join(text.text for text in texts[at + 1 : end])
        narrative = Narrative(body, texts[at].text, texts[at].anchor)
        if part in _NARRATIVES and (part not in known or not known[part].text):
            known[part] = narrative
        elif body and (part is None or "。" in body):
            extra.append(narrative)
    return known, tuple(extra)


def _heading(text: _Text) -> PrintedHeading:
    told = text.told
    if told is None:
        return PrintedHeading(text.text, anchor=text.anchor)
    return PrintedHeading(text.text, told.part, told.number, text.anchor)


def _preamble(body: Sequence[_Text]) -> Narrative | None:
    if not body:
        return None
    return Narrative("\n".join(text.text for text in body), "", body[0].anchor)
