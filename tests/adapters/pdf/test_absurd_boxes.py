"""Fonts whose boxes are not those of their letters, as WPS writes them."""

from __future__ import annotations

import pytest

from adapters.pdf.drawing import ENGINES, read, tables
from adapters.pdf.handwritten import LEFT, ROW, TOP, X, Y, pdf, table, text

# A 1 and a 2 as bars, in a font that says that they are taller than the page, or wider.
BOXES = {
    "tall": "0 -4000 500 9000",
    "tall above": "0 0 500 9000",
    "wide": "0 0 9000 700",
}
_INFO = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 12 0 R"
_METRICS = "/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/StemV 93"
_SONG = "/BaseFont/STSong-Light"
VERTICAL = (
    f"<</Type/Font/Subtype/Type0{_SONG}/Encoding/UniGB-UCS2-V/DescendantFonts[11 0 R]>>",
    f"<</Type/Font/Subtype/CIDFontType0{_SONG}/DW2[880 -1000]{_INFO}>>",
    f"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6{_METRICS}>>",
)
NAMES = (
    "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    "2 beginbfchar <31> <0031> <32> <0032> endbfchar endcmap"
)


def type3(box: str) -> bytes:
    font = (
        f"<</Type/Font/Subtype/Type3/FontBBox[{box}]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 49"
        "/LastChar 50/Widths[500 500]/Encoding<</Type/Encoding/Differences[49/one/two]>>"
        "/CharProcs<</one 11 0 R/two 11 0 R>>/Resources<<>>/ToUnicode 12 0 R>>"
    )
    glyph = ("", f"500 0 {box} d1 100 0 150 700 re f")
    return pdf(
        table() + text(X, Y, "12", "/T3 9"), fonts="/T3 10 0 R", objects=[font, glyph, ("", NAMES)]
    )


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", BOXES)
def test_a_glyphs_box_is_believed_within_its_size(how: str, engine: str) -> None:
    (found,) = tables(read(type3(BOXES[how]), engine))
    assert [cell.text for cell in found.cells[5:]] == ["12", *ROW]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_huge_vertical_font_under_a_small_matrix_strikes_out_no_line(engine: str) -> None:
    label = f"BT /V 199 Tf .05 0 0 .05 {LEFT + 30} {TOP - 20} Tm <6C34706B> Tj ET "
    data = pdf(table() + label, fonts="/V 10 0 R", objects=VERTICAL)
    (found,) = tables(read(data, engine))
    assert [cell.text for cell in found.cells[6:]] == list(ROW)
    assert [cell.text for cell in found.cells[1:5]] == list("BCDE")
