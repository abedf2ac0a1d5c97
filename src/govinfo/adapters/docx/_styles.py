"""What a style says about what is read: outline level, automatic number, hidden or not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govinfo.adapters.colours import WHITE
from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._index import is_on, number, number_in
from govinfo.adapters.shifted import Shifted

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

# Word writes the English names of its built-in styles whatever its language; others translate.
_HEADING_NAME: Final = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_BODY_LEVEL: Final = 9
_ON: Final = frozenset({"1", "true", "on"})
_ALIGNED: Final = {"superscript": Shifted.NOTE, "subscript": -Shifted.NOTE}
_POINTS: Final = re.compile(r"(-?\d{1,4}(?:\.\d{1,4})?)pt")
_MOST_BASES: Final = 30
_TINIEST: Final = 2
_NARROWEST: Final = 15
_THROUGH: Final = 95_000  # of 100,000: what shines through such a colour
# Themes have white there, and black; another colour would be as much of its own background.
_OF_THEME: Final = {
    "background1": WHITE,
    "light1": WHITE,
    "bg1": WHITE,
    "lt1": WHITE,
    "text1": "000000",
    "dark1": "000000",
    "tx1": "000000",
    "dk1": "000000",
}


@frozen(slots=True)
class Style:
    """What is read of a style, with what it inherits.

    Attributes:
        level: Heading level from 1, or `None`.
        num_id: The automatic numbering's id, or `None`.
        ilvl: The numbering's level, or `None` where the numbering itself names the style.
        hidden: Whether text in this style is hidden.
        num_style: Id of the style that the numbering comes from, itself or one it is based on.
        struck: Whether text in this style is struck through.
        align: Whether text in this style is superscript or subscript, or neither.
        position: How many half-points text in this style is raised, or `None`.
        colour: The colour of text in this style (`RRGGBB` or `auto`), or `None`.
        fill: The colour behind paragraphs in this style, or `None`.
        tiny: Whether text in this style is too small to be seen.
    """

    level: int | None = None
    num_id: str | None = None
    ilvl: int | None = None
    hidden: bool = False
    num_style: str | None = None
    struck: bool = False
    align: str | None = None
    position: int | None = None
    colour: str | None = None
    fill: str | None = None
    tiny: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether a paragraph in this style shows its text and nothing else."""
        return self.level is None and self.num_id is None and self.is_seen

    @property
    def is_seen(self) -> bool:
        """Whether nothing in this style may keep a paragraph's text from being seen."""
        return not (self.hidden or self.tiny or self.struck) and self.colour in (None, "auto")


@frozen(slots=True)
class Styles:
    """The styles of a document, each resolved when it is first asked for.

    Attributes:
        default: Id of the style of paragraphs that name none.
        looks: Whether colours or sizes that may matter are among what the styles say.
    """

    default: str | None
    looks: bool
    _elements: dict[str, _Element]
    _whole: Callable[[], _Element | None] = lambda: None
    _resolved: dict[str | None, Style] = field(factory=dict)
    _shading: dict[str, bool] = field(factory=dict)

    @classmethod
    def of(
        cls, root: _Element | None, whole: Callable[[], _Element | None] = lambda: None
    ) -> Styles:
        """The styles of a styles part; none where it is missing.

        Args:
            root: The part's root, perhaps without colours that seem not to matter.
            whole: Gives it with all of them; it is called at most once.
        """
        elements: dict[str, _Element] = {}
        default = None
        for element in () if root is None else root.iterchildren(w.STYLE):
            style_id = element.get(w.STYLE_ID, "")
            elements[style_id] = element
            if element.get(w.DEFAULT) in _ON and element.get(w.TYPE) == "paragraph":
                default = style_id
        looks = root is not None and next(root.iter(w.COLOR, w.SIZE), None) is not None
        return cls(default, looks, elements, cache(whole))

    def style(self, style_id: str | None) -> Style:
        """The style with this id; one that says nothing where there is none."""
        found = self._resolved.get(style_id)
        return self._resolve(style_id) if found is None else found

    def shades(self, table_style: _Element | None) -> bool:
        """Whether a style of tables, or one that it is based on, has colours behind text."""
        root = None if table_style is None else self._whole()
        if table_style is None or root is None:
            return False
        if not self._shading:
            self._shading.update(
                {one.get(w.STYLE_ID, ""): _is_shaded(one) for one in root.iterchildren(w.STYLE)}
            )
        style_id = table_style.get(w.VAL)
        for _ in range(_MOST_BASES):
            if style_id is None or style_id not in self._elements:
                return False
            if self._shading.get(style_id):
                return True
            style_id = _base(self._elements[style_id])
        return True

    def _resolve(self, style_id: str | None) -> Style:
        """Resolve a style and those that it is based on, the last of them first."""
        chain: dict[str, _Element] = {}
        current = style_id
        # Styles based on one another in a circle are based on nothing.
        while current is not None and current not in self._resolved and current not in chain:
            element = self._elements.get(current)
            if element is None:
                break
            chain[current] = element
            current = _base(element)
        style = self._resolved.get(current, _NOTHING)
        for each, element in reversed(chain.items()):
            style = self._resolved[each] = _derived(element, style)
        return style


_NOTHING: Final = Style()


