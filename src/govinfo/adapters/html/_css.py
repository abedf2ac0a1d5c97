"""Reads CSS: what a style declares, and the lengths and colours that its values stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import prod

import tinycss2
from lxml.etree import _Element
from tinycss2.ast import Node
from tinycss2.color4 import Color, parse_color

from govinfo.adapters.symbols import PICTURE

Declared = Mapping[str, str]
"""Values by property, in lower case but for `content`; shorthands stand for what they set."""

Declaration = tuple[str, str, bool]
"""A property, its value, and whether it is `!important`."""

Values = Mapping[str, Sequence[str]]
"""What each variable may stand for, by its name: so many values as are thought of."""

Colour = tuple[float, float, float, float]
"""Red, green, blue and alpha, each from 0 to 1."""

_PX = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78}
_PX |= {"rem": 16.0, "ex": 8.0, "ch": 8.0, "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8}
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)([a-z]*|%)")
_MARKS = re.compile(r"[()\[\],\s]")
_IMAGE = re.compile(r"(?:url|gradient|image-set)\(")
_ALIKE = 0.07
_EXTREME = 0.02
VARIABLE = "var("
"""What a value of a variable begins with."""
_VARIANTS = 6  # Values of a variable that are thought of.
_DEEPEST = 4  # How deep variables may stand for one another, and brackets nest,
_MOST = 4  # and how many stand in one value.
_RECKONED = re.compile(r"(?:calc|min|max|clamp)\(")
_INHERITED = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))
_SYSTEM = {"canvas": "white", "canvastext": "black"}
# A browser leaves out a declaration of a value that it does not know: the one before holds.
_KNOWN = {
    "display": frozenset(
        (
            *("none", "block", "inline", "inline-block", "list-item", "flow-root", "contents"),
            *("flex", "inline-flex", "grid", "inline-grid", "flow", "run-in", "ruby", "ruby-text"),
            *("table", "inline-table", "table-row", "table-cell", "table-row-group", "math"),
            *("table-header-group", "table-footer-group", "table-caption", "table-column"),
            *("table-column-group", "-webkit-box", "-webkit-inline-box", "-webkit-flex"),
            *("-webkit-inline-flex", "-ms-flexbox", "-ms-inline-flexbox", "-moz-box"),
        )
    ),
    "visibility": frozenset(("visible", "hidden", "collapse")),
    "position": frozenset(("static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky")),
}
_LENGTHS = frozenset(("font-size", "left", "right", "top", "bottom", "text-indent", "margin-left"))
_SIZES = frozenset(
    (
        *("auto", "smaller", "larger", "medium", "large", "x-large", "xx-large", "xxx-large"),
        *("small", "x-small", "xx-small", "normal", "math"),
    )
)
_SIDES = ("top", "right", "bottom", "left")
_LOGICAL = {
    "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right",
    "padding-inline-start": "padding-left",
    "padding-inline-end": "padding-right",
    "margin-block-start": "margin-top",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
    "overflow-x": "overflow",
    "overflow-y": "overflow",
    "overflow-inline": "overflow",
    "overflow-block": "overflow",
    "text-decoration": "text-decoration-line",
    "-webkit-clip-path": "clip-path",
    "-webkit-transform": "transform",
    "-ms-transform": "transform",
    "-webkit-filter": "filter",
    "-webkit-mask-image": "mask-image",
    "-webkit-mask": "mask-image",
    "mask": "mask-image",
    "-webkit-background-clip": "background-clip",
    "-webkit-text-stroke": "-webkit-text-stroke-width",
    "-webkit-animation": "animation-name",
    "animation": "animation-name",
}
"""Properties that set another one, which stands for them here."""


def declarations(nodes: object) -> list[Declaration]:
    """The declarations in a style, or in a rule's content, in order, shorthands taken apart."""
    parsed = tinycss2.parse_blocks_contents(nodes, skip_comments=True, skip_whitespace=True)
    return [
        (name, value, bool(node.important))
        for node in parsed
        if node.type == "declaration"
        for name, value in _longhands(node.lower_name, tinycss2.serialize(node.value).strip())
    ]


@lru_cache(maxsize=1024)
def inline(style: str) -> tuple[Declaration, ...]:
    """The declarations of a `style` attribute."""
    return tuple(declarations(style))


def substituted(
    declared: Iterable[Declaration], value_of: Callable[[str], str | None]
) -> Iterator[Declaration]:
    """Declarations with values in their variables' place; those without a value are left out.

    Args:
        declared: The declarations.
        value_of: Gives the value of a variable; `None` if it has none.
    """
    for name, value, weighs in declared:
        if VARIABLE not in value:
            yield name, value, weighs
            continue
        whole = _with_variables(value, value_of, 0)
        if whole is not None:
            for longhand, part in _longhands(name, whole.strip()):
                yield longhand, part, weighs


