"""A plan that is recalled is the plan that would be made: figures have no say in it."""

from __future__ import annotations

import random
import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import layouts
from govinfo import Requests
from govinfo.blocks import Cell, Document, Table
from govinfo.explain import section
from govinfo.grammar.compile import compile_class
from govinfo.grammar.lexicon import lexicon
from govinfo.layout.lines import Line, lines_of
from govinfo.layout.memory import Plans, skeleton_of
from govinfo.layout.plan import Plan, plan
from govinfo.testing.strategies import damage
from grammar.test_layouts import DROP_BLANKS, KEEP_BLANKS, TABLES, parse
from grammar.test_layouts import Table as Kind

WORDS = lexicon(compile_class(Requests))


def lines_of_table(table: Table) -> tuple[Line, ...]:
    return lines_of(Document((table,)), WORDS.knows)


def planned(lines: tuple[Line, ...]) -> Plan:
    return plan(lines, WORDS, WORDS.knows)


def with_other_figures(table: Table, seed: int) -> Table:
    chance = random.Random(seed)

    def other(cell: Cell) -> Cell:
        plain = re.fullmatch(r"0|[1-9]\d{0,5}", cell.text) is not None and not cell.header
        text = str(chance.choice((0, 7, 2021, 1999, 31415))) if plain else cell.text
        return Cell(
            text, cell.row, cell.column, cell.colspan, cell.rowspan, cell.header, cell.anchor
        )

    return Table(tuple(map(other, table.cells)), aligned=table.aligned)


@given(st.data())
def test_a_recalled_plan_is_the_one_that_would_be_made(data: st.DataObject) -> None:
    drawn = layouts.drawn(Requests, layouts.sound(Requests, data.draw(st.integers(0, 99))))
    damaged = data.draw(damage(Document((drawn,)))).document.blocks[0]
    assert isinstance(damaged, Table)
    first = lines_of_table(damaged)
    second = lines_of_table(with_other_figures(damaged, data.draw(st.integers(0, 99))))
    plans = Plans()
    for lines in (first, second, first):
        skeleton = skeleton_of(lines)
        assert skeleton is not None
        assert plans.plan(lines, skeleton, WORDS, partial(planned, lines)) == planned(lines)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_second_report_of_a_form_is_read_as_if_it_were_the_first(table: Kind) -> None:
    writers = {**KEEP_BLANKS, **DROP_BLANKS}
    for writer in writers.values():
        texts = [
            layouts.report(
                {
                    table.part: writer(
                        layouts.drawn(
                            table.cls,
                            layouts.sound(table.cls, seed, three_rows=table.three_rows),
                        )
                    )
                }
            )
            for seed in (1, 2)
        ]
        parse(texts[0])
        again = parse(texts[1])
        section._PLANS.forget()  # noqa: SLF001 - the memory of the process
        assert parse(texts[1]) == again
