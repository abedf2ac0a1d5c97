"""What is to be installed is told by the name under which the library is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from govinfo import installed as module
from govinfo.installed import extra


class Metadata:
    """The headers of a distribution."""

    def get_all(self, _: str) -> list[str]:
        return ["Documentation, https://example.org/docs", "Issues, https://example.org/issues"]


class Named:
    """A distribution."""

    name = "reports-of-ours"
    metadata = Metadata()
    requires = ("attrs>=23.2", "fsspec[http]>=2024.2; extra == 'remote'", 'pandas; extra == "all"')

    def __init__(self, value: str, came_from: str | None = None) -> None:
        self._came_from = came_from
        self.entry_points = EntryPoints([EntryPoint("govinfo", value, "console_scripts")])

    def read_text(self, name: str) -> str | None:
        return self._came_from if name == "direct_url.json" else None


class Broken:
    """A distribution whose metadata cannot be read."""

    @property
    def entry_points(self) -> EntryPoints:
        raise ValueError("no such line")


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """The distributions that are installed."""
    held: list[object] = [Broken()]
    monkeypatch.setattr(module, "distributions", lambda: held)
    module.installed.cache_clear()
    yield held
    module.installed.cache_clear()


def test_an_extra_is_of_the_distribution_that_brings_the_command(entries: list[object]) -> None:
    entries += [Named("another.cli:main"), Named("govinfo.cli:main")]
    assert extra("remote") == "pip install 'reports-of-ours[remote]'"
    assert module.url("Issues") == "https://example.org/issues"
    assert module.url("Homepage") == ""


def test_what_came_from_no_index_names_what_an_extra_brings(entries: list[object]) -> None:
    entries.append(Named("govinfo.cli:main", '{"url": "file:///somewhere", "dir_info": {}}'))
    assert extra("remote") == "pip install 'fsspec[http]>=2024.2'"


@pytest.mark.usefixtures("entries")
def test_a_source_that_is_merely_on_the_path_is_named_as_the_package() -> None:
    assert extra("remote") == "pip install 'govinfo[remote]'"
    assert module.url("Issues") == ""
