"""PDFium's functions with plain addresses for arguments.

They are called once a character or object. There the typed pointers, which the library's own
declarations make and check, cost as much as the call itself.
"""

from __future__ import annotations

import ctypes
from codecs import utf_16_le_decode
from collections import deque
from functools import partial
from itertools import compress, repeat
from operator import eq
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdfium2 import raw  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_POINTER = ctypes.c_void_p


def _plain(function: Any, result: type[Any], *arguments: type[Any]) -> Callable[..., Any]:
    address = ctypes.cast(function, _POINTER).value
    # They return at once, so that letting other threads run meanwhile only costs.
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


as_pointer: Callable[[int], Any] = _POINTER.from_param
"""An address as it is passed to a function that declares no arguments.

Such a function takes what is passed as it is: a number is C's `int`, so that an address must be
turned into a pointer before, which pays where one is passed many times.
"""

_loose_box = _plain(raw.FPDFText_GetLooseCharBox, ctypes.c_int)
text_object = _plain(raw.FPDFText_GetTextObject, _POINTER)
is_generated = _plain(raw.FPDFText_IsGenerated, ctypes.c_int)
has_no_name = _plain(raw.FPDFText_HasUnicodeMapError, ctypes.c_int)
font_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double)
letter_matrix = _plain(raw.FPDFText_GetMatrix, ctypes.c_int)
_draw_mode = _plain(raw.FPDFPath_GetDrawMode, ctypes.c_int)
_count_segments = _plain(raw.FPDFPath_CountSegments, ctypes.c_int)
_bounds = _plain(raw.FPDFPageObj_GetBounds, ctypes.c_int)
_clip_path = _plain(raw.FPDFPageObj_GetClipPath, _POINTER)
_count_clips = _plain(raw.FPDFClipPath_CountPaths, ctypes.c_int, _POINTER)
_text_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
_fill_colour = _plain(raw.FPDFPageObj_GetFillColor, ctypes.c_int)
_count_marks = _plain(raw.FPDFPageObj_CountMarks, ctypes.c_int, _POINTER)
_mark = _plain(raw.FPDFPageObj_GetMark, _POINTER, _POINTER, ctypes.c_ulong)
_mark_value = _plain(raw.FPDFPageObjMark_GetParamValueType, ctypes.c_int)
has_transparency = _plain(raw.FPDFPageObj_HasTransparency, ctypes.c_int, _POINTER)
kind = _plain(raw.FPDFPageObj_GetType, ctypes.c_int, _POINTER)
_page_object = _plain(raw.FPDFPage_GetObject, _POINTER)
_form_object = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)


def pointer_of(handle: Any) -> Any:
    """A typed handle as it is passed to a function that declares no arguments."""
    return as_pointer(ctypes.cast(handle, _POINTER).value or 0)


_BATCH = 256  # characters or paths asked for before the answers are taken out of their room
_BOXES, _MODES = (ctypes.c_float * (4 * _BATCH))(), (ctypes.c_int * (2 * _BATCH))()
_COLOURS = memoryview(_BOXES).cast("B").cast("I")
OUTLINED = 1
"""The rendering mode of a text that is not filled: the colour of its outline is another one."""

_INVISIBLE = 3  # rendering modes from which a text is not painted, or also clips
_SAID = b"ActualText"
_NAME = 64  # characters of a mark's name that are looked at
_FLOATS, _INTS = memoryview(_BOXES).cast("B").cast("f"), memoryview(_MODES).cast("B").cast("i")


def _places(room: Any, columns: int) -> list[list[Any]]:
    """Where the answers of a batch go, by columns: known before, and the same for all batches.

    As for all of PDFium's functions, only one thread may use them at a time.
    """
    size = ctypes.sizeof(room) // _BATCH
    start, step = ctypes.addressof(room), size // columns
    return [
        [as_pointer(start + size * at + step * column) for at in range(_BATCH)]
        for column in range(columns)
    ]


_TO_BOXES, _TO_MODES = _places(_BOXES, 4), _places(_MODES, 2)
_MATRICES = (ctypes.c_float * (6 * _BATCH))()
(_TO_MATRICES,) = _places(_MATRICES, 1)
_PARTS = memoryview(_MATRICES).cast("B").cast("f")


