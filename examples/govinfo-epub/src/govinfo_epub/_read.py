"""Reads a book: its chapters, in the order of its spine, as the web pages that they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attrs import evolve
from govinfo.adapters.html import HtmlAdapter
from govinfo.blocks import Anchor, Block, Document, Table
from govinfo.errors import CorruptDocument, EncryptedDocument, LimitExceeded, NoTextLayer
from govinfo.source import Limits, Source
from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes, limits: Limits) -> Document:
    """Read a book; errors as those of `EpubAdapter.read`."""
    package = _Package(data, limits)
    place = next((e.get("full-path", "") for e in _all(package.tree(_CONTAINER), "rootfile")), "")
    book = package.tree(place)
    files = {item.get("id"): item.get("href", "") for item in _all(book, "item")}
    spine = [files.get(item.get("idref"), "") for item in _all(book, "itemref")]
    chapters = [normpath(join(dirname(place), unquote(href))) for href in spine if href]
    if not chapters:
        raise CorruptDocument("the book has no chapters")
    locked = package.bytes_of(_ENCRYPTION).decode(errors="replace") if package.locks else ""
    if any(f'URI="{chapter}"' in locked for chapter in chapters):
        raise EncryptedDocument("the book's chapters are encrypted")
    pages = [package.bytes_of(chapter) for chapter in chapters]
    blocks = tuple(_joined(pages, limits))
    if not blocks and any(b"<img" in one or b"<image" in one for one in pages):
        raise NoTextLayer("the book holds pictures and no text")
    said = {str(e.tag).removeprefix(_DUBLIN_CORE): e.text for e in book.iter(f"{_DUBLIN_CORE}*")}
    return Document(blocks, {name: text for name, text in said.items() if text}, "epub")


def _joined(chapters: Iterable[bytes], limits: Limits) -> Iterator[Block]:
    """The blocks of all chapters; each may hold what those before it leave of the limits."""
    blocks = cells = 0
    before = Anchor(table=0, paragraph=0, line=0)
    for chapter in chapters:
        left = evolve(limits, blocks=limits.blocks - blocks, cells=limits.cells - cells)
        last = before
        for block in HtmlAdapter().read(Source(chapter), left).blocks:
            blocks += 1
            last = _later(last, moved := _moved(block.anchor, before))
            if isinstance(block, Table):
                cells += len(block.cells)
                inner = (evolve(one, anchor=_moved(one.anchor, before)) for one in block.cells)
                yield evolve(block, anchor=moved, cells=tuple(inner))
            else:
                yield evolve(block, anchor=moved)
        before = last


def _moved(anchor: Anchor | None, before: Anchor) -> Anchor:
    """A place in a chapter, counted from the beginning of the book."""
    anchor = anchor or Anchor()

    def on(at: int | None, gone: int | None) -> int | None:
        return None if at is None else at + (gone or 0)

    return evolve(
        anchor,
        table=on(anchor.table, before.table),
        paragraph=on(anchor.paragraph, before.paragraph),
        line=on(anchor.line, before.line),
    )


def _later(last: Anchor, anchor: Anchor) -> Anchor:
    """How far is counted once a place has been passed."""
    return evolve(
        last,
        table=anchor.table or last.table,
        paragraph=anchor.paragraph or last.paragraph,
        line=anchor.line or last.line,
    )


def _all(root: _Element, name: str) -> Iterator[_Element]:
    """The elements of a name in any namespace."""
    return root.iter(f"{{*}}{name}")


class _Package:
    """The parts of a book, none unpacked that is larger than the limits allow."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        except Exception as error:
            # A damaged directory makes zipfile raise errors of many kinds.
            raise CorruptDocument(f"no book, or cut short: {error}") from error

    @property
    def locks(self) -> bool:
        """Whether the book says of parts that they are encrypted."""
        return _ENCRYPTION in self._sizes

    def bytes_of(self, name: str) -> bytes:
        """A part, unpacked."""
        if name not in self._sizes:
            raise CorruptDocument(f"the book lacks {name or 'its main part'}")
        self._unpacked += self._sizes[name]
        for limit, size in (("bytes", self._sizes[name]), ("unpacked", self._unpacked)):
            if size > getattr(self._limits, limit):
                raise self._limits.exceeded(limit, f"{name} unpacks to more bytes")
        try:
            return self._zip.read(name)
        except Exception as error:
            # Each of zipfile's decompressors raises errors of its own.
            raise CorruptDocument(f"{name} cannot be unpacked: {error}") from error

    def tree(self, name: str) -> _Element:
        """A part that is XML; entities are not looked up."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(self.bytes_of(name), parser)
        except etree.XMLSyntaxError as error:
            kind = LimitExceeded if "depth" in str(error) else CorruptDocument
            raise kind(f"{name}: {error}") from error
