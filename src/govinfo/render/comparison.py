"""Two years of a report side by side, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.between.repeated import Repetition
from govinfo.between.values import Value
from govinfo.between.years import Change, Comparison
from govinfo.diagnostics import Language
from govinfo.grammar.facts import Fact
from govinfo.money import Money
from govinfo.render.findings import show_check
from govinfo.template.narrative import SECTIONS

HEADINGS = {section.part: section.heading for section in SECTIONS}
"""The headings of the parts as the template prints them."""
_COLUMNS = {"en": ("last", "this", "change"), "zh": ("上年", "本年", "增减")}
_SAME = {
    "en": "{} figures did not change (--all lists them)",
    "zh": "另有 {} 项数据未变（--all 全部列出）",
}
_SHARE = {
    "en": "{}: {:.0%} repeated from last year",
    "zh": "{}：{:.0%} 的文字与上年相同",
}
_NUMBERS = {"en": "only the numbers changed", "zh": "仅改动数字"}
_ABSENT = "–"
"""What stands for a cell that a report does not have; a blank one is shown blank."""


def show_comparison(
    comparison: Comparison, console: Console, language: Language, *, every: bool = False
) -> None:
    """Print figures side by side, what the texts repeat, and the findings.

    Args:
        comparison: What to print.
        console: Where to print.
        language: Language of everything but the template's labels.
        every: Whether to print also the figures that did not change.
    """
    shown = comparison.changes if every else comparison.telling
    console.print(_figures(shown, language), soft_wrap=False)
    if len(shown) < len(comparison.changes):
        same = _SAME[language].format(len(comparison.changes) - len(shown))
        console.print(Text(same, style="dim"))
    _show_texts(comparison.narratives, console, language)
    console.print()
    titles = f"{comparison.last.title} → {comparison.this.title}"
    show_check(titles, comparison.findings, console, language, every=every)


def _figures(changes: Iterable[Change], language: Language) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("", overflow="fold")
    for name in _COLUMNS[language]:
        table.add_column(name, justify="right", overflow="fold")
    for change in changes:
        more = signed(change.difference)
        table.add_row(change.label, printed(change.last), printed(change.this), more)
    return table


def printed(fact: Fact | None) -> str:
    """A fact's value; `–` where a report has no such cell, and nothing where it is blank."""
    if fact is None:
        return _ABSENT
    return "" if fact.value is None else str(fact.value)


def signed(value: Value) -> str:
    """A difference with its sign; `""` where there is none to tell.

    >>> signed(3), signed(0), signed(Money("-1.50", "万元"))
    ('+3', '0', '-1.50万元')
    """
    if value is None:
        return ""
    amount = value.amount if isinstance(value, Money) else value
    return f"+{value}" if amount > 0 else str(value)


def _show_texts(narratives: Mapping[str, Repetition], console: Console, language: Language) -> None:
    for part, found in narratives.items():
        console.print()
        head = _SHARE[language].format(HEADINGS.get(part, part), found.share)
        console.print(Text(head, style="bold"))
        for passage in found.passages:
            mark = "≈" if passage.renumbered else "="
            console.print(Text(f"  {mark} {_one_line(passage.this)}"))
            if passage.renumbered:
                was = f"    {_one_line(passage.last)}  ({_NUMBERS[language]})"
                console.print(Text(was, style="dim"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
