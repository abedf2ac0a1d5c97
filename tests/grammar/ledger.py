"""A ledger of truth: what a document prints, what was damaged, and what came back.

Each document is a table of the template in one layout with one kind of damage. The truth is what
the damaged document still prints, never what the reader made of it. Of each figure is counted:

- right: the value printed, or none where none is;
- open: none, under a warning at the fact, its row or its table;
- gone: none, and not a word;
- told: another value, under a warning;
- silent: another value without a warning;
- invented: a value where nothing is printed, without a warning.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

import govinfo
import layouts
from govinfo.blocks import Table
from govinfo.grammar.compile import compile_class
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


@frozen
class Document:
    """A damaged document.

    Attributes:
        table: Name of its table.
        layout: Name of its layout.
        damage: Name of what was done to it.
        part: The part of the report.
        truth: What is printed of each fact, `None` where nothing is; facts of which the document
            does not tell what is printed (`约5`) are left out.
        text: The document.
    """

    table: str
    layout: str
    damage: str
    part: str
    truth: Mapping[str, layouts.Value]
    text: str

    @property
    def name(self) -> str:
        return f"{self.table} | {self.layout} | {self.damage}"


def documents() -> Iterator[Document]:
    """Every table in every layout with every damage."""
    writers = {**known.KEEP_BLANKS, **known.DROP_BLANKS}
    for table in known.TABLES:
        for at, (layout, writer) in enumerate(writers.items()):
            for number, (damage, change) in enumerate(DAMAGES.items()):
                seed = 1000 * at + number
                figures = layouts.sound(table.cls, seed, three_rows=table.three_rows)
                drawn = change(random.Random(seed), layouts.drawn(table.cls, figures))
                truth = printed(table.cls, figures, drawn) if damage in _IN_PLACE else figures
                text = layouts.report({table.part: writer(drawn)})
                yield Document(table.name, layout, damage, table.part, truth, text)


_IN_PLACE = ("blanks", "dressed")
"""Damages that leave every cell in its place."""
_SAID = re.compile(r"(-?[0-9]+)(件|（含重复1件）|,000)?")


def printed(
    cls: type, figures: Mapping[str, layouts.Value], table: Table
) -> dict[str, layouts.Value]:
    """What a table prints of each fact, as a person reads it."""
    paths = [path for _, _, path in compile_class(cls).cells() if path in figures]
    texts = [cell.text for row in rows_of_figures(table) for cell in figures_in(table, row)]
    found: dict[str, layouts.Value] = {}
    for path, text in zip(paths, texts, strict=True):
        said = _SAID.fullmatch(text.strip())
        if text == str(figures[path]):
            found[path] = figures[path]
        elif not text or text in "/无":
            found[path] = None
        elif said is not None and isinstance(figures[path], int):
            found[path] = int(said[1]) * (1000 if said[2] == ",000" else 1)
    return found


def kinds(document: Document) -> Iterator[tuple[str, str]]:
    """Path and kind of each fact of a document."""
    report = govinfo.parse(document.text.encode())
    warned = {said.path for said in report.diagnostics if said.path and _is_loud(said)}
    for path, value in document.truth.items():
        fact = report.facts.get(path)
        read = fact.value if fact else None
        loud = any(path == one or path.startswith(f"{one}.") for one in warned)
        if read == value:
            yield path, "right"
        elif read is None:
            yield path, "open" if loud else "gone"
        elif loud:
            yield path, "told"
        else:
            yield path, "invented" if value is None else "silent"


def _is_loud(said: govinfo.Diagnostic) -> bool:
    """Whether a finding warns; GI105 says what is read of a row that prints something else."""
    return said.severity is not govinfo.Severity.INFO or said.code == "GI105"
