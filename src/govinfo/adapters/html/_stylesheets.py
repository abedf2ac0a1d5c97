"""Reads a page's style sheets: the rules that hold for a screen, and which of them may matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import cssselect2
import tinycss2
from attrs import frozen

from govinfo.adapters.html._css import (
    Declaration,
    Values,
    declarations,
    outside_brackets,
    px,
    values_of,
    variants,
)
from govinfo.adapters.html._styling import Told, told_by

_SCREEN = {"width": 1280.0, "height": 800.0}  # Of the reader's window, in CSS pixels.
_FEATURE = re.compile(r"(?:(min|max)-)?(?:device-)?(width|height)\s*:\s*(\S+)")
_COMPARED = re.compile(r"[<>]=?")
# What else a media query may ask for, as it is for most readers.
_FEATURES = frozenset(
    (
        *("color", "hover", "any-hover", "pointer", "any-pointer", "grid: 0", "update: fast"),
        *("orientation: landscape", "hover: hover", "any-hover: hover", "pointer: fine"),
        *(
            "any-pointer: fine",
            "prefers-color-scheme: light",
            "monochrome: 0",
            "scripting: enabled",
        ),
        *("prefers-reduced-motion: no-preference", "prefers-contrast: no-preference"),
        *("forced-colors: none", "display-mode: browser", "min-color: 1", "min-resolution: 1dppx"),
    )
)
_NAMES = frozenset(name.partition(":")[0] for name in _FEATURES)
_FOREIGN = ("-ms-", "-moz-", "-o-", "-khtml-")  # of properties and values of other browsers
_ALL = float("inf")
_DEEPEST = 5
_LAYERS = 100  # whose order is kept
_FEW = 8
_PARTS = frozenset(("", "before", "after", "first-letter", "first-line"))
# Shorthands, which are taken apart when their variables are known.
_SHORT = frozenset(("background", "font", "inset", "margin", "padding", "list-style"))
# What other rules may say of the same element, so that a rule hides or raises it.
_ELSEWHERE = {"position": "absolute", "overflow": "hidden", "font-size": "50%"}
_INSIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NAME = re.compile(r"[.#]((?:[\w-]|[^\x00-\x7f]|\\.)+)")
_ATTRIBUTE = re.compile(r"\[\s*+([\w-]++)[^\[\]]*+\][^\s>+~\[]*+$")

# A rule that sets none of these shows or hides nothing.
_TELLING = frozenset(
    (
        *("all", "display", "visibility", "opacity", "content-visibility", "filter", "content"),
        *("position", "left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top"),
        *("margin-right", "padding-left", "padding-right", "float", "overflow", "width", "height"),
        *("max-width", "max-height", "min-width", "clip", "clip-path", "transform", "scale"),
        *("color", "-webkit-text-fill-color", "background-color", "background-image"),
        *("font-size", "vertical-align", "font-variant-position", "text-decoration-line"),
        *(
            "list-style-type",
            "gap",
            "column-gap",
            "justify-content",
            "mso-hide",
            "mso-element",
            "mso-text-raise",
            "unicode-bidi",
            "direction",
            "order",
            "letter-spacing",
        ),
        *(
            "rotate",
            "translate",
            "zoom",
            "line-height",
            "flex-direction",
            "grid-column",
            "grid-row",
        ),
        *("grid-area", "text-shadow", "-webkit-text-stroke-width", "background-clip"),
        *("-webkit-text-security", "animation-name", "mask-image", "mix-blend-mode"),
    )
)


Key = tuple[str, str]
"""What names an element in the last part of a selector: `"#"` and an id, `"."` and a class, `"["`
and an attribute, or `""` and the element's name, which is `""` for any element."""


class Rule(NamedTuple):
    """A selector, and what is declared for the elements that it names.

    Attributes:
        selector: It, as it is written.
        group: All the selectors of the rule: where one is not known, none holds.
        needs: The classes and ids without which it names nothing on a page.
        layer: The weight of the layer that it is in: the later one counts more, none most.
        declared: The declarations that may matter.
        told: What they may do.
    """

    selector: str
    group: str
    needs: frozenset[str]
    layer: float
    declared: Sequence[Declaration]
    told: Sequence[Told]


class Named(NamedTuple):
    """What a rule that holds on a page does.

    Attributes:
        key: What it names.
        pseudo: The part of the element that it names, such as `before`; `""` for all of it.
        told: What it does.
    """

    key: Key
    pseudo: str
    told: Told


