"""The rulings of a page: what PDFium's path objects draw as straight lines."""

from __future__ import annotations

import ctypes
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from pypdfium2 import raw  # type: ignore[import-untyped]

from govinfo.adapters.pdf._page import Ruling
from govinfo.adapters.pdf._plain import (
    form_objects,
    kind,
    page_objects,
    paths,
)
from govinfo.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govinfo.adapters.pdf._plain import PathObject
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

_PATH: int = raw.FPDF_PAGEOBJ_PATH
_DRAWN = bytes(number in {_PATH, raw.FPDF_PAGEOBJ_FORM} for number in range(256))
"""For each kind of object, whether it may be a line or hold one."""

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
    sides: tuple[Any, Any] = field(factory=lambda: (ctypes.c_float(), ctypes.c_float()))
    matrix: Any = field(factory=raw.FS_MATRIX)

    def page(self, page: Any) -> Iterator[Box]:
        return self._objects(page_objects(page), None, 0)

    def _objects(self, objects: Iterable[int], outer: Matrix | None, depth: int) -> Iterator[Box]:
        addresses = list(objects)
        kinds = bytes(map(kind, addresses))
        # Most are texts, which the bytes show without a look at each.
        drawn = list(compress(zip(kinds, addresses, strict=True), kinds.translate(_DRAWN)))
        all_paths = paths([address for shape, address in drawn if shape == _PATH])
        for shape, address in drawn:
            if shape == _PATH:
                yield from self._path(next(all_paths), outer)
            elif depth < self.limits.depth:
                item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
                yield from self._objects(
                    form_objects(item), _times(self._matrix(item), outer), depth + 1
                )

    def _matrix(self, item: Any) -> Matrix:
        matrix = self.matrix
        if not raw.FPDFPageObj_GetMatrix(item, matrix):
            return (1, 0, 0, 1, 0, 0)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _path(self, path: PathObject, outer: Matrix | None) -> Iterable[Box]:
        """The thin boxes that a path paints inside its clip, in the page's space."""
        if not (path.fill or path.stroke):
            return ()
        boxes = self._shapes(path)
        if path.clips > 0:
            clip = self._clip(path)
            boxes = [seen for box in boxes if (seen := _common(box, clip))]
        thin = filter(is_thin, boxes)
        return [_around(_corners(box, outer)) for box in thin] if outer else thin

    def _shapes(self, path: PathObject) -> Iterable[Box]:
        """Boxes around what a path paints: each edge of an outline, each filled shape."""
        address, _, is_stroked, segments, _, is_bounded, box = path
        if segments == _LINE or (not is_stroked and segments <= _RECTANGLE):
            if not is_bounded:
                return ()
            # The bounds of a stroke are wider than the stroke: they hide that it is a line.
            if not is_stroked or is_thin(box):
                return (box,)
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        matrix = self._matrix(item)
        outline = (raw.FPDFPath_GetPathSegment(item, index) for index in range(segments))
        subpaths = [
            [_applied(point, matrix) for point in points] for points in self._subpaths(outline)
        ]
        if not is_stroked:
            return painted([_around(points) for points in subpaths])
        return [_around(edge) for points in subpaths for edge in pairwise(points)]

    def _subpaths(self, segments: Iterator[Any]) -> Iterator[list[Point]]:
        x, y = self.sides
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

    def _clip(self, path: PathObject) -> Box:
        """The box common to the paths that an object is clipped by."""
        box: Box | None = None
        clip = raw.FPDFPageObj_GetClipPath(ctypes.cast(path.address, raw.FPDF_PAGEOBJECT))
        for number in range(path.clips):
            stop = raw.FPDFClipPath_CountPathSegments(clip, number)
            segments = (raw.FPDFClipPath_GetPathSegment(clip, number, at) for at in range(stop))
            around = _around([point for points in self._subpaths(segments) for point in points])
            box = (_common(box, around) or _NOTHING) if box else around
        return box or _NOTHING


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
