"""Goes over rich text and collects what a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govinfo.adapters.assembly import has_text, to_blocks
from govinfo.adapters.budget import Budget
from govinfo.adapters.pieces import Picture
from govinfo.adapters.rtf._fonts import FontTables
from govinfo.adapters.rtf._state import BODY, SKIP, State
from govinfo.adapters.rtf._story import Story
from govinfo.adapters.rtf._tokens import tokens
from govinfo.adapters.shifted import Shifted
from govinfo.adapters.symbols import UNKNOWN, in_symbol_font
from govinfo.blocks import Document
from govinfo.errors import CorruptDocument, NoTextLayer

if TYPE_CHECKING:
    from govinfo.adapters.pieces import Piece
    from govinfo.adapters.rtf._tokens import Token
    from govinfo.source import Limits

_BEGINNING: Final = re.compile(rb"\A[\xef\xbb\xbf \t\r\n]*\{\\rtf")
_CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS: Final = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}
_INFO: Final = frozenset({"title", "author", "subject", "keywords", "company", "manager"})
_NUMBER, _INFORMATION, _ENTRY, _FORM = "number", "information", "entry", "form"
_CODE: Final = "code"
_FONTS, _COLOURS, _STYLES = "fonts", "colours", "styles"
_PASSED_OVER: Final = (
    "header headerl headerr headerf footer footerl footerr footerf footnote annotation nonshppict "
    "shprslt pict listtable listoverridetable revtbl objdata nonesttables sp pntxta pntxtb xe tc "
    "rxe template background upr info ffname"
)
_FORMULAS: Final = (
    "moMath moMathPara mmath msSup msSub msSubSup msPre me msup msub mr mf mnum mden md mrad mdeg "
    "mnary mfunc mfName mm mmr meqArr mlim mlimLow mlimUpp"
)
# What is read in a group that is passed over.
_WITHIN: Final = {"upr": frozenset({"ud"}), "info": _INFO}
_DRAWS: Final = re.compile(r"\A\s*eq\b", re.IGNORECASE)
"""The field that has no result: it draws what its code says, such as a number in a circle."""
# Where text goes after these words. Any other destination that readers may pass over is.
_DESTINATIONS: Final = {
    **dict.fromkeys(_INFO, _INFORMATION),
    **dict.fromkeys(("listtext", "pntext"), _NUMBER),
    "fonttbl": _FONTS,
    "colortbl": _COLOURS,
    "stylesheet": _STYLES,
    "fldinst": _CODE,
    "formfield": _FORM,
    "ffl": _ENTRY,
    **dict.fromkeys(("shpinst", "shptxt", "dptxbxtext", "do", "shp", "nesttableprops"), BODY),
    **dict.fromkeys(("ud", "fldrslt", "field", "shppict"), BODY),
    **dict.fromkeys(_FORMULAS.split(), BODY),
    **dict.fromkeys(_PASSED_OVER.split(), SKIP),
}
_OF_TABLES: Final = frozenset({"ansicpg", "deff"})
_BOXES: Final = frozenset({"shptxt", "dptxbxtext"})
_PARTED: Final = frozenset({"mmr", "md", "meqArr"})
_SHIFTS: Final = {"msup": Shifted.NOTE, "msub": -Shifted.NOTE}


def read(data: bytes, limits: Limits) -> Document:
    """Read rich text.

    Raises:
        GovInfoError: It cannot be read.
    """
    if _BEGINNING.match(data) is None:
        raise CorruptDocument("not rich text: it does not begin as such")
    reader = _Reader(limits)
    for token in tokens(data):
        reader.take(token)
        if reader.is_done:
            break
    if not reader.is_done:
        raise CorruptDocument("the file is cut short: not all of its groups end")
    blocks = to_blocks(reader.pieces())
    if reader.pictures and not any(map(has_text, blocks)):
        raise NoTextLayer("the document holds pictures and no text")
    return Document(blocks, reader.metadata, "rtf")


class _Group:
    """A group that is open: the state around it, the word that names it, the text it collects."""

    __slots__ = ("chosen", "entries", "name", "outer", "parts", "text")

    def __init__(self, outer: State) -> None:
        self.outer = outer
        self.name = ""
        self.text = ""
        # Of a field: how many parts the paragraph had, and a list's entries.
        self.parts = 0
        self.entries: list[str] = []
        self.chosen = 0


class _Reader:
    """Takes tokens one after the other.

    Attributes:
        metadata: What the file says about itself.
        pictures: How many pictures it shows.
        is_done: Whether its outermost group has ended.
    """

    def __init__(self, limits: Limits) -> None:
        self.metadata: dict[str, str] = {}
        self.pictures = 0
        self.is_done = False
        self._budget = Budget(limits)
        self._tables = FontTables()
        self._state = State()
        self._groups: list[_Group] = []
        self._story = Story(self._budget)
        self._stories: list[Story] = []
        # A word after an opening brace may say where the group's text goes.
        self._is_fresh = self._may_be_skipped = False
        self._bytes = b""
        self._to_skip = 0

    def pieces(self) -> list[Piece]:
        """All that was read."""
        return self._story.close()

    def take(self, token: Token) -> None:
        """Take the next token."""
        kind = token.kind
        if kind == "open":
            self._open()
        elif kind == "close":
            self._close()
        elif self._state.destination == SKIP:
            self._within(token)
        elif kind == "word":
            self._word(token.value.decode("ascii"), token.number)
        elif kind == "symbol":
            self._symbol(token.value)
        else:
            self._encoded(token.value)

    def _within(self, token: Token) -> None:
        """Take a token of a group that is passed over."""
        if token.kind == "symbol" and token.value == b"*":
            return
        fresh, self._is_fresh = self._is_fresh, False
        word = token.value.decode("ascii") if token.kind == "word" else ""
        outer = self._groups[-2].name if len(self._groups) > 1 else ""
        if fresh and word in _WITHIN.get(outer, ()):
            self._begins(word)

    def _open(self) -> None:
        self._flush()
        self._budget.check_depth(len(self._groups) + 1)
        self._groups.append(_Group(self._state))
        self._state = self._state.copy()
        self._is_fresh, self._may_be_skipped = True, False
        self._to_skip = 0

    def _close(self) -> None:
        self._flush()
        self._is_fresh = False
        self._to_skip = 0
        if not self._groups:
            self.is_done = True
            return
        group = self._groups.pop()
        destination, self._state = self._state.destination, group.outer
        self._end_group(group, destination)
        self.is_done = not self._groups

    def _end_group(self, group: _Group, destination: str) -> None:
        if destination == _INFORMATION and group.name in _INFO and group.text.strip():
            self.metadata[group.name] = group.text.strip()
        elif group.name == "ffl":
            self._field().entries.append(group.text)
        elif group.name == "field" and len(self._story.parts) == group.parts:
            if group.entries:
                self._write(group.entries[group.chosen if group.chosen < len(group.entries) else 0])
            elif _DRAWS.match(group.text):
                self._write(UNKNOWN)
        elif group.name in _BOXES and self._stories:
            inner, self._story = self._story, self._stories.pop()
            self._story.attached += inner.close()

    def _field(self) -> _Group:
        """The innermost field that is open."""
        fields = (group for group in reversed(self._groups) if group.name == "field")
        return next(fields, _Group(self._state))

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        fresh, self._is_fresh = self._is_fresh, False
        if fresh and self._begins(word):
            return
        state = self._state
        self._to_skip = state.skip if word == "u" else 0
        if word == "u":
            self._write(chr((number or 0) & 0xFFFF))
        elif word == "uc":
            state.skip = max(0, min(number or 0, 100))
        elif word in _OF_TABLES or state.destination in (_FONTS, _COLOURS, _STYLES):
            self._tables.word(word, number)
        elif word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word == "ffres":
            # The number 25 says that the list is as it was made.
            self._field().chosen = number if number is not None and 0 <= number < 25 else 0
        else:
            self._looks(word, number)

    def _looks(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "f":
            state.font = number or 0
        elif word == "s":
            state.level = self._tables.levels.get(number or 0)
        elif not state.word(word, number) and state.destination == BODY:
            self._story.word(word, number, state)

    def _begins(self, word: str) -> bool:
        """Take a word that says where the text of the group goes; `False` for any other."""
        destination = _DESTINATIONS.get(word, SKIP if self._may_be_skipped else None)
        if destination is None:
            return False
        if word == "pict" and not self._state.is_unseen([], None):
            self.pictures += 1
            self._story.attached.append(Picture("", self._story.number(self._state)))
        group = self._groups[-1] if self._groups else _Group(self._state)
        group.name, group.parts = word, len(self._story.parts)
        if word in _BOXES:
            self._stories.append(self._story)
            anchor = self._story.number(self._state)
            self._story = Story(self._budget, box=True, anchor=anchor)
            self._state.depth = 0
        self._state.destination = destination
        if destination == BODY:
            self._formula(word)
        return True

    def _formula(self, word: str) -> None:
        """Part what the parts of a formula would run together in a line."""
        outer = self._groups[-2].name if len(self._groups) > 1 else ""
        self._state.shift = _SHIFTS.get(word, self._state.shift)
        if word == "mden" or (word == "me" and outer in _PARTED):
            self._write("/" if word == "mden" else " ")

    def _symbol(self, symbol: bytes) -> None:
        self._flush()
        if symbol == b"*" and self._is_fresh:
            self._may_be_skipped = True
            return
        self._is_fresh = False
        if symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _encoded(self, data: bytes) -> None:
        self._is_fresh = False
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        self._bytes += data

    def _flush(self) -> None:
        """Write the bytes so far, which several tokens of one letter may have brought."""
        if self._bytes:
            data, self._bytes = self._bytes, b""
            self._write(data.decode(self._tables.codec(self._state.font), "replace"))

    def _write(self, text: str) -> None:
        state = self._state
        if state.destination in (_FONTS, _COLOURS, _STYLES):
            self._tables.text(text, state.destination == _COLOURS)
        elif state.destination in (BODY, _NUMBER):
            colours = self._tables.colours
            if state.is_unseen(colours, self._story.behind(state, colours)):
                return
            symbols = self._tables.symbol_font(state.font)
            text = in_symbol_font(text, symbols) if symbols else text
            shifted = Shifted(text, state.shift) if state.shift else text
            self._story.write(shifted, is_number=state.destination == _NUMBER)
        elif state.destination == _CODE:
            self._field().text += text
        elif self._groups and state.destination in (_INFORMATION, _ENTRY):
            self._groups[-1].text += text
