"""What the walk over a page's tree gives, in reading order: lines, pictures and tables."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from govinfo.adapters.html._text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.adapters.html._grid import Placed, Slot


class Line(NamedTuple):
    """One line of text as the page breaks it.

    Attributes:
        text: The text, not empty.
        level: 1 to 6 for a heading, 0 for running text.
        links: How many links make the whole line; 0 if anything stands outside of them.
        drawn: The line as in the source, the blank ones before it included, where the page shows
            it so; `None` where it collapses blanks.
    """

    text: str
    level: int = 0
    links: int = 0
    drawn: str | None = None


@frozen
class Picture:
    """A picture with a text that describes it."""

    text: str


class Content(NamedTuple):
    """What a table cell holds.

    Attributes:
        text: Its lines; empty if blank.
        header: Whether it is a header cell.
        links: Whether links are all its text.
        items: What it holds, where that is more than a plain text.
        layout: Whether it holds tables or prose: then it is there for layout.
    """

    text: str
    header: bool = False
    links: bool = False
    items: tuple[Item, ...] = ()
    layout: bool = False


def plain_slot(raw: str, header: bool) -> Slot[Content]:
    """A cell of one plain text that spans nothing."""
    return _known_slot(raw, header) if len(raw) <= LABEL else _slot(raw, header)


def _slot(raw: str, header: bool) -> Slot[Content]:
    return Content(clean(raw), header), 1, 1


# Most cells of a report hold 0, and many the same labels.
_known_slot = lru_cache(maxsize=2048)(_slot)

LABEL = 100
"""Characters up to which a cell's text is remembered."""


@frozen
class Grid:
    """A table's cells in their places."""

    cells: Sequence[Placed[Content]]


Item = Line | Picture | Grid
