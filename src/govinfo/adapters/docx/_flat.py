"""Word documents in one XML file, flat packages and those of Word 2003, are packed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from govinfo.adapters.docx._word_2003 import parts_of
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_OF_WORD_2003: Final = b"<w:wordDocument"
_FLAT: Final = b"<pkg:package"

_LONGEST_NAME: Final = 255
_PKG: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def packed(data: bytes, head: int) -> bytes:
    """A document in one XML file as a ZIP file; other bytes as they are.

    Args:
        data: The whole file.
        head: How many bytes say what it is.

    Raises:
        CorruptDocument: It is not XML, or holds no document.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return data
    if _OF_WORD_2003 in data[:head]:
        return _zipped(parts_of(_root(data)))
    return _zipped(_parts(_root(data))) if _FLAT in data[:head] else data


def _root(data: bytes) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CorruptDocument(f"not XML: {error}") from error


def _parts(root: _Element) -> Iterator[tuple[str, _Element]]:
    for part in root.iterchildren(f"{_PKG}part"):
        inner = part.find(f"{_PKG}xmlData/*")
        if inner is not None:
            yield part.get(f"{_PKG}name", "")[:_LONGEST_NAME], inner


def _zipped(parts: Iterable[tuple[str, _Element]]) -> bytes:
    buffer = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, inner in parts:
            if name not in names:
                names.add(name)
                archive.writestr(name, _xml(inner))
    return buffer.getvalue()


def _xml(element: _Element) -> bytes:
    return etree.tostring(element, encoding="utf-8", xml_declaration=True, with_tail=False)
