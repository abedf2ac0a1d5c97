"""What a compound file says about itself: its title, its author.

olefile reads these too, but goes on for hours where a damaged file claims a long list.
"""

from __future__ import annotations

import codecs
from typing import Final

from govinfo.adapters.binary import u16, u32
from govinfo.errors import CorruptDocument

_NAMES: Final = {2: "title", 3: "subject", 4: "author", 5: "keywords"}
_CODE_PAGE: Final = 1
_BYTES, _LETTERS = 30, 31
_SECTION: Final = 44
"""Where the place of the first section is told."""
_MOST: Final = 100
_LONGEST: Final = 10_000


def metadata_of(stream: bytes) -> dict[str, str]:
    """The properties that have text, by name; those that are damaged are left out."""
    try:
        return _read(stream)
    except CorruptDocument:
        return {}


def _read(stream: bytes) -> dict[str, str]:
    start = u32(stream, _SECTION)
    places = {}
    for index in range(min(u32(stream, start + 4), _MOST)):
        at = start + 8 + 8 * index
        places[u32(stream, at)] = start + u32(stream, at + 4)
    page = places.get(_CODE_PAGE)
    codec = _codec(u16(stream, page + 4)) if page is not None else "cp1252"
    told = {}
    for number, name in _NAMES.items():
        text = _text(stream, places[number], codec) if number in places else ""
        if text:
            told[name] = text
    return told


def _text(stream: bytes, at: int, codec: str) -> str:
    kind, length = u16(stream, at), min(u32(stream, at + 4), _LONGEST)
    if kind == _LETTERS:
        text = stream[at + 8 : at + 8 + 2 * length].decode("utf-16-le", "replace")
    elif kind == _BYTES:
        text = stream[at + 8 : at + 8 + length].decode(codec, "replace")
    else:
        return ""
    return "".join(one for one in text.partition("\0")[0] if one.isprintable()).strip()


def _codec(page: int) -> str:
    name = {936: "gb18030", 65001: "utf-8", 1200: "utf-16-le"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
