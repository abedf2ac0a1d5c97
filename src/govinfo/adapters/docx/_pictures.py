"""Pictures in a Word file: how they are shown, and what those say that are pictures of text."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from govinfo.adapters.docx import _names as w
from govinfo.adapters.pieces import Look, Picture, piece_of
from govinfo.adapters.scan import dots_of, why_unread
from govinfo.blocks import Scan, Table
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from govinfo.adapters.docx._package import Package
    from govinfo.adapters.pdf._page import Page
    from govinfo.adapters.pieces import Piece
    from govinfo.adapters.scan import Ocr
    from govinfo.blocks import Block
    from govinfo.source import Limits

_POINTS = 72.0
_UNITS = 12_700  # of DrawingML in a point
_WIDE, _HIGH = 238.0, 84.0  # points of a picture of a table: a part of a page of A4
_TALL = 420.0  # points of a picture of a page
_CAPTION = 30  # letters for each picture, below which a document is pages and no text
_LENGTH = re.compile(r"(?:\A|;)\s*(width|height):\s*([\d.]+)(pt|in|cm|mm|px)")
_IN_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_CLOSED = "it cannot be opened, or only a part of it is shown"


class _Asked(NamedTuple):
    """A picture that may be one of text: its place among the pieces, and its number."""

    at: int
    number: int
    piece: Picture
    look: Look


def look_of(picture: _Element, extent: _Element | None) -> Look | None:
    """How a picture is shown; `None` where it is none, or its size is not told.

    Args:
        picture: `pic:pic`, `a:blip` or `v:imagedata`.
        extent: `wp:extent`, the size of what it stands in.
    """
    if picture.tag == w.IMAGE_DATA:
        return _of_vml(picture)
    blip = next(picture.iter(w.BLIP), None)
    if blip is None or extent is None:
        return None
    sides = [_number(extent.get(side, "")) / _UNITS for side in ("cx", "cy")]
    is_cut = any(_number(value) for one in picture.iter(w.SOURCE_PART) for value in one.values())
    is_turned = any(_number(one.get("rot", "")) for one in picture.iter(w.TRANSFORM))
    name = "" if is_cut or is_turned else blip.get(w.EMBED, "")
    return Look(name, sides[0], sides[1])


def _of_vml(picture: _Element) -> Look | None:
    shape = picture.getparent()
    style = "" if shape is None else shape.get("style", "")
    sides = {name: float(size) * _IN_POINTS[unit] for name, size, unit in _LENGTH.findall(style)}
    if len(sides) < 2:
        return None
    is_cut = any(name.startswith("crop") for name in map(str, picture.keys()))
    name = "" if is_cut or "rotation" in style else picture.get(w.REL_ID, "")
    return Look(name, sides["width"], sides["height"])


def _number(value: str) -> int:
    return int(value) if value.lstrip("-").isdecimal() else 0


def with_scans(
    package: Package, pieces: list[Piece], blocks: Sequence[Block], ocr: Ocr, limits: Limits
) -> tuple[list[Piece], tuple[Scan, ...]]:
    """The pieces with what pictures of text among them say, and which these are.

    Where there is hardly any other text, large pictures are pages; else the tables are read that
    they show, and what stands beside these.

    Args:
        package: The file's parts.
        pieces: What it holds.
        blocks: The same as blocks.
        ocr: Whether pictures are read.
        limits: `scanned` bounds how many.

    Raises:
        MissingDependency: They must be read, and what reads them is not installed.
        LimitExceeded: They are more than the limit, or larger than the limits allow.
        CorruptDocument: One that was begun to be read is damaged.
    """
    asked = list(_asked(pieces))
    if not asked:
        return pieces, ()
    reason = why_unread(ocr)
    if len(asked) > limits.scanned:
        raise limits.exceeded("scanned", f"the file has {len(asked):,} pictures of text, more")
    letters = _letters(blocks)
    alone = letters < _CAPTION * len(asked)
    made: dict[int, list[Piece]] = {}
    scans: list[Scan] = []
    for group in _side_by_side(asked):
        unread = [_unread(package, one, reason, beside=letters > 0) for one in group]
        told = [
            (one, scan, None if scan.reason else _read(package, one, limits, alone=alone))
            for one, scan in zip(group, unread, strict=True)
        ]
        scans += [
            evolve(scan, dpi=found[1].dpi, letter=found[1].letter) if found else scan
            for _, scan, found in told
            if found or scan.reason
        ]
        made |= _in_place([(one, found[0]) for one, _, found in told if found], limits)
    kept = (made.get(at, [piece]) for at, piece in enumerate(pieces))
    return [piece for several in kept for piece in several], tuple(scans)


def _asked(pieces: Sequence[Piece]) -> Iterable[_Asked]:
    """The pictures that are large enough for a table."""
    large = (
        (at, piece, piece.look)
        for at, piece in enumerate(pieces)
        if isinstance(piece, Picture) and piece.look is not None and _is_large(piece.look)
    )
    for number, (at, piece, look) in enumerate(large, 1):
        yield _Asked(at, number, piece, look)


def _is_large(look: Look) -> bool:
    return look.width > _WIDE and look.height > _HIGH


def _unread(package: Package, one: _Asked, reason: str, *, beside: bool) -> Scan:
    """What is told of a picture that is not read; without a reason it can be."""
    why = reason or ("" if _opens(package, one) else _CLOSED)
    return Scan(one.number, 0, reason=why, beside=beside, paragraph=one.piece.number or 0)


def _side_by_side(asked: Iterable[_Asked]) -> Iterable[list[_Asked]]:
    """Pictures between which nothing stands: a table may go on from one to the next."""
    for _, group in groupby(enumerate(asked), lambda one: one[1].at - one[0]):
        yield [one for _, one in group]


def _letters(blocks: Iterable[Block]) -> int:
    """How many letters a document has."""
    texts = (
        [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
        for block in blocks
    )
    return sum(len("".join(text.split())) for several in texts for text in several)


def _opens(package: Package, one: _Asked) -> bool:
    """Whether a picture is whole, and of a format that is read."""
    name = package.target(package.main, one.look.name) if one.look.name else None
    if name is None:
        return False
    try:
        dots_of(package.bytes_of(name))
    except CorruptDocument:
        return False
    return True


def _read(
    package: Package, one: _Asked, limits: Limits, *, alone: bool
) -> tuple[Page, Scan] | None:
    """A picture as a page; `None` where it shows no table, and is no page."""
    from govinfo.adapters.scan._files import pictures_of  # noqa: PLC0415 - needs the extra
    from govinfo.adapters.scan._page import page_of, tables_of  # noqa: PLC0415 - likewise

    data = package.bytes_of(package.target(package.main, one.look.name) or "")
    pixels, _ = next(pictures_of(data, limits))
    dpi = pixels.shape[1] / one.look.width * _POINTS
    is_page = alone and one.look.height > _TALL
    return (page_of if is_page else tables_of)(pixels, dpi, one.number, limits)


def _in_place(read: Sequence[tuple[_Asked, Page]], limits: Limits) -> dict[int, list[Piece]]:
    """What neighbouring pictures say, in the place of the first, and nothing in the others'."""
    from govinfo.adapters.pdf._document import blocks_of  # noqa: PLC0415 - costs

    if not read:
        return {}
    first = read[0][0]
    pages = [evolve(page, number=number) for number, (_, page) in enumerate(read, 1)]
    found = [piece_of(block, first.piece.number) for block in blocks_of(pages, limits)]
    return {**{one.at: [] for one, _ in read}, first.at: found}
