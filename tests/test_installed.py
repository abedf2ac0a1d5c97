"""What is to be installed is told by the name under which the library is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from govinfo import installed as module
from govinfo.installed import extra


class Named:
    """A distribution."""

    name = "reports-of-ours"

    class metadata:  # noqa: N801 - as a distribution calls it
        """Its headers."""

        @staticmethod
        def get_all(_: str) -> list[str]:
            return ["Documentation, https://example.org/docs", "Issues, https://example.org/issues"]


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    """The commands that are installed."""
    held: list[EntryPoint] = []

    def found(**_: Any) -> list[EntryPoint]:
        return held

    monkeypatch.setattr(module, "entry_points", found)
    module.installed.cache_clear()
    yield held
    module.installed.cache_clear()


def command(value: str) -> EntryPoint:
    entry = EntryPoint("govinfo", value, "console_scripts")
    vars(entry)["dist"] = Named
    return entry


def test_an_extra_is_of_the_distribution_that_brings_the_command(entries: list[EntryPoint]) -> None:
    entries += [command("another.cli:main"), command("govinfo.cli:main")]
    assert extra("remote") == "pip install 'reports-of-ours[remote]'"
    assert module.url("Issues") == "https://example.org/issues"
    assert module.url("Homepage") == ""


@pytest.mark.usefixtures("entries")
def test_a_source_that_is_merely_on_the_path_is_named_as_the_package() -> None:
    assert extra("remote") == "pip install 'govinfo[remote]'"
    assert module.url("Issues") == ""
