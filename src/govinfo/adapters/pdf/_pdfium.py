"""The first engine: characters and paths from PDFium.

PDFium is not safe to call from two threads and crashes on handles that were closed, so one
lock guards every use, and objects are closed in order: text page, page, document.
"""

from __future__ import annotations

import ctypes
import math
import re
from contextlib import closing, contextmanager
from functools import partial
from itertools import pairwise, repeat
from threading import RLock
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from attrs import evolve, field, frozen
from pypdfium2 import raw

from govinfo.adapters.pdf._annotations import opened_page, prepare, saved
from govinfo.adapters.pdf._characters import NAMELESS, is_ideograph, unmapped
from govinfo.adapters.pdf._forms import ways_out
from govinfo.adapters.pdf._letters import Frame, Letters
from govinfo.adapters.pdf._page import Page, Run, Unseen, Way
from govinfo.adapters.pdf._paths import contents_of
from govinfo.adapters.pdf._plain import (
    font_size,
    has_no_name,
    is_generated,
    letter_matrix,
    loose_boxes,
    matrices,
    pointer_of,
    text_at_once,
    text_object,
    undrawn,
)
from govinfo.adapters.pdf._runs import Turns, is_pale, runs_of
from govinfo.adapters.pdf._seen import Sight, Viewer, sight_of, take_away
from govinfo.adapters.pdf._shapes import applied, bounds, corners, sorted_out
from govinfo.adapters.pdf._weight import refuse_bombs
from govinfo.errors import CorruptDocument, EncryptedDocument
from govinfo.source import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govinfo.adapters.pdf._paths import Contents
    from govinfo.adapters.pdf._shapes import Matrix
    from govinfo.blocks import Box
    from govinfo.source import Limits

_LOCK = RLock()
_DESCENT, _ASCENT = 0.2, 0.8  # of the font size, where a font does not say
_WIDEST = 1.5  # of the font size: the widest letter whose box is believed
_APART = 0.3  # of their height: the gap between two texts on one line
_TIMES = 1  # texts apart that may be an accident
_FEW = 3  # rulings of one direction that enclose no cells
_TELLING = re.compile(r"[!-~\x00-\x08\x0b\x0c\x0e-\x1f]+")  # codes that may be glyphs' numbers
_END = 4096  # bytes at the end of a file, where its trailer stands
_NO_TEXT = 2  # bytes of a blank text: where it ends


def read(data: bytes, password: str | None, limits: Limits) -> tuple[list[Page], dict[str, str]]:
    """Every page of a PDF, and what the file says about itself.

    Raises:
        EncryptedDocument: It needs a password, or another one.
        CorruptDocument: PDFium cannot open it, or one of its pages.
        LimitExceeded: It has more pages, or a page more characters, than `limits` allow.
    """
    refuse_bombs(data, limits)
    clock = Clock(limits)
    with opened(data, password) as document:
        if len(document) > limits.pages:
            raise limits.exceeded("pages", f"the PDF has {len(document):,} pages, more")
        prepare(document)
        hints = _hints(data)
        pages = []
        for index in range(len(document)):
            pages.append(_page(document, index, limits, hints))
            clock.check()
        return pages, _properties(document)


def drawn(data: bytes, password: str | None) -> bytes:
    """The file with what is laid over its pages drawn on them; as it is where nothing is.

    Raises:
        EncryptedDocument: It needs a password, or another one.
        CorruptDocument: PDFium cannot open it.
    """
    with opened(data, password) as document:
        return saved(document) or data


def _hints(data: bytes) -> tuple[bool, bool]:
    """Whether a file may have layers, and whether it plainly leaves its fonts to the machine.

    Where its objects stand in compressed streams, what they are cannot be seen.
    """
    end = data[-_END:]
    is_plain = b"trailer" in end and b"/XRefStm" not in end
    return (
        not is_plain or b"/OCProperties" in data,
        is_plain and b"/FontFile" not in data and b"/ObjStm" not in data,
    )


