"""Reads a sheet that was saved as text: comma-separated values (`.csv`), or tabs (`.tsv`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.base import HEAD
from govinfo.adapters.delimited._rows import delimiter_of, text_of

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source


class CsvAdapter:
    """The adapter of sheets saved as text.

    It claims only what is a sheet to its end: every row has as many cells as every other.
    """

    name = "csv"
    extensions = (".csv", ".tsv")
    media_types = ("text/csv", "text/tab-separated-values")

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a sheet."""
        text = text_of(head)
        return text is not None and delimiter_of(text, is_cut=len(head) >= HEAD) is not None

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a sheet.

        Raises:
            CorruptDocument: It is no text, or its rows are not of one length.
            LimitExceeded: It is larger than `limits` allow.
        """
        from govinfo.adapters.delimited._reader import read  # noqa: PLC0415 - listing stays cheap

        return read(source.data, limits)
