"""Markup of which Word shows one of several alternatives, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.docx._index import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_UNDERSTOOD: Final = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://www.wps.cn/",
)


def inside(element: _Element) -> _Element | None:
    """The element whose children stand where a wrapper stands; `None` for what is no wrapper."""
    tag = element.tag
    if tag in w.TRANSPARENT:
        return element
    if tag == w.SDT:
        return _content(element)
    if tag == w.ALTERNATE_CONTENT:
        return _alternative(element)
    if tag == w.RUBY:
        return element.find(w.RUBY_BASE)
    return None


def through(parent: _Element, wanted: str) -> Iterator[_Element]:
    """The children with a tag, those in wrappers included, in document order."""
    # A stack rather than recursion: how deep wrappers nest is up to the file.
    stack = [iter(parent)]
    while stack:
        for child in stack[-1]:
            if child.tag == wanted:
                yield child
                continue
            content = inside(child)
            if content is not None:
                stack.append(iter(content))
                break
        else:
            stack.pop()


def _content(sdt: _Element) -> _Element | None:
    """What a content control holds, unless that is Word's own prompt to fill it in."""
    properties = sdt.find(w.SDT_PR)
    content = sdt.find(w.SDT_CONTENT)
    if (
        content is not None
        and properties is not None
        and is_on(properties.find(w.SHOWING_PLACEHOLDER))
        and not _is_number(content)
    ):
        return None
    return content


def _is_number(content: _Element) -> bool:
    """Whether just a number stands there: programs fill in forms and leave the mark of a prompt."""
    text = "".join(element.text or "" for element in content.iter(w.T))
    return text.strip().replace(".", "", 1).isdecimal()


def _alternative(element: _Element) -> _Element | None:
    """The first alternative that Word understands."""
    for choice in element.iterchildren(w.CHOICE):
        prefixes = choice.get("Requires", "").split()
        if all((choice.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in prefixes):
            return choice
    return element.find(w.FALLBACK)
