"""Reads PDF: text and lines of each page, from which tables and paragraphs are made again."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen
from attrs.validators import in_

from govinfo.adapters.scan import OCR, Ocr
from govinfo.blocks import Document, Scan
from govinfo.errors import GovInfoError, NoTextLayer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.base import Picture
    from govinfo.adapters.pdf._page import Page
    from govinfo.source import Limits, Source


@frozen(slots=True)
class PdfAdapter:
    """Reads PDF; pages that are pictures of text, where the extra `ocr` is installed.

    Attributes:
        engine: What reads characters and lines: `"pdfium"`; `"pdfplumber"`, which is some ten
            times slower and serves as the reference; or `"auto"`: PDFium, and where it cannot
            name all characters, pdfplumber, if that can name more; the document's metadata then
            say so, under `engine`. What is seen of the page is PDFium's to tell in either case.
        password: Opens an encrypted file. A file with an owner's password only opens without.
        ocr: Whether pictures of text are read: `"auto"`, if nothing else is there and the extra
            is installed; `"never"`; `"always"`, each page as a picture, whatever text it has.
    """

    engine: Literal["auto", "pdfium", "pdfplumber"] = field(
        default="auto", validator=in_(("auto", "pdfium", "pdfplumber"))
    )
    password: str | None = None
    ocr: Ocr = field(default="auto", validator=in_(OCR))
    name: str = "pdf"
    extensions: tuple[str, ...] = (".pdf",)
    media_types: tuple[str, ...] = ("application/pdf",)
    options: tuple[str, ...] = ("engine", "password", "ocr")

    def configured(self, **options: Any) -> PdfAdapter:
        """The adapter with another engine or password, or with `ocr` set.

        Raises:
            ValueError: There is no engine of that name, or `ocr` is none of its words.
        """
        return evolve(self, **options)

    def sniff(self, head: bytes) -> bool:
        """Whether a PDF's mark stands in the first kilobyte, where its readers look for it."""
        return b"%PDF-" in head[:1024]

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a PDF.

        Raises:
            EncryptedDocument: It needs a password, or another one.
            NoTextLayer: Its pages are pictures, or its fonts do not name their letters, and
                pictures are not read.
            MissingDependency: Pictures must be read, and the extra `ocr` is not installed.
            CorruptDocument: It cannot be opened, or one of its pages cannot be read.
            LimitExceeded: It is larger than `limits` allow.
        """
        from govinfo.adapters.pdf._document import blocks_of  # noqa: PLC0415 - costs
        from govinfo.adapters.pdf._scans import with_scans  # noqa: PLC0415 - likewise

        pages, metadata = self._pages(source, limits)
        pages, scans = with_scans((source.data, self.password), pages, self.ocr, limits)
        _refuse_without_text(pages, scans)
        return Document(blocks_of(pages, limits), metadata, self.name, scans)

    def pictures(self, source: Source, pages: Iterable[int]) -> tuple[Picture, ...]:
        """Pictures of pages by number, as PDFium paints them.

        Raises:
            EncryptedDocument: The PDF needs a password, or another one.
            CorruptDocument: It cannot be opened, or one of these pages cannot be painted.
        """
        from govinfo.adapters.pdf._pictures import painted  # noqa: PLC0415 - costs

        return tuple(painted(source.data, self.password, pages))

    def _pages(self, source: Source, limits: Limits) -> tuple[list[Page], dict[str, str]]:
        from govinfo.adapters.pdf import _pdfium  # noqa: PLC0415 - costs

        pages, metadata = _pdfium.read(source.data, self.password, limits)
        if self.engine == "pdfplumber":
            pages = self._by_pdfplumber(source, limits, pages)
        elif self.engine == "auto" and _is_lacking(pages):
            with contextlib.suppress(GovInfoError):
                other = self._by_pdfplumber(source, limits, pages)
                if _nameless(other) < _nameless(pages):
                    pages, metadata = other, {**metadata, "engine": "pdfplumber"}
        return pages, metadata

    def _by_pdfplumber(self, source: Source, limits: Limits, guides: Sequence[Page]) -> list[Page]:
        from govinfo.adapters.pdf import _pdfium, _pdfplumber  # noqa: PLC0415 - costs more

        data = _pdfium.drawn(source.data, self.password)
        return _pdfplumber.read(data, self.password, limits, guides)


def _refuse_without_text(pages: Sequence[Page], scans: Sequence[Scan]) -> None:
    """Refuse a PDF of which nothing can be read, and say why its pictures were not."""
    from govinfo.adapters.pdf._scans import NAMELESS  # noqa: PLC0415 - costs

    reason = next((scan.reason for scan in scans if scan.reason), "")
    why = f": {reason}" if reason else ""
    if not any(page.runs for page in pages):
        raise NoTextLayer(f"the PDF holds pictures of text only{why}")
    if _nameless(pages) > NAMELESS:
        raise NoTextLayer(f"the PDF's fonts do not say which characters they show{why}")


def _is_lacking(pages: list[Page]) -> bool:
    """Whether letters lack their names, or are left out; signs of a font's own are no letters."""
    from govinfo.adapters.pdf import _characters, _scans  # noqa: PLC0415 - costs

    return (
        any(page.undrawn for page in pages)
        or any(
            _characters.NAMELESS in run.text for page in pages if page.unmapped for run in page.runs
        )
        or _nameless(pages) > _scans.NAMELESS
    )


def _nameless(pages: Sequence[Page]) -> float:
    """The share of characters that the engine could not name."""
    nameless = sum(page.unmapped + page.undrawn for page in pages)
    if not nameless:
        return 0.0
    return nameless / max(sum(len(run.text) for page in pages for run in page.runs), 1)