@frozen
class Rules:
    """The rules that may name something on a page.

    Attributes:
        matcher: Gives the layer and the declarations of each rule that holds for an element.
        named: What each rule does.
        values: What the variables of the style sheets may stand for.
    """

    matcher: cssselect2.Matcher
    named: Sequence[Named]
    values: Values


def rules_of(sheets: tuple[str, ...], names_of: Callable[[], AbstractSet[str]]) -> Rules:
    """The rules of style sheets that may name something on a page.

    Args:
        sheets: The style sheets.
        names_of: Gives the classes and ids on the page, which many rules are worth asking for.
    """
    matcher = cssselect2.Matcher()
    named: list[Named] = []
    rules, values = _rules(sheets)
    names = names_of() if len(rules) > _FEW else None
    for rule in rules:
        holds = (names is None or rule.needs <= names) and (
            rule.group == rule.selector or _compiled(rule.group)
        )
        for compiled in _compiled(rule.selector) if holds else ():
            pseudo = compiled.pseudo_element or ""
            if pseudo in _PARTS:
                matcher.add_selector(compiled, (rule.layer, rule.declared))
                key = _key(rule.selector, compiled)
                named += [Named(key, pseudo, told) for told in rule.told]
    return Rules(matcher, named, values)


@lru_cache(maxsize=16)
def _rules(sheets: tuple[str, ...]) -> tuple[Sequence[Rule], Values]:
    """The rules of style sheets, and their variables. The pages of a site have the same."""
    found: list[Found] = []
    reader = _SheetReader()
    for sheet in sheets:
        nodes = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
        found += reader.on_screen(nodes, Place())
    values = values_of(each for one in found for each in one.declared)
    rules: list[Rule] = []
    for group, layer, declared in found:
        told = [
            told_by({name: value for name, value, _ in each}, _ELSEWHERE)
            for each in variants(declared, values)
        ]
        weight = reader.weight(layer)
        for selector in map(str.strip, outside_brackets(group, ",".__eq__)):
            needs = frozenset(_NAME.findall(_INSIDE.sub("", selector)))
            rules.append(Rule(selector, group, needs, weight, declared, told))
    return rules, values


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> list[Any]:
    try:
        return list(cssselect2.compile_selector_list(selector))
    except cssselect2.SelectorError:
        return []  # As in a browser: a rule with a selector that is not known is left out.


def _key(selector: str, compiled: cssselect2.CompiledSelector) -> Key:
    if compiled.id:
        return "#", compiled.id
    if compiled.class_name:
        return ".", compiled.class_name
    attribute = _ATTRIBUTE.search(selector)
    if attribute and not compiled.lower_local_name:
        return "[", attribute[1]
    return "", compiled.lower_local_name or ""


class Place(NamedTuple):
    """Where a rule stands in a sheet.

    Attributes:
        depth: How deep it is nested.
        outer: The selectors of the rule around it.
        layer: The names of the layers around it.
    """

    depth: int = 0
    outer: str = ""
    layer: tuple[str, ...] = ()


class Found(NamedTuple):
    """The selectors of a rule, its layers' names, and its declarations."""

    group: str
    layer: tuple[str, ...]
    declared: Sequence[Declaration]


class _SheetReader:
    """Reads the rules of style sheets that hold for a screen, and in what order layers come."""

    def __init__(self) -> None:
        self._layers: list[tuple[str, ...]] = []

    def weight(self, layer: tuple[str, ...]) -> float:
        """What rules in a layer weigh beside others: more in a later one, most in none."""
        if not layer:
            return _ALL
        return self._layers.index(layer) if layer in self._layers else 0

    def on_screen(self, nodes: Iterable[Any], place: Place) -> Iterator[Found]:
        """The rules among what a sheet, or a rule, holds."""
        for node in nodes:
            if node.type == "qualified-rule":
                group = _nested(tinycss2.serialize(node.prelude).strip(), place.outer)
                yield from self._rule(node.content, place._replace(outer=group))
            elif node.type == "at-rule" and place.depth < _DEEPEST:
                yield from self._at_rule(node, place._replace(depth=place.depth + 1))

    def _rule(self, content: Any, place: Place) -> Iterator[Found]:
        """What a rule declares, and the rules in it."""
        declared = [each for each in declarations(content) if _may_tell(each[0])]
        if declared:
            yield Found(place.outer, place.layer, declared)
        is_nested = any(part.type in {"{} block", "at-keyword"} for part in content)
        if place.depth < _DEEPEST and is_nested:
            inner = tinycss2.parse_blocks_contents(
                content, skip_comments=True, skip_whitespace=True
            )
            yield from self.on_screen(inner, place._replace(depth=place.depth + 1))

    def _at_rule(self, node: Any, place: Place) -> Iterator[Found]:
        keyword, prelude = node.lower_at_keyword, tinycss2.serialize(node.prelude).strip()
        if keyword == "layer":
            names = [tuple(name.strip().split(".")) for name in prelude.split(",")]
            anonymous = (f" {len(self._layers)}",)
            layers = [(*place.layer, *(name if prelude else anonymous)) for name in names]
            for layer in layers:
                self._open(layer)
            place = place._replace(layer=layers[0])
        elif keyword == "scope":
            scope = prelude.partition(")")[0].strip("( ")
            place = place._replace(outer=_nested(scope, place.outer) if scope else place.outer)
        elif not (
            (keyword == "supports" and is_supported(prelude))
            or (keyword == "media" and for_screen(prelude))
        ):
            return
        if node.content is None:
            return
        if place.outer:
            yield from self._rule(node.content, place)
            return
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        yield from self.on_screen(inner, place)

    def _open(self, layer: tuple[str, ...]) -> None:
        """Give a layer its place: those in it count less than what stands in it alone."""
        for depth in range(1, len(layer) + 1):
            if layer[:depth] not in self._layers and len(self._layers) < _LAYERS:
                around = layer[: depth - 1]
                at = self._layers.index(around) if around in self._layers else len(self._layers)
                self._layers.insert(at, layer[:depth])


