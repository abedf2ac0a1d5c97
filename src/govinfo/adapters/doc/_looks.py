"""Whether a reader sees letters, and where: what their properties and styles say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from govinfo.adapters.binary import i16, u16
from govinfo.adapters.colours import WHITE, alike
from govinfo.adapters.doc import _sprms as sprm
from govinfo.adapters.shifted import Shifted

if TYPE_CHECKING:
    from collections.abc import Callable

# Word's old colours, by their numbers; 0 is the automatic one.
_COLOURS: Final = (
    *(None, "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", WHITE),
    *("000080", "008080", "008000", "800080", "800000", "808000", "808080", "C0C0C0"),
)
_AUTOMATIC: Final = 0xFF
_TINIEST: Final = 2
PATTERN: Final = "pattern"
"""What stands for a colour that letters cannot be the same as."""


@frozen(slots=True)
class Look:
    """What is read of how letters look.

    Attributes:
        deleted: Whether they are deleted, with changes tracked.
        struck: Whether they are struck through.
        hidden: Whether they are hidden.
        size: Their size in half-points.
        align: The shift of superscript and subscript, in points.
        position: How many points they are raised.
        colour: Their colour (`RRGGBB`), `None` for the automatic one.
        behind: The colour behind them, `None` where the paragraph's counts.
        special: Whether a letter is a mark of something else.
        symbol: Font number and code of a letter of a symbol font.
        place: Where in the data stream a picture, or a form's field, is.
    """

    deleted: bool = False
    struck: bool = False
    hidden: bool = False
    size: int = 20
    align: float = 0.0
    position: float = 0.0
    colour: str | None = None
    behind: str | None = None
    special: bool = False
    symbol: tuple[int, int] | None = None
    place: int | None = None

    @property
    def shift(self) -> float:
        """How many points they stand above the line."""
        return self.align + self.position

    def is_unseen(self, behind: str | None) -> bool:
        """Whether no reader sees them before a colour; `None` is one that is not known."""
        if self.deleted or self.struck or self.hidden or self.size <= _TINIEST:
            return True
        behind = self.behind or behind
        return self.colour is not None and behind is not None and alike(self.colour, behind)


PLAIN: Final = Look()


def applied(look: Look, properties: bytes, style: Callable[[int, Look], Look] | None) -> Look:
    """A look with properties.

    Args:
        look: How letters look without them.
        properties: The properties.
        style: Gives a look with a style of characters; `None` where there is none.
    """
    base = look
    changed: dict[str, Any] = {}
    for code, value in sprm.each(properties):
        if code == sprm.STYLE and style is not None:
            look = base = style(u16(value, 0), evolve(look, **changed))
            changed.clear()
        elif code in _TOGGLES:
            name = _TOGGLES[code]
            changed[name] = _toggled(value[0], getattr(base, name))
        elif code in _VALUES:
            name, read = _VALUES[code]
            changed[name] = read(value)
    return evolve(look, **changed) if changed else look


def _toggled(value: int, base: bool) -> bool:
    """A switch: off, on, as the style has it, or the other way round."""
    return {0: False, 0x80: base, 0x81: not base}.get(value, True)


_TOGGLES: Final = {
    sprm.DELETED: "deleted",
    sprm.STRIKE: "struck",
    sprm.DOUBLE_STRIKE: "struck",
    sprm.VANISH: "hidden",
    sprm.SPECIAL: "special",
}


def _by_index(value: bytes) -> str | None:
    return _COLOURS[value[0]] if value[0] < len(_COLOURS) else None


def _rgb(value: bytes) -> str | None:
    return None if value[3] == _AUTOMATIC else value[:3].hex()


def shading_80(value: bytes) -> str | None:
    """The colour that an old shading puts behind text; `None` where it puts none."""
    whole = u16(value, 0)
    fore, back, pattern = whole & 0x1F, whole >> 5 & 0x1F, whole >> 10
    if whole == 0xFFFF or pattern == 0:
        return None if whole == 0xFFFF else _by_index(bytes([back]))
    return _by_index(bytes([fore])) if pattern == 1 else PATTERN


def shading(value: bytes) -> str | None:
    """The same of a shading with three bytes a colour."""
    held = value[-10:]
    if len(held) < 10:
        return None
    pattern = u16(held, 8)
    if pattern == 0:
        return _rgb(held[4:8])
    return _rgb(held[:4]) if pattern == 1 else PATTERN


_VALUES: Final[dict[int, tuple[str, Callable[[bytes], object]]]] = {
    sprm.SIZE: ("size", lambda value: u16(value, 0)),
    sprm.POSITION: ("position", lambda value: i16(value, 0) / 2),
    sprm.ALIGN: ("align", lambda value: {1: Shifted.NOTE, 2: -Shifted.NOTE}.get(value[0], 0.0)),
    sprm.COLOUR_INDEX: ("colour", _by_index),
    sprm.COLOUR: ("colour", _rgb),
    sprm.HIGHLIGHT: ("behind", _by_index),
    sprm.SHADING_80: ("behind", shading_80),
    sprm.SHADING: ("behind", shading),
    sprm.SYMBOL: ("symbol", lambda value: (u16(value, 0), u16(value, 2))),
    sprm.PLACE: ("place", lambda value: int.from_bytes(value, "little")),
}
