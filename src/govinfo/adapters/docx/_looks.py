"""Whether a reader sees the text of a run, and where: what its properties and styles say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.colours import HIGHLIGHTS, WHITE, alike
from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._index import NONE, is_on
from govinfo.adapters.docx._styles import (
    Style,
    fill_colour,
    filled,
    is_narrow,
    is_tiny,
    shift_of,
    text_colour,
)
from govinfo.adapters.symbols import is_symbol_font

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from govinfo.adapters.docx._index import Index
    from govinfo.adapters.docx._styles import Styles

NO_STYLE: Final = Style()
_SHADED: Final = (w.P, w.TC, w.TBL)


class Looks:
    """Judges runs by their own properties and by the styles of characters and paragraphs."""

    def __init__(self, index: Index, styles: Styles) -> None:
        self._properties = index.properties
        self._styles = styles
        self._bare: bool | None = None

    def is_unseen(
        self, run: _Element, own: Mapping[str, _Element] | None, paragraph: Style
    ) -> bool:
        """Whether a run is hidden, struck, as tiny as dust, or of its background's colour."""
        if own is None:
            return not paragraph.is_seen and self._is_unseen(run, NONE, paragraph)
        return self._is_unseen(run, own, paragraph)

    def _is_unseen(self, run: _Element, own: Mapping[str, _Element], paragraph: Style) -> bool:
        style = self._style(own)
        if self._strikes(own, style, paragraph):
            # Struck text is what the author took back, as where the change is tracked.
            return True
        scale = own.get(w.SCALE)
        if scale is not None and is_narrow(scale):
            return True
        direct = own.get(w.VANISH)
        # Both styles hiding it show it: the property toggles.
        if is_on(direct) if direct is not None else paragraph.hidden != style.hidden:
            return True
        size = own.get(w.SIZE)
        if (style.tiny or paragraph.tiny) if size is None else is_tiny(size):
            return True
        colour = self._colour(own, style, paragraph)
        if colour is None or colour == "auto":
            return False
        if not colour:
            return True
        background = self._background(run, own, paragraph)
        return background is not None and alike(colour, background)

    def _colour(self, own: Mapping[str, _Element], style: Style, paragraph: Style) -> str | None:
        """The colour of a run's letters; `""` if they have none."""
        filling = own.get(w.TEXT_FILL)
        filled_with = None if filling is None else fill_colour(filling)
        if filled_with is not None:
            return filled_with
        direct = own.get(w.COLOR)
        return style.colour or paragraph.colour if direct is None else text_colour(direct)

    def is_struck(self, own: Mapping[str, _Element] | None, paragraph: Style) -> bool:
        """Whether a run is struck through."""
        own = NONE if own is None else own
        return self._strikes(own, self._style(own), paragraph)

    def _strikes(self, own: Mapping[str, _Element], style: Style, paragraph: Style) -> bool:
        strikes = [own[tag] for tag in (w.STRIKE, w.DSTRIKE) if tag in own]
        # The property toggles: both styles striking text do not.
        return any(map(is_on, strikes)) or (style.struck != paragraph.struck and not strikes)

    def shift(self, own: Mapping[str, _Element] | None) -> float:
        """How many points above the line a run stands."""
        if own is None:
            return 0.0
        style = self._style(own)
        return shift_of(own.get(w.VERT_ALIGN), own.get(w.POSITION), style)

    def symbol_font(self, own: Mapping[str, _Element] | None) -> str:
        """The symbol font that a run is set in, if it is one."""
        fonts = None if own is None else own.get(w.FONTS)
        if fonts is None:
            return ""
        font = fonts.get(w.ASCII) or fonts.get(w.H_ANSI) or ""
        return font if is_symbol_font(font) else ""

    def _style(self, own: Mapping[str, _Element]) -> Style:
        named = own.get(w.R_STYLE)
        return NO_STYLE if named is None else self._styles.style(named.get(w.VAL))

    def _background(
        self, run: _Element, own: Mapping[str, _Element], paragraph: Style
    ) -> str | None:
        """The colour behind a run; `None` where it is not known."""
        highlight = own.get(w.HIGHLIGHT)
        if highlight is not None and highlight.get(w.VAL) != "none":
            return HIGHLIGHTS.get(highlight.get(w.VAL, ""))
        shading = own.get(w.SHADING)
        if shading is not None and (colour := filled(shading)):
            return colour
        return self._around(run, paragraph)

    def _around(self, run: _Element, paragraph: Style) -> str | None:
        """The colour behind the paragraph, the cell, the table, or the page of a run."""
        in_table = False
        for element in run.iterancestors(*_SHADED, w.TXBX):
            of_element = self._properties.get(element, NONE)
            shading = of_element.get(w.SHADING)
            if shading is not None and (colour := filled(shading)):
                return colour
            if element.tag == w.P and paragraph.fill:
                return paragraph.fill
            if element.tag == w.TXBX or self._styles.shades(of_element.get(w.TBL_STYLE)):
                return None
            in_table |= element.tag == w.TBL
        root = run.getroottree().getroot()
        if root.find(w.BACKGROUND) is not None or not (in_table or self._is_bare(root)):
            return None
        return WHITE

    def _is_bare(self, root: _Element) -> bool:
        """Whether nothing is drawn behind the text of the pages, as it often is on a cover."""
        if self._bare is None:
            anchors = (one.get(w.BEHIND) in {"1", "true"} for one in root.iter(w.ANCHOR))
            shapes = ("z-index:-" in one.get("style", "") for one in root.iter(*w.SHAPES))
            self._bare = not (any(anchors) or any(shapes))
        return self._bare
