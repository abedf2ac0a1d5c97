"""The sections of a report: which paragraphs are their headings, and what stands under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govinfo.blocks import Anchor, Block, Document, Heading, Paragraph, Table
from govinfo.explain.section import Section
from govinfo.grammar.labels import key, plain
from govinfo.page_furniture import are_buttons, foot
from govinfo.template.narrative import (
    NARRATIVES,
    SECTIONS,
    Narrative,
    PrintedHeading,
    Told,
    parted,
    tell,
)
from govinfo.template.tables import is_label
from govinfo.template.title import title_at, titles_in

_CONTENTS = 3
"""Headings in a row, with nothing between them, that make a list of contents."""
_SHEET = 2
"""Narratives whose headings stand in rows of a table from which it is a whole report."""
_CONTENTS_TITLES = ("目录", "目次")
_SHORT = 30
"""Characters up to which a line between a table's rows is a part of the table."""
_FEW = 3
"""Headings without a number from which they are sections', and no words of a menu."""
_HEADER = 40
"""Paragraphs up to which a header stands over a table's first row."""
_IS_SAID = re.compile(r"[。；\d]|指")
"""What is in sentences and definitions, and not in a header."""
_PIECE, _PIECES = 6, 8
"""Letters of a piece of a label, and how many pieces stand between two labels, at most."""
_FIGURE = re.compile(r"[\d,.]++[件条次份宗起万元]*+")
_SAYS = re.compile(r"[。;；]|没有|未[收发接受产制出新涉办提]|^暂?无|\d\s?[件条次份宗起]")
"""What is in sentences, be they of a word, and in no label or figure."""
_TITLE = 100
"""Characters that a title in a row of its own has at most."""
_TOP = 40
"""Paragraphs from a first heading in which the report's title is looked for."""
_UNNUMBERED = frozenset(
    section.part
    for section in SECTIONS
    if (told := tell(section.heading)) is not None and told.number is None
)
"""The parts whose headings the template itself does not number."""


@frozen(slots=True)
class Text:
    """A paragraph outside the tables.

    Attributes:
        text: The paragraph.
        anchor: Where it stands.
        block: Number of its block in the document.
        told: What it says as a heading.
    """

    text: str
    anchor: Anchor | None
    block: int
    told: Told | None


@frozen(slots=True)
class Outline:
    """How a document's paragraphs are divided.

    Attributes:
        texts: The paragraphs outside the tables.
        heads: Numbers of those that are headings of sections.
        listed: Numbers of those that are a list of contents.
    """

    texts: Sequence[Text]
    heads: Sequence[int]
    listed: frozenset[int]

    def headings(self) -> tuple[PrintedHeading, ...]:
        """The headings as printed."""
        return tuple(_heading(self.texts[at]) for at in self.heads)

    def parts(self) -> frozenset[str]:
        """The parts of the template that headings name, those within a section too."""
        tolds = (text.told for text in self.texts)
        return frozenset(told.part for told in tolds if told is not None and told.part is not None)

    def start(self, part: str) -> int:
        """The paragraph with which a part begins, by its number; 0 where none does."""
        tolds = ((at, self.texts[at].told) for at in self.heads)
        return next((at for at, told in tolds if told and told.part == part), 0)

    def lines(self, start: int, end: int) -> list[Text]:
        """The paragraphs between two, without a list of contents."""
        return [
            text
            for at, text in enumerate(self.texts[start:end], start)
            if at not in self.listed and not _is_contents_title(text.text)
        ]

    def narratives(self) -> tuple[dict[str, Narrative], tuple[Narrative, ...]]:
        """The narratives of the template by part, and the sections that it does not know."""
        known: dict[str, Narrative] = {}
        extra: list[Narrative] = []
        for at, end in pairwise([*self.heads, len(self.texts)]):
            told = self.texts[at].told
            part = told.part if told else None
            body = "\n".join(text.text for text in self.lines(at + 1, end))
            narrative = Narrative(body, self.texts[at].text, self.texts[at].anchor)
            if part in NARRATIVES and (part not in known or not known[part].text):
                known[part] = narrative
            elif body and (part is None or _says(body)):
                extra.append(narrative)
        return known, tuple(extra)


