"""Opens the compound file: the streams of a Word document, and what its header says of them."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from govinfo.adapters import compound
from govinfo.adapters.binary import u16, u32
from govinfo.adapters.summary import metadata_of
from govinfo.errors import CorruptDocument, EncryptedDocument, GovInfoError, UnsupportedFormat

_OF_WORD_97: Final = 0xA5EC
_OF_WORD_95: Final = frozenset({0xA5DC, 0xA5DB})
_FIRST_VERSION: Final = 0xC1
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_WORKS: Final = frozenset({"MatOST", "MM", "CONTENTS"})
_SAVE: Final = "open it in Word, WPS or LibreOffice and save it as .docx"

_SUMMARY: Final = "\x05SummaryInformation"
_STREAMS: Final = ("WordDocument", "0Table", "1Table", "Data", _SUMMARY)

_SHAPES: Final = 40
_COUNTS: Final = 0x4C
"""Where the header tells how many characters the body, the notes and so on have."""
_PLACES: Final = 0x9A
"""Where it tells what is where in the table stream."""


@frozen(slots=True)
class WordFile:
    """The streams of a document.

    Attributes:
        word: The main stream: header and text.
        table: The stream of tables about it.
        data: The stream of pictures and of forms.
        metadata: What the file says about itself.
    """

    word: bytes = field(repr=False)
    table: bytes = field(repr=False)
    data: bytes = field(repr=False)
    metadata: dict[str, str]

    def part(self, number: int) -> bytes:
        """A structure of the table stream, by its number in the header."""
        start, size = self.place(number)
        return self.table[start : start + size]

    def place(self, number: int) -> tuple[int, int]:
        """Where a structure begins in the table stream, and its size."""
        at = _PLACES + 8 * number
        return u32(self.word, at), u32(self.word, at + 4)

    @property
    def has_shapes(self) -> bool:
        """Whether shapes hang on the body."""
        return self.place(_SHAPES)[1] > 0

    @property
    def body_length(self) -> int:
        """How many characters the body has."""
        return u32(self.word, _COUNTS)

    @property
    def boxes(self) -> tuple[int, int]:
        """The first and the last character of the text boxes' text."""
        # Body, notes, headers, (macros), comments, endnotes.
        start = sum(u32(self.word, _COUNTS + 4 * number) for number in range(6))
        return start, start + u32(self.word, _COUNTS + 24)


def open_file(data: bytes) -> WordFile:
    """The streams of a Word document.

    Raises:
        GovInfoError: It is none, or one that cannot be read.
    """
    if not data.startswith(compound.BEGINNING):
        raise CorruptDocument("not a document of Word 97-2003, or cut short")
    names, streams = compound.read_streams(
        data, "WordDocument", "0Table", "1Table", "Data", _SUMMARY
    )
    word = streams.get("WordDocument")
    if word is None:
        raise _refusal(names, data)
    kind, version, flags = u16(word, 0), u16(word, 2), u16(word, 0x0A)
    if kind in _OF_WORD_95 or (kind == _OF_WORD_97 and version < _FIRST_VERSION):
        raise UnsupportedFormat(f"a document of Word 95 or before; {_SAVE}")
    if kind != _OF_WORD_97:
        raise CorruptDocument("the document does not begin as one of Word does")
    if flags & _ENCRYPTED:
        raise EncryptedDocument("the document is encrypted; save it without its password")
    table = "1Table" if flags & _SECOND_TABLE else "0Table"
    if table not in streams:
        raise CorruptDocument(f"the compound file lacks its stream {table}")
    metadata = metadata_of(streams.get(_SUMMARY, b""))
    return WordFile(word, streams[table], streams.get("Data", b""), metadata)


def _refusal(names: set[str], data: bytes) -> GovInfoError:
    if names & _WORKS and not names & {"Workbook", "Book"}:
        return UnsupportedFormat(f"a document of Microsoft Works; {_SAVE}")
    if "PowerPoint Document" in names:
        return UnsupportedFormat("a presentation of PowerPoint; no text document")
    return compound.refusal(data)
