"""Elements and numbers of OFD's markup. Its producers disagree on the namespace, not on names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from govinfo.adapters.pdf._shapes import Matrix

_FARTHEST = 1e7  # millimetres; no page is as large, and sums of such numbers stay finite
_FEWEST_OF_A_MATRIX = 6


def name_of(element: _Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element | None, *names: str) -> Iterator[_Element]:
    """The child elements of these names."""
    return (one for one in (() if element is None else element) if name_of(one) in names)


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first child element of one of these names."""
    return next(children(element, *names), None)


def text_of(element: _Element | None) -> str:
    """An element's text without white space around it."""
    return "" if element is None else (element.text or "").strip()


def is_so(element: _Element, name: str, *, otherwise: bool) -> bool:
    """An attribute that is true or false."""
    value = element.get(name, "").strip().lower()
    return value in ("true", "1") if value else otherwise


def number(text: str | None, otherwise: float) -> float:
    """A number.

    Raises:
        CorruptDocument: It is none.
    """
    return next(iter(numbers(text)), otherwise)


def numbers(text: str | None, least: int = 0) -> tuple[float, ...]:
    """Numbers with blanks between them; none, or `least` and more.

    Raises:
        CorruptDocument: They are fewer, or one is none, or too large for any page.
    """
    if not text:
        return ()
    try:
        found = tuple(map(float, text.replace(",", " ").split()))
    except ValueError as error:
        raise CorruptDocument(f"{text[:40]!r} are no numbers") from error
    if not all(abs(one) < _FARTHEST for one in found) or 0 < len(found) < least:
        raise CorruptDocument(f"{text[:40]!r} are no numbers of a page")
    return found


def matrix_of(element: _Element) -> Matrix | None:
    """An object's own matrix, if it has one."""
    found = numbers(element.get("CTM"), _FEWEST_OF_A_MATRIX)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if found else None
