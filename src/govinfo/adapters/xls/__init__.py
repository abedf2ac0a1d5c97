"""Reads workbooks of Excel 97 to 2003 (`.xls`), which WPS writes as `.et`, too, into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.compound import begins_as_workbook

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source


class XlsAdapter:
    """The adapter of Excel's old workbooks."""

    name = "xls"
    extensions = (".xls", ".xlt", ".et", ".ett")
    media_types = ("application/vnd.ms-excel",)

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a workbook.

        The first bytes of most do not tell; those are claimed by the adapter of Word's old files,
        which knows by the whole file.
        """
        return begins_as_workbook(head)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a workbook.

        Raises:
            UnsupportedFormat: It is of Excel 95 or before, or of another program.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or is damaged.
            LimitExceeded: It is larger than `limits` allow.
        """
        from govinfo.adapters.xls._reader import read  # noqa: PLC0415 - listing stays cheap

        return read(source.data, limits)
