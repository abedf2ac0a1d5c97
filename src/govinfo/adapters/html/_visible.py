"""Takes out of the tree what a reader of the page does not see, or is surely not content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from govinfo.adapters.html._boxes import IN_LINE, INLINE, is_box
from govinfo.adapters.html._cascade import Cascade, cascade_of
from govinfo.adapters.html._css import Declared, content_of, px
from govinfo.adapters.html._styling import (
    GONE,
    TABLES,
    covers,
    cuts,
    distorts,
    draws,
    hidden_text,
    hides,
    is_apart,
    is_barred,
    is_small,
    moves,
    overlaps,
    parts,
    raises,
    reorders,
    reverses,
    shows,
    spreads,
    squeezes,
    strikes,
    text_colour,
    told_by,
)
from govinfo.adapters.html._tab_panels import TabPanels, words_of
from govinfo.adapters.html._table import COLLAPSED
from govinfo.adapters.html._text import GAP
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from lxml.etree import _Element

# What browsers do not show as text, whatever the style.
_NEVER = (
    *("script", "style", "template", "title", "xml", "iframe", "object", "embed", "applet"),
    *("datalist", "svg", "canvas", "audio", "video", "map", "rp", "rt"),
    *("noframes", "noembed", "mphantom", "annotation", "annotation-xml", "progress", "meter"),
)
_STRUCK = ("del", "s", "strike")
# Of these, what may show a figure all the same, and what shows its value otherwise than its text.
_DRAWN = ("svg", "canvas", "object", "embed", "iframe", "progress", "meter")
_FORMULAS = ("mfrac", "mroot", "msqrt", "mover", "munder", "munderover", "mmultiscripts")

# What an element is renamed to, for libxml2 to take all of them out at once.
_DROPPED = "template"

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
_PIECES = 50  # of a text, by which it is told whether it may be a figure
_WRITES = re.compile(r"\.write(?:ln)?\(")
_PAGE = frozenset(("html", "body", "head"))
_GENERIC = frozenset(("div", "span", "p", "section", "ul", "ol", "li", "dl", "dt", "dd", "a"))
_LINES = frozenset(("block", "flex", "grid", "list-item"))
_ROWS = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot"))
_CELLS = frozenset(("td", "th"))
_COLUMNS = frozenset(("col", "colgroup"))
_SHIFTED = frozenset(("sup", "sub"))

# The paths take linear time, which one that goes back up from the attribute (`//@role/..`) does
# not.
_ROLE = etree.XPath("//@role")
_HIDDEN = etree.XPath("//@hidden|//@popover")


def prune(
    root: _Element,
    sheets: Mapping[str, str],
    *,
    noscript: bool = False,
    withheld: bool = False,
) -> None:
    """Leave in the tree what is seen, with tables drawn by style or role made real ones.

    Args:
        root: The page's tree; it is changed.
        sheets: Style sheets that came with the page, by the last part of their address.
        noscript: Whether to keep what is shown only where scripts do not run.
        withheld: Whether to keep hidden tables, which a script or a click then shows.
    """
    cascade = cascade_of(root, sheets)
    struck = [cell for element in root.iter(*_STRUCK) for cell in _cells_with_figures(element)]
    _draw(root)
    never = (*_NEVER, *_STRUCK)
    etree.strip_elements(root, *(never if noscript else (*never, "noscript")), with_tail=False)
    pruning = _Pruning(cascade, TabPanels(cascade, withheld))
    pruning.run()
    for element in list(root.iter("nav", "header", "footer", "dialog")):
        if _is_chrome(element):
            _drop(element)
    etree.strip_elements(root, _DROPPED, with_tail=False)
    for cell in dict.fromkeys((*struck, *pruning.struck)):
        if _is_empty(cell) and next(cell.iter("input"), None) is None:
            # A figure that is struck, and nothing in its stead: no blank to a reader.
            etree.SubElement(cell, "img")
    etree.strip_tags(root, *INLINE)


class _Pruning:
    """What styles, roles and attributes do to one page's tree."""

    def __init__(self, cascade: Cascade, panels: TabPanels) -> None:
        self._cascade = cascade
        self._panels = panels
        self.struck: list[_Element] = []  # Cells in which a style strikes out figures.

    def run(self) -> None:
        """Change the tree."""
        cascade = self._cascade
        root = cascade.root
        roles = [attribute.getparent() for attribute in _ROLE(root)]
        hidden = [attribute.getparent() for attribute in _HIDDEN(root)]
        candidates = cascade.candidates()
        contents = list(cascade.parts("before", "after"))
        level = list(filter(self._is_level, root.iter("sup", "sub")))
        begins = list(cascade.parts("first-letter", "first-line"))
        # All is asked before anything is changed: a selector may name what is taken out.
        plans = [
            (element, kinds, cascade.declared(element)) for element, kinds in candidates.items()
        ]
        pages = [(element, cascade.declared(element)) for element in hidden]
        for element, _, declared in begins:
            if told_by(declared).text or hides(declared, "div") or hidden_text(declared):
                _make_unreadable(element)
        for element in level:
            element.tag = "span"
        for element, which, declared in contents:
            self._add_content(element, which, declared)
        for element, declared in pages:
            if _is_withheld(element, declared) and not self._panels.shows(element):
                _drop(element)
        for element in roles:
            role = (element.get("role") or "").lower()
            if role in _CHROME_ROLES and not _holds_report(element):
                _drop(element)
            else:
                _become(element, _ROLES.get(role))
        for element, kinds, declared in plans:
            self._apply(element, kinds, declared)

    def _apply(self, element: _Element, kinds: set[str], declared: Declared) -> None:
        tag = str(element.tag)
        if tag in _PAGE:
            return  # The page itself is hidden only until it is complete.
        if tag in _COLUMNS:
            if declared.get("visibility") == "collapse":
                element.set(COLLAPSED, "")
            return
        if "box" in kinds:
            if self._hide(element, declared, tag):
                return
            self._displace(element, declared, tag)
            _display(element, declared)
        if "colour" in kinds:
            self._colour(element, declared, tag)
        if "list" in kinds and declared.get("list-style-type") == "none":
            numbered = element if tag == "ol" else element.getparent()
            if numbered is not None and numbered.tag == "ol":
                numbered.set("type", "none")
        if tag in IN_LINE:
            self._apply_in_line(element, kinds, declared)

    def _colour(self, element: _Element, declared: Declared, tag: str) -> None:
        """Take out text in the colour of what is behind it; a bar over a figure is seen as one."""
        unseen = self._cascade.is_unseen
        if not unseen(element) or self._may_be_seen(element):
            return
        if tag in INLINE and is_barred(declared) and _has_no_words(element):
            _make_unreadable(element)
        else:
            self._blank(element, unseen)

    def _apply_in_line(self, element: _Element, kinds: set[str], declared: Declared) -> None:
        if "image" in kinds and draws(declared) and _is_empty(element):
            _make_picture(element)
        elif (
            "inline" in kinds
            and _has_no_words(element)
            and (squeezes(declared) or (overlaps(declared) and not _is_all_of_its_cell(element)))
        ):
            _make_picture_in_cell(element)
        elif "inline" in kinds:
            around = self._cascade.font_size(element.getparent())
            if raises(declared, around):
                _raise(element)
            elif parts(declared) or is_small(declared, around):
                _set_apart(element)

    def _displace(self, element: _Element, declared: Declared, tag: str) -> None:
        """Write what is shown in another order in that one; note what is not seen as it is."""
        if reverses({**_direction(element), **declared}):
            _turn_round(element)
        is_alone = len(element) < 2
        if (
            (moves(declared) and _has_no_words(element))
            or (covers(declared) and _is_empty(element))
            or (reorders(declared) and not is_alone and _has_no_words(element))
        ) or (
            (distorts(declared) or (is_box(declared, tag) and self._is_cut(element, declared)))
            and _has_no_words(element)
        ):
            _make_unreadable(element)

    def _is_level(self, element: _Element) -> bool:
        """Whether a style sets raised text on its line again, and as large as what is around it."""
        declared = self._cascade.declared(element)
        around = self._cascade.font_size(element.getparent())
        return (
            declared.get("vertical-align") == "baseline"
            and px(declared.get("font-size", ""), around) == around
            and not raises(declared, around)
        )

    def _is_cut(self, element: _Element, declared: Declared) -> bool:
        lines = [line for line in _text(element).split("\n") if line.strip()]
        n_lines = max(
            1, len(lines), sum(1 for _ in islice(element.iter("br", "p", "div"), _PIECES))
        )
        longest = max((sum(map(str.isdigit, line)) for line in lines), default=0)
        size = self._cascade.font_size(element)
        return cuts(declared, longest, n_lines, size)

    def _hide(self, element: _Element, declared: Declared, tag: str) -> bool:
        """Hide an element that its style hides; whether all of it is gone."""
        if strikes(declared):
            self.struck += _cells_with_figures(element)
        how = hides(declared, tag)
        by = "" if how else hidden_text(declared)
        if not (how or by) or self._panels.shows(element):
            return False
        if how == GONE or (how and tag not in _ROWS):
            _drop(element)
            return True
        if how:
            self._blank(element, lambda _: True)
        else:
            self._blank(element, lambda inner: not shows(self._cascade.declared(inner), by))
        return False

    def _blank(self, element: _Element, unseen: Callable[[_Element], bool]) -> None:
        """Take out the text of an element, and of what is in it and is not seen either."""
        element.text = None
        for child in list(element):
            if unseen(child):
                if child.tag in {"img", "input", "select", "button", "textarea"}:
                    child.tag = _DROPPED
                self._blank(child, unseen)
            child.tail = None

    def _may_be_seen(self, element: _Element) -> bool:
        """Whether a style sheet that is not at hand may draw what is behind an element's text.

        It does so for a whole cell or line: what stands in it in other colours is seen on white.
        """
        if not self._cascade.partial:
            return False
        around = next((one for one in element.iterancestors() if one.tag not in INLINE), element)
        whole = element if element.tag not in INLINE else around
        return "".join(whole.itertext()).strip() == "".join(element.itertext()).strip()

    def _add_content(self, element: _Element, which: str, declared: Declared) -> None:
        """Put what a rule says before or after an element's text."""
        if hides(declared, "div") or hidden_text(declared) or "content" not in declared:
            return
        if is_apart(declared) and not content_of(declared["content"], element).strip():
            if _has_no_words(element):
                _make_unreadable(element)
            return
        text = content_of(declared.get("content", ""), element)
        if element.tag not in _CELLS and _cell_of(element) is None:
            text = text.replace(PICTURE, "")
        if not text:
            return
        made = element.makeelement("span")
        made.text = text
        self._cascade.declare(made, declared)
        if raises(declared, self._cascade.font_size(element)):
            made.tag = "sup"
        elif parts(declared):
            _set_apart(made)
        if which == "before":
            made.tail, element.text = (made.tail or "") + (element.text or ""), None
            element.insert(0, made)
        else:
            element.append(made)
        if text_colour(declared) and self._cascade.is_unseen(made):
            made.text = None


