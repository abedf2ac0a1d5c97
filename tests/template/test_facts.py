"""Facts are found by path, by pattern and by where they stand; reports print as one line."""

from __future__ import annotations

from pathlib import Path

import pytest

import govinfo
from govinfo import Anchor, Facts

EXAMPLE = Path(__file__).parents[2] / "examples" / "report.txt"


@pytest.fixture(scope="module")
def report() -> govinfo.Report:
    return govinfo.parse(EXAMPLE)


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("requests.recieved.total", "requests.received.total"),
        ("requests.outcome.granted.total", "requests.outcomes.granted.total"),
        ("disputes.reconsideration.uphold", "disputes.reconsideration.upheld"),
    ],
)
def test_a_path_that_is_none_names_the_nearest(
    report: govinfo.Report, wrong: str, nearest: str
) -> None:
    with pytest.raises(KeyError, match=f"{wrong}.*{nearest}"):
        report.facts[wrong]
    assert wrong not in report.facts
    assert report.facts.get(wrong) is None


def test_a_report_without_facts_says_so() -> None:
    with pytest.raises(KeyError, match="no facts"):
        Facts()["requests.received.total"]


def test_a_pattern_finds_facts(report: govinfo.Report) -> None:
    found = report.facts.query("requests.*.total")
    assert len(found) == 23
    assert all(path.startswith("requests.") and path.endswith(".total") for path in found)


def test_facts_are_found_by_part_row_and_column(report: govinfo.Report) -> None:
    denied = report.facts.where(part="requests", row="outcomes.denied")
    assert len(denied) == 8 * 7
    assert list(report.facts.where(row="received", column="total")) == ["requests.received.total"]
    assert len(report.facts.where(part="disputes")) == 15
    assert not report.facts.where(part="request")
    by_path = report.facts.where(row="requests.outcomes.denied")
    assert list(by_path) == list(denied)
    assert not report.facts.where(row="requests.outcomes.deni")


def test_a_report_and_a_document_print_as_one_line(report: govinfo.Report) -> None:
    assert repr(report) == (
        "<Report: 云岭市青溪区人民政府2020年政府信息公开工作年度报告, edition 2019, 198 facts, "
        "1 diagnostic>"
    )
    assert repr(govinfo.Report()) == (
        "<Report: without a title, of no known edition, 0 facts, 0 diagnostics>"
    )
    assert repr(govinfo.read(EXAMPLE)).startswith("<Document: text, ")
    assert len(repr(govinfo.read(EXAMPLE))) < 100


def test_an_anchor_prints_what_it_has() -> None:
    assert repr(Anchor(page=2, box=(1.0, 2.0, 3.0, 4.0))) == (
        "Anchor(page=2, box=(1.0, 2.0, 3.0, 4.0))"
    )
    assert repr(Anchor()) == "Anchor()"
