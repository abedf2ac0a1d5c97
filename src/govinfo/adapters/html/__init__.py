"""Web pages: HTML, XHTML, fragments of either, and pages saved whole as MHTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.html._sniff import looks_like_html, looks_like_mhtml

if TYPE_CHECKING:
    from govinfo.blocks import Document
    from govinfo.source import Limits, Source


class HtmlAdapter:
    """Reads web pages as a reader of the page sees them.

    Tables lie in the grid of the HTML standard's table algorithm. What the page hides is not
    read; menus are left out where they are surely that; metadata printed before the report
    goes to `Document.metadata` by its printed label.
    """

    name = "html"
    extensions = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")
    media_types = ("text/html", "application/xhtml+xml", "multipart/related")

    def sniff(self, head: bytes) -> bool:
        """Whether the bytes begin as a page or a fragment of one does."""
        return looks_like_html(head) or looks_like_mhtml(head)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a page.

        Raises:
            CorruptDocument: Nothing in the bytes is a page.
            LimitExceeded: It nests, or holds, more than `limits` allows.
        """
        # lxml and bs4 are loaded when the first page is read.
        from govinfo.adapters.html._read import read_page  # noqa: PLC0415

        return read_page(source.data, limits)
