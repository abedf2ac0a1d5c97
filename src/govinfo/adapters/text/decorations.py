"""What tools put before, behind and between all lines of a text, taken off."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from govinfo.adapters.text.pipes import is_separator
from govinfo.adapters.text.rows import Row

_NUMBERED = re.compile(r"^[ \t]{0,8}(\d{1,5})(?:[:：.|→]|\t| {1,4}(?=\D|$)| {2,4})[ \t]?")
"""The number of a line before it, as editors, pagers and data frames print it."""
_GUTTER = re.compile(r"[ \t]{0,8}\d{1,5}(?:[:：.|→]|\t)?([ \t]*+)")
_TABS = re.compile(r"\t+")
_APART = re.compile(r"\S \d[\d.]{0,12}(?!\S)")
"""A figure behind a single blank."""
_BULLETS = frozenset("-*+•·‣◦▪●○■□◆➢►")
_BULLET = re.compile(rf"^\s{{0,6}}([{re.escape(''.join(sorted(_BULLETS)))}])[ \t\u3000]+(?=\S)")
_AROUND = (('"', '",'), ('"', '"'), ("'", "',"), ("'", "'"), ("", "\\"), ("", ","), ("", ";"))
"""What tools put before and behind every line."""
_FEW = 4
"""Lines, the title of a report among them, that all begin and end alike by no accident."""
_SIGNS = "-*+"
"""Bullets that may also be a figure's sign, or a sign for nothing."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
FEWEST = 10
"""Lines from which what all have in common is no accident."""

_INDENT = re.compile(r"\A(?: *\t *\t| +\t)")
_SEVERAL = 10
"""Lines that are indented by tabs for each that has one behind a text."""
_BREAK = 2
"""Blanks that break a line in Markdown."""


def unwrapped(lines: list[Row]) -> list[Row]:
    """The lines without what a tool put around every one: quotation marks, a comma, a backslash."""
    said = [line.text.strip() for line in lines if line.text.strip()]
    if len(said) < _FEW:
        return lines
    for opening, closing in _AROUND:
        if all(text.startswith(opening) and text.endswith(closing) for text in said):
            return [
                evolve(line, text=_within(line.text.strip(), opening, closing))
                if line.text.strip()
                else line
                for line in lines
            ]
    # Elsewhere a tab is what leads a cell.
    long = len(said) >= FEWEST
    sentences = any("。" in text if long else text.endswith("。") for text in said)
    if sentences and all(line.text.startswith("\t") or not line.text.strip() for line in lines):
        return [evolve(line, text=line.text[1:]) for line in lines]
    return lines


def without_breaks(lines: list[Row]) -> list[Row]:
    """The lines without the two blanks with which all end: so Markdown breaks a line."""
    said = [line.text for line in lines if line.text.strip()]
    if len(said) < FEWEST or any(len(text) - len(text.rstrip(" ")) != _BREAK for text in said):
        return lines
    return [evolve(line, text=line.text[:-_BREAK]) for line in lines]


def without_indent(lines: list[Row]) -> list[Row]:
    """The lines without the blanks with which all begin, or the tabs, where these part nothing."""
    if _is_indented_by_tabs([line.text for line in lines]):
        return [
            line if "\t" in (text := line.text.lstrip()) else evolve(line, text=text)
            for line in lines
        ]
    said = [line.text for line in lines if line.text.strip()]
    indent = min((len(text) - len(text.lstrip(" ")) for text in said), default=0)
    return [evolve(line, text=line.text[indent:]) for line in lines] if indent else lines


def _is_indented_by_tabs(texts: list[str]) -> bool:
    """Whether lines begin with several tabs, or hold nothing else, and hardly any has one behind.

    They are the indentation of a page's source, from which a script took the texts: those of
    its cells stand on lines of their own.
    """
    led = sum(_INDENT.match(text) is not None for text in texts)
    return led >= FEWEST and _SEVERAL * sum("\t" in text.lstrip() for text in texts) < led


def _within(text: str, opening: str, closing: str) -> str:
    """What stands between two marks; the first, where it is doubled there, stands for itself."""
    return text[len(opening) : len(text) - len(closing)].replace(2 * opening, opening)


