"""Tells which declarations hold for an element, as the cascade of CSS does."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from attrs import define, field
from lxml import etree

from govinfo.adapters.html._boxes import IN_LINE, INLINE, applying, may_not_apply
from govinfo.adapters.html._css import (
    VARIABLE,
    Colour,
    Declaration,
    Declared,
    alike,
    colour,
    inline,
    px,
    substituted,
    values_of,
    variants,
)
from govinfo.adapters.html._mhtml import last_part
from govinfo.adapters.html._styling import (
    Told,
    paints,
    text_colour,
    told,
    told_by,
)

if TYPE_CHECKING:
    from cssselect2 import ElementWrapper
    from lxml.etree import _Element

    from govinfo.adapters.html._stylesheets import Key, Rules

_STYLES = etree.XPath("//@style", smart_strings=False)
_STYLED = etree.XPath("//*[@style]")
# Attributes, each of which knows its element: a path that asks every element for one takes eight
# times as long, and one that goes back up from it (`//@class/..`) quadratic time.
_NAMED = {".": etree.XPath("//@class"), "#": etree.XPath("//@id")}
_CLASSES = etree.XPath("//@class", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)
_WITH = etree.XPath("//*[@*[name() = $name]]")
_LISTS = etree.XPath("//ol|//ol/li")
_BACKED = etree.XPath("//@bgcolor", smart_strings=False)

# A sheet without any of these shows or hides nothing.
_TELLING = re.compile(
    r"--|\\|display|visibility|opacity|position|indent|margin|padding|float|overflow|clip|transform|scale"
    r"|color|background|font|vertical-align|line-through|list-style|content|mso-|left|right|top"
    r"|bottom|width|height|bidi|direction|order|spacing|filter|mask|blend|rotate|zoom|inset"
    r"|translate|security|animation|flow|grid",
    re.IGNORECASE,
)
_IMPORT = re.compile(r"@import\s++(?:url\(\s*+)?[\"']?([^\"')\s;]++)[\"']?\s*+\)?([^;]*+);?")
_IMPORTS = 3  # How deep style sheets that import others are followed.

_CSS = "text/css"
WHITE = (1.0, 1.0, 1.0, 1.0)
BLACK = (0.0, 0.0, 0.0, 1.0)
_LINK = (0.0, 0.0, 0.93, 1.0)
_OF_ITS_OWN = frozenset(("mark", "button", "input", "select", "textarea"))
"""Elements to which browsers give a colour; to links another."""
_IN_LINE_ONLY = frozenset(("inline", "image"))
_FAINT = 0.05
_DEEPEST = 100


@define(eq=False)
class Cascade:
    """The styles of one page.

    Attributes:
        root: The page's tree. What is asked of it must be asked before the tree is changed.
        rules: The rules of its style sheets; `None` if none of them matters.
        partial: Whether it names a style sheet that is not at hand.
    """

    root: _Element
    rules: Rules | None
    partial: bool = False
    _declared: dict[_Element, Declared] = field(factory=dict)
    _wrapped: dict[_Element, ElementWrapper] = field(factory=dict)

    def declared(self, element: _Element) -> Declared:
        """What is declared for an element: by a rule, or by its own `style`."""
        if self.rules is None:
            style = element.get("style")
            if not style:
                return {}
            declarations = inline(style)
            declared = self._known(element, declarations, _weighed(declarations))
            return self._applying(element, declared)
        found = self._declared.get(element)
        if found is None:
            found = self._declared[element] = self._matched(element, None)
        return found

    def declare(self, element: _Element, declared: Declared) -> None:
        """Say what is declared for an element that a rule has put into the tree."""
        self._declared[element] = declared

    def parts(self, *which: str) -> Iterator[tuple[_Element, str, Declared]]:
        """The elements of which rules name these parts, the part, and what they say of it."""
        rules = self.rules.named if self.rules else ()
        for part in which:
            keyed = {rule.key: frozenset(("box",)) for rule in rules if rule.pseudo == part}
            for element, _ in self._named(keyed):
                yield element, part, self._matched(element, part)

    def candidates(self) -> dict[_Element, set[str]]:
        """The elements whose style may hide, raise or part text, and what it may do."""
        found: defaultdict[_Element, set[str]] = defaultdict(set)
        styles = {style: list(self._told(style)) for style in set(_STYLES(self.root))}
        rules = [rule for rule in self.rules.named if not rule.pseudo] if self.rules else []
        said = [one for several in styles.values() for one in several]
        suspects = self._suspects([*said, *(rule.told for rule in rules)])
        kinds = {
            style: frozenset().union(*(_kinds(one, suspects) for one in several))
            for style, several in styles.items()
        }
        if any(kinds.values()):
            for element in _STYLED(self.root):
                of_style = kinds.get(element.get("style"))
                if of_style:
                    found[element] |= of_style
        keyed: defaultdict[Key, frozenset[str]] = defaultdict(frozenset)
        for rule in rules:
            keyed[rule.key] |= _kinds(rule.told, suspects)
        for element, of_rule in self._named({key: does for key, does in keyed.items() if does}):
            if element.tag in IN_LINE or not of_rule <= _IN_LINE_ONLY:
                found[element] |= of_rule
        for font in self.root.iter("font") if suspects else ():
            if colour(font.get("color") or "") in suspects:
                found[font].add("colour")
        return found

    def _told(self, style: str) -> Iterator[Told]:
        """What a `style` attribute may do, whatever its variables stand for."""
        if VARIABLE not in style:
            yield told(style)
            return
        declared = inline(style)
        values = {**(self.rules.values if self.rules else {}), **values_of(declared)}
        for each in variants(declared, values):
            yield told_by({name: value for name, value, _ in each})

    def _suspects(self, said: Iterable[Told]) -> set[Colour]:
        """The colours of text that cannot be told from one behind it, and the other way round."""
        each = list(said)
        fonts = [colour(font.get("color") or "") for font in self.root.iter("font")]
        texts = {one.text for one in each if one.text}.union(filter(None, fonts))
        backs = {one.back for one in each if one.back}
        if texts:
            backs.update(filter(None, map(colour, set(_BACKED(self.root)))))
        found = set()
        for text in texts:
            if text[3] <= _FAINT or any(alike(text, back) for back in (*backs, WHITE)):
                found.add(text)
        for back in backs:
            if back[3] > _FAINT and not alike(back, WHITE):
                found |= {back for text in (*texts, BLACK) if alike(text, back)}
        return found

    def _named(
        self, keyed: Mapping[Key, frozenset[str]]
    ) -> Iterator[tuple[_Element, frozenset[str]]]:
        """The elements that the last parts of selectors may name, where what these do matters."""
        for mark, every in _NAMED.items():
            names = {name: does for (kind, name), does in keyed.items() if kind == mark}
            for written in every(self.root) if names else ():
                for name in names.keys() & written.split():
                    yield written.getparent(), names[name]
        for (kind, name), does in keyed.items():
            if kind == "[":
                yield from ((element, does) for element in _WITH(self.root, name=name))
            elif not kind:
                for element in self._of_kind(name, does):
                    yield element, does

    def _of_kind(self, name: str, does: frozenset[str]) -> Iterable[_Element]:
        """The elements of a name, or all, where it matters what a rule does to them."""
        if does == {"list"}:
            return list(_LISTS(self.root))
        if name == "a":
            does -= {"colour"}  # Menus are white on what a style draws behind them.
        if not does <= _IN_LINE_ONLY | {"list"}:
            return list(self.root.iter(name) if name else self.root.iter(etree.Element))
        if not name:
            return list(self.root.iter(*INLINE))
        return list(self.root.iter(name)) if name in IN_LINE else ()

    def _matched(self, element: _Element, pseudo: str | None) -> Declared:
        rules = self.rules
        wrapper = self._wrapper(element) if rules else None
        matches = rules.matcher.match(wrapper) if rules and wrapper else ()
        ruled = [said for _, _, of, said in matches if of == pseudo]
        own = () if pseudo else inline(element.get("style") or "")
        declarations = [*_in_layers(ruled), *own]
        declared = self._known(element, declarations, _weighed(declarations))
        return self._applying(element, declared, pseudo)

    def _applying(
        self, element: _Element, declared: Declared, pseudo: str | None = None
    ) -> Declared:
        """What applies to an element of what is declared: some does to boxes only."""
        if not may_not_apply(declared):
            return declared
        parent = element if pseudo else element.getparent()
        around = self.declared(parent) if parent is not None else {}
        return applying(declared, "span" if pseudo else str(element.tag), around)

    def _known(
        self, element: _Element, declarations: Iterable[Declaration], declared: Declared
    ) -> Declared:
        """What is declared for an element, with values in the place of variables."""
        if not any(VARIABLE in value for value in declared.values()):
            return declared

        def value_of(name: str) -> str | None:
            if name in declared:
                return declared[name]
            around = (self.declared(one) for one in element.iterancestors())
            return next((known[name] for known in around if name in known), None)

        return _weighed(substituted(declarations, value_of))

    def _wrapper(self, element: _Element) -> ElementWrapper | None:
        """The element as selectors are held against it, with those around and before it.

        There is none for what was put into the tree since the first of those beside it was asked.
        """
        known = self._wrapped.get(element)
        if known is None:
            parent = element.getparent()
            if parent is None:
                from cssselect2 import ElementWrapper  # noqa: PLC0415 - where a page has rules

                self._wrapped[element] = ElementWrapper.from_html_root(element)
            elif (around := self._wrapper(parent)) is not None:
                for child in around.iter_children():
                    self._wrapped.setdefault(child.etree_element, child)
            known = self._wrapped.get(element)
        return known

    def font_size(self, element: _Element | None) -> float:
        """The size of an element's font, in CSS pixels."""
        factor = 1.0
        for _ in range(_DEEPEST):
            if element is None:
                break
            written = self.declared(element).get("font-size", "")
            size = px(written, 1.0)
            if size is not None:
                if not written.endswith(("em", "%")) or written.endswith("rem"):
                    return size * factor
                factor *= size
            element = element.getparent()
        return 16.0 * factor

    def is_unseen(self, element: _Element) -> bool:
        """Whether text in an element has the colour of what is behind it."""
        text = self._text_colour(element)
        back = self._back(element)
        if any(paints(self.declared(one)) for one in _upwards(element)):
            return False
        return text[3] <= _FAINT or (back is not None and alike(text, back))

    def _text_colour(self, element: _Element) -> Colour:
        for one in _upwards(element):
            declared = self.declared(one)
            if declared.get("color") == "initial":
                return BLACK
            found = text_colour(declared) or self._given_colour(one, declared)
            if found:
                return found
        return BLACK

    def _given_colour(self, element: _Element, declared: Declared) -> Colour | None:
        """The colour that an attribute gives an element's text, or that browsers give it."""
        if "color" in declared:
            return None  # It is inherited.
        written = element.get("color") if element.tag == "font" else element.get("text")
        if written:
            return colour(written)
        if element.tag == "a" and element.get("href") is not None:
            return _LINK
        return BLACK if element.tag in _OF_ITS_OWN else None

    def _back(self, element: _Element) -> Colour | None:
        """The colour behind an element's text; `None` if an image is there."""
        for one in _upwards(element):
            declared = self.declared(one)
            if declared.get("background-image", "none") != "none" or one.get("background"):
                return None
            found = colour(declared.get("background-color") or one.get("bgcolor") or "")
            if found and found[3] > _FAINT:
                return found
            if one.tag == "table" and any(map(self._is_backed, one.iter("col", "colgroup"))):
                return None
        return WHITE

    def _is_backed(self, column: _Element) -> bool:
        return "background-color" in self.declared(column) or column.get("bgcolor") is not None