def _properties(document: pdfium.PdfDocument) -> dict[str, str]:
    return {
        key: text
        for key in document.METADATA_KEYS
        if raw.FPDF_GetMetaText(document, key.encode(), None, 0) > _NO_TEXT
        and (text := document.get_metadata_value(key))
    }


@contextmanager
def opened(data: bytes, password: str | None) -> Iterator[pdfium.PdfDocument]:
    """PDFium's document, for this thread alone.

    Raises:
        EncryptedDocument: It needs a password, or another one.
        CorruptDocument: PDFium cannot open it.
    """
    with _LOCK, closing(_open(data, password)) as document:
        yield document


def _open(data: bytes, password: str | None) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedDocument(
                "the PDF needs a password to be opened"
                if password is None
                else "the password does not open the PDF"
            ) from error
        raise CorruptDocument(f"PDFium cannot open the PDF: {error}") from error


def _page(
    document: pdfium.PdfDocument, index: int, limits: Limits, hints: tuple[bool, bool]
) -> Page:
    try:
        with (
            closing(opened_page(document, index)) as page,
            closing(page.get_textpage()) as text_page,
        ):
            return _PageReader(page, text_page, index + 1, limits, *hints).read()
    except pdfium.PdfiumError as error:
        raise CorruptDocument(f"PDFium cannot read page {index + 1}: {error}") from error


def _are_in_pieces(runs: Sequence[Run]) -> bool:
    """Whether texts stand apart on one line more than once, as those of tables do."""
    apart = 0
    for before, run in pairwise(runs):
        level = run.top < before.middle < run.bottom
        apart += level and run.lefts[0] - before.rights[-1] > _APART * (run.bottom - run.top)
    return apart > _TIMES