def _cleared(room: Any) -> None:
    """What PDFium does not know it leaves as it is."""
    ctypes.memset(room, 0, ctypes.sizeof(room))


def loose_boxes(text_page: Any, indices: Sequence[int]) -> Iterable[list[float]]:
    """All left sides of characters, then all tops, rights and bottoms; y grows upwards."""
    sides: list[list[float]] = [[], [], [], []]
    for start in range(0, len(indices), _BATCH):
        some = indices[start : start + _BATCH]
        _cleared(_BOXES)
        deque(map(_loose_box, repeat(text_page), some, _TO_BOXES[0]), maxlen=0)
        for number, side in enumerate(sides):
            side.extend(_FLOATS[number : 4 * len(some) : 4].tolist())
    return sides


def matrices(text_page: Any, indices: Sequence[int]) -> tuple[list[float], ...]:
    """How characters are set: all of `a`, then of `b`, `c` and `d`."""
    parts: tuple[list[float], ...] = ([], [], [], [])
    for start in range(0, len(indices), _BATCH):
        some = indices[start : start + _BATCH]
        _cleared(_MATRICES)
        deque(map(letter_matrix, repeat(text_page), some, _TO_MATRICES), maxlen=0)
        for number, part in enumerate(parts):
            part.extend(_PARTS[number : 6 * len(some) : 6].tolist())
    return parts


class PathObject(NamedTuple):
    """What PDFium says of a path.

    Attributes:
        address: Its address.
        fill: By which rule its inside is painted; 0 if it is not.
        stroke: Whether its outline is painted.
        segments: How many points it has.
        clips: How many paths it is clipped by.
        is_bounded: Whether there is a box around it.
        box: Its left, bottom, right and top in the space of what holds it.
    """

    address: int
    fill: int
    stroke: int
    segments: int
    clips: int
    is_bounded: int
    box: tuple[float, float, float, float]


def paths(addresses: Sequence[int]) -> Iterator[PathObject]:
    """What PDFium says of paths, in their order."""
    for start in range(0, len(addresses), _BATCH):
        some = addresses[start : start + _BATCH]
        pointers = list(map(as_pointer, some))
        _cleared(_BOXES)
        _cleared(_MODES)
        deque(map(_draw_mode, pointers, *_TO_MODES), maxlen=0)
        bounded = list(map(_bounds, pointers, *_TO_BOXES))
        sides = [_FLOATS[number : 4 * len(some) : 4].tolist() for number in range(4)]
        known = zip(
            some,
            _INTS[: 2 * len(some) : 2].tolist(),
            _INTS[1 : 2 * len(some) : 2].tolist(),
            list(map(_count_segments, pointers)),
            [_count_clips(clip) if clip else 0 for clip in map(_clip_path, pointers)],
            bounded,
            zip(*sides, strict=True),
            strict=True,
        )
        yield from map(partial(tuple.__new__, PathObject), known)


Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, of 255."""

Look = tuple[int, int, "Colour | None", int]
"""A text object's address, its rendering mode, its colour if that is light, and its clips."""

_LIGHT = 166  # of 255: the darkest channel of a tint
_WHITE = 250  # of 255: hardly told from white
_OPAQUE = 153  # of 255: less shines through


def looks_of(addresses: Sequence[int], *, every: bool = False) -> Iterable[Look]:
    """How text objects are painted; those filled in black and without a clip are left out."""
    found: list[Look] = []
    for start in range(0, len(addresses), _BATCH):
        some = addresses[start : start + _BATCH]
        pointers = list(map(as_pointer, some))
        _cleared(_BOXES)
        deque(map(_fill_colour, pointers, *_TO_BOXES), maxlen=0)
        reds, greens, blues, alphas = (_COLOURS[at : 4 * len(some) : 4].tolist() for at in range(4))
        modes = bytes(map(_text_mode, pointers))
        clips = list(map(_count_clips, map(_clip_path, pointers)))
        is_light = max(reds) >= _LIGHT <= min(max(greens), max(blues)) or min(alphas) <= _OPAQUE
        is_odd = max(modes) >= _INVISIBLE or OUTLINED in modes or max(clips) > 0
        if not (every or is_light or is_odd):
            continue
        colours = zip(reds, greens, blues, alphas, strict=True)
        for address, mode, colour, count in zip(some, modes, colours, clips, strict=True):
            light = colour if min(colour[:3]) >= _LIGHT or colour[3] <= _OPAQUE else None
            if every or light or mode >= _INVISIBLE or mode == OUTLINED or count > 0:
                found.append((address, mode, light, max(count, 0)))
    return found


