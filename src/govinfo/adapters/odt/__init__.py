"""Reads OpenDocument text (`.odt`, `.ott`, and flat `.fodt`) into govinfo's blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.zips import folders

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source

_TYPE = b"application/vnd.oasis.opendocument.text"
# The standard has the package begin with its type, stored and not compressed; one that was packed
# again holds its parts in any order.
_NAME = b"mimetype"
_NAME_OF_FIRST_ENTRY = 30
_PARTS = frozenset(["configurations2", "content.xml", "styles.xml", "thumbnails"])
_FLAT_ROOT = b"<office:document"


class OdtAdapter:
    """The adapter of OpenDocument text."""

    name = "odt"
    extensions = (".odt", ".ott", ".fodt")
    media_types = (
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-template",
        "application/vnd.oasis.opendocument.text-flat-xml",
    )

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be OpenDocument text."""
        if head.startswith(b"PK\x03\x04"):
            if head.startswith(_NAME, _NAME_OF_FIRST_ENTRY):
                return head.startswith(_NAME + _TYPE, _NAME_OF_FIRST_ENTRY)
            return not _PARTS.isdisjoint(folders(head))
        return _FLAT_ROOT in head and _TYPE in head

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a document.

        Raises:
            UnsupportedFormat: It is a spreadsheet, a presentation or another ZIP file.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or holds no text document.
            NoTextLayer: It holds pictures only.
            LimitExceeded: It is larger, or more deeply nested, than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        from govinfo.adapters.odt._read import read  # noqa: PLC0415

        return read(source.data, limits)
