"""The template's tables in a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from attrs import field, frozen

from govinfo.blocks import Document, Heading, Paragraph, Table
from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.explain.section import Section, Year, interpret, likeness
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import table_of
from govinfo.grammar.labels import Key, key, letters, plain
from govinfo.grammar.lexicon import Lexicon, lexicon
from govinfo.layout.lines import Line, lines_of
from govinfo.layout.memory import skeleton_of
from govinfo.template.editions import edition_of_year, editions, part_of, parts, tables, tables_of
from govinfo.template.narrative import HEADINGS

_PIECE = 3
"""Letters from which a piece of a column's label tells whose it is."""
_PRINTED = 10
"""Words of a table from which it stands in a document, be none of its rows read."""
_CODES = "代码"
"""Header of a column of codes, which the forms of 2008 to 2013 had and the template never."""


@frozen(slots=True)
class Found:
    """The tables of a document.

    Attributes:
        sections: The tables, in the order of a report's facts.
        diagnostics: What was found beside them.
    """

    sections: Sequence[Section]
    diagnostics: Sequence[Diagnostic] = ()


def find_tables(document: Document, year_of: Year) -> Found:
    """The tables found.

    Args:
        document: The document.
        year_of: Gives the year that its title names, where that is needed.
    """
    reader = _Reader(document, lines_of(document, _words().knows, HEADINGS), cache(year_of))
    sections = [section for part in parts() if (section := reader.read(part)) is not None]
    return Found(sections, reader.diagnostics)


def printed_class(document: Document, part: str, least: int = 1) -> type | None:
    """The class of a part's table of which a document prints most words that no other has.

    `None` where it prints fewer than the least, or as many of several.
    """
    classes = tables_of(part)
    text = _written(texts_of(document))
    counts = [sum(word in text for word in own) for own in _own_words(classes)]
    most = max(counts, default=0)
    return classes[counts.index(most)] if most >= least and counts.count(most) == 1 else None


def prints(document: Document, cls: type, read: Container[int] = ()) -> bool:
    """Whether a document prints many words that only a class's table has, as one or in pieces.

    Args:
        document: The document.
        cls: The class.
        read: Numbers of the blocks that are another table's.
    """
    classes = tables()
    text = _written(texts_of(document, read))
    return sum(word in text for word in _own_words(classes)[classes.index(cls)]) >= _PRINTED


def is_label(printed: Key) -> bool:
    """Whether a text is a label of one of the tables, or the beginning of one."""
    words = _words()
    return words.knows(printed) or any(one.begins(printed) for one in words.lexicons)


@frozen(eq=False)
class _Words:
    """The words of all tables.

    Attributes:
        lexicons: Those of each.
    """

    lexicons: tuple[Lexicon, ...]
    _known: dict[Key, bool] = field(factory=dict, init=False)

    def knows(self, printed: Key) -> bool:
        """Whether a text is a label of a table."""
        if printed not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[printed] = any(words.knows(printed) for words in self.lexicons)
        return self._known[printed]


_REMEMBERED = 1 << 14
"""Texts about which it is remembered what they are."""


def _words() -> _Words:
    return _words_of(tables())


@lru_cache(maxsize=8)
def _words_of(classes: tuple[type, ...]) -> _Words:
    return _Words(tuple(lexicon(compile_class(cls)) for cls in classes))


def _of_others(heading: str) -> Callable[[Key], bool]:
    """Tells whether a text is a label of any table, or the heading of another than this one's."""
    words, own = _words(), key(heading).full

    def known(printed: Key) -> bool:
        return words.knows(printed) or (printed.full in HEADINGS and printed.full != own)

    return known


