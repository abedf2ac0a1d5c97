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
FENCED = re.compile(r"^```\w+\n.*?^```$", re.MULTILINE | re.DOTALL)
CLAUSE = re.compile(r"^- \*\*(\d\.\d+)\*\*", re.MULTILINE)
FAILING = re.compile(r"^\| (\d\.\d[^|]*) \|", re.MULTILINE)
DOCUMENTED = re.compile(r"auto(?:class|function):: govinfo\.([\w.]+)")
HEADING, ITEM, TABLE_ROW = (
    re.compile(pattern, re.MULTILINE) for pattern in ("^#+ ", r"^ *(?:-|\d+\.) ", r"^\|")
)
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


LANGUAGES = pytest.mark.parametrize("docs", ["docs", "docs/zh"])


@LANGUAGES
def test_a_table_of_ones_own(docs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(snippets(f"{docs}/your-own-table.md")) == 4
    run(f"{docs}/your-own-table.md", 4)


def test_a_table_of_ones_own_amid_a_report() -> None:
    names = run("docs/your-own-table.md", 1)
    own = govinfo.read(names["text"].encode()).blocks
    data = by_python_docx([*FULL.blocks(), Heading("七、咨询情况", 2), *own])
    read = govinfo.interpret(govinfo.read(data), names["Consultations"])
    assert read.section == names["read"].section
    assert read.diagnostics == ()
    report = govinfo.parse(data)
    assert {path: fact.value for path, fact in report.facts.items()} == FULL.figures


@LANGUAGES
def test_claims_and_a_measure_of_ones_own(docs: str) -> None:
    before = dict(MEASURES)
    run(f"{docs}/claims.md", 2)
    assert set(MEASURES) - set(before) == {"narrative.livestreams"}
    MEASURES.pop("narrative.livestreams")


@LANGUAGES
def test_a_rule_of_ones_own(docs: str) -> None:
    before = dict(RULES)
    run(f"{docs}/your-own-rule.md", 1)
    assert set(RULES) - set(before) == {"QX001"}
    RULES.pop("QX001")


def in_both(*names: str) -> tuple[str, ...]:
    """Pages of the documentation in English and in Chinese."""
    return tuple(f"{docs}/{name}.md" for name in names for docs in ("docs", "docs/zh"))


HERE = (
    "README.md",
    "README.zh-CN.md",
    *in_both("between", "checking", "rendering", "review-page", "schema"),
)
"""Pages whose snippets run in the repository's folder."""
EMPTY = in_both("tutorial", "check-before-publication")
"""Pages that are followed from an empty folder."""
SAME = ("new-edition", "writing-an-adapter")
"""Pages that tests of their own follow at length in English: the Chinese ones say the same."""
ELSEWHERE = in_both("claims", "corpus", "your-own-rule", "your-own-table", *SAME)
"""Pages that have tests of their own."""
ENGLISH = {"architecture", "changes", "contributing", "example-epub", "security"}
"""Pages for those who work on the library."""


def test_every_page_is_there_in_chinese() -> None:
    english, chinese = ({page.stem for page in at.glob("*.md")} for at in (DOCS, DOCS / "zh"))
    assert english - ENGLISH == chinese


OTHERWISE = {"README", "index", "introduction", "api", "blocks", "converters", "glossary"}
"""Pages that are made otherwise in Chinese: they point to the English ones for what code says."""
TRANSLATED = sorted({page.stem for page in DOCS.glob("*.md")} - ENGLISH - OTHERWISE - {"stability"})


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_chinese_page_has_the_parts_of_the_english_one(name: str) -> None:
    """What is added to one is to be told in the other, too."""
    english, chinese = (FENCED.sub("", read_page(page)) for page in in_both(name))
    for part in (HEADING, ITEM, *([] if name == "commands" else [TABLE_ROW])):
        assert len(part.findall(chinese)) == len(part.findall(english)), part.pattern


@pytest.mark.parametrize("name", SAME)
def test_the_chinese_page_says_the_same(name: str) -> None:
    english, chinese = map(read_page, in_both(name))
    assert FENCED.findall(chinese) == FENCED.findall(english)
    assert failing(chinese) == failing(english)


def failing(text: str) -> list[list[str]]:
    """The clauses in each row of a table of those that fail."""
    return [re.findall(r"\d\.\d+", row) for row in FAILING.findall(text)]


def test_the_contract_has_the_same_clauses_in_chinese() -> None:
    english, chinese = map(read_page, in_both("adapter-contract"))
    assert CLAUSE.findall(chinese) == CLAUSE.findall(english)


def test_the_chinese_pages_name_what_the_interface_has() -> None:
    english, chinese = map(read_page, in_both("api"))
    assert [one for one in DOCUMENTED.findall(english) if one not in chinese] == []


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


@LANGUAGES
def test_the_snippets_of_the_page_about_corpora_run(
    docs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = f"{docs}/corpus.md"
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
