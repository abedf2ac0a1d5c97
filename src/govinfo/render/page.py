"""A report laid out: its title, sections and tables in the order and wording of the template.

What an adapter makes of a file is a `Document`; this makes the `Document` of a report, and a
writer makes a file of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from govinfo.blocks import Block, Document, Heading, Paragraph, Table
from govinfo.export.visible import visible
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.facts import Fact
from govinfo.grammar.values import Kind, read
from govinfo.money import Money
from govinfo.render.grid import grid, rows_of
from govinfo.template.figures import title_of
from govinfo.template.narrative import NARRATIVES, SECTIONS, Narrative, tell
from govinfo.template.report import PARTS, Report
from govinfo.template.views import check_paths

_LIST = "indicators"
_ORDINAL = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十]{1,3}(?:部分|章)?[、.．,，:：]?|\d{1,2}[、.．,，])\s*"
)
_TEMPLATE = {section.part: section.heading for section in SECTIONS}
_HEADINGS = {name: _TEMPLATE[name] for name in PARTS if name in _TEMPLATE}
"""The headings as the template prints them, in its order; the list of indicators last."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TITLE_LETTERS = 20
"""Letters that a line of a title has in the official form."""
_TITLE_PARTS = re.compile(r"^(.{2,}?)((?:19|20)\d\d年.+)$")
_REMARKS = ("注", "备注", "说明")
_DIGITS = ("", *"一二三四五六七八九")


def document_of(report: Report) -> Document:
    """The report as blocks.

    Known sections stand under the template's headings, others after them, numbered on. Text that
    was found beside a table stands before it; remarks (注：…) stand after it.

    Raises:
        ValueError: A fact is no figure of the template, or cannot be printed so that it reads as
            itself.
    """
    check_paths(report.facts)
    title = _clean(report.title) or title_of(report.agency, report.year)
    blocks: list[Block] = [Heading(title, 1), *_paragraphs(report.preamble)]
    tables = {grammar.layout.part: table for grammar, table in tables_of(report)}
    beside, others = _sorted(report)
    number = 0
    for part, heading in _HEADINGS.items():
        inner = list(_section(report, part, tables.get(part), beside.get(part, ())))
        if not inner and not isinstance(getattr(report, part), Narrative):
            continue
        if part != _LIST:
            counted = report.edition is not None and report.edition.tables_last
            number = number + 1 if counted else _number_of(heading)
            heading = _numbered(heading, number)  # noqa: PLW2901 - the heading as printed
        blocks += [Heading(heading, 2), *inner]
    for number, other in enumerate(others, number + 1):  # noqa: B020 - counted on
        heading = _numbered(_clean(other.heading), number)
        blocks += [Heading(heading, 2), *_paragraphs(other)]
    return Document(tuple(blocks), _metadata(report))


def lines_of(heading: Heading) -> tuple[str, ...]:
    """A heading's lines: a title too long for one is broken after the organ's name."""
    parts = _TITLE_PARTS.match(heading.text) if heading.level == 1 else None
    long = len(heading.text) > _TITLE_LETTERS
    return parts.groups() if parts is not None and long else (heading.text,)


def tables_of(
    report: Report, marks: Mapping[str, str] | None = None
) -> Iterator[tuple[Grammar, Table]]:
    """The report's tables as the template prints them.

    Args:
        report: The report.
        marks: What cells print, by path, in place of a figure that there is not.
    """
    for section in report.tables:
        grammar = compile_class(type(section))
        prefix = f"{grammar.layout.part}."
        facts = {path: fact for path, fact in report.facts.items() if path.startswith(prefix)}
        yield grammar, table_of(grammar, facts, marks or {})


def table_of(
    grammar: Grammar, facts: Mapping[str, Fact], marks: Mapping[str, str] | None = None
) -> Table:
    """A section's table with these facts, by path, and marks as in `tables_of`.

    Raises:
        ValueError: A figure cannot be printed so that it reads as itself.
    """
    rows = rows_of(grammar, list(facts))
    units = {
        _where(row, column): _unit(facts.get(grammar.path(row, column)), column)
        for row in rows
        for column in row.columns
    }

    def unit(row: RowSpec, column: ColumnSpec) -> str:
        return units[_where(row, column)] or ""

    def text(row: RowSpec, column: ColumnSpec) -> str:
        path = grammar.path(row, column)
        if marks and path in marks:
            return marks[path]
        fact = facts.get(path)
        return "" if fact is None else printed(fact, column.kind, unit(row, column))

    return grid(grammar, rows, text, unit)


