"""A short version of `benchmarks/trust.py`: which damage makes nothing wrong without a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo import NotAReport
from govinfo.render.page import document_of
from govinfo.testing.compare import errors
from govinfo.testing.strategies import WRITINGS, damage, reports

GRIDS = [*WRITINGS["docx"], *WRITINGS["html"]]
EVERY = [one for writings in WRITINGS.values() for one in writings]
SPOKEN = (
    *("nothing", "label broken", "label lost", "label over two rows"),
    *("figures above or below their label", "column label lost", "row lost"),
    *("table split", "row printed twice", "table printed twice"),
)
"""Damage after which no figure may come back wrong in silence, however it is written."""
SPOKEN_IN_GRIDS = ("cell dropped", "figures glued")
"""The same where formats keep the table's grid: a row that ends early has lost something."""


def silent(report: govinfo.Report, data: bytes) -> list[str]:
    try:
        read = govinfo.parse(data)
    except NotAReport:
        return []
    found = errors(report, read)
    return [
        f"{error.path}: {error.told} read as {error.read}"
        for error in found
        if error.wrong and error.silent
    ]


@pytest.mark.parametrize("kind", SPOKEN)
@settings(max_examples=20)
@given(data=st.data())
def test_nothing_is_wrong_in_silence(kind: str, data: st.DataObject) -> None:
    report = data.draw(reports(sound=data.draw(st.booleans())))
    damaged = data.draw(damage(document_of(report), kind))
    writing = data.draw(st.sampled_from(EVERY))
    assert silent(report, writing(damaged.document)) == [], (damaged.where, writing)


@pytest.mark.parametrize("kind", SPOKEN_IN_GRIDS)
@settings(max_examples=20)
@given(data=st.data())
def test_nothing_is_wrong_in_silence_where_there_is_a_grid(kind: str, data: st.DataObject) -> None:
    report = data.draw(reports(sound=data.draw(st.booleans())))
    damaged = data.draw(damage(document_of(report), kind))
    writing = data.draw(st.sampled_from(GRIDS))
    assert silent(report, writing(damaged.document)) == [], (damaged.where, writing)