def _drop(element: _Element) -> None:
    """Mark an element to be taken out: the page itself is hidden only until it is complete."""
    if element.tag not in _PAGE:
        element.tag = _DROPPED


def _display(element: _Element, declared: Declared) -> None:
    """Make an element what it is displayed as."""
    display = declared.get("display", "")
    _become(element, TABLES.get(display))
    if element.tag in INLINE and display in _LINES and "float" not in declared:
        element.tag = "div"
    if display.endswith(("flex", "grid")) and spreads(declared):
        for child in element:
            _set_apart(child)


def _become(element: _Element, part: str | None) -> None:
    """Make an element the part of a table that it is drawn as."""
    if part and element.tag in _GENERIC:
        element.tag = part
        for name in ("rowspan", "colspan"):
            span = element.get(f"aria-{name}")
            if span:
                element.set(name, span)


def _set_apart(element: _Element) -> None:
    element.text = GAP + (element.text or "")
    element.tail = GAP + (element.tail or "")


def _raise(element: _Element) -> None:
    if element.tag != "a":
        element.tag = "sup"
        return
    raised = element.makeelement("sup")
    raised.text, element.text = element.text, None
    raised.extend(list(element))
    element.append(raised)


def _make_picture(element: _Element) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "img", tail


def _make_unreadable(element: _Element) -> None:
    """Make a picture of what is seen in a cell otherwise than as its text, or in its place."""
    if element.tag not in _CELLS:
        _make_picture_in_cell(element)
    elif not _is_empty(element):
        element.text = None
        element[:] = [element.makeelement("img")]


