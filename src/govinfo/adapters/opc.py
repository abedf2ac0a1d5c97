"""Opens a package of Office: a ZIP file of XML parts that name one another by relationships.

python-docx and openpyxl are not used for this. They parse every part and every relationship and
give up on the first that is broken: a picture that is missing (`Target="NULL"`), a part that is
missing or is not XML, Strict relationships, a macro-enabled document. They also unpack without
bound. Here only the parts that are read are unpacked, and only the main one is required.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from govinfo.adapters import zips
from govinfo.errors import CorruptDocument, LimitExceeded

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.source import Limits

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

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

# Control characters, plain and by number, which XML allows nowhere.
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

_TOO_DEEP = re.compile("depth|huge", re.IGNORECASE)


class Package(zips.Archive):
    """The parts of a package, found by name whatever the case and the slashes.

    Args:
        data: The whole file.
        limits: As for every archive; `blocks` and `cells` bound what a part may hold, too.
        what: What the file should be, for the error of one that is none.

    Raises:
        CorruptDocument: The bytes are no ZIP file.
        LimitExceeded: It has too many parts.
    """

    def __init__(self, data: bytes, limits: Limits, what: str) -> None:
        super().__init__(data, limits, what, _normal)

    def markup(self, name: str) -> bytes:
        """The bytes of an XML part in the namespaces of Transitional OOXML.

        Raises:
            LimitExceeded: It is larger than the limits allow.
            CorruptDocument: It is missing or cannot be unpacked.
        """
        data = _transitional(self.bytes_of(name))
        zips.refuse_tags(data, name, self._limits)
        return data

    def tree(self, name: str) -> _Element:
        """The root element of an XML part.

        Raises:
            LimitExceeded: It is larger, or more deeply nested, than the limits allow.
            CorruptDocument: It is missing or damaged beyond mending.
        """
        return _parse(self.markup(name), name)

    def optional_tree(self, name: str | None) -> _Element | None:
        """The root element of a part that the document can do without, if it can be read."""
        if name is None or name not in self:
            return None
        try:
            return self.tree(name)
        except CorruptDocument:
            return None

    def properties(self) -> _Element | None:
        """The root of the part that holds the core properties, if there is one."""
        usual = "docprops/core.xml"
        return self.optional_tree(usual if usual in self else self.related("", "core-properties"))

    def metadata(self) -> dict[str, str]:
        """The core properties (`title`, `creator`, `created`, …) that are not blank."""
        root = self.properties()
        if root is None:
            return {}
        return {
            str(element.tag).rpartition("}")[2]: element.text.strip()
            for element in root
            if element.text is not None and element.text.strip()
        }

    def related(self, part: str, kind: str) -> str | None:
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
        root = self.optional_tree(posixpath.join(folder, "_rels", f"{name}.rels"))
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


def _normal(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def _resolve(folder: str, target: str) -> str:
    return _normal(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))


def _transitional(data: bytes) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode("utf-8")
        data = re.sub(rb"\A(\s*<\?xml[^>]{0,200}?)\sencoding=[\"'][^\"']{0,40}[\"']", rb"\1", data)
    if _STRICT in data:
        for strict, transitional in _STRICT_TO_TRANSITIONAL:
            data = data.replace(strict, transitional)
    return data


def _parse(data: bytes, name: str) -> _Element:
    try:
        return etree.fromstring(data, parser(recover=False))
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
        root: _Element | None = etree.fromstring(data, parser(recover=True))
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


def parser(*, recover: bool) -> etree.XMLParser:
    """A parser that loads nothing and expands nothing."""
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
