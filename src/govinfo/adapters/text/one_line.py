"""A report that is all one line, parted into its title, headings and cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from govinfo.adapters.text.rows import HEADING, Row

_MANY, _MANY_BLANKS = 60, 30
"""Signs from which they part the cells of a report that is all one line: more than a row has."""
_BETWEEN = re.compile(r"(?<=[\d０-９/]) ?([^\w\s.．:：、|/()（）+-]) ?(?=[\d０-９/])")
"""What stands between two figures, or blank cells, and with which no figure or label is written."""
_KEPT = "\ue000"
"""What stands for a sign that parts nothing while the others part."""
_THOUSANDS = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:,\d{3})++(?!\d)")
_LARGE = re.compile(r",\s*\d{4,}\s*(?=,)")
"""A cell whose thousands are not set off."""
_WIDE_BLANKS = str.maketrans("\u00a0\u3000", "  ")
_BARS = " |"
"""What stands before and after the only cell of a row."""
_RULES = frozenset("|\u2502\u2503\u2551")
"""What parts cells that blanks do not."""
_FEWEST_HEADINGS = 3
"""Headings within a line from which it is a whole report."""
_FIGURE = re.compile(r"[-+]?[\d０-９][\d０-９,.]*")
_FEWEST_FIGURES = 8
_TITLE = re.compile(r"[^。，\d]{0,30}\d{4}[^。，]{1,40}?报告\s")
"""The title of a report with which a line of it begins, blanks within it or not."""
_SHORT = 100
"""Characters of a line that holds no more than a row."""
_FIGURES = re.compile(r"\s\d[\d,.]*\s+\d[\d,.]*\s")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_NOTATION = re.compile(r"<t|<fcel>|\\begin\{|^\s*[\[(][\[({]")
"""What a line holds that is a table in some notation, which tells its cells itself."""


def parted(line: Row) -> Iterator[Row]:
    """A line, or the cells and paragraphs of a report that is all one line.

    It may stand between bars: a page that is laid out in a table holds it in one of its cells.
    """
    if len(line.text) > _SHORT and not _NOTATION.search(line.text):
        inner = line.text.translate(_WIDE_BLANKS).strip(_BARS)
        alone = evolve(line, text=inner) if "|" not in inner else line
        parts = _cells(alone) or list(_at_headings(alone))
        if len(parts) > 1:
            yield from parts
            return
    yield line


def _cells(line: Row) -> list[Row]:
    """The cells and paragraphs of a report that is all one line; none if it is no such line."""
    over, text = _below_title(line.text)
    found = [sign for sign, _ in Counter(_BETWEEN.findall(text)).most_common(1)]
    for sign in ("\t", "|", *found, " "):
        many = _MANY_BLANKS if sign == " " else _MANY
        drawn = sign == " " and not _RULES.isdisjoint(text)
        if drawn or text.count(sign) < many:
            continue
        parts = _split(text, sign)
        figures = sum(_FIGURE.fullmatch(part.strip()) is not None for part in parts)
        if len(parts) >= many and figures >= _FEWEST_FIGURES:
            return [Row(part.strip(), line.anchor) for part in (*over, *parts)]
    return []


def _below_title(text: str) -> tuple[list[str], str]:
    """The title with which a line begins, if it does, and the rest of it."""
    title = _TITLE.match(text)
    return ([title[0].strip()], text[title.end() :]) if title else ([], text)


def _at_headings(line: Row) -> Iterator[Row]:
    """A line, parted at the headings of a report that is all one line and has no table.

    What stands between two headings is one line; before the first a title may stand.
    """
    over, text = _below_title(line.text)
    parts = [] if "|" in text else text.split()
    heads = [at for at, part in enumerate(parts) if HEADING.match(part)]
    if len(heads) < (1 if over else _FEWEST_HEADINGS):
        yield line
        return
    yield from (Row(part, line.anchor) for part in (*over, *parts[: heads[0]]))
    for at, end in pairwise([*heads, len(parts)]):
        yield Row(parts[at], line.anchor)
        if end > at + 1:
            yield Row(" ".join(parts[at + 1 : end]), line.anchor)


def _split(text: str, sign: str) -> list[str]:
    """The text in parts; a sign in brackets parts none."""
    text = _BRACKETS.sub(lambda bracketed: _unparted(bracketed[0], sign), text)
    if sign == "," and _LARGE.search(text) is None:
        # Thousands may be set off: then `8,973` is one cell or two, and is left as it is.
        text = _THOUSANDS.sub(lambda figure: figure[0].replace(",", "，"), text)
    return [part.replace(_KEPT, _kept(sign)) for part in text.split(sign) if part.strip()]


def _unparted(text: str, sign: str) -> str:
    """A text in brackets with signs that part nothing, if no row's figures stand within it."""
    return text if _FIGURES.search(text) else text.replace(sign, _KEPT)


def _kept(sign: str) -> str:
    """How a sign is written that parts nothing: a blank that parts no words."""
    return "\u3000" if sign == " " else sign