def _base(style: _Element) -> str | None:
    element = style.find(w.BASED_ON)
    return None if element is None else element.get(w.VAL)


def _derived(element: _Element, base: Style) -> Style:
    level, hidden = _level(element), _switch(element, w.VANISH)
    struck = _switch(element, w.STRIKE, w.DSTRIKE)
    align, position, colour, size = (
        element.find(f"{w.RPR}/{tag}") for tag in (w.VERT_ALIGN, w.POSITION, w.COLOR, w.SIZE)
    )
    shading = element.find(f"{w.PPR}/{w.SHADING}")
    num_id, ilvl = _numbering(element)
    own = num_id is not None
    return Style(
        level=base.level if level is None else level or None,
        num_id=num_id if own else base.num_id,
        ilvl=ilvl if own or ilvl is not None else base.ilvl,
        hidden=base.hidden if hidden is None else hidden,
        num_style=element.get(w.STYLE_ID) if own else base.num_style,
        struck=base.struck if struck is None else struck,
        align=base.align if align is None else align.get(w.VAL),
        position=base.position if position is None else half_points(position),
        colour=base.colour if colour is None else text_colour(colour),
        fill=base.fill if shading is None else filled(shading),
        tiny=base.tiny if size is None else is_tiny(size),
    )


def heading_level(element: _Element) -> int | None:
    """The heading level that an `outlineLvl` stands for; `None` for body text."""
    level = number(element, _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else None


def _level(style: _Element) -> int | None:
    """The level from 1 to 9, 0 for body text, `None` where the style leaves it to its base."""
    element = style.find(f"{w.PPR}/{w.OUTLINE_LEVEL}")
    if element is not None:
        return heading_level(element) or 0
    # A built-in heading has its level even where the file does not say so.
    name = style.find(w.NAME)
    match = None if name is None else _HEADING_NAME.fullmatch(name.get(w.VAL, ""))
    return int(match[1]) if match else None


def _numbering(style: _Element) -> tuple[str | None, int | None]:
    properties = style.find(f"{w.PPR}/{w.NUM_PR}")
    if properties is None:
        return None, None
    num_id, ilvl = properties.find(w.NUM_ID), properties.find(w.ILVL)
    return (
        None if num_id is None else num_id.get(w.VAL),
        None if ilvl is None else number(ilvl),
    )


def shift_of(align: _Element | None, position: _Element | None, style: Style) -> float:
    """How many points text stands above the line, by its own properties and by its style's."""
    aligned = style.align if align is None else align.get(w.VAL)
    raised = (style.position or 0) if position is None else half_points(position)
    return _ALIGNED.get(aligned or "", 0.0) + raised / 2


def half_points(element: _Element) -> int:
    """A measure in half-points; Strict documents may write it in points (`4pt`)."""
    match = _POINTS.fullmatch(element.get(w.VAL, ""))
    return round(2 * float(match[1])) if match else number(element)


def text_colour(element: _Element) -> str | None:
    """The colour that a `w:color` names: one of the theme counts more than what is beside it.

    A shade of such a colour is what is beside it.
    """
    if any(name in element.attrib for name in w.THEME_SHADES):
        return element.get(w.VAL)
    return _OF_THEME.get(element.get(w.THEME_COLOR, "")) or element.get(w.VAL)


def fill_colour(filling: _Element) -> str | None:
    """The colour that a `w14:textFill` gives; `""` for none, `None` where it is not plain."""
    solid = filling.find(w.SOLID_FILL)
    if solid is None or not len(solid):
        return "" if filling.find(w.NO_FILL) is not None else None
    alpha = next(solid.iter(w.ALPHA), None)
    if alpha is not None and number_in(alpha.get(w.FILL_VAL)) >= _THROUGH:
        return ""
    named = solid[0].get(w.FILL_VAL)
    if solid[0].tag != w.SCHEME_COLOR:
        return named
    return None if len(solid[0]) else _OF_THEME.get(named or "")


def is_tiny(size: _Element) -> bool:
    """Whether letters of a size, in half-points, are but a grain of dust."""
    return number(size, _TINIEST + 1) <= _TINIEST


def is_narrow(scale: _Element) -> bool:
    """Whether letters of a width, in per cent of the usual, are but strokes."""
    return number(scale, 100) <= _NARROWEST


def filled(shading: _Element) -> str | None:
    """The colour that a `w:shd` puts behind text; `None` where it lets shine what is behind.

    A pattern of two colours is none that text could be the same as.
    """
    pattern = shading.get(w.VAL, "clear")
    colour = shading.get(w.COLOR if pattern == "solid" else w.FILL, "auto")
    if pattern.startswith("pct") or "tripe" in pattern or "Cross" in pattern:
        return "pattern"
    return None if colour == "auto" or pattern == "nil" else colour


def _is_shaded(style: _Element) -> bool:
    return any((filled(one) or WHITE).upper() != WHITE for one in style.iter(w.SHADING))


def _switch(style: _Element, *tags: str) -> bool | None:
    """Whether one of some properties is on; `None` where the style leaves them to its base."""
    found = [element for tag in tags if (element := style.find(f"{w.RPR}/{tag}")) is not None]
    return any(map(is_on, found)) if found else None