def _says(body: str) -> bool:
    """Whether what stands under a table's heading is more than what is left of the table."""
    return any(
        _SAYS.search(line)
        and not all(is_label(key(one)) or _FIGURE.fullmatch(one) for one in pieces)
        for line in body.split("\n")
        if (pieces := line.split())
    )


def _is_contents_title(text: str) -> bool:
    return len(text) <= _SHORT and plain(text) in _CONTENTS_TITLES


def outline(document: Document, tables: Sequence[Section]) -> Outline:
    """The paragraphs of a document in which these tables were found, divided."""
    texts = _texts(document, tables)
    # On which level the sections stand is told without what a list of contents prints.
    first = _without_contents(texts, _heads(texts, frozenset()))
    tolds = [told for at in first if (told := texts[at].told) is not None]
    outer = frozenset(told.part for told in tolds if told.chinese)
    # A list that lost its numbers, or has points for them, leaves the words alone.
    bare = frozenset(told.part for told in tolds if told.number is None and not told.inner)
    heads = _heads(texts, outer - {None}, frozenset() if outer or len(bare) < _FEW else bare)
    kept = _below_title(texts, _without_contents(texts, heads))
    return Outline(texts, kept, frozenset(heads) - frozenset(kept))


def _texts(document: Document, tables: Sequence[Section]) -> list[Text]:
    """The paragraphs that are no part of a table."""
    taken = {block for section in tables for block in section.blocks}
    spans = [span for section in tables for span in section.spans]
    for start, _ in spans if document.format == "text" else ():
        taken.update(_header_over(document.blocks, start))
    texts: list[Text] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            texts += _of_sheet(block, number)
        if number in taken or not isinstance(block, (Heading, Paragraph)):
            continue
        for text in (part for line in block.text.split("\n") for part in parted(line)):
            marked = isinstance(block, Heading) and not plain(text).startswith("(")
            told = tell(text, marked=marked)
            if told is not None and told.part is None and is_label(key(text)):
                told = None
            short = len(text) <= _SHORT and (told is None or told.part is None)
            if short and any(start < number < end for start, end in spans):
                continue
            texts.append(Text(text, block.anchor, number, told))
    # Pages are told from their markup where they have one.
    return texts if document.format == "html" else _without_furniture(texts)


def _without_furniture(texts: Sequence[Text]) -> list[Text]:
    """The paragraphs without what a site prints around them; a heading is never its foot."""
    kept = [text for text in texts if not are_buttons(text.text)]
    last = max((at for at, text in enumerate(kept) if text.told is not None), default=-1) + 1
    return kept[: last + foot([text.text for text in kept[last:]])]


def _header_over(blocks: Sequence[Block], start: int) -> range:
    """The paragraphs right over a table's first row that are its header, a cell a line."""
    first = start
    for number in range(start - 1, max(-1, start - _HEADER), -1):
        block = blocks[number]
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        told = tell(text)
        if not text or _IS_SAID.search(text) or (told is not None and told.part is not None):
            break
        if is_label(key(text)):
            first = number
        elif len(text) > _PIECE or first - number > _PIECES:
            break
    return range(first, start)


