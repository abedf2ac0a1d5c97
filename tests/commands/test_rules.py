from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from govinfo.checks.catalogue import catalogue
from govinfo.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_rules_lists_each_rule_with_its_severity() -> None:
    out = run("rules", "--lang", "en").stdout
    assert all(f"{rule.code}  {rule.severity}" in out for rule in catalogue())


def test_rules_are_listed_in_chinese() -> None:
    out = run("rules", "--lang", "zh").stdout
    assert "GI101  警告  table-missing" in out
    assert "GI201  错误  balance" in out
    assert "GI209  提示  one-cell-explains" in out


def test_rules_as_json() -> None:
    data = json.loads(run("rules", "--format", "json", "--lang", "zh").stdout)
    assert [rule["code"] for rule in data] == [rule.code for rule in catalogue()]
    assert all(rule["todo"] for rule in data)
    assert [rule["example"] for rule in data] == [rule.example for rule in catalogue()]


@pytest.mark.parametrize("name", ["GI201", "gi201", "balance"])
def test_a_rule_is_found_by_code_or_name(name: str) -> None:
    out = run("rule", name, "--lang", "en").stdout
    assert out.startswith("## GI201 balance (error)")
    assert "What to do" in out


def test_a_rule_that_does_not_exist_is_refused() -> None:
    result = run("rule", "GI999")
    assert result.exit_code == 2
    assert "govinfo rules" in result.stderr
