"""Reads books in EPUB into govinfo's blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source

# The standard has the package begin with its type, stored and not compressed.
_BEGINNING = b"mimetypeapplication/epub+zip"
_NAME_OF_FIRST_ENTRY = 30


class EpubAdapter:
    """The adapter of EPUB."""

    name = "epub"
    extensions = (".epub",)
    media_types = ("application/epub+zip",)

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a book in EPUB."""
        return head.startswith(b"PK\x03\x04") and head.startswith(_BEGINNING, _NAME_OF_FIRST_ENTRY)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a book.

        Raises:
            CorruptDocument: It cannot be unpacked, or holds no chapters.
            EncryptedDocument: Its chapters are encrypted.
            NoTextLayer: Its chapters are pictures only.
            LimitExceeded: It holds more than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        from govinfo_epub._read import read  # noqa: PLC0415

        return read(source.data, limits)
