"""Reads Word files (`.docx`, `.docm`), Transitional and Strict, into blocks.

What Word shows comes out in reading order: paragraphs with their automatic numbers, tables with
their merged cells, content controls, text boxes and embedded documents, tracked changes as
accepted. Headers, footers, notes, comments and hidden text do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.base import HEAD

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source

_FLAT = (b"<pkg:package", b"<w:wordDocument")
_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# What the names of the first parts of a ZIP file give away about it.
_OF_AN_OFFICE_PACKAGE = (b"[content_types].xml", b"_rels/", b"docprops", b"customxml", b"word")
_OF_ANOTHER_FORMAT = (b"xl/", b"ppt/", b"mimetype")
_MAIN_PART_OF_ANOTHER = (b"xl/workbook", b"ppt/presentation")


class DocxAdapter:
    """The adapter of Word files.

    It also claims the OLE compound files of encrypted packages, and the XML of Word 2003, only to
    say what is to be done about them.
    """

    name = "docx"
    extensions = (".docx", ".docm")
    media_types = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-word.document.macroenabled.12",
    )

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a Word file."""
        if head.startswith(_COMPOUND_FILE) or any(name in head for name in _FLAT):
            return True
        head = head.lower()  # Some programs write the names in small letters; no other part is.
        return (
            head.startswith(_ZIP.lower())
            and any(name in head for name in _OF_AN_OFFICE_PACKAGE)
            and not any(head.startswith(name, 30) for name in _OF_ANOTHER_FORMAT)
            and not any(name in head for name in _MAIN_PART_OF_ANOTHER)
        )

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a Word file.

        Raises:
            UnsupportedFormat: It is an old `.doc`, or a package of another kind.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or holds no document.
            NoTextLayer: It holds pictures only.
            LimitExceeded: It is larger or more deeply nested than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        from govinfo.adapters.docx._flat import packed  # noqa: PLC0415
        from govinfo.adapters.docx._reader import read  # noqa: PLC0415

        return read(packed(source.data, HEAD), limits)
