"""What a page draws, to the page of runs and rulings that the PDF adapter's tables are found on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govinfo.adapters.ofd._sight import sight_of
from govinfo.adapters.pdf._characters import unmapped
from govinfo.adapters.pdf._letters import Frame, Letters
from govinfo.adapters.pdf._page import Page, Way
from govinfo.adapters.pdf._runs import Turns, runs_of
from govinfo.adapters.pdf._shapes import sorted_out

if TYPE_CHECKING:
    from govinfo.adapters.ofd._drawing import Drawing
    from govinfo.adapters.pdf._page import Run
    from govinfo.source import Limits


_SQUEEZE = 0.5  # of a letter's usual width, above which it may be narrower


def page_of(drawing: Drawing, number: int, size: tuple[float, float], limits: Limits) -> Page:
    """The page.

    Args:
        drawing: What it draws.
        number: From 1.
        size: Its width and height in points.
        limits: `line` bounds its letters, `cells` its lines.

    Raises:
        LimitExceeded: It has more than that.
    """
    if len(drawing.letters) > limits.line:
        raise limits.exceeded("line", f"page {number} shows {len(drawing.letters):,} letters, more")
    width, height = size
    sight = sight_of(drawing, size)
    letters = _letters(drawing).seen(sight.hidden, sight.partly).once(lambda *_: False)
    frame = Frame((0.0, -height, width, 0.0), 0)
    runs, quarter = _runs(drawing, letters, frame)
    if quarter:
        frame = Frame(frame.edges, quarter)
        runs, _ = _runs(drawing, letters, frame)
    horizontals, verticals = sorted_out(map(frame.place, drawing.lines), limits)
    return Page(
        number,
        *frame.size,
        tuple(runs),
        horizontals,
        verticals,
        quarter,
        unmapped(letters.text),
        pictures=tuple(map(frame.place, drawing.pictures)),
    )


def _letters(drawing: Drawing) -> Letters:
    found = drawing.letters
    lefts, bottoms, rights, tops = ([one.box[side] for one in found] for side in range(4))
    for at, (one, after) in enumerate(pairwise(found)):
        # Where each letter is an object of its own, only the next one tells how wide it is.
        width, step = rights[at] - lefts[at], after.box[0] - lefts[at]
        if one.box[1] == after.box[1] and _SQUEEZE * width < step < width:
            rights[at] = after.box[0]
    return Letters(
        "".join(one.char for one in found),
        list(range(len(found))),
        {at for at, one in enumerate(found) if one.is_spaced},
        lefts,
        tops,
        rights,
        bottoms,
    )


def _runs(drawing: Drawing, letters: Letters, frame: Frame) -> tuple[list[Run], int]:
    """The runs in a frame, and by how many quarters it must turn for upright text."""
    turns = Turns(frame.quarter)

    def way(at: int) -> Way | None:
        letter = drawing.letters[letters.indices[at]]
        return turns.way(letter.across, letter.up, is_stacked=False)

    def pale(at: int) -> bool:
        paint = drawing.letters[letters.indices[at]].paint
        return paint is not None and paint.is_pale

    runs = runs_of(frame.glyphs(letters), way, pale)
    return runs, turns.needed(runs)
