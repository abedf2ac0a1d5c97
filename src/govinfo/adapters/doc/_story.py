"""A stretch of text with its paragraphs and tables: the body, or a text box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govinfo.adapters.colours import WHITE
from govinfo.adapters.doc import _sprms as sprm
from govinfo.adapters.doc._forms import chosen
from govinfo.adapters.doc._looks import applied, shading, shading_80
from govinfo.adapters.doc._rows import RowDefinition, definition, place_of
from govinfo.adapters.doc._styles import heading_level, list_of
from govinfo.adapters.lists import with_number
from govinfo.adapters.marked_tables import MarkedTables
from govinfo.adapters.pieces import Line, Picture
from govinfo.adapters.shifted import Shifted, joined
from govinfo.adapters.symbols import UNKNOWN, seen

if TYPE_CHECKING:
    from govinfo.adapters.budget import Budget
    from govinfo.adapters.doc._file import WordFile
    from govinfo.adapters.doc._formatting import Runs
    from govinfo.adapters.doc._looks import Look
    from govinfo.adapters.doc._styles import Styles
    from govinfo.adapters.doc._text import Stretch, Text
    from govinfo.adapters.lists import Numbering
    from govinfo.adapters.pieces import Piece

_MARK: Final = re.compile("[\x00-\x1f]")
_CELL, _RETURN = "\x07", "\r"
_ENDS: Final = frozenset("\x07\x0c\r")
_PICTURE: Final = "\x01"
_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_FIXED: Final = {"\t": "\t", "\x0b": "\n", "\x0e": "\n", "\x1e": "-"}
_DRAWS: Final = re.compile(r"\A\s*eq\b", re.IGNORECASE)


@frozen(slots=True)
class Tools:
    """What a story is read by."""

    file: WordFile
    text: Text
    characters: Runs
    paragraphs: Runs
    styles: Styles
    numbering: Numbering
    budget: Budget


class _Field:
    """A field that is open: its code, and what it shows where it has no result."""

    __slots__ = ("begun", "code", "entry", "in_code")

    def __init__(self, begun: int) -> None:
        self.begun = begun
        self.code = ""
        self.entry: str | None = None
        self.in_code = True


class Story:
    """Collects the pieces of a stretch of text.

    Args:
        tools: What it is read by.
        box: Whether it is a text box.
        number: The number of the paragraph that a box hangs on.

    Attributes:
        pictures: How many pictures it shows.
    """

    def __init__(self, tools: Tools, *, box: bool = False, number: int | None = None) -> None:
        self._tools = tools
        self._tables = MarkedTables(tools.budget)
        self._is_box = box
        self._number = number
        self._paragraphs = 0
        self._parts: list[str] = []
        self._length = 0
        self._attached: list[Piece] = []
        self._fields: list[_Field] = []
        self._looks: dict[tuple[int, bytes], Look] = {}
        # The row that was looked for last, with the letters to which it belongs.
        self._row = (0, 0, definition(b""))
        self.pictures = 0

    @property
    def number(self) -> int | None:
        """The number of the paragraph that is open."""
        return self._number if self._is_box else self._paragraphs + 1

    def attach(self, pieces: list[Piece]) -> None:
        """Add what hangs on the paragraph that is open."""
        self._attached += pieces

    def close(self) -> list[Piece]:
        """All that was collected."""
        if self._parts or self._attached:
            self._tables.add(self._taken("", None, 0), 0)
        return self._tables.close()

    def read(self, first: int, end: int) -> None:
        """Read from one letter up to another."""
        for stretch in self._tools.text.between(first, end, self._tools.characters):
            at = 0
            for match in _MARK.finditer(stretch.text):
                self._letters(stretch, at, match.start())
                self._mark(stretch, match.start())
                at = match.end()
            self._letters(stretch, at, len(stretch.text))

    # Letters.

    def _letters(self, stretch: Stretch, start: int, end: int) -> None:
        if start == end:
            return
        text = stretch.text[start:end]
        if self._fields and any(field.in_code for field in self._fields):
            self._fields[-1].code += text
            return
        look = self._look(stretch, start)
        if look.symbol is not None:
            # A bracket stands for a letter of a symbol font.
            text = seen(chr(look.symbol[1])) * len(text)
        if look.is_unseen(self._behind(stretch, start) if look.colour else WHITE):
            return
        self._write(text, look)

    def _write(self, text: str, look: Look) -> None:
        self._length += len(text)
        self._tools.budget.check_line(self._length)
        self._parts.append(Shifted(text, look.shift) if look.shift else text)

    def _look(self, stretch: Stretch, at: int) -> Look:
        style = self._paragraph_at(stretch, at)[0]
        key = (style, stretch.properties)
        if key not in self._looks:
            styles = self._tools.styles
            self._looks[key] = applied(styles.look(style), stretch.properties, styles.with_style)
        return self._looks[key]

    def _paragraph_at(self, stretch: Stretch, at: int) -> tuple[int, bytes]:
        """The style of the paragraph at a letter, and the properties that it has itself."""
        run = self._tools.paragraphs.at(stretch.place + at * stretch.step)
        return run.style, run.properties

    def _behind(self, stretch: Stretch, at: int) -> str | None:
        """The colour behind a paragraph; `None` where it is not known."""
        if self._is_box:
            return None
        style, own = self._paragraph_at(stretch, at)
        found: str | None = None
        depth = 0
        for code, value in sprm.each(self._tools.styles.paragraph(style, own)):
            if code == sprm.PARAGRAPH_SHADING_80:
                found = shading_80(value)
            elif code == sprm.PARAGRAPH_SHADING:
                found = shading(value)
            elif code == sprm.IN_TABLE:
                depth = max(depth, value[0])
        if found is not None:
            return found
        if not depth:
            # On a cover something is often drawn behind the text.
            return None if self._tools.file.has_shapes else WHITE
        row = self._row_after(stretch.start + at)
        return row.behind_cell(self._tables.cells_so_far(1))

    def _row_after(self, letter: int) -> RowDefinition:
        """The definition of the row that a letter stands in: it comes with the row's end."""
        tools = self._tools
        first, end, row = self._row
        if first <= letter < end:
            return row
        for stretch in tools.text.between(letter, tools.file.body_length, tools.characters):
            for match in re.finditer(_CELL, stretch.text):
                _, own = self._paragraph_at(stretch, match.start())
                if any(code == sprm.ROW_END and value[0] for code, value in sprm.each(own)):
                    row = definition(own)
                    self._row = (letter, stretch.start + match.end(), row)
                    return row
        row = definition(b"")
        self._row = (letter, tools.file.body_length, row)
        return row

    # Marks.

    def _mark(self, stretch: Stretch, at: int) -> None:
        letter = stretch.text[at]
        if letter in _ENDS:
            self._end_paragraph(stretch, at)
        elif letter in (_BEGIN, _SEPARATE, _END):
            self._field(letter, self._look(stretch, at))
        elif letter == _PICTURE:
            self._picture(stretch, at)
        elif letter in _FIXED and not any(field.in_code for field in self._fields):
            look = self._look(stretch, at)
            if not look.is_unseen(WHITE):
                self._write(_FIXED[letter], look)

    def _field(self, letter: str, look: Look) -> None:
        if letter == _BEGIN:
            self._fields.append(_Field(len(self._parts)))
            self._tools.budget.check_depth(len(self._fields))
        elif self._fields and letter == _SEPARATE:
            self._fields[-1].in_code = False
        elif self._fields:
            field = self._fields.pop()
            if look.is_unseen(WHITE) or any(outer.in_code for outer in self._fields):
                return
            if field.entry is not None:
                self._parts[field.begun :] = [field.entry]
            elif len(self._parts) == field.begun and _DRAWS.match(field.code):
                self._parts.append(UNKNOWN)

    def _picture(self, stretch: Stretch, at: int) -> None:
        look = self._look(stretch, at)
        in_code = any(field.in_code for field in self._fields)
        entry = chosen(self._tools.file.data, look.place) if look.place is not None else None
        if in_code and entry is not None:
            self._fields[-1].entry = entry
        elif look.special and not (in_code or look.is_unseen(WHITE)):
            self.pictures += 1
            self._attached.append(Picture("", self.number))

    # Paragraphs, cells and rows.

    def _end_paragraph(self, stretch: Stretch, at: int) -> None:
        style, own = self._paragraph_at(stretch, at)
        whole = self._tools.styles.paragraph(style, own)
        place, look = place_of(whole), self._look(stretch, at)
        self._tools.budget.check_depth(place.depth)
        if place.ends_row:
            self._parts.clear()
            row = definition(whole).row
            self._tables.end_row(max(place.depth, 1), row, deleted=look.deleted)
            return
        if stretch.text[at] == _RETURN and (look.deleted or look.hidden) and not place.ends_cell:
            return  # Whose mark is gone runs on into the next one.
        level = heading_level(place.outline, self._tools.styles.outline(style))
        pieces = self._taken(self._numbered(whole), level, place.depth)
        self._tables.add(pieces, place.depth)
        if place.ends_cell or (place.depth == 1 and stretch.text[at] == _CELL):
            self._tables.end_cell(place.depth)

    def _numbered(self, properties: bytes) -> str:
        number, level = list_of(properties)
        return self._tools.numbering.next(str(number), level) if number else ""

    def _taken(self, number: str, level: int | None, depth: int) -> list[Piece]:
        """End the paragraph, and give what it holds."""
        if not (depth or self._is_box):
            self._tools.budget.spend_blocks()
            self._paragraphs += 1
        anchor = self._number if self._is_box else None if depth else self._paragraphs
        text = seen(_whole(joined(self._parts)))
        if number:
            text = with_number(number, text, in_cell=depth > 0)
        pieces: list[Piece] = [Line(text, level, anchor)] if text.strip() else []
        pieces += self._attached
        self._parts, self._attached, self._length = [], [], 0
        for field in self._fields:
            field.begun = 0  # Its result goes on in the next paragraph.
        return pieces


def _whole(text: str) -> str:
    """The text with the two halves of a character as one."""
    if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
