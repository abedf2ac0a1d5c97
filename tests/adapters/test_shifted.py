"""Numbers of notes, above or below the line."""

from __future__ import annotations

import pytest

from govinfo.adapters.shifted import Shifted, joined, noted


@pytest.mark.parametrize(
    ("text", "before", "after", "mark"),
    [
        ("1", "12", "", "[1]"),
        ("（1）", "12 ", "", "[1]"),
        ("1,2", "", " 12", "[1,2]"),
        ("2.5", "12", "", "[2.5]"),
        ("1", "甲", "件", ""),
        ("th", "12", "", ""),
        ("*", "12", "", ""),
    ],
)
def test_note_stands_in_brackets_beside_a_figure(
    text: str, before: str, after: str, mark: str
) -> None:
    assert noted(text, before, after) == mark


def test_note_is_told_by_the_line_that_most_of_a_paragraph_stands_on() -> None:
    raised = Shifted("1", Shifted.NOTE)
    assert joined(["12", raised, "件"]) == "12[1]件"
    assert joined([Shifted("12", Shifted.NOTE), raised]) == "121"
