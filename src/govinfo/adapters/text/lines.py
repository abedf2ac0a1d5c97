"""From a text to its lines, without what tools put before them, and parted where none were left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from govinfo.adapters.text.folded import unfolded
from govinfo.adapters.text.markdown import unquoted
from govinfo.adapters.text.page_ends import without_page_ends
from govinfo.adapters.text.rows import HEADING, Row
from govinfo.blocks import Anchor
from govinfo.source import Limits

_NEWLINE = re.compile(r"\r\n|\n|\r|\u2028|\x85")
_LITTER = re.compile(
    r"\[(?:bookmark|footnote|endnote|comment|shape|chart|object|media|书签)\s*[:：][^\]]*\]",
    re.IGNORECASE,
)
_BLANK = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#x[aA]0|#12288|#x3000);")
_BOLD = re.compile(r"^\s*\*\*([^*]+)\*\*\s*$")
"""A line that is bold as a whole."""
_NUMBERED = re.compile(r"^[ \t]{0,8}(\d{1,5})(?:[:：.|→]|\t| {1,4}(?=\D|$)| {2,4})[ \t]?")
"""The number of a line before it, as editors, pagers and data frames print it."""
_GUTTER = re.compile(r"[ \t]{0,8}\d{1,5}(?:[:：.|→]|\t)?([ \t]*+)")
_FEWEST_NUMBERS = 10
_TABS = re.compile(r"\t+")
_BULLETS = frozenset("-*+•·‣◦▪●○■□◆➢►")
_BULLET = re.compile(rf"^\s{{0,6}}([{re.escape(''.join(sorted(_BULLETS)))}])[ \t\u3000]+(?=\S)")
_AROUND = (('"', '",'), ('"', '"'), ("'", "',"), ("'", "'"), ("", "\\"), ("", ","), ("", ";"))
"""What tools put before and behind every line."""
_SIGNS = "-*+"
"""Bullets that may also be a figure's sign, or a sign for nothing."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_PARTS = {**dict.fromkeys("\t|;；#~^¦&$@*,", 60), " ": 30}
"""What parts the cells of a report that is all one line, and from how many on: more than a row."""
_THOUSANDS = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:,\d{3})++(?!\d)")
_LARGE = re.compile(r",\s*\d{4,}\s*(?=,)")
"""A cell whose thousands are not set off."""
_BARS = " |\u00a0\u3000"
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
_RUN_TOGETHER = re.compile(
    r"\d(?:[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十]、|\d[.．、][^\d\s])"
)
"""A figure and the ordinal of the next row, with nothing between them."""
_FEWEST_TOGETHER = 6


def lines_of(text: str, limits: Limits) -> list[Row]:
    """The lines of a text with their numbers.

    Raises:
        LimitExceeded: A line or the number of lines is over its limit.
    """
    lines: list[Row] = []
    raw = _unwrapped(list(_lines(text, limits)))
    for line in _whole(_single_spaced(without_page_ends(raw))):
        lines += _parted(line)
        if len(lines) > limits.blocks:
            raise limits.exceeded(
                "blocks", f"line {line.anchor.line} parts into lines, which are more"
            )
    return _without_bullets(lines)


def _unwrapped(lines: list[Row]) -> list[Row]:
    """The lines without what a tool put around every one: quotation marks, a comma, a backslash."""
    said = [line.text.strip() for line in lines if line.text.strip()]
    if len(said) < _FEWEST_NUMBERS:
        return lines
    for opening, closing in _AROUND:
        if all(text.startswith(opening) and text.endswith(closing) for text in said):
            return [
                evolve(line, text=_within(line.text.strip(), opening, closing))
                if line.text.strip()
                else line
                for line in lines
            ]
    sentences = any(text.endswith("。") for text in said)
    if sentences and all(line.text.startswith("\t") or not line.text.strip() for line in lines):
        return [evolve(line, text=line.text[1:]) for line in lines]
    return lines


def _within(text: str, opening: str, closing: str) -> str:
    """What stands between two marks; the first, where it is doubled there, stands for itself."""
    return text[len(opening) : len(text) - len(closing)].replace(2 * opening, opening)


def _single_spaced(lines: list[Row]) -> list[Row]:
    """The lines without the blank ones that a tool put between every two; of more, one is left.

    Only where bars part the cells: elsewhere a blank line may be all that parts them.
    """
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    bars = sum(lines[at].text.count("|") > 0 for at in said)
    if bars < _FEWEST_NUMBERS or any(after == at + 1 for at, after in pairwise(said)):
        return lines
    kept: list[Row] = []
    for before, at in pairwise([-1, *said]):
        several = at - before > 2  # lines up to the next, itself included
        kept += [lines[before + 1], lines[at]] if several else [lines[at]]
    return kept


