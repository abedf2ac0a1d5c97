"""Recognises pages by their first bytes, without a parser."""

from __future__ import annotations

import re

_BLANKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f"

# What may stand before the first element: a comment, an XML declaration.
_PROLOGUE = re.compile(rb"\A(?:(?:<!--(?:[^-]|-(?!->))*+-->|<\?[^>]*+>)\s*+)*+", re.DOTALL)

# Elements that a page, a fragment or a feed of pages begins with. Markdown, too, may begin with a
# line break or an inline element, so those that stand inside a line are left out.
_START = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|base|script|style|div|p|table|thead|"
    rb"tbody|tr|td|th|h[1-6]|section|article|main|header|nav|form|ul|ol|dl|center|span|font|"
    rb"blockquote|pre|o:p|rss|feed|rdf:rdf)(?=[\s/>]))",
    re.IGNORECASE,
)

# Some servers print blank lines, or a stray word, before the page.
_PAGE = re.compile(rb"^[^\n<]{0,80}<(?:!doctype\s+html|html|body)\b", re.IGNORECASE | re.MULTILINE)

# A value in JSON, which may hold pages.
_JSON = re.compile(rb'\{\s*"|\[\s*[\[{"]')

_ROOTS = (b"<!doctype", b"<html", b"<body")

_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+", re.IGNORECASE)


def looks_like_html(head: bytes) -> bool:
    """Whether a file that begins with these bytes may be HTML, in any encoding."""
    # Markup is ASCII: in UTF-16, too, it is there once the zero bytes are gone.
    text = head.replace(b"\x00", b"").lstrip(_BLANKS)
    text = _PROLOGUE.sub(b"", text)
    if _START.match(text):
        return True
    if _JSON.match(text):
        return False
    # To find the names first takes a tenth of the time of the search.
    low = text.lower()
    return any(name in low for name in _ROOTS) and _PAGE.search(text) is not None


def looks_like_mhtml(head: bytes) -> bool:
    """Whether a file that begins with these bytes may be a page saved as MHTML."""
    header = _MHTML.match(head.lstrip(b"\r\n"))
    return bool(header and re.search(rb"content-type:\s*multipart/related", header[0].lower()))
