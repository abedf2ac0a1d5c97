"""What the reader makes of damaged documents is what it made of them before."""

from __future__ import annotations

import json

import pytest

from grammar.ledger import LEDGER, documents, entry

EXPECTED = json.loads(LEDGER.read_text(encoding="utf-8"))
DOCUMENTS = {name: (part, truth, text) for name, part, truth, text in documents()}


def test_the_ledger_has_an_entry_for_each_document() -> None:
    assert list(EXPECTED) == list(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_as_the_ledger_says(name: str) -> None:
    assert entry(*DOCUMENTS[name]) == EXPECTED[name]