def cascade_of(root: _Element, sheets: Mapping[str, str]) -> Cascade:
    """The styles of a page.

    Args:
        root: Its tree, with its style sheets.
        sheets: Style sheets that came with it, by the last part of their address.
    """
    written: list[str] = []
    partial = False
    for element in root.iter("style", "link"):
        linked = element.tag == "link"
        if (
            (linked and (element.get("rel") or "").lower().split() != ["stylesheet"])
            or element.get("disabled") is not None
            or (element.get("type") or _CSS).strip().lower() != _CSS
        ):
            continue
        sheet = _at(element.get("href") or "", sheets) if linked else element.text
        partial |= sheet is None and linked
        sheet = _on(element.get("media"), _with_imports(sheet or "", sheets, 0))
        if _TELLING.search(sheet):
            written.append(sheet)
    rules = None
    if written:
        # Loaded when the first page has rules.
        from govinfo.adapters.html._stylesheets import rules_of  # noqa: PLC0415

        if any("tbody" in sheet for sheet in written):
            _give_bodies(root)
        rules = rules_of(tuple(reversed(dict.fromkeys(reversed(written)))), lambda: _names(root))
    return Cascade(root, rules if rules and rules.named else None, partial)


def _give_bodies(root: _Element) -> None:
    """Put the rows of tables into a body, as browsers do: rules may name it."""
    for table in root.iter("table"):
        body = None
        for child in list(table):
            if child.tag != "tr":
                body = None
                continue
            if body is None:
                body = table.makeelement("tbody")
                child.addprevious(body)
            body.append(child)


