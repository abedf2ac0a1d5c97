"""Annotations and layers: what is laid over a page, and what of it a viewer shows."""

from __future__ import annotations

import pytest

from adapters.pdf.drawing import ENGINES, read, tables
from adapters.pdf.handwritten import FIRST, HEIGHT, ROW, WIDTH, X, Y, form, pdf, table, text
from govinfo.adapters.symbols import PICTURE

WHITE = f"1 g 0 0 {WIDTH} {HEIGHT} re f 0 g "
RECT = "/Rect[{} {} {} {}]".format(*FIRST)
LOOKS = f"{RECT}/AP<</N 10 0 R>>"
LAYER = "<</Type/OCG/Name(draft)>>"
QUAD = f"/QuadPoints[{X} {Y + 7} {X + 11} {Y + 7} {X} {Y - 1} {X + 11} {Y - 1}]"
CONTENTS = "/Contents(2)/DA(/Helv 9 Tf 0 g)"
OFF = "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>"
ON = "/OCProperties<</OCGs[10 0 R]/D<<>>>>"


def first(data: bytes, engine: str) -> str:
    ((_, _, _, _, _, cell, *others),) = (found.cells for found in tables(read(data, engine)))
    assert tuple(other.text for other in others) == ROW
    return cell.text


def annotated(subtype: str, under: str, over: str, entries: str = LOOKS) -> bytes:
    content = table() + (text(X, Y, under) if under else "")
    return pdf(content, annotations=[f"/Subtype/{subtype}{entries}"], objects=[form(over)])


