"""How files of well-known formats begin, for the question which adapter claims what."""

from __future__ import annotations

_WORD = b"[Content_Types].xml"
_ODF = b"application/vnd.oasis.opendocument."


def _zip(name: bytes, content: bytes = b"") -> bytes:
    """The first entry of a ZIP file, stored."""
    head = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0" + bytes(4)
    size = len(content).to_bytes(4, "little")
    return head + size + size + len(name).to_bytes(2, "little") + bytes(2) + name + content


FOREIGN = {
    ".pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(64),
    ".html": "<!DOCTYPE html>\n<html><body><p>甲</p></body></html>\n".encode(),
    ".txt": "甲水火情况\n乙\n".encode(),
    ".docx": _zip(_WORD) + bytes(40) + _zip(b"word/document.xml"),
    ".xlsx": _zip(_WORD) + bytes(40) + _zip(b"xl/workbook.xml"),
    ".odt": _zip(b"mimetype", _ODF + b"text") + _zip(b"content.xml"),
    ".ods": _zip(b"mimetype", _ODF + b"spreadsheet") + _zip(b"content.xml"),
    ".ofd": _zip(b"OFD.xml") + _zip(b"Doc_0/Document.xml"),
    ".zip": _zip(b"photo.jpg", b"\xff\xd8\xff\xe0" + bytes(60)),
    ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
    ".rtf": b"{\\rtf1\\ansi {\\fonttbl} \\pard a\\par}",
    ".png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0" + bytes(range(128)),
    ".gz": b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + bytes(range(255, 128, -1)),
}
"""Beginnings of files by ending. None is a whole file."""

BINARY = (".png", ".gz", ".zip", ".pdf", ".doc")
"""Those of them that are no text, whatever one takes them for."""
