"""What holds at a place in rich text: its destination, and how its letters look."""

from __future__ import annotations

import copy
from typing import Final

from govinfo.adapters.colours import WHITE, alike
from govinfo.adapters.marked_tables import Edges, Row
from govinfo.adapters.shifted import Shifted

SKIP: Final = "skip"
BODY: Final = "body"

_TINIEST: Final = 2


class State:
    """What a group inherits and its end restores.

    Attributes:
        destination: Where text goes: `BODY`, `SKIP`, or the name of another.
        skip: How many characters follow one of Unicode, for readers without it.
        font: The number of the font.
        depth: How deep in tables the paragraph stands.
        level: The paragraph's heading level, or `None`.
    """

    __slots__ = (
        "background",
        "behind_paragraph",
        "colour",
        "depth",
        "destination",
        "font",
        "hidden",
        "level",
        "shift",
        "size",
        "skip",
        "struck",
    )

    def __init__(self) -> None:
        self.destination = BODY
        self.skip = 1
        self.font = 0
        self.depth = 0
        self.level: int | None = None
        self.behind_paragraph = 0
        self.plain()

    def plain(self) -> None:
        """Letters without looks of their own."""
        self.hidden = self.struck = False
        self.shift = 0.0
        self.size = 24
        self.colour = self.background = 0

    def copy(self) -> State:
        """The state for a group in this one."""
        return copy.copy(self)

    def is_unseen(self, colours: list[str | None], behind: str | None) -> bool:
        """Whether no reader sees letters here.

        Args:
            colours: The document's colours by number; `None` for the automatic one.
            behind: The colour of the cell or the page.
        """
        if self.hidden or self.struck or self.size <= _TINIEST:
            return True
        colour = _numbered(colours, self.colour)
        if colour is None:
            return False
        own = _numbered(colours, self.background) or _numbered(colours, self.behind_paragraph)
        return (own or behind) is not None and alike(colour, own or behind or "")

    def word(self, word: str, number: int | None) -> bool:
        """Take a control word that says how letters look; `False` for any other."""
        on = number is None or number != 0
        value = number or 0
        if word in {"v", "deleted"}:
            self.hidden = on
        elif word in {"strike", "striked"}:
            self.struck = on
        elif word in {"super", "sub"}:
            self.shift = (Shifted.NOTE if word == "super" else -Shifted.NOTE) if on else 0.0
        elif word == "nosupersub":
            self.shift = 0.0
        elif word in {"up", "dn"}:
            half_points = 6 if number is None else value
            self.shift = (half_points if word == "up" else -half_points) / 2
        elif word == "fs":
            self.size = 24 if number is None else value
        elif word == "cf":
            self.colour = value
        elif word in {"highlight", "chcbpat", "cb"}:
            self.background = value
        elif word == "plain":
            self.plain()
        else:
            return False
        return True


def _numbered(colours: list[str | None], number: int) -> str | None:
    return colours[number] if 0 < number < len(colours) else None


class RowState:
    """The row definition that is being written."""

    __slots__ = (
        "_background",
        "_backgrounds",
        "_begins",
        "_cells",
        "_continues",
        "_left",
        "_merged",
        "header",
        "hidden",
    )

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a definition."""
        self._cells: list[Edges] = []
        self._backgrounds: list[int | None] = []
        self._left = 0
        self.header = False
        self._next()

    def _next(self) -> None:
        self._begins = self._continues = self._merged = False
        self._background: int | None = 0

    def word(self, word: str, number: int | None) -> bool:
        """Take a control word of a row's definition; `False` for any other."""
        if word == "trowd":
            self.clear()
        elif word == "trleft":
            self._left = number or 0
        elif word == "trhdr":
            self.header = True
        elif word == "clvmgf":
            self._begins = True
        elif word == "clvmrg":
            self._continues = True
        elif word == "clmrg":
            self._merged = True
        elif word == "clcbpat":
            self._background = number or 0
        elif word == "clshdng" and number:
            self._background = None
        elif word == "cellx":
            self._end_cell(number or 0)
        else:
            return False
        return True

    def _end_cell(self, right: int) -> None:
        left = self._cells[-1].right if self._cells else min(self._left, right)
        self._cells.append(Edges(left, right, self._begins, self._continues, self._merged))
        self._backgrounds.append(self._background)
        self._next()

    def row(self) -> Row:
        """The definition as it stands."""
        return Row(tuple(self._cells), self.header)

    def behind(self, cell: int, colours: list[str | None]) -> str | None:
        """The colour of a cell by number; the page's white where it has none."""
        if cell >= len(self._backgrounds):
            return WHITE
        number = self._backgrounds[cell]
        if number is None:
            return None
        return _numbered(colours, number) or WHITE
