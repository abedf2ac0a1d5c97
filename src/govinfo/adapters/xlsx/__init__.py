"""Reads workbooks (`.xlsx`, `.xlsm`) into blocks: the texts and tables of the sheets shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.zips import folders

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source


class XlsxAdapter:
    """The adapter of Excel's workbooks since 2007."""

    name = "xlsx"
    extensions = (".xlsx", ".xlsm", ".xltx")
    media_types = (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel.sheet.macroenabled.12",
    )

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a workbook."""
        return "xl" in folders(head)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a workbook.

        Raises:
            UnsupportedFormat: It is a package of another kind.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or has no sheets.
            LimitExceeded: It is larger or more deeply nested than `limits` allow.
        """
        from govinfo.adapters.xlsx._reader import read  # noqa: PLC0415 - listing stays cheap

        return read(source.data, limits)
