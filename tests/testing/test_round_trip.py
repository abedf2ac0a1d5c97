"""What is written is read again: every edition, every format, every layout.

About 2,000 reports in the default profile; `benchmarks/round_trip.py` writes as many as you like.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo import Report
from govinfo.render.page import document_of
from govinfo.template.editions import Edition
from govinfo.testing.compare import differences
from govinfo.testing.strategies import WRITINGS, Writing, reports

EVERY = [writing for writings in WRITINGS.values() for writing in writings]
_EXAMPLES, _OF_WORD = 24, 8
"""Reports for each edition and writing, some 2,000 in all."""


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("writing", EVERY, ids=lambda one: f"{one.format}: {one.name}")
def test_a_report_comes_back(writing: Writing, edition: Edition) -> None:
    @settings(max_examples=_OF_WORD if writing.format == "docx" else _EXAMPLES)
    @given(st.one_of(reports(edition, sound=True), reports(edition, sound=False)))
    def comes_back(report: Report) -> None:
        read = govinfo.parse(writing(document_of(report)))
        assert differences(report, read) == {}

    comes_back()


@pytest.mark.parametrize("edition", Edition)
@settings(max_examples=1)
@given(data=st.data())
def test_a_report_comes_back_from_paper(
    edition: Edition, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    report = data.draw(reports(edition, blanks=False))
    folder = tmp_path_factory.mktemp("paper")
    (folder / "report.docx").write_bytes(report.render("docx"))
    convert(office, folder)
    read = govinfo.parse(folder / "report.pdf")
    # Lines of print do not tell for certain where a paragraph ends; all else comes back.
    assert differences(in_one_line(report), in_one_line(read)) == {}


def in_one_line(report: Report) -> Report:
    """The report with every narrative in one line, without blanks."""
    joined = {
        name: attrs.evolve(narrative, text="".join(narrative.text.split()))
        for name in ("preamble", "overview", "problems", "other_matters")
        if (narrative := getattr(report, name)) is not None
    }
    extra = tuple(attrs.evolve(one, text="".join(one.text.split())) for one in report.extra)
    return attrs.evolve(report, extra=extra, **joined)


def convert(office: str, folder: Path) -> None:
    """Print a Word file to PDF, in a profile of its own: several may run at once."""
    subprocess.run(  # noqa: S603 - found on the path
        [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(folder / "report.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