class _Reader:
    """Reads the parts of one document.

    Attributes:
        diagnostics: What was left out, and why.
    """

    def __init__(self, document: Document, lines: Sequence[Line], year: Year) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._document = document
        self._lines = lines
        self._year = year
        self._form = skeleton_of(lines)
        self._bounds = [number for number, line in enumerate(lines) if _is_section(line)]

    def read(self, part: str) -> Section | None:
        """A part's table by the class that it is printed after."""
        classes = tables_of(part)
        if len(classes) > 1:
            return self._read_one_of(classes)
        section = self._interpret(classes[0])
        if section is None or not section.grammar.layout.value:
            return section
        why = self._why_older(section)
        if why is None:
            return section
        grammar = section.grammar
        self.diagnostics.append(rules.FOREIGN.at(part, table=table_of(grammar), why=why))
        return None

    def _interpret(self, cls: type) -> Section | None:
        grammar = compile_class(cls)
        known = _of_others(grammar.layout.heading)
        rival = _rival(cls, tables())
        return interpret(self._lines, grammar, self._bounds, known, self._year, self._form, rival)

    def _read_one_of(self, classes: Sequence[type]) -> Section | None:
        """By the class with most labels, or else with most words of its own, or that fits."""
        labels = [likeness(self._lines, compile_class(cls)) for cls in classes]
        mixed = self._is_mixed(classes)
        if not mixed and _told_apart(labels):
            return self._interpret(classes[labels.index(max(labels))])
        part = compile_class(classes[0]).layout.part
        printed = None if mixed else printed_class(self._document, part)
        if printed is not None:
            return self._interpret(printed)
        year = self._year()
        tables = edition_of_year(year).tables if year is not None else ()
        found = [
            (
                # Under headers of both, most rows tell. Without a word that tells, the year does,
                # be the other's columns as many as printed.
                section.placed if mixed else section.placed > 0 and cls in tables,
                cls in tables if mixed else section.placed / len(section.grammar.rows),
                number,
                section,
            )
            for number, cls in zip(labels, classes, strict=True)
            if (section := self._interpret(cls)) is not None
        ]
        return max(found, key=lambda one: one[:3])[3] if found else None

    def _is_mixed(self, classes: Sequence[type]) -> bool:
        """Whether columns of several classes are headed that the others do not have."""
        printed = {piece.key for line in self._lines for piece in line.texts}
        return sum(any(map(_own(cls, tables()), printed)) for cls in classes) > 1

    def _why_older(self, section: Section) -> str | None:
        """What tells that the list is one of the forms of 2008 to 2013; `None` where it is none.

        They have headers of their own, some of them 指标名称, 计量单位, 代码; and their own rows.
        """
        value = {compile_class(cls).layout.value for cls in tables()} - {""}
        names = {piece.key.full for line in self._lines for piece in line.texts}
        if not names.isdisjoint(value):
            return None
        if _CODES in names:
            return f"it has a column {_CODES}"
        year = self._year()
        # Of the template's list, most rows are there.
        others = any(one.code == rules.ROW_UNKNOWN.code for one in section.diagnostics)
        others = others and 2 * len(section.rows) < len(section.grammar.rows)
        if others and year is not None and year < editions()[0].year:
            return f"it is of {year}, before any edition, and has rows of its own"
        return None


@lru_cache(maxsize=32)
def _rival(cls: type, listed: tuple[type, ...]) -> Callable[[Key], bool]:
    """Tells whether a label, or a piece of one, heads a column of another edition's class only."""
    words = lexicon(compile_class(cls))
    others = _siblings(cls, listed)

    def is_rival(printed: Key) -> bool:
        if len(printed.bare) < _PIECE or words.is_fragment(printed) or words.knows(printed):
            return False
        return any(one.is_fragment(printed) for one in others)

    return is_rival


@lru_cache(maxsize=32)
def _own(cls: type, listed: tuple[type, ...]) -> Callable[[Key], bool]:
    """Tells whether a label heads a column of this class, and of no other edition's."""
    words = lexicon(compile_class(cls))
    others = _siblings(cls, listed)

    def is_own(printed: Key) -> bool:
        return words.is_column(printed) and not any(
            one.is_fragment(printed) or one.knows(printed) for one in others
        )

    return is_own


def _siblings(cls: type, listed: Sequence[type]) -> list[Lexicon]:
    """The words of the other classes of a class's part."""
    part = part_of(cls)
    return [lexicon(compile_class(c)) for c in listed if c is not cls and part_of(c) == part]


def _is_section(line: Line) -> bool:
    """Whether a line is a section's heading just as the template prints it."""
    return len(line.pieces) == 1 and not line.table and line.pieces[0].key.full in HEADINGS


def _told_apart(labels: Sequence[int]) -> bool:
    """Whether labels alone tell the class of a table.

    One label more may be a word of the running text.
    """
    most, second = sorted(labels, reverse=True)[:2]
    return most - second > 1


_SIGNS = re.compile(r"[\s，。、；：（）！？]+")
"""Blanks, and the wide signs that stand in nearly every text."""


def _written(texts: Iterable[str]) -> str:
    """The letters and digits of texts as one."""
    # Without its wide signs a text is most often in ordinary widths, which is told ten times as
    # fast as it is made.
    return letters(plain(_SIGNS.sub("", "".join(texts))))


def texts_of(document: Document, but: Container[int] = ()) -> Iterator[str]:
    """Every text of a document, cells of tables too, but those of some blocks."""
    for number, block in enumerate(document.blocks):
        if number in but:
            continue
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        elif isinstance(block, (Heading, Paragraph)):
            yield block.text


@lru_cache(maxsize=16)
def _own_words(classes: tuple[type, ...]) -> tuple[frozenset[str], ...]:
    """Of each class the labels that are no part of another's, nor it of them."""
    labels = [frozenset(_labels(cls)) for cls in classes]
    return tuple(
        frozenset(
            word
            for word in own
            if not any(word in other for one in labels if one is not own for other in one)
        )
        for own in labels
    )


def _labels(cls: type) -> Iterator[str]:
    for row, column, _ in compile_class(cls).cells():
        for label in (row.label, *row.aliases, column.label):
            if label:
                yield letters(plain(label))
