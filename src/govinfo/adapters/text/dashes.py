"""Tables over whose columns a line of dashes is drawn, as pandoc and reStructuredText do.

    指标       单位   统计数
    ---------- ------ --------
    收到申请数 件     45

Where full lines of dashes stand over and under the table, a row may run over several lines, and
blank lines part the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govinfo.adapters.text.drawing import canvas_of, text_of
from govinfo.adapters.text.markdown import plain
from govinfo.adapters.text.rows import HEADING, Found, Part, Row, is_empty, table_of

_RUNS = re.compile(r"\A(?=.*?([-=])\1\1)\s*\1+(?:\s+\1{2,})+\s*")
"""Runs of dashes side by side. Two dashes are a sign for nothing: one run at least is longer."""
_FULL = re.compile(r"\A\s*-{10,}\s*")
_TWO = re.compile(r"\d[^\s\d]*\s{2,}[-+]?\d")
"""Figures that a gap parts."""
_RUN = re.compile(r"[-=]+")
_HEAD = 12
"""Lines of a header, at most."""
_LONGEST = 1000
"""Lines of a table, at most."""


def dashed_table(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table whose columns a line of dashes tells: this line, the next, or one in its header."""
    full = _FULL.fullmatch(lines[start].text) is not None
    under = next(
        (
            at
            for at in range(start, min(start + (_HEAD if full else 2), len(lines)))
            if _RUNS.fullmatch(lines[at].text)
        ),
        None,
    )
    if under is None or (not full and is_empty(lines[start])):
        return (), start
    if under + 1 == len(lines) or _RUNS.fullmatch(lines[under + 1].text):
        return (), start
    begins = [run.start() for run in _RUN.finditer(lines[under].text)]
    end = _end(lines, under, full=full)
    if not all(_keeps(line, begins) for line in lines[start + full : end]):
        return (), start
    several = full or any(is_empty(line) for line in lines[under + 1 : end])
    head = [line for line in lines[start + full : under] if not is_empty(line)]
    rows = [_row(head, begins)] if head else []
    rows += [_row(group, begins) for group in _groups(lines[under + 1 : end], several=several)]
    if not rows:
        return (), start
    closed = end < len(lines) and not is_empty(lines[end])
    return [table_of(rows, number, aligned=True)], end + closed


def _end(lines: Sequence[Row], under: int, *, full: bool) -> int:
    """The line that ends the table: a line of dashes, or, where rows are lines, a blank one."""
    drawn = lines[under].text.strip()
    if not full and drawn.startswith("-"):
        for at in range(under + 1, min(under + _LONGEST, len(lines))):
            if lines[at].text.strip() == drawn:
                return at
            if HEADING.match(lines[at].text.strip()):
                break
    at = under + 1
    while at < len(lines):
        text = lines[at].text
        if _FULL.fullmatch(text) if full else (is_empty(lines[at]) or _closes(lines, at)):
            return at
        at += 1
    return at


def _closes(lines: Sequence[Row], at: int) -> bool:
    """Whether a line of dashes is the last: the first of two more stands under the header."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return _RUNS.fullmatch(lines[at].text) is not None and (after is None or is_empty(after))


def _groups(lines: Sequence[Row], *, several: bool) -> Iterator[list[Row]]:
    group: list[Row] = []
    for line in lines:
        if _RUNS.fullmatch(line.text):
            continue
        if group and (not several or is_empty(line)):
            yield group
            group = []
        if not is_empty(line):
            group.append(line)
    if group:
        yield group


def _keeps(line: Row, begins: Sequence[int]) -> bool:
    """Whether no word of a line runs over into the next column, and no column has two figures."""
    canvas = canvas_of(line.text)
    over = any(text_of(canvas[at - 1 : at]) for at in begins if 0 < at <= len(canvas))
    return not over and not any(
        _TWO.search(canvas[a:b]) for a, b in pairwise([*begins, len(canvas)]) if a < b
    )


def _row(lines: Sequence[Row], begins: Sequence[int]) -> list[Part]:
    canvas = [canvas_of(line.text) for line in lines]
    last = max(map(len, canvas))
    return [
        (
            plain("\n".join(filter(None, (text_of(line[a:b]) for line in canvas)))),
            lines[0].anchor,
        )
        for a, b in pairwise([*begins, last])
    ]
