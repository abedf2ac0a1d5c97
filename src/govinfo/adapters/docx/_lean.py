"""Takes out of a part, before it is parsed, what only says how its text looks.

Two thirds of what Word writes are fonts, sizes, widths and borders. A regular expression passes
over them in a third of the time that libxml2 needs to make elements of them, and every later
step has a smaller tree to go through.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import Final

from govinfo.adapters.colours import WHITE, alike

_DECLARATION: Final = b"xmlns:w="
_DECLARED: Final = _DECLARATION + b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENCODING: Final = re.compile(rb"\A<\?xml[^>]*\sencoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)

_LOOKS: Final = (
    "adjustRightInd autoSpaceDE autoSpaceDN b bCs bottom cnfStyle gridCol i iCs ind insideH "
    "insideV jc kern lang left noWrap right snapToGrid spacing szCs tblInd tblLook "
    "tblW tcW top vAlign widowControl"
)
"""Elements without content, in alphabetical order, of which nothing is read."""

# And elements of which something is read where they may hide text or stand for other letters.
_COLOURS: Final = " color shd"
_FONTS: Final = " rFonts"
_SIZES: Final = " sz"
_HEIGHTS: Final = " trHeight"

_TELLING: Final = re.compile(
    rb"<w:(?:color|rFonts|sz|trHeight) [^>]*/>|<w14:s(?:rgb|cheme)Clr [^>]*>"
)
_COLOUR: Final = re.compile(r"<w(?:14:srgbClr|:color) [^<>]*?val=[\"']([0-9A-Fa-f]{6})[\"']")
_OF_THEME: Final = re.compile(r"(?:themeColor|w14:val)=[\"'](?:background1|light1|bg1|lt1)[\"']")
_FLAT: Final = re.compile(r"<w:trHeight [^<>]*?w:val=[\"']\d{1,2}[\"']")
_FILL: Final = re.compile(rb"w:fill=[\"']([0-9A-Fa-f]{6})[\"']")
_TINY: Final = re.compile(r"<w:sz [^<>]*?w:val=[\"'][0-2][\"']")
_SYMBOL_FONT: Final = re.compile(
    r"<w:rFonts [^<>]*?[\"'](?:Wing|Web|Zapf ?D|Symbol[\"'])", re.IGNORECASE
)


@cache
def _pattern(names: str) -> re.Pattern[bytes]:
    """A pattern of the elements, which looks for the first letter first: it is tried often."""
    grouped = (
        f"{first}(?:{'|'.join(name[1:] for name in group)})"
        for first, group in groupby(sorted(names.split()), key=lambda name: name[0])
    )
    return re.compile(f"<w:(?:{'|'.join(grouped)}) [^>]*/>".encode())


def lean(data: bytes, *, looks: bool = False) -> bytes:
    """A part without the elements of formatting; as it is where that might change its text.

    The result need not be well-formed where the part is not.

    Args:
        data: The part.
        looks: Whether colours and sizes are kept in any case.
    """
    if data.count(_DECLARATION) != 1 or _DECLARED not in data:
        return data
    if b"<!" in data or _ENCODING.match(data):
        # Text in a CDATA section may look like an element, and so may the bytes of a character.
        return data
    # There are few that differ, and to find them takes a fifth of the time of taking all out.
    telling = "".join(one.decode("utf-8", "replace") for one in set(_TELLING.findall(data)))
    names = _LOOKS
    colours = {*_COLOUR.findall(telling), *([WHITE] if _OF_THEME.search(telling) else ())}
    if not (looks or _may_hide(colours, data)):
        names += _COLOURS
    if _SYMBOL_FONT.search(telling) is None:
        names += _FONTS
    if not (looks or _TINY.search(telling)):
        names += _SIZES
    if not _FLAT.search(telling):
        names += _HEIGHTS
    return _pattern(names).sub(b"", data)


def _may_hide(colours: set[str], data: bytes) -> bool:
    """Whether a colour of text is one that may be behind it."""
    if not colours:
        return False
    fills = {WHITE, *(one.decode() for one in set(_FILL.findall(data)))}
    return b"<w:highlight" in data or any(alike(one, fill) for one in colours for fill in fills)
