"""Opens the package: a ZIP file of XML parts that name one another by relationships.

python-docx is not used for this. It parses every part and every relationship and gives up on
the first that is broken: a picture that is missing (`Target="NULL"`), a part that is missing or
is not XML, Strict relationships, a macro-enabled document. It also unpacks without bound. Here
only the parts that are read are unpacked, and only the document itself is required.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from govinfo.adapters.docx._lean import lean
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    LimitExceeded,
    UnsupportedFormat,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.source import Limits

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ENCRYPTED_FLAG = 0x1

# Strict OOXML differs, in what is read here, by its namespaces only.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_TO_TRANSITIONAL = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)

# libxml2 takes some 200 bytes for what a tag of four bytes makes, so that a part which keeps
# `Limits.bytes` may still fill the memory. Word takes some 40 tags for a table cell; a hundred
# thousand cells pass.
_TAGS_PER_BLOCK = 20

# Control characters, plain and by number, which XML allows nowhere; and halves of characters.
_FORBIDDEN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]"
    rb"|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));"
    rb"|&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d"
    rb"|5734[0-3]));|\xed[\xa0-\xbf][\x80-\xbf]",
    re.IGNORECASE,
)
_ENTITIES = (
    (b"&amp;", b"&#38;"),
    (b"&lt;", b"&#60;"),
    (b"&gt;", b"&#62;"),
    (b"&quot;", b"&#34;"),
    (b"&apos;", b"&#39;"),
    (b"&nbsp;", b"&#160;"),
)
_BARE_AMPERSAND = re.compile(rb"&(?!#)")

_LEAST_KEPT = 0.9
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_PIECE = 1 << 20

_TOO_DEEP = re.compile("depth|huge", re.IGNORECASE)


class Package:
    """The parts of a package, found by name whatever the case and the slashes.

    Args:
        data: The whole file.
        limits: `unpacked` bounds what is unpacked in all, `bytes` and `ratio` each part, `blocks`
            and `cells` what a part may hold.

    Raises:
        GovInfoError: The bytes are no such package.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.unpacked
        self._zip = _open(data)
        self._infos = {_normal(info.filename): info for info in self._zip.infolist()}

    @cached_property
    def main(self) -> str:
        """Name of the part that holds the document.

        Raises:
            CorruptDocument: It is missing.
            UnsupportedFormat: The package is of another kind.
        """
        found = self._called("document")
        if len(found) == 1:
            return found[0]
        named = self._related("", "officeDocument")
        if named in self._infos:
            return self._of_word(named)
        if found:
            return found[0]
        if any(name.startswith("word/") for name in self._infos):
            raise CorruptDocument("the package lacks its main part, word/document.xml")
        raise UnsupportedFormat("a ZIP file, but not of a Word document")

    def _of_word(self, name: str) -> str:
        if name.endswith(("workbook.xml", "workbook.bin", "presentation.xml")):
            raise UnsupportedFormat(f"an Office file, but not a Word document: it holds {name}")
        return name

    def bytes_of(self, name: str) -> bytes:
        """The part unpacked.

        Raises:
            LimitExceeded: It, or all that was unpacked so far, is larger than the limits allow.
            EncryptedDocument: It is encrypted.
            CorruptDocument: It is missing or damaged.
        """
        info = self._infos.get(_normal(name))
        if info is None:
            raise CorruptDocument(f"the package lacks {name}")
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedDocument(f"{name} is encrypted with a password")
        if info.compress_type not in _METHODS:
            # Others unpack a few bytes to megabytes at once, and no program that writes such
            # packages may use them.
            raise CorruptDocument(f"{name} is packed in a way that Word cannot read")
        data = self._unpacked(info, name)
        self._left -= len(data)
        return data

    def _unpacked(self, info: zipfile.ZipInfo, name: str) -> bytes:
        """The member's bytes, counted as they come: what the directory says may be a lie."""
        pieces, size = [], 0
        try:
            with self._zip.open(info) as member:
                while piece := member.read(_PIECE):
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

    def tree(self, name: str) -> _Element:
        """The root element of an XML part.

        Raises:
            LimitExceeded: It is larger, or more deeply nested, than the limits allow.
            CorruptDocument: It is missing or damaged beyond mending.
        """
        data = _transitional(self.bytes_of(name))
        most = _TAGS_PER_BLOCK * max(self._limits.blocks, self._limits.cells // 4)
        if len(data) > most and data.count(b"<") > most:
            raise LimitExceeded(
                f"{name} holds more than {most:,} tags; pass limits=govinfo.Limits(blocks=..., "
                "cells=...) if that is meant"
            )
        return _parse(data, name)

    def _optional_tree(self, name: str | None) -> _Element | None:
        """The root element of a part that the document can do without, if it can be read."""
        if name is None or _normal(name) not in self._infos:
            return None
        try:
            return self.tree(name)
        except CorruptDocument:
            return None

    def companion(self, kind: str) -> _Element | None:
        """The root of a part that serves the document (`styles`, `numbering`), if there is one."""
        found = self._called(kind)
        return self._optional_tree(found[0] if len(found) == 1 else self._related(self.main, kind))

    def properties(self) -> _Element | None:
        """The root of the part that holds the core properties, if there is one."""
        usual = "docprops/core.xml"
        return self._optional_tree(
            usual if usual in self._infos else self._related("", "core-properties")
        )

    def _called(self, kind: str) -> list[str]:
        """Parts in Word's folder with the name for a kind; `document2.xml` is such a name too.

        Where there is one, it is the one that the relationships name. To unpack and parse those
        costs a small part of what the document costs, and they may be lost or broken.
        """
        name = re.compile(rf"word/{kind}\d*\.xml")
        return [part for part in self._infos if name.fullmatch(part)]

    def _related(self, part: str, kind: str) -> str | None:
        """Name of the first part to which `part` (`""`: the package) has this relationship."""
        return next(
            (name for name, type_ in self._relationships(part).values() if type_ == kind), None
        )

    def target(self, part: str, relationship: str) -> str | None:
        """Name of the part that `part` calls by a relationship's id."""
        found = self._relationships(part).get(relationship)
        return None if found is None else found[0]

    def _relationships(self, part: str) -> dict[str, tuple[str, str]]:
        cached = self._cache.get(part)
        if cached is None:
            cached = self._cache[part] = self._read_relationships(part)
        return cached

    @cached_property
    def _cache(self) -> dict[str, dict[str, tuple[str, str]]]:
        return {}

    def _read_relationships(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        root = self._optional_tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): (
                _resolve(folder, element.get("Target", "")),
                element.get("Type", "").rpartition("/")[2],
            )
            for element in root.iter(_RELATIONSHIP)
            if element.get("TargetMode") != "External"
        }


