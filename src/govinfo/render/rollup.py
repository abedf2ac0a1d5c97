"""Sums over units, for people at a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.between.units import Rollup, Total
from govinfo.diagnostics import Language
from govinfo.render.comparison import signed
from govinfo.render.findings import show_check

_COLUMNS = {
    "en": ("parent", "sum", "difference", "contributors"),
    "zh": ("汇总报告", "合计", "相差", "各单位"),
}
_AGREE = {"en": "{} sums agree (--all lists them)", "zh": "另有 {} 项合计一致（--all 全部列出）"}
_UNKNOWN = {"en": "{} sums are not known", "zh": "{} 项无法合计"}
_UNITS = {"en": "{} units", "zh": "{} 个单位"}
_FEW = 5
"""Contributors that are named in a row, the largest."""


def show_rollup(
    found: Rollup, console: Console, language: Language, *, every: bool = False
) -> None:
    """Print the sums that differ from the parent's figures, and the findings.

    Args:
        found: What to print.
        console: Where to print.
        language: Language of everything but the template's labels and the units' names.
        every: Whether to print all sums.
    """
    totals = [one for one in found.totals if one.wanted]
    table = Table(box=None, pad_edge=False)
    table.add_column("", overflow="fold")
    *numbers, contributors = _COLUMNS[language]
    for name in numbers:
        table.add_column(name, justify="right", overflow="fold")
    table.add_column(contributors, overflow="fold")
    for one in totals:
        if one.differs or every:
            table.add_row(*_row(one))
    console.print(table, soft_wrap=False)
    known = [one for one in totals if one.difference is not None and not one.differs]
    if known and not every:
        console.print(Text(_AGREE[language].format(len(known)), style="dim"))
    unknown = [one for one in totals if one.sum is None]
    if unknown:
        console.print(Text(_UNKNOWN[language].format(len(unknown)), style="dim"))
    console.print()
    units = _UNITS[language].format(len(found.units))
    name = f"{found.parent.title} ← {units}" if found.parent else units
    show_check(name, found.findings, console, language, every=every)


def _row(one: Total) -> tuple[str, ...]:
    value = one.parent.value if one.parent else None
    return one.label, _text(value), _text(one.sum), signed(one.difference), contributors(one)


def contributors(one: Total) -> str:
    """The units that add most to a sum, with their figures."""
    parts = [f"{part.unit} {part.value}" for part in one.parts if str(part.value) != "0"]
    return "、".join([*parts[:_FEW], *(["…"] if len(parts) > _FEW else [])])


def _text(value: object) -> str:
    return "" if value is None else str(value)
