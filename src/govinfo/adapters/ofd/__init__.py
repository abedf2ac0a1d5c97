"""Reads OFD (GB/T 33190): the text and lines of each page, as the PDF adapter reads its own.

Pages that are pictures of text are read where the extra `ocr` is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen
from attrs.validators import in_

from govinfo.adapters.scan import OCR, Ocr
from govinfo.adapters.zips import folders
from govinfo.blocks import Document
from govinfo.errors import NoTextLayer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._page import Page
    from govinfo.blocks import Scan
    from govinfo.source import Limits, Source

_ENTRY = "ofd.xml"
_NAMELESS = 0.2  # share of characters that say nothing, above which a text is none


@frozen(slots=True)
class OfdAdapter:
    """The adapter of OFD.

    Attributes:
        ocr: Whether pictures of text are read: `"never"`, or else where nothing else is there,
            if the extra is installed; `"always"` refuses them if it is not.
    """

    ocr: Ocr = field(default="auto", validator=in_(OCR))
    name: str = "ofd"
    extensions: tuple[str, ...] = (".ofd",)
    media_types: tuple[str, ...] = ("application/ofd",)
    options: tuple[str, ...] = ("ocr",)

    def configured(self, **options: Any) -> OfdAdapter:
        """The adapter with `ocr` set.

        Raises:
            ValueError: It is none of `OCR`.
        """
        return evolve(self, **options)

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be OFD."""
        found = folders(head)
        return _ENTRY in found or any(name.startswith("doc_") for name in found)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a document; a signed one as it stands, its signatures are not checked.

        Raises:
            UnsupportedFormat: It is another ZIP file.
            EncryptedDocument: It is encrypted.
            NoTextLayer: It holds pictures only, which are not read, or glyphs without their
                characters.
            MissingDependency: Pictures must be read, and the extra `ocr` is not installed.
            CorruptDocument: It cannot be unpacked, or lacks a part.
            LimitExceeded: It is larger, or more deeply nested, than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        from govinfo.adapters.ofd._book import open_book  # noqa: PLC0415
        from govinfo.adapters.ofd._pictures import with_scans  # noqa: PLC0415
        from govinfo.adapters.pdf._document import blocks_of  # noqa: PLC0415

        book = open_book(source.data, limits)
        pages, scans = with_scans(book.package, book.papers(), self.ocr, limits)
        _refuse_without_text(pages, scans)
        return Document(blocks_of(pages, limits), book.metadata, self.name, scans)


def _refuse_without_text(pages: Sequence[Page], scans: Sequence[Scan]) -> None:
    count = sum(len(run.text) for page in pages for run in page.runs)
    if not count:
        reason = next((scan.reason for scan in scans if scan.reason), "")
        why = f": {reason}" if reason else ""
        raise NoTextLayer(f"the OFD holds pictures of text only{why}")
    if sum(page.unmapped for page in pages) > _NAMELESS * count:
        raise NoTextLayer(
            "the OFD's text is glyphs that do not say which characters they show; "
            "save it as PDF, or ask for the document that it was made from"
        )
