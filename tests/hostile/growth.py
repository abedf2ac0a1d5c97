"""How the work on lines of each kind grows: `python tests/hostile/growth.py [KIND …]`.

Each kind is read at n, 2n and 4n lines; a ratio of about 2 is linear work, 4 is quadratic.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import govinfo
from hostile.corpus import REPORT

_LINES = 1_500
_WORTH = 0.2
"""Seconds for so many lines that are worth a closer look."""
_LINEAR = 2.6
_UNITS = {
    "blank": "", "text": "公开信息", "long": "公开" * 60, "tab-led": "\t甲", "tab": "\t",
    "tabs": "\t\t", "tab row": "甲\t1\t2", "tab-ended": "甲\t", "tab both": "\t甲\t",
    "pipe": "|甲|1|", "pipe mark": "|", "pipe rule": "|--|--|", "pipes bare": "甲 | 1",
    "plus": "+--+--+", "dashes": "--- ---", "dash": "---", "equals": "=== ===", "box": "│甲│1│",
    "box rule": "├─┼─┤", "box top": "┌─┬─┐", "box end": "└─┴─┘", "commas": "甲,1,2",
    "quote": '甲,"1,2', "wide": "甲    1    2", "blanks": "        甲", "fence": "```",
    "figure": "12", "figures": "1 2 3", "label": "（一）予以公开",
    "row": "（一）予以公开 1 2 3 4 5 6 7", "heading": "一、总体情况",
    "section": "三、收到和处理政府信息公开申请情况",
    "title": "某市某局2023年政府信息公开工作年度报告", "hash": "# 一、总体情况", "setext": "====",
    "item": "第二十条第（一）项", "header": "信息内容\t本年制发件数", "date": "2023年1月1日",
    "claim": "2023年，收到申请3件，予以公开2件。", "comment": "<!--", "tag": "<table>",
    "tag row": "<tr><td>1", "end tag": "</table>", "wiki": "{|", "wiki row": "|-",
    "latex": "\\begin{tabular}{ll}", "latex row": "甲 & 1 \\\\", "image": "![",
    "contents": "一、总体情况……3", "pair": "发布机构：某局", "nan": "0  NaN  1",
    "unit": "单位：件", "table name": "表1", "ordinal": "1\t甲", "total": "总计",
    "form feed": "\f", "quote mark": "> 甲", "star": "* 甲", "asciidoc": "|===", "bar end": "甲|",
    "number cell": "1|2|3", "plus letter": "+a+",
}  # fmt: skip


def kinds() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Name and maker of each kind: a line over and over, two by turns, or in a report."""
    for (one, first), (other, second) in product(_UNITS.items(), repeat=2):
        name = one if one == other else f"{one}, {other}"
        yield name, partial(_repeated, "", f"{first}\n{second}\n", "")
    for one, first in _UNITS.items():
        yield f"{one}, then others", partial(_repeated, REPORT, f"{first}\n", "x\ty\n")
        yield f"{one} parted", partial(_repeated, "", f"{first}\n\n\n", "")


def _repeated(start: str, unit: str, end: str, lines: int) -> str:
    return start + unit * (lines // unit.count("\n")) + end


def work(text: str) -> float:
    """Seconds of processor time that reading and checking takes."""
    start = time.process_time()
    with contextlib.suppress(govinfo.GovInfoError):
        govinfo.parse(text.encode(), format="text").check()
    return time.process_time() - start


def main() -> None:
    """Print the kinds whose work grows by more than lines do; those that are named, in any case."""
    asked = sys.argv[1:]
    work(REPORT)
    for name, make in kinds():
        if asked and name not in asked:
            continue
        if not asked and work(make(_LINES)) < _WORTH:
            continue
        times = [work(make(size)) for size in (_LINES, 2 * _LINES, 4 * _LINES)]
        ratios = [after / max(before, 0.001) for before, after in pairwise(times)]
        if asked or min(ratios) > _LINEAR:
            told = " ".join(f"{ratio:.1f}" for ratio in ratios)
            print(f"{times[-1]:6.2f} s  {told}  {name}", flush=True)  # noqa: T201 - a script


if __name__ == "__main__":
    main()
