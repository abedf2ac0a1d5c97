"""What both engines make of a page: runs of characters and rulings, in points from its top left."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.blocks import Box


class Way(IntEnum):
    """How the characters of a run follow one another."""

    ALONG = 0  # from left to right
    STACKED = 1  # upright letters, one below the other (a font for vertical writing)
    TURNED = 2  # a line of text turned by a quarter: one piece, already in reading order


class Run(NamedTuple):
    """Characters that follow one another closely on one baseline.

    Attributes:
        text: One character a glyph, as the file gives them.
        lefts: Left edge of each glyph.
        rights: Right edge of each glyph.
        top: Upper edge of the font's box; the letters' own edges lie inside.
        bottom: Its lower edge.
        spaces: Indices of the glyphs before which a space stands.
        way: How the glyphs follow one another.
    """

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    top: float
    bottom: float
    spaces: tuple[int, ...] = ()
    way: Way = Way.ALONG

    @property
    def left(self) -> float:
        """Left edge of the run."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Right edge of the run."""
        return self.rights[-1]

    @property
    def middle(self) -> float:
        """The run's vertical centre."""
        return (self.top + self.bottom) / 2

    def part(self, start: int, stop: int) -> Run:
        """The glyphs from `start` to before `stop`."""
        return Run(
            self.text[start:stop],
            self.lefts[start:stop],
            self.rights[start:stop],
            self.top,
            self.bottom,
            tuple(index - start for index in self.spaces if start <= index < stop),
            self.way,
        )


class Ruling(NamedTuple):
    """A straight piece of a horizontal or vertical line.

    Attributes:
        at: Where it stands: y of a horizontal ruling, x of a vertical one.
        start: Its left or upper end.
        stop: Its right or lower end.
    """

    at: float
    start: float
    stop: float


class Unseen(NamedTuple):
    """A letter of which a reader sees nothing, or only a part.

    Attributes:
        letter: The letter.
        x: Its middle, in points from the left of the page as it is shown.
        y: Likewise from its top.
        is_partly: Whether a part of it is seen.
    """

    letter: str
    x: float
    y: float
    is_partly: bool = False


class Doubt(NamedTuple):
    """A figure on a picture that may be several.

    Attributes:
        x: Its middle, in points from the page's left.
        y: Likewise from its top.
        readings: What it may say.
    """

    x: float
    y: float
    readings: tuple[str, ...]


@frozen(slots=True)
class Page:
    """A page as an engine reads it, turned so that its text is upright.

    Attributes:
        number: From 1.
        width: In points, after turning.
        height: In points, after turning.
        runs: In the order of the page's content.
        horizontals: Horizontal rulings, any order.
        verticals: Vertical rulings, any order.
        quarter: By how many quarters, clockwise, the page was turned to make its text upright.
        unmapped: How many characters the engine could not name.
        undrawn: How many texts the engine may have left out for lack of a font.
        pictures: Pictures, and shapes that may be letters drawn as such.
        unseen: Letters in the file that are left out of the runs, or stand unnamed in them.
        strokes: Boxes around slanting lines.
        doubts: What the figures may be that could not be told; of each the sign for that is a run.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    horizontals: tuple[Ruling, ...] = ()
    verticals: tuple[Ruling, ...] = ()
    quarter: int = 0
    unmapped: int = 0
    undrawn: int = 0
    pictures: tuple[Box, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    strokes: tuple[Box, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def readings_in(self, box: Box) -> tuple[str, ...]:
        """What the figure in a box may be, if one stands there that could not be told."""
        left, top, right, bottom = box
        found = [one for one in self.doubts if left < one.x < right and top < one.y < bottom]
        return found[0].readings if len(found) == 1 else ()

    def shown(self, box: Box) -> Box:
        """A box of the turned page as a place on the page that a viewer shows."""
        if not self.quarter:
            return box
        back = turned(box, (4 - self.quarter) % 4, self.width, self.height)
        return rounded(back)


def turned(box: Box, quarter: int, width: float, height: float) -> Box:
    """A box of a page of this size after the page is turned clockwise by quarters."""
    left, top, right, bottom = box
    match quarter:
        case 1:
            return height - bottom, left, height - top, right
        case 2:
            return width - right, height - bottom, width - left, height - top
        case 3:
            return top, width - right, bottom, width - left
        case _:
            return box


def rounded(box: Box) -> Box:
    """A box to the hundredth of a point; engines differ below that."""
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
