"""The parts of Markdown that running text uses: headings, emphasis, links, quotations."""

from __future__ import annotations

import re
from html import unescape

_HEADING = re.compile(r"^ {0,3}(#{1,6})(.*)$")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|__|`)(?=[^\s*])(.{1,400}?)(?<=[^\s*\\])\1")
_STRUCK = re.compile(r"~~.+?~~")
_NOTE = re.compile(r"<(su[pb])>([^<]{1,6})</\1>", re.IGNORECASE)
_TAG = re.compile(
    r"<!--(?:(?!-->|<!--).)*+-->|</?(?:b|strong|i|em|u|span|font|p|div|center|small|big)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}\[\]]*\}")
"""A text whose style a page gave, as pandoc writes it."""
_RAISED = re.compile(r"\$?\^\{?([^{}$^]{1,4})\}?\$")
_FORMULA = re.compile(r"\$([^$]{1,30})\$")
_QUOTE = re.compile(r"^\s{0,3}>\s?")


def heading_of(text: str) -> tuple[int, str] | None:
    """Level and text of a heading; `None` for any other line."""
    match = _HEADING.match(text) if "#" in text[:4] else None
    shown = plain(_unclosed(match[2])).strip() if match else ""
    return (len(match[1]), shown) if match and shown else None


def _unclosed(name: str) -> str:
    """A heading's text without the marks that close it; one that is escaped stays."""
    text = name.rstrip(" \t")
    bare = text.rstrip("#")
    return text[: len(bare) + 1] if bare.endswith("\\") else bare


def unquoted(line: str) -> str:
    """A line without the mark of a quotation, which stands at the beginning of lines only."""
    return _QUOTE.sub("", line) if line.lstrip().startswith(">") else line


def plain(text: str) -> str:
    """Text without the marks of emphasis and links."""
    if "~~" in text:
        text = _STRUCK.sub("", text)
    if "*" in text or "__" in text or "`" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "]{" in text:
        text = _SPAN.sub(r"\1", text)
    if "$" in text:
        # A raised number is a note's, and must not run into the figure before it.
        text = _FORMULA.sub(r"\1", _RAISED.sub(r"[\1]", text))
    if "<" in text:
        text = _TAG.sub("", _NOTE.sub(r"[\2]", _BREAK.sub("\n", text)))
    if "&" in text:
        # After the tags: what is written as an entity is text, and no mark.
        text = unescape(text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
