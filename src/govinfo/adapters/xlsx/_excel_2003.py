"""Workbooks of Excel 2003 in XML, as systems write them under the name .xls."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import evolve
from lxml import etree

from govinfo.adapters.assembly import to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.cell_looks import PLAIN, Font, Look, text_of
from govinfo.adapters.number_formats import shown
from govinfo.adapters.numerals import whole
from govinfo.adapters.opc import parser
from govinfo.adapters.sheets import Cells, Reader
from govinfo.adapters.shifted import Shifted
from govinfo.blocks import Document
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from govinfo.adapters.pieces import Piece
    from govinfo.source import Limits

_SS: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"
_VISIBLE: Final = (
    "{urn:schemas-microsoft-com:office:excel}WorksheetOptions/"
    "{urn:schemas-microsoft-com:office:excel}Visible"
)
_MOST: Final = 1_048_576
_REACH: Final = 2_000
"""Rows and columns that a cell covers at most."""
_TINIEST: Final = 1.0
_FORMATS: Final = {
    "Standard": "#,##0.00",
    "Fixed": "0.00",
    "Percent": "0.00%",
    "General Number": "General",
}
"""The formats that have a name; those of dates do not matter, as dates are written out."""
_MIDNIGHT: Final = re.compile(r"T00:00:00(?:\.0+)?$")


def read(data: bytes, limits: Limits) -> Document:
    """Read a workbook.

    Raises:
        CorruptDocument: It is not XML.
        LimitExceeded: It is larger than `limits` allow.
    """
    try:
        root = etree.fromstring(data, parser(recover=False))
    except etree.XMLSyntaxError as error:
        raise CorruptDocument(f"the workbook is not XML: {error}") from error
    if root.tag != f"{_SS}Workbook":
        raise CorruptDocument("not a workbook of Excel 2003")
    looks = _looks(root)
    budget = Budget(limits)
    reader = Reader(budget)
    pieces: list[Piece] = []
    for sheet in root.iter(f"{_SS}Worksheet"):
        if not (sheet.findtext(_VISIBLE) or "").startswith("Sheet"):
            pieces += reader.pieces(_cells(sheet, looks, budget))
    return Document(to_blocks(pieces), {}, "xlsx")


def _looks(root: _Element) -> dict[str | None, Look]:
    """The looks of cells by the names of their styles; that of no style is the usual one."""
    looks: dict[str | None, Look] = {None: PLAIN}
    for style in root.iter(f"{_SS}Style"):
        name = style.get(f"{_SS}ID")
        usual = looks.get("Default", PLAIN)
        look = looks.get(style.get(f"{_SS}Parent"), usual) if name != "Default" else PLAIN
        looks[name] = _look(style, look)
    looks[None] = looks.get("Default", PLAIN)
    return looks


def _look(style: _Element, look: Look) -> Look:
    """What a style makes of the look that it begins with."""
    number_format, font = style.find(f"{_SS}NumberFormat"), style.find(f"{_SS}Font")
    behind, borders = style.find(f"{_SS}Interior"), style.find(f"{_SS}Borders")
    if number_format is not None:
        named = number_format.get(f"{_SS}Format", "General")
        look = evolve(look, number_format=_FORMATS.get(named, named))
    if font is not None:
        look = evolve(look, font=_font(font))
    if behind is not None and behind.get(f"{_SS}Pattern", "None") != "None":
        solid = behind.get(f"{_SS}Pattern") == "Solid"
        look = evolve(look, behind=_colour(behind) if solid else None)
    if borders is not None:
        look = evolve(look, bordered=next(borders.iterchildren(f"{_SS}Border"), None) is not None)
    return look


def _font(font: _Element) -> Font:
    size = font.get(f"{_SS}Size", "")
    raised = {"Superscript": Shifted.NOTE, "Subscript": -Shifted.NOTE}
    return Font(
        font.get(f"{_SS}StrikeThrough") == "1",
        size.replace(".", "", 1).isdecimal() and float(size) <= _TINIEST,
        _colour(font),
        raised.get(font.get(f"{_SS}VerticalAlign", ""), 0.0),
    )


def _colour(element: _Element) -> str | None:
    given = element.get(f"{_SS}Color", "")
    return given[1:].upper() if given.startswith("#") else None


def _cells(sheet: _Element, looks: dict[str | None, Look], budget: Budget) -> Cells:
    cells = Cells()
    table = sheet.find(f"{_SS}Table")
    if table is None:
        return cells
    columns: dict[int, str | None] = {}
    for at, element in _placed(table, "Column"):
        columns[at] = element.get(f"{_SS}StyleID")
        if element.get(f"{_SS}Hidden") == "1":
            last = at + whole(element.get(f"{_SS}Span"), 0)
            cells.hidden_columns.update(range(at, min(last, _MOST) + 1))
    until: dict[int, int] = {}
    for row, element in _placed(table, "Row"):
        if element.get(f"{_SS}Hidden") == "1":
            cells.hidden_rows.add(row)
        of_row = element.get(f"{_SS}StyleID")
        for column, cell in _placed(element, "Cell", row, until):
            style = cell.get(f"{_SS}StyleID") or of_row or columns.get(column)
            _put(cells, (row, column), cell, looks.get(style, looks[None]))
            across, down = _merged(cell)
            if down:
                budget.spend_slots(across + 1)
                until.update(dict.fromkeys(range(column, column + across + 1), row + down))
    return cells


def _placed(
    holder: _Element, kind: str, row: int = 0, until: Mapping[int, int] = MappingProxyType({})
) -> Iterator[tuple[int, _Element]]:
    """The rows, columns or cells in an element, with their numbers from 0.

    Args:
        holder: The element.
        kind: Their name.
        row: The cells' row.
        until: Up to which row a cell of one above covers a column: those are passed over.
    """
    at = 0
    for element in holder.iterchildren(f"{_SS}{kind}"):
        at = max(at, whole(element.get(f"{_SS}Index"), at + 1) - 1)
        while until.get(at, -1) >= row:
            at += 1
        if at >= _MOST:
            raise CorruptDocument(f"a sheet has no {kind.lower()} {at + 1}")
        yield at, element
        at += 1 + whole(element.get(f"{_SS}{'MergeAcross' if kind == 'Cell' else 'Span'}"), 0)


def _merged(cell: _Element) -> tuple[int, int]:
    """How many columns and rows a cell covers beside its own."""
    across, down = (whole(cell.get(f"{_SS}Merge{side}"), 0) for side in ("Across", "Down"))
    return min(across, _REACH), min(down, _REACH)


def _put(cells: Cells, place: tuple[int, int], cell: _Element, look: Look) -> None:
    row, column = place
    across, down = _merged(cell)
    if across or down:
        cells.merged.append((row, column, row + down, column + across))
    if look.bordered:
        cells.bordered.add(place)
    data = cell.find(f"{_SS}Data")
    text = "" if data is None else _text(data, look)
    if text:
        cells.texts[place] = text


def _text(data: _Element, look: Look) -> str:
    if data.get(f"{_SS}Type") == "Number" and not len(data):
        if look.font.is_unseen(look.behind):
            return ""
        return shown((data.text or "").strip(), look.number_format)
    text = text_of(_runs(data, look.font), look)
    return _MIDNIGHT.sub("", text) if data.get(f"{_SS}Type") == "DateTime" else text


def _runs(element: _Element, font: Font) -> Iterator[tuple[str, Font]]:
    """The text of an element in runs: in a cell some of it may be struck out, or raised."""
    yield element.text or "", font
    for inner in element:
        name = etree.QName(inner).localname
        own = evolve(font, struck=True) if name == "S" else font
        if name in ("Sup", "Sub"):
            own = evolve(font, shift=Shifted.NOTE if name == "Sup" else -Shifted.NOTE)
        if inner.get("{http://www.w3.org/TR/REC-html40}Color"):
            own = evolve(own, colour=inner.get("{http://www.w3.org/TR/REC-html40}Color", "")[1:])
        yield from _runs(inner, own)
        yield inner.tail or "", font
