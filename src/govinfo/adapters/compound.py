"""Tells what an OLE compound file holds, as old Office programs and encrypted packages are."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any, Final

from govinfo.errors import CorruptDocument, EncryptedDocument, GovInfoError, UnsupportedFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGINNING: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

WORD: Final = "WordDocument".encode("utf-16-le")
# Excel 97 calls the stream by the longer name, Excel 95 by the shorter one.
SHEETS: Final = "Workbook".encode("utf-16-le")
_OLD_SHEETS: Final = "\0Book\0".encode("utf-16-le")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

# The first record of a workbook, where the file's first sector has it, as Excel writes it.
_FIRST_RECORD: Final = b"\x09\x08\x10\x00\x00\x06"
_FIRST_SECTOR: Final = 512
_HEADER: Final = 76
_SHIFTS: Final = (9, 12)
"""Sizes of sectors that there are, as powers of two."""


def read_streams(data: bytes, *wanted: str) -> tuple[set[str], dict[str, bytes]]:
    """The names of all streams and folders, and those of the wanted streams that there are.

    Raises:
        CorruptDocument: The file is damaged or cut short.
    """
    import olefile  # noqa: PLC0415 - sniffing needs no more than the constants here

    class Bounded(olefile.OleFileIO):  # type: ignore[type-arg] # it has none when it runs
        """Refuses a stream that is longer than the file: its sectors stand in a circle."""

        def _open(
            self, start: int, size: int = olefile.UNKNOWN_SIZE, *rest: Any, **named: Any
        ) -> Any:
            held: Any = self
            if size == olefile.UNKNOWN_SIZE:
                size = _length(held.fat, start) * held.sectorsize
            if size > len(data) + held.sectorsize:
                raise ValueError("a stream is longer than the file")
            return super()._open(start, size, *rest, **named)

    _refuse_header(data)
    try:
        with Bounded(io.BytesIO(data)) as ole:
            names = {path[0] for path in ole.listdir()}
            found = {name: ole.openstream(name).read() for name in wanted if ole.exists(name)}
    except (OSError, ValueError, IndexError, KeyError, TypeError, MemoryError) as error:
        # Damaged directories make olefile raise all of these.
        raise CorruptDocument(f"the compound file is damaged: {error}") from error
    return names, found


def _refuse_header(data: bytes) -> None:
    """Refuse a file that says of its own tables that they are longer than it is."""
    head = data[:_HEADER].ljust(_HEADER, b"\0")
    (shift,) = struct.unpack_from("<H", head, 30)
    counts = [struct.unpack_from("<I", head, at)[0] for at in (40, 44, 64, 72)]
    if shift not in _SHIFTS or max(counts) << shift > len(data) + (1 << shift):
        raise CorruptDocument("the compound file is damaged: its tables are longer than the file")


def _length(table: Sequence[int], start: int) -> int:
    """How many sectors follow one another from one on; one more than there are for a circle."""
    count, at = 0, start
    while 0 <= at < len(table) and count <= len(table):
        count, at = count + 1, table[at]
    return count


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
