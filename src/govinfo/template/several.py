"""Documents that hold several reports: of several organs, or of several years of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import evolve, frozen

from govinfo.blocks import Anchor, Block, Document, Heading, Paragraph, Table
from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.grammar.labels import key, plain
from govinfo.template.narrative import NARRATIVES, tell
from govinfo.template.tables import is_label
from govinfo.template.title import Title, title_at

_OPENING = NARRATIVES[0]
"""The section that every report begins with."""
_LONGEST = 80
"""Characters that a line which is a title or a heading has at most."""
_ENDS = ("报", "報", "告", "示", "）", ")", "]", "】", "》", "”", '"')
"""How the last line of a title may end."""
_LABELS = 12
"""Labels of tables, before a title and after it, from which two reports are told."""
_SECTIONS = 3
"""Sections, before a second opening and after it, from which two reports are told."""
_ALIKE = 100
"""Characters after a heading by which a second copy of one report is told from another report."""


@frozen(slots=True)
class _Line:
    """A line of the document that is short enough to be a title or a heading.

    Attributes:
        text: The line.
        block: Number of its block.
        start: Where it begins in the block's text.
        part: The part of the template that it names as a heading.
    """

    text: str
    block: int
    start: int
    part: str | None


@frozen(slots=False)
class _Labels:
    """The labels of tables in a document, looked for only where a second title asks."""

    document: Document

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and the last block in which each label is printed."""
        spans: dict[str, tuple[int, int]] = {}
        for number, block in enumerate(self.document.blocks):
            if isinstance(block, Table):
                printed = [cell.text for cell in block.cells]
            else:
                printed = block.text.split("\n")
            for text in printed:
                label = key(text)
                if label.full and is_label(label):
                    spans[label.full] = (spans.get(label.full, (number,))[0], number)
        return tuple(spans.values())

    def on_both_sides(self, block: int, least: int = _LABELS) -> bool:
        """Whether tables that stand before a block stand after it again."""
        return sum(first < block < last for first, last in self.spans) >= least


def first_report(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document up to the title of another report, and a finding where there is one.

    A title is another report's if it names another organ or another year than the first, and
    what follows it has a narrative or tables that have been before: links to other reports and
    last year's title in the text are followed by none. Where the second title is lost, its first
    section's heading begins it.
    """
    lines = list(_lines(document.blocks))
    texts = [line.text for line in lines]
    last = {line.part: at for at, line in enumerate(lines)}
    labels = _Labels(document)
    first: Title | None = None
    opening: _Line | None = None
    begun: set[str] = set()
    for at, line in enumerate(lines):
        if line.part is not None:
            again = sum(last[part] > at for part in begun)
            if line.part == _OPENING and again >= _SECTIONS and labels.on_both_sides(line.block, 1):
                if opening is not None and _after(document, opening) != _after(document, line):
                    return _cut(document, line, line.text)
            elif line.part == _OPENING:
                opening = line
            begun.add(line.part)
        elif line.text.endswith(_ENDS):
            title = title_at(texts, at)
            if title is None:
                continue
            if not begun:
                first = _fuller(first, title)
                continue
            # Menus have headings like 依申请公开, and links to other reports.
            narrated = any(last[part] > at for part in begun.intersection(NARRATIVES))
            if ((first is not None and narrated) or labels.on_both_sides(line.block)) and _is_other(
                first, title
            ):
                return _cut(document, lines[title.first], title.text)
    return document, []


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    for number, block in enumerate(blocks):
        if not isinstance(block, (Heading, Paragraph)):
            continue
        start = 0
        for raw in block.text.split("\n"):
            text = raw.strip()
            if text and len(text) <= _LONGEST:
                told = tell(text, marked=isinstance(block, Heading))
                yield _Line(text, number, start, told.part if told is not None else None)
            start += len(raw) + 1


def _fuller(first: Title | None, title: Title) -> Title:
    """What the titles before the first section name together."""
    if first is None:
        return title
    return evolve(title, agency=title.agency or first.agency, year=title.year or first.year)


def _is_other(first: Title | None, title: Title) -> bool:
    """Whether a title is another report's than the first one."""
    if title.year is None:
        return False
    if first is None:
        return True
    if first.year is not None and first.year != title.year:
        return True
    names = (first.agency, title.agency)
    return None not in names and names[0] != names[1]


def _after(document: Document, line: _Line) -> str:
    """The beginning of what follows a heading, without blanks."""
    block = document.blocks[line.block]
    text = block.text[line.start + len(line.text) :] if not isinstance(block, Table) else ""
    for block in document.blocks[line.block + 1 :]:
        if len(text) >= 2 * _ALIKE or isinstance(block, Table):
            break
        text += block.text
    return plain(text)[:_ALIKE]


def _cut(document: Document, line: _Line, title: str) -> tuple[Document, list[Diagnostic]]:
    """The document up to a line."""
    block = document.blocks[line.block]
    kept: tuple[Block, ...] = document.blocks[: line.block]
    anchor: Anchor | None = block.anchor
    if isinstance(block, (Heading, Paragraph)) and line.start:
        kept = (*kept, evolve(block, text=block.text[: line.start].rstrip("\n")))
    found = rules.SEVERAL_REPORTS.at("", anchor, title=title)
    return evolve(document, blocks=kept), [found]
