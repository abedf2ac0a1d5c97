"""What is laid over a page and seen as part of it: a form's fields, typed text, stamps, strokes.

PDFium's text leaves it out until it is drawn on the page. Notes that a viewer opens in windows
of their own, links and highlighting are no part of what the page says.
"""

from __future__ import annotations

import ctypes
import io
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from attrs import frozen
from pypdfium2 import raw

if TYPE_CHECKING:
    from govinfo.blocks import Box

_DRAWN = frozenset(
    (
        raw.FPDF_ANNOT_WIDGET,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_STAMP,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_REDACT,
        raw.FPDF_ANNOT_LINE,
        raw.FPDF_ANNOT_SQUARE,
        raw.FPDF_ANNOT_CIRCLE,
        raw.FPDF_ANNOT_POLYGON,
        raw.FPDF_ANNOT_POLYLINE,
        raw.FPDF_ANNOT_INK,
    )
)
_HIDDEN = 1 << 0 | 1 << 1 | 1 << 5  # flags: invisible, hidden, not to be viewed
_FONT = b"Helvetica"
_SIZE = 0.7  # of the height of its frame, at most: how large typed text is set
_LARGEST = 10.0  # points


@frozen(slots=True)
class _Typed:
    """Text typed over a page whose looks are left to the viewer, and its frame in PDF space."""

    text: str
    frame: Box


def prepare(document: pdfium.PdfDocument) -> None:
    """Make a form's fields ready to be drawn."""
    if document.get_formtype() != raw.FORMTYPE_NONE:
        with suppress(pdfium.PdfiumError):
            document.init_forms()


def opened_page(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """A page with what is laid over it drawn on it, in memory.

    Raises:
        PdfiumError: The page cannot be loaded.
    """
    page = document[index]
    if not raw.FPDFPage_GetAnnotCount(page):
        return page
    typed = _selected(page)
    if raw.FPDFPage_GetAnnotCount(page):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    for text in typed:
        _type(document, page, text)
    return page


def saved(document: pdfium.PdfDocument) -> bytes | None:
    """The document with all that is laid over its pages drawn on them, without its password.

    `None` where nothing is.
    """
    prepare(document)
    changed = False
    for index in range(len(document)):
        # A page that cannot be loaded is an error when it is read.
        with suppress(pdfium.PdfiumError), closing(document[index]) as page:
            changed = changed or raw.FPDFPage_GetAnnotCount(page) > 0
        with suppress(pdfium.PdfiumError), closing(opened_page(document, index)):
            pass
    if not changed:
        return None
    buffer = io.BytesIO()
    document.save(buffer, flags=raw.FPDF_REMOVE_SECURITY)
    return buffer.getvalue()


def _selected(page: pdfium.PdfPage) -> list[_Typed]:
    """Take away what is not to be drawn, and the texts that say nothing of their looks."""
    typed: list[_Typed] = []
    for at in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        note = raw.FPDFPage_GetAnnot(page, at)
        try:
            is_drawn = (
                raw.FPDFAnnot_GetSubtype(note) in _DRAWN
                and not raw.FPDFAnnot_GetFlags(note) & _HIDDEN
            )
            text = _typed(note) if is_drawn else None
        finally:
            raw.FPDFPage_CloseAnnot(note)
        if text is not None:
            typed.append(text)
        if text is not None or not is_drawn:
            raw.FPDFPage_RemoveAnnot(page, at)
    return typed[::-1]


def _typed(note: raw.FPDF_ANNOTATION) -> _Typed | None:
    is_text = raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_FREETEXT
    if not is_text or raw.FPDFAnnot_HasKey(note, b"AP"):
        return None
    length = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(
        note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length
    )
    text = buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace").strip()
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, box)
    return _Typed(text, (box.left, box.bottom, box.right, box.top))


def _type(document: pdfium.PdfDocument, page: pdfium.PdfPage, typed: _Typed) -> None:
    """Set a text in the middle of its frame; only letters that every viewer has a font for."""
    left, bottom, right, top = typed.frame
    if not typed.text.isascii() or not typed.text.isprintable():
        return
    size = min(_LARGEST, _SIZE * (top - bottom))
    item = raw.FPDFPageObj_NewTextObj(document, _FONT, size)
    letters = ctypes.create_string_buffer((typed.text + "\0").encode("utf-16-le"))
    raw.FPDFText_SetText(item, ctypes.cast(letters, ctypes.POINTER(raw.FPDF_WCHAR)))
    width = len(typed.text) * size / 2
    x, y = max(left, (left + right - width) / 2), (bottom + top) / 2 - size / 3
    raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
    raw.FPDFPage_InsertObject(page, item)
    raw.FPDFPage_GenerateContent(page)
