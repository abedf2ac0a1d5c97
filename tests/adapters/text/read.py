"""What the text adapter makes of a text, short enough to stand beside it in a test."""

from __future__ import annotations

from govinfo.adapters.text.layout import blocks_of
from govinfo.blocks import Block, Table
from govinfo.source import Limits


def blocks(text: str) -> list[Block]:
    return list(blocks_of(text, Limits()))


def shown(text: str) -> list[str | list[list[str]]]:
    """Each block: the text of a line, the rows of a table."""
    return [rows(block) if isinstance(block, Table) else block.text for block in blocks(text)]


def tables(text: str) -> list[list[list[str]]]:
    return [rows(block) for block in blocks(text) if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]
