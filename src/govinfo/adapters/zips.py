"""ZIP files: what one holds, told by its beginning, and its parts, unpacked with a bound."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from govinfo.errors import CorruptDocument, EncryptedDocument, LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable

    from govinfo.source import Limits

_ENTRY = b"PK\x03\x04"
_LISTED = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_PIECE = 1 << 20
# Others unpack a few bytes to megabytes at once, and neither Office nor OpenDocument have them.
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
# A tag of four bytes takes libxml2 some two hundred. Word takes some 40 for a table's cell; a
# hundred thousand cells pass.
_TAGS = {"blocks": 20, "cells": 5}


def folders(head: bytes) -> set[str]:
    """The outermost folders and files that the beginning of a ZIP file names, in small letters."""
    found: set[str] = set()
    at = 0 if head.startswith(_ENTRY) else -1
    while at >= 0:
        length = int.from_bytes(head[at + 26 : at + 28], "little")
        name = head[at + 30 : at + 30 + length].replace(b"\\", b"/")
        found.add(name.partition(b"/")[0].decode("utf-8", "replace").lower())
        at = head.find(_ENTRY, at + 1)
    return found


def refuse_tags(data: bytes, name: str, limits: Limits) -> None:
    """Refuse markup with more tags than a document within the limits has.

    Raises:
        LimitExceeded: It has more than some times `limits.blocks`, and than some times
            `limits.cells`.
    """
    limit = max(_TAGS, key=lambda limit: _TAGS[limit] * getattr(limits, limit))
    most = _TAGS[limit] * getattr(limits, limit)
    if len(data) > most and data.count(b"<") > most:
        raise limits.exceeded(limit, f"{name} has more tags", times=_TAGS[limit])


class Archive:
    """The parts of a ZIP file by name; only those that are asked for are unpacked.

    Args:
        data: The whole file.
        limits: `unpacked` bounds what is unpacked in all, `bytes` and `ratio` each part, `blocks`
            how many there are.
        what: What the file should be, for the error of one that is none.
        named: What makes one name of those that mean the same part.

    Raises:
        CorruptDocument: The bytes are no ZIP file.
        LimitExceeded: It has too many parts.
    """

    def __init__(
        self, data: bytes, limits: Limits, what: str, named: Callable[[str], str] = str
    ) -> None:
        if len(data) > limits.blocks and data.count(_LISTED) > limits.blocks:
            raise limits.exceeded("blocks", "the package has more parts")
        self._limits = limits
        self._left = limits.unpacked
        self._named = named
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:
            # A damaged directory makes zipfile raise BadZipFile, ValueError, struct.error and more.
            raise CorruptDocument(f"not {what}, or cut short: {error}") from error
        self._infos = {named(info.filename): info for info in self._zip.infolist()}

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return self._named(name) in self._infos

    def bytes_of(self, name: str) -> bytes:
        """The part unpacked.

        Raises:
            LimitExceeded: It, or all that was unpacked so far, is larger than the limits allow.
            EncryptedDocument: It is encrypted.
            CorruptDocument: It is missing or damaged.
        """
        info = self._infos.get(self._named(name))
        if info is None:
            raise CorruptDocument(f"the package lacks {name}")
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedDocument(f"{name} is encrypted with a password")
        if info.compress_type not in _METHODS:
            raise CorruptDocument(f"{name} is packed in a way that such packages may not be")
        data = self._unpacked(info, name)
        self._left -= len(data)
        return data

    def _unpacked(self, info: zipfile.ZipInfo, name: str) -> bytes:
        """The part's bytes, counted as they come: what the directory says may be a lie."""
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_PIECE):
                    pieces.append(piece)
                    size += len(piece)
                    self._refuse_size(info, name, size)
        except LimitExceeded:
            raise
        except Exception as error:
            # Each of zipfile's decompressors raises errors of its own.
            raise CorruptDocument(f"{name} cannot be unpacked: {error}") from error
        return b"".join(pieces)

    def _refuse_size(self, info: zipfile.ZipInfo, name: str, size: int) -> None:
        limits = self._limits
        if size > limits.bytes:
            raise limits.exceeded("bytes", f"{name} unpacks to more bytes")
        if size > self._left:
            raise limits.exceeded("unpacked", "the package unpacks to more bytes")
        if size > _PIECE and size > limits.ratio * max(info.compress_size, 1):
            raise limits.exceeded("ratio", f"{name} unpacks to more times its size")
