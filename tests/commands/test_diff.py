from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govinfo.checks import between_rules as rules
from govinfo.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for rule in (rules.IN_FORCE, rules.COPIED):
        for name, text in zip(("last", "this"), rule.example.split(rules.NEXT), strict=True):
            (tmp_path / f"{rule.name}-{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pair(rule: str) -> tuple[str, str]:
    return f"{rule}-last.txt", f"{rule}-this.txt"


@pytest.mark.usefixtures("folder")
def test_figures_and_findings_in_chinese() -> None:
    result = run(*pair("in-force-differs"), "--lang", "zh")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert lines[0] == ["上年", "本年", "增减"]
    assert ["现行有效件数", "·", "行政规范性文件", "10", "12", "+2"] in lines
    assert not any("规章" in line and "0" in line for line in lines)
    assert "GI403 警告 表二 · 现行有效件数 · 行政规范性文件印为 12" in result.stdout


@pytest.mark.usefixtures("folder")
def test_all_figures_in_english() -> None:
    result = run(*pair("in-force-differs"), "--lang", "en", "--all")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["本年制发件数", "·", "规章", "0", "0", "0"] in lines
    assert "by last year's report it is 11" in result.stdout


@pytest.mark.usefixtures("folder")
def test_repeated_texts_are_no_problem_by_themselves() -> None:
    result = run(*pair("narrative-repeated"), "--lang", "en")
    assert result.exit_code == 0
    assert "五、存在的主要问题及改进情况: 100% repeated from last year" in result.stdout
    assert "  = 公开的内容还不够细致" in result.stdout


@pytest.mark.usefixtures("folder")
def test_json() -> None:
    result = run(*pair("in-force-differs"), "--format", "json", "--lang", "zh")
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [one["code"] for one in data["findings"]] == ["GI403"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read() -> None:
    result = run("in-force-differs-last.txt", "nothing.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing.txt" in result.stderr
