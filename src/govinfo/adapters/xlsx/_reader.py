"""Reads the sheets of a workbook that are shown."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from govinfo.adapters import compound
from govinfo.adapters.assembly import has_text, to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.cell_looks import PLAIN, Font, Look, text_of
from govinfo.adapters.number_formats import hides_text, shown
from govinfo.adapters.numerals import whole
from govinfo.adapters.opc import Package
from govinfo.adapters.pieces import Picture
from govinfo.adapters.sheets import Cells, Reader
from govinfo.adapters.symbols import PICTURE, UNKNOWN, seen
from govinfo.adapters.xlsx import _names as n
from govinfo.adapters.xlsx._styles import font_of, looks_of
from govinfo.blocks import Document
from govinfo.errors import CorruptDocument, NoTextLayer, UnsupportedFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from govinfo.adapters.pieces import Piece
    from govinfo.adapters.sheets import Place
    from govinfo.source import Limits

_PLACE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ON: Final = frozenset({"1", "true"})
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
"""What Excel can hold."""


def read(data: bytes, limits: Limits) -> Document:
    """Read a workbook.

    Raises:
        GovInfoError: It cannot be read.
    """
    if data.startswith(compound.BEGINNING):
        raise compound.refusal(data)
    package = Package(data, limits, "a workbook")
    workbook = _Workbook(package, Budget(limits))
    blocks = to_blocks(workbook.pieces())
    if workbook.pictures and not any(map(has_text, blocks)):
        raise NoTextLayer("the sheets hold pictures and no text")
    return Document(blocks, package.metadata(), "xlsx")


def first_rows(data: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """The texts of the first sheet, row by row: what a program that wrote them reads back.

    Rows are numbered from 1; those that are blank are left out.

    Raises:
        GovInfoError: The workbook cannot be read.
    """
    texts = _Workbook(Package(data, limits, "a workbook"), Budget(limits)).first()
    places = sorted(texts)
    for number, row in groupby(places, key=itemgetter(0)):
        held = list(row)
        width = held[-1][1] + 1
        yield number + 1, [texts.get((number, column), "") for column in range(width)]


class _Workbook:
    """The sheets of a package.

    Attributes:
        pictures: How many pictures the sheets show.
    """

    def __init__(self, package: Package, budget: Budget) -> None:
        self._package = package
        self._budget = budget
        self._main = self._main_part()
        self._root = package.tree(self._main)
        strings = package.optional_tree(package.related(self._main, "sharedStrings"))
        self._strings = [] if strings is None else list(strings.iterchildren(n.SI))
        self._looks = looks_of(package.optional_tree(package.related(self._main, "styles")))
        properties = self._root.find(n.WORKBOOK_PR)
        self._since_1904 = properties is not None and properties.get("date1904") in _ON
        self._known: dict[tuple[int, Look], str] = {}
        self.pictures = 0

    def _main_part(self) -> str:
        named = self._package.related("", "officeDocument")
        names = self._package.names
        if named in names and not named.endswith(("document.xml", "presentation.xml")):
            if named.endswith(".bin"):
                raise UnsupportedFormat("a binary workbook (.xlsb); save it as .xlsx")
            return named
        found = [name for name in names if re.fullmatch(r"xl/workbook\d*\.xml", name)]
        if found:
            return found[0]
        if any(name.startswith("xl/") for name in names):
            raise CorruptDocument("the package lacks its main part, xl/workbook.xml")
        raise UnsupportedFormat("a ZIP file, but not of a workbook")

    def first(self) -> dict[Place, str]:
        """The texts of the first sheet."""
        _, root = next(self._sheets(), (None, None))
        return {} if root is None else self._cells(root).texts

    def _sheets(self) -> Iterator[tuple[str, _Element]]:
        """The sheets that are shown, each with the name of its part."""
        for sheet in self._root.iter(n.SHEET):
            if sheet.get("state", "visible") != "visible":
                continue
            name = self._package.target(self._main, sheet.get(n.REL_ID, ""))
            root = self._package.optional_tree(name)
            if name is None or root is None:
                raise CorruptDocument(f"the sheet {sheet.get('name', '')!r} cannot be read")
            yield name, root

    def pieces(self) -> list[Piece]:
        """What the sheets show, one after the other."""
        reader = Reader(self._budget)
        pieces: list[Piece] = []
        for name, root in self._sheets():
            cells = self._cells(root)
            texts, pictures = self._drawn(name, root, cells)
            pieces += reader.pieces(cells)
            pieces += [reader.line(text) for text in texts]
            pieces += [Picture("", reader.lines)] * pictures
        return pieces

    def _cells(self, root: _Element) -> Cells:
        view = next(root.iter(n.SHEET_VIEW), None)
        zeros = view is None or view.get("showZeros", "1") in _ON
        cells = Cells(hidden_columns=set(_hidden_columns(root)))
        usual = next(root.iter(n.SHEET_FORMAT), None)
        hidden = usual is not None and usual.get("zeroHeight") in _ON
        row_number = -1
        for row in root.iter(n.ROW):
            row_number = whole(row.get("r"), row_number + 2) - 1
            if row.get("hidden", "0") in _ON or (hidden and row.get("ht") is None):
                cells.hidden_rows.add(row_number)
            column = -1
            for cell in row.iterchildren(n.C):
                place = _PLACE.fullmatch(cell.get("r", ""))
                column = _column(place[1]) if place is not None else column + 1
                if row_number < _MOST_ROWS and column < _MOST_COLUMNS:
                    self._cell(cell, (row_number, column), cells, zeros=zeros)
        for merged in root.iter(n.MERGE_CELL):
            found = _range(merged.get("ref", ""))
            if found is not None:
                cells.merged.append(found)
        return cells

    def _cell(self, cell: _Element, place: tuple[int, int], cells: Cells, *, zeros: bool) -> None:
        at = whole(cell.get("s"), 0)
        look = self._looks[at] if at < len(self._looks) else PLAIN
        if look.bordered:
            cells.bordered.add(place)
        text = self._text(cell, look, zeros=zeros).strip()
        if text:
            cells.texts[place] = text

    def _text(self, cell: _Element, look: Look, *, zeros: bool) -> str:
        kind = cell.get("t", "n")
        value = cell.findtext(n.V) or ""
        if kind == "s":
            at = whole(value, len(self._strings))
            return self._shared(at, look)
        inline = cell.find(n.IS)
        if kind == "inlineStr" and inline is not None:
            return _rich(inline, look)
        if look.font.is_unseen(look.behind):
            return ""
        if kind == "n":
            if not value and cell.find(n.F) is not None:
                return UNKNOWN  # A formula whose result no program has written down.
            text = shown(value, look.number_format, since_1904=self._since_1904) if value else ""
            return "" if not zeros and text == "0" else text
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        return "" if hides_text(look.number_format) else seen(value)

    def _shared(self, at: int, look: Look) -> str:
        """A text that cells share; made once, since one may be long and in many cells."""
        if at >= len(self._strings):
            return UNKNOWN
        if (at, look) not in self._known:
            self._known[at, look] = _rich(self._strings[at], look).strip()
        return self._known[at, look]

    def _drawn(self, name: str, root: _Element, cells: Cells) -> tuple[list[str], int]:
        """The texts of shapes, and how many pictures lie over no blank cell of a table."""
        drawing = root.find(n.DRAWING)
        part = None if drawing is None else self._package.target(name, drawing.get(n.REL_ID, ""))
        drawings = self._package.optional_tree(part)
        texts, pictures = [], 0
        for anchor in () if drawings is None else drawings:
            text = "".join(element.text or "" for element in anchor.iter(n.SHAPE_TEXT)).strip()
            if text:
                texts.append(seen(text))
            if next(anchor.iter(*n.DRAWN), None) is None:
                continue
            self.pictures += 1
            row, column = (anchor.findtext(f"{n.FROM}/{tag}", "") for tag in n.ANCHOR_PLACE)
            place = (whole(row, -1), whole(column, -1))
            if place in cells.bordered and place not in cells.texts:
                cells.texts[place] = PICTURE  # A figure that is a picture is no blank cell.
            else:
                pictures += 1
        return texts, pictures


def _rich(string: _Element, look: Look) -> str:
    """The text of a string of runs."""
    runs: list[tuple[str, Font]] = []
    for child in string:
        if child.tag == n.T:
            runs.append((child.text or "", look.font))
        elif child.tag == n.R:
            properties = child.find(n.R_PR)
            font = look.font if properties is None else _over(font_of(properties), look.font)
            runs.append((child.findtext(n.T) or "", font))
    return text_of(runs, look)


def _over(own: Font, of_cell: Font) -> Font:
    """A run's font: Excel writes all of it, and the cell's does not count where it has one."""
    return own if own.colour is not None else Font(own.struck, own.tiny, of_cell.colour, own.shift)


def _hidden_columns(root: _Element) -> Iterator[int]:
    for column in root.iter(n.COL):
        if column.get("hidden") in _ON or column.get("width") in ("0", "0.0"):
            first = whole(column.get("min"), 1)
            last = min(whole(column.get("max"), first), _MOST_COLUMNS)
            yield from range(first - 1, last)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _range(given: str) -> tuple[int, int, int, int] | None:
    """The first and the last row and column of a range such as `A1:C3`."""
    first, _, last = given.partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
    if begin is None or end is None:
        return None
    top, left = int(begin[2]) - 1, _column(begin[1])
    bottom, right = int(end[2]) - 1, _column(end[1])
    return (top, left, bottom, right) if bottom >= top >= 0 and right >= left else None
