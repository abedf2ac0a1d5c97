"""Reads CSS: what a style declares, and the lengths and colours that its values stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import tinycss2
from lxml.etree import _Element
from tinycss2.color4 import parse_color

from govinfo.adapters.symbols import PICTURE

Declared = Mapping[str, str]
"""Values by property, in lower case but for `content`; shorthands stand for what they set."""

Declaration = tuple[str, str, bool]
"""A property, its value, and whether it is `!important`."""

Colour = tuple[float, float, float, float]
"""Red, green, blue and alpha, each from 0 to 1."""

_PX = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78}
_PX |= {"rem": 16.0, "ex": 8.0, "ch": 8.0, "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8}
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*|%)")
_MARKS = re.compile(r"[()\[\],\s]")
_IMAGE = re.compile(r"(?:url|gradient|image-set)\(")
_ALIKE = 0.07


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
    if name == "content":
        yield name, value
        return
    value = value.lower()
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
        case "text-decoration":
            yield "text-decoration-line", value
        case "overflow-x" | "overflow-y":
            yield "overflow", value
        case _:
            yield name, value


def content_of(value: str, element: _Element) -> str:
    """The text that a `content` puts beside an element's; a mark where it is no text."""
    shown = ""
    for token in tinycss2.parse_component_value_list(value, skip_comments=True):
        if token.type == "string":
            shown += token.value
        elif token.type == "function" and token.lower_name == "attr":
            name = tinycss2.serialize(token.arguments).strip()
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
        return None
    unit = {**_PX, "em": em, "%": em / 100}.get(found[2])
    return float(found[1]) * unit if unit is not None else None


@lru_cache(maxsize=512)
def colour(value: str) -> Colour | None:
    """The colour that a value or an attribute names; `None` if it names none by itself."""
    bare = re.fullmatch(r"\s*([0-9a-f]{6})\s*", value, re.IGNORECASE)  # As in `bgcolor=ffffff`.
    found = parse_color(f"#{bare[1]}" if bare else value.strip())
    if found is None or isinstance(found, str):
        return None
    red, green, blue, alpha = found.to("srgb")
    return (red, green, blue, alpha)


def alike(one: Colour, other: Colour) -> bool:
    """Whether nobody can tell one colour on the other."""
    return all(abs(a - b) < _ALIKE for a, b in zip(one[:3], other[:3], strict=True))
