"""Reads documents of Word 97 to 2003 (`.doc`), as Word, WPS (`.wps`) and LibreOffice write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.compound import BEGINNING, begins_as_workbook

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source


class DocAdapter:
    """The adapter of Word's old binary files.

    It claims every OLE compound file whose first bytes do not tell that it is a workbook; those of
    other programs it hands on, or says what is to be done about them.
    """

    name = "doc"
    extensions = (".doc", ".dot", ".wps", ".wpt")
    media_types = ("application/msword", "application/vnd.ms-works")

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a document of old Word."""
        return head.startswith(BEGINNING) and not begins_as_workbook(head)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a document.

        Raises:
            UnsupportedFormat: It is of Word 95 or before, of Works, or of another program.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or is damaged.
            NoTextLayer: It holds pictures only.
            LimitExceeded: It is larger or more deeply nested than `limits` allow.
        """
        from govinfo.adapters.doc._reader import read  # noqa: PLC0415 - listing stays cheap

        return read(source.data, limits)
