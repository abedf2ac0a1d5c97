"""Tells what a ZIP file holds by its beginning alone."""

from __future__ import annotations

_ENTRY = b"PK\x03\x04"


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
