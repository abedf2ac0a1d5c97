"""No damage makes a figure wrong, or invents one, without a word; what a text tells is read."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from grammar.ledger import DAMAGES, documents, kinds

DOCUMENTS = {document.name: document for document in documents()}
LEAST = {
    "nothing": 1.0,
    "blanks": 0.75,
    "labels": 0.95,
    "joined": 0.35,
    "headless": 0.98,
    "cells": 0.75,
    "rows": 0.75,
    "unlabelled": 0.75,
    "dressed": 0.7,
}
"""The share of figures that come back right, at least: a reader that grows timid is noticed."""
WITHOUT_SUMS = ("proactive",)
"""Parts whose rows no sum binds.

Where a format fills up a row that has lost a cell, or whose digits ran together, the row is that of
a sound document with other figures: nothing in it tells.
"""
FILLED_UP = ("cells", "joined")


@cache
def counted(name: str) -> Counter[str]:
    return Counter(kind for _, kind in kinds(DOCUMENTS[name]))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_wrong_or_invented_in_silence(name: str) -> None:
    document = DOCUMENTS[name]
    if document.part in WITHOUT_SUMS and document.damage in FILLED_UP:
        return
    found = counted(name)
    assert (found["silent"], found["invented"]) == (0, 0)


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_a_document_tells_is_read(damage: str) -> None:
    found: Counter[str] = Counter()
    for name, document in DOCUMENTS.items():
        if document.damage == damage:
            found += counted(name)
    assert found["right"] / found.total() >= LEAST[damage], found
