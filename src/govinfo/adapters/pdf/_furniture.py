"""Page headers, footers and page numbers: what a page repeats around its text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.adapters.pdf._lines import Line
    from govinfo.adapters.pdf._page import Page
    from govinfo.adapters.pdf._tables import Part

_ZONE = 0.15  # share of the page, at its top and bottom, in which furniture stands
_STRIP = 30.0  # points from the edge within which print programs write
_DEEP = 3  # lines of furniture at most on one side
_SAME = 4.0  # points by which a repeated line may move from page to page
_DASHES = r"[-—–－―‐·•~～.\s]*"
_MARKED = re.compile(
    rf"\A(?:[-—–－―‐·•~～]+\s*[\dⅠ-ⅻivxIVX]+\s*{_DASHES}|第\s*[\d一二三四五六七八九十]+\s*页.*"
    r"|\d+\s*[/／]\s*\d+|page\s*\d+.*|共\s*\d+\s*页)",
    re.IGNORECASE,
)
# An address, a date, a page of how many: what print programs write. A page that is printed
# without margins has its own text there.
_PRINTED = re.compile(r"://|\d{4}[-/.年]\s?\d{1,2}(?!\d)|\d\s*[/／]\s*\d|\d\s*页")
_DIGITS = re.compile(r"\d{1,4}")


@frozen(slots=True)
class Sheet:
    """A page taken apart: its tables, and the lines outside of them from top to bottom."""

    page: Page
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]


@frozen(slots=True)
class _Candidate:
    sheet: int
    line: Line
    at_top: bool
    distance: float  # of the line's middle from the near edge of the page
    gap: float  # to what stands next towards the page's middle

    pattern: tuple[bool, str]  # what it has in common with the same line of other pages


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without their headers, footers and page numbers."""
    candidates = [
        candidate for number, sheet in enumerate(sheets) for candidate in _outer(number, sheet)
    ]
    dropped: set[int] = set()
    repeated = _repeated(candidates, len(sheets))
    for number, sheet in enumerate(sheets):
        for at_top in (True, False):
            for candidate in candidates:
                if candidate.sheet != number or candidate.at_top is not at_top:
                    continue
                if not _is_furniture(candidate, sheet.page, repeated, len(sheets)):
                    break
                dropped.add(id(candidate.line))
    return [
        evolve(sheet, lines=tuple(line for line in sheet.lines if id(line) not in dropped))
        for sheet in sheets
    ]


def _outer(number: int, sheet: Sheet) -> Iterator[_Candidate]:
    """The lines near the top, then those near the bottom, the outermost first."""
    height = sheet.page.height
    tops = [part.box[1] for part in sheet.parts]
    bottoms = [part.box[3] for part in sheet.parts]
    first_part, last_part = min(tops, default=height), max(bottoms, default=0.0)
    for at_top, lines in ((True, sheet.lines), (False, sheet.lines[::-1])):
        for index, line in enumerate(islice(lines, _DEEP)):
            distance = line.middle if at_top else height - line.middle
            beyond = line.middle < first_part if at_top else line.middle > last_part
            if distance > _ZONE * height or not beyond:
                break
            inner = lines[index + 1] if index + 1 < len(lines) else None
            if at_top:
                gap = min(first_part, inner.box[1] if inner else height) - line.box[3]
            else:
                gap = line.box[1] - max(last_part, inner.box[3] if inner else 0.0)
            pattern = (at_top, _without_number(line.text, sheet.page.number))
            yield _Candidate(number, line, at_top, distance, gap, pattern)


def _without_number(text: str, page: int) -> str:
    """A line with `#` for the page's number; a line that is a number counts as one."""
    if text.isdigit():
        return "#"
    return _DIGITS.sub(lambda found: "#" if int(found[0]) == page else found[0], text)


def _repeated(candidates: Iterable[_Candidate], n_sheets: int) -> dict[tuple[bool, str], float]:
    """Lines that stand at the same place of several pages, with their distance from the edge."""
    places: dict[tuple[bool, str], list[float]] = {}
    for candidate in candidates:
        places.setdefault(candidate.pattern, []).append(candidate.distance)
    common: dict[tuple[bool, str], float] = {}
    for pattern, distances in places.items():
        usual, _ = Counter(round(distance) for distance in distances).most_common(1)[0]
        near = [distance for distance in distances if abs(distance - usual) <= _SAME]
        if len(near) > 1 and 3 * len(near) >= n_sheets:
            common[pattern] = usual
    return common


def _is_furniture(
    candidate: _Candidate,
    page: Page,
    repeated: dict[tuple[bool, str], float],
    n_sheets: int,
) -> bool:
    usual = repeated.get(candidate.pattern)
    if usual is not None and abs(candidate.distance - usual) <= _SAME:
        return True
    text = candidate.line.text
    if _MARKED.fullmatch(text):
        return True
    if n_sheets == 1 and text == str(page.number) and not candidate.at_top:
        return candidate.gap > 2 * candidate.line.height
    box = candidate.line.box
    edge = box[3] if candidate.at_top else page.height - box[1]
    return (
        edge < _STRIP
        and candidate.gap > candidate.line.height
        and _PRINTED.search(text) is not None
    )
