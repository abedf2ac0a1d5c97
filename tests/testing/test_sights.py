"""What a reader of a document sees is read; what text does not say is told."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.render.page import document_of
from govinfo.testing.compare import Error, errors
from govinfo.testing.strategies import UNSEEN, WITHOUT_TEXT, reports, sights

EXAMPLES = settings(max_examples=20)


def read(data: st.DataObject, format: str, kinds: object) -> tuple[object, list[Error]]:
    """A report with one figure shown in another way, and what is read otherwise than it was."""
    report = data.draw(reports(sound=data.draw(st.booleans())))
    document = document_of(report)
    drawn = sights(document, format, kinds)  # type: ignore[arg-type]
    assume(not drawn.is_empty)
    sight = data.draw(drawn)
    return sight, list(errors(report, govinfo.parse(sight.data)))


@pytest.mark.parametrize("format", UNSEEN)
@EXAMPLES
@given(data=st.data())
def test_digits_that_are_not_seen_are_no_part_of_a_figure(format: str, data: st.DataObject) -> None:
    sight, found = read(data, format, UNSEEN)
    assert found == [], sight


@pytest.mark.parametrize("format", WITHOUT_TEXT)
@EXAMPLES
@given(data=st.data())
def test_a_figure_that_has_no_text_is_open_and_told(format: str, data: st.DataObject) -> None:
    sight, found = read(data, format, WITHOUT_TEXT)
    assert len(found) == 1, sight
    assert [(error.read, error.silent) for error in found] == [(None, False)], sight
