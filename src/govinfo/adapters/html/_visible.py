"""Takes out of the tree what a reader of the page does not see, or is surely not content."""

from __future__ import annotations

import re
from itertools import filterfalse
from typing import TYPE_CHECKING

from lxml import etree

from govinfo.adapters.base import HEAD
from govinfo.adapters.html._style import NO_SIZE, Styles, displayed_inline
from govinfo.adapters.html._withheld import Panes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# What browsers do not show as text, whatever the style. `del` marks what the text no longer says.
_NEVER = (
    *("script", "style", "template", "title", "xml", "iframe", "object", "embed", "applet"),
    *("select", "button", "datalist", "svg", "canvas", "audio", "video", "map", "rp", "rt"),
    *("del", "s", "strike"),
    *("noframes", "noembed"),
)

# What an element is renamed to, for libxml2 to take all of them out at once.
_DROPPED = "template"

# Elements that only decorate their text: taken off by libxml2, they cost the walk nothing.
_DECORATION = (
    *("span", "font", "b", "strong", "i", "em", "u", "ins", "small", "big", "label"),
    *("tt", "code", "kbd", "samp", "var", "mark", "q", "bdo", "bdi", "cite", "abbr", "acronym"),
    *("nobr", "wbr", "time", "ruby", "rb", "o:p", "st1:chsdate", "basefont"),
)

_CHROME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar")
)
_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}
_DISPLAYS = {
    "table": "table",
    "inline-table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "table-row-group": "tbody",
    "table-header-group": "thead",
    "table-footer-group": "tfoot",
    "table-caption": "caption",
}
_PAGE = frozenset(("html", "body", "head"))
_GENERIC = frozenset(("div", "span", "p", "section", "ul", "ol", "li", "dl", "dt", "dd", "a"))

# What a style says when it hides an element or draws it as a part of a table. Asking every
# element for its style costs a third of the parse, so only elements are asked whose kind is
# somewhere in the source near one of these.
_CLUES = (b"display", b"visibility", b"line-through", b"font-size:0", b"font-size: 0")
_WORD_CLUE = b"mso-element"

# Where the name is not in the source there is no such attribute. The paths take linear time, which
# one that goes back up from the attribute (`//@role/..`) does not.
_PATHS = {name: etree.XPath(f"//@{name.decode()}") for name in (b"role", b"hidden")}
# From so many classes on, asking every element takes less time than looking for each class.
_MANY = 20

# Clues are searched for in lower case, and without the characters that no markup has: most of a
# page's bytes are Chinese text, and each search takes as long as the page is.
_LOWER = bytes(range(256)).lower()
_FOREIGN = bytes(range(0x80, 256))

_TAG = re.compile(rb"<([a-z][^\s/>]*)")


def prune(root: _Element, source: bytes, *, noscript: bool = False, withheld: bool = False) -> None:
    """Leave in the tree what is seen, with tables drawn by style or role made real ones.

    Args:
        root: The page's tree; it is changed.
        source: The page's source.
        noscript: Whether to keep what is shown only where scripts do not run.
        withheld: Whether to keep hidden tables, which a script or a click then shows.
    """
    styles = Styles.of(style.text or "" for style in root.iter("style"))
    etree.strip_elements(root, *(_NEVER if noscript else (*_NEVER, "noscript")), with_tail=False)
    panes = Panes(root, styles, withheld)
    lowered = source.translate(_LOWER, _FOREIGN)
    roles = _attributed(root, b"role", lowered)
    for element in roles:
        _apply(element, styles.displayed(element), element.get("role") or "", panes)
    for element in filterfalse(panes.shows, _attributed(root, b"hidden", lowered)):
        _drop(element)
    _apply_styles(root, lowered, panes, roles=bool(roles))
    for element in list(root.iter("nav", "header", "footer", "dialog")):
        if _is_chrome(element):
            _drop(element)
    etree.strip_elements(root, _DROPPED, with_tail=False)
    if b"vertical-align" in source:
        for element in root.iter("span", "font"):
            if styles.raises(element):
                element.tag = "sup"
    if styles.unnumbered:
        for numbered in root.iter("ol"):
            numbered.set("type", "none")
    etree.strip_tags(root, *_DECORATION)


def _attributed(root: _Element, name: bytes, lowered: bytes) -> list[_Element]:
    """The elements that have an attribute."""
    found = _PATHS[name](root) if name in lowered else []
    return [value.getparent() for value in found]


def _apply_styles(root: _Element, lowered: bytes, panes: Panes, *, roles: bool) -> None:
    """Hide what a style hides, and draw tables as it draws them."""
    styles = panes.styles
    word = (_WORD_CLUE,) if b"urn:schemas-microsoft-com" in lowered[:HEAD] else ()
    styled = _kinds(lowered, (*_CLUES, *word))
    names = [name.lower().encode() for name in styles.names("none", *_DISPLAYS)]
    many = len(names) > _MANY or not all(map(bytes.isascii, names))
    ruled = {"*"} if many else _kinds(lowered, names)
    # Asking for attributes is most of the work; hardly any kind of element is in both.
    displayed = styles.displayed if ruled else displayed_inline
    for element in list(root.iter(*styled, *ruled)) if styled or ruled else ():
        shown = displayed(element)
        role = (element.get("role") or "") if roles else ""
        if shown or role:
            _apply(element, shown, role, panes)


def _kinds(lowered: bytes, clues: Iterable[bytes]) -> set[str]:
    """Names of the elements in whose start tags one of the clues stands."""
    kinds: set[str] = set()
    for clue in clues:
        kinds.update(_around(lowered, clue))
    # The page itself is hidden only until it is complete; style sheets are no longer there.
    return kinds - _PAGE - {"style"}


def _around(lowered: bytes, clue: bytes) -> Iterator[str]:
    """The names of the start tags in which a clue stands."""
    place = lowered.find(clue)
    while place >= 0:
        tag = _TAG.match(lowered, max(0, lowered.rfind(b"<", 0, place)))
        if tag:
            yield tag[1].decode("utf-8", "replace")
        place = lowered.find(clue, place + 1)


def _drop(element: _Element) -> None:
    """Mark an element to be taken out: the page itself is hidden only until it is complete."""
    if element.tag not in _PAGE:
        element.tag = _DROPPED


def _apply(element: _Element, shown: str, role: str, panes: Panes) -> None:
    role = role.lower()
    if shown == "none" and panes.shows(element):
        return
    is_unseen = shown == "none" or (shown == NO_SIZE and not len(element))
    if is_unseen or (role in _CHROME_ROLES and not _holds_report(element)):
        _drop(element)
        return
    part = _ROLES.get(role) or _DISPLAYS.get(shown)
    if part and element.tag in _GENERIC:
        element.tag = part
        for name in ("rowspan", "colspan"):
            span = element.get(f"aria-{name}")
            if span:
                element.set(name, span)


def _is_chrome(element: _Element) -> bool:
    if element.tag == "dialog":
        return element.get("open") is None
    inside = next(element.iterancestors("article", "main", "section"), None) is not None
    return not (_holds_report(element) or (inside and element.tag != "nav"))


def _holds_report(element: _Element) -> bool:
    """Whether too much is in the element for it to be a menu: broken markup may nest so."""
    return next(element.iter("table", "h1"), None) is not None
