"""Goes over the text of a document and collects what a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters import compound
from govinfo.adapters.assembly import has_text, to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.doc import _formatting
from govinfo.adapters.doc._boxes import boxes
from govinfo.adapters.doc._file import open_file
from govinfo.adapters.doc._lists import numbering_of
from govinfo.adapters.doc._story import Story, Tools
from govinfo.adapters.doc._styles import Styles
from govinfo.adapters.doc._text import Text
from govinfo.adapters.xls import XlsAdapter
from govinfo.blocks import Document
from govinfo.errors import NoTextLayer
from govinfo.source import Limits, Source

if TYPE_CHECKING:
    from govinfo.adapters.pieces import Piece

_STYLE_SHEET = 1


def read(data: bytes, limits: Limits) -> Document:
    """Read a document.

    Raises:
        GovInfoError: It cannot be read.
    """
    if compound.is_of_sheets(data) and compound.WORD not in data:
        return XlsAdapter().read(Source(data), limits)
    file = open_file(data)
    budget = Budget(limits)
    tools = Tools(
        file,
        Text(file),
        _formatting.characters(file),
        _formatting.paragraphs(file),
        Styles.of(file.part(_STYLE_SHEET)),
        numbering_of(file),
        budget,
    )
    body = Story(tools)
    at = 0
    for anchor, first, last in boxes(file):
        # A box stands after the paragraph that it hangs on.
        end = min(anchor + 1, file.body_length)
        if end > at:
            body.read(at, end)
            at = end
        body.attach(_box(tools, first, last, body.number))
    body.read(at, file.body_length)
    blocks = to_blocks(body.close())
    if body.pictures and not any(map(has_text, blocks)):
        raise NoTextLayer("the document holds pictures and no text")
    return Document(blocks, file.metadata, "doc")


def _box(tools: Tools, first: int, last: int, number: int | None) -> list[Piece]:
    story = Story(tools, box=True, number=number)
    story.read(first, last)
    return story.close()
