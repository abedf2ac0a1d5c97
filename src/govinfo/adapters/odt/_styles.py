"""What styles say about text: whether it is shown, struck or raised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import astuple, frozen

from govinfo.adapters.colours import WHITE, alike
from govinfo.adapters.numerals import whole
from govinfo.adapters.odt import _names as n
from govinfo.adapters.shifted import Shifted

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.adapters.odt._package import Parts

_MOST_PARENTS = 30
_BACKGROUND = f"{n.FO}background-color"
_POINTS = re.compile(r"\d{1,4}(?:\.\d{1,6})?pt")
_TINIEST = 1.0
_FAMILIES = {
    f"{n.TABLE}table-cell": "table-cell",
    f"{n.TABLE}table-row": "table-row",
    f"{n.TABLE}table": "table",
}


@frozen(slots=True)
class Looks:
    """How a style changes text; `None` where it says nothing.

    Attributes:
        hidden: Whether it hides it.
        struck: Whether it strikes it through.
        shift: How many points it raises it, about.
        colour: Its colour (`RRGGBB`).
        behind: The colour behind it.
        tiny: Whether it is too small to be seen.
        font: The font's name.
    """

    hidden: bool | None = None
    struck: bool | None = None
    shift: float | None = None
    colour: str | None = None
    behind: str | None = None
    tiny: bool | None = None
    font: str | None = None

    def is_gone(self, behind: str | None) -> bool:
        """Whether a reader takes the text for not being there.

        Args:
            behind: The colour behind the paragraph; `None` where it is not known.
        """
        if self.hidden or self.struck or self.tiny:
            return True
        behind = self.behind or behind
        return bool(self.colour and behind and alike(self.colour, behind))

    def over(self, outer: Looks) -> Looks:
        """These looks where they say something, others elsewhere."""
        own, others = astuple(self), astuple(outer)
        return Looks(*(b if a is None else a for a, b in zip(own, others, strict=True)))


PLAIN = Looks()


class Styles:
    """The styles of paragraphs and of spans, each with its parents.

    Attributes:
        coloured: Whether one gives text a colour, so that what is behind it matters.
    """

    def __init__(self, parts: Parts) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        roots = [parts.content] if parts.styles is None else [parts.styles, parts.content]
        for root in roots:
            for style in root.iter(f"{n.STYLE}style"):
                family = style.get(f"{n.STYLE}family", "")
                self._elements[family, style.get(f"{n.STYLE}name", "")] = style
        self._looks: dict[tuple[str, str], Looks] = {}
        self._has_drawings = next(parts.content.iter(f"{n.DRAW}*"), None) is not None
        self.coloured = any(
            style.find(f"{n.STYLE}text-properties[@{n.FO}color]") is not None
            for style in self._elements.values()
        )

    def looks(self, family: str, name: str | None) -> Looks:
        """What a style of a family (`paragraph`, `text`) says, its parents included."""
        if not name:
            return PLAIN
        key = (family, name)
        if key not in self._looks:
            looks = PLAIN
            for style in reversed(list(self._chain(family, name))):
                looks = _own(style).over(looks)
            self._looks[key] = looks
        return self._looks[key]

    def behind_cell(self, element: _Element) -> str | None:
        """The colour behind a paragraph: its cell's, row's or table's, or the page's white.

        `None` where it is not known: in a frame, which may have any.
        """
        in_table = False
        for holder in element.iterancestors():
            family = _FAMILIES.get(str(holder.tag))
            if holder.tag == n.TEXT_BOX:
                return None
            if family is None:
                continue
            for style in self._chain(family, holder.get(f"{n.TABLE}style-name", "")):
                of_cells = style.find(f"{n.STYLE}{family}-properties")
                colour = None if of_cells is None else _colour(of_cells.get(_BACKGROUND))
                if colour is not None:
                    return colour
            if holder.tag == n.TABLE_TABLE:
                in_table = True
        # On a cover something is often drawn behind the text.
        return WHITE if in_table or not self._has_drawings else None

    def list_of(self, paragraph_style: str | None) -> str | None:
        """Name of the list style that belongs to a paragraph style, if there is one."""
        for style in self._chain("paragraph", paragraph_style or ""):
            name = style.get(f"{n.STYLE}list-style-name")
            if name is not None:
                return name
        return None

    def _chain(self, family: str, name: str) -> list[_Element]:
        chain: list[_Element] = []
        while (style := self._elements.get((family, name))) is not None:
            chain.append(style)
            name = style.get(f"{n.STYLE}parent-style-name", "")
            if len(chain) > _MOST_PARENTS:
                break
        return chain


def _own(style: _Element) -> Looks:
    properties = style.find(f"{n.STYLE}text-properties")
    paragraph = style.find(f"{n.STYLE}paragraph-properties")
    behind = None if paragraph is None else _colour(paragraph.get(_BACKGROUND))
    if properties is None:
        return Looks(behind=behind)
    display = properties.get(f"{n.TEXT}display")
    line = properties.get(f"{n.STYLE}text-line-through-style") or properties.get(
        f"{n.STYLE}text-line-through-type"
    )
    size = properties.get(f"{n.FO}font-size", "")
    return Looks(
        None if display is None else display == "none",
        None if line is None else line != "none",
        _shift(properties.get(f"{n.STYLE}text-position")),
        _colour(properties.get(f"{n.FO}color")),
        _colour(properties.get(_BACKGROUND)) or behind,
        float(size[:-2]) <= _TINIEST if _POINTS.fullmatch(size) else None,
        properties.get(f"{n.STYLE}font-name") or properties.get(f"{n.FO}font-family"),
    )


def _colour(given: str | None) -> str | None:
    return given[1:] if given is not None and given.startswith("#") else None


def _shift(position: str | None) -> float | None:
    """Points above the line, of letters of some ten points."""
    if position is None:
        return None
    height = position.partition(" ")[0]
    if height in {"super", "sub"}:
        return Shifted.NOTE if height == "super" else -Shifted.NOTE
    percent = height.removesuffix("%").removeprefix("-")
    return min(whole(percent, 0), 100) / 10 * (-1 if height.startswith("-") else 1)
