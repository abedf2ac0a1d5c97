"""Walks a page's tree in reading order and gives its lines, pictures and tables."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from govinfo.adapters.html._items import Item, Line, Picture
from govinfo.adapters.html._list_markers import ListMarkers
from govinfo.adapters.html._table import read_table
from govinfo.adapters.html._text import (
    BREAK,
    GAP,
    LINK,
    LINK_END,
    as_drawn,
    as_printed,
    clean,
    one_line,
    unlinked,
)
from govinfo.adapters.lists import with_number
from govinfo.adapters.shifted import noted
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from govinfo.adapters.budget import Budget

_BLOCKS = (
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog"),
    *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header"),
    *("hgroup", "hr", "legend", "li", "main", "menu", "nav", "p", "section", "summary", "ul"),
)
_SHORT = 40  # Lines with no more characters than this are remembered.
# Inputs that show no text, or the name of a button.
_NO_ENTRY = frozenset(
    (
        *("hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file", "password"),
        *("range", "color", "search"),
    )
)
_BUTTONS = frozenset(("button", "submit", "reset"))
_POINTS = frozenset(("0", "1", "2"))  # A picture with such a side only keeps others apart.
_MARKS = re.compile(f"[{LINK}{LINK_END}{GAP}]")
_TABLE_PARTS = ("caption", "tbody", "thead", "tfoot", "tr", "td", "th")


class RenderedText:
    """Collects the lines of a stretch of a page: the whole page, or one table cell.

    Attributes:
        items: What was read so far.
        budget: What is left of the limits.
        strays: In a table cell, rows and cells that the parser put into it, since something
            in the cell was left open; browsers end the cell there. `None` outside of tables.
    """

    __slots__ = ("_level", "_marker", "_parts", "_pictures", "budget", "items", "strays")

    def __init__(self, budget: Budget, strays: list[_Element] | None = None) -> None:
        self.items: list[Item] = []
        self.budget = budget
        self.strays = strays
        self._parts: list[str] = []
        self._pictures: list[Picture] = []
        self._level = 0
        self._marker = ""

    def read(self, element: _Element, depth: int) -> None:
        """Read what is in an element, and end its last line."""
        self.walk(element, depth)
        self.end_line()

    def walk(self, element: _Element, depth: int) -> None:
        """Read what is in an element."""
        self.budget.check_depth(depth)
        parts = self._parts
        text = element.text
        if text:
            parts.append(text)
        for child in element:
            action = _ACTIONS.get(child.tag)
            if action is None:
                self.walk(child, depth + 1)
            elif action is _BLOCK:
                if parts:
                    self.end_line()
                if len(child):
                    self.walk(child, depth + 1)
                    if parts:
                        self.end_line()
                else:
                    # Most blocks hold only text: they need no walk of their own.
                    self._add(child.text or "")
            elif action is _LINK and not len(child) and _leads_away(child):
                # So do most links, and menus have hundreds.
                self.budget.check_depth(depth + 1)
                parts.append(f"{LINK}{child.text or ''}{LINK_END}")
            else:
                action(self, child, depth + 1)
            text = child.tail
            if text and not (text.isspace() and not parts):
                parts.append(text)

    def write(self, text: str) -> None:
        """Add text to the line."""
        self._parts.append(text)

    def end_line(self) -> None:
        """Make what was collected a line, or several where it was broken."""
        parts = self._parts
        if not parts:
            return
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        if BREAK not in raw:
            self._add(raw)
        elif self._level:
            self._add(one_line(clean_lines(raw)))
        else:
            for piece in raw.split(BREAK):
                self._add(piece)
        if self._pictures:
            self.items += self._pictures
            self._pictures.clear()

    def _add(self, raw: str, shown: Callable[[str], str] = clean) -> None:
        self.budget.check_line(len(raw))
        known = len(raw) <= _SHORT and shown is clean
        text, links = _known_line(raw) if known else _line(raw, shown)
        if not text:
            return
        self.budget.spend_blocks()
        if self._marker:
            in_cell = self.strays is not None
            text, self._marker = with_number(self._marker, text, in_cell=in_cell), ""
        # A heading that is nothing but a link leads to another page: an entry of a menu.
        self.items.append(Line(text, 0 if links else self._level, links))

    def block(self, element: _Element, depth: int) -> None:
        """Read an element that stands on lines of its own."""
        if self._parts:
            self.end_line()
        self.walk(element, depth)
        if self._parts:
            self.end_line()

    def table_part(self, element: _Element, depth: int) -> None:
        """Read a part of a table that stands in no table, or leave it to the table."""
        if self.strays is None:
            self.block(element, depth)
        else:
            self.strays.append(element)

    def line_break(self, element: _Element, depth: int) -> None:
        """Break the line; the parser may have put what follows into the element."""
        self._parts.append(BREAK)
        self.walk(element, depth)

    def heading(self, element: _Element, depth: int) -> None:
        """Read a heading."""
        self.end_line()
        outer, self._level = self._level, int(str(element.tag)[1])
        self.walk(element, depth)
        self.end_line()
        self._level = outer

    def link(self, element: _Element, depth: int) -> None:
        """Read a link, or an anchor."""
        address = element.get("href")
        if address is None:
            self.walk(element, depth)
            return
        note = address.startswith("#") and self._note(element)
        if note:
            self._parts.append(note)
            return
        self._parts.append(LINK)
        self.walk(element, depth)
        # Where a block in the link has ended the line, this mark closes nothing.
        self._parts.append(LINK_END)

    def raised(self, element: _Element, depth: int) -> None:
        """Read raised text. A footnote's number must not become a digit of a figure."""
        note = self._note(element)
        if note:
            self._parts.append(note)
        else:
            self.walk(element, depth)

    def _note(self, element: _Element) -> str:
        """The mark of a note at a figure; `""` if an element beside none, or holds none."""
        shown = (_MARKS.sub("", part) for part in reversed(self._parts))
        before = next((part for part in shown if part.strip()), "")
        return noted("".join(element.itertext()), before, element.tail or "")

    def entry(self, element: _Element, _depth: int) -> None:
        """Read what is filled in in a form; in a cell, the text of its buttons, too."""
        kind = (element.get("type") or "text").lower()
        if kind == "password" and element.get("value") and self.strays is not None:
            self._parts.append(PICTURE)
        if kind not in _NO_ENTRY or (kind in _BUTTONS and self.strays is not None):
            self._parts.append(f"{GAP}{element.get('value') or ''}{GAP}")

    def choice(self, element: _Element, _depth: int) -> None:
        """Read what is chosen of a list, in a cell; elsewhere such lists lead to other pages."""
        if self.strays is None:
            return
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        if element.get("multiple") is None:
            chosen = chosen[-1:]
            if (element.get("size") or "1").strip() in {"0", "1"}:
                chosen = chosen or options[:1]
        if options and not chosen:
            self._parts.append(PICTURE)  # All are shown, and none is chosen.
        self._parts += [f"{GAP}{''.join(option.itertext())}{GAP}" for option in chosen]

    def button(self, element: _Element, depth: int) -> None:
        """Read a button in a cell; elsewhere it does something to the page."""
        if self.strays is not None:
            self.field(element, depth)

    def field(self, element: _Element, depth: int) -> None:
        """Read what stands in a box of its own in a line."""
        self._parts.append(GAP)
        self.walk(element, depth)
        self._parts.append(GAP)

    def picture(self, element: _Element, _depth: int) -> None:
        """Note a picture; it comes after the line in which it stands.

        In a cell a picture may be a figure, so that the cell is not blank; which figure it is,
        the text that describes it does not say for sure.
        """
        text = clean(element.get("alt") or "")
        if text:
            self._pictures.append(Picture(text))
            self._parts.append("")  # So that the line counts as begun.
        if self.strays is not None and not any(
            (element.get(side) or "").strip().removesuffix("px") in _POINTS
            for side in ("width", "height")
        ):
            self._parts.append(PICTURE)

    def preformatted(self, element: _Element, depth: int) -> None:
        """Read text whose line ends are as in the source."""
        self.end_line()
        for line_end in element.iter("br"):
            line_end.text = "\n"
        self.budget.check_depth(depth)
        drawn: list[str] = []
        for line in "".join(element.itertext()).split("\n"):
            before = len(self.items)
            self._add(line, as_printed)
            drawn.append(as_drawn(line))
            if len(self.items) > before:
                whole = "\n".join(drawn)
                self.items[-1] = cast("Line", self.items[-1])._replace(drawn=whole)
                drawn.clear()

    def numbered(self, element: _Element, depth: int) -> None:
        """Read a list whose entries the browser numbers."""
        self.end_line()
        self.budget.check_depth(depth)
        markers = ListMarkers.of(element)
        for child in element:
            if child.tag == "li":
                self.end_line()
                self._marker = markers.next(child)
                self.block(child, depth + 1)
                self._marker = ""
            else:
                (_ACTIONS.get(child.tag) or RenderedText.walk)(self, child, depth + 1)
            self._parts.append(child.tail or "")
        self.end_line()

    def table(self, element: _Element, depth: int) -> None:
        """Read a table."""
        self.end_line()
        self.items += read_table(element, self.budget, depth, RenderedText)


