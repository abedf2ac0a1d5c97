"""Letters of form objects that PDFium leaves in the form's own space.

It does so where a text says itself what it shows (`/ActualText`), as browsers let it say wherever
a font shares a glyph between an ideograph and a radical: 一 and ⼀, 行 and ⾏. Such a letter has
the box of its text within the form, while its matrix is the page's like that of every other.
"""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw  # type: ignore[import-untyped]

from govinfo.adapters.pdf._plain import letter_matrix, renamed, text_object
from govinfo.adapters.pdf._shapes import inverse, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._shapes import Matrix


def ways_out(handle: Any, indices: Sequence[int], inner: Sequence[int]) -> dict[int, Matrix]:
    """The matrices that bring such letters from their forms to the page.

    Args:
        handle: The text page, as PDFium's plain functions take it.
        indices: PDFium's characters.
        inner: Addresses of the text objects in forms.
    """
    said = renamed(inner)
    if not said:
        return {}
    owners = map(text_object, repeat(handle), indices)
    ways = {}
    for index, address in zip(indices, owners, strict=True):
        way = _way(handle, index, address) if address in said else None
        if way:
            ways[index] = way
    return ways


def _way(handle: Any, index: int, address: int) -> Matrix | None:
    """From the space of a text to the page: its matrix there is that in the form, and this."""
    there, here = raw.FS_MATRIX(), raw.FS_MATRIX()
    letter_matrix(handle, index, ctypes.byref(there))
    if not raw.FPDFPageObj_GetMatrix(ctypes.cast(address, raw.FPDF_PAGEOBJECT), here):
        return None
    back = inverse(_parts(here))
    return times(back, _parts(there)) if back else None


def _parts(matrix: raw.FS_MATRIX) -> Matrix:
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
