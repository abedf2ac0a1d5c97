"""Texts in form objects, as browsers write a page that was scaled or shines through."""

from __future__ import annotations

import pytest

from adapters.pdf.drawing import read, tables
from adapters.pdf.handwritten import LEFT, ROW, TOP, X, Y, pdf, table, text
from govinfo.adapters.symbols import PICTURE

_BOX = "/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]"
_RESOURCES = "/Resources<</Font<</F0 5 0 R>>/XObject<</Inner 11 0 R>>>>"


def said(x: float, y: float, letters: str) -> str:
    """A text that says itself what it shows."""
    code = letters.encode("utf-16-be").hex()
    return f"/Span<</ActualText<FEFF{code}>>>BDC {text(x, y, letters)}EMC "


# Two letters of a label, and a figure, of which the library takes nobody's word.
SAID = said(LEFT + 17, TOP - 14, "x") + said(LEFT + 22, TOP - 14, "y") + said(X, Y, "8")
PAGES = {
    "on the page": (table() + SAID, "", ""),
    "half as large": ("q .5 0 0 .5 20 10 cm /Form Do Q ", "", table() + SAID),
    "a matrix of its own": ("/Form Do ", "/Matrix[.5 0 0 .5 20 10]", table() + SAID),
    "twice as large": ("q 2 0 0 2 -80 -900 cm /Form Do Q ", "", table() + SAID),
    "in two forms": ("q .5 0 0 .5 20 10 cm /Form Do Q ", "", "q .8 0 0 .8 9 9 cm /Inner Do Q "),
    "lying": ("q 0 .7 -.7 0 595 0 cm /Form Do Q ", "", table() + SAID),
}


@pytest.mark.parametrize("how", PAGES)
def test_a_letter_that_says_what_it_shows_stands_where_it_is_seen(how: str) -> None:
    content, matrix, drawn = PAGES[how]
    forms = [
        (f"{_BOX}{matrix}{_RESOURCES}", drawn),
        (f"{_BOX}/Resources<</Font<</F0 5 0 R>>>>", table() + SAID),
    ]
    data = pdf(content, resources="/XObject<</Form 10 0 R>>", objects=forms)
    (found,) = tables(read(data))
    assert [cell.text for cell in found.cells] == ["Axy", *"BCDE", PICTURE, *ROW]
