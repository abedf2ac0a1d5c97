"""What is looked up instead of searched for is the same as what a search would find."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from govinfo import Indicators, Requests
from govinfo.grammar.compile import compile_class
from govinfo.grammar.labels import Key
from govinfo.grammar.lexicon import lexicon
from govinfo.grammar.values import Kind, count, read
from govinfo.layout.spelled import Known

ROWS = 6


def searched(rows: list[int | None], position: int) -> range:
    """The rows between the nearest known row before a position and the next higher one after."""
    low = next((row for row in reversed(rows[:position]) if row is not None), -1)
    high = next((row for row in rows[position + 1 :] if row is not None and row > low), ROWS)
    return range(low + 1, high)


@given(
    st.lists(st.none() | st.integers(0, ROWS - 1), min_size=1, max_size=30),
    st.randoms(use_true_random=False),
)
def test_the_open_rows_are_those_that_a_search_from_the_position_finds(
    rows: list[int | None], order: random.Random
) -> None:
    known = Known()
    places = list(range(len(rows)))
    order.shuffle(places)
    for place in places:
        row = rows[place]
        if row is not None:
            known.add(place, row)
    for position, row in enumerate(rows):
        if row is None:
            assert known.open_rows(position, ROWS) == searched(rows, position)


@given(st.data())
def test_a_text_begins_a_label_where_some_label_starts_with_it(data: st.DataObject) -> None:
    words = lexicon(compile_class(data.draw(st.sampled_from([Requests, Indicators]))))
    forms = [*words.rows, *words.groups]
    form = data.draw(st.sampled_from(forms))
    text = form[: data.draw(st.integers(1, len(form)))] + data.draw(
        st.sampled_from(["", "数", "甲"])
    )
    expected = len(text) > 3 and any(known.startswith(text) for known in forms)
    assert words.begins(Key(text, text)) is expected


@given(st.from_regex(r"[-+]?[0-9０-９]{1,30}(\.0)?[件条]?|[ ,0-9]{0,6}|—|", fullmatch=True))
def test_a_count_is_read_as_any_other_cell_is(text: str) -> None:
    assert count(text) == read(text, Kind.COUNT)
