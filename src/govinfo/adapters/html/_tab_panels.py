"""Tells the hidden parts of a page that are seen at a click: behind tabs, or in folds."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.adapters.html._styling import hidden_text, hides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from govinfo.adapters.html._cascade import Cascade

# What may stand behind a tab or a fold. Rows and tables that are hidden are copies or left out.
_PANELS = frozenset(("div", "section", "article", "dd", "li"))
_NUMBER = re.compile(r"(?<!\d)\d++$")
_NEAR = 12  # elements on each side among which the others of a row of tabs are
_FIRST = 4  # elements of a fold among which its content is
_DEEPEST = 100  # elements around a table that are known to hold it
_TABLES_OF_A_REPORT = 3


@frozen
class TabPanels:
    """Tells the hidden elements that the reader sees at a click: behind tabs, or in folds.

    Attributes:
        cascade: The page's style.
        withheld: Whether the page shows no table, so that a hidden one needs none beside it.
    """

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
        if element.tag not in _PANELS:
            return False
        alike = list(_alike(element))
        if not (alike or self.withheld) or not any(map(self._n_tables, (element, *alike))):
            return False
        shown = [other for other in alike if self._is_shown(other)]
        most = max(map(self._n_tables, shown), default=0)
        if min(most, self._n_tables(element)) >= _TABLES_OF_A_REPORT:
            return False
        words = words_of(element)
        if words and any(words_of(other) == words for other in shown):
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
            counts: Counter[_Element] = Counter({self.cascade.root: 0})
            for table in self.cascade.root.iter("table"):
                counts.update((table, *islice(table.iterancestors(), _DEEPEST)))
            self._tables.update(counts)
        return self._tables.get(element, 0)


def words_of(element: _Element) -> str:
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
    if parent.tag in _PANELS:
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
