"""The page inside a page saved whole (MHTML): a MIME message whose parts are its files."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message


def pages_of(data: bytes) -> tuple[bytes, str | None, dict[str, bytes]]:
    """The first HTML part of an MHTML file, its encoding, and the other parts of HTML.

    The encoding is what the part's header declares. The other parts are what frames show; they
    come by content id, and by the last part of their address.

    Raises:
        CorruptDocument: No part is HTML.
    """
    pages = [
        (part, payload)
        for part in message_from_bytes(data).walk()
        if _is_html(part) and isinstance(payload := part.get_payload(decode=True), bytes)
    ]
    if not pages:
        raise CorruptDocument("the MHTML file holds no page")
    first, page = pages[0]
    charset = first.get_param("charset")
    others = {name: payload for part, payload in pages[1:] for name in _names(part)}
    return page, charset if isinstance(charset, str) else None, others


def _names(part: Message) -> Iterator[str]:
    for header in ("Content-ID", "Content-Location"):
        name = str(part.get(header, "")).strip("<> \t\r\n").rpartition("/")[2]
        if name:
            yield name


def _is_html(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
