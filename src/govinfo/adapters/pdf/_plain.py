"""PDFium's functions with plain addresses for arguments.

They are called once a character or object. There the typed pointers, which the library's own
declarations make and check, cost as much as the call itself.
"""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from itertools import repeat
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
letter_matrix = _plain(raw.FPDFText_GetMatrix, ctypes.c_int)
draw_mode = _plain(raw.FPDFPath_GetDrawMode, ctypes.c_int)
count_segments = _plain(raw.FPDFPath_CountSegments, ctypes.c_int)
bounds = _plain(raw.FPDFPageObj_GetBounds, ctypes.c_int)
clip_path = _plain(raw.FPDFPageObj_GetClipPath, _POINTER)
count_clips = _plain(raw.FPDFClipPath_CountPaths, ctypes.c_int, _POINTER)
kind = _plain(raw.FPDFPageObj_GetType, ctypes.c_int, _POINTER)
_page_object = _plain(raw.FPDFPage_GetObject, _POINTER)
_form_object = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)


def pointer_of(handle: Any) -> Any:
    """A typed handle as it is passed to a function that declares no arguments."""
    return as_pointer(ctypes.cast(handle, _POINTER).value or 0)


def loose_boxes(text_page: Any, indices: Sequence[int]) -> Iterator[list[float]]:
    """All left sides of characters, then all tops, rights and bottoms; y grows upwards."""
    buffer = (ctypes.c_float * (4 * len(indices)))()
    start = ctypes.addressof(buffer)
    places = map(as_pointer, range(start, start + 16 * len(indices), 16))
    deque(map(_loose_box, repeat(text_page), indices, places), maxlen=0)
    numbers = struct.unpack(f"{len(buffer)}f", buffer)
    return (list(numbers[side::4]) for side in range(4))


def page_objects(page: Any) -> Iterator[int]:
    """Addresses of the objects on a page."""
    count = raw.FPDFPage_CountObjects(page)
    return map(_page_object, repeat(pointer_of(page)), range(count))


def form_objects(form: Any) -> Iterator[int]:
    """Addresses of the objects in a form object."""
    count = raw.FPDFFormObj_CountObjects(form)
    return map(_form_object, repeat(pointer_of(form)), range(max(count, 0)))


def all_objects(page: Any, depth: int) -> Iterator[int]:
    """Addresses of the objects on a page and in its form objects, in the order of its content."""
    return _with_inner(page_objects(page), depth)


def _with_inner(addresses: Iterator[int], depth: int) -> Iterator[int]:
    for address in addresses:
        yield address
        if depth and kind(address) == raw.FPDF_PAGEOBJ_FORM:
            form = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
            yield from _with_inner(form_objects(form), depth - 1)
