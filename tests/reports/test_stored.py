"""Whole reports as LibreOffice and Chromium wrote them, stored; and each program once, live."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports import stored
from reports.programs import by_chromium
from reports.stored import STORED
from reports.told import SPARSE, expect

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize("path", STORED)
def test_stored(path: str) -> None:
    # LibreOffice draws its pages on a grid of its own, with narrow columns that nobody sees.
    as_put_in = "html/libreoffice" not in path
    expect((FIXTURES / path).read_bytes(), STORED[path], placed=as_put_in)


def test_nothing_is_stored_that_is_not_read() -> None:
    found = {
        path.relative_to(FIXTURES).as_posix()
        for path in FIXTURES.glob("*/*")
        if path.suffix in {".docx", ".html"}
    }
    assert found == set(STORED)


def test_a_page_that_chromium_saves_now(tmp_path: Path) -> None:
    expect(by_chromium(tmp_path, stored.scripted()), SPARSE)
