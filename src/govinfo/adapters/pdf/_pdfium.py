"""The first engine: characters and paths from PDFium.

PDFium is not safe to call from two threads and crashes on handles that were closed, so one
lock guards every use, and objects are closed in order: text page, page, document.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter, deque
from contextlib import closing, contextmanager
from itertools import repeat
from threading import RLock
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from attrs import field, frozen
from pypdfium2 import raw

from govinfo.adapters.pdf._characters import unmapped
from govinfo.adapters.pdf._page import Page, Run, Way, turned
from govinfo.adapters.pdf._paths import rulings_of
from govinfo.adapters.pdf._runs import Glyphs, runs_of
from govinfo.errors import CorruptDocument, EncryptedDocument, LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govinfo.blocks import Box
    from govinfo.source import Limits

_LOCK = RLock()
_QUARTER = math.pi / 2
_SLANT = 0.04  # of a quarter, by which text that is meant to be straight may lean
_DESCENT, _ASCENT = 0.2, 0.8  # of the font size, where a font does not say
_RAGGED = 0.6  # runs a glyph above which the boxes follow the letters, not the line
_WIDE = 3  # width over height above which a box is no letter's

# The same function as raw.FPDFText_GetLooseCharBox, with plain addresses for arguments: it is
# called once a character, and the conversion of typed pointers costs as much as the call.
_loose_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


def read(data: bytes, password: str | None, limits: Limits) -> tuple[list[Page], dict[str, str]]:
    """Every page of a PDF, and what the file says about itself.

    Raises:
        EncryptedDocument: It needs a password, or another one.
        CorruptDocument: PDFium cannot open it, or one of its pages.
        LimitExceeded: It has more pages, or a page more characters, than `limits` allow.
    """
    with _LOCK, _opened(data, password) as document:
        if len(document) > limits.pages:
            raise LimitExceeded(f"the PDF has {len(document)} pages, more than {limits.pages}")
        pages = [_page(document, index, limits) for index in range(len(document))]
        return pages, _properties(document)


def metadata(data: bytes, password: str | None) -> dict[str, str]:
    """What the file says about itself: its title, its author, when and by what it was made.

    Raises:
        EncryptedDocument: It needs a password, or another one.
        CorruptDocument: PDFium cannot open it.
    """
    with _LOCK, _opened(data, password) as document:
        return _properties(document)


def _properties(document: pdfium.PdfDocument) -> dict[str, str]:
    found: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    return found


@contextmanager
def _opened(data: bytes, password: str | None) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedDocument(
                "the PDF needs a password to be opened"
                if password is None
                else "the password does not open the PDF"
            ) from error
        raise CorruptDocument(f"PDFium cannot open the PDF: {error}") from error
    with closing(document):
        yield document


def _page(document: pdfium.PdfDocument, index: int, limits: Limits) -> Page:
    try:
        with closing(document[index]) as page, closing(page.get_textpage()) as text_page:
            return _PageReader(page, text_page, index + 1, limits).read()
    except pdfium.PdfiumError as error:
        raise CorruptDocument(f"PDFium cannot read page {index + 1}: {error}") from error


@frozen(slots=True)
class _PageReader:
    page: pdfium.PdfPage
    text_page: pdfium.PdfTextPage
    number: int
    limits: Limits
    stacked: set[int] = field(factory=set)  # indices of letters of a font for vertical writing

    def read(self) -> Page:
        count = self.text_page.count_chars()
        if count > self.limits.line:
            raise LimitExceeded(f"page {self.number} has {count:,} characters")
        edges = self.page.get_bbox()
        width, height = edges[2] - edges[0], edges[3] - edges[1]
        rotation = self.page.get_rotation() // 90 % 4
        text = self._text(count)
        boxes = self._boxes(text, count)
        frame = _Frame(edges, rotation)
        runs, quarter = self._runs(text, boxes, frame)
        if len(runs) > _RAGGED * sum(len(run.text) for run in runs):
            for index in (index for index in range(count) if text[index] > " "):
                self._measure(index, boxes)
            runs, quarter = self._runs(text, boxes, frame)
        if quarter:
            frame = _Frame(edges, (rotation + quarter) % 4)
            runs, _ = self._runs(text, boxes, frame)
        if frame.quarter % 2:
            width, height = height, width
        horizontals, verticals = rulings_of(self.page, frame.place, self.limits)
        return Page(
            self.number,
            width,
            height,
            tuple(runs),
            horizontals,
            verticals,
            quarter,
            unmapped(text),
        )

    def _text(self, count: int) -> str:
        """The characters of the page, one for each of PDFium's."""
        buffer = ctypes.create_string_buffer(2 * count + 2)
        pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = raw.FPDFText_GetText(self.text_page, 0, count, pointer)
        text = buffer.raw[: 2 * written].decode("utf-16-le", "replace").rstrip("\x00")
        if len(text) == count and (text.isascii() or max(text) <= "\uffff"):
            return text
        # PDFium leaves some characters out of its text, and writes others as two halves.
        codes = (raw.FPDFText_GetUnicode(self.text_page, index) for index in range(count))
        return "".join(
            chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes
        )

    def _boxes(self, text: str, count: int) -> list[list[float]]:
        """Left, top, right and bottom of every character, in PDF space (y grows upwards)."""
        buffer = (ctypes.c_float * (4 * count))()
        start = ctypes.addressof(buffer)
        handle = ctypes.cast(self.text_page.raw, ctypes.c_void_p).value
        addresses = range(start, start + 16 * count, 16)
        deque(map(_loose_box, repeat(handle), range(count), addresses), maxlen=0)
        edges = list(buffer)
        boxes = [edges[0::4], edges[1::4], edges[2::4], edges[3::4]]
        for index, (left, top, right, bottom) in enumerate(zip(*boxes, strict=True)):
            if not 0 < right - left < _WIDE * (top - bottom) and text[index] > " ":
                self._measure(index, boxes)
        return boxes

    def _measure(self, index: int, boxes: list[list[float]]) -> None:
        """A character's box from its baseline, where its font gives no usable metrics."""
        sides = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(self.text_page, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        matrix = self._matrix(index)
        size = raw.FPDFText_GetFontSize(self.text_page, index) * math.hypot(matrix.c, matrix.d)
        if boxes[2][index] - boxes[0][index] >= _WIDE * (boxes[1][index] - boxes[3][index]) > 0:
            # A font for vertical writing: the letter stands in the middle of its square.
            self.stacked.add(index)
            x, y = (left + right) / 2, (top + bottom) / 2
            left, right, bottom, top = x - size / 2, x + size / 2, y - size / 2, y + size / 2
        elif abs(matrix.a) >= abs(matrix.b):
            base = self._origin(index)[1]
            low, high = sorted((base - _DESCENT * size, base + _ASCENT * size))
            bottom, top = (low, high) if matrix.d >= 0 else (2 * base - high, 2 * base - low)
        else:
            base = self._origin(index)[0]
            below, above = base + _DESCENT * size, base - _ASCENT * size
            left, right = (above, below) if matrix.b > 0 else (2 * base - below, 2 * base - above)
        for side, value in zip(boxes, (left, top, right, bottom), strict=True):
            side[index] = value

    def _matrix(self, index: int) -> raw.FS_MATRIX:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text_page, index, matrix)
        return matrix

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text_page, index, x, y)
        return x.value, y.value

    def _runs(self, text: str, boxes: list[list[float]], frame: _Frame) -> tuple[list[Run], int]:
        """The runs in a frame, and by how many quarters it must turn for upright text."""
        quarters: Counter[int] = Counter()

        def way(index: int) -> Way | None:
            matrix = self._matrix(index)
            turns = math.atan2(matrix.b, matrix.a) / _QUARTER - frame.quarter
            quarter = round(turns)
            if abs(turns - quarter) > _SLANT:
                return None
            quarters[quarter % 4] += 1
            if quarter % 4:
                return Way.TURNED
            return Way.STACKED if index in self.stacked else Way.ALONG

        runs = runs_of(frame.glyphs(text, boxes), self._is_printed, way)
        return runs, max(quarters, key=quarters.__getitem__, default=0)

    def _is_printed(self, index: int) -> bool:
        return not raw.FPDFText_IsGenerated(self.text_page, index)


@frozen(slots=True)
class _Frame:
    """From PDF space to points from the top left corner of the page, turned by quarters."""

    edges: Box  # left, bottom, right, top of the page in PDF space
    quarter: int

    def place(self, box: Box) -> Box:
        """A box given by left, bottom, right and top."""
        left, bottom, right, top = self.edges
        upright = (box[0] - left, top - box[3], box[2] - left, top - box[1])
        return turned(upright, self.quarter, right - left, top - bottom)

    def glyphs(self, text: str, boxes: list[list[float]]) -> Glyphs:
        """Characters with lists of left, top, right and bottom."""
        left, _, _, top = self.edges
        lefts, tops, rights, bottoms = boxes
        if left:
            lefts, rights = [x - left for x in lefts], [x - left for x in rights]
        tops, bottoms = [top - y for y in tops], [top - y for y in bottoms]
        if self.quarter:
            _, _, right, _ = self.edges
            bottom = self.edges[1]
            placed = [
                turned(box, self.quarter, right - left, top - bottom)
                for box in zip(lefts, tops, rights, bottoms, strict=True)
            ]
            lefts, tops, rights, bottoms = map(list, zip(*placed, strict=True)) if placed else boxes
        return Glyphs(text, lefts, tops, rights, bottoms)
