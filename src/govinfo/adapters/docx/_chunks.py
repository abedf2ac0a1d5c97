"""Documents embedded in the document (`w:altChunk`), which Word shows in its midst."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from govinfo.adapters import registry
from govinfo.adapters.pieces import piece_of
from govinfo.blocks import Document
from govinfo.errors import GovInfoError, LimitExceeded
from govinfo.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from govinfo.adapters.docx._package import Package
    from govinfo.adapters.pieces import Piece
    from govinfo.source import Limits

_ZIP = b"PK\x03\x04"


class Chunks:
    """The embedded documents of a package, each read once.

    Args:
        package: The package.
        limits: What each may hold.
        read: Reads an embedded Word file; `None` where the package is itself embedded, since a
            file can be made that holds itself. Then it has none.
    """

    def __init__(
        self, package: Package, limits: Limits, read: Callable[[bytes, Limits], Document] | None
    ) -> None:
        self._package = package
        self._limits = limits
        self._read_word = read
        self._read: dict[str, Document] = {}

    def pieces(self, relationship: str, number: int | None) -> list[Piece]:
        """What an embedded document shows; nothing where it is missing or cannot be read.

        Args:
            relationship: The relationship's id.
            number: The number of the paragraph before it, which anchors what it holds.
        """
        name = self._package.target(self._package.main, relationship)
        if self._read_word is None or name is None:
            return []
        if name not in self._read:
            self._read[name] = self._document(name, self._read_word)
        return [piece_of(block, number) for block in self._read[name].blocks]

    def _document(self, name: str, read: Callable[[bytes, Limits], Document]) -> Document:
        try:
            data = _unwrapped(self._package.bytes_of(name))
            if data.startswith(_ZIP):
                return read(data, self._limits)
            source = Source(data, name)
            return registry.choose(source).read(source, self._limits)
        except LimitExceeded:
            raise
        except GovInfoError:
            # Word leaves out what it cannot convert, and shows the rest.
            return Document(())


def _unwrapped(data: bytes) -> bytes:
    """The page in a web archive (`.mht`); other bytes as they are."""
    if b"MIME-Version:" not in data[:1024]:
        return data
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = message.get_body(("html", "plain"))
    content = None if page is None else page.get_payload(decode=True)
    return content if isinstance(content, bytes) else data
