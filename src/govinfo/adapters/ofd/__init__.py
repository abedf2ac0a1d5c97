"""Reads OFD (GB/T 33190): the text and lines of each page, as the PDF adapter reads its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.zips import folders
from govinfo.blocks import Document
from govinfo.errors import NoTextLayer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._page import Page
    from govinfo.source import Limits, Source

_ENTRY = "ofd.xml"
_NAMELESS = 0.2  # share of characters that say nothing, above which a text is none


class OfdAdapter:
    """The adapter of OFD."""

    name = "ofd"
    extensions = (".ofd",)
    media_types = ("application/ofd",)

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be OFD."""
        found = folders(head)
        return _ENTRY in found or any(name.startswith("doc_") for name in found)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a document; a signed one as it stands, its signatures are not checked.

        Raises:
            UnsupportedFormat: It is another ZIP file.
            EncryptedDocument: It is encrypted.
            NoTextLayer: It holds pictures only, or glyphs without their characters.
            CorruptDocument: It cannot be unpacked, or lacks a part.
            LimitExceeded: It is larger, or more deeply nested, than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        from govinfo.adapters.ofd._book import open_book  # noqa: PLC0415
        from govinfo.adapters.pdf._document import blocks_of  # noqa: PLC0415

        book = open_book(source.data, limits)
        pages = book.pages()
        _refuse_without_text(pages)
        return Document(blocks_of(pages, limits), book.metadata, self.name)


def _refuse_without_text(pages: Sequence[Page]) -> None:
    count = sum(len(run.text) for page in pages for run in page.runs)
    if not count:
        raise NoTextLayer("the OFD holds pictures of text only")
    if sum(page.unmapped for page in pages) > _NAMELESS * count:
        raise NoTextLayer(
            "the OFD's text is glyphs that do not say which characters they show; "
            "save it as PDF, or ask for the document that it was made from"
        )