def values_of(declared: Iterable[Declaration]) -> Values:
    """What variables may stand for by these declarations."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, value, _ in declared:
        if name.startswith("--"):
            found[name].add(value)
    return {name: sorted(values)[: _VARIANTS - 1] for name, values in found.items()}


def variants(declared: Sequence[Declaration], values: Values) -> Iterator[Sequence[Declaration]]:
    """Declarations with each value that their variables may stand for."""
    if not any(VARIABLE in value for _, value, _ in declared):
        yield declared
        return
    before: Sequence[Declaration] | None = None
    for at in range(_VARIANTS):

        def value_of(name: str, at: int = at) -> str | None:
            # A variable without a value has what is given in its stead.
            options = [*values.get(name, ()), None]
            return options[min(at, len(options) - 1)]

        each = list(substituted(declared, value_of))
        if each == before:
            return
        yield each
        before = each


def _with_variables(value: str, value_of: Callable[[str], str | None], depth: int) -> str | None:
    """A value with those of its variables; `None` if one has none."""
    if depth > _DEEPEST or value.count(VARIABLE) > _MOST:
        return None
    parts = []
    for node in tinycss2.parse_component_value_list(value):
        if node.type != "function":
            parts.append(node.serialize())
            continue
        inner: str | None
        if node.lower_name != "var":
            inner = _with_variables(tinycss2.serialize(node.arguments), value_of, depth + 1)
            inner = None if inner is None else f"{node.name}({inner})"
        else:
            name, comma, instead = tinycss2.serialize(node.arguments).partition(",")
            inner = value_of(name.strip())
            if inner is None and comma:
                inner = instead
            if inner is not None and VARIABLE in inner:
                inner = _with_variables(inner, value_of, depth + 1)
        if inner is None:
            return None
        parts.append(inner)
    return "".join(parts)


def outside_brackets(text: str, parts: Callable[[str], bool]) -> list[str]:
    """A text parted at some of white space and commas, where no bracket is open."""
    found = []
    start = depth = 0
    for mark in _MARKS.finditer(text):
        at, char = mark.start(), mark[0]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif depth <= 0 and parts(char):
            if at > start:
                found.append(text[start:at])
            start = at + 1
    return [*found, text[start:]]


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that a declaration sets, as far as any of them tells what is seen."""
    if name == "content" or name.startswith("--") or VARIABLE in value.lower():
        yield name, value
        return
    name = _LOGICAL.get(name, name)
    value = value.lower()
    if not _is_known(name, value):
        return
    parts = outside_brackets(value.strip(), str.isspace)
    match name:
        case "background":
            colours = [part for part in parts if parse_color(part) is not None]
            yield "background-color", colours[0] if colours else "transparent"
            yield "background-image", value if _IMAGE.search(value) else "none"
        case "font":
            sizes = [part.partition("/")[0] for part in parts]
            yield from [("font-size", size) for size in sizes if px(size) is not None][-1:]
        case "margin" | "padding":
            yield f"{name}-right", parts[min(1, len(parts) - 1)]
            yield f"{name}-left", parts[-1] if len(parts) != 3 else parts[1]
        case "list-style":
            yield "list-style-type", "none" if "none" in parts else value
        case "margin-inline" | "padding-inline":
            space = name.partition("-")[0]
            yield from ((f"{space}-left", parts[0]), (f"{space}-right", parts[-1]))
        case "inset":
            sides = [*parts, *parts[: 4 - len(parts)]] if len(parts) != 3 else [*parts, parts[1]]
            yield from zip(_SIDES, (sides * 4)[:4], strict=True)
        case "flex-flow":
            yield from (("flex-direction", part) for part in parts if "-rev" in part)
        case _:
            yield name, value


def _is_known(name: str, value: str) -> bool:
    """Whether a browser knows a value of a property, as far as others may hide text."""
    if value in _INHERITED:
        return True
    if name in _KNOWN:
        return set(value.split()) <= _KNOWN[name]
    if name in {"color", "background-color", "-webkit-text-fill-color"}:
        return "(" in value or colour(value) is not None or value == "currentcolor"
    if name == "opacity":
        return "(" in value or px(value) is not None
    return name not in _LENGTHS or px(value) is not None or "(" in value or value in _SIZES