def _leads_away(link: _Element) -> bool:
    address = link.get("href")
    return address is not None and address[:1] != "#"


def clean_lines(raw: str) -> str:
    """Text with line breaks, each line cleaned, blank ones left out."""
    return "\n".join(filter(None, map(clean, raw.split(BREAK))))


def _line(raw: str, shown: Callable[[str], str] = clean) -> tuple[str, int]:
    """The text that a line shows, and how many links make all of it."""
    raw, links = unlinked(raw) if LINK in raw or LINK_END in raw else (raw, 0)
    return shown(raw), links


# The pages of a site have the same menus.
_known_line = lru_cache(maxsize=1024)(_line)

_BLOCK = RenderedText.block
_LINK = RenderedText.link

_ACTIONS: dict[object, Callable[[RenderedText, _Element, int], None]] = {
    **dict.fromkeys(_BLOCKS, RenderedText.block),
    **dict.fromkeys(_TABLE_PARTS, RenderedText.table_part),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), RenderedText.heading),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), RenderedText.preformatted),
    "a": RenderedText.link,
    "button": RenderedText.button,
    "br": RenderedText.line_break,
    "img": RenderedText.picture,
    "input": RenderedText.entry,
    "ol": RenderedText.numbered,
    "select": RenderedText.choice,
    "sub": RenderedText.raised,
    "sup": RenderedText.raised,
    "table": RenderedText.table,
    "textarea": RenderedText.field,
}
