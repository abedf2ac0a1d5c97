"""Opens the file: a ZIP file of XML parts, or one flat XML document with the same content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen
from lxml import etree

from govinfo.adapters.odt import _names as n
from govinfo.adapters.zips import Archive, refuse_tags
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


class _Package(Archive):
    def __init__(self, data: bytes, limits: Limits) -> None:
        super().__init__(data, limits, "a package")

    def parts(self) -> Parts:
        self._refuse_other_types()
        self._refuse_encrypted()
        content = _parse(self.bytes_of("content.xml"), "content.xml", self._limits)
        return Parts(content, self._optional("styles.xml"), self._optional("meta.xml"))

    def _refuse_other_types(self) -> None:
        if "mimetype" not in self:
            if "content.xml" not in self:
                raise UnsupportedFormat("a ZIP file, but not of an OpenDocument text")
            return
        kind = self.bytes_of("mimetype").decode("ascii", "replace").strip()
        if not kind.startswith(_TEXT_TYPE):
            raise UnsupportedFormat(f"not a text document but {kind}")

    def _refuse_encrypted(self) -> None:
        if "encrypted-package" in self:
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
        if name not in self:
            return None
        try:
            return _parse(self.bytes_of(name), name, self._limits)
        except CorruptDocument:
            return None


def _parse(data: bytes, name: str, limits: Limits) -> _Element:
    refuse_tags(data, name, limits)
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
