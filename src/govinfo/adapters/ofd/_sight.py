"""Which letters a reader of the page sees, as far as the file says.

Text may be there and not be drawn, be white, cut away, or under something that is drawn later.
Where a viewer's own ways decide, the letter stays as a sign that cannot be read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.adapters.pdf._shapes import common

if TYPE_CHECKING:
    from govinfo.adapters.ofd._drawing import Drawing, Ground, Letter
    from govinfo.blocks import Box

_SLIVER = 0.15  # of a letter's width or height: an edge, that says nothing of a letter
_WHOLE = 0.6  # of its width and height that must be seen to tell which it is
_STRIP = 16.0  # points of a strip of the page by which areas are looked up
_TALLEST = 72.0  # points of a letter whose upper part may still be looked up
_CHEAP = 16  # looks at an area cost as much as a letter
_SCAN = 0.3  # of the page: a picture of a whole page, of which a text layer was made


@frozen(slots=True)
class Sight:
    """Places among a page's letters.

    Attributes:
        hidden: Letters that no reader sees.
        partly: Letters of which a part is seen, or of which it is not sure.
    """

    hidden: frozenset[int]
    partly: frozenset[int]


def sight_of(drawing: Drawing, size: tuple[float, float]) -> Sight:
    """What is seen of a page's letters.

    Args:
        drawing: What the page draws.
        size: Its width and height in points.

    Raises:
        LimitExceeded: So many areas lie over one another that it costs too much to tell.
    """
    scans = [box for box in drawing.images if _area(box) > _SCAN * size[0] * size[1]]
    strips = _strips(drawing)
    hidden, partly = set(), set()
    for at, letter in enumerate(drawing.letters):
        near = strips[letter.box[1] // _STRIP]
        drawing.budget.spend((len(near) + len(scans)) // _CHEAP)
        share = _share(letter, at, drawing, scans, near)
        if share < _SLIVER:
            hidden.add(at)
        elif share < _WHOLE:
            partly.add(at)
    return Sight(frozenset(hidden), frozenset(partly))


def _strips(drawing: Drawing) -> dict[float, list[Ground]]:
    """The areas that a letter may touch, by the strip of the page in which its lower edge is."""
    strips = sorted({letter.box[1] // _STRIP for letter in drawing.letters})
    found: dict[float, list[Ground]] = {strip: [] for strip in strips}
    for ground in drawing.grounds:
        first = bisect_left(strips, (ground.box[1] - _TALLEST) // _STRIP)
        some = strips[first : bisect_right(strips, ground.box[3] // _STRIP)]
        drawing.budget.spend(len(some) // _CHEAP)
        for strip in some:
            found[strip].append(ground)
    return found


def _share(
    letter: Letter, at: int, drawing: Drawing, scans: list[Box], near: list[Ground]
) -> float:
    """How much of a letter is seen."""
    is_scanned = any(_covers(scan, letter.box) for scan in scans)
    if letter.paint is None or letter.paint.is_clear:
        # Programs that read pictures put the text unseen over or under the picture.
        return float(is_scanned)
    share = 1.0 if letter.window is None else _part(letter.box, letter.window)
    under: Ground | None = None
    for ground in near:
        if ground.before <= at:
            under = ground if _covers(ground.box, letter.box) else under
        elif not is_scanned:
            left = 1.0 - _part(letter.box, ground.box)
            # What a picture shows in the letter's stead is not known.
            share = min(share, max(left, _SLIVER) if ground.is_picture else left)
    if letter.paint.is_white and not is_scanned:
        share = min(share, _of_white(letter, under, drawing))
    if letter.frame is not None and not _covers(_grown(letter), letter.box):
        # The standard has a viewer cut it off; those that do not are many.
        share = min(share, _SLIVER)
    return share


def _of_white(letter: Letter, under: Ground | None, drawing: Drawing) -> float:
    """How much is seen of a white letter over an area, if there is one."""
    if under is not None and not under.is_picture and not under.paint.is_white:
        return 1.0
    return _SLIVER if any(_covers(image, letter.box) for image in drawing.images) else 0.0


def _grown(letter: Letter) -> Box:
    left, bottom, right, top = letter.frame or letter.box
    size = max(letter.box[2] - letter.box[0], letter.box[3] - letter.box[1])
    return left - size, bottom - size, right + size, top + size


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _covers(box: Box, letter: Box) -> bool:
    """Whether a letter's middle is in a box."""
    x, y = (letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _part(letter: Box, window: Box) -> float:
    """How much of a letter's width or height, whichever is less, lies in a window."""
    seen = common(letter, window)
    if seen is None:
        return 0.0
    width, height = letter[2] - letter[0], letter[3] - letter[1]
    return min(
        (seen[2] - seen[0]) / width if width else 1.0,
        (seen[3] - seen[1]) / height if height else 1.0,
    )
