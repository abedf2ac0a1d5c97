"""Documents embedded in the document (`w:altChunk`), which Word shows in its midst."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from govinfo.adapters import registry
from govinfo.adapters.docx._blocks import Line, Picture, Piece
from govinfo.blocks import Document, Figure, Heading, Table
from govinfo.errors import GovInfoError, LimitExceeded
from govinfo.source import Source

if TYPE_CHECKING:
    from govinfo.adapters.docx._package import Package
    from govinfo.blocks import Block
    from govinfo.source import Limits

_ZIP = b"PK\x03\x04"


class Chunks:
    """The embedded documents of a package, each read once.

    Args:
        package: The package.
        limits: What each may hold.
        embedded: Whether the package is itself embedded; then it has none.
    """

    def __init__(self, package: Package, limits: Limits, *, embedded: bool) -> None:
        self._package = package
        self._limits = limits
        self._embedded = embedded
        self._read: dict[str, Document] = {}

    def pieces(self, relationship: str, number: int | None) -> list[Piece]:
        """What an embedded document shows; nothing where it is missing or cannot be read.

        Args:
            relationship: The relationship's id.
            number: The number of the paragraph before it, which anchors what it holds.
        """
        name = self._package.target(self._package.main, relationship)
        if self._embedded or name is None:
            return []
        if name not in self._read:
            self._read[name] = self._document(name)
        return [_piece(block, number) for block in self._read[name].blocks]

    def _document(self, name: str) -> Document:
        try:
            data = _unwrapped(self._package.bytes_of(name))
            if data.startswith(_ZIP):
                from govinfo.adapters.docx._reader import read  # noqa: PLC0415 - it imports this

                return read(data, self._limits, embedded=True)
            source = Source(data, name)
            return registry.choose(source).read(source, self._limits)
        except LimitExceeded:
            raise
        except GovInfoError:
            # Word leaves out what it cannot convert, and shows the rest.
            return Document(())


def _piece(block: Block, number: int | None) -> Piece:
    if isinstance(block, Table):
        return block
    if isinstance(block, Figure):
        return Picture(block.text, number)
    return Line(block.text, block.level if isinstance(block, Heading) else None, number)


def _unwrapped(data: bytes) -> bytes:
    """The page in a web archive (`.mht`); other bytes as they are."""
    if b"MIME-Version:" not in data[:1024]:
        return data
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = message.get_body(("html", "plain"))
    content = None if page is None else page.get_payload(decode=True)
    return content if isinstance(content, bytes) else data
