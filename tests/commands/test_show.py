from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from govinfo.adapters.pdf import PdfAdapter
from govinfo.cli import main
from govinfo.errors import CorruptDocument
from render.reviewed import FLAWED, SOUND, pdf
from reports.web import by_hand


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["show", *arguments], input=stdin)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ten.pdf").write_bytes(pdf(FLAWED))
    (tmp_path / "none.html").write_bytes(by_hand(SOUND))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sentences(page: str) -> list[str]:
    return [one.text for one in BeautifulSoup(page, "lxml").select(".verdict .sentence")]


def test_it_writes_a_page_and_says_where(folder: Path) -> None:
    result = run("ten.pdf", "--lang", "zh")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "govinfo: wrote review.html\n"
    page = (folder / "review.html").read_text(encoding="utf-8")
    assert sentences(page) == ["须改正后发布"]
    assert page.count("<image width") == 3


def test_several_files_stand_on_one_page(folder: Path) -> None:
    result = run("none.html", "ten.pdf", "--lang", "en", "-o", "both.html")
    assert result.exit_code == 0
    page = (folder / "both.html").read_text(encoding="utf-8")
    assert sentences(page) == ["Correct before publication", "Nothing found wrong"]
    names = [one.text for one in BeautifulSoup(page, "lxml").select(".index .place")]
    assert names == ["ten.pdf", "none.html"]


@pytest.mark.usefixtures("folder")
def test_dashes_are_standard_input_and_output() -> None:
    result = run("-", "-o", "-", "--lang", "zh", stdin=by_hand(SOUND))
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert sentences(result.stdout) == ["未发现问题"]
    assert result.stderr == ""


def test_what_cannot_be_read_is_said_and_the_rest_shown(folder: Path) -> None:
    result = run("nothing.pdf", "none.html", "--lang", "zh")
    assert result.exit_code == 2
    assert "nothing.pdf" in result.stderr
    assert sentences((folder / "review.html").read_text(encoding="utf-8")) == ["未发现问题"]


def test_no_page_of_before_stands_for_what_could_not_be_read(folder: Path) -> None:
    (folder / "review.html").write_text("before", encoding="utf-8")
    assert run("nothing.pdf").exit_code == 2
    assert "nothing.pdf" in (folder / "review.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_place_that_cannot_be_written_is_said() -> None:
    result = run("none.html", "-o", "no/such/folder.html")
    assert result.exit_code != 0
    assert "no/such/folder.html" in result.stderr


def test_pages_that_cannot_be_painted_are_said_to_be_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CorruptDocument("PDFium cannot paint page 1")

    monkeypatch.setattr(PdfAdapter, "pictures", fail)
    result = run("ten.pdf", "--lang", "zh")
    assert "no pictures of pages: PDFium cannot paint page 1" in result.stderr
    page = (folder / "review.html").read_text(encoding="utf-8")
    assert sentences(page) == ["须改正后发布"]
    assert "<image width" not in page
