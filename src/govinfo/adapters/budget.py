"""Counts what a document holds against the limits, for adapters of every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.source import Limits


_BYTES = 4
"""Bytes of a letter."""


class Budget:
    """What is left of the limits while one document is read.

    Every method raises `LimitExceeded` where the limit is passed, and says which.

    Attributes:
        limits: The limits.
    """

    __slots__ = ("_blocks", "_cells", "_slots", "_text", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._blocks = limits.blocks
        self._cells = limits.cells
        self._slots = limits.cells
        self._text = limits.unpacked // _BYTES

    def spend_blocks(self, count: int = 1) -> None:
        """Pay for paragraphs and tables."""
        self._blocks -= count
        if self._blocks < 0:
            raise self.limits.exceeded("blocks", "there are more paragraphs and tables")

    def spend_cells(self, count: int) -> None:
        """Pay for table cells."""
        self._cells -= count
        if self._cells < 0:
            raise self.limits.exceeded("cells", "there are more table cells")

    def spend_slots(self, count: int) -> None:
        """Pay for places of a table's grid that a merged cell keeps from others."""
        self._slots -= count
        if self._slots < 0:
            raise self.limits.exceeded("cells", "merged cells cover more places")

    def spend_text(self, length: int) -> None:
        """Pay for text that may stand once in a file and many times in the document."""
        self._text -= length
        if self._text < 0:
            raise self.limits.exceeded("unpacked", f"the text takes, {_BYTES} a letter, more bytes")

    def check_line(self, length: int) -> None:
        """Refuse a paragraph with too many characters."""
        if length > self.limits.line:
            raise self.limits.exceeded("line", "a paragraph has more characters")

    def check_depth(self, depth: int) -> None:
        """Refuse what is nested too deep."""
        if depth > self.limits.depth:
            raise self.limits.exceeded("depth", "elements are nested deeper")
