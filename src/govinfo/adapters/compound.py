"""Tells what an OLE compound file holds, as old Office programs and encrypted packages are."""

from __future__ import annotations

import io
from typing import Final

from govinfo.errors import CorruptDocument, EncryptedDocument, GovInfoError, UnsupportedFormat

BEGINNING: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

WORD: Final = "WordDocument".encode("utf-16-le")
# Excel 97 calls the stream by the longer name, Excel 95 by the shorter one.
SHEETS: Final = "Workbook".encode("utf-16-le")
_OLD_SHEETS: Final = "\0Book\0".encode("utf-16-le")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

# The first record of a workbook, where the file's first sector has it, as Excel writes it.
_FIRST_RECORD: Final = b"\x09\x08\x10\x00\x00\x06"
_FIRST_SECTOR: Final = 512


def read_streams(data: bytes, *wanted: str) -> tuple[set[str], dict[str, bytes]]:
    """The names of all streams and folders, and those of the wanted streams that there are.

    Raises:
        CorruptDocument: The file is damaged or cut short.
    """
    import olefile  # noqa: PLC0415 - sniffing needs no more than the constants here

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {path[0] for path in ole.listdir()}
            found = {name: ole.openstream(name).read() for name in wanted if ole.exists(name)}
    except (OSError, ValueError, IndexError, KeyError, TypeError, MemoryError) as error:
        # Damaged directories make olefile raise all of these.
        raise CorruptDocument(f"the compound file is damaged: {error}") from error
    return names, found


def begins_as_workbook(head: bytes) -> bool:
    """Whether the beginning of a file tells that it is a workbook, as that of many does."""
    if not head.startswith(BEGINNING):
        return False
    return head.startswith(_FIRST_RECORD, _FIRST_SECTOR) or is_of_sheets(head)


def is_of_sheets(data: bytes) -> bool:
    """Whether streams in the file are called as those of a workbook are."""
    return SHEETS in data or _OLD_SHEETS in data


def refusal(data: bytes) -> GovInfoError:
    """The error of an adapter that was asked to read such a file and reads others.

    Args:
        data: The whole file.
    """
    if _ENCRYPTED in data:
        return EncryptedDocument("the document is encrypted; save it without its password")
    if WORD in data:
        return UnsupportedFormat("a document of Word 97-2003 (.doc); leave out format=")
    if is_of_sheets(data):
        return UnsupportedFormat("a workbook of Excel 97-2003 (.xls); leave out format=")
    return UnsupportedFormat(
        "an OLE compound file, as old Office programs wrote them; if it is a document, save it "
        "as .docx"
    )
