"""What PDFium's objects draw on a page beside text: rulings, areas, and shapes like letters."""

from __future__ import annotations

import ctypes
from itertools import compress, count
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen
from pypdfium2 import raw  # type: ignore[import-untyped]

from govinfo.adapters.pdf._plain import (
    count_clips,
    form_objects,
    is_dark,
    is_white,
    kind,
    page_objects,
    paths,
)
from govinfo.adapters.pdf._shapes import (
    NOTHING,
    Matrix,
    Point,
    applied,
    bounds,
    common,
    corners,
    is_thin,
    painted,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govinfo.adapters.pdf._plain import PathObject
    from govinfo.blocks import Box
    from govinfo.source import Limits

_PATH: int = raw.FPDF_PAGEOBJ_PATH
_FORM: int = raw.FPDF_PAGEOBJ_FORM
_OTHER = bytes(number != raw.FPDF_PAGEOBJ_TEXT for number in range(256))
"""For each kind of object, whether it is no text."""

_WAVE = 9.0  # points of the height of a line that is drawn by hand
_LINE = 2  # segments of a line: where it begins, where it ends
_RECTANGLE = 5  # segments of a rectangle; more may be several shapes in one path
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
        grounds: Dark ones of these shapes, on which dark text is not seen.
        pictures: Boxes of pictures.
        outlines: Boxes of shapes that may be letters drawn as such.
        strokes: Boxes of slanting lines.
    """

    texts: list[int] = field(factory=list)
    inner: list[int] = field(factory=list)
    lines: list[Box] = field(factory=list)
    areas: list[Area] = field(factory=list)
    grounds: list[Box] = field(factory=list)
    pictures: list[Box] = field(factory=list)
    outlines: list[Box] = field(factory=list)
    strokes: list[Box] = field(factory=list)
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
                matrix = times(self._matrix(item), outer)
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
        is_cover = fill and is_stroked and not is_thin(around) and is_white(address)
        boxes = [] if is_cover else list(self._shapes(path))
        is_curve = not (boxes or fill)
        if clips > 0:
            clip = clip_of(address, clips)
            boxes = [seen for box in boxes if (seen := common(box, clip))]
        if outer:
            boxes = [bounds(corners(box, outer)) for box in boxes]
            around = bounds(corners(around, outer))
        found = self.found
        if segments > _RECTANGLE and _LOW < around[3] - around[1] < _HIGH:
            found.outlines.append(around)
        if is_curve and _is_flat(around):
            found.strokes.append(around)  # Drawn by hand, maybe through a figure.
        n_areas = len(found.areas)
        for box in boxes:
            self._box(box, n_texts, is_filled=bool(fill), is_stroked=bool(is_stroked))
        if fill and is_stroked and not is_thin(around):
            found.areas.append((n_texts, around))
        if len(found.areas) > n_areas and is_dark(address):
            found.grounds += [box for _, box in found.areas[n_areas:]]

    def _box(self, box: Box, n_texts: int, *, is_filled: bool, is_stroked: bool) -> None:
        if is_thin(box):
            self.found.lines.append(box)
        elif not is_stroked:
            self.found.areas.append((n_texts, box))
        elif not is_filled:
            self.found.strokes.append(box)

    def _picture(self, address: int, outer: Matrix | None) -> None:
        """Take up a picture, or another thing that is neither text nor path."""
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        sides = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(item, *sides):
            return
        left, bottom, right, top = (side.value for side in sides)
        box: Box = (left, bottom, right, top)
        box = bounds(corners(box, outer)) if outer else box
        if is_thin(box):
            self.found.lines.append(box)
            return
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
        if is_stroked:
            return [
                bounds([applied(point, matrix) for point in points]) for points in _edges(outline)
            ]
        subpaths = [[applied(point, matrix) for point in points] for points in _subpaths(outline)]
        return painted([bounds(points) for points in subpaths])


def _is_flat(box: Box) -> bool:
    """Whether a curve is so flat that it does not run around anything."""
    width, height = box[2] - box[0], box[3] - box[1]
    return height < _WAVE and width > 2 * height


def clip_of(address: int, clips: int) -> Box:
    """The box common to the paths that an object is clipped by, of which there are so many."""
    box: Box | None = None
    clip = raw.FPDFPageObj_GetClipPath(ctypes.cast(address, raw.FPDF_PAGEOBJECT))
    for number in range(clips):
        stop = raw.FPDFClipPath_CountPathSegments(clip, number)
        segments = (raw.FPDFClipPath_GetPathSegment(clip, number, at) for at in range(stop))
        around = bounds([point for points in _subpaths(segments) for point in points])
        box = (common(box, around) or NOTHING) if box else around
    return box or NOTHING


def _edges(segments: Iterator[Any]) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of an outline; a curve is no line, whatever its points are."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for segment in segments:
        kind_of_segment = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        if kind_of_segment == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind_of_segment == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, start
            last = start


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
