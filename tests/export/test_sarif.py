"""SARIF: addresses, what tells a finding again, where a rule is documented."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

import govinfo
from govinfo.checks.cells import one_cell
from govinfo.diagnostics import Diagnostic
from govinfo.export import sarif as module
from govinfo.export.sarif import sarif


def findings(text: str = one_cell.example) -> tuple[Diagnostic, ...]:
    report = govinfo.parse(text.encode())
    return (*report.diagnostics, *report.check())


def results(name: str = "a.txt", text: str = one_cell.example) -> list[dict[str, Any]]:
    (run,) = sarif([(name, findings(text))], "en", "1")["runs"]
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
    (run,) = sarif([("a.txt", findings())], "zh", "1")["runs"]
    uris = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert uris["GI204"] == "https://example.org/docs/diagnostics.zh.html#gi204-disputes-sum-error"
