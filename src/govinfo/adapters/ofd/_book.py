"""The package: which parts make which page, in the order in which they are painted."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.ofd._drawing import Budget, Drawing, Resources
from govinfo.adapters.ofd._page import page_of
from govinfo.adapters.ofd._pictures import Paper, Shown
from govinfo.adapters.ofd._values import child, children, is_so, name_of, numbers, text_of
from govinfo.adapters.opc import Package
from govinfo.errors import CorruptDocument, EncryptedDocument, UnsupportedFormat
from govinfo.source import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from govinfo.source import Limits

_ENTRY = "OFD.xml"
_LOCKS = frozenset(("encryptions.xml", "decryptseed.dat", "entriesmap.dat"))
_OPAQUE = (".jpg", ".jpeg", ".bmp")
"""Pictures that cannot be clear in parts."""
_POINTS = 72 / 25.4  # of a millimetre
_A4 = (0.0, 0.0, 210.0, 297.0)
_BELOW, _BODY = "Background", "Body"
_PAINTED = (_BELOW, _BODY, "Foreground")
"""Layers, and templates among them, from the lowest."""
_DRAWN = frozenset(("Path", "Stamp"))
"""Annotations that are seen as a part of the page; others are links, highlights, watermarks."""


@frozen(slots=True)
class Book:
    """A package.

    Attributes:
        package: Its parts.
        limits: How much it may hold.
        bodies: The entries of its documents.
    """

    package: Package
    limits: Limits
    bodies: tuple[_Element, ...]

    @property
    def metadata(self) -> dict[str, str]:
        """What the first document says about itself."""
        info = child(self.bodies[0], "DocInfo")
        told = {name_of(one): text_of(one) for one in (() if info is None else info)}
        return {name: text for name, text in told.items() if text}

    def papers(self) -> list[Paper]:
        """The pages of all documents, with their pictures.

        Raises:
            GovInfoError: A part is missing, damaged or too large.
        """
        budget = Budget(self.limits)
        clock = Clock(self.limits)
        found: list[Paper] = []
        for body in self.bodies:
            document = _Document.of(self.package, self._root(body))
            for entry in children(child(document.tree, "Pages"), "Page"):
                if len(found) == self.limits.pages:
                    raise self.limits.exceeded("pages", "the OFD has more pages")
                clock.check()
                found.append(document.page(entry, len(found) + 1, budget, self.limits))
        if not found:
            raise CorruptDocument("the OFD has no pages")
        return found

    def _root(self, body: _Element) -> str:
        """The part of a document, in its current version."""
        for version in children(child(body, "Versions"), "Version"):
            if is_so(version, "Current", otherwise=False):
                name = _found(self.package, _ENTRY, version.get("BaseLoc", ""))
                root = text_of(child(self.package.tree(name), "DocRoot"))
                if root:
                    return _found(self.package, name, root)
        return _found(self.package, _ENTRY, text_of(child(body, "DocRoot")))


def open_book(data: bytes, limits: Limits) -> Book:
    """The package in some bytes.

    Raises:
        GovInfoError: It is none, or one that cannot be read.
    """
    package = Package(data, limits, "an OFD")
    if any(posixpath.basename(name) in _LOCKS for name in package.names):
        raise EncryptedDocument("the OFD is encrypted; save it without its password")
    if _ENTRY.lower() not in package.names:
        raise UnsupportedFormat("a ZIP file, but not of an OFD: it lacks OFD.xml")
    bodies = tuple(children(package.tree(_ENTRY), "DocBody"))
    if not bodies:
        raise CorruptDocument("the OFD holds no document")
    return Book(package, limits, bodies)


@frozen(slots=True)
class _Document:
    package: Package
    name: str
    tree: _Element
    templates: dict[str, str]
    resources: Resources
    notes: dict[str, str]
    """The parts with the annotations of pages."""

    @classmethod
    def of(cls, package: Package, name: str) -> _Document:
        tree = package.tree(name)
        common = child(tree, "CommonData")
        templates = {
            one.get("ID", ""): _found(package, name, one.get("BaseLoc", ""))
            for one in children(common, "TemplatePage")
        }
        parts = [text_of(one) for one in children(common, "PublicRes", "DocumentRes")]
        resources = _resources(package, [_found(package, name, part) for part in parts])
        return cls(package, name, tree, templates, resources, _notes(package, name, tree))

    def page(self, entry: _Element, number: int, budget: Budget, limits: Limits) -> Paper:
        """A page that the document lists."""
        name = _found(self.package, self.name, entry.get("BaseLoc", ""))
        tree = self.package.tree(name)
        own = _resources(
            self.package,
            [_found(self.package, name, text_of(one)) for one in children(tree, "PageRes")],
        )
        resources = Resources(
            {**self.resources.units, **own.units},
            {**self.resources.params, **own.params},
            self.resources.opaque | own.opaque,
            {**self.resources.files, **own.files},
        )
        x, y, width, height = self._box(tree)
        matrix = (_POINTS, 0.0, 0.0, -_POINTS, -x * _POINTS, y * _POINTS)
        drawing = Drawing(resources, budget)
        for layer in self._layers(tree):
            drawing.draw([layer], matrix)
        for place, looks in self._drawn_over(entry.get("ID", "")):
            drawing.draw([looks], (*matrix[:4], matrix[4] + place[0], matrix[5] - place[1]))
        size = width * _POINTS, height * _POINTS
        return Paper(page_of(drawing, number, size, limits), size, tuple(_shown(drawing)))

    def _box(self, tree: _Element) -> tuple[float, float, float, float]:
        """A page's left and upper edge, its width and its height in millimetres."""
        for area in (child(tree, "Area"), child(child(self.tree, "CommonData"), "PageArea")):
            box = numbers(text_of(child(area, "PhysicalBox")), 4)
            if box and min(box[2:4]) > 0:
                return box[0], box[1], box[2], box[3]
        return _A4

    def _layers(self, tree: _Element) -> Iterator[_Element]:
        """The layers of a page and its templates, the lowest first."""
        parts = [(_BODY, tree)]
        for template in children(tree, "Template"):
            name = self.templates.get(template.get("TemplateID", ""))
            if name is None:
                raise CorruptDocument("a page uses a template that the OFD does not have")
            parts.append((template.get("ZOrder") or _BELOW, self.package.tree(name)))
        found = [
            (_height(order), _height(layer.get("Type") or _BODY), layer)
            for order, part in parts
            for content in children(part, "Content")
            for layer in content
        ]
        return (layer for _, _, layer in sorted(found, key=lambda one: one[:2]))

    def _drawn_over(self, page: str) -> Iterator[tuple[tuple[float, float], _Element]]:
        """Annotations that are seen as a part of a page, and where each begins, in points."""
        name = self.notes.get(page)
        tree = None if name is None else self.package.optional_tree(name)
        for note in children(tree, "Annot"):
            looks = child(note, "Appearance")
            if (
                looks is not None
                and note.get("Type") in _DRAWN
                and is_so(note, "Visible", otherwise=True)
            ):
                found = numbers(looks.get("Boundary"), 2) or (0.0, 0.0)
                looks.tag = "PageBlock"
                yield (found[0] * _POINTS, found[1] * _POINTS), looks


