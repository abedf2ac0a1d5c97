from __future__ import annotations

from pathlib import Path

import govinfo

EXAMPLE = Path(__file__).parents[2] / "examples" / "report.txt"


def test_the_tables_in_a_notebook_read_as_the_same_report() -> None:
    report = govinfo.parse(EXAMPLE)
    shown = govinfo.parse(f"<html><body>{report._repr_html_()}</body></html>".encode())
    assert shown.title == report.title
    assert {path: fact.value for path, fact in shown.facts.items()} == {
        path: fact.value for path, fact in report.facts.items()
    }
    assert shown.facts["disputes.litigation.direct.other"].note == "裁定撤诉"


def test_what_a_document_prints_is_escaped() -> None:
    report = govinfo.Report(title="<script>alert(1)</script>")
    assert "<script>" not in report._repr_html_()
