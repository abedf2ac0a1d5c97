"""Reads workbooks (`.xlsx`, `.xlsm`) into blocks: the texts and tables of the sheets shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.base import HEAD
from govinfo.adapters.zips import folders

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source


_OF_EXCEL_2003 = b'="urn:schemas-microsoft-com:office:spreadsheet"'
"""The namespace of a workbook in one XML file; pages that Excel saved name another."""


class XlsxAdapter:
    """The adapter of Excel's workbooks since 2007, and of those of Excel 2003 in XML."""

    name = "xlsx"
    extensions = (".xlsx", ".xlsm", ".xltx")
    media_types = (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel.sheet.macroenabled.12",
    )

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes may be a workbook."""
        return "xl" in folders(head) or _OF_EXCEL_2003 in head

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a workbook.

        Raises:
            UnsupportedFormat: It is a package of another kind.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked, or has no sheets.
            LimitExceeded: It is larger or more deeply nested than `limits` allow.
        """
        # lxml is loaded here, so that listing the adapters stays cheap.
        if source.data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            from govinfo.adapters.xlsx._excel_2003 import read as read_xml  # noqa: PLC0415

            return read_xml(source.data, limits)
        from govinfo.adapters.xlsx._reader import read  # noqa: PLC0415

        return read(source.data, limits)
