"""A stretch of text with tables: the body, or a text box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.colours import WHITE
from govinfo.adapters.marked_tables import MarkedTables
from govinfo.adapters.pieces import Line
from govinfo.adapters.rtf._state import RowState
from govinfo.adapters.shifted import joined
from govinfo.adapters.symbols import bullet, seen

if TYPE_CHECKING:
    from govinfo.adapters.budget import Budget
    from govinfo.adapters.pieces import Piece
    from govinfo.adapters.rtf._state import State

_MOST_LEVELS: Final = 9


class Story:
    """Collects the paragraphs of a stretch of text, and the tables that they make.

    Args:
        budget: What is left of the limits.
        box: Whether it is a text box.
        anchor: The number of the paragraph that a box hangs on.

    Attributes:
        parts: The text of the paragraph that is open.
        attached: What hangs on it: text boxes and pictures.
    """

    def __init__(self, budget: Budget, *, box: bool = False, anchor: int | None = None) -> None:
        self.parts: list[str] = []
        self.attached: list[Piece] = []
        self._budget = budget
        self._is_box = box
        self._anchor = anchor
        self._tables = MarkedTables(budget)
        self._rows: dict[int, RowState] = {}
        self._number: list[str] = []
        self._length = 0
        self._paragraphs = 0

    def close(self) -> list[Piece]:
        """All that was collected; the last paragraph need not be ended."""
        if self.parts or self.attached:
            self._tables.add(self._paragraph(0, None), 0)
        return self._tables.close()

    def number(self, state: State) -> int | None:
        """The number of the paragraph that is open; `None` in a table."""
        if self._is_box:
            return self._anchor
        return None if state.depth else self._paragraphs + 1

    def write(self, text: str, *, is_number: bool) -> None:
        """Add text to the paragraph, or to its automatic number."""
        self._length += len(text)
        self._budget.check_line(self._length)
        (self._number if is_number else self.parts).append(text)

    def behind(self, state: State, colours: list[str | None]) -> str | None:
        """The colour behind the paragraph; `None` where it is not known."""
        if self._is_box:
            return None
        row = self._rows.get(state.depth)
        if row is None or not state.depth:
            return WHITE
        return row.behind(self._tables.cells_so_far(state.depth), colours)

    def word(self, word: str, number: int | None, state: State) -> None:
        """Take a control word that says where paragraphs, cells and rows begin and end."""
        if word in {"par", "sect"}:
            self._end_paragraph(state)
        elif word in {"cell", "nestcell"}:
            depth = 1 if word == "cell" else max(state.depth, 2)
            self._tables.add(self._paragraph(depth, state), depth)
            self._tables.end_cell(depth)
        elif word in {"row", "nestrow"}:
            depth = 1 if word == "row" else max(state.depth, 2)
            self._tables.end_row(depth, self._rows.get(depth, RowState()).row())
        elif word == "pard":
            state.depth, state.level, state.behind_paragraph = 0, None, 0
        elif word == "intbl":
            state.depth = max(state.depth, 1)
        elif word == "itap":
            state.depth = max(0, number or 0)
            self._budget.check_depth(state.depth)
        elif word == "outlinelevel":
            state.level = (number or 0) + 1 if 0 <= (number or 0) < _MOST_LEVELS else None
        elif word == "cbpat":
            state.behind_paragraph = number or 0
        else:
            self._rows.setdefault(state.depth or 1, RowState()).word(word, number)

    def _end_paragraph(self, state: State) -> None:
        self._tables.add(self._paragraph(state.depth, state), state.depth)

    def _paragraph(self, depth: int, state: State | None) -> list[Piece]:
        """End the paragraph, and give what it holds."""
        level = None if state is None else state.level
        number = self._anchor
        if not (self._is_box or depth):
            self._budget.spend_blocks()
            self._paragraphs += 1
            number = self._paragraphs
        text = self._text()
        pieces: list[Piece] = [Line(text, level, number)] if text.strip() else []
        pieces += self.attached
        self.parts, self.attached, self._number, self._length = [], [], [], 0
        return pieces

    def _text(self) -> str:
        """The paragraph's text with its number, as a reader sees it."""
        text = seen(_paired(joined(self.parts)))
        number = "".join(self._number)
        if number.strip() and text.strip():
            blank = " " if number[-1:].isspace() else ""
            return bullet(number.strip()) + blank + text.lstrip()
        return text


def _paired(text: str) -> str:
    """The text with the two halves of a character, which are written apart, as one."""
    if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
