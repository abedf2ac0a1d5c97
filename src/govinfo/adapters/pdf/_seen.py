"""Which letters a reader of the page sees, where that is in doubt.

Text may be drawn and not seen: invisible or clipped away, white, on a layer that is off, under
something that is drawn later. What raises a doubt is cheap to ask. Whether it is right, the
page's picture tells: drawn with and without the texts in doubt, it differs where they are seen.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import compress, repeat
from operator import sub
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from pypdfium2 import raw  # type: ignore[import-untyped]

from govinfo.adapters.pdf._paths import clip_of
from govinfo.adapters.pdf._plain import (
    OUTLINED,
    has_transparency,
    is_embedded,
    looks_of,
    mark_names,
    text_object,
)
from govinfo.adapters.pdf._plain import renamed as renamed_of
from govinfo.adapters.pdf._rendering import Rendering, scale_of
from govinfo.adapters.pdf._runs import is_pale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.pdf._letters import Frame, Letters
    from govinfo.adapters.pdf._paths import Area, Contents
    from govinfo.blocks import Box

_UNPAINTED = frozenset({3, 7})  # text rendering modes: neither fills nor strokes
_LAYER = "OC"  # the tag of marked content that is optional
_MANY = 250  # texts on a page: letters are drawn one by one, and only the figures are asked for
_WHITISH = 250  # of 255: hardly told from white
_SLACK = 0.5  # points by which a text may reach out of its clip
_SCAN = 0.3  # of the page: a picture of a whole page, of which a text layer was made
_AWAY = 1e5  # points to the side of the page
_SLIVER = 0.15  # of a letter's height or width: an edge, that says nothing of a letter
_WHOLE = 0.6  # of a letter's height and width that must be seen to tell which it is
_OVER = 0.4  # of a letter's width and height that another one covers


@frozen(slots=True)
class Sight:
    """Places among a page's letters.

    Attributes:
        hidden: Letters that no reader sees.
        partly: Letters of which a part is hidden, so that none can be sure which they are.
    """

    hidden: frozenset[int] = frozenset()
    partly: frozenset[int] = frozenset()


@frozen(slots=True)
class _Doubts:
    """Addresses of text objects by why they may be unseen."""

    unpainted: set[int] = field(factory=set)
    pale: set[int] = field(factory=set)
    clipped: set[int] = field(factory=set)
    layered: set[int] = field(factory=set)

    @property
    def any(self) -> set[int]:
        """All of them."""
        return self.unpainted | self.pale | self.clipped | self.layered


def sight_of(viewer: Viewer, contents: Contents, *, has_layers: bool) -> Sight | None:
    """What is seen of a page's letters; `None` where nothing is in doubt."""
    texts = contents.texts
    late = [area for area in contents.areas if area[0]]
    every = range(len(viewer.letters.text))
    figures = viewer.figures
    objects = viewer.objects(figures)
    drawn = list({*objects})
    renamed = renamed_of(drawn)
    odd = viewer.turned() | {
        at for at, address in zip(figures, objects, strict=True) if address in renamed
    }
    without_doubt = Sight(partly=frozenset(odd)) if odd else None
    if len(texts) > _MANY and not (
        _doubts(drawn, contents, has_layers=has_layers).any
        or viewer.covered(texts, late, figures)
        or viewer.on(contents.grounds, figures)
    ):
        return without_doubt
    doubts = _doubts(texts, contents, has_layers=has_layers)
    under = viewer.covered(texts, late, every)
    on_dark = viewer.on(contents.grounds, every) - under
    if not (doubts.any or under or on_dark):
        return without_doubt
    sight = viewer.judge(contents, doubts, under, on_dark)
    return Sight(sight.hidden, sight.partly | (odd - sight.hidden))


def switch(addresses: Iterable[int], *, on: bool) -> None:
    """Draw objects, or draw them no more."""
    for address in addresses:
        raw.FPDFPageObj_SetIsActive(ctypes.cast(address, raw.FPDF_PAGEOBJECT), on)


def take_away(addresses: Iterable[int]) -> None:
    """Take text objects off a page. Those that stay in place keep PDFium from reading others."""
    switch(addresses, on=False)
    for address in addresses:
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, _AWAY, _AWAY)


