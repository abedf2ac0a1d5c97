"""From a text to its lines, without what tools put before them, and parted where none were left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.text.decorations import (
    FEWEST,
    single_spaced,
    unwrapped,
    with_single_tabs,
    without_breaks,
    without_bullets,
    without_indent,
    without_numbers,
    without_tabs_behind_blanks,
)
from govinfo.adapters.text.folded import unfolded
from govinfo.adapters.text.markdown import unquoted, with_whole_tags
from govinfo.adapters.text.one_line import parted
from govinfo.adapters.text.page_ends import without_page_ends
from govinfo.adapters.text.rows import Row
from govinfo.blocks import Anchor
from govinfo.source import Limits

_NEWLINE = re.compile(r"\r\n|\n|\r|\u2028|\x85")
_LITTER = re.compile(
    r"\[(?:bookmark|footnote|endnote|comment|shape|chart|object|media|书签)\s*[:：][^\]]*\]",
    re.IGNORECASE,
)
_BLANK = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#x[aA]0|#12288|#x3000);")
_PLACED = re.compile(r"<loc_\d+>|</?(?:doctag|text|otsl|title|section_header_level_\d|list_item)>")
"""Where a block stands on its page, and what it is, as a model that reads pages writes them."""
_BAR = "\u2502"
_BOX = re.compile("[\u2500\u2501\u2503-\u257f]")
_BOLD = re.compile(r"^\s*\*\*([^*]+)\*\*\s*$")
"""A line that is bold as a whole."""


def lines_of(text: str, limits: Limits) -> list[Row]:
    """The lines of a text with their numbers.

    Raises:
        LimitExceeded: A line or the number of lines is over its limit.
    """
    lines: list[Row] = []
    raw = without_breaks(unwrapped(list(_lines(text, limits))))
    for line in without_indent(_whole(single_spaced(without_page_ends(raw)))):
        lines += parted(line)
        if len(lines) > limits.blocks:
            raise limits.exceeded(
                "blocks", f"line {line.anchor.line} parts into lines, which are more"
            )
    return without_bullets(lines)


def _whole(lines: list[Row]) -> list[Row]:
    """The lines that were cut made whole, without their numbers: both may have come first."""
    joined = unfolded(lines)
    told = without_numbers(joined)
    whole = told if told is joined else unfolded(told)
    return without_tabs_behind_blanks(with_single_tabs(whole))


def _lines(text: str, limits: Limits) -> Iterator[Row]:
    page = 1 if "\f" in text else None
    if text.count("\\|") == text.count("|") > FEWEST:
        text = text.replace("\\|", "|")  # a text with bars that became Markdown
    if _BAR in text and not _BOX.search(text):
        text = text.replace(_BAR, "|")  # a drawing's bar, of which nothing else is drawn
    raw = _NEWLINE.split(text)
    if len(raw) > limits.blocks:
        raise limits.exceeded("blocks", f"the text has {len(raw):,} lines, more")
    whole = with_whole_tags(raw) if "<" in text else raw
    for number, line in enumerate(whole, 1):
        if line is None:
            continue
        if len(line) > limits.line:
            raise limits.exceeded("line", f"line {number} has {len(line):,} characters, more")
        if "\f" in line:
            page = (page or 1) + line.count("\f")
            if page > limits.pages:
                raise limits.exceeded("pages", "the text has more pages")
            line = line.replace("\f", "")  # noqa: PLW2901 - the line without its page break
        yield Row(unquoted(_plain(line)).replace("｜", "|"), Anchor(page=page, line=number))


def _plain(line: str) -> str:
    """A line as its author wrote it, without what programs have put into it."""
    if "[" in line:
        line = _LITTER.sub("", line)
    if "&" in line:
        line = _BLANK.sub("\u00a0", line)
    if "<loc_" in line:
        line = _PLACED.sub("", line)
    return _BOLD.sub(r"\1", line) if "**" in line else line
