"""The rulings of a page: what PDFium's path objects draw as straight lines."""

from __future__ import annotations

import ctypes
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from pypdfium2 import raw  # type: ignore[import-untyped]

from govinfo.adapters.pdf._page import Ruling
from govinfo.adapters.pdf._plain import (
    as_pointer,
    bounds,
    clip_path,
    count_clips,
    count_segments,
    draw_mode,
    form_objects,
    kind,
    page_objects,
)
from govinfo.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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

_TEXT: int = raw.FPDF_PAGEOBJ_TEXT
_PATH: int = raw.FPDF_PAGEOBJ_PATH
_FORM: int = raw.FPDF_PAGEOBJ_FORM
_LINE = 2  # segments of a line: where it begins, where it ends
_RECTANGLE = 5  # segments of a rectangle; more may be several shapes in one path
_NOTHING: Box = (0.0, 0.0, 0.0, 0.0)


def rulings_of(page: Any, place: Callable[[Box], Box], limits: Limits) -> Rulings:
    """Horizontal and vertical rulings of a page.

    Args:
        page: A `pypdfium2.PdfPage`.
        place: Turns a box of PDF space into points from the page's top left corner.
        limits: `depth` bounds the nesting of form objects, `cells`, in effect, the rulings.

    Raises:
        LimitExceeded: There are more.
    """
    return sorted_out(map(place, _Walker(limits).page(page.raw)), limits)


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
    if max(margins) > THIN or _common(one, other) != other:
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
            raise LimitExceeded(f"a page has more than {most:,} lines")
    return tuple(horizontals), tuple(verticals)


@frozen(slots=True)
class _Walker:
    """Walks the objects of a page into form objects; reuses its structs from call to call."""

    limits: Limits
    sides: tuple[Any, ...] = field(factory=lambda: tuple(ctypes.c_float() for _ in range(4)))
    modes: tuple[Any, ...] = field(factory=lambda: (ctypes.c_int(), ctypes.c_int()))
    to_sides: tuple[Any, ...] = field(init=False)
    to_modes: tuple[Any, ...] = field(init=False)
    matrix: Any = field(factory=raw.FS_MATRIX)

    @to_sides.default
    def _to_sides(self) -> tuple[Any, ...]:
        return tuple(map(ctypes.byref, self.sides))

    @to_modes.default
    def _to_modes(self) -> tuple[Any, ...]:
        return tuple(map(ctypes.byref, self.modes))

    def page(self, page: Any) -> Iterator[Box]:
        return self._objects(page_objects(page), None, 0)

    def _objects(self, objects: Iterator[int], outer: Matrix | None, depth: int) -> Iterator[Box]:
        addresses = list(objects)
        kinds = list(map(kind, addresses))
        others = map(_TEXT.__ne__, kinds)
        for address, shape in compress(zip(addresses, kinds, strict=True), others):
            if shape == _PATH:
                yield from self._path(address, outer)
            elif shape == _FORM and depth < self.limits.depth:
                item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
                yield from self._objects(
                    form_objects(item), _times(self._matrix(item), outer), depth + 1
                )

    def _matrix(self, item: Any) -> Matrix:
        matrix = self.matrix
        if not raw.FPDFPageObj_GetMatrix(item, matrix):
            return (1, 0, 0, 1, 0, 0)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _path(self, address: int, outer: Matrix | None) -> Iterator[Box]:
        """The thin boxes that a path paints inside its clip, in the page's space."""
        fill, stroke = self.modes
        pointer = as_pointer(address)
        if not draw_mode(pointer, *self.to_modes) or not (fill.value or stroke.value):
            return
        clip = self._clip(pointer)
        for box in self._shapes(address, stroked=bool(stroke.value)):
            seen = _common(box, clip) if clip else box
            if seen is not None and is_thin(seen):
                yield _around(_corners(seen, outer)) if outer else seen

    def _shapes(self, address: int, *, stroked: bool) -> Iterator[Box]:
        """Boxes around what a path paints: each edge of an outline, each filled shape."""
        pointer = as_pointer(address)
        segments = count_segments(pointer)
        if segments == _LINE or (not stroked and segments <= _RECTANGLE):
            left, bottom, right, top = self.sides
            if not bounds(pointer, *self.to_sides):
                return
            box = (left.value, bottom.value, right.value, top.value)
            # The bounds of a stroke are wider than the stroke: they hide that it is a line.
            if not stroked or is_thin(box):
                yield box
                return
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        matrix = self._matrix(item)
        path = (raw.FPDFPath_GetPathSegment(item, index) for index in range(segments))
        subpaths = [
            [_applied(point, matrix) for point in points] for points in self._subpaths(path)
        ]
        if stroked:
            for points in subpaths:
                yield from map(_around, pairwise(points))
        else:
            yield from painted([_around(points) for points in subpaths])

    def _subpaths(self, segments: Iterator[Any]) -> Iterator[list[Point]]:
        x, y = self.sides[:2]
        points: list[Point] = []
        for segment in segments:
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            points.append((x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points

    def _clip(self, pointer: Any) -> Box | None:
        """The box common to an object's clip paths; `None` where it is not clipped."""
        found = clip_path(pointer)
        count = count_clips(found) if found else 0
        if count < 1:
            return None
        box: Box | None = None
        clip = ctypes.cast(found, raw.FPDF_CLIPPATH)
        for path in range(count):
            stop = raw.FPDFClipPath_CountPathSegments(clip, path)
            segments = (raw.FPDFClipPath_GetPathSegment(clip, path, index) for index in range(stop))
            around = _around([point for points in self._subpaths(segments) for point in points])
            box = (_common(box, around) or _NOTHING) if box else around
        return box


def _applied(point: Point, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _corners(box: Box, matrix: Matrix) -> list[Point]:
    return [_applied((box[0], box[1]), matrix), _applied((box[2], box[3]), matrix)]


def _times(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix that applies first `inner`, then `outer`."""
    if outer is None:
        return inner
    (a, b), (c, d) = ((outer[0], outer[1]), (outer[2], outer[3]))
    return (
        inner[0] * a + inner[1] * c,
        inner[0] * b + inner[1] * d,
        inner[2] * a + inner[3] * c,
        inner[2] * b + inner[3] * d,
        *_applied((inner[4], inner[5]), outer),
    )


def _around(points: Sequence[Point]) -> Box:
    """The smallest box around points; an empty one where there are none."""
    if not points:
        return _NOTHING
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _common(box: Box, other: Box) -> Box | None:
    left, bottom = max(box[0], other[0]), max(box[1], other[1])
    right, top = min(box[2], other[2]), min(box[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None
