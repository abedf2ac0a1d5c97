"""Reads a page's style sheets: the rules that hold for a screen, and which of them may matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import cssselect2
import tinycss2
from attrs import frozen

from govinfo.adapters.html._css import Declaration, declarations
from govinfo.adapters.html._styling import Told, told_by

_SCREEN = 1280.0  # The width of the reader's window, in CSS pixels.
_FEATURE = re.compile(r"\(\s*(min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_DEEPEST = 5

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
        ),
    )
)


Key = tuple[str, str]
"""What names an element in the last part of a selector: `"#"` and an id, `"."` and a class, or
`""` and the element's name, which is `""` for any element."""


class Rule(NamedTuple):
    """A rule that may matter.

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
    """The rules of a page's style sheets.

    Attributes:
        matcher: Gives the declarations of each rule that holds for an element.
        rules: What each rule does.
    """

    matcher: cssselect2.Matcher
    rules: Sequence[Rule]


@lru_cache(maxsize=16)
def rules_of(sheets: tuple[str, ...]) -> Rules:
    """The rules of style sheets that may matter. The pages of a site have the same sheets."""
    matcher = cssselect2.Matcher()
    rules: list[Rule] = []
    for sheet in sheets:
        nodes = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
        for prelude, declared in _on_screen(nodes, 0):
            told = told_by({name: value for name, value, _ in declared})
            for selector in _selectors(prelude):
                pseudo = selector.pseudo_element or ""
                if pseudo not in {"", "before", "after"}:
                    continue
                matcher.add_selector(selector, declared)
                rules.append(Rule(_key(selector), pseudo, told))
    return Rules(matcher, rules)


def _key(selector: cssselect2.CompiledSelector) -> Key:
    if selector.id:
        return "#", selector.id
    if selector.class_name:
        return ".", selector.class_name
    return "", selector.lower_local_name or ""


def _selectors(prelude: object) -> list[Any]:
    try:
        return list(cssselect2.compile_selector_list(prelude))
    except cssselect2.SelectorError:
        return []  # As in a browser: a rule with a selector that is not known is left out.


def _on_screen(nodes: Sequence[Any], depth: int) -> Iterator[tuple[object, list[Declaration]]]:
    """The selectors and declarations of the rules that hold for a screen."""
    for node in nodes:
        if node.type == "qualified-rule":
            declared = [each for each in declarations(node.content) if each[0] in _TELLING]
            if declared:
                yield node.prelude, declared
        elif node.type == "at-rule" and node.content is not None and depth < _DEEPEST:
            holds = node.lower_at_keyword in {"supports", "layer"} or (
                node.lower_at_keyword == "media" and for_screen(tinycss2.serialize(node.prelude))
            )
            if holds:
                inner = tinycss2.parse_rule_list(
                    node.content, skip_comments=True, skip_whitespace=True
                )
                yield from _on_screen(inner, depth + 1)


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