def content_of(value: str, element: _Element) -> str:
    """The text that a `content` puts beside an element's; a mark where it is no text."""
    shown = ""
    for token in tinycss2.parse_component_value_list(value, skip_comments=True):
        if token.type == "string":
            shown += token.value
        elif token.type == "function" and token.lower_name == "attr":
            name = tinycss2.serialize(token.arguments).partition(",")[0].strip()
            shown += element.get(name) or ""
        elif token.type in {"url", "function"}:
            shown += PICTURE  # An image, or a counter.
    # Fonts of icons draw what Unicode leaves to them.
    return "".join(char for char in shown if not "\ue000" <= char <= "\uf8ff")


def px(value: str, em: float = 16.0) -> float | None:
    """The CSS pixels of a length; `None` if it is none.

    Args:
        value: A number, with its unit or in per cent of the font's size.
        em: The font's size.
    """
    found = _LENGTH.fullmatch(value)
    if not found:
        return _reckoned(value, em) if "(" in value and _RECKONED.match(value) else None
    unit = {**_PX, "em": em, "%": em / 100}.get(found[2])
    return float(found[1]) * unit if unit is not None else None


def _reckoned(value: str, em: float) -> float | None:
    """The CSS pixels of what `calc`, `min`, `max` or `clamp` give; `None` if that is unclear."""
    nodes = tinycss2.parse_component_value_list(value)
    return _sum(nodes, em, 0) if len(nodes) == 1 else None


def _sum(nodes: Iterable[Node], em: float, depth: int) -> float | None:
    """The sum of terms with signs between them."""
    terms: list[list[Node]] = [[]]
    signs = [1.0]
    for node in nodes:
        if node.type == "literal" and node.value in {"+", "-"} and terms[-1]:
            signs.append(-1.0 if node.value == "-" else 1.0)
            terms.append([])
        elif node.type not in {"whitespace", "comment"}:
            terms[-1].append(node)
    found = [_product(term, em, depth) for term in terms]
    known = [one for one in found if one is not None]
    return sum(map(prod, zip(signs, known, strict=True))) if len(known) == len(terms) else None


def _product(nodes: Iterable[Node], em: float, depth: int) -> float | None:
    """The product of factors."""
    result, divides = 1.0, False
    for node in nodes:
        if node.type == "literal" and node.value in {"*", "/"}:
            divides = node.value == "/"
            continue
        factor = _factor(node, em, depth)
        if factor is None or (divides and not factor):
            return None
        result = result / factor if divides else result * factor
    return result


def _factor(node: Node, em: float, depth: int) -> float | None:
    if node.type in {"() block", "function"} and depth < _DEEPEST:
        inner = node.content if node.type == "() block" else node.arguments
        parts: list[list[Node]] = [[]]
        for each in inner:
            if each.type == "literal" and each.value == ",":
                parts.append([])
            else:
                parts[-1].append(each)
        found = [_sum(part, em, depth + 1) for part in parts]
        known = [one for one in found if one is not None]
        name = node.lower_name if node.type == "function" else ""
        if len(known) < len(found):
            return None
        if name == "clamp" and len(known) == 3:
            return max(known[0], min(known[1], known[2]))
        pick = {"max": max, "min": min}.get(name)
        return pick(known) if pick else known[0] if len(known) == 1 else None
    return px(node.serialize(), em) if node.type in {"dimension", "percentage", "number"} else None


@lru_cache(maxsize=512)
def colour(value: str) -> Colour | None:
    """The colour that a value or an attribute names; `None` if it names none by itself."""
    bare = re.fullmatch(r"\s*([0-9a-f]{6})\s*", value, re.IGNORECASE)  # As in `bgcolor=ffffff`.
    named = value.strip().lower()
    found = parse_color(f"#{bare[1]}" if bare else _SYSTEM.get(named, named))
    if found is None or isinstance(found, str):
        return None
    try:
        red, green, blue, alpha = found.to("srgb")
    except NotImplementedError:
        return _extreme(found)
    return (red, green, blue, alpha)


def _extreme(found: Color) -> Colour | None:
    """White or black, given in a space that is not turned into another; `None` for the rest."""
    first, *others = (part or 0.0 for part in found.coordinates)
    light = first / (100 if found.space in {"lab", "lch"} else 1)
    if found.space not in {"lab", "lch", "oklab", "oklch"}:
        light = sum((first, *others)) / 3
    grey = round(light)
    return (grey, grey, grey, found.alpha) if abs(light - grey) < _EXTREME else None


def alike(one: Colour, other: Colour) -> bool:
    """Whether nobody can tell one colour on the other."""
    return all(abs(a - b) < _ALIKE for a, b in zip(one[:3], other[:3], strict=True))
