"""The text of one paragraph, and what hangs on it: text boxes and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govinfo.adapters.colours import WHITE
from govinfo.adapters.numerals import whole
from govinfo.adapters.odt import _names as n
from govinfo.adapters.shifted import Shifted, joined
from govinfo.adapters.symbols import in_symbol_font, is_symbol_font, seen

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.adapters.budget import Budget
    from govinfo.adapters.odt._styles import Looks, Styles

_BLANKS = re.compile("[ \t\r\n]+")
# No reader of the text sees these, or sees them elsewhere.
_LEFT_OUT = frozenset(
    (
        *(f"{n.TEXT}{name}" for name in ("note", "number", "ruby-text", "tracked-changes")),
        *(f"{n.OFFICE}{name}" for name in ("annotation", "annotation-end", "event-listeners")),
        *(f"{n.SVG}{name}" for name in ("title", "desc")),
        f"{n.LO}deletion",
    )
)
_HIDDEN_FIELDS = frozenset((f"{n.TEXT}hidden-text", f"{n.TEXT}hidden-paragraph"))
_FIXED = {f"{n.TEXT}tab": "\t", f"{n.TEXT}line-break": "\n"}
_SPACE, _SPAN = f"{n.TEXT}s", f"{n.TEXT}span"


class Inline:
    """Reads paragraphs one after the other.

    Attributes:
        attached: The drawings that hang on the paragraphs read, until the caller takes them.
    """

    def __init__(self, styles: Styles, budget: Budget) -> None:
        self._styles = styles
        self._budget = budget
        self._behind: str | None = WHITE
        self._parts: list[str] = []
        self._length = 0
        self._concealed = False
        self.attached: list[_Element] = []

    def read(self, paragraph: _Element) -> str:
        """The text that the reader of a paragraph sees.

        Raises:
            LimitExceeded: It is longer than `limits.line`, or nested deeper than `limits.depth`.
        """
        self._parts, self._length, self._concealed = [], 0, False
        looks = self._styles.looks("paragraph", paragraph.get(n.STYLE_NAME))
        self._behind = self._styles.behind_cell(paragraph) if self._styles.coloured else WHITE
        self._content(paragraph, looks, 1)
        if self._concealed:
            return ""
        return seen(joined(self._parts)).strip(" ")

    def _content(self, element: _Element, looks: Looks, depth: int) -> None:
        self._budget.check_depth(depth)
        if element.text:
            self._blank_collapsed(element.text, looks)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, child.tag, looks, depth + 1)
            if child.tail:
                self._blank_collapsed(child.tail, looks)

    def _child(self, child: _Element, tag: str, looks: Looks, depth: int) -> None:
        if tag in _LEFT_OUT:
            return
        if tag in _HIDDEN_FIELDS:
            self._hidden_field(child, tag, looks, depth)
        elif tag.startswith(n.DRAW):
            if not looks.is_gone(self._behind):
                self.attached.append(child)
        elif tag == _SPACE:
            self._write(" " * self._count(child), looks)
        elif tag in _FIXED:
            self._write(_FIXED[tag], looks)
        elif tag == n.FIELD_MARK:
            self._write(_chosen(child), looks)
        elif tag == _SPAN:
            own = self._styles.looks("text", child.get(n.STYLE_NAME)).over(looks)
            self._content(child, own, depth)
        else:
            self._content(child, looks, depth)

    def _hidden_field(self, field: _Element, tag: str, looks: Looks, depth: int) -> None:
        hidden = field.get(f"{n.TEXT}is-hidden") == "true"
        if tag == f"{n.TEXT}hidden-paragraph":
            self._concealed |= hidden
        elif not hidden:
            self._content(field, looks, depth)

    def _count(self, space: _Element) -> int:
        return min(whole(space.get(f"{n.TEXT}c"), 1), self._budget.limits.line + 1)

    def _blank_collapsed(self, text: str, looks: Looks) -> None:
        """Add text; blanks in the markup are one, and none at the beginning or after another."""
        text = _BLANKS.sub(" ", text)
        if text.startswith(" ") and (not self._parts or self._parts[-1].endswith((" ", "\n"))):
            text = text[1:]
        self._write(text, looks)

    def _write(self, text: str, looks: Looks) -> None:
        if not text or looks.is_gone(self._behind):
            return
        self._length += len(text)
        self._budget.check_line(self._length)
        if looks.font and is_symbol_font(looks.font):
            text = in_symbol_font(text, looks.font)
        self._parts.append(Shifted(text, looks.shift) if looks.shift else text)


def _chosen(mark: _Element) -> str:
    """The entry that is chosen in the list of an old form; nothing where it is no such list."""
    if not mark.get(n.FIELD_TYPE, "").endswith("FORMDROPDOWN"):
        return ""
    told = [(one.get(n.FIELD_NAME, ""), one.get(n.FIELD_VALUE, "")) for one in mark]
    entries = [value for name, value in told if name == "Dropdown_ListEntry"]
    selected = next((value for name, value in told if name == "Dropdown_Selected"), "0")
    at = whole(selected, 0)
    return entries[at] if at < len(entries) else ""
