"""Opens the file: a ZIP file of XML parts, or one flat XML document with the same content."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from attrs import frozen
from lxml import etree

from govinfo.adapters.odt import _names as n
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    LimitExceeded,
    UnsupportedFormat,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.source import Limits

# lxml is used, and not odfpy: that one unpacks and parses every part without bound, into objects
# of Python that take some fifty times the memory, and gives up on attributes it does not know.

_ZIP = b"PK\x03\x04"
_ENCRYPTED_FLAG = 0x1
# A tag of four bytes takes some two hundred in memory.
_TAGS_PER_BLOCK = 20
_TOO_DEEP = re.compile("depth|huge", re.IGNORECASE)
_TEXT_TYPE = "application/vnd.oasis.opendocument.text"


@frozen(slots=True)
class Parts:
    """The roots of the parts that are read; the same one for all in a flat document."""

    content: _Element
    styles: _Element | None
    meta: _Element | None


def open_parts(data: bytes, limits: Limits) -> Parts:
    """The parts of a document.

    Raises:
        GovInfoError: The bytes are no such document.
    """
    if data.startswith(_ZIP):
        return _Package(data, limits).parts()
    if not data.strip():
        raise CorruptDocument("the document is empty")
    root = _parse(data, "the document", limits)
    if root.tag != f"{n.OFFICE}document":
        raise CorruptDocument("neither a package nor a flat document of OpenDocument")
    return Parts(root, root, root)


class _Package:
    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:
            # A damaged directory makes zipfile raise BadZipFile, ValueError, struct.error and more.
            raise CorruptDocument(f"not a package, or cut short: {error}") from error
        self._infos = {info.filename: info for info in self._zip.infolist()}

    def parts(self) -> Parts:
        self._refuse_other_types()
        self._refuse_encrypted()
        content = _parse(self._bytes("content.xml"), "content.xml", self._limits)
        return Parts(content, self._optional("styles.xml"), self._optional("meta.xml"))

    def _refuse_other_types(self) -> None:
        if "mimetype" not in self._infos:
            if "content.xml" not in self._infos:
                raise UnsupportedFormat("a ZIP file, but not of an OpenDocument text")
            return
        kind = self._bytes("mimetype").decode("ascii", "replace").strip()
        if not kind.startswith(_TEXT_TYPE):
            raise UnsupportedFormat(f"not a text document but {kind}")

    def _refuse_encrypted(self) -> None:
        if "encrypted-package" in self._infos:
            raise EncryptedDocument("the document is encrypted; save it without its password")
        manifest = self._optional("META-INF/manifest.xml")
        if manifest is None:
            return
        for entry in manifest.iter(f"{n.MANIFEST}file-entry"):
            locked = entry.find(f"{n.MANIFEST}encryption-data") is not None
            if locked and entry.get(f"{n.MANIFEST}full-path") == "content.xml":
                raise EncryptedDocument("the document is encrypted; save it without its password")

    def _optional(self, name: str) -> _Element | None:
        """The root of a part that the document can do without, if it can be read."""
        if name not in self._infos:
            return None
        try:
            return _parse(self._bytes(name), name, self._limits)
        except CorruptDocument:
            return None

    def _bytes(self, name: str) -> bytes:
        info = self._infos.get(name)
        if info is None:
            raise CorruptDocument(f"the package lacks {name}")
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedDocument(f"{name} is encrypted with a password")
        if info.file_size > self._limits.bytes:
            raise LimitExceeded(f"{name} unpacks to more than {self._limits.bytes:,} bytes")
        try:
            return self._zip.read(info)
        except Exception as error:
            # Each of zipfile's decompressors raises errors of its own.
            raise CorruptDocument(f"{name} cannot be unpacked: {error}") from error


def _parse(data: bytes, name: str, limits: Limits) -> _Element:
    most = _TAGS_PER_BLOCK * max(limits.blocks, limits.cells // 4)
    if len(data) > most and data.count(b"<") > most:
        raise LimitExceeded(f"{name} holds more than {most:,} tags")
    if b"<!ENTITY" in data:
        raise CorruptDocument(f"{name} declares entities, which OpenDocument does not have")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if _TOO_DEEP.search(str(error)):
            raise LimitExceeded(f"{name}: {error}") from error
        raise CorruptDocument(f"{name} is not XML: {error}") from error
