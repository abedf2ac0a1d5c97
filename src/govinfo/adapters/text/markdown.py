"""The parts of Markdown that running text uses: headings, emphasis, links, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

_HEADING = re.compile(r"^ {0,3}(#{1,6})(.*)$")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|__|`)(?=[^\s*])(.{1,400}?)(?<=[^\s*\\])\1")
_STRUCK = re.compile(r"~~.+?~~")
_NOTE = re.compile(r"<(su[pb])>([^<]{1,6})</\1>", re.IGNORECASE)
_INLINE = "b|strong|i|em|u|span|font|p|div|center|small|big|blockquote"
_TAG = re.compile(
    rf"<!--(?:(?!-->|<!--).)*+-->|</?(?:{_INLINE})(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"<(?:{_INLINE}|td|th|tr|table)(?:\s[^<>]{{0,400}})?\Z", re.IGNORECASE)
"""A tag at the end of a line that goes on in the next, for a tool broke the line at a blank."""
_GOES_ON = re.compile(r"\A[^<>]{0,400}(?:>|\Z)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
_BREAK = re.compile(
    r"<br\s*/?>|</(?:p|div|center|blockquote)>\s{0,80}(?=[^\s<|]|<[a-z])", re.IGNORECASE
)
"""A line's end, or that of a block behind which another text stands."""
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


def with_whole_tags(lines: Sequence[str]) -> list[str | None]:
    """The lines, a tag that was broken standing where it ends; `None` where nothing is left."""
    made: list[str | None] = list(lines)
    for at, after in enumerate(lines[1:]):
        line = made[at] or ""
        opened = _OPENED.search(line) if "<" in line else None
        if opened is not None and _GOES_ON.match(after):
            made[at] = line[: opened.start()] or None
            made[at + 1] = f"{opened[0]} {after}"
    return made


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
