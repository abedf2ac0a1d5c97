"""The rows of a plan: figures that are a row's, and labels without any."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from govinfo.blocks import Anchor
from govinfo.grammar.compile import ColumnSet
from govinfo.layout.cells import Cells
from govinfo.layout.groups import KnownBy
from govinfo.layout.header import Header
from govinfo.layout.lines import Piece


class PlannedRow(NamedTuple):
    """A row of figures.

    Attributes:
        row: Which row of the template; `None` where that cannot be told.
        known: By what it is known.
        label: Its label as printed.
        anchor: Where its label stood.
        text: Text in its own line, or around it, that is no label of the template's.
        cells: Its cells as printed, blank ones included where the format keeps them.
        columns: Its columns in the template; those that the header over it names, where it is
            the table of a part of them.
        part: The numbers of those columns; empty where it has all.
        whole: How many columns the template's row has.
        header: What the header over it says.
        evidence: Which of its cells may be which column; `None` where they could be another
            row's, or the header contradicts itself.
        usual: The same by the template's order of columns, where the header has another.
        line: Number of the line in which its figures begin.
        lines: Over how many lines they run.
        table: Whether they are cells of a table.
        glued: Digits at the end of its label.
        unit: A measure word beside the figures.
        blocks: Numbers of the document's blocks that it stands in.
        gap: Whether a column has no cell, not even a blank one, in a grid.
    """

    row: int | None
    known: KnownBy
    label: str
    anchor: Anchor | None
    text: str
    cells: tuple[Piece, ...]
    columns: ColumnSet
    part: tuple[int, ...]
    whole: int
    header: Header
    evidence: Cells | None
    usual: Cells | None
    line: int
    lines: int
    table: bool
    glued: str
    unit: str | None
    blocks: frozenset[int]
    gap: bool

    @property
    def printed(self) -> tuple[Piece, ...]:
        """The cells that print something."""
        return tuple([cell for cell in self.cells if not cell.blank])

    @property
    def place(self) -> Anchor | None:
        """Where its first figure stands; where its label does, if it has none."""
        printed = self.printed
        return printed[0].anchor if printed else self.anchor


@frozen(slots=True)
class BareLabel:
    """A row's label that stands there without any figure.

    Attributes:
        row: Which row of the template.
        label: As printed; `""` for the header of a table whose only row has no label.
        anchor: Where it stood.
        glued: Digits at its end.
        block: Number of the document's block that it stands in.
        line: Number of its line.
    """

    row: int
    label: str
    anchor: Anchor | None
    glued: str
    block: int
    line: int
