"""The page inside a page saved whole (MHTML): a MIME message whose parts are its files."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from email.message import Message


def page_of(data: bytes) -> tuple[bytes, str | None]:
    """The first HTML part of an MHTML file, and the encoding its header declares.

    Raises:
        CorruptDocument: No part is HTML.
    """
    part = next((part for part in message_from_bytes(data).walk() if _is_html(part)), None)
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        raise CorruptDocument("the MHTML file holds no page")
    charset = part.get_param("charset")
    return payload, charset if isinstance(charset, str) else None


def _is_html(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
