"""What is filled into a form: PDFium's text leaves it out until it is drawn on the page."""

from __future__ import annotations

import io
from contextlib import closing, suppress

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw


def draw_fields(document: pdfium.PdfDocument) -> bool:
    """Draw the fields of a form on their pages, in memory; return whether there is a form.

    Comments and other notes are taken away, since drawing takes all that is laid over a page.
    """
    if document.get_formtype() == raw.FORMTYPE_NONE:
        return False
    with suppress(pdfium.PdfiumError):
        document.init_forms()
    for index in range(len(document)):
        # A page that cannot be loaded is an error when it is read.
        with suppress(pdfium.PdfiumError), closing(document[index]) as page:
            for at in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
                if not _is_field(page, at):
                    raw.FPDFPage_RemoveAnnot(page, at)
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    return True


def saved(document: pdfium.PdfDocument) -> bytes:
    """The document as it is in memory, without its password."""
    buffer = io.BytesIO()
    document.save(buffer, flags=raw.FPDF_REMOVE_SECURITY)
    return buffer.getvalue()


def _is_field(page: pdfium.PdfPage, at: int) -> bool:
    note = raw.FPDFPage_GetAnnot(page, at)
    try:
        return bool(raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET)
    finally:
        raw.FPDFPage_CloseAnnot(note)
