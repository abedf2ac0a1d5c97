"""Reads rich text (`.rtf`) as Word, WPS and LibreOffice write it, into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source

_BEGINNING = b"{\\rtf"


class RtfAdapter:
    """The adapter of rich text."""

    name = "rtf"
    extensions = (".rtf",)
    media_types = ("application/rtf", "text/rtf")

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be rich text."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGINNING)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read rich text.

        Raises:
            CorruptDocument: It is no rich text, or cut short.
            NoTextLayer: It holds pictures only.
            LimitExceeded: It is larger, or more deeply nested, than `limits` allow.
        """
        from govinfo.adapters.rtf._reader import read  # noqa: PLC0415 - listing stays cheap

        return read(source.data, limits)
