"""Plain text and Markdown."""

from __future__ import annotations

from govinfo.adapters.held_pages import page_in_json
from govinfo.adapters.text.decoding import decode, looks_like_text
from govinfo.adapters.text.layout import blocks_of
from govinfo.blocks import Document
from govinfo.source import Limits, Source


class TextAdapter:
    """Reads plain text and Markdown, in UTF-8, UTF-16, UTF-32, GB18030 or Big5.

    Tables are found where the text draws them: pipe tables, tab-separated rows, and cells that
    stand on lines of their own behind a tab, rows parted by blank lines, and tables in the notation
    of LaTeX, of wikis and of programs' lists. All other lines become paragraphs, one each. Form
    feeds count pages. What JSON holds is read as the text or the page that it is.
    """

    name = "text"
    extensions = (".txt", ".text", ".md", ".markdown", ".tsv")
    media_types = ("text/plain", "text/markdown", "text/tab-separated-values")
    generic = True

    def sniff(self, head: bytes) -> bool:
        """Whether the bytes decode to text without control characters."""
        return looks_like_text(head)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read the text.

        Raises:
            CorruptDocument: The bytes are no text in any of the encodings.
            LimitExceeded: A line or the number of lines is over its limit.
        """
        page = page_in_json(source.data)
        if page is not None:
            from govinfo.adapters.html import HtmlAdapter  # noqa: PLC0415 - few texts hold one

            return HtmlAdapter().read(Source(page.encode(), source.name), limits)
        return Document(tuple(blocks_of(decode(source.data), limits)), format=self.name)
