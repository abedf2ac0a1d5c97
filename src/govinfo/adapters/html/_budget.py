"""Counts what a page holds against the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.source import Limits


class Budget:
    """What is left of the limits while one page is read.

    Attributes:
        limits: The limits.
    """

    __slots__ = ("_blocks", "_cells", "_slots", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._cells = limits.cells
        self._slots = limits.cells
        self._blocks = limits.blocks

    def spend_cells(self, count: int) -> None:
        """Pay for table cells."""
        self._cells -= count
        if self._cells < 0:
            raise self.limits.exceeded("cells", "the page has more table cells")

    def spend_slots(self, count: int) -> None:
        """Pay for slots of a table's grid that one cell keeps from others."""
        self._slots -= count
        if self._slots < 0:
            raise self.limits.exceeded("cells", "the page's merged cells cover more places")

    def spend_block(self) -> None:
        """Pay for a line of text or a table."""
        self._blocks -= 1
        if self._blocks < 0:
            raise self.limits.exceeded("blocks", "the page has more blocks")

    def check_line(self, length: int) -> None:
        """Refuse a line that is too long."""
        if length > self.limits.line:
            raise self.limits.exceeded("line", "a line has more characters")

    def check_depth(self, depth: int) -> None:
        """Refuse an element that is nested too deep."""
        if depth > self.limits.depth:
            raise self.limits.exceeded("depth", "elements are nested deeper")
