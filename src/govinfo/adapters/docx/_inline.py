"""The text of one paragraph, and what hangs on it: text boxes and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._compatibility import inside
from govinfo.adapters.docx._index import is_on
from govinfo.adapters.docx._styles import Style, is_raised
from govinfo.adapters.docx._symbols import UNKNOWN, symbol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from govinfo.adapters.docx._index import Index
    from govinfo.adapters.docx._styles import Styles
    from govinfo.source import Limits

# Soft hyphens, zero-width characters, byte order marks and marks of writing direction.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_XML_SPACE: Final = " \t\r\n"
# Of this field Word keeps no result: it draws what the code says, such as a number in a circle.
_DRAWS: Final = re.compile(r"\A\s*eq\b", re.IGNORECASE)
_CODE: Final = 64  # characters of a field's instruction that tell what it does
_LINE_END: Final = re.compile("[\r\n]+")

_FIXED: Final = {w.TAB: "\t", w.PTAB: "\t", w.BR: "\n", w.CR: "\n", w.NO_BREAK_HYPHEN: "-"}
_GRAPHICS: Final = frozenset({w.DRAWING, w.PICT, w.OBJECT})
_BOXES: Final = frozenset({w.TXBX, w.TEXT_PATH})
_NO_STYLE: Final = Style()
_PICTURES: Final = frozenset({w.PICTURE, w.IMAGE_DATA})


class Inline:
    """Reads paragraphs one after the other.

    Attributes:
        attached: What hangs on the paragraphs read, until the caller takes it: text boxes
            (`w:txbxContent`), WordArt (`v:textpath`, which keeps its text in the attribute
            `string`), and for a picture what describes it.
    """

    def __init__(self, index: Index, styles: Styles, limits: Limits) -> None:
        self._index = index
        self._styles = styles
        self._limits = limits
        self._hidden = False
        self._depth = 0
        # One entry a field that is open: whether what stands here is its code, not its result.
        self._codes: list[bool] = []
        self._in_code = 0
        # The code of the innermost field, and how many parts there were when it began.
        self._code = ""
        self._begun = 0
        self.attached: list[_Element | str] = []

    def read(self, paragraph: _Element, *, hidden: bool) -> str:
        """The text that the reader of a paragraph sees.

        Args:
            paragraph: The `w:p`.
            hidden: Whether its style hides it; a run may show itself all the same.

        Raises:
            LimitExceeded: The text is longer than `limits.line`, or nested deeper than
                `limits.depth`.
        """
        text = None if hidden else self.plain(paragraph)
        return self._clean(self._rich(paragraph, hidden=hidden)) if text is None else text

    def plain(self, paragraph: _Element) -> str | None:
        """The text of a paragraph that holds nothing but runs of text, `None` for any other."""
        if paragraph in self._index.rich:
            return None
        elements = self._index.texts.get(paragraph)
        if elements is None:
            return ""
        if len(elements) == 1:
            return self._clean(_text(elements[0]))
        return self._clean("".join(map(_text, elements)))

    def _clean(self, text: str) -> str:
        if len(text) > self._limits.line:
            raise self._limits.exceeded("line", "a paragraph has more characters")
        return text if text.isascii() else _INVISIBLE.sub("", text)

    def _rich(self, paragraph: _Element, *, hidden: bool) -> str:
        self._hidden = hidden
        # A field that is never closed must not swallow what follows, so each paragraph starts
        # anew; the result of a field (a table of contents) may well go on in the next one.
        self._codes.clear()
        self._in_code = 0
        parts: list[str] = []
        self._content(paragraph, parts)
        return "".join(parts)

    def _content(self, parent: _Element, parts: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.R:
                self._run(child, parts)
            elif tag == w.PPR:
                continue
            elif tag == w.O_MATH:
                parts.extend(element.text or "" for element in child.iter(w.MATH_TEXT))
            else:
                self._wrapped(child, parts)

    def _wrapped(self, element: _Element, parts: list[str]) -> None:
        content = inside(element)
        if content is None:
            return
        self._depth += 1
        if self._depth > self._limits.depth:
            raise self._limits.exceeded("depth", "elements are nested deeper")
        self._content(content, parts)
        self._depth -= 1

    def _run(self, run: _Element, parts: list[str]) -> None:
        hidden = self._is_hidden(run)
        if not (hidden or self._in_code) and self._is_note(run, parts):
            return
        for child in run:
            tag = child.tag
            if tag == w.T:
                if not (hidden or self._in_code):
                    parts.append(_text(child))
            elif tag == w.FLD_CHAR:
                self._field(child.get(w.FLD_CHAR_TYPE), parts, hidden=hidden)
            elif tag == w.INSTR_TEXT:
                self._code = (self._code + (child.text or "")[:_CODE]).lstrip()[:_CODE]
            elif tag != w.RPR and not (hidden or self._in_code):
                self._special(child, str(tag), parts)

    def _special(self, element: _Element, tag: str, parts: list[str]) -> None:
        """Add what a run holds besides text."""
        if tag in _FIXED:
            parts.append(_FIXED[tag])
        elif tag == w.SYM:
            parts.append(symbol(element))
        elif tag in _GRAPHICS:
            self._graphic(element)
        elif tag == w.RUBY:
            self._wrapped(element, parts)
        elif tag == w.ALTERNATE_CONTENT:
            content = inside(element)
            if content is not None:
                self._run(content, parts)

    def _is_note(self, run: _Element, parts: list[str]) -> bool:
        """Read a raised or lowered number: it must not become a digit of a figure."""
        properties = self._index.properties.get(run)
        if properties is None:
            return False
        align, style = properties.get(w.VERT_ALIGN), self._run_style(properties)
        if not (is_raised(align) if align is not None else style.raised):
            return False
        text = "".join(_text(child) for child in run if child.tag == w.T).strip()
        before = "".join(parts[-1:]).rstrip()[-1:]
        if not (text.isdigit() and before.isdigit()):
            return False
        parts.append(f"[{text}]")
        return True

    def _is_hidden(self, run: _Element) -> bool:
        properties = self._index.properties.get(run)
        if properties is None:
            return self._hidden
        style = self._run_style(properties)
        strikes = [properties[tag] for tag in (w.STRIKE, w.DSTRIKE) if tag in properties]
        if any(map(is_on, strikes)) or (style.struck and not strikes):
            # Struck text is what the author took back, as where the change is tracked.
            return True
        direct = properties.get(w.VANISH)
        if direct is not None:
            return is_on(direct)
        # Both styles hiding it show it: the property toggles.
        return self._hidden != style.hidden

    def _run_style(self, properties: Mapping[str, _Element]) -> Style:
        named = properties.get(w.R_STYLE)
        return _NO_STYLE if named is None else self._styles.style(named.get(w.VAL))

    def _field(self, kind: str | None, parts: list[str], *, hidden: bool) -> None:
        if kind == "begin":
            self._codes.append(True)
            self._in_code += 1
            self._code, self._begun = "", len(parts)
        elif self._codes and kind == "separate":
            self._in_code -= self._codes[-1]
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._in_code -= self._codes.pop()
            is_blank = len(parts) == self._begun
            if is_blank and _DRAWS.match(self._code) and not (hidden or self._in_code):
                parts.append(UNKNOWN)
            self._code = ""

    def _graphic(self, graphic: _Element) -> None:
        """Note the outermost text boxes and the pictures in a drawing."""
        description = ""
        stack = [graphic]
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag in _BOXES:
                self.attached.append(element)
                continue
            if tag == w.DOC_PR:
                if element.get("hidden") in ("1", "true"):
                    return
                description = element.get("descr") or element.get("title") or ""
            elif tag in _PICTURES:
                self.attached.append(description or element.get("title", ""))
            content = inside(element) if tag == w.ALTERNATE_CONTENT else element
            if content is not None:
                stack.extend(reversed(content))


def _text(element: _Element) -> str:
    text = element.text
    if not text:
        return ""
    if (text[0] in _XML_SPACE or text[-1] in _XML_SPACE) and element.get(w.SPACE) != "preserve":
        text = text.strip(_XML_SPACE)
    return _LINE_END.sub(" ", text) if "\n" in text else text
