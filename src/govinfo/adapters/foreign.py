"""Tells files of other formats from text, for adapters that can read any text."""

from __future__ import annotations

import re

from govinfo.errors import CorruptDocument

_MARKS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP file or an Office document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an OLE compound file of old Office programs",
    b"{\\rtf": "a rich text file (RTF)",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_SHARE = 200
"""One control character in so many is an accident; more are another format's."""


def is_foreign(head: bytes) -> bool:
    """Whether a file begins as those of a well-known format do that is no text."""
    return head.startswith(tuple(_MARKS))


def refuse_foreign(data: bytes) -> None:
    """Let only bytes pass that do not begin as another format's.

    Raises:
        CorruptDocument: They do; the message says which.
    """
    for mark, kind in _MARKS.items():
        if data.startswith(mark):
            raise CorruptDocument(f"these bytes are {kind}, not text; leave out format=")


def has_control_characters(text: str) -> bool:
    """Whether control characters, which only other formats have, stand throughout a text."""
    return len(_CONTROL.findall(text, 0, _SAMPLE)) > min(len(text), _SAMPLE) // _SHARE


def refuse_control_characters(text: str) -> str:
    """The text, where it is one.

    Raises:
        CorruptDocument: Control characters stand throughout.
    """
    if has_control_characters(text):
        raise CorruptDocument("these bytes are no text: they hold control characters throughout")
    return text
