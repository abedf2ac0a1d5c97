"""Reads regular tables straight from a page's source, so that no tree of them is built.

Most of a report's page is the markup of its tables' cells, and most of the time that reading it
would take goes into a tree with several elements for each cell, and into walking it. A table is
regular where its source is nested as XML is, and made of rows, cells, paragraphs, line breaks and
elements that only decorate their text, none of them hidden or drawn as something else. Between
its texts stand the same few stretches of tags over and over, and what one does is told once.
Every other table is left to the parser.

What is read is what the walk over the tree would have read; tests hold the two against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from govinfo.adapters.html._grid import Slot, colspan_of, rowspan_of
from govinfo.adapters.html._items import Content
from govinfo.adapters.html._style import NO_SIZE, RAISED, displayed_by
from govinfo.adapters.html._text import clean
from govinfo.adapters.html._visible import DECORATION, DISPLAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "govinfo-regular-table"

# What stands for tags in a table's text. A page that has these characters has no regular tables.
ROW, ROW_END, CELL, CELL_END, BODY, COLUMN = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
PARAGRAPH, BLOCK, BLOCK_END, LINE_BREAK = "\x07", "\x0e", "\x0f", "\x10"
SPANS = "\x11"
MARKS = tuple(
    mark.encode()
    for mark in (
        *(ROW, ROW_END, CELL, CELL_END, BODY, COLUMN),
        *(PARAGRAPH, BLOCK, BLOCK_END, LINE_BREAK, SPANS, "\r"),
    )
)

# Elements that HTML never closes are no such decoration.
_DECORATION = frozenset(DECORATION) - {"wbr", "basefont"}
_VOID = {"br": LINE_BREAK, "col": COLUMN}
_STARTS = {
    "table": "",
    "tbody": BODY,
    "tr": ROW,
    "td": CELL,
    "th": CELL,
    "p": PARAGRAPH,
    "div": BLOCK,
    "colgroup": COLUMN,
    **dict.fromkeys(_DECORATION, ""),
    **_VOID,
}
_ENDS = {
    **{name: mark for name, mark in _STARTS.items() if name not in _VOID},
    **dict.fromkeys(("td", "th"), CELL_END),
    **dict.fromkeys(("p", "div"), BLOCK_END),
    "tr": ROW_END,
}

# Possessive throughout: what does not match must not be tried again in other ways.
_TAGS = re.compile(rb"((?:<[^>]*+>[ \t\n\f]*+)++)")
_TAG = re.compile(
    r"<(/?)([a-z][a-z0-9:]*+)"
    r"((?:[ \t\n\f]++[a-z][\w:.-]*+"
    r"(?:=(?:\"[^\"&]*+\"|'[^'&]*+'|[^\s\"'=<>`&/]++))?+)*+)"
    r"[ \t\n\f]*+(/?)>([ \t\n\f]*+)",
    re.IGNORECASE | re.ASCII,
)
_ATTRIBUTE = re.compile(r"([\w:.-]++)(?:=(?:\"([^\"]*+)\"|'([^']*+)'|([^ \t\n\f]++)))?+", re.ASCII)
_SPAN = re.compile(r"[0-9]{0,4}", re.ASCII)
_OTHER_ENTITY = re.compile(r"&(?!(?:nbsp|lt|gt|quot|amp);)")
_ENTITIES = (("&nbsp;", "\xa0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))

_OUTSIDE = f"{ROW}{ROW_END}{CELL}{CELL_END}{BODY}{COLUMN}{SPANS}"
_FRAME = f"{SPANS}(t[dh]) ([0-9]*) ([0-9]*){SPANS}"
_PLAIN = re.compile(
    rf"{_FRAME}(?:\s*({PARAGRAPH}))?+([^{PARAGRAPH}{BLOCK}{BLOCK_END}{LINE_BREAK}{_OUTSIDE}]*)"
    rf"(?:({BLOCK_END})\s*)?+{CELL_END}"
)
_CELL = re.compile(rf"{_FRAME}([^{_OUTSIDE}]*){CELL_END}")
# A paragraph holds no block: parsers end it where one begins.
_BLOCK_IN_PARAGRAPH = re.compile(rf"{PARAGRAPH}[^{BLOCK_END}]*[{PARAGRAPH}{BLOCK}]")

BOUNDS = frozenset((PARAGRAPH, BLOCK, BLOCK_END))
PIECES = re.compile(f"([{PARAGRAPH}{BLOCK}{BLOCK_END}{LINE_BREAK}])")

_LONGEST_TAGS = 2000
_LONGEST_ROW = 1000
_DEEPEST = 500  # Characters of the names of what is open.


class IrregularError(Exception):
    """The table is to be read from the tree."""


class _Stretch(NamedTuple):
    """What the tags between two texts do.

    Attributes:
        closes: The names of what they close that was opened before, innermost first.
        opens: The names of what they leave open, innermost first.
        marks: What stands for them.
        names: The classes and ids that are in them.
    """

    closes: str
    opens: str
    marks: bytes
    names: frozenset[str]


class Broken(NamedTuple):
    """A cell with more than a plain text.

    Attributes:
        source: Its text, with marks for the tags.
        header: Whether it is a header cell.
        colspan: The columns it covers.
        rowspan: The rows it covers.
    """

    source: str
    header: bool
    colspan: int
    rowspan: int


@frozen
class RegularTable:
    """A table as its source says it.

    Attributes:
        rows: The cells of each row.
        body: Whether the rows stand in a row group.
        names: The classes and ids of its elements.
    """

    rows: Sequence[Sequence[Slot[Content] | Broken]]
    body: bool
    names: frozenset[str]


def read_regular(source: bytes) -> RegularTable:
    """Read a table.

    Args:
        source: All from its start tag to its end tag, in UTF-8; no other table is in it.

    Raises:
        IrregularError: It is to be read from the tree.
    """
    parts = _TAGS.split(source)
    stretches = _stretches(parts[1::2])
    parts[1::2] = [stretch.marks for stretch in stretches]
    marked = b"".join(parts).decode()
    if "&" in marked:
        marked = without_entities(marked)
    head, *rows = marked.split(ROW)
    head = head.replace(COLUMN, "")
    if head == BODY and rows and rows[-1].endswith(BODY):
        rows[-1] = rows[-1][:-1]
    elif head:
        raise IrregularError
    names = frozenset().union(*{stretch.names for stretch in stretches})
    return RegularTable([_row(row) for row in rows], bool(head), names)


def _stretches(written: Sequence[bytes]) -> list[_Stretch]:
    """The stretches of tags of a table in which all is closed that is opened, and nothing else."""
    analysed = _known_stretch if max(map(len, written)) < _LONGEST_TAGS else _analysed
    stretches = [stretch for stretch in map(analysed, written) if stretch]
    if len(stretches) < len(written):
        raise IrregularError
    opened = ""
    between = None
    for stretch in stretches:
        if stretch is between:
            continue  # As between the cells of a row: it leaves open just what it found so.
        closes, opens = stretch.closes, stretch.opens
        if not opened.startswith(closes):
            raise IrregularError
        if closes == opens:
            between = stretch
        else:
            between = None
            opened = opens + opened[len(closes) :]
            if len(opened) > _DEEPEST:
                raise IrregularError
    if opened:
        raise IrregularError
    return stretches


def _row(marked: str) -> list[Slot[Content] | Broken]:
    before, *cells = marked[:-1].split(CELL)
    if before or marked[-1:] != ROW_END:
        raise IrregularError
    # Most cells of a report hold 0, and many the same labels.
    return list(map(_known_cell if len(marked) < _LONGEST_ROW else _cell, cells))


def _cell(marked: str) -> Slot[Content] | Broken:
    plain = _PLAIN.fullmatch(marked)
    if plain:
        name, colspan, rowspan, begin, text, end = plain.groups()
        if bool(begin) == bool(end):
            content = Content(clean(text), name == "th")
            return content, colspan_of(colspan), rowspan_of(rowspan)
    found = _CELL.fullmatch(marked)
    if not found or _BLOCK_IN_PARAGRAPH.search(found[4]):
        raise IrregularError
    name, colspan, rowspan, inner = found.groups()
    return Broken(inner, name == "th", colspan_of(colspan), rowspan_of(rowspan))


_known_cell = lru_cache(maxsize=2048)(_cell)


def without_entities(marked: str) -> str:
    """A text with the characters that its entities stand for."""
    if _OTHER_ENTITY.search(marked):
        raise IrregularError
    for entity, character in _ENTITIES:
        marked = marked.replace(entity, character)
    return marked


def _analysed(stretch: bytes) -> _Stretch | None:
    """What a stretch of tags does; `None` if it has no place in a regular table."""
    closes: list[str] = []
    opens: list[str] = []
    marks: list[str] = []
    names: set[str] = set()
    tags = stretch.decode()
    end = 0
    while end < len(tags):
        tag = _TAG.match(tags, end)
        mark = _mark(tag, names) if tag else None
        if tag is None or mark is None:
            return None
        end = tag.end()
        marks.append(mark)
        name = tag[2].lower()
        if not tag[1]:
            opens += () if name in _VOID else (name,)
        elif not opens:
            closes.append(name)
        elif opens.pop() != name:
            return None
    opens.reverse()
    return _Stretch(_chain(closes), _chain(opens), "".join(marks).encode(), frozenset(names))


def _chain(names: Sequence[str]) -> str:
    return "".join(f"{name} " for name in names)


def _mark(tag: re.Match[str], names: set[str]) -> str | None:
    """What stands for a tag, if it may be in a regular table; notes its class and its id."""
    slash, name, written, closed, blanks = tag.groups()
    name = name.lower()
    mark = (_ENDS if slash else _STARTS).get(name)
    if mark is None or (slash and written) or (closed and name not in _VOID):
        return None
    if written:
        attributes = _attributes(written)
        if not _is_shown(name, attributes):
            return None
        names.update(attributes.get("class", "").split(), attributes.get("id", "").split())
        spans = [attributes.get(side, "") for side in ("colspan", "rowspan")]
    else:
        spans = ["", ""]
    if mark == CELL:
        if not all(map(_SPAN.fullmatch, spans)):
            return None
        mark = f"{CELL}{SPANS}{name} {' '.join(spans)}{SPANS}"
    # Blanks beside other tags are at a line's end.
    return f"{mark} " if blanks and name in _DECORATION else mark


_known_stretch = lru_cache(maxsize=1024)(_analysed)


def _attributes(written: str) -> dict[str, str]:
    """An element's attributes; of two of a name, the first."""
    found: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(written):
        name, *values = attribute.groups()
        found.setdefault(name.lower(), next(filter(None, values), ""))
    return found


def _is_shown(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is surely seen, and as what it is."""
    style = attributes.get("style", "")
    shown = displayed_by(style) if style else ""
    return not (
        "hidden" in attributes
        or "role" in attributes
        or shown in {"none", NO_SIZE}
        or shown in DISPLAYS
        or (name in {"span", "font"} and RAISED.search(style))
    )
