"""Reads Word files (`.docx`, `.docm`), Transitional and Strict, into blocks.

What Word shows comes out in reading order: paragraphs with their automatic numbers, tables with
their merged cells, content controls, text boxes and embedded documents, tracked changes as
accepted. Headers, footers, notes, comments and hidden text do not. Large pictures of text are read
where the extra `ocr` is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govinfo.adapters.base import HEAD
from govinfo.adapters.scan import OCR, Ocr
from govinfo.adapters.zips import folders

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source

_FLAT = (b"<pkg:package", b"<w:wordDocument")

# What the names of the first parts of a ZIP file give away about it.
_OF_AN_OFFICE_PACKAGE = frozenset({"[content_types].xml", "_rels", "docprops", "customxml", "word"})
_OF_ANOTHER_FORMAT = frozenset({"xl", "ppt", "mimetype"})


class DocxAdapter:
    """The adapter of Word files.

    It also reads those in one XML file: flat packages, and documents of Word 2003.

    Args:
        ocr: Whether large pictures are read as pages of text, or for the tables on them:
            `"never"`, or else if the extra is installed; `"always"` refuses them if it is not.

    Raises:
        ValueError: It is none of `OCR`.
    """

    name = "docx"
    extensions = (".docx", ".docm")
    media_types = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-word.document.macroenabled.12",
    )
    options = ("ocr",)
    _ocr: Ocr = "auto"

    def __init__(self, ocr: Ocr = "auto") -> None:
        if ocr not in OCR:
            raise ValueError(f"ocr must be one of {', '.join(OCR)}, not {ocr!r}")
        self._ocr = ocr

    def configured(self, **options: Any) -> DocxAdapter:
        """The adapter with `ocr` set.

        Raises:
            ValueError: It is none of `OCR`.
        """
        return type(self)(**options)

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a Word file."""
        if any(name in head for name in _FLAT):
            return True
        found = folders(head)
        return bool(found & _OF_AN_OFFICE_PACKAGE) and not found & _OF_ANOTHER_FORMAT

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a Word file.

        Raises:
            UnsupportedFormat: It is a package of another kind, or no package.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or holds no document.
            NoTextLayer: It holds pictures only, which are not read.
            MissingDependency: Pictures must be read, and the extra `ocr` is not installed.
            LimitExceeded: It is larger or more deeply nested than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        from govinfo.adapters.docx._flat import packed  # noqa: PLC0415
        from govinfo.adapters.docx._reader import read  # noqa: PLC0415

        return read(packed(source.data, HEAD), limits, self._ocr)
