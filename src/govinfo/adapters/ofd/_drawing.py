"""What the objects of a page draw, in points with y growing upwards from the page's top left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field, frozen

from govinfo.adapters.ofd._glyphs import box_of, glyphs_of, is_painted, size_of
from govinfo.adapters.ofd._outlines import Outline, is_rectangle
from govinfo.adapters.ofd._paints import Paint, fill_of
from govinfo.adapters.ofd._values import (
    child,
    children,
    is_so,
    matrix_of,
    name_of,
    numbers,
    text_of,
)
from govinfo.adapters.pdf._runs import WHITE
from govinfo.adapters.pdf._shapes import bounds, common, corners, is_thin, painted, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

    from govinfo.adapters.pdf._shapes import Matrix, Point
    from govinfo.blocks import Box
    from govinfo.source import Limits

_GROUPS = frozenset(("Content", "Layer", "PageBlock"))
_OBJECTS_OF_A_CELL = 20  # letters, lines and elements of a document, as many as it has cells
_OBJECTS_OF_A_UNIT = 60  # to place a drawing that is used more than once costs more
_OF_PATHS = 16  # times what paths are made of must find room in `Limits.unpacked`
_RECTANGLE = 5  # segments; more may be letters drawn as shapes
_LOW, _HIGH = 3.0, 40.0  # points of the height of shapes that may be letters
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LEVEL = 0.05  # of its width, by which a picture that stands upright may slant
_NOWHERE: Box = (-1.0, 1.0, -1.0, 1.0)


class Letter(NamedTuple):
    """A letter as it is drawn.

    Attributes:
        char: The letter; no white space.
        box: Its box: left, bottom, right, top.
        across: How far its line runs to the right, with `up`.
        up: How far it runs up.
        is_spaced: Whether white space stands before it.
        paint: With what it is filled; `None`: it is not painted at all.
        window: What the text is cut to.
        frame: The object's own edges, at which a viewer may cut it, too.
    """

    char: str
    box: Box
    across: float
    up: float
    is_spaced: bool
    paint: Paint | None
    window: Box | None
    frame: Box | None


class Ground(NamedTuple):
    """An area that is filled.

    Attributes:
        before: How many letters are drawn before it.
        box: The area.
        paint: With what; that of a picture is not known.
        is_picture: Whether a picture fills it.
    """

    before: int
    box: Box
    paint: Paint
    is_picture: bool = False


class Upright(NamedTuple):
    """A picture that stands upright, and is whole.

    Attributes:
        box: Its edges: left, bottom, right, top.
        resource: Its number.
    """

    box: Box
    resource: str


@frozen(slots=True)
class Resources:
    """What a document's objects call by number.

    Attributes:
        units: Drawings that are used more than once.
        params: Drawing parameters.
        opaque: The numbers of pictures through which nothing can be seen.
        files: The parts that hold pictures, by number.
    """

    units: Mapping[str, _Element]
    params: Mapping[str, _Element]
    opaque: AbstractSet[str]
    files: Mapping[str, str]


@define(slots=True)
class Budget:
    """How many elements and letters may still be drawn."""

    limits: Limits
    left: int = field()
    paths: int = 0

    @left.default
    def _left(self) -> int:
        return _OBJECTS_OF_A_CELL * self.limits.cells

    def spend_path(self, letters: int) -> None:
        """Pay for a path's data.

        Raises:
            LimitExceeded: All paths have more than may be.
        """
        self.paths += letters
        if self.paths * _OF_PATHS > self.limits.unpacked:
            raise self.limits.exceeded(
                "unpacked", f"the paths have, {_OF_PATHS} times over, more bytes"
            )

    def spend(self, count: int = 1) -> None:
        """Pay.

        Raises:
            LimitExceeded: Nothing is left.
        """
        self.left -= count
        if self.left < 0:
            raise self.limits.exceeded(
                "cells", "the pages draw more letters and lines", times=_OBJECTS_OF_A_CELL
            )


@define(slots=True)
class Drawing:
    """What is drawn.

    Attributes:
        resources: What objects call by number.
        budget: What may be drawn.
        letters: In the order of drawing.
        lines: Boxes of straight lines.
        grounds: Filled areas.
        pictures: Boxes of pictures, and of shapes that may be letters.
        images: Boxes of pictures alone.
        upright: Those of them that stand upright, with what they show.
    """

    resources: Resources
    budget: Budget
    letters: list[Letter] = field(factory=list)
    lines: list[Box] = field(factory=list)
    grounds: list[Ground] = field(factory=list)
    pictures: list[Box] = field(factory=list)
    images: list[Box] = field(factory=list)
    upright: list[Upright] = field(factory=list)

    def draw(
        self,
        elements: Iterable[_Element],
        outer: Matrix,
        param: str | None = None,
        window: Box | None = None,
        depth: int = 0,
    ) -> None:
        """Take up objects.

        Args:
            elements: Groups and objects.
            outer: From the space that they stand in to the page's.
            param: The drawing parameters of their layer.
            window: What they are cut to.
            depth: How many groups they stand in.
        """
        if depth > self.budget.limits.depth:
            raise self.budget.limits.exceeded("depth", "objects are nested deeper")
        for element in elements:
            self.budget.spend()
            if not is_so(element, "Visible", otherwise=True):
                continue
            name = name_of(element)
            if name in _GROUPS:
                own = element.get("DrawParam") or param
                self.draw(element, outer, own, window, depth + 1)
            elif name.endswith("Object"):
                matrix = times(matrix_of(element) or _SAME, _moved(element, outer))
                cut = _cut(element, matrix, outer, window, self.budget)
                if name == "TextObject":
                    self._text(element, matrix, param, cut, _frame(element, outer))
                elif name == "PathObject":
                    self._path(element, matrix, param, cut)
                else:
                    self._other(element, matrix, outer, cut, depth)

    def _text(
        self,
        element: _Element,
        matrix: Matrix,
        param: str | None,
        window: Box | None,
        frame: Box | None,
    ) -> None:
        paint = fill_of(element, param, self.resources.params) if is_painted(element) else None
        size = size_of(element)
        is_spaced = False
        for char, own, width in glyphs_of(element):
            self.budget.spend()
            if char in WHITE:
                is_spaced = True
                continue
            whole = times(own, matrix)
            box = bounds(corners(box_of(width, size), whole))
            letter = Letter(char, box, whole[0], whole[1], is_spaced, paint, window, frame)
            self.letters.append(letter)
            is_spaced = False
        if len(self.letters) > self.budget.limits.letters:
            raise self.budget.limits.exceeded("letters", "a page shows more letters")

    def _path(
        self, element: _Element, matrix: Matrix, param: str | None, window: Box | None
    ) -> None:
        fills = is_so(element, "Fill", otherwise=False)
        strokes = is_so(element, "Stroke", otherwise=True)
        if not (fills or strokes):
            return
        outline = Outline.of(_data_of(element, self.budget)).through(matrix)
        if outline.segments > _RECTANGLE and _LOW < outline.box[3] - outline.box[1] < _HIGH:
            self.pictures.append(outline.box)
        paint = fill_of(element, param, self.resources.params)
        shapes = [bounds(part) for part in outline.parts]
        if strokes:
            edges = [_around(*edge) for part in outline.parts for edge in pairwise(part)]
        else:
            edges = [] if paint.is_clear else list(painted(shapes))
        self.lines += [edge for edge in _seen(edges, window) if is_thin(edge)]
        if fills:
            areas = [
                box for box, part in zip(shapes, outline.parts, strict=True) if is_rectangle(part)
            ]
            self.grounds += [
                Ground(len(self.letters), area, paint)
                for area in _seen(areas, window)
                if not is_thin(area) and paint.is_opaque
            ]

    def _other(
        self, element: _Element, matrix: Matrix, outer: Matrix, window: Box | None, depth: int
    ) -> None:
        """A picture, or a drawing that is used more than once."""
        unit = self.resources.units.get(element.get("ResourceID", ""))
        if name_of(element) == "CompositeObject" and unit is not None:
            self.budget.spend(_OBJECTS_OF_A_UNIT)
            self.draw(unit, matrix, None, window, depth + 1)
        elif frame := _frame(element, outer):
            boxes = _seen([frame], window)
            self.pictures += boxes
            self.images += boxes
            self.upright += _upright(element, matrix, frame)
            paint = fill_of(element, None, {})
            if paint.is_opaque and element.get("ResourceID") in self.resources.opaque:
                self.grounds += [Ground(len(self.letters), box, paint, True) for box in boxes]


def _upright(element: _Element, matrix: Matrix, frame: Box) -> Iterator[Upright]:
    """The picture of an object, if its letters stand upright: it fills the unit square."""
    across, up, right, high, *_ = matrix
    own = matrix_of(element) is not None
    if own and not (abs(up) + abs(right) < _LEVEL * across and high < 0):
        return
    box = bounds(corners((0.0, 0.0, 1.0, 1.0), matrix)) if own else frame
    yield Upright(box, element.get("ResourceID", ""))


def _data_of(path: _Element, budget: Budget) -> str:
    """What a path is made of, which is paid for."""
    data = text_of(child(path, "AbbreviatedData"))
    budget.spend_path(len(data))
    return data


def _around(start: Point, end: Point) -> Box:
    """The box around an edge, of which an outline may have very many."""
    (x, y), (far, high) = start, end
    left, right = (x, far) if x < far else (far, x)
    return (left, y, right, high) if y < high else (left, high, right, y)


def _moved(element: _Element, outer: Matrix) -> Matrix:
    """The space of an object before its own matrix: it begins at the corner of its frame."""
    found = numbers(element.get("Boundary"), 2)
    return times((1.0, 0.0, 0.0, 1.0, found[0], found[1]), outer) if found else outer


def _frame(element: _Element, outer: Matrix) -> Box | None:
    """An object's edges on the page; `None` where it tells none that hold anything."""
    found = numbers(element.get("Boundary"), 4)
    if not found or min(found[2:4]) <= 0:
        return None
    x, y, width, height = found[:4]
    return bounds(corners((x, y, x + width, y + height), outer))


def _cut(
    element: _Element, matrix: Matrix, outer: Matrix, window: Box | None, budget: Budget
) -> Box | None:
    """What is left of a window by an object's own clips: of each, the box around its areas."""
    for clips in children(element, "Clips"):
        own = matrix if is_so(clips, "TransFlag", otherwise=True) else _moved(element, outer)
        for clip in children(clips, "Clip"):
            areas = [
                Outline.of(_data_of(path, budget)).through(
                    times(
                        matrix_of(path) or _SAME,
                        _moved(path, times(matrix_of(area) or _SAME, own)),
                    )
                )
                for area in children(clip, "Area")
                for path in children(area, "Path")
            ]
            if areas:
                box = bounds([p for outline in areas for part in outline.parts for p in part])
                window = (common(window, box) or _NOWHERE) if window else box
    return window


def _seen(boxes: Iterable[Box], window: Box | None) -> list[Box]:
    """What of some boxes is left by a window."""
    if window is None:
        return list(boxes)
    return [seen for box in boxes if (seen := common(box, window))]
