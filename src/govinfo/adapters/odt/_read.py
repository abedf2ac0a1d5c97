"""Walks the document's body and collects what a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.assembly import has_text, to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.lists import with_number
from govinfo.adapters.numerals import whole
from govinfo.adapters.odt import _names as n
from govinfo.adapters.odt._grid import place
from govinfo.adapters.odt._lists import OUTLINE, Counters, Lists
from govinfo.adapters.odt._package import open_parts
from govinfo.adapters.odt._styles import Styles
from govinfo.adapters.odt._text import Inline
from govinfo.adapters.pieces import Line, Picture, Sheet, holds_table, shown
from govinfo.blocks import Document
from govinfo.errors import CorruptDocument, LimitExceeded, NoTextLayer, UnsupportedFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from govinfo.adapters.odt._package import Parts
    from govinfo.adapters.pieces import Content, Piece
    from govinfo.source import Limits

_LEFT_OUT = frozenset(
    (
        *(f"{n.TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "variable-decls")),
        *(f"{n.TEXT}{name}" for name in ("user-field-decls", "number", "soft-page-break")),
        *(f"{n.OFFICE}{name}" for name in ("forms", "annotation")),
    )
)
_ITEMS = (f"{n.TEXT}list-item", f"{n.TEXT}list-header")
_WRAPPERS = (n.TEXT, n.OFFICE)


def read(data: bytes, limits: Limits) -> Document:
    """Read a document.

    Raises:
        GovInfoError: It cannot be read.
    """
    parts = open_parts(data, limits)
    body = parts.content.find(f"{n.OFFICE}body")
    text = None if body is None else body.find(f"{n.OFFICE}text")
    if body is None or not len(body):
        raise CorruptDocument("the document has no body")
    if text is None:
        raise UnsupportedFormat(f"not a text document: its body is {body[0].tag!s}")
    walk = _Walk(parts, limits)
    try:
        blocks = to_blocks(walk.all_of(text))
    except RecursionError as error:
        raise LimitExceeded("tables or sections are nested too deeply") from error
    if walk.pictures and not any(map(has_text, blocks)):
        raise NoTextLayer("the document holds pictures and no text")
    return Document(blocks, _metadata(parts.meta), "odt")


class _Walk:
    def __init__(self, parts: Parts, limits: Limits) -> None:
        self._budget = Budget(limits)
        self._styles = Styles(parts)
        self._lists = Lists(parts)
        self._inline = Inline(self._styles, self._budget)
        self._depth = 0
        self._paragraphs = 0
        self._in_table = 0
        self._in_box = 0
        self.pictures = 0

    def all_of(self, body: _Element) -> list[Piece]:
        """All that the body holds, in reading order."""
        pieces: list[Piece] = []
        self._fill(body, pieces)
        return pieces

    def _fill(self, parent: _Element, pieces: list[Piece]) -> None:
        """Add what a body, a cell, a section or a text box holds."""
        self._depth += 1
        self._budget.check_depth(self._depth)
        for child in parent:
            tag = str(child.tag)
            if tag in (n.P, n.H):
                self._paragraph(child, self._outline_number(child), pieces)
            elif tag == n.LIST:
                self._outer_list(child, pieces)
            elif tag == n.TABLE_TABLE:
                self._table(child, pieces)
            elif tag.startswith(n.DRAW):
                self._drawing(child, pieces)
            elif tag.startswith(_WRAPPERS) and tag not in _LEFT_OUT and not _is_hidden(child):
                self._fill(child, pieces)
        self._depth -= 1

    def _paragraph(self, paragraph: _Element, number: str, pieces: list[Piece]) -> None:
        if not self._in_table:
            self._budget.spend_blocks()
            self._paragraphs += not self._in_box
        text = self._inline.read(paragraph)
        self._budget.spend_text(len(text))  # of a row repeated, again and again
        if number and text.strip():
            text = with_number(number, text, in_cell=self._in_table > 0)
        if text.strip():
            pieces.append(Line(text.strip("\n"), _level(paragraph), self._number))
        attached, self._inline.attached = self._inline.attached, []
        for drawing in attached:
            self._drawing(drawing, pieces)

    @property
    def _number(self) -> int | None:
        return None if self._in_table else self._paragraphs or None

    # Numbers.

    def _outline_number(self, heading: _Element) -> str:
        """The number of a heading that stands in no list."""
        level = heading.get(f"{n.TEXT}outline-level", "")
        unnumbered = heading.get(f"{n.TEXT}is-list-header") == "true"
        own = self._styles.list_of(heading.get(n.STYLE_NAME))
        if heading.tag != n.H or not level.isdecimal() or unnumbered or own == "":
            return ""
        return self._lists.next(OUTLINE, whole(level, 1), self._lists.outline(), _start(heading))

    def _outer_list(self, element: _Element, pieces: list[Piece]) -> None:
        style = element.get(n.STYLE_NAME) or self._style_of_first(element)
        self._list(element, style, 1, self._lists.counters(element, style), pieces)

    def _style_of_first(self, element: _Element) -> str:
        first = next(element.iter(n.P, n.H), None)
        name = None if first is None else self._styles.list_of(first.get(n.STYLE_NAME))
        return name or ""

    def _list(
        self, element: _Element, style: str, level: int, counters: Counters, pieces: list[Piece]
    ) -> None:
        self._budget.check_depth(level + self._depth)
        for item in element.iterchildren(*_ITEMS):
            numbered = item.tag == _ITEMS[0]
            for child in item:
                if child.tag == n.LIST:
                    inner = child.get(n.STYLE_NAME) or style
                    self._list(child, inner, level + 1, counters, pieces)
                elif child.tag in (n.P, n.H):
                    number = ""
                    if numbered:
                        own = item.get(f"{n.TEXT}style-override") or style
                        number = self._lists.next(own, level, counters, _start(item))
                    self._paragraph(child, number, pieces)
                    numbered = False
                elif child.tag == n.TABLE_TABLE:
                    self._table(child, pieces)

    # Drawings and tables.

    def _drawing(self, drawing: _Element, pieces: list[Piece]) -> None:
        """Add the text and the pictures of a frame or a shape."""
        self._in_box += 1
        picture = drawing.find(n.IMAGE) if drawing.tag == n.FRAME else None
        if drawing.find(n.TEXT_BOX) is None and picture is not None:
            self.pictures += 1
            pieces.append(Picture(_description(drawing), self._number))
        else:
            self._fill(drawing, pieces)
        self._in_box -= 1

    def _table(self, table: _Element, pieces: list[Piece]) -> None:
        self._budget.spend_blocks()
        self._in_table += 1
        spots = place(table, self._budget)
        contents: list[Content] = []
        for spot in spots:
            content: list[Piece] = []
            self._fill(spot.element, content)
            contents.append(content)
        self._in_table -= 1
        nested = any(map(holds_table, contents))
        if self._in_table and len(contents) == 1 and not nested:
            # A frame of one cell around what a cell holds: to a reader, that cell's text.
            pieces += shown(contents[0])
        else:
            pieces.append(Sheet(spots, contents, nested=nested))


def _level(paragraph: _Element) -> int | None:
    if paragraph.tag != n.H:
        return None
    return max(1, whole(paragraph.get(f"{n.TEXT}outline-level"), 1))


def _start(element: _Element) -> int | None:
    start = whole(element.get(f"{n.TEXT}start-value"), -1)
    return None if start < 0 else start


def _is_hidden(section: _Element) -> bool:
    display = section.get(f"{n.TEXT}display")
    return display == "none" or (
        display == "condition" and section.get(f"{n.TEXT}is-hidden") == "true"
    )


def _description(drawing: _Element) -> str:
    texts = (drawing.findtext(f"{n.SVG}{name}") for name in ("desc", "title"))
    return next((text.strip() for text in texts if text and text.strip()), "")


def _metadata(root: _Element | None) -> dict[str, str]:
    """What the document says about itself (`title`, `creator`, `creation-date`, …)."""
    meta = None if root is None else root.find(f"{n.OFFICE}meta")
    return {} if meta is None else dict(_properties(meta))


def _properties(meta: _Element) -> Iterator[tuple[str, str]]:
    for element in meta:
        text = (element.text or "").strip()
        if text:
            name = element.get(f"{n.META}name") or str(element.tag).rpartition("}")[2]
            yield name, text
