"""The sample plugin, installed as a stranger would install it."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

import govinfo
from environments import Environment, make_environment
from reports.told import FULL
from reports.web import by_hand

PLUGIN = Path(__file__).parents[2] / "examples" / "govinfo-epub"
PARSE = "import sys; from govinfo.cli import main; main(sys.argv[1:])"
CONTAINER = '<c><rootfile full-path="book.opf"/></c>'
BOOK = '<p><item id="a" href="a.xhtml"/><itemref idref="a"/></p>'


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("epub")
    sources = shutil.copytree(PLUGIN, folder / "govinfo-epub")
    made = make_environment(folder / "environment")
    made.install(sources)
    shutil.copytree(PLUGIN / "tests", made.folder / "tests")
    with zipfile.ZipFile(made.folder / "report.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("book.opf", BOOK)
        book.writestr("a.xhtml", by_hand(FULL))
    return made


def test_its_own_tests_pass(environment: Environment) -> None:
    options = ("-q", "-p", "no:cacheprovider", "-c", str(PLUGIN / "pyproject.toml"))
    done = environment.run("-m", "pytest", *options, "--rootdir", ".", "tests", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout


def test_a_report_in_a_book_is_read_as_the_page_that_it_is(environment: Environment) -> None:
    done = environment.run("-c", PARSE, "parse", "--format", "json", "-q", "report.epub")
    read, page = json.loads(done.stdout), govinfo.parse(by_hand(FULL)).to_dict()
    assert read.pop("source")["format"] == "epub"
    page.pop("source")
    assert read == page


def test_it_is_listed(environment: Environment) -> None:
    listing = environment.run("-W", "error", "-c", PARSE, "adapters").stdout
    assert "epub\t.epub\t(govinfo-epub)" in listing
