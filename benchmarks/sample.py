"""A report in blocks: full tables of edition 2021 and some prose, figures drawn from a seed.

The benchmarks of the formats write it in the markup of theirs. Labels and merged cells are the
template's own. Each seed gives a document of its own, so that what is remembered of one reading
helps the next as it does in a batch of reports: labels come again, figures and bytes do not.
Documents of different forms differ in a label too, so that no layout comes again.
"""

from __future__ import annotations

import ctypes
import gc
import random
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from statistics import median

from attrs import evolve

from govinfo.blocks import Block, Heading, Paragraph, Table
from govinfo.grammar.compile import ColumnSpec, RowSpec, compile_class
from govinfo.render.grid import grid
from govinfo.template.disputes import Disputes
from govinfo.template.narrative import SECTIONS
from govinfo.template.proactive import Proactive2021
from govinfo.template.requests import Requests

Way = Callable[[bytes], object]
"""A way to read a document."""

_TABLES = {"proactive": Proactive2021, "requests": Requests, "disputes": Disputes}
_SENTENCES = (
    "本机关严格执行条例规定，坚持以公开为常态、不公开为例外，及时准确公开各类信息，",
    "健全工作机制，完善平台建设，加强队伍培训，回应社会关切，",
)


LABEL = "规章"
"""The label in which forms differ."""
_TRIM_THRESHOLD = -1
"""`M_TRIM_THRESHOLD` of malloc.h."""
AGAIN = "again of its form"
FIRST = "first of its form"


def blocks(seed: int, paragraphs: int, form: int = 0) -> list[Block]:
    """The report of a form, with so many paragraphs a section of prose."""
    draw = random.Random(seed)  # noqa: S311 - figures of a benchmark
    made: list[Block] = [Heading("云岭市水务局2023年政府信息公开工作年度报告")]
    for section in reversed(SECTIONS[1:]):
        made.append(Heading(section.heading))
        if section.part in _TABLES:
            made.append(_of_form(_table(_TABLES[section.part], draw), form))
        else:
            made += [Paragraph(_prose(draw)) for _ in range(paragraphs)]
    return made


def _of_form(table: Table, form: int) -> Table:
    """The table with a remark at one of its labels, but in the form that is the template's own."""
    cells = (
        evolve(cell, text=in_form(form)) if cell.text == LABEL else cell for cell in table.cells
    )
    return evolve(table, cells=tuple(cells))


def in_form(form: int) -> str:
    """The label in a form."""
    return f"{LABEL}（{form}）" if form else LABEL


def _prose(draw: random.Random) -> str:
    return f"{''.join(_SENTENCES)}全年通过门户网站发布各类信息{draw.randrange(100, 9999)}条。"


def _table(cls: type, draw: random.Random) -> Table:
    grammar = compile_class(cls)
    rows = [row for row in grammar.rows if not row.own]

    def figure(_row: RowSpec, _column: ColumnSpec) -> str:
        # Most figures of most reports are zero.
        return str(draw.choice((0, 0, 0, draw.randrange(1, 10), draw.randrange(10, 3000))))

    return grid(grammar, rows, figure)


def in_turns(
    ways: Mapping[str, Way], documents: Sequence[bytes], warm: Sequence[bytes] = ()
) -> dict[str, list[float]]:
    """Seconds of the processor's time, all threads together, that each way takes a document.

    The ways take turns, so that a busy machine slows all of them; by the clock, the way that
    takes longest would also be interrupted most.

    Args:
        ways: The ways.
        documents: What each reads.
        warm: What each reads before, for its caches to be filled; the first documents by default.
    """
    _keep_memory()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        for document in warm or documents[:3]:
            way(document)
    gc.collect()
    gc.freeze()
    for document in documents:
        for name, way in ways.items():
            # What the way before left to the garbage collector is not this one's cost.
            gc.collect()
            begin = time.process_time()
            way(document)
            taken[name].append(time.process_time() - begin)
    gc.unfreeze()
    return taken


def _keep_memory() -> None:
    """Have glibc keep the memory that is freed.

    Else what one way frees goes back to the system, and the next one, often the floor, pays for
    fetching it page by page: 1.6 ms of 4.2 for a tree of 300 KB.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, 1 << 30)


def print_first(ways: Mapping[str, Way], documents: Sequence[bytes], warm: Sequence[bytes]) -> None:
    """The same of documents each of which is the first of its form; the base is the first way."""
    print(f"{FIRST}:")
    print_ratios(in_turns(ways, documents, warm[:3]), next(iter(ways)))


def print_ratios(taken: dict[str, list[float]], base: str) -> None:
    """A line a way: its best time, and its best and its median as multiples of the base's."""
    for name, times in taken.items():
        best = min(times) / min(taken[base])
        middle = median(times) / median(taken[base])
        print(f"{name:<40} {min(times) * 1000:8.2f} ms {best:7.2f} x best {middle:7.2f} x median")


def installed(ways: Mapping[str, tuple[str, Way]]) -> dict[str, Way]:
    """The ways whose module can be imported; the others are named as not installed."""
    found: dict[str, Way] = {}
    for name, (module, way) in ways.items():
        if find_spec(module):
            found[name] = way
        else:
            print(f"{name:<40} not installed")
    return found
