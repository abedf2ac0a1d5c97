"""The names of the elements and attributes that are read, in lxml's notation."""

from __future__ import annotations

from typing import Final

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_XDR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

REL_ID: Final = _R + "id"

SHEET: Final = _S + "sheet"
WORKBOOK_PR: Final = _S + "workbookPr"
SHEET_VIEW: Final = _S + "sheetView"
SHEET_FORMAT: Final = _S + "sheetFormatPr"
COL: Final = _S + "col"
ROW: Final = _S + "row"
C: Final = _S + "c"
V: Final = _S + "v"
F: Final = _S + "f"
IS: Final = _S + "is"
MERGE_CELL: Final = _S + "mergeCell"
DRAWING: Final = _S + "drawing"

SI: Final = _S + "si"
R: Final = _S + "r"
T: Final = _S + "t"
R_PR: Final = _S + "rPr"
R_PH: Final = _S + "rPh"

NUM_FMT: Final = _S + "numFmt"
FONTS: Final = _S + "fonts"
FILLS: Final = _S + "fills"
BORDERS: Final = _S + "borders"
CELL_XFS: Final = _S + "cellXfs"
PATTERN_FILL: Final = _S + "patternFill"
FG_COLOR: Final = _S + "fgColor"
COLOR: Final = _S + "color"
STRIKE: Final = _S + "strike"
VERT_ALIGN: Final = _S + "vertAlign"
SIZE: Final = _S + "sz"
SIDES: Final = tuple(_S + side for side in ("left", "right", "top", "bottom"))

FROM: Final = _XDR + "from"
ANCHOR_PLACE: Final = (_XDR + "row", _XDR + "col")
DRAWN: Final = (_XDR + "pic", _XDR + "graphicFrame")
SHAPE: Final = _XDR + "sp"
SHAPE_TEXT: Final = _A + "t"