def _shown(drawing: Drawing) -> Iterator[Shown]:
    """The pictures of a page that can be painted."""
    for (left, bottom, right, top), resource in drawing.upright:
        part = drawing.resources.files.get(resource)
        if part is not None:
            yield Shown((left, -top, right, -bottom), part)


def _height(layer: str) -> int:
    """How high a layer is painted, or a template among them; one without a known name as text."""
    return _PAINTED.index(layer if layer in _PAINTED else _BODY)


def _resources(package: Package, names: Iterable[str]) -> Resources:
    units: dict[str, _Element] = {}
    params: dict[str, _Element] = {}
    opaque: set[str] = set()
    files: dict[str, str] = {}
    for name in names:
        tree = package.optional_tree(name)
        folder = "" if tree is None else tree.get("BaseLoc", "")
        for element in () if tree is None else tree.iter():
            kind = name_of(element)
            if kind == "CompositeGraphicUnit":
                units[element.get("ID", "")] = element
            elif kind == "DrawParam":
                params[element.get("ID", "")] = element
            elif kind == "MultiMedia":
                file = text_of(child(element, "MediaFile"))
                opaque |= {element.get("ID", "")} if file.lower().endswith(_OPAQUE) else set()
                files[element.get("ID", "")] = _found(package, name, posixpath.join(folder, file))
    return Resources(units, params, opaque, files)


def _notes(package: Package, name: str, tree: _Element) -> dict[str, str]:
    place = text_of(child(tree, "Annotations"))
    if not place:
        return {}
    listed = _found(package, name, place)
    return {
        page.get("PageID", ""): _found(package, listed, text_of(child(page, "FileLoc")))
        for page in children(package.optional_tree(listed), "Page")
    }


def _found(package: Package, base: str, place: str) -> str:
    """The part at a place that a part names: from its own folder, or from the package's root."""
    near = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), place.strip()))
    near = near.lstrip("/")
    far = posixpath.normpath(place.strip()).lstrip("/")
    return far if near.lower() not in package.names and far.lower() in package.names else near
