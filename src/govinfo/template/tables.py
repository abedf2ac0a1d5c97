"""The template's tables in a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from govinfo.blocks import Document
from govinfo.explain.section import Section, interpret, likeness
from govinfo.grammar.compile import compile_class
from govinfo.grammar.labels import Key
from govinfo.grammar.lexicon import Lexicon, lexicon
from govinfo.layout.lines import Line, lines_of
from govinfo.layout.memory import skeleton_of
from govinfo.template.disputes import Disputes
from govinfo.template.indicators import Indicators
from govinfo.template.narrative import HEADINGS
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.report import TABLES
from govinfo.template.requests import Requests

_EDITIONS = (Proactive2019, Proactive2021)


def find_tables(document: Document, year_of: Callable[[], int | None]) -> list[Section]:
    """The tables found, in the order of a report's facts.

    Args:
        document: The document.
        year_of: Gives the year that its title names, where that is needed.
    """
    lines = lines_of(document, _known)
    labels = [likeness(lines, compile_class(cls)) for cls in _EDITIONS]
    return _interpreted(lines, labels, year_of())


def is_label(printed: Key) -> bool:
    """Whether a text is a label of one of the tables, or the beginning of one."""
    return _known(printed) or any(words.begins(printed) for words in _lexicons())


@lru_cache(maxsize=1)
def _lexicons() -> tuple[Lexicon, ...]:
    return tuple(lexicon(compile_class(cls)) for cls in TABLES)


@lru_cache(maxsize=16384)
def _known(printed: Key) -> bool:
    return any(words.knows(printed) for words in _lexicons())


def _interpreted(lines: Sequence[Line], labels: Sequence[int], year: int | None) -> list[Section]:
    bounds = [number for number, line in enumerate(lines) if _is_section(line)]

    form = skeleton_of(lines)

    def read(cls: type) -> Section | None:
        return interpret(lines, compile_class(cls), bounds, _known, year, form)

    found = [read(Indicators), _proactive(labels, read), read(Requests), read(Disputes)]
    return [section for section in found if section is not None]


def _is_section(line: Line) -> bool:
    """Whether a line is a section's heading just as the template prints it."""
    return len(line.pieces) == 1 and not line.table and line.pieces[0].key.full in HEADINGS


def _told_apart(labels: Sequence[int]) -> bool:
    """Whether labels alone tell the edition of section 2.

    One label more may be a word of the running text.
    """
    return abs(labels[0] - labels[1]) > 1


def _proactive(labels: Sequence[int], read: Callable[[type], Section | None]) -> Section | None:
    """Section 2 in the edition of which it has more labels, or else that fits its figures.

    Labels decide alone where they tell the editions apart.
    """
    if _told_apart(labels):
        return read(_EDITIONS[labels[1] > labels[0]])
    found = [
        (section.placed / len(section.grammar.rows), number, section)
        for number, cls in zip(labels, _EDITIONS, strict=True)
        if (section := read(cls)) is not None
    ]
    return max(found, key=lambda one: one[:2], default=(0, 0, None))[2]
