"""PDFs written by hand, for what no library of ours draws: annotations, layers, odd fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT, TOP, WIDTH, HEIGHT = 60, 740, 60, 20
X, Y = LEFT + 10, TOP - 2 * HEIGHT + 6
FIRST = (LEFT, TOP - 2 * HEIGHT, LEFT + WIDTH, TOP - HEIGHT)
"""The box of the first cell with a figure: left, bottom, right, top."""
ROW = ("3", "4", "1", "20")
_HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def text(x: float, y: float, letters: str, font: str = "/F0 9") -> str:
    return f"BT {font} Tf {x} {y} Td ({letters}) Tj ET "


def table() -> str:
    """A header of letters and a row of figures, whose first is left out."""
    content = "0.5 w "
    for column, label in enumerate("ABCDE"):
        x = LEFT + column * WIDTH
        for row in range(2):
            content += f"{x} {TOP - (row + 1) * HEIGHT} {WIDTH} {HEIGHT} re S "
        content += text(x + 10, TOP - HEIGHT + 6, label)
        if column:
            content += text(x + 10, Y, ROW[column - 1])
    return content


def pdf(
    content: str,
    *,
    annotations: Sequence[str] = (),
    resources: str = "",
    fonts: str = "",
    catalog: str = "",
    objects: Sequence[str | tuple[str, str]] = (),
) -> bytes:
    """A PDF of one page.

    Args:
        content: The page's content.
        annotations: Dictionaries without their brackets; appearances are objects.
        resources: More entries of the page's resources.
        fonts: More entries of its fonts.
        catalog: More entries of the catalogue.
        objects: More objects, numbered from 10 on; those with content as pairs with it.
    """
    refs = " ".join(f"<</Type/Annot {entry}>>" for entry in annotations)
    bodies: dict[int, bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[{refs}]"
            f"/Resources<</Font<</F0 5 0 R {fonts}>>{resources}>>>>"
        ).encode(),
        4: _stream("", content),
        5: _HELVETICA.encode(),
    }
    for number, body in enumerate(objects, 10):
        bodies[number] = body.encode() if isinstance(body, str) else _stream(*body)
    data, places = b"%PDF-1.7\n", {}
    for number, written in bodies.items():
        places[number] = len(data)
        data += b"%d 0 obj\n" % number + written + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    return data + b"trailer<</Size 99/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start


def form(content: str, entries: str = "") -> tuple[str, str]:
    """A form object as large as a cell, with its content."""
    box = f"/BBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F0 5 0 R>>>>"
    return f"/Type/XObject/Subtype/Form{box}{entries}", content


def _stream(entries: str, content: str) -> bytes:
    data = content.encode()
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"
