"""Whatever a stranger sends ends in a report or in an error that says what is wrong with it.

Each input is read, checked and written in a child with little memory and ten seconds of
processor time. Nothing may end a child but itself.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from hostile import corpus
from hostile.child import ended, ending, used

_SECONDS = 10
"""More than twice what the slowest takes, for processor time grows where all cores are busy."""
_MEGABYTES = 512
_INPUTS = dict(corpus.everything())
_ERRORS = frozenset(
    error.__name__
    for error in govinfo.GovInfoError.__subclasses__()
    if error not in (govinfo.BrokenAdapter, govinfo.UnexpectedFailure)
)


@pytest.mark.parametrize("make", _INPUTS.values(), ids=_INPUTS.keys())
def test_a_hostile_input_ends_well(make: Callable[[], bytes]) -> None:
    end = ending(make(), used, _SECONDS)
    assert end.how == "report" or end.how in _ERRORS, end
    assert end.seconds <= _SECONDS, end
    assert end.megabytes <= _MEGABYTES, end


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
        st.sampled_from(corpus.plain()).flatmap(
            lambda data: st.builds(
                lambda at, new: data[:at] + new + data[at + len(new) :],
                st.integers(0, len(data)),
                st.binary(min_size=1, max_size=40),
            )
        ),
    )
)
def test_any_bytes_are_a_report_or_an_error(data: bytes) -> None:
    assert ended(data) in {"report", *_ERRORS}
