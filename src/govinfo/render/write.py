"""A report written as a file."""

from __future__ import annotations

from govinfo.blocks import Document
from govinfo.render.page import document_of
from govinfo.template.report import Report

FORMATS = {
    "docx": (".docx",),
    "html": (".html", ".htm"),
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
}
"""The formats that can be written, with the endings of their files."""


def render(report: Report, format: str, layout: str | None = None) -> bytes:
    """The report as a file; see `Report.render`."""
    return write(document_of(report), format, layout)


def write(document: Document, format: str, layout: str | None = None) -> bytes:
    """A document as a file.

    Args:
        document: Headings, paragraphs and tables, their labels marked as header cells.
        format: A key of `FORMATS`.
        layout: How `text` draws tables: a key of `govinfo.render.text.LAYOUTS`.

    Raises:
        ValueError: There is no such format, or it has no such layout.
    """
    from govinfo.render import html, text, word  # noqa: PLC0415 - each format when it is wanted

    if format not in FORMATS:
        raise ValueError(f"no format {format!r} can be written; there are {', '.join(FORMATS)}")
    if layout is not None and (format != "text" or layout not in text.LAYOUTS):
        raise ValueError(f"{format} has no layout {layout!r}; text has {', '.join(text.LAYOUTS)}")
    match format:
        case "docx":
            return word.to_docx(document)
        case "html":
            return html.to_page(document).encode()
        case "markdown":
            return text.to_markdown(document).encode()
    return text.to_text(document, text.LAYOUTS[layout or "tabs"]).encode()
