"""Two years, and a parent with three units, that show every kind of finding; sound ones show none.

As a person meets them: files, the commands, their text and their page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from bs4 import BeautifulSoup
from click.testing import CliRunner

from between.pairs import two_years, with_value
from between.test_units import parent_of, units
from govinfo.checks import between_rules
from govinfo.checks.catalogue import catalogue
from govinfo.cli import main
from govinfo.template.editions import Edition
from govinfo.template.narrative import Narrative
from govinfo.template.report import Report

COPIED = Narrative(
    "公开的内容还不够细致，解读的形式比较单一，今后将加强对业务人员的培训。", "五、存在的主要问题"
)
OWN = Narrative("今年编印了问答手册三册，开设了讲解的课程，查阅点增至三处。", "五、存在的主要问题")
YEARS = {"GI401", "GI402", "GI403", "GI404", "GI405", "GI406"}
UNITS = {"GI411", "GI412", "GI413", "GI414", "GI415", "GI416", "GI417"}
CODE = re.compile(r"GI4\d\d")


def shown(command: str, files: Mapping[str, Report], folder: Path) -> dict[str, set[str]]:
    """The codes that a command shows, by form of its output."""
    folder.mkdir(exist_ok=True)
    for name, report in files.items():
        (folder / f"{name}.docx").write_bytes(report.render("docx"))
    paths = [str(folder / f"{name}.docx") for name in files]
    text = CliRunner().invoke(main, [command, *paths, "--all", "--lang", "zh"])
    html = CliRunner().invoke(main, [command, *paths, "--format", "html", "--lang", "zh"])
    page = BeautifulSoup(html.stdout, "lxml")
    found = {
        "text": set(CODE.findall(text.stdout)),
        "page": {one.text for one in page.select(".findings .code")},
    }
    problems = bool(found["text"] - {"GI404", "GI406", "GI412", "GI413", "GI414"})
    assert text.exit_code == html.exit_code == int(problems), text.output
    return found


def years(edition: Edition) -> tuple[Report, Report]:
    last, this = two_years(Random(4), edition)
    return evolve(last, problems=COPIED), evolve(this, problems=OWN)


@pytest.mark.parametrize("edition", [Edition.E2019, Edition.E2021])
def test_sound_years_show_none(edition: Edition, tmp_path: Path) -> None:
    last, this = years(edition)
    assert shown("diff", {"last": last, "this": this}, tmp_path) == {"text": set(), "page": set()}


@pytest.mark.parametrize(
    ("edition", "wrong", "code"),
    [
        (Edition.E2019, "proactive.licensing.previous_items", "GI402"),
        (Edition.E2021, "proactive.normative_documents.in_force", "GI403"),
    ],
)
def test_two_years_show_each_kind(edition: Edition, wrong: str, code: str, tmp_path: Path) -> None:
    last, this = years(edition)
    for path in (wrong, "requests.carried_over.natural_person"):
        this = with_value(this, path, 777)
    last = with_value(last, "requests.carried_forward.enterprise", None)
    this = evolve(this, problems=COPIED)
    expected = {"GI401", code, "GI404", "GI406"}
    found = shown("diff", {"last": last, "this": this}, tmp_path)
    assert found == {"text": expected, "page": expected}


def test_years_of_two_organs_show_that_they_are(tmp_path: Path) -> None:
    last, this = years(Edition.E2021)
    files = {"last": last, "this": evolve(this, title="", agency="青溪县水务局")}
    other = Report.from_figures(
        {"requests.received.total": 3}, edition="2021", agency="青溪县水务局", year=2022
    )
    files["this"] = other
    assert shown("diff", files, tmp_path) == {"text": {"GI405"}, "page": {"GI405"}}


def titled(report: Report, agency: str, year: int = 2023) -> Report:
    title = f"{agency}{year}年政府信息公开工作年度报告"
    return evolve(report, title=title, agency=agency, year=year)


NAMES = ("云岭市水务局", "云岭市档案局", "云岭市教育局")


def family() -> tuple[Report, dict[str, Report]]:
    made = units(Random(5), 3).values()
    children = {name: titled(report, name) for name, report in zip(NAMES, made, strict=True)}
    return titled(parent_of(children), "云岭市人民政府"), children


def test_a_sound_family_shows_none(tmp_path: Path) -> None:
    parent, children = family()
    found = shown("rollup", {"parent": parent} | children, tmp_path)
    assert found == {"text": set(), "page": set()}


def test_a_family_shows_each_kind_of_sums(tmp_path: Path) -> None:
    parent, children = family()
    first, second, third = children
    # What the parent left out of its sum, what its unit's own sums deny, and what is blank.
    left_out = "disputes.litigation.direct.upheld"
    whole, part = parent.facts[left_out].value, children[second].facts[left_out].value
    assert isinstance(whole, int)
    assert isinstance(part, int)
    parent = with_value(parent, left_out, whole - part)
    children[second] = with_value(children[second], left_out, 91)
    children[first] = with_value(children[first], "requests.carried_forward.enterprise", None)
    children[third] = with_value(children[third], "requests.received.natural_person", 777)
    expected = {"GI411", "GI412", "GI413", "GI414"}
    found = shown("rollup", {"parent": parent} | children, tmp_path)
    assert found == {"text": expected, "page": expected}


def test_a_family_shows_each_kind_of_unit_that_does_not_fit(tmp_path: Path) -> None:
    parent, children = family()
    first, second, third = children
    row = {"requests.outcomes.other.total.total": 2}
    files = {
        "parent": parent,
        first: children[first],
        "again": children[first],
        second: titled(children[second], second, 2022),
        third: Report.from_figures(row, edition="2019", agency=third, year=2023),
    }
    found = shown("rollup", files, tmp_path)
    assert found["text"] == found["page"]
    assert found["text"] >= {"GI415", "GI416", "GI417"}


def test_these_are_all_kinds() -> None:
    told = {rule.code for rule in catalogue() if rule.code.startswith("GI4")}
    assert told == YEARS | UNITS
    assert {rule.code for rule in vars(between_rules).values() if hasattr(rule, "code")} >= told
