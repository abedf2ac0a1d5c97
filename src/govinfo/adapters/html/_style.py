"""What a page's own style says about showing an element: inline, or by a simple rule."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_MEDIA = re.compile(r"@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DISPLAY = re.compile(r"(?<![\w-])display\s*:\s*([\w-]+)", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|text-decoration(?:-line)?\s*:[^;]*\bline-through\b|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(?:comment|header|footer)(?:-list)?(?![\w-])"
    # For readers of the screen aloud, and for search engines: cut to nothing, or off the page.
    r"|clip\s*:\s*rect\((?:\s*[01](?:px)?[\s,]*){4}\)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px|pt|em))",
    re.IGNORECASE,
)
NO_SIZE = "no size"
"""How text is displayed of which nothing is seen."""
# What holds other elements may show these all the same: they may have a size of their own.
_NO_SIZE = re.compile(
    r"(?<![\w-])font-size\s*:\s*0+(?:\.0*)?(?![\d.])(?:px|pt|em|rem|%)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
# One of these is in all that the patterns look for.
_CLUES = (
    *("display", "visibility", "line-through", "mso-hide", "mso-element", "list-style"),
    *("clip", "-999", "vertical-align"),
)
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|sub)(?![\w-])", re.IGNORECASE)
_LISTS = frozenset(("*", "ol", "li", "ol li"))
_SIMPLE = re.compile(r"([a-zA-Z][\w-]*)?([.#])([\w-]+)")
_NAMES = re.compile(r"[.#]([\w-]+)")

Selector = tuple[str, str, str]
"""Element name in lower case or `""`, `"."` or `"#"`, class or id."""


@frozen
class Styles:
    """How a page's `<style>` elements display what a class or an id names.

    Attributes:
        display: The last `display` of each simple selector; `none` for what is not seen.
        unnumbered: Whether lists are printed without numbers.
        raising: The classes and ids that raise or lower text, as notes' numbers are.
        named: Every class and id that either has.
    """

    display: dict[Selector, str] = field(factory=dict)
    unnumbered: bool = False
    raising: frozenset[str] = frozenset()
    named: frozenset[str] = field(init=False)

    @named.default
    def _names(self) -> frozenset[str]:
        return self.raising.union(name for _, _, name in self.display)

    @classmethod
    def of(cls, sheets: Iterable[str]) -> Styles:
        """Read the style sheets, leaving out what is for printers or for narrow screens."""
        telling = tuple(filter(_tells, sheets))
        known = sum(map(len, telling)) < _SHORT_SHEETS
        return (_known_styles if known else _styles)(telling)

    def raises(self, element: _Element) -> bool:
        """Whether an element's text is raised or lowered."""
        if _RAISED.search(element.get("style") or ""):
            return True
        names = (*(element.get("class") or "").split(), element.get("id"))
        return bool(self.raising) and not self.raising.isdisjoint(names)

    def names(self, *shown: str) -> set[str]:
        """The classes and ids that are displayed in one of these ways."""
        return {name for (_, _, name), how in self.display.items() if how in shown}

    def displayed(self, element: _Element) -> str:
        """How an element is displayed: `none`, `table-cell`, …; `""` if no style says."""
        return displayed_inline(element) or (self._by_rule(element) if self.display else "")

    def _by_rule(self, element: _Element) -> str:
        names = (element.get("class") or "").split()
        identity = element.get("id") or ""
        if identity not in self.named and self.named.isdisjoint(names):
            return ""  # Nearly every element.
        keys = [(".", name) for name in names]
        keys.append(("#", identity))
        found = (
            self.display.get((tag, kind, name))
            for kind, name in reversed(keys)
            for tag in (str(element.tag), "")
        )
        return next((shown for shown in found if shown is not None), "")


def _styles(sheets: tuple[str, ...]) -> Styles:
    rules = list(_rules(sheets))
    unnumbered = any(
        _UNNUMBERED.search(style) and not _LISTS.isdisjoint(selectors) for selectors, style in rules
    )
    raising = {
        simple[3]
        for selectors, style in rules
        if _RAISED.search(style)
        for selector in selectors
        if (simple := _SIMPLE.fullmatch(selector))
    }
    return Styles(_displays(rules), unnumbered, frozenset(raising))


# The pages of a site have the same style sheets.
_SHORT_SHEETS = 50_000
_known_styles = lru_cache(maxsize=16)(_styles)


def displayed_inline(element: _Element) -> str:
    """How an element's own `style` attribute displays it; `""` if it does not say."""
    style = element.get("style")
    if not style:
        return ""
    return (_known_style if len(style) < _SHORT_STYLE else _displayed)(style)


def _displayed(style: str) -> str:
    if _UNSEEN.search(style):
        return "none"
    if _NO_SIZE.search(style):
        return NO_SIZE
    own = _DISPLAY.search(style)
    return own[1].lower() if own else ""


# A page has few styles, each on many elements.
_SHORT_STYLE = 1000
_known_style = lru_cache(maxsize=256)(_displayed)


def _tells(sheet: str) -> bool:
    """Whether anything in a style sheet matters here: what Word writes is long and does not."""
    lowered = sheet.lower()
    return any(clue in lowered for clue in _CLUES)


def _rules(sheets: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    """The selectors of each rule, and what the rule says."""
    for sheet in sheets:
        css = _MEDIA.sub(_for_screens, _COMMENT.sub("", sheet))
        for rule in _RULE.finditer(css):
            yield [selector.strip() for selector in rule[1].split(",")], rule[2]


def _displays(rules: Iterable[tuple[list[str], str]]) -> dict[Selector, str]:
    """How each simple selector is displayed."""
    displays: dict[Selector, str] = {}
    contested: set[str] = set()
    for selectors, style in rules:
        display = _DISPLAY.search(style)
        shown = "none" if _UNSEEN.search(style) else display and display[1].lower()
        for selector in selectors if shown else ():
            simple = _SIMPLE.fullmatch(selector)
            if simple:
                element, kind, name = simple.groups("")
                displays[element.lower(), kind, name] = shown or ""
            elif shown != "none":
                # `.tab.current {display: block}`: whether `.tab` is seen is not sure.
                contested.update(_NAMES.findall(selector))
    return {key: how for key, how in displays.items() if how != "none" or key[2] not in contested}


def _for_screens(media: re.Match[str]) -> str:
    """The rules in a media block, where it holds for any screen."""
    return media[2] if media[1].strip().lower() in {"screen", "all"} else ""
