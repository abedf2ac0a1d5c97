"""Reads a page: bytes to text, text to tree, tree to lines and tables, those to blocks."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from govinfo.adapters.base import HEAD
from govinfo.adapters.budget import Budget
from govinfo.adapters.foreign import refuse_control_characters, refuse_foreign
from govinfo.adapters.html._boilerplate import without_boilerplate
from govinfo.adapters.html._embedded import may_hold_table, release, with_frames
from govinfo.adapters.html._encoding import to_utf8
from govinfo.adapters.html._items import Content, Grid, Item, Line
from govinfo.adapters.html._metadata import declared, printed
from govinfo.adapters.html._mhtml import pages_of
from govinfo.adapters.html._rendered_text import RenderedText
from govinfo.adapters.html._sniff import looks_like_mhtml
from govinfo.adapters.html._tree import parse
from govinfo.adapters.html._visible import prune
from govinfo.adapters.spoken import without_syllables
from govinfo.blocks import (
    Anchor,
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    cell_anchor,
    cell_at,
    paragraph_anchor,
)
from govinfo.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from govinfo.adapters.html._grid import Placed
    from govinfo.source import Limits

# lxml's own tree is walked, not bs4's: building bs4's takes twelve times as long as the parse.
# (The benchmark in benchmarks/html_adapter.py prints the figure.)

_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_EMPTY_ELEMENT = re.compile(
    rf"<(?!(?:{_VOID})[\s/>])([a-z][^\s/<>]*+)([^<>]*)/>".encode(), re.IGNORECASE
)
# A line of the source that ends amid Chinese text. Word wraps so, and means no blank there.
_WRAPPED = re.compile(rb"\n(?<=[\x80-\xff]\n)(?=[\xe3-\xef])")
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_BRACKET = re.compile(
    rb"\([a-z\xc3-\xc7]"
)  # What begins with a sign is looked for ten times as fast.
_SPOKEN = re.compile(rb"[\x80-\xbf]\([a-z]{0,5}[\xc3-\xc7]?[\x80-\xbf]?[a-z]{0,3}\)")
# A syllable in brackets behind a letter.
_CONTROLS = bytes([*range(0x9), *range(0xE, 0x20), 0x7F])  # At least what is refused.
_CUT_END_TAG = re.compile(rb"</[^>]*\Z")
_DRAWS = re.compile("[|｜\\t\u2500-\u257f]|--|==| {2}")
"""What a text that draws a table holds."""
_BARS = re.compile("[|｜│┃║]")
_BARS_A_ROW, _ROWS_DRAWN = 2, 3
"""From how many bars in a line, and such lines, they may draw a table."""
_ROWS = re.compile(rb"\A\s*<(?:thead|tbody|tfoot|tr|td|th)[\s>]", re.IGNORECASE)


def read_page(data: bytes, limits: Limits) -> Document:
    """Read a page.

    Raises:
        CorruptDocument: Nothing in the bytes is a page.
        LimitExceeded: It nests, or holds, more than `limits` allows.
    """
    refuse_foreign(data)
    charset = None
    others: dict[str, bytes] = {}
    sheets: dict[str, str] = {}
    if looks_like_mhtml(data[:HEAD]):
        data, charset, others, sheets = pages_of(data)
    markup = to_utf8(data, charset)
    head = markup[:HEAD]
    if head != head.translate(None, _CONTROLS):
        refuse_control_characters(head.decode(errors="replace"))
    if _BRACKET.search(markup) and _SPOKEN.search(markup):
        markup = without_syllables(markup.decode(errors="replace")).encode()
    markup = _mended(markup)
    if others or b"srcdoc" in markup:
        frames = {name: _mended(to_utf8(page)) for name, page in others.items()}
        markup = with_frames(markup, frames)
    try:
        return _document(markup, sheets, limits)
    except RecursionError:
        raise LimitExceeded("elements are nested deeper than Python can follow") from None


def _mended(markup: bytes) -> bytes:
    """Markup that an HTML parser reads as its author meant it."""
    if markup.startswith(b"<?xml"):
        # XHTML: to an HTML parser, `<td/>` only opens a cell, and CDATA is a comment.
        markup = _CDATA.sub(lambda found: _escaped(found[1]), markup)
        markup = _EMPTY_ELEMENT.sub(rb"<\1\2></\1>", markup)
    if b"\r" in markup:
        markup = markup.replace(b"\r\n", b"\n")
    # Most lines end in a tag. To look at the ends takes a tenth of the time of the search.
    ends = [line[-1:] for line in markup.split(b"\n")]
    if max(ends) > b"\x7f" and b"<pre" not in markup:
        markup = _WRAPPED.sub(b"", markup)
    begun = markup.rfind(b"<")
    if begun >= 0 and (begun == len(markup) - 1 or _CUT_END_TAG.match(markup, begun)):
        markup = markup[:begun]  # A page cut short amid a tag, which is no text.
    if _ROWS.match(markup):
        return b"<table>" + markup
    return markup


def _escaped(text: bytes) -> bytes:
    return text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def _document(markup: bytes, sheets: Mapping[str, str], limits: Limits) -> Document:
    root = parse(markup)
    metadata = declared(root)
    items = _walk(root, sheets, limits)
    if not items and b"<noscript" in markup.lower():
        # A page for readers without scripts has its content there.
        items = _walk(parse(markup), sheets, limits, noscript=True)
    found, items = printed(without_boilerplate(items))
    if not _has_table(items) and may_hold_table(markup):
        # A script shows the report, or a click: it waits hidden, as text or in a template.
        root = parse(markup)
        release(root)
        found_there, shown = printed(
            without_boilerplate(_walk(root, sheets, limits, withheld=True))
        )
        if _has_table(shown):
            found, items = found_there, shown
    return Document(tuple(_blocks(items, limits)), {**found, **metadata}, "html")


def _has_table(items: Sequence[Item]) -> bool:
    return any(isinstance(item, Grid) for item in items)


def _walk(
    root: _Element,
    sheets: Mapping[str, str],
    limits: Limits,
    *,
    noscript: bool = False,
    withheld: bool = False,
) -> list[Item]:
    prune(root, sheets, noscript=noscript, withheld=withheld)
    flow = RenderedText(Budget(limits))
    flow.read(root, 1)
    return flow.items


def _blocks(items: Sequence[Item], limits: Limits) -> list[Block]:
    blocks: list[Block] = []
    paragraphs = tables = 0
    for may_draw, run in groupby(items, _may_draw):
        lines = list(run)
        drawn = _drawn(lines, limits) if may_draw else []
        if drawn:
            for block in drawn:
                tables += isinstance(block, Table)
                paragraphs += isinstance(block, (Heading, Paragraph))
                blocks.append(_placed(block, paragraphs, tables))
            continue
        for item in lines:
            if isinstance(item, Grid):
                tables += 1
                blocks.append(_table(item.cells, tables))
            elif isinstance(item, Line):
                paragraphs += 1
                anchor = paragraph_anchor(paragraphs)
                if item.level:
                    blocks.append(Heading(item.text, item.level, anchor))
                else:
                    blocks.append(Paragraph(item.text, anchor))
            else:
                blocks.append(Figure(item.text, Anchor(paragraph=paragraphs or None)))
    return blocks


def _may_draw(item: Item) -> bool:
    """Whether a line may be one of a table drawn in text, as texts draw them.

    So it may where the page shows it as it is in the source, or where bars part it.
    """
    if not isinstance(item, Line) or item.level or item.links:
        return False
    return item.drawn is not None or len(_BARS.findall(item.text)) >= _BARS_A_ROW


def _drawn(items: Sequence[Item], limits: Limits) -> list[Block]:
    """The blocks of some lines, if they draw a table; a few with bars may be a menu."""
    lines = [item for item in items if isinstance(item, Line)]
    text = "\n".join(line.text if line.drawn is None else line.drawn for line in lines)
    if not _DRAWS.search(text) or (len(lines) < _ROWS_DRAWN and lines[0].drawn is None):
        return []
    from govinfo.adapters.text.layout import blocks_of  # noqa: PLC0415 - few pages draw one

    found = list(blocks_of(text, limits))
    return found if any(isinstance(block, Table) for block in found) else []


def _placed(block: Block, paragraph: int, table: int) -> Block:
    """A block of a text in its place on the page."""
    if isinstance(block, Table):
        cells = tuple(
            evolve(cell, anchor=cell_anchor(table, cell.row + 1, cell.column + 1))
            for cell in block.cells
        )
        return evolve(block, cells=cells, anchor=Anchor(table=table))
    return evolve(block, anchor=paragraph_anchor(paragraph))


def _table(cells: Sequence[Placed[Content]], number: int) -> Table:
    made = [
        cell_at(text, row, column, rowspan, colspan, header, number)
        for row, column, rowspan, colspan, (text, header, _, _, _) in cells
    ]
    return Table(tuple(made), Anchor(table=number))
