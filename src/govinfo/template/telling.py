"""Which edition a document is printed after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govinfo.blocks import Document
from govinfo.explain.section import Section
from govinfo.template.editions import Edition, editions, parts, tables_of
from govinfo.template.tables import printed_class

_WORDS = 2
"""Words of a table that are evidence of it: one alone may be a word of the running text."""


def edition_of(document: Document, sections: Sequence[Section], year: int | None) -> Edition | None:
    """The edition of a report; `None` where nothing tells it.

    It is what the tables look like: those of which editions have their own, or their words where
    such a table could not be read; then the rows that not all print. The year tells it only among
    those that these leave.
    """
    left = editions()
    for cls in _telling(sections):
        left = _those(left, (edition for edition in left if cls in edition.tables))
    read = {section.grammar.layout.part for section in sections}
    for part in parts():
        if part not in read and len(tables_of(part)) > 1:
            printed = printed_class(document, part, _WORDS)
            left = _those(left, (edition for edition in left if printed in edition.tables))
    if len(left) > 1:
        rows = _printed_rows(sections)
        left = _those(left, (edition for edition in left if rows & edition.rows))
    left = _those(left, (edition for edition in left if year in edition.years))
    return left[0] if len(left) == 1 else None


def _those(before: tuple[Edition, ...], after: Iterable[Edition]) -> tuple[Edition, ...]:
    """The editions that evidence leaves; as before where it would leave none."""
    return tuple(after) or before


def _telling(sections: Sequence[Section]) -> list[type]:
    """The classes of the tables, those that tell most first.

    A list of 2014 may stand beside the tables of a later edition.
    """

    def order(section: Section) -> tuple[bool, int]:
        theirs = [edition for edition in editions() if section.grammar.cls in edition.tables]
        beside = all(edition.tables_last for edition in theirs)
        return beside, -len(tables_of(section.grammar.layout.part))

    return [section.grammar.cls for section in sorted(sections, key=order)]


def _printed_rows(sections: Sequence[Section]) -> frozenset[str]:
    """The rows, of those that an edition may lack, that are printed."""
    rows: set[str] = set()
    for section in sections:
        grammar = section.grammar
        optional = {
            grammar.path(row, column): grammar.path(row)
            for row in grammar.rows
            if row.optional
            for column in row.columns
        }
        rows |= {
            optional[path]
            for path, _, raw, _, _, anchor in section.facts
            if path in optional and (raw is not None or anchor is not None)
        }
    return frozenset(rows)
