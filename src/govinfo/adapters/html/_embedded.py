"""Puts pages in frames, and tables that wait for a script as text or in a template, in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from govinfo.adapters.held_pages import page_in_json, page_in_script
from govinfo.adapters.html._mhtml import last_part
from govinfo.adapters.html._tree import parse
from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_TABLE_HELD = re.compile(rb"(?:<|&(?:amp;)?lt;|\\u003c)table[\s>&\\]", re.IGNORECASE)


def may_hold_table(markup: bytes) -> bool:
    """Whether a table is somewhere in the source, be it as text."""
    return _TABLE_HELD.search(markup) is not None


def with_frames(markup: bytes, frames: Mapping[str, bytes]) -> bytes:
    """A page's source with pages in the place of the frames that show them.

    Args:
        markup: The page in UTF-8.
        frames: Pages in UTF-8 that came with it, by the last part of their address.
    """
    root = parse(markup)
    filled = False
    for frame in list(root.iter("iframe", "frame")):
        inside = frame.get("srcdoc")
        address = last_part(frame.get("src") or "")
        page = inside.encode() if inside else frames.get(address)
        if page:
            filled |= _fill(frame, page)
    return _source(root) if filled else markup


def release(root: _Element) -> None:
    """Put tables that wait for a script, as text or in a template, in their place.

    So are those that a content system escaped once too often: the page shows their markup.

    Args:
        root: A page's tree; it is changed.
    """
    for held in list(root.iter("*")):
        if held.tag == "template":
            if next(held.iter("table"), None) is not None:
                held.tag = "div"
        elif not len(held):
            page = _held_by(held)
            if page and _TABLE.search(page):
                _fill(held, page.encode())


def _held_by(element: _Element) -> str | None:
    """What may be a page in an element without others."""
    if element.tag == "input":
        return element.get("value")
    if element.tag == "script" and not _is_markup(element):
        return page_in_script(element.text or "")
    text = element.text
    # What an interface answers is shown by browsers as it is.
    held = text is not None and text.lstrip()[:1] in ("{", "[")
    return (page_in_json(text.encode()) if text and held else None) or text


def _source(root: _Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", method="html")


def _is_markup(held: _Element) -> bool:
    kind = held.get("type") or ""
    return held.tag != "script" or (kind.startswith("text/") and "javascript" not in kind)


def _fill(element: _Element, markup: bytes) -> bool:
    """Make an element a block that holds a page, unless nothing is in the markup."""
    try:
        page = parse(markup)
    except CorruptDocument:
        return False
    for name in list(element.attrib):
        del element.attrib[name]
    element.tag, element.text = "div", ""
    element[:] = [page]
    page.tag = "div"
    return True
