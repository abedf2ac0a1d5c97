"""How much a PDF unpacks to and draws, told before PDFium takes it up.

PDFium unpacks streams of any size and draws a form as often as it is asked to, and ends the
process when the memory is spent. So streams are unpacked here first, where they are large enough
to matter, and thrown away; and it is counted how often forms are drawn within forms.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.pdf._lzw import unpacked
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govinfo.source import Limits

_PIECE = 1 << 20
# Both begin with a word, which is found ten times as fast as anything else could be.
_OBJECT = re.compile(rb"obj\b")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_NUMBER = re.compile(rb"(?<!\d)(\d{1,8})\s{1,9}\d{1,5}\s{1,9}\Z")  # of the object after it
_BEFORE = 33  # bytes before an object's beginning in which its number stands
_PACKED = re.compile(rb"/Fl(?:ate(?:Decode)?)?(?=[\s/\]>])")
_BY_LZW = re.compile(rb"/LZW(?:Decode)?(?=[\s/\]>])")
_LATE = re.compile(rb"/EarlyChange\s{1,9}0\b")
_PICTURE = re.compile(rb"/Subtype\s{0,9}/Image\b")
_FORM = re.compile(rb"/Subtype\s{0,9}/Form\b")
_FONT = re.compile(rb"/Length1\b|/Subtype\s{0,9}/(?:CIDFontType0C|Type1C|OpenType)\b")
_CONTENTS = re.compile(rb"/Contents\s{0,9}(?:\[([^\[\]]*+)\]|(\d{1,8})\s{1,9}\d{1,5}\s{1,9}R)")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,8})\s{1,9}\d{1,5}\s{1,9}R\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s{1,9}(\d{1,8})\s{1,9}\d{1,5}\s{1,9}R\b")
_NOTES = re.compile(rb"/Subtype\s{0,9}/(?:Widget|FreeText|Stamp|Ink|Square|Circle)\b")
_CELLS_A_NOTE = 20  # cells that a file may have for each thing that is laid over a page
_SHOWN = re.compile(rb"\(([^()]*+)\)|<([0-9A-Fa-f\s]*+)>")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s{1,9}Do\b")
_OF_A_PAGE = 16  # times what a page draws must find room in `Limits.unpacked`
_OF_A_FONT = 20  # times its packed size that a font is at most
_LAYERS = 28  # forms within forms that PDFium follows


Drawn = tuple[int, tuple[tuple[int, "Sequence[int]"], ...]]
"""The bytes of a stream, and how often it draws one of which forms."""


def refuse_bombs(data: bytes, limits: Limits) -> None:
    """Refuse a PDF that PDFium could not hold.

    Raises:
        LimitExceeded: What its pages draw unpacks to more than `limits.unpacked`.
        CorruptDocument: Its streams are packed in one another, as no program packs them.
    """
    _Weight(data, limits).refuse()


@frozen(slots=True)
class _Stream:
    """A stream: what its dictionary says, and where its bytes are."""

    said: bytes
    start: int
    end: int


@frozen(slots=False)
class _Weight:
    data: bytes
    limits: Limits

    def refuse(self) -> None:
        total = 0
        for number, stream in self._streams.items():
            if len(_PACKED.findall(stream.said)) + len(_BY_LZW.findall(stream.said)) > 1:
                raise CorruptDocument("a stream of the PDF is packed twice")
            size = self._size(stream)
            total += 0 if _PICTURE.search(stream.said) else size * self._shown.get(number, 1)
            if size > self.limits.bytes or total > self.limits.unpacked:
                raise self.limits.exceeded("unpacked", "the PDF's streams unpack to more bytes")
            if self._may_be_drawn(stream, size) and size * _OF_A_PAGE > self.limits.unpacked:
                raise self.limits.exceeded(
                    "unpacked", f"a stream of the PDF has, {_OF_A_PAGE} times over, more bytes"
                )
        self._refuse_notes(self.data)
        self._refuse_forms()

    def _may_be_drawn(self, stream: _Stream, size: int) -> bool:
        """Whether a stream may be what a page draws, which takes PDFium much memory."""
        if _PICTURE.search(stream.said):
            return False
        is_font = _FONT.search(stream.said) and size < _OF_A_FONT * (stream.end - stream.start)
        return not is_font

    @cached_property
    def _streams(self) -> dict[int, _Stream]:
        return dict(self._found())

    def _found(self) -> Iterator[tuple[int, _Stream]]:
        data = self.data
        number = before = 0
        for found in _STREAM.finditer(data):
            if found.start() < before or _ends(data, found.start()):
                continue
            begun = data.rfind(b"obj", before, found.start())
            owner = _NUMBER.search(data, max(before, begun - _BEFORE), max(begun, 0))
            # One without a number of its own is counted too.
            number = int(owner[1]) if owner else number - 1
            said = data[max(begun, before) : found.start()]
            end = data.find(b"endstream", found.end())
            before = len(data) if end < 0 else end
            yield number, _Stream(said, found.end(), before)

    @cached_property
    def _shown(self) -> dict[int, int]:
        """How often each stream is a part of a page's contents, where that is more than once."""
        times: dict[int, int] = {}
        for found in _CONTENTS.finditer(self.data):
            listed = found[1] if found[2] is None else self._array(int(found[2]))
            for part in _REFERENCE.finditer(listed):
                times[int(part[1])] = times.get(int(part[1]), 0) + 1
        return times

    def _array(self, number: int) -> bytes:
        """The array that an object is; nothing where it is something else."""
        start = self._objects.get(number)
        if start is None or not self.data[start : start + 20].lstrip().startswith(b"["):
            return b""
        return self.data[start : self.data.find(b"]", start)]

    @cached_property
    def _objects(self) -> dict[int, int]:
        data, objects = self.data, {}
        for found in _OBJECT.finditer(data):
            start = found.start()
            number = _NUMBER.search(data, max(start - _BEFORE, 0), start)
            if number:
                objects[int(number[1])] = found.end()
        return objects

    def _size(self, stream: _Stream) -> int:
        """How many bytes a stream unpacks to; counting ends where the limit is passed."""
        is_picture = _PICTURE.search(stream.said) is not None
        if not _is_packed(stream) or (is_picture and _BY_LZW.search(stream.said)):
            return stream.end - stream.start
        most = self.limits.bytes if is_picture else self.limits.unpacked
        return sum(map(len, self._pieces(stream, most)))

    def _pieces(self, stream: _Stream, most: int) -> Iterator[bytes]:
        if _BY_LZW.search(stream.said):
            yield from self._by_lzw(stream)
            return
        unpacking = zlib.decompressobj()
        left = self.data[stream.start : stream.end]
        size = 0
        while left and size <= most and not unpacking.eof:
            try:
                piece = unpacking.decompress(left, _PIECE)
            except zlib.error:
                return
            size += len(piece)
            left = unpacking.unconsumed_tail
            yield piece

    def _by_lzw(self, stream: _Stream) -> Iterator[bytes]:
        """Pieces up to more than what a page may draw: that is refused, and these take time."""
        size = 0
        data = self.data[stream.start : stream.end]
        for piece in unpacked(data, early=_LATE.search(stream.said) is None):
            yield piece
            size += len(piece)
            if size * _OF_A_PAGE > self.limits.unpacked:
                return

    def _refuse_forms(self) -> None:
        """Count letters, and what is drawn where each form is drawn as often as it is asked for."""
        drawn = {
            number: self._draws(stream)
            for number, stream in self._streams.items()
            if not _PICTURE.search(stream.said) and not _FONT.search(stream.said)
        }
        weights: dict[int, int] = {}
        for number in drawn:
            weight = _weight(number, drawn, weights, frozenset())
            if weight * _OF_A_PAGE > self.limits.unpacked:
                raise self.limits.exceeded("unpacked", "the PDF's forms draw more bytes")

    def _draws(self, stream: _Stream) -> Drawn:
        """The size of a stream, and how often it draws which forms."""
        if _is_packed(stream):
            content = b"".join(self._pieces(stream, self.limits.unpacked))
        else:
            content = self.data[stream.start : stream.end]
        self._refuse_notes(content)
        if len(content) > self.limits.letters:  # Each is a byte at least.
            letters = sum(len(plain) + len(hexed) // 4 for plain, hexed in _SHOWN.findall(content))
            if letters > self.limits.letters:
                raise self.limits.exceeded("letters", f"a page shows {letters:,} letters, more")
        drawn = Counter(_DRAWN.findall(content)) if b"Do" in content else Counter()
        named = self._resources(stream.said) if drawn else {}
        return len(content), tuple((times, named.get(name, ())) for name, times in drawn.items())

    def _refuse_notes(self, text: bytes) -> None:
        """Refuse more fields and notes than tables could need: each costs PDFium much."""
        count = len(_NOTES.findall(text))
        if count * _CELLS_A_NOTE > self.limits.cells:
            raise self.limits.exceeded(
                "cells", f"the PDF has {count:,} fields and notes, {_CELLS_A_NOTE} times over more"
            )

    def _resources(self, said: bytes) -> Mapping[bytes, Sequence[int]]:
        """What a stream may draw under each name; what a page may is looked for anywhere."""
        if not _FORM.search(said):
            return self._everywhere
        found = _NAMED.findall(said)
        for _, number in tuple(found):
            start = self._objects.get(int(number))
            if start is not None:
                found += _NAMED.findall(self.data, start, self.data.find(b"endobj", start))
        return self._forms(found)

    @cached_property
    def _everywhere(self) -> Mapping[bytes, Sequence[int]]:
        return self._forms(_NAMED.findall(self.data))

    def _forms(self, named: Iterable[tuple[bytes, bytes]]) -> Mapping[bytes, Sequence[int]]:
        forms: dict[bytes, list[int]] = {}
        for name, number in dict.fromkeys(named):
            stream = self._streams.get(int(number))
            if stream is not None and _FORM.search(stream.said):
                forms.setdefault(name, []).append(int(number))
        return forms


def _ends(data: bytes, start: int) -> bool:
    """Whether a word is that of an end."""
    return data[max(start - 3, 0) : start] == b"end"


def _is_packed(stream: _Stream) -> bool:
    return _PACKED.search(stream.said) is not None or _BY_LZW.search(stream.said) is not None


def _weight(
    number: int,
    drawn: Mapping[int, Drawn],
    weights: dict[int, int],
    above: frozenset[int],
) -> int:
    """The bytes of a stream and of all forms that it draws; one within itself has none."""
    if number in weights:
        return weights[number]
    if number in above or number not in drawn or len(above) > _LAYERS:
        return 0
    size, times = drawn[number]
    inner = above | {number}
    weights[number] = size + sum(
        count * max((_weight(form, drawn, weights, inner) for form in forms), default=0)
        for count, forms in times
    )
    return weights[number]
