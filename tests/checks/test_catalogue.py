"""Every rule is registered, documented in both languages, and shown by an example of its own."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import govinfo
from govinfo.checks import between_rules
from govinfo.checks.catalogue import catalogue, page
from govinfo.diagnostics import RULES, Diagnostic, Language, Rule, Severity, rule

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[Language, str] = {"en": "diagnostics.md", "zh": "zh/diagnostics.md"}


def declared() -> dict[str, Rule]:
    """Every rule that any module of the library holds, however it came to be."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(govinfo.__path__, "govinfo."):
        try:
            loaded = import_module(module.name)
        except ModuleNotFoundError as error:
            if str(error.name).startswith("govinfo"):
                raise
            continue  # of an extra that is not installed
        found |= {value.code: value for value in vars(loaded).values() if isinstance(value, Rule)}
    return found


def test_every_rule_is_in_the_catalogue() -> None:
    assert tuple(declared()[code] for code in sorted(declared())) == catalogue()


def test_a_code_is_declared_once() -> None:
    taken = catalogue()[0].code
    words = ("", "")
    with pytest.raises(ValueError, match=taken):
        rule(taken, "x", Severity.INFO, en="", zh="", what=words, why=words, todo=words, example="")
    assert taken in RULES


@pytest.mark.parametrize("language", list(PAGES))
@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rule_has_its_page(rule: Rule, language: Language) -> None:
    text = (DOCS / PAGES[language]).read_text(encoding="utf-8")
    assert "\n".join(page(rule, language)) in text
    assert all(words.text(language).strip() for words in (rule.what, rule.why, rule.todo))


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_message_names_the_same_values_in_both_languages(rule: Rule) -> None:
    english, chinese = (
        set(re.findall(r"\{(\w+)\}", text)) for text in (rule.message.en, rule.message.zh)
    )
    assert english == chinese


def test_only_rules_about_pictures_lack_an_example() -> None:
    lacking = {rule.code for rule in catalogue() if not rule.example}
    assert lacking == {f"GI{code}" for code in range(122, 129)}


@pytest.mark.parametrize(
    "rule", [rule for rule in catalogue() if rule.example], ids=lambda rule: rule.code
)
def test_the_example_of_a_rule_has_such_a_finding(rule: Rule) -> None:
    assert rule.code in {finding.code for finding in _findings(rule)}


def _findings(rule: Rule) -> Iterator[Diagnostic]:
    """What is found in a report, or between those that an example holds."""
    one, *others = (
        govinfo.parse(text.encode(), format="text")
        for text in rule.example.split(between_rules.NEXT)
    )
    if rule.code >= between_rules.SUM.code and others:
        yield from govinfo.rollup(one, others).findings
    elif others:
        yield from govinfo.compare(one, others[0]).findings
    else:
        yield from (*one.diagnostics, *one.check())
