"""The numbers that a browser prints before the entries of an `<ol>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govinfo.adapters.list_numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)


class ListMarkers:
    """Counts the entries of one list."""

    __slots__ = ("_count", "_print", "_step")

    def __init__(self, count: int, step: int, printer: Callable[[int], str]) -> None:
        self._count = count
        self._step = step
        self._print = printer

    @classmethod
    def of(cls, element: _Element) -> ListMarkers:
        """The numbering of an `<ol>` element, as its attributes and its style say."""
        style = _STYLE.search(element.get("style") or "")
        names = style[1].lower().split() if style else [element.get("type") or "1"]
        printer = next((_PRINTERS[name] for name in names if name in _PRINTERS), _decimal)
        backwards = element.get("reversed") is not None
        first = len(element.findall("li")) if backwards else 1
        return cls(_number(element.get("start"), first), -1 if backwards else 1, printer)

    def next(self, entry: _Element) -> str:
        """What is printed before the next entry."""
        self._count = _number(entry.get("value"), self._count)
        printed = self._print(self._count)
        self._count += self._step
        return printed


def _number(written: str | None, default: int) -> int:
    found = re.match(r"\s*(-?[0-9]{1,9})", written or "")
    return int(found[1]) if found else default


def _decimal(number: int) -> str:
    return f"{number}. "


def _chinese(number: int) -> str:
    return f"{formatted(number, 'chineseCountingThousand')}、"


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    return formatted(number, "upperRoman")


_PRINTERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("1", "decimal"), _decimal),
    "decimal-leading-zero": lambda number: f"{number:02}. ",
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), _chinese
    ),
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), lambda number: f"{_letters(number)}. "),
    **dict.fromkeys(
        ("A", "upper-alpha", "upper-latin"), lambda number: f"{_letters(number).upper()}. "
    ),
    **dict.fromkeys(("i", "lower-roman"), lambda number: f"{_roman(number).lower()}. "),
    **dict.fromkeys(("I", "upper-roman"), lambda number: f"{_roman(number)}. "),
    **dict.fromkeys(("none", "disc", "circle", "square"), lambda _number: ""),
}
