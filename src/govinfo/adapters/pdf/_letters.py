"""The letters of a page as PDFium gives them, and from its space to the page's top left corner."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import compress
from operator import sub
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from govinfo.adapters.pdf._page import Unseen, turned
from govinfo.adapters.pdf._runs import WHITE, Glyphs, changes, close_by, levels_of, twins
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from govinfo.adapters.pdf._page import Run
    from govinfo.adapters.pdf._seen import Sight
    from govinfo.blocks import Box

_WHITE = re.escape("".join(WHITE))
_SHOWN = re.compile(f"[^{_WHITE}]+")
_BLANK = re.compile(f"[{re.escape(''.join(WHITE - {chr(10), chr(13)}))}]")
_RAGGED = 0.6  # runs a glyph above which the boxes follow the letters, not the line
_WIDE = 3  # width over height above which a box is no letter's
_TALLER = 1.5  # of the usual height of boxes
# What figures are made of: a sign or a point that is not seen makes another figure, too.
_OF_FIGURES = frozenset("0123456789０１２３４５６７８９.．,，-－−+＋%％")
_BELOW = 0.2  # of a letter's height, below its baseline
_SAME = 1.0  # points by which a letter may be moved and stands in the same place
_TALL = 2.2  # of the letter's size above which a box is not its own


@frozen(slots=True)
class Letters:
    """The characters of a page that show something, in PDF space (y grows upwards)."""

    text: str
    indices: list[int]  # of PDFium's characters, white space included
    spaced: set[int]  # those before which white space was drawn
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]

    @classmethod
    def of(
        cls,
        text: str,
        boxes: Callable[[list[int]], Iterable[list[float]]],
        is_printed: Callable[[int], bool],
    ) -> Letters:
        """The letters among the characters of a page."""
        indices = [at for at, char in enumerate(text) if char not in WHITE]
        drawn = [found.start() for found in _BLANK.finditer(text) if is_printed(found.start())]
        spaced = {bisect_left(indices, index) for index in drawn}
        shown = "".join(_SHOWN.findall(text))
        return cls(shown, indices, spaced, *boxes(indices))

    def figures(self) -> list[int]:
        """The letters of which figures are made."""
        return list(compress(range(len(self.text)), map(_OF_FIGURES.__contains__, self.text)))

    def straighten(self, some: Sequence[int], across: Sequence[float], up: Sequence[float]) -> None:
        """Give letters in italics the width that they have upright: those beside reach under them.

        Args:
            some: Letters.
            across: How far the matrix of each leans to the right for each step of `up`.
            up: Likewise.
        """
        for at, lean, height in zip(some, across, up, strict=True):
            if lean and height:
                self.lefts[at], self.rights[at] = upright(
                    self.lefts[at], self.rights[at], lean / height, self.tops[at] - self.bottoms[at]
                )

    def once(self, is_one_glyph: Callable[[int, int], bool]) -> Letters:
        """The letters without those drawn again; those of one glyph each with its share of it."""
        lefts, tops, rights, indices = self.lefts, self.tops, self.rights, self.indices
        glyphs: dict[int, list[int]] = {}
        close = close_by(lefts)
        again = twins(self.text, lefts, tops, self.bottoms, close)
        for at in close:
            before = at - 1
            if lefts[at] != lefts[before] or rights[at] != rights[before]:
                continue
            if tops[at] == tops[before] and is_one_glyph(indices[before], indices[at]):
                group = glyphs.pop(before, None) or [before]
                glyphs[at] = [*group, at]
                again.discard(at)
        for group in glyphs.values():
            left, step = lefts[group[0]], (rights[group[0]] - lefts[group[0]]) / len(group)
            for number, at in enumerate(group):
                lefts[at], rights[at] = left + number * step, left + (number + 1) * step
        return self._without(again) if again else self

    def unseen(self, sight: Sight, frame: Frame) -> tuple[Unseen, ...]:
        """The letters that are not, or not wholly, seen."""
        found = []
        for at in sorted(sight.hidden | sight.partly):
            box = (self.lefts[at], self.bottoms[at], self.rights[at], self.tops[at])
            left, top, right, bottom = frame.place(box)
            is_partly = at in sight.partly
            found.append(Unseen(self.text[at], (left + right) / 2, (top + bottom) / 2, is_partly))
        return tuple(found)

    def twins_of(self, others: Letters, some: AbstractSet[int]) -> set[int]:
        """Those of some other letters in whose place the same letter stands among these."""
        places = {
            (letter, round(left / _SAME), round(bottom / _SAME))
            for letter, left, bottom in zip(self.text, self.lefts, self.bottoms, strict=True)
        }
        return {
            at
            for at in some
            if any(
                (others.text[at], across, up) in places
                for across in _around(others.lefts[at])
                for up in _around(others.bottoms[at])
            )
        }

    def seen(self, hidden: AbstractSet[int], partly: AbstractSet[int]) -> Letters:
        """The letters without those that are hidden; those of which only a part shows unnamed."""
        text = "".join(PICTURE if at in partly else char for at, char in enumerate(self.text))
        return evolve(self, text=text)._without(hidden)  # noqa: SLF001 - of its own class

    def _without(self, dropped: AbstractSet[int]) -> Letters:
        return self._only([at for at in range(len(self.text)) if at not in dropped])

    def ordered(self, places: Sequence[int]) -> Letters:
        """The letters by what draws them."""
        return self._only(sorted(range(len(places)), key=places.__getitem__))

    def _only(self, kept: Sequence[int]) -> Letters:
        sides = (self.lefts, self.tops, self.rights, self.bottoms)
        return Letters(
            "".join([self.text[at] for at in kept]),
            [self.indices[at] for at in kept],
            {new for new, at in enumerate(kept) if at in self.spaced},
            *([side[at] for at in kept] for side in sides),
        )

    def unsure(self, runs: list[Run], alone: Iterable[int]) -> Iterable[int]:
        """The letters whose boxes are not those of their font."""
        if len(runs) > _RAGGED * len(self.text):
            return range(len(self.text))
        # Such a letter never shares its line with the next, so that only these need a look.
        return [
            at
            for at in alone
            if not 0 < self.rights[at] - self.lefts[at] < _WIDE * (self.tops[at] - self.bottoms[at])
        ]

    def too_tall(self, size: Callable[[int], float]) -> Iterable[int]:
        """The letters in boxes much taller than they are set.

        Type 3 fonts may state any box, and PDFium forgets the matrix of vertical fonts. Letters
        of one font and size have boxes of one height, so that one of each height is asked for.

        Args:
            size: How large the letter at an index is set.
        """
        heights = list(map(sub, self.tops, self.bottoms))
        some = sorted(set(heights))
        if not some:
            return ()
        usual = some[len(some) // 2]
        if usual <= _TALL * size(heights.index(usual)):
            # Then only what is much taller than most can be.
            some = some[bisect_left(some, _TALLER * usual) :]
        absurd = {height for height in some if height > _TALL * size(heights.index(height))}
        return [at for at, height in enumerate(heights) if height in absurd] if absurd else ()

    def is_too_wide(self, at: int) -> bool:
        """Whether a box is wider than a letter can be."""
        return self.rights[at] - self.lefts[at] >= _WIDE * (self.tops[at] - self.bottoms[at]) > 0

    def place(self, at: int, box: Box) -> None:
        """Give a letter another box: left, top, right, bottom."""
        self.lefts[at], self.tops[at], self.rights[at], self.bottoms[at] = box


def upright(left: float, right: float, lean: float, height: float) -> tuple[float, float]:
    """The sides of a leaning letter as they would be if it stood upright."""
    low, high = sorted((-_BELOW * lean * height, (1 - _BELOW) * lean * height))
    return (left - low, right - high) if right - high > left - low else (left, right)


def _around(x: float) -> Iterator[int]:
    """The squares of the page that are near."""
    at = round(x / _SAME)
    yield from (at - 1, at, at + 1)


@frozen(slots=True)
class Frame:
    """From PDF space to points from the top left corner of the page, turned by quarters."""

    edges: Box  # left, bottom, right, top of the page in PDF space
    quarter: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page after turning."""
        left, bottom, right, top = self.edges
        if self.quarter % 2:
            return top - bottom, right - left
        return right - left, top - bottom

    def place(self, box: Box) -> Box:
        """A box given by left, bottom, right and top."""
        left, bottom, right, top = self.edges
        upright = (box[0] - left, top - box[3], box[2] - left, top - box[1])
        return (
            upright
            if not self.quarter
            else turned(upright, self.quarter, right - left, top - bottom)
        )

    def glyphs(self, letters: Letters) -> Glyphs:
        """The letters in this frame."""
        edge_left, edge_bottom, edge_right, edge_top = self.edges
        text, spaced = letters.text, letters.spaced
        lefts, rights, tops, bottoms = letters.lefts, letters.rights, letters.tops, letters.bottoms
        if edge_left:
            lefts, rights = [x - edge_left for x in lefts], [x - edge_left for x in rights]
        if not self.quarter:
            levels = [
                (at, edge_top - tops[at], edge_top - bottoms[at]) for at in changes(tops, bottoms)
            ]
            return Glyphs(text, lefts, rights, levels, spaced)
        upright = zip(
            lefts,
            [edge_top - y for y in tops],
            rights,
            [edge_top - y for y in bottoms],
            strict=True,
        )
        size = (edge_right - edge_left, edge_top - edge_bottom)
        placed = [turned(box, self.quarter, *size) for box in upright]
        lefts, tops, rights, bottoms = ([box[side] for box in placed] for side in range(4))
        return Glyphs(text, lefts, rights, levels_of(tops, bottoms), spaced)