def _open(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_COMPOUND_FILE):
        raise _compound_file_error(data)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:
        # A damaged directory makes zipfile raise BadZipFile, ValueError, struct.error and more.
        raise CorruptDocument(f"not a Word file, or cut short: {error}") from error


def _compound_file_error(data: bytes) -> GovInfoError:
    if _ENCRYPTED_STREAM in data:
        return EncryptedDocument("the document is encrypted; save it without its password")
    if _WORD_STREAM in data:
        return UnsupportedFormat(
            "a document of Word 97-2003 (.doc); open it in Word, WPS or LibreOffice "
            "and save it as .docx"
        )
    return UnsupportedFormat(
        "an OLE compound file, as old Office programs wrote them; if it is a document, save it "
        "as .docx"
    )


def _normal(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def _resolve(folder: str, target: str) -> str:
    return _normal(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))


def _transitional(data: bytes) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode("utf-8")
        data = re.sub(rb"\A(\s*<\?xml[^>]*?)\sencoding=[\"'][^\"']*[\"']", rb"\1", data)
    if _STRICT in data:
        for strict, transitional in _STRICT_TO_TRANSITIONAL:
            data = data.replace(strict, transitional)
    return data


def _parse(data: bytes, name: str) -> _Element:
    try:
        return etree.fromstring(lean(data), _parser(recover=False))
    except etree.XMLSyntaxError:
        pass
    try:
        return etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        if _TOO_DEEP.search(str(error)):
            raise LimitExceeded(f"{name}: {error}") from error
    return _mended(data, name)


def _mended(data: bytes, name: str) -> _Element:
    """What libxml2 makes of markup that is not well-formed, its commonest faults mended first.

    After a fault libxml2 drops every named entity, so that `&amp;` is written as a number.
    """
    data = _FORBIDDEN.sub(b"", data)
    for entity, character in _ENTITIES:
        data = data.replace(entity, character)
    data = _BARE_AMPERSAND.sub(b"&#38;", data)
    try:
        root: _Element | None = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise CorruptDocument(f"{name} is not XML: {error}") from error
    if root is None:
        raise CorruptDocument(f"{name} is not XML")
    # Better no document than one that has silently lost its tables.
    opened = data.count(b"<") - data.count(b"</") - data.count(b"<?") - data.count(b"<!")
    kept = sum(1 for _ in root.iter())
    if kept < _LEAST_KEPT * opened:
        raise CorruptDocument(f"{name} is damaged: {kept} of {opened} elements can be read")
    return root


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
