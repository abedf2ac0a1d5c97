"""The page makes an adapter from nothing: its snippets are written, installed and run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from environments import Environment, make_environment
from govinfo.testing.hooks import Hooks

PAGE = Path(__file__).parents[1] / "docs" / "writing-an-adapter.md"
FILE = re.compile(r"```(?:python|toml)\n# (?P<path>\S+)\n(?P<text>.*?)```", re.DOTALL)
FENCE = re.compile(r"^```\w+$", re.MULTILINE)
ROW = re.compile(r"^\| (?P<clauses>\d[^|]*) \| [^|]+ \|$", re.MULTILINE)
CLAUSE = re.compile(r"This is clause (\d+\.\d+) of")
REPORT = """{"format": "portal-report",
 "content": [{"heading": "云岭市水务局2023年政府信息公开工作年度报告"},
             "全年未收到申请。",
             {"heading": "二、主动公开政府信息情况"},
             {"rows": [[{"text": "第二十条第（一）项", "colspan": 4}],
                       ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
                       ["规章", "0", "0", "0"],
                       ["行政规范性文件", "3", "1", "24"]]}]}"""


def files() -> list[tuple[str, str]]:
    """Every file that the page writes, in its order; one is written twice."""
    return [(found["path"], found["text"]) for found in FILE.finditer(_page())]


def _page() -> str:
    return PAGE.read_text(encoding="utf-8")


def clauses_of_the_first_attempt() -> set[str]:
    """The clauses that the page says fail."""
    return {clause for row in ROW.finditer(_page()) for clause in _listed(row["clauses"])}


def _listed(text: str) -> Iterator[str]:
    for part in text.split(", "):
        first, _, last = part.partition(" to ")
        chapter, _, number = first.partition(".")
        end = (last or first).partition(".")[2]
        yield from (f"{chapter}.{at}" for at in range(int(number), int(end) + 1))


def write(project: Path, made: list[tuple[str, str]]) -> None:
    for path, text in made:
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


QUICK = """
from hypothesis import Phase, settings

settings.register_profile("quick", phases=[Phase.generate], derandomize=True, max_examples=25)
settings.load_profile("quick")
"""
"""To search long for the least document that fails is for people; the page needs to fail only."""


def run_contract(environment: Environment, project: Path) -> tuple[int, str]:
    done = environment.run(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short"),
        *("-c", str(project / "pyproject.toml"), str(project / "tests")),
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """What the contract says of the first attempt and of the last."""
    folder = tmp_path_factory.mktemp("writing")
    environment = make_environment(folder / "environment")
    project = folder / "govinfo-portal"
    written = files()
    second = next(at for at, (path, _) in enumerate(written) if path.endswith("_grid.py"))
    write(project, [*written[:second], ("tests/conftest.py", QUICK)])
    environment.install(project)
    first = run_contract(environment, project)
    write(project, written[second:])
    environment.uninstall("govinfo-portal")
    environment.install(project)
    (environment.folder / "report.json").write_text(REPORT, encoding="utf-8")
    program = "import sys; from govinfo.cli import main; main(sys.argv[1:])"
    shown = environment.run("-c", program, "blocks", "report.json")
    read = environment.run("-c", program, "facts", "-q", "report.json")
    return {
        "first": first,
        "last": run_contract(environment, project),
        "shown": (shown.returncode, shown.stdout),
        "read": (read.returncode, read.stdout),
    }


def test_the_first_attempt_fails_as_the_page_says(outcome: dict[str, tuple[int, str]]) -> None:
    code, output = outcome["first"]
    assert code == 1, output
    failed = set(CLAUSE.findall(output))
    assert failed == clauses_of_the_first_attempt(), output


def test_the_last_passes_the_contract(outcome: dict[str, tuple[int, str]]) -> None:
    code, output = outcome["last"]
    assert code == 0, output
    assert "skipped" not in output


def test_it_reads_the_file_that_the_page_begins_with(outcome: dict[str, tuple[int, str]]) -> None:
    assert REPORT in _page()
    assert outcome["shown"][1].splitlines() == [
        "heading: 云岭市水务局2023年政府信息公开工作年度报告",
        "paragraph: 全年未收到申请。",
        "heading: 二、主动公开政府信息情况",
        *("table: 4 x 4", "  0: 第二十条第（一）项 <4 columns>"),
        "  1: 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
        *("  2: 规章 | 0 | 0 | 0", "  3: 行政规范性文件 | 3 | 1 | 24"),
    ]


def test_it_is_read_as_a_report(outcome: dict[str, tuple[int, str]]) -> None:
    printed = [line.split("\t") for line in outcome["read"][1].splitlines()]
    values = {row[0]: row[2] for row in printed}
    assert values["proactive.normative_documents.in_force"] == "24"


def test_every_declaration_is_in_the_page() -> None:
    names = [name for name in vars(Hooks) if not name.startswith(("_", "test_", "any_of"))]
    shared = {"adapter", "read", "documents", "expected"}
    missing = [name for name in names if name not in shared and name not in _page()]
    assert names
    assert not missing


def test_every_snippet_is_a_file_or_a_command() -> None:
    kinds = FENCE.findall(_page())
    assert len(files()) == sum(kind in ("```python", "```toml") for kind in kinds)
    assert {kind for kind in kinds if kind not in ("```python", "```toml")} == {"```json", "```sh"}
