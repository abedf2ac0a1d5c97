"""The names of the elements and attributes that are read, in lxml's notation.

Strict OOXML has namespaces of its own; the package layer rewrites them to these.
"""

from __future__ import annotations

from typing import Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"

# Structure
BODY = _W + "body"
P = _W + "p"
PPR = _W + "pPr"
R = _W + "r"
RPR = _W + "rPr"
TBL = _W + "tbl"
TR = _W + "tr"
TRPR = _W + "trPr"
TC = _W + "tc"
TC_PR = _W + "tcPr"
ALT_CHUNK = _W + "altChunk"
TXBX = _W + "txbxContent"

# Wrappers
SDT = _W + "sdt"
SDT_PR = _W + "sdtPr"
SDT_CONTENT = _W + "sdtContent"
SHOWING_PLACEHOLDER = _W + "showingPlcHdr"
INS = _W + "ins"
DEL = _W + "del"
MOVE_FROM = _W + "moveFrom"
ALTERNATE_CONTENT = _MC + "AlternateContent"
CHOICE = _MC + "Choice"
FALLBACK = _MC + "Fallback"
BDO = _W + "bdo"
RUBY = _W + "ruby"
RUBY_BASE = _W + "rubyBase"

TRANSPARENT = frozenset(
    {
        BODY,
        INS,
        SDT_CONTENT,
        _W + "moveTo",
        _W + "customXml",
        _W + "smartTag",
        _W + "hyperlink",
        _W + "fldSimple",
        _W + "dir",
        BDO,
        RUBY_BASE,
        _M + "oMathPara",
    }
)
"""Elements whose content stands where they stand."""

DATA_BINDING = _W + "dataBinding"
XPATH = _W + "xpath"
STORE_ITEM = _W + "storeItemID"
PREFIXES = _W + "prefixMappings"
LIST_ITEM = _W + "listItem"
DISPLAY_TEXT = _W + "displayText"
VALUE = _W + "value"
KEEPS_CONTENT = tuple(_W + name for name in ("date", "picture", "richText", "docPartList"))
"""Controls that do not show the text that they are bound to as it is."""
CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"

WRAPPERS = TRANSPARENT | {SDT, ALTERNATE_CONTENT, RUBY}
"""Elements of whose content all, a part, or one of several alternatives stands where they do."""

# What a run holds
T = _W + "t"
TAB = _W + "tab"
PTAB = _W + "ptab"
BR = _W + "br"
CR = _W + "cr"
NO_BREAK_HYPHEN = _W + "noBreakHyphen"
SYM = _W + "sym"
FONT = _W + "font"
CHAR = _W + "char"
FLD_CHAR = _W + "fldChar"
INSTR_TEXT = _W + "instrText"
FLD_CHAR_TYPE = _W + "fldCharType"
DRAWING = _W + "drawing"
PICT = _W + "pict"
OBJECT = _W + "object"
FF_DATA = _W + "ffData"
DD_LIST = _W + "ddList"
RESULT = _W + "result"
LIST_ENTRY = _W + "listEntry"
O_MATH = _M + "oMath"
PICTURE = _PIC + "pic"
IMAGE_DATA = _VML + "imagedata"
TEXT_PATH = _VML + "textpath"
BLIP = _A + "blip"
EMBED = _R + "embed"
SOURCE_PART = _A + "srcRect"
TRANSFORM = _A + "xfrm"
EXTENT = _WP + "extent"
GRAPHIC_DATA = _A + "graphicData"
DOC_PR = _WP + "docPr"
ANCHOR = _WP + "anchor"
BEHIND = "behindDoc"
SHAPES = tuple(_VML + name for name in ("shape", "rect", "roundrect"))
DRAWN = frozenset({*SHAPES, _VML + "line", _VML + "oval", _WPS + "wsp"})

SPECIAL = frozenset(
    {TAB, PTAB, BR, CR, NO_BREAK_HYPHEN, SYM, FLD_CHAR, DRAWING, PICT, OBJECT, O_MATH}
)
"""What a paragraph shows besides the text of its runs."""

# Properties
VAL = _W + "val"
P_STYLE = _W + "pStyle"
R_STYLE = _W + "rStyle"
OUTLINE_LEVEL = _W + "outlineLvl"
NUM_PR = _W + "numPr"
NUM_ID = _W + "numId"
ILVL = _W + "ilvl"
VANISH = _W + "vanish"
STRIKE = _W + "strike"
DSTRIKE = _W + "dstrike"
VERT_ALIGN = _W + "vertAlign"
POSITION = _W + "position"
COLOR = _W + "color"
HIGHLIGHT = _W + "highlight"
SHADING = _W + "shd"
FILL = _W + "fill"
THEME_COLOR = _W + "themeColor"
THEME_SHADES = (_W + "themeShade", _W + "themeTint")
SIZE = _W + "sz"
SCALE = _W + "w"
TR_HEIGHT = _W + "trHeight"
HEIGHT_RULE = _W + "hRule"
FONTS = _W + "rFonts"
ASCII = _W + "ascii"
H_ANSI = _W + "hAnsi"
TBL_STYLE = _W + "tblStyle"
BACKGROUND = _W + "background"
GRID_SPAN = _W + "gridSpan"
GRID_BEFORE = _W + "gridBefore"
V_MERGE = _W + "vMerge"
H_MERGE = _W + "hMerge"
CELL_MERGE = _W + "cellMerge"
CELL_DEL = _W + "cellDel"
DEL_TEXT = _W + "delText"
DIAGONALS = (_W + "tl2br", _W + "tr2bl")
TEXT_FILL = _W14 + "textFill"
NO_FILL = _W14 + "noFill"
SOLID_FILL = _W14 + "solidFill"
SCHEME_COLOR = _W14 + "schemeClr"
ALPHA = _W14 + "alpha"
FILL_VAL = _W14 + "val"
HIDDEN = _W + "hidden"
TBL_HEADER = _W + "tblHeader"

# Formulas
MATH_PREFIX = _M

# Styles
STYLE = _W + "style"
STYLE_ID = _W + "styleId"
TYPE = _W + "type"
DEFAULT = _W + "default"
BASED_ON = _W + "basedOn"
NAME = _W + "name"

# Numbering
NUM = _W + "num"
ABSTRACT_NUM = _W + "abstractNum"
ABSTRACT_NUM_ID = _W + "abstractNumId"
NUM_STYLE_LINK = _W + "numStyleLink"
LVL = _W + "lvl"
LVL_OVERRIDE = _W + "lvlOverride"
START_OVERRIDE = _W + "startOverride"
START = _W + "start"
NUM_FMT = _W + "numFmt"
FORMAT = _W + "format"
LVL_TEXT = _W + "lvlText"
LVL_RESTART = _W + "lvlRestart"
LVL_PIC_BULLET = _W + "lvlPicBulletId"
IS_LGL = _W + "isLgl"
SUFF = _W + "suff"

REL_ID = _R + "id"
SPACE = _XML + "space"
