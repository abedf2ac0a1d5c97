"""The snippets in the documentation run, and say the truth."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import govinfo
from govinfo.blocks import Heading
from govinfo.diagnostics import RULES
from govinfo.isolation import POOL
from govinfo.prose.measures import MEASURES
from pages import follow
from reports.told import FULL
from reports.word import by_python_docx
from specimens import figures_of, findings_of, specimens

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
RUN = re.compile("^```(python|console)$", re.MULTILINE)
SNIPPET = re.compile(r"```python\n(.*?)```", re.DOTALL)
CLAIM = re.compile(r"^(?P<code>[^#\n]+?)\s+# (?P<value>[^#\n]+)$", re.MULTILINE)


def read_page(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def snippets(page: str) -> list[str]:
    return SNIPPET.findall(read_page(page))


def run(page: str, count: int) -> dict[str, Any]:
    """Run the first snippets of a page one after the other, and return what they name."""
    names: dict[str, Any] = {}
    for snippet in snippets(page)[:count]:
        # The page's annotations are not postponed as this file's are.
        exec(compile(snippet, page, "exec", dont_inherit=True), names)  # noqa: S102
    return names


def test_a_table_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(snippets("docs/your-own-table.md")) == 4
    run("docs/your-own-table.md", 4)


def test_a_table_of_ones_own_amid_a_report() -> None:
    names = run("docs/your-own-table.md", 1)
    own = govinfo.read(names["text"].encode()).blocks
    data = by_python_docx([*FULL.blocks(), Heading("七、咨询情况", 2), *own])
    read = govinfo.interpret(govinfo.read(data), names["Consultations"])
    assert read.section == names["read"].section
    assert read.diagnostics == ()
    report = govinfo.parse(data)
    assert {path: fact.value for path, fact in report.facts.items()} == FULL.figures


def test_claims_and_a_measure_of_ones_own() -> None:
    before = dict(MEASURES)
    run("docs/claims.md", 2)
    assert set(MEASURES) - set(before) == {"narrative.livestreams"}
    MEASURES.pop("narrative.livestreams")


def test_a_rule_of_ones_own() -> None:
    before = dict(RULES)
    run("docs/your-own-rule.md", 1)
    assert set(RULES) - set(before) == {"QX001"}
    RULES.pop("QX001")


HERE = (
    "README.md",
    "README.zh-CN.md",
    "docs/between.md",
    "docs/checking.md",
    "docs/rendering.md",
    "docs/review-page.md",
    "docs/schema.md",
)
"""Pages whose snippets run in the repository's folder."""
EMPTY = (
    "docs/tutorial.md",
    "docs/check-before-publication.md",
    "docs/zh/tutorial.md",
    "docs/zh/check-before-publication.md",
)
"""Pages that are followed from an empty folder."""
ELSEWHERE = (
    "docs/claims.md",
    "docs/corpus.md",
    "docs/new-edition.md",
    "docs/writing-an-adapter.md",
    "docs/your-own-rule.md",
    "docs/your-own-table.md",
)
"""Pages that have tests of their own."""


def test_every_page_with_snippets_is_run() -> None:
    pages = {
        path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    }
    written = {page for page in pages if RUN.search(read_page(page))}
    assert written == {*HERE, *EMPTY, *ELSEWHERE}


@pytest.mark.parametrize("page", HERE)
def test_the_snippets_of_a_page_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    run(page, len(snippets(page)))


def test_the_snippets_of_the_page_about_corpora_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = "docs/corpus.md"
    assert len(snippets(page)) == 7
    run(page, 7)
    POOL.close()


@pytest.mark.parametrize("page", EMPTY)
def test_a_page_can_be_followed_from_an_empty_folder(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    follow(ROOT / page)
    POOL.close()


def claims() -> Iterator[tuple[str, str]]:
    for match in CLAIM.finditer(snippets("README.md")[0]):
        if not match["code"].lstrip().startswith(("for ", "print")):
            yield match["code"].strip(), match["value"].strip()


@pytest.mark.parametrize(("code", "value"), list(claims()))
def test_the_readme_says_what_the_example_holds(code: str, value: str) -> None:
    report = govinfo.parse(ROOT / "examples" / "report.txt")
    names: dict[str, Any] = {
        "report": report,
        "fact": report.facts["disputes.litigation.direct.other"],
    }
    assert repr(eval(code, names)) == value  # noqa: S307


def test_the_readme_shows_what_is_read() -> None:
    (specimen,) = specimens(ROOT / "README.md")
    report = govinfo.parse(specimen.data)
    assert figures_of(report, specimen.figures) == specimen.figures
    assert findings_of(report) == specimen.findings


def test_the_readme_quotes_the_finding_as_it_is_printed() -> None:
    (finding,) = govinfo.parse(ROOT / "examples" / "report.txt").diagnostics
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"# {finding.code} {finding.text('zh')}" in page


def test_the_notebook_draws_what_the_reports_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = runpy.run_path(str(ROOT / "docs" / "ten_years.py"))
    by_year = names["by_year"]
    told = [govinfo.parse(path) for path in sorted(tmp_path.glob("ten-years-reports/*/*.docx"))]
    received = ("indicators.applications.received", "requests.received.total")
    for year in names["YEARS"]:
        facts = [one.facts for one in told if one.year == year]
        values = [held[path].value for held in facts for path in received if path in held]
        assert by_year.loc[year, "requests_received"] == sum(map(int, map(str, values)))
    assert list(by_year.index) == list(names["YEARS"])
    assert by_year["share_granted"].between(0.5, 1).all()
    assert (tmp_path / "ten-years-panel" / "plot.png").read_bytes().startswith(b"\x89PNG")