def single_spaced(lines: list[Row]) -> list[Row]:
    """The lines without the blank ones that a tool put between every two; of more, one is left.

    Only where bars part the cells: elsewhere a blank line may be all that parts them. The dashes
    under a header may stand close to it.
    """
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    bars = sum(lines[at].text.count("|") > 0 for at in said)
    close = [after for at, after in pairwise(said) if after == at + 1]
    if bars < FEWEST or not all(is_separator(lines[at].text) for at in close):
        return lines
    kept: list[Row] = []
    for before, at in pairwise([-1, *said]):
        several = at - before > 2  # lines up to the next, itself included
        kept += [lines[before + 1], lines[at]] if several else [lines[at]]
    return kept


def with_single_tabs(lines: list[Row]) -> list[Row]:
    """The lines with a tab between cells, where there are two between all cells of the text."""
    runs = [run for line in lines if "\t" in line.text for run in _TABS.findall(line.text)]
    if len(runs) < FEWEST or any(len(run) % 2 for run in runs):
        return lines
    return [evolve(line, text=line.text.replace("\t\t", "\t")) for line in lines]


def without_tabs_behind_blanks(lines: list[Row]) -> list[Row]:
    """The lines with a blank between cells, where one stands before nearly every tab.

    A tool that lays a page's letters puts a tab where they are far apart: it does not part a label
    from its first figure, and of blank cells it leaves nothing.
    """
    text = "\n".join(line.text for line in lines if "\t" in line.text)
    tabs, behind = text.count("\t"), text.count(" \t")
    few = behind < FEWEST or 10 * (tabs - behind) > tabs
    if few or "\t \t" in text or not _APART.search(text):
        return lines
    return [evolve(line, text=line.text.replace(" \t", " ").replace("\t", " ")) for line in lines]


def without_numbers(lines: list[Row]) -> list[Row]:
    """The lines without their numbers, where every one has one."""
    said = [line for line in lines if line.text.strip()]
    if not any(_NUMBERED.match(line.text) for line in said[:2]):
        return lines
    numbers = [_NUMBERED.match(line.text) for line in said]
    known = [int(match[1]) for match in numbers if match]
    if len(known) < FEWEST or len(said) - len(known) > 1:
        return lines
    gaps = [after - before for before, after in pairwise(known)]
    blank = len(lines) - len(said)
    if not all(gap >= 1 for gap in gaps) or sum(gaps) > len(gaps) + blank:
        return lines
    # Columns of figures stand below each other still if all lines lose as many blanks.
    ends = [_GUTTER.match(line.text) for line in lines]
    after = [end for end in ends if end is not None and end.end() < len(end.string)]
    blanks = min((len(end[1]) for end in after), default=0)
    return [
        line if end is None else evolve(line, text=line.text[end.start(1) + blanks :])
        for line, end in zip(lines, ends, strict=True)
    ]


def without_bullets(lines: list[Row]) -> list[Row]:
    """The lines without the bullets before them.

    A dash is one if the line before or after begins with a dash too, and one of them has words.
    """
    if not any(line.text.lstrip()[:1] in _BULLETS for line in lines if line.text):
        return lines
    marks = [_BULLET.match(line.text) for line in lines]
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    made = list(lines)
    every = {_mark(marks[at]) or lines[at].text.strip() for at in said}
    if len(said) >= FEWEST and len(every) == 1:
        # A bullet before every line is no line's own, though it be a sign for nothing elsewhere.
        return [
            evolve(line, text="" if mark is None else line.text[mark.end() :])
            for line, mark in zip(lines, marks, strict=True)
        ]
    for before, at, after in zip([-1, *said], said, [*said[1:], -1], strict=False):
        mark = marks[at]
        if mark is None:
            continue
        alike = [
            near for near in (before, at, after) if near >= 0 and _mark(marks[near]) == mark[1]
        ]
        words = any(_HAN.search(lines[near].text) for near in alike)
        if mark[1] not in _SIGNS or (len(alike) > 1 and words):
            made[at] = evolve(lines[at], text=lines[at].text[mark.end() :])
    return made


def _mark(match: re.Match[str] | None) -> str | None:
    return match[1] if match else None
