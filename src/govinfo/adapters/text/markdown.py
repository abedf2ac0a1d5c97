"""The parts of Markdown that reports in text use: headings, emphasis and pipe tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from govinfo.blocks import Anchor, Cell, Table

_HEADING = re.compile(r"^ {0,3}(#{1,6})(.*)$")
# A single dash is a cell's sign for nothing; one with a colon is a separator's.
_DASHES = re.compile(r":?-{2,}:?|:-+:?|-+:")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|__|`)(?=[^\s*])(.{1,400}?)(?<=[^\s*\\])\1")
_STRUCK = re.compile(r"~~.+?~~")
_NOTE = re.compile(r"<(su[pb])>([^<]{1,6})</\1>", re.IGNORECASE)
_TAG = re.compile(
    r"<!--(?:(?!-->|<!--).)*+-->|</?(?:b|strong|i|em|u|span|font|p|div|center|small|big)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_BORDER = re.compile(r"^\+(?:[-=:]+\+)+\s*$")
_RAISED = re.compile(r"\$?\^\{?([^{}$^]{1,4})\}?\$")
_FORMULA = re.compile(r"\$([^$]{1,30})\$")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_CELL_END = re.compile(r"(?<!\\)\|")


def heading_of(text: str) -> tuple[int, str] | None:
    """Level and text of a heading; `None` for any other line."""
    match = _HEADING.match(text) if "#" in text[:4] else None
    shown = plain(_unclosed(match[2])).strip() if match else ""
    return (len(match[1]), shown) if match and shown else None


def _unclosed(name: str) -> str:
    """A heading's text without the marks that close it; one that is escaped stays."""
    text = name.rstrip(" \t")
    bare = text.rstrip("#")
    return text[: len(bare) + 1] if bare.endswith("\\") else bare


def unquoted(line: str) -> str:
    """A line without the mark of a quotation, which stands at the beginning of lines only."""
    return _QUOTE.sub("", line) if line.lstrip().startswith(">") else line


def plain(text: str) -> str:
    """Text without the marks of emphasis and links."""
    if "~~" in text:
        text = _STRUCK.sub("", text)
    if "*" in text or "__" in text or "`" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "$" in text:
        # A raised number is a note's, and must not run into the figure before it.
        text = _FORMULA.sub(r"\1", _RAISED.sub(r"[\1]", text))
    if "<" in text:
        text = _TAG.sub("", _NOTE.sub(r"[\2]", _BREAK.sub("\n", text)))
    if "&" in text:
        # After the tags: what is written as an entity is text, and no mark.
        text = unescape(text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def is_separator(text: str) -> bool:
    """Whether a line is the row of dashes under a pipe table's header."""
    return "|" in text and _are_dashes(text)


def _are_dashes(text: str) -> bool:
    dashes = text.strip().removeprefix("|").removesuffix("|").split("|")
    return all(_DASHES.fullmatch(cell.strip()) for cell in dashes)


def is_border(text: str) -> bool:
    """Whether a line is a border of a grid table: `+-----+=====+`."""
    return text.startswith("+") and _BORDER.match(text) is not None


def grid_table(rows: Sequence[tuple[str, Anchor]], number: int) -> Table:
    """The table that lines between borders draw; a cell may run over several of them."""
    cells: list[Cell] = []
    index = 0
    texts: list[list[str]] = []
    for text, anchor in rows:
        if not is_border(text):
            for column, cell in enumerate(_cells(text)):
                if column == len(texts):
                    texts.append([])
                texts[column].append(cell)
            continue
        for column, parts in enumerate(texts):
            place = Anchor(
                page=anchor.page, line=anchor.line, table=number, row=index + 1, column=column + 1
            )
            joined = "\n".join(part for part in parts if part)
            cells.append(Cell(joined, index, column, anchor=place))
        index += bool(texts)
        texts = []
    first = rows[0][1]
    return Table(
        tuple(cells), Anchor(page=first.page, line=first.line, table=number), aligned=False
    )


def is_pipe_row(text: str) -> bool:
    """Whether a line is a row of a pipe table."""
    text = text.strip()
    return text.startswith("|") and len(text) > 1 and "|" in text[1:]


def pipe_table(rows: Sequence[tuple[str, Anchor]], number: int) -> Table:
    """The table that consecutive lines draw; the row over a line of dashes is a header.

    A header without rows under it is data: converters print a table of one row so.
    """
    cells: list[Cell] = []
    index = 0
    for position, (text, anchor) in enumerate(rows):
        if _are_dashes(text):
            continue
        under = rows[position + 1 : position + 3]
        header = len(under) > 1 and _are_dashes(under[0][0]) and not _are_dashes(under[1][0])
        for column, cell in enumerate(_cells(text)):
            place = Anchor(
                page=anchor.page, line=anchor.line, table=number, row=index + 1, column=column + 1
            )
            cells.append(Cell(cell, index, column, header=header, anchor=place))
        index += 1
    first = rows[0][1]
    return Table(tuple(cells), Anchor(page=first.page, line=first.line, table=number))


def _cells(text: str) -> list[str]:
    text = text.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [plain(cell).strip() for cell in _CELL_END.split(text)]
