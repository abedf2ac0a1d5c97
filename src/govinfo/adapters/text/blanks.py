"""Cells on lines of their own where blank lines stand for the blank ones.

Some tools write every cell as a paragraph, a blank one too: it leaves an empty paragraph. All
cells are as far from each other, and a further gap says how many blank ones stand between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from govinfo.adapters.text.rows import HEADING, Part, Row, is_empty

_LONG = 80
"""Characters of a cell, at most."""
_FIGURE = re.compile(r"[-+]?[\d０-９][\d０-９,.]*(?:[件条次项万元]{0,2})")
_FEWEST = 6
"""Figures from which lines are cells of a table."""
_GAPS = 3
"""Of so many wide gaps one at least must stand before a figure, or they part rows."""
Run = list[tuple[int, Row]]


def spaced_cells(lines: Sequence[Row]) -> Mapping[int, tuple[list[Part], int]]:
    """By the line in which they begin: cells, blank ones among them, and the line after them."""
    if not any(map(is_empty, lines)):
        return {}
    found: dict[int, tuple[list[Part], int]] = {}
    for run in _runs(lines):
        cells = _cells(run) if len(run) > _FEWEST else []
        if cells:
            found[run[0][0]] = (cells, run[-1][0] + 1)
    return found


def _runs(lines: Sequence[Row]) -> Iterator[Run]:
    """Lines that may be cells, between headings and running text."""
    run: Run = []
    for at, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            continue
        drawn = "|" in text or "\t" in line.text
        if drawn or len(text) > _LONG or "。" in text or HEADING.match(text):
            yield run
            run = []
        else:
            run.append((at, line))
    yield run


def _cells(run: Run) -> list[Part]:
    """The cells of a run; none if its gaps do not tell blank ones."""
    if sum(_is_figure(line) for _, line in run) < _FEWEST:
        return []
    gaps = [after - before for (before, _), (after, _) in pairwise(run)]
    usual = Counter(gaps).most_common(1)[0][0]
    wide = [
        (gap - usual, _is_figure(line))
        for gap, (_, line) in zip(gaps, run[1:], strict=True)
        if gap > usual
    ]
    if not wide or len(wide) * 2 > len(gaps) or min(gaps) < usual:
        return []
    one = min(gap for gap, _ in wide)
    if any(gap % one for gap, _ in wide) or sum(before for _, before in wide) * _GAPS < len(wide):
        return []
    cells: list[Part] = []
    for gap, (_, line) in zip([usual, *gaps], run, strict=True):
        cells += [("", line.anchor)] * ((gap - usual) // one)
        cells.append((line.text.strip(), line.anchor))
    return cells


def _is_figure(line: Row) -> bool:
    return _FIGURE.fullmatch(line.text.strip()) is not None
