"""Members of archives, as sources of their own: `reports.zip::2021/a.docx`."""

from __future__ import annotations

import bz2
import gzip
import lzma
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, Any

from attrs import define

from govinfo.errors import CorruptDocument, EncryptedDocument, LimitExceeded, UnreadableSource
from govinfo.source import Limits, Source, load

SEPARATOR = "::"
"""What parts an archive's name from a member's."""
_PACKED: dict[str, Any] = {
    ".gz": gzip.open,
    ".tgz": gzip.open,
    ".bz2": bz2.open,
    ".xz": lzma.open,
}
_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
MOST_UNPACKED = 1 << 30
"""Bytes of an archive within another, packed and unpacked, at most."""
_FAULTS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    lzma.LZMAError,
    zlib.error,
    NotImplementedError,
    OSError,
    KeyError,
    ValueError,
)


def is_archive(name: str) -> bool:
    """Whether a file's name says that it holds others."""
    return name.lower().endswith((".zip", *_TARS))


class Archive:
    """An archive, open until it is closed."""

    def __init__(self, name: str, within: Archive | None = None) -> None:
        """Open it.

        Args:
            name: A path or URL, or a member's name.
            within: The archive whose member it is.

        Raises:
            UnreadableSource: It is not there, or gives no bytes.
            CorruptDocument: It is no such archive.
            EncryptedDocument: It is a member that needs a password.
            LimitExceeded: It is a member of more than a gigabyte.
        """
        inner = None if within is None else f"{within.name}{SEPARATOR}{name}"
        self.name: str = inner or name
        self._is_within = within is not None
        self._members: dict[str, Any] = {}
        with _told(self.name), ExitStack() as opened:
            file = opened.enter_context(_opened(name) if within is None else within.unpacked(name))
            if name.lower().endswith(".zip"):
                self._add_zip(file)
            else:
                self._add_tar(file, opened)
            self._stack = opened.pop_all()

    def close(self) -> None:
        """Close it."""
        self._stack.close()

    @property
    def members(self) -> list[str]:
        """The names of its files, sorted."""
        return sorted(self._members)

    def read(self, member: str, limits: Limits) -> Source:
        """A member's bytes.

        Raises:
            LimitExceeded: There are more than `limits.bytes`, whatever the archive says of it.
            EncryptedDocument: It needs a password.
            CorruptDocument: It cannot be unpacked.
        """
        name = f"{self.name}{SEPARATOR}{member}"
        with _told(name), self._open(member) as file:
            data = file.read(limits.bytes + 1)
        return load(Source(data, name), limits)

    def unpacked(self, member: str) -> IO[bytes]:
        """A member as a file of its own, as an archive is opened.

        Raises:
            LimitExceeded: It has more than a gigabyte.
        """
        with self._open(member) as packed:
            return _unpacked(_Bounded(packed, f"{self.name}{SEPARATOR}{member}"))

    def _open(self, member: str) -> IO[bytes]:
        found = self._members[member]
        if not isinstance(found, zipfile.ZipInfo):
            return self._tar.extractfile(found)  # type: ignore[return-value]
        if found.flag_bits & 1:
            raise EncryptedDocument(f"{self.name}{SEPARATOR}{member} needs a password: unpack it")
        return self._zip.open(found)

    def _add_zip(self, file: IO[bytes]) -> None:
        try:
            # In China, names without the mark of UTF-8 are in the charset of Windows.
            self._zip = zipfile.ZipFile(file, metadata_encoding="gb18030")
        except UnicodeDecodeError:
            self._zip = zipfile.ZipFile(file)
        self._members = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}

    def _add_tar(self, file: IO[bytes], opened: ExitStack) -> None:
        ending = next((one for one in _PACKED if self.name.lower().endswith(one)), None)
        if ending is not None:
            whole = _PACKED[ending](file)
            if self._is_within:
                whole = _Bounded(whole, self.name)
            # Members are read by name: what is packed as a whole is unpacked to a file once.
            file = opened.enter_context(_unpacked(whole))
        self._tar = tarfile.open(fileobj=file, mode="r:")  # noqa: SIM115 - closed with its file
        self._members = {info.name: info for info in self._tar if info.isreg()}


@define(slots=True)
class _Bounded:
    """A file of which no more than `MOST_UNPACKED` bytes are read."""

    file: IO[bytes]
    name: str
    _read: int = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes.

        Raises:
            LimitExceeded: There are too many.
        """
        data = self.file.read(size)
        self._read += len(data)
        if self._read > MOST_UNPACKED:
            raise LimitExceeded(f"{self.name} holds more than a gigabyte: unpack it")
        return data


def _unpacked(packed: IO[bytes] | _Bounded) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - its stack closes it
    try:
        shutil.copyfileobj(packed, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def _opened(name: str) -> IO[bytes]:
    if "://" not in name:
        return open(name, "rb")  # noqa: PTH123 - its stack closes it
    import fsspec  # noqa: PLC0415 - optional; whoever listed the URL had it

    opened: IO[bytes] = fsspec.open(name, "rb").open()
    return opened


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        raise UnreadableSource(f"{name}: {error.strerror or error}") from error
    except (CorruptDocument, EncryptedDocument, LimitExceeded):
        raise
    except _FAULTS as error:
        raise CorruptDocument(f"{name} cannot be unpacked: {error}") from error
