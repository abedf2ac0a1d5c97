"""From a document to a report: its tables, its sections, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from govinfo.blocks import Block, Document, Heading, Paragraph, Table
from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.explain.scan_rules import about_scans
from govinfo.explain.section import Section
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import cell_of, table_of
from govinfo.grammar.labels import key, plain
from govinfo.grammar.values import Kind
from govinfo.template.agency import agency_beside
from govinfo.template.dates import find_date, is_dateline
from govinfo.template.editions import Edition, edition_of_year, editions
from govinfo.template.lookalikes import refuse_unless_report
from govinfo.template.narrative import Narrative, tell
from govinfo.template.report import Facts, Report
from govinfo.template.sections import Text, outline
from govinfo.template.several import first_report
from govinfo.template.tables import find_tables, prints, texts_of
from govinfo.template.telling import edition_of
from govinfo.template.title import Title, find_title
from govinfo.template.years import year_before, year_of

_TITLES = ("ArticleTitle", "标题", "信息名称", "名称", "og:title")
_PUBLISHER = re.compile(
    r"((?:发布|制发|公开|发文)(?:机构|单位|机关|主体))[:：] ?([^\s:：|，。]{3,30})(?=$|[\s|，])"
)
_NAMED = re.compile(r"((?:信息)?(?:名[\s\u3000]*称|标[\s\u3000]*题))[:：]\s*(\S{8,60})(?!\S)")
_PAIR = re.compile(r"([^\d:：]{2,8})[:：]\s*(\S.*)")
"""A label and its value in one cell."""
_MARKED = re.compile(r"^\s*(?:[\[【].{2,12}[\]】]|\S.{0,10}[:：])\s*$")
"""How pages mark the labels of what they say of a document: `[ 文 号 ]`, `文 号：`."""
_WINDOW_PARTS = re.compile(r"[_|｜]|\s[-–—]+\s")
"""What stands between the page's, the column's and the site's names in a window's title."""
_TOP = 40
"""Paragraphs from the beginning in which a title stands, where no heading bounds them."""
_SIGN = re.compile(r"[^\w\s]")
_UNLIKE = 3
"""Rows printed twice with other figures from which the tables may be two reports'."""
_BOTTOM = 6
"""Paragraphs at the end in which the organ's name and the date stand."""


def tables_of(document: Document) -> list[Section]:
    """The tables of the report that a document holds, with their layout."""
    whole, _ = first_report(document)
    return list(find_tables(whole, lambda: _year_of_title(whole)).sections)


def report_of(document: Document) -> Report:
    """The report that a document holds.

    Raises:
        NotAReport: Nothing in the document is a part of one, or it is something else.
    """
    scans = document.scans
    document, others = first_report(document)
    found = find_tables(document, lambda: _year_of_title(document))
    divided = outline(document, found.sections)
    texts = divided.texts
    first = divided.heads[0] if divided.heads else min(len(texts), _TOP)
    top = [text.text for text in texts[:first]]
    end = texts[first].block if divided.heads else None
    metadata = _printed_metadata(top, document.blocks[:end])
    metadata |= {plain(name).rstrip(":"): value for name, value in document.metadata.items()}
    printed = find_title(top)
    title = _title(printed, metadata, document.format)
    lines = [text.text for text in texts]
    told = sum(section.is_told for section in found.sections)
    printed_in = (raw for section in found.sections for _, _, raw, *_ in section.facts)
    filled = any(raw and raw.strip() for raw in printed_in)
    refuse_unless_report(lines, first, printed, divided.parts(), told, filled=filled)
    narratives, extra = divided.narratives()
    before = divided.lines(printed.line + 1 if printed else 0, first)
    preamble = _preamble([text for text in before if not is_dateline(text.text)])
    year = title.year if title else None
    overview = narratives.get("overview")
    # Reports of 2008 to 2018 may have none.
    told_of = overview.text if overview else "\n".join(lines[first:])
    said = (preamble.text if preamble else "", told_of)
    if year is None:
        told_before = lines[first : divided.start("problems")]
        year = year_of(document, top, *said, "\n".join(told_before))
    edition = edition_of(document, found.sections, year)
    findings = (
        *others,
        *_missing(document, found.sections, edition, year, lines),
        *_rows_missing(found.sections, edition, year),
        *_two_reports(found.sections),
        *_signs_lost(document, found.sections),
        *found.diagnostics,
        *(diagnostic for section in found.sections for diagnostic in section.diagnostics),
    )
    bottom = lines[-_BOTTOM:]
    after = divided.heads[-1] + 1 if divided.heads else 0
    return Report(
        title=title.text if title else "",
        agency=agency_beside(
            title, lines[max(after, len(lines) - _BOTTOM) :], "\n".join(said), metadata
        ),
        year=year,
        published=find_date(metadata, top, bottom),
        edition=edition,
        preamble=preamble,
        extra=extra,
        headings=divided.headings(),
        facts=Facts.of(parts for section in found.sections for parts in section.facts),
        diagnostics=(*about_scans(scans, lacking=_is_lacking(findings)), *findings),
        source=None,  # That is for who has the bytes to say.
        **narratives,
    )


def _title(printed: Title | None, metadata: Mapping[str, str], form: str) -> Title | None:
    """The title that is printed; that which the publisher names, where no more is than its kind.

    A page's path ends with 政府信息公开年报, which says neither whose report it is nor of when.
    """
    if not _is_bare(printed):
        return printed
    window = metadata.get("title", "") if form == "html" else ""
    return _named_title(metadata) or _window_title(window) or printed


