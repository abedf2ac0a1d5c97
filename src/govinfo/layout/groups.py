"""What a document's lines hold, in reading order: groups of figures, labels and other texts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from govinfo.blocks import Anchor
from govinfo.layout.lines import Piece

KnownBy = Literal["label", "fuzzy", "order", "shared"]
"""By its own label, by a label much like it, by the rows around it, or by its place beside a cell
that holds the labels of as many rows."""


class FigureGroup(NamedTuple):
    """The cells of one row.

    A tuple, as a piece is: so are the other values of which a table's rows are made.

    Attributes:
        cells: The cells in printed order, blank ones included where the format keeps them.
        line: Number of the line in which they begin.
        table: Whether they are cells of a table.
        aligned: Whether their columns are evidence.
        label: The label as printed.
        anchor: Where the label stood.
        glued: Digits found glued to the label.
        text: Text in their own line that is no label.
        unit: A measure word printed beside them.
        width: How many columns the row has, as far as is known.
        among: The rows that a label shared by several names.
        reach: Over how many lines that label's cell runs.
        lines: Over how many lines they run.
        loose: How many of the last stand on lines of their own below several in one line.
        run: The line in which a run of single figures begins of which several groups were cut.
        row: The template's row they belong to, once known.
        how: By what it is known.
        part: The columns that the header over them names, where those are not all.
        rival: Whether further rows may as well be this one, so that none of them is told.
    """

    cells: tuple[Piece, ...]
    line: int
    table: bool
    aligned: bool
    label: str = ""
    anchor: Anchor | None = None
    glued: str = ""
    text: str = ""
    unit: str | None = None
    width: int = 1
    among: tuple[int, ...] = ()
    reach: int = 1
    lines: int = 1
    loose: int = 0
    run: int | None = None
    row: int | None = None
    how: KnownBy = "label"
    part: tuple[int, ...] = ()
    rival: bool = False

    def named(self, row: int, mark: Mark) -> FigureGroup:
        """The same group under the label of a row."""
        return self._replace(
            label=mark.text, anchor=mark.anchor, glued=self.glued or mark.glued, row=row
        )

    @property
    def stacked(self) -> bool:
        """Whether its figures stand one a line: so reads a text whose labels stand before."""
        return self.lines == len(self.cells) > 1

    @property
    def printed(self) -> tuple[Piece, ...]:
        """The cells that print something."""
        return tuple([cell for cell in self.cells if not cell.blank])


class Mark(NamedTuple):
    """A label or another text that stands in the stream of figures.

    Attributes:
        text: As printed.
        rows: The rows that it may name; none if it is no label of a row.
        line: Number of its line.
        anchor: Where it stood.
        glued: Digits found glued to it.
        alone: Whether its line holds neither figures nor another row's label, so that figures on
            a line above or below may be its own.
    """

    text: str
    rows: tuple[int, ...]
    line: int
    anchor: Anchor | None
    glued: str = ""
    alone: bool = False


Item = FigureGroup | Mark
