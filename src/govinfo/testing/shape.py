"""What is wrong with the shape of a document, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from govinfo.blocks import Anchor, Block, Cell, Document, Figure, Heading, Paragraph, Table

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffe\uffff]")
_RUNNING = ("page", "paragraph", "line")


def bare(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without their places and without what is only their looks."""
    return tuple(_bare(block) for block in blocks)


def _bare(block: Block) -> Block:
    if isinstance(block, Table):
        cells = tuple(evolve(cell, anchor=None, header=False) for cell in block.cells)
        return evolve(block, cells=cells, anchor=None)
    if isinstance(block, Heading):
        return evolve(block, level=1, anchor=None)
    return evolve(block, anchor=None)


def words(document: Document) -> list[str]:
    """Every line of text in reading order, wherever it stands."""
    return [line for text in _texts(document) for line in text.split("\n") if line]


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        yield from (
            (cell.text for cell in block.cells) if isinstance(block, Table) else (block.text,)
        )


def before_the_end(document: Document) -> Document:
    """The document without its last paragraph, or the last row of its last table."""
    *blocks, last = document.blocks or (Paragraph(""),)
    if isinstance(last, Table):
        cells = tuple(cell for cell in last.cells if cell.row < last.cells[-1].row)
        blocks.append(evolve(last, cells=cells))
    return evolve(document, blocks=tuple(blocks))


def document_faults(document: object, name: str) -> Iterator[str]:
    """Faults of a document as a whole and of its running text."""
    if not isinstance(document, Document):
        yield f"read returned a {type(document).__name__}, not a Document"
        return
    if document.format != name:
        yield f"Document.format is {document.format!r}, not {name!r}"
    if not isinstance(document.blocks, tuple):
        yield f"Document.blocks is a {type(document.blocks).__name__}, not a tuple"
    for block in document.blocks:
        yield from _block_faults(block)
    for text in _texts(document):
        if not isinstance(text, str):
            yield f"a text is a {type(text).__name__}: {text!r}"
        elif _CONTROL.search(text):
            yield f"a text has control characters: {text!r}"
    for key, value in document.metadata.items():
        if not isinstance(key, str) or not isinstance(value, str):
            yield f"metadata {key!r} is {value!r}: both must be strings"


def _block_faults(block: object) -> Iterator[str]:
    if not isinstance(block, (Heading, Paragraph, Table, Figure)):
        yield f"a block is a {type(block).__name__}"
    elif isinstance(block, Heading) and ("\n" in block.text or block.level < 1):
        yield f"a heading has several lines or no level: {block}"
    elif isinstance(block, (Heading, Paragraph)) and not str(block.text).strip():
        yield f"a {type(block).__name__.lower()} is blank: {block}"


def table_faults(document: Document) -> Iterator[str]:
    """Faults of the tables' grids."""
    for table in _tables(document):
        if not table.cells:
            yield f"a table has no cells: {table}"
        for before, after in pairwise(table.cells):
            if (before.row, before.column) >= (after.row, after.column):
                yield f"cells are not in reading order: {before} stands before {after}"
        taken: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            if min(cell.row, cell.column) < 0 or min(cell.rowspan, cell.colspan) < 1:
                yield f"a cell has no place: {cell}"
            for place in _places(cell):
                if place in taken:
                    yield f"two cells overlap: {taken[place]} and {cell}"
                    break
                taken[place] = cell


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.rowspan):
        for column in range(cell.column, cell.column + cell.colspan):
            yield row, column


def anchor_faults(document: Document) -> Iterator[str]:
    """Faults of the places that blocks and cells say they stand in."""
    for table in _tables(document):
        of_table = table.anchor or Anchor()
        if of_table.table is None:
            yield f"a table's anchor has no number of the table: {table.anchor}"
        for cell in table.cells:
            at = cell.anchor or Anchor()
            if (at.table, at.row, at.column) != (of_table.table, cell.row + 1, cell.column + 1):
                yield f"a cell's anchor is not its place: {cell} in table {of_table.table}"
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)) and not _is_placed(block.anchor):
            yield f"a paragraph's anchor says nothing: {block}"


def _is_placed(anchor: Anchor | None) -> bool:
    return anchor is not None and str(anchor) != ""


def order_faults(document: Document) -> Iterator[str]:
    """Faults of the order in which blocks say they stand."""
    numbers = [table.anchor.table or 0 for table in _tables(document) if table.anchor]
    if any(before >= after for before, after in pairwise([0, *numbers])):
        yield f"tables are not counted from 1 in reading order: {numbers}"
    for part in _RUNNING:
        found = [getattr(block.anchor, part) for block in document.blocks if block.anchor]
        found = [number for number in found if number is not None]
        if any(before > after for before, after in pairwise([1, *found])):
            yield f"the anchors' {part} numbers do not count from 1 upwards: {found}"


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
