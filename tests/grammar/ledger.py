"""What the reader says of damaged documents, written down: `python tests/grammar/ledger.py`.

The properties of `test_layouts.py` forbid a silent error. They do not notice a reader that grows
timid, or that says the wrong thing. The ledger does: for each document it holds how many figures
came back, how many stayed blank, which findings there were, and a digest of all that was read.
Whoever changes the reader on purpose writes the ledger again and reads the difference.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import evolve

sys.path.insert(0, str(Path(__file__).parents[1]))

import govinfo
import layouts
from grammar import test_layouts as known
from layouts import Drawn, Line

LEDGER = Path(__file__).with_name("ledger.json")
Damage = Callable[[random.Random, Drawn], Drawn]


def nothing(_: random.Random, table: Drawn) -> Drawn:
    """The table as it is."""
    return table


def blanks(chance: random.Random, table: Drawn) -> Drawn:
    """A third of the figures are not printed."""
    return _texts(table, lambda text, label: text if label or chance.random() < 0.66 else "")


def labels(chance: random.Random, table: Drawn) -> Drawn:
    """Some labels lose letters, or have others instead."""

    def worn(text: str, label: bool) -> str:
        if not label or chance.random() < 0.8:
            return text
        size = len(text)
        drop = chance.sample(range(size), size // 5)
        replace = dict.fromkeys(chance.sample(range(size), size // 6), "某")
        return layouts.damaged(text, drop=drop, replace=replace)

    return _texts(table, worn)


def glued(chance: random.Random, table: Drawn) -> Drawn:
    """Figures run together."""
    return layouts.glue(table, sorted(chance.sample(range(1, 15), 3)))


def headless(_: random.Random, table: Drawn) -> Drawn:
    """The header is lost."""
    return layouts.without_header(table)


def cells(chance: random.Random, table: Drawn) -> Drawn:
    """Some cells are lost, and those behind move up."""
    return _lines(table, lambda line: evolve(line, cells=_fewer(chance, line)))


def rows(chance: random.Random, table: Drawn) -> Drawn:
    """Some rows are lost, but for the labels of groups that begin in them."""

    def lost(line: Line) -> Line:
        if chance.random() < 0.8:
            return line
        return evolve(line, cells=tuple(cell for cell in line.cells if cell.rowspan > 1))

    return _lines(table, lost)


def unlabelled(chance: random.Random, table: Drawn) -> Drawn:
    """Some rows have no label."""

    def bare(line: Line) -> Line:
        if chance.random() < 0.8:
            return line
        return evolve(line, cells=tuple(evolve(c, text="") if c.label else c for c in line.cells))

    return _lines(table, bare)


def dressed(chance: random.Random, table: Drawn) -> Drawn:
    """Figures with units, notes, in other widths, or no figures at all."""
    dresses = ("{}件", "{}（含重复1件）", " {} ", "０{}", "/", "约{}", "{}%", "{},000", "无")

    def clad(text: str, label: bool) -> str:
        if label or not text or chance.random() < 0.7:
            return text
        return chance.choice(dresses).format(text)

    return _texts(table, clad)


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (nothing, blanks, labels, glued, headless, cells, rows, unlabelled, dressed)
}


def _texts(table: Drawn, change: Callable[[str, bool], str]) -> Drawn:
    return _lines(
        table,
        lambda line: evolve(
            line, cells=tuple(evolve(c, text=change(c.text, c.label)) for c in line.cells)
        ),
    )


def _lines(table: Drawn, change: Callable[[Line], Line]) -> Drawn:
    return evolve(
        table, lines=tuple(change(line) if line.kind == "row" else line for line in table.lines)
    )


def _fewer(chance: random.Random, line: Line) -> tuple[layouts.Cell, ...]:
    figures = [cell for cell in line.cells if not cell.label]
    if chance.random() < 0.7 or len(figures) < 2:
        return line.cells
    gone = chance.choice(figures)
    return tuple(
        evolve(cell, column=cell.column - 1) if cell.column > gone.column else cell
        for cell in line.cells
        if cell is not gone
    )


def documents() -> Iterator[tuple[str, str, Mapping[str, layouts.Value], str]]:
    """Name, part, true figures and text of each document."""
    writers = {**known.KEEP_BLANKS, **known.DROP_BLANKS}
    for table in known.TABLES:
        for at, (layout, writer) in enumerate(writers.items()):
            for number, (damage, change) in enumerate(DAMAGES.items()):
                seed = 1000 * at + number
                truth = layouts.sound(table.cls, seed, three_rows=table.three_rows)
                drawn = change(random.Random(seed), layouts.drawn(table.cls, truth))
                text = layouts.report({table.part: writer(drawn)})
                yield f"{table.name} | {layout} | {damage}", table.part, truth, text


def entry(part: str, truth: Mapping[str, layouts.Value], text: str) -> str:
    """What is read of a document, in a line."""
    report = govinfo.parse(text.encode())
    facts = [fact for path, fact in report.facts.items() if path.startswith(f"{part}.")]
    found = {fact.path: fact.value for fact in facts}
    right = sum(found.get(path) == value for path, value in truth.items())
    blank = sum(found.get(path) is None and value is not None for path, value in truth.items())
    about = [said for said in report.diagnostics if said.path.partition(".")[0] == part]
    codes = Counter(said.code for said in about)
    detail = [
        *((f.path, str(f.value), f.raw, f.note, str(f.anchor)) for f in facts),
        *((d.code, d.path, str(d.anchor), dict(d.values)) for d in about),
    ]
    digest = hashlib.sha256(json.dumps(detail, ensure_ascii=False).encode()).hexdigest()[:8]
    said = " ".join(f"{code}x{count}" for code, count in sorted(codes.items()))
    return (
        f"{right} right, {blank} blank, {len(truth) - right - blank} other; {said or '-'}; {digest}"
    )


def ledger() -> dict[str, str]:
    """Every document's entry, by its name."""
    return {name: entry(part, truth, text) for name, part, truth, text in documents()}


if __name__ == "__main__":
    LEDGER.write_text(json.dumps(ledger(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
