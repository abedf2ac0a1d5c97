"""Reads a page's style sheets: the rules that hold for a screen, and which of them may matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, NamedTuple

import cssselect2
import tinycss2
from attrs import frozen

from govinfo.adapters.html._css import Declaration, declarations, outside_brackets
from govinfo.adapters.html._styling import Told, told_by

_SCREEN = 1280.0  # The width of the reader's window, in CSS pixels.
_FEATURE = re.compile(r"\(\s*(min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_DEEPEST = 5
_FEW = 8
# What other rules may say of the same element, so that a rule hides or raises it.
_ELSEWHERE = {"position": "absolute", "overflow": "hidden", "font-size": "50%"}
_INSIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NAME = re.compile(r"[.#]((?:[\w-]|[^\x00-\x7f]|\\.)+)")
_ATTRIBUTE = re.compile(r"\[\s*+([\w-]++)[^\[\]]*+\][^\s>+~\[]*+$")

# A rule that sets none of these shows or hides nothing.
_TELLING = frozenset(
    (
        *("display", "visibility", "opacity", "content-visibility", "filter", "content"),
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
        declared: The declarations that may matter.
        told: What they do.
    """

    selector: str
    group: str
    needs: frozenset[str]
    declared: Sequence[Declaration]
    told: Told


class Named(NamedTuple):
    """What a rule that holds on a page does.

    Attributes:
        key: What it names.
        pseudo: `before`, `after`, or `""`.
        told: What it does.
    """

    key: Key
    pseudo: str
    told: Told


@frozen
class Rules:
    """The rules that may name something on a page.

    Attributes:
        matcher: Gives the declarations of each rule that holds for an element.
        named: What each rule does.
    """

    matcher: cssselect2.Matcher
    named: Sequence[Named]


def rules_of(sheets: tuple[str, ...], names_of: Callable[[], AbstractSet[str]]) -> Rules:
    """The rules of style sheets that may name something on a page.

    Args:
        sheets: The style sheets.
        names_of: Gives the classes and ids on the page, which many rules are worth asking for.
    """
    matcher = cssselect2.Matcher()
    named: list[Named] = []
    rules = _rules(sheets)
    names = names_of() if len(rules) > _FEW else None
    for rule in rules:
        holds = (names is None or rule.needs <= names) and (
            rule.group == rule.selector or _compiled(rule.group)
        )
        for compiled in _compiled(rule.selector) if holds else ():
            pseudo = compiled.pseudo_element or ""
            if pseudo in {"", "before", "after"}:
                matcher.add_selector(compiled, rule.declared)
                named.append(Named(_key(rule.selector, compiled), pseudo, rule.told))
    return Rules(matcher, named)


@lru_cache(maxsize=16)
def _rules(sheets: tuple[str, ...]) -> Sequence[Rule]:
    """The rules of style sheets. The pages of a site have the same."""
    rules: list[Rule] = []
    for sheet in sheets:
        nodes = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
        for group, declared in _on_screen(nodes, 0):
            told = told_by({name: value for name, value, _ in declared}, _ELSEWHERE)
            for selector in map(str.strip, outside_brackets(group, ",".__eq__)):
                needs = frozenset(_NAME.findall(_INSIDE.sub("", selector)))
                rules.append(Rule(selector, group, needs, declared, told))
    return rules


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


def _on_screen(
    nodes: Sequence[Any], depth: int, outer: str = ""
) -> Iterator[tuple[str, list[Declaration]]]:
    """The selectors and declarations of the rules that hold for a screen.

    Args:
        nodes: What a sheet, or a rule, holds.
        depth: How deep it is nested.
        outer: The selectors of the rule around it.
    """
    for node in nodes:
        if node.type == "qualified-rule":
            group = _nested(tinycss2.serialize(node.prelude).strip(), outer)
            declared = [each for each in declarations(node.content) if each[0] in _TELLING]
            if declared:
                yield group, declared
            if depth < _DEEPEST and any(part.type == "{} block" for part in node.content):
                inner = tinycss2.parse_blocks_contents(
                    node.content, skip_comments=True, skip_whitespace=True
                )
                yield from _on_screen(inner, depth + 1, group)
        elif node.type == "at-rule" and node.content is not None and depth < _DEEPEST:
            holds = node.lower_at_keyword in {"supports", "layer"} or (
                node.lower_at_keyword == "media" and for_screen(tinycss2.serialize(node.prelude))
            )
            if holds:
                inner = tinycss2.parse_rule_list(
                    node.content, skip_comments=True, skip_whitespace=True
                )
                yield from _on_screen(inner, depth + 1, outer)


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
    return not media.strip() or any(map(_holds, media.lower().split(",")))


def _holds(query: str) -> bool:
    turned = query.split()[:1] == ["not"]
    wanted = re.sub(r"^\s*(?:only|not)\b", "", query)
    holds = all(_is_met(term.strip()) for term in re.split(r"\band\b", wanted))
    return holds != turned


def _is_met(term: str) -> bool:
    feature = _FEATURE.fullmatch(term)
    if not feature:
        return term in {"", "all", "screen"}
    width = float(feature[2]) * (1 if feature[3] == "px" else 16)
    return width <= _SCREEN if feature[1] == "min" else width >= _SCREEN