def _doubts(texts: Sequence[int], contents: Contents, *, has_layers: bool) -> _Doubts:
    found = _Doubts()
    for address, mode, colour, clips in looks_of(texts):
        if mode in _UNPAINTED:
            found.unpainted.add(address)
        if colour is not None and (
            min(colour[:3]) >= _WHITISH or is_pale(tuple(colour[:3]), colour[3])
        ):
            found.pale.add(address)
        if mode == OUTLINED:
            found.pale.add(address)
        if clips and _is_cut(address, clips):
            found.clipped.add(address)
    if contents.inner and (has_layers or contents.has_veiled_forms):
        found.layered.update(contents.inner)
    found.layered.update(compress(texts, map(has_transparency, texts)))
    if has_layers:
        names = mark_names(texts)
        found.layered.update(address for address, name in names if name == _LAYER)
    return found


def _is_cut(address: int, clips: int) -> bool:
    """Whether a text reaches out of what it is clipped to."""
    sides = [ctypes.c_float() for _ in range(4)]
    item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    if not raw.FPDFPageObj_GetBounds(item, *sides):
        return True
    left, bottom, right, top = (side.value for side in sides)
    clip = clip_of(address, clips)
    return (
        left < clip[0] - _SLACK
        or bottom < clip[1] - _SLACK
        or right > clip[2] + _SLACK
        or top > clip[3] + _SLACK
    )


def _inside(letters: Letters, areas: Sequence[Box], some: Sequence[int]) -> list[list[int]]:
    """For each area those of some letters whose middle it covers; nothing if there are none."""
    if not areas:
        return []
    lefts, tops, rights, bottoms = letters.lefts, letters.tops, letters.rights, letters.bottoms
    order = sorted(some, key=tops.__getitem__)
    levels = [tops[at] for at in order]
    tallest = max(map(sub, tops, bottoms), default=0.0)
    found = []
    for left, bottom, right, top in areas:
        near = order[bisect_left(levels, bottom) : bisect_right(levels, top + tallest / 2)]
        found.append(
            [
                at
                for at in near
                if left < (lefts[at] + rights[at]) / 2 < right
                and bottom < (tops[at] + bottoms[at]) / 2 < top
            ]
        )
    return found if any(found) else []


