"""How many cells of a damaged row are read, and how many falsely: `placing.py [TABLES] [SEED]`.

Each table is sound; one row of it is damaged. Nothing of what is printed elsewhere is wrong, or,
in the second part, one figure somewhere is: then a figure may be false only under a warning.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping

from attrs import frozen

from govinfo import Disputes, Requests
from govinfo.grammar.compile import Grammar, compile_class
from govinfo.grammar.sums import row_sums, table_sums
from govinfo.solve.printed import Printed, Token
from govinfo.solve.verdict import Verdict, solve

_SOME = (1, 2, 3, 7, 12, 30, 128)
"""Figures of a table, where they are not zero."""
Damage = Callable[[random.Random, list[str]], list[str]]


def one_lost(chance: random.Random, cells: list[str]) -> list[str]:
    """One cell is not printed."""
    at = chance.randrange(len(cells))
    return cells[:at] + cells[at + 1 :]


def two_together(chance: random.Random, cells: list[str]) -> list[str]:
    """Two cells run together."""
    at = chance.randrange(len(cells) - 1)
    return [*cells[:at], cells[at] + cells[at + 1], *cells[at + 2 :]]


def all_together(chance: random.Random, cells: list[str]) -> list[str]:
    """All cells but the total run together."""
    del chance
    return ["".join(cells[:-1]), cells[-1]]


def third_lost(chance: random.Random, cells: list[str]) -> list[str]:
    """A third of the cells are not printed."""
    return [cell for cell in cells if chance.random() > 1 / 3]


def glued_to_label(chance: random.Random, cells: list[str]) -> list[str]:
    """The first figure stands at the end of the label; it comes first in the list, marked."""
    del chance
    return [f"label{cells[0]}", *cells[1:]]


DAMAGES: Mapping[str, Damage] = {
    one.__name__: one for one in (one_lost, two_together, all_together, third_lost, glued_to_label)
}


@frozen
class Count:
    """Cells of damaged rows: right, false under a warning, false without a word, zeros told."""

    right: int = 0
    false: int = 0
    silent: int = 0
    filled: int = 0
    cells: int = 0


def figures(chance: random.Random, grammar: Grammar) -> dict[int, list[int]]:
    """Sound figures of a table, mostly zeros, as tables of this kind are."""
    rows = {
        n: [0 if chance.random() < 0.55 else chance.choice(_SOME) for _ in row.columns]
        for n, row in enumerate(grammar.rows)
        if not (row.optional and row.own)
    }
    if table_sums(grammar):
        _balance(chance, grammar, rows)
    for number, values in rows.items():
        for one in row_sums(grammar.rows[number].columns):
            values[one.total] = sum(values[addend] for addend in one.addends)
    return rows


def _balance(chance: random.Random, grammar: Grammar, rows: dict[int, list[int]]) -> None:
    """Make the sums between the rows of requests hold, column by column."""
    by_path = {row.path: n for n, row in enumerate(grammar.rows)}
    total, forward = by_path["outcomes.total"], by_path["carried_forward"]
    new, over = by_path["received"], by_path["carried_over"]
    parts = [n for n in rows if grammar.rows[n].path.startswith("outcomes.") and n != total]
    for column in range(6):
        rows[total][column] = sum(rows[n][column] for n in parts)
        whole = rows[total][column] + rows[forward][column]
        rows[over][column] = chance.randint(0, min(3, whole))
        rows[new][column] = whole - rows[over][column]


def printed(grammar: Grammar, number: int, cells: list[str]) -> Printed:
    """A row as the solver takes it."""
    columns = grammar.rows[number].columns
    glued = ""
    if cells and cells[0].startswith("label"):
        glued, cells = cells[0].removeprefix("label"), cells[1:]
    tokens = tuple(Token(at, cell, int(cell)) for at, cell in enumerate(cells))
    return Printed(tokens, tuple(range(len(columns))), row_sums(columns), glued)


def counted(truth: list[int], verdict: Verdict, was: Count) -> Count:
    """The counts with those of one row added."""
    right = false = filled = 0
    for value, entry in zip(truth, verdict.cells, strict=True):
        if entry is None:
            continue
        right += entry[1] == value
        false += entry[1] != value
    spoken = verdict.damaged
    return Count(
        was.right + right,
        was.false + (false if spoken else 0),
        was.silent + (0 if spoken else false),
        was.filled + filled,
        was.cells + len(truth),
    )


def measure(cls: type, damage: Damage, tables: int, seed: int, *, misprint: bool) -> Count:
    """Damage one row in each of some tables."""
    chance = random.Random(seed)  # noqa: S311 - figures of a benchmark
    grammar = compile_class(cls)
    found = Count()
    for _ in range(tables):
        truth = figures(chance, grammar)
        shown = {n: list(map(str, values)) for n, values in truth.items()}
        hit = chance.choice(list(truth))
        if misprint:
            row = chance.choice(list(truth))
            column = chance.randrange(len(truth[row]))
            truth[row][column] += chance.choice((1, 2, 9, 10))
            shown[row][column] = str(truth[row][column])
        shown[hit] = damage(chance, shown[hit])
        rows = {n: printed(grammar, n, cells) for n, cells in shown.items()}
        found = counted(truth[hit], solve(grammar, rows)[hit], found)
    return found


def main() -> None:
    """Print a line for each damage."""
    tables = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for misprint in (False, True):
        print("one figure elsewhere misprinted" if misprint else "sound tables")
        for cls in (Requests, Disputes):
            for name, damage in DAMAGES.items():
                if cls is Disputes and name == "all_together":
                    continue
                found = measure(cls, damage, tables, seed, misprint=misprint)
                print(
                    f"  {cls.__name__:9} {name:15} {found.right:5} of {found.cells} right, "
                    f"{found.false} false and told, {found.silent} false in silence"
                )


if __name__ == "__main__":
    main()
