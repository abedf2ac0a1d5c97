"""What PDFium's objects draw on a page beside text: rulings, areas, and shapes like letters."""

from __future__ import annotations

import ctypes
from itertools import compress, count, pairwise
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen
from pypdfium2 import raw  # type: ignore[import-untyped]

from govinfo.adapters.pdf._page import Ruling
from govinfo.adapters.pdf._plain import (
    count_clips,
    form_objects,
    kind,
    page_objects,
    paths,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_FORM: int = raw.FPDF_PAGEOBJ_FORM
_OTHER = bytes(number != raw.FPDF_PAGEOBJ_TEXT for number in range(256))
"""For each kind of object, whether it is no text."""

_LINE = 2  # segments of a line: where it begins, where it ends
_RECTANGLE = 5  # segments of a rectangle; more may be several shapes in one path
_NOTHING: Box = (0.0, 0.0, 0.0, 0.0)
_LOW, _HIGH = 3.0, 40.0  # points of the height of shapes that may be letters

Area = tuple[int, "Box"]
"""What covers an area: how many texts are drawn before it, and the area."""


@define(slots=True)
class Contents:
    """What a page draws, in PDF space (y grows upwards).

    Attributes:
        texts: Addresses of the text objects in the order of drawing, those in forms too.
        inner: Those in form objects.
        has_veiled_forms: Whether a form object is clipped, or shines through.
        lines: Boxes of what is drawn as straight lines.
        areas: What may hide something drawn before: filled shapes, pictures, shadings.
        pictures: Boxes of pictures.
        outlines: Boxes of shapes that may be letters drawn as such.
    """

    texts: list[int] = field(factory=list)
    inner: list[int] = field(factory=list)
    lines: list[Box] = field(factory=list)
    areas: list[Area] = field(factory=list)
    pictures: list[Box] = field(factory=list)
    outlines: list[Box] = field(factory=list)
    has_veiled_forms: bool = False


def contents_of(page: Any, limits: Limits) -> Contents:
    """What a page draws.

    Args:
        page: A `pypdfium2.PdfPage`.
        limits: `depth` bounds the nesting of form objects.
    """
    walker = _Walker(limits)
    walker.walk(page_objects(page.raw), None, 0)
    return walker.found


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
            raise limits.exceeded("cells", f"a page has more lines, {_LINES_OF_A_CELL} a cell,")
    return tuple(horizontals), tuple(verticals)


@frozen(slots=True)
class _Walker:
    """Walks the objects of a page into form objects; reuses its structs from call to call."""

    limits: Limits
    found: Contents = field(factory=Contents)
    matrix: Any = field(factory=raw.FS_MATRIX)

    def walk(self, objects: Iterable[int], outer: Matrix | None, depth: int) -> None:
        """Take up what these objects draw, within a form object with its matrix."""
        addresses = list(objects)
        kinds = bytes(map(kind, addresses))
        # Most are texts, which the bytes show without a look at each.
        texts, start, before = self.found.texts, 0, len(self.found.texts)
        drawn = list(compress(zip(kinds, count(), addresses), kinds.translate(_OTHER)))
        all_paths = paths([address for shape, _, address in drawn if shape == _PATH])
        for shape, at, address in drawn:
            texts += addresses[start:at]
            start = at + 1
            if shape == _PATH:
                self._path(next(all_paths), outer)
            elif shape != _FORM:
                self._picture(address, outer)
            elif depth < self.limits.depth:
                item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
                matrix = _times(self._matrix(item), outer)
                if count_clips(address) > 0 or raw.FPDFPageObj_HasTransparency(item):
                    self.found.has_veiled_forms = True
                self.walk(form_objects(item), matrix, depth + 1)
        texts += addresses[start:]
        if depth == 1:
            self.found.inner += texts[before:]

    def _matrix(self, item: Any) -> Matrix:
        matrix = self.matrix
        if not raw.FPDFPageObj_GetMatrix(item, matrix):
            return (1, 0, 0, 1, 0, 0)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _path(self, path: PathObject, outer: Matrix | None) -> None:
        """Take up what a path paints inside its clip: thin boxes are lines, others areas."""
        address, fill, is_stroked, segments, clips, _, around = path
        n_texts = len(self.found.texts)
        if not (fill or is_stroked):
            return
        boxes = self._shapes(path)
        if clips > 0:
            clip = clip_of(address, clips)
            boxes = [seen for box in boxes if (seen := _common(box, clip))]
        if outer:
            boxes = [_around(_corners(box, outer)) for box in boxes]
            around = _around(_corners(around, outer))
        found = self.found
        if segments > _RECTANGLE and _LOW < around[3] - around[1] < _HIGH:
            found.outlines.append(around)
        areas = found.areas
        for box in boxes:
            if is_thin(box):
                found.lines.append(box)
            elif fill and not is_stroked:
                areas.append((n_texts, box))
        if fill and is_stroked and not is_thin(around):
            areas.append((n_texts, around))

    def _picture(self, address: int, outer: Matrix | None) -> None:
        """Take up a picture, or another thing that is neither text nor path."""
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        sides = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(item, *sides):
            return
        left, bottom, right, top = (side.value for side in sides)
        box: Box = (left, bottom, right, top)
        box = _around(_corners(box, outer)) if outer else box
        self.found.pictures.append(box)
        self.found.areas.append((len(self.found.texts), box))

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
        subpaths = [[_applied(point, matrix) for point in points] for points in _subpaths(outline)]
        if not is_stroked:
            return painted([_around(points) for points in subpaths])
        return [_around(edge) for points in subpaths for edge in pairwise(points)]


def clip_of(address: int, clips: int) -> Box:
    """The box common to the paths that an object is clipped by, of which there are so many."""
    box: Box | None = None
    clip = raw.FPDFPageObj_GetClipPath(ctypes.cast(address, raw.FPDF_PAGEOBJECT))
    for number in range(clips):
        stop = raw.FPDFClipPath_CountPathSegments(clip, number)
        segments = (raw.FPDFClipPath_GetPathSegment(clip, number, at) for at in range(stop))
        around = _around([point for points in _subpaths(segments) for point in points])
        box = (_common(box, around) or _NOTHING) if box else around
    return box or _NOTHING


def _subpaths(segments: Iterator[Any]) -> Iterator[list[Point]]:
    x, y = ctypes.c_float(), ctypes.c_float()
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


def _applied(point: Point, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _corners(box: Box, matrix: Matrix) -> list[Point]:
    left, bottom, right, top = box
    points = ((left, bottom), (right, top), (left, top), (right, bottom))
    return [_applied(point, matrix) for point in points]


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
