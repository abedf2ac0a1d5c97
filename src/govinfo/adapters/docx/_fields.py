"""Fields in a paragraph: their codes are not shown, their results are, and some are drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._index import number
from govinfo.adapters.symbols import UNKNOWN

if TYPE_CHECKING:
    from lxml.etree import _Element

# Of this field Word keeps no result: it draws what the code says, such as a number in a circle.
_DRAWS: Final = re.compile(r"\A\s*(?:eq|symbol)\b", re.IGNORECASE)
# Of these it shows the text after the name of what they do at a click.
_BUTTON: Final = re.compile(r"\A\s*(?:macro|goto)button\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)


class _Field:
    """A field that is open.

    Attributes:
        begun: How many parts the paragraph had when it began.
        entry: The chosen entry of a drop-down list.
        in_code: Whether what stands here is its code, not its result.
        code: Its code.
    """

    __slots__ = ("begun", "code", "entry", "in_code")

    def __init__(self, begun: int, entry: str | None) -> None:
        self.begun = begun
        self.entry = entry
        self.in_code = True
        self.code = ""


class Fields:
    """The fields that are open at a place in a paragraph.

    A field that is never closed must not swallow what follows, so each paragraph starts anew;
    the result of a field (a table of contents) may well go on in the next one.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._codes = 0

    @property
    def in_code(self) -> bool:
        """Whether what stands here is the code of a field."""
        return self._codes > 0

    def clear(self) -> None:
        """Start a paragraph."""
        self._open.clear()
        self._codes = 0

    def code(self, text: str) -> None:
        """Note a part of a field's code."""
        if self._open:
            self._open[-1].code += text

    def mark(self, element: _Element, parts: list[str], *, hidden: bool) -> None:
        """Read a `w:fldChar`; what a field shows that has no text is added to the parts."""
        kind = element.get(w.FLD_CHAR_TYPE)
        if kind == "begin":
            self._open.append(_Field(len(parts), _entry(element)))
            self._codes += 1
        elif self._open and kind == "separate":
            self._codes -= self._open[-1].in_code
            self._open[-1].in_code = False
        elif self._open and kind == "end":
            field = self._open.pop()
            self._codes -= field.in_code
            if hidden or self.in_code:
                return
            if field.entry is not None:
                # Word shows the list's entry, whatever another program left as the result.
                parts[field.begun :] = [field.entry]
            elif len(parts) == field.begun and _DRAWS.match(field.code):
                parts.append(UNKNOWN)
            elif button := _BUTTON.match(field.code):
                parts[field.begun :] = [button[1].strip()]


def _entry(element: _Element) -> str | None:
    """The chosen entry of a drop-down list of a form; `None` where the field is no such list."""
    found = element.find(f"{w.FF_DATA}/{w.DD_LIST}")
    entries = [] if found is None else [one.get(w.VAL, "") for one in found.iter(w.LIST_ENTRY)]
    if found is None or not entries:
        return None
    chosen = found.find(w.RESULT)
    at = number(found.find(w.DEFAULT) if chosen is None else chosen)
    return entries[at] if 0 <= at < len(entries) else entries[0]
