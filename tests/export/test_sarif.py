"""SARIF: addresses, what tells a finding again, where a rule is documented."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

import govinfo
from govinfo.checks.cells import one_cell
from govinfo.export import sarif as module
from govinfo.export.sarif import Found, sarif


def found(name: str = "a.txt", text: str = one_cell.example) -> Found:
    report = govinfo.parse(text.encode())
    return Found(name, (*report.diagnostics, *report.check()), report.facts)


def results(name: str = "a.txt", text: str = one_cell.example) -> list[dict[str, Any]]:
    (run,) = sarif([found(name, text)], "en", "1")["runs"]
    held: list[dict[str, Any]] = run["results"]
    return held


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("报告 1.docx", "%E6%8A%A5%E5%91%8A%201.docx"),
        ("100%.txt", "100%25.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/年报/a#b.pdf", "file:///%E5%B9%B4%E6%8A%A5/a%23b.pdf"),
        ("C:\\年报\\a.pdf", "file:///C:/%E5%B9%B4%E6%8A%A5/a.pdf"),
        ("https://example.org/a%20b?c=1", "https://example.org/a%20b?c=1"),
    ],
)
def test_a_name_becomes_a_uri(name: str, uri: str) -> None:
    place = results(name)[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri}
    assert unquote(uri)


def test_a_finding_keeps_its_fingerprint_where_it_moves() -> None:
    title, rest = one_cell.example.split("\n", 1)
    moved = f"{title}\n\n\n{rest}"
    before, after = (
        [result["partialFingerprints"]["govinfo/v1"] for result in results(text=text)]
        for text in (one_cell.example, moved)
    )
    assert before == after
    assert len(set(before)) == len(before)


def test_a_rule_names_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "url", lambda _: "https://example.org/docs/")
    (run,) = sarif([found()], "zh", "1")["runs"]
    uris = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert uris["GI204"] == "https://example.org/docs/zh/diagnostics.html#gi204-disputes-sum-error"


def test_a_sum_names_the_places_of_its_parts() -> None:
    (wrong,) = (result for result in results() if result["ruleId"] == "GI204")
    related = wrong["relatedLocations"]
    paths = [one["logicalLocations"][0]["fullyQualifiedName"] for one in related]
    assert paths == [
        f"disputes.reconsideration.{name}" for name in ("upheld", "corrected", "other", "pending")
    ]
    assert [one["id"] for one in related] == [1, 2, 3, 4]
    assert related[0]["physicalLocation"]["region"] == {"startLine": 7}
    assert related[0]["message"]["text"].startswith("行政复议 · 结果维持: 5")