def _direction(element: _Element) -> Declared:
    """The direction that an attribute gives to an element's text."""
    written = (element.get("dir") or "").lower()
    return {"direction": written} if written else {}


def _is_withheld(element: _Element, declared: Declared) -> bool:
    """Whether an attribute hides an element: a list shows what is chosen of it all the same."""
    if element.tag == "option" or declared.get("display") not in {None, "none"}:
        return False
    until_found = (element.get("hidden") or "").lower() == "until-found"
    return is_box(declared, str(element.tag)) or not until_found


def _make_picture_in_cell(element: _Element) -> None:
    if _cell_of(element) is not None:
        _make_picture(element)


def _cell_of(element: _Element) -> _Element | None:
    return next(element.iterancestors("td", "th"), None)


def _is_all_of_its_cell(element: _Element) -> bool:
    cell = _cell_of(element)
    return cell is not None and _text(cell).strip() == _text(element).strip()


def _cells_with_figures(element: _Element) -> list[_Element]:
    """The cell that a struck element stands in, or those in it; if what is struck may be figures.

    Where words are struck, the cell is no figure's.
    """
    around = _cell_of(element)
    cells = [around] if around is not None else list(element.iter("td", "th"))
    struck = [element] if around is not None else cells
    return [
        cell
        for cell, one in zip(cells, struck, strict=True)
        if any(map(str.isdigit, _text(one))) and _has_no_words(one)
    ]


