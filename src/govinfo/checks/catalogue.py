"""Every rule: those of the library, and those that others register."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.checks import between_rules, cells, form, narrative, sections, sums
from govinfo.checks.registry import GROUP
from govinfo.diagnostics import RULES, Language, Rule
from govinfo.explain import cell_rules, placement_rules, scan_rules, table_rules
from govinfo.installed import load_group

MODULES = (
    table_rules,
    placement_rules,
    cell_rules,
    scan_rules,
    sums,
    cells,
    narrative,
    sections,
    form,
    between_rules,
)
"""The modules that declare rules: to be imported is to be registered."""


def catalogue() -> tuple[Rule, ...]:
    """Every rule, by code."""
    load_group(GROUP)
    return tuple(RULES[code] for code in sorted(RULES))


_TITLES = {
    "en": ("Message", "What it says", "Why it matters", "What to do", "Example"),
    "zh": ("消息", "含义", "为何重要", "如何处理", "示例"),
}


def page(rule: Rule, language: Language = "en") -> Iterator[str]:
    """A rule's page of documentation, lines of Markdown."""
    message, what, why, todo, example = _TITLES[language]
    colon = "：" if language == "zh" else ": "
    yield f"## {rule.code} {rule.name} ({rule.severity})"
    yield ""
    yield f"> {message}{colon}{rule.message.text(language)}"
    for title, words in ((what, rule.what), (why, rule.why), (todo, rule.todo)):
        yield ""
        yield f"**{title}**{colon}{words.text(language)}"
    if not rule.example:
        return
    yield ""
    yield f"**{example}**{colon}".rstrip()
    yield ""
    yield "```text"
    yield from rule.example.splitlines()
    yield "```"
