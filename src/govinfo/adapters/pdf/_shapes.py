"""Shapes that a page draws: matrices, boxes, and which of them are rulings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.adapters.pdf._page import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.blocks import Box
    from govinfo.source import Limits

THIN = 4.0
"""Up to this many points a filled shape is a line, above it an area."""

DOT = 2.5
"""Up to this many points, in both directions, a filled shape is a dot."""

_LINES_OF_A_CELL = 8
"""Each cell may draw its four sides for itself, and each side doubled."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Rulings = tuple[tuple[Ruling, ...], tuple[Ruling, ...]]

NOTHING: Box = (0.0, 0.0, 0.0, 0.0)
"""The box around nothing."""


def is_thin(box: Box) -> bool:
    """Whether a painted box is a line rather than an area."""
    return box[2] - box[0] <= THIN or box[3] - box[1] <= THIN


def painted(boxes: Sequence[Box]) -> Iterator[Box]:
    """What filled shapes of one path paint: of a shape that frames the one after it, the rim."""
    at = 0
    while at < len(boxes):
        box, inner = boxes[at], boxes[at + 1] if at + 1 < len(boxes) else None
        rim = _rim(box, inner) if inner is not None and not is_thin(box) else None
        yield from rim or (box,)
        at += 2 if rim else 1


def _rim(box: Box, inner: Box) -> tuple[Box, ...] | None:
    """The four strips between a box and one inside it, which is little smaller."""
    one, other = sorted((box, inner), key=lambda side: side[0] - side[2])
    margins = [abs(a - b) for a, b in zip(one, other, strict=True)]
    if max(margins) > THIN or common(one, other) != other:
        return None
    return (
        (one[0], one[1], other[0], one[3]),
        (other[2], one[1], one[2], one[3]),
        (one[0], one[1], one[2], other[1]),
        (one[0], other[3], one[2], one[3]),
    )


def sorted_out(boxes: Iterable[Box], limits: Limits) -> Rulings:
    """Thin boxes as horizontal and vertical rulings.

    Raises:
        LimitExceeded: There are more than so many cells could have.
    """
    most = _LINES_OF_A_CELL * limits.cells
    horizontals: list[Ruling] = []
    verticals: list[Ruling] = []
    for left, top, right, bottom in boxes:
        width, height = right - left, bottom - top
        # Of which direction a dotted line is, the dots beside a dot tell.
        is_dot = max(width, height) <= DOT
        if is_dot or width >= height:
            horizontals.append(Ruling((top + bottom) / 2, left, right))
        if is_dot or width < height:
            verticals.append(Ruling((left + right) / 2, top, bottom))
        if len(horizontals) + len(verticals) > most:
            raise limits.exceeded("cells", "a page has more lines", times=_LINES_OF_A_CELL)
    return tuple(horizontals), tuple(verticals)


def applied(point: Point, matrix: Matrix) -> Point:
    """Where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def corners(box: Box, matrix: Matrix) -> list[Point]:
    """Where a matrix puts the corners of a box."""
    left, bottom, right, top = box
    points = ((left, bottom), (right, top), (left, top), (right, bottom))
    return [applied(point, matrix) for point in points]


def times(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix that applies first `inner`, then `outer`."""
    if outer is None:
        return inner
    (a, b), (c, d) = ((outer[0], outer[1]), (outer[2], outer[3]))
    return (
        inner[0] * a + inner[1] * c,
        inner[0] * b + inner[1] * d,
        inner[2] * a + inner[3] * c,
        inner[2] * b + inner[3] * d,
        *applied((inner[4], inner[5]), outer),
    )


def inverse(matrix: Matrix) -> Matrix | None:
    """The matrix that undoes another; `None` where that makes a plane flat."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if not size:
        return None
    return (
        d / size,
        -b / size,
        -c / size,
        a / size,
        (c * f - d * e) / size,
        (b * e - a * f) / size,
    )


def bounds(points: Sequence[Point]) -> Box:
    """The smallest box around points; an empty one where there are none."""
    if not points:
        return NOTHING
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def common(box: Box, other: Box) -> Box | None:
    """What two boxes have in common; `None` where they do not touch."""
    left, bottom = max(box[0], other[0]), max(box[1], other[1])
    right, top = min(box[2], other[2]), min(box[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None
