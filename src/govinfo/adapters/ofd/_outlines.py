"""A path object's outline: points between which it is drawn straight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.ofd._values import numbers
from govinfo.adapters.pdf._shapes import applied, bounds

if TYPE_CHECKING:
    from govinfo.adapters.pdf._shapes import Matrix, Point
    from govinfo.blocks import Box

_TOKEN = re.compile(r"[A-Za-z]|[^\sA-Za-z,]+(?:[eE][-+]?\d+)?")
_COUNTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0, "Z": 0}
_STARTS, _CLOSES, _ARC = frozenset("SM"), frozenset("CZ"), "A"
_CORNERS = 4


@frozen(slots=True)
class Outline:
    """An outline.

    Attributes:
        parts: The points of each piece. Of a curve its control points stand for it.
        segments: How many segments all have.
    """

    parts: tuple[tuple[Point, ...], ...]
    segments: int

    @classmethod
    def of(cls, data: str) -> Outline:
        """The outline that abbreviated data say.

        Raises:
            CorruptDocument: A number is none.
        """
        parts: list[list[Point]] = []
        segments = 0
        for command, values in _commands(data):
            points = list(zip(values[::2], values[1::2], strict=False))
            segments += 1
            if command in _CLOSES:
                if parts:
                    parts[-1].append(parts[-1][0])
            elif command in _STARTS or not parts:
                parts.append(points[-1:])
            elif command == _ARC:
                # Its chord is not drawn.
                parts.append([(values[5], values[6])])
            else:
                parts[-1] += points
        return cls(tuple(tuple(part) for part in parts), segments)

    def through(self, matrix: Matrix) -> Outline:
        """The outline after a matrix."""
        moved = tuple(tuple(applied(point, matrix) for point in part) for part in self.parts)
        return Outline(moved, self.segments)

    @property
    def box(self) -> Box:
        """The box around all of it."""
        return bounds([point for part in self.parts for point in part])


def _commands(data: str) -> list[tuple[str, tuple[float, ...]]]:
    """The commands with their numbers; what lacks some is left out, as what follows it."""
    tokens = _TOKEN.findall(data)
    found: list[tuple[str, tuple[float, ...]]] = []
    at = 0
    while at < len(tokens):
        count = _COUNTS.get(tokens[at])
        if count is None:
            at += 1
            continue
        values = tokens[at + 1 : at + 1 + count]
        if len(values) < count or any(value in _COUNTS for value in values):
            break
        found.append((tokens[at], numbers(" ".join(values))))
        at += 1 + count
    return found


def is_rectangle(part: tuple[Point, ...]) -> bool:
    """Whether a piece of an outline is a rectangle that stands upright."""
    left, bottom, right, top = bounds(part)
    corners = {
        (round(x - left, 1) == 0, round(y - bottom, 1) == 0)
        for x, y in part
        if min(abs(x - left), abs(x - right)) < 0.1 > min(abs(y - bottom), abs(y - top))
    }
    return len(corners) == _CORNERS and len(part) in (_CORNERS, _CORNERS + 1)