@frozen(slots=True)
class _PageReader:
    page: pdfium.PdfPage
    text_page: pdfium.PdfTextPage
    number: int
    limits: Limits
    has_layers: bool
    lacks_fonts: bool
    handle: Any = field(init=False)  # of the text page, as its functions take it
    alone: list[int] = field(factory=list)  # letters that begin and end a run
    stacked: set[int] = field(factory=set)  # PDFium's indices of letters of a vertical font
    ways: dict[int, Matrix] = field(factory=dict)  # of letters that it leaves in a form's space
    matrix: Any = field(factory=raw.FS_MATRIX)  # of the letter asked for last
    to_matrix: Any = field(init=False)

    @handle.default
    def _handle(self) -> Any:
        return pointer_of(self.text_page.raw)

    @to_matrix.default
    def _to_matrix(self) -> Any:
        return ctypes.byref(self.matrix)

    def read(self) -> Page:
        contents = contents_of(self.page, self.limits)
        viewer, text = self._view(contents)
        sight = sight_of(viewer, contents, has_layers=self.has_layers)
        if sight is None:
            return self._page(viewer, text, contents, ())
        gone = viewer.gone(sight)
        if not gone:
            unseen = viewer.letters.unseen(sight, viewer.frame)
            letters = viewer.letters.seen(sight.hidden, sight.partly)
            return self._page(evolve(viewer, letters=letters), text, contents, unseen)
        # PDFium takes a letter for the same again where one stands that is not seen. Without
        # those, it gives the others.
        take_away(gone)
        texts, inner = (
            [text for text in some if text not in gone] for some in (contents.texts, contents.inner)
        )
        contents = evolve(contents, texts=texts, inner=inner)
        with closing(self.page.get_textpage()) as text_page:
            return evolve(self, text_page=text_page).read_on(viewer, sight, contents)

    def read_on(self, before: Viewer, sight: Sight, contents: Contents) -> Page:
        """Read the page without the texts that are not seen, which were found before."""
        viewer, text = self._view(contents)
        hidden = sight.hidden - viewer.letters.twins_of(before.letters, sight.hidden)
        unseen = before.letters.unseen(Sight(frozenset(hidden)), before.frame)
        again = sight_of(viewer, contents, has_layers=self.has_layers)
        if again:
            unseen += viewer.letters.unseen(again, viewer.frame)
            letters = viewer.letters.seen(again.hidden, again.partly)
            viewer = evolve(viewer, letters=letters)
        return self._page(viewer, text, contents, unseen)

    def _view(self, contents: Contents) -> tuple[Viewer, str]:
        """The page's letters, and all of its characters."""
        count = self.text_page.count_chars()
        if count > self.limits.line:
            raise self.limits.exceeded("line", f"page {self.number} has {count:,} characters, more")
        text = self._text(count)
        boxes = partial(loose_boxes, self.handle)
        letters = Letters.of(text, boxes, self._is_printed)
        self.ways.clear()
        self.ways.update(ways_out(self.handle, letters.indices, contents.inner))
        for at, index in enumerate(letters.indices if self.ways else ()):
            if index in self.ways:
                letters.place(at, self._char_box(index))
        frame = Frame(self.page.get_bbox(), self.page.get_rotation() // 90 % 4)
        for at in letters.too_tall(partial(self._size, letters)):
            self._measure(at, letters)
        figures = letters.figures()
        how = matrices(self.handle, [letters.indices[at] for at in figures])
        _, turns, leans, heights = how
        if any(leans) and not any(turns):
            letters.straighten(figures, leans, heights)
        viewer = Viewer(self.page, self.text_page, self.handle, letters, frame, figures, how)
        return viewer, text

    def _page(
        self, viewer: Viewer, text: str, contents: Contents, unseen: tuple[Unseen, ...]
    ) -> Page:
        """The page, of the letters that are seen."""
        frame = viewer.frame
        letters = viewer.letters.once(self._is_one_glyph)
        runs, quarter = self._runs(letters, frame)
        unsure = letters.unsure(runs, self.alone)
        if unsure:
            for at in unsure:
                self._measure(at, letters)
            runs, quarter = self._runs(letters, frame)
        if quarter:
            frame = Frame(frame.edges, (frame.quarter + quarter) % 4)
            runs, _ = self._runs(letters, frame)
        width, height = frame.size
        horizontals, verticals = sorted_out(map(frame.place, contents.lines), self.limits)
        if min(len(horizontals), len(verticals)) < _FEW and _are_in_pieces(runs):
            runs, _ = self._runs(letters.ordered(self._places(letters, contents.texts)), frame)
        left_out = undrawn(contents.texts) if self.lacks_fonts else 0
        pictures = tuple(map(frame.place, (*contents.pictures, *contents.outlines)))
        return Page(
            self.number,
            width,
            height,
            tuple(runs),
            horizontals,
            verticals,
            quarter,
            unmapped(text),
            left_out,
            pictures,
            unseen,
            tuple(map(frame.place, contents.strokes)),
        )

    def _places(self, letters: Letters, texts: Sequence[int]) -> list[int]:
        """The place among the page's texts of the object that draws each letter.

        PDFium reads what stands on about one line from left to right, in whatever order it is
        drawn. That order tells the cells of a table without rulings.
        """
        objects = map(text_object, repeat(self.handle), letters.indices)
        order = {address: at for at, address in enumerate(texts)}
        return [order.get(address or 0, 0) for address in objects]

    def _text(self, count: int) -> str:
        """The characters of the page, one for each of PDFium's.

        For a letter that its font does not name PDFium gives its number in the font, which may
        be that of a digit, or of white space.
        """
        text = text_at_once(self.text_page, count)
        if text is None:
            codes = (raw.FPDFText_GetUnicode(self.text_page, index) for index in range(count))
            text = "".join(
                chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else NAMELESS
                for code in codes
            )
        # A font names all of its letters or none: one of those that stand together tells.
        first = [found.start() for found in _TELLING.finditer(text)]
        if not any(map(has_no_name, repeat(self.handle), first)):
            return text
        errors = map(has_no_name, repeat(self.handle), range(count))
        return "".join(
            NAMELESS if error == 1 else char for error, char in zip(errors, text, strict=True)
        )

    def _is_printed(self, index: int) -> bool:
        """Whether white space was drawn, rather than invented where words stand apart."""
        return not is_generated(self.handle, index)

    def _is_one_glyph(self, first: int, second: int) -> bool:
        """Whether two characters at one place are drawn at once, rather than one over the other."""
        return bool(text_object(self.handle, first) == text_object(self.handle, second))

    def _measure(self, at: int, letters: Letters) -> None:
        """A letter's box from its baseline, where its font gives no usable metrics."""
        index = letters.indices[at]
        left, top, right, bottom = self._char_box(index)
        size = self._size(letters, at)
        matrix = self.matrix
        is_absurd = right - left > _WIDEST * size
        if letters.is_too_wide(at) and not is_absurd:
            # A font for vertical writing: the letter stands in the middle of its square.
            self.stacked.add(index)
            x, y = (left + right) / 2, (top + bottom) / 2
            left, right, bottom, top = x - size / 2, x + size / 2, y - size / 2, y + size / 2
        elif abs(matrix.a) >= abs(matrix.b):
            start, base = self._origin(index)
            if matrix.a > 0:
                # What a letter shows is narrower than its square, by which lines are wrapped.
                left = start
                right = start + size / 2 if is_absurd else right
                right = start + size if is_ideograph(letters.text[at]) else right
                # What it shows depends on the machine's fonts, how far it advances does not.
                if start < letters.rights[at] < start + size:
                    right = max(right, letters.rights[at])
                right = min(max(right, start), start + _WIDEST * size)
            low, high = base - _DESCENT * size, base + _ASCENT * size
            bottom, top = (low, high) if matrix.d >= 0 else (2 * base - high, 2 * base - low)
        else:
            base = self._origin(index)[0]
            below, above = base + _DESCENT * size, base - _ASCENT * size
            left, right = (above, below) if matrix.b > 0 else (2 * base - below, 2 * base - above)
        letters.place(at, (left, top, right, bottom))

    def _size(self, letters: Letters, at: int) -> float:
        """How large a letter is set, in points; its matrix is then in `matrix`."""
        matrix = self._matrix(letters.indices[at])
        return float(font_size(self.handle, letters.indices[at])) * math.hypot(matrix.c, matrix.d)

    def _matrix(self, index: int) -> raw.FS_MATRIX:
        """The matrix of a letter, good until the next one is asked for."""
        letter_matrix(self.handle, index, self.to_matrix)
        return self.matrix

    def _is_pale(self, index: int) -> bool:
        """Whether a character is painted through, or in a tint, as watermarks are."""
        red, green, blue, alpha = channels = [ctypes.c_uint() for _ in range(4)]
        if not raw.FPDFText_GetFillColor(self.text_page, index, *channels):
            return False
        return is_pale((red.value, green.value, blue.value), alpha.value)

    def _char_box(self, index: int) -> Box:
        """Left, top, right and bottom of what a letter shows; y grows upwards."""
        sides = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(self.text_page, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        if way := self.ways.get(index):
            left, bottom, right, top = bounds(corners((left, bottom, right, top), way))
        return left, top, right, bottom

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text_page, index, x, y)
        way = self.ways.get(index)
        return applied((x.value, y.value), way) if way else (x.value, y.value)

    def _runs(self, letters: Letters, frame: Frame) -> tuple[list[Run], int]:
        """The runs in a frame, and by how many quarters it must turn for upright text."""
        turns = Turns(frame.quarter)
        alone, indices = self.alone, letters.indices
        alone.clear()
        handle, matrix, to_matrix = self.handle, self.matrix, self.to_matrix

        def way(at: int) -> Way | None:
            alone.append(at)
            index = indices[at]
            letter_matrix(handle, index, to_matrix)
            return turns.way(matrix.a, matrix.b, is_stacked=index in self.stacked)

        def pale(at: int) -> bool:
            return self._is_pale(letters.indices[at])

        runs = runs_of(frame.glyphs(letters), way, pale)
        return runs, turns.needed(runs)