def is_dark(address: int) -> bool:
    """Whether an object is filled with a colour on which black is hardly seen."""
    channels = [ctypes.c_uint() for _ in range(4)]
    item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    if not raw.FPDFPageObj_GetFillColor(item, *channels):
        return False
    red, green, blue, alpha = (channel.value for channel in channels)
    return max(red, green, blue) < _LIGHT and alpha > _OPAQUE


def is_white(address: int) -> bool:
    """Whether an object is filled and outlined in white: it covers, and has no lines."""
    channels = [ctypes.c_uint() for _ in range(4)]
    item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    return all(
        colour(item, *channels) and all(channel.value >= _WHITE for channel in channels)
        for colour in (raw.FPDFPageObj_GetFillColor, raw.FPDFPageObj_GetStrokeColor)
    )


def count_clips(address: int) -> int:
    """How many paths an object is clipped by; less than 1 if there are none."""
    clip = _clip_path(as_pointer(address))
    return int(_count_clips(as_pointer(clip))) if clip else 0


def mark_names(addresses: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Objects with the names of the marks on their content."""
    buffer, length = (ctypes.c_ushort * _NAME)(), ctypes.c_ulong()
    for address in compress(addresses, map(_count_marks, addresses)):
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        for at in range(raw.FPDFPageObj_CountMarks(item)):
            mark = raw.FPDFPageObj_GetMark(item, at)
            if raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
                yield (
                    address,
                    bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", "replace"),
                )


def renamed(addresses: Sequence[int]) -> set[int]:
    """The text objects that say themselves what they show, whatever that is."""
    return {
        address
        for address in compress(addresses, map(_count_marks, addresses))
        if any(
            _mark_value(as_pointer(_mark(address, at) or 0), _SAID)
            for at in range(_count_marks(address))
        )
    }


def undrawn(addresses: Sequence[int]) -> int:
    """How many text objects take no room: blanks, and letters that this machine has no font for.

    PDFium's text leaves the letters out.
    """
    count = 0
    for start in range(0, len(addresses), _BATCH):
        some = list(map(as_pointer, addresses[start : start + _BATCH]))
        _cleared(_BOXES)
        deque(map(_bounds, some, *_TO_BOXES), maxlen=0)
        count += sum(map(eq, _FLOATS[0 : 4 * len(some) : 4], _FLOATS[2 : 4 * len(some) : 4]))
    return count


def is_embedded(address: int) -> bool:
    """Whether the font of a text object is in the file."""
    font = raw.FPDFTextObj_GetFont(ctypes.cast(address, raw.FPDF_PAGEOBJECT))
    return bool(font) and raw.FPDFFont_GetIsEmbedded(font) == 1


def text_at_once(text_page: Any, count: int) -> str | None:
    """The characters of a page; `None` where PDFium leaves some out, or writes one as two."""
    # A type of array for each number of characters would cost more than the text.
    buffer = bytearray(2 * (count + 1))
    start = ctypes.c_ushort.from_buffer(buffer)
    written = raw.FPDFText_GetText(text_page, 0, count, ctypes.byref(start))
    if written != count + 1:
        return None
    text, _ = utf_16_le_decode(buffer[: 2 * count], "replace", True)
    return text if len(text) == count else None


def page_objects(page: Any) -> Iterator[int]:
    """Addresses of the objects on a page."""
    count = raw.FPDFPage_CountObjects(page)
    return map(_page_object, repeat(pointer_of(page)), range(count))


def form_objects(form: Any) -> Iterator[int]:
    """Addresses of the objects in a form object."""
    count = raw.FPDFFormObj_CountObjects(form)
    return map(_form_object, repeat(pointer_of(form)), range(max(count, 0)))
