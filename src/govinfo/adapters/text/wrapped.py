"""Rows of a pipe table that were broken to fit a width, whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from govinfo.adapters.text.rows import HEADING, Row, is_empty
from govinfo.adapters.text.terminal import terminal_columns

_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"\A\|(?=[\s:|]*+-)[\s:|-]*+")
_LONGEST = 2000
"""Lines of a table, at most."""
_WIDEST = 40
"""Bars of a row, at most, that are tried where no line of dashes tells how many there are."""
_REST = 2
"""Lines that a cell at which the text was cut off may leave after the last bar."""
_OF_A_CELL = 3
"""Lines of a cell, at most, that bars on lines of their own part from others."""
_FEW = 3
"""Broken lines from which their ends tell how they were broken."""


def unwrapped(lines: Sequence[Row], start: int) -> tuple[list[Row], int] | None:
    """The rows that begin in a line, and the line after the last; `None` if none is broken.

    Every row must then have as many cells as the line of dashes under the header, or, where
    there is none, as every other.
    """
    if not lines[start].text.lstrip().startswith("|"):
        return None
    end = start
    while end < min(len(lines), start + _LONGEST) and not is_empty(lines[end]):
        end += 1
    texts = [line.text.strip() for line in lines[start:end]]
    if all(_is_whole(text) for text in texts):
        return None
    drawn = next((at for at, text in enumerate(texts) if _DASHES.fullmatch(text)), None)
    if drawn is None:
        return _of_one_width(lines, start)
    dashes = texts[drawn]
    for text in texts[drawn + 1 :]:
        if text.strip("-:| ") or (dashes.endswith("|") and text.startswith("|")):
            break
        dashes += text
    width = len(_BAR.findall(dashes))
    rows = _rows(lines[start:end], width, "" if _are_full(lines[start:end]) else " ")
    return None if rows is None else (rows, end)


def _of_one_width(lines: Sequence[Row], start: int) -> tuple[list[Row], int] | None:
    """The rows, if with some number of bars they all are whole, and end where the bars do."""
    end = _end_of_bars(lines, start, spaced=False)
    texts = [line.text.strip() for line in lines[start:end]]
    if all(map(_is_whole, texts)):
        return None
    between = "" if _are_full(lines[start:end]) else " "
    most = max(3, *(len(_BAR.findall(text)) for text in texts))
    widths = range(most, _WIDEST)
    # A blank line between the cells of a row looks like one between two tables.
    for stop in dict.fromkeys((end, _end_of_bars(lines, start, spaced=True))):
        rows = _first_of_widths(lines[start:stop], widths, between)
        if rows is not None:
            return rows, stop
        if len(lines) - stop <= _REST:
            rows = _first_of_widths(lines[start:], widths, between, cut_off=True)
            if rows is not None:
                return rows, len(lines)
    rows = _between_bars(lines[start:end], between)
    return None if rows is None else (rows, end)


def _end_of_bars(lines: Sequence[Row], start: int, *, spaced: bool) -> int:
    """The line after the last that bars tell to be of a table's rows.

    Args:
        lines: The lines.
        start: The first.
        spaced: Whether a blank line before one with a bar may stand within a row.
    """
    end, goes_on = start, False
    while end < min(len(lines), start + _LONGEST):
        if is_empty(lines[end]):
            if not (spaced and end + 1 < len(lines) and "|" in lines[end + 1].text):
                break
        elif not (goes_on or "|" in lines[end].text or _is_cell(lines, end)):
            break
        goes_on = not is_empty(lines[end]) and not lines[end].text.rstrip().endswith("|")
        end += 1
    return end


def _first_of_widths(
    lines: Sequence[Row], widths: Iterable[int], between: str, *, cut_off: bool = False
) -> list[Row] | None:
    """The rows of the first width of which the lines make several."""
    made = (_rows(lines, width, between, cut_off=cut_off) for width in widths)
    return next((rows for rows in made if rows is not None and len(rows) > 1), None)


def _is_cell(lines: Sequence[Row], at: int) -> bool:
    """Whether a line without a bar is in a cell that one on a line of its own ends."""
    for line in lines[at : at + _OF_A_CELL + 1]:
        text = line.text.strip()
        if "|" in text or is_empty(line) or text.endswith("。") or HEADING.match(text):
            return bool(text) and not text.strip("|")
    return False


def _between_bars(lines: Sequence[Row], between: str) -> list[Row] | None:
    """The rows from a bar to a bar, if none has a number of cells that no other has.

    Several tables stand under each other: a line that no bar ends goes on in the next, and so does
    one before a line that no bar begins.
    """
    rows: list[Row] = []
    for line in lines:
        text = line.text.strip()
        if rows and not (rows[-1].text.endswith("|") and text.startswith("|")):
            rows[-1] = evolve(rows[-1], text=f"{rows[-1].text}{between}{text}")
        else:
            rows.append(evolve(line, text=text))
    if not all(_is_whole(row.text) for row in rows):
        return None
    widths = Counter(len(_BAR.findall(row.text)) for row in rows)
    return rows if min(widths.values()) > 1 else None


def _is_whole(text: str) -> bool:
    return text.startswith("|") and text.endswith("|")


def _are_full(lines: Sequence[Row]) -> bool:
    """Whether lines were broken where they were full, even amid a word or a number."""
    texts = [line.text for line in lines]
    broken = [
        terminal_columns(text) for text, after in pairwise(texts) if not after.startswith("|")
    ]
    return len(broken) >= _FEW and max(broken) - min(broken) <= 1


def _rows(
    lines: Sequence[Row], bars: int, between: str, *, cut_off: bool = False
) -> list[Row] | None:
    """The rows of so many bars; `None` if the lines make no such rows.

    Where the text was cut off, its last row may end within a cell.
    """
    rows: list[Row] = []
    text, anchor = "", lines[0].anchor
    for line in lines:
        if not text and is_empty(line):
            continue
        anchor = anchor if text else line.anchor
        text = f"{text}{between}{line.text.strip()}" if text else line.text.strip()
        found = len(_BAR.findall(text))
        if found > bars or not text.startswith("|"):
            return None
        if found == bars and text.endswith("|"):
            rows.append(Row(text, anchor))
            text = ""
    text = text.rstrip()
    if not text:
        return rows
    return [*rows, Row(text, anchor)] if cut_off and not text.endswith("|") else None
