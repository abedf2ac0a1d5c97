"""Real reports, read exactly as their figures were checked by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govinfo

SHARED = Path(__file__).parents[2] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []
pytestmark = [
    pytest.mark.skipif(not SEEDS, reason="the real reports are not beside the repository"),
    pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem),
]


def expected(seed: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SHARED / "expected" / f"{seed.stem}.json").read_bytes())
    return data


def plain(value: int | govinfo.Money | None) -> Any:
    if isinstance(value, govinfo.Money):
        return {"amount": str(value.amount), "unit": value.unit}
    return value


def test_every_fact_is_read_blank_ones_included(seed: Path) -> None:
    found = {path: plain(fact.value) for path, fact in govinfo.parse(seed).facts.items()}
    assert found == expected(seed)["facts"]


def test_the_head_of_the_report(seed: Path) -> None:
    report, truth = govinfo.parse(seed), expected(seed)
    assert [report.title, report.agency, report.year, report.edition] == [
        truth[name] for name in ("title", "agency", "year", "edition")
    ]


def test_what_was_printed_and_not_placed_is_warned_of(seed: Path) -> None:
    """A fact that is null although its row has tokens has a warning at it or at its row."""
    report = govinfo.parse(seed)
    warned = {
        found.path for found in report.diagnostics if found.severity is not govinfo.Severity.INFO
    }
    unread = [
        path
        for path, fact in report.facts.items()
        if fact.value is None and fact.raw and fact.raw.strip()
    ]
    assert all(any(path == at or path.startswith(f"{at}.") for at in warned) for path in unread)


def test_a_fact_says_on_which_line_it_was_printed(seed: Path) -> None:
    lines = seed.read_text(encoding="utf-8").splitlines()
    facts = [
        fact
        for fact in govinfo.parse(seed).facts.values()
        if fact.value is not None and fact.raw and fact.raw.isdecimal()
    ]
    assert facts
    for fact in facts:
        assert fact.anchor is not None
        assert fact.anchor.line is not None
        assert fact.raw is not None
        assert fact.raw in lines[fact.anchor.line - 1]


def test_the_sections_of_running_text_hold_running_text(seed: Path) -> None:
    report = govinfo.parse(seed)
    for narrative in (report.overview, report.problems, report.other_matters):
        assert narrative is not None
        assert narrative.text
        assert narrative.heading
        assert "勾稽关系" not in narrative.text


def test_a_report_comes_back_from_plain_data(seed: Path) -> None:
    report = govinfo.parse(seed)
    assert govinfo.Report.from_dict(json.loads(report.to_json())) == report


def test_a_report_is_read_alike_from_every_encoding_and_line_end(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    truth = govinfo.parse(seed)
    for data in (
        text.encode("gb18030"),
        text.encode("utf-16"),
        text.replace("\n", "\r\n").encode(),
    ):
        assert govinfo.parse(data) == truth