@frozen(slots=True)
class Viewer:
    """A page and its letters, as what is to be looked at.

    Attributes:
        page: A `pypdfium2.PdfPage`.
        text_page: Its `pypdfium2.PdfTextPage`.
        handle: The text page's, as PDFium's plain functions take it.
        letters: Its letters.
        frame: From PDF space to the page as it is shown.
        figures: The letters of which figures are made.
        matrices: How each of these is set: all of `a`, then of `b`, `c` and `d`.
    """

    page: Any
    text_page: Any
    handle: Any
    letters: Letters
    frame: Frame
    figures: Sequence[int]
    matrices: Sequence[Sequence[float]]

    def judge(
        self, contents: Contents, doubts: _Doubts, covered: set[int], on_dark: set[int]
    ) -> Sight:
        """What is seen of the letters that are in doubt."""
        letters = self.letters
        objects = self.objects(range(len(letters.text)))
        faint = doubts.any
        suspects = (
            covered | on_dark | {at for at, address in enumerate(objects) if address in faint}
        )
        if not suspects:
            return Sight()
        scanned = self._on_a_scan(contents)
        unpainted = {at for at in suspects if objects[at] in doubts.unpainted}
        hidden = {at for at in unpainted if at not in scanned}
        looked_at = suspects - unpainted - (covered & scanned)
        blind = {
            at for at in looked_at if letters.text[at] > "\x7f" and not is_embedded(objects[at])
        }
        hidden |= {at for at in blind if at in covered or objects[at] in doubts.clipped}
        hidden |= {at for at in blind if self._is_white(objects[at], doubts, contents, at)}
        unseen, partly = self._looked_at(looked_at - blind, objects, covered | on_dark)
        hidden |= unseen
        seen = set(range(len(objects))) - hidden
        scan_text = unpainted & scanned
        hidden |= self._overlaid(scan_text, seen - scan_text)
        pale = {at for at in seen if objects[at] in doubts.pale}
        hidden |= self._watermarks(pale, seen - pale, objects)
        replaced = self._replaced(hidden, objects)
        return Sight(frozenset(hidden - replaced), frozenset((partly - hidden) | replaced))

    def gone(self, sight: Sight) -> set[int]:
        """The text objects of which no letter is seen."""
        objects = self.objects(range(len(self.letters.text)))
        hidden = {objects[at] for at in sight.hidden}
        return hidden.difference(
            (address for at, address in enumerate(objects) if at not in sight.hidden), {0}
        )

    def _replaced(self, hidden: set[int], objects: Sequence[int]) -> set[int]:
        """Hidden letters of figures where another is seen that PDFium took for the same again.

        Those of texts of which nothing is seen are taken away before the page is read anew.
        """
        shown = {address for at, address in enumerate(objects) if at not in hidden}
        left = {at for at in hidden.intersection(self.figures) if objects[at] in shown}
        if not left:
            return set()
        bare = left - self._overlaid(left, set(range(len(objects))) - hidden)
        picture = Rendering.of(self.page, self._scale) if bare else None
        return {at for at in bare if picture and picture.has_ink(self._pixels(at))}

    def turned(self) -> set[int]:
        """The letters of figures that are set upside down, or mirrored, unlike most of them."""
        a, b, c, d = self.matrices
        if not a or (min(a) > 0 < min(d) and not any(b)):
            return set()  # as nearly always
        ways = [
            (round(math.atan2(up, across) / (math.pi / 2)) % 4, across * down > up * aside)
            for across, up, aside, down in zip(a, b, c, d, strict=True)
        ]
        ((usual, is_plain), _), *_ = Counter(sorted(ways)).most_common()
        return {
            at
            for at, (quarter, plain) in zip(self.figures, ways, strict=True)
            if quarter == (usual + 2) % 4 or plain is not is_plain
        }

    def objects(self, some: Iterable[int]) -> list[int]:
        """The addresses of the text objects that draw some letters."""
        indices = self.letters.indices
        found = map(text_object, repeat(self.handle), [indices[at] for at in some])
        return [address or 0 for address in found]

    def covered(self, texts: Sequence[int], areas: Sequence[Area], some: Sequence[int]) -> set[int]:
        """Those of some letters over whose middle something is drawn later."""
        under = _inside(self.letters, [box for _, box in areas], some)
        if not under:
            return set()
        order = {address: at for at, address in enumerate(texts)}
        return {
            at
            for (n_before, _), inside in zip(areas, under, strict=True)
            for at, address in zip(inside, self.objects(inside), strict=True)
            if order.get(address, n_before) < n_before
        }

    def on(self, grounds: Sequence[Box], some: Sequence[int]) -> set[int]:
        """Those of some letters that stand on one of some grounds."""
        return {at for inside in _inside(self.letters, grounds, some) for at in inside}

    def _on_a_scan(self, contents: Contents) -> set[int]:
        """The letters on or under a picture of the page: programs that read pictures put them."""
        width, height = self.frame.size
        every = range(len(self.letters.text))
        scans = [
            box
            for box in contents.pictures
            if (box[2] - box[0]) * (box[3] - box[1]) > _SCAN * width * height
        ]
        return {at for inside in _inside(self.letters, scans, every) for at in inside}

    def _is_white(self, address: int, doubts: _Doubts, contents: Contents, at: int) -> bool:
        """Whether a letter that this machine may have no font for is white on the bare page."""
        if address not in doubts.pale:
            return False
        ((_, _, colour, _),) = looks_of([address], every=True)
        if colour is None or (min(colour[:3]) < _WHITISH and colour[3]):
            return False
        letters = self.letters
        x, y = (
            (letters.lefts[at] + letters.rights[at]) / 2,
            (letters.tops[at] + letters.bottoms[at]) / 2,
        )
        return not any(b[0] < x < b[2] and b[1] < y < b[3] for _, b in contents.areas)

    def _looked_at(
        self, suspects: set[int], objects: Sequence[int], covered: set[int]
    ) -> tuple[set[int], set[int]]:
        """Of some letters those that are not seen, and those of which only a part is.

        A letter under something dark is none that a reader takes for a blank.
        """
        if not suspects:
            return set(), set()
        boxes = {at: self._pixels(at) for at in suspects}
        before = Rendering.of(self.page, self._scale)
        shown = dict.fromkeys(suspects, 0.0)
        shown.update(self._shares(before, suspects, boxes, objects))
        crowded = self._overlaid(suspects, suspects, objects)
        for address in {objects[at] for at in crowded if shown[at]}:
            own = {at for at in crowded if objects[at] == address}
            shown.update(self._shares(before, own, boxes, objects))
        unseen = {at for at, share in shown.items() if share < _SLIVER}
        dark = {at for at in unseen & covered if before.is_dark(boxes[at])}
        return unseen - dark, dark | {
            at for at, share in shown.items() if _SLIVER <= share < _WHOLE
        }

    def _shares(
        self,
        before: Rendering,
        suspects: set[int],
        boxes: dict[int, tuple[int, int, int, int]],
        objects: Sequence[int],
    ) -> dict[int, float]:
        """How much of each letter the page's picture loses without all of them."""
        drawing = {objects[at] for at in suspects}
        switch(drawing, on=False)
        after = Rendering.of(self.page, self._scale)
        switch(drawing, on=True)
        return {at: before.share(after, boxes[at]) for at in suspects}

    @property
    def _scale(self) -> float:
        return scale_of(self.frame.size)

    def _pixels(self, at: int) -> tuple[int, int, int, int]:
        """A letter's own box on the picture of the page."""
        letters = self.letters
        sides = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(self.text_page, letters.indices[at], *sides)
        left, right, bottom, top = (side.value for side in sides)
        box = (
            max(left, letters.lefts[at] - 1),
            max(bottom, letters.bottoms[at] - 1),
            min(right, letters.rights[at] + 1),
            min(top, letters.tops[at] + 1),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            box = (letters.lefts[at], letters.bottoms[at], letters.rights[at], letters.tops[at])
        x0, y0, x1, y1 = (side * self._scale for side in self.frame.place(box))
        return int(x0), int(y0), int(x1) + 1, int(y1) + 1

    def _overlaid(
        self, some: Iterable[int], others: set[int], objects: Sequence[int] | None = None
    ) -> set[int]:
        """Those of some letters that stand where one of the others does."""
        letters = self.letters
        by_level = sorted(others, key=letters.bottoms.__getitem__)
        levels = [letters.bottoms[at] for at in by_level]
        tallest = max((letters.tops[at] - letters.bottoms[at] for at in others), default=0.0)
        found = set()
        for at in some:
            first = bisect_left(levels, letters.bottoms[at] - tallest)
            near = by_level[first : bisect_right(levels, letters.tops[at])]
            if any(
                other != at
                and (objects is None or objects[other] != objects[at])
                and self._cover(at, other)
                for other in near
            ):
                found.add(at)
        return found

    def _cover(self, at: int, other: int) -> bool:
        letters = self.letters
        width = min(letters.rights[at], letters.rights[other]) - max(
            letters.lefts[at], letters.lefts[other]
        )
        height = min(letters.tops[at], letters.tops[other]) - max(
            letters.bottoms[at], letters.bottoms[other]
        )
        return width > _OVER * (letters.rights[at] - letters.lefts[at]) and height > _OVER * (
            letters.tops[at] - letters.bottoms[at]
        )

    def _watermarks(self, pale: set[int], others: set[int], objects: Sequence[int]) -> set[int]:
        """Of pale letters those of texts that run over others, and of the same text elsewhere."""
        if not pale:
            return set()
        texts: dict[int, list[int]] = {}
        for at in sorted(pale):
            texts.setdefault(objects[at], []).append(at)
        over = {objects[at] for at in self._overlaid(pale, others)}
        said = {
            address: "".join(self.letters.text[at] for at in inside)
            for address, inside in texts.items()
        }
        marks = {said[address] for address in over}
        return {at for address, inside in texts.items() if said[address] in marks for at in inside}
