"""Glyphs to runs: what a page draws one after the other on one baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govinfo.adapters.pdf._characters import is_word
from govinfo.adapters.pdf._page import Run, Way

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEVEL = 0.4  # points by which the edges of glyphs on one baseline may differ
_OVERLAP = 0.5  # share of its height by which a glyph may reach back over the one before
_GAP = 1.0  # share of its height by which a glyph may stand off from the one before
_WORD_GAP = 0.2  # share of the height that parts two words
_TWIN = 0.25  # share of the height within which the same text again is the same text


class Glyphs(NamedTuple):
    """The glyphs of a page in content order: equally long sequences, points from the top left.

    White space carries no reliable box; `text` holds it where the engine reports it.
    """

    text: str
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]


def runs_of(
    glyphs: Glyphs,
    is_printed: Callable[[int], bool],
    way: Callable[[int], Way | None],
) -> list[Run]:
    """Join glyphs to runs.

    Args:
        glyphs: The page's glyphs.
        is_printed: Whether the white space at an index was drawn, rather than invented by the
            engine between words that stand apart.
        way: How the glyph at an index is set; `None` leaves it out (text at a slant).
    """
    runs: list[Run] = []
    text, lefts, tops, rights, bottoms = glyphs
    start = -1  # index of the run's first glyph
    indices: list[int] = []
    spaces: list[int] = []
    space = False
    top = bottom = right = height = 0.0
    for index, char in enumerate(text):
        if char <= " " or char in "\u00a0\u3000":
            space = space or (char not in "\r\n\x00" and is_printed(index))
            continue
        near = lefts[index] - right
        if (
            start >= 0
            and -_LEVEL < tops[index] - top < _LEVEL
            and -_LEVEL < bottoms[index] - bottom < _LEVEL
            and -_OVERLAP * height < near < _GAP * height
        ):
            if space or (
                near > _WORD_GAP * height and is_word(char) and is_word(text[indices[-1]])
            ):
                spaces.append(len(indices))
            indices.append(index)
        else:
            if start >= 0:
                _close(runs, glyphs, indices, spaces, way)
            start, indices = index, [index]
            spaces = [0] if space else []
            top, bottom = tops[index], bottoms[index]
            height = bottom - top
        right = rights[index]
        space = False
    if start >= 0:
        _close(runs, glyphs, indices, spaces, way)
    return _once(_turned_joined(runs))


def _close(
    runs: list[Run],
    glyphs: Glyphs,
    indices: list[int],
    spaces: list[int],
    way: Callable[[int], Way | None],
) -> None:
    first, last = indices[0], indices[-1]
    run_way = way(first)
    if run_way is None:
        return
    if last - first + 1 == len(indices):
        text: str = glyphs.text[first : last + 1]
        lefts = glyphs.lefts[first : last + 1]
        rights = glyphs.rights[first : last + 1]
    else:
        text = "".join([glyphs.text[index] for index in indices])
        lefts = [glyphs.lefts[index] for index in indices]
        rights = [glyphs.rights[index] for index in indices]
    runs.append(
        Run(text, lefts, rights, glyphs.tops[first], glyphs.bottoms[first], tuple(spaces), run_way)
    )


def _turned_joined(runs: list[Run]) -> list[Run]:
    """Letters of a line that is turned by a quarter stand one above the other: one run again."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and run.way is before.way is Way.TURNED
            and abs(run.left - before.left) < _LEVEL + 0.3 * (run.right - run.left)
            and max(run.top - before.bottom, before.top - run.bottom) < run.right - run.left
        ):
            text = before.text + run.text
            joined[-1] = Run(
                text,
                [min(before.left, run.left)] * len(text),
                [max(before.right, run.right)] * len(text),
                min(before.top, run.top),
                max(before.bottom, run.bottom),
                (*before.spaces, *(len(before.text) + space for space in run.spaces)),
                Way.TURNED,
            )
        else:
            joined.append(run)
    return joined


def _once(runs: list[Run]) -> list[Run]:
    """Leave out text drawn again at its own place: bold print made by drawing twice."""
    seen: dict[str, list[Run]] = {}
    kept: list[Run] = []
    for run in runs:
        twins = seen.setdefault(run.text, [])
        reach = _TWIN * (run.bottom - run.top)
        if any(
            abs(twin.left - run.left) < reach and abs(twin.top - run.top) < reach for twin in twins
        ):
            continue
        twins.append(run)
        kept.append(run)
    return kept