def _may_tell(name: str) -> bool:
    return name in _TELLING or name.startswith("--") or name in _SHORT


def _nested(group: str, outer: str) -> str:
    """The selectors of a rule within another one's, as they would be written outside."""
    if not outer:
        return group
    around = f":is({outer})" if "," in outer else outer
    return ", ".join(
        part.replace("&", around) if "&" in part else f"{around} {part}"
        for part in map(str.strip, outside_brackets(group, ",".__eq__))
    )


def for_screen(media: str) -> bool:
    """Whether a media query holds for a screen of ordinary size."""
    return not media.strip() or any(
        _holds(query, _is_met) for query in outside_brackets(media.lower(), ",".__eq__)
    )


def is_supported(condition: str) -> bool:
    """Whether a browser of today does what is asked for."""
    return bool(_holds(condition.lower(), _is_understood))


def _holds(condition: str, is_met: Callable[[str], bool | None], depth: int = 0) -> bool | None:
    """Whether a condition of terms joined by `and`, `or` and `not` holds; `None` if unknown."""
    if depth > _DEEPEST:
        return None
    words = [word for word in outside_brackets(condition, str.isspace) if word.strip()]
    if words[:1] == ["only"]:
        words = words[1:]
    if words[:1] == ["not"]:
        inner = _holds(" ".join(words[1:]), is_met, depth + 1)
        return None if inner is None else not inner
    if not words:
        return True
    terms = [_is_true(word, is_met, depth) for word in words if word not in {"and", "or"}]
    if "or" in words:
        return any(terms) or (None if None in terms else False)
    return all(terms) if None not in terms else None


def _is_true(term: str, is_met: Callable[[str], bool | None], depth: int) -> bool | None:
    inner = term[1:-1].strip() if term.startswith("(") else term
    if inner != term and inner.startswith(("(", "not ", "not(")):
        return _holds(inner, is_met, depth + 1)
    return is_met(inner)


def _is_met(term: str) -> bool | None:
    """Whether a window is what one term of a media query asks for; `None` if that is unknown."""
    feature = _FEATURE.fullmatch(term)
    if feature:
        asked, size = px(feature[3]), _SCREEN[feature[2]]
        bounds = {"min": (asked or 0) <= size, "max": (asked or 0) >= size}
        return asked is not None and bounds.get(feature[1], asked == size)
    signs = _COMPARED.findall(term)
    if signs:
        sides = [_SCREEN.get(side.strip(), px(side.strip())) for side in _COMPARED.split(term)]
        return all(
            low is not None
            and high is not None
            and (low <= high if sign[0] == "<" else low >= high)
            for (low, high), sign in zip(pairwise(sides), signs, strict=True)
        )
    name, colon, _ = term.partition(":")
    if term in {"all", "screen"} or ": ".join(map(str.strip, term.split(":"))) in _FEATURES:
        return True
    return False if not colon or name.strip().removeprefix("max-") in _NAMES else None


def _is_understood(term: str) -> bool:
    """Whether a browser knows a property and its value, or a selector."""
    name, _, value = term.partition(":")
    if term.startswith("selector("):
        return bool(_compiled(term[len("selector(") :].removesuffix(")")))
    return not (name + value).strip().startswith(_FOREIGN) and bool(declarations(f"{name}:{value}"))
