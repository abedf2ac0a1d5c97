"""Walks the document's body and collects what a reader sees."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from govinfo.adapters.assembly import has_text, to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._binding import fill_in
from govinfo.adapters.docx._chunks import Chunks
from govinfo.adapters.docx._compatibility import inside
from govinfo.adapters.docx._grid import place
from govinfo.adapters.docx._index import MARK, NONE, Index, is_on
from govinfo.adapters.docx._index import number as number_of
from govinfo.adapters.docx._inline import Inline, is_figure
from govinfo.adapters.docx._numbering import level_of_style, numbering_of
from govinfo.adapters.docx._package import Package
from govinfo.adapters.docx._pictures import with_scans
from govinfo.adapters.docx._styles import Styles, heading_level
from govinfo.adapters.lists import with_number
from govinfo.adapters.pieces import Line, Picture, Sheet, holds_table, shown
from govinfo.blocks import Document, Table
from govinfo.errors import CorruptDocument, LimitExceeded, NoTextLayer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element

    from govinfo.adapters.docx._styles import Style
    from govinfo.adapters.lists import Numbering
    from govinfo.adapters.pieces import Content, Piece
    from govinfo.adapters.scan import Ocr
    from govinfo.blocks import Scan
    from govinfo.source import Limits

_MARK_DELETED: Final = MARK + w.DEL
_MARK_MOVED: Final = MARK + w.MOVE_FROM
_MARK_HIDDEN: Final = MARK + w.VANISH


def read(data: bytes, limits: Limits, ocr: Ocr) -> Document:
    """Read a Word file, and its pictures of text if these are to be read.

    Raises:
        GovInfoError: It cannot be read.
    """
    return _read(data, limits, ocr, _read_embedded)


def _read_embedded(data: bytes, limits: Limits) -> Document:
    return _read(data, limits, "never", None)


def _read(
    data: bytes, limits: Limits, ocr: Ocr, embedded: Callable[[bytes, Limits], Document] | None
) -> Document:
    package = Package(data, limits)
    styles = Styles.of(package.companion("styles"), lambda: package.companion("styles", looks=True))
    root = package.tree(package.main, looks=styles.looks)
    if root.find(w.BODY) is None:
        raise CorruptDocument(f"{package.main} holds no document body")
    fill_in(root, package)
    walk = _Walk(package, root, styles, limits, Chunks(package, limits, embedded))
    try:
        pieces = walk.all_of(root)
        blocks = to_blocks(pieces)
        scans: tuple[Scan, ...] = ()
        if walk.pictures:
            pieces, scans = with_scans(package, pieces, blocks, ocr, limits)
            blocks = to_blocks(pieces)
    except RecursionError as error:
        raise LimitExceeded("tables or content controls are nested too deeply") from error
    if walk.pictures and not any(map(has_text, blocks)):
        reason = next((f": {scan.reason}" for scan in scans if scan.reason), "")
        raise NoTextLayer(f"the document holds pictures and no text{reason}")
    return Document(blocks, package.metadata(), "docx", scans)


class _Walk:
    def __init__(
        self, package: Package, root: _Element, styles: Styles, limits: Limits, chunks: Chunks
    ) -> None:
        self._budget = Budget(limits)
        self._chunks = chunks
        index = Index.of(root)
        self._properties = index.properties
        self._package = package
        self._styles = styles
        self._plain = styles.style(styles.default)
        self._inline = Inline(index, styles, limits)
        self._paragraphs = 0
        self._tables = 0
        self._depth = 0
        self._in_table = 0
        self._in_box = 0
        self._deleted = _cells_with(text for text in root.iter(w.DEL_TEXT) if is_figure(text.text))
        self._crossed = _cells_with(
            line for line in root.iter(*w.DIAGONALS) if line.get(w.VAL) not in {"nil", "none"}
        )
        self.pictures = 0

    @cached_property
    def _numbering(self) -> Numbering:
        return numbering_of(self._package.companion("numbering"), self._styles)

    def all_of(self, root: _Element) -> list[Piece]:
        """All that the document holds, in reading order."""
        # From the root, because in markup that was mended the body may have ended too early.
        pieces: list[Piece] = []
        self._fill(root, pieces)
        return pieces

    def _fill(self, parent: _Element, pieces: list[Piece]) -> None:
        """Add what a body, cell, text box or wrapper holds."""
        before = ""
        for child in parent:
            tag = child.tag
            if tag == w.P:
                before = self._paragraph(child, before, pieces)
            elif tag == w.TC_PR:
                continue
            elif tag == w.TBL:
                before = self._flush(before, pieces)
                self._table(child, pieces)
            elif tag == w.ALT_CHUNK:
                self._chunk(child, pieces)
            else:
                content = inside(child)
                if content is not None:
                    before = self._flush(before, pieces)
                    self._deeper(content, pieces)
        self._flush(before, pieces)

    def _chunk(self, chunk: _Element, pieces: list[Piece]) -> None:
        found = self._chunks.pieces(chunk.get(w.REL_ID, ""), self._number)
        self._budget.spend_blocks(len(found))
        for piece in found:
            if isinstance(piece, Table):
                self._tables += 1
                self._budget.spend_cells(len(piece.cells))
        pieces.extend(found)

    def _deeper(self, parent: _Element, pieces: list[Piece]) -> None:
        self._depth += 1
        self._budget.check_depth(self._depth)
        self._fill(parent, pieces)
        self._depth -= 1

    def _flush(self, before: str, pieces: list[Piece]) -> str:
        if before:
            pieces.append(Line(before, None, self._number))
        return ""

    @property
    def _number(self) -> int | None:
        return None if self._in_table else self._paragraphs

    def _paragraph(self, paragraph: _Element, before: str, pieces: list[Piece]) -> str:
        """Add a paragraph, or return its text where it runs on into the next one."""
        if not self._in_table:
            self._budget.spend_blocks()
            self._paragraphs += not self._in_box
        properties = self._properties.get(paragraph, NONE)
        style, runs_on = self._plain, False
        if properties:
            style, runs_on = self._style(properties), _runs_on(properties)
        text = self._inline.read(paragraph, style)
        if before:
            self._budget.check_line(len(before) + len(text))
            text = before + text
        if not runs_on:
            if style.num_id is not None or w.NUM_PR in properties:
                text = self._numbered(text, properties, style)
            if text:
                number = None if self._in_table else self._paragraphs
                pieces.append(Line(text, _level(properties, style), number))
        if self._inline.attached:
            self._attached(pieces)
        return text if runs_on else ""

    def _style(self, properties: Mapping[str, _Element]) -> Style:
        named = properties.get(w.P_STYLE)
        return self._plain if named is None else self._styles.style(named.get(w.VAL))

    def _numbered(self, text: str, properties: Mapping[str, _Element], style: Style) -> str:
        num_id, ilvl = style.num_id, style.ilvl
        own = properties.get(w.NUM_PR)
        if own is not None:
            own_id, own_level = own.find(w.NUM_ID), own.find(w.ILVL)
            if own_id is not None:
                num_id, ilvl = own_id.get(w.VAL), 0
            if own_level is not None:
                ilvl = number_of(own_level)
        if num_id is None:
            return text
        if ilvl is None:
            ilvl = level_of_style(self._numbering, num_id, style)
        number = self._numbering.next(num_id, ilvl)
        return with_number(number, text, in_cell=self._in_table > 0)

    def _attached(self, pieces: list[Piece]) -> None:
        """Add the text boxes and pictures that hang on a paragraph, after it."""
        attached, self._inline.attached = self._inline.attached, []
        self._in_box += 1
        for thing in attached:
            if isinstance(thing, Picture):
                self.pictures += 1
                pieces.append(thing._replace(number=self._number))
            elif thing.tag == w.TEXT_PATH:
                pieces.append(Line(thing.get("string", ""), None, self._number))
            else:
                self._deeper(thing, pieces)
        self._in_box -= 1

    def _table(self, table: _Element, pieces: list[Piece]) -> None:
        self._budget.spend_blocks()
        self._tables += 1
        self._in_table += 1
        spots = place(table, self._properties)
        self._budget.spend_cells(len(spots))
        self._depth += 1
        self._budget.check_depth(self._depth)
        tables = self._tables
        contents = [self._cell(spot.element) for spot in spots]
        self._depth -= 1
        self._in_table -= 1
        nested = self._tables > tables and any(map(holds_table, contents))
        if self._in_table and len(contents) == 1 and not nested:
            # A frame of one cell around what a cell holds: to a reader, that cell's text.
            pieces += _lines(contents[0])
            return
        pieces.append(Sheet(spots, contents, nested=nested))

    def _cell(self, cell: _Element) -> Content:
        """What a cell holds. Nearly all hold one plain paragraph, which is worth a short way."""
        is_told = cell in self._deleted or cell in self._crossed
        if len(cell) == 2 and self._plain.is_plain and cell[0].tag == w.TC_PR and not is_told:
            paragraph = cell[1]
            if paragraph.tag == w.P and paragraph not in self._properties:
                text = self._inline.plain(paragraph)
                if text is not None:
                    return text
        content: list[Piece] = []
        inline = self._inline
        inline.has_struck, inline.shapes = cell in self._deleted, 0
        self._fill(cell, content)
        is_over = cell in self._crossed or inline.shapes
        if is_over or inline.has_struck:
            texts = [piece.text for piece in shown(content) if isinstance(piece, Line)]
            if not any(map(str.isalpha, "".join(texts))) and (is_over or not texts):
                # More than the text is seen: a line over a figure, or one that is struck.
                content.append(Picture("", None))
        inline.has_struck = False
        return content


def _cells_with(elements: Iterable[_Element]) -> set[_Element]:
    """The cells that elements stand in."""
    return {cell for element in elements for cell in islice(element.iterancestors(w.TC), 1)}


def _lines(content: Content) -> list[Piece]:
    return [Line(content, None, None)] if isinstance(content, str) else content


def _runs_on(properties: Mapping[str, _Element]) -> bool:
    """Whether a paragraph's mark is deleted or hidden, which joins it to the next paragraph."""
    return (
        _MARK_DELETED in properties
        or _MARK_MOVED in properties
        or is_on(properties.get(_MARK_HIDDEN))
    )


def _level(properties: Mapping[str, _Element], style: Style) -> int | None:
    own = properties.get(w.OUTLINE_LEVEL)
    return style.level if own is None else heading_level(own)
