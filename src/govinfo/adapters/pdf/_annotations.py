"""What is laid over a page and seen as part of it: a form's fields, typed text, stamps, strokes.

PDFium's text leaves it out until it is drawn on the page. Notes that a viewer opens in windows
of their own, links and highlighting are no part of what the page says.
"""

from __future__ import annotations

import ctypes
import io
import re
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from attrs import frozen
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govinfo.adapters.pdf._shapes import Point
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


_THICK = 0.7  # points of a line whose looks are left to the viewer
_FONT_SIZE = re.compile(r"(?<![\d.])([\d.]++)\s++Tf")


@frozen(slots=True)
class _Line:
    """A line that strikes out text, whose looks are left to the viewer, in PDF space."""

    start: Point
    stop: Point


@frozen(slots=True)
class _Typed:
    """Text typed over a page whose looks are left to the viewer, and its frame in PDF space."""

    text: str
    frame: Box
    size: float = 0.0


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
    laid_over = _selected(page)
    if raw.FPDFPage_GetAnnotCount(page):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    for thing in laid_over:
        if isinstance(thing, _Typed):
            _type(document, page, thing)
        else:
            _draw(page, thing)
    if laid_over:
        raw.FPDFPage_GenerateContent(page)
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


def _selected(page: pdfium.PdfPage) -> list[_Typed | _Line]:
    """Take away what is not to be drawn, and what says nothing of its looks."""
    found: list[_Typed | _Line] = []
    for at in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        note = raw.FPDFPage_GetAnnot(page, at)
        try:
            is_drawn = (
                raw.FPDFAnnot_GetSubtype(note) in _DRAWN
                and not raw.FPDFAnnot_GetFlags(note) & _HIDDEN
            )
            without_looks = list(_without_looks(note)) if is_drawn else []
        finally:
            raw.FPDFPage_CloseAnnot(note)
        found += without_looks[::-1]
        if without_looks or not is_drawn:
            raw.FPDFPage_RemoveAnnot(page, at)
    return found[::-1]


def _without_looks(note: raw.FPDF_ANNOTATION) -> Iterator[_Typed | _Line]:
    """What a viewer draws for an annotation that does not say how it looks."""
    if raw.FPDFAnnot_HasKey(note, b"AP"):
        return
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        box = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, box)
        size = _FONT_SIZE.search(_string(note, b"DA"))
        frame = (box.left, box.bottom, box.right, box.top)
        yield _Typed(_string(note, b"Contents").strip(), frame, _number(size[1]) if size else 0.0)
    elif kind == raw.FPDF_ANNOT_LINE:
        start, stop = raw.FS_POINTF(), raw.FS_POINTF()
        if raw.FPDFAnnot_GetLine(note, start, stop):
            yield _Line((start.x, start.y), (stop.x, stop.y))
    elif kind == raw.FPDF_ANNOT_INK:
        yield from _inked(note)
    elif kind == raw.FPDF_ANNOT_STRIKEOUT:
        quad = raw.FS_QUADPOINTSF()
        for at in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
            if raw.FPDFAnnot_GetAttachmentPoints(note, at, quad):
                xs = (quad.x1, quad.x2, quad.x3, quad.x4)
                middle = (quad.y1 + quad.y2 + quad.y3 + quad.y4) / 4
                yield _Line((min(xs), middle), (max(xs), middle))


def _inked(note: raw.FPDF_ANNOTATION) -> Iterator[_Line]:
    """The strokes of a pen, each as the line from its beginning to its end."""
    for at in range(raw.FPDFAnnot_GetInkListCount(note)):
        length = raw.FPDFAnnot_GetInkListPath(note, at, None, 0)
        points = (raw.FS_POINTF * length)()
        raw.FPDFAnnot_GetInkListPath(note, at, points, length)
        if length:
            yield _Line((points[0].x, points[0].y), (points[-1].x, points[-1].y))


def _string(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(
        note, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length
    )
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _number(written: str) -> float:
    with suppress(ValueError):
        return float(written)
    return 0.0


def _type(document: pdfium.PdfDocument, page: pdfium.PdfPage, typed: _Typed) -> None:
    """Set a text in the middle of its frame; only letters that every viewer has a font for."""
    left, bottom, right, top = typed.frame
    if not typed.text.isascii() or not typed.text.isprintable():
        return
    size = min(typed.size or _LARGEST, _LARGEST, top - bottom)
    size = size if typed.size else min(size, _SIZE * (top - bottom))
    item = raw.FPDFPageObj_NewTextObj(document, _FONT, size)
    letters = ctypes.create_string_buffer((typed.text + "\0").encode("utf-16-le"))
    raw.FPDFText_SetText(item, ctypes.cast(letters, ctypes.POINTER(raw.FPDF_WCHAR)))
    width = len(typed.text) * size / 2
    x, y = max(left, (left + right - width) / 2), (bottom + top) / 2 - size / 3
    raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
    raw.FPDFPage_InsertObject(page, item)


def _draw(page: pdfium.PdfPage, line: _Line) -> None:
    """Draw a line."""
    item = raw.FPDFPageObj_CreateNewPath(*line.start)
    raw.FPDFPath_LineTo(item, *line.stop)
    raw.FPDFPath_SetDrawMode(item, raw.FPDF_FILLMODE_NONE, 1)
    raw.FPDFPageObj_SetStrokeWidth(item, _THICK)
    raw.FPDFPage_InsertObject(page, item)
