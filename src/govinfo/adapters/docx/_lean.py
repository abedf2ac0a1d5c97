"""Takes out of a part, before it is parsed, what only says how its text looks.

Two thirds of what Word writes are fonts, sizes, widths and borders. A regular expression passes
over them in a third of the time that libxml2 needs to make elements of them, and every later
step has a smaller tree to go through.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

_DECLARATION: Final = b"xmlns:w="
_DECLARED: Final = _DECLARATION + b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENCODING: Final = re.compile(rb"\A<\?xml[^>]*\sencoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)

_LOOKS: Final = (
    "adjustRightInd autoSpaceDE autoSpaceDN b bCs bottom cnfStyle color gridCol i iCs ind insideH "
    "insideV jc kern lang left noWrap rFonts right shd snapToGrid spacing sz szCs tblInd tblLook "
    "tblW tcW top trHeight vAlign widowControl"
)
"""Elements without content, in alphabetical order, of which nothing is read."""


def _pattern(names: str) -> re.Pattern[bytes]:
    """A pattern of the elements, which looks for the first letter first: it is tried often."""
    grouped = (
        f"{first}(?:{'|'.join(name[1:] for name in group)})"
        for first, group in groupby(names.split(), key=lambda name: name[0])
    )
    return re.compile(f"<w:(?:{'|'.join(grouped)}) [^>]*/>".encode())


_LOOK: Final = _pattern(_LOOKS)


def lean(data: bytes) -> bytes:
    """A part without the elements of formatting; as it is where that might change its text.

    The result need not be well-formed where the part is not.
    """
    if data.count(_DECLARATION) != 1 or _DECLARED not in data:
        return data
    if b"<!" in data or _ENCODING.match(data):
        # Text in a CDATA section may look like an element, and so may the bytes of a character.
        return data
    return _LOOK.sub(b"", data)
