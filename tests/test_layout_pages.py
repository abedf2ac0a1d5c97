"""Each page of docs/layouts says truly what is read of its specimens, and by what."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import govinfo
from govinfo.solve.damages import DAMAGES
from specimens import Specimen, figures_of, findings_of, specimens

FOLDER = Path(__file__).parents[1] / "docs" / "layouts"
PAGES = sorted(path for path in FOLDER.glob("*.md") if path.stem != "README")
SPECIMENS = [specimen for page in PAGES for specimen in specimens(page)]
READ_BY = re.compile(r"`((?:solve|layout|explain|adapters)(?:\.\w+)+)`")


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_a_specimen_is_read_as_its_page_says(specimen: Specimen) -> None:
    report = govinfo.parse(specimen.data)
    assert figures_of(report, specimen.figures) == specimen.figures
    assert findings_of(report) == specimen.findings


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_its_parts_and_is_in_the_index(page: Path) -> None:
    text = page.read_text("utf-8")
    assert f"]({page.name})" in (FOLDER / "README.md").read_text("utf-8")
    for part in ("**Read by**", "**Left open**"):
        assert part in text, part


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path) -> None:
    named = READ_BY.findall(page.read_text("utf-8"))
    assert named
    for name in named:
        module, _, function = name.rpartition(".")
        assert hasattr(import_module(f"govinfo.{module}"), function), name


def test_every_damage_of_a_row_has_a_page() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    for name in DAMAGES:
        assert f"`solve.damages.{name}`" in text, name