def _is_bare(title: Title | None) -> bool:
    """Whether a title says no more than its kind."""
    return title is None or title.bare


def _named_title(metadata: Mapping[str, str]) -> Title | None:
    """The title that the document's publisher names beside the text, where it prints none."""
    named = (find_title([metadata[name]]) for name in _TITLES if name in metadata)
    return next((title for title in named if title is not None), None)


def _window_title(text: str) -> Title | None:
    """The title that a page's window shows.

    Other files' property of that name is often left from the file that was copied.
    """
    titles = map(find_title, ([part] for part in _WINDOW_PARTS.split(text)))
    return next((title for title in titles if not _is_bare(title)), None)


def _printed_metadata(top: Sequence[str], blocks: Sequence[Block]) -> dict[str, str]:
    """What lines and tables before the first section say of the document: 发布机构 and so on."""
    pairs = (pair for line in top for one in (_NAMED, _PUBLISHER) for pair in one.findall(line))
    found = {plain(name): value for name, value in pairs}
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                cells = [cell.text for cell in row if cell.text]
                within = [match.groups() for cell in cells if (match := _PAIR.match(cell))]
                beside = [cell for cell in cells if not _PAIR.match(cell)]
                for name, value in (*within, *_pairs(beside)):
                    found.setdefault(_name(name), value)
    return found


def _pairs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels and values that stand by turns; behind a label that is marked, a value may lack."""
    rest = list(cells)
    while len(rest) > 1:
        lacks = _MARKED.match(rest[0]) and _MARKED.match(rest[1])
        if not lacks:
            yield rest[0], rest[1]
        rest = rest[1 if lacks else 2 :]


def _name(label: str) -> str:
    """A label of what is said of a document, without what it is set off by."""
    return plain(label).rstrip(":").strip("[]【】")


def _year_of_title(document: Document) -> int | None:
    """The year that the title or the preamble names, before it is known where sections begin."""
    blocks = document.blocks[: 2 * _TOP]
    texts = [block.text for block in blocks if isinstance(block, (Heading, Paragraph))]
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    told = (at for at, line in enumerate(lines) if (said := tell(line)) and said.part)
    top = lines[: next(told, len(lines))]
    title = find_title(top)
    return (title.year if title else None) or year_before(top)


def _missing(
    document: Document,
    sections: Sequence[Section],
    edition: Edition | None,
    year: int | None,
    lines: Sequence[str],
) -> Iterator[Diagnostic]:
    """The tables that every report of the edition has, or of the year, and this one has not.

    One that stands at the end may be a file of its own: it is missing where its heading stands
    and nothing else is read, or where its labels do.
    """
    of_year = () if year is None else (edition_of_year(year),)
    expected = [one for one in (edition, *of_year) if one] or [editions()[-1]]
    due = [cls for one in expected if not one.tables_last for cls in one.tables]
    last = [cls for one in editions() if one.tables_last for cls in one.tables]
    read = {section.grammar.layout.part for section in sections}
    blocks = frozenset[int]().union(*(section.blocks for section in sections))
    for cls in dict.fromkeys((*due, *last)):
        grammar = compile_class(cls)
        if grammar.layout.part in read:
            continue
        heading = key(grammar.layout.heading).full
        if (
            cls in due
            or (not read and any(key(line).full == heading for line in lines))
            or prints(document, cls, blocks)
        ):
            yield rules.TABLE_MISSING.at(grammar.layout.part, table=table_of(grammar))


def _rows_missing(
    sections: Sequence[Section], edition: Edition | None, year: int | None
) -> Iterator[Diagnostic]:
    """The rows that a list lacks of which later reports print parts, and this one the whole."""
    if edition is None or year not in edition.years:
        return
    for section in sections:
        grammar = section.grammar
        if grammar.layout.partial and grammar.cls in edition.tables:
            for number, row in enumerate(grammar.rows):
                if number not in section.rows:
                    yield rules.ROW_MISSING.at(grammar.path(row), cell=cell_of(grammar, row))


def _signs_lost(document: Document, sections: Sequence[Section]) -> Iterator[Diagnostic]:
    """The changes and amounts of a document that has no sign, so that theirs may be gone."""
    if any(_SIGN.search(text) for text in texts_of(document)):
        return
    for section in sections:
        grammar = section.grammar
        kinds = {path: (row, column) for row, column, path in grammar.cells()}
        for path, _, raw, _, _, anchor in section.facts:
            row, column = kinds[path]
            if column.kind is not Kind.COUNT and (raw or "").strip("0"):
                cell = cell_of(grammar, row, column)
                yield rules.SIGNS_LOST.at(path, anchor, cell=cell, raw=raw)


def _two_reports(sections: Sequence[Section]) -> Iterator[Diagnostic]:
    """That the tables may be two reports', at every table, where many rows say two things."""
    unlike = {
        cell.path.rpartition(".")[0]
        for section in sections
        for cell in section.diagnostics
        if cell.code == rules.COPIES_DIFFER.code
    }
    if len(unlike) >= _UNLIKE:
        for section in sections:
            grammar = section.grammar
            yield rules.TWO_REPORTS.at(
                grammar.layout.part, table=table_of(grammar), count=len(unlike)
            )


def _is_lacking(findings: Iterable[Diagnostic]) -> bool:
    """Whether a table or a row was not found."""
    return any(one.code in (rules.TABLE_MISSING.code, rules.ROW_MISSING.code) for one in findings)


def _preamble(body: Sequence[Text]) -> Narrative | None:
    if not body:
        return None
    return Narrative("\n".join(text.text for text in body), "", body[0].anchor)
