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

sys.path.insert(0, str(Path(__file__).parents[1]))

import govinfo
import layouts
from govinfo.blocks import Table
from govinfo.testing.tables import (
    each_row,
    figures_in,
    glued,
    label_of,
    of_rows,
    rows_of_figures,
    with_texts,
    without_header,
)
from grammar import test_layouts as known

LEDGER = Path(__file__).with_name("ledger.json")
Damage = Callable[[random.Random, Table], Table]


def nothing(_: random.Random, table: Table) -> Table:
    """The table as it is."""
    return table


def blanks(chance: random.Random, table: Table) -> Table:
    """A third of the figures are not printed."""
    return each_row(table, lambda texts: ["" if chance.random() < 0.34 else t for t in texts])


def labels(chance: random.Random, table: Table) -> Table:
    """Some labels lose letters, or have others instead."""
    worn = {}
    for row in rows_of_figures(table):
        label = label_of(table, row)
        if label is not None and chance.random() < 0.2:
            size = len(label.text)
            drop = chance.sample(range(size), size // 5)
            replace = dict.fromkeys(chance.sample(range(size), size // 6), "某")
            worn[label] = layouts.damaged(label.text, drop=drop, replace=replace)
    return with_texts(table, worn)


def joined(chance: random.Random, table: Table) -> Table:
    """Figures run together."""
    return glued(table, sorted(chance.sample(range(1, 15), 3)))


def headless(_: random.Random, table: Table) -> Table:
    """The header is lost."""
    return without_header(table)


def cells(chance: random.Random, table: Table) -> Table:
    """Some cells are lost, and those behind move up."""

    def fewer(texts: list[str]) -> list[str]:
        if chance.random() < 0.7 or len(texts) < 2:
            return texts
        at = chance.randrange(len(texts))
        return texts[:at] + texts[at + 1 :]

    return each_row(table, fewer)


def rows(chance: random.Random, table: Table) -> Table:
    """Some rows are lost."""
    figured = set(rows_of_figures(table))
    kept = [n for n in range(table.n_rows) if n not in figured or chance.random() < 0.8]
    return of_rows(table, kept)


def unlabelled(chance: random.Random, table: Table) -> Table:
    """Some rows have no label."""
    found = (label_of(table, row) for row in rows_of_figures(table) if chance.random() < 0.2)
    return with_texts(table, {label: "" for label in found if label is not None})


def dressed(chance: random.Random, table: Table) -> Table:
    """Figures with units, notes, in other widths, or no figures at all."""
    dresses = ("{}件", "{}（含重复1件）", " {} ", "０{}", "/", "约{}", "{}%", "{},000", "无")

    def clad(text: str) -> str:
        return chance.choice(dresses).format(text) if text and chance.random() < 0.3 else text

    return with_texts(
        table,
        {c: clad(c.text) for row in rows_of_figures(table) for c in figures_in(table, row)},
    )


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (nothing, blanks, labels, joined, headless, cells, rows, unlabelled, dressed)
}


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
