"""How cells of sheets look: their number formats, and letters that no reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govinfo.adapters.colours import WHITE, alike
from govinfo.adapters.number_formats import hides_text
from govinfo.adapters.shifted import Shifted, joined
from govinfo.adapters.symbols import seen

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen(slots=True)
class Font:
    """What is read of a font.

    Attributes:
        struck: Whether its letters are struck through.
        tiny: Whether they are too small to be seen.
        colour: Their colour (`RRGGBB`); `None` where it is not known, or the usual one.
        shift: How many points they are raised.
    """

    struck: bool = False
    tiny: bool = False
    colour: str | None = None
    shift: float = 0.0

    def is_unseen(self, behind: str | None) -> bool:
        """Whether no reader sees its letters before a colour; `None` is one not known."""
        if self.struck or self.tiny:
            return True
        return self.colour is not None and behind is not None and alike(self.colour, behind)


@frozen(slots=True)
class Look:
    """How a cell looks: its number format, its font, the colour behind it, and any border."""

    number_format: str = "General"
    font: Font = Font()
    behind: str | None = WHITE
    bordered: bool = False


PLAIN: Final = Look()


def text_of(runs: Iterable[tuple[str, Font]], look: Look) -> str:
    """A cell's text of runs, without those that no reader sees, raised numbers as notes."""
    if hides_text(look.number_format):
        return ""
    parts = [
        Shifted(text, font.shift) if font.shift else text
        for text, font in runs
        if not font.is_unseen(look.behind)
    ]
    return seen(joined(parts)).replace("\r\n", "\n")
