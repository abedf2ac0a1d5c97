"""Two pages printed side by side on one sheet: each is read as a page of its own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.pdf._page import Page

_GUTTER = 0.02  # of the sheet's width, beside its middle: what stands nearer is in neither page
_MARGIN = 0.05  # of the sheet's width, by which the left margins of two pages may differ
_LONG = 14  # letters: more than the label of any column


def single_pages(pages: Sequence[Page]) -> list[Page]:
    """The pages of a document's sheets from left to right; those of one page as they are.

    Where one sheet holds two pages, so do the others of its size that are blank along their
    middle: with tables alone they would not say so.
    """
    sizes = {(page.width, page.height) for page in pages if _is_spread(page)}
    if not sizes:
        return list(pages)
    found: list[Page] = []
    for page in pages:
        two = (page.width, page.height) in sizes and _is_blank(page)
        found += [_side(page, is_right=at) for at in (False, True)] if two else [page]
    return found


def _is_spread(page: Page) -> bool:
    """Whether a sheet surely holds two pages.

    It is wider than high and blank along its middle, and its two sides begin at the same place,
    each with texts as long as prose. The figures of a table without lines have none: they belong
    to the labels at their left.
    """
    if page.width <= page.height or not _is_blank(page):
        return False
    sides = [_side(page, is_right=at).runs for at in (False, True)]
    if not all(any(len(run.text) >= _LONG for run in side) for side in sides):
        return False
    left, right = [min(run.left for run in side) for side in sides]
    return abs(right - page.width / 2 - left) <= _MARGIN * page.width


def _side(page: Page, *, is_right: bool) -> Page:
    """What stands on one side of a sheet, in its place on the sheet."""
    middle = page.width / 2
    return evolve(
        page,
        runs=tuple([run for run in page.runs if (run.left > middle) is is_right]),
        horizontals=tuple([one for one in page.horizontals if (one.start > middle) is is_right]),
        verticals=tuple([one for one in page.verticals if (one.at > middle) is is_right]),
    )


def _is_blank(page: Page) -> bool:
    """Whether nothing reaches the middle of a sheet."""
    middle, gutter = page.width / 2, _GUTTER * page.width
    texts = ((run.left, run.right) for run in page.runs)
    lines = ((one.start, one.stop) for one in page.horizontals)
    walls = ((one.at, one.at) for one in page.verticals)
    return not any(
        start < middle + gutter and stop > middle - gutter
        for start, stop in chain(texts, lines, walls)
    )
