"""The text of one paragraph, and what hangs on it: text boxes and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._compatibility import inside
from govinfo.adapters.docx._fields import Fields
from govinfo.adapters.docx._looks import NO_STYLE, Looks
from govinfo.adapters.docx._math import written
from govinfo.adapters.docx._pictures import look_of
from govinfo.adapters.pieces import Picture
from govinfo.adapters.shifted import Shifted, joined
from govinfo.adapters.symbols import in_symbol_font, seen, symbol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from govinfo.adapters.docx._index import Index
    from govinfo.adapters.docx._styles import Style, Styles
    from govinfo.source import Limits

# Soft hyphens, zero-width characters, byte order marks and marks of writing direction.
_XML_SPACE: Final = " \t\r\n"
_LINE_END: Final = re.compile("[\r\n]+")

_FIXED: Final = {w.TAB: "\t", w.PTAB: "\t", w.BR: "\n", w.CR: "\n", w.NO_BREAK_HYPHEN: "-"}
_GRAPHICS: Final = frozenset({w.DRAWING, w.PICT, w.OBJECT})
_BOXES: Final = frozenset({w.TXBX, w.TEXT_PATH})
_PICTURES: Final = frozenset({w.PICTURE, w.BLIP, w.IMAGE_DATA})
_CODE: Final = re.compile("[0-9A-Fa-f]{1,6}")


class Inline:
    """Reads paragraphs one after the other.

    Attributes:
        attached: What hangs on the paragraphs read, until the caller takes it: text boxes
            (`w:txbxContent`), WordArt (`v:textpath`, which keeps its text in the attribute
            `string`), and pictures.
        shapes: How many shapes without text or picture, such as lines, hang on them.
        has_struck: Whether a figure in them is struck through.
    """

    def __init__(self, index: Index, styles: Styles, limits: Limits) -> None:
        self._index = index
        self._limits = limits
        self._looks = Looks(index, styles)
        self._style = NO_STYLE
        self._depth = 0
        self._fields = Fields()
        self.attached: list[_Element | Picture] = []
        self.shapes = 0
        self.has_struck = False

    def read(self, paragraph: _Element, style: Style) -> str:
        """The text that the reader of a paragraph sees.

        Args:
            paragraph: The `w:p`.
            style: Its style; where that hides it, a run may show itself all the same.

        Raises:
            LimitExceeded: The text is longer than `limits.line`, or nested deeper than
                `limits.depth`.
        """
        text = self.plain(paragraph) if style.is_seen else None
        return self._clean(self._rich(paragraph, style)) if text is None else text

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
        return text if text.isascii() else seen(text)

    def _rich(self, paragraph: _Element, style: Style) -> str:
        self._style = style
        self._fields.clear()
        parts: list[str] = []
        self._content(paragraph, parts)
        return joined(parts)

    def _content(self, parent: _Element, parts: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.R:
                self._run(child, parts)
            elif tag == w.PPR:
                continue
            elif tag == w.O_MATH:
                parts.extend(written(child, self._limits.depth))
            else:
                self._wrapped(child, parts)

    def _wrapped(self, element: _Element, parts: list[str]) -> None:
        content = inside(element)
        if content is None:
            return
        self._depth += 1
        if self._depth > self._limits.depth:
            raise self._limits.exceeded("depth", "elements are nested deeper")
        begun = len(parts)
        self._content(content, parts)
        if element.tag == w.BDO and element.get(w.VAL) == "rtl":
            parts[begun:] = ["".join(parts[begun:])[::-1]]
        self._depth -= 1

    def _run(self, run: _Element, parts: list[str]) -> None:
        own = self._index.properties.get(run)
        hidden = self._looks.is_unseen(run, own, self._style)
        begun = len(parts)
        for child in run:
            tag = child.tag
            if tag == w.T:
                if not (hidden or self._fields.in_code):
                    parts.append(_text(child))
                elif hidden and is_figure(child.text):
                    self.has_struck |= self._looks.is_struck(own, self._style)
            elif tag == w.FLD_CHAR:
                self._fields.mark(child, parts, hidden=hidden)
            elif tag == w.INSTR_TEXT:
                self._fields.code(child.text or "")
            elif tag != w.RPR and not (hidden or self._fields.in_code):
                self._special(child, str(tag), parts)
        if own is not None and len(parts) > begun:
            self._set(parts, begun, own)

    def _set(self, parts: list[str], begun: int, own: Mapping[str, _Element]) -> None:
        """Make the parts of a run what its font and its place on the line make of them."""
        font, shift = self._looks.symbol_font(own), self._looks.shift(own)
        if font:
            parts[begun:] = [in_symbol_font(part, font) for part in parts[begun:]]
        if shift:
            parts[begun:] = [Shifted(part, shift) for part in parts[begun:]]

    def _special(self, element: _Element, tag: str, parts: list[str]) -> None:
        """Add what a run holds besides text."""
        if tag in _FIXED:
            parts.append(_FIXED[tag])
        elif tag == w.SYM:
            code = element.get(w.CHAR, "")
            if _CODE.fullmatch(code):
                parts.append(symbol(int(code, 16), element.get(w.FONT, "")))
        elif tag in _GRAPHICS:
            self._graphic(element)
        elif tag == w.RUBY:
            self._wrapped(element, parts)
        elif tag == w.ALTERNATE_CONTENT:
            content = inside(element)
            if content is not None:
                self._run(content, parts)

    def _graphic(self, graphic: _Element) -> None:
        """Note the outermost text boxes and the pictures in a drawing."""
        description = ""
        extent: _Element | None = None
        stack = [graphic]
        attached, is_shape = len(self.attached), False
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
            elif tag == w.EXTENT:
                extent = element
            elif tag in _PICTURES or _is_drawn(element):
                text = description or element.get("title", "")
                self.attached.append(Picture(text, None, look_of(element, extent)))
                continue
            is_shape |= tag in w.DRAWN
            content = inside(element) if tag == w.ALTERNATE_CONTENT else element
            if content is not None:
                stack.extend(reversed(content))
        self.shapes += is_shape and len(self.attached) == attached


def is_figure(text: str | None) -> bool:
    """Whether a text may be a figure of a table: it has digits, and no letters."""
    return (
        bool(text) and any(map(str.isdigit, text or "")) and not any(map(str.isalpha, text or ""))
    )


def _is_drawn(element: _Element) -> bool:
    """Whether a chart or a diagram is drawn there."""
    uri = element.get("uri", "") if element.tag == w.GRAPHIC_DATA else ""
    return uri.endswith(("/chart", "/diagram"))


def _text(element: _Element) -> str:
    text = element.text
    if not text:
        return ""
    if (text[0] in _XML_SPACE or text[-1] in _XML_SPACE) and element.get(w.SPACE) != "preserve":
        text = text.strip(_XML_SPACE)
    return _LINE_END.sub(" ", text) if "\n" in text else text