def _text(element: _Element) -> str:
    """An element's text, or the beginning of it: much in much is not gone through again."""
    return "".join(islice(element.itertext(), _PIECES))


def _has_no_words(element: _Element) -> bool:
    return not any(map(str.isalpha, _text(element)))


def _draw(root: _Element) -> None:
    """Make pictures of what shows a figure in a cell by other means than text, and plain text."""
    for drawn in list(root.iter(*_DRAWN)):
        _make_picture_in_cell(drawn)
    for script in list(root.iter("script")):
        if _WRITES.search(script.text or ""):
            _make_picture_in_cell(script)
    for formula in root.iter("msup", "msub"):
        for raised in formula[1:]:
            raised.tag = "sup"
    for formula in list(root.iter(*_FORMULAS)):
        _make_picture_in_cell(formula)
    _turn_and_fold(root)


def _turn_and_fold(root: _Element) -> None:
    """Write text in its order where an element turns it; leave out what is in closed folds."""
    for turned in root.iter("bdo"):
        if (turned.get("dir") or "").lower() == "rtl":
            _turn_round(turned)
    folds = [fold for fold in root.iter("details") if fold.get("open") is None]
    inside = {table for fold in folds for table in fold.iter("table")}
    shown = (
        {words_of(table) for table in root.iter("table") if table not in inside} if inside else ()
    )
    for fold in folds:
        copies = [words_of(table) in shown for table in fold.iter("table")]
        # At a click all is seen, but a copy of what is seen already, as of another year.
        if _cell_of(fold) is not None or (copies and all(copies)):
            _fold(fold)


def _fold(fold: _Element) -> None:
    """Leave of a fold that is not open what is seen: its first summary."""
    fold.text = None
    summary = next(fold.iterchildren("summary"), None)
    for child in fold:
        child.tail = None
        if child is not summary:
            child.tag = _DROPPED


def _turn_round(element: _Element) -> None:
    """Write text that runs from right to left in the order in which it is read."""
    if len(element):
        if _has_no_words(element):
            _make_picture_in_cell(element)
    elif element.text:
        element.text = element.text[::-1]


def _is_empty(element: _Element) -> bool:
    return not "".join(element.itertext()).strip()


def _is_chrome(element: _Element) -> bool:
    if element.tag == "dialog":
        return element.get("open") is None
    inside = next(element.iterancestors("article", "main", "section"), None) is not None
    return not (_holds_report(element) or (inside and element.tag != "nav"))


def _holds_report(element: _Element) -> bool:
    """Whether too much is in the element for it to be a menu: broken markup may nest so."""
    return next(element.iter("table", "h1"), None) is not None