def _of_sheet(table: Table, number: int) -> Iterator[Text]:
    """The running text of a spreadsheet that holds a whole report, a paragraph in a row.

    Of another table, the titles that stand alone in a row: pages are laid out in tables, too.
    """
    rows = ([cell for cell in row if cell.text.strip()] for row in table.rows)
    lone = [row[0] for row in rows if len(row) == 1]
    tolds = [tell(cell.text.strip()) for cell in lone]
    # The list of 2014 has rows like 一、主动公开情况 of its own.
    whole = len({told.part for told in tolds if told is not None} & set(NARRATIVES)) >= _SHEET
    for cell, told in zip(lone, tolds, strict=True):
        text = " ".join(cell.text.split())
        named = told is not None and told.part is not None
        titled = len(text) <= _TITLE and title_at([text], 0) is not None
        if titled or (whole and (named or "。" in text)):
            yield Text(text, cell.anchor, number, told if whole else None)


def _heads(
    texts: Sequence[Text],
    outer: frozenset[str | None],
    bare: frozenset[str | None] = frozenset(),
) -> list[int]:
    """Which paragraphs are headings of sections, those of a list of contents among them.

    Args:
        texts: The paragraphs.
        outer: The parts that headings numbered 一、 name, where these are known.
        bare: Those that headings without a number name, where none is numbered so.
    """
    heads: list[int] = []
    number = listed = 0
    digits = False
    for at, text in enumerate(texts):
        told = text.told
        if told is None or _is_inner(told, outer) or (told.inner and told.part in bare):
            listed = 1 if told is not None and told.number == 1 else listed
            continue
        if heads and told.part in NARRATIVES and _is_of_part(told, texts[heads[-1]], number):
            continue
        if told.number is not None and not told.chinese and not told.exact:
            # 1、 2、 within a section; 六 may be followed by 7、 on the level of sections.
            goes_on = listed and told.number == listed + 1
            if told.number == 1 or digits or goes_on or told.number != number + 1:
                digits = digits or told.number == 1
                listed += bool(goes_on)
                continue
        elif told.number is None and told.part is None:
            continue
        heads.append(at)
        number = told.number or number + 1
        digits, listed = False, 0
    return heads


def _is_of_part(told: Told, head: Text, number: int) -> bool:
    """Whether a heading divides the section before it: 一、存在的问题 under 五、存在的主要问题."""
    within = head.told is not None and head.told.part == told.part
    return within and told.number is not None and told.number <= number and not told.exact


def _is_inner(told: Told, outer: frozenset[str | None]) -> bool:
    """Whether a heading stands within a section: （一）主动公开政府信息情况 of the overview."""
    if told.chinese or not outer or told.part in _UNNUMBERED:
        return False
    # Narratives are known by their headings alone, tables by their labels.
    return told.part in outer or (told.inner and told.part not in NARRATIVES)


def _without_contents(texts: Sequence[Text], heads: Sequence[int]) -> list[int]:
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
    elsewhere = {parts[at] for run in runs if len(run) < _CONTENTS for at in run}
    kept = []
    for run in runs:
        listed = sum(parts[at] in elsewhere for at in run)
        if len(run) < _CONTENTS or listed < _CONTENTS - 1:
            kept += run
    return kept


def _below_title(texts: Sequence[Text], heads: Sequence[int]) -> list[int]:
    """Headings without those over the report's title, which are a menu's: 法定主动公开内容."""
    lines = [text.text for text in texts[: heads[0] + _TOP]] if heads else []
    title = next((title for title in titles_in(lines) if not title.bare), None)
    over = [at for at in heads if title is not None and at < title.first]
    if title is None or not over:
        return list(heads)
    tolds = [texts[at].told for at in over]
    numbered = any(told is not None and told.number is not None for told in tolds)
    prose = any("。" in line for line in lines[over[0] : title.first])
    return list(heads if numbered or prose else heads[len(over) :])


def _follow(texts: Sequence[Text], at: int) -> bool:
    """Whether a paragraph stands right after the one before, with no table between."""
    return texts[at].block - texts[at - 1].block <= 1


def _heading(text: Text) -> PrintedHeading:
    told = text.told
    if told is None:
        return PrintedHeading(text.text, anchor=text.anchor)
    return PrintedHeading(text.text, told.part, told.number, text.anchor)