TYPED = text(10, 6, "12")
SHOWN = {
    "typed over a blank": annotated("FreeText", "", TYPED),
    "typed over a figure": annotated("FreeText", "34", WHITE + TYPED),
    "typed, with looks left to the viewer": annotated(
        "FreeText", "", "", f"{RECT}/Contents(12)/DA(/Helv 9 Tf 0 g)"
    ),
    "typed over one with the same digit": annotated("FreeText", "15", WHITE + TYPED),
    "typed over the same": annotated("FreeText", "12", WHITE + TYPED),
    "stamped over a figure": annotated("Stamp", "34", WHITE + TYPED),
    "typed, but hidden": annotated("FreeText", "12", WHITE + text(10, 6, "34"), LOOKS + "/F 2"),
    "typed, but not to be viewed": annotated("FreeText", "12", WHITE, LOOKS + "/F 32"),
    "a note in a window of its own": annotated(
        "Text", "12", text(10, 6, "34"), LOOKS + "/Contents(34)"
    ),
    "highlighted": annotated("Highlight", "12", "1 1 0 rg 0 0 60 20 re f"),
    "struck through by a note": pdf(
        table() + text(X, Y, "34") + text(X + 20, Y, "12"),
        annotations=[f"/Subtype/StrikeOut{LOOKS}/QuadPoints[70 715 82 715 70 705 82 705]"],
        objects=[form("0.7 w 9.5 9 m 20.5 9 l S")],
    ),
    "struck through, with looks left to the viewer": pdf(
        table() + text(X, Y, "34") + text(X + 20, Y, "12"),
        annotations=[f"/Subtype/StrikeOut{RECT}{QUAD}"],
    ),
    "typed beside a digit, as large as it": pdf(
        table() + text(X, Y, "1"),
        annotations=[f"/Subtype/FreeText/Rect[{X + 5} {Y - 2} {X + 12} {Y + 8}]{CONTENTS}"],
    ),
    "in a ring": pdf(
        table()
        + text(X, Y, "12")
        + f"{X - 2} {Y + 3} m {X - 2} {Y + 12} {X + 12} {Y + 12} {X + 12} {Y + 3} c "
        + f"{X + 12} {Y - 5} {X - 2} {Y - 5} {X - 2} {Y + 3} c S "
    ),
    "typed over a white box with a white rim": pdf(
        table()
        + text(X, Y, "34")
        + f"1 g 1 G 1 w {X - 2} {Y + 2} 16 8 re B {X - 2} {Y - 2} 16 6 re B 0 g 0 G "
        + text(X, Y, "12")
    ),
    "a linked figure": annotated("Link", "12", ""),
    "on a layer that is off": pdf(
        table() + f"/OC /L BDC {text(X, Y, '9')} EMC {text(X + 5, Y, '12')}",
        resources="/Properties<</L 10 0 R>>",
        catalog=OFF,
        objects=[LAYER],
    ),
    "on a layer that is on": pdf(
        table() + f"/OC /L BDC {text(X, Y, '12')} EMC",
        resources="/Properties<</L 10 0 R>>",
        catalog=ON,
        objects=[LAYER],
    ),
    "in a form on a layer that is off": pdf(
        table() + f"q 1 0 0 1 60 700 cm /Fm Do Q {text(X + 5, Y, '12')}",
        resources="/XObject<</Fm 11 0 R>>",
        catalog=OFF,
        objects=[LAYER, form(text(10, 6, "9"), "/OC 10 0 R")],
    ),
    "by a rule of layers": pdf(
        table() + f"/OC /L BDC {text(X, Y, '9')} EMC {text(X + 5, Y, '12')}",
        resources="/Properties<</L 11 0 R>>",
        catalog=OFF,
        objects=[LAYER, "<</Type/OCMD/OCGs[10 0 R]/P/AllOn>>"],
    ),
    "clipped away with its form": pdf(
        table() + f"q 0 0 5 5 re W n 1 0 0 1 60 700 cm /Fm Do Q {text(X + 5, Y, '12')}",
        resources="/XObject<</Fm 10 0 R>>",
        objects=[form(text(10, 6, "9"))],
    ),
    "under a mask that lets nothing through": pdf(
        table() + f"q /G gs {text(X, Y, '9')} Q {text(X + 5, Y, '12')}",
        resources="/ExtGState<</G<</SMask<</Type/Mask/S/Luminosity/G 10 0 R>>>>>>",
        objects=[form("0 g 0 0 595 842 re f", "/BBox[0 0 595 842]/Group<</S/Transparency>>")],
    ),
    "under a mask that lets all through": pdf(
        table() + f"q /G gs {text(X, Y, '12')} Q",
        resources="/ExtGState<</G<</SMask<</Type/Mask/S/Luminosity/G 10 0 R>>>>>>",
        objects=[
            form(f"1 g {X - 5} {Y - 5} 40 30 re f", "/BBox[0 0 595 842]/Group<</S/Transparency>>")
        ],
    ),
    "in a form that is transparent": pdf(
        table() + f"q /G gs 1 0 0 1 60 700 cm /Fm Do Q {text(X + 5, Y, '12')}",
        resources="/XObject<</Fm 10 0 R>>/ExtGState<</G<</ca 0/CA 0>>>>",
        objects=[form(text(10, 6, "9"), "/Group<</S/Transparency>>")],
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", SHOWN)
def test_the_cell_says_what_a_viewer_shows(how: str, engine: str) -> None:
    assert first(SHOWN[how], engine) == "12"


@pytest.mark.parametrize("engine", ENGINES)
def test_text_typed_over_text_with_nothing_between_leaves_the_cell_open(engine: str) -> None:
    cell = first(annotated("FreeText", "34", TYPED), engine)
    assert not cell.isdecimal()
    assert cell


CROSSED = {
    "struck out": f"/Subtype/StrikeOut{RECT}{QUAD}",
    "under a line": f"/Subtype/Line{RECT}/L[{X - 1} {Y + 3} {X + 11} {Y + 3}]",
    "crossed by hand": f"/Subtype/Ink{LOOKS}",
    "crossed by hand, with looks left to the viewer": (
        f"/Subtype/Ink{RECT}/InkList[[{X - 1} {Y} {X + 4} {Y + 4} {X + 11} {Y + 7}]]"
    ),
    "under a bar": f"/Subtype/Square{LOOKS}",
}
STROKES = {
    "crossed by hand": "0.9 0 0 RG 9 5 m 21 15 l S 9 15 m 21 5 l S ",
    "under a bar": "0 g 8 3 30 14 re f ",
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", CROSSED)
def test_a_figure_that_is_crossed_out_is_told(how: str, engine: str) -> None:
    over = form(STROKES.get(how, ""))
    data = pdf(table() + text(X, Y, "15"), annotations=[CROSSED[how]], objects=[over])
    assert first(data, engine).strip(PICTURE) == ""
    assert PICTURE in first(data, engine)
