"""Finds what a page holds and shows only in a frame, by a script, or at a click."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen
from lxml import etree

from govinfo.adapters.html._mhtml import last_part
from govinfo.adapters.html._styling import hidden_text, hides
from govinfo.adapters.html._tree import parse
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from govinfo.adapters.html._cascade import Cascade

_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_TABLE_HELD = re.compile(rb"(?:<|&lt;)table[\s>&]", re.IGNORECASE)

# What may stand behind a tab or a fold. Rows and tables that are hidden are copies or left out.
_PANES = frozenset(("div", "section", "article", "dd", "li"))
_NUMBER = re.compile(r"\d+$")
_NEAR = 12  # elements on each side among which the others of a row of tabs are
_FIRST = 4  # elements of a fold among which its content is
_DEEPEST = 100  # elements around a table that are known to hold it
_TABLES_OF_A_REPORT = 3


def may_hold_table(markup: bytes) -> bool:
    """Whether a table is somewhere in the source, be it as text."""
    return _TABLE_HELD.search(markup) is not None


def with_frames(markup: bytes, frames: Mapping[str, bytes]) -> bytes:
    """A page's source with pages in the place of the frames that show them.

    Args:
        markup: The page in UTF-8.
        frames: Pages in UTF-8 that came with it, by the last part of their address.
    """
    root = parse(markup)
    filled = False
    for frame in list(root.iter("iframe", "frame")):
        inside = frame.get("srcdoc")
        address = last_part(frame.get("src") or "")
        page = inside.encode() if inside else frames.get(address)
        if page:
            filled |= _fill(frame, page)
    return _source(root) if filled else markup


def release(root: _Element) -> None:
    """Put tables that wait for a script, as text or in a template, in their place.

    Args:
        root: A page's tree; it is changed.
    """
    for held in list(root.iter("textarea", "xmp", "script", "template")):
        if held.tag == "template":
            if next(held.iter("table"), None) is not None:
                held.tag = "div"
        elif _TABLE.search(held.text or "") and _is_markup(held):
            _fill(held, (held.text or "").encode())


def _source(root: _Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", method="html")


@frozen
class Panes:
    """Tells the hidden elements that the reader sees at a click: behind tabs, or in folds.

    Attributes:
        root: The page's tree.
        cascade: The page's style.
        withheld: Whether the page shows no table, so that a hidden one needs none beside it.
    """

    root: _Element
    cascade: Cascade
    withheld: bool
    _tables: dict[_Element, int] = field(factory=dict, init=False)

    def shows(self, element: _Element) -> bool:
        """Whether a hidden element is one of several alike, one with a table, another shown.

        Where that one and the hidden one hold a report's tables each, or tables with the same
        words, they are those of two years.
        """
        if self.withheld and self._n_tables(element):
            return True
        if element.tag not in _PANES:
            return False
        alike = list(_alike(element))
        if not any(map(self._n_tables, (element, *alike))):
            return False
        shown = [other for other in alike if self._is_shown(other)]
        most = max(map(self._n_tables, shown), default=0)
        if min(most, self._n_tables(element)) >= _TABLES_OF_A_REPORT:
            return False
        words = _words(element)
        if words and any(_words(other) == words for other in shown):
            return False
        return self.withheld or bool(shown)

    def _is_shown(self, element: _Element) -> bool:
        declared = self.cascade.declared(element)
        return not (
            element.get("hidden") is not None or hides(declared, "") or hidden_text(declared)
        )

    def _n_tables(self, element: _Element) -> int:
        """How many tables an element holds or is."""
        if not self._tables:
            # Counted once for all: a page may have many hidden elements and few tables.
            counts: Counter[_Element] = Counter({self.root: 0})
            for table in self.root.iter("table"):
                counts.update((table, *islice(table.iterancestors(), _DEEPEST)))
            self._tables.update(counts)
        return self._tables.get(element, 0)


def _words(element: _Element) -> str:
    """The letters of an element's tables."""
    texts = (text for table in element.iter("table") for text in table.itertext())
    return "".join(letter for text in texts for letter in text if letter.isalpha())


def _alike(element: _Element) -> Iterator[_Element]:
    """Elements beside this one, or in such as its parent, that are marked alike."""
    own = _marks(element)
    parent = element.getparent()
    if parent is None or not own:
        return
    near = _beside(element, _NEAR)
    if parent.tag in _PANES:
        marks = _marks(parent) or {str(parent.tag)}
        for aunt in _beside(parent, _NEAR):
            if (_marks(aunt) or {str(aunt.tag)}) & marks:
                near += islice(aunt, _FIRST)
    for other in near:
        if other.tag == element.tag and _marks(other) & own:
            yield other


def _beside(element: _Element, most: int) -> list[_Element]:
    """The nearest elements with the same name and parent: so many at most on each side."""
    after = islice(element.itersiblings(), most)
    before = islice(element.itersiblings(preceding=True), most)
    return [other for other in (*before, *after) if other.tag == element.tag]


def _marks(element: _Element) -> set[str]:
    """What tells an element's part on the page: its classes, and its id but for a number."""
    marks = set((element.get("class") or "").split())
    stem, numbers = _NUMBER.subn("", element.get("id") or "")
    if numbers and stem:
        marks.add(f"#{stem}")
    return marks or ({"dd"} if element.tag == "dd" else set())


def _is_markup(held: _Element) -> bool:
    kind = held.get("type") or ""
    return held.tag != "script" or (kind.startswith("text/") and "javascript" not in kind)


def _fill(element: _Element, markup: bytes) -> bool:
    """Make an element a block that holds a page, unless nothing is in the markup."""
    try:
        page = parse(markup)
    except CorruptDocument:
        return False
    for name in list(element.attrib):
        del element.attrib[name]
    element.tag, element.text = "div", ""
    element[:] = [page]
    page.tag = "div"
    return True
