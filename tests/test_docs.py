"""The snippets in the documentation run, and say the truth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import govinfo

ROOT = Path(__file__).parents[1]
SNIPPET = re.compile(r"```python\n(.*?)```", re.DOTALL)
CLAIM = re.compile(r"^(?P<code>[^#\n]+?)\s+# (?P<value>[^#\n]+)$", re.MULTILINE)


def snippets(page: str) -> list[str]:
    return SNIPPET.findall((ROOT / page).read_text(encoding="utf-8"))


def test_a_table_of_ones_own() -> None:
    (snippet,) = snippets("docs/your-own-table.md")
    code = compile(snippet, "docs/your-own-table.md", "exec", dont_inherit=True)
    exec(code, {})  # noqa: S102


@pytest.mark.parametrize("page", ["docs/checking.md", "docs/rendering.md", "docs/review-page.md"])
def test_the_snippets_of_a_page_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    for snippet in snippets(page):
        exec(compile(snippet, page, "exec", dont_inherit=True), names)  # noqa: S102


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


def test_the_readme_quotes_the_finding_as_it_is_printed() -> None:
    (finding,) = govinfo.parse(ROOT / "examples" / "report.txt").diagnostics
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"# {finding.code} {finding.text('zh')}" in page
