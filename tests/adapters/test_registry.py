from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest

import govinfo
from govinfo.adapters import registry
from govinfo.adapters.base import Adapter
from govinfo.adapters.pdf import PdfAdapter
from govinfo.adapters.text import TextAdapter
from govinfo.blocks import Document, Paragraph
from govinfo.source import Limits, Source


class Greedy:
    """An adapter that claims every file that begins with an exclamation mark."""

    name = "greedy"
    extensions = (".greedy",)
    media_types = ("text/x-greedy",)

    def sniff(self, head: bytes) -> bool:
        return head.startswith(b"!")

    def read(self, source: Source, limits: Limits) -> Document:
        del limits
        return Document((Paragraph(source.data.decode()),), format=self.name)


class Lazy(Greedy):
    name = "lazy"


class Sleepy(Greedy):
    name = "sleepy"

    def sniff(self, head: bytes) -> bool:
        raise RuntimeError(f"asleep over {len(head)} bytes")


class Renamed(Greedy):
    name = "other"


class Half:
    name = "half"


class Broken(Greedy):
    name = "broken"

    def __init__(self) -> None:
        raise OSError("no such engine")


class Point(EntryPoint):
    """An entry point of this module's own, as if a package of some name had brought it."""

    package = "package-a"

    @property
    def dist(self) -> Any:  # type: ignore[override]
        return SimpleNamespace(name=self.package)


class OtherPoint(Point):
    package = "package-b"


def point(name: str, cls: type, kind: type[Point] = Point) -> Point:
    return kind(name, f"{__name__}:{cls.__name__}", registry.GROUP)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Let the registry see these entry points only."""

    def load(self: EntryPoint) -> Any:
        return globals()[self.value.rpartition(":")[2]] if __name__ in self.value else TextAdapter

    def put(*points: EntryPoint) -> None:
        text = EntryPoint("text", "govinfo.adapters.text:TextAdapter", registry.GROUP)
        monkeypatch.setattr(registry, "entry_points", lambda **_: [text, *points])
        registry._registered.cache_clear()  # noqa: SLF001 - installed packages never change otherwise

    monkeypatch.setattr(EntryPoint, "load", load)
    yield put
    monkeypatch.undo()
    registry._registered.cache_clear()  # noqa: SLF001 - likewise


def test_the_text_adapter_comes_by_the_same_door_as_any_other() -> None:
    found = {entry.name: entry for entry in registry.registered()}
    assert found["text"].package == "govinfo-reports"
    assert isinstance(found["text"].adapter, Adapter)


def test_an_adapter_is_found_by_name_and_by_bytes(install: Any) -> None:
    install(point("greedy", Greedy))
    assert registry.by_name("greedy").name == "greedy"
    assert govinfo.read("!一、总体情况".encode()).format == "greedy"
    assert govinfo.read("一、总体情况".encode()).format == "text"


def test_the_name_given_wins_over_the_bytes(install: Any) -> None:
    install(point("greedy", Greedy))
    assert govinfo.read("!文".encode(), format="text").format == "text"


def test_the_ending_of_the_name_decides_between_two_that_claim_the_bytes(install: Any) -> None:
    install(point("greedy", Greedy))
    assert registry.choose(Source(b"!abc", "a.txt")).name == "text"
    assert registry.choose(Source(b"!abc", "a.greedy")).name == "greedy"
    assert registry.choose(Source(b"!abc", "a.unknown")).name == "greedy"


def test_a_name_that_none_has_is_told_with_those_there_are(install: Any) -> None:
    install(point("greedy", Greedy))
    with pytest.raises(govinfo.UnsupportedFormat, match=r"'docz'.*greedy, text"):
        registry.by_name("docz")


def test_bytes_that_none_recognises_are_told_with_the_formats_there_are() -> None:
    with pytest.raises(govinfo.UnsupportedFormat, match="text"):
        registry.choose(Source(bytes(range(32)) * 9))


def test_a_broken_adapter_is_warned_of_and_left_out(install: Any) -> None:
    install(point("broken", Broken))
    with pytest.warns(UserWarning, match=r"'broken' of package-a.*no such engine"):
        assert govinfo.read("一、总体情况".encode()).format == "text"
    with pytest.raises(govinfo.BrokenAdapter, match="no such engine"):
        registry.by_name("broken")


@pytest.mark.parametrize(
    ("name", "cls", "fault"),
    [("half", Half, "lacks extensions"), ("greedy", Renamed, "calls itself 'other'")],
)
def test_what_is_no_adapter_is_warned_of(install: Any, name: str, cls: type, fault: str) -> None:
    install(point(name, cls))
    with pytest.warns(UserWarning, match=fault):
        registry.registered()


def test_two_of_one_name_are_warned_of_naming_both(install: Any) -> None:
    install(point("lazy", Lazy), point("lazy", Lazy, OtherPoint))
    with pytest.warns(UserWarning, match=r"'lazy'.*package-a.*package-b"):
        registry.registered()
    assert registry.by_name("lazy").name == "lazy"


def test_an_adapter_that_fails_to_sniff_breaks_no_other_format(install: Any) -> None:
    install(point("sleepy", Sleepy))
    with pytest.warns(UserWarning, match=r"'sleepy' failed to sniff.*asleep"):
        assert govinfo.read("一、总体情况".encode()).format == "text"


def test_an_option_reaches_the_adapter_that_has_it() -> None:
    plain: object = registry.by_name("pdf")
    opened: object = registry.configured(registry.by_name("pdf"), {"password": "secret"})
    assert opened == PdfAdapter(password="secret")  # noqa: S106
    assert plain == PdfAdapter()


def test_an_option_of_another_format_makes_no_difference() -> None:
    report = govinfo.read(b"\xe4\xb8\x80", format="text", password="secret")  # noqa: S106
    assert report.format == "text"


def test_an_option_of_no_format_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="'pasword'; there are: engine, ocr, password"):
        govinfo.read(b"text", pasword="secret")  # noqa: S106


def test_an_engine_that_is_none_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="mupdf"):
        govinfo.parse(b"%PDF-1.7", engine="mupdf")
