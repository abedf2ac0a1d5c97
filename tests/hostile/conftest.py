"""The inputs are many and each takes a child of its own: nothing is left of them."""

from __future__ import annotations

import sys

import pytest

collect_ignore = [] if sys.platform == "linux" else ["test_hostile.py"]


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    """Load all that reads and checks once, so that no child does it again."""
    from hostile import child, corpus  # noqa: PLC0415 - not where nothing is tested

    for data in corpus.plain():
        child.warm(data)
