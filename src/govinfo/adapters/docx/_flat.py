"""Word documents in one XML file: flat packages are packed, the XML of Word 2003 is refused."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from govinfo.errors import CorruptDocument, UnsupportedFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_WORD_2003: Final = b"<w:wordDocument"
_FLAT: Final = b"<pkg:package"

_PKG: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def packed(data: bytes, head: int) -> bytes:
    """A flat package as a ZIP file; other bytes as they are.

    Args:
        data: The whole file.
        head: How many bytes say what it is.

    Raises:
        UnsupportedFormat: It is a document of Word, but of a format of its own.
        CorruptDocument: It is not XML.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return data
    if _OF_WORD_2003 in data[:head]:
        raise UnsupportedFormat(
            "a document of Word 2003 in XML; open it in Word or LibreOffice and save it as .docx"
        )
    return _packed(data) if _FLAT in data[:head] else data


def _packed(data: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CorruptDocument(f"not XML: {error}") from error
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in root.iterchildren(f"{_PKG}part"):
            inner = part.find(f"{_PKG}xmlData/*")
            if inner is not None:
                archive.writestr(part.get(f"{_PKG}name", ""), _xml(inner))
    return buffer.getvalue()


def _xml(element: _Element) -> bytes:
    return etree.tostring(element, encoding="utf-8", xml_declaration=True, with_tail=False)
