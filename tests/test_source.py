from __future__ import annotations

import io
from pathlib import Path

import fsspec
import pytest

import govinfo
from govinfo.errors import LimitExceeded, MissingDependency
from govinfo.source import Clock, Limits, Source, load


def test_bytes_come_as_they_are() -> None:
    for data in (b"abc", bytearray(b"abc"), memoryview(b"abc")):
        assert load(data, Limits()) == Source(b"abc", "")


def test_a_path_gives_its_bytes_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"abc")
    assert load(path, Limits()) == load(str(path), Limits()) == Source(b"abc", str(path))


def test_a_binary_file_gives_its_bytes_and_the_name_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    with path.open("rb") as file:
        assert load(file, Limits()) == Source(b"abc", str(path))
    assert load(io.BytesIO(b"abc"), Limits()) == Source(b"abc", "")


def test_what_was_loaded_is_loaded_again_with_its_name() -> None:
    source = Source(b"abc", "a.txt")
    assert load(source, Limits()) == source
    with pytest.raises(LimitExceeded):
        load(source, Limits(bytes=2))


def test_a_text_file_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="binary"):
        load(io.StringIO("abc"), Limits())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a path"):
        load(3, Limits())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["nothing.txt", "a\x00b.txt"])
def test_a_path_that_gives_no_bytes_is_an_os_error_of_the_library(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(govinfo.UnreadableSource):
        load(tmp_path / name, Limits())


def test_a_folder_gives_no_bytes(tmp_path: Path) -> None:
    with pytest.raises(govinfo.UnreadableSource):
        load(tmp_path, Limits())


def test_the_limit_bounds_bytes_and_files_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abcd")
    for location in (b"abcd", path, io.BytesIO(b"abcd")):
        with pytest.raises(govinfo.LimitExceeded, match="limit of 3"):
            load(location, Limits(bytes=3))
    assert load(path, Limits(bytes=4)).data == b"abcd"


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("a/b.TXT", ".txt"),
        ("https://host/x.docx?download=1", ".docx"),
        ("a\\b.md", ".md"),
        ("Makefile", ""),
        (".hidden", ""),
        ("a.b/c", ""),
        ("", ""),
    ],
)
def test_the_extension_is_the_ending_of_the_name(name: str, extension: str) -> None:
    assert Source(b"", name).extension == extension


def test_the_error_names_the_limit_its_value_and_how_to_raise_it() -> None:
    error = Limits(cells=1_000).exceeded("cells", "the page has more cells")
    assert str(error) == (
        "the page has more cells than the limit of 1,000 (cells); "
        "pass limits=govinfo.Limits(cells=...) if that is meant"
    )


def test_the_clock_stops_a_document_that_takes_too_long() -> None:
    Clock(Limits(seconds=1_000)).check()
    with pytest.raises(govinfo.LimitExceeded, match="seconds"):
        Clock(Limits(seconds=-1)).check()


def test_an_address_names_the_extra_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """fsspec is installed, and not what it reads the web with."""

    def lacking(*_: object, **__: object) -> None:
        raise ImportError("HTTPFileSystem requires more to be installed")

    monkeypatch.setattr(fsspec, "open", lacking)
    with pytest.raises(MissingDependency, match=r"requires more.*pip install"):
        load("https://example.org/report.docx", Limits())


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        (ConnectionError("Cannot connect to host example.org"), "Cannot connect to host"),
        (FileNotFoundError("https://example.org/report.docx"), "FileNotFoundError"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_an_address_that_gives_nothing_says_why(
    cause: Exception, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads the web says the address alone, as it stands, whatever was in the way."""
    address = "https://example.org/report.docx"

    def failing(*_: object, **__: object) -> None:
        raise FileNotFoundError(address) from cause

    monkeypatch.setattr(fsspec, "open", failing)
    with pytest.raises(govinfo.UnreadableSource, match=f"^{address}: {told}"):
        load(address, Limits())
