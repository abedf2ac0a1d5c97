"""Every fixture is read as its figures were laid out, and spoken of as a careful reader would."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import govinfo
import layouts
from govinfo.grammar.facts import Fact

FOLDER = Path(__file__).parent / "fixtures" / "text"
TEXTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))
pytestmark = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


@cache
def read(path: Path) -> govinfo.Report:
    return govinfo.parse(path)


@cache
def expected(path: Path) -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(path.with_suffix(".json").read_bytes())
    return data


def plain(fact: Fact) -> Any:
    if isinstance(fact.value, govinfo.Money):
        return {"amount": str(fact.value.amount), "unit": fact.value.unit}
    return fact.value


def test_facts(path: Path) -> None:
    found = {name: plain(fact) for name, fact in read(path).facts.items()}
    truth = expected(path)["facts"]
    wrong = {
        name: (truth.get(name, "absent"), found.get(name, "absent"))
        for name in {**truth, **found}
        if truth.get(name, "absent") != found.get(name, "absent")
    }
    assert not wrong, f"(expected, read): {wrong}"


def test_facts_stand_in_the_order_of_the_template(path: Path) -> None:
    assert list(read(path).facts) == list(expected(path)["facts"])


@pytest.mark.parametrize("name", ["title", "agency", "year", "edition"])
def test_the_head_of_the_report(path: Path, name: str) -> None:
    found = getattr(read(path), name)
    assert (str(found) if name == "edition" else found) == expected(path)[name]


def test_date_of_publication(path: Path) -> None:
    found = read(path).published
    assert (found.isoformat() if found else None) == expected(path)["published"]


def test_warnings(path: Path) -> None:
    """All that a careful reader would warn of, and nothing else."""
    infos = {"GI105", "GI106", "GI109", "GI111", "GI113", "GI114", "GI116"}
    truth = {(said["code"], said["path"]) for said in expected(path)["diagnostics"]}
    found = {
        (said.code, said.path)
        for said in read(path).diagnostics
        if said.severity is not govinfo.Severity.INFO
    }
    assert found == {said for said in truth if said[0] not in infos}


def test_informations(path: Path) -> None:
    """All that was read in an unusual way is said; a reader may remark on more."""
    truth = {(said["code"], said["path"]) for said in expected(path)["diagnostics"]}
    assert truth <= {(said.code, said.path) for said in read(path).diagnostics}


def test_sections_that_the_template_does_not_know(path: Path) -> None:
    known = set(layouts.HEADINGS.values())
    found = [section.heading for section in read(path).extra if section.heading not in known]
    assert found == expected(path)["extra"]


def test_the_narratives_hold_no_table(path: Path) -> None:
    report = read(path)
    for narrative in (report.overview, report.problems, report.other_matters):
        assert narrative is not None
        assert narrative.text
        assert "勾稽关系" not in narrative.text
        assert "结转下年度继续办理" not in narrative.text