def _whole(lines: list[Row]) -> list[Row]:
    """The lines that were cut made whole, without their numbers: both may have come first."""
    joined = unfolded(lines)
    told = _without_numbers(joined)
    cut_before = joined is lines and told is not lines
    return _with_single_tabs(unfolded(told) if cut_before else told)


def _with_single_tabs(lines: list[Row]) -> list[Row]:
    """The lines with a tab between cells, where there are two between all cells of the text."""
    runs = [run for line in lines if "\t" in line.text for run in _TABS.findall(line.text)]
    if len(runs) < _FEWEST_NUMBERS or any(len(run) % 2 for run in runs):
        return lines
    return [evolve(line, text=line.text.replace("\t\t", "\t")) for line in lines]


def _lines(text: str, limits: Limits) -> Iterator[Row]:
    page = 1 if "\f" in text else None
    if text.count("\\|") == text.count("|") > _FEWEST_NUMBERS:
        text = text.replace("\\|", "|")  # a text with bars that became Markdown
    raw = _NEWLINE.split(text)
    if len(raw) > limits.blocks:
        raise limits.exceeded("blocks", f"the text has {len(raw):,} lines, more")
    for number, line in enumerate(raw, 1):
        if len(line) > limits.line:
            raise limits.exceeded("line", f"line {number} has {len(line):,} characters, more")
        if "\f" in line:
            page = (page or 1) + line.count("\f")
            if page > limits.pages:
                raise limits.exceeded("pages", "the text has more pages")
            line = line.replace("\f", "")  # noqa: PLW2901 - the line without its page break
        if "[" in line:
            line = _LITTER.sub("", line)  # noqa: PLW2901 - the line as its author wrote it
        if "&" in line:
            line = _BLANK.sub("\u00a0", line)  # noqa: PLW2901 - likewise
        if "**" in line:
            line = _BOLD.sub(r"\1", line)  # noqa: PLW2901 - likewise
        yield Row(unquoted(line).replace("｜", "|"), Anchor(page=page, line=number))


def _parted(line: Row) -> Iterator[Row]:
    """A line, or the cells and paragraphs of a report that is all one line.

    It may stand between bars: a page that is laid out in a table holds it in one of its cells.
    """
    together = sum(1 for _ in _RUN_TOGETHER.finditer(line.text)) >= _FEWEST_TOGETHER
    if len(line.text) > _SHORT and "<t" not in line.text and not together:
        inner = line.text.strip(_BARS)
        alone = evolve(line, text=inner) if "|" not in inner else line
        parts = _cells(alone) or list(_at_headings(alone))
        if len(parts) > 1:
            yield from parts
            return
    yield line


def _cells(line: Row) -> list[Row]:
    """The cells and paragraphs of a report that is all one line; none if it is no such line."""
    over, text = _below_title(line.text)
    for sign, many in _PARTS.items():
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
    parts = [] if "|" in text or "\t" in text else text.split()
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
    """The text in parts; a blank in brackets parts none."""
    if sign == " ":
        text = _BRACKETS.sub(_unparted, text)
    if sign == "," and _LARGE.search(text) is None:
        # Thousands may be set off: then `8,973` is one cell or two, and is left as it is.
        text = _THOUSANDS.sub(lambda figure: figure[0].replace(",", "，"), text)
    return [part for part in text.split(sign) if part.strip()]


def _unparted(bracketed: re.Match[str]) -> str:
    """A text in brackets with blanks that part nothing, if no row's figures stand within it."""
    text = bracketed[0]
    return text if _FIGURES.search(text) else text.replace(" ", "\u3000")


def _without_numbers(lines: list[Row]) -> list[Row]:
    """The lines without their numbers, where every one has one."""
    said = [line for line in lines if line.text.strip()]
    if not any(_NUMBERED.match(line.text) for line in said[:2]):
        return lines
    numbers = [_NUMBERED.match(line.text) for line in said]
    known = [int(match[1]) for match in numbers if match]
    if len(known) < _FEWEST_NUMBERS or len(said) - len(known) > 1:
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


def _without_bullets(lines: list[Row]) -> list[Row]:
    """The lines without the bullets before them.

    A dash is one if the line before or after begins with a dash too, and one of them has words.
    """
    if not any(line.text.lstrip()[:1] in _BULLETS for line in lines if line.text):
        return lines
    marks = [_BULLET.match(line.text) for line in lines]
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    made = list(lines)
    every = {_mark(marks[at]) or lines[at].text.strip() for at in said}
    if len(said) >= _FEWEST_NUMBERS and len(every) == 1:
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