def printed(fact: Fact, kind: Kind, unit: str = "") -> str:
    """What a fact's cell prints: value and note, or what was printed there and is no figure.

    Args:
        fact: The fact.
        kind: What the template has there.
        unit: The unit that is printed outside the cell.

    Raises:
        ValueError: The text would not be read as this value and this note.
    """
    if fact.value is None:
        raw = _clean(fact.raw or "")
        # Several pieces are those of a row that could not be placed, and one figure no less.
        text = raw if " " not in raw and read(raw, kind).value is None else ""
        return f"{text}（{_clean(fact.note)}）" if fact.note else text
    text = _digits(fact.value, kind, unit)
    note = fact.note and visible(fact.note)
    text = f"{text}（{_clean(note)}）" if note else text
    again = read(text, kind, unit or None)
    if again.value != fact.value or again.note != note:
        raise ValueError(f"{fact.path}: {fact.value} with the note {fact.note!r} cannot be printed")
    return text


def _digits(value: int | Money, kind: Kind, unit: str) -> str:
    if isinstance(value, Money):
        return f"{value.amount:f}" + ("" if value.unit == (unit or None) else value.unit or "")
    return f"{value:+d}" if kind is Kind.CHANGE and value else str(value)


def _where(row: RowSpec, column: ColumnSpec) -> tuple[str, str]:
    """Where a unit is printed: in a block's column, or in a row of a list."""
    return (row.block, column.path) if column.path else (row.path, "")


def _unit(fact: Fact | None, column: ColumnSpec) -> str | None:
    """The unit to print beside a column's label; none where an amount's unit is not known."""
    if column.kind is not Kind.MONEY or fact is None or not isinstance(fact.value, Money):
        return column.unit
    if fact.value.unit is None or not column.path:
        return fact.value.unit
    return column.unit


def _section(
    report: Report, part: str, table: Table | None, beside: Iterable[Narrative]
) -> Iterator[Block]:
    narrative = getattr(report, part)
    if isinstance(narrative, Narrative):
        yield from _paragraphs(narrative)
    texts = list(beside)
    yield from (block for text in texts if not _is_remark(text) for block in _paragraphs(text))
    if table is not None:
        yield table
    yield from (block for text in texts if _is_remark(text) for block in _paragraphs(text))


def _is_remark(narrative: Narrative) -> bool:
    return narrative.text.startswith(_REMARKS)


def _sorted(report: Report) -> tuple[dict[str, list[Narrative]], list[Narrative]]:
    """Sections that the template does not know: those beside a table by part, and the others."""
    beside: dict[str, list[Narrative]] = {}
    others = []
    for extra in report.extra:
        told = tell(extra.heading, marked=True)
        part = told.part if told is not None else None
        if part is None or part in NARRATIVES or part in beside:
            others.append(extra)
        else:
            beside[part] = [extra]
    return beside, others


def _paragraphs(narrative: Narrative | None) -> Iterator[Paragraph]:
    for line in narrative.text.split("\n") if narrative is not None else ():
        text = _clean(line)
        if text:
            yield Paragraph(text)


def _clean(text: str) -> str:
    """A text in one line, without characters that no format can hold or no reader sees."""
    return visible(" ".join(_UNPRINTABLE.sub("", text).split()))


def _numbered(heading: str, number: int) -> str:
    if number >= 100:  # no report has so many sections
        return f"{number}、{_ORDINAL.sub('', heading)}"
    tens, ones = divmod(number, 10)
    chinese = (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + _DIGITS[ones]
    return f"{chinese}、{_ORDINAL.sub('', heading)}"


def _number_of(heading: str) -> int:
    return _DIGITS.index(heading[0])


def _metadata(report: Report) -> dict[str, str]:
    """What is known of the report besides what it prints."""
    return {"PubDate": report.published.isoformat()} if report.published else {}