def _at(address: str, sheets: Mapping[str, str]) -> str | None:
    """The style sheet at an address: one that came with the page, or is in the address itself."""
    if not address.lower().startswith("data:"):
        return sheets.get(last_part(address))
    kind, _, written = address.partition(",")
    data = unquote_to_bytes(written)
    if kind.endswith("base64"):
        with suppress(ValueError):
            data = b64decode(data)
    return data.decode("utf-8", "replace")


def _names(root: _Element) -> set[str]:
    """The classes and ids on a page."""
    classes = {name for several in set(_CLASSES(root)) for name in several.split()}
    return classes.union(_IDS(root))


def _with_imports(sheet: str, sheets: Mapping[str, str], depth: int) -> str:
    """A style sheet with those that it imports in their place."""
    if "@import" not in sheet or depth > _IMPORTS:
        return sheet

    def imported(found: re.Match[str]) -> str:
        inner = _at(found[1], sheets) or ""
        return _on(found[2].strip(), _with_imports(inner, sheets, depth + 1))

    return _IMPORT.sub(imported, sheet)


def _on(media: str | None, sheet: str) -> str:
    return f"@media {media} {{ {sheet} }}" if media else sheet


def _upwards(element: _Element) -> Iterator[_Element]:
    yield element
    yield from element.iterancestors()


def _kinds(said: Told, suspects: set[Colour]) -> frozenset[str]:
    is_suspect = suspects and (said.text in suspects or said.back in suspects)
    return said.kinds | {"colour"} if is_suspect else said.kinds


def _in_layers(ruled: Sequence[tuple[float, Sequence[Declaration]]]) -> Iterator[Declaration]:
    """Declarations with the weights of their layers, in the order of all that they weigh.

    What is important in an early layer counts more than in a late one, and what is not, less.
    """
    if len({weight for weight, _ in ruled}) < 2:
        for _, declared in ruled:
            yield from declared
        return
    usual = sorted(ruled, key=itemgetter(0))
    weighty = sorted(ruled, key=lambda said: -said[0])
    yield from (one for _, declared in usual for one in declared if not one[2])
    yield from (one for _, declared in weighty for one in declared if one[2])


def _weighed(declarations: Iterable[tuple[str, str, bool]]) -> Declared:
    """What holds of declarations that come in the order of their weight."""
    usual: dict[str, str] = {}
    important: dict[str, str] = {}
    for name, value, weighs in declarations:
        if name == "all":
            (important if weighs else usual).clear()
        else:
            (important if weighs else usual)[name] = value
    return {**usual, **important}
