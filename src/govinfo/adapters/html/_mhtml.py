"""The page inside a page saved whole (MHTML): a MIME message whose parts are its files."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from govinfo.adapters.html._encoding import to_utf8
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message


def pages_of(data: bytes) -> tuple[bytes, str | None, dict[str, bytes], dict[str, str]]:
    """The first HTML part of an MHTML file, its encoding, the other parts of HTML, and of CSS.

    The encoding is what the part's header declares. The other parts are what frames show and
    links to style sheets name; they come by content id, and by the last part of their address.

    Raises:
        CorruptDocument: No part is HTML.
    """
    parts = [
        (part, payload)
        for part in message_from_bytes(data).walk()
        if isinstance(payload := part.get_payload(decode=True), bytes)
    ]
    pages = [(part, payload) for part, payload in parts if _is_html(part)]
    if not pages:
        raise CorruptDocument("the MHTML file holds no page")
    first, page = pages[0]
    charset = first.get_param("charset")
    others = {name: payload for part, payload in pages[1:] for name in _names(part)}
    sheets = {
        name: _css(part, payload)
        for part, payload in parts
        if part.get_content_type() == "text/css"
        for name in _names(part)
    }
    return page, charset if isinstance(charset, str) else None, others, sheets


def _css(part: Message, payload: bytes) -> str:
    charset = part.get_param("charset")
    return to_utf8(payload, charset if isinstance(charset, str) else None).decode()


def last_part(address: str) -> str:
    """What names a part of an MHTML file in an address: its content id, or its file's name."""
    return address.rpartition("/")[2].removeprefix("cid:")


def _names(part: Message) -> Iterator[str]:
    for header in ("Content-ID", "Content-Location"):
        name = last_part(str(part.get(header, "")).strip("<> \t\r\n"))
        if name:
            yield name


def _is_html(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
