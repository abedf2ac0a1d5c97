"""What a row of a table says of its cells: where they begin and end, and which are merged."""

from __future__ import annotations

from typing import Final, NamedTuple

from govinfo.adapters.binary import i16, i32, u16, u32
from govinfo.adapters.colours import WHITE
from govinfo.adapters.doc import _sprms as sprm
from govinfo.adapters.doc._looks import shading, shading_80
from govinfo.adapters.marked_tables import Edges, Row

_OF_PLACE: Final = frozenset(
    {
        sprm.IN_TABLE,
        sprm.ROW_END,
        sprm.DEPTH,
        sprm.DEPTH_MORE,
        sprm.INNER_CELL,
        sprm.INNER_ROW_END,
        sprm.OUTLINE,
    }
)
_CELL: Final = 20
"""Bytes of a cell's definition."""
_ACROSS: Final = 0x3
_CONTINUES, _BEGINS = 0x20, 0x40
_SHADES_A_PART: Final = 22


class RowDefinition(NamedTuple):
    """A row's definition, and the colours behind its cells."""

    row: Row
    behind: list[str | None]

    def behind_cell(self, cell: int) -> str | None:
        """The colour behind a cell by number; the page's white where none is told."""
        return self.behind[cell] if cell < len(self.behind) else WHITE


class Place(NamedTuple):
    """Where a paragraph stands.

    Attributes:
        depth: How deep in tables.
        ends_row: Whether it is no paragraph but the mark that ends a row.
        ends_cell: Whether it ends a cell of a table in a table.
        outline: Its outline level from 0, `None` where it has none of its own.
    """

    depth: int
    ends_row: bool
    ends_cell: bool
    outline: int | None


def place_of(properties: bytes) -> Place:
    """What the properties of a paragraph say of its place."""
    found = {code: value for code, value in sprm.each(properties) if code in _OF_PLACE}
    switches = {code: bool(value[0]) for code, value in found.items()}
    depth = u32(found[sprm.DEPTH], 0) if sprm.DEPTH in found else 0
    if sprm.DEPTH_MORE in found:
        depth = max(0, depth + i32(found[sprm.DEPTH_MORE], 0))
    return Place(
        max(1, depth) if switches.get(sprm.IN_TABLE, False) else 0,
        switches.get(sprm.ROW_END, False) or switches.get(sprm.INNER_ROW_END, False),
        switches.get(sprm.INNER_CELL, False),
        found[sprm.OUTLINE][0] if sprm.OUTLINE in found else None,
    )


def definition(properties: bytes) -> RowDefinition:
    """The definition in the properties of the mark that ends a row."""
    edges: list[int] = []
    flags: list[int] = []
    colours: list[str | None] = []
    header = False
    for code, value in sprm.each(properties):
        if code == sprm.DEFINITION:
            edges, flags = _defined(value)
        elif code == sprm.VERTICAL and len(value) >= 3 and value[1] < len(flags):
            at = value[1]
            down = {1: _CONTINUES, 3: _CONTINUES | _BEGINS}.get(value[2], 0)
            flags[at] = flags[at] & ~(_CONTINUES | _BEGINS) | down
        elif code == sprm.MERGED:
            for at in range(value[0], min(value[1], len(flags))):
                flags[at] = flags[at] & ~_ACROSS | (1 if at == value[0] else 2)
        elif code == sprm.HEADER:
            header = bool(value[0])
        elif code == sprm.CELLS_SHADING_80 and not colours:
            colours = [shading_80(value[at : at + 2]) for at in range(1, len(value) - 1, 2)]
        elif code == sprm.CELLS_SHADING:
            colours = [shading(value[at : at + 10]) for at in range(1, len(value) - 9, 10)]
    cells = tuple(_cells(edges, flags))
    return RowDefinition(Row(cells, header), [colour or WHITE for colour in colours])


def _defined(value: bytes) -> tuple[list[int], list[int]]:
    """The edges of the cells, and the flags of each."""
    count = value[2] if len(value) > 2 else 0
    start = 3 + 2 * (count + 1)
    if len(value) < start:
        return [], []
    edges = [i16(value, 3 + 2 * at) for at in range(count + 1)]
    flags = [
        u16(value, start + _CELL * at) if start + _CELL * at + 2 <= len(value) else 0
        for at in range(count)
    ]
    return edges, flags


def _cells(edges: list[int], flags: list[int]) -> list[Edges]:
    cells = []
    begun = 0
    for at, flag in enumerate(flags):
        # Programs do not agree on which of two numbers begins a merged set; that it differs from
        # those after it they do.
        across = flag & _ACROSS
        merged = bool(across and begun and across != begun)
        begun = begun if merged else across
        down = flag & (_CONTINUES | _BEGINS)
        cells.append(
            Edges(
                edges[at],
                edges[at + 1],
                begins=bool(down & _BEGINS),
                continues=down == _CONTINUES,
                merged=merged,
            )
        )
    return cells
